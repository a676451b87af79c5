#include "base/pch.h"
#include "base/strict_json.h"
#include "store/backup.h"
#include "store/exit_files.h"
#include "store/reader.h"
#include "store/tar.h"
#include "store/work_folder.h"

#include <unistd.h>

#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::int64_t longest_manifest = 1 << 16;

Error no_inside(const std::string& what) { return {"backup.changed", what, "does not stand in a backup of ours, or not there", "Use another backup."}; }

// What becomes of the parts of a backup while it is read.
class Parts {
public:
    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    virtual ~Parts() = default;
    // Where the bytes of a letter, or of the key (no creditor), go; empty: they are only counted.
    virtual Result<std::string> place_of(std::int64_t creditor, const std::string& name) = 0;
    // They have passed.
    virtual Outcome passed(std::int64_t creditor, const std::string& name, const std::string& sha256) = 0;
};

class Inside {
public:
    Inside(SealedIn& in, std::string database, Parts& parts) : tar_(in), database_(std::move(database)), parts_(parts) {}

    // In the order in which they were written; their sums at the end.
    Result<RestoreTold> read() {
        FRIST_TRY_DONE(manifest());
        FRIST_TRY(std::optional<TarFile> file, tar_.next());
        if (!file || file->name != "frist.db" || file->bytes != told_.database_bytes) return no_inside(file ? file->name : "frist.db");
        FRIST_TRY_DONE(taken(*file, database_));
        FRIST_TRY(file, tar_.next());
        if (file && file->name == "seal.key") {
            FRIST_TRY_DONE(part(0, "seal.key", *file));
            told_.seal_key = true;
            FRIST_TRY(file, tar_.next());
        }
        while (file && file->name != "sums.txt") {
            FRIST_TRY_DONE(letter(*file));
            FRIST_TRY(file, tar_.next());
        }
        if (!file) return no_inside("sums.txt");
        FRIST_TRY_DONE(sums_agree());
        FRIST_TRY(file, tar_.next());
        if (file) return no_inside(file->name);
        return told_;
    }

private:
    Outcome manifest() {
        FRIST_TRY(const std::optional<TarFile> file, tar_.next());
        if (!file || file->name != "manifest.json" || file->bytes > longest_manifest) return no_inside("manifest.json");
        std::string words;
        while (true) {
            FRIST_TRY(const std::string_view piece, tar_.piece());
            if (piece.empty()) break;
            words += piece;
        }
        note(*file);
        const Result<json::value> value = parse_json(words);
        if (!value.ok() || !value->is_object()) return no_inside("manifest.json");
        const json::object& object = value->get_object();
        const auto number = [&](const char* name) { const json::value* one = object.if_contains(name); return one != nullptr && one->is_int64() ? one->get_int64() : -1; };
        const auto word = [&](const char* name) { const json::value* one = object.if_contains(name); return one != nullptr && one->is_string() ? std::string(one->get_string()) : std::string(); };
        if (word("format") != "frist-backup") return no_inside("manifest.json");
        told_.made = word("made");
        told_.program = word("program");
        told_.shape = static_cast<int>(number("shape"));
        told_.database_bytes = number("database_bytes");
        if (number("version") <= backup_version && told_.shape <= newest_shape()) return done;
        return Error{"backup.newer", "manifest.json", fmt::format("was made by a newer version ({}, shape {}; this program knows {})", told_.program, told_.shape, newest_shape()), "Use the newer frist."};
    }

    void note(const TarFile& file) {
        last_ = tar_.sha256();
        sums_.add(fmt::format("{}  {}\n", last_, file.name));
    }

    Outcome taken(const TarFile& file, const std::string& to) {
        std::optional<FileOut> out;
        if (!to.empty()) {
            FRIST_TRY(FileOut made, FileOut::make(to));
            out.emplace(std::move(made));
        }
        while (true) {
            FRIST_TRY(const std::string_view piece, tar_.piece());
            if (piece.empty()) break;
            if (out) FRIST_TRY_DONE(out->add(piece));
        }
        note(file);
        if (out) {
            FRIST_TRY([[maybe_unused]] const Written written, out->finish());
        }
        return done;
    }

    Outcome part(std::int64_t creditor, const std::string& name, const TarFile& file) {
        FRIST_TRY(const std::string to, parts_.place_of(creditor, name));
        FRIST_TRY_DONE(taken(file, to));
        return parts_.passed(creditor, name, last_);
    }

    // "letters/3/x.pdf", and no name that leads elsewhere.
    Outcome letter(const TarFile& file) {
        const std::string_view all = file.name;
        constexpr std::string_view folder = "letters/";
        std::int64_t creditor = 0;
        const std::size_t end = all.find('/', folder.size());
        if (!all.starts_with(folder) || end == std::string_view::npos) return no_inside(file.name);
        const auto [stop, failure] = std::from_chars(all.data() + folder.size(), all.data() + end, creditor);
        const std::string name(all.substr(end + 1));
        if (failure != std::errc{} || stop != all.data() + end || creditor <= 0 || name.empty() || name.front() == '.' || name.find('/') != std::string::npos) return no_inside(file.name);
        FRIST_TRY_DONE(part(creditor, name, file));
        if (!name.ends_with(".txt")) ++told_.letters;
        return done;
    }

