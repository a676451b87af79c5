// Ten thousand lives by chance: claims, payments, objections, deaths, letters that are ordered when they should not be,
// with deadlines and fees that are wrong. Whatever the gate lets through is held against the law a second time
// (law_of_letters.h). Each life has its number as its seed: a failure names it, and it plays the same again.
#include "gate/witness.h"

#include "base/pch.h"
#include "rules/balance.h"
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/opening.h"
#include "support/norway.h"

#include <map>

namespace frist::tested {
namespace {

using cases::DebtorKind;

constexpr std::uint64_t lives = 10'000;

struct Told {
    std::map<std::string, int> left;      // letters that left, by kind
    std::map<std::string, int> lives;     // the same by who collects from whom and what it is
    int heavy = 0, light = 0;             // of an agency's, after its demand
    std::map<std::string, int> stopped;   // what the law would have stopped, and the gate did
    int free = 0;                         // letters that neither the law nor the gate minds
    int strict = 0;                       // letters that the gate stopped for something that is no law
};

class Life {
public:
    Life(std::uint64_t number, Told& told) : chance_(number), told_(told) { day_ = Date::of(2025, 1, 10) + Days{chance_.below(560)}; }

    // The reason when a letter left that the law would have stopped.
    std::string play() {
        open();
        for (int visit = 0; visit < 9; ++visit) {
            day_ = day_ + Days{std::array{0, 1, 3, 11, 13, 14, 15, 16, 30}.at(static_cast<std::size_t>(chance_.below(9)))};
            if (chance_.one_in(3)) happening();
            clock();
            if (truth_.closed) break;
            const std::string why = letter();
            if (!why.empty()) return why;
        }
        return {};
    }

private:
    void open() {
        rules::NewCase wish;
        wish.id = wish.debtor = 1;
        static constexpr std::array kinds{StepKind::nudge, StepKind::reminder, StepKind::notice, StepKind::demand};
        for (const StepKind kind : kinds) {
            cases::Step made = step(kind, kind != StepKind::nudge);
            made.with_enforcement_notice = kind == StepKind::demand;
            if (kind >= StepKind::notice || chance_.one_in(2)) wish.course.steps.push_back(made);
        }
        wish.course.close_at_or_below = nok(0);
        wish.mode = chance_.one_in(2) ? cases::Mode::agency : cases::Mode::self;
        wish.relation = chance_.one_in(2) ? cases::Relation::business : cases::Relation::consumer;
        const bool business = wish.relation == cases::Relation::business;
        wish.kind = !business ? DebtorKind::person : std::array{DebtorKind::company, DebtorKind::sole_trader, DebtorKind::public_body}.at(static_cast<std::size_t>(chance_.below(3)));
        wish.vat_deductible = !chance_.one_in(3);
        truth_.agency = wish.mode == cases::Mode::agency;
        truth_.business = business;
        truth_.vat_added = !wish.vat_deductible;
        const int agreed = chance_.one_in(4) ? 180 : 0;
        const int count = 1 + chance_.below(2);
        for (int i = 0; i < count; ++i) {
            const Date due = day_ - Days{chance_.one_in(12) ? 1095 - chance_.below(40) : chance_.below(20)};
            wish.claims.push_back({fmt::format("F{}", i), nok(chance_.one_in(3) ? 200'00 + chance_.below(300'000) : 500'00 + chance_.below(6'000'000)), {}, due, {}});
            if (agreed > 0) wish.claims.back().agreed_rate = Rate::parse("18").value();
        }
        take(rules::open_case(wish, day_, norway()).value());
        // A consumer never owes more than the statutory rate, whatever was agreed (I8).
        for (const cases::Claim& claim : c_.claims) truth_.claims.push_back({claim.due, claim.late_from, claim.amount.minor(), 0, business && agreed > 0 ? agreed : 125});
        const bool human = wish.kind == DebtorKind::person || wish.kind == DebtorKind::sole_trader;
        if (human && chance_.one_in(8)) truth_.born = day_ - Days{6575 + chance_.below(60) - 10};
    }

    void take(const cases::Events& events) {
        for (const cases::Event& event : events) {
            cases::evolve(c_, event);
            witness_.see(event);
        }
    }
    void command(const cases::Command& wish) {
        const Result<cases::Events> events = rules::decide(c_, wish, day_, norway());
        if (events.ok()) take(*events);
    }

    void happening() {
        switch (chance_.below(22)) {
            case 0: return command(cases::ReceivePayment{day_ - Days{chance_.below(20)}, nok(1'00 + chance_.below(600'000)), {}, false, "bank"});
            case 1: return command(cases::ReceivePayment{day_, nok(2'600'000), {}, false, "bank"});
            case 2: return command(cases::CreditClaim{"F0", nok(1'00 + chance_.below(50'000)), day_});
            case 3: return command(cases::RaiseObjection{chance_.one_in(3)});
            case 4: return command(cases::SettleObjection{});
            case 5: return command(cases::PauseCase{day_ + Days{10}});
            case 6: return command(cases::ResumeCase{});
            case 7: return command(cases::ReportReturnedMail{});
            case 8: return command(cases::FixAddress{});
            case 9: return command(cases::AgreePlan{day_ + Days{5}, 20, chance_.one_in(2) ? 2 : 6});
            case 10: return chance_.one_in(3) ? command(cases::ReportBankruptcy{}) : void();
            case 11: if (chance_.one_in(3)) truth_.dead = day_; return;
            case 12: if (chance_.one_in(3)) truth_.settlement = day_; return;
            case 13: truth_.protected_address = !truth_.protected_address; return;
            case 14: truth_.no_address = !truth_.no_address; return;
            case 15: truth_.doubtful_address = !truth_.doubtful_address; return;
            case 16: truth_.other_claims = !truth_.other_claims; return;
            case 17: truth_.open_credit = !truth_.open_credit; return;
            case 18: truth_.money_waits = !truth_.money_waits; return;
            case 19: truth_.stale = !truth_.stale; return;
            case 20: truth_.sums_doubted = !truth_.sums_doubted; return;
            default: return;
        }
    }

