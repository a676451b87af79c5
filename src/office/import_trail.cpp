#include "office/import_trail.h"

#include "base/pch.h"
#include "base/strict_json.h"
#include "money/forms.h"

namespace frist::office {
namespace {

namespace json = boost::json;

json::object json_of(const ItemRow& row) {
    return {{"id", row.id},           {"number", row.number}, {"debtor", row.debtor},   {"currency", row.open.currency().code()}, {"amount", row.amount.minor()}, {"open", row.open.minor()},
            {"invoiced", row.invoiced ? json::value(text(*row.invoiced)) : json::value(nullptr)}, {"due", text(row.due)}, {"kid", row.kid}, {"earlier", row.earlier}, {"case", row.case_id},
            {"at_start", row.open_at_start.minor()}, {"warning", row.warning}, {"what", row.what}, {"department", row.department}, {"project", row.project}};
}

Error damaged() { return {"store.damaged", "import", "what an import changed cannot be read", "Restore a backup, or put the rows right by a new import."}; }

// Reads what json_of wrote; anything else throws, and is damage.
ItemRow item_of(const json::object& from) {
    const Currency currency = Currency::parse(std::string(from.at("currency").as_string())).ok() ? *Currency::parse(std::string(from.at("currency").as_string())) : Currency{};
    ItemRow row;
    row.id = from.at("id").as_int64();
    row.number = from.at("number").as_string();
    row.debtor = from.at("debtor").as_int64();
    row.amount = Money(from.at("amount").as_int64(), currency);
    row.open = Money(from.at("open").as_int64(), currency);
    if (from.at("invoiced").is_string()) row.invoiced = *Date::parse(std::string(from.at("invoiced").as_string()));
    row.due = *Date::parse(std::string(from.at("due").as_string()));
    row.kid = from.at("kid").as_string();
    row.earlier = from.at("earlier").as_string();
    row.case_id = from.at("case").as_int64();
    row.open_at_start = Money(from.at("at_start").as_int64(), currency);
    row.warning = from.at("warning").as_string();
    row.what = from.at("what").as_string();
    // An import of before there were any.
    if (const json::value* department = from.if_contains("department")) row.department = department->as_string();
    if (const json::value* project = from.if_contains("project")) row.project = project->as_string();
    return row;
}

}  // namespace

std::string trail_of(const MirrorReport& report) {
    std::string lines;
    for (const auto& [number, open] : report.made) lines += json::serialize(json::object{{"made", number}, {"currency", open.currency().code()}, {"open", open.minor()}}) + "\n";
    for (const auto& [row, open] : report.before) lines += json::serialize(json::object{{"was", json_of(row)}, {"open", open.minor()}}) + "\n";
    return lines;
}

Result<Trail> read_trail(std::string_view lines) {
    Trail trail;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        try {
            const json::value line = json::parse(lines.substr(0, end));
            const json::object& object = line.as_object();
            if (const json::value* made = object.if_contains("made")) {
                const auto currency = Currency::parse(std::string(object.at("currency").as_string()));
                if (!currency.ok()) return damaged();
                trail.made.emplace_back(std::string(made->as_string()), Money(object.at("open").as_int64(), *currency));
            } else {
                ItemRow row = item_of(object.at("was").as_object());
                const Money open(object.at("open").as_int64(), row.open.currency());
                trail.before.emplace_back(std::move(row), open);
            }
        } catch (const std::exception&) {
            return damaged();
        }
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return trail;
}

}  // namespace frist::office
