// The inkassolov of 2026 has no first day yet. Switched on by data alone, it stops what a creditor may no longer send.
#include "rules/decide.h"
#include "rules/next.h"
#include "rules/no/deadlines.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;

const Norway& from_july() {
    static const Norway country([] {
        NorwegianLaw law = norwegian_law();
        law.act_2026_from = d("2026-07-01");
        return law;
    }());
    return country;
}

cases::Case with_notice_step(cases::Mode mode) {
    cases::Case c = case_of({claim("F1", nok(10'000'00), "2026-06-01")});
    c.mode = mode;
    c.course.name = "test";
    c.course.close_at_or_below = nok(0);
    c.course.steps = {step(StepKind::notice), step(StepKind::demand)};
    return c;
}

TEST(act_2026, a_notice_and_a_demand_are_an_agencys_letters) {
    const cases::Case own = with_notice_step(cases::Mode::self);
    EXPECT_FALSE(forbidden_letter(own, StepKind::notice, d("2026-06-30"), from_july().law()));
    for (const StepKind kind : {StepKind::notice, StepKind::demand}) {
        const auto reason = forbidden_letter(own, kind, d("2026-07-01"), from_july().law());
        ASSERT_TRUE(reason.has_value());
        EXPECT_EQ(reason->rule, "inkassoloven 2026 §§ 20 and 21");
    }
    EXPECT_FALSE(forbidden_letter(own, StepKind::reminder, d("2026-07-01"), from_july().law()));
    EXPECT_FALSE(forbidden_letter(with_notice_step(cases::Mode::agency), StepKind::notice, d("2026-07-01"), from_july().law()));
    EXPECT_FALSE(forbidden_letter(own, StepKind::notice, d("2026-12-31"), norwegian_law()));
}

TEST(act_2026, a_creditors_course_stops_before_it_and_a_person_chooses) {
    // On time the notice leaves; a night that comes only in July orders nothing.
    const cases::Case own = with_notice_step(cases::Mode::self);
    const auto in_june = decide_clock(own, d("2026-06-30"), from_july());
    ASSERT_TRUE(in_june.ok());
    EXPECT_TRUE(std::holds_alternative<cases::LetterOrdered>(in_june->front()));
    const auto in_july = decide_clock(own, d("2026-07-01"), from_july());
    ASSERT_TRUE(in_july.ok());
    EXPECT_TRUE(std::holds_alternative<cases::ChoiceAwaited>(in_july->front()));
    // What was ordered in June and would leave in July is refused.
    cases::Case ordered = own;
    for (const cases::Event& event : *in_june) cases::evolve(ordered, event);
    const auto late = decide(ordered, cases::ReportSent{ordered.ordered->letter, d("2026-07-01"), {}, {}, {}}, d("2026-07-01"), from_july());
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, "letter.forbidden");
    // An agency goes on.
    const auto agency = decide_clock(with_notice_step(cases::Mode::agency), d("2026-07-01"), from_july());
    ASSERT_TRUE(agency.ok());
    EXPECT_TRUE(std::holds_alternative<cases::LetterOrdered>(agency->front()));
}

}  // namespace
}  // namespace frist::rules::no