    void clock() {
        const Result<cases::Events> events = rules::decide_clock(c_, day_, norway());
        if (events.ok()) take(*events);
    }

    // A letter that nobody should have ordered, or one that was.
    void order() {
        if (c_.ordered && !chance_.one_in(6)) return;
        cases::Ordered order;
        order.letter = ++c_.last_letter;
        order.kind = std::array{StepKind::nudge, StepKind::reminder, StepKind::notice, StepKind::demand, StepKind::rest_note}.at(static_cast<std::size_t>(chance_.below(5)));
        order.on = day_ - Days{chance_.below(3)};
        order.fee_wanted = true;
        order.needs_approval = chance_.one_in(10);
        c_.ordered = order;
    }

    rules::World world() {
        rules::World w;
        w.person.born = truth_.born;
        w.person.dead_on = truth_.dead;
        w.person.debt_settlement_on = truth_.settlement;
        w.person.address_protected = truth_.protected_address;
        w.person.address_missing = truth_.no_address || truth_.protected_address;
        w.person.address_doubtful = truth_.doubtful_address;
        if (truth_.other_claims) w.unmerged.push_back({2, {}});
        w.open_credit = truth_.open_credit;
        if (truth_.money_waits) w.waiting.push_back({1, day_, "it"});
        w.ledger = {truth_.stale ? std::optional(30) : std::optional(2), 24};
        w.second_count.emplace();
        if (truth_.sums_doubted) w.second_count->push_back("the sums differ");
        return w;
    }

