#include "http/register_json.h"

#include "base/pch.h"
#include "http/reading.h"
#include "office/automation.h"

#include <charconv>
#include <span>

namespace frist::http {
namespace {

namespace json = boost::json;

// The words of a list "a,b,c".
std::vector<std::string_view> words_of(std::string_view list) {
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        words.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

Error not_known(std::string field, std::string_view word) {
    return {"http.query", std::move(field), "\"" + std::string(word) + "\" is not known", "See api/openapi.yaml for what can be asked."};
}

template <class T>
Result<T> at_field(Result<T> result, std::string field) {
    if (result.ok()) return result;
    return Error{result.error().code, std::move(field), result.error().message, result.error().remedy};
}

template <class E>
Result<std::vector<E>> choices(const ListWords& from, std::string_view field) {
    std::vector<E> found;
    for (const std::string_view word : words_of(from.at(field))) {
        const auto value = enum_of<E>(word);
        if (!value) return not_known(from.field(field), word);
        found.push_back(*value);
    }
    return found;
}

Result<std::vector<std::optional<cases::StepKind>>> steps_of(const ListWords& from) {
    std::vector<std::optional<cases::StepKind>> found;
    for (const std::string_view word : words_of(from.at("step"))) {
        const auto value = enum_of<cases::StepKind>(word);
        if (!value && word != "none") return not_known(from.field("step"), word);
        found.push_back(value);
    }
    return found;
}

Result<std::optional<Money>> money_of(const Call& call, const ListWords& from, std::string_view field) {
    const std::string_view word = from.at(field);
    if (word.empty()) return std::optional<Money>{};
    FRIST_TRY(const Money amount, at_field(Money::parse(word, call.world.country->currency()), from.field(field)));
    return std::optional<Money>(amount);
}

Result<std::optional<Date>> day_of(const ListWords& from, std::string_view field) {
    const std::string_view word = from.at(field);
    if (word.empty()) return std::optional<Date>{};
    FRIST_TRY(const Date day, at_field(Date::parse(word), from.field(field)));
    return std::optional<Date>(day);
}

Result<std::optional<std::int64_t>> whole_of(const ListWords& from, std::string_view field, std::int64_t least, std::int64_t most) {
    const std::string_view word = from.at(field);
    if (word.empty()) return std::optional<std::int64_t>{};
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (wrong == std::errc{} && end == word.data() + word.size() && value >= least && value <= most) return std::optional<std::int64_t>(value);
    return Error{"http.query", from.field(field), "is no whole number that fits here", fmt::format("Give one from {} to {}.", least, most)};
}

Result<bool> truth_of(const ListWords& from, std::string_view field) {
    const std::string_view word = from.at(field);
    if (word.empty() || word == "false") return false;
    if (word == "true") return true;
    return Error{"http.query", from.field(field), "is neither true nor false", "Say true or false."};
}

Result<bool> descending(const ListWords& from) {
    const std::string_view word = from.at("direction");
    if (word.empty() || word == "up") return false;
    if (word == "down") return true;
    return not_known(from.field("direction"), word);
}

Result<office::CaseSort> sort_of(const ListWords& from) {
    const std::string_view word = from.at("sort");
    if (word.empty()) return office::CaseSort::next;
    if (word == "case") return office::CaseSort::number;
    const auto sort = enum_of<office::CaseSort>(word);
    if (!sort || *sort == office::CaseSort::number) return not_known(from.field("sort"), word);
    return *sort;
}

Date first_of_month(Date day) { return day - Days{static_cast<std::int32_t>(day.day()) - 1}; }

// A day, or so many days from today, or the beginning of this month: what is asked again tomorrow follows the day.
Outcome take_days(const Call& call, const ListWords& from, office::CaseAsk& ask) {
    FRIST_TRY(ask.next_until, day_of(from, "next_before"));
    FRIST_TRY(const auto within, whole_of(from, "next_within_days", 0, 366));
    if (within) {
        const Date last = call.wall.day + Days{static_cast<int>(*within)};
        ask.next_until = ask.next_until ? std::min(*ask.next_until, last) : last;
    }
    FRIST_TRY(ask.closed_from, day_of(from, "closed_from"));
    FRIST_TRY(const bool this_month, truth_of(from, "closed_this_month"));
    if (this_month) {
        const Date first = first_of_month(call.wall.day);
        ask.closed_from = ask.closed_from ? std::max(*ask.closed_from, first) : first;
    }
    return done;
}

constexpr std::string_view filters_of_cases[] = {"tab", "search", "status", "step", "next_before", "next_within_days", "closed_from", "closed_this_month", "min_open", "max_open", "debtor_kind", "debtor", "group"};
constexpr std::string_view filters_of_ledger[] = {"search", "show", "group"};
constexpr std::string_view filters_of_debtors[] = {"search", "group", "running", "address_missing"};

std::span<const std::string_view> filters_of(ListOf list) {
    switch (list) {
        case ListOf::cases: return filters_of_cases;
        case ListOf::ledger: return filters_of_ledger;
        case ListOf::debtors: return filters_of_debtors;
    }
    return {};
}

// A value of a filter in a body, as the query has it.
Result<std::string> word_of(JsonObject& filter, std::string_view name) {
    const json::value& value = *filter.find(name);
    if (value.is_string()) return std::string(value.as_string());
    if (value.is_bool()) return std::string(value.as_bool() ? "true" : "false");
    if (value.is_int64()) return std::to_string(value.as_int64());
    FRIST_TRY(const auto list, filter.list(name));
    std::string joined;
    for (const auto& [one, place] : list) {
        if (!one->is_string()) return Error{"json.type", place, "is no text", "Give words."};
        joined += (joined.empty() ? "" : ",") + std::string(one->as_string());
    }
    return joined;
}

}  // namespace

std::string_view ListWords::at(std::string_view name) const {
    const auto found = words.find(name);
    return found == words.end() ? std::string_view() : std::string_view(found->second);
}

ListWords words_of_query(const Call& call) {
    ListWords from;
    for (const auto& [name, value] : call.query) from.words.emplace(name, value);
    return from;
}

ListOf list_of(access::ViewOf view) {
    switch (view) {
        case access::ViewOf::cases: return ListOf::cases;
        case access::ViewOf::ledger: return ListOf::ledger;
        case access::ViewOf::debtors: break;
    }
    return ListOf::debtors;
}

Result<ListWords> words_of_filter(JsonObject& body, ListOf list) {
    ListWords from{{}, body.at("filter") + "."};
    if (!body.has("filter")) return from;
    FRIST_TRY(JsonObject filter, body.object("filter"));
    for (const std::string_view name : filters_of(list)) {
        if (!filter.has(name)) continue;
        FRIST_TRY(std::string word, word_of(filter, name));
        from.words.emplace(name, std::move(word));
    }
    FRIST_TRY_DONE(filter.finish());
    return from;
}

Result<office::Window> window_of(const Call& call) {
    office::Window window;
    FRIST_TRY(const std::int64_t offset, asked_whole(call, "offset", 0, 0, 100'000'000));
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 50, 1, 200));
    window.offset = static_cast<std::size_t>(offset);
    window.limit = static_cast<std::size_t>(limit);
    return window;
}

