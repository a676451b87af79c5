#include "office/preview.h"

#include "base/pch.h"
#include "cases/evolve.h"
#include "letters/words.h"
#include "office/case_facts.h"
#include "office/channels.h"
#include "office/letter_gate.h"
#include "rules/decide.h"
#include "rules/next.h"

namespace frist::office {
namespace {

class Previewer {
public:
    Previewer(const Desk& desk, const CreditorRecord& creditor, CaseRow row) : desk_(desk), creditor_(creditor), row_(std::move(row)) {}

    Result<Preview> made() {
        FRIST_TRY(texts_, texts_of(creditor_));
        if (row_.state.ordered) return waiting();
        return next();
    }

private:
    [[nodiscard]] std::string place() const { return "case " + std::to_string(row_.state.id); }
    [[nodiscard]] Error none(std::string message, std::string remedy) const { return {"preview.none", place(), std::move(message), std::move(remedy)}; }

    void mark(Preview& preview) const {
        const letters::Language language = preview.letter.language;
        const std::string when = preview.from ? texts_.label(language, "may_leave_from") + " " + letters::in_words(*preview.from, language) : texts_.label(language, "may_not_leave");
        preview.letter.mark = draft_mark(texts_, language, when, preview.refusals);
    }

    Result<Preview> waiting() {
        FRIST_TRY(const auto row, desk_.store.letter(desk_.creditor, row_.state.id, row_.state.ordered->letter));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(const LetterGate gate, LetterGate::open(desk_, creditor_, desk_.today));
        FRIST_TRY(const Passage passage, gate.leaving(*row));
        if (!passage.refusals.empty()) return passage.refusals.front().error(place());
        Preview preview;
        preview.row = *row;
        FRIST_TRY(const letters::Facts facts, facts_of_letter(desk_, creditor_, passage.after, passage.sent));
        FRIST_TRY(preview.letter, letters::compose(facts, texts_));
        rules::Leaving leaving;
        leaving.sent = passage.sent;
        leaving.total = letters::asked(facts);
        leaving.way = way_of(desk_, creditor_, passage.debtor.record, passage.row.state, passage.sent);
        FRIST_TRY(preview.refusals, gate.ask(passage, leaving));
        if (preview.refusals.empty()) return preview;
        const auto passes = [](const rules::Refusal& r) { return r.passes_on.has_value(); };
        if (std::all_of(preview.refusals.begin(), preview.refusals.end(), passes)) {
            for (const rules::Refusal& refusal : preview.refusals) preview.from = std::max(preview.from.value_or(*refusal.passes_on), *refusal.passes_on);
        }
        mark(preview);
        return preview;
    }

    // The case is played on a copy to the day of its next step, and the letter leaves on that day.
    Result<Preview> next() const {
        cases::Case c = row_.state;
        FRIST_TRY(const auto due, rules::upcoming(c, desk_.country));
        if (!due || due->what == rules::Due::lapse || row_.state.held()) return none("no letter comes by itself", "See frist case for what the case waits for.");
        const Date day = std::max(due->on, desk_.today);
        FRIST_TRY(const cases::Events ordered, rules::decide_clock(c, day, desk_.country));
        for (const cases::Event& event : ordered) cases::evolve(c, event);
        if (!c.ordered) return none("the next step, on " + text(day) + ", is no letter", "A petition or complaint is made with frist petition.");
        Preview preview;
        preview.row.case_id = c.id;
        preview.row.letter = c.ordered->letter;
        preview.row.kind = c.ordered->kind;
        preview.from = day;
        c.ordered->needs_approval = false;
        FRIST_TRY(const cases::Events left, rules::decide(c, cases::ReportSent{c.ordered->letter, day, {}, {}, {}}, day, desk_.country));
        cases::Sent sent;
        for (const cases::Event& event : left) {
            cases::evolve(c, event);
            if (const auto* one = std::get_if<cases::LetterSent>(&event)) sent = one->letter;
        }
        const Desk then{desk_.store, desk_.country, desk_.creditor, day};
        FRIST_TRY(const letters::Facts facts, facts_of_letter(then, creditor_, c, sent));
        FRIST_TRY(preview.letter, letters::compose(facts, texts_));
        for (const law::Reason& reason : due->because) preview.refusals.push_back({rules::Stop::too_early, reason.rule, reason.says, "Send it on " + text(day) + " or later.", day});
        mark(preview);
        return preview;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    CaseRow row_;
    letters::Texts texts_;
};

}  // namespace

letters::Mark draft_mark(const letters::Texts& texts, letters::Language language, const std::string& when, const std::vector<rules::Refusal>& refusals) {
    const std::string why = refusals.empty() ? std::string() : " · " + texts.section(language, refusals.front().rule);
    return {texts.label(language, "draft"), when + why};
}

Result<Preview> preview(const Desk& desk, const CreditorRecord& creditor, Id case_id) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    return Previewer(desk, creditor, std::move(row)).made();
}

}  // namespace frist::office
