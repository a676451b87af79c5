// Results of pieces of work that know nothing of each other, in their order, reckoned ahead by other cores while the first ones
// are being used.
#pragma once
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace frist::office {

template <class Result, class Work>
class Ahead {
public:
    // `work(i)` is called once for each i below `count`, by `helpers` threads; by none of them when there are few.
    Ahead(std::size_t count, Work work, unsigned helpers) : work_(std::move(work)), results_(count), ready_((count + piece - 1) / piece) {
        if (count < worth_a_thread) helpers = 0;
        for (unsigned i = 0; i < helpers; ++i) threads_.emplace_back([this] { help(); });
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;
    // Does not wait for what nobody wants any more.
    ~Ahead() { next_piece_ = ready_.size(); }

    // The result of the next one; at most `count` times.
    Result take() {
        const std::size_t at = taken_++;
        if (threads_.empty()) return work_(at);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ready_[at / piece]; });
        lock.unlock();
        return *std::exchange(results_[at], std::nullopt);
    }

private:
    static constexpr std::size_t piece = 16;             // taken by a thread at a time
    static constexpr std::size_t worth_a_thread = 64;

    void help() {
        for (std::size_t mine = next_piece_++; mine < ready_.size(); mine = next_piece_++) {
            for (std::size_t i = mine * piece; i < std::min((mine + 1) * piece, results_.size()); ++i) results_[i] = work_(i);
            const std::lock_guard lock(mutex_);
            ready_[mine] = true;
            changed_.notify_one();
        }
    }

    Work work_;
    std::vector<std::optional<Result>> results_;
    std::vector<bool> ready_;
    std::atomic<std::size_t> next_piece_ = 0;
    std::size_t taken_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::jthread> threads_;   // the last: it ends before what it works on
};

// How many threads may reckon beside the one that asks.
inline unsigned helpers_at_hand() {
    constexpr unsigned most = 8;
    const unsigned cores = std::thread::hardware_concurrency();
    return cores < 2 ? 0 : std::min(cores - 1, most);
}

}  // namespace frist::office
