// How far the jobs of this process have come, for who listens: in memory, beside the rows that outlive it.
#pragma once
#include "base/result.h"
#include "office/progress.h"

#include <condition_variable>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace frist::http {

class JobBoard {
public:
    struct Seen {
        std::string state;          // "running"
        std::int64_t count = 0;
        std::int64_t total = 0;     // 0: not known
        bool ended = false;
        bool cancelled = false;     // somebody has asked it to stop
        bool operator==(const Seen&) const = default;
    };

    std::optional<Seen> at(std::int64_t job);
    // What is known of it from now on; that somebody asked it to stop stays.
    void put(std::int64_t job, Seen seen);
    void cancel(std::int64_t job);
    [[nodiscard]] bool cancelled(std::int64_t job);

    // A job was asked for. wait() returns then, or after a while, or when close() was called.
    void wake();
    void wait(std::chrono::milliseconds most);
    void close();
    [[nodiscard]] bool closed();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::int64_t, Seen> jobs_;
    bool woken_ = false;
    bool closed_ = false;
};

// The job that a call is made as.
class JobPlace : public office::Progress {
public:
    // What work in parts has kept of itself; empty at its beginning.
    [[nodiscard]] virtual const std::string& plan() const = 0;
    // To be called in the transaction of a part, so that both are kept or neither. Errors store.*.
    virtual Outcome keep_plan(std::string plan, std::int64_t count, std::int64_t total) = 0;
};

}  // namespace frist::http
