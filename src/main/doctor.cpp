// doctor: what is not well with an installation, why it matters and what to do; nothing is changed.
#include "access/notifications.h"
#include "base/pch.h"
#include "main/backup.h"
#include "main/exit.h"
#include "main/machine.h"
#include "main/people.h"
#include "main/post_room.h"
#include "office/practice.h"
#include "store/backup.h"
#include "store/connection.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr access::Seconds job_patience = access::hours(1);
constexpr const char* damage = "what is read from it may be wrong, and what is written may be lost";

void add(Findings& all, Findings more) {
    for (office::Finding& one : more) all.push_back(std::move(one));
}

bool stands(const Program& program, const office::CreditorRow& row) {
    return row.org_number != office::practice_number && (program.creditor.empty() || row.org_number == program.creditor);
}

// What only a file has: pages, rights, room, letters, backups.
Outcome look_at_file(const Program& program, const HealthWish& wish, const store::Reader& reader, Date today, Findings& found) {
    FRIST_TRY(const std::vector<std::string> pages, store::pages_wrong(reader, wish.thorough));
    for (const std::string& said : pages)
        found.push_back({{"doctor.pages", program.database, "is damaged: " + said, "Let nobody work with it, look at the disk, and restore the latest backup: frist restore."}, damage});
    if (!pages.empty()) return done;
    FRIST_TRY(Findings letters, letter_findings(reader, wish, today));
    add(found, std::move(letters));
    FRIST_TRY(Findings clock, clock_findings(reader, today));
    add(found, std::move(clock));
    if (reader.shape() < store::newest_shape()) {
        found.push_back({{"doctor.older", program.database, fmt::format("has shape {}, and this program has {}: the next command brings it up to date", reader.shape(), store::newest_shape()),
                          "Make a backup, run any command, and ask the doctor again."}, "there is no way back to an older program but a backup"});
        return done;
    }
    FRIST_TRY(Findings backup, backup_findings(reader, wish, today));
    add(found, std::move(backup));
    return done;
}

Outcome look_at_mail(const Program& program, const store::Rooms& rooms, const std::vector<office::CreditorRow>& creditors, Findings& found) {
    bool door = false;
    for (const office::CreditorRow& row : creditors) {
        if (!stands(program, row)) continue;
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        if (record.doors.mail.server.empty()) continue;
        door = true;
        for (const std::string& file : {record.doors.mail.secret_file, record.doors.mail.imap_secret_file})
            if (const Result<std::string> secret = secret_of(file); !secret.ok()) found.push_back({secret.error(), fmt::format("no e-mail of creditor {} leaves", row.org_number)});
    }
    FRIST_TRY(const std::vector<access::PersonRow> people, rooms.access->people());
    bool wanted = false;
    for (const access::PersonRow& person : people) {
        if (person.removed) continue;
        FRIST_TRY(const auto wish, rooms.access->wish(person.id));
        wanted = wanted || (wish && (wish->ready || wish->legal || wish->held));
    }
    FRIST_TRY(const std::string address, access::site_address(*rooms.access));
    if (wanted && (!door || address.empty()))
        found.push_back({{"doctor.mail", "notifications", door ? "are wanted, and the address of the application is not known" : "are wanted, and no creditor has a mail server",
                          door ? "frist site set --address https://…" : "frist channel set email --server …"}, "people who asked to be told are told nothing"});
    FRIST_TRY(const auto waiting, rooms.access->open_mails());
    const auto late = std::count_if(waiting.begin(), waiting.end(), [](const access::MailRow& mail) { return instant_now() - mail.made > access::days(1); });
    if (late > 0)
        found.push_back({{"doctor.mails_wait", "notifications", fmt::format("{} mails wait for more than a day", late), "Let frist serve or frist notify run, and look at frist channel show."}, "one that could not leave for two days is given up"});
    return done;
}

Outcome look_at_house(const store::Rooms& rooms, const HealthWish& wish, Findings& found) {
    FRIST_TRY(const auto job, rooms.jobs->open_job());
    if (job && instant_now() - job->made > job_patience)
        found.push_back({{"doctor.job", fmt::format("job {}", job->id), fmt::format("{}: somebody asked for it at {}, and it is not done", job->what, text(job->made)), "Let frist serve run, and end the job there when it does not go on."},
                         "one job is made at a time, and the others wait behind it"});
    access::ActFilter newest;
    newest.reach.all = true;
    newest.limit = 1;
    FRIST_TRY(const std::vector<access::ActRow> acts, rooms.access->acts(newest));
    if (!acts.empty() && acts.front().at > instant_now() + access::hours(1))
        found.push_back({{"doctor.clock", fmt::format("act {}", acts.front().number), fmt::format("was done at {}, and this machine has {}", text(acts.front().at), text(instant_now())), "Set the clock of this machine, and let it follow a time server."},
                         "sessions, links and deadlines follow this clock"});
    FRIST_TRY(const std::vector<access::PersonRow> people, rooms.access->people());
    for (const access::PersonRow& person : people) {
        FRIST_TRY(const auto factor, rooms.access->factor(person.id));
        if (!factor || std::filesystem::exists(wish.key_file)) continue;
        found.push_back({{"doctor.seal_key", wish.key_file, "is not there, and second factors are sealed with it", "Bring the file back from a backup, or name it with --seal-key."}, "who has a second factor cannot log in"});
        break;
    }
    return done;
}

