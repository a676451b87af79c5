// Facts that a letter cannot stand on are refused, with the field.
#include "letters/invented.h"

namespace frist::letters {
namespace {

template <class T>
std::string refused(Facts facts, const std::function<void(Facts&, T&)>& change) {
    T mine = std::get<T>(facts.particulars);
    change(facts, mine);
    facts.particulars = mine;
    const Outcome checked = check(facts);
    return checked.ok() ? "fine" : checked.error().code + " " + checked.error().field;
}

TEST(particulars, must_be_those_of_the_kind) {
    for (std::size_t a = 0; a < names_of(Kind{}).size(); ++a) {
        Facts facts = invented::facts(static_cast<Kind>(a));
        EXPECT_TRUE(check(facts).ok()) << names_of(Kind{})[a];
        const bool none = std::holds_alternative<std::monostate>(facts.particulars);
        facts.particulars = none ? invented::facts(Kind::receipt).particulars : Particulars{};
        ASSERT_FALSE(check(facts).ok()) << names_of(Kind{})[a];
        // Without its particulars a closing does not know of what was overpaid.
        EXPECT_EQ(check(facts).error().code, static_cast<Kind>(a) == Kind::closing ? "letter.payments" : "letter.particulars") << names_of(Kind{})[a];
    }
}

TEST(particulars, of_a_plan) {
    const auto code = [](const std::function<void(Facts&, PlanTerms&)>& change) { return refused<PlanTerms>(invented::dear_agreement(), change); };
    EXPECT_EQ(code([](Facts&, PlanTerms&) {}), "fine");
    EXPECT_EQ(code([](Facts&, PlanTerms& p) { p.instalments[0].amount += nok(1); }), "letter.particulars instalments");
    EXPECT_EQ(code([](Facts&, PlanTerms& p) { p.instalments[1].due = p.instalments[0].due; }), "letter.particulars instalments[1]");
    EXPECT_EQ(code([](Facts&, PlanTerms& p) { p.cost_reason.clear(); }), "letter.particulars cost");
    EXPECT_EQ(code([](Facts&, PlanTerms& p) { p.cost = nok(9'999'999); }), "letter.particulars cost");
    EXPECT_EQ(code([](Facts& f, PlanTerms&) { f.deadline = Date::of(2026, 3, 21); }), "letter.particulars instalments[0]");
    EXPECT_EQ(code([](Facts& f, PlanTerms&) { f.deadline.reset(); }), "letter.deadline deadline");
}

TEST(particulars, of_a_receipt_and_a_closing) {
    EXPECT_EQ(refused<ReceivedPayment>(invented::receipt(), [](Facts&, ReceivedPayment& p) { p.interest += nok(1); }), "letter.particulars payment");
    EXPECT_EQ(refused<ReceivedPayment>(invented::receipt(), [](Facts&, ReceivedPayment& p) { p.on = p.on.next(); }), "letter.particulars payment");
    EXPECT_EQ(refused<ClosedCase>(invented::small_rest(), [](Facts&, ClosedCase& c) { c.written_off = nok(1); }), "letter.particulars written_off");
    EXPECT_EQ(refused<ClosedCase>(invented::small_rest(), [](Facts&, ClosedCase& c) { c.why = Ending::paid; }), "letter.particulars written_off");
    EXPECT_EQ(refused<ClosedCase>(invented::closing(), [](Facts&, ClosedCase& c) { c.overpaid = nok(0); }), "letter.payments payments");
}

TEST(particulars, of_an_answer_and_a_bankruptcy_demand) {
    EXPECT_EQ(refused<ObjectionAnswer>(invented::objection_answer(), [](Facts&, ObjectionAnswer& a) { a.words.clear(); }), "letter.particulars words");
    EXPECT_EQ(refused<ObjectionAnswer>(invented::objection_answer(), [](Facts&, ObjectionAnswer& a) { a.words = {std::string(4'001, 'a')}; }), "letter.particulars words");
    EXPECT_EQ(refused<ObjectionAnswer>(invented::objection_answer(), [](Facts& f, ObjectionAnswer& a) { a.received = f.written.next(); }), "letter.particulars received");
    EXPECT_EQ(refused<ObjectionAnswer>(invented::objection_answer(), [](Facts&, ObjectionAnswer& a) { a.verdict = Verdict::upheld; }), "letter.particulars verdict");
    EXPECT_EQ(refused<ObjectionAnswer>(invented::partly_upheld(), [](Facts&, ObjectionAnswer& a) { a.credited = nok(0); }), "letter.particulars credited");
    EXPECT_EQ(refused<BankruptcyCall>(invented::bankruptcy_demand(), [](Facts&, BankruptcyCall& c) { c.service_from = c.demanded; }), "letter.particulars service_from");
    EXPECT_EQ(refused<BankruptcyCall>(invented::bankruptcy_demand(), [](Facts& f, BankruptcyCall&) { f.deadline = f.written + Days{14}; }), "letter.deadline deadline");
}

TEST(particulars, an_enforcement_notice_gives_two_weeks) {
    Facts facts = invented::enforcement_notice();
    facts.deadline = *facts.deadline - Days{1};
    facts.total_at_deadline.reset();
    const Result<Letter> letter = compose(facts, invented::texts());
    ASSERT_FALSE(letter.ok());
    EXPECT_EQ(letter.error().code, "letter.deadline");
}

}  // namespace
}  // namespace frist::letters
