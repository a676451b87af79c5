#include "bank/fingerprint.h"

#include "base/hash.h"
#include "base/pch.h"

namespace frist::bank {
namespace {

char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void add_reference(std::string& key, std::string_view reference) {
    reference.remove_prefix(std::min(reference.find_first_not_of("0 "), reference.size()));
    for (const char c : reference)
        if (c != ' ') key += capital(c);
}

// Banks break lines and add blanks and full stops as they like.
bool add_text(std::string& key, const std::vector<std::string>& text) {
    const std::size_t before = key.size();
    for (const std::string& line : text) {
        for (const char c : line) {
            const char big = capital(c);
            const bool letter = (big >= 'A' && big <= 'Z') || (big >= '0' && big <= '9') || (big & 0x80) != 0;
            if (letter) key += big;
        }
    }
    return key.size() != before;
}

void make_key(std::string& key, const PaymentItem& item) {
    key.clear();
    const bool announced = item.kind == Kind::information || item.kind == Kind::failed;
    fmt::format_to(std::back_inserter(key), "{}\n{}\n{}\n{}\n{}\n", announced ? "announced" : "booked", item.account,
                   item.booking_date.days_since_1970(), item.amount.minor(), item.amount.currency().code());
    if (!item.reference.empty()) {
        key += "reference\n";
        return add_reference(key, item.reference);
    }
    for (const Reference& document : item.more_references) {
        key += "document\n";
        add_reference(key, document.value);
    }
    key += "text\n";
    if (add_text(key, item.text)) return;
    key += item.archive_ref.empty() ? item.payer_account : item.archive_ref;
}

// Most prints differ in their first eight letters; only then is the whole one looked at.
struct Seen {
    std::string_view print;
    std::size_t index;
    std::uint64_t head = head_of(print);

    static std::uint64_t head_of(std::string_view print) {
        std::uint64_t head = 0;
        for (std::size_t i = 0; i < 8; ++i) head = head << 8 | (i < print.size() ? static_cast<unsigned char>(print[i]) : 0U);
        return head;
    }
    bool operator<(const Seen& other) const { return head != other.head ? head < other.head : std::tie(print, index) < std::tie(other.print, other.index); }
};

}  // namespace

void fill_fingerprints(std::vector<PaymentItem>& items) {
    std::string key;
    std::vector<Seen> seen;
    seen.reserve(items.size());
    for (PaymentItem& item : items) {
        make_key(key, item);
        item.fingerprint = sha256(key);
        seen.push_back({item.fingerprint, seen.size()});
    }
    std::sort(seen.begin(), seen.end());
    std::vector<std::pair<std::size_t, std::string>> again;
    std::size_t ordinal = 1;
    for (std::size_t i = 1; i < seen.size(); ++i) {
        ordinal = seen[i].print == seen[i - 1].print ? ordinal + 1 : 1;
        if (ordinal == 1) continue;
        make_key(key, items[seen[i].index]);
        again.emplace_back(seen[i].index, sha256(key + fmt::format("\nordinal {}", ordinal)));
    }
    for (auto& [index, print] : again) items[index].fingerprint = std::move(print);
}

}  // namespace frist::bank
