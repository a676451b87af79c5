#include "access/people.h"
#include "base/pch.h"
#include "http/case_json.h"
#include "http/criteria_json.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/automation.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Automation;
using office::AutomationNow;

template <class E>
json::array names_json(const std::vector<E>& values) {
    json::array list;
    for (const E value : values) list.emplace_back(name_of(value));
    return list;
}

json::object customer_json(const office::CustomerLevels& one) {
    const auto level = [](std::optional<cases::Level> told) { return told ? json::value(name_of(*told)) : json::value(nullptr); };
    return {{"debtor", one.debtor}, {"start", level(one.start)}, {"send", level(one.send)}, {"rest_note", level(one.rest_note)}, {"close", level(one.close)}, {"legal", level(one.legal)}};
}

json::object rules_json(const Automation& rules) {
    json::array still;
    for (const office::StillTime& time : rules.still) still.push_back(json::object{{"from", text(time.from)}, {"until", text(time.until)}, {"why", time.why}});
    json::object body{{"start", name_of(rules.start)},
                      {"least_open", rules.least_open ? json::value(text(*rules.least_open)) : json::value(nullptr)},
                      {"days_overdue", rules.days_overdue},
                      {"kinds", names_json(rules.kinds)},
                      {"excluded", json::array(rules.excluded.begin(), rules.excluded.end())},
                      {"excluded_groups", json::array(rules.excluded_groups.begin(), rules.excluded_groups.end())},
                      {"still", std::move(still)},
                      {"skip_incomplete", rules.skip_incomplete},
                      {"approve", names_json(rules.approve)}};
    add_criteria(body, rules.criteria);
    body["levels"] = levels_json(rules.levels);
    json::array customers;
    for (const office::CustomerLevels& one : rules.customers) customers.push_back(customer_json(one));
    body["customers"] = std::move(customers);
    return body;
}

std::string etag(const AutomationNow& now) { return fmt::format("\"{}\"", now.number); }

Result<Response> answer(const AutomationNow& now, std::optional<std::int64_t> changed = {}) {
    json::object body = rules_json(now.rules);
    body["number"] = now.number;
    if (changed) body["cases_changed"] = *changed;
    Response response = json_response(body);
    response.with("ETag", etag(now));
    return response;
}

Result<Response> show(Call& call) {
    FRIST_TRY(const AutomationNow now, office::automation(call.desk()));
    return answer(now);
}

template <class E>
Result<std::vector<E>> choices_of(JsonObject& body, std::string_view name) {
    FRIST_TRY(const auto list, body.list(name));
    std::vector<E> found;
    for (const auto& [value, place] : list) {
        const auto known = value->is_string() ? enum_of<E>(std::string_view(value->as_string())) : std::nullopt;
        if (!known) return Error{"http.choice", place, "is not known", "See api/openapi.yaml for what can be chosen."};
        found.push_back(*known);
    }
    return found;
}

Result<std::vector<office::Id>> debtors_of(JsonObject& body) {
    FRIST_TRY(const auto list, body.list("excluded"));
    std::vector<office::Id> found;
    for (const auto& [value, place] : list) {
        if (!value->is_int64() || value->as_int64() < 1) return Error{"json.type", place, "is no number of a debtor", "Give numbers of debtors."};
        found.push_back(value->as_int64());
    }
    return found;
}

Result<std::vector<std::string>> groups_of(JsonObject& body) {
    FRIST_TRY(const auto list, body.list("excluded_groups"));
    std::vector<std::string> found;
    found.reserve(list.size());
    for (const auto& [value, place] : list) {
        if (!value->is_string()) return Error{"json.type", place, "is no name of a group", "Give names of groups as the customers have them."};
        found.emplace_back(value->as_string());
    }
    return found;
}

