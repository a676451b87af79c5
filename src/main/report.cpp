#include "base/pch.h"
#include "exports/exports.h"
#include "main/program.h"
#include "print/report_paper.h"
#include "reports/json.h"

#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string name = "account";
    bool list = false;
    std::string from;
    std::string to;
    std::string as_of;
    std::vector<std::string> by;
    std::vector<std::string> status;
    std::string customer;
    std::string group;
    bool group_told = false;
    std::string form;
    std::string out;
    std::string language;
    std::string lines;    // the column whose lines are told
    std::string row;
};

template <class E>
Result<std::vector<E>> choices(const std::vector<std::string>& words, const char* option) {
    std::vector<E> chosen;
    for (const std::string& one : words) {
        const auto value = enum_of<E>(one);
        if (!value) return Error{"report.by", option, "\"" + one + "\" is not known", "frist report --list tells what each report knows."};
        chosen.push_back(*value);
    }
    return chosen;
}

Result<reports::Ask> ask_of(const Session& session, const Wish& wish) {
    reports::Ask ask;
    ask.name = wish.name;
    FRIST_TRY(ask.as_of, day_of(wish.as_of, "--as-of", session.today));
    if (!wish.from.empty()) {
        FRIST_TRY(ask.from, day_of(wish.from, "--from", session.today));
    }
    if (!wish.to.empty()) {
        FRIST_TRY(ask.to, day_of(wish.to, "--to", session.today));
    }
    FRIST_TRY(ask.by, choices<reports::By>(wish.by, "--by"));
    FRIST_TRY(ask.status, choices<office::Status>(wish.status, "--status"));
    if (wish.group_told) ask.group = wish.group;
    if (!wish.customer.empty()) {
        FRIST_TRY(const auto debtor, session.store->debtor_of_key(session.creditor, wish.customer));
        if (!debtor) return Error{"debtor.unknown", "--customer", "there is no customer with this number", "See frist debtor for the numbers."};
        ask.customer = debtor->id;
    }
    return ask;
}

// The days and choices an answer stands on, on a line.
std::string asked_in_words(const std::string& language, const reports::Ask& full) {
    std::string line = fmt::format("{} {}", reports::word(language, "word/to"), text(*full.to));
    if (full.from) line = fmt::format("{} {}, ", reports::word(language, "word/from"), text(*full.from)) + line;
    return line + fmt::format(". {} {}.", reports::word(language, "word/as_of"), text(full.as_of));
}

std::string cell_text(const office::SheetCell& cell) {
    struct Told {
        std::string operator()(std::monostate) const { return "-"; }
        std::string operator()(const std::string& words) const { return words; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const Money& money) const { return text(money); }
        std::string operator()(const Date& day) const { return text(day); }
    };
    return std::visit(Told{}, cell);
}

std::size_t characters(std::string_view words) {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Keys to the left, figures to the right, each column as wide as its widest cell.
void print_columns(const std::vector<std::vector<std::string>>& rows, std::size_t keys) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], characters(row[i]));
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string room(widths[i] - characters(row[i]), ' ');
            line += i < keys ? row[i] + room + "  " : room + row[i] + "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        std::cout << line << '\n';
    }
}

void print_table(const std::string& language, const reports::Table& table, Currency currency) {
    const office::SheetPlan plan = reports::sheet_plan(language, *table.definition, table.ask, "");
    std::cout << plan.title << '\n' << reports::about(language, *table.definition) << '\n' << asked_in_words(language, table.ask) << "\n\n";
    if (table.rows.empty()) {
        std::cout << reports::word(language, "word/empty") << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows(1);
    for (const office::SheetColumn& column : plan.columns) rows.front().push_back(column.head);
    for (const reports::Row& row : table.rows) {
        rows.emplace_back();
        for (const office::SheetCell& cell : reports::cells(language, table, row, currency)) rows.back().push_back(cell_text(cell));
    }
    const std::size_t keys = table.ask.by.size();
    std::vector<std::string> sum(keys, "");
    sum.front() = plan.sum_word;
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i)
        if (table.definition->columns[i].shown) sum.push_back(reports::machine_text(table, table.sum, i, currency));
    rows.push_back(std::move(sum));
    print_columns(rows, keys);
}

