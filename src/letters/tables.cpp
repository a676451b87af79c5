#include "letters/tables.h"

#include "base/pch.h"
#include "letters/table_pen.h"

namespace frist::letters {
Table sums_table(const Facts& f, const Texts& texts) {
    const Pen pen{f, texts};
    const bool touched = std::any_of(f.claims.begin(), f.claims.end(), [](const ClaimLine& c) { return !c.paid.zero() || !c.credited.zero(); });
    Table table{pen.label("sums"), {{pen.label("invoice"), false, 17}, {pen.label("concerns"), false, 40}, {pen.label("due"), false, 17}}, {}, {}};
    if (touched) {
        table.columns.push_back({pen.label("original"), true, 17});
        table.columns.push_back({pen.label("covered"), true, 20});
    }
    table.columns.push_back({pen.label(touched ? "open" : "claim_amount"), true, 17});
    const int columns = static_cast<int>(table.columns.size());
    table.carried = pen.label("carried");
    Money running(0, f.total.currency());
    for (const ClaimLine& c : f.claims) {
        Row row{Row::Style::plain, {{c.invoice, 1, {}}, {c.what, 1, {}}, {pen.day(c.due), 1, {}}}};
        if (touched) {
            row.cells.push_back({pen.sum(c.original), 1, {}});
            row.cells.push_back({c.credited.zero() && c.paid.zero() ? "" : pen.sum(-(c.credited + c.paid)), 1, {}});
        }
        row.cells.push_back({pen.sum(c.open), 1, {}});
        running += c.open;
        row.running = pen.sum(running);
        table.rows.push_back(std::move(row));
    }
    if (f.claims.size() > 1) table.rows.push_back(labelled(Row::Style::sum, pen.label("principal_sum"), {}, pen.sum(principal_open(f)), columns));
    if (!f.interest.empty())
        table.rows.push_back(labelled(Row::Style::plain, fmt::format("{} {}", pen.label("interest_to"), pen.day(f.interest_to)), pen.section(f.interest.back().reason), pen.sum(interest_sum(f)), columns));
    if (!f.interest_paid.zero()) table.rows.push_back(labelled(Row::Style::plain, pen.label("paid_of_interest"), {}, pen.sum(-f.interest_paid), columns));
    for (const CostLine& c : f.costs)
        table.rows.push_back(labelled(Row::Style::plain, fmt::format("{}, {}", c.what, pen.day(c.on)), pen.section(c.reason), pen.sum(c.amount), columns));
    if (!f.costs_paid.zero()) table.rows.push_back(labelled(Row::Style::plain, pen.label("paid_of_costs"), {}, pen.sum(-f.costs_paid), columns));
    // A closed case asks for nothing: what was left stands as the last thing taken off.
    const auto* closed = own<ClosedCase>(f);
    const Money left = closed ? f.total - closed->written_off : f.total;
    if (left != f.total) table.rows.push_back(labelled(Row::Style::plain, pen.label("written_off"), {}, pen.sum(-closed->written_off), columns));
    table.rows.push_back(labelled(Row::Style::total, pen.label(closed ? "nothing_left" : is_petition(f.kind) ? "claimed" : "total"), {}, in_words(left, f.language), columns));
    return table;
}

Table payments_table(const Facts& f, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("payments"), {{pen.label("paid_on"), false, 60}, {pen.label("paid_amount"), true, 40}}, {}, {}};
    for (const PaymentLine& p : f.payments) table.rows.push_back({Row::Style::plain, {{pen.day(p.on), 1, {}}, {pen.sum(p.amount), 1, {}}}});
    const Money over = overpaid(f);
    const Money principal = payments_sum(f) - f.interest_paid - f.costs_paid - over;
    std::vector<std::string> parts;
    for (const auto& [key, amount] : {std::pair<std::string_view, Money>{"covered_costs", f.costs_paid}, {"covered_interest", f.interest_paid}, {"covered_principal", principal}, {"covered_over", over}})
        if (!amount.zero()) parts.push_back(fmt::format("{} {}", pen.label(key), in_words(amount, f.language)));
    table.note = fmt::format("{} {}.", pen.label("payments_covered"), fmt::join(parts, ", "));
    return table;
}

