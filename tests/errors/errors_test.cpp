// Every mistake a person can make at the terminal, with what the program says to it. The cases stand in folders
// by command:
//   tests/errors/<command>/NAME.stderr   what must stand on standard error, whole
//   tests/errors/<command>/NAME.args     the command lines, one a line; the last one is the mistake, those before
//                                        it must succeed. Left out: "<command> NAME.json"
//   tests/errors/<command>/NAME.exit     the exit code of the last one; left out: 2
//   tests/errors/<command>/NAME.*        all other files lie in the folder in which the commands run, a new
//                                        one for each case
// Words of a command line are parted by blanks; "…" keeps blanks together; a line that begins with # is a remark.
// A mistake prints nothing on standard output.
#include "base/result.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace frist {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(FRIST_ROOT) / "tests/errors";

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
    return text;
}

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;
    bool any = false;
    for (const char c : line) {
        if (c == '"') {
            open = !open;
            any = true;
        } else if (c == ' ' && !open) {
            if (any || !word.empty()) words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
        }
    }
    if (any || !word.empty()) words.push_back(word);
    return words;
}

// "<command>/NAME" of every case.
std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".stderr") names.push_back(fs::relative(entry.path(), folder).replace_extension().string());
    std::sort(names.begin(), names.end());
    return names;
}

// A folder of its own that is gone afterwards.
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
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Ran {
    int exit = -1;
    std::string out;
    std::string err;
};

// Runs the program in `in` with nothing of the tester's own surroundings.
Ran run(const std::vector<std::string>& words, const fs::path& in) {
    const std::string binary = FRIST_BINARY;
    const fs::path out = in / ".standard_output";
    const fs::path err = in / ".standard_error";
    std::vector<std::string> surroundings{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=Europe/Oslo", "HOME=" + in.string()};
    std::vector<char*> arguments{const_cast<char*>(binary.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::vector<char*> variables;
    for (std::string& variable : surroundings) variables.push_back(variable.data());
    variables.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, in.c_str());
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int failure = posix_spawn(&child, binary.c_str(), &actions, nullptr, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    EXPECT_EQ(failure, 0) << binary;
    if (failure != 0) return {};
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, bytes_of(out), bytes_of(err)};
}

class Errors : public testing::TestWithParam<std::string> {};

TEST_P(Errors, are_told_with_place_reason_and_remedy) {
    const fs::path at = folder / GetParam();
    const std::string name = at.filename().string();
    const Workplace workplace;
    for (const auto& entry : fs::directory_iterator(at.parent_path())) {
        const std::string file = entry.path().filename().string();
        const std::string kind = entry.path().extension().string();
        if (file.starts_with(name + ".") && kind != ".stderr" && kind != ".args" && kind != ".exit") fs::copy(entry.path(), workplace.path() / file);
    }
    std::vector<std::string> lines;
    if (const fs::path args = at.string() + ".args"; fs::exists(args)) {
        std::istringstream text(bytes_of(args));
        for (std::string line; std::getline(text, line);)
            if (!trimmed(line).empty() && !line.starts_with('#')) lines.push_back(trimmed(line));
    } else {
        lines.push_back(at.parent_path().filename().string() + " " + name + ".json");
    }
    ASSERT_FALSE(lines.empty());
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Ran before = run(words_of(lines[i]), workplace.path());
        ASSERT_EQ(before.exit, 0) << lines[i] << "\n" << before.err;
    }
    const Ran ran = run(words_of(lines.back()), workplace.path());
    const fs::path exit = at.string() + ".exit";
    EXPECT_EQ(ran.exit, fs::exists(exit) ? std::stoi(bytes_of(exit)) : 2) << lines.back();
    EXPECT_EQ(trimmed(ran.err), trimmed(bytes_of(at.string() + ".stderr"))) << lines.back();
    EXPECT_EQ(ran.out, "") << "an error prints nothing on standard output";
}

INSTANTIATE_TEST_SUITE_P(files, Errors, testing::ValuesIn(case_names()), [](const auto& file) {
    std::string name = file.param;
    for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return name;
});

TEST(error_files, name_a_place_and_a_remedy) {
    ASSERT_FALSE(case_names().empty());
    for (const std::string& name : case_names()) {
        const std::string told = trimmed(bytes_of((folder / name).string() + ".stderr"));
        EXPECT_THAT(told, testing::HasSubstr(": ")) << name;
        EXPECT_THAT(told, testing::HasSubstr(" — ")) << name << " says what is wrong but not what to do";
    }
}

}  // namespace
}  // namespace frist
