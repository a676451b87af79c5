// Every mistake a person or a machine can make, with what the program says to it. The examples stand in folders by
// command:
//   tests/errors/<command>/NAME.stderr   what must stand on standard error, whole
//   tests/errors/<command>/NAME.args     lines; the last one is the mistake. Left out: "<command> NAME.json"
//   tests/errors/<command>/NAME.exit     the exit code of the mistake; left out: 2
//   tests/errors/<command>/NAME.stdout   what must stand on standard output; left out: nothing
//   tests/errors/<command>/NAME.*        all other files lie in the folder in which the commands run, a new one for
//                                        each example
// The lines before the last one are commands that must succeed, or
//   @SETUP           the folder that tests/errors/setup/SETUP.args leaves; must come first
//   !sql FILE WORDS  somebody else changes a database
//   !lock FILE       another writer holds a database until the mistake is told
//   !read-only PATH  the mistake may write nothing there, or nowhere without PATH, also when it is made by root
//   !small-disk NAME the folder NAME is a disk of 4096 bytes while the mistake is made
//   !full BYTES      no file may grow beyond so many bytes while the mistake is made: the disk is full
//   !cut FILE BYTES, !folder NAME, !remove FILE
//   !changes         a part of what was asked for is right and is kept; else nothing stored may change
//   !leaves FILE     a file that the mistake may leave; else no new file may lie there afterwards
// A line that names no --today runs on 2026-11-25. Words of a line are parted by blanks; "…" keeps blanks together; a line that begins with # is a remark. FRIST_DB is
// frist.db. Each mistake is made a second time with --json and must tell the same as one object a line.
#include "workplace.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <regex>

namespace frist::examples {
namespace {

namespace json = boost::json;

// The example up to its mistake, and the mistake; what stays behind is looked at.
Ran told_by(const Example& example, bool for_machines) {
    Workplace workplace;
    std::vector<std::string> before = example.before;
    if (!before.empty() && before.front().starts_with('@')) {
        workplace.play(before.front());
        before.erase(before.begin());
    }
    for (const fs::path& file : files_of(example.at)) fs::copy(file, workplace.path() / file.filename());
    for (const std::string& line : before) {
        workplace.play(line);
        if (testing::Test::HasFatalFailure()) return {};
    }
    const std::string stored = workplace.stored();
    const std::set<std::string> files = workplace.files();
    std::vector<std::string> words = example.mistake;
    if (for_machines) words.insert(words.begin(), "--json");
    const Ran ran = workplace.run(words, workplace.world);
    workplace.let_go();
    if (workplace.may_change) EXPECT_EQ(workplace.run({"--today", "2026-12-01", "verify"}).exit, 0);
    else EXPECT_EQ(workplace.stored(), stored) << "something was kept of it";
    for (const std::string& file : workplace.files())
        EXPECT_TRUE(files.contains(file) || workplace.leaves.contains(file)) << file << " was left behind";
    return ran;
}

void codes_in(const json::value& value, std::set<std::string>& codes) {
    if (value.is_array())
        for (const json::value& part : value.as_array()) codes_in(part, codes);
    if (!value.is_object()) return;
    for (const auto& [name, part] : value.as_object()) {
        if (name == "code" && part.is_string()) codes.emplace(part.as_string());
        else codes_in(part, codes);
    }
}

// The words that stand for an object of standard error.
std::string in_words(const json::object& o) {
    const auto word = [&](const char* name) { return std::string(o.at(name).as_string()); };
    const std::string level = word("level");
    if (level == "warning") return fmt::format("WARNING: {} {}. {}", word("field"), word("message"), word("remedy"));
    const std::string place = o.contains("file") ? word("file") : "frist";
    return place + ": " + (level == "finding" ? "finding: " : "") + text(Error{word("code"), word("field"), word("message"), word("remedy")});
}

struct ForMachines {
    Ran ran;
    std::set<std::string> codes;
    std::string words;   // standard error as a person would read it
};

// Each example is played for machines once, whoever asks first.
const ForMachines& machine(const std::string& name) {
    static std::map<std::string, ForMachines> known;
    const auto found = known.find(name);
    if (found != known.end()) return found->second;
    ForMachines& told = known[name];
    told.ran = told_by(read_example(name), true);
    std::istringstream lines(told.ran.err);
    for (std::string line; std::getline(lines, line);) {
        boost::system::error_code wrong;
        const json::value value = json::parse(line, wrong);
        if (wrong || !value.is_object()) {
            ADD_FAILURE() << name << ": this line is no JSON object: " << line;
            continue;
        }
        for (const char* member : {"level", "code", "field", "message", "remedy"}) EXPECT_TRUE(value.as_object().contains(member)) << line;
        codes_in(value, told.codes);
        told.words += in_words(value.as_object()) + "\n";
    }
    if (told.ran.out.empty()) return told;
    boost::system::error_code wrong;
    const json::value out = json::parse(told.ran.out, wrong);
    EXPECT_FALSE(wrong) << name << ": standard output is not one JSON value: " << told.ran.out;
    if (!wrong) codes_in(out, told.codes);
    return told;
}

class Errors : public testing::TestWithParam<std::string> {};

TEST_P(Errors, are_told_with_place_reason_and_remedy) {
    const Example example = read_example(GetParam());
    const Ran ran = told_by(example, false);
    EXPECT_EQ(ran.exit, example.exit);
    EXPECT_EQ(trimmed(ran.err), example.err);
    EXPECT_EQ(trimmed(ran.out), example.out);
}

TEST_P(Errors, tell_machines_the_same) {
    const Example example = read_example(GetParam());
    const ForMachines& told = machine(GetParam());
    EXPECT_EQ(told.ran.exit, example.exit);
    // What `read` says of a file is its answer and stands on standard output.
    if (example.mistake.front() != "read") {
        EXPECT_EQ(trimmed(told.words), example.err);
    }
    if (example.exit != 0) {
        EXPECT_FALSE(told.codes.empty()) << "no code tells what is wrong";
    }
}

INSTANTIATE_TEST_SUITE_P(files, Errors, testing::ValuesIn(example_names()), [](const auto& file) {
    std::string name = file.param;
    for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return name;
});

TEST(error_files, name_a_place_and_a_remedy) {
    ASSERT_FALSE(example_names().empty());
    for (const std::string& name : example_names()) {
        const Example example = read_example(name);
        if (example.exit == 0) continue;   // no mistake, though it looks like one
        const std::string told = example.err.empty() ? example.out : example.err;
        EXPECT_THAT(told, testing::HasSubstr(": ")) << name;
        EXPECT_TRUE(told.find(" — ") != std::string::npos) << name << " says what is wrong but not what to do";
    }
}

// Every code that stands in the sources: a noun, a point and what is wrong with it.
std::map<std::string, std::string> codes_of_sources() {
    const std::regex form(R"re("([a-z_]+\.[a-z_0-9]+)")re");
    // Names of files, courses and columns have the same form.
    const std::regex no_code(R"re(.*\.(csv|sql|pdf|db|json|txt)|no\..*|ocr_writer\..*)re");
    std::map<std::string, std::string> codes;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(FRIST_ROOT) / "src")) {
        const std::string file = entry.path().string();
        if ((!file.ends_with(".cpp") && !file.ends_with(".h")) || file.ends_with("_test.cpp")) continue;
        const std::string text = bytes_of(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at)
            if (!std::regex_match((*at)[1].str(), no_code)) codes.emplace((*at)[1].str(), fs::relative(entry.path(), FRIST_ROOT).string());
    }
    return codes;
}

