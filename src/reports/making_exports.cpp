#include "reports/making_exports.h"

#include "access/acts.h"
#include "access/opening.h"
#include "base/pch.h"
#include "office/practice.h"

namespace frist::reports {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_body = std::size_t{16} * 1024;

Error unknown(Id id) { return {"export.unknown", fmt::format("export {}", id), "there is no such export of yours", "Look at the list of exports."}; }

Outcome fit(const SavedExport& wish) {
    const auto letters = std::count_if(wish.name.begin(), wish.name.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (letters == 0 || static_cast<std::size_t>(letters) > longest_name || wish.name.find_first_not_of(' ') == std::string::npos)
        return Error{"export.name", "name", fmt::format("is empty or longer than {} characters", longest_name), "Give the export a short name."};
    if (wish.body.size() > longest_body) return Error{"export.many", "export", "asks for more creditors and columns than can be saved", "Save less in one export."};
    const int last = wish.every == Every::week ? 7 : wish.every == Every::month ? 31 : 0;
    if (wish.on < (last == 0 ? 0 : 1) || wish.on > last)
        return Error{"export.schedule", "schedule", "is not a day of that", "Give 1 (Monday) to 7 for a week, 1 to 31 for a month, and nothing for each day."};
    return done;
}

bool is_day(const SavedExport& saved, Date day) {
    switch (saved.every) {
        case Every::never: return false;
        case Every::day: return true;
        case Every::week: return day.weekday() == saved.on;
        case Every::month: {
            const bool last = day.next().month() != day.month();
            return day.day() == saved.on || (last && day.day() < saved.on);
        }
    }
    return false;
}

constexpr int longest_wait = 31;   // days between two days of any schedule

// One export on its day: what it holds, or why it cannot be.
struct Content {
    std::string name;
    office::SheetForm form = office::SheetForm::xlsx;
    std::int64_t rows = 0;
    std::optional<office::PassingFile> file;
    std::vector<ExportRoom> rooms;
};

Result<Content> content_of(const ExportHouse& house, const access::Who& who, const SavedExport& saved) {
    FRIST_TRY(const boost::json::value value, parse_json(saved.body));
    FRIST_TRY(JsonObject body, JsonObject::of(value, ""));
    FRIST_TRY(CaseExport ask, case_export(body));
    Content made;
    FRIST_TRY(made.rooms, rooms_of(house, who, ask.creditors, nullptr));
    if (ask.language.empty()) ask.language = "en";
    if (ask.name.empty()) ask.name = "export";
    made.form = ask.form;
    ask.name += " " + text(house.wall.day);
    made.name = file_name(ask);
    FRIST_TRY(const auto out, house.sheet_of(ask.form, export_plan(ask, made.rooms)));
    FRIST_TRY(made.rows, write_cases(ask, made.rooms, *out));
    FRIST_TRY(office::PassingFile file, out->finish());
    made.file.emplace(std::move(file));
    return made;
}

Result<std::optional<Id>> put_file(Exports& exports, const ExportFile& row, const office::PassingFile* file) {
    if (file == nullptr) return exports.add_file(row, "");
    std::optional<Id> id;
    std::int64_t piece = 0;
    FRIST_TRY_DONE(file->each(office::piece_bytes, [&](std::string_view bytes) -> Outcome {
        if (piece++ == 0) {
            FRIST_TRY(id, exports.add_file(row, bytes));
            return done;
        }
        return id ? exports.add_file_piece(*id, piece - 1, bytes) : Outcome(done);
    }));
    return id;
}

// The file and the day, or the reason and the day; in the transaction of the log's lines.
Result<bool> keep(const ExportHouse& house, const access::Who& who, const SavedExport& saved, Date due, const Result<Content>& content) {
    bool fresh = false;
    const Outcome kept = house.exports.change([&]() -> Outcome {
        ExportFile file;
        file.of = saved.id;
        file.person = saved.person;
        file.due = due;
        file.made = house.now;
        file.ends = house.now + export_file_life;
        file.name = content.ok() ? content->name : saved.name;
        if (content.ok()) {
            file.form = content->form;
            file.rows = content->rows;
            std::vector<Id> creditors;
            for (const ExportRoom& room : content->rooms) creditors.push_back(room.desk.creditor);
            file.creditors = access::Reach::of(std::move(creditors));
            FRIST_TRY(file.bytes, content->file->size());
        } else {
            file.code = content.error().code;
            file.message = content.error().message;
        }
        FRIST_TRY(const std::optional<Id> id, put_file(house.exports, file, content.ok() ? &*content->file : nullptr));
        FRIST_TRY_DONE(house.exports.made_for(saved.id, due));
        fresh = id.has_value();
        if (!fresh || !content.ok()) return done;
        for (const ExportRoom& room : content->rooms) FRIST_TRY_DONE(access::write_act(house.porter, who, {"list-export", room.desk.creditor, fmt::format("export {}", saved.id)}, house.now));
        return done;
    });
    if (!kept.ok()) return kept.error();
    return fresh;
}

}  // namespace

Result<SavedExport> own_export(Exports& exports, const access::Who& who, Id id) {
    FRIST_TRY_DONE(access::only_a_person(who));
    FRIST_TRY(std::optional<SavedExport> row, exports.saved_export(id));
    if (!row || row->person != who.person) return unknown(id);
    return std::move(*row);
}

Result<Id> put_export(Exports& exports, const access::Who& who, const SavedExport& wish) {
    FRIST_TRY_DONE(access::only_a_person(who));
    FRIST_TRY_DONE(fit(wish));
    Id id = 0;
    const Outcome kept = exports.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<SavedExport> own, exports.exports_of(who.person));
        const bool there = std::any_of(own.begin(), own.end(), [&](const SavedExport& one) { return one.id == wish.id; });
        if (wish.id != 0 && !there) return unknown(wish.id);
        if (wish.id == 0 && own.size() >= most_exports) return Error{"export.many", "name", fmt::format("there are {} exports already", most_exports), "Take some away first."};
        if (std::any_of(own.begin(), own.end(), [&](const SavedExport& one) { return one.id != wish.id && one.name == wish.name; }))
            return Error{"export.name", "name", "is the name of another export of yours", "Give it another name, or change that one."};
        SavedExport row = wish;
        row.person = who.person;
        FRIST_TRY(id, exports.put_export(row));
        return done;
    });
    if (!kept.ok()) return kept.error();
    return id;
}

