#include "reports/case_export.h"

#include "base/pch.h"
#include "office/people.h"
#include "office/register_row.h"
#include "reports/rule.h"
#include "reports/words.h"

namespace frist::reports {
namespace {

using office::CellKind;
using office::SheetCell;

// One case on its way into a row, with what was looked up for it.
struct OneCase {
    const ExportRoom& room;
    const cases::Case& c;
    const std::string& language;
    std::string key;                              // the creditor's own number for the debtor
    office::DebtorRecord debtor;
    office::RegisterRow in_list;
    std::string kid;
    std::vector<office::ItemRow> items;           // of its invoices
    std::optional<OnDay> on_day;
    std::optional<std::int64_t> days_to_payment;  // tenths

    [[nodiscard]] SheetCell money(std::int64_t minor) const { return on_day ? SheetCell(Money(minor, c.currency())) : SheetCell(); }
};

// What a column costs: the debtor's record, the row of the register, a look-up, sums of the day, the report on days.
enum class Need { nothing, debtor, list, kid, sums, days, items };

SheetCell or_empty(const std::optional<Date>& day) { return day ? SheetCell(*day) : SheetCell(); }
SheetCell text_cell(std::string words) { return words.empty() ? SheetCell() : SheetCell(std::move(words)); }
SheetCell named(const OneCase& row, std::string_view group, std::string_view name) { return SheetCell(word(row.language, fmt::format("{}/{}", group, name))); }

std::optional<Date> oldest(const cases::Case& c, DayOf what) {
    std::optional<Date> day;
    for (const cases::Claim& claim : c.claims) {
        const std::optional<Date> one = what == DayOf::invoiced ? claim.invoiced : claim.due;
        if (one) day = std::min(day.value_or(*one), *one);
    }
    return day;
}

const cases::Sent* last_letter(const cases::Case& c) {
    const cases::Sent* last = nullptr;
    for (const cases::Sent& letter : c.letters)
        if (!cases::is_legal(letter.kind) && (last == nullptr || letter.sent >= last->sent)) last = &letter;
    return last;
}

std::optional<Date> last_payment(const cases::Case& c) {
    std::optional<Date> last;
    for (const cases::Payment& payment : c.payments) last = std::max(last.value_or(payment.on), payment.on);
    return last;
}

std::string invoices(const cases::Case& c) {
    std::string all;
    for (const cases::Claim& claim : c.claims) all += (all.empty() ? "" : ", ") + claim.number;
    return all;
}

// What its invoices belong to, each name once.
SheetCell names_of_items(const OneCase& row, std::string office::ItemRow::* name) {
    std::vector<std::string> names;
    for (const office::ItemRow& item : row.items)
        if (!(item.*name).empty() && std::find(names.begin(), names.end(), item.*name) == names.end()) names.push_back(item.*name);
    return text_cell(fmt::format("{}", fmt::join(names, ", ")));
}

SheetCell days_over(const OneCase& row) {
    if (row.c.closing || !row.in_list.oldest_due) return {};
    return SheetCell(std::int64_t{std::max(0, (row.room.desk.today - *row.in_list.oldest_due).count)});
}

SheetCell original(const OneCase& row) {
    Money sum = row.c.zero();
    for (const cases::Claim& claim : row.c.claims) sum += claim.amount;
    return SheetCell(sum);
}

SheetCell reason(const OneCase& row) {
    if (!row.c.closing) return {};
    return named(row, "reason", reason_name(reason_number(*row.c.closing)));
}

constexpr auto principal = static_cast<std::size_t>(Part::principal);
constexpr auto interest = static_cast<std::size_t>(Part::interest);
constexpr auto fees = static_cast<std::size_t>(Part::fees);
constexpr auto vat = static_cast<std::size_t>(Part::vat);

template <std::size_t part>
SheetCell charged(const OneCase& row) { return row.money(row.on_day ? row.on_day->standing.charged(part) : 0); }
template <std::size_t part>
SheetCell paid(const OneCase& row) { return row.money(row.on_day ? row.on_day->standing.paid[part] : 0); }
template <std::size_t part>
SheetCell open(const OneCase& row) { return row.money(row.on_day ? row.on_day->standing.open[part] : 0); }
SheetCell all_of(const OneCase& row, Parts Standing::* of) { return row.money(row.on_day ? sum_of(row.on_day->standing.*of) : 0); }
SheetCell all_charged(const OneCase& row) {
    if (!row.on_day) return {};
    const Standing& s = row.on_day->standing;
    return row.money(sum_of(s.paid) + sum_of(s.written_off) + sum_of(s.open));
}
SheetCell days_to_payment(const OneCase& row) {
    if (!row.days_to_payment) return {};
    return SheetCell(fmt::format("{}.{}", *row.days_to_payment / 10, *row.days_to_payment % 10));
}

struct KnownColumn {
    ExportColumn column;
    Need need = Need::nothing;
    SheetCell (*cell)(const OneCase& row) = nullptr;
};

constexpr CellKind text_kind = CellKind::text;
constexpr CellKind whole = CellKind::whole;
constexpr CellKind day = CellKind::day;
constexpr CellKind sum = CellKind::money;

// What a person picks from, in the order of "all".
constexpr KnownColumn known_columns[] = {
    {{"creditor", "case", text_kind}, Need::nothing, [](const OneCase& r) { return SheetCell(r.room.org_number); }},
    {{"creditor_name", "case", text_kind}, Need::nothing, [](const OneCase& r) { return SheetCell(r.room.name); }},
    {{"case", "case", whole}, Need::nothing, [](const OneCase& r) { return SheetCell(r.c.id); }},
    {{"kid", "case", text_kind}, Need::kid, [](const OneCase& r) { return text_cell(r.kid); }},
    {{"status", "case", text_kind}, Need::nothing, [](const OneCase& r) { return named(r, "status", name_of(office::status_of(r.c))); }},
    {{"step", "case", text_kind}, Need::list, [](const OneCase& r) { return named(r, "step", r.in_list.step ? name_of(*r.in_list.step) : "none"); }},
    {{"reason", "case", text_kind}, Need::nothing, reason},
    {{"course", "case", text_kind}, Need::nothing, [](const OneCase& r) { return text_cell(r.c.course.name); }},
    {{"customer", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.key); }},
    {{"name", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.debtor.name); }},
    {{"kind", "debtor", text_kind}, Need::nothing, [](const OneCase& r) { return named(r, "kind", name_of(r.c.kind)); }},
    {{"org_number", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.debtor.org_number); }},
    {{"group", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.debtor.group); }},
    {{"address", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(fmt::format("{}", fmt::join(r.debtor.address.lines(), ", "))); }},
    {{"email", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.debtor.email); }},
    {{"phone", "debtor", text_kind}, Need::debtor, [](const OneCase& r) { return text_cell(r.debtor.phone); }},
    {{"invoices", "invoices", text_kind}, Need::nothing, [](const OneCase& r) { return text_cell(invoices(r.c)); }},
    {{"invoice_count", "invoices", whole, true}, Need::nothing, [](const OneCase& r) { return SheetCell(static_cast<std::int64_t>(r.c.claims.size())); }},
    {{"department", "invoices", text_kind}, Need::items, [](const OneCase& r) { return names_of_items(r, &office::ItemRow::department); }},
    {{"project", "invoices", text_kind}, Need::items, [](const OneCase& r) { return names_of_items(r, &office::ItemRow::project); }},
    {{"original", "invoices", sum, true}, Need::nothing, original},
    {{"credited", "invoices", sum, true}, Need::nothing, [](const OneCase& r) { return SheetCell(r.c.credited()); }},
    {{"principal", "charged", sum, true}, Need::sums, charged<principal>},
    {{"interest", "charged", sum, true}, Need::sums, charged<interest>},
    {{"fees", "charged", sum, true}, Need::sums, charged<fees>},
    {{"vat", "charged", sum, true}, Need::sums, charged<vat>},
    {{"charged", "charged", sum, true}, Need::sums, all_charged},
    {{"paid_principal", "paid", sum, true}, Need::sums, paid<principal>},
    {{"paid_interest", "paid", sum, true}, Need::sums, paid<interest>},
    {{"paid_fees", "paid", sum, true}, Need::sums, paid<fees>},
    {{"paid_vat", "paid", sum, true}, Need::sums, paid<vat>},
    {{"paid", "paid", sum, true}, Need::sums, [](const OneCase& r) { return all_of(r, &Standing::paid); }},
    {{"written_off", "paid", sum, true}, Need::sums, [](const OneCase& r) { return all_of(r, &Standing::written_off); }},
    {{"open_principal", "open", sum, true}, Need::sums, open<principal>},
    {{"open_interest", "open", sum, true}, Need::sums, open<interest>},
    {{"open_fees", "open", sum, true}, Need::sums, open<fees>},
    {{"open_vat", "open", sum, true}, Need::sums, open<vat>},
    {{"outstanding", "open", sum, true}, Need::sums, [](const OneCase& r) { return all_of(r, &Standing::open); }},
    {{"registered", "dates", day}, Need::nothing, [](const OneCase& r) { return SheetCell(r.c.opened); }},
    {{"invoiced", "dates", day}, Need::nothing, [](const OneCase& r) { return or_empty(oldest(r.c, DayOf::invoiced)); }},
    {{"due", "dates", day}, Need::nothing, [](const OneCase& r) { return or_empty(oldest(r.c, DayOf::due)); }},
    {{"last_letter", "dates", day}, Need::nothing, [](const OneCase& r) { return last_letter(r.c) == nullptr ? SheetCell() : SheetCell(last_letter(r.c)->sent); }},
    {{"last_payment", "dates", day}, Need::nothing, [](const OneCase& r) { return or_empty(last_payment(r.c)); }},
    {{"closed", "dates", day}, Need::nothing, [](const OneCase& r) { return r.c.closing ? SheetCell(r.c.closing->on) : SheetCell(); }},
    {{"next", "dates", day}, Need::list, [](const OneCase& r) { return or_empty(r.in_list.next.on); }},
    {{"days_over", "dates", whole}, Need::list, days_over},
    {{"days_to_payment", "dates", text_kind}, Need::days, days_to_payment},
};

