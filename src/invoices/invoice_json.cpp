#include "base/fields.h"
#include "base/pch.h"
#include "invoices/invoice.h"

namespace frist::invoices {
namespace {

namespace json = boost::json;

json::value word(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}
json::value day(const std::optional<Date>& date) {
    return date ? json::value(text(*date)) : json::value(nullptr);
}
json::value minor(const std::optional<Money>& money) {
    return money ? json::value(money->minor()) : json::value(nullptr);
}

json::value json_of(const std::optional<Numbered>& number) {
    if (!number) return nullptr;
    return json::object{{"scheme", word(number->scheme)}, {"id", number->id}};
}

json::value json_of(const std::optional<Party>& party) {
    if (!party) return nullptr;
    return json::object{{"name", word(party->name)},
                        {"trading_name", word(party->trading_name)},
                        {"endpoint", json_of(party->endpoint)},
                        {"legal_id", json_of(party->legal_id)},
                        {"vat_id", word(party->vat_id)},
                        {"country", word(party->address.country)},
                        {"postal_code", word(party->address.postal_code)},
                        {"city", word(party->address.city)},
                        {"street", word(party->address.street)}};
}

json::object json_of(const Invoice& invoice) {
    json::array references;
    for (const BillingReference& r : invoice.billing_references)
        references.push_back(json::object{{"id", word(r.id)}, {"date", day(r.date)}});
    json::array means;
    for (const PaymentMeans& m : invoice.payment_means)
        means.push_back(json::object{{"code", word(m.code)},
                                     {"payment_id", word(m.payment_id)},
                                     {"check", word(m.check)},
                                     {"account", word(m.account)},
                                     {"branch", word(m.branch)},
                                     {"due_date", day(m.due)}});
    json::array attachments;
    for (const Attachment& a : invoice.attachments)
        attachments.push_back(
            json::object{{"id", word(a.id)}, {"mime", a.mime}, {"name", word(a.name)}, {"bytes", a.content.size()}});
    json::object object{{"root", invoice.credit_note ? "CreditNote" : "Invoice"},
                        {"wrapped", invoice.wrapped},
                        {"customization", word(invoice.customization)},
                        {"id", word(invoice.id)},
                        {"type_code", word(invoice.type_code)},
                        {"issue_date", day(invoice.issued)},
                        {"due_date", day(invoice.due)},
                        {"currency", invoice.currency ? json::value(invoice.currency->code()) : json::value(nullptr)},
                        {"buyer_reference", word(invoice.buyer_reference)},
                        {"billing_references", references},
                        {"supplier", json_of(invoice.supplier)},
                        {"customer", json_of(invoice.customer)},
                        {"payee", word(invoice.payee)},
                        {"payment_means", means},
                        {"payment_terms", word(invoice.payment_terms)}};
    if (!invoice.accounting_cost.empty()) object["accounting_cost"] = invoice.accounting_cost;
    if (!invoice.project.empty()) object["project"] = invoice.project;
    object["line_total_minor"] = minor(invoice.line_total);
    object["tax_exclusive_minor"] = minor(invoice.tax_exclusive);
    object["tax_inclusive_minor"] = minor(invoice.tax_inclusive);
    object["prepaid_minor"] = minor(invoice.prepaid);
    object["rounding_minor"] = minor(invoice.rounding);
    object["payable_minor"] = minor(invoice.payable);
    object["lines"] = invoice.lines.size();
    object["attachments"] = attachments;
    return object;
}

json::array json_of(const std::vector<Error>& errors) {
    constexpr std::string_view prefix = "invoice.";
    json::array list;
    for (const Error& e : errors)
        list.push_back(
            json::object{{"code", std::string_view(e.code).substr(e.code.starts_with(prefix) ? prefix.size() : 0)},
                         {"reason", e.message},
                         {"place", word(e.field)},
                         {"remedy", e.remedy}});
    return list;
}

}  // namespace

boost::json::object to_json(const InvoiceFile& file) {
    json::object object{{"format", "ubl"}, {"bytes", file.bytes}, {"invoice", nullptr}};
    if (file.invoice) object["invoice"] = json_of(*file.invoice);
    object["errors"] = json_of(file.errors);
    object["findings"] = json_of(file.findings);
    object["kind"] = name_of(file.kind);
    object["claimable"] = file.claimable;
    object["verdict"] = name_of(file.verdict);
    return object;
}

}  // namespace frist::invoices
