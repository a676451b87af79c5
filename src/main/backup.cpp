// backup and restore: one sealed file that holds an installation, and an installation out of it.
#include "main/backup.h"

#include "base/pch.h"
#include "main/exit.h"
#include "main/people.h"
#include "store/backup.h"
#include "store/connection.h"

#include <sys/stat.h>

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct BackupWishes {
    std::string to, from, make_key, key_file, passphrase_file, seal_key;
    std::vector<std::string> letters;
    std::string letters_folder;
    bool no_check = false;
};

Outcome named_database(const Program& program, const char* remedy) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", remedy};
    if (!store::on_server(program.database)) return done;
    return Error{"backup.engine", "--db", "is a database of a PostgreSQL server, which is backed up by its own tools", "Use pg_dump or pg_basebackup: docs/operate/backup.md tells how, and what to do with the letters."};
}

// Words are read from standard input for "-".
Result<store::BackupSecret> secret_of(const BackupWishes& wishes) {
    if (wishes.key_file.empty() == wishes.passphrase_file.empty())
        return Error{"backup.secret", "--key-file", wishes.key_file.empty() ? "nothing is named that seals the backup" : "one secret seals a backup, and two are named",
                     "Name a key with --key-file (frist backup --make-key FILE makes one), or a file with a passphrase with --passphrase-file."};
    if (!wishes.key_file.empty()) return store::BackupSecret::of_key_file(wishes.key_file);
    std::string words;
    if (wishes.passphrase_file == "-") {
        std::getline(std::cin, words);
    } else {
        struct stat about {};
        if (::stat(wishes.passphrase_file.c_str(), &about) == 0 && (about.st_mode & 077) != 0) return Error{"backup.passphrase", wishes.passphrase_file, "others can read the passphrase", "chmod 600 the file."};
        FRIST_TRY(words, bytes_of(wishes.passphrase_file));
        words.resize(std::min(words.size(), words.find('\n')));
    }
    return store::BackupSecret::of_words(std::move(words));
}

// Everything is counted a second time, in a database that is somewhere else.
store::BackupCheck check_of(const Program& program, bool no_check) {
    if (no_check) return {};
    return [&program](const std::string& database) -> Outcome {
        FRIST_TRY_DONE(whole_pages(database));
        Program trial = program;
        trial.database = database;
        trial.creditor.clear();
        return in_order(trial);
    };
}

Result<std::vector<std::string>> folders_of(const Program& program, const std::vector<std::string>& named) {
    std::error_code wrong;
    for (const std::string& folder : named)
        if (!fs::is_directory(folder, wrong)) return Error{"backup.letters", folder, "there is no such folder", "Name a folder that letters were written to."};
    return named.empty() ? letter_folders(program) : Result<std::vector<std::string>>(named);
}

Result<int> make_key(const std::string& file) {
    FRIST_TRY_DONE(store::make_backup_key(file));
    std::cout << file << ": a new key. Keep a copy of it away from this machine and from the backups: without it nobody can read them.\n";
    return exit_done;
}

Result<int> back_up(const Program& program, const BackupWishes& wishes) {
    FRIST_TRY_DONE(named_database(program, "Name one with --db FILE or FRIST_DB."));
    FRIST_TRY(const store::BackupSecret secret, secret_of(wishes));
    FRIST_TRY(const auto country, norway());
    store::BackupWish wish;
    wish.database = program.database;
    wish.file = wishes.to;
    FRIST_TRY(wish.letters, folders_of(program, wishes.letters));
    FRIST_TRY(const std::string usual, program.beside(".key"));
    wish.seal_key = wishes.seal_key.empty() && fs::exists(usual) ? usual : wishes.seal_key;
    if (!wish.seal_key.empty() && !fs::is_regular_file(wish.seal_key)) return Error{"file.missing", wish.seal_key, "cannot be opened", "Check the name and the rights of the file."};
    FRIST_TRY(wish.made, program.now());
    wish.program = FRIST_VERSION;
    wish.law = country->fingerprint();
    wish.patience_ms = program.wait_seconds * 1000;
    wish.check = check_of(program, wishes.no_check);
    wish.missing = [](const Error& error) { tell(Level::finding, error); };
    FRIST_TRY(const store::BackupTold told, store::make_backup(wish, secret));
    if (!told.marked)
        tell(Level::warning, {"backup.mark", program.database, "does not know of its backup: it is of an older shape, or was busy", "The backup is good; frist doctor will ask for another one."});
    if (program.json) {
        print_json(json::object{{"file", wish.file}, {"made", text(wish.made)}, {"bytes", told.bytes}, {"database_bytes", told.database_bytes}, {"letters", told.letters}, {"letters_missing", told.missing},
                                {"seal_key", !wish.seal_key.empty()}, {"checked", !wishes.no_check}});
        return exit_done;
    }
    std::cout << fmt::format("{}: {} bytes, {} letters{}; {}\n", wish.file, told.bytes, told.letters, told.missing > 0 ? fmt::format(", {} are missing", told.missing) : "",
                             wishes.no_check ? "not read back" : "read back, and everything in it counted again: all in order");
    return exit_done;
}