void print_lines(const std::string& language, const reports::Lines& lines, Currency currency) {
    if (lines.rows.empty()) {
        std::cout << reports::word(language, "word/empty") << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows(1);
    for (const char* const head : {"by/case", "by/customer", "by/day"}) rows.front().push_back(reports::word(language, head));
    rows.front().insert(rows.front().end(), {"", "", reports::word(language, "column/" + lines.about)});
    for (const reports::Line& line : lines.rows)
        rows.push_back({line.case_id == 0 ? "" : std::to_string(line.case_id), line.customer, line.day ? text(*line.day) : "", reports::what_words(language, line.what), line.reference,
                        lines.kind == reports::Kind::whole ? std::to_string(line.value) : text(Money(line.value, currency))});
    print_columns(rows, 5);
}

Result<int> list(const Program& program, const std::string& language) {
    if (program.json) {
        json::array all;
        for (const reports::Definition& one : reports::definitions()) all.push_back(reports::json_of(one, language));
        print_json(json::object{{"reports", std::move(all)}});
        return exit_done;
    }
    for (const reports::Definition& one : reports::definitions()) {
        std::string by;
        for (const reports::By part : one.may) by += (by.empty() ? "" : ",") + std::string(name_of(part));
        std::cout << fmt::format("{:<12}{}\n            {}\n            --by {}\n", one.name, reports::title_of(language, one), reports::about(language, one), by);
    }
    return exit_done;
}

// A workbook is made beside the file it becomes.
Result<std::unique_ptr<office::SheetOut>> sheet_of(office::SheetForm form, const office::SheetPlan& plan, const std::string& out) {
    return exports::sheet_out(form, plan, office::PassingFile(fmt::format("{}.{}", out, ::getpid())));
}

Result<std::string> on_paper(const Session& session, const reports::Room& room, const reports::Ask& ask, const std::string& language) {
    FRIST_TRY(const reports::Paper paper, reports::paper(room, ask, language, session.record.name));
    return print::pdf_of(paper);
}

// What was said, else what the name of the file ends with; without a file, a table on the screen.
std::string form_of(const Wish& wish) {
    if (!wish.form.empty()) return wish.form;
    return wish.out.empty() ? "table" : ending_of(wish.out);
}

Result<int> write(const Session& session, const reports::Room& room, const reports::Ask& ask, const Wish& wish, const std::string& as, const std::string& language) {
    const auto form = enum_of<office::SheetForm>(as);
    const bool paper = as == "pdf";
    if (!form && !paper) return Error{"report.form", "--form", "\"" + as + "\" is not known", "Use table, xlsx, ods, csv, json or pdf."};
    if (wish.out.empty()) return Error{"report.form", "--out", "names no file", "Name the file that the report goes into."};
    const auto sheet = [&](office::SheetForm kind, const office::SheetPlan& plan) { return sheet_of(kind, plan, wish.out); };
    std::int64_t size = 0;
    if (paper) {
        FRIST_TRY(const std::string bytes, on_paper(session, room, ask, language));
        FRIST_TRY_DONE(write_file(wish.out, bytes));
        size = static_cast<std::int64_t>(bytes.size());
    } else {
        FRIST_TRY(office::PassingFile file, reports::write_sheet(room, ask, language, session.record.name, *form, sheet));
        FRIST_TRY(size, file.size());
        FRIST_TRY_DONE(std::move(file).become(wish.out));
    }
    std::cout << fmt::format("{}: {} bytes\n", wish.out, size);
    return exit_done;
}

// Every line, however many pages they are.
Result<reports::Lines> all_lines(const reports::Room& room, const reports::Ask& ask, const Wish& wish) {
    reports::LinesAsk lines{ask, wish.row, wish.lines, "", 1000};
    FRIST_TRY(reports::Lines all, reports::lines(room, lines));
    while (all.next) {
        lines.after = *all.next;
        FRIST_TRY(reports::Lines more, reports::lines(room, lines));
        all.rows.insert(all.rows.end(), std::make_move_iterator(more.rows.begin()), std::make_move_iterator(more.rows.end()));
        all.next = more.next;
    }
    return all;
}

Result<int> report(const Program& program, const Wish& wish) {
    const std::string told = wish.language.empty() ? "en" : wish.language;
    if (!reports::has_language(told)) return Error{"report.language", "--language", "\"" + told + "\" is not known", "Use nb, nn, en or sv."};
    if (wish.list) return list(program, told);
    FRIST_TRY(const Session session, open_session(program));
    const reports::Room room{session.desk(), *session.reports};
    FRIST_TRY(const reports::Ask ask, ask_of(session, wish));
    const Currency currency = session.country->currency();
    const std::string as = form_of(wish);
    if (as == "table" && !wish.out.empty()) return Error{"report.form", "--out", "a table goes onto the screen", "Leave --form out, or say xlsx, ods, csv, json or pdf."};
    if (as != "table") return write(session, room, ask, wish, as, wish.language.empty() ? session.record.language : told);
    if (!wish.lines.empty()) {
        FRIST_TRY(const reports::Lines lines, all_lines(room, ask, wish));
        if (program.json) print_json(reports::json_of(lines, told, currency));
        else print_lines(told, lines, currency);
        return exit_done;
    }
    constexpr reports::Window whole{0, std::numeric_limits<std::size_t>::max()};
    FRIST_TRY(const reports::Table table, reports::table(room, ask, whole));
    if (program.json) print_json(reports::json_of(table, told, currency, 0));
    else print_table(told, table, currency);
    return exit_done;
}

// What the reports call "as_of" is --as-of here.
Result<int> by_option(Result<int> result) {
    if (result.ok() || !result.error().code.starts_with("report.") || result.error().field.starts_with("--") || result.error().field == "report") return result;
    Error error = result.error();
    std::replace(error.field.begin(), error.field.end(), '_', '-');
    if (error.field == "column") error.field = "lines";
    error.field.insert(0, "--");
    return error;
}

}  // namespace

