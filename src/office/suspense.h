// Money that found no case waits for a person, who is told where it may belong and says where it does.
#pragma once
#include "office/booking.h"
#include "office/register.h"

namespace frist::office {

// Why a line may belong to a case, the best reason first.
enum class Hint { reference, letter, open, principal, payer, name };
constexpr auto names_of(Hint) { return std::to_array<std::string_view>({"reference", "letter", "open", "principal", "payer", "name"}); }

struct Suggestion {
    Id case_id = 0;
    std::vector<Hint> hints;   // in their order
    std::string why;           // in words, each once
};
struct Waiting {
    LineRow line;
    std::vector<Suggestion> suggestions;   // the best first, at most five
};
// What waits, each with the open cases it might belong to. The cost grows with what waits, but for the register, which knows
// open sums and names. Errors store.*, law.*.
Result<std::vector<Waiting>> suspense(const Desk& desk, Register* cases);

// One digit wrong, or two neighbours exchanged.
bool nearly_the_same(const std::string& a, const std::string& b);

struct AssignWish {
    Id line = 0;
    Id case_id = 0;
    std::optional<Money> amount;   // none: all that is left
    Id person = 0;                 // 0: the command line
};
// A person says where a waiting payment, or a part of it, belongs. Errors suspense.unknown, suspense.amount, and those of a payment.
Outcome assign(const Desk& desk, const AssignWish& wish);

}  // namespace frist::office
