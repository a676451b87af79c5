// What every letter says, in three languages: the e-mail form of each is kept as a file. FRIST_GOLDEN=write writes
// them anew; the difference is then read by a person.
#include "letters/invented.h"
#include "letters/words.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace frist::letters {
namespace {

constexpr auto kinds = names_of(Kind{});
constexpr auto languages = names_of(Language{});

std::string kept(const std::string& name) {
    std::ifstream file(std::string(FRIST_ROOT) + "/tests/letters/golden/" + name + ".txt", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

void expect_kept(const std::string& name, const Facts& facts) {
    const Result<Letter> letter = compose(facts, invented::texts());
    ASSERT_TRUE(letter.ok()) << name << ": " << text(letter.error());
    EXPECT_EQ(missing(*letter, facts, invented::texts().law()).size(), 0U) << name;
    const std::string said = plain_text(*letter);
    if (std::getenv("FRIST_GOLDEN")) std::ofstream(std::string(FRIST_ROOT) + "/tests/letters/golden/" + name + ".txt", std::ios::binary) << said;
    EXPECT_EQ(said, kept(name)) << name;
}

TEST(golden, every_letter_says_what_it_said_in_every_language) {
    for (std::size_t k = 0; k < kinds.size(); ++k)
        for (std::size_t l = 0; l < languages.size(); ++l)
            expect_kept(fmt::format("{}.{}", kinds[k], languages[l]), invented::facts(static_cast<Kind>(k), static_cast<Language>(l)));
}

TEST(golden, the_other_lives_of_a_letter) {
    for (std::size_t l = 0; l < languages.size(); ++l) {
        const auto language = static_cast<Language>(l);
        expect_kept(fmt::format("instalment_agreement_dear.{}", languages[l]), invented::dear_agreement(language));
        expect_kept(fmt::format("closing_small_rest.{}", languages[l]), invented::small_rest(language));
        expect_kept(fmt::format("objection_answer_upheld.{}", languages[l]), invented::upheld(language));
        expect_kept(fmt::format("objection_answer_partly.{}", languages[l]), invented::partly_upheld(language));
        Facts by_agency = invented::demand(language);
        by_agency.collector = invented::agency();
        // Not the creditor's fee for a demand of its own, but light salær: 0.8 of 750 for a claim of 10 000.
        by_agency.costs.back() = {invented::cost(language, "salaer_light"), by_agency.written, nok(60'000), "inkassoforskriften § 2-2", false};
        by_agency.total += nok(60'000 - 11'300);
        *by_agency.total_at_deadline += nok(60'000 - 11'300);
        expect_kept(fmt::format("demand_by_agency.{}", languages[l]), by_agency);
    }
}

TEST(golden, an_agreed_plan_names_its_day_and_asks_for_no_answer) {
    Facts f = invented::instalment_agreement();
    auto plan = std::get<PlanTerms>(f.particulars);
    plan.agreed = Date::of(2026, 3, 2);
    f.particulars = plan;
    f.deadline.reset();
    std::string said = plain_text(compose(f, invented::texts()).value());
    std::replace(said.begin(), said.end(), '\n', ' ');
    EXPECT_NE(said.find("Den ble inngått 2.\u00a0mars 2026."), said.npos) << said;
    EXPECT_EQ(said.find("Svar innen"), said.npos);
    EXPECT_EQ(said.find("Underskrift"), said.npos);
}

TEST(golden, no_letter_has_a_word_of_another_language) {
    // Words that only one of the two written Norwegians has.
    for (const auto& [language, foreign] : {std::pair<Language, std::vector<std::string>>{Language::nb, {" ikkje ", " frå ", " kva ", "Kva ", " innan ", " ein "}},
                                            {Language::nn, {" ikke ", " fra ", " hva ", "Hva ", " innen ", " blir ikke", " jeg ", " en ", " vi krever"}},
                                            {Language::en, {" ikke ", " ikkje ", " og ", " fra ", "Betal"}}})
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            const std::string said = plain_text(compose(invented::facts(static_cast<Kind>(k), language), invented::texts()).value());
            for (const std::string& word : foreign) EXPECT_EQ(said.find(word), said.npos) << kinds[k] << ": " << word;
        }
}

TEST(golden, a_business_is_spoken_to_in_the_plural) {
    Facts f = invented::notice(Language::nn);
    f.debtor.business = true;
    const std::string said = plain_text(compose(f, invented::texts()).value());
    EXPECT_NE(said.find("Betaler de ikkje"), said.npos) << said;
    EXPECT_NE(said.find("gi dykk fleire"), said.npos) << said;
    EXPECT_EQ(said.find(" du "), said.npos);
}

}  // namespace
}  // namespace frist::letters
