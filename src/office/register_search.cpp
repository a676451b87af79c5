#include "office/register_search.h"

#include "base/fold.h"
#include "base/pch.h"

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
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    const auto amount = Money::parse(text, currency);
    return amount.ok() ? std::optional(*amount) : std::nullopt;
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
    entries_.clear();
    replaced_ = 0;
}

void Names::put(const DebtorIndex& debtor) {
    const auto id = static_cast<std::size_t>(debtor.debtor);
    if (id >= entries_.size()) entries_.resize(id + 1);
    if (entries_[id].size != 0) replaced_ += entries_[id].size;
    const std::string name = folded(debtor.name);
    Entry entry{first_eight(name), static_cast<std::uint32_t>(bytes_.size()), 0,
                static_cast<std::uint32_t>(name.size()), debtor.signs};
    starts_.push_back({entry.at, static_cast<std::uint32_t>(id)});
    bytes_ += name;
    bytes_ +=
        '\n' + (debtor.key.starts_with("name:") ? std::string() : folded(debtor.key)) + '\n' + debtor.org_number + '\n';
    entry.size = static_cast<std::uint32_t>(bytes_.size()) - entry.at;
    entries_[id] = entry;
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

// A word of digits stands where a number begins: "26" is no part of 1926.
bool Names::has(std::string_view all, std::string_view word) const {
    for (std::size_t at = all.find(word); at != std::string_view::npos; at = all.find(word, at + 1))
        if (at == 0 || !is_digit(word.front()) || !is_digit(all[at - 1])) return true;
    return false;
}

std::vector<std::uint8_t> Names::having(const std::vector<std::string>& words) const {
    std::vector<std::uint8_t> found(entries_.size());
    if (words.empty()) return found;
    const std::string& longest =
        *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const std::string_view all = bytes_;
    auto start = starts_.begin();
    for (std::size_t at = 0; start != starts_.end() && at < all.size();) {
        const void* hit = memmem(all.data() + at, all.size() - at, longest.data(), longest.size());
        if (hit == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - all.data());
        // The last start that is not behind the hit.
        start = std::prev(
            std::upper_bound(start, starts_.end(), at, [](std::size_t place, const Start& s) { return place < s.at; }));
        const Entry& entry = entries_[start->debtor];
        const auto after = std::next(start);
        at = after == starts_.end() ? all.size() : after->at;
        if (entry.at == start->at) {
            const std::string_view own = all.substr(entry.at, entry.size);
            found[start->debtor] =
                std::all_of(words.begin(), words.end(), [&](const std::string& word) { return has(own, word); });
        }
        start = after;
    }
    return found;
}

}  // namespace frist::office
