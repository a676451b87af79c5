#include "http/who_json.h"

#include "access/second_factor.h"
#include "base/pch.h"

namespace frist::http {

namespace json = boost::json;

namespace {

json::array rights_json(const std::vector<access::Right>& rights) {
    json::array names;
    for (const access::Right right : rights) names.emplace_back(name_of(right));
    return names;
}

// The mandate by which `who` is what they are with this creditor.
json::value mandate_of(const access::Who& who, access::Id creditor) {
    const access::Lent* strongest = nullptr;
    for (const access::Lent& one : who.lent)
        if (one.creditor == creditor && (strongest == nullptr || one.role < strongest->role)) strongest = &one;
    return strongest == nullptr ? json::value(nullptr) : json::value(strongest->mandate);
}

}  // namespace

json::value reach_json(const std::vector<office::CreditorRow>& creditors, const access::Reach& reach) {
    if (reach.all) return nullptr;
    json::array list;
    for (const office::CreditorRow& row : creditors)
        if (access::covers(reach, row.id)) list.emplace_back(row.org_number);
    return list;
}

Result<access::Reach> reach_from(const Call& call, const json::value* value) {
    if (value == nullptr || value->is_null()) return access::Reach::everything();
    if (!value->is_array()) return Error{"json.type", "creditors", "is no list", "Give organisation numbers, or null for all."};
    FRIST_TRY(const auto rows, call.rooms.office->creditors());
    std::vector<access::Id> ids;
    for (const json::value& one : value->as_array()) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const office::CreditorRow& r) { return one.is_string() && r.org_number == std::string_view(one.as_string()); });
        if (row == rows.end() || !access::covers(call.who.reach, row->id)) return access::creditor_unknown();
        ids.push_back(row->id);
    }
    return access::Reach::of(std::move(ids));
}

Result<json::array> creditors_json(const Call& call, const access::Who& who) {
    FRIST_TRY(const auto rows, call.rooms.office->creditors());
    json::array list;
    for (const office::CreditorRow& row : rows) {
        if (!access::covers(who.reach, row.id)) continue;
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        list.push_back(json::object{{"org_number", row.org_number},
                                    {"name", record.name},
                                    {"role", name_of(access::role_with(who, row.id))},
                                    {"mandate", mandate_of(who, row.id)},
                                    {"rights", rights_json(access::rights_with(who, row.id))},
                                    {"practice_today", record.practice_today ? json::value(text(*record.practice_today)) : json::value(nullptr)}});
    }
    return list;
}

Result<json::object> me_json(const Call& call, const access::Who& who) {
    FRIST_TRY(const access::Person person, access::person(call.porter, who, who.person));
    FRIST_TRY(const access::FactorState factor, access::my_factor(call.porter, who));
    FRIST_TRY(const auto passkeys, call.porter.store.passkeys(who.person));
    FRIST_TRY(json::array creditors, creditors_json(call, who));
    return json::object{{"person", person.id},
                        {"name", person.name},
                        {"email", person.email},
                        {"role", name_of(person.role)},
                        {"language", person.language},
                        {"second_factor", factor.on},
                        {"passkeys", passkeys.size()},
                        {"factor_wanted", call.world.factor_required && !who.second_factor},
                        {"recovery_codes", factor.recovery_codes},
                        {"rights", rights_json(access::rights_of(who))},
                        {"creditors", std::move(creditors)},
                        {"today", text(call.wall.day)},
                        {"version", call.world.version}};
}

}  // namespace frist::http
