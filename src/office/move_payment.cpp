#include "office/move_payment.h"

#include "base/pch.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

std::string place(Id case_id, int payment) { return fmt::format("case {} payment {}", case_id, payment); }

Outcome no_refund_waits(const Desk& desk, const PaymentPlace& at) {
    FRIST_TRY(const std::vector<RefundRow> refunds, desk.store.refunds_of_case(desk.creditor, at.row.state.id));
    for (const RefundRow& refund : refunds)
        if (refund.payment == at.payment.number && (refund.state == RefundState::ordered || refund.state == RefundState::filed))
            return Error{"refund.open", place(at.row.state.id, at.payment.number), fmt::format("refund {} of it is on its way", refund.id), "Cancel the refund first, when the bank has not paid it."};
    return done;
}

Outcome take_back(const Desk& desk, PaymentPlace& at, cases::TakenBack why, const std::string& cause) {
    FRIST_TRY_DONE(no_refund_waits(desk, at));
    FRIST_TRY(const cases::Events events, rules::decide(at.row.state, cases::TakeBackPayment{at.payment.number, why}, desk.today, desk.country));
    return keep(desk, at.row, events, cause);
}

// What a wish must say, by where the money came from.
Outcome fits(const MoveWish& wish, bool from_bank) {
    const std::string where = place(wish.case_id, wish.payment);
    if (from_bank && wish.why == cases::TakenBack::mistake) return Error{"payment.from_bank", where, "it came from the bank, so that it is somewhere", "Move it, or say that the bank took it back."};
    if (!from_bank && wish.why == cases::TakenBack::moved && !wish.to) return Error{"payment.where", where, "it came from no bank, and nothing says where it belongs", "Name the case, or say that it was registered by mistake."};
    if (wish.why != cases::TakenBack::moved && wish.to) return Error{"payment.where", where, "money that never came belongs to no other case", "Leave the case out, or say that it was moved."};
    return done;
}

}  // namespace

Result<PaymentPlace> payment_place(const Desk& desk, Id case_id, int number) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    const auto with = [](const cases::Case& c, const auto& is) {
        const auto found = std::find_if(c.payments.begin(), c.payments.end(), is);
        return found == c.payments.end() ? std::optional<cases::Payment>{} : std::optional<cases::Payment>(*found);
    };
    std::optional<cases::Payment> payment = with(row.state, [&](const cases::Payment& one) { return one.number == number; });
    while (payment && row.state.merged_into) {
        FRIST_TRY(row, case_row(desk, *row.state.merged_into));
        payment = with(row.state, [&](const cases::Payment& one) { return one.source == payment->source && one.on == payment->on && one.amount == payment->amount; });
    }
    if (!payment) return Error{"payment.unknown", place(case_id, number), "no such payment stands in it", "Look at the payments of the case."};
    return PaymentPlace{std::move(row), std::move(*payment)};
}

Result<Moved> move_payment(const Desk& desk, const MoveWish& wish) {
    Moved moved;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(PaymentPlace at, payment_place(desk, wish.case_id, wish.payment));
        const cases::Payment payment = at.payment;
        FRIST_TRY(std::optional<Origin> from, origin(desk, payment.source));
        FRIST_TRY_DONE(fits(wish, from.has_value()));
        moved = {at.row.state.id, wish.to, from ? from->line.id : 0};
        if (wish.to == at.row.state.id) return Error{"payment.same", place(wish.case_id, wish.payment), "it stands in that case already", "Name another case."};
        FRIST_TRY_DONE(take_back(desk, at, wish.why, fmt::format("taken-back:{}/{}", at.row.state.id, payment.number)));
        if (!from) {
            if (!wish.to) return done;
            const cases::ReceivePayment again{payment.on, payment.amount, payment.order, payment.debtors_choice, payment.source};
            return Outcome([&]() -> Outcome {
                FRIST_TRY(const CaseRow other, answer(desk, *wish.to, again, fmt::format("moved:{}/{}", at.row.state.id, payment.number)));
                moved.to = other.state.id;
                return done;
            }());
        }
        from->part.gone = desk.today;
        FRIST_TRY_DONE(desk.store.put_part(desk.creditor, from->part));
        if (wish.why == cases::TakenBack::bank) {
            from->line.reason = "the bank took it back";
            FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, from->line));
            return done;
        }
        FRIST_TRY_DONE(count_anew(desk, from->line, fmt::format("it was taken back from case {}", at.row.state.id)));
        if (!wish.to) return done;
        FRIST_TRY(std::optional<LineRow> line, desk.store.line(desk.creditor, from->line.id));
        FRIST_CHECK(line.has_value());
        FRIST_TRY(const Booking booking, book(desk, *line, {payment.amount, *wish.to, wish.person}));
        if (booking.refused) return *booking.refused;
        moved.to = booking.case_id;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, *line));
        return done;
    }));
    return moved;
}

Result<Moved> reverse_payment(const Desk& desk, Id line, Id case_id, int number, Id person) {
    Moved moved;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(std::optional<LineRow> row, desk.store.line(desk.creditor, line));
        const std::string where = fmt::format("line {}", line);
        if (!row || row->state != LineState::suspense) return Error{"suspense.unknown", where, "no payment with this number waits", "See frist suspense for the numbers."};
        FRIST_TRY(PaymentPlace at, payment_place(desk, case_id, number));
        if (!row->left.negative() || -row->left != at.payment.amount)
            return Error{"reverse.amount", where, fmt::format("it takes {} back, and payment {} is {}", text(-row->left), number, text(at.payment.amount)), "Name the payment that it undoes."};
        moved = {at.row.state.id, {}, line};
        FRIST_TRY_DONE(take_back(desk, at, cases::TakenBack::bank, "reversed:" + row->fingerprint));
        FRIST_TRY_DONE(desk.store.put_part(desk.creditor, {line, 1, at.row.state.id, {}, row->left, desk.today, person, {}}));
        row->case_id = at.row.state.id;
        return count_anew(desk, *row, {});
    }));
    return moved;
}

}  // namespace frist::office
