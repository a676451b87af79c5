// What holds for every case, whatever happens to it: each property is one of the ways in which billing programs
// fell before.
#include "properties/life.h"
#include "office/recount.h"
#include "office/register_row.h"
#include "rules/accrual.h"
#include "rules/cover.h"

namespace frist {
namespace {

using namespace lives;
using ledger::Account;

const law::Book& book() {
    static const law::Book rows = law::Book::read("no", embedded::law()).value();
    return rows;
}

Money at(const rules::Accounts& accounts, Account account) { return accounts[static_cast<std::size_t>(account)]; }

rules::Accounts sum_of(const std::vector<ledger::Entry>& entries) {
    rules::Accounts sums;
    sums.fill(nok(0));
    for (const ledger::Entry& entry : entries)
        for (const ledger::Line& line : entry.lines) sums[static_cast<std::size_t>(line.account)] += line.amount;
    return sums;
}

// Trap 4 and 17: what is open is each claim less its credits and what covered it, never below zero, and never mixed.
void expect_components_apart(const cases::Case& c, Date today) {
    const rules::Balance balance = must(rules::balance_on(c, today, norway()));
    RC_ASSERT(!balance.principal.negative());
    RC_ASSERT(!balance.interest.negative());
    RC_ASSERT(!balance.costs.negative());
    if (c.closing) return;
    Money principal = c.zero();
    for (const cases::Claim& claim : c.claims) principal += claim.net();
    Money received = c.zero();
    Money covered = c.zero();
    for (const cases::Payment& payment : c.payments) {
        received += payment.amount - payment.returned.value_or(c.zero());
        covered += payment.cover.costs + payment.cover.overpaid;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            principal -= part.principal;
            covered += part.principal + part.interest;
        }
    }
    RC_ASSERT(balance.principal == principal);
    RC_ASSERT(received == covered);
    for (const rules::ClaimInterest& row : balance.interest_rows) RC_ASSERT(row.row.base <= c.claims[static_cast<std::size_t>(row.claim)].net());
}

// Trap 5: each day by itself with its rate from the printed table gives the same.
void expect_the_second_count(const cases::Case& c, Date today) {
    if (c.closing) return;
    const rules::Balance balance = must(rules::balance_on(c, today, norway()));
    const office::Recount again = must(office::recount(c, today, book()));
    RC_ASSERT(again.principal == balance.principal);
    RC_ASSERT(again.interest == balance.interest);
}

TEST(lives, components_never_mix_and_never_fall_below_zero) {
    EXPECT_TRUE(rc::check([] {
        some_life([](const Played& life, Date today) {
            expect_components_apart(life.state, today);
            expect_the_second_count(life.state, today);
        });
    }));
}

// The register tells the sums of a list from a few numbers: on every later day those of the whole case.
TEST(lives, the_register_tells_the_balance_of_every_later_day) {
    EXPECT_TRUE(rc::check([] {
        rules::RateBook rates(norway());
        some_life([&](const Played& life, Date today) {
            const cases::Case& c = life.state;
            const office::RegisterRow row = must(office::register_row(c, norway()));
            RC_ASSERT(row.accrual.since <= today);
            for (const int later : {0, 1, 27, 28, 29, 45, 190, 400}) {
                const Date day = today + Days{later};
                const auto whole = rules::balance_on(c, day, norway());
                const auto few = rules::open_on(row.accrual, row.kind, row.relation, day, rates);
                RC_ASSERT(whole.ok() == few.ok());
                if (!whole.ok()) continue;
                RC_ASSERT(whole->total() == *few);
                RC_ASSERT(whole->principal == row.accrual.principal);
            }
            RC_ASSERT((office::tab_of(row.status) == office::Tab::closed) == c.closing.has_value());
            RC_ASSERT(from_binary<rules::Accrual>(to_binary(row.accrual)).value() == row.accrual);
        });
    }));
}

// Trap 3: nothing stored is the truth about the next look. Silent on every day before it, speaking on it.
TEST(lives, the_next_look_is_derived_from_facts) {
    EXPECT_TRUE(rc::check([] {
        some_life([](const Played& life, Date today) {
            const auto due = must(rules::upcoming(life.state, norway()));
            const Date far = due ? due->on : today + Days{400};
            for (const int before : {400, 60, 7, 1})
                if (far - Days{before} > today) RC_ASSERT(must(rules::decide_clock(life.state, far - Days{before}, norway())).empty());
            if (due) RC_ASSERT(due->on > today);
            if (due && due->on <= Date::of(2026, 12, 31)) RC_ASSERT(!must(rules::decide_clock(life.state, due->on, norway())).empty());
        });
    }));
}

// Trap 7: the events are the case; everything else can be thrown away and made again.
TEST(lives, folding_what_was_stored_gives_the_case) {
    EXPECT_TRUE(rc::check([] {
        const Played life = some_life([](const Played&, Date) {});
        cases::Events read;
        for (const cases::Event& event : life.events) read.push_back(must(cases::event_from(cases::type_of(event), cases::body_of(event))));
        RC_ASSERT(cases::fold(read) == life.state);
    }));
}

// Trap 4: the sum of the postings is the balance, and a case is closed only when nothing stands open in the books.
TEST(lives, entries_balance_and_add_up_to_the_accounts) {
    EXPECT_TRUE(rc::check([] {
        const Played life = some_life([](const Played& so_far, Date today) {
            const rules::Accounts accounts = rules::accounts_of(so_far.state);
            if (so_far.state.closing) {
                RC_ASSERT(at(accounts, Account::receivable_principal).zero());
                RC_ASSERT(at(accounts, Account::receivable_costs).zero());
                return;
            }
            const rules::Balance balance = must(rules::balance_on(so_far.state, today, norway()));
            RC_ASSERT(at(accounts, Account::receivable_principal) == balance.principal);
            RC_ASSERT(at(accounts, Account::unallocated).zero());
        });
        for (const ledger::Entry& entry : life.entries) RC_ASSERT(ledger::balanced(entry));
        RC_ASSERT(sum_of(life.entries) == rules::accounts_of(life.state));
    }));
}

// What came after a rest note is what the note asked for.
bool note_was_paid(const cases::Case& c) {
    if (!c.rest_note || !c.rest_note->asks) return false;
    Money paid = c.credited() - c.rest_note->credited;
    for (const cases::Payment& payment : c.payments)
        if (payment.number > c.rest_note->payments_before) paid += payment.amount - payment.returned.value_or(c.zero());
    return paid >= *c.rest_note->asks;
}

TEST(lives, a_case_closes_only_when_each_part_is_zero_or_written_off_with_a_reason) {
    EXPECT_TRUE(rc::check([] {
        const Played life = some_life([](const Played&, Date) {});
        const auto& closing = life.state.closing;
        if (!closing) return;
        const Money off = closing->principal + closing->interest + closing->costs;
        const bool paid = closing->reason == cases::ClosingReason::paid || closing->reason == cases::ClosingReason::credited;
        if (paid) RC_ASSERT(closing->principal.zero() && closing->interest.zero() && closing->costs.zero());
        if (closing->reason == cases::ClosingReason::small_rest) RC_ASSERT(off.positive() && (off <= life.state.course.close_at_or_below || note_was_paid(life.state)));
        const rules::Balance after = must(rules::balance_on(life.state, closing->on, norway()));
        RC_ASSERT(after.principal.zero() && after.interest.zero() && after.costs.zero());
    }));
}

// Trap 2: a night played again, or 24 times, changes nothing.
TEST(lives, a_second_look_on_the_same_day_finds_nothing) {
    EXPECT_TRUE(rc::check([] {
        some_life([](const Played& life, Date today) { RC_ASSERT(must(rules::decide_clock(life.state, today, norway())).empty()); });
    }));
}

std::vector<std::pair<StepKind, Money>> letters_of(const cases::Case& c) {
    std::vector<std::pair<StepKind, Money>> letters;
    for (const cases::Sent& letter : c.letters) letters.emplace_back(letter.kind, letter.fee);
    return letters;
}

// Trap 1: "due by", never "due today". A server that was down sends the same letters, later and never twice.
TEST(lives, missed_nights_send_the_same_letters) {
    EXPECT_TRUE(rc::check([] {
        rules::NewCase wish = some_case();
        const Date first = wish.claims.front().due;
        const Date down = first + Days{number(1, 200)};
        const Date up = down + Days{number(1, 31)};
        Played daily(wish, first);
        Played missed(wish, first);
        for (Date day = first; day < first + Days{500}; day = day.next()) {
            daily.clock(day);
            if (day < down || day >= up) missed.clock(day);
        }
        // A fee follows the sats of the day it leaves; a delay over the turn of 2026 may change it.
        if (first + Days{500} < Date::of(2026, 1, 1)) RC_ASSERT(letters_of(daily.state) == letters_of(missed.state));
        RC_ASSERT(daily.state.letters.size() == missed.state.letters.size());
        for (std::size_t i = 0; i < daily.state.letters.size(); ++i) {
            const Date sent = missed.state.letters[i].sent;
            RC_ASSERT(sent >= daily.state.letters[i].sent);
            RC_ASSERT(sent < down || sent >= up);
        }
        RC_ASSERT(daily.state.legal == missed.state.legal);
        RC_ASSERT(daily.state.awaiting_choice == missed.state.awaiting_choice);
    }));
}

// Trap 3: payments that become known in any order are covered as if they had come in the order of their days.
TEST(lives, payments_in_any_order_are_covered_alike) {
    EXPECT_TRUE(rc::check([] {
        rules::NewCase wish = some_case();
        wish.course.close_at_or_below = nok(0);
        wish.course.rest_note_above_percent.reset();
        for (rules::NewClaim& claim : wish.claims) claim.amount += nok(1'000'00);
        const Date first = wish.claims.front().due;
        const Date today = first + Days{300};
        Played base(wish, first);
        for (Date day = first; day <= today; day = day.next()) base.clock(day);
        std::vector<cases::ReceivePayment> payments;
        for (int i = 0; i < 5; ++i) {
            cases::ReceivePayment payment;
            payment.on = first + Days{i * 50 + number(0, 50)};
            payment.amount = money(1, 150'00);
            payment.order = *rc::gen::element(cases::CoverOrder::usual, cases::CoverOrder::principal, cases::CoverOrder::interest);
            payments.push_back(payment);
        }
        std::vector<cases::ReceivePayment> shuffled = payments;
        for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(number(0, static_cast<int>(i)))]);
        Played in_order = base;
        Played any_order = base;
        for (const auto& payment : payments) RC_ASSERT(in_order.ask(payment, today));
        for (const auto& payment : shuffled) RC_ASSERT(any_order.ask(payment, today));
        const rules::Balance a = must(rules::balance_on(in_order.state, today, norway()));
        const rules::Balance b = must(rules::balance_on(any_order.state, today, norway()));
        RC_ASSERT(a.principal_of == b.principal_of);
        RC_ASSERT(a.interest == b.interest);
        RC_ASSERT(a.costs == b.costs);
        RC_ASSERT(rules::accounts_of(in_order.state) == rules::accounts_of(any_order.state));
        // From nothing: what is stored of the covers is what a replay of all facts gives.
        const rules::CoverPlan again = must(rules::cover_all(any_order.state, norway()));
        for (std::size_t i = 0; i < again.covers.size(); ++i) RC_ASSERT(again.covers[i] == any_order.state.payments[i].cover);
    }));
}

