#include "base/pch.h"
#include "reports/case_export.h"
#include "reports/words.h"

namespace frist::reports {
namespace {

namespace json = boost::json;

Error unknown(std::string place, std::string_view word, const std::string& known) {
    return {"export.choice", std::move(place), fmt::format("\"{}\" is not known", word), "Use one of " + known + "."};
}

template <class E>
std::string all_names() {
    return fmt::format("{}", fmt::join(names_of(E{}), ", "));
}

template <class E>
Result<E> choice(JsonObject& body, std::string_view name, E otherwise) {
    FRIST_TRY(const std::string told, body.text_or(name, ""));
    if (told.empty()) return otherwise;
    const auto value = enum_of<E>(told);
    if (!value) return unknown(body.at(name), told, all_names<E>());
    return *value;
}

Result<std::optional<Date>> day(JsonObject& body, std::string_view name) {
    FRIST_TRY(const std::string told, body.text_or(name, ""));
    if (told.empty()) return std::optional<Date>{};
    const Result<Date> day = Date::parse(told);
    if (!day.ok()) return Error{day.error().code, body.at(name), day.error().message, day.error().remedy};
    return std::optional<Date>(*day);
}

Result<std::vector<std::string>> texts(JsonObject& body, std::string_view name) {
    FRIST_TRY(const auto list, body.list(name));
    std::vector<std::string> all;
    for (const auto& [value, place] : list) {
        if (!value->is_string()) return Error{"json.type", place, "must be a text", "Write it between quotation marks."};
        all.emplace_back(value->get_string());
    }
    return all;
}

// From and to, or a year, or days that move: one of the three.
Outcome take_days(JsonObject& body, CaseExport& ask) {
    FRIST_TRY(ask.days.from, day(body, "from"));
    FRIST_TRY(ask.days.to, day(body, "to"));
    FRIST_TRY(const std::int64_t year, body.whole_or("year", 0));
    FRIST_TRY(const std::string moving, body.text_or("period", ""));
    const int told = (ask.days.from || ask.days.to ? 1 : 0) + (year != 0 ? 1 : 0) + (moving.empty() ? 0 : 1);
    if (told > 1) return Error{"export.days", body.at("period"), "the days are told in more than one way", "Give from and to, or a year, or a period."};
    if (year != 0) {
        const Result<Date> first = Date::make(static_cast<int>(std::clamp<std::int64_t>(year, 0, 9999)), 1, 1);
        if (!first.ok()) return Error{"export.days", body.at("year"), "is no year", "Write it like 2026."};
        ask.days = {*first, add_months(*first, 12).previous()};
    }
    if (!moving.empty()) {
        ask.span = enum_of<Moving>(moving);
        if (!ask.span) return unknown(body.at("period"), moving, all_names<Moving>());
    }
    if (ask.days.from && ask.days.to && *ask.days.to < *ask.days.from) return Error{"export.days", body.at("to"), "the last day lies before the first", "Turn them round."};
    return done;
}

Outcome take_columns(JsonObject& body, CaseExport& ask) {
    FRIST_TRY(ask.columns, texts(body, "columns"));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < ask.columns.size(); ++i) {
        const std::string& id = ask.columns[i];
        const auto known = export_columns();
        if (std::none_of(known.begin(), known.end(), [&](const ExportColumn& one) { return one.id == id; }))
            return Error{"export.columns", fmt::format("{}[{}]", body.at("columns"), i), "\"" + id + "\" is no column", "GET /export-columns tells which there are, frist export columns too."};
        if (!seen.insert(id).second) return Error{"export.columns", fmt::format("{}[{}]", body.at("columns"), i), "\"" + id + "\" stands twice", "Name it once."};
    }
    return done;
}

// A name that is a name on every disk.
Outcome take_name(JsonObject& body, CaseExport& ask) {
    FRIST_TRY(ask.name, body.text_or("name", ""));
    const bool odd = std::any_of(ask.name.begin(), ask.name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < ' ' || byte == 0x7f || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    });
    if (odd || ask.name.size() > 100 || ask.name.starts_with('.')) return Error{"export.choice", body.at("name"), "cannot be the name of a file", "Use letters, digits, blanks, - and _."};
    return done;
}

}  // namespace

Result<CaseExport> case_export(JsonObject& body) {
    CaseExport ask;
    FRIST_TRY(ask.creditors, texts(body, "creditors"));
    FRIST_TRY(ask.cases, choice(body, "cases", Taken::all));
    FRIST_TRY(const std::vector<std::string> status, texts(body, "status"));
    for (std::size_t i = 0; i < status.size(); ++i) {
        const auto one = enum_of<office::Status>(status[i]);
        if (!one) return unknown(fmt::format("{}[{}]", body.at("status"), i), status[i], all_names<office::Status>());
        ask.status.push_back(*one);
    }
    FRIST_TRY(ask.day, choice(body, "date", DayOf::registered));
    FRIST_TRY_DONE(take_days(body, ask));
    FRIST_TRY_DONE(take_columns(body, ask));
    FRIST_TRY(ask.form, choice(body, "form", office::SheetForm::xlsx));
    FRIST_TRY_DONE(take_name(body, ask));
    FRIST_TRY(ask.language, body.text_or("language", ""));
    if (!ask.language.empty() && !has_language(ask.language)) return unknown(body.at("language"), ask.language, "nb, nn, en, sv");
    FRIST_TRY(const std::string separator, body.text_or("separator", ";"));
    if (separator != ";" && separator != "," && separator != "\t") return unknown(body.at("separator"), separator, "; , and a tab");
    ask.separator = separator.front();
    return ask;
}

json::object json_of(const CaseExport& ask) {
    json::array status;
    for (const office::Status one : ask.status) status.emplace_back(name_of(one));
    const auto maybe = [](const std::optional<Date>& day) { return day ? json::value(text(*day)) : json::value(nullptr); };
    return {{"creditors", json::array(ask.creditors.begin(), ask.creditors.end())}, {"cases", name_of(ask.cases)}, {"status", std::move(status)}, {"date", name_of(ask.day)},
            {"from", maybe(ask.days.from)}, {"to", maybe(ask.days.to)}, {"period", ask.span ? json::value(name_of(*ask.span)) : json::value(nullptr)},
            {"columns", json::array(ask.columns.begin(), ask.columns.end())}, {"form", name_of(ask.form)}, {"name", ask.name},
            {"language", ask.language.empty() ? json::value(nullptr) : json::value(ask.language)}, {"separator", std::string(1, ask.separator)}};
}

}  // namespace frist::reports
