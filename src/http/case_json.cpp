#include "http/case_json.h"

#include "base/pch.h"
#include "http/note_json.h"
#include "office/case_story.h"
#include "office/explain.h"
#include "office/register.h"
#include "rules/balance.h"
#include "rules/next.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(text(*day)) : json::value(nullptr); }

json::array held_by(const cases::Case& c) {
    json::array list;
    if (c.objection) list.emplace_back("objection");
    if (c.returned_mail) list.emplace_back("returned_mail");
    if (c.bankrupt) list.emplace_back("bankrupt");
    if (c.plan_runs()) list.emplace_back("plan");
    if (c.pause) list.emplace_back("pause");
    return list;
}

json::array claims_json(const cases::Case& c, const rules::Balance& balance, const std::vector<office::ItemRow>& items) {
    json::array list;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const cases::Claim& claim = c.claims[i];
        const auto item = std::find_if(items.begin(), items.end(), [&](const office::ItemRow& one) { return one.number == claim.number; });
        const Money open = i < balance.principal_of.size() ? balance.principal_of[i] : claim.net();
        list.push_back(json::object{{"number", claim.number}, {"invoiced", day_or_null(claim.invoiced)}, {"due", text(claim.due)}, {"amount", text(claim.amount)}, {"open", text(open)}, {"agreed_rate", claim.agreed_rate ? json::value(text(*claim.agreed_rate)) : json::value(nullptr)},
                                    {"department", item == items.end() ? "" : item->department}, {"project", item == items.end() ? "" : item->project}});
    }
    return list;
}

// What was asked for before anything was paid or given up: the rows of each part, added up.
Result<json::object> balance_json(const Call& call, const cases::Case& c, Date day) {
    const rules::Country& country = *call.world.country;
    FRIST_TRY(const rules::Balance balance, rules::balance_on(c, day, country));
    json::object body = office::json_of(c, balance, country);
    Money principal = c.zero();
    for (const cases::Claim& claim : c.claims) {
        principal += claim.amount;
        for (const cases::Credit& credit : claim.credits)
            if (credit.on <= day) principal -= credit.amount;
    }
    Money interest = c.zero();
    for (const rules::ClaimInterest& row : balance.interest_rows) interest += row.row.amount;
    Money costs = c.zero();
    for (const rules::CostRow& row : balance.cost_rows) costs += row.amount;
    Money paid = principal + interest + costs - balance.total();
    Money written_off = c.zero();
    if (c.closing && c.closing->on <= day) written_off = c.closing->principal + c.closing->interest + c.closing->costs;
    body["charged"] = json::object{{"principal", text(principal)}, {"interest", text(interest)}, {"costs", text(costs)}};
    const Money carried = balance.carried ? balance.carried->total() : c.zero();
    body["paid"] = text(paid - written_off - carried);
    body["written_off"] = text(written_off);
    body["carried"] = text(carried);
    const Result<Money> per_day = rules::interest_a_day(c, day, country);
    body["per_day"] = text(per_day.ok() ? *per_day : c.zero());
    return body;
}

// Whether a person has to do something for it to happen.
bool by_person(const rules::Upcoming& next, const cases::Case& c) {
    return next.what == rules::Due::choice || c.awaiting_choice || (next.what == rules::Due::step && cases::is_legal(next.step.kind));
}

Result<json::value> next_json(const Call& call, const cases::Case& c) {
    const rules::Country& country = *call.world.country;
    if (c.closing) return json::value(nullptr);
    FRIST_TRY(const auto follow_up, country.after_decision(c));
    if (follow_up) {
        json::object body = office::json_of(follow_up).as_object();
        if (body.at("until").is_null()) body.erase("until");
        body["by"] = "person";
        return json::value(std::move(body));
    }
    if (c.ordered) {
        const Date from = std::max({c.ordered->on, c.not_before.value_or(c.ordered->on), call.wall.day});
        json::object body{{"on", text(from)}, {"what", name_of(c.ordered->kind)}, {"by", c.ordered->needs_approval ? "person" : "itself"}, {"letter", c.ordered->letter}, {"because", json::array{}}};
        return json::value(std::move(body));
    }
    FRIST_TRY(const auto next, rules::ahead(c, country));
    json::value body = office::json_of(next);
    if (next) body.as_object()["by"] = by_person(*next, c) ? "person" : "itself";
    return body;
}

