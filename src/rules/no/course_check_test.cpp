// What the law says to a course before anybody uses it: one fault in each row, named with its step and its section.
#include "rules/no/course_check.h"
#include "support/norway.h"

namespace frist::rules::no {
namespace {

using namespace tested;
using cases::DebtorKind;
using cases::Relation;

cases::Step with(cases::Step made, int deadline, bool enforcement = false) {
    made.deadline_days = deadline;
    made.with_enforcement_notice = enforcement;
    return made;
}

cases::Step by(cases::Step made, std::vector<cases::Channel> channels) {
    made.channels = std::move(channels);
    return made;
}

cases::Course course(std::vector<cases::Step> steps) {
    cases::Course made;
    made.name = "test";
    made.close_at_or_below = nok(0);
    made.steps = std::move(steps);
    return made;
}

struct Ask { DebtorKind kind = DebtorKind::person; Relation relation = Relation::consumer; CheckFor check = CheckFor::saving; cases::Mode mode = cases::Mode::self; };

std::vector<Error> faults(const cases::Course& c, const Ask& ask = {}, std::vector<cases::Sent> earlier = {}) {
    auto found = check_course({c, ask.mode, ask.kind, ask.relation, earlier, d("2026-01-15"), ask.check}, norwegian_law());
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : std::vector<Error>{};
}

const cases::Step reminder = step(StepKind::reminder, true);
const cases::Step notice = step(StepKind::notice, true);
const cases::Step demand = step(StepKind::demand, true);

TEST(course_check, finds_nothing_wrong_with_the_usual_course) {
    EXPECT_TRUE(faults(course({step(StepKind::nudge), reminder, notice, with(demand, 14, true), step(StepKind::attachment)})).empty());
    EXPECT_TRUE(faults(course({notice, demand, step(StepKind::bankruptcy)}), {DebtorKind::company, Relation::business}).empty());
    EXPECT_TRUE(faults(course({})).empty());
    EXPECT_TRUE(faults(course({by(reminder, {cases::Channel::email}), by(notice, {cases::Channel::email}), by(demand, {cases::Channel::email, cases::Channel::paper})})).empty());
}

TEST(course_check, names_each_fault) {
    struct Row { const char* about; cases::Course course; Ask ask; const char* field; const char* code; const char* section; };
    const Row rows[] = {
        {"a notice with 13 days", course({with(notice, 13)}), {}, "steps[0].deadline_days", "course.deadline", "inkassoloven § 9"},
        {"a demand with 13 days", course({notice, with(demand, 13)}), {}, "steps[1].deadline_days", "course.deadline", "inkassoloven § 10"},
        {"a demand first", course({demand}), {}, "steps[0].step", "course.order", "inkassoloven §§ 9 and 10"},
        {"a reminder after a notice", course({notice, step(StepKind::reminder)}), {}, "steps[1].step", "course.order", "would lead the debtor back"},
        {"conciliation without a demand", course({notice, step(StepKind::conciliation)}), {}, "steps[1].step", "course.order", "inkassoloven §§ 10 and 11"},
        {"attachment without its notice", course({notice, demand, step(StepKind::attachment)}), {}, "steps[2].step", "course.enforcement_notice", "tvangsfullbyrdelsesloven § 4-18"},
        {"an enforcement notice on a reminder", course({with(reminder, 14, true)}), {}, "steps[0].with_enforcement_notice", "course.enforcement_notice", "tvangsfullbyrdelsesloven § 4-18"},
        {"attachment against a public body", course({notice, with(demand, 14, true), step(StepKind::attachment)}), {DebtorKind::public_body, Relation::business},
         "steps[2].step", "course.debtor", "tvangsfullbyrdelsesloven § 1-2"},
        {"bankruptcy of a consumer", course({notice, demand, step(StepKind::bankruptcy)}), {DebtorKind::sole_trader, Relation::consumer}, "steps[2].step", "course.debtor", "konkursloven § 63"},
        {"bankruptcy of a person", course({notice, demand, step(StepKind::bankruptcy)}), {DebtorKind::person, Relation::business}, "steps[2].step", "course.debtor", "konkursloven § 63"},
        {"bankruptcy of a public body", course({notice, demand, step(StepKind::bankruptcy)}), {DebtorKind::public_body, Relation::business}, "steps[2].step", "course.debtor", "konkursloven § 63"},
        {"a step after a legal one", course({notice, demand, step(StepKind::conciliation), step(StepKind::bankruptcy)}), {DebtorKind::company, Relation::business},
         "steps[3].step", "course.order", "nothing follows a legal step"},
        {"a nudge with a fee", course({step(StepKind::nudge, true)}), {}, "steps[0].fee", "course.fee", "inkassoforskriften § 1-2"},
        {"three small fees", course({reminder, reminder, notice}), {}, "steps[2].fee", "course.fee", "at most two letters with a fee"},
        {"a second fee after a short reminder", course({with(reminder, 13), notice}), {}, "steps[1].fee", "course.fee", "in the first reminder"},
        {"a second fee after a notice", course({notice, notice}), {}, "steps[1].fee", "course.fee", "in the first reminder"},
        {"two demands with a fee", course({notice, demand, demand}), {}, "steps[2].fee", "course.fee", "one demand with a fee"},
        {"a demand by e-mail alone", course({notice, by(demand, {cases::Channel::email})}), {}, "steps[1].channels", "course.channel", "inkassoloven § 3 a"},
        {"a legal step with a channel", course({notice, demand, by(step(StepKind::conciliation), {cases::Channel::paper})}), {}, "steps[2].channels", "course.channel", "is filed and is no letter"},
        {"a rest note", course({step(StepKind::rest_note)}), {}, "steps[0].step", "course.rest_note", "never a step"},
    };
    for (const Row& row : rows) {
        const auto found = faults(row.course, row.ask);
        ASSERT_EQ(found.size(), 1u) << row.about;
        EXPECT_EQ(found[0].field, row.field) << row.about;
        EXPECT_EQ(found[0].code, row.code) << row.about;
        EXPECT_NE(found[0].message.find(row.section), std::string::npos) << row.about << ": " << found[0].message;
        EXPECT_NE(found[0].remedy, "") << row.about;
    }
}

TEST(course_check, names_all_faults_of_a_step) {
    // The reminder stands in the wrong place, and where it stands its fee would be refused.
    const auto found = faults(course({notice, reminder}));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].field, "steps[1].step");
    EXPECT_EQ(found[1].field, "steps[1].fee");
}

