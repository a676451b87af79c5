#include "access/waits.h"

#include "access/log_in.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::string_view before_seconds = "Try again in ";

Result<FailureRow> failures_of(Store& store, const Meter& meter, Instant now) {
    FRIST_TRY(const std::optional<FailureRow> row, store.failures(sha256(meter.of)));
    if (row && now - row->last < failures_live) return *row;
    return FailureRow{sha256(meter.of), 0, now};
}

Outcome put_count(Store& store, const Meter& meter, int count, Instant now) {
    return store.put_failures({sha256(meter.of), count, now});
}

}  // namespace

Meter Meter::of_email(std::string_view email) {
    return {fmt::format("email {}", email), 5};
}
Meter Meter::of_address(std::string_view address) {
    return {fmt::format("address {}", address), 20};
}
Meter Meter::of_password(Id person) {
    return {fmt::format("password {}", person), 5};
}
Meter Meter::of_code(Id person) {
    return {fmt::format("code {}", person), 5};
}

Meter Meter::of_mandate(Id person) {
    return {fmt::format("mandate {}", person), 5};
}

Seconds wait_after(int failures, int free) {
    if (failures < free) return {0};
    const int doublings = std::min(failures - free, 20);
    return std::min(Seconds{first_wait.count << doublings}, longest_wait);
}

Outcome begin_attempt(Store& store, const std::vector<Meter>& meters, Instant now) {
    return store.change([&]() -> Outcome {
        Seconds wait{0};
        std::vector<FailureRow> rows;
        for (const Meter& meter : meters) {
            FRIST_TRY(FailureRow row, failures_of(store, meter, now));
            // Never longer than it would be had it failed just now: a clock may have been set back.
            const Seconds whole = wait_after(row.count, meter.free);
            wait = std::max(wait, std::min(row.last + whole - now, whole));
            rows.push_back(std::move(row));
        }
        if (wait.count > 0)
            return Error{"access.wait", "", "there were too many attempts",
                         fmt::format("{}{} seconds.", before_seconds, wait.count)};
        for (const FailureRow& row : rows) FRIST_TRY_DONE(store.put_failures({row.of, row.count + 1, now}));
        return done;
    });
}

Outcome forget_failures(Store& store, const Meter& meter, Instant now) {
    return put_count(store, meter, 0, now);
}

Outcome take_back_attempt(Store& store, const Meter& meter, Instant now) {
    FRIST_TRY(const FailureRow row, failures_of(store, meter, now));
    return put_count(store, meter, std::max(row.count - 1, 0), row.last);
}

Outcome write_again(Store& store, const Meter& meter, Instant now) {
    return store.change([&]() -> Outcome {
        FRIST_TRY(const FailureRow row, failures_of(store, meter, now));
        return store.put_failures(row);
    });
}

std::optional<Seconds> wait_seconds(const Error& error) {
    if (error.code != "access.wait") return std::nullopt;
    Seconds wait;
    std::from_chars(error.remedy.data() + before_seconds.size(), error.remedy.data() + error.remedy.size(), wait.count);
    return wait;
}

}  // namespace frist::access
