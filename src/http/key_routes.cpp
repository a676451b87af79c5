#include "access/keys.h"

#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/who_json.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(text(*day)) : json::value(nullptr); }

json::object key_json(const access::KeySeen& key, const std::vector<office::CreditorRow>& creditors) {
    json::array scopes;
    for (const access::Scope scope : key.scopes) scopes.emplace_back(name_of(scope));
    return {{"key", key.key},
            {"name", key.name},
            {"prefix", key.shown},
            {"scopes", std::move(scopes)},
            {"creditors", reach_json(creditors, key.reach)},
            {"made", text(access::day_of(key.made))},
            {"expires", key.ends ? json::value(text(access::day_of(*key.ends))) : json::value(nullptr)},
            {"last_used", day_or_null(key.last_used)},
            {"revoked", key.revoked.has_value()}};
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto keys, access::keys(call.porter, call.who));
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    json::array rows;
    for (const access::KeySeen& key : keys) rows.push_back(key_json(key, creditors));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<std::vector<access::Scope>> scopes_of(JsonObject& body) {
    FRIST_TRY(const auto words, body.list("scopes"));
    std::vector<access::Scope> scopes;
    for (const auto& [value, place] : words) {
        const auto scope = value->is_string() ? enum_of<access::Scope>(std::string_view(value->as_string())) : std::nullopt;
        if (!scope) return Error{"http.choice", place, "is no scope", "Use read, write and import."};
        scopes.push_back(*scope);
    }
    return scopes;
}

Result<Response> make(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    access::KeyWish wish;
    FRIST_TRY(wish.name, body.text("name"));
    FRIST_TRY(wish.scopes, scopes_of(body));
    FRIST_TRY(const auto expires, day_or_none(body, "expires"));
    if (expires) wish.ends = access::Instant{static_cast<std::int64_t>(expires->days_since_1970()) * 86400} + access::days(1);   // to the end of that day
    wish.reach = call.who.reach;
    if (const json::value* creditors = body.find("creditors"); creditors != nullptr && !creditors->is_null()) {
        FRIST_TRY(wish.reach, reach_from(call, creditors));
    }
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::NewKey made, access::make_key(call.porter, call.who, wish, call.now));
    FRIST_TRY(const auto keys, access::keys(call.porter, call.who));
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const access::KeySeen& one) { return one.key == made.key; });
    FRIST_CHECK(key != keys.end());
    return json_response(json::object{{"key", key_json(*key, creditors)}, {"secret", made.secret}}, 201);
}

Result<Response> revoke(Call& call) {
    FRIST_TRY(const office::Id key, call.number("key"));
    FRIST_TRY_DONE(access::revoke_key(call.porter, call.who, key, call.now));
    return Response{204, {}, {}};
}

}  // namespace

void add_key_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/keys", Gate::right, access::Right::own_keys, Brings::nothing, list});
    table.push_back({"POST", "/keys", Gate::right, access::Right::own_keys, Brings::json, make, Lasts::moment, Keeps::that_it_was});
    table.push_back({"DELETE", "/keys/{key}", Gate::right, access::Right::own_keys, Brings::nothing, revoke});
}

}  // namespace frist::http
