#include "base/pch.h"
#include "store/statement.h"

namespace frist::store {

Outcome Statement::run() {
    FRIST_TRY(const bool row, step());
    FRIST_CHECK(!row);
    return done;
}

std::optional<Date> Statement::maybe_date() {
    if (nothing()) {
        ++read_;
        return std::nullopt;
    }
    const Result<Date> day = Date::parse(view());
    FRIST_CHECK(day.ok());
    return *day;
}

}  // namespace frist::store
