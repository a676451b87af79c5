#include "base/pch.h"
#include "main/debtor.h"
#include "office/authorities.h"
#include "party/contact.h"
#include "rules/balance.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct DebtorWish {
    std::string key;
    std::string born, dead, bankrupt, debt_settlement;
    std::string protect, doubtful, never_electronic;
    std::string street, postal_code, place, country, source = "hand";
    std::string email, mailbox, electronic_agreed;
    std::string municipality, group;
};

Outcome put_day(const std::string& wish, const char* option, std::optional<Date>& to) {
    if (wish.empty()) return done;
    if (wish == "no") {
        to.reset();
        return done;
    }
    FRIST_TRY(to, day_of(wish, option, Date{}));
    return done;
}

void put_truth(const std::string& wish, bool& to) {
    if (!wish.empty()) to = wish == "yes";
}

Outcome take_electronic(const DebtorWish& wish, office::DebtorRecord& debtor, Date today) {
    if (!wish.email.empty()) {
        const std::string to = wish.email == "no" ? "" : wish.email;
        if (!to.empty() && !party::email_shaped(to)) return Error{"debtor.email", "--email", "is not an e-mail address", "Write it as name@host, or no."};
        debtor.email = to;
        debtor.email_bounced_on.reset();   // a person has looked at it
    }
    if (!wish.mailbox.empty()) debtor.mailbox = wish.mailbox == "no" ? "" : wish.mailbox;
    FRIST_TRY_DONE(put_day(wish.electronic_agreed, "--electronic-agreed", debtor.electronic_agreed_on));
    if (debtor.electronic_agreed_on && *debtor.electronic_agreed_on > today) return Error{"debtor.day", "--electronic-agreed", "the day has not come", "Give a day that has been."};
    return done;
}

Outcome named_option(const Result<law::Municipality>& found, const char* option) {
    if (found.ok()) return done;
    return Error{found.error().code, option, found.error().message, found.error().remedy};
}

Outcome take(const DebtorWish& wish, office::DebtorRecord& debtor, Date today) {
    FRIST_TRY_DONE(put_day(wish.born, "--born", debtor.born));
    FRIST_TRY_DONE(put_day(wish.dead, "--dead", debtor.dead_on));
    FRIST_TRY_DONE(put_day(wish.bankrupt, "--bankrupt", debtor.bankrupt_on));
    FRIST_TRY_DONE(put_day(wish.debt_settlement, "--debt-settlement", debtor.debt_settlement_on));
    for (const auto& day : {debtor.born, debtor.dead_on, debtor.bankrupt_on, debtor.debt_settlement_on})
        if (day && *day > today) return Error{"debtor.day", "debtor", "the day " + text(*day) + " has not come", "Give a day that has been."};
    put_truth(wish.never_electronic, debtor.never_electronic);
    if (!wish.group.empty()) debtor.group = wish.group == "no" ? "" : wish.group;
    if (!office::good_group(debtor.group)) return Error{"debtor.group", "--group", "is no name of a group", "Use one line of at most 60 characters, or no."};
    const bool address = !wish.street.empty() || !wish.postal_code.empty() || !wish.place.empty() || !wish.country.empty();
    if (wish.protect == "yes") {
        if (address) return Error{"debtor.protected", "--protected", "a protected address is not kept here", "Leave the address out."};
        office::protect(debtor);
    } else if (wish.protect == "no") {
        debtor.protected_address = false;
    }
    if (address) {
        if (debtor.protected_address) return Error{"debtor.protected", "--street", "the debtor's address is protected and is not kept here", "Say --protected no first when it no longer is."};
        office::PostalAddress to;
        to.street = wish.street;
        to.postal_code = wish.postal_code;
        to.place = wish.place;
        if (!wish.country.empty()) to.country = wish.country;
        if (!to.complete()) return Error{"debtor.address", "--postal-code", "an address has a postal code and a place", "Give the whole address."};
        office::move_to(debtor, to, wish.source, today);
    }
    if (!wish.municipality.empty()) {
        debtor.municipality = wish.municipality == "no" ? "" : wish.municipality;
        FRIST_TRY(const law::Offices* const offices, office::offices());
        if (!debtor.municipality.empty()) FRIST_TRY_DONE(named_option(offices->municipality(debtor.municipality), "--municipality"));
    }
    put_truth(wish.doubtful, debtor.address_doubtful);
    return take_electronic(wish, debtor, today);
}

