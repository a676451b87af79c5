#include "access/instant.h"

#include "base/pch.h"

namespace frist::access {

std::string text(Instant at) {
    const std::int64_t second = at.second % 86400;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", text(day_of(at)), second / 3600, second / 60 % 60, second % 60);
}

}  // namespace frist::access
