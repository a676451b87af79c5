#include "http/act_wish.h"

#include "base/pch.h"
#include "http/reading.h"
#include "office/automation.h"
#include "office/courses.h"
#include "office/merge.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Act;

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

Result<std::string> reference_of(JsonObject& body) { return body.text_or("reference", ""); }

Result<cases::Command> filed_of(JsonObject& body, const Call& call) {
    FRIST_TRY(const auto kind, choice_or_none<cases::StepKind>(body, "kind"));
    if (!kind) return body.missing("kind", "Say attachment, conciliation or bankruptcy.");
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY(const std::string reference, reference_of(body));
    return cases::Command(cases::ReportFiled{*kind, on.value_or(call.wall.day), reference});
}

Result<cases::Command> decided_of(JsonObject& body, const Call& call) {
    FRIST_TRY(const auto outcome, choice_or_none<cases::LegalOutcome>(body, "outcome"));
    if (!outcome) return body.missing("outcome", "Say how it ended.");
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY(const std::string reference, reference_of(body));
    return cases::Command(cases::ReportDecided{*outcome, on.value_or(call.wall.day), reference});
}

Result<cases::Command> court_day_of(Act act, JsonObject& body, const Call& call) {
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    if (act == Act::served) return cases::Command(cases::ReportServed{on.value_or(call.wall.day)});
    if (!on) return body.missing("on", "Give the day in court.");
    return cases::Command(cases::ReportHearing{*on});
}

Result<cases::Command> noticed_of(JsonObject& body, const Call& call) {
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY(const auto deadline, day_or_none(body, "until"));
    return cases::Command(cases::ReportNoticed{on.value_or(call.wall.day), deadline});
}

Result<cases::Command> withdrawal_of(JsonObject& body) {
    FRIST_TRY(const auto why, choice_or_none<cases::Withdrawal>(body, "why"));
    return cases::Command(cases::WithdrawCase{why});
}

// The newest version of the course, as this creditor wishes it.
Result<cases::Command> course_of(JsonObject& body, const Call& call) {
    FRIST_TRY(const std::string name, body.text("course"));
    FRIST_TRY(const office::KeptCourse kept, office::course_named(call.desk(), name, body.at("course")));
    FRIST_TRY(const office::AutomationNow now, office::automation(call.desk()));
    return cases::Command(cases::ChangeCourse{office::bent(kept.course, now.rules)});
}

Result<cases::Command> interest_of(JsonObject& body) {
    cases::AgreeRate agreed;
    FRIST_TRY(agreed.claim, body.text_or("claim", ""));
    if (body.find("rate") == nullptr) return body.missing("rate", "Give percent a year, like 8.5, or null for the law's own.");
    FRIST_TRY(const std::string rate, body.decimal_or_null("rate"));
    if (rate.empty()) return cases::Command(agreed);
    const Result<Rate> read = Rate::parse(rate);
    if (!read.ok()) return Error{"rate.range", body.at("rate"), "interest is 0 to 100 percent a year", "Write it like 8.5; 0 is none."};
    agreed.rate = *read;
    return cases::Command(agreed);
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
        case Act::withdraw: return withdrawal_of(body);
        case Act::reopen: return cases::Command(cases::ReopenCase{});
        case Act::take_step: return cases::Command(cases::TakeStep{});
        case Act::close_rest: return cases::Command(cases::CloseRest{});
        case Act::course: return course_of(body, call);
        case Act::interest: return interest_of(body);
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
        case Act::filed: return filed_of(body, call);
        case Act::decided: return decided_of(body, call);
        case Act::hearing:
        case Act::served: return court_day_of(act, body, call);
        case Act::noticed: return noticed_of(body, call);
        case Act::merge:
        case Act::unmerge: break;
    }
    bug("an act without a command", __FILE__, __LINE__);
}


// What one says of each of many cases in the same words.
bool fits_many(Act act) {
    switch (act) {
        case Act::pause:
        case Act::resume:
        case Act::withdraw:
        case Act::object:
        case Act::settle_objection:
        case Act::returned_mail:
        case Act::address_fixed:
        case Act::legal:
        case Act::approve_letter:
        case Act::take_step:
        case Act::close_rest:
        case Act::course:
        case Act::interest:
        case Act::reopen: return true;
        case Act::reset_letter:
        case Act::bankrupt:
        case Act::plan:
        case Act::credit:
        case Act::merge:
        case Act::unmerge:
        case Act::filed:
        case Act::hearing:
        case Act::served:
        case Act::noticed:
        case Act::decided: return false;
    }
    return false;
}

// The letter of the case that is ordered and has not left.
Result<cases::Command> approval_of_waiting(const cases::Case& c) {
    if (!c.ordered) return Error{"act.no_letter", "letter", "no letter of this case waits", "Nothing is to be done."};
    return cases::Command(cases::ApproveLetter{c.ordered->letter});
}

}  // namespace

Result<Wish> wish_of(JsonObject& body, const Call& call, For how_many) {
    FRIST_TRY(const auto act, choice_or_none<Act>(body, "act"));
    if (!act) return body.missing("act", "Say what shall be done with the case.");
    if (how_many == For::many && !fits_many(*act))
        return Error{"http.bulk_act", body.at("act"), "is done with one case at a time", "Open the case."};
    if (*act == Act::merge || *act == Act::unmerge) return join_of(body, *act);
    Wish wish;
    wish.act = *act;
    wish.how_many = how_many;
    if (how_many == For::many && *act == Act::approve_letter) return wish;
    FRIST_TRY(wish.command, command_of(*act, body, call));
    if (*act == Act::pause) wish.undo = undo_of(Act::resume);
    if (*act == Act::withdraw) wish.undo = undo_of(Act::reopen);
    if (*act == Act::object) wish.undo = undo_of(Act::settle_objection);
    return wish;
}

std::string word_of_log(Act act) {
    std::string word = "case-" + std::string(name_of(act));
    std::replace(word.begin(), word.end(), '_', '-');
    return word;
}

Result<std::optional<cases::Command>> command_for(const cases::Case& c, const Wish& wish) {
    using Answer = std::optional<cases::Command>;
    // What many are brought back from must not wake those that slept before.
    if (wish.how_many == For::many && wish.act == Act::pause && c.pause)
        return Error{"act.paused", fmt::format("case {}", c.id), "is paused already", "Open the case to change its day."};
    if (wish.command || wish.act != Act::approve_letter) return wish.command;
    FRIST_TRY(const cases::Command approval, approval_of_waiting(c));
    return Answer{approval};
}

Result<office::CaseRow> done_with(const Call& call, const office::CaseRow& row, const Wish& wish) {
    const office::Id id = row.state.id;
    FRIST_TRY(const std::optional<cases::Command> command, command_for(row.state, wish));
    if (command) return office::answer(call.desk(), id, *command, "hand:" + text(call.wall.day));
    return wish.act == Act::merge ? office::merge(call.desk(), id, wish.other) : office::unmerge(call.desk(), id, wish.other);
}

}  // namespace frist::http