Result<json::array> cases_of(const Session& session, office::Id debtor) {
    office::CaseFilter filter;
    filter.debtor = debtor;
    FRIST_TRY(const auto rows, session.store->cases(session.creditor, filter));
    json::array list;
    for (const office::CaseRow& row : rows) {
        FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, session.today, *session.country));
        list.push_back(json::object{{"case", row.state.id}, {"state", name_of(row.state.state())}, {"total", text(balance.total())}});
    }
    return list;
}

void print_words(const office::DebtorRow& row, const office::DebtorRecord& debtor, const json::array& cases) {
    std::cout << fmt::format("{}  {} ({}, {})\n", row.key, debtor.name, name_of(debtor.kind), name_of(debtor.relation));
    if (debtor.protected_address) std::cout << "  the address is protected and is not kept here\n";
    else if (debtor.address.complete())
        std::cout << fmt::format("  {}{}{}{}\n", fmt::join(debtor.address.lines(), ", "), debtor.address_source.empty() ? "" : "; from " + debtor.address_source,
                                 debtor.address_since ? " since " + text(*debtor.address_since) : "", debtor.address_doubtful ? "; doubtful" : "");
    else std::cout << "  no postal address\n";
    if (debtor.ledger && !debtor.ledger->address.lines().empty())
        std::cout << fmt::format("  the ledger has another address{}: {}; set the one that holds with --street, --postal-code and --place\n",
                                 debtor.ledger->address_since ? " since " + text(*debtor.ledger->address_since) : "", fmt::join(debtor.ledger->address.lines(), ", "));
    if (!debtor.municipality.empty()) std::cout << fmt::format("  municipality {}\n", debtor.municipality);
    for (const office::EarlierAddress& earlier : debtor.earlier_addresses)
        std::cout << fmt::format("  before {}: {}{}\n", text(earlier.until), fmt::join(earlier.address.lines(), ", "), earlier.source.empty() ? "" : "; from " + earlier.source);
    const auto day = [](const char* what, const std::optional<Date>& on) {
        if (on) std::cout << fmt::format("  {} {}\n", what, text(*on));
    };
    day("born", debtor.born);
    day("died", debtor.dead_on);
    day("bankrupt since", debtor.bankrupt_on);
    day("debt settlement since", debtor.debt_settlement_on);
    if (!debtor.email.empty()) std::cout << fmt::format("  {}{}\n", debtor.email, debtor.email_bounced_on ? "; came back on " + text(*debtor.email_bounced_on) + ", gets nothing more" : "");
    if (!debtor.mailbox.empty()) std::cout << fmt::format("  digital mailbox {}\n", debtor.mailbox);
    day("agreed to e-mail on", debtor.electronic_agreed_on);
    for (const office::AddressCheck& check : debtor.checks)
        std::cout << fmt::format("  looked up on {} in the {} register{}: {}\n", text(check.on), check.where, check.by.empty() ? "" : " by " + check.by, check.result);
    if (!debtor.group.empty()) std::cout << fmt::format("  group {}\n", debtor.group);
    if (debtor.never_electronic) std::cout << "  wants nothing electronic\n";
    for (const json::value& value : cases) {
        const json::object& one = value.as_object();
        std::cout << fmt::format("  case {:<6} {:<16} {:>12} open\n", one.at("case").as_int64(), std::string_view(one.at("state").as_string()), std::string_view(one.at("total").as_string()));
    }
}