Result<office::CaseAsk> case_ask(const Call& call, const ListWords& from) {
    office::CaseAsk ask;
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    const std::string_view tab = from.at("tab");
    if (tab != "all") {
        ask.tab = tab.empty() ? office::Tab::ongoing : enum_of<office::Tab>(tab);
        if (!ask.tab) return not_known(from.field("tab"), tab);
    }
    FRIST_TRY(ask.status, choices<office::Status>(from, "status"));
    FRIST_TRY(ask.steps, steps_of(from));
    FRIST_TRY_DONE(take_days(call, from, ask));
    FRIST_TRY(ask.open_from, money_of(call, from, "min_open"));
    FRIST_TRY(ask.open_to, money_of(call, from, "max_open"));
    const std::string_view kind = from.at("debtor_kind");
    if (!kind.empty() && kind != "person" && kind != "company") return not_known(from.field("debtor_kind"), kind);
    if (kind == "person") ask.kinds = {cases::DebtorKind::person, cases::DebtorKind::sole_trader};
    if (kind == "company") ask.kinds = {cases::DebtorKind::company, cases::DebtorKind::public_body};
    FRIST_TRY(ask.debtor, whole_of(from, "debtor", 1, std::numeric_limits<std::int64_t>::max()));
    ask.search = from.at("search");
    ask.group = from.at("group");
    FRIST_TRY(ask.sort, sort_of(from));
    FRIST_TRY(ask.descending, descending(from));
    return ask;
}

