#include "rules/no/compensation.h"

#include "base/pch.h"

namespace frist::rules::no {

Result<std::vector<CostRow>> compensation_rows(const cases::Case& c, const Standing& standing, Date day, const NorwegianLaw& law) {
    std::vector<CostRow> rows;
    if (c.relation != cases::Relation::business) return rows;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const Date late_from = c.claims[i].late_from;
        if (day <= late_from || !standing.claims[i].open_on(late_from).positive()) continue;
        // There was no such compensation before the table begins.
        if (!law.compensation.rows.empty() && late_from < law.compensation.rows.front().from) continue;
        FRIST_TRY(const auto* row, law::row_on(law.compensation, late_from));
        if (!row->chargeable) continue;
        rows.push_back({late_from.next(), "compensation", row->value, "forsinkelsesrenteloven § 3 a",
                        "invoice " + c.claims[i].number + " was not paid on its due date " + text(late_from) + "; value of that half-year (" + row->place + ")"});
    }
    return rows;
}

std::optional<CostRow> set_off(Money compensation, Money collection_costs, Date day) {
    const Money smaller = min(compensation, collection_costs);
    if (!smaller.positive()) return std::nullopt;
    return CostRow{day, "set_off", -smaller, "inkassoforskriften §§ 1-5, 2-6", "compensation and collection costs are set off: the larger counts, not the sum"};
}

}  // namespace frist::rules::no