json::object entry_json(const office::StoryEntry& entry) {
    json::object body{{"on", text(entry.on)}, {"what", entry.what}, {"state", name_of(entry.told)}, {"because", office::json_of(entry.because)}};
    if (!entry.kind.empty()) body["kind"] = entry.kind;
    if (entry.letter != 0) body["letter"] = entry.letter;
    if (!entry.claim.empty()) body["claim"] = entry.claim;
    if (entry.amount) body["amount"] = text(*entry.amount);
    if (entry.fee) body["fee"] = text(*entry.fee);
    if (entry.deadline) body["deadline"] = text(*entry.deadline);
    if (!entry.channels.empty()) body["channels"] = json::array(entry.channels.begin(), entry.channels.end());
    return body;
}

json::object earlier_letter_json(const cases::Sent& sent) {
    json::object body{{"letter", sent.letter}, {"kind", name_of(sent.kind)}, {"state", "earlier"}, {"sent", text(sent.sent)}, {"fee", text(sent.fee)}, {"pdf", false}};
    if (sent.deadline) body["deadline"] = text(*sent.deadline);
    return body;
}

Result<json::array> letters_json(const Call& call, const cases::Case& c) {
    FRIST_TRY(const auto dispatched, call.rooms.office->dispatches_of_case(call.creditor, c.id));
    json::array list;
    for (const cases::Sent& sent : c.letters)
        if (sent.earlier) list.push_back(earlier_letter_json(sent));
    for (int number = 1; number <= c.last_letter; ++number) {
        FRIST_TRY(const auto row, call.rooms.office->letter(call.creditor, c.id, number));
        if (!row) continue;
        json::object body{{"letter", number}, {"kind", name_of(row->kind)}, {"state", name_of(row->state)}, {"fee", text(row->fee)}, {"pdf", !row->file.empty()}};
        if (row->state == office::LetterState::ordered) body["from"] = text(row->on);
        if (row->sent_on) body["sent"] = text(*row->sent_on);
        if (row->deadline) body["deadline"] = text(*row->deadline);
        FRIST_TRY(const auto total, call.rooms.office->letter_total(call.creditor, c.id, number));
        if (total) body["total"] = text(*total);
        json::array channels;
        for (const office::DispatchRow& way : dispatched)
            if (way.letter == number) channels.push_back(json::object{{"channel", name_of(way.channel)}, {"state", name_of(way.state)}, {"at", text(way.at.day)}});
        body["channels"] = std::move(channels);
        list.push_back(std::move(body));
    }
    return list;
}

Result<json::array> events_json(const Call& call, office::Id case_id) {
    FRIST_TRY(const auto events, call.rooms.office->events(call.creditor, case_id));
    json::array list;
    for (const office::StoredEvent& event : events) {
        FRIST_TRY(json::value body, parse_json(event.body));
        list.push_back(json::object{{"seq", event.seq}, {"type", event.type}, {"stored", text(event.stored)}, {"cause", event.cause}, {"body", std::move(body)}});
    }
    return list;
}

// What happened and what comes, with what people wrote down at the end of its day.
Result<json::array> timeline_json(const Call& call, office::Id case_id, const std::vector<office::StoryEntry>& told) {
    FRIST_TRY(const auto rows, call.rooms.office->notes_of_case(call.creditor, case_id));
    FRIST_TRY(const json::array notes, notes_json(call, rows));
    json::array timeline;
    std::size_t next = 0;
    const auto write_until = [&](const std::optional<Date>& day) {
        for (; next < notes.size() && (!day || rows[next].at.day < *day); ++next)
            timeline.push_back(json::object{{"on", text(rows[next].at.day)}, {"what", "note"}, {"state", "done"}, {"note", notes[next]}});
    };
    for (const office::StoryEntry& entry : told) {
        write_until(entry.on);
        timeline.push_back(entry_json(entry));
    }
    write_until(std::nullopt);
    return timeline;
}

std::string_view last_step(const cases::Case& c) {
    if (c.legal) return name_of(*c.legal);
    if (c.ordered && c.ordered->kind != cases::StepKind::closing) return name_of(c.ordered->kind);
    const auto last = std::find_if(c.letters.rbegin(), c.letters.rend(), [](const cases::Sent& letter) { return letter.kind != cases::StepKind::closing; });
    return last == c.letters.rend() ? "none" : name_of(last->kind);
}

}  // namespace

