#include "base/pch.h"
#include "letters/facts.h"
#include "main/program.h"
#include "office/courses.h"
#include "office/creditor_check.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

struct Wish {
    std::string org, name, street, postal_code, place, email, phone, account, mode, language, course_person, course_business, vat, vat_registered;
    std::string agency_name, agency_org, agency_street, agency_postal_code, agency_place, agency_email, agency_phone, agency_account, agency_vat_registered;
    std::string window, ea_agreement, ea_symbol;
    int kid_length = -1;
    int ea_level = -1;
};

void add_fields(CLI::App* command, Wish& wish) {
    command->add_option("--name", wish.name, "the creditor's name");
    command->add_option("--street", wish.street, "street or box");
    command->add_option("--postal-code", wish.postal_code, "four digits");
    command->add_option("--place", wish.place, "post town");
    command->add_option("--email", wish.email, "where debtors write");
    command->add_option("--phone", wish.phone, "where debtors call");
    command->add_option("--account", wish.account, "eleven digits: where debtors pay");
    command->add_option("--mode", wish.mode, "self (own claims) or agency");
    command->add_option("--language", wish.language, "nb, nn or en");
    command->add_option("--course-person", wish.course_person, "the course for consumers");
    command->add_option("--course-business", wish.course_business, "the course for businesses");
    command->add_option("--vat-deductible", wish.vat, "yes or no: the creditor can deduct VAT on collection costs");
    command->add_option("--vat-registered", wish.vat_registered, "yes or no: the creditor is in the VAT register, and letters print MVA after its number");
    command->add_option("--kid-length", wish.kid_length, "length of a KID with its check digit");
    command->add_option("--agency-name", wish.agency_name, "the agency that collects for this creditor (mode agency)");
    command->add_option("--agency-org", wish.agency_org, "its organisation number");
    command->add_option("--agency-street", wish.agency_street, "its street or box");
    command->add_option("--agency-postal-code", wish.agency_postal_code, "its postal code");
    command->add_option("--agency-place", wish.agency_place, "its post town");
    command->add_option("--agency-email", wish.agency_email, "where debtors write to it");
    command->add_option("--agency-phone", wish.agency_phone, "where debtors call it");
    command->add_option("--agency-account", wish.agency_account, "its client account, where debtors pay");
    command->add_option("--agency-vat-registered", wish.agency_vat_registered, "yes or no: the agency is in the VAT register");
    command->add_option("--window", wish.window, "the side of the envelope's window: left or right");
    command->add_option("--ea-agreement", wish.ea_agreement, "Posten's address service: the four-digit agreement, or off");
    command->add_option("--ea-level", wish.ea_level, "its level, 0 to 3");
    command->add_option("--ea-symbol", wish.ea_symbol, "its code: code128 or qr");
}

// The mistake with the name of the option: the postal code of the address is told by --postal-code.
Error by_option(Error error) {
    std::string& field = error.field;
    if (field.starts_with("address.")) field.erase(0, 8);
    if (field.starts_with("agency.address.")) field.erase(6, 8);
    if (field.ends_with("org_number")) field.resize(field.size() - 7);
    std::replace(field.begin(), field.end(), '.', '-');
    std::replace(field.begin(), field.end(), '_', '-');
    field.insert(0, "--");
    return error;
}

Outcome take_paper(const Wish& wish, office::CreditorRecord& record) {
    if (!wish.window.empty()) {
        const auto window = enum_of<letters::Window>(wish.window);
        if (!window) return Error{"creditor.window", "--window", "\"" + wish.window + "\" is not known", "Use left or right."};
        record.window = *window;
    }
    if (!wish.ea_symbol.empty()) {
        const auto symbol = enum_of<letters::Symbol>(wish.ea_symbol);
        if (!symbol) return Error{"creditor.ea", "--ea-symbol", "\"" + wish.ea_symbol + "\" is not known", "Use code128 or qr."};
        record.ea_symbol = *symbol;
    }
    if (wish.ea_level >= 0) record.ea_level = wish.ea_level;
    if (!wish.ea_agreement.empty()) record.ea_agreement = wish.ea_agreement == "off" ? "" : wish.ea_agreement;
    if (record.ea_agreement.empty()) return done;
    const Result<std::string> code = letters::code_of({record.ea_agreement, record.ea_level, "1", record.ea_symbol});
    if (!code.ok()) return Error{"creditor.ea", "--ea-" + code.error().field, code.error().message, code.error().remedy};
    return done;
}

