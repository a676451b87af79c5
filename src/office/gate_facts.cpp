#include "office/gate_facts.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "office/suspense.h"
#include "office/recount.h"
#include "office/same_firm.h"
#include "rules/balance.h"
#include "rules/opening.h"

namespace frist::office {
namespace {

std::string lower(std::string_view word) {
    std::string small(word);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

// Why this payment may be meant for the case; empty: nothing says so.
std::string why_ours(const LineRow& line, const rules::Balance& owed, const std::string& kid, const std::vector<ItemRow>& items) {
    if (!line.kid.empty()) {
        if (line.kid == kid || nearly_the_same(line.kid, kid)) return "its reference is nearly the case's";
        for (const ItemRow& item : items)
            if (line.kid == item.number || (!item.kid.empty() && (line.kid == item.kid || nearly_the_same(line.kid, item.kid)))) return "its reference is nearly that of invoice " + item.number;
    }
    if (line.left == owed.total()) return "the amount is exactly what is open";
    if (line.left == owed.principal) return "the amount is exactly the open principal";
    for (std::size_t i = 0; i < owed.principal_of.size(); ++i)
        if (owed.principal_of[i].positive() && line.left == owed.principal_of[i]) return "the amount is exactly what is open of one invoice";
    return {};
}

// Whose the cases are has been looked up: one firm may be two customers.
bool joins(const cases::Case& a, cases::Case b, const rules::Country& country) {
    b.debtor = a.debtor;
    return rules::join(a, b, std::max(a.opened, b.opened), country).ok();
}

}  // namespace

Result<GateFacts> GateFacts::gather(const Desk& desk, const CreditorRecord& creditor, Date day) {
    FRIST_TRY(law::Book book, law::Book::read(lower(desk.country.code()), embedded::law()));
    GateFacts facts(desk, creditor, day, std::move(book));
    FRIST_TRY_DONE(facts.loose_items());
    FRIST_TRY_DONE(facts.suspense());
    FRIST_TRY(facts.ledger_read_, desk.store.last_read(desk.creditor, Source::ledger));
    FRIST_TRY(facts.bank_read_, desk.store.last_read(desk.creditor, Source::bank));
    if (creditor.daily_letter_limit > 0) {
        FRIST_TRY(facts.leaving_, desk.store.letters_sent_on(desk.creditor, day));
    }
    return facts;
}

// Only what could start by itself: office/start_cases.cpp says why the rest does not.
Outcome GateFacts::loose_items() {
    FRIST_TRY(const std::vector<ItemRow> items, desk_->store.items_without_case(desk_->creditor));
    for (const ItemRow& item : items) {
        if (item.open.currency() != desk_->country.currency()) continue;
        if (item.open.negative()) with_credit_.insert(item.debtor);
        else if (item.open.positive() && item.warning.empty() && item.due < day_) loose_[item.debtor].push_back(item.number);
    }
    return done;
}

Outcome GateFacts::suspense() {
    FRIST_TRY(std::vector<LineRow> rows, desk_->store.lines(desk_->creditor, LineState::suspense));
    if (rows.empty()) return done;
    FRIST_TRY(const std::vector<Apart> looked, desk_->store.apart(desk_->creditor));
    for (const Apart& apart : looked) apart_.emplace(apart.line, apart.case_id);
    for (LineRow& row : rows) {
        Line line{std::move(row), {}};
        if (!line.row.left.positive()) continue;
        if (!line.row.payer.empty()) {
            FRIST_TRY(line.debtors, desk_->store.debtors_of_payer(desk_->creditor, line.row.payer));
        }
        lines_.push_back(std::move(line));
    }
    return done;
}

rules::Person GateFacts::person(const DebtorRecord& debtor) const {
    rules::Person person;
    if (debtor.kind == cases::DebtorKind::person || debtor.kind == cases::DebtorKind::sole_trader) {
        person.born = debtor.born;
        person.dead_on = debtor.dead_on;
    }
    person.bankrupt_on = debtor.bankrupt_on;
    person.debt_settlement_on = debtor.debt_settlement_on;
    person.never_electronic = debtor.never_electronic;
    person.address_protected = debtor.protected_address;
    person.address_missing = !debtor.address.complete();
    person.address_doubtful = debtor.address_doubtful;
    return person;
}

Outcome GateFacts::other_cases(const CaseRow& row, const DebtorRecord& debtor, rules::World& world) const {
    FRIST_TRY(const std::vector<Id> debtors, same_firm(*desk_, row.state.debtor, debtor));
    FRIST_TRY(const std::vector<CaseRow> others, open_cases(*desk_, debtors));
    for (const CaseRow& other : others) {
        if (other.state.id == row.state.id) continue;
        if (other.state.debtor == row.state.debtor && other.state.returned_mail && !world.person.mail_returned) world.person.mail_returned = other.state.returned_mail;
        if (joins(row.state, other.state, desk_->country)) world.unmerged.push_back({other.state.id, {}});
    }
    for (const Id one : debtors) {
        const auto loose = loose_.find(one);
        if (loose != loose_.end() && !rules::cannot_take_more(row.state))
            for (const std::string& invoice : loose->second) world.unmerged.push_back({0, invoice});
        world.open_credit = world.open_credit || with_credit_.contains(one);
    }
    return done;
}

Outcome GateFacts::money(const CaseRow& row, rules::World& world) const {
    if (lines_.empty()) return done;
    FRIST_TRY(const std::string kid, desk_->store.kid_of_case(desk_->creditor, row.state.id));
    FRIST_TRY(const std::vector<ItemRow> items, desk_->store.items_of_case(desk_->creditor, row.state.id));
    const Result<rules::Balance> owed = rules::balance_on(row.state, day_, desk_->country);
    if (!owed.ok()) return done;   // the gate finds the same and stops
    for (const Line& line : lines_) {
        if (apart_.contains({line.row.id, row.state.id})) continue;
        const bool payer = std::find(line.debtors.begin(), line.debtors.end(), row.state.debtor) != line.debtors.end();
        const std::string why = payer ? "it comes from somebody who has paid for the debtor before" : why_ours(line.row, *owed, kid, items);
        if (!why.empty()) world.waiting.push_back({line.row.id, line.row.on, why});
    }
    return done;
}

std::optional<std::vector<std::string>> GateFacts::second_count(const cases::Case& after) const {
    const Result<rules::Balance> balance = rules::balance_on(after, day_, desk_->country);
    const Result<Recount> twin = recount(after, day_, book_);
    if (!balance.ok() || !twin.ok()) return std::nullopt;
    Money fees = after.zero();
    for (const rules::CostRow& row : balance->cost_rows)
        if (counted_anew(row.kind)) fees += row.amount;
    std::vector<std::string> differences;
    const auto hold = [&](const char* what, Money counted, Money again) {
        if (counted != again) differences.push_back(fmt::format("{} is {}, and counted a second time {}", what, text(counted), text(again)));
    };
    hold("the open principal", balance->principal, twin->principal);
    hold("the open interest", balance->interest, twin->interest);
    hold("the sum of the fees", fees, twin->fees);
    return differences;
}

rules::Freshness GateFacts::freshness(const std::optional<Moment>& read, int limit) const {
    rules::Freshness source{{}, limit};
    const Moment at = day_ == desk_->today ? desk_->now() : Moment{day_};
    if (read) source.age_hours = hours_between(*read, at);
    return source;
}

Result<rules::World> GateFacts::world(const CaseRow& row, const DebtorRecord& debtor, const cases::Case& after) const {
    rules::World world;
    world.person = person(debtor);
    FRIST_TRY_DONE(other_cases(row, debtor, world));
    FRIST_TRY_DONE(money(row, world));
    world.ledger = freshness(ledger_read_, creditor_->max_ledger_age_hours);
    world.bank = freshness(bank_read_, creditor_->max_bank_age_hours);
    world.second_count = second_count(after);
    world.banking_days_only = creditor_->banking_days_only;
    world.stop_days = creditor_->stop_days;
    world.daily_limit_reached = creditor_->daily_letter_limit > 0 && leaving_ >= creditor_->daily_letter_limit;
    return world;
}

}  // namespace frist::office
