// The bytes on the wire: HTTP/1.1 on one thread that waits for all connections, and a few workers that answer. An idle
// connection costs memory and no thread.
#pragma once
#include "base/result.h"
#include "http/message.h"
#include "http/tls.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace frist::http {

struct Limits {
    std::size_t header_bytes = std::size_t{16} * 1024;
    std::chrono::seconds handshake{10};      // of TLS
    std::chrono::seconds idle{75};           // a connection without a request is closed after so long
    std::chrono::seconds request{60};        // from a request's first byte to its last
    std::chrono::seconds response{120};      // for who asked to take the answer
    std::size_t connections = 10'000;        // those beyond are closed at once
};

// Answers one request at a time; each worker has its own, on a thread of its own.
class Worker {
public:
    Worker() = default;
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    virtual ~Worker() = default;
    virtual Response answer(const Request& request) = 0;
};

struct Listen {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;               // 0: any that is free
    Limits limits;
    std::optional<TlsFiles> tls;             // none: plain HTTP
    bool by_tls = false;                     // ours or a proxy's: browsers are told to come by nothing else for a year
    // Told after each SIGHUP, when the files of TLS were read again: what is wrong with them, then the old ones stay.
    std::function<void(const Outcome&)> tls_read;
    // How many bytes a request of this method and path may bring.
    std::function<std::size_t(std::string_view method, std::string_view path)> most_bytes;
    // What is said to who cannot be understood: 400, 413, 431.
    std::function<Response(int status)> refusal;
};

// What has happened on the wire since the start.
struct Traffic {
    std::uint64_t connections = 0;           // opened
    std::uint64_t open = 0;                  // now
    std::uint64_t requests = 0;
};

class Server {
public:
    // Takes the port. Errors serve.address (the host is no address), serve.port (taken, or not allowed), and those of
    // tls_context.
    static Result<std::unique_ptr<Server>> open(const Listen& listen);
    Server() = default;
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    virtual ~Server() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    [[nodiscard]] virtual Traffic traffic() const = 0;
    // Serves until stop(): then no new connection is taken, idle ones are closed, and what is being answered is
    // answered to its end.
    virtual void run(std::vector<std::unique_ptr<Worker>> workers) = 0;
    // May be called from any thread.
    virtual void stop() = 0;
    // Calls stop() when the process is asked to end (SIGTERM, SIGINT), and with TLS reads its files again at SIGHUP.
    virtual void stop_on_signals() = 0;
};

}  // namespace frist::http
