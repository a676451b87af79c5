// Callbacks and no coroutines: g++ 12 destroys temporaries of co_await expressions twice (docs/adr/0017-server.md).
#include "http/transport.h"

#include "base/pch.h"
#include "http/gzip.h"
#include "http/tls.h"
#include "http/wire.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <csignal>
#include <mutex>
#include <unordered_set>

namespace frist::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using asio::ip::tcp;

constexpr std::size_t read_at_once = std::size_t{64} * 1024;   // Beast reads 512 bytes at a time into a buffer that was not reserved

constexpr std::chrono::milliseconds between_pieces{250};       // of a body that goes on
constexpr int quiet_beats = 60;

class Connection;

class BeastServer final : public Server {
public:
    explicit BeastServer(Listen listen) : listen_(std::move(listen)), acceptor_(io_), signals_(io_), hangup_(io_) {}

    Outcome bind() {
        if (listen_.tls) {
            FRIST_TRY(tls_, tls_context(*listen_.tls));
        }
        boost::system::error_code wrong;
        const auto address = asio::ip::make_address(listen_.host, wrong);
        if (wrong) return Error{"serve.address", "--host", "\"" + listen_.host + "\" is no network address", "Give one as numbers: 127.0.0.1, or 0.0.0.0 for every address of the machine."};
        const tcp::endpoint at(address, listen_.port);
        wrong = acceptor_.open(at.protocol(), wrong);
        if (!wrong) wrong = acceptor_.set_option(asio::socket_base::reuse_address(true), wrong);
        if (!wrong) wrong = acceptor_.bind(at, wrong);
        if (!wrong) wrong = acceptor_.listen(asio::socket_base::max_listen_connections, wrong);
        if (!wrong) wrong = acceptor_.non_blocking(true, wrong);
        if (wrong) return Error{"serve.port", "--port", fmt::format("port {} of {} cannot be taken: {}", listen_.port, listen_.host, wrong.message()), "Stop who has it, or name another with --port."};
        return done;
    }

    [[nodiscard]] std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }
    [[nodiscard]] Traffic traffic() const override { return {connections_, open_, requests_}; }

    void run(std::vector<std::unique_ptr<Worker>> workers) override {
        pool_ = std::make_unique<asio::thread_pool>(workers.size());
        for (auto& worker : workers) free_.push_back(std::move(worker));
        accept();
        io_.run();
        pool_->join();
        free_.clear();
    }

    [[nodiscard]] SSL_CTX* tls() const { return tls_.get(); }

    void stop() override {
        asio::post(io_, [this] { begin_to_end(); });
    }

    void stop_on_signals() override {
        signals_.add(SIGTERM);
        signals_.add(SIGINT);
        signals_.async_wait([this](const boost::system::error_code& wrong, int) {
            if (!wrong) begin_to_end();
        });
        if (!tls_) return;
        std::signal(SIGPIPE, SIG_IGN);   // OpenSSL writes to the socket itself
        hangup_.add(SIGHUP);
        read_tls_again();
    }

    [[nodiscard]] const Listen& listen() const { return listen_; }
    [[nodiscard]] bool ending() const { return ending_; }
    void count_request() { ++requests_; }
    void forget(Connection* connection) {
        alive_.erase(connection);
        open_ = alive_.size();
    }

    // On a worker's thread: `request` is answered, then `take` is called on ours.
    void work(Request request, std::function<void(Response)> take) {
        asio::post(*pool_, [this, awaited = asio::make_work_guard(io_), request = std::move(request), take = std::move(take)]() mutable {
            std::unique_ptr<Worker> worker = lend();
            Response response = worker->answer(request);
            give_back(std::move(worker));
            asio::post(io_, [take = std::move(take), response = std::move(response)]() mutable { take(std::move(response)); });
        });
    }

