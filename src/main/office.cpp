// office show, set and drop: the authorities that answer for a debtor or a place, and what a person found out of them.
#include "base/pch.h"
#include "main/debtor.h"
#include "office/authorities.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string debtor, municipality, postal_code, role, name, street, code, place, source;
};

std::vector<std::string> roles() {
    const auto names = names_of(law::OfficeRole{});
    return {names.begin(), names.end()};
}

Error placed(const Error& error, const char* option) { return Error{error.code, option, error.message, error.remedy}; }

Result<office::Whereabouts> where_of(const Session& session, const Wish& wish, const law::Offices& offices) {
    const int told = static_cast<int>(!wish.debtor.empty()) + static_cast<int>(!wish.municipality.empty()) + static_cast<int>(!wish.postal_code.empty());
    if (told != 1) return Error{"office.which", "--debtor", "it must be clear whose offices are meant", "Give one of --debtor, --municipality and --postal-code."};
    if (!wish.debtor.empty()) {
        FRIST_TRY(const office::DebtorRow row, debtor_of(session, wish.debtor));
        FRIST_TRY(const office::DebtorRecord debtor, office::debtor_record(row.record));
        return office::whereabouts(debtor, offices);
    }
    const bool by_code = wish.municipality.empty();
    const auto found = by_code ? offices.of_postal_code(wish.postal_code) : offices.municipality(wish.municipality);
    if (!found.ok()) return placed(found.error(), by_code ? "--postal-code" : "--municipality");
    return office::Whereabouts{*found, by_code ? "postal code " + wish.postal_code : "as asked"};
}

json::object json_of(const office::Authority& one) {
    return json::object{{"office", names_of(law::OfficeRole{})[static_cast<std::size_t>(one.role)]}, {"name", one.name}, {"seats", one.seats},
                        {"address", json::array(one.address.begin(), one.address.end())}, {"source", one.source}, {"doubts", json::array(one.doubts.begin(), one.doubts.end())}};
}

Result<int> show(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const law::Offices* const offices, office::offices());
    FRIST_TRY(const office::Whereabouts where, where_of(session, wish, *offices));
    json::array list;
    if (!program.json) std::cout << fmt::format("municipality {} {} ({})\n", where.municipality.number, where.municipality.name, where.how);
    for (std::size_t role = 0; role < roles().size(); ++role) {
        const auto one = office::authority(static_cast<law::OfficeRole>(role), where, session.record, *offices, session.today);
        if (!one.ok() && one.error().code != "office.unknown") return one.error();
        if (program.json) {
            if (one.ok()) list.push_back(json_of(*one));
        } else if (!one.ok()) {
            std::cout << fmt::format("{:<19}{}\n", roles()[role], one.error().message);
        } else {
            std::cout << fmt::format("{:<19}{}\n", roles()[role], one->name);
            if (!one->address.empty()) std::cout << fmt::format("{:<19}{}\n", "", fmt::join(one->address, ", "));
            else if (!one->seats.empty()) std::cout << fmt::format("{:<19}sits in {}\n", "", one->seats);
            std::cout << fmt::format("{:<19}from {}\n", "", one->source);
            for (const std::string& doubt : one->doubts) std::cout << fmt::format("{:<19}note: {}\n", "", doubt);
        }
    }
    if (program.json) print_json(json::object{{"municipality", where.municipality.number}, {"name", where.municipality.name}, {"how", where.how}, {"offices", list}});
    return exit_done;
}

Result<law::OfficeRole> role_of(const Wish& wish) {
    const auto role = enum_of<law::OfficeRole>(wish.role);
    FRIST_CHECK(role.has_value());   // the command takes only the roles there are
    return *role;
}

Result<int> keep(const Program& program, Session& session, Wish wish) {
    FRIST_TRY_DONE(keep_creditor(session));
    wish.debtor.clear();
    wish.postal_code.clear();
    return show(program, wish);
}

Result<int> set(const Program& program, const Wish& wish) {
    FRIST_TRY(Session session, open_session(program));
    FRIST_TRY(const law::Offices* const offices, office::offices());
    const auto municipality = offices->municipality(wish.municipality);
    if (!municipality.ok()) return placed(municipality.error(), "--municipality");
    office::OfficeAddress told;
    FRIST_TRY(told.role, role_of(wish));
    FRIST_TRY([[maybe_unused]] const law::Office office, offices->office(told.role, wish.municipality, session.today));
    told.municipality = wish.municipality;
    told.name = wish.name;
    told.address.street = wish.street;
    told.address.postal_code = wish.code;
    told.address.place = wish.place;
    told.source = wish.source;
    told.told = session.today;
    if (!offices->place_of(wish.code)) return Error{"office.postal_code", "--postal-code", "the register of postal codes has no " + wish.code, "Correct it."};
    std::erase_if(session.record.offices, [&](const office::OfficeAddress& one) { return one.role == told.role && one.municipality == told.municipality; });
    session.record.offices.push_back(std::move(told));
    return keep(program, session, wish);
}

Result<int> drop(const Program& program, const Wish& wish) {
    FRIST_TRY(Session session, open_session(program));
    FRIST_TRY(const law::OfficeRole role, role_of(wish));
    if (std::erase_if(session.record.offices, [&](const office::OfficeAddress& one) { return one.role == role && one.municipality == wish.municipality; }) == 0)
        return Error{"office.none", "--municipality", "nothing was told of this office", "See frist office show."};
    return keep(program, session, wish);
}

}  // namespace

void add_office(CLI::App& app, Program& program) {
    CLI::App* one = app.add_subcommand("office", "Conciliation board, enforcement office and district court: which one answers, and where it is");
    one->require_subcommand(1);
    auto wish = std::make_shared<Wish>();
    CLI::App* shown = one->add_subcommand("show", "The three that answer for a debtor or a place");
    shown->add_option("--debtor", wish->debtor, "a customer's number or name");
    shown->add_option("--municipality", wish->municipality, "the number of a municipality");
    shown->add_option("--postal-code", wish->postal_code, "four digits");
    shown->callback([&program, wish] { run(program, [&program, wish] { return show(program, *wish); }); });
    CLI::App* told = one->add_subcommand("set", "Tell the name or address of one; documents use it from then on");
    CLI::App* dropped = one->add_subcommand("drop", "Go back to the program's own table");
    for (CLI::App* sub : {told, dropped}) {
        sub->add_option("OFFICE", wish->role, fmt::format("{}", fmt::join(roles(), ", ")))->required()->check(CLI::IsMember(roles()));
        sub->add_option("--municipality", wish->municipality, "the municipality it answers for; of a court any of its district")->required();
    }
    told->add_option("--name", wish->name, "its name, when the table's is not right");
    told->add_option("--street", wish->street, "street or box")->required();
    told->add_option("--postal-code", wish->code, "four digits")->required();
    told->add_option("--place", wish->place, "post town")->required();
    told->add_option("--source", wish->source, "where you read it")->required();
    told->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });
    dropped->callback([&program, wish] { run(program, [&program, wish] { return drop(program, *wish); }); });
}

}  // namespace frist::program
