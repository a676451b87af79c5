#include "office/register_search.h"

#include "base/fold.h"
#include "base/pch.h"

#include <bit>

namespace frist::office {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\xC2\xA0"))
            ++i;  // a blank that does not break
        else if (text[i] != ' ')
            out.push_back(text[i]);
    }
    return out;
}

std::vector<std::string> words_of(std::string_view folded_text) {
    std::vector<std::string> words;
    while (!folded_text.empty()) {
        const std::size_t end = std::min(folded_text.find(' '), folded_text.size());
        if (end > 0) words.emplace_back(folded_text.substr(0, end));
        folded_text.remove_prefix(std::min(end + 1, folded_text.size()));
    }
    return words;
}

std::optional<Money> amount_of(std::string text, Currency currency) {
    if (text.find(',') != std::string::npos) std::erase(text, '.');
    std::replace(text.begin(), text.end(), ',', '.');
    // A number with a nought before it is no sum, and a longer one is a reference.
    if (text.empty() || !is_digit(text.front()) || text.size() > 12 ||
        (text.size() > 1 && text[0] == '0' && text[1] != '.'))
        return std::nullopt;
    const auto amount = Money::parse(text, currency);
    return amount.ok() ? std::optional(*amount) : std::nullopt;
}

// A word of digits stands where a number begins: "26" is no part of 1926.
bool has(std::string_view all, std::string_view word) {
    for (std::size_t at = all.find(word); at != std::string_view::npos; at = all.find(word, at + 1))
        if (at == 0 || !is_digit(word.front()) || !is_digit(all[at - 1])) return true;
    return false;
}

std::uint64_t first_eight(std::string_view name) {
    std::uint64_t first = 0;
    for (std::size_t i = 0; i < 8; ++i)
        first = first << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0);
    return first;
}

}  // namespace

Sought sought(std::string_view text, Currency currency) {
    Sought all;
    std::string compact = without_blanks(text);
    if (compact.starts_with('#')) compact.erase(0, 1);
    const bool only_digits = !compact.empty() && std::all_of(compact.begin(), compact.end(), is_digit);
    all.words = only_digits ? std::vector<std::string>{compact} : words_of(folded(text));
    if (only_digits && compact.size() <= 9) all.case_number = std::stoll(compact);
    if (std::any_of(compact.begin(), compact.end(), is_digit)) all.number = compact;
    all.amount = amount_of(compact, currency);
    return all;
}

void Names::clear() {
    bytes_.clear();
    starts_.clear();
    letters_.clear();
    entries_.clear();
    groups_.assign(1, {});
    replaced_ = 0;
}

void Letters::clear() {
    width_ = 0;
    bits_.clear();
}

std::size_t Letters::hash(std::string_view three) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(three[i])); };
    return ((byte(0) << 16 | byte(1) << 8 | byte(2)) * 2654435761U >> 16) % hashes;
}

void Letters::put(std::size_t block, std::string_view words) {
    const std::size_t at = block / 64;
    if (at >= width_) {
        const std::size_t wider = std::max<std::size_t>(16, 2 * width_);
        std::vector<std::uint64_t> bits(hashes * wider);
        for (std::size_t row = 0; row < hashes && width_ > 0; ++row)
            std::copy_n(bits_.begin() + static_cast<std::ptrdiff_t>(row * width_), width_,
                        bits.begin() + static_cast<std::ptrdiff_t>(row * wider));
        bits_ = std::move(bits);
        width_ = wider;
    }
    for (std::size_t i = 0; i + 3 <= words.size(); ++i)
        bits_[hash(words.substr(i, 3)) * width_ + at] |= std::uint64_t{1} << (block % 64);
}

std::vector<std::uint64_t> Letters::having(std::string_view word, std::size_t blocks) const {
    std::vector<std::uint64_t> all((blocks + 63) / 64, ~std::uint64_t{0});
    for (std::size_t i = 0; i + 3 <= word.size(); ++i) {
        const std::uint64_t* row = &bits_[hash(word.substr(i, 3)) * width_];
        for (std::size_t at = 0; at < all.size(); ++at) all[at] &= row[at];
    }
    return all;
}