const KnownColumn* known_column(std::string_view id) {
    for (const KnownColumn& one : known_columns)
        if (one.column.id == id) return &one;
    return nullptr;
}

std::vector<const KnownColumn*> picked(const CaseExport& ask) {
    std::vector<const KnownColumn*> columns;
    for (const std::string& id : ask.columns) {
        columns.push_back(known_column(id));
        FRIST_CHECK(columns.back() != nullptr);
    }
    if (columns.empty())
        for (const KnownColumn& one : known_columns) columns.push_back(&one);
    return columns;
}

// The sum of one report's lines for one case.
class Summed final : public Pen {
public:
    [[nodiscard]] std::int64_t of(std::size_t column) const { return sums_[column]; }

private:
    void take(const Told& told) override { sums_[told.column] += told.value; }
    std::array<std::int64_t, 8> sums_{};
};

class Writer {
public:
    Writer(const CaseExport& ask, const ExportRoom& room, const std::vector<const KnownColumn*>& columns, office::SheetOut& out)
        : ask_(ask), room_(room), columns_(columns), out_(out), days_(ask.span ? moving_days(*ask.span, room.desk.today) : ask.days), cells_(columns.size()) {
        for (const KnownColumn* column : columns) needs_[static_cast<std::size_t>(column->need)] = true;
    }

