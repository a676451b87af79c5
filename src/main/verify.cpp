#include "access/acts.h"
#include "base/pch.h"
#include "main/exit.h"
#include "office/verify.h"
#include "reports/known.h"
#include "store/access_store.h"

#include <iostream>

namespace frist::program {
namespace {

// The log of acts belongs to no creditor: it is walked whichever was asked for.
Outcome check_acts(const Program& program) {
    FRIST_TRY(auto connection, store::Connection::open(program.database, store::Open::existing, program.wait_seconds * 1000));
    return access::verify_acts(*store::access_on(std::move(connection)));
}

}  // namespace

Result<Counted> count_again(const Program& program) {
    FRIST_TRY(Session session, open_store(program, false));
    FRIST_TRY(const law::Book book, law::Book::read("no", embedded::law()));
    FRIST_TRY(const auto creditors, chosen(*session.store, program));
    Counted counted;
    for (const office::CreditorRow& row : creditors) {
        session.creditor = row.id;
        FRIST_TRY(office::Verified found, office::verify(session.desk(), book));
        FRIST_TRY(std::optional<Error> days, reports::days_wrong({session.desk(), *session.reports}));
        if (days) found.wrong.push_back(std::move(*days));
        counted.wrong.insert(counted.wrong.end(), found.wrong.begin(), found.wrong.end());
        counted.creditors.emplace_back(row.org_number, std::move(found));
    }
    if (const Outcome acts = check_acts(program); !acts.ok()) counted.wrong.push_back(acts.error());
    return counted;
}

Outcome in_order(const Program& program) {
    FRIST_TRY(const Counted counted, count_again(program));
    if (counted.wrong.empty()) return done;
    return counted.wrong.front();
}

Result<int> verify_all(const Program& program) {
    FRIST_TRY(const Counted counted, count_again(program));
    boost::json::array list;
    for (const auto& [number, found] : counted.creditors) {
        boost::json::array wrong;
        for (const Error& error : found.wrong) wrong.push_back(json_of(error));
        list.push_back(boost::json::object{{"creditor", number}, {"events", found.events}, {"cases", found.cases}, {"entries", found.entries}, {"wrong", wrong}});
        if (!program.json)
            std::cout << fmt::format("{}: {} events, {} cases, {} lines in the books: {}\n", number, found.events, found.cases, found.entries,
                                     found.wrong.empty() ? "all in order" : fmt::format("{} {} wrong", found.wrong.size(), found.wrong.size() == 1 ? "thing is" : "things are"));
    }
    for (const Error& error : counted.wrong) fail(error);
    if (program.json) print_json(list);
    else if (list.empty()) std::cout << "There is nothing to check: no creditor yet. Add one with frist creditor add.\n";
    return counted.wrong.empty() ? exit_done : exit_failed;
}

void add_verify(CLI::App& app, Program& program) {
    app.add_subcommand("verify", "Check everything that is stored: the chains of events and of acts, the books, every open sum")
        ->callback([&program] { run(program, [&program] { return verify_all(program); }); });
}

}  // namespace frist::program
