#include "reports/work.h"

#include "base/pch.h"

#include <charconv>

namespace frist::reports {
namespace {

constexpr std::int64_t second_of_day = 86'400;

// The last Sunday of a month of 31 days.
Date last_sunday(int year, int month) {
    const Date last = Date::of(year, month, 31);
    return last - Days{last.weekday() % 7};
}

// The number behind a noun: "line 5 case 7" is on case 7. 0: it is on none.
Id number_after(std::string_view on, std::string_view noun) {
    std::size_t at = 0;
    while (at < on.size()) {
        const std::size_t end = std::min(on.find(' ', at), on.size());
        const bool here = on.substr(at, end - at) == noun;
        at = std::min(end + 1, on.size());
        Id number = 0;
        if (here && std::from_chars(on.data() + at, on.data() + on.size(), number).ec == std::errc{}) return number;
    }
    return 0;
}

}  // namespace

std::int64_t minutes_of(std::optional<std::int64_t> before, std::int64_t second) {
    if (!before || second < *before || second - *before > longest_pause) return 1;
    return second / 60 - *before / 60;
}

Date norwegian_day(std::int64_t second) {
    const auto at = [](Date day) { return std::int64_t{day.days_since_1970()} * second_of_day + 3'600; };
    const Date day = Date::from_days(static_cast<std::int32_t>(second / second_of_day));
    const bool summer = second >= at(last_sunday(day.year(), 3)) && second < at(last_sunday(day.year(), 10));
    return Date::from_days(static_cast<std::int32_t>((second + (summer ? 7'200 : 3'600)) / second_of_day));
}

bool on_an_exception(std::string_view what) {
    constexpr std::string_view not_so[] = {"case-new", "case-document", "case-evidence", "case-hand-over", "payment-file", "refund-file"};
    constexpr std::string_view kinds[] = {"case-", "payment-", "refund-", "debtor-", "debtors-", "note-"};
    if (std::find(std::begin(not_so), std::end(not_so), what) != std::end(not_so)) return false;
    return std::any_of(std::begin(kinds), std::end(kinds), [&](std::string_view kind) { return what.starts_with(kind); });
}

Result<std::vector<HandAct>> hand_acts(const Room& room, Date as_of) {
    FRIST_TRY(const std::vector<LoggedAct> logged, room.source.acts_by_hand(room.desk.creditor));
    std::map<Id, std::int64_t> last;
    std::vector<HandAct> all;
    for (const LoggedAct& one : logged) {
        HandAct act{norwegian_day(one.second), one.person, one.what, number_after(one.on, "case"), 0, on_an_exception(one.what), 0};
        if (act.exception) {
            const auto before = last.find(one.person);
            act.minutes = minutes_of(before == last.end() ? std::nullopt : std::optional(before->second), one.second);
            last[one.person] = one.second;
        }
        if (act.case_id == 0) act.debtor = number_after(one.on, "debtor");
        if (act.day <= as_of) all.push_back(std::move(act));
    }
    std::stable_sort(all.begin(), all.end(), [](const HandAct& a, const HandAct& b) { return a.case_id < b.case_id; });
    return all;
}

}  // namespace frist::reports
