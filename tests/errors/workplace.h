// A folder in which an example is played: its own files, its own database, and the bad days a disk can have.
#pragma once
#include "example.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <set>

namespace frist::examples {

struct Ran {
    int exit = -1;
    std::string out;
    std::string err;
};

// How the world treats the last command.
struct World {
    long largest_file = 0;    // no file may grow beyond; 0: as large as it likes
    std::string read_only;    // a path in which nothing may be written, not even by root; "." is all; empty: nothing
    std::string small_disk;   // a folder that is a disk of 4096 bytes
};

class Workplace {
public:
    Workplace() {
        std::string pattern = (fs::temp_directory_path() / "frist_errors_XXXXXX").string();
        FRIST_CHECK(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        let_go();
        std::error_code ignored;
        writable(path_, true);
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

    // A line of NAME.args before the last: a command that must succeed, "@SETUP", or "!WORD …".
    void play(const std::string& line) {
        std::vector<std::string> words = words_of(line);
        if (line.starts_with('@')) {
            fs::copy(prepared(line.substr(1)).path(), path_, fs::copy_options::recursive);
            return;
        }
        if (!line.starts_with('!')) {
            const Ran ran = run(words);
            ASSERT_EQ(ran.exit, 0) << line << "\n" << ran.err << ran.out;
            return;
        }
        const std::string verb = words.front();
        words.erase(words.begin());
        if (verb == "!sql") sql(words.at(0), words.at(1));
        else if (verb == "!lock") lock(words.at(0));
        else if (verb == "!full") world.largest_file = std::stol(words.at(0));
        else if (verb == "!read-only") world.read_only = words.empty() ? "." : words.at(0);
        else if (verb == "!small-disk") world.small_disk = words.at(0);
        else if (verb == "!cut") fs::resize_file(path_ / words.at(0), std::stoul(words.at(1)));
        else if (verb == "!folder") fs::create_directories(path_ / words.at(0));
        else if (verb == "!remove") fs::remove(path_ / words.at(0));
        else if (verb == "!changes") may_change = true;
        else if (verb == "!leaves") leaves.insert(words.at(0));
        else FAIL() << line << ": what the runner shall do is not known";
    }

    // The program in this folder, with nothing of the tester's own surroundings.
    Ran run(const std::vector<std::string>& words, const World& in = {}) {
        const std::string binary = FRIST_BINARY;
        const std::string out = path_ / ".standard_output";
        const std::string err = path_ / ".standard_error";
        std::vector<std::string> surroundings{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=Europe/Oslo", "FRIST_DB=frist.db", "HOME=" + path_.string()};
        // What the sanitizers were told belongs to the build, not to the tester. They look for no symbols: where their
        // symbolizer is not installed they complain on standard error.
        if (const char* leaks = std::getenv("LSAN_OPTIONS")) surroundings.insert(surroundings.begin(), std::string("LSAN_OPTIONS=") + leaks);
        surroundings.insert(surroundings.begin(), "ASAN_OPTIONS=symbolize=0");
        std::vector<char*> arguments{const_cast<char*>(binary.c_str())};
        // No example depends on the tester's own day.
        static std::string today[] = {"--today", "2026-11-25"};
        if (std::find(words.begin(), words.end(), "--today") == words.end())
            for (std::string& word : today) arguments.push_back(word.data());
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        std::vector<char*> variables;
        for (std::string& variable : surroundings) variables.push_back(variable.data());
        variables.push_back(nullptr);
        const int out_file = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        const int err_file = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (!in.read_only.empty()) writable(path_ / in.read_only, false);
        const pid_t child = fork();
        FRIST_CHECK(child >= 0);
        if (child == 0) begin(binary, arguments, variables, out_file, err_file, in);
        ::close(out_file);
        ::close(err_file);
        int status = 0;
        waitpid(child, &status, 0);
        if (!in.read_only.empty()) writable(path_, true);
        Ran ran{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), bytes_of(out), bytes_of(err)};
        fs::remove(out);
        fs::remove(err);
        return ran;
    }

    // All that is stored: every row of every table, or the bytes of a file that is no database; and which files lie
    // here.
    [[nodiscard]] std::string stored() const {
        std::string told;
        for (const auto& entry : fs::directory_iterator(path_))
            if (entry.path().extension() == ".db") told += rows_of(entry.path());
        return told;
    }
    [[nodiscard]] std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(path_)) {
            const std::string name = fs::relative(entry.path(), path_).string();
            if (!name.ends_with("-wal") && !name.ends_with("-shm") && !name.ends_with(".duty")) names.insert(name);
        }
        return names;
    }
    // Another writer ends.
    void let_go() {
        if (writer_ != nullptr) sqlite3_close(writer_);
        writer_ = nullptr;
    }