    Result<std::int64_t> write() {
        std::int64_t rows = 0;
        std::int64_t seen = 0;
        office::CaseFilter filter;
        filter.open_only = ask_.cases == Taken::ongoing || ask_.cases == Taken::inactive;
        if (ask_.cases == Taken::closed) filter.state = cases::State::closed;
        while (true) {
            FRIST_TRY(const std::vector<office::CaseRow> some, room_.desk.store.cases(room_.desk.creditor, filter));
            for (const office::CaseRow& row : some) {
                if (!wanted(row.state)) continue;
                FRIST_TRY_DONE(one(row.state));
                ++rows;
            }
            seen += static_cast<std::int64_t>(some.size());
            FRIST_TRY_DONE(office::tell_progress(room_.desk, seen, 0));
            if (static_cast<int>(some.size()) < filter.limit) return rows;
            filter.after = some.back().columns.case_id;
        }
    }

private:
    [[nodiscard]] bool needs(Need need) const { return needs_[static_cast<std::size_t>(need)]; }

    [[nodiscard]] std::optional<Date> day_of(const cases::Case& c) const {
        switch (ask_.day) {
            case DayOf::registered: return c.opened;
            case DayOf::closed: return c.closing ? std::optional<Date>(c.closing->on) : std::nullopt;
            case DayOf::invoiced:
            case DayOf::due: return oldest(c, ask_.day);
        }
        return std::nullopt;
    }

