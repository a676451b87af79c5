#include "letters/clarity.h"

#include "base/pch.h"

namespace frist::letters {
namespace {

struct Question {
    std::string_view words;
    std::vector<std::string_view> answers;   // blocks, any of which answers it
};

std::vector<Question> questions_of(Kind kind) {
    if (is_petition(kind)) return {};   // an office reads it by its headings
    if (kind == Kind::annex) return {{"how much", {"total"}}, {"what if it is wrong", {"objection"}}};
    if (kind == Kind::closing) return {{"what is it about", {"subject"}}, {"how much is left", {"closed"}}, {"what happens now", {"next"}}, {"what if it is wrong", {"objection"}}};
    return {{"what is it about", {"subject"}}, {"how much", {"total"}}, {"by when", {"deadline", "two_weeks"}},
            {"what happens otherwise", {"next", "collection_starts", "more_costs", "enforcement", "petition", "default_terms"}}, {"what if it is wrong", {"objection"}}};
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == ';'; }

// The words as a reader meets them: a placeholder is one short word, conditions and ** are nothing.
std::string readable(std::string_view line) {
    std::string out;
    while (!line.empty()) {
        const auto next = std::min(line.find("{{"), line.find("**"));
        out += line.substr(0, next);
        if (next == line.npos) break;
        line.remove_prefix(next + 2);
        if (line.data()[-1] == '*') continue;
        const auto close = line.find("}}");
        const bool value = close != line.npos && close > 0 && line[0] != '#' && line[0] != '^' && line[0] != '/';
        if (value) out += "x";
        else if (!out.empty() && ends_sentence(out.back())) out += ' ';
        line.remove_prefix(close == line.npos ? line.size() : close + 2);
    }
    return out;
}

int letters_in(std::string_view word) {
    return static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte & 0xC0) != 0x80 && (byte >= 0x80 || std::isalnum(byte));
    }));
}

class Reader {
public:
    explicit Reader(Kind kind) : kind_(kind) {}

    void line(std::string_view text, int number) {
        number_ = number;
        if (text.starts_with("[")) return block(text);
        if (text.empty() || text.starts_with("#") || text.starts_with("? ") || name_ == "title" || name_ == "mail") return;
        const int before = clarity_.words;
        sentences(readable(text));
        block_words_ += clarity_.words - before;
    }

    Clarity finished() {
        end_block();
        for (const Question& question : questions_of(kind_))
            if (std::none_of(question.answers.begin(), question.answers.end(), [&](std::string_view a) { return answered_.contains(std::string(a)); }))
                find(1, fmt::format("the letter does not answer: {}", question.words), fmt::format("Add a block [answer {}].", question.answers.front()));
        if (clarity_.lix() > highest_lix)
            find(1, fmt::format("the text is hard to read: LIX {}", clarity_.lix()), fmt::format("Use shorter sentences and everyday words; {} is the most.", highest_lix));
        std::stable_sort(clarity_.findings.begin(), clarity_.findings.end(), [](const Finding& a, const Finding& b) { return a.line < b.line; });
        return std::move(clarity_);
    }

private:
    void find(int line, std::string message, std::string remedy) { clarity_.findings.push_back({line, std::move(message), std::move(remedy)}); }

    void block(std::string_view heading) {
        end_block();
        block_line_ = number_;
        block_words_ = 0;
        statutory_ = heading.find("statutory:") != heading.npos;
        const std::string_view inner = heading.substr(1, heading.find_first_of(",]") - 1);
        const auto blank = inner.find(' ');
        sort_ = inner.substr(0, blank);
        name_ = blank == inner.npos ? sort_ : std::string(inner.substr(blank + 1));
        if (sort_ == "answer" || sort_ == "person") answered_.insert(name_);
    }

    void end_block() {
        if (statutory_) return;
        if (sort_ == "lead" && block_words_ > longest_lead)
            find(block_line_, fmt::format("{} words come before the first answer", block_words_), fmt::format("Keep the first words below {}; the answers come first.", longest_lead));
        if (sort_ == "answer" && block_words_ > longest_answer)
            find(block_line_, fmt::format("an answer of {} words", block_words_), fmt::format("Keep it below {}, and put the rest in a [section].", longest_answer));
    }

    void sentences(std::string_view text) {
        int length = 0;
        const auto end = [&] {
            if (length == 0) return;
            ++clarity_.sentences;
            if (length > longest_sentence && !statutory_)
                find(number_, fmt::format("a sentence of {} words", length), fmt::format("Make two of it: {} words are the most.", longest_sentence));
            length = 0;
        };
        while (!text.empty()) {
            const auto blank = text.find(' ');
            const std::string_view word = text.substr(0, blank);
            text = blank == text.npos ? std::string_view{} : text.substr(blank + 1);
            const int size = letters_in(word);
            if (size > 0) {
                ++length;
                ++clarity_.words;
                if (size > 6) ++clarity_.long_words;
            }
            if (!word.empty() && ends_sentence(word.back())) end();
        }
        end();
    }

    Kind kind_;
    Clarity clarity_;
    int number_ = 0;
    int block_line_ = 1;
    int block_words_ = 0;
    bool statutory_ = false;
    std::string sort_;
    std::string name_;
    std::set<std::string> answered_;
};

}  // namespace

int Clarity::score() const {
    const int hard = std::max(0, lix() - 30);
    return std::max(0, 100 - 2 * hard - 10 * static_cast<int>(findings.size()));
}

Clarity clarity_of(Kind kind, std::string_view bytes) {
    Reader reader(kind);
    for (int number = 1; !bytes.empty(); ++number) {
        const auto end = bytes.find('\n');
        std::string_view line = bytes.substr(0, end);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        reader.line(line, number);
        bytes = end == bytes.npos ? std::string_view{} : bytes.substr(end + 1);
    }
    return reader.finished();
}

}  // namespace frist::letters