void add_report(CLI::App& app, Program& program) {
    auto wish = std::make_shared<Wish>();
    CLI::App* told = app.add_subcommand("report", "What was charged, paid and is open, and the other reports: on the screen or as a file");
    told->add_option("name", wish->name, "which report; account when left out");
    told->add_flag("--list", wish->list, "the reports there are, what each says and by what it is parted");
    told->add_option("--from", wish->from, "first day (the first case's when left out)");
    told->add_option("--to", wish->to, "last day (that of --as-of when left out)");
    told->add_option("--as-of", wish->as_of, "what was known at the end of this day (today when left out)");
    told->add_option("--by", wish->by, "by what the figures are parted, like month,customer")->delimiter(',');
    told->add_option("--status", wish->status, "only cases in these states")->delimiter(',');
    told->add_option("--customer", wish->customer, "only this customer, by the creditor's own number");
    CLI::Option* const group = told->add_option("--group", wish->group, "only this group of customers");
    told->add_option("--form", wish->form, "table, xlsx, ods, csv, json or pdf (as --out ends; table without)");
    told->add_option("--out", wish->out, "the file it goes into");
    told->add_option("--language", wish->language, "nb, nn, en or sv (the creditor's own for a file, else en)");
    told->add_option("--lines", wish->lines, "the lines behind this column, instead of the table");
    told->add_option("--row", wish->row, "with --lines: of this row alone, as --json names it");
    told->callback([&program, wish, group] {
        wish->group_told = group->count() > 0;
        run(program, [&program, wish] { return by_option(report(program, *wish)); });
    });
}

}  // namespace frist::program
