#include "bank/payment_file.h"

#include "base/pch.h"
#include "party/kid.h"

namespace frist::bank {
namespace {

namespace json = boost::json;

json::value or_null(const std::string& text) {
    if (text.empty()) return nullptr;
    return json::string(text);
}

json::value or_null(const std::optional<Date>& date) {
    if (!date) return nullptr;
    return json::string(text(*date));
}

json::array faults(const std::vector<Fault>& list) {
    json::array out;
    for (const Fault& fault : list)
        out.push_back(
            {{"code", fault.code}, {"place", fault.field}, {"reason", fault.message}, {"remedy", fault.remedy}});
    return out;
}

json::value reference_of(std::string_view value, std::string_view kind) {
    if (value.empty()) return nullptr;
    json::object out{{"kind", json::string(kind)}, {"value", json::string(value)}};
    // Which modulus was agreed with the bank is not known here: the fitting ones are told.
    out["check"] = kind == "KID" ? json::value(json::string(party::kid_checks(value))) : json::value(nullptr);
    return out;
}

json::object item_of(const PaymentItem& item) {
    json::object out{{"amount_minor", item.amount.minor()},
                     {"currency", json::string(item.amount.currency().code())},
                     {"booking_date", text(item.booking_date)},
                     {"value_date", or_null(item.value_date)},
                     {"payment_date", or_null(item.payment_date)},
                     {"kind", json::string(name_of(item.kind))},
                     {"books", item.books()},
                     {"account", item.account},
                     {"reference", reference_of(item.reference, item.reference_kind)}};
    if (!item.more_references.empty()) {
        json::array more;
        for (const Reference& reference : item.more_references)
            more.push_back(reference_of(reference.value, reference.kind));
        out["more_references"] = std::move(more);
    }
    out["text"] = json::array(item.text.begin(), item.text.end());
    out["payer"] = {{"name", or_null(item.payer_name)},
                    {"account", or_null(item.payer_account)},
                    {"id", or_null(item.payer_id)},
                    {"behind", or_null(item.behind_payer)}};
    out["bank_refs"] = {{"archive", or_null(item.archive_ref)},
                        {"end_to_end", or_null(item.end_to_end)},
                        {"entry", or_null(item.entry_ref)}};
    json::array remarks;
    for (const Remark remark : item.remarks) remarks.push_back(json::string(name_of(remark)));
    out["remarks"] = std::move(remarks);
    out["place"] = item.place;
    out["fingerprint"] = item.fingerprint;
    return out;
}

json::array accounts_of(const PaymentFile& file) {
    json::array out;
    for (const Assignment& one : file.assignments)
        out.push_back({{"account", one.account},
                       {"service", one.service},
                       {"agreement", one.agreement},
                       {"assignment", one.number},
                       {"transactions", one.transactions},
                       {"records", one.records},
                       {"sum_minor", one.sum},
                       {"date", or_null(one.date)},
                       {"first_date", or_null(one.first_date)},
                       {"last_date", or_null(one.last_date)},
                       {"skipped", one.skipped}});
    for (const Group& group : file.groups) {
        json::array balances;
        for (const Balance& balance : group.balances)
            balances.push_back({{"code", balance.code},
                                {"amount_minor", balance.amount.minor()},
                                {"currency", json::string(balance.amount.currency().code())},
                                {"date", or_null(balance.date)}});
        out.push_back(
            {{"account", group.account},
             {"currency", group.currency ? json::value(json::string(group.currency->code())) : json::value(nullptr)},
             {"id", group.id},
             {"sequence", or_null(group.sequence)},
             {"copy", or_null(group.copy)},
             {"entries", group.entries},
             {"transactions", group.transactions},
             {"not_booked", group.not_booked.size()},
             {"balances", std::move(balances)},
             {"balances_agree", group.balances_agree ? json::value(*group.balances_agree) : json::value(nullptr)}});
    }
    return out;
}

std::string_view first_bytes(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes.substr(0, 8192);
}

}  // namespace

bool PaymentItem::has(Remark remark) const {
    return std::find(remarks.begin(), remarks.end(), remark) != remarks.end();
}

bool PaymentItem::needs_person() const {
    return !books() || std::any_of(remarks.begin(), remarks.end(), [](Remark r) { return r != Remark::payer_unknown; });
}

std::string_view name_of(Format format) {
    switch (format) {
        case Format::unknown: return "unknown";
        case Format::ocr_giro: return "ocr_giro";
        case Format::camt053: return "camt053";
        case Format::camt054: return "camt054";
        case Format::list: return "list";
    }
    return "";
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::accept: return "accept";
        case Verdict::accept_with_findings: return "accept_with_findings";
        case Verdict::reject: return "reject";
    }
    return "";
}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::payment: return "payment";
        case Kind::correction: return "correction";
        case Kind::reversal: return "reversal";
        case Kind::returned: return "return";
        case Kind::failed: return "failed";
        case Kind::information: return "information";
    }
    return "";
}

std::string_view name_of(Remark remark) {
    switch (remark) {
        case Remark::no_reference: return "no_reference";
        case Remark::odd_reference: return "odd_reference";
        case Remark::several_references: return "several_references";
        case Remark::card: return "card";
        case Remark::payer_unknown: return "payer_unknown";
        case Remark::lump_sum: return "lump_sum";
        case Remark::sums_differ: return "sums_differ";
        case Remark::direction_differs: return "direction_differs";
        case Remark::no_date: return "no_date";
    }
    return "";
}

bool is_ocr_giro(std::string_view bytes) {
    const std::string_view first = first_bytes(bytes);
    return first.size() >= 8 && first.starts_with("NY") &&
           first.substr(2, 6).find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_camt(std::string_view bytes) {
    std::string first(first_bytes(bytes));
    std::erase(first, '\0');  // UTF-16
    return first.find("urn:iso:std:iso:20022:tech:xsd:camt.05") != std::string::npos ||
           first.find("BkToCstmr") != std::string::npos;
}

PaymentFile read_payment_file(std::string_view bytes) {
    if (is_ocr_giro(bytes)) return read_ocr_giro(bytes);
    if (is_camt(bytes)) return read_camt(bytes);
    PaymentFile file;
    file.errors.push_back({"payment_file.unknown", "the file", "this is neither OCR giro nor camt.053 nor camt.054",
                           "Take the file from the bank again, as OCR giro or as camt.054."});
    return file;
}

json::object to_json(const PaymentFile& file) {
    json::object out{{"format", json::string(name_of(file.format))},
                     {"message", or_null(file.message)},
                     {"file_identity", file.identity},
                     {"created", file.created},
                     {"accounts", accounts_of(file)}};
    json::array items;
    items.reserve(file.items.size());
    for (const PaymentItem& item : file.items) items.push_back(item_of(item));
    out["items"] = std::move(items);
    json::object totals;
    for (const Total& total : file.totals)
        totals[total.credits.currency().code()] = {{"credit_minor", total.credits.minor()},
                                                   {"debit_minor", total.debits.minor()}};
    out["totals"] = std::move(totals);
    out["errors"] = faults(file.errors);
    out["findings"] = faults(file.findings);
    out["notes"] = faults(file.notes);
    out["verdict"] = json::string(name_of(file.verdict));
    return out;
}

}  // namespace frist::bank
