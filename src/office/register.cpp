#include "office/register.h"

#include "base/pch.h"
#include "office/register_held.h"

namespace frist::office {
namespace {

constexpr int chunk = 1000;                    // rows made anew in one transaction
constexpr int most_numbers = 5000;             // that begin like what was typed
constexpr std::size_t most_remembered = 64;    // answers
constexpr std::size_t most_rows = 200;         // of a remembered answer; the rows of a longer one are read each time
constexpr std::size_t shortest_beginning = 3;  // what is shorter must be the whole number

// As typed, and with the capitals that an accounting program may have.
std::set<std::string> spellings(const std::string& number) {
    std::set<std::string> all{number};
    std::string other = number;
    for (char& c : other) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    all.insert(other);
    for (char& c : other) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    all.insert(other);
    return all;
}

// Looks up the numbers that a search may mean.
class Numbers {
public:
    Numbers(Store& store, RegisterSource& source, Id creditor, const Sought& search)
        : store_(store), source_(source), creditor_(creditor), search_(search) {}

    Outcome run() {
        if (search_.case_number) {
            FRIST_TRY(const auto row, store_.register_row(creditor_, *search_.case_number));
            if (row) exactly(row->case_id, FoundBy::number);
        }
        if (!search_.number.empty()) FRIST_TRY_DONE(beginnings());
        if (!search_.amount) return done;
        found.open = search_.amount;
        FRIST_TRY(const auto invoices, source_.invoices_of(creditor_, *search_.amount, most_numbers));
        for (const NumberFound& one : invoices)
            if (one.case_id != 0) found.cases.push_back(one.case_id);
        return done;
    }

    RegisterColumns::Found found;
    std::vector<ExactHit> exact;

private:
    Outcome beginnings() {
        const int limit = search_.number.size() < shortest_beginning ? 1 : most_numbers;
        for (const std::string& number : spellings(search_.number)) {
            FRIST_TRY(const auto invoices, source_.invoices(creditor_, number, limit));
            take(invoices, number, FoundBy::invoice);
        }
        FRIST_TRY(const auto references, source_.references(creditor_, search_.number, limit));
        take(references, search_.number, FoundBy::kid);
        return done;
    }
    void take(const std::vector<NumberFound>& some, const std::string& number, FoundBy by) {
        for (const NumberFound& one : some) {
            if (one.case_id == 0) continue;
            if (one.text == number)
                exactly(one.case_id, by);
            else if (number.size() >= shortest_beginning)
                found.cases.push_back(one.case_id);
        }
    }
    void exactly(Id case_id, FoundBy by) {
        found.cases.push_back(case_id);
        exact.push_back({case_id, by});
    }

    Store& store_;
    RegisterSource& source_;
    Id creditor_;
    const Sought& search_;
};

}  // namespace

Register::Register(Store& store, RegisterSource& source, const rules::Country& country)
    : store_(store), source_(source), country_(country), rates_(country) {}
Register::~Register() = default;

Result<CasePage> Register::page(const CaseAsk& ask, const Window& window) {
    FRIST_TRY(Remembered found, place(ask, window));
    const std::lock_guard reading(reading_);
    return page_of(ask, std::move(found), {store_, source_, rates_});
}

Result<CasePage> Register::page(const CaseAsk& ask, const Window& window, Store& store, RegisterSource& source) {
    FRIST_TRY(Remembered found, place(ask, window));
    rules::RateBook rates(country_);
    return page_of(ask, std::move(found), {store, source, rates});
}

// The rows of a window that was read since something last changed are those it has now.
Result<CasePage> Register::page_of(const CaseAsk& ask, Remembered found, const Reader& reader) {
    CasePage page{{}, found.count, found.counts, std::move(found.exact), found.next};
    if (found.rows) {
        page.rows = *found.rows;
        return page;
    }
    page.rows.reserve(found.ids.size());
    FRIST_TRY_DONE(reader.source.look([&]() -> Outcome {
        for (std::size_t at = 0; at < found.ids.size(); ++at) {
            if (at % asked_at_once == 0) FRIST_TRY_DONE(look_ahead(reader, ask.creditor, std::span(found.ids).subspan(at, std::min(asked_at_once, found.ids.size() - at))));
            FRIST_TRY(CaseLine one, line(reader, ask.creditor, found.ids[at], ask.day));
            page.rows.push_back(std::move(one));
        }
        return done;
    }));
    if (page.rows.size() > most_rows) return page;
    const std::lock_guard remembering(remembering_);
    for (Remembered& one : remembered_)
        if (one.round == found.round && one.window == found.window && one.ask == ask) one.rows = std::make_shared<const std::vector<CaseLine>>(page.rows);
    return page;
}

// Which cases a window shows, from memory when the same was asked since something last changed.
Result<Register::Remembered> Register::place(const CaseAsk& ask, const Window& window) {
    FRIST_TRY(Seen seen, see(ask.creditor, ask.day, ask.search));
    const std::int64_t round = seen.held->round;
    {
        const std::lock_guard remembering(remembering_);
        for (const Remembered& one : remembered_)
            if (one.round == round && one.window == window && one.ask == ask) return one;
    }
    const RegisterColumns& columns = seen.held->columns;
    const RegisterColumns::Matches matches = columns.matching(ask, seen.found);
    Window one_more = window;
    one_more.limit = std::min(window.limit, std::numeric_limits<std::size_t>::max() - 1) + 1;
    FRIST_TRY(std::vector<Id> ids, columns.window(ask, matches, one_more));
    Remembered found{ask, window, round, std::move(ids), {}, matches.count, matches.counts, std::move(seen.exact)};
    if (found.ids.size() > window.limit) {
        found.ids.pop_back();
        if (!found.ids.empty()) found.next = found.ids.back();
    }
    const std::lock_guard remembering(remembering_);
    if (remembered_.size() >= most_remembered) remembered_.erase(remembered_.begin());
    remembered_.push_back(found);
    return found;
}

Result<Counts> Register::counts(const CaseAsk& ask) {
    FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search));
    return seen.held->columns.matching(ask, seen.found).counts;
}

