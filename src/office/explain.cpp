#include "office/explain.h"

#include "base/pch.h"

namespace frist::office {
namespace {

namespace json = boost::json;

void add_principal_rows(json::array& rows, const cases::Case& c, Date day, const rules::Country& country) {
    for (const cases::Claim& claim : c.claims) {
        rows.push_back(json::object{{"part", "principal"}, {"claim", claim.number}, {"due", text(claim.due)}, {"amount", text(claim.amount)}, {"rule", "invoice " + claim.number}});
        if (claim.late_from != claim.due) rows.back().as_object()["from"] = text(claim.late_from);   // gjeldsbrevlova § 5
        for (const cases::Credit& credit : claim.credits)
            if (credit.on <= day)
                rows.push_back(json::object{{"part", "principal"}, {"claim", claim.number}, {"on", text(credit.on)}, {"amount", text(-credit.amount)},
                                            {"rule", country.why("credit_note").rule}, {"says", "credit note"}});
    }
}

void add_payment_rows(json::array& rows, const cases::Case& c, Date day, const rules::Country& country) {
    for (const cases::Payment& payment : c.payments) {
        if (payment.on > day) continue;
        Money interest = c.zero();
        Money principal = c.zero();
        for (const cases::ClaimCover& part : payment.cover.claims) {
            interest += part.interest;
            principal += part.principal;
        }
        const rules::Reason why = country.why_order(payment);
        rows.push_back(json::object{{"part", "payment"}, {"on", text(payment.on)}, {"amount", text(payment.kept())}, {"costs", text(payment.cover.costs)},
                                    {"interest", text(interest)}, {"principal", text(principal)}, {"overpaid", text(payment.cover.overpaid)},
                                    {"rule", why.rule}, {"says", why.says}});
    }
}

// What the closing wrote off, and what went into another case, so that the rows still add up.
void add_closing_rows(json::array& rows, const cases::Case& c, const rules::Balance& balance, const rules::Country& country) {
    if (!c.closing || c.closing->on > balance.on) return;
    const std::string rule = country.why(name_of(c.closing->reason)).rule;
    const auto add = [&](std::string_view part, std::string_view kind, Money gone) {
        if (!gone.zero()) rows.push_back(json::object{{"part", part}, {"kind", kind}, {"on", text(c.closing->on)}, {"amount", text(-gone)}, {"rule", rule}});
    };
    add("principal", "write_off", c.closing->principal);
    add("interest", "write_off", c.closing->interest);
    add("costs", "write_off", c.closing->costs);
    if (!balance.carried) return;
    add("principal", "carried", balance.carried->principal);
    add("interest", "carried", balance.carried->interest);
    add("costs", "carried", balance.carried->costs);
}

std::string_view name_of_due(const rules::Upcoming& next) {
    switch (next.what) {
        case rules::Due::release: return "released";
        case rules::Due::plan_broken: return "plan_broken";
        case rules::Due::lapse: return "lapsed";
        case rules::Due::choice: return "awaiting_choice";
        case rules::Due::step: return name_of(next.step.kind);
    }
    bug("something due without a name", __FILE__, __LINE__);
}

}  // namespace

json::array json_of(const cases::Because& because) {
    json::array array;
    for (const law::Reason& reason : because) array.push_back(json::object{{"rule", reason.rule}, {"says", reason.says}});
    return array;
}

void add_sums(json::object& object, const rules::Balance& balance) {
    object["principal"] = text(balance.principal);
    object["interest"] = text(balance.interest);
    object["costs"] = text(balance.costs);
    object["total"] = text(balance.total());
}

json::object interest_row_json(const cases::Case& c, const rules::ClaimInterest& row, const rules::Country& country) {
    const cases::Claim& claim = c.claims[static_cast<std::size_t>(row.claim)];
    const rules::Reason why = country.why_rate(c, claim, row.row.days.from);
    return {{"part", "interest"}, {"claim", claim.number}, {"from", text(row.row.days.from)}, {"to", text(row.row.days.to)}, {"days", row.row.days.length().count},
            {"rate", text(row.row.rate)}, {"base", text(row.row.base)}, {"amount", text(row.row.amount)}, {"rule", why.rule}, {"says", why.says}};
}

json::object json_of(const cases::Case& c, const rules::Balance& balance, const rules::Country& country) {
    json::object object{{"on", text(balance.on)}};
    add_sums(object, balance);
    json::array rows;
    add_principal_rows(rows, c, balance.on, country);
    for (const rules::ClaimInterest& row : balance.interest_rows) rows.push_back(interest_row_json(c, row, country));
    for (const rules::CostRow& row : balance.cost_rows)
        rows.push_back(json::object{{"part", "costs"}, {"on", text(row.on)}, {"kind", row.kind}, {"amount", text(row.amount)}, {"rule", row.rule}, {"says", row.says}});
    add_payment_rows(rows, c, balance.on, country);
    add_closing_rows(rows, c, balance, country);
    object["rows"] = std::move(rows);
    return object;
}

json::value json_of(const std::optional<rules::Country::FollowUp>& next) {
    if (!next) return nullptr;
    return json::object{{"on", text(next->from)}, {"until", next->until ? json::value(text(*next->until)) : json::value(nullptr)}, {"what", next->action},
                        {"because", json_of(cases::Because{next->reason})}};
}

json::value json_of(const std::optional<rules::Upcoming>& next) {
    if (!next) return nullptr;
    return json::object{{"on", text(next->on)}, {"what", name_of_due(*next)}, {"because", json_of(next->because)}};
}

}  // namespace frist::office
