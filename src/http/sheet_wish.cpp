#include "http/sheet_wish.h"

#include "base/pch.h"
#include "http/reading.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<SheetWords> words_of(JsonObject& body) {
    SheetWords words;
    const json::value* told = body.find("words");
    if (told == nullptr || told->is_null()) return words;
    if (!told->is_object()) return body.wrong("words", "is no object", "Give words by name.");
    for (const auto& [name, value] : told->as_object()) {
        if (!value.is_string()) return body.wrong("words", "holds something that is no text", "Give words by name.");
        words.emplace(std::string(name), std::string(value.as_string()));
    }
    return words;
}

}  // namespace

std::string word(const SheetWords& words, std::string_view group, std::string_view name) {
    const auto found = words.find(std::string(group) + "." + std::string(name));
    return found == words.end() ? std::string(name) : found->second;
}

Result<SheetWish> sheet_wish(JsonObject& body) {
    SheetWish wish;
    FRIST_TRY(const auto form, choice_or_none<office::SheetForm>(body, "form"));
    wish.form = form.value_or(office::SheetForm::xlsx);
    FRIST_TRY(wish.plan.title, body.text_or("title", ""));
    FRIST_TRY(wish.plan.about_title, body.text_or("about_title", ""));
    FRIST_TRY(wish.plan.sum_word, body.text_or("sum", ""));
    FRIST_TRY(const std::string separator, body.text_or("separator", ";"));
    if (separator != ";" && separator != "," && separator != "\t") return body.wrong("separator", "separates no columns", "Use ; or , or a tab.");
    wish.plan.separator = separator.front();
    FRIST_TRY(const auto about, body.list("about"));
    for (const auto& [value, place] : about) {
        FRIST_TRY(JsonObject one, JsonObject::of(*value, place));
        FRIST_TRY(const std::string name, one.text("name"));
        FRIST_TRY(const std::string told, one.text("value"));
        FRIST_TRY_DONE(one.finish());
        wish.plan.about.emplace_back(name, told);
    }
    FRIST_TRY(wish.words, words_of(body));
    return wish;
}

std::string_view media_type(office::SheetForm form) {
    switch (form) {
        case office::SheetForm::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case office::SheetForm::ods: return "application/vnd.oasis.opendocument.spreadsheet";
        case office::SheetForm::csv: return "text/csv; charset=utf-8";
        case office::SheetForm::json: break;
    }
    return "application/json";
}

Response sheet_response(office::SheetForm form, office::PassingFile file) {
    Response response = sheet_response(form, std::string());
    response.file = std::make_shared<const office::PassingFile>(std::move(file));
    return response;
}

Response sheet_response(office::SheetForm form, std::string bytes) {
    Response response;
    response.body = std::move(bytes);
    response.with("Content-Type", std::string(media_type(form))).with("Content-Disposition", fmt::format("attachment; filename=\"list.{}\"", name_of(form)));
    return response;
}

}  // namespace frist::http