    [[nodiscard]] bool wanted(const cases::Case& c) const {
        if (c.merged_into) return false;
        const office::Status status = office::status_of(c);
        const office::Tab tab = office::tab_of(status);
        if (ask_.cases == Taken::ongoing && tab != office::Tab::ongoing) return false;
        if (ask_.cases == Taken::inactive && tab != office::Tab::inactive) return false;
        if (ask_.cases == Taken::closed && tab != office::Tab::closed) return false;
        if (!ask_.status.empty() && std::find(ask_.status.begin(), ask_.status.end(), status) == ask_.status.end()) return false;
        if (!days_.from && !days_.to) return true;
        const std::optional<Date> on = day_of(c);
        return on && (!days_.from || *on >= *days_.from) && (!days_.to || *on <= *days_.to);
    }

    Outcome one(const cases::Case& c) {
        OneCase row{room_, c, ask_.language, {}, {}, {}, {}, {}, {}, {}};
        if (needs(Need::debtor)) FRIST_TRY_DONE(debtor(row));
        if (needs(Need::list)) {
            FRIST_TRY(row.in_list, office::register_row(c, room_.desk.country));
        }
        if (needs(Need::kid)) {
            FRIST_TRY(row.kid, room_.desk.store.kid_of_case(room_.desk.creditor, c.id));
        }
        if (needs(Need::items)) {
            FRIST_TRY(row.items, room_.desk.store.items_of_case(room_.desk.creditor, c.id));
        }
        if (needs(Need::sums) || needs(Need::days)) FRIST_TRY_DONE(sums(row));
        for (std::size_t i = 0; i < columns_.size(); ++i) cells_[i] = columns_[i]->cell(row);
        return out_.row(cells_);
    }

    Outcome debtor(OneCase& row) const {
        FRIST_TRY(const auto found, room_.desk.store.debtor(room_.desk.creditor, row.c.debtor));
        if (!found) return done;
        row.key = found->key;
        FRIST_TRY(row.debtor, office::debtor_record(found->record));
        return done;
    }

    // As the report on all cases tells them, and that on days: today all claims are in the case.
    Outcome sums(OneCase& row) const {
        const Known known{row.c, std::vector<Date>(row.c.claims.size(), row.c.opened)};
        if (needs(Need::sums)) {
            FRIST_TRY(row.on_day, on_day(known, room_.desk.today, room_.desk.country));
        }
        if (!needs(Need::days)) return done;
        Ask ask;
        ask.as_of = room_.desk.today;
        ask.to = room_.desk.today;
        Summed summed;
        FRIST_TRY_DONE(days_of(Seen{known, known.c, ask, room_.desk.country}, summed));
        constexpr std::size_t of_principal = 1;
        constexpr std::size_t of_weight = 2;
        if (summed.of(of_principal) > 0) row.days_to_payment = (summed.of(of_weight) * 10 + summed.of(of_principal) / 2) / summed.of(of_principal);
        return done;
    }

