#include "office/booking.h"

#include "base/pch.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

constexpr char bar = '|';

struct Rest {
    Money left;
    Id first_case = 0;
};
Result<Rest> rest_of(const Desk& desk, const LineRow& row) {
    Rest rest{row.amount, 0};
    FRIST_TRY(const std::vector<PartRow> parts, desk.store.parts(desk.creditor, row.id));
    for (const PartRow& part : parts) {
        if (!part.gone || part.lost) rest.left -= part.amount;
        if (!part.gone && rest.first_case == 0) rest.first_case = part.case_id;
    }
    FRIST_TRY(const std::vector<RefundRow> refunds, desk.store.refunds_of_line(desk.creditor, row.id));
    for (const RefundRow& refund : refunds)
        if (refund.state != RefundState::cancelled) rest.left -= refund.amount;
    return rest;
}

}  // namespace

std::string source_of(const LineRow& line, int part) { return part == 1 ? line.fingerprint : fmt::format("{}{}{}", line.fingerprint, bar, part); }

Result<Booking> book(const Desk& desk, LineRow& row, const BookWish& wish) {
    Booking booking;
    FRIST_TRY(CaseRow c, case_row(desk, wish.case_id));
    while (c.state.merged_into) {
        FRIST_TRY(c, case_row(desk, *c.state.merged_into));
    }
    std::vector<PartRow> parts;
    if (!wish.first) {
        FRIST_TRY(parts, desk.store.parts(desk.creditor, row.id));
    }
    PartRow part;
    part.line = row.id;
    part.part = static_cast<int>(parts.size()) + 1;
    part.case_id = c.state.id;
    part.amount = wish.amount;
    part.on = desk.today;
    part.person = wish.person;
    cases::ReceivePayment payment;
    payment.on = row.on;
    payment.amount = wish.amount;
    payment.source = source_of(row, part.part);
    const bool was_open = !c.state.closing;
    const Result<cases::Events> events = rules::decide(c.state, payment, desk.today, desk.country);
    if (!events.ok()) {
        booking.refused = events.error();
        return booking;
    }
    FRIST_TRY_DONE(keep(desk, c, *events, "payment:" + payment.source));
    FRIST_TRY_DONE(desk.store.put_part(desk.creditor, part));
    row.left -= wish.amount;
    if (row.case_id == 0) row.case_id = c.state.id;
    row.state = row.left.zero() ? LineState::applied : LineState::suspense;
    row.reason = row.left.zero() ? std::string() : "a part of it was booked, and the rest waits";
    booking.case_id = c.state.id;
    booking.closed = was_open && c.state.closing.has_value();
    return booking;
}

Result<std::optional<Origin>> origin(const Desk& desk, const std::string& source) {
    const std::size_t end = source.find(bar);
    FRIST_TRY(std::optional<LineRow> line, desk.store.line_with(desk.creditor, source.substr(0, end)));
    if (!line) return std::optional<Origin>{};
    FRIST_TRY(const std::vector<PartRow> parts, desk.store.parts(desk.creditor, line->id));
    for (const PartRow& part : parts)
        if (source_of(*line, part.part) == source) return std::optional<Origin>({std::move(*line), part});
    return std::optional<Origin>{};
}

Result<LineRow> waiting_line(const Desk& desk, Id line) {
    FRIST_TRY(std::optional<LineRow> row, desk.store.line(desk.creditor, line));
    if (!row || row->state != LineState::suspense) return Error{"suspense.unknown", fmt::format("line {}", line), "no payment with this number waits", "See frist suspense for the numbers."};
    return std::move(*row);
}

const cases::Payment* payment_of(const cases::Case& c, int number) {
    const auto found = std::find_if(c.payments.begin(), c.payments.end(), [&](const cases::Payment& one) { return one.number == number; });
    return found == c.payments.end() ? nullptr : &*found;
}

const cases::Payment* same_payment(const cases::Case& c, const cases::Payment& payment) {
    const auto found = std::find_if(c.payments.begin(), c.payments.end(), [&](const cases::Payment& one) { return one.source == payment.source && one.on == payment.on && one.amount == payment.amount; });
    return found == c.payments.end() ? nullptr : &*found;
}

Result<Money> left_of(const Desk& desk, const LineRow& line) {
    FRIST_TRY(const Rest rest, rest_of(desk, line));
    return rest.left;
}

Outcome count_anew(const Desk& desk, LineRow row, const std::string& reason) {
    FRIST_TRY(const Rest rest, rest_of(desk, row));
    row.left = rest.left;
    row.case_id = rest.first_case;
    row.state = row.left.zero() ? LineState::applied : LineState::suspense;
    row.reason = row.left.zero() ? std::string() : reason;
    FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, row));
    return done;
}

}  // namespace frist::office
