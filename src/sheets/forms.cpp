#include "base/pch.h"
#include "sheets/rows.h"

namespace frist::sheets {
namespace {

constexpr auto amount_fields = std::to_array(
    {Field::open_amount, Field::original_amount, Field::paid, Field::credited, Field::interest, Field::earlier_fee,
     Field::reminder_fee, Field::second_reminder_fee, Field::notice_fee, Field::demand_fee});
constexpr auto date_fields =
    std::to_array({Field::due_date, Field::invoice_date, Field::earlier_sent, Field::earlier_deadline, Field::reminder_sent,
                   Field::reminder_deadline, Field::second_reminder_sent, Field::second_reminder_deadline, Field::notice_sent,
                   Field::notice_deadline, Field::demand_sent, Field::demand_deadline});

std::vector<int> amount_columns(const Recognised& recognised, const Layout& layout) {
    std::vector<int> all = recognised.columns.ageing;
    for (const Field field : amount_fields)
        if (recognised.columns.has(field)) all.push_back(recognised.columns.of(field));
    if (!all.empty()) return all;
    // No amount is known: what is unknown may tell how amounts are written.
    for (std::size_t i = 0; i < layout.header.size(); ++i)
        if (std::find(layout.unknown.begin(), layout.unknown.end(), layout.header[i]) != layout.unknown.end())
            all.push_back(static_cast<int>(i));
    return all;
}

void settle_decimal(const Sheet& sheet, const Recognised& recognised, const Mapping& mapping, Forms& forms,
                    OpenItems& out) {
    AmountEvidence evidence;
    bool numbers = false;  // cells that a spreadsheet knows to be numbers have a point
    for (const int column : amount_columns(recognised, out.layout))
        for (std::size_t row = recognised.header + 1; row < sheet.rows(); ++row)
            if (const auto at = static_cast<std::size_t>(column); sheet.kind(row, at) == Kind::text)
                look(evidence, sheet.text(row, at));
            else if (sheet.kind(row, at) == Kind::number)
                numbers = true;
    AmountForm form = decide(evidence);
    if (numbers && evidence.comma_decimal + evidence.point_decimal + evidence.unsure_comma + evidence.unsure_point +
                           evidence.comma_groups + evidence.point_groups ==
                       0)
        form.decimal = '.';
    if (mapping.decimal) form.decimal = mapping.decimal;
    if (!form.decimal)
        out.questions.push_back({0, "", form.mixed ? "amounts.mixed" : "amounts.decimal",
                                 form.mixed ? "some amounts have a decimal comma and some a decimal point"
                                            : "the amounts do not show which sign is the decimal one: 1.250 may be a "
                                              "thousand or one and a quarter",
                                 R"(Say it in the map file: {"decimal": ","} or {"decimal": "."}.)"});
    forms.decimal = form.decimal.value_or(',');
    if (form.decimal) out.layout.decimal = std::string(1, *form.decimal);
    out.layout.thousands = form.thousands;
}

void settle_dates(const Sheet& sheet, const Recognised& recognised, const Mapping& mapping, Forms& forms,
                  OpenItems& out) {
    std::array<DateEvidence, date_fields.size()> evidence{};
    std::array<bool, date_fields.size()> days{};  // cells that a spreadsheet knows to be days
    DateEvidence together;
    for (std::size_t i = 0; i < date_fields.size(); ++i) {
        const int column = recognised.columns.of(date_fields[i]);
        if (column < 0) continue;
        for (std::size_t row = recognised.header + 1; row < sheet.rows(); ++row) {
            const Kind kind = sheet.kind(row, static_cast<std::size_t>(column));
            if (kind == Kind::date)
                days[i] = true;
            else if (kind != Kind::empty)
                look(evidence[i], sheet.text(row, static_cast<std::size_t>(column)));
        }
        add(together, evidence[i]);
    }
    for (std::size_t i = 0; i < date_fields.size(); ++i) {
        const int column = recognised.columns.of(date_fields[i]);
        if (column < 0) continue;
        DateChoice choice = decide(evidence[i], together);
        if (mapping.date) choice = {date_form(*mapping.date), DateDoubt::none};
        const std::string& name = out.layout.header[static_cast<std::size_t>(column)];
        if (choice.doubt != DateDoubt::none)
            out.questions.push_back(
                {0, name, choice.doubt == DateDoubt::order ? "dates.order" : "dates.mixed",
                 choice.doubt == DateDoubt::order
                     ? "no day in the list is after the 12th, so that day and month may be either way round"
                     : "some days are written with the month first and some with the day first",
                 R"(Say it in the map file: {"date": "DD/MM/YYYY"} or {"date": "MM/DD/YYYY"}.)"});
        if (sheet.since_1904 && choice.form && choice.form->order == DateOrder::serial)
            out.questions.push_back({0, name, "dates.serial",
                                     "the days are plain numbers, and this workbook counts them from 1904",
                                     "Format the column as days in the spreadsheet, and save it again."});
        constexpr DateForm iso{DateOrder::ymd, '-'};
        forms.date[static_cast<std::size_t>(date_fields[i])] = choice.form.value_or(iso);
        if (date_fields[i] == Field::due_date && (choice.form || days[i]))
            out.layout.date = name_of(choice.form.value_or(iso));
    }
}

// Columns of amounts without a known name: one of them may be the open amount.
std::string candidates(const Sheet& sheet, const Recognised& recognised, const Layout& layout) {
    std::string out;
    for (std::size_t column = 0; column < layout.header.size(); ++column) {
        const bool unknown =
            std::find(layout.unknown.begin(), layout.unknown.end(), layout.header[column]) != layout.unknown.end();
        const bool original = recognised.columns.of(Field::original_amount) == static_cast<int>(column);
        bool amounts = false;
        for (std::size_t row = recognised.header + 1; unknown && row < sheet.rows() && row < recognised.header + 100;
             ++row) {
            const std::string_view cell = trimmed(sheet.text(row, column));
            if (!cell.empty()) amounts = looks_like_amount(cell);
        }
        if (original || amounts) out += (out.empty() ? "" : ", ") + layout.header[column];
    }
    return out;
}

void ask_for_open_amount(const Sheet& sheet, const Recognised& recognised, OpenItems& out) {
    const Columns& columns = recognised.columns;
    if (columns.has(Field::open_amount) || !columns.ageing.empty()) return;
    const bool original = columns.has(Field::original_amount);
    if (original && columns.has(Field::paid)) {
        out.findings.push_back(
            {0, "", "open.computed",
             "the list has no open amount; it is computed as the original amount less what is paid and credited",
             "Check the sum against the accounting system."});
        return;
    }
    const std::string names = candidates(sheet, recognised, out.layout);
    const std::string remedy =
        R"(Add the open amount to the export, or name its column in the map file: {"columns": {"open_amount": "its name"}}.)";
    if (original)
        out.questions.push_back(
            {0, out.layout.columns.at(Field::original_amount), "open.original_only",
             "the list has the original amount but not the open one: what was paid meanwhile would be claimed again",
             remedy});
    else
        out.questions.push_back({0, "", "open.missing",
                                 names.empty()
                                     ? "no column holds the open amount"
                                     : "no column is known to hold the open amount; columns of amounts: " + names,
                                 remedy});
}

}  // namespace

Forms settle_forms(const Sheet& sheet, const Recognised& recognised, const Mapping& mapping, OpenItems& out) {
    Forms forms;
    ask_for_open_amount(sheet, recognised, out);
    settle_decimal(sheet, recognised, mapping, forms, out);
    settle_dates(sheet, recognised, mapping, forms, out);
    return forms;
}

}  // namespace frist::sheets