Outcome drop_export(Exports& exports, const access::Who& who, Id id) {
    return exports.change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const SavedExport row, own_export(exports, who, id));
        return exports.drop_export(id);
    });
}

std::optional<Date> due_day(const SavedExport& saved, Date today) {
    for (int back = 0; back <= longest_wait; ++back) {
        const Date day = today - Days{back};
        if (day <= saved.since) break;
        if (is_day(saved, day)) return day;
    }
    return std::nullopt;
}

std::optional<Date> next_day(const SavedExport& saved, Date today) {
    for (int ahead = 1; ahead <= longest_wait; ++ahead)
        if (is_day(saved, today + Days{ahead})) return today + Days{ahead};
    return std::nullopt;
}

Result<std::vector<ExportRoom>> rooms_of(const ExportHouse& house, const access::Who& who, const std::vector<std::string>& creditors, office::Progress* progress) {
    FRIST_TRY(const std::vector<office::CreditorRow> rows, house.store.creditors());
    std::vector<ExportRoom> rooms;
    const auto add = [&](const office::CreditorRow& row) -> Outcome {
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        rooms.push_back({{house.store, house.country, row.id, house.wall.day, house.wall, progress}, row.org_number, record.name});
        return done;
    };
    if (creditors.empty()) {
        for (const office::CreditorRow& row : rows)   // practice stands on a clock of its own
            if (row.org_number != office::practice_number && access::may(who, access::Right::export_data, row.id).ok()) FRIST_TRY_DONE(add(row));
        if (rooms.empty()) FRIST_TRY_DONE(access::may(who, access::Right::export_data, std::nullopt));
        return rooms;
    }
    for (const std::string& number : creditors) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const office::CreditorRow& one) { return one.org_number == number; });
        if (row == rows.end()) return access::creditor_unknown();
        FRIST_TRY_DONE(access::may(who, access::Right::export_data, row->id));
        FRIST_TRY_DONE(add(*row));
    }
    return rooms;
}

Outcome fetch(Exports& exports, Id id, const office::PassingFile& file) {
    for (std::int64_t piece = 0;; ++piece) {
        FRIST_TRY(const std::optional<std::string> bytes, exports.file_piece(id, piece));
        if (!bytes) return done;
        FRIST_TRY_DONE(file.append(*bytes));
    }
}

Result<MadeExports> make_due_exports(const ExportHouse& house) {
    MadeExports report;
    FRIST_TRY_DONE(house.exports.change([&] { return house.exports.forget_files(house.now); }));
    FRIST_TRY(const std::vector<SavedExport> all, house.exports.by_themselves());
    for (const SavedExport& saved : all) {
        const std::optional<Date> due = due_day(saved, house.wall.day);
        if (!due) continue;
        FRIST_TRY(const auto person, house.porter.store.person(saved.person));
        if (!person || person->removed) continue;
        FRIST_TRY(const access::Who who, access::who_of(house.porter, *person));
        const Result<Content> content = content_of(house, who, saved);
        if (!content.ok() && content.error().code.starts_with("store.")) return content.error();
        FRIST_TRY(const bool fresh, keep(house, who, saved, *due, content));
        if (fresh && content.ok()) ++report.made;
        if (fresh && !content.ok()) report.failed.push_back({content.error().code, fmt::format("export {}", saved.id), content.error().message, content.error().remedy});
    }
    return report;
}

}  // namespace frist::reports
