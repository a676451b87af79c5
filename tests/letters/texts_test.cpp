// What a text file may be, and what a creditor may change in it.
#include "letters/invented.h"

namespace frist::letters {
namespace {

constexpr std::string_view small = "[title]\nPurring\n\n[mail]\nPurring\n\n[answer subject, statutory: loven § 1]\n? Hva?\nFaktura {{invoice}}.\n\n[sums]\n";

std::string refused(std::string_view bytes, Kind kind = Kind::reminder) {
    const Result<Text> text = read_text(kind, Language::nb, "a.txt", bytes);
    return text.ok() ? "fine" : text.error().code + " " + text.error().field;
}

std::string with(std::string_view from, std::string_view to) {
    std::string text(small);
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(read_text, says_what_is_wrong_and_where) {
    EXPECT_EQ(refused(small), "fine");
    EXPECT_EQ(refused(with("{{invoice}}", "{{invoise}}")), "text.placeholder a.txt:9");
    EXPECT_EQ(refused(with("{{invoice}}", "{{invoice")), "text.placeholder a.txt:9");
    EXPECT_EQ(refused(with("{{invoice}}", "{{#one}}{{invoice}}")), "text.placeholder a.txt:9");
    EXPECT_EQ(refused(with("{{invoice}}", "**{{invoice}}")), "text.placeholder a.txt:9");
    EXPECT_EQ(refused(with("[answer subject", "[answer subject, if never")), "text.placeholder a.txt:7");
    EXPECT_EQ(refused(with("[sums]", "[sum]")), "text.block a.txt:11");
    EXPECT_EQ(refused(with("[sums]\n", "")), "text.block a.txt:1");
    EXPECT_EQ(refused(with("? Hva?\n", "")), "text.answer a.txt:7");
    EXPECT_EQ(refused(with("[sums]\n", "[sums]\n\n[lead]\nHei.\n")), "text.order a.txt:13");
    EXPECT_EQ(refused(with("[sums]\n", "[sums]\nOrd.\n")), "text.block a.txt:11");
    EXPECT_EQ(refused(with("[sums]\n", "[sums]\n\n[sums]\n")), "text.twice a.txt:13");
    EXPECT_EQ(refused(with("[sums]\n", "[sums]\n\n[section x]\n" + std::string(12'000, 'a'))), "text.size a.txt:1");
}

TEST(read_text, a_persons_block_asks_and_says_nothing_itself) {
    EXPECT_EQ(refused(with("[sums]\n", "[person]\n? Hvorfor?\n\n[sums]\n")), "fine");
    EXPECT_EQ(refused(with("[sums]\n", "[person]\n\n[sums]\n")), "text.answer a.txt:11");
    EXPECT_EQ(refused(with("[sums]\n", "[person]\n? Hvorfor?\nFordi.\n\n[sums]\n")), "text.block a.txt:11");
}

TEST(read_text, the_annex_ends_in_its_total) {
    EXPECT_EQ(refused(small, Kind::annex), "text.block a.txt:1");
    EXPECT_EQ(refused(with("[sums]", "[how_total]"), Kind::annex), "fine");
}

TEST(keeps_the_law, lets_the_free_parts_change_and_nothing_else) {
    const Text ours = read_text(Kind::reminder, Language::nb, "ours", small).value();
    const auto verdict = [&](const std::string& bytes) {
        const Result<Text> theirs = read_text(Kind::reminder, Language::nb, "mine.txt", bytes);
        if (!theirs.ok()) return theirs.error().code;
        const Outcome kept = keeps_the_law(ours, *theirs, "mine.txt", bytes);
        return kept.ok() ? std::string("kept") : kept.error().code + " " + kept.error().field;
    };
    EXPECT_EQ(verdict(with("Purring\n\n[mail]", "Vi minner om regningen\n\n[mail]")), "kept");
    EXPECT_EQ(verdict(with("? Hva?\nFaktura {{invoice}}.", "? Hva?\nFaktura\n {{invoice}}.")), "kept");
    EXPECT_EQ(verdict(with("Faktura {{invoice}}.", "Regning {{invoice}}.")), "text.statutory_changed mine.txt:7");
    EXPECT_EQ(verdict(with("? Hva?", "? Hva er det?")), "text.statutory_changed mine.txt:7");
    EXPECT_EQ(verdict(with("subject, statutory", "subject, if one, statutory")), "text.statutory_changed mine.txt:7");
    EXPECT_EQ(verdict(with("[answer subject, statutory: loven § 1]\n? Hva?\nFaktura {{invoice}}.\n\n", "")), "text.statutory_missing mine.txt:7");
    EXPECT_EQ(verdict(with("[title]", "[title, statutory: loven § 2]")), "text.statutory_added mine.txt:1");
}

TEST(texts, every_protected_block_of_every_language_is_the_same_part) {
    // What is protected in bokmål is protected in the others, under the same condition.
    for (std::size_t k = 0; k < names_of(Kind{}).size(); ++k) {
        const auto parts = [&](Language language) {
            std::vector<std::string> list;
            for (const TextBlock& block : invented::texts().text(static_cast<Kind>(k), language).blocks)
                list.push_back(fmt::format("{} {} {} {}", static_cast<int>(block.sort), block.name, block.when, !block.statutory.empty()));
            return list;
        };
        EXPECT_EQ(parts(Language::nn), parts(Language::nb)) << names_of(Kind{})[k];
        EXPECT_EQ(parts(Language::en), parts(Language::nb)) << names_of(Kind{})[k];
    }
}

TEST(texts, name_the_law_in_the_readers_language) {
    EXPECT_EQ(invented::texts().section(Language::nn, "inkassoloven § 9"), "inkassolova § 9");
    EXPECT_EQ(invented::texts().section(Language::nn, "customary order"), "customary order");
    EXPECT_EQ(invented::texts().section(Language::nb, "inkassoloven § 9"), "inkassoloven § 9");
}

TEST(contents, a_letter_that_lost_a_mandatory_part_is_not_made) {
    for (const auto& [kind, block, part] : {std::tuple{Kind::instalment_agreement, "[answer plan_cost", "plan_cost"}, {Kind::bankruptcy_demand, "[answer petition", "petition"},
                                            {Kind::bankruptcy_demand, "[answer two_weeks", "two_weeks"}, {Kind::enforcement_notice, "[answer enforcement", "enforcement"}}) {
        Letter letter = compose(invented::facts(kind), invented::texts()).value();
        const auto wanted = std::string_view(part);
        for (Block& each : letter.blocks) std::erase_if(each.parts, [&](Part p) { return names_of(Part{})[static_cast<std::size_t>(p)] == wanted; });
        const std::vector<Requirement> gaps = missing(letter, invented::facts(kind), invented::texts().law());
        ASSERT_EQ(gaps.size(), 1U) << block;
        EXPECT_EQ(gaps[0].weight, Weight::mandatory) << block;
    }
}

}  // namespace
}  // namespace frist::letters