Outcome take_yes(const std::string& said, const char* option, bool& to) {
    if (said.empty()) return done;
    if (said != "yes" && said != "no") return Error{"creditor.vat", option, "\"" + said + "\" is not known", "Use yes or no."};
    to = said == "yes";
    return done;
}

Outcome take(const Wish& wish, office::CreditorRecord& record, const std::vector<std::string>& courses) {
    const auto put = [](const std::string& from, std::string& to) {
        if (!from.empty()) to = from;
    };
    put(wish.name, record.name);
    put(wish.street, record.address.street);
    put(wish.postal_code, record.address.postal_code);
    put(wish.place, record.address.place);
    put(wish.email, record.email);
    put(wish.phone, record.phone);
    put(wish.account, record.account);
    put(wish.language, record.language);
    put(wish.course_person, record.course_person);
    put(wish.course_business, record.course_business);
    if (wish.kid_length >= 0) record.kid_length = wish.kid_length;
    put(wish.agency_name, record.agency.name);
    put(wish.agency_org, record.agency.org_number);
    put(wish.agency_street, record.agency.address.street);
    put(wish.agency_postal_code, record.agency.address.postal_code);
    put(wish.agency_place, record.agency.address.place);
    put(wish.agency_email, record.agency.email);
    put(wish.agency_phone, record.agency.phone);
    put(wish.agency_account, record.agency.account);
    FRIST_TRY_DONE(take_paper(wish, record));
    if (!wish.mode.empty()) {
        const auto mode = enum_of<cases::Mode>(wish.mode);
        if (!mode) return Error{"creditor.mode", "--mode", "\"" + wish.mode + "\" is not known", "Use self or agency."};
        record.mode = *mode;
    }
    FRIST_TRY_DONE(take_yes(wish.vat, "--vat-deductible", record.vat_deductible));
    FRIST_TRY_DONE(take_yes(wish.vat_registered, "--vat-registered", record.vat_registered));
    FRIST_TRY_DONE(take_yes(wish.agency_vat_registered, "--agency-vat-registered", record.agency.vat_registered));
    const Outcome settled = office::settle_creditor(record, courses);
    return settled.ok() ? settled : by_option(settled.error());
}

void print_words(const office::CreditorRecord& record) {
    std::cout << fmt::format("{}  {}\n", record.org_number, record.name);
    if (record.address.complete()) std::cout << fmt::format("  {}\n", fmt::join(record.address.lines(), ", "));
    for (const std::string* where : {&record.email, &record.phone})
        if (!where->empty()) std::cout << "  " << *where << '\n';
    std::cout << fmt::format("  account {}, {}, language {}, VAT {}, {}\n  course for consumers {}, for businesses {}\n", record.account, name_of(record.mode), record.language,
                             record.vat_deductible ? "deductible" : "not deductible", record.vat_registered ? "in the VAT register" : "MVA is not printed", record.course_person, record.course_business);
    if (record.kid_length > 0) std::cout << fmt::format("  KID of {} digits\n", record.kid_length);
    if (!record.address.complete()) std::cout << "  Letters need its address: frist creditor set " << record.org_number << " --street … --postal-code … --place …\n";
}

void print(const Program& program, const office::CreditorRecord& record) {
    if (program.json) print_json(to_json(record));
    else print_words(record);
}

Result<int> add(const Program& program, const Wish& wish) {
    FRIST_TRY(Session session, open_store(program, false));
    office::CreditorRecord record;
    record.org_number = wish.org;
    FRIST_TRY_DONE(take(wish, record, office::builtin_course_names()));
    FRIST_TRY_DONE(session.store->change([&]() -> Outcome {
        FRIST_TRY(const office::Id id, session.store->add_creditor(record.org_number, office::stored(record)));
        FRIST_TRY_DONE(session.store->put_register_mark(id, office::register_mark(*session.country)));
        return done;
    }));
    print(program, record);
    return exit_done;
}

Result<int> set(Program program, const Wish& wish) {
    program.creditor = wish.org;
    FRIST_TRY(Session session, open_session(program));
    FRIST_TRY(const auto courses, office::courses(session.desk()));
    FRIST_TRY_DONE(take(wish, session.record, office::names_of_courses(courses)));
    if (!wish.course_person.empty() || !wish.course_business.empty()) {
        const Outcome fit = office::courses_fit(session.desk(), session.record);
        if (!fit.ok()) return by_option(fit.error());
    }
    FRIST_TRY_DONE(keep_creditor(session));
    print(program, session.record);
    return exit_done;
}

