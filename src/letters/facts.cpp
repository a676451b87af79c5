#include "letters/facts.h"

#include "base/pch.h"
#include "letters/particulars_check.h"

namespace frist::letters {
namespace {

Error row_error(std::string_view list, std::size_t index, std::string message, std::string remedy) {
    return Error{"letter.row", fmt::format("{}[{}]", list, index), std::move(message), std::move(remedy)};
}

Outcome check_claims(const Facts& f) {
    if (f.claims.empty())
        return Error{"letter.claims", "claims", "a letter without a claim", "A letter needs at least one invoice that is owed."};
    for (std::size_t i = 0; i < f.claims.size(); ++i) {
        const ClaimLine& c = f.claims[i];
        if (c.invoice.empty() || c.what.empty())
            return row_error("claims", i, "the number of the invoice or what it is for is missing",
                             "Fill in both; the recipient must see what the claim concerns.");
        if (c.original - c.credited - c.paid != c.open || c.open.negative() || c.credited.negative() || c.paid.negative())
            return row_error("claims", i, "original less credited less paid is not what is open",
                             "Compare the credits and the coverage of the payments with the claim.");
    }
    return done;
}

Outcome check_rows(const Facts& f) {
    for (std::size_t i = 0; i < f.interest.size(); ++i) {
        const InterestLine& row = f.interest[i];
        if (row.amount.negative() || row.to < row.from || (row.to - row.from).count != row.days || row.to > f.interest_to)
            return row_error("interest", i, "the days of the row do not fit its dates, or run past the day of the interest",
                             "Rows are half-open, [from, to), and end on the letter's day at the latest.");
    }
    for (std::size_t i = 0; i < f.costs.size(); ++i) {
        const CostLine& row = f.costs[i];
        if (row.what.empty() || row.reason.empty())
            return row_error("costs", i, "a cost without a name or the section it rests on", "Name it; no unnamed sum can be printed.");
        if (row.set_off ? row.amount.positive() : row.amount.negative())
            return row_error("costs", i, "only a set-off may be below zero, and it must be", "Correct the sign or the row's set_off.");
    }
    return done;
}

// A demand over nothing is refused; an answer, a closing or a reckoning over nothing is not.
bool may_be_settled(const Facts& f) {
    return f.kind == Kind::closing || f.kind == Kind::objection_answer || f.kind == Kind::annex;
}

Outcome check_sums(const Facts& f) {
    Money principal_paid(0, f.total.currency());
    for (const ClaimLine& c : f.claims) principal_paid += c.paid;
    if (f.interest_paid.negative() || f.costs_paid.negative() || f.interest_paid > interest_sum(f) || f.costs_paid > costs_sum(f))
        return Error{"letter.payments", "interest_paid", "more is covered than was claimed", "Compare with the coverage of the payments."};
    if (principal_paid + f.interest_paid + f.costs_paid + overpaid(f) != payments_sum(f))
        return Error{"letter.payments", "payments", "the payments are not what they have covered",
                     "Every payment must stand with its day, and what it covered with the claim, the interest or the costs."};
    const Money sum = principal_open(f) + interest_sum(f) - f.interest_paid + costs_sum(f) - f.costs_paid;
    if (sum != f.total)
        return Error{"letter.total", "total", "the total is not the sum of its rows", "Name every part of the total as a row."};
    if (f.total.negative() || (f.total.zero() && !may_be_settled(f)))
        return Error{"letter.total", "total", "there is nothing to pay", "Close the case instead of writing a letter."};
    return done;
}

bool one_currency(const Facts& f) {
    const Currency c = f.total.currency();
    const auto same = [&](Money m) { return m.currency() == c; };
    bool all = same(f.interest_paid) && same(f.costs_paid) && same(f.daily_interest) && (!f.total_at_deadline || same(*f.total_at_deadline));
    for (const ClaimLine& row : f.claims) all = all && same(row.original) && same(row.credited) && same(row.paid) && same(row.open);
    for (const InterestLine& row : f.interest) all = all && same(row.base) && same(row.amount);
    for (const CostLine& row : f.costs) all = all && same(row.amount);
    for (const PaymentLine& row : f.payments) all = all && same(row.amount);
    return all;
}

bool digits(std::string_view s, std::size_t least, std::size_t most) {
    return s.size() >= least && s.size() <= most && s.find_first_not_of("0123456789") == s.npos;
}

Outcome check_people(const Facts& f) {
    const Sender& s = sender(f);
    if (f.creditor.name.empty() || s.name.empty() || s.address.empty())
        return Error{"letter.sender", "creditor", "the sender's name or address is missing",
                     "Fill in the creditor's (and the agency's) name and postal address."};
    if (s.email.empty() && s.phone.empty() && f.objections_to.empty())
        return Error{"letter.sender", "creditor", "no e-mail, telephone or address for objections",
                     "Fill in at least one way to reach the sender."};
    if (f.debtor.name.empty() || f.debtor.address.empty())
        return Error{"letter.recipient", "debtor", "the recipient's name or address is missing", "Fill in the address before the letter is written."};
    if (!asks_for_money(f) && !is_petition(f.kind)) return done;
    // A KID may end in a dash (MOD11, remainder 10).
    std::string_view kid = f.kid;
    if (kid.ends_with('-')) kid.remove_suffix(1);
    if (!digits(kid, 1, 25) || !digits(f.account, 11, 11))
        return Error{"letter.payment_block", "kid", "the KID or the account number is missing or no number",
                     "A Norwegian account has eleven digits, a KID two to twenty-five."};
    return done;
}

Outcome check_days(const Facts& f) {
    if (!f.deadline && !may_lack_deadline(f))
        return Error{"letter.deadline", "deadline", "the letter has no deadline", "Compute it from the day of sending."};
    if (f.deadline && f.kind == Kind::bankruptcy_demand)
        return Error{"letter.deadline", "deadline", "a bankruptcy demand gives no day: its two weeks run from service", "Leave the deadline out."};
    if (f.deadline && is_petition(f.kind))
        return Error{"letter.deadline", "deadline", "what an authority gets gives the debtor no deadline", "Leave the deadline out."};
    if (f.deadline && *f.deadline <= f.written)
        return Error{"letter.deadline", "deadline", "the deadline is not after the day of the letter", "Compute it from the day of sending."};
    if (f.interest_to > f.written.next())
        return Error{"letter.row", "interest_to", "the interest runs past the letter", "Interest is claimed to the day of the letter."};
    return done;
}

}  // namespace

Money principal_open(const Facts& f) {
    Money sum(0, f.total.currency());
    for (const ClaimLine& row : f.claims) sum += row.open;
    return sum;
}

Money interest_sum(const Facts& f) {
    Money sum(0, f.total.currency());
    for (const InterestLine& row : f.interest) sum += row.amount;
    return sum;
}

Money costs_sum(const Facts& f) {
    Money sum(0, f.total.currency());
    for (const CostLine& row : f.costs) sum += row.amount;
    return sum;
}

Money payments_sum(const Facts& f) {
    Money sum(0, f.total.currency());
    for (const PaymentLine& row : f.payments) sum += row.amount;
    return sum;
}

Money overpaid(const Facts& f) {
    const auto* closed = own<ClosedCase>(f);
    const auto* reckoning = own<Reckoning>(f);
    Money sum = closed ? closed->overpaid : Money(0, f.total.currency());
    if (reckoning)
        for (const CoverLine& cover : reckoning->covers) sum += cover.overpaid;
    return sum;
}

bool is_petition(Kind kind) { return kind == Kind::attachment_petition || kind == Kind::conciliation_complaint || kind == Kind::bankruptcy_petition || kind == Kind::estate_claim; }

bool asks_for_money(const Facts& f) { return !is_petition(f.kind) && f.kind != Kind::closing && f.kind != Kind::annex && f.total.positive(); }

Money asked(const Facts& f) { return asks_for_money(f) ? f.total : f.total - f.total; }

bool may_lack_deadline(const Facts& f) {
    switch (f.kind) {
        case Kind::friendly_reminder:
        case Kind::receipt:
        case Kind::closing:
        case Kind::bankruptcy_demand:
        case Kind::annex:
        case Kind::attachment_petition:
        case Kind::conciliation_complaint:
        case Kind::bankruptcy_petition:
        case Kind::estate_claim: return true;
        case Kind::instalment_agreement: return own<PlanTerms>(f) && own<PlanTerms>(f)->agreed;
        case Kind::objection_answer: return f.total.zero();
        case Kind::reminder:
        case Kind::notice:
        case Kind::demand:
        case Kind::rest_note:
        case Kind::enforcement_notice: return false;
    }
    return false;
}

Outcome check(const Facts& f) {
    if (!one_currency(f))
        return Error{"letter.currency", "total", "two currencies in one letter", "Write one letter for each currency."};
    FRIST_TRY_DONE(check_claims(f));
    FRIST_TRY_DONE(check_rows(f));
    FRIST_TRY_DONE(check_sums(f));
    FRIST_TRY_DONE(check_people(f));
    FRIST_TRY_DONE(check_days(f));
    return check_particulars(f);
}

}  // namespace frist::letters
