#include "base/pch.h"
#include "office/recount.h"

namespace frist::office {
namespace {

// "8.75" as hundred-thousandths of the sum: percent with up to four decimals, in millionths.
std::int64_t millionths(std::string_view percent) {
    std::int64_t number = 0;
    int decimals = -1;
    for (const char c : percent) {
        if (c == '.') decimals = 0;
        else {
            number = number * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        }
    }
    for (int i = std::max(decimals, 0); i < 4; ++i) number *= 10;
    return number;
}

Result<std::int64_t> statutory(const std::vector<law::Row>& table, Date day) {
    for (const law::Row& row : table)
        if (row.from && *row.from <= day && (!row.to || day <= *row.to)) return millionths(row.value);
    return Error{"recount.rate", text(day), "the printed table has no rate for this day", "Add the row to the law tables."};
}

Result<std::int64_t> rate_on(const cases::Case& c, const cases::Claim& claim, const std::vector<law::Row>& table, Date day) {
    if (!claim.agreed_rate) return statutory(table, day);
    const std::int64_t agreed = claim.agreed_rate->millionths();
    const bool at_most = c.relation == cases::Relation::consumer;
    const bool at_least = c.kind == cases::DebtorKind::public_body;
    if (!at_most && !at_least) return agreed;
    FRIST_TRY(const std::int64_t by_law, statutory(table, day));
    return at_least ? std::max(agreed, by_law) : std::min(agreed, by_law);
}

// Principal that is left at the end of `day`.
std::int64_t left(const cases::Case& c, std::size_t index, Date day) {
    std::int64_t open = c.claims[index].net().minor();
    for (const cases::Payment& payment : c.payments) {
        if (payment.on > day) continue;
        for (const cases::ClaimCover& part : payment.cover.claims)
            if (static_cast<std::size_t>(part.claim) == index) open -= part.principal.minor();
    }
    return open;
}

// A run of days with one base and one rate, in parts of 365 × 366.
struct Run {
    std::int64_t base = 0;
    std::int64_t rate = 0;
    std::int64_t weight = 0;
    [[nodiscard]] std::int64_t amount() const {
        const Wide parts = Wide{base} * rate * weight;
        const Wide whole = Wide{1'000'000} * 365 * 366;
        const Wide twice = 2 * (parts % whole);
        return static_cast<std::int64_t>(parts / whole) + (twice >= whole ? 1 : 0);
    }
};

}  // namespace

bool counted_anew(std::string_view kind) {
    constexpr auto kinds = std::to_array<std::string_view>({"reminder", "notice", "demand", "reversal", "court_fee", "writing_fee"});
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

Result<Recount> recount(const cases::Case& c, Date day, const law::Book& book) {
    FRIST_TRY(const std::vector<law::Row>* const table, book.rows("late_interest"));
    std::int64_t principal = 0;
    std::int64_t interest = 0;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const cases::Claim& claim = c.claims[i];
        principal += left(c, i, day);
        Run run;
        for (Date d = claim.late_from; d < day; d = d.next()) {
            const std::int64_t base = left(c, i, d);
            if (base == 0) continue;
            FRIST_TRY(const std::int64_t rate, rate_on(c, claim, *table, d));
            if (base != run.base || rate != run.rate) {
                interest += run.amount();
                run = {base, rate, 0};
            }
            run.weight += is_leap_year(d.year()) ? 365 : 366;
        }
        interest += run.amount();
    }
    std::int64_t fees = 0;
    for (const cases::Sent& letter : c.letters)
        if (letter.sent <= day) fees += letter.fee.minor();
    for (const cases::Sent& letter : c.letters)
        if (letter.fee_reversed && letter.sent <= day) fees -= letter.fee.minor();
    for (const cases::Filing& filing : c.filings)
        if (filing.on <= day) fees += filing.fee.minor() + filing.writing.minor();
    for (const cases::Payment& payment : c.payments)
        if (payment.on <= day)
            for (const cases::ClaimCover& part : payment.cover.claims) interest -= part.interest.minor();
    const Currency currency = c.currency();
    return Recount{Money(principal, currency), Money(interest, currency), Money(fees, currency)};
}

}  // namespace frist::office
