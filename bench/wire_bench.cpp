// The register over HTTP: 64 clients on connections that are kept ask a server without a pause. The server runs in a
// process of its own, on the same two cores; bench/run starts it.
#include "measured.h"
#include "portfolio.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

namespace frist::bench {
namespace {

constexpr int clients = 64;

// One connection that is kept, and answers read whole.
class Wire {
public:
    Wire(const std::string& port, std::string key) : key_(std::move(key)) {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        FRIST_CHECK(getaddrinfo("127.0.0.1", port.c_str(), &hints, &found) == 0);
        socket_ = ::socket(found->ai_family, found->ai_socktype, 0);
        FRIST_CHECK(socket_ >= 0 && ::connect(socket_, found->ai_addr, found->ai_addrlen) == 0);
        freeaddrinfo(found);
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    ~Wire() { ::close(socket_); }

    // The bytes of the body; anything but 200 ends the measurement.
    std::size_t get(const std::string& path) {
        const std::string words = fmt::format("GET {} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {}\r\n\r\n", path, key_);
        FRIST_CHECK(::send(socket_, words.data(), words.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(words.size()));
        std::string all;
        std::size_t head = all.npos;
        while ((head = all.find("\r\n\r\n")) == all.npos) read_some(all);
        FRIST_CHECK(all.starts_with("HTTP/1.1 200"));
        const std::size_t length = all.find("Content-Length: ");
        FRIST_CHECK(length < head);
        const std::size_t body = std::stoul(all.substr(length + 16, 20));
        while (all.size() < head + 4 + body) read_some(all);
        return body;
    }

private:
    void read_some(std::string& all) const {
        std::array<char, 65536> part{};
        const ssize_t got = ::recv(socket_, part.data(), part.size(), 0);
        FRIST_CHECK(got > 0);
        all.append(part.data(), static_cast<std::size_t>(got));
    }

    std::string key_;
    int socket_ = -1;
};

struct Kind {
    const char* name;
    std::string (*path)(int number, int count);
};

int some(int number, int count) { return 1 + static_cast<int>(number * 7919LL % count); }
std::string cases(const std::string& query) { return "/api/creditors/999999999/cases?" + query; }

constexpr Kind kinds[] = {
    {"first", [](int n, int) { return cases(fmt::format("tab={}&sort={}&limit=50", std::array{"ongoing", "inactive", "closed"}.at(static_cast<std::size_t>(n % 3)), std::array{"case", "name", "open", "next"}.at(static_cast<std::size_t>(n % 4)))); }},
    {"name", [](int n, int count) {
         std::string name = debtor_name(some(n, count));
         name = name.substr(name.find(' ') + 1, 6 + static_cast<std::size_t>(n % 5));
         std::string encoded;
         for (const char c : name) encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
         return cases("limit=50&search=" + encoded);
     }},
    {"number", [](int n, int count) { return cases("limit=50&search=F" + std::to_string(10'000'000 + some(n, count))); }},
};

std::vector<double> waited(const Kind& kind, int count, int times, const std::string& port, const std::string& key) {
    std::mutex lock;
    std::vector<double> all;
    std::atomic<int> next = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < clients; ++i)
        threads.emplace_back([&] {
            Wire wire(port, key);
            std::vector<double> mine;
            for (int number = next++; number < times; number = next++) {
                const Clock clock;
                wire.get(kind.path(number, count));
                mine.push_back(clock.wall());
            }
            const std::lock_guard held(lock);
            all.insert(all.end(), mine.begin(), mine.end());
        });
    threads.clear();
    return all;
}

// FILE holds the port and the key.
void ask_server(const Ask& ask) {
    std::ifstream in(ask.file());
    std::string port, key;
    in >> port >> key;
    constexpr int times = 3'200;
    for (const Kind& kind : kinds) waited(kind, ask.count, clients, port, key);   // every worker has asked once
    measure(static_cast<std::int64_t>(std::size(kinds)) * times, [&] {
        std::string more;
        for (const Kind& kind : kinds) {
            const Clock clock;
            std::vector<double> seconds = waited(kind, ask.count, times, port, key);
            const double wall = clock.wall();
            more += fmt::format("{}{}, \"{}_rate\": {:.0f}", more.empty() ? "" : ", ", waits(kind.name, seconds), kind.name, times / wall);
        }
        return more;
    });
}

constexpr Part parts[] = {{"register-wire", "the same over HTTP, 64 clients; FILE holds port and key", ask_server}};

}  // namespace

std::span<const Part> wire_parts() {
    return parts;
}

}  // namespace frist::bench
