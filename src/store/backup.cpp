#include "store/backup.h"

#include "base/hash.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "store/exit_files.h"
#include "store/reader.h"
#include "store/sqlite_error.h"
#include "store/tar.h"
#include "store/work_folder.h"

#include <unistd.h>

#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr int pages_at_once = 512;
constexpr std::int64_t largest_letter = std::int64_t{256} << 20;

struct Drop {
    std::string path;
    bool kept = false;
    ~Drop() {
        if (!kept) ::unlink(path.c_str());
    }
};

// The database as it is at one moment. Others go on writing: in WAL mode a reader holds nobody up.
Outcome copy_of(const Reader& source, const std::string& to) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(to.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> copy(opened, sqlite3_close);
    if (code != SQLITE_OK) return sqlite_error(opened, code);
    sqlite3_exec(opened, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
    FRIST_TRY_DONE(source.run("BEGIN"));
    FRIST_TRY([[maybe_unused]] const std::int64_t held, source.whole("SELECT count(*) FROM sqlite_master"));
    sqlite3_backup* steps = sqlite3_backup_init(opened, "main", source.database(), "main");
    if (steps == nullptr) return sqlite_error(opened, sqlite3_errcode(opened));
    int step = SQLITE_OK;
    while (step == SQLITE_OK) step = sqlite3_backup_step(steps, pages_at_once);
    const int finished = sqlite3_backup_finish(steps);
    FRIST_TRY_DONE(source.run("COMMIT"));
    if (step == SQLITE_DONE && finished == SQLITE_OK) return done;
    return sqlite_error(finished == SQLITE_OK ? nullptr : opened, finished == SQLITE_OK ? step : finished);
}

// A PDF whole, because its SHA-256 is looked at first; nothing when it is not there or too large for any letter.
std::optional<std::string> bytes_of(const std::string& path) {
    Result<FileIn> in = FileIn::open(path, path);
    std::error_code wrong;
    if (!in.ok() || static_cast<std::int64_t>(fs::file_size(path, wrong)) > largest_letter || wrong) return std::nullopt;
    std::string bytes;
    while (true) {
        const Result<std::string_view> piece = in->piece();
        if (!piece.ok()) return std::nullopt;
        if (piece->empty()) return bytes;
        bytes += *piece;
    }
}

class Archive {
public:
    Archive(SealedOut& out, const BackupWish& wish, std::string sums) : out_(out), tar_(out), wish_(wish), sums_path_(std::move(sums)) {}

    Result<BackupTold> write(const std::string& copy, int shape) {
        FRIST_TRY(sums_, make_sums());
        FRIST_TRY_DONE(manifest(copy, shape));
        FRIST_TRY_DONE(file(copy, "frist.db"));
        if (!wish_.seal_key.empty()) FRIST_TRY_DONE(file(wish_.seal_key, "seal.key"));
        FRIST_TRY_DONE(letters(copy));
        FRIST_TRY([[maybe_unused]] const Written written, sums_->finish());
        FRIST_TRY_DONE(file(sums_path_, "sums.txt"));
        FRIST_TRY_DONE(tar_.finish());
        FRIST_TRY(told_.bytes, out_.finish());
        return told_;
    }

private:
    Result<std::unique_ptr<FileOut>> make_sums() {
        FRIST_TRY(FileOut out, FileOut::make(sums_path_));
        return std::make_unique<FileOut>(std::move(out));
    }

    Outcome keep(const std::string& name, std::string_view bytes) {
        FRIST_TRY_DONE(tar_.begin(name, static_cast<std::int64_t>(bytes.size())));
        FRIST_TRY_DONE(tar_.add(bytes));
        return ended(name);
    }

    // In the form of sha256sum, so that it can be checked without Frist.
    Outcome ended(const std::string& name) {
        FRIST_TRY(const std::string hash, tar_.end());
        return name == "sums.txt" ? Outcome(done) : sums_->add_line(fmt::format("{}  {}", hash, name));
    }

    Outcome file(const std::string& path, const std::string& name) {
        FRIST_TRY(FileIn in, FileIn::open(path, name));
        std::error_code wrong;
        const auto bytes = static_cast<std::int64_t>(fs::file_size(path, wrong));
        if (wrong) return Error{"backup.source", path, "cannot be read", "Check its rights."};
        FRIST_TRY_DONE(tar_.begin(name, bytes));
        while (true) {
            FRIST_TRY(const std::string_view piece, in.piece());
            if (piece.empty()) return ended(name);
            FRIST_TRY_DONE(tar_.add(piece));
        }
    }

    Outcome manifest(const std::string& copy, int shape) {
        std::error_code ignored;
        told_.database_bytes = static_cast<std::int64_t>(fs::file_size(copy, ignored));
        const json::object words{{"format", "frist-backup"}, {"version", backup_version}, {"program", wish_.program}, {"shape", shape}, {"law", wish_.law},
                                 {"made", text(wish_.made)}, {"database_bytes", told_.database_bytes}};
        return keep("manifest.json", json::serialize(words) + "\n");
    }

    Outcome letters(const std::string& copy) {
        FRIST_TRY(const Reader reader, Reader::open(copy, 0));
        FRIST_TRY(Query query, reader.ask("SELECT creditor, case_id, letter, state, file, sha256 FROM letter WHERE file <> '' ORDER BY creditor, case_id, letter"));
        while (true) {
            FRIST_TRY(const bool row, query.step());
            if (!row) return done;
            const std::string place = fmt::format("creditor {} case {} letter {}", query.whole(0), query.whole(1), query.whole(2));
            FRIST_TRY_DONE(letter(query.whole(0), query.word(4), query.word(5), query.word(3) == "sent", place));
        }
    }

    // One that has not left may have been written anew since; it is written again when it is needed.
    Outcome letter(std::int64_t creditor, const std::string& name, const std::string& hash, bool sent, const std::string& place) {
        if (fs::path(name).filename() == name)
            for (const std::string& folder : wish_.letters)
                for (const std::string& beside : {folder, fmt::format("{}/{}", folder, creditor)}) {
                    const std::optional<std::string> bytes = bytes_of(fmt::format("{}/{}", beside, name));
                    if (!bytes || sha256(*bytes) != hash) continue;
                    ++told_.letters;
                    FRIST_TRY_DONE(keep(fmt::format("letters/{}/{}", creditor, name), *bytes));
                    return words(creditor, beside, fs::path(name).replace_extension(".txt").string());
                }
        if (!sent) return done;
        ++told_.missing;
        if (wish_.missing)
            wish_.missing({"backup.letter", place, name + " is not in the folder of the letters, or is not the file that left; the backup is without it",
                           "Name every folder of letters with --letters, or restore the file from an older backup."});
        return done;
    }

    // What an e-mail said beside its PDF.
    Outcome words(std::int64_t creditor, const std::string& folder, const std::string& name) {
        const std::optional<std::string> bytes = bytes_of(fmt::format("{}/{}", folder, name));
        return bytes ? keep(fmt::format("letters/{}/{}", creditor, name), *bytes) : Outcome(done);
    }

    SealedOut& out_;
    TarOut tar_;
    const BackupWish& wish_;
    std::string sums_path_;
    std::unique_ptr<FileOut> sums_;
    BackupTold told_;
};

// What was written is read back, and what comes of it is looked through.
Outcome tried(const BackupWish& wish, const BackupSecret& secret, const std::string& draft, const std::string& database) {
    Result<RestoreTold> told = try_backup(draft, secret, database);
    if (told.ok()) {
        Outcome looked = wish.check(database);
        if (looked.ok()) return looked;
        return Error{"backup.check", wish.file, fmt::format("is not kept: what comes out of it is not in order ({}: {})", looked.error().field, looked.error().message),
                     "The database itself is not in order: see frist verify and frist doctor --thorough. A backup of it as it is: --no-check."};
    }
    return Error{"backup.check", wish.file, "is not kept: it cannot be read back (" + told.error().message + ")", "Check the disk, or write it to another one."};
}

// Raw: a database of an older shape is not brought to the newest by its backup.
bool mark_backup(const BackupWish& wish, std::int64_t bytes) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(wish.database.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
    if (code != SQLITE_OK) return false;
    sqlite3_busy_timeout(opened, wish.patience_ms);
    sqlite3_exec(opened, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(opened, "INSERT INTO site (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", -1, &prepared, nullptr) != SQLITE_OK) return false;
    Query query(prepared);
    const Result<bool> kept = query.bind(last_backup).bind(json::serialize(json::object{{"made", text(wish.made)}, {"bytes", bytes}, {"checked", bool(wish.check)}})).step();
    return kept.ok();
}

}  // namespace