    World world;
    bool may_change = false;
    std::set<std::string> leaves;

private:
    // A folder of tests/errors/setup, played once.
    static Workplace& prepared(const std::string& name) {
        static std::map<std::string, std::unique_ptr<Workplace>> known;
        std::unique_ptr<Workplace>& place = known[name];
        if (place) return *place;
        place = std::make_unique<Workplace>();
        const fs::path at = folder / "setup" / name;
        std::vector<std::string> lines = lines_of(at.string() + ".args");
        if (!lines.empty() && lines.front().starts_with('@')) {
            place->play(lines.front());
            lines.erase(lines.begin());
        }
        for (const fs::path& file : files_of(at)) fs::copy(file, place->path_ / file.filename());
        for (const std::string& line : lines) place->play(line);
        return *place;
    }

    // Becomes the program; never comes back.
    [[noreturn]] static void begin(const std::string& binary, const std::vector<char*>& arguments, const std::vector<char*>& variables, int out, int err, const World& in) {
        const fs::path home = fs::path(variables.back() == nullptr ? variables[variables.size() - 2] + 5 : "");
        if (::chdir(home.c_str()) != 0) _exit(126);
        if (in.largest_file > 0) {
            const rlimit limit{static_cast<rlim_t>(in.largest_file), static_cast<rlim_t>(in.largest_file)};
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(126);
        }
        // Where no disk can be mounted, a closed folder must do: nothing can be written there either.
        const bool closed = !in.small_disk.empty() && !mount_small(home / in.small_disk);
        if (closed) ::chmod((home / in.small_disk).c_str(), 0555);
        if ((closed || !in.read_only.empty()) && !obey_rights()) _exit(126);
        const int nothing = ::open("/dev/null", O_RDONLY);
        if (::dup2(nothing, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0) _exit(126);
        ::execve(binary.c_str(), arguments.data(), variables.data());
        _exit(127);
    }

    static void writable(const fs::path& place, bool yes) {
        ::chmod(place.c_str(), yes ? 0755 : 0555);
        for (const auto& entry : fs::recursive_directory_iterator(place)) ::chmod(entry.path().c_str(), entry.is_directory() ? (yes ? 0755 : 0555) : (yes ? 0644 : 0444));
    }

    static bool write_to(const char* file, const std::string& text) {
        const int handle = ::open(file, O_WRONLY);
        const bool good = handle >= 0 && ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(handle);
        return good;
    }
    // A disk that only this process sees. Needs the right to make a namespace.
    static bool mount_small(const fs::path& place) {
        const uid_t user = geteuid();
        const gid_t group = getegid();
        if (unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0) return false;
        if (user != 0 && (!write_to("/proc/self/setgroups", "deny") || !write_to("/proc/self/uid_map", fmt::format("0 {} 1", user)) || !write_to("/proc/self/gid_map", fmt::format("0 {} 1", group)))) return false;
        return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && ::mount("tmpfs", place.c_str(), "tmpfs", 0, "size=4096") == 0;
    }
    // Root reads and writes what it likes (capabilities 1 and 2) unless that right is given up.
    static bool obey_rights() { return geteuid() != 0 || (prctl(PR_CAPBSET_DROP, 1, 0, 0, 0) == 0 && prctl(PR_CAPBSET_DROP, 2, 0, 0, 0) == 0); }

    void sql(const std::string& file, const std::string& words) const {
        sqlite3* database = nullptr;
        sqlite3_open((path_ / file).c_str(), &database);
        EXPECT_EQ(sqlite3_exec(database, words.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << words << ": " << sqlite3_errmsg(database);
        sqlite3_close(database);
    }
    void lock(const std::string& file) {
        sqlite3_open((path_ / file).c_str(), &writer_);
        EXPECT_EQ(sqlite3_exec(writer_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    }

    static std::string rows_of(const fs::path& file) {
        sqlite3* database = nullptr;
        sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
        std::string told;
        const auto rows = [&](const std::string& words, const std::function<void(sqlite3_stmt*)>& see) {
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v2(database, words.c_str(), -1, &statement, nullptr) != SQLITE_OK) return false;
            while (sqlite3_step(statement) == SQLITE_ROW) see(statement);
            return sqlite3_finalize(statement) == SQLITE_OK;
        };
        std::vector<std::string> tables;
        const bool good = rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
                               [&](sqlite3_stmt* s) { tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(s, 0))); });
        for (const std::string& table : tables) {
            told += "[" + table + "]\n";
            rows("SELECT * FROM \"" + table + "\"", [&](sqlite3_stmt* s) {
                for (int i = 0; i < sqlite3_column_count(s); ++i) {
                    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(s, i));
                    told += std::string(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(s, i))) + "|";
                }
                told += "\n";
            });
        }
        sqlite3_close(database);
        return good ? told : bytes_of(file);
    }

    fs::path path_;
    sqlite3* writer_ = nullptr;
};

}  // namespace frist::examples
