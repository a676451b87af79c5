#include "main/machine.h"

#include "base/pch.h"
#include "main/backup.h"
#include "office/practice.h"
#include "print/press.h"
#include "store/backup.h"
#include "store/exit_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace frist::program {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t mb = std::int64_t{1024} * 1024;
constexpr std::int64_t largest_log_mb = 256;
constexpr std::int64_t some_letters = 200;
constexpr int quiet_days = 92;

std::int64_t size_of(const std::string& file) {
    std::error_code wrong;
    const auto size = fs::file_size(file, wrong);
    return wrong ? 0 : static_cast<std::int64_t>(size);
}

std::string folder_of(const std::string& file) {
    const std::string folder = fs::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

void look_at_rights(const std::string& path, mode_t others, const char* remedy, const char* why, Findings& found) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0 || (about.st_mode & others) == 0) return;
    found.push_back({{"doctor.rights", path, (others & 070) != 0 ? "can be opened by others than its owner" : "can be opened by everybody on this machine", fmt::format("chmod {} {}", remedy, path)}, why});
}

// A folder that nobody holds was left by a process that was killed.
void look_for_leftovers(const std::string& path, Findings& found) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0)
        found.push_back({{"doctor.leftover", path, "was left by a backup or a restore that was stopped", "Remove the folder; the next backup does it too."}, "a copy of everything lies there and takes room"});
    ::close(handle);
}

void look_at_room(const Program& program, const HealthWish& wish, Findings& found) {
    struct statvfs disk {};
    if (::statvfs(folder_of(program.database).c_str(), &disk) != 0) return;
    const std::int64_t free_mb = static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize) / mb;
    const std::int64_t wanted = wish.least_free_mb + size_of(program.database) / mb;
    if (free_mb >= wanted) return;
    found.push_back({{"doctor.disk", folder_of(program.database), fmt::format("has {} MB left, and {} are wanted", free_mb, wanted), "Free some space, or move the database to a larger disk."},
                     "on a full disk nothing is kept, and a backup needs room for a copy of the database"});
}

struct Kept {
    std::string place;
    std::string file;
    std::string hash;
};

enum class Lies { well, missing, changed };

Lies lies(const Kept& letter, const std::vector<std::string>& folders, std::int64_t creditor) {
    Lies how = Lies::missing;
    for (const std::string& folder : folders)
        for (const std::string& at : {fmt::format("{}/{}", folder, letter.file), fmt::format("{}/{}/{}", folder, creditor, letter.file)}) {
            const Result<std::string> hash = store::hash_of_file(at);
            if (hash.ok() && *hash == letter.hash) return Lies::well;
            if (hash.ok()) how = Lies::changed;
        }
    return how;
}

class Letters {
public:
    explicit Letters(const HealthWish& wish) : wish_(wish) {}

    // The row on which `query` stands.
    void look(const store::Query& query) {
        const Kept letter{fmt::format("creditor {} case {} letter {}", query.whole(0), query.whole(1), query.whole(2)), query.word(3), query.word(4)};
        switch (lies(letter, wish_.letters, query.whole(0))) {
            case Lies::well: break;
            case Lies::missing: note(missing_, first_missing_, letter); break;
            case Lies::changed: note(changed_, first_changed_, letter); break;
        }
        ++looked_;
    }

    [[nodiscard]] Findings found() const {
        Findings found;
        const char* why = "the PDF is the proof of what the debtor was sent; a case that goes to court needs it";
        if (missing_ > 0)
            found.push_back({{"doctor.letter_missing", first_missing_, fmt::format("{} of {} letters that were looked at are not in the folder of letters, this one first", missing_, looked_),
                              "Name every folder of letters with --letters, or bring the PDFs back from a backup."}, why});
        if (changed_ > 0)
            found.push_back({{"doctor.letter_changed", first_changed_, fmt::format("{} of {} letters that were looked at are not the files that left, this one first", changed_, looked_), "Bring the PDFs back from a backup."}, why});
        return found;
    }

private:
    static void note(std::int64_t& count, std::string& first, const Kept& letter) {
        if (++count == 1) first = fmt::format("{} {}", letter.place, letter.file);
    }
    const HealthWish& wish_;
    std::int64_t looked_ = 0, missing_ = 0, changed_ = 0;
    std::string first_missing_, first_changed_;
};

// What a clock on the wall is ahead of universal time on a day.
int minutes_ahead(int month) {
    std::tm wall{};
    wall.tm_year = 126;
    wall.tm_mon = month - 1;
    wall.tm_mday = 15;
    wall.tm_hour = 12;
    wall.tm_isdst = -1;
    std::mktime(&wall);
    return static_cast<int>(wall.tm_gmtoff / 60);
}

}  // namespace

