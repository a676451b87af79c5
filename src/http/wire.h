// One socket, with TLS or without, as Beast reads and writes it. For transport.cpp alone.
#pragma once
#include "base/pch.h"

#include <boost/asio.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace frist::http {

class Wire {
public:
    using Socket = boost::asio::ip::tcp::socket;
    using executor_type = Socket::executor_type;
    using Wrong = boost::system::error_code;

    // `context` null: without TLS. It may be replaced elsewhere while this connection keeps what it began with.
    Wire(Socket socket, SSL_CTX* context) : socket_(std::move(socket)) {
        if (context == nullptr) return;
        Wrong ignored;
        ignored = socket_.native_non_blocking(true, ignored);
        tls_.reset(SSL_new(context));
        if (tls_ && SSL_set_fd(tls_.get(), static_cast<int>(socket_.native_handle())) == 1) SSL_set_accept_state(tls_.get());
    }

    [[nodiscard]] bool secured() const { return tls_ != nullptr; }
    [[nodiscard]] Socket& socket() { return socket_; }
    executor_type get_executor() { return socket_.get_executor(); }

    // handler(Wrong, std::size_t). Only with TLS.
    template <class Handler>
    void async_handshake(Handler&& handler) {
        work([this] { return step(SSL_do_handshake(tls_.get())); }, std::forward<Handler>(handler));
    }

    template <class Buffers, class Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        if (!tls_) return void(socket_.async_read_some(buffers, std::forward<Handler>(handler)));
        work([this, buffers] { return read(buffers); }, std::forward<Handler>(handler));
    }

    template <class Buffers, class Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        if (!tls_) return void(socket_.async_write_some(buffers, std::forward<Handler>(handler)));
        work([this, buffers] { return write(buffers); }, std::forward<Handler>(handler));
    }

    // Says good-bye when that needs no waiting.
    void close() {
        if (!socket_.is_open()) return;
        if (tls_ && SSL_is_init_finished(tls_.get())) SSL_shutdown(tls_.get());
        ERR_clear_error();
        Wrong ignored;
        ignored = socket_.shutdown(Socket::shutdown_send, ignored);
        ignored = socket_.close(ignored);
    }

private:
    enum class Awaits { nothing, bytes, room };
    struct Step {
        Awaits awaits = Awaits::nothing;
        Wrong wrong;
        std::size_t count = 0;
    };
    static constexpr std::size_t record = std::size_t{16} * 1024;

    // What came of a call of OpenSSL.
    Step step(int result) {
        if (result > 0) return {Awaits::nothing, {}, static_cast<std::size_t>(result)};
        const int why = SSL_get_error(tls_.get(), result);
        ERR_clear_error();
        if (why == SSL_ERROR_WANT_READ) return {Awaits::bytes, {}, 0};
        if (why == SSL_ERROR_WANT_WRITE) return {Awaits::room, {}, 0};
        if (why == SSL_ERROR_ZERO_RETURN) return {Awaits::nothing, boost::asio::error::eof, 0};
        return {Awaits::nothing, boost::asio::error::connection_reset, 0};
    }

    template <class Buffers>
    Step read(const Buffers& buffers) {
        for (auto at = boost::asio::buffer_sequence_begin(buffers); at != boost::asio::buffer_sequence_end(buffers); ++at) {
            const boost::asio::mutable_buffer one(*at);
            if (one.size() > 0) return step(SSL_read(tls_.get(), one.data(), static_cast<int>(std::min<std::size_t>(one.size(), INT_MAX))));
        }
        return {};
    }

    // One record at a time: the head of an answer and its body leave together. A second attempt gathers the same bytes.
    template <class Buffers>
    Step write(const Buffers& buffers) {
        std::array<char, record> gathered;
        const std::size_t size = boost::asio::buffer_copy(boost::asio::buffer(gathered), buffers);
        if (size == 0) return {};
        return step(SSL_write(tls_.get(), gathered.data(), static_cast<int>(size)));
    }

    // Tries, waits for the socket, tries again.
    template <class Attempt, class Handler>
    void work(Attempt attempt, Handler&& handler) {
        boost::asio::async_compose<Handler, void(Wrong, std::size_t)>(
            [this, attempt = std::move(attempt), waited = false, ended = std::optional<Step>()](auto& self, Wrong wrong = {}) mutable {
                if (ended) return self.complete(ended->wrong, ended->count);
                if (wrong) return self.complete(wrong, 0);
                // OpenSSL knows the socket by its number, which is another one's once this is closed.
                if (!socket_.is_open()) return post_end(self, ended, {Awaits::nothing, boost::asio::error::bad_descriptor, 0});
                ERR_clear_error();
                const Step now = attempt();
                if (now.awaits == Awaits::nothing) {
                    if (waited) return self.complete(now.wrong, now.count);
                    return post_end(self, ended, now);
                }
                waited = true;
                socket_.async_wait(now.awaits == Awaits::bytes ? Socket::wait_read : Socket::wait_write, std::move(self));
            },
            handler, socket_);
    }

    // Never from within the call that asked.
    template <class Self>
    void post_end(Self& self, std::optional<Step>& ended, const Step& now) {
        ended = now;
        boost::asio::post(socket_.get_executor(), std::move(self));
    }

    struct Freed {
        void operator()(SSL* tls) const { SSL_free(tls); }
    };
    Socket socket_;
    std::unique_ptr<SSL, Freed> tls_;
};

}  // namespace frist::http