std::optional<LastBackup> last_backup_of(const std::string& words) {
    const Result<json::value> value = parse_json(words);
    if (!value.ok() || !value->is_object()) return std::nullopt;
    const json::object& object = value->get_object();
    const json::value* made = object.if_contains("made");
    const json::value* bytes = object.if_contains("bytes");
    const json::value* checked = object.if_contains("checked");
    if (made == nullptr || !made->is_string() || bytes == nullptr || !bytes->is_int64() || checked == nullptr || !checked->is_bool()) return std::nullopt;
    const Result<Moment> at = Moment::parse(made->get_string());
    if (!at.ok()) return std::nullopt;
    return LastBackup{*at, bytes->get_int64(), checked->get_bool()};
}

Result<BackupTold> make_backup(const BackupWish& wish, const BackupSecret& secret) {
    const Error there{"backup.exists", wish.file, "is there already and is left as it is", "Name a file that is not there yet, with the day in its name."};
    if (is_there(wish.file)) return there;
    FRIST_TRY(const Reader source, Reader::open(wish.database, wish.patience_ms));
    FRIST_TRY(const WorkFolder work, WorkFolder::take(wish.database + ".backup"));
    const std::string draft = wish.file + ".unfinished";
    FRIST_TRY(SealedOut out, SealedOut::make(draft, secret));
    Drop drop{draft};
    const std::string copy = work.in("copy.db");
    if (Outcome copied = copy_of(source, copy); !copied.ok()) {
        Error wrong = copied.error();
        wrong.field = wrong.code == "store.full" ? copy : wish.database;
        return wrong;
    }
    FRIST_TRY(BackupTold told, Archive(out, wish, work.in("sums.txt")).write(copy, source.shape()));
    ::unlink(copy.c_str());
    if (wish.check) FRIST_TRY_DONE(tried(wish, secret, draft, work.in("trial.db")));
    if (is_there(wish.file)) return there;
    if (!put_where_free(draft, wish.file)) return Error{"backup.write", wish.file, "cannot be put in its place", "Check the folder and its rights; nothing was left half done."};
    drop.kept = true;
    told.marked = mark_backup(wish, told.bytes);
    return told;
}

}  // namespace frist::store
