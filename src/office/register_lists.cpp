// The two other lists of the register: open items that are in no case, and debtors.
#include "base/pch.h"
#include "office/register_held.h"

namespace frist::office {
namespace {

// A name or a number among others; equal ones by id.
struct Place {
    std::uint64_t key = 0;
    std::string_view word;
    Id id = 0;
};

std::uint64_t rising(std::int64_t value) {
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

// Numbers of one length sort as numbers when the shorter ones come first.
std::uint64_t length_if_number(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9' ? word.size()
                                                                       : std::numeric_limits<std::uint64_t>::max();
}

class Order {
public:
    explicit Order(bool descending) : descending_(descending) {}
    bool operator()(const Place& a, const Place& b) const { return descending_ ? less(b, a) : less(a, b); }

private:
    static bool less(const Place& a, const Place& b) {
        return std::tie(a.key, a.word, a.id) < std::tie(b.key, b.word, b.id);
    }
    bool descending_;
};

bool begins_with(const std::string& number, const std::string& wanted) {
    const auto same = [](char a, char b) {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        return small(a) == small(b);
    };
    return !wanted.empty() && number.size() >= wanted.size() &&
           std::equal(wanted.begin(), wanted.end(), number.begin(), same);
}

bool is_warning(Signs signs) {
    return signs.has(Sign::address_missing) || signs.has(Sign::kind_unknown);
}

class Ledger {
public:
    Ledger(const std::vector<LooseItem>& items, const Names& names, const LedgerAsk& ask, const Sought& search)
        : items_(items), names_(names), ask_(ask), search_(search), debtors_(names.size()) {
        for (const std::uint32_t debtor : names.having(search.words)) debtors_[debtor] = 1;
        if (!ask.group.empty()) group_ = names.group_number(ask.group);
    }

    [[nodiscard]] bool takes(const LooseItem& item) const {
        if (ask_.open_only && item.open == 0) return false;
        if (ask_.overdue_only && item.due >= ask_.day) return false;
        if (ask_.warned != Warned::any && warned(item) != (ask_.warned == Warned::with)) return false;
        if (!ask_.group.empty() && group_ != names_.at(static_cast<std::size_t>(item.debtor)).group) return false;
        if (!search_.nothing() && !sought(item)) return false;
        return !ask_.also || (!item.foreign && ask_.also(item.debtor, item.due, item.open));
    }
    [[nodiscard]] bool warned(const LooseItem& item) const {
        return item.warned || is_warning(names_.at(static_cast<std::size_t>(item.debtor)).signs);
    }
    [[nodiscard]] Place place(const LooseItem& item) const {
        const auto debtor = static_cast<std::size_t>(item.debtor);
        switch (ask_.sort) {
            case LedgerSort::due: return {rising(item.due.days_since_1970()), {}, item.item};
            case LedgerSort::number: return {length_if_number(item.number), item.number, item.item};
            case LedgerSort::name: return {names_.at(debtor).first, names_.name(debtor), item.item};
            case LedgerSort::amount: return {rising(item.amount), {}, item.item};
            case LedgerSort::open: return {rising(item.open), {}, item.item};
        }
        return {};
    }

private:
    [[nodiscard]] bool sought(const LooseItem& item) const {
        const auto debtor = static_cast<std::size_t>(item.debtor);
        if (debtor < debtors_.size() && debtors_[debtor] != 0) return true;
        if (begins_with(item.number, search_.number) || begins_with(item.kid, search_.number)) return true;
        return search_.amount && (search_.amount->minor() == item.amount || search_.amount->minor() == item.open);
    }

    const std::vector<LooseItem>& items_;
    const Names& names_;
    const LedgerAsk& ask_;
    const Sought& search_;
    std::vector<std::uint8_t> debtors_;
    std::optional<std::uint32_t> group_;   // the one asked for, when somebody is in it
};

LedgerItem told(const ItemRow& row, Date day) {
    LedgerItem item;
    item.item = row.id;
    item.number = row.number;
    item.kid = row.kid;
    item.amount = row.amount;
    item.open = row.open;
    item.invoiced = row.invoiced;
    item.due = row.due;
    item.days_over = std::max(0, (day - row.due).count);
    item.warning = row.warning;
    return item;
}

Place place_of(const DebtorAsk& ask, const Names& names, std::size_t debtor, const RegisterColumns::OfDebtor& of) {
    const auto id = static_cast<Id>(debtor);
    switch (ask.sort) {
        case DebtorSort::name: return {names.at(debtor).first, names.name(debtor), id};
        case DebtorSort::customer: return {length_if_number(names.customer(debtor)), names.customer(debtor), id};
        case DebtorSort::running: return {static_cast<std::uint64_t>(of.running), {}, id};
        case DebtorSort::open: return {rising(of.open), {}, id};
    }
    return {};
}

// Of the debtors that match, in no order.
std::vector<Place> places_of(const DebtorAsk& ask, const Names& names, const std::vector<RegisterColumns::OfDebtor>& all, const Sought& search) {
    std::vector<bool> found(names.size());
    for (const std::uint32_t debtor : names.having(search.words)) found[debtor] = true;
    const auto group = names.group_number(ask.group);
    std::vector<Place> places;
    for (std::size_t debtor = 0; debtor < all.size(); ++debtor) {
        const Names::Entry& entry = names.at(debtor);
        if (entry.size == 0 || (ask.running_only && all[debtor].running == 0)) continue;
        if (ask.address_missing && !entry.signs.has(Sign::address_missing)) continue;
        if (!ask.group.empty() && group != entry.group) continue;
        if (!search.nothing() && !found[debtor]) continue;
        places.push_back(place_of(ask, names, debtor, all[debtor]));
    }
    return places;
}

}  // namespace

// Read anew whenever something was committed: there is no sign of what has changed in the mirror.
Outcome Register::load_loose(Held& held, Id creditor) {
    FRIST_TRY(const std::int64_t commits, source_.commits());
    if (held.loose_commits == commits) return done;
    const std::unique_lock changing(held_);
    held.loose_commits.reset();
    held.loose.clear();
    FRIST_TRY_DONE(source_.each_loose_item(creditor, [&](const ItemRow& row) -> Outcome {
        held.loose.push_back({row.id, row.debtor, row.due, row.amount.minor(), row.open.minor(),
                              row.open.currency() != country_.currency(), !row.warning.empty(), row.number, row.kid});
        return done;
    }));
    std::sort(held.loose.begin(), held.loose.end(),
              [](const LooseItem& a, const LooseItem& b) { return a.item < b.item; });
    held.loose_commits = commits;
    return done;
}

Result<LedgerPage> Register::ledger(const LedgerAsk& ask, const Window& window) {
    LedgerPage page;
    page.open = Money(0, country_.currency());
    std::vector<std::string> numbers;
    {
        FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search, Wanted::loose_items));
        const std::vector<LooseItem>& items = seen.held->loose;
        const Ledger ledger(items, seen.held->columns.names(), ask, seen.search);
        std::vector<Place> places;
        for (const LooseItem& item : items) {
            if (!ledger.takes(item)) continue;
            ++page.count;
            page.warned += ledger.warned(item) ? 1 : 0;
            if (!item.foreign) page.open += Money(item.open, country_.currency());
            places.push_back(ledger.place(item));
        }
        const auto of = [&](Id id) {
            return std::lower_bound(items.begin(), items.end(), id,
                                    [](const LooseItem& a, Id b) { return a.item < b; });
        };
        std::optional<Place> last;
        if (window.after) {
            const auto item = of(*window.after);
            if (item == items.end() || item->item != *window.after) return no_such_place(*window.after);
            last = ledger.place(*item);
        }
        Window one_more = window;
        one_more.limit = std::min(window.limit, std::numeric_limits<std::size_t>::max() - 1) + 1;
        std::vector<Place> rows = picked(std::move(places), one_more, last, Order(ask.descending));
        if (rows.size() > window.limit) {
            rows.pop_back();
            if (!rows.empty()) page.next = rows.back().id;
        }
        for (const Place& place : rows) numbers.push_back(of(place.id)->number);
    }
    const std::lock_guard reading(reading_);
    for (const std::string& number : numbers) {
        FRIST_TRY(const auto row, store_.item(ask.creditor, number));
        if (!row) continue;
        LedgerItem item = told(*row, ask.day);
        FRIST_TRY(item.debtor, label(store_, ask.creditor, row->debtor));
        page.rows.push_back(std::move(item));
    }
    return page;
}

