// One file that holds an installation: the database as it is at one moment, the letters it names, and the key that seals second
// factors; sealed (sealed.h), and readable as a tar once it is opened (docs/operate/backup.md, docs/adr/0028). What is written
// down of a backup that was made stands in the table `site` under `last_backup`.
#pragma once
#include "base/moment.h"
#include "store/sealed.h"

#include <functional>
#include <optional>
#include <vector>

namespace frist::store {

inline constexpr std::string_view last_backup = "last_backup";

// Looks through a database that was restored for trial, or for good. Nothing: not looked through.
using BackupCheck = std::function<Outcome(const std::string& database)>;

struct BackupWish {
    std::string database;
    std::string file;                        // that is made; it must not be there
    std::vector<std::string> letters;        // folders in which the PDFs lie
    std::string seal_key;                    // a file that comes along; empty: none
    Moment made;                             // now
    std::string program;                     // its version
    std::string law;                         // the fingerprint of its tables
    int patience_ms = 5000;
    BackupCheck check;
    // Told of each letter that was sent and whose PDF is not found as it left; the backup goes on without it.
    std::function<void(const Error&)> missing;
};

struct BackupTold {
    std::int64_t bytes = 0;                  // of the file
    std::int64_t database_bytes = 0;
    std::int64_t letters = 0;
    std::int64_t missing = 0;
    bool marked = false;                     // the database knows of its backup
};

// While others read and write. Nothing stands under the final name that was not written whole, synced and, with a check, read
// back whole; what it needs meanwhile lies beside the database in DATABASE.backup. Errors backup.*, store.*.
Result<BackupTold> make_backup(const BackupWish& wish, const BackupSecret& secret);

struct LastBackup {
    Moment made;
    std::int64_t bytes = 0;
    bool checked = false;
};
// What stands in `site`; nothing when it is empty or not ours.
std::optional<LastBackup> last_backup_of(const std::string& words);

struct RestoreWish {
    std::string file;
    std::string database;                    // that is made; it must not be there
    std::string letters;                     // the folder that the PDFs go into; it must be free
    std::string seal_key;                    // the file that the key of second factors becomes
    BackupCheck check;
};

struct RestoreTold {
    std::string made;                        // when the backup was made
    std::string program;
    int shape = 0;
    std::int64_t database_bytes = 0;
    std::int64_t letters = 0;
    bool seal_key = false;
};

// All of it or nothing: it is made beside its places and put there when it was read to its end and looked through, the database
// last. Letters and a key that a stopped restore has left are as good. Errors backup.*, restore.*, store.*.
Result<RestoreTold> restore_backup(const RestoreWish& wish, const BackupSecret& secret);

// A backup read to its end. Letters and the key are only counted, the database is written to `database`. Errors backup.*.
Result<RestoreTold> try_backup(const std::string& file, const BackupSecret& secret, const std::string& database);

}  // namespace frist::store
