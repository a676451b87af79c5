#include "base/fields.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "sheets/dates.h"
#include "sheets/encoding.h"
#include "sheets/open_items.h"

namespace frist::sheets {
namespace {

constexpr int most_header_row = 1'000'000;

std::optional<Field> field_named(std::string_view name) {
    if (name == "company_number") return Field::company_number;
    if (name == "their_reference") return Field::their_reference;
    return enum_of<Field>(name);
}

std::string all_fields() {
    std::string out;
    for (const std::string_view name : names_of(Field{})) out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

Result<Mapping> read(std::string_view json) {
    FRIST_TRY(const boost::json::value value, parse_json(json));
    FRIST_TRY(JsonObject object, JsonObject::of(value, ""));
    Mapping mapping;
    if (object.has("columns")) {
        const boost::json::value* columns = object.find("columns");
        if (!columns->is_object())
            return object.wrong("columns", "this is not an object", "Write {\"open_amount\": \"Saldo\"}.");
        for (const auto& [name, column] : columns->get_object()) {
            const auto field = field_named(name);
            const std::string place = fmt::format("columns.{}", std::string_view(name));
            if (!field) return Error{"map.field", place, "there is no such field", "Use one of: " + all_fields() + "."};
            if (!column.is_string() || column.get_string().empty())
                return Error{"map.field", place, "this is not the name of a column",
                             "Write the name as it stands in the file."};
            mapping.columns[*field] = std::string(std::string_view(column.get_string()));
        }
    }
    FRIST_TRY(const std::string decimal, object.text_or("decimal", ""));
    if (!decimal.empty()) {
        if (decimal.size() != 1 || (decimal.front() != ',' && decimal.front() != '.'))
            return Error{"map.decimal", "decimal", "this is no decimal sign", "Write \",\" or \".\"."};
        mapping.decimal = decimal.front();
    }
    FRIST_TRY(const std::string date, object.text_or("date", ""));
    if (!date.empty()) {
        if (!date_form(date))
            return Error{
                "map.date", "date", "this is no form of a day",
                "Write for example \"DD.MM.YYYY\", \"YYYY-MM-DD\", \"MM/DD/YYYY\", \"DDMMYYYY\" or \"serial\"."};
        mapping.date = date;
    }
    FRIST_TRY(const std::string separator, object.text_or("separator", ""));
    if (!separator.empty()) {
        if (separator.size() != 1 || std::string_view(";,\t|").find(separator[0]) == std::string_view::npos)
            return Error{"map.separator", "separator", "this separates no columns", R"(Write ";", ",", "\t" or "|".)"};
        mapping.separator = separator.front();
    }
    FRIST_TRY(const std::string encoding, object.text_or("encoding", ""));
    if (!encoding.empty()) {
        auto known = encoding_named(encoding);
        if (!known.ok()) {
            Error error = known.error();
            error.field = "encoding";
            return error;
        }
        mapping.encoding = encoding;
    }
    FRIST_TRY(const std::string sheet, object.text_or("sheet", ""));
    if (object.has("sheet") && sheet.empty()) return Error{"map.sheet", "sheet", "this is no name of a sheet", "Write the name as it stands on the tab, or leave it out."};
    if (!sheet.empty()) mapping.sheet = sheet;
    if (object.has("header_row")) {
        FRIST_TRY(const std::int64_t row, object.whole_or("header_row", 0));
        if (row < 1 || row > most_header_row) return Error{"map.header_row", "header_row", "this is no row of the file", "Write the number of the row that holds the names, counted from 1."};
        mapping.header_row = static_cast<int>(row);
    }
    FRIST_TRY(const auto unused, object.list("unused"));
    for (const auto& [name, place] : unused) {
        if (!name->is_string()) return Error{"map.field", place, "this is not the name of a column", "Write the name as it stands in the file."};
        mapping.unused.emplace_back(std::string_view(name->get_string()));
    }
    if (object.has("steps")) {
        const boost::json::value* steps = object.find("steps");
        if (!steps->is_object()) return Error{"map.step", "steps", "this is not an object", "Write {\"Sluttvarsel\": \"demand\"}."};
        for (const auto& [word, step] : steps->get_object()) {
            const bool known = step.is_string() && (step == "reminder" || step == "notice" || step == "demand" || step == "none");
            if (!known) return Error{"map.step", fmt::format("steps.{}", std::string_view(word)), "this is none of the letters that are counted", "Use reminder, notice, demand or none."};
            mapping.steps.emplace(std::string_view(word), std::string_view(step.get_string()));
        }
    }
    FRIST_TRY(mapping.source, object.text_or("source", ""));
    if (!mapping.source.empty() && std::find(std::begin(list_sources), std::end(list_sources), mapping.source) == std::end(list_sources))
        return Error{"map.source", "source", "no list is known to come from there", fmt::format("Use one of: {}.", fmt::join(list_sources, ", "))};
    FRIST_TRY_DONE(object.finish());
    return mapping;
}

}  // namespace

Result<Mapping> read_mapping(std::string_view json, std::string_view file) {
    auto mapping = read(json);
    if (mapping.ok()) return mapping;
    Error error = mapping.error();
    error.field = error.field.empty() ? std::string(file) : fmt::format("{}: {}", file, error.field);
    return error;
}

boost::json::object to_map(const Layout& layout) {
    Mapping mapping;
    mapping.columns = layout.columns;
    if (!layout.decimal.empty()) mapping.decimal = layout.decimal.front();
    if (!layout.date.empty()) mapping.date = layout.date;
    if (!layout.separator.empty()) mapping.separator = layout.separator.front();
    if (!layout.encoding.empty()) mapping.encoding = layout.encoding;
    return to_map(mapping);
}

boost::json::object to_map(const Mapping& mapping) {
    boost::json::object columns;
    for (const auto& [field, name] : mapping.columns) columns[frist::name_of(field)] = name;
    boost::json::object map;
    map["columns"] = std::move(columns);
    if (mapping.decimal) map["decimal"] = std::string(1, *mapping.decimal);
    if (mapping.date) map["date"] = *mapping.date;
    if (mapping.separator) map["separator"] = std::string(1, *mapping.separator);
    if (mapping.encoding) map["encoding"] = *mapping.encoding;
    if (mapping.sheet) map["sheet"] = *mapping.sheet;
    if (mapping.header_row) map["header_row"] = *mapping.header_row;
    if (!mapping.steps.empty()) {
        boost::json::object steps;
        for (const auto& [word, step] : mapping.steps) steps[word] = step;
        map["steps"] = std::move(steps);
    }
    if (!mapping.source.empty()) map["source"] = mapping.source;
    if (!mapping.unused.empty()) map["unused"] = boost::json::value_from(mapping.unused);
    return map;
}

}  // namespace frist::sheets
