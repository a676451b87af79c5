// What the tests of the Norwegian rules begin with: the law that ships with Frist, and cases in a line or two.
#pragma once
#include "base/embedded.h"
#include "cases/evolve.h"
#include "rules/no/norway.h"

#include <gtest/gtest.h>

namespace frist::tested {

using cases::StepKind;

inline Date d(std::string_view iso) { return Date::parse(iso).value(); }

inline const rules::no::Norway& norway() {
    static const rules::no::Norway country([] {
        auto book = law::Book::read("no", embedded::law());
        return std::move(rules::no::NorwegianLaw::from(book.value())).value();
    }());
    return country;
}
inline const rules::no::NorwegianLaw& norwegian_law() { return norway().law(); }

// A claim that is late from its due date: as printed, without any shift.
inline cases::Claim claim(std::string number, Money amount, std::string_view due) {
    cases::Claim made;
    made.number = std::move(number);
    made.amount = amount;
    made.due = d(due);
    made.late_from = made.due;
    return made;
}

// A letter that covers the first claim.
inline cases::Sent letter(int number, StepKind kind, std::string_view sent, std::string_view deadline, Money fee = nok(0)) {
    cases::Sent made;
    made.letter = number;
    made.kind = kind;
    made.sent = d(sent);
    if (!deadline.empty()) made.deadline = d(deadline);
    made.fee = fee;
    made.claims = {0};
    return made;
}

// A legal step that was filed, and how and when it ended.
inline cases::Filing filing(StepKind kind, std::string_view on, std::optional<cases::LegalOutcome> outcome = {}, std::string_view decided = {}) {
    cases::Filing made;
    made.kind = kind;
    made.on = d(on);
    made.outcome = outcome;
    if (!decided.empty()) made.decided = d(decided);
    return made;
}

// A consumer's case in the creditor's own hands, opened on the first due date.
inline cases::Case case_of(std::vector<cases::Claim> claims, std::vector<cases::Sent> letters = {}) {
    cases::Case made;
    made.id = 1;
    made.debtor = 1;
    made.country = "NO";
    made.opened = claims.front().due;
    made.claims = std::move(claims);
    made.letters = std::move(letters);
    for (cases::Sent& sent : made.letters) {
        made.last_letter = std::max(made.last_letter, sent.letter);
        sent.claims.resize(made.claims.size());
        for (std::size_t i = 0; i < sent.claims.size(); ++i) sent.claims[i] = static_cast<int>(i);
    }
    return made;
}

// The step of a course: with its fee or without, and 14 days.
inline cases::Step step(StepKind kind, bool fee = false) {
    cases::Step made;
    made.kind = kind;
    made.fee = fee;
    return made;
}

}  // namespace frist::tested