// By the doors that every store has.
Outcome look_at_rows(const Program& program, const HealthWish& wish, Findings& found) {
    FRIST_TRY(const auto country, norway());
    FRIST_TRY(const Date today, program.today());
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    if (const Outcome fit = rooms.reports->look([&rooms] { return office::chain_ends_fit(*rooms.office); }); !fit.ok()) found.push_back({fit.error(), damage});
    FRIST_TRY(const auto creditors, rooms.office->creditors());
    for (const office::CreditorRow& row : creditors) {
        if (!stands(program, row)) continue;
        FRIST_TRY(Findings more, office::creditor_findings({*rooms.office, *country, row.id, today}, row));
        add(found, std::move(more));
    }
    FRIST_TRY_DONE(look_at_mail(program, rooms, creditors, found));
    FRIST_TRY_DONE(look_at_house(rooms, wish, found));
    if (!wish.thorough) return done;
    FRIST_TRY(const Counted counted, count_again(program));
    for (const Error& error : counted.wrong) found.push_back({error, "what was stored is not what was done"});
    return done;
}

// A store that cannot be read is a finding as well.
Outcome look_at_store(const Program& program, const HealthWish& wish, Date today, Findings& found) {
    if (!store::on_server(program.database)) {
        FRIST_TRY(const store::Reader reader, store::Reader::open(program.database, program.wait_seconds * 1000));
        add(found, file_findings(program, wish));
        FRIST_TRY_DONE(look_at_file(program, wish, reader, today, found));
        const bool damaged = std::any_of(found.begin(), found.end(), [](const office::Finding& one) { return one.what.code == "doctor.pages"; });
        if (damaged || reader.shape() < store::newest_shape()) return done;
    }
    return look_at_rows(program, wish, found);
}

json::object json_of(const office::Finding& one) {
    json::object object = program::json_of(one.what);
    object["why"] = one.why;
    return object;
}

Result<int> examine(const Program& program, HealthWish wish) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE or FRIST_DB."};
    if (wish.letters.empty()) {
        FRIST_TRY(wish.letters, letter_folders(program));
    }
    if (wish.key_file.empty()) {
        FRIST_TRY(wish.key_file, program.beside(".key"));
    }
    FRIST_TRY(const Date today, program.today());
    FRIST_TRY(const law::Book book, law::Book::read("no", embedded::law()));
    FRIST_TRY(const auto country, norway());
    Findings found;
    if (const Outcome looked = look_at_store(program, wish, today, found); !looked.ok()) {
        Error error = looked.error();
        if (error.field == "database") error.field = program.shown();
        found.push_back({std::move(error), "nobody can work with it"});
    }
    add(found, office::law_findings(book, country->confirmed_until(), today));
    add(found, machine_findings());
    if (program.json) {
        json::array list;
        for (const office::Finding& one : found) list.push_back(json_of(one));
        print_json(json::object{{"well", found.empty()}, {"thorough", wish.thorough}, {"findings", std::move(list)}});
    } else if (found.empty()) {
        std::cout << program.shown() << ": all is well\n";
    } else {
        for (const office::Finding& one : found) std::cout << fmt::format("{}\n    {}: {}\n", text(one.what), one.what.code, one.why);
    }
    return found.empty() ? exit_done : exit_failed;
}

}  // namespace

Outcome whole_pages(const std::string& database) {
    FRIST_TRY(const store::Reader reader, store::Reader::open(database, 0));
    FRIST_TRY(const std::vector<std::string> wrong, store::pages_wrong(reader, true));
    if (wrong.empty()) return done;
    return Error{"store.damaged", "database", "is damaged: " + wrong.front(), "Restore the latest backup, then run frist verify."};
}

void add_doctor(CLI::App& app, Program& program) {
    auto wish = std::make_shared<HealthWish>();
    CLI::App* doctor = app.add_subcommand("doctor", "What is not well with this installation, why it matters and what to do; exit 1 when there is something");
    doctor->add_flag("--thorough", wish->thorough, "also count every index, every event and every sum, and look at every letter; takes minutes");
    doctor->add_option("--letters", wish->letters, "a folder of letters, more than once (those beside the database when left out)");
    doctor->add_option("--seal-key", wish->key_file, "the key file of the server (beside the database)");
    doctor->add_option("--least-free", wish->least_free_mb, "how many MB the disk shall have left beside a copy of the database (500)")->check(CLI::NonNegativeNumber);
    doctor->add_option("--backup-days", wish->backup_days, "how old the last backup may be (7)")->check(CLI::NonNegativeNumber);
    doctor->callback([&program, wish] { run(program, [&program, wish] { return examine(program, *wish); }); });
}

}  // namespace frist::program
