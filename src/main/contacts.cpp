// contacts FILE: a list of customers without invoices completes those that the ledger has brought.
#include "base/pch.h"
#include "main/program.h"
#include "office/take_contacts.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string file, map;
};

Result<int> take(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    sheets::Mapping mapping;
    if (!wish.map.empty()) {
        FRIST_TRY(const std::string map, bytes_of(wish.map));
        FRIST_TRY(mapping, sheets::read_mapping(map, wish.map));
    }
    FRIST_TRY(const std::string bytes, bytes_of(wish.file));
    FRIST_TRY(const sheets::Contacts contacts, sheets::read_contacts(bytes, name_only(wish.file), mapping));
    for (const sheets::Fault& fault : contacts.rejected) fail({fault.code, fmt::format("{}: row {} {}", name_only(wish.file), fault.row, fault.column), fault.reason, fault.remedy});
    if (!contacts.rejected.empty()) {
        if (!program.json) std::cout << "Nothing was taken: correct the rows above, or take them out.\n";
        return exit_failed;
    }
    FRIST_TRY(const office::ContactsReport report, office::take_contacts(session.desk(), contacts));
    if (program.json) print_json(json::object{{"rows", contacts.rows.size()}, {"completed", report.completed}, {"same", report.same}, {"unknown", report.unknown}});
    else std::cout << fmt::format("{} customers read: {} completed, {} as before, {} of whom the ledger knows nothing\n", contacts.rows.size(), report.completed, report.same, report.unknown);
    return exit_done;
}

}  // namespace

void add_contacts(CLI::App& app, Program& program) {
    auto wish = std::make_shared<Wish>();
    CLI::App* one = app.add_subcommand("contacts", "A list of customers (CSV, XLSX, ODS) completes those that the ledger has brought, by their number");
    one->add_option("FILE", wish->file, "the list, with a column of customer numbers")->required();
    one->add_option("--map", wish->map, "a map file that names the columns");
    one->callback([&program, wish] { run(program, [&program, wish] { return take(program, *wish); }); });
}

}  // namespace frist::program