// Trap 3 and 7: in every life the stored covers are what a replay from nothing gives, while the case is open.
TEST(lives, stored_covers_are_what_a_replay_gives) {
    EXPECT_TRUE(rc::check([] {
        some_life([](const Played& life, Date) {
            if (life.state.closing) return;
            const rules::CoverPlan again = must(rules::cover_all(life.state, norway()));
            for (std::size_t i = 0; i < again.covers.size(); ++i) RC_ASSERT(again.covers[i] == life.state.payments[i].cover);
        });
    }));
}

// Trap 5: the days one by one, in whole numbers, over every half-year edge and leap day.
TEST(interest_twin, day_by_day_gives_the_same_rows) {
    EXPECT_TRUE(rc::check([] {
        const Money base = money(1, 5'000'000'00);
        const Date from = Date::of(2010, 1, 1) + Days{number(0, 6000)};
        const Date to = std::min(from + Days{number(0, 1500)}, Date::of(2026, 12, 31));
        const auto& table = tested::norwegian_law().late_interest;
        Money sum = nok(0);
        Wide weight = 0;   // hundred-millionths of the base per year, in parts of 365 x 366
        Rate rate;
        const auto close_row = [&] {
            const Wide whole = Wide{1'000'000} * 365 * 366;
            sum += nok(static_cast<std::int64_t>((2 * Wide{base.minor()} * weight + whole) / (2 * whole)));
            weight = 0;
        };
        for (Date day = from; day < to; day = day.next()) {
            const Rate today = law::in_force(table, day).value();
            if (today != rate) close_row();
            rate = today;
            weight += Wide{today.millionths()} * (is_leap_year(day.year()) ? 365 : 366);
        }
        close_row();
        Money rows = nok(0);
        for (const InterestRow& row : must(interest_rows(base, {from, to}, tested::norwegian_law().late_interest_spans))) rows += row.amount;
        RC_ASSERT(rows == sum);
    }));
}

// Trap 10: a claim that comes old starts at the course's first step, on the first lawful day or the day it came.
TEST(import_at_every_age, starts_at_the_stated_step) {
    const Date today = Date::of(2026, 3, 2);
    for (int age = 0; age <= 400; ++age) {
        rules::NewCase wish;
        wish.id = wish.debtor = 1;
        wish.course.name = "two letters";
        wish.course.close_at_or_below = nok(0);
        wish.course.shift_due_date = false;
        wish.course.steps = {tested::step(StepKind::reminder, true), tested::step(StepKind::notice, true)};
        wish.claims = {{"F1", nok(1'000'00), std::nullopt, today - Days{age}, std::nullopt}};
        Played fresh(wish, today);
        EXPECT_EQ(fresh.state.next_step, 0) << age;
        const auto due = must(rules::upcoming(fresh.state, norway()));
        ASSERT_TRUE(due.has_value()) << age;
        EXPECT_EQ(due->on, std::max(today, today + Days{14 - age})) << age;
        // With a reminder sent elsewhere, which is stated and not guessed, the notice is next.
        if (age < 16) continue;
        const Date sent = today - Days{age - 14};
        wish.earlier = {{StepKind::reminder, sent, sent + Days{14}, nok(35'00), {}}};
        Played noticed(wish, today);
        EXPECT_EQ(noticed.state.next_step, 1) << age;
        EXPECT_EQ(must(rules::upcoming(noticed.state, norway()))->on, std::max(today, sent + Days{15})) << age;
    }
}

}  // namespace
}  // namespace frist