private:
    // At SIGHUP: who comes from now on is met with the files as they are now; who is here stays.
    void read_tls_again() {
        hangup_.async_wait([this](const boost::system::error_code& wrong, int) {
            if (wrong) return;
            Result<TlsContext> fresh = tls_context(*listen_.tls);
            if (fresh.ok()) tls_ = std::move(*fresh);
            if (listen_.tls_read) listen_.tls_read(fresh.ok() ? Outcome(done) : Outcome(fresh.error()));
            read_tls_again();
        });
    }

    std::unique_ptr<Worker> lend() {
        const std::lock_guard lock(lending_);
        std::unique_ptr<Worker> worker = std::move(free_.back());   // as many as there are threads
        free_.pop_back();
        return worker;
    }
    void give_back(std::unique_ptr<Worker> worker) {
        const std::lock_guard lock(lending_);
        free_.push_back(std::move(worker));
    }

    void accept() {
        acceptor_.async_wait(tcp::acceptor::wait_read, [this](const boost::system::error_code& wrong) {
            if (wrong || ending_) return;
            take_all();
            accept();
        });
    }
    void take_all();
    void begin_to_end();

    Listen listen_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_;
    asio::signal_set signals_;
    asio::signal_set hangup_;
    TlsContext tls_;
    std::unique_ptr<asio::thread_pool> pool_;
    std::mutex lending_;
    std::vector<std::unique_ptr<Worker>> free_;
    std::unordered_set<Connection*> alive_;
    bool ending_ = false;
    std::atomic<std::uint64_t> connections_{0};
    std::atomic<std::uint64_t> open_{0};
    std::atomic<std::uint64_t> requests_{0};
};

// One connection: a request, its answer, the next request. Lives as long as something is awaited on it.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(BeastServer& server, tcp::socket socket) : server_(server), stream_(std::move(socket), server.tls()), timer_(stream_.get_executor()) {
        boost::system::error_code unknown;
        const auto peer = stream_.socket().remote_endpoint(unknown);
        if (!unknown) from_ = peer.address().to_string();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { server_.forget(this); }

    void begin() {
        if (!stream_.secured()) return read();
        idle_ = true;
        within(server_.listen().limits.handshake);
        stream_.async_handshake([self = shared_from_this()](const boost::system::error_code& wrong, std::size_t) {
            if (wrong) return self->close();
            self->read();
        });
    }

    void read() {
        if (server_.ending()) return close();
        idle_ = true;
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(server_.listen().limits.header_bytes));
        parser_->body_limit(boost::none);
        within(server_.listen().limits.idle);
        wire::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](const boost::system::error_code& wrong, std::size_t) { self->on_header(wrong); });
    }

    void end_if_idle() {
        if (idle_) close();
    }

