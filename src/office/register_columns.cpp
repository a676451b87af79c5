#include "office/register_columns.h"

#include "base/pch.h"

namespace frist::office {
namespace {

constexpr Id highest = 100'000'000;  // a number above this is no running number
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

std::int32_t day_or_never(const std::optional<Date>& day) {
    return day ? day->days_since_1970() : never;
}

template <class E>
std::uint8_t small(E value) {
    return static_cast<std::uint8_t>(value);
}

std::uint8_t step_code(const std::optional<cases::StepKind>& step) {
    return step ? static_cast<std::uint8_t>(small(*step) + 1) : std::uint8_t{0};
}

std::uint64_t rising(std::int64_t value) {
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

Outcome ours(Id id, std::string_view what) {
    if (id >= 0 && id <= highest) return done;
    return Error{"store.damaged", fmt::format("{} {}", what, id), "is no running number",
                 "Restore the latest backup that verifies."};
}

}  // namespace

void RegisterColumns::clear() {
    cases_.clear();
    latest_.clear();
    names_.clear();
}

void RegisterColumns::tie(std::uint32_t id, std::uint32_t debtor) {
    if (debtor >= latest_.size()) latest_.resize(debtor + std::size_t{1}, none);
    cases_[id].debtor = debtor;
    cases_[id].other = latest_[debtor];
    latest_[debtor] = id;
}

void RegisterColumns::untie(std::uint32_t id) {
    std::uint32_t* from = &latest_[cases_[id].debtor];
    while (*from != id) from = &cases_[*from].other;
    *from = cases_[id].other;
}

void RegisterColumns::add_cases_of(std::size_t debtor, std::vector<std::uint32_t>& to) const {
    if (debtor >= latest_.size()) return;
    for (std::uint32_t id = latest_[debtor]; id != none; id = cases_[id].other) to.push_back(id);
}

Outcome RegisterColumns::put(const RegisterRow& row, std::optional<Money> open) {
    FRIST_TRY_DONE(ours(row.case_id, "case"));
    FRIST_TRY_DONE(ours(row.debtor, "debtor"));
    const auto id = static_cast<std::size_t>(row.case_id);
    if (id >= cases_.size()) cases_.resize(id + 1);
    Entry& entry = cases_[id];
    entry.open = open ? open->minor() : unknown;
    entry.next = day_or_never(row.next.on);
    entry.look = day_or_never(row.look);
    entry.due = tab_of(row.status) == Tab::closed ? never : day_or_never(row.oldest_due);
    const auto debtor = static_cast<std::uint32_t>(row.debtor);
    if (entry.there == 0 || entry.debtor != debtor) {
        if (entry.there != 0) untie(static_cast<std::uint32_t>(id));
        tie(static_cast<std::uint32_t>(id), debtor);
    }
    entry.closed = row.closed_on ? row.closed_on->days_since_1970() : 0;
    entry.there = 1;
    entry.state = small(row.state);
    entry.status = small(row.status);
    entry.step = step_code(row.step);
    entry.kind = small(row.kind);
    entry.letter = row.next.what == Coming::step && row.next.kind && !cases::is_legal(*row.next.kind) ? 1 : 0;
    return done;
}

Outcome RegisterColumns::put(const DebtorIndex& debtor) {
    FRIST_TRY_DONE(ours(debtor.debtor, "debtor"));
    names_.put(debtor);
    return done;
}

// What is asked for, brought to numbers once for all cases.
class RegisterColumns::Filter {
public:
    Filter(const RegisterColumns& columns, const CaseAsk& ask)
        : names_(columns.names_),
          look_(day_or_never(ask.look_until)),
          next_(day_or_never(ask.next_until)) {
        if (ask.open_from) from_ = ask.open_from->minor();
        if (ask.open_to) to_ = ask.open_to->minor();
        sums_ = ask.open_from || ask.open_to;
        missing_ = ask.address_missing;
        if (!ask.group.empty()) group_ = names_.group_number(ask.group).value_or(nobodys);
        if (ask.closed_from) closed_ = ask.closed_from->days_since_1970();
        for (const auto kind : ask.kinds) kinds_ |= 1U << small(kind);
        for (const auto& step : ask.steps) steps_ |= 1U << step_code(step);
        if (ask.state) states_ = 1U << small(*ask.state);
        for (std::size_t s = 0; s < status_count; ++s) {
            const auto status = static_cast<Status>(s);
            const bool wanted =
                ask.status.empty() || std::find(ask.status.begin(), ask.status.end(), status) != ask.status.end();
            if (wanted && (!ask.tab || tab_of(status) == *ask.tab)) statuses_ |= 1U << s;
        }
        plain_ = kinds_ == 0 && steps_ == 0 && states_ == 0 && next_ == never && look_ == never && !sums_ && !missing_ &&
                 closed_ == 0 && group_ == 0;
    }

