#include "base/pch.h"
#include "cases/evolve.h"
#include "office/send_letters.h"
#include "rules/decide.h"
#include "rules/next.h"

namespace frist::office {
namespace {

constexpr int most_turns = 16;       // a case has never so many steps within the days that are asked for

// Plays a copy of a case forward: each day that is due is answered, and each letter leaves on its day.
class Ahead {
public:
    Ahead(const Desk& desk, Date until, std::vector<ComingLetter>& list) : desk_(desk), until_(until), list_(list) {}

    Outcome play(cases::Case c) {
        for (int turn = 0; turn < most_turns; ++turn) {
            if (c.ordered) return done;   // it waits for something else than the days
            FRIST_TRY(const auto due, rules::upcoming(c, desk_.country));
            if (!due || due->on > until_) return done;
            const Date day = std::max(due->on, desk_.today);
            FRIST_TRY(const cases::Events events, rules::decide_clock(c, day, desk_.country));
            if (events.empty()) return done;
            for (const cases::Event& event : events) {
                cases::evolve(c, event);
                tell(c, day, event);
            }
            FRIST_TRY_DONE(leave(c, day));
        }
        return done;
    }

    Outcome leave(cases::Case& c, Date day) {
        if (!c.ordered) return done;
        c.ordered->needs_approval = false;
        const Result<cases::Events> sent = rules::decide(c, cases::ReportSent{c.ordered->letter, day, {}, {}, {}}, day, desk_.country);
        if (!sent.ok()) return sent.error().code.starts_with("letter.") ? Outcome(done) : sent.error();
        for (const cases::Event& event : *sent) {
            cases::evolve(c, event);
            const auto* left = std::get_if<cases::LetterSent>(&event);
            if (left == nullptr || list_.empty() || list_.back().case_id != c.id || list_.back().kind != left->letter.kind || list_.back().on != day) continue;
            list_.back().deadline = left->letter.deadline;
            list_.back().fee = left->letter.fee;
        }
        return done;
    }

private:
    void tell(const cases::Case& c, Date on, const cases::Event& event) {
        if (const auto* ordered = std::get_if<cases::LetterOrdered>(&event)) list_.push_back({c.id, on, ordered->order.kind, false, ordered->because, {}, {}, rules::channels_of_ordered(c), ordered->order.needs_approval});
        if (const auto* legal = std::get_if<cases::LegalReady>(&event)) list_.push_back({c.id, on, legal->kind, false, legal->because, {}, {}});
        if (const auto* choice = std::get_if<cases::ChoiceAwaited>(&event)) list_.push_back({c.id, on, {}, true, choice->because, {}, {}});
    }

    const Desk& desk_;
    Date until_;
    std::vector<ComingLetter>& list_;
};

}  // namespace

Result<ComingLetters> coming(const Desk& desk, const Outbox& outbox, int days, int most) {
    ComingLetters made;
    std::vector<ComingLetter>& list = made.list;
    Ahead ahead(desk, desk.today + Days{days}, list);
    FRIST_TRY(std::vector<CaseRow> due, desk.store.due_cases(desk.creditor, desk.today + Days{days}, most + 1));
    std::optional<Date> unknown_from;
    if (due.size() > static_cast<std::size_t>(most)) {
        made.whole = false;
        unknown_from = due.back().next_look;
        due.pop_back();
    }
    for (const CaseRow& row : due) FRIST_TRY_DONE(ahead.play(row.state));
    for (const ReadyLetter& ready : outbox.ready) {
        FRIST_TRY(CaseRow row, case_row(desk, ready.row.case_id));
        FRIST_TRY_DONE(ahead.leave(row.state, desk.today));
        FRIST_TRY_DONE(ahead.play(std::move(row.state)));
    }
    if (unknown_from) std::erase_if(list, [&](const ComingLetter& one) { return one.on >= *unknown_from; });
    std::sort(list.begin(), list.end(), [](const ComingLetter& a, const ComingLetter& b) { return std::pair(a.on, a.case_id) < std::pair(b.on, b.case_id); });
    return made;
}

Result<std::vector<ComingLetter>> coming_of(const Desk& desk, const cases::Case& c, int days) {
    std::vector<ComingLetter> list;
    Ahead ahead(desk, desk.today + Days{days}, list);
    cases::Case copy = c;
    if (copy.ordered) {
        const Date day = std::max({desk.today, copy.ordered->on, copy.not_before.value_or(desk.today)});
        list.push_back({c.id, day, copy.ordered->kind, false, {}, {}, {}, rules::channels_of_ordered(copy), copy.ordered->needs_approval});
        FRIST_TRY_DONE(ahead.leave(copy, day));
        if (copy.ordered) return list;
    }
    FRIST_TRY_DONE(ahead.play(std::move(copy)));
    return list;
}

}  // namespace frist::office