private:
    // What is awaited now has so long; then the connection is closed.
    void within(std::chrono::seconds time) {
        timer_.expires_after(time);
        timer_.async_wait([known = weak_from_this()](const boost::system::error_code& wrong) {
            const auto self = known.lock();
            if (!wrong && self && self->timer_.expiry() <= asio::steady_timer::clock_type::now()) self->close();
        });
    }

    void on_header(const boost::system::error_code& wrong) {
        idle_ = false;
        if (wrong) return on_error(wrong);
        const auto& head = parser_->get();
        if (head.version() >= 11 && head[wire::field::host].empty()) return refuse(400);
        if (head.target().empty() || head.target().front() != '/') return refuse(400);
        const std::string_view target(head.target().data(), head.target().size());
        const std::size_t most = server_.listen().most_bytes(std::string_view(head.method_string().data(), head.method_string().size()), target.substr(0, target.find('?')));
        parser_->body_limit(most);
        if (const auto length = parser_->content_length(); length && *length > most) return refuse(413);
        within(server_.listen().limits.request);
        if (!parser_->is_done()) buffer_.reserve(read_at_once);
        if (beast::iequals(head[wire::field::expect], "100-continue")) return go_on();
        read_body();
    }

    // Who wants to be asked before it sends the rest is asked.
    void go_on() {
        static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(stream_, asio::buffer(line), [self = shared_from_this()](const boost::system::error_code& wrong, std::size_t) {
            if (wrong) return self->close();
            self->read_body();
        });
    }

    void read_body() {
        wire::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](const boost::system::error_code& wrong, std::size_t) {
            if (wrong) return self->on_error(wrong);
            self->ask();
        });
    }

    void ask() {
        auto message = parser_->release();
        keep_ = message.keep_alive();
        head_only_ = message.method() == wire::verb::head;
        version_ = message.version();
        Request request;
        request.method = head_only_ ? "GET" : std::string(message.method_string());
        const std::string target(message.target());
        const std::size_t mark = std::min(target.find('?'), target.size());
        request.path = target.substr(0, mark);
        request.query = target.substr(std::min(mark + 1, target.size()));
        for (const auto& field : message) request.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
        request.body = std::move(message.body());
        request.from = from_;
        gzip_ = accepts_gzip(request.header("Accept-Encoding"));
        server_.count_request();
        timer_.expires_at(asio::steady_timer::time_point::max());
        server_.work(std::move(request), [self = shared_from_this()](Response response) { self->write(std::move(response)); });
    }

    void refuse(int status) {
        keep_ = false;
        head_only_ = false;
        gzip_ = false;
        write(server_.listen().refusal(status));
    }

    void write(Response response) {
        if (response.file) return send(response);
        if (response.follow && version_ >= 11 && !head_only_) return follow(std::move(response));
        if (response.follow) response.body = response.follow().text;
        if (gzip_) compress(response);
        auto message = std::make_shared<wire::response<wire::string_body>>();
        set_head(*message, response);
        const std::size_t length = response.body.size();
        if (!head_only_) message->body() = std::move(response.body);
        if (response.status != 204 && response.status != 304) message->content_length(length);
        within(server_.listen().limits.response);
        wire::async_write(stream_, *message, [self = shared_from_this(), message](const boost::system::error_code& wrong, std::size_t) {
            if (wrong || message->need_eof() || !message->keep_alive()) return self->close();
            self->buffer_.shrink_to_fit();
            self->read();
        });
    }

    // A file goes out as it is read, and who reads it slowly is waited for as long as something is taken.
    void send(const Response& response) {
        auto message = std::make_shared<wire::response<wire::file_body>>();
        set_head(*message, response);
        boost::system::error_code wrong;
        message->body().open(response.file->path().c_str(), beast::file_mode::scan, wrong);
        if (wrong) return write(server_.listen().refusal(500));
        message->content_length(message->body().size());
        auto serializer = std::make_shared<wire::response_serializer<wire::file_body>>(*message);
        serializer->split(head_only_);
        send_on(message, serializer);
    }

    template <class Message, class Serializer>
    void send_on(Message message, Serializer serializer) {
        within(server_.listen().limits.response);
        wire::async_write_some(stream_, *serializer, [self = shared_from_this(), message, serializer](const boost::system::error_code& wrong, std::size_t) {
            if (wrong) return self->close();
            if (!serializer->is_done() && !(self->head_only_ && serializer->is_header_done())) return self->send_on(message, serializer);
            if (!message->keep_alive()) return self->close();
            self->buffer_.shrink_to_fit();
            self->read();
        });
    }

    template <class Message>
    void set_head(Message& message, const Response& response) {
        message.version(version_ >= 11 ? 11 : 10);
        message.result(static_cast<unsigned>(response.status));
        for (const auto& [name, value] : response.headers) message.insert(name, value);
        if (server_.listen().by_tls) message.set(wire::field::strict_transport_security, "max-age=31536000; includeSubDomains");
        message.keep_alive(keep_ && !server_.ending());
    }

    // What goes on until it ends, or this server does: its head, then each new piece as a chunk. It holds no worker.
    void follow(Response response) {
        auto head = std::make_shared<wire::response<wire::empty_body>>();
        head->version(11);
        head->result(static_cast<unsigned>(response.status));
        for (const auto& [name, value] : response.headers) head->insert(name, value);
        head->chunked(true);
        head->keep_alive(false);
        keep_ = false;
        follow_ = std::move(response.follow);
        pulse_.emplace(stream_.get_executor());
        within(server_.listen().limits.response);
        auto serializer = std::make_shared<wire::response_serializer<wire::empty_body>>(*head);
        wire::async_write_header(stream_, *serializer, [self = shared_from_this(), head, serializer](const boost::system::error_code& wrong, std::size_t) {
            if (wrong) return self->close();
            self->next_piece();
        });
    }

    void next_piece() {
        Piece piece = server_.ending() ? Piece{"", true} : follow_();
        quiet_ = piece.text.empty() ? quiet_ + 1 : 0;
        if (piece.text.empty() && quiet_ >= quiet_beats) {
            piece.text = ":\n\n";   // a comment: who has gone is found out, and proxies keep the line open
            quiet_ = 0;
        }
        if (piece.text.empty() && !piece.last) return beat();
        auto words = std::make_shared<std::string>();
        if (!piece.text.empty()) *words = fmt::format("{:x}\r\n{}\r\n", piece.text.size(), piece.text);
        if (piece.last) *words += "0\r\n\r\n";
        within(server_.listen().limits.response);
        asio::async_write(stream_, asio::buffer(*words), [self = shared_from_this(), words, last = piece.last](const boost::system::error_code& wrong, std::size_t) {
            if (wrong || last) return self->close();
            self->beat();
        });
    }

    void beat() {
        timer_.expires_at(asio::steady_timer::time_point::max());
        pulse_->expires_after(between_pieces);
        pulse_->async_wait([self = shared_from_this()](const boost::system::error_code& wrong) {
            if (!wrong) self->next_piece();
        });
    }

    void on_error(const boost::system::error_code& wrong) {
        if (wrong == wire::error::body_limit) return refuse(413);
        if (wrong == wire::error::header_limit) return refuse(431);
        if (wrong.category() == make_error_code(wire::error::bad_method).category() && wrong != wire::error::end_of_stream && wrong != wire::error::partial_message) return refuse(400);
        close();
    }

    void close() {
        idle_ = false;
        timer_.cancel();
        stream_.close();
    }

    BeastServer& server_;
    Wire stream_;
    asio::steady_timer timer_;
    beast::flat_buffer buffer_;
    std::optional<wire::request_parser<wire::string_body>> parser_;
    std::string from_;
    std::function<Piece()> follow_;
    std::optional<asio::steady_timer> pulse_;
    int quiet_ = 0;
    unsigned version_ = 11;
    bool idle_ = false;
    bool keep_ = false;
    bool head_only_ = false;
    bool gzip_ = false;
};

