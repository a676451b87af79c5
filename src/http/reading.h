// What a call brings, read field by field; a mistake names its place. Nothing that is not asked for is taken silently.
#pragma once
#include "base/strict_json.h"
#include "http/router.h"
#include "money/money.h"

namespace frist::http {

// The body as one object. Errors json.*.
Result<JsonObject> body_of(const Call& call, boost::json::value& keep);

// A field that is there, into `to`; one that is not leaves it as it is. Errors json.*.
Outcome take_text(JsonObject& body, const char* name, std::string& to);

// A day: a field of the body or the query; nothing when it is not there. Errors date.*, with the field's name.
Result<std::optional<Date>> day_or_none(JsonObject& body, std::string_view name);
Result<std::optional<Date>> asked_day(const Call& call, std::string_view name);

// A sum in the country's money, as "1234.50"; nothing when it is not there. Errors money.*.
Result<std::optional<Money>> money_or_none(JsonObject& body, std::string_view name, Currency currency);
Result<std::optional<Money>> asked_money(const Call& call, std::string_view name);   // of the query

// A whole number of the query between two others. Error http.query.
Result<std::int64_t> asked_whole(const Call& call, std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most);
Result<bool> asked_truth(const Call& call, std::string_view name, bool fallback);

// One of the names of an enumeration, of the body. Error http.choice.
template <class E>
Result<std::optional<E>> choice_or_none(JsonObject& body, std::string_view name) {
    if (!body.has(name)) return std::optional<E>{};
    FRIST_TRY(const std::string word, body.text(name));
    if (const auto value = enum_of<E>(word)) return value;
    std::string known;
    for (const std::string_view one : names_of(E{})) known += (known.empty() ? "" : ", ") + std::string(one);
    return Error{"http.choice", body.at(name), "\"" + word + "\" is not known", "Use one of " + known + "."};
}

// The ETag of a record: of its bytes, so that it changes when they do.
std::string etag_of(std::string_view bytes);
// Errors http.precondition when the call names another ETag than this one.
Outcome still_the_same(const Call& call, const std::string& etag);

// The name that a brought file had, without folders.
std::string file_name(const Call& call);

}  // namespace frist::http
