// debtor KEY look-up: what the business register says of a firm, beside what we have.
#include "base/pch.h"
#include "main/debtor.h"
#include "registers/enhetsregisteret.h"

#include <cstdlib>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

Result<int> look_up(const Program& program, const std::string& key, bool use) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::DebtorRow row, debtor_of(session, key));
    FRIST_TRY(office::DebtorRecord debtor, office::debtor_record(row.record));
    const auto here = [](const Error& error) { return Error{error.code, error.field == "org_number" ? "KEY" : error.field, error.message, error.remedy}; };
    if (debtor.org_number.empty())
        return Error{"debtor.org_number", "KEY", "the debtor has no organisation number", "Persons are looked up by hand: see frist debtor KEY checked --help. A firm gets its number from the ledger."};
    const auto number = office::number_to_look_up(debtor, "");
    if (!number.ok()) return here(number.error());
    const char* other = std::getenv("FRIST_BRREG");
    const auto book = registers::enhetsregisteret(registers::address_of(other == nullptr ? "" : other));
    const auto firm = office::looked_up(*book, *number);
    if (!firm.ok()) return here(firm.error());
    const auto found = office::differences(debtor, *firm);
    const auto warned = office::warnings(debtor, *firm);
    if (use) {
        office::use_register(debtor, *firm, session.today, "");
        FRIST_TRY_DONE(put_debtor(session, row.key, debtor));
    }
    json::array differ;
    for (const office::Difference& one : found) {
        differ.push_back(json::object{{"what", one.what}, {"ours", one.ours}, {"theirs", one.theirs}});
        if (!program.json) std::cout << fmt::format("{:<9} ours:   {}\n{:<9} theirs: {}\n", one.what, one.ours.empty() ? "nothing" : one.ours, "", one.theirs);
    }
    json::array warnings;
    for (const office::FirmWarning& one : warned) {
        warnings.emplace_back(one.says);
        if (!program.json) std::cout << "note: " << one.says << '\n';
    }
    if (program.json) print_json(json::object{{"key", row.key}, {"form", firm->form}, {"municipality", firm->municipality}, {"differences", differ}, {"warnings", warnings}, {"used", use}});
    else if (found.empty()) std::cout << "The register says the same.\n";
    else std::cout << (use ? "Taken over; letters use it from now on.\n" : "frist debtor KEY look-up --use takes it over.\n");
    return exit_done;
}

Result<int> checked(const Program& program, const std::string& key, const std::string& where, const std::string& result, const std::string& on_text, const std::string& by) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const Date on, day_of(on_text, "--on", session.today));
    FRIST_TRY(const office::DebtorRow row, debtor_of(session, key));
    FRIST_TRY(office::DebtorRecord debtor, office::debtor_record(row.record));
    const Outcome taken = office::take_check(debtor, {where, on, result, by}, std::nullopt, session.today);
    if (!taken.ok()) return Error{taken.error().code, "--" + taken.error().field, taken.error().message, taken.error().remedy};
    FRIST_TRY_DONE(put_debtor(session, row.key, debtor));
    if (program.json) {
        print_json(json::object{{"key", row.key}, {"register", where}, {"on", text(on)}, {"result", result}});
        return exit_done;
    }
    if (result == "same") std::cout << "The address is confirmed; letters may leave.\n";
    else if (result == "dead") std::cout << "Say the day of death with frist debtor KEY set --dead DAY; the claim is then told to the estate.\n";
    else std::cout << "No letter leaves until the address is mended: frist debtor KEY set --street … --postal-code … --place … --source population-register\n";
    return exit_done;
}

}  // namespace

void add_look_up(CLI::App* one, Program& program, const std::string& key) {
    auto use = std::make_shared<bool>(false);
    CLI::App* look = one->add_subcommand("look-up", "What the business register says of a firm; FRIST_BRREG names another address of it than data.brreg.no");
    look->add_flag("--use", *use, "take name, address and bankruptcy over");
    look->callback([&program, use, &key] { run(program, [&program, use, &key] { return look_up(program, key, *use); }); });
    struct Wish { std::string where = "population", result, on, by; };
    auto wish = std::make_shared<Wish>();
    CLI::App* hand = one->add_subcommand("checked", "A person has looked a debtor up in a register; the look-up is kept with its day");
    hand->footer("Population register: ask Skatteetaten through the access your firm has (each look-up is logged there and shown to the person).\n"
                 "Compare name, day of birth and address; then say what you found. Directory services may help, but only the register counts.");
    hand->add_option("--register", wish->where, "population or business")->check(CLI::IsMember({"population", "business"}));
    hand->add_option("--result", wish->result, "same, moved, dead or not-found")->required()->check(CLI::IsMember({"same", "moved", "dead", "not-found"}));
    hand->add_option("--on", wish->on, "the day (today when left out)");
    hand->add_option("--by", wish->by, "who looked")->required();
    hand->callback([&program, wish, &key] { run(program, [&program, wish, &key] { return checked(program, key, wish->where, wish->result, wish->on, wish->by); }); });
}

}  // namespace frist::program