    Outcome sums_agree() {
        while (true) {
            FRIST_TRY(const std::string_view piece, tar_.piece());
            if (piece.empty()) break;
        }
        if (tar_.sha256() == sums_.text()) return done;
        return Error{"backup.changed", "sums.txt", "is not what the files add up to", "Use another backup."};
    }

    TarIn tar_;
    std::string database_;
    Parts& parts_;
    RestoreTold told_;
    Sha256 sums_;
    std::string last_;
};

class OnlyCounted final : public Parts {
public:
    Result<std::string> place_of(std::int64_t, const std::string&) override { return std::string(); }
    Outcome passed(std::int64_t, const std::string&, const std::string&) override { return done; }
};

// Letters and key beside their places; where a stopped restore has put them already, they are held against the backup.
class Laid final : public Parts {
public:
    Laid(const RestoreWish& wish, std::string letters, std::string key) : wish_(wish), letters_(std::move(letters)), key_(std::move(key)), there_(!is_free(wish.letters)), key_there_(is_there(wish.seal_key)) {}

    Result<std::string> place_of(std::int64_t creditor, const std::string& name) override {
        if (creditor == 0) return key_there_ ? std::string() : key_;
        if (there_) return std::string();
        FRIST_TRY_DONE(make_folder(letters_));
        laid_ = true;
        const std::string to = fmt::format("{}/{}", letters_, name);
        if (!is_there(to)) return to;
        const std::string own = fmt::format("{}/{}", letters_, creditor);
        FRIST_TRY_DONE(make_folder(own));
        const std::string beside = fmt::format("{}/{}", own, name);
        return is_there(beside) ? std::string() : beside;   // two rows that name one file
    }

    Outcome passed(std::int64_t creditor, const std::string& name, const std::string& sha256) override {
        if (creditor == 0 && key_there_ && !same(wish_.seal_key, sha256)) return Error{"restore.there", wish_.seal_key, "another key is there already", "Move it away, or name with --seal-key a file that is not there yet."};
        if (creditor == 0 || !there_) return done;
        if (same(fmt::format("{}/{}", wish_.letters, name), sha256) || same(fmt::format("{}/{}/{}", wish_.letters, creditor, name), sha256)) return done;
        return Error{"restore.there", wish_.letters, "holds other letters already", "Name with --letters a folder that is not there yet."};
    }

    // The folder of letters stands there whole when it returns.
    Outcome put() {
        if (!key_there_ && is_there(key_) && !put_where_free(key_, wish_.seal_key)) return wrong(wish_.seal_key);
        if (there_ || !laid_) return done;
        std::error_code ignored;
        fs::remove(wish_.letters, ignored);   // an empty one
        return put_in_place(letters_, wish_.letters);
    }

    static Error wrong(const std::string& place) { return {"restore.write", place, "cannot be put in its place", "Check the folder, its rights and the free space."}; }

private:
    static bool same(const std::string& path, const std::string& sha256) {
        const Result<std::string> hash = hash_of_file(path);
        return hash.ok() && *hash == sha256;
    }

    const RestoreWish& wish_;
    std::string letters_;
    std::string key_;
    bool there_;
    bool key_there_;
    bool laid_ = false;
};

Error named(Error error, const std::string& file) {
    if (error.code.starts_with("backup.") && error.field != file) error.field = fmt::format("{} {}", file, error.field);
    return error;
}

}  // namespace

Result<RestoreTold> try_backup(const std::string& file, const BackupSecret& secret, const std::string& database) {
    FRIST_TRY(SealedIn in, SealedIn::open(file, secret));
    OnlyCounted parts;
    Result<RestoreTold> told = Inside(in, database, parts).read();
    if (!told.ok()) return named(told.error(), file);
    return told;
}

Result<RestoreTold> restore_backup(const RestoreWish& wish, const BackupSecret& secret) {
    for (const char* end : {"", "-wal", "-shm", "-journal"})
        if (is_there(wish.database + end)) return Error{"restore.there", wish.database + end, "is there already and is left as it is", "Name with --db a file that is not there yet."};
    FRIST_TRY(SealedIn in, SealedIn::open(wish.file, secret));
    FRIST_TRY(const WorkFolder work, WorkFolder::take(wish.database + ".restoring"));
    Draft letters(wish.letters + ".restoring");
    std::error_code ignored;
    fs::remove_all(letters.folder(), ignored);   // of a restore that was stopped
    Laid laid(wish, letters.folder(), work.in("seal.key"));
    const std::string database = work.in("frist.db");
    Result<RestoreTold> told = Inside(in, database, laid).read();
    if (!told.ok()) return named(told.error(), wish.file);
    if (wish.check) {
        const Outcome looked = wish.check(database);
        if (!looked.ok())
            return Error{"restore.check", wish.file, fmt::format("is whole, but what comes out of it is not in order ({}: {}); nothing was put in its place", looked.error().field, looked.error().message),
                         "Use an older backup, or put it there as it is with --no-check."};
    }
    FRIST_TRY_DONE(laid.put());
    if (!put_where_free(database, wish.database)) return Laid::wrong(wish.database);
    return told;
}

}  // namespace frist::store