// The text of all tests, which may name a code that cannot be reached from the command line.
std::string text_of_tests() {
    std::string all;
    for (const char* root : {"src", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(FRIST_ROOT) / root)) {
            const std::string file = entry.path().string();
            const bool test = file.ends_with("_test.cpp") || (std::string_view(root) == "tests" && (file.ends_with(".py") || file.ends_with(".json")));
            if (test && !file.ends_with("errors_test.cpp")) all += bytes_of(entry.path());
        }
    return all;
}

// The names under "Subcommands:" of a help text.
std::vector<std::string> commands_in(const std::string& help) {
    std::vector<std::string> names;
    std::istringstream lines(help);
    bool below = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("Subcommands:")) below = true;
        else if (below && line.starts_with("  ") && line.size() > 2 && line[2] != ' ') names.push_back(words_of(line.substr(2)).front());
    }
    return names;
}

TEST(commands_page, names_every_command) {
    Workplace workplace;
    const std::string page = bytes_of(fs::path(FRIST_ROOT) / "docs/operate/commands.md");
    const std::vector<std::string> commands = commands_in(workplace.run({"--help"}).out);
    ASSERT_GT(commands.size(), 10U);
    for (const std::string& command : commands) {
        EXPECT_THAT(page, testing::HasSubstr("`frist " + command)) << "docs/operate/commands.md does not tell of it";
        for (const std::string& below : commands_in(workplace.run({command, "--help"}).out))
            EXPECT_THAT(page, testing::HasSubstr("`frist " + command + (command == "case" ? " N " : command == "debtor" ? " KEY " : " ") + below)) << "docs/operate/commands.md does not tell of it";
    }
}

TEST(error_codes, each_has_an_example_or_a_test) {
    std::set<std::string> shown;
    for (const std::string& name : example_names()) shown.merge(std::set<std::string>(machine(name).codes));
    const std::string tests = text_of_tests();
    std::set<std::string> inner;   // codes that nobody meets at the terminal, with the reason beside each
    for (const std::string& line : lines_of(folder / "not_from_outside.txt")) inner.insert(words_of(line).front());
    for (const std::string& code : inner) EXPECT_FALSE(shown.contains(code)) << code << " has an example: take it out of not_from_outside.txt";
    for (const auto& [code, file] : codes_of_sources())
        EXPECT_TRUE(inner.contains(code) || shown.contains(code) || tests.find(code + "\"") != std::string::npos) << code << " of " << file << " has neither an example in tests/errors nor a test";
}

}  // namespace
}  // namespace frist::examples