Result<Sum> Register::total(const CaseAsk& ask) {
    FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search));
    const RegisterColumns& columns = seen.held->columns;
    return columns.total(columns.matching(ask, seen.found), country_.currency());
}

Result<std::vector<Id>> Register::ids(const CaseAsk& ask) {
    FRIST_TRY(const Seen seen, see(ask.creditor, ask.day, ask.search));
    const RegisterColumns& columns = seen.held->columns;
    const RegisterColumns::Matches matches = columns.matching(ask, seen.found);
    return columns.window(ask, matches, {0, matches.count, std::nullopt});
}

Result<std::map<Date, int>> Register::letters_ahead(Id creditor, Date today, Date until) {
    FRIST_TRY(const Seen seen, see(creditor, today, {}));
    return seen.held->columns.letters_ahead(today, until);
}

Outcome Register::look_ahead(const Reader& reader, Id creditor, std::span<const Id> cases) {
    if (!reader.store.is_far()) return done;
    ToRead of_cases;
    of_cases.register_rows.assign(cases.begin(), cases.end());
    of_cases.numbers_of = of_cases.register_rows;
    FRIST_TRY_DONE(reader.store.ask_ahead(creditor, of_cases));
    ToRead of_debtors;
    for (const Id id : cases) {
        FRIST_TRY(const auto row, reader.store.register_row(creditor, id));
        if (row) of_debtors.debtor_indexes.push_back(row->debtor);
    }
    return reader.store.ask_ahead(creditor, of_debtors);
}

Result<CaseLine> Register::line(const Reader& reader, Id creditor, Id case_id, Date day) {
    FRIST_TRY(const auto row, reader.store.register_row(creditor, case_id));
    if (!row)
        return Error{"store.damaged", fmt::format("case {}", case_id), "its row in the register is gone",
                     "Restore the latest backup that verifies."};
    CaseLine line{row->case_id,           row->state, row->status, row->kind, row->step, row->next, row->oldest_due, 0,
                  row->accrual.principal, {},         {},          {},        0,         {}};
    if (row->oldest_due && tab_of(row->status) != Tab::closed)
        line.days_over = std::max(0, (day - *row->oldest_due).count);
    const auto open = rules::open_on(row->accrual, row->kind, row->relation, day, reader.rates);
    if (open.ok()) line.open = *open;
    FRIST_TRY(line.debtor, label(reader.store, creditor, row->debtor));
    FRIST_TRY(auto invoices, reader.source.invoices_in_case(creditor, case_id));
    line.invoice = std::move(invoices.first);
    line.invoices = invoices.count;
    FRIST_TRY(line.kid, reader.store.kid_of_case(creditor, case_id));
    return line;
}

Result<DebtorLabel> Register::label(Store& store, Id creditor, Id debtor) {
    DebtorLabel label;
    label.debtor = debtor;
    FRIST_TRY(const auto index, store.debtor_index(creditor, debtor));
    if (!index) return label;
    if (!index->key.starts_with("name:")) label.customer = index->key;
    label.name = index->name;
    label.org_number = index->org_number;
    label.group = index->group;
    label.signs = index->signs;
    return label;
}

