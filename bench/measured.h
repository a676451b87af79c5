// One part of one measurement: what is prepared is not counted, what runs inside measure() is. A part is one process,
// so that bench/run can let floor, peer and Frist take turns.
#pragma once
#include "base/pch.h"

#include <chrono>
#include <ctime>
#include <span>
#include <string>

namespace frist::bench {

// What a part was asked for on its command line: NAME COUNT [FILE...].
struct Ask {
    int count = 0;
    std::vector<std::string> files;
    [[nodiscard]] const std::string& file(std::size_t index = 0) const {
        if (index >= files.size()) {
            std::fprintf(stderr, "frist_bench: this part needs %zu files\n", index + 1);
            std::exit(2);
        }
        return files[index];
    }
};

class Clock {
public:
    [[nodiscard]] double wall() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count(); }
    [[nodiscard]] double cpu() const { return cpu_now() - cpu_begun_; }

private:
    static double cpu_now() {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    }
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    double cpu_begun_ = cpu_now();
};

// Runs `work` once and says on standard output how many items it did in how long. `more` are further numbers,
// `"bytes": 1` and the like.
template <class Work>
void measure(std::int64_t items, const Work& work) {
    const Clock clock;
    const std::string more = work();
    const double cpu = clock.cpu();
    const double wall = clock.wall();
    fmt::print("{{\"items\": {}, \"wall\": {:.6f}, \"cpu\": {:.6f}{}{}}}\n", items, wall, cpu, more.empty() ? "" : ", ", more);
}

// Milliseconds at the middle and at the 99th percentile, as JSON.
inline std::string waits(const std::string& name, std::vector<double>& seconds) {
    std::sort(seconds.begin(), seconds.end());
    const auto at = [&](double share) { return 1000 * seconds[static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1))]; };
    return fmt::format("\"{0}_p50\": {1:.3f}, \"{0}_p99\": {2:.3f}", name, at(0.5), at(0.99));
}

struct Part {
    const char* name;
    const char* says;
    void (*run)(const Ask&);
};

std::span<const Part> interest_parts();
std::span<const Part> night_parts();
std::span<const Part> ledger_parts();
std::span<const Part> payment_parts();
std::span<const Part> letter_parts();
std::span<const Part> verify_parts();
std::span<const Part> register_parts();
std::span<const Part> wire_parts();
std::span<const Part> sheet_parts();
std::span<const Part> server_parts();
std::span<const Part> scale_parts();

}  // namespace frist::bench
