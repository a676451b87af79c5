// automation: what starts by itself for a creditor, who lacks something, and how the rules are set.
#include "base/pch.h"
#include "main/program.h"
#include "office/automation.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct AutomationWishes {
    std::string start, send, rest_notes, close, legal;   // levels
    std::string least, rest_note, close_at;
    std::string customer;               // its own number: the levels are for it alone
    int days = 0;
    bool skip = false;
    std::vector<std::string> without;   // customers' own numbers
    std::vector<std::string> without_groups;
};

std::string in_words(const office::Automation& rules) {
    std::string words = fmt::format("start: {}\n", name_of(rules.start));
    words += fmt::format("letters: {}, rest notes: {}, closing when little is left: {}, legal step: {}\n", name_of(rules.levels.send), name_of(rules.levels.rest_note), name_of(rules.levels.close), name_of(rules.levels.legal));
    if (!rules.customers.empty()) words += fmt::format("  otherwise for {} customers\n", rules.customers.size());
    words += fmt::format("starts\n  from {} days after the due day\n", rules.days_overdue);
    if (rules.least_open) words += fmt::format("  from {} on\n", text(*rules.least_open));
    if (!rules.excluded.empty()) words += fmt::format("  without {} customers\n", rules.excluded.size());
    if (!rules.excluded_groups.empty()) words += fmt::format("  without customers of {}\n", fmt::join(rules.excluded_groups, ", "));
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

Result<std::optional<office::Level>> level_of(const std::string& word, const char* option) {
    using Answer = std::optional<office::Level>;
    if (word.empty()) return Answer{};
    const auto level = enum_of<office::Level>(word);
    if (!level) return Error{"automation.level", option, "\"" + word + "\" is not known", "Say off, propose or do."};
    return level;
}

// How far each act goes by itself: for all customers, or for the one that is named.
Outcome change_levels(const Session& session, office::Automation& rules, const AutomationWishes& wish) {
    office::CustomerLevels told;
    FRIST_TRY(told.start, level_of(wish.start, "--start"));
    FRIST_TRY(told.send, level_of(wish.send, "--letters"));
    FRIST_TRY(told.rest_note, level_of(wish.rest_notes, "--rest-notes"));
    FRIST_TRY(told.close, level_of(wish.close, "--close"));
    FRIST_TRY(told.legal, level_of(wish.legal, "--legal"));
    if (wish.customer.empty()) {
        rules.start = told.start.value_or(rules.start);
        rules.levels.send = told.send.value_or(rules.levels.send);
        rules.levels.rest_note = told.rest_note.value_or(rules.levels.rest_note);
        rules.levels.close = told.close.value_or(rules.levels.close);
        rules.levels.legal = told.legal.value_or(rules.levels.legal);
        return done;
    }
    FRIST_TRY(const auto debtor, session.store->debtor_of_key(session.creditor, wish.customer));
    if (!debtor) return Error{"debtor.unknown", "--customer", "there is no customer \"" + wish.customer + "\"", "Give the customer's number as the ledger has it."};
    told.debtor = debtor->id;
    std::erase_if(rules.customers, [&](const office::CustomerLevels& one) { return one.debtor == debtor->id; });
    if (told != office::CustomerLevels{debtor->id, {}, {}, {}, {}, {}}) rules.customers.push_back(told);   // nothing told: as all others
    return done;
}

// What is said changes; the rest stays as it was.
Result<office::Automation> changed(const Session& session, office::Automation rules, const AutomationWishes& wish) {
    FRIST_TRY_DONE(change_levels(session, rules, wish));
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
    for (const std::string& group : wish.without_groups)
        if (std::find(rules.excluded_groups.begin(), rules.excluded_groups.end(), group) == rules.excluded_groups.end()) rules.excluded_groups.push_back(group);
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
    FRIST_TRY([[maybe_unused]] const std::int64_t cases, office::spread(session.desk(), wanted.rules));
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
    setting->add_option("--letters", wish->send, "the letters of the course: off, propose or do");
    setting->add_option("--rest-notes", wish->rest_notes, "notes about a rest: off, propose or do");
    setting->add_option("--close", wish->close, "closing when little is left: off, propose or do");
    setting->add_option("--legal", wish->legal, "the legal step becoming ready: off, propose or do");
    setting->add_option("--customer", wish->customer, "these levels are for this customer alone; without any, it is as all others again");
    setting->add_option("--least", wish->least, "less than this is left alone");
    setting->add_option("--days", wish->days, "so many days after the due day");
    setting->add_option("--without", wish->without, "a customer that never starts by itself");
    setting->add_option("--without-group", wish->without_groups, "customers of this group never start by themselves");
    setting->add_flag("--skip-incomplete", wish->skip, "pass over customers who lack something");
    setting->add_option("--rest-note", wish->rest_note, "percent paid above which a rest note goes out; 100: never");
    setting->add_option("--close-at", wish->close_at, "what may be left when a case closes");
    setting->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });
}

}  // namespace frist::program
