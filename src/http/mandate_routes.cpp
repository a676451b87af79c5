// A creditor that is here already, attached by a one-time code of the one that manages it.
#include "access/mandates.h"
#include "access/opening.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/who_json.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::value name_or_null(const std::string& name) { return name.empty() ? json::value(nullptr) : json::value(name); }

json::object mandate_json(const access::MandateSeen& seen) {
    const access::MandateRow& row = seen.row;
    json::array people;
    for (const std::string& name : seen.people) people.emplace_back(name);
    return {{"mandate", row.id},
            {"role", name_of(row.role)},
            {"made", text(row.made)},
            {"made_by", name_or_null(seen.made_by)},
            {"expires", row.taken ? json::value(nullptr) : json::value(text(row.ends))},
            {"taken", row.taken ? json::value(text(*row.taken)) : json::value(nullptr)},
            {"taken_by", name_or_null(seen.taken_by)},
            {"people", std::move(people)}};
}

Result<json::object> one_json(const Call& call, access::Id mandate) {
    FRIST_TRY(const auto rows, access::mandates(call.porter, call.who, call.creditor, call.now));
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const access::MandateSeen& one) { return one.row.id == mandate; });
    if (row == rows.end()) return Error{"mandate.unknown", fmt::format("mandate {}", mandate), "there is no such mandate", "Look at the list of mandates."};
    return mandate_json(*row);
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto seen, access::mandates(call.porter, call.who, call.creditor, call.now));
    json::array rows;
    for (const access::MandateSeen& one : seen) rows.push_back(mandate_json(one));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<access::Role> role_wanted(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto role, choice_or_none<access::Role>(body, "role"));
    if (!role) return body.missing("role", "Say what they may do: administrator, handler or reader.");
    FRIST_TRY_DONE(body.finish());
    return *role;
}

Result<Response> offer(Call& call) {
    FRIST_TRY(const access::Role role, role_wanted(call));
    if (call.record.practice_today) return Error{"mandate.practice", "creditor", "its cases are invented, and gone one day", "Give a mandate for a real creditor."};
    FRIST_TRY(const access::NewMandate made, access::offer_mandate(call.porter, call.who, call.creditor, role, call.now));
    FRIST_TRY(json::object mandate, one_json(call, made.mandate));
    return json_response(json::object{{"mandate", std::move(mandate)}, {"code", made.code}}, 201);
}

Result<Response> change(Call& call) {
    FRIST_TRY(const office::Id mandate, call.number("mandate"));
    access::MandateRow wish;
    wish.id = mandate;
    wish.creditor = call.creditor;
    FRIST_TRY(wish.role, role_wanted(call));
    FRIST_TRY_DONE(access::change_mandate(call.porter, call.who, wish, call.now));
    FRIST_TRY(json::object changed, one_json(call, mandate));
    return json_response(changed);
}

Result<Response> end(Call& call) {
    FRIST_TRY(const office::Id mandate, call.number("mandate"));
    FRIST_TRY_DONE(access::end_mandate(call.porter, call.who, call.creditor, mandate, call.now));
    return Response{204, {}, {}};
}

// The creditor as the one who asks sees it now: rights are read anew.
Result<json::object> creditor_of(const Call& call, access::Id mandate) {
    FRIST_TRY(const auto person, call.porter.store.person(call.who.person));
    FRIST_CHECK(person.has_value());
    FRIST_TRY(const access::Who who, access::who_of(call.porter, *person));
    FRIST_TRY(const json::array creditors, creditors_json(call, who));
    for (const json::value& one : creditors)
        if (const json::value& by = one.at("mandate"); by.is_int64() && by.as_int64() == mandate) return one.as_object();
    return Error{"mandate.unknown", fmt::format("mandate {}", mandate), "it was ended meanwhile", "Ask the creditor."};
}

Result<Response> take(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string org_number, body.text("org_number"));
    FRIST_TRY(const std::string code, body.text("code"));
    FRIST_TRY_DONE(body.finish());
    std::string digits;
    for (const char c : org_number)
        if (c != ' ') digits += c;
    FRIST_TRY(const auto row, call.rooms.office->creditor_of_number(digits));
    const access::MandateAttempt attempt{row ? std::optional<access::Id>(row->id) : std::nullopt, code, call.request.from};
    FRIST_TRY(const access::Id mandate, access::take_mandate(call.porter, call.who, attempt, call.now));
    FRIST_TRY(json::object creditor, creditor_of(call, mandate));
    return json_response(json::object{{"mandate", mandate}, {"creditor", std::move(creditor)}}, 201);
}

Result<Response> mine(Call& call) {
    FRIST_TRY(const auto mandates, access::my_mandates(call.porter, call.who));
    json::array rows;
    for (const access::MandateRow& row : mandates) {
        Result<json::object> creditor = creditor_of(call, row.id);
        if (!creditor.ok()) continue;   // it became one of the own
        rows.push_back(json::object{{"mandate", row.id},
                                    {"creditor", std::move(*creditor)},
                                    {"role", name_of(row.role)},
                                    {"taken", text(row.taken.value_or(row.made))},
                                    {"mine", row.person == call.who.person}});
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> leave(Call& call) {
    FRIST_TRY(const office::Id mandate, call.number("mandate"));
    FRIST_TRY_DONE(access::leave_mandate(call.porter, call.who, mandate, call.now));
    return Response{204, {}, {}};
}

}  // namespace

void add_mandate_routes(std::vector<Route>& table) {
    const auto manage = access::Right::manage_creditor;
    table.push_back({"GET", "/creditors/{creditor}/mandates", Gate::right, manage, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/mandates", Gate::right, manage, Brings::json, offer, Lasts::moment, Keeps::that_it_was});
    table.push_back({"PATCH", "/creditors/{creditor}/mandates/{mandate}", Gate::right, manage, Brings::json, change});
    table.push_back({"DELETE", "/creditors/{creditor}/mandates/{mandate}", Gate::right, manage, Brings::nothing, end});
    table.push_back({"GET", "/mandates", Gate::person, {}, Brings::nothing, mine});
    table.push_back({"POST", "/mandates", Gate::right, access::Right::add_creditor, Brings::json, take, Lasts::moment, Keeps::nothing});
    table.push_back({"DELETE", "/mandates/{mandate}", Gate::person, {}, Brings::nothing, leave});
}

}  // namespace frist::http
