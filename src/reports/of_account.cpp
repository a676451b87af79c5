// What was charged, paid, written off and is open: of all cases together, and of each.
#include "base/pch.h"
#include "reports/rule.h"

namespace frist::reports {
namespace {

constexpr auto principal = static_cast<std::size_t>(Part::principal);
constexpr auto interest = static_cast<std::size_t>(Part::interest);
constexpr auto fees = static_cast<std::size_t>(Part::fees);
constexpr auto vat = static_cast<std::size_t>(Part::vat);

enum Figure : std::size_t { brought, charged, paid, written_off, outstanding };

// Tells the lines of one figure, and at last what they do not explain, so that they are the figure.
class Figures {
public:
    Figures(Pen& pen, Figure figure) : pen_(pen), figure_(figure) {}
    void line(std::size_t part, std::int64_t value, std::optional<Date> day, std::string_view what, std::string_view reference = {}, std::int64_t number = -1) {
        told_[part] += value;
        pen_.line({.column = figure_, .value = value, .day = day, .what = what, .reference = reference, .number = number, .part = static_cast<Part>(part)});
    }
    void rest(const Parts& all, Date day, std::string_view what) {
        for (std::size_t part = 0; part < part_count; ++part) line(part, all[part] - told_[part], day, part == interest ? "interest" : what);
    }

private:
    Pen& pen_;
    Figure figure_;
    Parts told_{};
};

void tell_paid(const Seen& seen, const std::vector<PaidVat>& with_vat, const Parts& all, Pen& pen) {
    Figures out(pen, paid);
    for (const cases::Payment& payment : seen.c.payments) {
        if (!seen.within(payment.on)) continue;
        std::int64_t of_vat = 0;
        for (const PaidVat& one : with_vat)
            if (one.payment == &payment) of_vat = one.vat;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            const std::string_view invoice = seen.c.claims[static_cast<std::size_t>(part.claim)].number;
            out.line(principal, part.principal.minor(), payment.on, "payment", invoice, payment.number);
            out.line(interest, part.interest.minor(), payment.on, "payment", invoice, payment.number);
        }
        out.line(fees, payment.cover.costs.minor() - of_vat, payment.on, "payment", {}, payment.number);
        out.line(vat, of_vat, payment.on, "payment", {}, payment.number);
    }
    out.rest(all, seen.to(), "changed");
}

// Claims on the day they came into the case, credit notes, rows of costs; interest is what is left.
void tell_charged(const Seen& seen, const OnDay& after, const Parts& all, Pen& pen) {
    Figures out(pen, charged);
    for (std::size_t i = 0; i < seen.c.claims.size(); ++i) {
        const cases::Claim& claim = seen.c.claims[i];
        if (seen.within(seen.known.joined[i])) out.line(principal, claim.amount.minor(), seen.known.joined[i], "claim", claim.number);
        for (const cases::Credit& credit : claim.credits)
            if (seen.within(std::max(credit.on, seen.known.joined[i]))) out.line(principal, -credit.amount.minor(), credit.on, "credit", claim.number);
    }
    for (const rules::CostRow& row : after.balance.cost_rows)
        if (seen.within(row.on)) out.line(row.kind == "salaer_vat" ? vat : fees, row.amount.minor(), row.on, row.kind);
    out.rest(all, seen.to(), "changed");
}

}  // namespace

Outcome account_of(const Seen& seen, Pen& pen) {
    FRIST_TRY(const std::optional<OnDay> after, on_day(seen.known, seen.to(), seen.country));
    if (!after) return done;
    std::optional<OnDay> before;
    if (seen.ask.from) {
        FRIST_TRY(before, on_day(seen.known, seen.ask.from->previous(), seen.country));
    }
    const Standing none;
    const Standing& was = before ? before->standing : none;
    const Standing& is = after->standing;
    Parts charged_in{};
    Parts paid_in{};
    Parts off_in{};
    for (std::size_t part = 0; part < part_count; ++part) {
        charged_in[part] = is.charged(part) - was.charged(part);
        paid_in[part] = is.paid[part] - was.paid[part];
        off_in[part] = is.written_off[part] - was.written_off[part];
    }
    if (before) Figures(pen, brought).rest(was.open, seen.ask.from->previous(), "open");
    tell_charged(seen, *after, charged_in, pen);
    FRIST_TRY(const std::vector<PaidVat> with_vat, paid_vat(seen.c, seen.to(), seen.country));
    tell_paid(seen, with_vat, paid_in, pen);
    Figures(pen, written_off).rest(off_in, seen.c.closing ? seen.c.closing->on : seen.to(), "closing");
    Figures(pen, outstanding).rest(is.open, seen.to(), "open");
    return done;
}

Outcome all_cases_of(const Seen& seen, Pen& pen) {
    if (!seen.within(seen.c.opened)) return done;
    FRIST_TRY(const std::optional<OnDay> now, on_day(seen.known, seen.ask.as_of, seen.country));
    if (!now) return done;
    const Standing& s = now->standing;
    const auto figure = [&](std::size_t column, std::int64_t value, std::string_view what) { pen.line({.column = column, .value = value, .day = seen.c.opened, .what = what}); };
    figure(0, 1, "case");
    for (std::size_t part = 0; part < part_count; ++part) figure(1 + part, s.charged(part), "charged");
    figure(1 + part_count, sum_of(s.paid), "paid");
    figure(2 + part_count, sum_of(s.written_off), "written_off");
    figure(3 + part_count, sum_of(s.open), "open");
    return done;
}

Outcome period_of(const Seen& seen, Pen& pen) {
    const cases::Case& c = seen.c;
    if (seen.within(c.opened)) pen.line({.column = 0, .value = 1, .day = c.opened, .what = "case"});
    for (std::size_t i = 0; i < c.claims.size(); ++i)
        if (seen.within(seen.known.joined[i])) pen.line({.column = 1, .value = c.claims[i].amount.minor(), .day = seen.known.joined[i], .what = "claim", .reference = c.claims[i].number});
    for (const cases::Sent& letter : c.letters)
        if (!letter.earlier && !cases::is_legal(letter.kind) && seen.within(letter.sent)) pen.line({.column = 2, .value = 1, .day = letter.sent, .what = name_of(letter.kind), .number = letter.letter});
    for (const cases::Payment& payment : c.payments) {
        if (!seen.within(payment.on)) continue;
        pen.line({.column = 3, .value = 1, .day = payment.on, .what = "payment", .number = payment.number});
        pen.line({.column = 4, .value = payment.kept().minor(), .day = payment.on, .what = "payment", .number = payment.number});
    }
    if (c.closing && seen.within(c.closing->on)) pen.line({.column = 5, .value = 1, .day = c.closing->on, .what = "closing"});
    return done;
}

Outcome letters_of(const Seen& seen, Pen& pen) {
    for (const cases::Sent& letter : seen.c.letters) {
        if (letter.earlier) continue;
        const auto line = [&](std::size_t column, std::int64_t value, Date day) {
            if (seen.within(day)) pen.line({.column = column, .value = value, .day = day, .what = name_of(letter.kind), .number = letter.letter, .own = static_cast<std::int64_t>(letter.kind)});
        };
        if (!cases::is_legal(letter.kind)) line(0, 1, letter.sent);
        line(1, letter.fee.minor(), letter.sent);
        if (letter.fee_reversed) line(2, letter.fee.minor(), *letter.fee_reversed);
    }
    return done;
}

}  // namespace frist::reports
