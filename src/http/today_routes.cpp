#include "base/pch.h"
#include "http/outbox_json.h"
#include "http/problem.h"
#include "http/register_json.h"
#include "office/automation.h"
#include "office/money_in.h"
#include "office/suspense.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::size_t shown = 5;
constexpr int days_ahead = 14;
constexpr int looked_at = 500;        // letters asked of the gate, and cases played ahead: what a person waits for

json::object category(std::string_view name, std::size_t count, json::array rows) { return {{"category", name}, {"count", count}, {"rows", std::move(rows)}}; }

// The first cases that fit, with what comes next for each.
Result<json::object> cases_category(const Call& call, std::string_view name, office::CaseAsk ask) {
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    ask.sort = office::CaseSort::next;
    FRIST_TRY(const office::CasePage page, call.rooms.cases->page(ask, {0, shown, std::nullopt}, *call.rooms.office, *call.rooms.index));
    json::array rows;
    for (const office::CaseLine& line : page.rows) {
        json::object row{{"case", line.case_id}, {"debtor", line.debtor.debtor}, {"title", line.debtor.name}};
        if (line.step) row["what"] = name_of(*line.step);
        if (line.next.on) row["on"] = text(*line.next.on);
        if (line.open) row["amount"] = text(*line.open);
        rows.push_back(std::move(row));
    }
    return category(name, page.count, std::move(rows));
}

json::array brief(const json::array& letters) {
    json::array rows;
    for (const json::value& value : letters) {
        if (rows.size() == shown) break;
        const json::object& letter = value.as_object();
        json::object row{{"case", letter.at("case")}, {"debtor", letter.at("debtor")}, {"title", letter.at("name")}, {"what", letter.at("kind")}, {"on", letter.at("on")}};
        if (letter.contains("total")) row["amount"] = letter.at("total");
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<json::object> suspense_category(const Call& call) {
    FRIST_TRY(const auto lines, call.rooms.office->lines(call.creditor, office::LineState::suspense));
    json::array rows;
    for (const office::LineRow& line : lines) {
        if (rows.size() == shown) break;
        rows.push_back(json::object{{"line", line.id}, {"title", line.kid}, {"what", line.reason}, {"on", text(line.on)}, {"amount", text(line.amount)}});
    }
    return category("suspense", lines.size(), std::move(rows));
}

// All that may start; where a creditor's rules propose or start, what they would.
Result<json::object> start_category(const Call& call) {
    FRIST_TRY(const office::AutomationNow automation, office::automation(call.desk()));
    const std::string_view show = automation.rules.start == office::Level::off ? "ready" : "proposed";
    FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, ListWords{{{"show", std::string(show)}}, ""}));
    FRIST_TRY(const office::LedgerPage page, call.rooms.cases->ledger(ask, {0, shown, std::nullopt}));
    json::array rows;
    for (const office::LedgerItem& line : page.rows)
        rows.push_back(json::object{{"invoice", line.number}, {"debtor", line.debtor.debtor}, {"title", line.debtor.name}, {"on", text(line.due)}, {"amount", text(line.open)}});
    json::object start = category("ready_to_start", page.count, std::move(rows));
    start["show"] = show;
    return start;
}

// How many letters leave on each of the next days.
Result<json::array> by_day(const Call& call, const office::Outbox& outbox) {
    FRIST_TRY(const auto coming, office::coming(call.desk(), outbox, days_ahead, looked_at));
    std::map<Date, int> days;
    for (const office::ComingLetter& letter : coming.list)
        if (!letter.choice && !cases::is_legal(letter.kind)) ++days[letter.on];
    // Where it is too much to play, the register knows the next of each case.
    if (!coming.whole) {
        FRIST_TRY(days, call.rooms.cases->letters_ahead(call.creditor, call.wall.day, call.wall.day + Days{days_ahead}));
    }
    json::array list;
    for (const auto& [day, letters] : days) list.push_back(json::object{{"on", text(day)}, {"letters", letters}});
    return list;
}

