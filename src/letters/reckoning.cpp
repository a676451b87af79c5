#include "base/pch.h"
#include "letters/table_pen.h"
#include "letters/tables.h"

namespace frist::letters {
namespace {

// Rows of events under one heading, with the sum as it grows.
struct Sheet {
    Pen pen;
    Table table;
    Money sum;

    Sheet(const Facts& f, const Texts& texts, std::string_view title) : pen{f, texts}, table{pen.label(title), {}, {}, {}, pen.label("carried")}, sum(0, f.total.currency()) {}

    void column(std::string_view key, bool right, int share) { table.columns.push_back({pen.label(key), right, share}); }
    void add(std::vector<Cell> cells, Money amount) {
        sum += amount;
        cells.push_back({pen.sum(amount), 1, {}});
        table.rows.push_back({Row::Style::plain, std::move(cells), pen.sum(sum)});
    }
    Table finished(std::string_view key) {
        table.rows.push_back(labelled(Row::Style::sum, pen.label(key), {}, pen.sum(sum), static_cast<int>(table.columns.size())));
        return std::move(table);
    }
};

// What made a stretch of interest begin where it begins.
std::string_view cause_of(const Facts& f, const Reckoning& r, std::size_t i) {
    const InterestLine& row = f.interest[i];
    if (i == 0 || f.interest[i - 1].invoice != row.invoice) return "since_due";
    const InterestLine& before = f.interest[i - 1];
    if (before.rate != row.rate) return "since_rate";
    const auto credited = [&](const CreditLine& c) { return c.invoice == row.invoice && c.on == row.from; };
    const auto paid = [&](const CoverLine& c) { return c.on == row.from; };
    if (std::any_of(r.credits.begin(), r.credits.end(), credited)) return "since_credit";
    if (before.base != row.base && std::any_of(r.covers.begin(), r.covers.end(), paid)) return "since_payment";
    return "since_change";
}

std::string words_of(const CostEvent& event, const Pen& pen) {
    switch (event.cause) {
        case CostCause::letter: {
            if (!event.letter) return {};
            const std::string& kind = pen.label(fmt::format("kind_{}", names_of(Kind{})[static_cast<std::size_t>(event.letter->kind)]));
            return fmt::format("{} {} {}", kind, pen.label("event_sent"), pen.day(event.letter->sent));
        }
        case CostCause::due: return pen.label("event_due");
        case CostCause::plan: return pen.label("event_plan");
        case CostCause::taken_back: return pen.label("event_taken_back");
        case CostCause::set_off: return pen.label("event_set_off");
        case CostCause::filed: return pen.label("event_filed");
    }
    return {};
}

}  // namespace

Table claims_reckoning(const Facts& f, const Reckoning& r, const Texts& texts) {
    Sheet sheet(f, texts, "how_claims");
    sheet.column("invoice", false, 18);
    sheet.column("event", false, 46);
    sheet.column("date", false, 17);
    sheet.column("claim_amount", true, 19);
    const Pen& pen = sheet.pen;
    for (const ClaimLine& c : f.claims) {
        sheet.add({{c.invoice, 1, {}}, {fmt::format("{}: {}", pen.label("event_invoice"), c.what), 1, fmt::format("{} {}", pen.label("due"), pen.day(c.due))},
                   {c.invoiced ? pen.day(*c.invoiced) : pen.day(c.due), 1, {}}}, c.original);
        for (const CreditLine& credit : r.credits)
            if (credit.invoice == c.invoice) sheet.add({{c.invoice, 1, {}}, {pen.label("event_credit"), 1, {}}, {pen.day(credit.on), 1, {}}}, -credit.amount);
        for (const CoverLine& cover : r.covers)
            for (const auto& [invoice, amount] : cover.principal)
                if (invoice == c.invoice && !amount.zero()) sheet.add({{c.invoice, 1, {}}, {pen.label("event_payment"), 1, {}}, {pen.day(cover.on), 1, {}}}, -amount);
    }
    return sheet.finished("left_principal");
}

Table interest_reckoning(const Facts& f, const Reckoning& r, const Texts& texts) {
    Sheet sheet(f, texts, "how_interest");
    sheet.column("invoice", false, 15);
    sheet.column("interest_from", false, 20);
    sheet.column("interest_until", false, 16);
    sheet.column("interest_base", true, 17);
    sheet.column("interest_rate", true, 11);
    sheet.column("interest_days", true, 9);
    sheet.column("interest_amount", true, 15);
    const Pen& pen = sheet.pen;
    for (std::size_t i = 0; i < f.interest.size(); ++i) {
        const InterestLine& row = f.interest[i];
        sheet.add({{row.invoice, 1, {}}, {pen.day(row.from), 1, pen.label(cause_of(f, r, i))}, {pen.day(row.to), 1, {}}, {pen.sum(row.base), 1, {}},
                   {figure(row.rate, f.language), 1, {}}, {fmt::format("{}", row.days), 1, {}}}, row.amount);
    }
    for (const CoverLine& cover : r.covers)
        if (!cover.interest.zero())
            sheet.add({{fmt::format("{} {}", pen.label("event_payment"), pen.day(cover.on)), 6, {}}}, -cover.interest);
    if (f.interest.empty()) sheet.table.note = pen.label("no_interest");
    else sheet.table.note = pen.label("interest_note");
    for (const RateLine& rate : r.rates)
        sheet.table.note += fmt::format(" {} {}: {} % {} {}.", pen.label("rate_under"), pen.section(rate.reason), figure(rate.rate, f.language), pen.label("rate_row"), pen.day(rate.since));
    return sheet.finished("left_interest");
}

Table costs_reckoning(const Facts& f, const Reckoning& r, const Texts& texts) {
    Sheet sheet(f, texts, "how_costs");
    sheet.column("concerns", false, 34);
    sheet.column("event", false, 32);
    sheet.column("date", false, 16);
    sheet.column("claim_amount", true, 18);
    const Pen& pen = sheet.pen;
    for (std::size_t i = 0; i < f.costs.size(); ++i) {
        const CostLine& cost = f.costs[i];
        sheet.add({{cost.what, 1, pen.section(cost.reason)}, {words_of(r.cost_events[i], pen), 1, {}}, {pen.day(cost.on), 1, {}}}, cost.amount);
    }
    for (const CoverLine& cover : r.covers)
        if (!cover.costs.zero()) sheet.add({{pen.label("event_payment"), 2, {}}, {pen.day(cover.on), 1, {}}}, -cover.costs);
    if (f.costs.empty()) sheet.table.note = pen.label("no_costs");
    return sheet.finished("left_costs");
}

Table payments_reckoning(const Facts& f, const Reckoning& r, const Texts& texts) {
    const Pen pen{f, texts};
    const bool over = std::any_of(r.covers.begin(), r.covers.end(), [](const CoverLine& c) { return c.overpaid.positive(); });
    Table table{pen.label("how_payments"),
                {{pen.label("paid_on"), false, 18}, {pen.label("col_costs"), true, 20}, {pen.label("col_interest"), true, 18}, {pen.label("col_principal"), true, 20}},
                {}, {}, {}};
    if (over) table.columns.push_back({pen.label("col_over"), true, 18});
    table.columns.push_back({pen.label("paid_amount"), true, 18});
    bool chosen = false;
    for (const CoverLine& cover : r.covers) {
        Money principal(0, f.total.currency());
        for (const auto& [invoice, amount] : cover.principal) principal += amount;
        Row row{Row::Style::plain, {{pen.day(cover.on), 1, {}}, {pen.sum(cover.costs), 1, {}}, {pen.sum(cover.interest), 1, {}}, {pen.sum(principal), 1, {}}}};
        if (over) row.cells.push_back({pen.sum(cover.overpaid), 1, {}});
        row.cells.push_back({pen.sum(cover.amount), 1, {}});
        table.rows.push_back(std::move(row));
        chosen = chosen || cover.debtors_choice;
    }
    table.note = r.covers.empty() ? pen.label("no_payments") : pen.label(chosen ? "order_chosen" : "order_usual");
    return table;
}

Table total_reckoning(const Facts& f, const Texts& texts) {
    const Pen pen{f, texts};
    Table table{pen.label("how_total"), {{pen.label("concerns"), false, 70}, {pen.label("claim_amount"), true, 30}}, {}, {}, {}};
    const auto add = [&](std::string_view key, Money amount) { table.rows.push_back(labelled(Row::Style::plain, pen.label(key), {}, pen.sum(amount), 2)); };
    add("left_principal", principal_open(f));
    add("left_interest", interest_sum(f) - f.interest_paid);
    add("left_costs", costs_sum(f) - f.costs_paid);
    table.rows.push_back(labelled(Row::Style::total, pen.label("total"), {}, in_words(f.total, f.language), 2));
    return table;
}

}  // namespace frist::letters
