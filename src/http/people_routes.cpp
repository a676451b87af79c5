#include "access/acts.h"
#include "access/links.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/who_json.h"

#include <charconv>

namespace frist::http {
namespace {

namespace json = boost::json;

json::object person_json(const access::Person& person, const std::vector<office::CreditorRow>& creditors) {
    return {{"person", person.id},
            {"version", person.version},
            {"name", person.name},
            {"email", person.email},
            {"role", name_of(person.role)},
            {"creditors", reach_json(creditors, person.reach)},
            {"by_mandate", reach_json(creditors, access::Reach::of(person.by_mandate))},
            {"second_factor", person.second_factor},
            {"made", text(person.made)}};
}

json::object invite_json(const access::OpenLink& link, const std::vector<office::CreditorRow>& creditors) {
    return {{"invite", link.link}, {"email", link.email}, {"role", name_of(link.role)}, {"creditors", reach_json(creditors, link.reach)}, {"expires", text(link.ends)}};
}

Result<Response> people(Call& call) {
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    FRIST_TRY(const auto persons, access::people(call.porter, call.who));
    FRIST_TRY(const auto links, access::open_invites(call.porter, call.who, call.now));
    json::array rows;
    for (const access::Person& person : persons) rows.push_back(person_json(person, creditors));
    json::array invites;
    for (const access::OpenLink& link : links) invites.push_back(invite_json(link, creditors));
    return json_response(json::object{{"rows", std::move(rows)}, {"invites", std::move(invites)}});
}

// The number in If-Match: "7" with its quotation marks; `fallback` when it is left out.
std::int64_t version_wanted(const Call& call, std::int64_t fallback) {
    std::string_view wanted = call.request.header("If-Match");
    if (wanted.size() < 3 || wanted.front() != '"') return fallback;
    std::int64_t version = -1;   // what cannot be read fits nothing
    std::from_chars(wanted.data() + 1, wanted.data() + wanted.size() - 1, version);
    return version;
}

Result<Response> change_person(Call& call) {
    FRIST_TRY(const office::Id id, call.number("person"));
    FRIST_TRY(const access::Person person, access::person(call.porter, call.who, id));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    access::NewRights rights{id, version_wanted(call, person.version), person.role, person.reach};
    FRIST_TRY(const auto role, choice_or_none<access::Role>(body, "role"));
    rights.role = role.value_or(person.role);
    if (const json::value* creditors = body.find("creditors")) {
        FRIST_TRY(rights.reach, reach_from(call, creditors));
    }
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY_DONE(access::set_rights(call.porter, call.who, rights, call.now));
    FRIST_TRY(const access::Person changed, access::person(call.porter, call.who, id));
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    return json_response(person_json(changed, creditors));
}

Result<Response> remove_person(Call& call) {
    FRIST_TRY(const office::Id id, call.number("person"));
    FRIST_TRY(const access::Person person, access::person(call.porter, call.who, id));
    FRIST_TRY_DONE(access::remove_person(call.porter, call.who, id, version_wanted(call, person.version), call.now));
    return Response{204, {}, {}};
}

Result<Response> password_link(Call& call) {
    FRIST_TRY(const office::Id id, call.number("person"));
    FRIST_TRY(const access::NewLink link, access::password_link(call.porter, call.who, id, call.now));
    return json_response(json::object{{"link", "/nytt-passord#" + link.token}, {"expires", text(link.ends)}}, 201);
}

Result<Response> end_sessions_of(Call& call) {
    FRIST_TRY(const office::Id person, call.number("person"));
    FRIST_TRY_DONE(access::end_sessions_of(call.porter, call.who, person, call.now));
    return Response{204, {}, {}};
}

Result<Response> drop_factor_of(Call& call) {
    FRIST_TRY(const office::Id id, call.number("person"));
    FRIST_TRY_DONE(access::drop_factor_of(call.porter, call.who, id, call.now));
    return Response{204, {}, {}};
}

Result<Response> invite(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    access::Invitation wish;
    FRIST_TRY(wish.email, body.text("email"));
    FRIST_TRY(const auto role, choice_or_none<access::Role>(body, "role"));
    if (!role) return body.missing("role", "Say which role the person gets.");
    wish.role = *role;
    FRIST_TRY(wish.reach, reach_from(call, body.find("creditors")));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const access::NewLink link, access::invite(call.porter, call.who, wish, call.now));
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    access::OpenLink open;
    open.link = link.link;
    open.email = wish.email;
    open.role = wish.role;
    open.reach = wish.reach;
    open.ends = link.ends;
    return json_response(json::object{{"invite", invite_json(open, creditors)}, {"link", "/invitasjon#" + link.token}}, 201);
}

Result<Response> take_invite_back(Call& call) {
    FRIST_TRY(const office::Id id, call.number("invite"));
    FRIST_TRY_DONE(access::withdraw_link(call.porter, call.who, id, call.now));
    return Response{204, {}, {}};
}

json::value known_name(const std::vector<std::pair<access::Id, std::string>>& names, access::Id id) {
    for (const auto& [known, name] : names)
        if (known == id) return json::value(name);
    return nullptr;
}

Result<Response> log(Call& call) {
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 50, 1, 200));
    FRIST_TRY(const std::int64_t before, asked_whole(call, "cursor", 0, 0, std::numeric_limits<std::int64_t>::max()));
    FRIST_TRY(const auto acts, access::acts(call.porter, call.who, {std::nullopt, std::nullopt, before, limit}));
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    std::vector<access::Id> ids;
    ids.reserve(acts.size());
    for (const access::ActRow& act : acts) ids.push_back(act.person);
    FRIST_TRY(const auto names, access::names(call.porter, call.who, ids));
    json::array rows;
    for (const access::ActRow& act : acts) {
        const auto creditor = std::find_if(creditors.begin(), creditors.end(), [&](const office::CreditorRow& row) { return row.id == act.creditor; });
        rows.push_back(json::object{{"number", act.number},
                                    {"at", text(act.at)},
                                    {"what", act.what},
                                    {"person", known_name(names, act.person)},
                                    {"key", act.key == 0 ? json::value(nullptr) : json::value(std::to_string(act.key))},
                                    {"creditor", creditor == creditors.end() ? json::value(nullptr) : json::value(creditor->org_number)},
                                    {"about", act.on}});
    }
    const bool more = static_cast<std::int64_t>(acts.size()) == limit && acts.back().number > 1;
    return json_response(json::object{{"rows", std::move(rows)}, {"next", more ? json::value(std::to_string(acts.back().number)) : json::value(nullptr)}});
}

}  // namespace

void add_people_routes(std::vector<Route>& table) {
    const auto people_right = access::Right::manage_people;
    table.push_back({"GET", "/people", Gate::right, people_right, Brings::nothing, people});
    table.push_back({"PATCH", "/people/{person}", Gate::right, people_right, Brings::json, change_person});
    table.push_back({"DELETE", "/people/{person}", Gate::right, people_right, Brings::nothing, remove_person});
    table.push_back({"POST", "/people/{person}/password-link", Gate::right, people_right, Brings::nothing, password_link, Lasts::moment, Keeps::that_it_was});
    table.push_back({"DELETE", "/people/{person}/second-factor", Gate::right, people_right, Brings::nothing, drop_factor_of});
    table.push_back({"DELETE", "/people/{person}/sessions", Gate::right, people_right, Brings::nothing, end_sessions_of});
    table.push_back({"POST", "/invites", Gate::right, people_right, Brings::json, invite, Lasts::moment, Keeps::that_it_was});
    table.push_back({"DELETE", "/invites/{invite}", Gate::right, people_right, Brings::nothing, take_invite_back});
    table.push_back({"GET", "/log", Gate::right, access::Right::read_log, Brings::nothing, log});
}

}  // namespace frist::http
