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

// What came from no bank is told anew of the other case.
Outcome pay_there(const Desk& desk, const cases::Payment& payment, Moved& moved) {
    const cases::ReceivePayment again{payment.on, payment.amount, payment.order, payment.debtors_choice, payment.source};
    FRIST_TRY(const CaseRow there, answer(desk, *moved.to, again, fmt::format("moved:{}/{}", moved.case_id, payment.number)));
    moved.to = there.state.id;
    return done;
}

// The part of the bank's line leaves with the payment: it is lost, waits again, or goes to the other case.
Outcome line_moves(const Desk& desk, const Origin& from, const MoveWish& wish, Moved& moved) {
    PartRow part = from.part;
    part.gone = desk.today;
    part.lost = wish.why == cases::TakenBack::bank;
    FRIST_TRY_DONE(desk.store.put_part(desk.creditor, part));
    FRIST_TRY_DONE(count_anew(desk, from.line, fmt::format("it was taken back from case {}", moved.case_id)));
    if (!wish.to) return done;
    FRIST_TRY(LineRow line, waiting_line(desk, from.line.id));
    FRIST_TRY(const Booking booking, book(desk, line, {part.amount, *wish.to, wish.person}));
    if (booking.refused) return *booking.refused;
    moved.to = booking.case_id;
    FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, line));
    return done;
}

}  // namespace

Result<PaymentPlace> payment_place(const Desk& desk, Id case_id, int number) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    const cases::Payment* payment = payment_of(row.state, number);
    while (payment != nullptr && row.state.merged_into) {
        const cases::Payment before = *payment;
        FRIST_TRY(row, case_row(desk, *row.state.merged_into));
        payment = same_payment(row.state, before);
    }
    if (payment == nullptr) return Error{"payment.unknown", place(case_id, number), "no such payment stands in it", "Look at the payments of the case."};
    const cases::Payment found = *payment;
    return PaymentPlace{std::move(row), found};
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
        if (from) return line_moves(desk, *from, wish, moved);
        return wish.to ? pay_there(desk, payment, moved) : Outcome(done);
    }));
    return moved;
}

Result<Moved> reverse_payment(const Desk& desk, Id line, Id case_id, int number, Id person) {
    Moved moved;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(const LineRow row, waiting_line(desk, line));
        FRIST_TRY(PaymentPlace at, payment_place(desk, case_id, number));
        if (!row.left.negative() || -row.left != at.payment.amount)
            return Error{"reverse.amount", fmt::format("line {}", line), fmt::format("it takes {} back, and payment {} is {}", text(-row.left), number, text(at.payment.amount)), "Name the payment that it undoes."};
        moved = {at.row.state.id, {}, line};
        FRIST_TRY_DONE(take_back(desk, at, cases::TakenBack::bank, "reversed:" + row.fingerprint));
        FRIST_TRY_DONE(desk.store.put_part(desk.creditor, {line, 1, at.row.state.id, {}, row.left, desk.today, person, {}, false}));
        return count_anew(desk, row, {});
    }));
    return moved;
}

}  // namespace frist::office