Result<std::vector<office::StillTime>> still_of(JsonObject& body) {
    FRIST_TRY(const auto list, body.list("still"));
    std::vector<office::StillTime> found;
    for (const auto& [value, place] : list) {
        FRIST_TRY(JsonObject object, JsonObject::of(*value, place));
        office::StillTime time;
        FRIST_TRY(const auto from, day_or_none(object, "from"));
        if (!from) return object.missing("from", "Give the first day.");
        FRIST_TRY(const auto until, day_or_none(object, "until"));
        if (!until) return object.missing("until", "Give the last day.");
        time.from = *from;
        time.until = *until;
        FRIST_TRY(time.why, object.text_or("why", ""));
        FRIST_TRY_DONE(object.finish());
        found.push_back(std::move(time));
    }
    return found;
}

Result<cases::Levels> levels_of(JsonObject& body) {
    cases::Levels levels;
    if (!body.has("levels")) return levels;
    FRIST_TRY(JsonObject told, body.object("levels"));
    for (const auto& [name, level] : {std::pair("send", &levels.send), std::pair("rest_note", &levels.rest_note), std::pair("close", &levels.close), std::pair("legal", &levels.legal)}) {
        FRIST_TRY(const auto chosen, choice_or_none<cases::Level>(told, name));
        if (chosen) *level = *chosen;
    }
    FRIST_TRY_DONE(told.finish());
    return levels;
}

Result<std::vector<office::CustomerLevels>> customers_of(JsonObject& body) {
    FRIST_TRY(const auto list, body.list("customers"));
    std::vector<office::CustomerLevels> found;
    found.reserve(list.size());
    for (const auto& [value, place] : list) {
        FRIST_TRY(JsonObject object, JsonObject::of(*value, place));
        office::CustomerLevels one;
        FRIST_TRY(one.debtor, object.whole_or("debtor", 0));
        if (one.debtor < 1) return object.missing("debtor", "Give the number of the debtor.");
        for (const auto& [name, level] : {std::pair("start", &one.start), std::pair("send", &one.send), std::pair("rest_note", &one.rest_note), std::pair("close", &one.close), std::pair("legal", &one.legal)}) {
            FRIST_TRY(*level, choice_or_none<cases::Level>(object, name));
        }
        FRIST_TRY_DONE(object.finish());
        found.push_back(one);
    }
    return found;
}

