#include "reports/standing.h"

#include "base/pch.h"

namespace frist::reports {
namespace {

__extension__ using Wide = __int128;   // the product of two sums

constexpr auto principal = static_cast<std::size_t>(Part::principal);
constexpr auto interest = static_cast<std::size_t>(Part::interest);
constexpr auto fees = static_cast<std::size_t>(Part::fees);
constexpr auto vat = static_cast<std::size_t>(Part::vat);

struct Charged {
    std::int64_t vat = 0;
    std::int64_t net = 0;   // what the VAT is on
    std::int64_t all = 0;
};
Charged charged(const std::vector<rules::CostRow>& rows) {
    Charged sum;
    for (const rules::CostRow& row : rows) {
        sum.all += row.amount.minor();
        if (row.kind == "salaer_vat") sum.vat += row.amount.minor();
        if (row.kind == "salaer_light" || row.kind == "salaer_heavy") sum.net += row.amount.minor();
    }
    return sum;
}

// `sum` of `part` in `whole`, half a minor unit up; all of the part when the sum is the whole.
std::int64_t share(std::int64_t part, std::int64_t sum, std::int64_t whole) {
    if (part <= 0 || whole <= 0 || sum <= 0) return 0;
    return static_cast<std::int64_t>((Wide{2} * part * sum + whole) / (Wide{2} * whole));
}

}  // namespace

bool bears_vat(const cases::Case& c) { return c.mode == cases::Mode::agency && !c.vat_deductible; }

std::vector<const cases::Payment*> payments_until(const cases::Case& c, Date day) {
    std::vector<const cases::Payment*> payments;
    for (const cases::Payment& payment : c.payments)
        if (payment.on <= day) payments.push_back(&payment);
    std::stable_sort(payments.begin(), payments.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
    return payments;
}

std::optional<cases::StepKind> step_on(const cases::Case& c, Date day) {
    const cases::Sent* last = nullptr;
    for (const cases::Sent& letter : c.letters)
        if (!letter.voided && letter.kind != cases::StepKind::closing && letter.sent <= day && (last == nullptr || last->sent <= letter.sent)) last = &letter;
    const cases::Filing* filed = nullptr;
    for (const cases::Filing& filing : c.filings)
        if (filing.on <= day) filed = &filing;
    if (filed != nullptr && (last == nullptr || last->sent <= filed->on)) return filed->kind;
    return last == nullptr ? std::nullopt : std::optional(last->kind);
}

Result<std::vector<PaidVat>> paid_vat(const cases::Case& c, Date day, const rules::Country& country) {
    std::vector<PaidVat> paid;
    if (!bears_vat(c)) return paid;
    std::int64_t costs = 0;
    std::int64_t told = 0;
    for (const cases::Payment* payment : payments_until(c, day)) {
        if (payment->cover.costs.zero()) continue;
        costs += payment->cover.costs.minor();
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c, payment->on, country));
        const Charged sum = charged(balance.cost_rows);
        const std::int64_t until = std::min(share(sum.vat, costs, sum.all), costs);
        const std::int64_t now = until - told;
        paid.push_back({payment, now, now == 0 ? 0 : now < 0 ? -share(sum.net, -now, sum.vat) : share(sum.net, now, sum.vat)});
        told = until;
    }
    return paid;
}

Result<std::optional<OnDay>> on_day(const Known& known, Date day, const rules::Country& country) {
    const cases::Case& c = known.c;
    if (c.opened > day) return std::optional<OnDay>{};
    OnDay on;
    FRIST_TRY(on.balance, rules::balance_on(c, day, country));
    const rules::Balance& balance = on.balance;
    on.closed = c.closing && c.closing->on <= day;
    on.there.assign(c.claims.size(), true);
    on.interest_of.assign(c.claims.size(), 0);
    on.principal_of.assign(c.claims.size(), 0);
    for (const rules::ClaimInterest& row : balance.interest_rows) on.interest_of[static_cast<std::size_t>(row.claim)] += row.row.amount.minor();

    Standing& s = on.standing;
    std::int64_t costs = 0;
    for (const cases::Payment& payment : c.payments) {
        if (payment.on > day) continue;
        costs += payment.cover.costs.minor();
        for (const cases::ClaimCover& part : payment.cover.claims) {
            s.paid[principal] += part.principal.minor();
            s.paid[interest] += part.interest.minor();
            on.interest_of[static_cast<std::size_t>(part.claim)] -= part.interest.minor();
        }
    }
    s.open[principal] = balance.principal.minor();
    s.open[interest] = balance.interest.minor();
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        on.there[i] = on.closed || known.joined[i] <= day;
        if (on.closed) {
            on.interest_of[i] = 0;
        } else if (on.there[i]) {
            on.principal_of[i] = balance.principal_of[i].minor();
        } else {
            s.open[principal] -= balance.principal_of[i].minor();
            s.open[interest] -= on.interest_of[i];
            on.interest_of[i] = 0;
        }
    }
    if (on.closed) {
        s.written_off[principal] = c.closing->principal.minor();
        s.written_off[interest] = c.closing->interest.minor();
    }
    FRIST_TRY(const std::vector<PaidVat> paid, paid_vat(c, day, country));
    for (const PaidVat& one : paid) s.paid[vat] += one.vat;
    s.paid[fees] = costs - s.paid[vat];
    // What came after a closing takes from what it gave up.
    const auto given_up = [&](std::size_t part) {
        if (!on.closed || s.open[part] >= 0) return;
        s.written_off[part] += s.open[part];
        s.open[part] = 0;
    };
    given_up(principal);
    given_up(interest);
    const std::int64_t open = on.closed ? std::max<std::int64_t>(balance.costs.minor(), 0) : balance.costs.minor();
    const std::int64_t lost = on.closed ? c.closing->costs.minor() + std::min<std::int64_t>(balance.costs.minor(), 0) : 0;
    // What is left of the VAT follows what is left of the costs: first what was given up, then what is open.
    const std::int64_t left = bears_vat(c) ? std::clamp<std::int64_t>(charged(balance.cost_rows).vat - s.paid[vat], 0, std::max<std::int64_t>(lost + open, 0)) : 0;
    s.written_off[vat] = open <= 0 ? (lost > 0 ? left : 0) : share(left, lost, lost + open);
    s.written_off[fees] = lost - s.written_off[vat];
    s.open[vat] = open <= 0 ? 0 : left - s.written_off[vat];
    s.open[fees] = open - s.open[vat];
    return std::optional<OnDay>(std::move(on));
}

}  // namespace frist::reports
