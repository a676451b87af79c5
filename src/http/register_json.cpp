#include "http/register_json.h"

#include "base/pch.h"
#include "http/reading.h"

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

Error not_known(std::string_view field, std::string_view word) {
    return {"http.query", std::string(field), "\"" + std::string(word) + "\" is not known", "See api/openapi.yaml for what can be asked."};
}

template <class E>
Result<std::vector<E>> choices(const Call& call, std::string_view field) {
    std::vector<E> found;
    for (const std::string_view word : words_of(call.asked(field))) {
        const auto value = enum_of<E>(word);
        if (!value) return not_known(field, word);
        found.push_back(*value);
    }
    return found;
}

Result<std::vector<std::optional<cases::StepKind>>> steps_of(const Call& call) {
    std::vector<std::optional<cases::StepKind>> found;
    for (const std::string_view word : words_of(call.asked("step"))) {
        const auto value = enum_of<cases::StepKind>(word);
        if (!value && word != "none") return not_known("step", word);
        found.push_back(value);
    }
    return found;
}

Result<std::optional<Money>> asked_money(const Call& call, std::string_view field) {
    const std::string_view word = call.asked(field);
    if (word.empty()) return std::optional<Money>{};
    const Result<Money> amount = Money::parse(word, call.world.country->currency());
    if (amount.ok()) return std::optional<Money>(*amount);
    return Error{amount.error().code, std::string(field), amount.error().message, amount.error().remedy};
}

Result<office::CaseSort> sort_of(const Call& call) {
    const std::string_view word = call.asked("sort");
    if (word.empty()) return office::CaseSort::next;
    if (word == "case") return office::CaseSort::number;
    const auto sort = enum_of<office::CaseSort>(word);
    if (!sort || *sort == office::CaseSort::number) return not_known("sort", word);
    return *sort;
}

}  // namespace

Result<bool> descending(const Call& call) {
    const std::string_view word = call.asked("direction");
    if (word.empty() || word == "up") return false;
    if (word == "down") return true;
    return not_known("direction", word);
}

Result<office::Window> window_of(const Call& call) {
    office::Window window;
    FRIST_TRY(const std::int64_t offset, asked_whole(call, "offset", 0, 0, 100'000'000));
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 50, 1, 200));
    window.offset = static_cast<std::size_t>(offset);
    window.limit = static_cast<std::size_t>(limit);
    return window;
}

Result<office::CaseAsk> case_ask(const Call& call) {
    office::CaseAsk ask;
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    const std::string_view tab = call.asked("tab");
    if (tab != "all") {
        ask.tab = tab.empty() ? office::Tab::ongoing : enum_of<office::Tab>(tab);
        if (!ask.tab) return not_known("tab", tab);
    }
    FRIST_TRY(ask.status, choices<office::Status>(call, "status"));
    FRIST_TRY(ask.steps, steps_of(call));
    FRIST_TRY(ask.next_until, asked_day(call, "next_before"));
    FRIST_TRY(ask.open_from, asked_money(call, "min_open"));
    FRIST_TRY(ask.open_to, asked_money(call, "max_open"));
    const std::string_view kind = call.asked("debtor_kind");
    if (!kind.empty() && kind != "person" && kind != "company") return not_known("debtor_kind", kind);
    if (kind == "person") ask.kinds = {cases::DebtorKind::person, cases::DebtorKind::sole_trader};
    if (kind == "company") ask.kinds = {cases::DebtorKind::company, cases::DebtorKind::public_body};
    FRIST_TRY(const std::int64_t debtor, asked_whole(call, "debtor", 0, 1, std::numeric_limits<std::int64_t>::max()));
    if (debtor != 0) ask.debtor = debtor;
    ask.search = call.asked("search");
    FRIST_TRY(ask.sort, sort_of(call));
    FRIST_TRY(ask.descending, descending(call));
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
