// The index rows of one creditor in memory: 40 bytes a case, beside the names of the debtors. It reads nothing itself.
#pragma once
#include "office/register.h"
#include "office/register_search.h"

#include <fmt/format.h>

namespace frist::office {

class RegisterColumns {
public:
    // What a search found outside of the names: numbers of cases, and what is open.
    struct Found {
        bool searched = false;
        std::vector<std::string> words;
        std::vector<Id> cases;
        std::optional<Money> open;
    };
    // Ids in no order, or in the order asked for up to a place.
    struct Matches {
        std::vector<std::uint32_t> ids;
        Counts counts;
        std::size_t count = 0;
    };
    struct OfDebtor {
        int cases = 0;
        int running = 0;
        std::int64_t open = 0;
        bool known = true;
    };

    void clear();
    // `open` is that of the day in `day`; nothing: not known. Error store.damaged: the number is none of ours.
    Outcome put(const RegisterRow& row, std::optional<Money> open);
    Outcome put(const DebtorIndex& debtor);

    // All that match, none in order.
    [[nodiscard]] Matches matching(const CaseAsk& ask, const Found& found) const;
    // The rows of a window, in order. Error register.after: there is no such row to go on behind.
    [[nodiscard]] Result<std::vector<Id>> window(const CaseAsk& ask, const Matches& matches,
                                                 const Window& window) const;
    // Error interest.rate_missing.
    [[nodiscard]] Result<Sum> total(const Matches& matches, Currency currency) const;

    [[nodiscard]] const Names& names() const { return names_; }
    // By debtor.
    [[nodiscard]] std::vector<OfDebtor> by_debtor() const;
    // How many letters are ordered by themselves on each day until then; what is late counts on `today`.
    [[nodiscard]] std::map<Date, int> letters_ahead(Date today, Date until) const;

private:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    struct Entry {
        std::int64_t open = 0;
        std::int32_t next = 0;
        std::int32_t look = 0;
        std::int32_t due = 0;
        std::int32_t closed = 0;  // on this day; 0: it is open
        std::uint32_t debtor = 0;
        std::uint32_t other = none;  // the next case of the same debtor
        std::uint8_t there = 0;
        std::uint8_t state = 0;
        std::uint8_t status = 0;
        std::uint8_t step = 0;  // one more than the kind; 0: none
        std::uint8_t kind = 0;
        std::uint8_t letter = 0;  // 1: what comes next is a letter, by itself
    };
    class Filter;
    void tie(std::uint32_t id, std::uint32_t debtor);
    void untie(std::uint32_t id);
    // Every case that a search, or the debtor asked for, may mean; rising, each once.
    [[nodiscard]] std::vector<std::uint32_t> candidates(const CaseAsk& ask, const Found& found) const;
    void add_cases_of(std::size_t debtor, std::vector<std::uint32_t>& to) const;
    [[nodiscard]] std::uint64_t key_of(std::uint32_t id, const CaseAsk& ask) const;

    std::vector<Entry> cases_;           // by number
    std::vector<std::uint32_t> latest_;  // by debtor: one of its cases, which leads to the others
    Names names_;
};

// The places of a window in their order; with `last`, those behind it. All are ordered when the window lies deep.
template <class Place, class Before>
std::vector<Place> picked(std::vector<Place> places, const Window& window, const std::optional<Place>& last,
                          const Before& before) {
    if (last) std::erase_if(places, [&](const Place& place) { return !before(*last, place); });
    const std::size_t from = last ? 0 : std::min(window.offset, places.size());
    const std::size_t to = from + std::min(window.limit, places.size() - from);
    if (to < places.size() / 4)
        std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(to), places.end(), before);
    else
        std::sort(places.begin(), places.end(), before);
    return {places.begin() + static_cast<std::ptrdiff_t>(from), places.begin() + static_cast<std::ptrdiff_t>(to)};
}

// The list has no such row any more. The number is that of Window::after.
inline Error no_such_place(Id after) {
    return {"register.after", fmt::format("after {}", after), "there is no such row to go on behind",
            "Ask for the list from its beginning."};
}

}  // namespace frist::office