namespace {

// Whether the creditor's rules would start an item. A debtor's record is read only where a rule asks for it, and once.
Result<std::function<bool(office::Id, Date, std::int64_t)>> would_start(const Call& call) {
    FRIST_TRY(const office::AutomationNow now, office::automation(call.desk()));
    const auto known = std::make_shared<std::map<office::Id, office::DebtorRecord>>();
    return std::function<bool(office::Id, Date, std::int64_t)>([&call, known, rules = now.rules](office::Id debtor, Date due, std::int64_t open) {
        office::ItemRow item;
        item.debtor = debtor;
        item.due = due;
        item.open = Money(open, call.world.country->currency());
        office::DebtorRecord record;
        if (office::asks_for_debtor(rules)) {
            auto found = known->find(debtor);
            if (found == known->end()) {
                const auto row = call.rooms.office->debtor(call.creditor, debtor);
                auto read = row.ok() && *row ? office::debtor_record((*row)->record) : Result<office::DebtorRecord>(office::DebtorRecord{});
                found = known->emplace(debtor, read.ok() ? std::move(read).value() : office::DebtorRecord{}).first;
            }
            record = found->second;
        }
        return !office::against(rules, item, record, call.wall.day);
    });
}

}  // namespace

Result<office::LedgerAsk> ledger_ask(const Call& call, const ListWords& from) {
    office::LedgerAsk ask;
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    ask.search = from.at("search");
    ask.group = from.at("group");
    const std::string_view show = from.at("show");
    ask.overdue_only = show == "overdue" || show == "ready" || show == "proposed";
    if (show == "warned") ask.warned = office::Warned::with;
    else if (show == "ready" || show == "proposed") ask.warned = office::Warned::without;
    else if (!show.empty() && show != "all" && show != "overdue") return Error{"http.query", from.field("show"), "\"" + std::string(show) + "\" is not known", "Use all, overdue, ready, proposed or warned."};
    if (show == "proposed") {
        FRIST_TRY(ask.also, would_start(call));
    }
    const std::string_view sort = from.at("sort");
    const auto by = sort.empty() ? office::LedgerSort::due : enum_of<office::LedgerSort>(sort);
    if (!by) return Error{"http.query", from.field("sort"), "\"" + std::string(sort) + "\" is not known", "Use due, name, number or open."};
    ask.sort = *by;
    FRIST_TRY(ask.descending, descending(from));
    return ask;
}

Result<office::DebtorAsk> debtor_ask(const Call& call, const ListWords& from) {
    office::DebtorAsk ask;
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    ask.search = from.at("search");
    ask.group = from.at("group");
    FRIST_TRY(ask.running_only, truth_of(from, "running"));
    FRIST_TRY(ask.address_missing, truth_of(from, "address_missing"));
    const std::string_view sort = from.at("sort");
    const auto by = sort.empty() ? office::DebtorSort::name : enum_of<office::DebtorSort>(sort);
    if (!by) return not_known(from.field("sort"), sort);
    ask.sort = *by;
    FRIST_TRY(ask.descending, descending(from));
    return ask;
}

json::array signs_json(const office::Signs& signs) {
    json::array list;
    for (std::size_t i = 0; i < names_of(office::Sign{}).size(); ++i)
        if (signs.has(static_cast<office::Sign>(i))) list.emplace_back(names_of(office::Sign{})[i]);
    return list;
}

void add_label(json::object& row, const office::DebtorLabel& debtor) {
    row["debtor"] = debtor.debtor;
    row["customer"] = debtor.customer;
    row["name"] = debtor.name;
    row["group"] = debtor.group;
    row["signs"] = signs_json(debtor.signs);
}

json::object line_json(const office::CaseLine& line) {
    json::object body{{"case", line.case_id},
                      {"invoice", line.invoice},
                      {"invoices", line.invoices},
                      {"kid", line.kid},
                      {"step", line.step ? name_of(*line.step) : "none"},
                      {"status", name_of(line.status)},
                      {"days_over", line.days_over},
                      {"open", line.open ? json::value(text(*line.open)) : json::value(nullptr)}};
    add_label(body, line.debtor);
    if (line.next.what == office::Coming::none) {
        body["next"] = nullptr;
    } else {
        json::object next{{"on", line.next.on ? json::value(text(*line.next.on)) : json::value(nullptr)}, {"what", name_of(line.next.what)}};
        if (line.next.kind) next["kind"] = name_of(*line.next.kind);
        body["next"] = std::move(next);
    }
    return body;
}

}  // namespace frist::http
