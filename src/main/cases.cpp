// cases: the list, and what it is narrowed down by.
#include "base/pch.h"
#include "main/customer.h"
#include "main/program.h"
#include "rules/balance.h"

#include <cctype>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct ListWish {
    std::string state, customer, due, text;
    bool open_only = false;
    int limit = 0;
};

struct Filter {
    office::CaseFilter rows;
    std::optional<Date> due;      // its next look is on this day or before
    std::string text;             // stands in the name, the customer number, an invoice number or the reference
    int limit = 0;
};

Result<Filter> filter_of(const Session& session, const ListWish& wish) {
    Filter filter;
    filter.rows.open_only = wish.open_only;
    filter.text = wish.text;
    filter.limit = wish.limit;
    if (wish.limit < 0) return Error{"cases.limit", "--limit", "is less than nothing", "Give a number from 1, or leave it out for all."};
    if (!wish.state.empty()) {
        filter.rows.state = enum_of<cases::State>(wish.state);
        if (!filter.rows.state) return Error{"cases.state", "--state", "\"" + wish.state + "\" is not known", fmt::format("Use one of {}.", fmt::join(names_of(cases::State{}), ", "))};
    }
    if (!wish.due.empty()) {
        FRIST_TRY(filter.due, day_of(wish.due, "--due", session.today));
    }
    if (wish.customer.empty()) return filter;
    FRIST_TRY(const auto debtor, session.store->debtor_of_key(session.creditor, wish.customer));
    if (!debtor) return Error{"cases.customer", "--customer", "no customer has this number", "Give the number as the ledger writes it, or look for a name with --text."};
    filter.rows.debtor = debtor->id;
    return filter;
}

// Small and capital letters are the same; letters outside A to Z must be written as they stand.
bool holds(const std::string& text, const std::string& word) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

// The day somebody must look: the night, or a person after a court's decision.
Result<std::optional<Date>> due_day(const Session& session, const office::CaseRow& row) {
    FRIST_TRY(const auto after, placed(session.country->after_decision(row.state), row.state.id, session.today));
    if (!after) return row.next_look;
    return std::optional(row.next_look ? std::min(*row.next_look, after->from) : after->from);
}

bool fits(const Filter& filter, const office::CaseRow& row, std::optional<Date> due, const Customer& customer, const std::string& kid) {
    if (filter.due && (!due || *due > *filter.due)) return false;
    if (filter.text.empty() || holds(customer.label(), filter.text) || holds(kid, filter.text)) return true;
    return std::any_of(row.state.claims.begin(), row.state.claims.end(), [&](const cases::Claim& claim) { return holds(claim.number, filter.text); });
}

json::object json_of_row(const office::CaseRow& row, const rules::Balance& balance, const Customer& customer, const std::string& kid) {
    json::array invoices;
    for (const cases::Claim& claim : row.state.claims) invoices.emplace_back(claim.number);
    return {{"case", row.state.id}, {"state", name_of(row.state.state())}, {"customer", customer.number}, {"kid", kid}, {"invoices", invoices},
            {"principal", text(balance.principal)}, {"total", text(balance.total())}, {"next_look", row.next_look ? json::value(text(*row.next_look)) : json::value(nullptr)}};
}

void print_line(const office::CaseRow& row, const rules::Balance& balance, const Customer& customer) {
    std::cout << fmt::format("case {:<6} {:<16} {:>12} open, {} {}, next look {:<10}  {}\n", row.state.id, name_of(row.state.state()), text(balance.total()), row.state.claims.size(),
                             row.state.claims.size() == 1 ? "claim" : "claims", row.next_look ? text(*row.next_look) : "none", customer.label());
}

Result<int> list(const Program& program, const ListWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(Filter filter, filter_of(session, wish));
    json::array array;
    int found = 0;
    bool more = true;
    while (more) {
        FRIST_TRY(const auto rows, session.store->cases(session.creditor, filter.rows));
        for (const office::CaseRow& row : rows) {
            FRIST_TRY(const Customer customer, customer_of(session, row.state.debtor));
            FRIST_TRY(const std::string kid, session.store->kid_of_case(session.creditor, row.state.id));
            FRIST_TRY(const std::optional<Date> due, due_day(session, row));
            if (!fits(filter, row, due, customer, kid)) continue;
            FRIST_TRY(const rules::Balance balance, placed(rules::balance_on(row.state, session.today, *session.country), row.state.id, session.today));
            if (program.json) array.push_back(json_of_row(row, balance, customer, kid));
            else print_line(row, balance, customer);
            if (++found == filter.limit) break;
        }
        more = static_cast<int>(rows.size()) == filter.rows.limit && (filter.limit == 0 || found < filter.limit);
        if (more) filter.rows.after = rows.back().state.id;
    }
    if (program.json) {
        print_json(array);
    } else if (found == 0) {
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
    all->add_option("--text", wish->text, "only cases with these signs in the name, customer number, invoice number or KID");
    all->add_option("--limit", wish->limit, "at most so many");
    all->callback([&program, wish] { run(program, [&program, wish] { return list(program, *wish); }); });
}

}  // namespace frist::program
