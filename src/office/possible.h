// What a person may do with a case today, and what not: the law's and the case's own answer to each act, tried on a copy.
#pragma once
#include "cases/command.h"
#include "office/answer_case.h"

namespace frist::office {

enum class Act { pause, resume, withdraw, object, settle_objection, returned_mail, address_fixed, bankrupt, plan, credit, legal, approve_letter, reset_letter, merge, unmerge, filed, hearing, served, decided, take_step, close_rest, course, interest, reopen, noticed };
constexpr auto names_of(Act) {
    return std::to_array<std::string_view>({"pause", "resume", "withdraw", "object", "settle_objection", "returned_mail", "address_fixed", "bankrupt", "plan", "credit", "legal",
                                            "approve_letter", "reset_letter", "merge", "unmerge", "filed", "hearing", "served", "decided", "take_step", "close_rest", "course", "interest", "reopen", "noticed"});
}

struct Possible {
    Act act = Act::pause;
    std::optional<cases::StepKind> kind;   // of a legal step
    int letter = 0;                        // of a letter that is approved or goes out anew
    Id other = 0;                          // the case that is joined or parted
    std::optional<Date> from;              // the day on which the law opens it, when it does not yet
    std::optional<Error> refused;          // why not; nothing: it may be done
};

// In the order of `Act`; an act that has no object at all (nothing to resume, no letter to approve) is left out.
// Errors store.*, law.*.
Result<std::vector<Possible>> possible(const Desk& desk, const cases::Case& c);

}  // namespace frist::office
