// How long one who fails must wait. An attempt is counted before it is looked at, so that many at once count too, and
// what succeeds is taken back. After the free ones each wait is twice as long as the one before, from half a minute.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds first_wait{30};
inline constexpr Seconds longest_wait = minutes(15);  // longer ones would let anybody lock a person out
inline constexpr Seconds failures_live = hours(24);   // without a new one

// One count of attempts. Only the SHA-256 of `of` is kept.
struct Meter {
    std::string of;
    int free = 5;

    static Meter of_email(std::string_view email);
    static Meter of_address(std::string_view address);  // more free ones: an office shares one
    static Meter of_password(Id person);                // asked again inside a session
    static Meter of_code(Id person);
    static Meter of_mandate(Id person);
};

// The wait that follows the failure of this number.
Seconds wait_after(int failures, int free);

// Counts one attempt on each meter, in a transaction of its own. Error access.wait, and then nothing is counted.
Outcome begin_attempt(Store& store, const std::vector<Meter>& meters, Instant now);
// The attempt succeeded: the person's own meter is at naught.
Outcome forget_failures(Store& store, const Meter& meter, Instant now);
// Writes the count as it is: the work of an act, where none may be written.
Outcome write_again(Store& store, const Meter& meter, Instant now);
// The attempt succeeded: only it is taken back, for others share the meter.
Outcome take_back_attempt(Store& store, const Meter& meter, Instant now);

}  // namespace frist::access