// Everybody who knocks is let in at once: who waits in the queue of the kernel waits for nothing.
void BeastServer::take_all() {
    while (true) {
        boost::system::error_code wrong;
        tcp::socket socket = acceptor_.accept(io_, wrong);
        if (wrong) return;
        ++connections_;
        if (alive_.size() >= listen_.limits.connections) continue;
        wrong = socket.set_option(tcp::no_delay(true), wrong);   // it serves without, only later
        const auto connection = std::make_shared<Connection>(*this, std::move(socket));
        alive_.insert(connection.get());
        open_ = alive_.size();
        connection->begin();
    }
}

void BeastServer::begin_to_end() {
    if (ending_) return;
    ending_ = true;
    boost::system::error_code ignored;
    ignored = acceptor_.close(ignored);
    ignored = signals_.cancel(ignored);
    ignored = hangup_.cancel(ignored);
    const std::vector<Connection*> now(alive_.begin(), alive_.end());
    for (Connection* connection : now) connection->end_if_idle();
}

}  // namespace

Result<std::unique_ptr<Server>> Server::open(const Listen& listen) {
    auto server = std::make_unique<BeastServer>(listen);
    FRIST_TRY_DONE(server->bind());
    return std::unique_ptr<Server>(std::move(server));
}

}  // namespace frist::http
