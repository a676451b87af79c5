// Plain language, measured in the text file itself so that each finding names its line: length of sentences and
// words (LIX), and whether the five questions are answered first. What the law words is counted, not blamed.
#pragma once
#include "letters/facts.h"

namespace frist::letters {

struct Finding {
    int line = 1;
    std::string message;
    std::string remedy;
    bool operator==(const Finding&) const = default;
};

struct Clarity {
    int words = 0;
    int sentences = 0;
    int long_words = 0;               // of more than six letters
    std::vector<Finding> findings;    // in order of line

    // Words per sentence + long words per hundred words: below 30 is easy, above 50 is hard.
    [[nodiscard]] int lix() const { return sentences == 0 ? 0 : words / sentences + 100 * long_words / words; }
    // 100 less 2 for each step of LIX above 30 and 10 for each finding; never below 0.
    [[nodiscard]] int score() const;
};

inline constexpr int least_score = 70;         // below it a text is used only with a reason
inline constexpr int longest_sentence = 25;    // words
inline constexpr int longest_lead = 60;        // words before the first answer
inline constexpr int longest_answer = 90;
inline constexpr int highest_lix = 40;

// `bytes` is a text that read_text takes.
Clarity clarity_of(Kind kind, std::string_view bytes);

}  // namespace frist::letters
