// cases: the list, and what it is narrowed down by.
#include "base/pch.h"
#include "main/customer.h"
#include "main/program.h"
#include "office/register.h"
#include "rules/balance.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct ListWish {
    std::string state, customer, due, text;
    bool open_only = false;
    int limit = 0;
};

Result<office::CaseAsk> ask_of(const Session& session, const ListWish& wish) {
    office::CaseAsk ask;
    ask.creditor = session.creditor;
    ask.day = session.today;
    ask.search = wish.text;
    if (wish.open_only) {
        for (const office::Status status : {office::Status::going, office::Status::approval, office::Status::paused,
                                            office::Status::held, office::Status::legal})
            ask.status.push_back(status);
    }
    if (wish.limit < 0) return Error{"cases.limit", "--limit", "is less than nothing", "Give a number from 1, or leave it out for all."};
    if (!wish.state.empty()) {
        ask.state = enum_of<cases::State>(wish.state);
        if (!ask.state)
            return Error{"cases.state", "--state", "\"" + wish.state + "\" is not known",
                         fmt::format("Use one of {}.", fmt::join(names_of(cases::State{}), ", "))};
    }
    if (!wish.due.empty()) { FRIST_TRY(ask.look_until, day_of(wish.due, "--due", session.today)); }
    if (wish.customer.empty()) return ask;
    FRIST_TRY(const auto debtor, session.store->debtor_of_key(session.creditor, wish.customer));
    if (!debtor) return Error{"cases.customer", "--customer", "no customer has this number", "Give the number as the ledger writes it, or look for a name with --text."};
    ask.debtor = debtor->id;
    return ask;
}

json::object json_of_row(const office::CaseRow& row, const rules::Balance& balance, const Customer& customer, const std::string& kid) {
    json::array invoices;
    for (const cases::Claim& claim : row.state.claims) invoices.emplace_back(claim.number);
    return {{"case", row.state.id}, {"state", name_of(row.state.state())}, {"customer", customer.number}, {"kid", kid}, {"invoices", invoices},
            {"principal", text(balance.principal)}, {"total", text(balance.total())}, {"next_look", row.next_look ? json::value(text(*row.next_look)) : json::value(nullptr)}};
}

// Why the case is held: "held: returned mail".
std::string state_in_words(const cases::Case& c) {
    std::string words(name_of(c.state()));
    if (c.state() != cases::State::held) return words;
    if (c.returned_mail) return words + ": returned mail";
    if (c.objection) return words + ": objection";
    if (c.bankrupt) return words + ": bankrupt";
    return words + ": plan";
}

void print_line(const office::CaseRow& row, const rules::Balance& balance, const Customer& customer) {
    std::cout << fmt::format("case {:<6} {:<19} {:>12} open, {} {}, next look {:<10}  {}\n", row.state.id, state_in_words(row.state), text(balance.total()), row.state.claims.size(),
                             row.state.claims.size() == 1 ? "claim" : "claims", row.next_look ? text(*row.next_look) : "none", customer.label());
}

Result<int> list(const Program& program, const ListWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::CaseAsk ask, ask_of(session, wish));
    office::Register cases(*session.store, *session.index, *session.country);
    FRIST_TRY(std::vector<office::Id> ids, cases.ids(ask));
    if (wish.limit > 0 && ids.size() > static_cast<std::size_t>(wish.limit))
        ids.resize(static_cast<std::size_t>(wish.limit));
    json::array array;
    for (const office::Id id : ids) {
        FRIST_TRY(const office::CaseRow row, office::case_row(session.desk(), id));
        FRIST_TRY(const Customer customer, customer_of(session, row.state.debtor));
        FRIST_TRY(const std::string kid, session.store->kid_of_case(session.creditor, id));
        FRIST_TRY(const rules::Balance balance,
                  placed(rules::balance_on(row.state, session.today, *session.country), id, session.today));
        if (program.json)
            array.push_back(json_of_row(row, balance, customer, kid));
        else
            print_line(row, balance, customer);
    }
    if (program.json) {
        print_json(array);
    } else if (ids.empty()) {
        const bool narrowed = wish.open_only || !(wish.state.empty() && wish.customer.empty() && wish.due.empty() && wish.text.empty());
        std::cout << (narrowed ? "No case is like that; leave a filter out.\n" : "There is no case yet. Make some of what is overdue: frist import FILE, then frist start --all.\n");
    }
    return exit_done;
}

}  // namespace

Result<Customer> customer_of(const Session& session, office::Id debtor) {
    FRIST_TRY(const auto row, session.store->debtor(session.creditor, debtor));
    if (!row) return Customer{};
    FRIST_TRY(const office::DebtorRecord record, office::debtor_record(row->record));
    return Customer{row->key.starts_with("name:") ? std::string() : row->key, record.name};
}

void add_cases(CLI::App& app, Program& program) {
    auto wish = std::make_shared<ListWish>();
    CLI::App* all = app.add_subcommand("cases", "List the cases");
    all->add_option("--state", wish->state, fmt::format("only cases in this state: {}", fmt::join(names_of(cases::State{}), ", ")));
    all->add_flag("--open", wish->open_only, "leave out the closed ones");
    all->add_option("--customer", wish->customer, "only this customer's: the creditor's own number for it");
    all->add_option("--due", wish->due, "only cases that the night or, after a court has decided, a person is to look at on this day or before");
    all->add_option("--text", wish->text,
                    "only cases with these words in the name, customer or organisation number, or an invoice number or "
                    "KID that begins so, a case number or a sum");
    all->add_option("--limit", wish->limit, "at most so many");
    all->callback([&program, wish] { run(program, [&program, wish] { return list(program, *wish); }); });
}

}  // namespace frist::program
