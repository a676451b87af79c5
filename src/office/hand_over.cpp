#include "office/hand_over.h"

#include "base/pch.h"
#include "office/explain.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

namespace json = boost::json;

constexpr int format_version = 1;

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(text(*day)) : json::value(nullptr); }

json::object address_of(const PostalAddress& address) {
    return json::object{{"street", address.street}, {"street2", address.street2}, {"postal_code", address.postal_code}, {"place", address.place}, {"country", address.country.empty() ? "NO" : address.country}};
}

json::object debtor_of(const DebtorRow& row, const DebtorRecord& debtor) {
    json::object object{{"customer_number", row.key.starts_with("name:") ? json::value(nullptr) : json::value(row.key)},
                        {"name", debtor.name},
                        {"kind", name_of(debtor.kind)},
                        {"relation", name_of(debtor.relation)},
                        {"organisation_number", debtor.org_number},
                        {"born", day_or_null(debtor.born)},
                        {"email", debtor.email},
                        {"phone", debtor.phone},
                        {"language", debtor.language},
                        {"protected_address", debtor.protected_address},
                        {"doubtful_address", debtor.address_doubtful}};
    if (!debtor.protected_address) object["address"] = address_of(debtor.address);
    return object;
}

json::object claim_of(const cases::Claim& claim, const std::string& what, Money open, const Result<rules::Ruling<Date>>& limitation) {
    json::array credits;
    for (const cases::Credit& credit : claim.credits) credits.push_back(json::object{{"on", text(credit.on)}, {"amount", text(credit.amount)}});
    return json::object{{"invoice", claim.number},
                        {"what", what},
                        {"invoiced", day_or_null(claim.invoiced)},
                        {"due", text(claim.due)},
                        {"late_from", text(claim.late_from)},
                        {"amount", text(claim.amount)},
                        {"open", text(open)},
                        {"agreed_rate", claim.agreed_rate ? json::value(text(*claim.agreed_rate)) : json::value(nullptr)},
                        {"credits", credits},
                        {"limitation", limitation.ok() ? day_or_null(limitation->granted) : json::value(nullptr)}};
}

json::object letter_of(const cases::Sent& sent) {
    return json::object{{"letter", sent.letter}, {"kind", name_of(sent.kind)}, {"sent", text(sent.sent)}, {"deadline", day_or_null(sent.deadline)}, {"fee", text(sent.fee)},
                        {"enforcement_notice", sent.enforcement_notice}, {"void", sent.voided}};
}

json::object payment_of(const cases::Payment& payment) {
    Money interest(0, payment.amount.currency());
    Money principal = interest;
    for (const cases::ClaimCover& part : payment.cover.claims) {
        interest += part.interest;
        principal += part.principal;
    }
    return json::object{{"on", text(payment.on)}, {"amount", text(payment.kept())}, {"costs", text(payment.cover.costs)}, {"interest", text(interest)}, {"principal", text(principal)}, {"overpaid", text(payment.cover.overpaid)}};
}

}  // namespace

Result<json::object> hand_over(const Desk& desk, const CreditorRecord& creditor, Id case_id) {
    FRIST_TRY(const CaseRow row, case_row(desk, case_id));
    const cases::Case& c = row.state;
    const std::string place = "case " + std::to_string(case_id);
    FRIST_TRY(const rules::Balance balance, rules::balance_on(c, desk.today, desk.country));
    if (c.closing || !balance.total().positive()) return Error{"hand_over.nothing", place, "nothing is open in this case", "Hand over a case with something open."};
    FRIST_TRY(const auto debtor, desk.store.debtor(desk.creditor, c.debtor));
    FRIST_CHECK(debtor.has_value());
    FRIST_TRY(const DebtorRecord record, debtor_record(debtor->record));
    FRIST_TRY(const std::vector<ItemRow> items, desk.store.items_of_case(desk.creditor, case_id));
    FRIST_TRY(const std::string kid, desk.store.kid_of_case(desk.creditor, case_id));
    json::array claims;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const auto item = std::find_if(items.begin(), items.end(), [&](const ItemRow& one) { return one.number == c.claims[i].number; });
        claims.push_back(claim_of(c.claims[i], item == items.end() ? "" : item->what, balance.principal_of[i], desk.country.limitation(c, c.claims[i])));
    }
    json::array letters;
    for (const cases::Sent& sent : c.letters) letters.push_back(letter_of(sent));
    json::array payments;
    for (const cases::Payment& payment : c.payments) payments.push_back(payment_of(payment));
    json::array filings;
    for (const cases::Filing& filing : c.filings) filings.push_back(to_json(filing));
    return json::object{{"format", "frist-hand-over"},
                        {"version", format_version},
                        {"on", text(desk.today)},
                        {"creditor", json::object{{"organisation_number", creditor.org_number}, {"name", creditor.name}, {"address", address_of(creditor.address)}, {"email", creditor.email}, {"phone", creditor.phone},
                                                  {"account", creditor.account}, {"vat_deductible", creditor.vat_deductible}}},
                        {"case", json::object{{"number", case_id}, {"kid", kid}, {"opened", text(c.opened)}, {"objection", day_or_null(c.objection)}, {"acknowledged", day_or_null(c.acknowledged)}}},
                        {"debtor", debtor_of(*debtor, record)},
                        {"claims", claims},
                        {"letters", letters},
                        {"payments", payments},
                        {"filings", filings},
                        {"sums", json_of(c, balance, desk.country)}};
}

}  // namespace frist::office