// All of them, or the one that --creditor names.
Result<int> show(const Program& program) {
    FRIST_TRY(Session session, open_store(program, false));
    FRIST_TRY(const auto rows, chosen(*session.store, program));
    boost::json::array list;
    for (const office::CreditorRow& row : rows) {
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        if (program.json) list.push_back(to_json(record));
        else print_words(record);
    }
    if (program.json) print_json(list);
    else if (rows.empty()) std::cout << "There is no creditor yet. Add one with frist creditor add.\n";
    return exit_done;
}

Error told_of(const sheets::Fault& fault, const std::string& file) { return Error{fault.code, fmt::format("{}: row {} {}", file, fault.row, fault.column), fault.reason, fault.remedy}; }

// Many from one list, all of them or none; those that are there already stay as they are.
Result<int> import_creditors(const Program& program, const std::string& file, bool dry_run) {
    FRIST_TRY(const std::string bytes, bytes_of(file));
    FRIST_TRY(const office::CreditorList list, office::read_creditors(bytes));
    if (!list.rejected.empty()) {
        for (std::size_t i = 1; i < list.rejected.size(); ++i) tell(Level::error, told_of(list.rejected[i - 1], file));
        return told_of(list.rejected.back(), file);
    }
    FRIST_TRY(Session session, open_store(program, false));
    boost::json::array fresh, known;
    const auto work = [&]() -> Outcome {
        for (const office::CreditorList::Row& one : list.rows) {
            FRIST_TRY(const auto there, session.store->creditor_of_number(one.record.org_number));
            (there ? known : fresh).emplace_back(one.record.org_number);
            if (there || dry_run) continue;
            FRIST_TRY(const office::Id id, session.store->add_creditor(one.record.org_number, office::stored(one.record)));
            FRIST_TRY_DONE(session.store->put_register_mark(id, office::register_mark(*session.country)));
        }
        return done;
    };
    FRIST_TRY_DONE(session.store->change(work));
    if (program.json) print_json(boost::json::object{{"stored", !dry_run}, {"added", fresh}, {"known", known}});
    else std::cout << fmt::format("{} creditors {}, {} were there already\n", fresh.size(), dry_run ? "would be added" : "added", known.size());
    return exit_done;
}

Result<int> init(const Program& program) {
    const bool was_there = !program.database.empty() && std::filesystem::exists(program.database);
    FRIST_TRY(const Session session, open_store(program, true));
    if (program.json) print_json(boost::json::object{{"database", program.shown()}, {"made", !was_there}});
    else std::cout << fmt::format("The database {} {}. Next: frist creditor add.\n", program.shown(), was_there ? "was there already and is in order" : "is ready");
    return exit_done;
}

}  // namespace

void add_creditor(CLI::App& app, Program& program) {
    app.add_subcommand("init", "Make an empty database")->callback([&program] { run(program, [&program] { return init(program); }); });
    CLI::App* creditor = app.add_subcommand("creditor", "The creditors whose claims are collected");
    creditor->require_subcommand(1);
    auto wish = std::make_shared<Wish>();
    CLI::App* added = creditor->add_subcommand("add", "Add a creditor");
    added->add_option("--org", wish->org, "organisation number, nine digits")->required();
    add_fields(added, *wish);
    added->callback([&program, wish] { run(program, [&program, wish] { return add(program, *wish); }); });
    struct Many { std::string file; bool dry_run = false; };
    auto many = std::make_shared<Many>();
    CLI::App* listed = creditor->add_subcommand("import", "Add many creditors from a list, all of them or none; those that are there already stay as they are");
    listed->add_option("FILE", many->file, "CSV, XLSX or ODS with Orgnr, Navn, Kontonr and, when they are there, Adresse, Postnr, Poststed, E-post, Telefon, Språk, Modus and KID-lengde")->required();
    listed->add_flag("--dry-run", many->dry_run, "show what would be added, and store nothing");
    listed->callback([&program, many] { run(program, [&program, many] { return import_creditors(program, many->file, many->dry_run); }); });
    CLI::App* changed = creditor->add_subcommand("set", "Change a creditor");
    changed->add_option("ORGNO", wish->org, "organisation number")->required();
    add_fields(changed, *wish);
    changed->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });
    creditor->add_subcommand("show", "Show the creditors, or the one that --creditor names")->callback([&program] { run(program, [&program] { return show(program); }); });
}

}  // namespace frist::program
