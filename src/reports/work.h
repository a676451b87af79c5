// What people did by hand, read from the log of acts: so that what goes by itself can be seen to.
#pragma once
#include "reports/report.h"

namespace frist::reports {

// An act of a person, with what it says of the time that it took.
struct HandAct {
    Date day;                     // by Norway's clock
    Id person = 0;
    std::string what;             // its word in the log
    Id case_id = 0;               // 0: on no case
    Id debtor = 0;                // when it is on a debtor and on no case
    bool exception = false;       // on a case, a payment, a debtor or a note: neither set-up nor taking in nor handing out
    std::int64_t minutes = 0;     // of an exception
};

// Exceptions nearer to each other than this are taken for one stretch of work.
inline constexpr std::int64_t longest_pause = 300;

// The minutes of an exception: those by which the clock went on since the same person's exception before it, when that was at most five
// minutes ago; else one. So many of them within one minute are one minute, and a stretch of work is as long as its clock says.
std::int64_t minutes_of(std::optional<std::int64_t> before, std::int64_t second);
// The day in Norway: an hour ahead of universal time, two from the last Sunday of March until that of October, at one o'clock UTC.
Date norwegian_day(std::int64_t second);
// Whether an act is work on what did not go by itself.
bool on_an_exception(std::string_view what);
// All until the end of a day, ordered by case and then as the log has them. Errors store.*.
Result<std::vector<HandAct>> hand_acts(const Room& room, Date as_of);

}  // namespace frist::reports
