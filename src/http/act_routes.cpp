#include "base/pch.h"
#include "cases/command.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/merge.h"
#include "office/possible.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Act;

// What an act brings beside its name; each act takes its own fields and no others.
struct Wish {
    Act act = Act::pause;
    std::optional<cases::Command> command;   // none: two cases are joined or parted
    office::Id other = 0;
    json::value undo;                         // the act that takes it back, or null
};

json::object undo_of(Act act) { return {{"act", name_of(act)}}; }

Result<int> letter_of(JsonObject& body) {
    FRIST_TRY(const std::int64_t letter, body.whole_or("letter", 0));
    if (letter < 1 || letter > std::numeric_limits<int>::max()) return body.missing("letter", "Say which letter of the case.");
    return static_cast<int>(letter);
}

Result<cases::Command> pause_of(JsonObject& body) {
    FRIST_TRY(const auto until, day_or_none(body, "until"));
    return cases::Command(cases::PauseCase{until});
}

Result<cases::Command> objection_of(JsonObject& body) {
    FRIST_TRY(const bool groundless, body.truth_or("groundless", false));
    return cases::Command(cases::RaiseObjection{groundless});
}

Result<cases::Command> plan_of(JsonObject& body) {
    FRIST_TRY(const auto first, day_or_none(body, "first"));
    if (!first) return body.missing("first", "Give the day of the first instalment.");
    FRIST_TRY(const std::int64_t every, body.whole_or("every_days", 30));
    FRIST_TRY(const std::int64_t count, body.whole_or("count", 2));
    const auto in_range = [](std::int64_t value) { return static_cast<int>(std::clamp<std::int64_t>(value, 0, 1000)); };
    return cases::Command(cases::AgreePlan{*first, in_range(every), in_range(count)});
}

Result<cases::Command> credit_of(JsonObject& body, const Call& call) {
    cases::CreditClaim credit;
    FRIST_TRY(credit.claim, body.text("claim"));
    FRIST_TRY(const auto amount, money_or_none(body, "amount", call.world.country->currency()));
    if (!amount) return body.missing("amount", "Give the credited amount, as 1234.50.");
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    credit.amount = *amount;
    credit.on = on.value_or(call.wall.day);
    return cases::Command(credit);
}

Result<cases::Command> legal_of(JsonObject& body) {
    FRIST_TRY(const auto kind, choice_or_none<cases::StepKind>(body, "kind"));
    if (!kind) return body.missing("kind", "Say attachment, conciliation or bankruptcy.");
    return cases::Command(cases::ChooseLegal{*kind});
}

Result<Wish> join_of(JsonObject& body, Act act) {
    Wish wish;
    wish.act = act;
    FRIST_TRY(wish.other, body.whole_or("other", 0));
    if (wish.other < 1) return body.missing("other", "Give the number of the other case.");
    if (act == Act::merge) {
        json::object undo = undo_of(Act::unmerge);
        undo["other"] = wish.other;
        wish.undo = std::move(undo);
    }
    return wish;
}

Result<cases::Command> command_of(Act act, JsonObject& body, const Call& call) {
    switch (act) {
        case Act::pause: return pause_of(body);
        case Act::resume: return cases::Command(cases::ResumeCase{});
        case Act::withdraw: return cases::Command(cases::WithdrawCase{});
        case Act::object: return objection_of(body);
        case Act::settle_objection: return cases::Command(cases::SettleObjection{});
        case Act::returned_mail: return cases::Command(cases::ReportReturnedMail{});
        case Act::address_fixed: return cases::Command(cases::FixAddress{});
        case Act::bankrupt: return cases::Command(cases::ReportBankruptcy{});
        case Act::plan: return plan_of(body);
        case Act::credit: return credit_of(body, call);
        case Act::legal: return legal_of(body);
        case Act::approve_letter: {
            FRIST_TRY(const int letter, letter_of(body));
            return cases::Command(cases::ApproveLetter{letter});
        }
        case Act::reset_letter: {
            FRIST_TRY(const int letter, letter_of(body));
            return cases::Command(cases::ResetLetter{letter});
        }
        case Act::merge:
        case Act::unmerge: break;
    }
    bug("an act without a command", __FILE__, __LINE__);
}

Result<Wish> wish_of(JsonObject& body, const Call& call) {
    FRIST_TRY(const auto act, choice_or_none<Act>(body, "act"));
    if (!act) return body.missing("act", "Say what shall be done with the case.");
    if (*act == Act::merge || *act == Act::unmerge) return join_of(body, *act);
    Wish wish;
    wish.act = *act;
    FRIST_TRY(wish.command, command_of(*act, body, call));
    if (*act == Act::pause) wish.undo = undo_of(Act::resume);
    if (*act == Act::object) wish.undo = undo_of(Act::settle_objection);
    return wish;
}

std::string word_of_log(Act act) {
    std::string word = "case-" + std::string(name_of(act));
    std::replace(word.begin(), word.end(), '_', '-');
    return word;
}

Result<office::CaseRow> done_with(const Call& call, office::Id id, const Wish& wish) {
    if (wish.command) return office::answer(call.desk(), id, *wish.command, "hand:" + text(call.wall.day));
    return wish.act == Act::merge ? office::merge(call.desk(), id, wish.other) : office::unmerge(call.desk(), id, wish.other);
}

Result<Response> act(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const Wish wish, wish_of(body, call));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<office::CaseRow>()> work = [&]() -> Result<office::CaseRow> {
        FRIST_TRY(const office::CaseRow before, case_of(call));
        FRIST_TRY_DONE(still_the_same(call, case_etag(before)));
        return done_with(call, id, wish);
    };
    FRIST_TRY(const office::CaseRow row, noted(call, word_of_log(wish.act), fmt::format("case {}", id), work));
    Response response = json_response(json::object{{"case", id},
                                                   {"state", name_of(row.state.state())},
                                                   {"status", status_word(row.state)},
                                                   {"next_look", row.next_look ? json::value(text(*row.next_look)) : json::value(nullptr)},
                                                   {"undo", wish.undo}});
    response.with("ETag", case_etag(row));
    return response;
}

json::object possible_json(const office::Possible& one, const cases::Case& c) {
    json::object body{{"act", name_of(one.act)}, {"allowed", !one.refused}};
    if (one.kind) body["kind"] = name_of(*one.kind);
    if (one.letter != 0) body["letter"] = one.letter;
    if (one.other != 0) body["other"] = one.other;
    if (one.from) body["from"] = text(*one.from);
    if (one.refused) {
        body["reason"] = one.refused->message;
        body["remedy"] = one.refused->remedy;
    }
    // Giving one's own claim up costs nothing here; an agency's client pays by its agreement.
    if (one.act == Act::withdraw && c.mode == cases::Mode::self) body["cost"] = text(c.zero());
    return body;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const office::CaseRow row, case_of(call));
    FRIST_TRY(const auto acts, office::possible(call.desk(), row.state));
    json::array rows;
    for (const office::Possible& one : acts) rows.push_back(possible_json(one, row.state));
    return json_response(json::object{{"rows", std::move(rows)}});
}

}  // namespace

void add_act_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/acts", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/acts", Gate::right, access::Right::act_on_cases, Brings::json, act});
}

}  // namespace frist::http