    std::string letter() {
        order();
        truth_.waits_for_approval = c_.ordered->needs_approval;
        rules::Leaving leaving;
        cases::Sent& sent = leaving.sent;
        sent.letter = c_.ordered->letter;
        sent.kind = c_.ordered->kind;
        sent.sent = day_;
        if (!chance_.one_in(20)) sent.deadline = day_ + Days{chance_.one_in(4) ? 13 : 14 + chance_.below(2)};
        const bool demand = sent.kind == StepKind::demand;
        const Money usual = nok(day_.year() < 2026 ? (demand ? 105'00 : 35'00) : (demand ? 113'00 : 38'00));
        // An agency's demand carries its salær, not the creditor's fee: that comes in by mistake only.
        const bool agencys = demand && truth_.agency;
        sent.fee = chance_.one_in(2) || (agencys && !chance_.one_in(4)) ? nok(0) : chance_.one_in(8) ? nok(120'00) : usual;
        sent.enforcement_notice = demand;
        for (std::size_t i = 0; i < c_.claims.size(); ++i) sent.claims.push_back(static_cast<int>(i));
        const cases::Event leaves = cases::LetterSent{day_, sent, c_.ordered->step, c_.ordered->replaces, {}};
        cases::Case after = c_;
        cases::evolve(after, leaves);
        const Result<rules::Balance> owed = rules::balance_on(after, day_, norway());
        if (owed.ok()) leaving.total = owed->total() + (chance_.one_in(10) ? nok(1'000'00) : nok(0));
        truth_.unsaid = chance_.one_in(20);
        if (truth_.unsaid) leaving.gaps.push_back({{}, "something"});

        const std::string why = broken(truth_, sent, leaving.total ? std::optional(leaving.total->minor()) : std::nullopt, day_);
        const std::vector<rules::Refusal> refusals = rules::gate(c_, leaving, world(), day_, norway());
        if (!refusals.empty()) {
            if (why.empty()) ++told_.strict;
            else ++told_.stopped[why];
            return {};
        }
        if (!why.empty()) return fmt::format("a {} left on {}: {}", name_of(sent.kind), text(day_), why);
        ++told_.free;
        ++told_.left[std::string(name_of(sent.kind))];
        ++told_.lives[fmt::format("{} {} {}", truth_.agency ? "agency" : "self", truth_.business ? "business" : "consumer", name_of(sent.kind))];
        if (owed.ok())
            for (const rules::CostRow& row : owed->cost_rows) {
                if (row.kind == "salaer_heavy") ++told_.heavy;
                if (row.kind == "salaer_light") ++told_.light;
            }
        take({leaves});
        return {};
    }

    Chance chance_;
    Told& told_;
    Date day_;
    cases::Case c_;
    Truth truth_;
    Witness witness_{truth_};
};

TEST(ten_thousand_lives, no_letter_leaves_that_the_law_would_stop) {
    Told told;
    int wrong = 0;
    for (std::uint64_t number = 1; number <= lives && wrong < 5; ++number) {
        const std::string why = Life(number, told).play();
        if (why.empty()) continue;
        ++wrong;
        ADD_FAILURE() << "life " << number << ": " << why;
    }
    // The lives are worth nothing when hardly a letter leaves, or when none had to be stopped.
    for (const char* kind : {"nudge", "reminder", "notice", "demand", "rest_note"}) EXPECT_GT(told.left[kind], 200) << kind;
    for (const char* who : {"self consumer", "self business", "agency consumer", "agency business"})
        for (const char* kind : {"reminder", "notice", "demand"}) EXPECT_GT(told.lives[fmt::format("{} {}", who, kind)], 50) << who << ' ' << kind;
    EXPECT_GT(told.light, 100);
    EXPECT_GT(told.heavy, 20);
    for (const char* why : {"T19: disputed", "paused", "a plan runs", "E6: mail came back", "E14: dead, bankrupt or in debt settlement", "E14: a minor", "E6, E14: the address", "E8: not merged",
                            "E4, E11: money waits", "E4: old data", "T1, T3: not late", "E15: lapsed", "E3: less than 14 days", "T5: no notice", "T5, T14: the notice's deadline runs",
                            "section 5: something is not said", "an agency's demand has no creditor's fee", "E2: a second fee on one day", "E1: a fee before 14 days", "E2: a third fee", "E2: a demand with a fee was sent", "F2: the first fee was no reminder's",
                            "the fee is too high", "asks for more than is owed"})
        EXPECT_GT(told.stopped[why], 0) << why;
    // What the gate stops beside the law: the course's own waits.
    EXPECT_LT(told.strict, told.free);
}

}  // namespace
}  // namespace frist::tested
