// forget: who debtors were is erased when nothing is open and no law asks for it any more; without --yes it is only told.
#include "base/pch.h"
#include "main/backup.h"
#include "main/post_room.h"
#include "main/program.h"
#include "store/rooms.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr int debtors_at_once = 1000;

struct ForgetWish {
    std::string key;
    std::vector<std::string> letters;
    bool yes = false;
};

struct Told {
    json::array debtors;
    std::int64_t lines = 0;
    std::int64_t batches = 0;
};

struct Place {
    office::Desk desk;
    const office::CreditorRow& creditor;
    std::string language;
    store::Rooms& rooms;
    const ForgetWish& wish;
};

Outcome remove_papers(const Place& place, office::Id debtor) {
    return office::remove_papers(place.desk, *place.rooms.personal, debtor, [&](const std::string& name) -> Outcome {
        for (const std::string& folder : place.wish.letters) FRIST_TRY_DONE(letters_archive(folder)->forget(name));
        return done;
    });
}

Outcome forget_one(const Place& place, office::Id debtor, Told& told) {
    if (place.wish.yes) {
        FRIST_TRY_DONE(office::forget(place.desk, *place.rooms.personal, debtor, place.language));
        FRIST_TRY_DONE(remove_papers(place, debtor));
    }
    told.debtors.push_back(json::object{{"creditor", place.creditor.org_number}, {"debtor", debtor}});
    return done;
}

// By the creditor's number for the customer, or, once it is forgotten, by its number here.
Result<office::Id> named(const Place& place) {
    for (const std::string& key : {place.wish.key, "name:" + place.wish.key, "name:forgotten:" + place.wish.key}) {
        FRIST_TRY(const auto row, place.rooms.office->debtor_of_key(place.desk.creditor, key));
        if (row) return row->id;
    }
    return Error{"debtor.unknown", "--debtor", "no customer has this number or name", "Use the creditor's own number for the customer."};
}

Outcome one(const Place& place, Told& told) {
    FRIST_TRY(const office::Id debtor, named(place));
    FRIST_TRY(const office::Keeping keep, office::keeping(place.desk, *place.rooms.personal, debtor));
    const Outcome may = office::may_forget(keep, debtor, place.desk.today);
    if (!may.ok()) return may.error();
    return forget_one(place, debtor, told);
}

Outcome all(const Place& place, Told& told) {
    for (office::Id after = 0;;) {
        FRIST_TRY(const std::vector<office::Id> some, place.rooms.personal->debtors_after(place.desk.creditor, after, debtors_at_once));
        for (const office::Id debtor : some) {
            FRIST_TRY(const office::Keeping keep, office::keeping(place.desk, *place.rooms.personal, debtor));
            if (keep.forgotten) {
                if (place.wish.yes) FRIST_TRY_DONE(remove_papers(place, debtor));   // where somebody was cut off
            // One without a case was never collected from: it is a customer of the ledger, which says itself when it goes.
            } else if (keep.trace.cases > 0 && office::may_forget(keep, debtor, place.desk.today).ok()) {
                FRIST_TRY_DONE(forget_one(place, debtor, told));
            }
        }
        if (some.size() < debtors_at_once) return done;
        after = some.back();
    }
}

// Print runs hold letters of many debtors in one file: ORGNO_DAY_all.pdf.
Outcome old_batches(const Place& place, Date kept_no_longer, Told& told) {
    const std::string begin = place.creditor.org_number + "_";
    for (const std::string& folder : place.wish.letters) {
        std::error_code wrong;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, wrong)) {
            const std::string name = entry.path().filename().string();
            if (!name.starts_with(begin) || !name.ends_with("_all.pdf")) continue;
            const Result<Date> day = Date::parse(name.substr(begin.size(), 10));
            if (!day.ok() || *day > kept_no_longer) continue;
            ++told.batches;
            if (place.wish.yes && !fs::remove(entry.path(), wrong)) return Error{"file.write", entry.path().string(), "cannot be removed", "Check the rights of the folder."};
        }
    }
    return done;
}

Outcome of_creditor(const Place& place, Told& told) {
    if (!place.wish.key.empty()) return one(place, told);
    FRIST_TRY_DONE(all(place, told));
    FRIST_TRY(const Date last, office::kept_no_longer(place.desk.country, place.desk.today));
    if (place.wish.yes) {
        std::int64_t lines = 0;
        FRIST_TRY_DONE(place.rooms.office->change([&]() -> Outcome {
            FRIST_TRY(lines, place.rooms.personal->forget_payers(place.desk.creditor, last.next()));
            return done;
        }));
        told.lines += lines;
    }
    return old_batches(place, last, told);
}

void tell(const Program& program, const ForgetWish& wish, Told told) {
    if (program.json) {
        print_json(json::object{{"erased", wish.yes}, {"debtors", std::move(told.debtors)}, {"bank_lines", told.lines}, {"print_runs", told.batches}});
        return;
    }
    for (const json::value& row : told.debtors) std::cout << fmt::format("creditor {}: debtor {}\n", std::string_view(row.at("creditor").as_string()), row.at("debtor").as_int64());
    if (wish.yes) std::cout << fmt::format("{} debtors, the payers of {} bank lines and {} print runs were erased\n", told.debtors.size(), told.lines, told.batches);
    else std::cout << fmt::format("{} debtors and {} print runs need not be kept any more; nothing was erased: say --yes\n", told.debtors.size(), told.batches);
}

Result<int> forget(const Program& program, ForgetWish wish) {
    FRIST_TRY(store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const Moment wall, program.now());
    FRIST_TRY(const auto country, norway());
    if (wish.letters.empty()) {
        FRIST_TRY(wish.letters, letter_folders(program));
    }
    FRIST_TRY(const std::vector<office::CreditorRow> creditors, chosen(*rooms.office, program));
    if (!wish.key.empty() && creditors.size() != 1) return Error{"creditor.which", "--creditor", "there are several creditors", "Name the one whose debtor it is."};
    Told told;
    for (const office::CreditorRow& creditor : creditors) {
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(creditor.record));
        if (record.practice_today) continue;   // it stands on a clock of its own
        FRIST_TRY_DONE(of_creditor({{*rooms.office, *country, creditor.id, wall.day, wall}, creditor, record.language, rooms, wish}, told));
    }
    tell(program, wish, std::move(told));
    return exit_done;
}

}  // namespace

void add_forget(CLI::App& app, Program& program) {
    auto wish = std::make_shared<ForgetWish>();
    CLI::App* command = app.add_subcommand("forget", "Who debtors were is erased when nothing is open and no law asks for it to be kept; cases and books stay");
    command->add_option("--debtor", wish->key, "only this one: the creditor's own number for the customer, or its name (all whose time has come when left out)");
    command->add_option("--letters", wish->letters, "a folder of letters, more than once (those beside the database when left out)");
    command->add_flag("--yes", wish->yes, "erase; without it only what would be erased is told");
    command->callback([&program, wish] { run(program, [&program, wish] { return forget(program, *wish); }); });
}

}  // namespace frist::program
