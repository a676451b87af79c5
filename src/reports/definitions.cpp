// Which reports there are: their columns, and by what they can be parted.
#include "base/pch.h"
#include "reports/rule.h"

namespace frist::reports {
namespace {

constexpr Column account_columns[] = {{"brought"}, {"charged", Kind::money}, {"paid"}, {"written_off"}, {"outstanding"}};
constexpr Column case_columns[] = {{"cases", Kind::whole}, {"principal"}, {"interest"}, {"fees"}, {"vat"}, {"paid"}, {"written_off"}, {"outstanding"}};
constexpr Column period_columns[] = {{"registered", Kind::whole}, {"registered_sum"}, {"sent", Kind::whole}, {"payments", Kind::whole}, {"paid"}, {"closed", Kind::whole}};
constexpr Column letter_columns[] = {{"sent", Kind::whole}, {"fees"}, {"taken_back"}};
constexpr Column payment_columns[] = {{"payments", Kind::whole}, {"paid"}, {"principal"}, {"interest"}, {"fees"}, {"overpaid"}};
constexpr Column income_columns[] = {{"fees"}, {"interest"}, {"collection"}, {"total"}};
constexpr Column book_columns[] = {{"debit"}, {"credit"}, {"balance"}};
constexpr Column vat_columns[] = {{"base"}, {"vat"}};
constexpr Column ageing_columns[] = {{"claims", Kind::whole}, {"principal"}, {"interest"}, {"fees"}, {"total"}};
constexpr Column write_off_columns[] = {{"cases", Kind::whole}, {"principal"}, {"interest"}, {"fees"}, {"vat"}, {"total"}};
constexpr Column loss_columns[] = {{"outstanding"}, {.id = "reached", .across = false}, {.id = "lost", .across = false}, {.id = "rate", .kind = Kind::share, .over = "lost", .under = "reached", .across = false},
                                   {.id = "expected", .kind = Kind::part_of, .over = "lost", .under = "reached", .of = "outstanding"}};
constexpr Column solution_columns[] = {{"cases", Kind::whole}, {"solved", Kind::whole}, {"principal"}, {"paid"}, {.id = "rate", .kind = Kind::share, .over = "solved", .under = "cases"},
                                       {.id = "paid_rate", .kind = Kind::share, .over = "paid", .under = "principal"}};
constexpr Column days_columns[] = {{"payments", Kind::whole}, {"principal"}, {.id = "due_weight", .kind = Kind::whole, .shown = false}, {.id = "case_weight", .kind = Kind::whole, .shown = false},
                                   {.id = "days_due", .kind = Kind::days, .over = "due_weight", .under = "principal"}, {.id = "days_case", .kind = Kind::days, .over = "case_weight", .under = "principal"}};
constexpr Column limitation_columns[] = {{"claims", Kind::whole}, {"principal"}};

constexpr Column forecast_columns[] = {{.id = "expected_in", .lined = false}, {.id = "low", .lined = false, .across = false}, {.id = "high", .lined = false, .across = false}, {.id = "letters_out", .kind = Kind::whole, .lined = false},
                                       {.id = "postage", .lined = false}, {.id = "tasks", .kind = Kind::whole, .lined = false}, {.id = "lapsing", .kind = Kind::whole, .lined = false}, {.id = "lapsing_sum", .lined = false}};
constexpr Column score_columns[] = {{.id = "expected_in", .lined = false}, {.id = "low", .lined = false, .across = false}, {.id = "high", .lined = false, .across = false}, {.id = "came", .lined = false},
                                    {.id = "weeks", .kind = Kind::whole, .lined = false}, {.id = "held", .kind = Kind::whole, .lined = false}, {.id = "held_rate", .kind = Kind::share, .over = "held", .under = "weeks"},
                                    {.id = "letters_out", .kind = Kind::whole, .lined = false}, {.id = "letters_sent", .kind = Kind::whole, .lined = false}, {.id = "postage", .lined = false}, {.id = "postage_paid", .lined = false},
                                    {.id = "lapsing_sum", .lined = false}, {.id = "lapsed_sum", .lined = false}};
constexpr Column work_columns[] = {{"acts", Kind::whole}, {"exceptions", Kind::whole}, {"minutes", Kind::whole}, {"started", Kind::whole}, {"closed", Kind::whole}, {"untouched", Kind::whole},
                                   {.id = "untouched_rate", .kind = Kind::share, .over = "untouched", .under = "closed"}};

constexpr By week_alone[] = {By::week};
constexpr By part_alone[] = {By::part};
constexpr By month_alone[] = {By::month};
constexpr By band_alone[] = {By::band};
constexpr By reason_alone[] = {By::reason};
constexpr By account_alone[] = {By::account};
constexpr By registered_alone[] = {By::registered};
constexpr By letter_alone[] = {By::letter};
constexpr By each_case[] = {By::case_id, By::customer, By::status, By::step};
constexpr By period_by[] = {By::month, By::customer, By::status};
constexpr By vat_by[] = {By::month, By::code};
constexpr By limitation_by[] = {By::month, By::case_id, By::customer};

constexpr By account_may[] = {By::part, By::case_id, By::customer, By::group, By::department, By::project, By::status, By::step, By::kind, By::registered};
constexpr By case_may[] = {By::case_id, By::customer, By::group, By::department, By::project, By::status, By::step, By::kind, By::registered};
constexpr By day_may[] = {By::month, By::day, By::case_id, By::customer, By::group, By::department, By::project, By::status, By::step, By::kind, By::registered};
constexpr By letter_may[] = {By::letter, By::month, By::day, By::case_id, By::customer, By::group, By::department, By::project, By::status, By::kind, By::registered};
constexpr By vat_may[] = {By::month, By::day, By::code, By::case_id, By::customer, By::group, By::department, By::project};
constexpr By band_may[] = {By::band, By::case_id, By::customer, By::group, By::department, By::project, By::status, By::step, By::kind};
constexpr By loss_may[] = {By::band, By::group, By::kind};
constexpr By reason_may[] = {By::reason, By::month, By::case_id, By::customer, By::group, By::department, By::project, By::kind, By::registered};
constexpr By book_may[] = {By::account, By::month, By::day, By::case_id, By::customer, By::group, By::department, By::project};
constexpr By work_may[] = {By::month, By::day, By::person, By::act};

constexpr Rule all[] = {
    {{"account", Span::happened, account_columns, part_alone, account_may}, account_of, nullptr},
    {{"cases", Span::registered, case_columns, each_case, case_may}, all_cases_of, nullptr},
    {{"period", Span::happened, period_columns, period_by, day_may}, period_of, nullptr},
    {{"letters", Span::happened, letter_columns, letter_alone, letter_may}, letters_of, nullptr},
    {{"payments", Span::happened, payment_columns, month_alone, day_may}, payments_of, nullptr},
    {{"income", Span::happened, income_columns, month_alone, book_may}, nullptr, income_of},
    {{"books", Span::happened, book_columns, account_alone, book_may}, nullptr, books_of},
    {{"vat", Span::happened, vat_columns, vat_by, vat_may}, vat_of, nullptr},
    {{"ageing", Span::standing, ageing_columns, band_alone, band_may}, ageing_of, nullptr},
    {{"losses", Span::standing, loss_columns, band_alone, loss_may}, losses_of, nullptr},
    {{"write_offs", Span::happened, write_off_columns, reason_alone, reason_may}, write_offs_of, nullptr},
    {{"solution", Span::registered, solution_columns, registered_alone, case_may}, solution_of, nullptr},
    {{"days", Span::happened, days_columns, month_alone, day_may}, days_of, nullptr},
    {{"limitation", Span::falls, limitation_columns, limitation_by, day_may}, limitation_of, nullptr},
    {.definition = {"work", Span::happened, work_columns, month_alone, work_may}, .of_case = hands_off_of, .of_act = acts_of},
    {.definition = {"forecast", Span::standing, forecast_columns, week_alone, week_alone}, .of_whole = forecast_of},
    {.definition = {"score", Span::happened, score_columns, week_alone, week_alone}, .of_whole = score_of},
};

const std::vector<Definition>& listed() {
    static const std::vector<Definition> list = [] {
        std::vector<Definition> made;
        for (const Rule& rule : all) made.push_back(rule.definition);
        return made;
    }();
    return list;
}

}  // namespace

std::span<const Rule> rules_of_reports() { return all; }

std::span<const Definition> definitions() { return listed(); }

Result<const Definition*> definition(std::string_view name) {
    for (const Definition& one : listed())
        if (one.name == name) return &one;
    return Error{"report.unknown", "report", "there is no report of this name", "frist report --list tells which there are."};
}

}  // namespace frist::reports