void Names::put(const DebtorIndex& debtor) {
    const auto id = static_cast<std::size_t>(debtor.debtor);
    if (id >= entries_.size()) entries_.resize(id + 1);
    // The old name is gone at once; its place when half of all places are like this.
    std::fill_n(bytes_.begin() + entries_[id].at, entries_[id].size, '\0');
    replaced_ += entries_[id].size;
    const std::string name = folded(debtor.name);
    Entry entry{first_eight(name), static_cast<std::uint32_t>(bytes_.size()), 0,
                static_cast<std::uint32_t>(name.size()), 0, debtor.signs};
    const auto group = std::find(groups_.begin(), groups_.end(), debtor.group);
    entry.group = static_cast<std::uint32_t>(group - groups_.begin());
    if (group == groups_.end()) groups_.push_back(debtor.group);
    starts_.push_back({entry.at, static_cast<std::uint32_t>(id)});
    bytes_ += name;
    bytes_ +=
        '\n' + (debtor.key.starts_with("name:") ? std::string() : folded(debtor.key)) + '\n' + debtor.org_number + '\n' + folded(debtor.group) + '\n';
    entry.size = static_cast<std::uint32_t>(bytes_.size()) - entry.at;
    entries_[id] = entry;
    put_letters(starts_.size() - 1);
    if (replaced_ > 1'000'000 && replaced_ > bytes_.size() / 2) compact();
}

void Names::compact() {
    std::string bytes;
    std::vector<Start> starts;
    for (const Start& start : starts_) {
        Entry& entry = entries_[start.debtor];
        if (entry.at != start.at) continue;
        const auto at = static_cast<std::uint32_t>(bytes.size());
        bytes.append(bytes_, entry.at, entry.size);
        entry.at = at;
        starts.push_back({at, start.debtor});
    }
    bytes_ = std::move(bytes);
    starts_ = std::move(starts);
    replaced_ = 0;
    letters_.clear();
    for (std::size_t start = 0; start < starts_.size(); ++start) put_letters(start);
}

void Names::put_letters(std::size_t start) {
    const Entry& entry = entries_[starts_[start].debtor];
    letters_.put(start / Letters::names_in_block, std::string_view(bytes_).substr(entry.at, entry.size));
}

std::string_view Names::name(std::size_t debtor) const {
    const Entry& entry = at(debtor);
    return std::string_view(bytes_).substr(entry.at, entry.name_size);
}

std::string_view Names::customer(std::size_t debtor) const {
    const Entry& entry = at(debtor);
    const std::string_view rest =
        std::string_view(bytes_).substr(entry.at, entry.size).substr(std::min(entry.name_size + 1, entry.size));
    return rest.substr(0, rest.find('\n'));
}

std::optional<std::uint32_t> Names::group_number(std::string_view group) const {
    const auto found = std::find(groups_.begin(), groups_.end(), group);
    if (found == groups_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - groups_.begin());
}

std::vector<std::uint32_t> Names::having(const std::vector<std::string>& words) const {
    std::vector<std::uint32_t> found;
    if (words.empty() || starts_.empty()) return found;
    const std::size_t blocks = (starts_.size() + Letters::names_in_block - 1) / Letters::names_in_block;
    std::vector<std::uint64_t> may = letters_.having(words.front(), blocks);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::vector<std::uint64_t> more = letters_.having(words[i], blocks);
        for (std::size_t at = 0; at < may.size(); ++at) may[at] &= more[at];
    }
    const std::string& longest =
        *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    for (std::size_t at = 0; at < may.size(); ++at)
        for (std::uint64_t rest = may[at]; rest != 0; rest &= rest - 1) {
            const std::size_t block = at * 64 + static_cast<std::size_t>(std::countr_zero(rest));
            if (block < blocks) search_block(block, words, longest, found);
        }
    return found;
}

void Names::search_block(std::size_t block, const std::vector<std::string>& words, const std::string& longest,
                         std::vector<std::uint32_t>& found) const {
    std::size_t start = block * Letters::names_in_block;
    const std::size_t end = std::min(start + Letters::names_in_block, starts_.size());
    const std::size_t to = end < starts_.size() ? starts_[end].at : bytes_.size();
    for (std::size_t at = starts_[start].at; at < to;) {
        const void* hit = memmem(bytes_.data() + at, to - at, longest.data(), longest.size());
        if (hit == nullptr) return;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes_.data());
        while (start + 1 < end && starts_[start + 1].at <= at) ++start;
        const Entry& entry = entries_[starts_[start].debtor];
        if (entry.at == starts_[start].at) {
            const std::string_view own = std::string_view(bytes_).substr(entry.at, entry.size);
            if (std::all_of(words.begin(), words.end(), [&](const std::string& word) { return has(own, word); }))
                found.push_back(starts_[start].debtor);
        }
        at = start + 1 < end ? starts_[start + 1].at : to;
    }
}

}  // namespace frist::office