std::string_view status_word(const cases::Case& c) { return name_of(office::status_of(c)); }

json::object case_criteria_json(const cases::Case& c) {
    const cases::Course& course = c.course;
    return {{"rest_note_above_percent", course.rest_note_above_percent ? json::value(text(*course.rest_note_above_percent)) : json::value(nullptr)},
            {"close_at_or_below", text(course.close_at_or_below)},
            {"own", c.own_criteria}};
}

json::object levels_json(const cases::Levels& levels) {
    return {{"send", name_of(levels.send)}, {"rest_note", name_of(levels.rest_note)}, {"close", name_of(levels.close)}, {"legal", name_of(levels.legal)}};
}

std::string case_etag(const office::CaseRow& row) { return fmt::format("\"{}\"", row.seq); }

Result<office::CaseRow> case_of(const Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    return office::case_row(call.desk(), id);
}

Result<json::object> case_json(const Call& call, const office::CaseRow& row, Date day) {
    const cases::Case& c = row.state;
    if (day < c.opened) return Error{"case.not_opened", "on", "the case was opened on " + text(c.opened) + " and is nothing before", "Ask for that day or a later one."};
    FRIST_TRY(const Known debtor, debtor_of(call, c.debtor));
    FRIST_TRY(const std::string kid, call.rooms.office->kid_of_case(call.creditor, c.id));
    FRIST_TRY(json::object balance, balance_json(call, c, day));
    FRIST_TRY(const rules::Balance open, rules::balance_on(c, day, *call.world.country));
    FRIST_TRY(json::value next, next_json(call, c));
    FRIST_TRY(const auto told, office::story(call.desk(), c));
    FRIST_TRY(json::array timeline, timeline_json(call, c.id, told));
    FRIST_TRY(json::array letters, letters_json(call, c));
    FRIST_TRY(json::array events, events_json(call, c.id));
    FRIST_TRY(const std::vector<office::ItemRow> items, call.rooms.office->items_of_case(call.creditor, c.id));
    const bool agency_account = c.mode == cases::Mode::agency && !call.record.agency.account.empty();
    return json::object{{"case", c.id},
                        {"debtor", debtor_brief_json(debtor.row, debtor.record)},
                        {"status", status_word(c)},
                        {"state", name_of(c.state())},
                        {"tab", name_of(office::tab_of(office::status_of(c)))},
                        {"step", last_step(c)},
                        {"held_by", held_by(c)},
                        {"paused_until", c.pause ? day_or_null(c.pause->until) : json::value(nullptr)},
                        {"closed", c.closing ? json::value(json::object{{"on", text(c.closing->on)}, {"reason", name_of(c.closing->reason)}, {"why", c.closing->withdrawal ? json::value(name_of(*c.closing->withdrawal)) : json::value(nullptr)}}) : json::value(nullptr)},
                        {"merged_into", c.merged_into ? json::value(*c.merged_into) : json::value(nullptr)},
                        {"kid", kid},
                        {"account", agency_account ? call.record.agency.account : call.record.account},
                        {"opened", text(c.opened)},
                        {"course", c.course.name},
                        {"course_version", c.course.version},
                        {"criteria", case_criteria_json(c)},
                        {"levels", levels_json(c.levels)},
                        {"mode", name_of(c.mode)},
                        {"claims", claims_json(c, open, items)},
                        {"next", std::move(next)},
                        {"balance", std::move(balance)},
                        {"timeline", std::move(timeline)},
                        {"letters", std::move(letters)},
                        {"events", std::move(events)}};
}

json::object possible_json(const office::Possible& one, const cases::Case& c) {
    json::object body{{"act", name_of(one.act)}, {"allowed", !one.refused}};
    if (one.kind) body["kind"] = name_of(*one.kind);
    if (one.letter != 0) body["letter"] = one.letter;
    if (one.other != 0) body["other"] = one.other;
    if (one.from) body["from"] = text(*one.from);
    if (one.refused) {
        body["code"] = one.refused->code;
        body["reason"] = one.refused->message;
        body["remedy"] = one.refused->remedy;
    }
    // Giving one's own claim up costs nothing here; an agency's client pays by its agreement.
    if (one.act == office::Act::withdraw && c.mode == cases::Mode::self) body["cost"] = text(c.zero());
    return body;
}

}  // namespace frist::http