    // All but the tab, the status, and what candidates() looks for.
    [[nodiscard]] bool takes(const Entry& e) const {
        if (plain_) return true;
        if (kinds_ != 0 && (kinds_ >> e.kind & 1) == 0) return false;
        if (steps_ != 0 && (steps_ >> e.step & 1) == 0) return false;
        if (states_ != 0 && (states_ >> e.state & 1) == 0) return false;
        if (next_ != never && e.next > next_) return false;
        if (look_ != never && e.look > look_) return false;
        if (sums_ && (e.open == unknown || e.open < from_ || e.open > to_)) return false;
        if (closed_ != 0 && e.closed < closed_) return false;
        if (group_ != 0 && names_.at(e.debtor).group != group_) return false;
        return !missing_ || names_.at(e.debtor).signs.has(Sign::address_missing);
    }
    [[nodiscard]] bool of_status(std::uint8_t status) const { return (statuses_ >> status & 1) != 0; }

private:
    static constexpr std::uint32_t nobodys = 0xFFFF'FFFF;
    const Names& names_;
    std::uint32_t group_ = 0;  // 0: any
    std::int32_t look_, next_;
    std::int32_t closed_ = 0;
    std::int64_t from_ = unknown, to_ = std::numeric_limits<std::int64_t>::max();
    bool plain_ = false, sums_ = false, missing_ = false;
    unsigned kinds_ = 0, steps_ = 0, states_ = 0;  // 0: any
    unsigned statuses_ = 0;
};

std::vector<std::uint32_t> RegisterColumns::candidates(const CaseAsk& ask, const Found& found) const {
    std::vector<std::uint32_t> ids;
    if (found.searched) {
        for (const std::uint32_t debtor : names_.having(found.words)) add_cases_of(debtor, ids);
        for (const Id id : found.cases)
            if (id >= 0 && static_cast<std::size_t>(id) < cases_.size() && cases_[static_cast<std::size_t>(id)].there != 0)
                ids.push_back(static_cast<std::uint32_t>(id));
        if (found.open)
            for (std::size_t id = 0; id < cases_.size(); ++id)
                if (cases_[id].open == found.open->minor() && cases_[id].there != 0) ids.push_back(static_cast<std::uint32_t>(id));
        if (ask.debtor) std::erase_if(ids, [&](std::uint32_t id) { return cases_[id].debtor != static_cast<std::uint32_t>(*ask.debtor); });
    } else {
        add_cases_of(static_cast<std::size_t>(*ask.debtor), ids);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

RegisterColumns::Matches RegisterColumns::matching(const CaseAsk& ask, const Found& found) const {
    const Filter filter(*this, ask);
    Matches matches;
    const auto look = [&](std::uint32_t id) {
        const Entry& e = cases_[id];
        if (e.there == 0 || !filter.takes(e)) return;
        ++matches.counts.status[e.status];
        if (filter.of_status(e.status)) matches.ids.push_back(id);
    };
    if (found.searched || ask.debtor) {
        for (const std::uint32_t id : candidates(ask, found)) look(id);
    } else {
        for (std::size_t id = 0; id < cases_.size(); ++id) look(static_cast<std::uint32_t>(id));
    }
    for (std::size_t s = 0; s < status_count; ++s)
        matches.counts.tab[static_cast<std::size_t>(tab_of(static_cast<Status>(s)))] += matches.counts.status[s];
    matches.count = matches.ids.size();
    return matches;
}

std::uint64_t RegisterColumns::key_of(std::uint32_t id, const CaseAsk& ask) const {
    const Entry& e = cases_[id];
    switch (ask.sort) {
        case CaseSort::number: return id;
        case CaseSort::name: return names_.at(e.debtor).first;
        case CaseSort::step: return e.step;
        case CaseSort::next: return rising(e.next);
        case CaseSort::days_over:
            return e.due == never ? 0 : static_cast<std::uint64_t>(std::max(0, ask.day.days_since_1970() - e.due));
        case CaseSort::open: return rising(e.open);
    }
    return id;
}

Result<std::vector<Id>> RegisterColumns::window(const CaseAsk& ask, const Matches& matches,
                                                const Window& window) const {
    struct Place {
        std::uint64_t key;
        std::uint32_t id;
    };
    const auto less = [&](const Place& a, const Place& b) {
        if (a.key != b.key) return a.key < b.key;
        if (ask.sort == CaseSort::name) {
            const int names = names_.name(cases_[a.id].debtor).compare(names_.name(cases_[b.id].debtor));
            if (names != 0) return names < 0;
        }
        return a.id < b.id;
    };
    const auto before = [&](const Place& a, const Place& b) { return ask.descending ? less(b, a) : less(a, b); };
    std::optional<Place> last;
    if (window.after) {
        const Id after = *window.after;
        if (after < 0 || static_cast<std::size_t>(after) >= cases_.size() ||
            cases_[static_cast<std::size_t>(after)].there == 0)
            return no_such_place(after);
        const auto id = static_cast<std::uint32_t>(after);
        last = Place{key_of(id, ask), id};
    }
    std::vector<Place> places;
    places.reserve(matches.ids.size());
    for (const std::uint32_t id : matches.ids) places.push_back({key_of(id, ask), id});
    std::vector<Id> ids;
    for (const Place& place : picked(std::move(places), window, last, before)) ids.push_back(place.id);
    return ids;
}

Result<Sum> RegisterColumns::total(const Matches& matches, Currency currency) const {
    Sum sum{matches.count, Money(0, currency)};
    for (const std::uint32_t id : matches.ids) {
        if (cases_[id].open == unknown)
            return Error{"interest.rate_missing", fmt::format("case {}", id), "its open sum is not known for this day",
                         "Add the rate with its source to the law tables; nothing is computed with an older one."};
        sum.open += Money(cases_[id].open, currency);
    }
    return sum;
}

std::map<Date, int> RegisterColumns::letters_ahead(Date today, Date until) const {
    std::map<Date, int> days;
    const std::int32_t first = today.days_since_1970();
    const std::int32_t last = until.days_since_1970();
    for (const Entry& e : cases_)
        if (e.there != 0 && e.letter != 0 && e.next <= last) ++days[Date::from_days(std::max(first, e.next))];
    return days;
}

std::vector<RegisterColumns::OfDebtor> RegisterColumns::by_debtor() const {
    std::vector<OfDebtor> all(names_.size());
    for (const Entry& e : cases_) {
        if (e.there == 0 || e.debtor >= all.size()) continue;
        OfDebtor& of = all[e.debtor];
        ++of.cases;
        if (tab_of(static_cast<Status>(e.status)) != Tab::closed) ++of.running;
        if (e.open == unknown)
            of.known = false;
        else
            of.open += e.open;
    }
    return all;
}

}  // namespace frist::office
