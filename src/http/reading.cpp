#include "http/reading.h"

#include "base/hash.h"
#include "base/pch.h"

#include <charconv>

namespace frist::http {
namespace {

template <class T>
Result<T> at_field(Result<T> result, std::string field) {
    if (result.ok()) return result;
    return Error{result.error().code, std::move(field), result.error().message, result.error().remedy};
}

}  // namespace

Result<JsonObject> body_of(const Call& call, boost::json::value& keep) {
    FRIST_TRY(keep, parse_json(call.request.body));
    return JsonObject::of(keep, "");
}

Outcome take_text(JsonObject& body, const char* name, std::string& to) {
    FRIST_TRY(to, body.text_or(name, to));
    return done;
}

Result<std::optional<Date>> day_or_none(JsonObject& body, std::string_view name) {
    if (!body.has(name)) return std::optional<Date>{};
    FRIST_TRY(const std::string word, body.text(name));
    FRIST_TRY(const Date day, at_field(Date::parse(word), body.at(name)));
    return std::optional<Date>(day);
}

Result<std::optional<Date>> asked_day(const Call& call, std::string_view name) {
    const std::string_view word = call.asked(name);
    if (word.empty()) return std::optional<Date>{};
    FRIST_TRY(const Date day, at_field(Date::parse(word), std::string(name)));
    return std::optional<Date>(day);
}

Result<std::optional<Money>> money_or_none(JsonObject& body, std::string_view name, Currency currency) {
    if (!body.has(name)) return std::optional<Money>{};
    FRIST_TRY(const std::string word, body.text(name));
    FRIST_TRY(const Money amount, at_field(Money::parse(word, currency), body.at(name)));
    return std::optional<Money>(amount);
}

Result<std::optional<Money>> asked_money(const Call& call, std::string_view name) {
    const std::string_view word = call.asked(name);
    if (word.empty()) return std::optional<Money>{};
    FRIST_TRY(const Money amount, at_field(Money::parse(word, call.world.country->currency()), std::string(name)));
    return std::optional<Money>(amount);
}

Result<std::int64_t> asked_whole(const Call& call, std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) {
    const std::string_view word = call.asked(name);
    if (word.empty()) return fallback;
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (wrong == std::errc{} && end == word.data() + word.size() && value >= least && value <= most) return value;
    return Error{"http.query", std::string(name), "is no whole number that fits here", fmt::format("Give one from {} to {}.", least, most)};
}

Result<bool> asked_truth(const Call& call, std::string_view name, bool fallback) {
    const std::string_view word = call.asked(name);
    if (word.empty()) return fallback;
    if (word == "true" || word == "false") return word == "true";
    return Error{"http.query", std::string(name), "is neither true nor false", "Say true or false."};
}

std::string etag_of(std::string_view bytes) { return "\"" + sha256(bytes).substr(0, 20) + "\""; }

Outcome still_the_same(const Call& call, const std::string& etag) {
    const std::string_view wanted = call.request.header("If-Match");
    if (wanted.empty() || wanted == "*" || wanted == etag) return done;
    return Error{"http.precondition", "If-Match", "somebody has changed this since it was read; nothing was changed now", "Read it again and look at what is new."};
}

std::string file_name(const Call& call) {
    std::string name = percent_decoded(call.request.header("Frist-File-Name")).value_or("");
    name.erase(0, name.find_last_of("/\\") == name.npos ? 0 : name.find_last_of("/\\") + 1);
    return name.empty() ? "file" : name;
}

}  // namespace frist::http