// The connection is let go as soon as what is held cannot change under us.
Result<Register::Seen> Register::see(Id creditor, Date day, const std::string& search, Wanted wanted) {
    std::unique_lock reading(reading_);
    std::unique_ptr<Held>& held = creditors_[creditor];
    if (!held) held = std::make_unique<Held>();
    FRIST_TRY_DONE(refresh(*held, creditor, day));
    if (wanted == Wanted::loose_items) FRIST_TRY_DONE(load_loose(*held, creditor));
    Seen seen;
    seen.held = held.get();
    seen.search = sought(search, country_.currency());
    if (!seen.search.nothing() && wanted == Wanted::cases) {
        Numbers numbers(store_, source_, creditor, seen.search);
        FRIST_TRY_DONE(numbers.run());
        seen.found = std::move(numbers.found);
        seen.found.searched = true;
        seen.found.words = seen.search.words;
        seen.exact = std::move(numbers.exact);
    }
    seen.lock = std::shared_lock(held_);
    return seen;
}

Outcome Register::refresh(Held& held, Id creditor, Date day) {
    FRIST_TRY(const std::int64_t commits, source_.commits());
    if (held.commits == commits && held.day == day) return done;
    FRIST_TRY_DONE(bring_up_rows(creditor));
    const std::unique_lock changing(held_);
    const bool before = held.commits.has_value();
    if (!before) held.columns.clear();
    held.commits.reset();
    ++held.round;
    FRIST_TRY_DONE(source_.look([&] { return load(held, creditor, day, before); }));
    held.commits = commits;
    return done;
}

// Everything the first time and when all rows were made anew; else what has changed, and of another day every sum.
Outcome Register::load(Held& held, Id creditor, Date day, bool before) {
    FRIST_TRY(const auto mark, store_.register_mark(creditor));
    FRIST_TRY(const ChainEnd end, store_.chain_end(creditor));
    FRIST_TRY(const std::int64_t version, source_.debtor_version(creditor));
    const std::int64_t made = mark ? mark->made : 0;
    const bool all = !before || made != held.made || end.link < held.link || version < held.debtor_version;
    if (all) held.columns.clear();
    const auto take_debtor = [&](const DebtorIndex& debtor) { return held.columns.put(debtor); };
    const auto take = [&](const RegisterRow& row) -> Outcome {
        const auto open = rules::open_on(row.accrual, row.kind, row.relation, day, rates_);
        return held.columns.put(row, open.ok() ? std::optional(*open) : std::nullopt);
    };
    FRIST_TRY_DONE(all ? source_.each_debtor(creditor, take_debtor)
                       : source_.each_debtor_since(creditor, held.debtor_version, take_debtor));
    FRIST_TRY_DONE(all || held.day != day ? source_.each_row(creditor, take)
                                          : source_.each_row_since(creditor, held.link, take));
    held.made = made;
    held.link = end.link;
    held.debtor_version = version;
    held.day = day;
    return done;
}

Outcome Register::bring_up(Id creditor) {
    const std::lock_guard reading(reading_);
    return bring_up_rows(creditor);
}

Outcome Register::bring_up_rows(Id creditor) {
    RegisterMark mark = register_mark(country_);
    FRIST_TRY(const auto made, store_.register_mark(creditor));
    if (made && made->same_makers(mark)) return done;
    CaseFilter filter;
    filter.limit = chunk;
    for (bool more = true; more;) {
        FRIST_TRY_DONE(store_.change([&]() -> Outcome {
            FRIST_TRY(const std::vector<CaseRow> rows, store_.cases(creditor, filter));
            for (const CaseRow& row : rows) {
                FRIST_TRY(const RegisterRow index, register_row(row.state, country_));
                FRIST_TRY_DONE(source_.put_register_row(creditor, index));
            }
            more = static_cast<int>(rows.size()) == filter.limit;
            if (!rows.empty()) filter.after = rows.back().columns.case_id;
            return done;
        }));
    }
    Id after = 0;
    for (bool more = true; more;) {
        FRIST_TRY_DONE(store_.change([&]() -> Outcome {
            FRIST_TRY(const std::vector<DebtorRow> rows, source_.debtors(creditor, after, chunk));
            for (const DebtorRow& row : rows)
                FRIST_TRY_DONE(source_.put_debtor_index(creditor, debtor_index(row.id, row.key, row.record)));
            more = static_cast<int>(rows.size()) == chunk;
            if (!rows.empty()) after = rows.back().id;
            return done;
        }));
    }
    mark.made = (made ? made->made : 0) + 1;
    return store_.change([&] { return store_.put_register_mark(creditor, mark); });
}

}  // namespace frist::office
