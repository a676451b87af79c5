// inkassoforskriften § 1-3: a second small fee only after a missed deadline of at least 14 days in the first
// reminder.
#include "base/embedded.h"
#include "rules/no/fees.h"

#include <gtest/gtest.h>

namespace frist::rules::no {
namespace {

using cases::StepKind;

Date d(const char* iso) { return Date::parse(iso).value(); }

NorwegianLaw norwegian_law() {
    auto book = law::Book::read("no", embedded::law());
    return std::move(NorwegianLaw::from(book.value())).value();
}

cases::Sent letter(int number, StepKind kind, const char* sent, const char* deadline, Money fee, bool voided = false) {
    cases::Sent s;
    s.letter = number;
    s.kind = kind;
    s.sent = d(sent);
    s.deadline = d(deadline);
    s.fee = fee;
    s.voided = voided;
    s.claims = {0};
    return s;
}

cases::Case with(std::vector<cases::Sent> letters) {
    cases::Case c;
    cases::Claim claim;
    claim.amount = nok(10'000'00);
    claim.due = d("2025-01-15");
    claim.late_from = claim.due;
    c.claims = {claim};
    c.letters = std::move(letters);
    return c;
}

TEST(second_fee, hangs_on_the_deadline_of_the_first_reminder) {
    const NorwegianLaw law = norwegian_law();
    struct Row { const char* about; std::vector<cases::Sent> letters; const char* notice; bool granted; };
    const Row rows[] = {
        {"14 days, on the last day", {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(3500))}, "2025-02-12", false},
        {"14 days, the day after", {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(3500))}, "2025-02-13", true},
        {"13 days", {letter(1, StepKind::reminder, "2025-01-29", "2025-02-11", nok(3500))}, "2025-03-01", false},
        {"10 days, then a free reminder with 14",
         {letter(1, StepKind::reminder, "2025-01-29", "2025-02-08", nok(3500)), letter(2, StepKind::reminder, "2025-02-09", "2025-02-23", nok(0))}, "2025-02-24", false},
        {"came back, then sent anew with 14 days",
         {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(3500), true), letter(2, StepKind::reminder, "2025-02-09", "2025-02-23", nok(0))}, "2025-02-24", true},
        {"came back, and the new deadline still runs",
         {letter(1, StepKind::reminder, "2025-01-29", "2025-02-12", nok(3500), true), letter(2, StepKind::reminder, "2025-02-09", "2025-02-23", nok(0))}, "2025-02-23", false},
    };
    for (const Row& row : rows) {
        const auto fee = letter_fee(with(row.letters), StepKind::notice, d(row.notice), law);
        ASSERT_TRUE(fee.ok()) << row.about;
        EXPECT_EQ(fee->granted.has_value(), row.granted) << row.about << ": " << fee->reason.says;
    }
}

}  // namespace
}  // namespace frist::rules::no
