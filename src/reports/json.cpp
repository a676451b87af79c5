#include "reports/json.h"

#include "base/pch.h"

namespace frist::reports {
namespace {

namespace json = boost::json;

json::array names(std::span<const By> by) {
    json::array list;
    for (const By one : by) list.emplace_back(name_of(one));
    return list;
}

json::array words(std::span<const By> by, std::string_view language) {
    json::array list;
    for (const By one : by) list.push_back(json::object{{"id", name_of(one)}, {"head", word(language, fmt::format("by/{}", name_of(one)))}});
    return list;
}

json::array columns_json(const Definition& definition, std::string_view language) {
    constexpr std::string_view kinds[] = {"whole", "money", "share", "days", "money"};
    json::array list;
    for (const Column& column : definition.columns) {
        if (!column.shown) continue;
        list.push_back(json::object{{"id", column.id}, {"head", head_of(language, column)}, {"kind", kinds[static_cast<std::size_t>(column.kind)]}, {"lines", column.has_lines()}});
    }
    return list;
}

}  // namespace

json::object figures_json(const Table& table, const Row& row, Currency currency) {
    json::object figures;
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i) {
        const Column& column = table.definition->columns[i];
        if (!column.shown) continue;
        const Shown shown = table.shown(row, i);
        if (!shown.value) figures[column.id] = nullptr;
        else if (column.kind == Kind::whole) figures[column.id] = *shown.value;
        else figures[column.id] = machine_text(table, row, i, currency);
    }
    return figures;
}

json::object json_of(const Definition& definition, std::string_view language) {
    return {{"name", definition.name}, {"title", title_of(language, definition)}, {"about", about(language, definition)}, {"span", name_of(definition.span)},
            {"by", names(definition.by)}, {"may", words(definition.may, language)}, {"columns", columns_json(definition, language)}};
}

json::object head_json(const Table& table, std::string_view language) {
    return {{"report", table.definition->name}, {"title", title_of(language, *table.definition)}, {"about", about(language, *table.definition)},
            {"from", table.ask.from ? json::value(text(*table.ask.from)) : json::value(nullptr)}, {"to", text(*table.ask.to)}, {"as_of", text(table.ask.as_of)},
            {"by", words(table.ask.by, language)}, {"columns", columns_json(*table.definition, language)}};
}

json::object json_of(const Table& table, std::string_view language, Currency currency, std::size_t offset) {
    json::array rows;
    for (const Row& row : table.rows) {
        json::array keys;
        for (std::size_t i = 0; i < row.keys.size(); ++i) {
            const By by = table.ask.by[i];
            keys.push_back(json::object{{"by", name_of(by)}, {"name", row.keys[i].name}, {"label", label_of(language, by, row.keys[i])}});
        }
        rows.push_back(json::object{{"row", token(row.keys)}, {"keys", std::move(keys)}, {"figures", figures_json(table, row, currency)}});
    }
    const std::size_t end = offset + table.rows.size();
    json::object body = head_json(table, language);
    body["rows"] = std::move(rows);
    body["sum"] = figures_json(table, table.sum, currency);
    body["count"] = table.count;
    body["next"] = end < table.count ? json::value(end) : json::value(nullptr);
    return body;
}

json::object json_of(const Lines& lines, std::string_view language, Currency currency) {
    json::array rows;
    for (const Line& line : lines.rows) {
        json::object one{{"case", line.case_id == 0 ? json::value(nullptr) : json::value(line.case_id)}, {"debtor", line.debtor}, {"customer", line.customer}, {"name", line.name}, {"day", line.day ? json::value(text(*line.day)) : json::value(nullptr)},
                         {"what", line.what}, {"label", what_words(language, line.what)}, {"reference", line.reference}};
        if (lines.kind == Kind::whole) one["value"] = line.value;
        else one["value"] = text(Money(line.value, currency));
        rows.emplace_back(std::move(one));
    }
    return {{"column", lines.about}, {"kind", lines.kind == Kind::whole ? "whole" : "money"}, {"rows", std::move(rows)}, {"next", lines.next ? json::value(*lines.next) : json::value(nullptr)}};
}

}  // namespace frist::reports