Result<int> print(const Program& program, const Session& session, const office::DebtorRow& row, const office::DebtorRecord& debtor) {
    FRIST_TRY(const json::array cases, cases_of(session, row.id));
    if (program.json) print_json(json::object{{"key", row.key}, {"debtor", to_json(debtor)}, {"cases", cases}});
    else print_words(row, debtor, cases);
    return exit_done;
}

Result<int> show(const Program& program, const DebtorWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::DebtorRow row, debtor_of(session, wish.key));
    FRIST_TRY(const office::DebtorRecord debtor, office::debtor_record(row.record));
    return print(program, session, row, debtor);
}

Result<int> set(const Program& program, const DebtorWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::DebtorRow row, debtor_of(session, wish.key));
    FRIST_TRY(office::DebtorRecord debtor, office::debtor_record(row.record));
    const office::DebtorRecord before = debtor;
    FRIST_TRY_DONE(take(wish, debtor, session.today));
    office::set_by_person(debtor, before);
    FRIST_TRY_DONE(put_debtor(session, row.key, debtor));
    return print(program, session, row, debtor);
}

}  // namespace

Result<office::DebtorRow> debtor_of(const Session& session, const std::string& key) {
    for (const std::string& name : {key, "name:" + key}) {
        FRIST_TRY(const auto row, session.store->debtor_of_key(session.creditor, name));
        if (row) return *row;
    }
    return Error{"debtor.unknown", "KEY", "no customer has this number or name", "Use the creditor's own number for the customer."};
}

Outcome put_debtor(const Session& session, const std::string& key, const office::DebtorRecord& debtor) {
    return session.store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const office::Id id, session.store->put_debtor(session.creditor, key, office::stored(debtor)));
        return done;
    });
}

void add_debtor(CLI::App& app, Program& program) {
    auto wish = std::make_shared<DebtorWish>();
    CLI::App* one = app.add_subcommand("debtor", "A customer: what is known of the person or firm, and its cases");
    one->add_option("KEY", wish->key, "the creditor's own number for the customer, or its name")->required();
    one->require_subcommand(1);
    one->add_subcommand("show", "Address, what keeps letters back, and the cases")->callback([&program, wish] { run(program, [&program, wish] { return show(program, *wish); }); });
    add_look_up(one, program, wish->key);
    CLI::App* changed = one->add_subcommand("set", "Change what is known");
    const auto yes_no = [&](const char* option, std::string& to, const char* about) { changed->add_option(option, to, about)->check(CLI::IsMember({"yes", "no"})); };
    changed->add_option("--born", wish->born, "the day of birth, or no");
    changed->add_option("--dead", wish->dead, "the day of death, or no");
    changed->add_option("--bankrupt", wish->bankrupt, "the day the estate was opened, or no");
    changed->add_option("--debt-settlement", wish->debt_settlement, "the day debt settlement was opened, or no");
    yes_no("--protected", wish->protect, "yes or no: the address is protected and is not kept here, nor any before it");
    yes_no("--doubtful", wish->doubtful, "yes or no: the address is doubtful");
    yes_no("--never-electronic", wish->never_electronic, "yes or no: everything goes on paper");
    changed->add_option("--group", wish->group, "the creditor's own word for customers of a kind, or no");
    changed->add_option("--email", wish->email, "the e-mail address, or no");
    changed->add_option("--mailbox", wish->mailbox, "the address of the digital mailbox, or no");
    changed->add_option("--electronic-agreed", wish->electronic_agreed, "the day the debtor agreed to e-mail, or no");
    changed->add_option("--street", wish->street, "street or box");
    changed->add_option("--postal-code", wish->postal_code, "postal code");
    changed->add_option("--place", wish->place, "post town");
    changed->add_option("--country", wish->country, "two letters, when it is abroad");
    changed->add_option("--municipality", wish->municipality, "the number of the municipality that the debtor lives or works in, or no: by the postal code");
    changed->add_option("--source", wish->source, "where the address comes from: hand, register, post");
    changed->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });
}

}  // namespace frist::program