    const CaseExport& ask_;
    const ExportRoom& room_;
    const std::vector<const KnownColumn*>& columns_;
    office::SheetOut& out_;
    FromTo days_;
    std::vector<SheetCell> cells_;
    std::array<bool, 7> needs_{};
};

Date first_of_month(Date day) { return Date::of(day.year(), day.month(), 1); }

}  // namespace

FromTo moving_days(Moving span, Date today) {
    const Date month = first_of_month(today);
    const Date year = Date::of(today.year(), 1, 1);
    const Date quarter = Date::of(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    const Date monday = today - Days{today.weekday() - 1};
    switch (span) {
        case Moving::last_week: return {monday - Days{7}, monday.previous()};
        case Moving::last_month: return {add_months(month, -1), month.previous()};
        case Moving::last_quarter: return {add_months(quarter, -3), quarter.previous()};
        case Moving::last_year: return {add_months(year, -12), year.previous()};
        case Moving::this_month: return {month, today};
        case Moving::this_year: return {year, today};
    }
    return {};
}

std::span<const ExportColumn> export_columns() {
    static const std::vector<ExportColumn> list = [] {
        std::vector<ExportColumn> made;
        for (const KnownColumn& one : known_columns) made.push_back(one.column);
        return made;
    }();
    return list;
}

std::string head_of(std::string_view language, const ExportColumn& column) { return word(language, fmt::format("export/{}", column.id)); }

office::SheetPlan export_plan(const CaseExport& ask, const std::vector<ExportRoom>& rooms) {
    const auto told = [&](std::string_view name) { return word(ask.language, name); };
    office::SheetPlan plan;
    plan.title = told("export/title");
    plan.about_title = told("word/about");
    plan.sum_word = told("word/sum");
    plan.separator = ask.separator;
    for (const KnownColumn* one : picked(ask)) plan.columns.push_back({std::string(one->column.id), head_of(ask.language, one->column), one->column.kind, one->column.summed});
    for (const ExportRoom& room : rooms) plan.about.emplace_back(told("word/creditor"), fmt::format("{} {}", room.org_number, room.name));
    plan.about.emplace_back(told("export/cases"), told(fmt::format("taken/{}", name_of(ask.cases))));
    for (const office::Status status : ask.status) plan.about.emplace_back(told("word/status"), told(fmt::format("status/{}", name_of(status))));
    const FromTo days = ask.span && !rooms.empty() ? moving_days(*ask.span, rooms.front().desk.today) : ask.days;
    plan.about.emplace_back(told("export/date"), told(fmt::format("export/{}", name_of(ask.day))));
    plan.about.emplace_back(told("word/from"), days.from ? text(*days.from) : told("word/first"));
    if (days.to) plan.about.emplace_back(told("word/to"), text(*days.to));
    if (!rooms.empty()) plan.about.emplace_back(told("word/as_of"), text(rooms.front().desk.today));
    return plan;
}

std::string file_name(const CaseExport& ask) {
    return fmt::format("{}.{}", ask.name.empty() ? "cases" : ask.name, name_of(ask.form));
}

Result<std::int64_t> write_cases(const CaseExport& ask, const std::vector<ExportRoom>& rooms, office::SheetOut& out) {
    const std::vector<const KnownColumn*> columns = picked(ask);
    std::int64_t rows = 0;
    for (const ExportRoom& room : rooms) {
        FRIST_TRY(const std::int64_t some, Writer(ask, room, columns, out).write());
        rows += some;
    }
    return rows;
}

}  // namespace frist::reports
