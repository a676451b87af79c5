// A debtor on the wire.
#pragma once
#include "base/strict_json.h"
#include "http/router.h"

#include <boost/json.hpp>

namespace frist::http {

boost::json::object address_json(const office::PostalAddress& address);
// The field "address", as far as it is told. Errors json.*.
Outcome take_address(JsonObject& body, office::PostalAddress& to);
// {"debtor", "customer", "name", "kind", "address_lines", …}
boost::json::object debtor_brief_json(const office::DebtorRow& row, const office::DebtorRecord& debtor);

// The creditor's own number; empty for a debtor whom only its name is known by.
std::string customer_number(const office::DebtorRow& row);

// How a debt of such a debtor usually arose, when a person has said what the debtor is and nothing else.
cases::Relation usual_relation(cases::DebtorKind kind);

// The field "relation", as far as it is told: of a person or a sole trader it may be either, a company and a public body owe in
// business. Errors json.*.
Outcome take_relation(JsonObject& body, office::DebtorRecord& to);

struct Known {
    office::DebtorRow row;
    office::DebtorRecord record;
};
// Error debtor.unknown.
Result<Known> debtor_of(const Call& call, office::Id debtor);

// The debtor with everything, and its ETag. Errors store.*.
Result<Response> debtor_answer(const Call& call, const Known& debtor);

// Debtors of a list, each looked up once.
class Debtors {
public:
    explicit Debtors(const Call& call) : call_(call) {}
    // Errors debtor.unknown, store.*.
    Result<const Known*> of(office::Id debtor);

private:
    const Call& call_;
    std::map<office::Id, Known> known_;
};

}  // namespace frist::http