Result<std::vector<Id>> Register::ledger_ids(const LedgerAsk& ask) {
    FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search, Wanted::loose_items));
    const Ledger ledger(seen.held->loose, seen.held->columns.names(), ask, seen.search);
    std::vector<Place> places;
    for (const LooseItem& item : seen.held->loose)
        if (ledger.takes(item)) places.push_back(ledger.place(item));
    std::sort(places.begin(), places.end(), Order(ask.descending));
    std::vector<Id> ids;
    ids.reserve(places.size());
    for (const Place& place : places) ids.push_back(place.id);
    return ids;
}

Result<DebtorPage> Register::debtors(const DebtorAsk& ask, const Window& window) {
    DebtorPage page;
    std::vector<std::pair<Id, RegisterColumns::OfDebtor>> rows;
    {
        FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search));
        const Names& names = seen.held->columns.names();
        const std::vector<RegisterColumns::OfDebtor> all = seen.held->columns.by_debtor();
        std::vector<Place> places = places_of(ask, names, all, seen.search);
        page.count = places.size();
        std::optional<Place> last;
        if (window.after) {
            const auto debtor = static_cast<std::size_t>(*window.after);
            if (debtor >= all.size() || names.at(debtor).size == 0) return no_such_place(*window.after);
            last = place_of(ask, names, debtor, all[debtor]);
        }
        Window one_more = window;
        one_more.limit = std::min(window.limit, std::numeric_limits<std::size_t>::max() - 1) + 1;
        for (const Place& place : picked(std::move(places), one_more, last, Order(ask.descending)))
            rows.emplace_back(place.id, all[static_cast<std::size_t>(place.id)]);
    }
    if (rows.size() > window.limit) {
        rows.pop_back();
        if (!rows.empty()) page.next = rows.back().first;
    }
    const std::lock_guard reading(reading_);
    for (const auto& [debtor, of] : rows) {
        DebtorLine line;
        FRIST_TRY(line.debtor, label(store_, ask.creditor, debtor));
        line.cases = of.cases;
        line.running = of.running;
        if (of.known) line.open = Money(of.open, country_.currency());
        page.rows.push_back(std::move(line));
    }
    return page;
}

Result<std::vector<Id>> Register::debtor_ids(const DebtorAsk& ask) {
    FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search));
    const std::vector<RegisterColumns::OfDebtor> all = seen.held->columns.by_debtor();
    std::vector<Place> places = places_of(ask, seen.held->columns.names(), all, seen.search);
    std::sort(places.begin(), places.end(), Order(ask.descending));
    std::vector<Id> ids;
    ids.reserve(places.size());
    for (const Place& place : places) ids.push_back(place.id);
    return ids;
}

Result<std::vector<Group>> Register::groups(Id creditor, Date day) {
    FRIST_TRY(const Seen seen, see(creditor, day, {}));
    const Names& names = seen.held->columns.names();
    std::vector<Group> all;
    for (const std::string& name : names.groups()) all.push_back({name, 0});
    for (std::size_t debtor = 0; debtor < names.size(); ++debtor)
        if (names.at(debtor).size != 0) ++all[names.at(debtor).group].debtors;
    std::erase_if(all, [](const Group& group) { return group.name.empty() || group.debtors == 0; });
    std::sort(all.begin(), all.end(), [](const Group& a, const Group& b) { return a.name < b.name; });
    return all;
}

}  // namespace frist::office
