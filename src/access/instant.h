// A second of universal time. Passwords, sessions and codes cannot live with Moment, a clock on a wall: that one knows
// no seconds and stands still or jumps for an hour on two nights a year.
#pragma once
#include "base/date.h"

namespace frist::access {

struct Instant {
    std::int64_t second = 0;  // since 1970-01-01T00:00:00Z
    auto operator<=>(const Instant&) const = default;
};

struct Seconds {
    std::int64_t count = 0;
    auto operator<=>(const Seconds&) const = default;
};
constexpr Seconds minutes(std::int64_t count) {
    return {count * 60};
}
constexpr Seconds hours(std::int64_t count) {
    return {count * 3600};
}
constexpr Seconds days(std::int64_t count) {
    return {count * 86400};
}

constexpr Instant operator+(Instant at, Seconds later) {
    return {at.second + later.count};
}
constexpr Instant operator-(Instant at, Seconds earlier) {
    return {at.second - earlier.count};
}
constexpr Seconds operator-(Instant to, Instant from) {
    return {to.second - from.second};
}

// Its day in universal time. Instants before 1970 do not occur.
constexpr Date day_of(Instant at) {
    return Date::from_days(static_cast<std::int32_t>(at.second / 86400));
}

std::string text(Instant at);  // "2026-07-06T14:05:09Z"

}  // namespace frist::access
