// automation: what starts by itself for a creditor, who lacks something, and how the rules are set.
#include "base/pch.h"
#include "main/program.h"
#include "office/automation.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct AutomationWishes {
    std::string start, least, rest_note, close_at;
    int days = 0;
    bool skip = false;
    std::vector<std::string> without;   // customers' own numbers
};

std::string in_words(const office::Automation& rules) {
    std::string words = fmt::format("start: {}\n", name_of(rules.start));
    words += fmt::format("  from {} days after the due day\n", rules.days_overdue);
    if (rules.least_open) words += fmt::format("  from {} on\n", text(*rules.least_open));
    if (!rules.excluded.empty()) words += fmt::format("  without {} customers\n", rules.excluded.size());
    for (const office::StillTime& still : rules.still) words += fmt::format("  nothing from {} to {} {}\n", text(still.from), text(still.until), still.why);
    if (rules.criteria.rest_note_above_percent) words += fmt::format("rest note above {} %\n", text(*rules.criteria.rest_note_above_percent));
    if (rules.criteria.close_at_or_below) words += fmt::format("closes at {} or less\n", text(*rules.criteria.close_at_or_below));
    return words;
}

Result<int> show(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::AutomationNow now, office::automation(session.desk()));
    FRIST_TRY(const auto lacking, office::unready(session.desk(), session.record, now.rules));
    json::array rows;
    if (!program.json) std::cout << in_words(now.rules);
    for (const office::Unready& one : lacking) {
        FRIST_TRY(const auto row, session.store->debtor(session.creditor, one.debtor));
        json::array missing;
        for (const Error& reason : one.missing) {
            missing.push_back(json_of(reason));
            if (!program.json) std::cout << fmt::format("customer {}: {}\n", row->key, reason.message);
        }
        rows.push_back(json::object{{"customer", row->key}, {"invoices", one.invoices}, {"missing", std::move(missing)}});
    }
    if (program.json) print_json(json::object{{"number", now.number}, {"rules", to_json(now.rules)}, {"lacking", std::move(rows)}});
    else if (lacking.empty()) std::cout << "No customer lacks what a case needs.\n";
    return exit_done;
}

// What is said changes; the rest stays as it was.
Result<office::Automation> changed(const Session& session, office::Automation rules, const AutomationWishes& wish) {
    if (!wish.start.empty()) {
        const auto level = enum_of<office::Level>(wish.start);
        if (!level) return Error{"automation.level", "--start", "\"" + wish.start + "\" is not known", "Say off, propose or do."};
        rules.start = *level;
    }
    if (!wish.least.empty()) {
        FRIST_TRY(rules.least_open, money_of(wish.least, "--least", session.country->currency()));
    }
    if (wish.days != 0) rules.days_overdue = wish.days;
    if (wish.skip) rules.skip_incomplete = true;
    if (!wish.rest_note.empty()) {
        const Result<Rate> rate = Rate::parse(wish.rest_note);
        if (!rate.ok()) return Error{"criteria.percent", "--rest-note", "is no percentage from 0 to 100", "Write it like 85; 100 is never."};
        rules.criteria.rest_note_above_percent = *rate;
    }
    if (!wish.close_at.empty()) {
        FRIST_TRY(rules.criteria.close_at_or_below, money_of(wish.close_at, "--close-at", session.country->currency()));
    }
    for (const std::string& key : wish.without) {
        FRIST_TRY(const auto debtor, session.store->debtor_of_key(session.creditor, key));
        if (!debtor) return Error{"debtor.unknown", "--without", "there is no customer \"" + key + "\"", "Give the customer's number as the ledger has it."};
        rules.excluded.push_back(debtor->id);
    }
    return rules;
}

Result<int> set(const Program& program, const AutomationWishes& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::AutomationNow before, office::automation(session.desk()));
    office::AutomationWish wanted{{}, before.number, 0};
    FRIST_TRY(wanted.rules, changed(session, before.rules, wish));
    FRIST_TRY([[maybe_unused]] const office::AutomationNow now, office::set_automation(session.desk(), session.record, wanted));
    FRIST_TRY([[maybe_unused]] const std::int64_t cases, office::spread_criteria(session.desk(), wanted.rules.criteria));
    return show(program);
}

}  // namespace

void add_automation(CLI::App& app, Program& program) {
    auto wish = std::make_shared<AutomationWishes>();
    CLI::App* one = app.add_subcommand("automation", "What starts by itself at night, and which customers lack what a case needs");
    one->callback([&program, one] {
        if (one->get_subcommands().empty()) run(program, [&program] { return show(program); });
    });
    CLI::App* setting = one->add_subcommand("set", "Change the rules; what is not named stays");
    setting->add_option("--start", wish->start, "off: a person starts; propose: the ledger shows what would start; do: the night starts it");
    setting->add_option("--least", wish->least, "less than this is left alone");
    setting->add_option("--days", wish->days, "so many days after the due day");
    setting->add_option("--without", wish->without, "a customer that never starts by itself");
    setting->add_flag("--skip-incomplete", wish->skip, "pass over customers who lack something");
    setting->add_option("--rest-note", wish->rest_note, "percent paid above which a rest note goes out; 100: never");
    setting->add_option("--close-at", wish->close_at, "what may be left when a case closes");
    setting->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });
}

}  // namespace frist::program