Findings file_findings(const Program& program, const HealthWish& wish) {
    Findings found;
    const char* why = "names, addresses and debts of people stand in it";
    look_at_rights(program.database, 007, "600", why, found);
    look_at_rights(program.database + "-wal", 007, "600", why, found);
    look_at_rights(wish.key_file, 077, "600", "whoever has it and the database can make every second factor", found);
    for (const std::string& folder : wish.letters) look_at_rights(folder, 007, "700", why, found);
    look_for_leftovers(program.database + ".backup", found);
    look_for_leftovers(program.database + ".restoring", found);
    look_at_room(program, wish, found);
    if (const std::int64_t log = size_of(program.database + "-wal") / mb; log > largest_log_mb)
        found.push_back({{"doctor.wal", program.database + "-wal", fmt::format("has grown to {} MB", log), "End what holds the database open for long (a report, a backup, a program that was forgotten); the next write clears it."},
                         "the log of writes grows while somebody reads the same moment on and on; reading becomes slow"});
    return found;
}

Result<Findings> letter_findings(const store::Reader& reader, const HealthWish& wish, Date today) {
    Letters letters(wish);
    FRIST_TRY(store::Query creditors, reader.ask("SELECT creditor, (SELECT max(case_id) FROM letter l WHERE l.creditor = c.creditor) FROM creditor c"));
    FRIST_TRY(store::Query all, reader.ask("SELECT creditor, case_id, letter, file, sha256 FROM letter WHERE creditor = ?1 AND case_id >= ?2 AND case_id < ?3 AND state = 'sent' AND file <> '' ORDER BY case_id, letter LIMIT ?4"));
    while (true) {
        FRIST_TRY(const bool row, creditors.step());
        if (!row) return letters.found();
        const std::int64_t creditor = creditors.whole(0);
        const std::int64_t last = creditors.whole(1);
        const bool few = wish.thorough || last <= some_letters;
        // Of many one from each stretch of cases, another one each day.
        const std::int64_t stretch = few ? last + 1 : last / some_letters + 1;
        const std::int64_t begin = few ? 0 : today.days_since_1970() % stretch;
        for (std::int64_t first = begin; first <= last; first += stretch) {
            all.again().bind(creditor).bind(first).bind(first + stretch).bind(few ? std::int64_t{-1} : std::int64_t{1});
            while (true) {
                FRIST_TRY(const bool there, all.step());
                if (!there) break;
                letters.look(all);
            }
        }
    }
}

Result<Findings> backup_findings(const store::Reader& reader, const HealthWish& wish, Date today) {
    FRIST_TRY(const std::int64_t events, reader.whole("SELECT max(last_link) FROM creditor"));
    FRIST_TRY(store::Query query, reader.ask("SELECT value FROM site WHERE name = ?1"));
    FRIST_TRY(const bool row, query.bind(store::last_backup).step());
    const std::optional<store::LastBackup> last = row ? store::last_backup_of(query.word(0)) : std::nullopt;
    const char* why = "whatever happens to this machine, what was done since the last backup is lost";
    const char* remedy = "frist backup --to FILE --key-file KEY from a timer each night, and keep the files elsewhere: docs/operate/backup.md.";
    if (events == 0) return Findings{};
    if (!last) return Findings{{{"doctor.no_backup", "backup", "no backup was made yet", remedy}, why}};
    Findings found;
    if (today - last->made.day > Days{wish.backup_days}) found.push_back({{"doctor.backup_old", "backup", fmt::format("the last one is of {}", text(last->made.day)), remedy}, why});
    if (!last->checked) found.push_back({{"doctor.backup_unchecked", "backup", fmt::format("the one of {} was not read back", text(last->made.day)), "Leave out --no-check."}, "whether it can be restored is known when it is too late"});
    return found;
}

Result<Findings> clock_findings(const store::Reader& reader, Date today) {
    FRIST_TRY(store::Query query, reader.ask("SELECT c.org_number, (SELECT stored FROM event e WHERE e.creditor = c.creditor ORDER BY link DESC LIMIT 1), "
                                             "EXISTS (SELECT 1 FROM case_row r WHERE r.creditor = c.creditor AND r.next_look IS NOT NULL) FROM creditor c WHERE c.last_link > 0 AND c.org_number <> ?1"));
    query.bind(office::practice_number);
    Findings found;
    while (true) {
        FRIST_TRY(const bool row, query.step());
        if (!row) return found;
        const Result<Date> last = Date::parse(query.word(1));
        if (!last.ok()) continue;
        const std::string place = "creditor " + query.word(0);
        if (*last > today)
            found.push_back({{"doctor.clock", place, fmt::format("something happened here on {}, and this machine has {}", text(*last), text(today)), "Set the clock of this machine, and let it follow a time server."},
                             "every deadline and every day of interest follows this clock"});
        else if (query.whole(2) == 1 && today - *last > Days{quiet_days})
            found.push_back({{"doctor.clock", place, fmt::format("nothing happened since {}, though cases are open, and this machine has {}", text(*last), text(today)), "Look whether the clock of this machine is right and whether nights are played."},
                             "every deadline and every day of interest follows this clock"});
    }
}

Findings machine_findings() {
    Findings found;
    if (minutes_ahead(1) != 60 || minutes_ahead(7) != 120)
        found.push_back({{"doctor.zone", "TZ", "the clock of this program is not that of Norway", "Install tzdata, and set the time zone: timedatectl set-timezone Europe/Oslo, or TZ=Europe/Oslo before frist."},
                         "days begin at another hour than for debtors, banks and courts"});
    if (const Result<print::Press> press = print::Press::open(); !press.ok()) found.push_back({press.error(), "no letter can be written"});
    return found;
}

}  // namespace frist::program
