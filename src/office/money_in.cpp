#include "office/money_in.h"

#include "base/pch.h"

namespace frist::office {

Result<MoneyIn> money_in(const Desk& desk, Date from, Date to) {
    MoneyIn in{Money(0, desk.country.currency()), 0};
    FRIST_TRY_DONE(desk.store.each_payment(desk.creditor, from, to, [&](const StoredEvent& stored) -> Outcome {
        FRIST_TRY(const cases::Event event, event_of(stored));
        const auto* payment = std::get_if<cases::PaymentReceived>(&event);
        if (payment == nullptr || payment->amount.currency() != in.paid.currency()) return done;
        in.paid += payment->amount;
        ++in.payments;
        return done;
    }));
    return in;
}

}  // namespace frist::office