Result<json::object> money_json(const Call& call) {
    const Date today = call.wall.day;
    const Date from = today - Days{static_cast<std::int32_t>(today.day()) - 1};
    FRIST_TRY(const office::MoneyIn in, office::money_in(call.desk(), from, today));
    office::CaseAsk running;
    running.creditor = call.creditor;
    running.day = today;
    Money open(0, call.world.country->currency());
    std::size_t count = 0;
    for (const office::Tab tab : {office::Tab::ongoing, office::Tab::inactive}) {
        running.tab = tab;
        FRIST_TRY(const office::Sum sum, call.rooms.cases->total(running));
        open += sum.open;
        count += sum.count;
    }
    return json::object{{"from", text(from)}, {"paid", text(in.paid)}, {"payments", in.payments}, {"open", text(open)}, {"running", count}};
}

// When a source was last read, and how old it may be before no letter leaves (the gate asks the same).
Result<json::object> source_json(const Call& call, office::Source source, int limit_hours) {
    FRIST_TRY(const auto read, call.rooms.office->last_read(call.creditor, source));
    const json::value none(nullptr);
    json::object body{{"read", none}, {"age_hours", none}, {"limit_hours", limit_hours}, {"stale", limit_hours > 0}, {"stale_from", none}};
    if (!read) return body;
    const int age = std::max(0, hours_between(*read, call.wall));
    body["read"] = text(*read) + ":00Z";
    body["age_hours"] = age;
    body["stale"] = limit_hours > 0 && age > limit_hours;
    if (limit_hours > 0) body["stale_from"] = text(after(*read, limit_hours * 60)) + ":00Z";
    return body;
}

Result<json::object> freshness_json(const Call& call) {
    FRIST_TRY(json::object ledger, source_json(call, office::Source::ledger, call.record.max_ledger_age_hours));
    FRIST_TRY(json::object bank, source_json(call, office::Source::bank, call.record.max_bank_age_hours));
    return json::object{{"ledger", std::move(ledger)}, {"bank", std::move(bank)}};
}

Result<Response> today(Call& call) {
    FRIST_TRY(const office::Outbox outbox, office::outbox(call.desk(), call.record, looked_at));
    FRIST_TRY(json::array coming, by_day(call, outbox));
    Debtors debtors(call);
    FRIST_TRY(const json::array ready, ready_json(call, debtors, outbox));
    FRIST_TRY(const json::array held, held_json(call, debtors, outbox.held));
    json::array needs;
    office::CaseAsk ask;
    ask.status = {office::Status::approval};
    FRIST_TRY(json::object choice, cases_category(call, "choice", ask));
    needs.push_back(std::move(choice));
    json::object leaving = category("ready_letters", ready.size(), brief(ready));
    leaving["unseen"] = outbox.unseen;
    needs.push_back(std::move(leaving));
    needs.push_back(category("held_letters", held.size(), brief(held)));
    FRIST_TRY(json::object suspense, suspense_category(call));
    needs.push_back(std::move(suspense));
    ask.status = {office::Status::held};
    FRIST_TRY(json::object stopped, cases_category(call, "held", ask));
    needs.push_back(std::move(stopped));
    FRIST_TRY(json::object start, start_category(call));
    needs.push_back(std::move(start));
    ask = {};
    ask.tab = office::Tab::ongoing;
    ask.address_missing = true;
    FRIST_TRY(json::object addresses, cases_category(call, "missing_address", ask));
    needs.push_back(std::move(addresses));
    FRIST_TRY(json::object money, money_json(call));
    FRIST_TRY(json::object freshness, freshness_json(call));
    return json_response(json::object{{"on", text(call.wall.day)}, {"needs", std::move(needs)}, {"coming", std::move(coming)}, {"money", std::move(money)}, {"freshness", std::move(freshness)}});
}

}  // namespace

void add_today_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/today", Gate::right, access::Right::read_reports, Brings::nothing, today});
}

}  // namespace frist::http
