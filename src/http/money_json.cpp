#include "http/money_json.h"

#include "base/pch.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::value or_null(const std::optional<Date>& day) { return day ? json::value(text(*day)) : json::value(nullptr); }
json::value or_null(office::Id id) { return id != 0 ? json::value(id) : json::value(nullptr); }

}  // namespace

Result<json::object> payment_json(Debtors& debtors, const office::PaymentSeen& seen) {
    FRIST_TRY(const Known* const debtor, debtors.of(seen.debtor));
    return json::object{{"case", seen.case_id},
                        {"payment", seen.payment},
                        {"debtor", seen.debtor},
                        {"name", debtor->record.name},
                        {"on", text(seen.on)},
                        {"told", text(seen.told)},
                        {"amount", text(seen.amount)},
                        {"costs", text(seen.costs)},
                        {"interest", text(seen.interest)},
                        {"principal", text(seen.principal)},
                        {"overpaid", text(seen.overpaid)},
                        {"returned", text(seen.returned)},
                        {"source", name_of(seen.source)},
                        {"gone", seen.gone ? json::value(name_of(*seen.gone)) : json::value(nullptr)},
                        {"line", or_null(seen.line)},
                        {"kid", seen.kid},
                        {"payer", seen.payer}};
}

json::object waiting_json(const office::Waiting& waiting) {
    json::array suggestions;
    for (const office::Suggestion& one : waiting.suggestions) {
        json::array hints;
        for (const office::Hint hint : one.hints) hints.emplace_back(name_of(hint));
        suggestions.push_back(json::object{{"case", one.case_id}, {"hints", std::move(hints)}, {"why", one.why}});
    }
    return {{"line", waiting.line.id},
            {"on", text(waiting.line.on)},
            {"amount", text(waiting.line.amount)},
            {"left", text(waiting.line.left)},
            {"kid", waiting.line.kid},
            {"payer", waiting.line.payer},
            {"reason", waiting.line.reason},
            {"suggestions", std::move(suggestions)}};
}

json::object day_json(const office::PaymentDay& day) {
    return {{"on", text(day.on)},
            {"lines", day.lines},
            {"received", text(day.received)},
            {"booked", text(day.booked)},
            {"waiting", text(day.waiting)},
            {"going_back", text(day.going_back)},
            {"taken_back", text(day.taken_back)},
            {"from_hand", day.from_hand},
            {"by_hand", text(day.by_hand)}};
}

json::object refund_json(const office::RefundRow& refund) {
    return {{"refund", refund.id},
            {"case", or_null(refund.case_id)},
            {"payment", refund.case_id != 0 ? json::value(refund.payment) : json::value(nullptr)},
            {"line", or_null(refund.line)},
            {"amount", text(refund.amount)},
            {"account", refund.account},
            {"name", refund.name},
            {"state", name_of(refund.state)},
            {"ordered_on", text(refund.ordered_on)},
            {"file", refund.batch.empty() ? json::value(nullptr) : json::value(refund.batch)},
            {"filed_on", or_null(refund.filed_on)},
            {"ended_on", or_null(refund.ended_on)}};
}

json::object story_json(const office::LineStory& story) {
    json::array parts;
    for (const office::PartRow& part : story.parts)
        parts.push_back(json::object{{"case", or_null(part.case_id)}, {"invoice", part.invoice}, {"amount", text(part.amount)}, {"on", text(part.on)}, {"gone", or_null(part.gone)}});
    json::array refunds;
    for (const office::RefundRow& refund : story.refunds) refunds.push_back(refund_json(refund));
    return {{"line", story.line.id},
            {"on", text(story.line.on)},
            {"amount", text(story.line.amount)},
            {"left", text(story.line.left)},
            {"kid", story.line.kid},
            {"payer", story.line.payer},
            {"state", name_of(story.line.state)},
            {"reason", story.line.reason},
            {"raw", story.line.raw},
            {"file", story.line.file},
            {"file_kind", story.file ? json::value(story.file->kind) : json::value(nullptr)},
            {"file_taken", story.file ? json::value(text(story.file->on)) : json::value(nullptr)},
            {"parts", std::move(parts)},
            {"refunds", std::move(refunds)}};
}

Result<json::object> owed_json(Debtors& debtors, const office::OwedBack& owed) {
    FRIST_TRY(const Known* const debtor, debtors.of(owed.debtor));
    return json::object{{"case", owed.case_id}, {"payment", owed.payment}, {"debtor", owed.debtor}, {"name", debtor->record.name}, {"on", text(owed.on)}, {"amount", text(owed.amount)}, {"account", owed.account}};
}

}  // namespace frist::http
