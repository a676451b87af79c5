// What came in, what the books say of it, and the VAT in it.
#include "base/pch.h"
#include "reports/rule.h"

namespace frist::reports {

using ledger::Account;

namespace {

std::optional<std::int64_t> step_number(const cases::Case& c, Date day) {
    const auto step = step_on(c, day);
    return step ? 1 + static_cast<std::int64_t>(*step) : 0;
}

enum PaymentColumn : std::size_t { counted, paid, to_principal, to_interest, to_fees, overpaid };

// What it brought to each invoice, and the rest to none.
void tell_by_invoice(const Seen& seen, const cases::Payment& payment, std::optional<std::int64_t> step, Pen& pen) {
    const auto line = [&](std::size_t column, std::int64_t value, std::string_view invoice) {
        pen.line({.column = column, .value = value, .day = payment.on, .what = "payment", .reference = invoice, .number = payment.number, .step = step});
    };
    std::int64_t left = payment.kept().minor();
    for (const cases::ClaimCover& part : payment.cover.claims) {
        const std::string_view invoice = seen.c.claims[static_cast<std::size_t>(part.claim)].number;
        line(paid, part.principal.minor() + part.interest.minor(), invoice);
        line(to_principal, part.principal.minor(), invoice);
        line(to_interest, part.interest.minor(), invoice);
        left -= part.principal.minor() + part.interest.minor();
    }
    line(counted, 1, {});
    line(paid, left, {});
    line(to_fees, payment.cover.costs.minor(), {});
    line(overpaid, payment.cover.overpaid.minor(), {});
}

}  // namespace

Outcome payments_of(const Seen& seen, Pen& pen) {
    for (const cases::Payment& payment : seen.c.payments) {
        if (!seen.within(payment.on)) continue;
        const auto step = step_number(seen.c, payment.on.previous());
        if (by_invoice(seen.ask.by)) {
            tell_by_invoice(seen, payment, step, pen);
            continue;
        }
        std::int64_t principal = 0;
        std::int64_t interest = 0;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            principal += part.principal.minor();
            interest += part.interest.minor();
        }
        const std::int64_t values[] = {1, payment.kept().minor(), principal, interest, payment.cover.costs.minor(), payment.cover.overpaid.minor()};
        for (std::size_t column = 0; column < std::size(values); ++column)
            pen.line({.column = column, .value = values[column], .day = payment.on, .what = "payment", .number = payment.number, .step = step});
    }
    return done;
}

Outcome vat_of(const Seen& seen, Pen& pen) {
    FRIST_TRY(const std::vector<PaidVat> paid, paid_vat(seen.c, seen.to(), seen.country));
    for (const PaidVat& one : paid) {
        if (!seen.within(one.payment->on)) continue;
        pen.line({.column = 0, .value = one.base, .day = one.payment->on, .what = "payment", .number = one.payment->number});
        pen.line({.column = 1, .value = one.vat, .day = one.payment->on, .what = "payment", .number = one.payment->number});
    }
    return done;
}

void income_of(const BookLine& line, Pen& pen) {
    std::size_t column = 0;
    switch (line.line.account) {
        case Account::fees_charged: column = 0; break;
        case Account::interest_received: column = 1; break;
        case Account::collection_received: column = 2; break;
        default: return;
    }
    const std::int64_t value = -line.line.amount.minor();   // an income stands on the credit side
    for (const std::size_t one : {column, std::size_t{3}})
        pen.line({.column = one, .value = value, .day = line.on, .what = line.event, .number = line.seq, .own = static_cast<std::int64_t>(line.line.account)});
}

void books_of(const BookLine& line, Pen& pen) {
    const std::int64_t value = line.line.amount.minor();
    const auto one = [&](std::size_t column, std::int64_t figure) {
        pen.line({.column = column, .value = figure, .day = line.on, .what = line.event, .number = line.seq, .own = static_cast<std::int64_t>(line.line.account)});
    };
    one(value > 0 ? 0 : 1, value > 0 ? value : -value);
    one(2, value);
}

Outcome days_of(const Seen& seen, Pen& pen) {
    for (const cases::Payment& payment : seen.c.payments) {
        if (!seen.within(payment.on)) continue;
        const auto step = step_number(seen.c, payment.on.previous());
        const auto line = [&](std::size_t column, std::int64_t value, std::string_view reference) {
            pen.line({.column = column, .value = value, .day = payment.on, .what = "payment", .reference = reference, .number = payment.number, .step = step});
        };
        line(0, 1, {});
        for (const cases::ClaimCover& part : payment.cover.claims) {
            const cases::Claim& claim = seen.c.claims[static_cast<std::size_t>(part.claim)];
            line(1, part.principal.minor(), claim.number);
            line(2, part.principal.minor() * std::max((payment.on - claim.due).count, 0), claim.number);
            line(3, part.principal.minor() * std::max((payment.on - seen.c.opened).count, 0), claim.number);
        }
    }
    return done;
}

}  // namespace frist::reports
