#include "base/pch.h"
#include "main/program.h"
#include "office/report.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

json::object parts_json(const office::Parts& p) {
    return {{"principal", text(p.principal)}, {"interest", text(p.interest)}, {"fees", text(p.fees)}, {"vat", text(p.vat)}, {"total", text(p.total())}};
}

json::object account_json(const office::Account& a) {
    return {{"charged", parts_json(a.charged)}, {"paid", parts_json(a.paid)}, {"written_off", parts_json(a.written_off)}, {"outstanding", parts_json(a.outstanding)}, {"overpaid", text(a.overpaid)}};
}

void print_account(const std::string& title, const office::Account& a) {
    std::cout << fmt::format("{:<24}{:>14}{:>12}{:>12}{:>12}{:>14}\n", title, "principal", "interest", "fees", "VAT", "total");
    const auto row = [](const char* name, const office::Parts& p) {
        std::cout << fmt::format("  {:<22}{:>14}{:>12}{:>12}{:>12}{:>14}\n", name, text(p.principal), text(p.interest), text(p.fees), text(p.vat), text(p.total()));
    };
    row("charged", a.charged);
    row("paid", a.paid);
    row("written off", a.written_off);
    row("outstanding", a.outstanding);
    if (!a.overpaid.zero()) std::cout << fmt::format("  {:<22}{:>64}\n", "overpaid", text(a.overpaid));
}

Result<int> report(const Program& program, const std::string& from_text, const std::string& to_text) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const Date from, day_of(from_text, "--from", Date::of(1900, 1, 1)));
    FRIST_TRY(const Date to, day_of(to_text, "--to", session.today));
    FRIST_TRY(const office::Report found, office::report(session.desk(), from, to));
    if (program.json) {
        json::array customers;
        for (const office::CustomerLine& line : found.customers) {
            json::object one = account_json(line.account);
            one["customer"] = line.key;
            one["cases"] = line.cases;
            customers.push_back(std::move(one));
        }
        json::object steps;
        for (const auto& [kind, line] : found.steps) steps[name_of(kind)] = json::object{{"letters", line.letters}, {"fees", text(line.fees)}};
        print_json(json::object{{"from", text(from)}, {"to", text(to)}, {"running", found.running}, {"closed", found.closed}, {"all", account_json(found.all)},
                                {"customers", customers}, {"steps", steps}});
        return exit_done;
    }
    if (found.customers.empty()) {
        std::cout << fmt::format("No case was opened up to {}. Import a ledger and start cases: frist import --help, frist start --help.\n", text(to));
        return exit_done;
    }
    std::cout << fmt::format("{} to {}: {} running cases, {} closed\n\n", from_text.empty() ? "from the first case" : text(from), text(to), found.running, found.closed);
    print_account("all", found.all);
    for (const office::CustomerLine& line : found.customers) {
        std::cout << '\n';
        print_account(fmt::format("customer {}", line.key), line.account);
    }
    if (!found.steps.empty()) std::cout << fmt::format("\n{:<24}{:>14}{:>12}\n", "letters", "sent", "fees");
    for (const auto& [kind, line] : found.steps) std::cout << fmt::format("  {:<22}{:>14}{:>12}\n", name_of(kind), line.letters, text(line.fees));
    return exit_done;
}

}  // namespace

void add_report(CLI::App& app, Program& program) {
    auto from = std::make_shared<std::string>();
    auto to = std::make_shared<std::string>();
    CLI::App* told = app.add_subcommand("report", "What was charged, paid, written off and is outstanding: by part, customer and letter");
    told->add_option("--from", *from, "first day (the first case's when left out)");
    told->add_option("--to", *to, "last day (today when left out)");
    told->callback([&program, from, to] { run(program, [&program, from, to] { return report(program, *from, *to); }); });
}

}  // namespace frist::program