Table instalments_table(const Facts& f, const PlanTerms& plan, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("instalments"),
                {{pen.label("instalment_number"), false, 20}, {pen.label("instalment_due"), false, 40}, {pen.label("instalment_amount"), true, 40}}, {}, {}, pen.label("carried")};
    Money running(0, f.total.currency());
    for (std::size_t i = 0; i < plan.instalments.size(); ++i) {
        const InstalmentLine& line = plan.instalments[i];
        running += line.amount;
        table.rows.push_back({Row::Style::plain, {{fmt::format("{}", i + 1), 1, {}}, {pen.day(line.due), 1, {}}, {pen.sum(line.amount), 1, {}}}, pen.sum(running)});
    }
    table.rows.push_back(labelled(Row::Style::sum, pen.label("instalment_sum"), {}, pen.sum(running), 3));
    return table;
}

Table interest_table(const Facts& f, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("interest"),
                {{pen.label("invoice"), false, 17}, {pen.label("interest_from"), false, 16}, {pen.label("interest_until"), false, 16},
                 {pen.label("interest_base"), true, 18}, {pen.label("interest_rate"), true, 12}, {pen.label("interest_days"), true, 9},
                 {pen.label("interest_amount"), true, 16}},
                {},
                pen.label("interest_note")};
    table.carried = pen.label("carried");
    Money running(0, f.total.currency());
    for (const InterestLine& row : f.interest) {
        running += row.amount;
        table.rows.push_back({Row::Style::plain, {{row.invoice, 1, {}}, {pen.day(row.from), 1, {}}, {pen.day(row.to), 1, {}}, {pen.sum(row.base), 1, {}},
                                                  {figure(row.rate, f.language), 1, {}}, {fmt::format("{}", row.days), 1, {}}, {pen.sum(row.amount), 1, {}}}, pen.sum(running)});
    }
    table.rows.push_back(labelled(Row::Style::sum, pen.label("interest_sum"), {}, pen.sum(interest_sum(f)), 7));
    return table;
}

Table parties_table(const Facts& f, const Petition& petition, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("parties"), {{pen.label("role"), false, 22}, {pen.label("name_and_address"), false, 54}, {pen.label("number"), false, 24}}, {}, {}};
    const auto add = [&](std::string_view role, const std::string& name, const std::vector<std::string>& address, const std::string& number) {
        table.rows.push_back({Row::Style::plain, {{pen.label(role), 1, {}}, {name, 1, fmt::format("{}", fmt::join(address, ", "))}, {number, 1, {}}}});
    };
    const bool attachment = f.kind == Kind::attachment_petition;
    const bool complaint = f.kind == Kind::conciliation_complaint;
    const bool estate = f.kind == Kind::estate_claim;
    add(attachment ? "role_petitioner" : complaint ? "role_complainant" : estate ? "role_claimant" : "role_requester", f.creditor.name, f.creditor.address, org_no_text(f.creditor));
    if (f.collector) add("role_representative", f.collector->name, f.collector->address, org_no_text(*f.collector));
    add(attachment ? "role_respondent" : complaint ? "role_defendant" : "role_debtor", f.debtor.name, f.debtor.address, petition.debtor_number);
    return table;
}

Table enclosures_table(const Facts& f, const Petition& petition, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("enclosures"), {{pen.label("enclosure_number"), false, 12}, {pen.label("enclosure"), false, 88}}, {}, {}};
    for (std::size_t i = 0; i < petition.enclosures.size(); ++i) table.rows.push_back({Row::Style::plain, {{fmt::format("{}", i + 1), 1, {}}, {petition.enclosures[i], 1, {}}}});
    return table;
}

}  // namespace frist::letters