// All of the rules at once: what is left out is as if nobody had set it.
Result<Automation> rules_of(JsonObject& body, const Call& call) {
    Automation rules;
    FRIST_TRY(const auto start, choice_or_none<office::Level>(body, "start"));
    if (!start) return body.missing("start", "Say off, propose or do.");
    rules.start = *start;
    FRIST_TRY(rules.least_open, money_or_none(body, "least_open", call.world.country->currency()));
    FRIST_TRY(const std::int64_t days, body.whole_or("days_overdue", 1));
    rules.days_overdue = static_cast<int>(std::clamp<std::int64_t>(days, 0, 100'000));
    FRIST_TRY(rules.kinds, choices_of<cases::DebtorKind>(body, "kinds"));
    FRIST_TRY(rules.excluded, debtors_of(body));
    FRIST_TRY(rules.excluded_groups, groups_of(body));
    FRIST_TRY(rules.still, still_of(body));
    FRIST_TRY(rules.skip_incomplete, body.truth_or("skip_incomplete", false));
    FRIST_TRY(rules.approve, choices_of<cases::StepKind>(body, "approve"));
    FRIST_TRY(rules.criteria, criteria_of(body, call));
    FRIST_TRY(rules.levels, levels_of(body));
    FRIST_TRY(rules.customers, customers_of(body));
    return rules;
}

Result<Response> set(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::AutomationWish wish;
    FRIST_TRY(wish.rules, rules_of(body, call));
    FRIST_TRY_DONE(body.finish());
    wish.person = call.who.person;
    const std::function<Result<AutomationNow>()> work = [&]() -> Result<AutomationNow> {
        FRIST_TRY(const AutomationNow before, office::automation(call.desk()));
        FRIST_TRY_DONE(still_the_same(call, etag(before)));
        wish.before = before.number;
        return office::set_automation(call.desk(), call.record, wish);
    };
    FRIST_TRY(const AutomationNow now, noted(call, "automation-set", "creditor", work));
    FRIST_TRY(const std::int64_t changed, office::spread(call.desk(), now.rules));
    return answer(now, changed);
}

Result<Response> readiness(Call& call) {
    FRIST_TRY(const AutomationNow now, office::automation(call.desk()));
    FRIST_TRY(const auto lacking, office::unready(call.desk(), call.record, now.rules));
    Debtors debtors(call);
    json::array rows;
    for (const office::Unready& one : lacking) {
        FRIST_TRY(const Known* const debtor, debtors.of(one.debtor));
        json::array missing;
        for (const Error& reason : one.missing) missing.push_back(reason_json(reason));
        json::object row = debtor_brief_json(debtor->row, debtor->record);
        row["invoices"] = one.invoices;
        row["missing"] = std::move(missing);
        rows.push_back(std::move(row));
    }
    return json_response(json::object{{"ready", rows.empty()}, {"rows", std::move(rows)}});
}

Result<Response> history(Call& call) {
    FRIST_TRY(const auto kept, call.rooms.office->automations(call.creditor, 200));
    std::vector<access::Id> people;
    people.reserve(kept.size());
    for (const office::AutomationRow& row : kept) people.push_back(row.person);
    FRIST_TRY(const auto known, access::names(call.porter, call.who, people));
    const std::map<access::Id, std::string> names(known.begin(), known.end());
    json::array rows;
    for (const office::AutomationRow& row : kept) {
        FRIST_TRY(const Automation rules, office::automation_of(row));
        const auto name = names.find(row.person);
        rows.push_back(json::object{{"number", row.number}, {"at", text(row.at)}, {"by", name == names.end() ? json::value(nullptr) : json::value(name->second)}, {"rules", rules_json(rules)}});
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

// Of one case, whatever its creditor's are.
Result<Response> set_for_case(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const office::Criteria criteria, criteria_of(body, call));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<office::CaseRow>()> work = [&]() -> Result<office::CaseRow> {
        FRIST_TRY(const office::CaseRow before, case_of(call));
        FRIST_TRY_DONE(still_the_same(call, case_etag(before)));
        return office::answer(call.desk(), id, cases::SetCriteria{criteria.rest_note_above_percent, criteria.close_at_or_below, true}, "hand:" + text(call.wall.day));
    };
    FRIST_TRY(const office::CaseRow row, noted(call, "case-criteria", fmt::format("case {}", id), work));
    json::object shown = case_criteria_json(row.state);
    Response response = json_response(shown);
    response.with("ETag", case_etag(row));
    return response;
}

}  // namespace

Result<office::Criteria> criteria_of(JsonObject& body, const Call& call) {
    office::Criteria criteria;
    FRIST_TRY(const std::string percent, body.decimal_or_null("rest_note_above_percent"));
    if (!percent.empty()) {
        const Result<Rate> rate = Rate::parse(percent);
        if (!rate.ok()) return Error{"criteria.percent", body.at("rest_note_above_percent"), "is no percentage from 0 to 100", "Write it like 85; 100 is never."};
        criteria.rest_note_above_percent = *rate;
    }
    FRIST_TRY(criteria.close_at_or_below, money_or_none(body, "close_at_or_below", call.world.country->currency()));
    return criteria;
}

void add_criteria(json::object& body, const office::Criteria& criteria) {
    body["rest_note_above_percent"] = criteria.rest_note_above_percent ? json::value(text(*criteria.rest_note_above_percent)) : json::value(nullptr);
    body["close_at_or_below"] = criteria.close_at_or_below ? json::value(text(*criteria.close_at_or_below)) : json::value(nullptr);
}

void add_automation_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/automation", Gate::right, access::Right::read_settings, Brings::nothing, show});
    table.push_back({"PUT", "/creditors/{creditor}/automation", Gate::right, access::Right::manage_creditor, Brings::json, set});
    table.push_back({"GET", "/creditors/{creditor}/automation/readiness", Gate::right, access::Right::read_settings, Brings::nothing, readiness});
    table.push_back({"GET", "/creditors/{creditor}/automation/history", Gate::right, access::Right::read_settings, Brings::nothing, history});
    table.push_back({"PUT", "/creditors/{creditor}/cases/{case}/criteria", Gate::right, access::Right::act_on_cases, Brings::json, set_for_case});
}

}  // namespace frist::http
