#include "http/job_board.h"

#include "base/pch.h"

namespace frist::http {
namespace {

constexpr std::size_t most_kept = 1000;   // of the jobs that have ended, the newest

}  // namespace

std::optional<JobBoard::Seen> JobBoard::at(std::int64_t job) {
    const std::lock_guard lock(mutex_);
    const auto known = jobs_.find(job);
    return known == jobs_.end() ? std::nullopt : std::optional<Seen>(known->second);
}

void JobBoard::put(std::int64_t job, Seen seen) {
    const std::lock_guard lock(mutex_);
    Seen& known = jobs_[job];
    seen.cancelled = seen.cancelled || known.cancelled;
    known = std::move(seen);
    while (jobs_.size() > most_kept && jobs_.begin()->second.ended) jobs_.erase(jobs_.begin());
}

void JobBoard::cancel(std::int64_t job) {
    const std::lock_guard lock(mutex_);
    jobs_[job].cancelled = true;
}

bool JobBoard::cancelled(std::int64_t job) {
    const std::lock_guard lock(mutex_);
    const auto known = jobs_.find(job);
    return known != jobs_.end() && known->second.cancelled;
}

void JobBoard::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void JobBoard::wait(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, most, [this] { return woken_ || closed_; });
    woken_ = false;
}

void JobBoard::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
}

bool JobBoard::closed() {
    const std::lock_guard lock(mutex_);
    return closed_;
}

}  // namespace frist::http
