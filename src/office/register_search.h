// What somebody typed into the one box of a register: parts of a name, or one number, or a sum.
#pragma once
#include "office/register_source.h"

namespace frist::office {

struct Sought {
    std::vector<std::string> words;  // folded; all of them stand in the name, customer number or organisation number
    std::string number;              // as an invoice or a reference has it; empty: it is none
    std::optional<Id> case_number;
    std::optional<Money> amount;
    [[nodiscard]] bool nothing() const { return words.empty() && number.empty() && !case_number && !amount; }
};

// A text with a digit in it may be a number; digits and blanks alone are one number. Sums as people write them:
// "12 761,31", "12761.31", "12761".
Sought sought(std::string_view text, Currency currency);

// Which blocks of names may hold a word: a row of bits for each hash of three letters, a bit for each block.
class Letters {
public:
    static constexpr std::size_t names_in_block = 8;
    void clear();
    void put(std::size_t block, std::string_view words);
    // A bit for each block; all of them for a word that is too short to tell.
    [[nodiscard]] std::vector<std::uint64_t> having(std::string_view word, std::size_t blocks) const;

private:
    static constexpr std::size_t hashes = 1024;
    static std::size_t hash(std::string_view three);
    std::size_t width_ = 0;  // of a row, in words of 64 bits
    std::vector<std::uint64_t> bits_;
};

// The names of debtors in one row of bytes; a search runs through the blocks that have its letters.
class Names {
public:
    struct Entry {
        std::uint64_t first = 0;  // eight bytes of the name, so that most comparisons end here
        std::uint32_t at = 0;
        std::uint32_t size = 0;  // 0: there is no such debtor
        std::uint32_t name_size = 0;
        std::uint32_t group = 0;  // its number; 0: none
        Signs signs;
    };
    void clear();
    void put(const DebtorIndex& debtor);

    // One more than the highest number.
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const Entry& at(std::size_t debtor) const {
        return debtor < entries_.size() ? entries_[debtor] : none_;
    }
    // The folded name.
    [[nodiscard]] std::string_view name(std::size_t debtor) const;
    // The folded customer number; empty: it has none of its own.
    [[nodiscard]] std::string_view customer(std::size_t debtor) const;
    // The number of a group with exactly this name; nothing: no debtor was ever in it.
    [[nodiscard]] std::optional<std::uint32_t> group_number(std::string_view group) const;
    // By number; the first is none.
    [[nodiscard]] const std::vector<std::string>& groups() const { return groups_; }
    // The debtors that have all the words, each once, in no order.
    [[nodiscard]] std::vector<std::uint32_t> having(const std::vector<std::string>& words) const;

private:
    void compact();
    void put_letters(std::size_t start);
    void search_block(std::size_t block, const std::vector<std::string>& words, const std::string& longest,
                      std::vector<std::uint32_t>& found) const;

    std::string bytes_;
    struct Start {
        std::uint32_t at = 0;
        std::uint32_t debtor = 0;
    };
    std::vector<Start> starts_;   // rising; some of names that have been replaced
    Letters letters_;
    std::vector<Entry> entries_;  // by debtor
    std::vector<std::string> groups_{std::string()};
    std::size_t replaced_ = 0;
    Entry none_;
};

}  // namespace frist::office
