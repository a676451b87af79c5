// frist texts, as a creditor uses it: show, change, check, look at it, use it.
#include "base/embedded.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace frist {
namespace {

struct Ran {
    int code = 0;
    std::string said;
};

class TextsCommand : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_FALSE(std::string(FRIST_BINARY).empty()) << "the program was not built";
        std::string name = std::filesystem::temp_directory_path() / "frist-texts-XXXXXX";
        folder = mkdtemp(name.data());
    }
    void TearDown() override {
        if (!folder.empty()) std::filesystem::remove_all(folder);
    }

    [[nodiscard]] Ran run(const std::string& arguments) const {
        Ran ran;
        FILE* pipe = popen(fmt::format("cd {} && {} --db f.db --today 2026-03-02 {} 2>&1", folder, FRIST_BINARY, arguments).c_str(), "r");
        if (!pipe) return ran;
        std::array<char, 4096> bytes{};
        for (std::size_t n = fread(bytes.data(), 1, bytes.size(), pipe); n > 0; n = fread(bytes.data(), 1, bytes.size(), pipe)) ran.said.append(bytes.data(), n);
        ran.code = WEXITSTATUS(pclose(pipe));
        return ran;
    }
    void file(const std::string& name, const std::string& bytes) const { std::ofstream(folder + "/" + name, std::ios::binary) << bytes; }
    void creditor() const {
        EXPECT_EQ(run("init").code, 0);
        const Ran added = run("creditor add --org 123456785 --name 'Fjellstrøm AS' --street 'Postboks 14' --postal-code 9999 --place Utopia --email post@fjellstrom.example --account 12345678903");
        EXPECT_EQ(added.code, 0) << added.said;
    }

    std::string folder;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

TEST_F(TextsCommand, lists_and_shows_without_a_database) {
    const Ran list = run("texts list");
    EXPECT_EQ(list.code, 0);
    EXPECT_NE(list.said.find("bankruptcy_demand      nn  score"), std::string::npos) << list.said;
    const Ran shown = run("texts show notice --language nn");
    EXPECT_NE(shown.said.find("[title, statutory: inkassolova § 9]"), std::string::npos) << shown.said;
    EXPECT_EQ(run("texts show letter").code, 1);
    EXPECT_EQ(run("texts show notice --language fi").code, 1);
}

TEST_F(TextsCommand, check_finds_what_the_law_misses_and_what_is_hard_to_read) {
    const std::string ours = run("texts show notice").said;
    file("notice.nb.txt", ours);
    EXPECT_EQ(run("texts check notice.nb.txt").code, 0);
    std::string lost = ours;
    lost.erase(lost.find("[answer collection_starts"), lost.find("[answer more_costs") - lost.find("[answer collection_starts"));
    file("notice.nb.txt", lost);
    const Ran refused = run("texts check notice.nb.txt");
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.said.find("inkassoloven § 9 wants it"), std::string::npos) << refused.said;
    file("mine.txt", ours);
    EXPECT_EQ(run("texts check mine.txt").code, 1);
    EXPECT_EQ(run("texts check mine.txt --letter notice --language nb").code, 0);
}

TEST_F(TextsCommand, a_text_that_is_used_is_shown_and_dropped) {
    creditor();
    const std::string ours = run("texts show reminder").said;
    file("reminder.nb.txt", replaced(ours, "Ta kontakt før fristen går ut", "Ring oss gjerne før fristen går ut"));
    const Ran used = run("texts use reminder.nb.txt");
    EXPECT_EQ(used.code, 0) << used.said;
    EXPECT_NE(run("texts show reminder").said.find("Ring oss gjerne"), std::string::npos);
    EXPECT_EQ(run("texts show reminder --ours").said, ours);
    EXPECT_NE(run("texts list").said.find("adapted"), std::string::npos);
    EXPECT_EQ(run("texts preview reminder --out r.pdf").code, 0);
    EXPECT_TRUE(std::filesystem::exists(folder + "/r.pdf"));
    EXPECT_EQ(run("texts drop reminder").code, 0);
    EXPECT_EQ(run("texts show reminder").said, ours);
}

TEST_F(TextsCommand, a_hard_text_needs_a_reason) {
    creditor();
    const std::string hard = "Vedkommende betalingsforpliktede henstilles herved innstendig om umiddelbart å gjennomføre fullstendig oppgjør av ovenstående "
                             "hovedfordring innenfor gjeldende betalingsfrist, ettersom inndrivelsesomkostninger ellers uunngåelig vil påløpe overensstemmende med gjeldende bestemmelser.\n\n";
    std::string text = replaced(run("texts show reminder").said, "[lead]\n", "[lead]\n" + hard + hard + hard + hard);
    file("reminder.nb.txt", text);
    const Ran refused = run("texts use reminder.nb.txt");
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.said.find("a sentence of"), std::string::npos) << refused.said;
    EXPECT_EQ(run("texts use reminder.nb.txt --reason 'styret har vedtatt ordene'").code, 0);
}

}  // namespace
}  // namespace frist
