// Letters on paper, read back from the finished page. With FRIST_PICTURES=FOLDER each PDF is also kept there, for
// people to look at.
#include "letters/invented.h"
#include "print/press.h"
#include "print/presses.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace frist::print {
namespace {

namespace invented = letters::invented;
using letters::Facts;
using letters::Kind;
using letters::Language;

constexpr auto kinds = letters::names_of(Kind{});
constexpr auto languages = letters::names_of(Language{});

class Folder {
public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "frist-print-XXXXXX";
        path_ = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return out;
    std::array<char, 4096> bytes{};
    for (std::size_t n = fread(bytes.data(), 1, bytes.size(), pipe); n > 0; n = fread(bytes.data(), 1, bytes.size(), pipe)) out.append(bytes.data(), n);
    pclose(pipe);
    return out;
}

std::string printed(const Facts& facts, const std::string& name = {}) {
    const Result<letters::Letter> letter = letters::compose(facts, invented::texts());
    if (!letter.ok()) {
        ADD_FAILURE() << name << ": " << text(letter.error());
        return {};
    }
    const Result<std::string> pdf = pdf_of(*letter);
    if (!pdf.ok()) {
        ADD_FAILURE() << name << ": " << text(pdf.error());
        return {};
    }
    if (const char* folder = std::getenv("FRIST_PICTURES"); folder && !name.empty()) std::ofstream(fmt::format("{}/{}.pdf", folder, name), std::ios::binary) << *pdf;
    return *pdf;
}

void expect_small(const std::string& pdf, const std::string& name) {
    if (pdf.empty()) return;
    EXPECT_LT(pdf.size(), 60'000U * static_cast<std::size_t>(pages_of(pdf).value())) << name;
}

std::vector<std::string> pages_as_text(const std::string& pdf) {
    const Folder folder;
    std::ofstream(folder.file("l.pdf"), std::ios::binary) << pdf;
    std::string all = output_of("pdftotext -layout " + folder.file("l.pdf") + " -");
    for (auto at = all.find("\u00a0"); at != all.npos; at = all.find("\u00a0")) all.replace(at, 2, " ");
    std::vector<std::string> pages;
    for (auto end = all.find('\f'); end != all.npos; end = all.find('\f')) {
        pages.push_back(all.substr(0, end));
        all.erase(0, end + 1);
    }
    return pages;
}

// What a decoder reads on the first page, at the resolution of an office printer.
std::string decoded(const std::string& pdf) {
    const Folder folder;
    std::ofstream(folder.file("l.pdf"), std::ios::binary) << pdf;
    output_of(fmt::format("pdftoppm -r 300 -gray -png -f 1 -l 1 -singlefile {} {}", folder.file("l.pdf"), folder.file("l")));
    std::string read = output_of("zbarimg -q --raw " + folder.file("l.png") + " 2>/dev/null");
    while (read.ends_with('\n')) read.pop_back();
    return read;
}

// The words that a scanner's reader finds on the first page, blanks and line ends as one.
std::string scanned(const std::string& pdf) {
    const Folder folder;
    std::ofstream(folder.file("l.pdf"), std::ios::binary) << pdf;
    output_of(fmt::format("pdftoppm -r 300 -gray -png -f 1 -l 1 -singlefile {} {}", folder.file("l.pdf"), folder.file("l")));
    std::string read = output_of("OMP_THREAD_LIMIT=1 tesseract " + folder.file("l.png") + " - --psm 6 2>/dev/null");
    std::replace(read.begin(), read.end(), '\n', ' ');
    return read;
}

Facts foreign(Facts f) {
    f.debtor = {"Ångströms Cirkusförnödenheter Handelsbolag", {"Box 4711", "Långa gatan 123 B", "999 99 Utopiastad", "SVERIGE"}, "4711", true};
    return f;
}

Facts longest(Facts f) {
    f.debtor = {"Wilhelmine-Charlotte Ærfuglsdatter Østensjøvågen-Blåbærstrøm von und zu Sukkerspinn",
                {"c/o D'Artagnan Fjellrev-Gråstein O'Ærø, Eierseksjonssameiet Lyngtoppen", "Den lange og svingete Lyngveien 12345 B, oppgang C, 14. etasje", "Postboks 9999 Øvre Utopia Sentrum", "9999 Utopia i Lyngdalen"}, "204170000000", f.debtor.business};
    f.creditor.name = "Fjellstrøm og Omegn Kraftlags og Strømleverandørers Samvirkeforetak for Hele Utopia SA";
    f.kid = "1234567890123456789012342";
    return f;
}

TEST(layout, every_letter_in_every_language_is_small_and_the_same_bytes_twice) {
    for (std::size_t k = 0; k < kinds.size(); ++k)
        for (std::size_t l = 0; l < languages.size(); ++l) {
            const std::string name = fmt::format("{}.{}", kinds[k], languages[l]);
            const Facts facts = invented::facts(static_cast<Kind>(k), static_cast<Language>(l));
            const std::string pdf = printed(facts, name);
            expect_small(pdf, name);
            EXPECT_EQ(pdf, printed(facts)) << name;
        }
}

// Who pays by scanning the letter gets the reference right, also the longest there is.
TEST(layout, account_and_reference_are_read_back_from_the_picture_of_the_page) {
    const Facts usual = invented::facts(Kind::demand);
    for (const Facts& facts : {usual, longest(usual), foreign(usual)}) {
        const std::string read = scanned(printed(facts));
        EXPECT_NE(read.find("1234 56 78903 " + facts.kid), std::string::npos) << read;
    }
}

TEST(presses, print_the_same_bytes_whoever_prints_them) {
    std::vector<letters::Letter> letters;
    for (int i = 0; i < 24; ++i) letters.push_back(letters::compose(invented::facts(static_cast<Kind>(static_cast<std::size_t>(i) % kinds.size())), invented::texts()).value());
    letters[7].window = {"A name in a script that no font here has: \u0b95\u0bae\u0bb2\u0bbe"};
    const auto alone = each_pdf_of(letters, 1);
    const auto together = each_pdf_of(letters, 4);
    ASSERT_EQ(together.size(), letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        EXPECT_EQ(alone[i].ok(), i != 7) << i;
        ASSERT_EQ(together[i].ok(), alone[i].ok()) << i;
        if (alone[i].ok()) EXPECT_TRUE(*alone[i] == *together[i]) << i;
        else EXPECT_EQ(together[i].error().code, "print.glyph");
    }
    EXPECT_TRUE(each_pdf_of({}, 4).empty());
}

TEST(presses, a_few_letters_are_not_worth_a_second_worker) {
    EXPECT_EQ(workers_for(0), 1U);
    EXPECT_EQ(workers_for(15), 1U);
    EXPECT_GE(workers_for(100'000), 1U);
    EXPECT_LE(workers_for(100'000), 16U);
}

TEST(layout, every_letter_in_its_other_lives) {
    for (std::size_t k = 0; k < kinds.size(); ++k)
        for (std::size_t l = 0; l < languages.size(); ++l) {
            const auto kind = static_cast<Kind>(k);
            const auto language = static_cast<Language>(l);
            const std::string name = fmt::format("{}.{}", kinds[k], languages[l]);
            expect_small(printed(invented::long_life(kind, 30, language), name + ".long"), name);
            expect_small(printed(foreign(invented::facts(kind, language)), name + ".foreign"), name);
            expect_small(printed(longest(invented::facts(kind, language)), name + ".longest"), name);
        }
    printed(invented::dear_agreement(), "instalment_agreement.dear");
    printed(invented::small_rest(), "closing.small_rest");
    printed(invented::partly_upheld(), "objection_answer.partly");
    printed(invented::upheld(), "objection_answer.upheld");
}

TEST(layout, a_long_table_goes_on_under_its_heads_with_the_sum_so_far) {
    const Facts facts = invented::long_life(Kind::notice, 30);
    const std::vector<std::string> pages = pages_as_text(printed(facts));
    ASSERT_GE(pages.size(), 2U);
    const std::string& second = pages[1];
    const auto carried = second.find("Overført fra forrige side");
    ASSERT_NE(carried, second.npos) << second;
    EXPECT_LT(second.find("Forfall"), carried);
    EXPECT_LT(carried, second.find("Levering av sirkusutstyr"));
    // The carried sum is that of the claims printed on the first page.
    Money sum = nok(0);
    for (const letters::ClaimLine& c : facts.claims)
        if (pages[0].find(c.invoice + " ") != std::string::npos) sum += c.open;
    std::string line = second.substr(carried, second.find('\n', carried) - carried);
    std::string digits;
    for (const char c : line)
        if (c >= '0' && c <= '9') digits += c;
    EXPECT_EQ(digits, fmt::format("{}", sum.minor())) << line;
}

TEST(layout, a_letter_that_asks_for_nothing_has_no_payment_block) {
    EXPECT_EQ(pages_as_text(printed(invented::closing()))[0].find("KID"), std::string::npos);
    EXPECT_NE(pages_as_text(printed(invented::receipt()))[0].find("KID"), std::string::npos);
}

TEST(layout, the_window_may_be_on_either_side) {
    Facts facts = invented::demand();
    facts.paper.window = letters::Window::right;
    const std::vector<std::string> pages = pages_as_text(printed(facts, "demand.right_window"));
    const std::string& page = pages[0];
    const auto column = [&](const std::string& word) {
        const auto at = page.find(word);
        return at == page.npos ? -1 : static_cast<int>(at - page.rfind('\n', at));
    };
    EXPECT_GT(column("Blid Fjellrev"), column("Saksnummer")) << page;
}

TEST(layout, the_post_code_is_read_back_from_the_page) {
    for (const auto& [symbol, name] : {std::pair{letters::Symbol::code128, "code128"}, {letters::Symbol::qr, "qr"}})
        for (const letters::Window window : {letters::Window::left, letters::Window::right}) {
            Facts facts = invented::demand();
            facts.paper = {window, letters::AddressService{"1234", 0, "24117001", symbol}};
            EXPECT_EQ(decoded(printed(facts, fmt::format("demand.{}", name))), "21234" "0" "0" "24117001");
            facts.debtor = invented::many_claims(1).debtor;
            facts.paper.address_service->item = "1234567890123";
            EXPECT_EQ(decoded(printed(facts, fmt::format("demand.{}.long_address", name))), "2123400" "1234567890123");
        }
    EXPECT_EQ(decoded(printed(invented::demand())), "");
}

TEST(layout, a_post_code_that_posten_cannot_read_is_refused) {
    for (const auto& [service, field] : {std::pair{letters::AddressService{"123", 0, "1", {}}, "agreement"}, {letters::AddressService{"1234", 4, "1", {}}, "level"},
                                         {letters::AddressService{"1234", 0, "12345678901234", {}}, "item"}, {letters::AddressService{"1234", 0, "", {}}, "item"}}) {
        Facts facts = invented::demand();
        facts.paper.address_service = service;
        const Result<std::string> pdf = pdf_of(letters::compose(facts, invented::texts()).value());
        ASSERT_FALSE(pdf.ok());
        EXPECT_EQ(pdf.error().code, "letter.post_code");
        EXPECT_EQ(pdf.error().field, field);
    }
}

}  // namespace
}  // namespace frist::print
