#include "base/fields.h"
#include "base/pch.h"
#include "party/kid.h"
#include "sheets/open_items.h"

namespace frist::sheets {
namespace {

namespace json = boost::json;

json::value or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object as_json(const Fault& fault) {
    return {{"row", fault.row},
            {"column", fault.column},
            {"code", fault.code},
            {"reason", fault.reason},
            {"remedy", fault.remedy}};
}

json::array as_json(const std::vector<Fault>& faults) {
    json::array out;
    for (const Fault& fault : faults) out.push_back(as_json(fault));
    return out;
}

json::array as_json(const std::vector<std::string>& names) {
    json::array out;
    for (const std::string& name : names) out.emplace_back(name);
    return out;
}

json::object as_json(const Layout& layout) {
    json::object columns;
    for (const auto& [field, name] : layout.columns) columns[frist::name_of(field)] = name;
    json::object out{{"format", frist::name_of(layout.format)}, {"header_row", layout.header_row},
                     {"header_hash", layout.header_hash},       {"decimal", layout.decimal},
                     {"thousands", layout.thousands},           {"date", layout.date}};
    if (layout.format == Format::csv) {
        out["encoding"] = layout.encoding;
        if (!layout.encoding_sample.empty()) out["encoding_sample"] = layout.encoding_sample;
        out["separator"] = layout.separator;
        out["quoted_separator"] = layout.quoted_separator;
    } else {
        out["sheet"] = layout.sheet;
    }
    out["columns"] = std::move(columns);
    out["ageing"] = as_json(layout.ageing);
    out["unknown"] = as_json(layout.unknown);
    if (!layout.known.empty()) out["known"] = layout.known;
    json::array steps;
    for (const StepWord& one : layout.steps) steps.push_back(json::object{{"word", one.word}, {"step", or_null(one.step)}, {"rows", one.rows}});
    if (!steps.empty()) out["steps"] = std::move(steps);
    return out;
}

json::value reference_of(const std::string& value) {
    if (value.empty()) return nullptr;
    const bool kid = party::kid_shaped(value);
    return json::object{
        {"kind", kid ? "KID" : "text"}, {"value", value}, {"check", kid ? party::kid_checks(value) : "none"}};
}

json::object as_json(const Earlier& letter) {
    return {{"step", letter.step},
            {"sent", text(letter.sent)},
            {"deadline", letter.deadline ? json::value(text(*letter.deadline)) : json::value(nullptr)},
            {"fee_minor", letter.fee.minor()}};
}

json::object item_of(const OpenItem& item) {
    json::object out{{"row", item.row},
                     {"kind", item.open.negative() ? "credit" : "claim"},
                     {"amount_minor", item.open.minor()},
                     {"currency", item.open.currency().code()},
                     {"original_minor", item.original.minor()},
                     {"invoice_number", or_null(item.invoice_number)},
                     {"invoice_date", item.invoiced ? json::value(text(*item.invoiced)) : json::value(nullptr)},
                     {"due", text(item.due)},
                     {"reference", reference_of(item.payment_reference)},
                     {"text", item.text.empty() ? json::array() : json::array{json::string(item.text)}}};
    if (!item.department.empty()) out["department"] = item.department;
    if (!item.project.empty()) out["project"] = item.project;
    out["customer"] = {{"number", or_null(item.customer_number)},
                       {"name", or_null(item.customer_name)},
                       {"org_number", or_null(item.org_number)},
                       {"kind", item.kind ? json::value(frist::name_of(*item.kind)) : json::value(nullptr)},
                       {"street", or_null(item.street)},
                       {"postal_code", or_null(item.postal_code)},
                       {"town", or_null(item.town)},
                       {"country", or_null(item.country)},
                       {"email", or_null(item.email)},
                       {"phone", or_null(item.phone)},
                       {"language", or_null(item.language)}};
    if (!item.group.empty()) out["customer"].as_object()["group"] = item.group;
    json::array earlier;
    for (const Earlier& letter : item.earlier) earlier.push_back(as_json(letter));
    out["earlier"] = std::move(earlier);
    return out;
}

json::array findings_of(const OpenItems& items) {
    json::array out = as_json(items.findings);
    for (const auto* list : {&items.claims, &items.credits})
        for (const OpenItem& item : *list)
            for (const Fault& finding : item.findings) out.push_back(as_json(finding));
    return out;
}

}  // namespace

json::object to_json(const OpenItems& items) {
    json::array all;
    all.reserve(items.claims.size() + items.credits.size());
    for (const auto* list : {&items.claims, &items.credits})
        for (const OpenItem& item : *list) all.push_back(item_of(item));
    json::object totals;
    for (const Total& total : items.totals)
        totals[total.claims.currency().code()] = {{"claims_minor", total.claims.minor()},
                                                  {"credits_minor", total.credits.minor()}};
    json::array rejected;
    for (const RowFault& fault : items.rejected)
        rejected.push_back(as_json(Fault{fault.row, fault.column, fault.code, fault.reason, fault.remedy}));
    // A list has neither an identity nor a day of its own, and names none of our accounts.
    return {{"format", frist::name_of(items.layout.format)},
            {"file_identity", nullptr},
            {"created", nullptr},
            {"accounts", json::array()},
            {"layout", as_json(items.layout)},
            {"rows", items.rows},
            {"claims", items.claims.size()},
            {"credits", items.credits.size()},
            {"settled", items.settled},
            {"totals_checked", items.totals_checked},
            {"items", std::move(all)},
            {"totals", std::move(totals)},
            {"errors", json::array()},
            {"rejected", std::move(rejected)},
            {"findings", findings_of(items)},
            {"questions", as_json(items.questions)},
            {"verdict", frist::name_of(items.verdict)}};
}

}  // namespace frist::sheets
