#include "http/debtor_json.h"

#include "base/pch.h"
#include "http/reading.h"

namespace frist::http {

namespace json = boost::json;

json::object address_json(const office::PostalAddress& address) {
    return {{"street", address.street}, {"street2", address.street2}, {"postal_code", address.postal_code}, {"place", address.place}, {"country", address.country}};
}

Outcome take_address(JsonObject& body, office::PostalAddress& to) {
    if (!body.has("address")) return done;
    FRIST_TRY(JsonObject address, body.object("address"));
    FRIST_TRY_DONE(take_text(address, "street", to.street));
    FRIST_TRY_DONE(take_text(address, "street2", to.street2));
    FRIST_TRY_DONE(take_text(address, "postal_code", to.postal_code));
    FRIST_TRY_DONE(take_text(address, "place", to.place));
    FRIST_TRY_DONE(take_text(address, "country", to.country));
    return address.finish();
}

std::string customer_number(const office::DebtorRow& row) { return row.key.starts_with("name:") ? std::string() : row.key; }

json::object debtor_brief_json(const office::DebtorRow& row, const office::DebtorRecord& debtor) {
    json::array lines;
    if (debtor.address.complete())
        for (const std::string& line : debtor.address.lines()) lines.emplace_back(line);
    json::object brief{{"debtor", row.id},
                       {"customer", customer_number(row)},
                       {"name", debtor.name},
                       {"org_number", debtor.org_number},
                       {"address_lines", std::move(lines)},
                       {"address_missing", !debtor.protected_address && !debtor.address.complete()},
                       {"protected_address", debtor.protected_address},
                       {"email", debtor.email},
                       {"phone", debtor.phone},
                       {"group", debtor.group}};
    if (debtor.kind_known) brief["kind"] = name_of(debtor.kind);
    return brief;
}

cases::Relation usual_relation(cases::DebtorKind kind) {
    const bool business = kind == cases::DebtorKind::company || kind == cases::DebtorKind::public_body;
    return business ? cases::Relation::business : cases::Relation::consumer;
}

Outcome take_relation(JsonObject& body, office::DebtorRecord& to) {
    FRIST_TRY(const auto relation, choice_or_none<cases::Relation>(body, "relation"));
    if (!relation) return done;
    if (*relation == cases::Relation::consumer && usual_relation(to.kind) == cases::Relation::business)
        return body.wrong("relation", "does not fit the debtor", "A company and a public body owe in business; leave it out.");
    to.relation = *relation;
    return done;
}

Result<Known> debtor_of(const Call& call, office::Id debtor) {
    FRIST_TRY(const auto row, call.rooms.office->debtor(call.creditor, debtor));
    if (!row) return Error{"debtor.unknown", "debtor", "there is no debtor with this number", "Look for it among the debtors."};
    FRIST_TRY(office::DebtorRecord record, office::debtor_record(row->record));
    return Known{*row, std::move(record)};
}

Result<const Known*> Debtors::of(office::Id debtor) {
    const auto found = known_.find(debtor);
    if (found != known_.end()) return static_cast<const Known*>(&found->second);
    FRIST_TRY(Known known, debtor_of(call_, debtor));
    return static_cast<const Known*>(&known_.emplace(debtor, std::move(known)).first->second);
}

}  // namespace frist::http