TEST(course_check, measures_the_criteria) {
    struct Row { int grace; std::int64_t close; int rest; int wait; int deadline; const char* field; };
    const Row rows[] = {
        {0, 0, 1, 0, 0, nullptr},        {60, 50'00, 3660, 3660, 3660, nullptr}, {-1, 0, 14, 0, 14, "grace_banking_days"}, {61, 0, 14, 0, 14, "grace_banking_days"},
        {0, -1, 14, 0, 14, "close_at_or_below"}, {0, 0, 0, 0, 14, "rest_note_deadline_days"}, {0, 0, 3661, 0, 14, "rest_note_deadline_days"},
        {0, 0, 14, -1, 14, "steps[0].wait_days"}, {0, 0, 14, 3661, 14, "steps[0].wait_days"},
        {0, 0, 14, 0, -1, "steps[0].deadline_days"}, {0, 0, 14, 0, 3661, "steps[0].deadline_days"},
    };
    for (const Row& row : rows) {
        cases::Course c = course({with(step(StepKind::reminder), row.deadline)});
        c.steps[0].wait_days = row.wait;
        c.grace_banking_days = row.grace;
        c.close_at_or_below = nok(row.close);
        c.rest_note_deadline_days = row.rest;
        const auto found = faults(c);
        ASSERT_EQ(found.size(), row.field ? 1u : 0u) << (row.field ? row.field : "in range");
        if (row.field) {
            EXPECT_EQ(found[0].field, row.field);
            EXPECT_EQ(found[0].code, "course.range");
        }
    }
}

TEST(course_check, counts_what_somebody_sent_before) {
    const cases::Course c = course({demand});
    EXPECT_EQ(faults(c, {}, {letter(1, StepKind::notice, "2025-12-01", "2025-12-14")}).size(), 1u);   // 13 days
    EXPECT_TRUE(faults(c, {}, {letter(1, StepKind::notice, "2025-12-01", "2025-12-15")}).empty());
    EXPECT_EQ(faults(c, {}, {letter(1, StepKind::notice, "2025-12-01", "")}).size(), 1u);
}

TEST(course_check, lets_a_played_course_wish_for_what_will_be_refused) {
    const cases::Course three = course({reminder, reminder, notice});
    EXPECT_EQ(faults(three).size(), 1u);
    EXPECT_TRUE(faults(three, {DebtorKind::person, Relation::consumer, CheckFor::playing}).empty());
    // An agency's demand has no creditor's fee, so two of them are no two fees.
    EXPECT_TRUE(faults(course({notice, demand, demand}), {DebtorKind::person, Relation::consumer, CheckFor::saving, cases::Mode::agency}).empty());
}

}  // namespace
}  // namespace frist::rules::no