Result<int> restore(const Program& program, const BackupWishes& wishes) {
    FRIST_TRY_DONE(named_database(program, "Name one that is not there yet with --db FILE or FRIST_DB."));
    FRIST_TRY(const store::BackupSecret secret, secret_of(wishes));
    store::RestoreWish wish;
    wish.file = wishes.from;
    wish.database = program.database;
    FRIST_TRY(const std::string letters, program.beside(".letters"));
    FRIST_TRY(const std::string key, program.beside(".key"));
    wish.letters = wishes.letters_folder.empty() ? letters : wishes.letters_folder;
    while (wish.letters.size() > 1 && wish.letters.ends_with('/')) wish.letters.pop_back();
    wish.seal_key = wishes.seal_key.empty() ? key : wishes.seal_key;
    wish.check = check_of(program, wishes.no_check);
    FRIST_TRY(const store::RestoreTold told, store::restore_backup(wish, secret));
    if (program.json) {
        print_json(json::object{{"database", wish.database}, {"made", told.made}, {"program", told.program}, {"shape", told.shape}, {"bytes", told.database_bytes}, {"letters", told.letters},
                                {"letters_folder", wish.letters}, {"seal_key", told.seal_key}, {"checked", !wishes.no_check}});
        return exit_done;
    }
    std::cout << fmt::format("{}: as it was at {}, with {} letters in {}; {}\n", wish.database, told.made, told.letters, wish.letters,
                             wishes.no_check ? "not looked through" : "everything counted again: all in order");
    return exit_done;
}

void add_secrets(CLI::App* command, BackupWishes& wishes, const char* seal_key) {
    command->add_option("--key-file", wishes.key_file, "the key that seals backups: 32 bytes that frist backup --make-key made");
    command->add_option("--passphrase-file", wishes.passphrase_file, "a file with a passphrase in its first line instead of a key; - reads it from standard input");
    command->add_option("--seal-key", wishes.seal_key, seal_key);
    command->add_flag("--no-check", wishes.no_check, "do not count everything a second time");
}

}  // namespace

Result<std::vector<std::string>> letter_folders(const Program& program) {
    FRIST_TRY(const std::string usual, program.beside(".letters"));
    std::vector<std::string> folders{usual};
    if (!store::on_server(program.database)) folders.push_back((fs::path(program.database).parent_path() / "letters").string());
    std::error_code wrong;
    std::erase_if(folders, [&](const std::string& folder) { return !fs::is_directory(folder, wrong); });
    return folders;
}

void add_backup(CLI::App& app, Program& program) {
    auto wishes = std::make_shared<BackupWishes>();
    CLI::App* out = app.add_subcommand("backup", "One sealed file that holds the installation, while others work with it");
    out->add_option("--to", wishes->to, "the file that is made");
    out->add_option("--make-key", wishes->make_key, "make a new key in this file, and nothing else");
    out->add_option("--letters", wishes->letters, "a folder of letters, more than once (those beside the database when left out)");
    add_secrets(out, *wishes, "the key file of the server, which comes along (beside the database)");
    out->callback([&program, wishes] {
        if (wishes->to.empty() == wishes->make_key.empty()) throw CLI::RequiredError("--to");
        run(program, [&program, wishes] { return wishes->make_key.empty() ? back_up(program, *wishes) : make_key(wishes->make_key); });
    });

    auto back = std::make_shared<BackupWishes>();
    CLI::App* in = app.add_subcommand("restore", "An installation out of a backup, in places that are not there yet");
    in->add_option("--from", back->from, "the backup")->required();
    in->add_option("--letters", back->letters_folder, "the folder that the letters go into (beside the database when left out)");
    add_secrets(in, *back, "where the key file of the server goes (beside the database)");
    in->callback([&program, back] { run(program, [&program, back] { return restore(program, *back); }); });
}

}  // namespace frist::program
