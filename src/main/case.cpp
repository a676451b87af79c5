#include "base/pch.h"
#include "main/customer.h"
#include "main/program.h"
#include "office/automation.h"
#include "office/courses.h"
#include "office/explain.h"
#include "office/merge.h"
#include "office/notes.h"
#include "office/postage.h"
#include "rules/balance.h"
#include "rules/next.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct CaseWish {
    office::Id id = 0;
    std::string on, until, claim, amount, kind;
    office::Id other = 0;
    bool groundless = false;
    std::string first;
    int every = 30;
    int count = 2;
};

void print_case(const cases::Case& c, const json::object& balance, const json::value& next, const json::value& follow_up) {
    std::cout << fmt::format("case {}: {}, {} {}, opened {}, course {}\n", c.id, name_of(c.state()), name_of(c.relation), name_of(c.kind), text(c.opened), c.course.name);
    for (const cases::Sent& letter : c.letters)
        std::cout << fmt::format("  {} {} letter {}{}{}\n", text(letter.sent), name_of(letter.kind), letter.letter,
                                 letter.deadline ? ", deadline " + text(*letter.deadline) : "", letter.voided ? ", void" : "");
    if (c.served) std::cout << fmt::format("  {} bankruptcy demand served\n", text(*c.served));
    for (const cases::Filing& filing : c.filings) std::cout << filing_in_words(filing);
    std::cout << fmt::format("open on {}: principal {}, interest {}, costs {}, total {}\n", word(balance, "on"), word(balance, "principal"), word(balance, "interest"),
                             word(balance, "costs"), word(balance, "total"));
    for (const json::value& value : balance.at("rows").as_array()) print_row(value.as_object());
    if (next.is_object()) {
        std::cout << fmt::format("next: {} {}\n", word(next.as_object(), "on"), word(next.as_object(), "what"));
        print_because(next.as_object(), "    ");
    }
    if (follow_up.is_object()) {
        const json::object& what = follow_up.as_object();
        std::cout << fmt::format("to do: {} {}{}\n", word(what, "on"), word(what, "what"), what.at("until").is_null() ? "" : fmt::format(", until {}", word(what, "until")));
        print_because(what, "    ");
    }
}

json::object json_of(const office::Postage& postage) {
    json::array lines;
    for (const office::PostageLine& line : postage.lines) {
        json::object one{{"letter", line.letter}, {"service", name_of(line.service)}, {"on", text(line.on)}};
        one["price"] = line.price ? json::value(text(line.price->price)) : json::value(nullptr);
        if (line.price) one["price_from"] = text(line.price->from);
        if (line.price) one["source"] = line.price->source;
        lines.push_back(std::move(one));
    }
    return {{"total", text(postage.total)}, {"unpriced", postage.unpriced}, {"letters", lines}};
}

// The copies of invoices that go with what courts and offices get.
Result<json::array> enclosures_of(const Session& session, const cases::Case& c) {
    json::array all;
    for (const cases::Claim& claim : c.claims) {
        FRIST_TRY(const auto rows, session.store->enclosures(session.creditor, claim.number));
        for (const office::EnclosureRow& row : rows) all.push_back(program::json_of(row));
    }
    return all;
}

void print_postage(const office::Postage& postage) {
    if (postage.lines.empty()) return;
    std::cout << fmt::format("postage {}, the creditor's own cost\n", text(postage.total));
    for (const office::PostageLine& line : postage.lines) {
        const std::string price = line.price ? fmt::format("{}, the price from {}", text(line.price->price), text(line.price->from)) : std::string("no price is told: frist postage set");
        std::cout << fmt::format("  {} letter {} by {} {}\n", text(line.on), line.letter, name_of(line.service), price);
    }
}

Result<int> show(const Program& program, const CaseWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const Date day, day_of(wish.on, "--on", session.today));
    if (day > session.today) warn_unconfirmed(*session.country, day);
    FRIST_TRY(const office::CaseRow row, office::case_row(session.desk(), wish.id));
    if (day < row.state.opened)
        return Error{"case.not_opened", fmt::format("case {}", wish.id), "was opened on " + text(row.state.opened) + " and is nothing before", "Name that day or a later one with --on."};
    // What had happened by then, with the sums as they are known today: a payment that was told late counts from its day.
    FRIST_TRY(const cases::Case c, office::case_on(session.desk(), wish.id, day));
    FRIST_TRY(const rules::Balance balance, placed(rules::balance_on(row.state, day, *session.country), wish.id, day));
    FRIST_TRY(const auto ahead, placed(rules::ahead(c, *session.country), wish.id, day));
    const json::object sums = office::json_of(row.state, balance, *session.country);
    const json::value next = office::json_of(ahead);
    FRIST_TRY(const auto after, placed(session.country->after_decision(c), wish.id, day));
    const json::value follow_up = office::json_of(after);
    FRIST_TRY(const std::string kid, session.store->kid_of_case(session.creditor, wish.id));
    FRIST_TRY(const Customer customer, customer_of(session, c.debtor));
    FRIST_TRY(const json::array enclosures, enclosures_of(session, c));
    FRIST_TRY(const office::Postage postage, office::postage_of(session.desk(), session.record, wish.id));
    if (program.json) {
        json::array letters;
        for (const cases::Sent& letter : c.letters) letters.push_back(to_json(letter));
        json::array filings;
        for (const cases::Filing& filing : c.filings) filings.push_back(to_json(filing));
        print_json(json::object{{"case", c.id}, {"state", name_of(c.state())}, {"customer", customer.number}, {"kid", kid}, {"letters", letters}, {"filings", filings}, {"next", next}, {"follow_up", follow_up}, {"balance", sums}, {"postage", json_of(postage)}, {"enclosures", enclosures}});
    } else {
        std::cout << fmt::format("customer {}, KID {}\n", customer.label(), kid);
        print_case(c, sums, next, follow_up);
        for (const cases::Claim& claim : c.claims)
            if (claim.late_from != claim.due)
                std::cout << fmt::format("invoice {} fell due {}, which is no weekday; it is late from {} (gjeldsbrevlova § 5)\n", claim.number, text(claim.due), text(claim.late_from));
        for (const json::value& one : enclosures) std::cout << fmt::format("enclosed with invoice {}: {}\n", word(one.as_object(), "invoice"), word(one.as_object(), "name"));
        print_postage(postage);
    }
    return exit_done;
}

// What a person does with a case is done on the day it is told; --on only looks.
Outcome happens_today(const CaseWish& wish) {
    if (wish.on.empty()) return done;
    return Error{"case.day", "--on", "this happens on the day it is told", "Leave --on out, or name the day with --today."};
}

Result<int> command(const Program& program, office::Id id, const cases::Command& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::CaseRow row, office::answer(session.desk(), id, wish, "hand:" + text(session.today)));
    if (program.json) print_json(json::object{{"case", id}, {"state", name_of(row.state.state())}, {"next_look", row.next_look ? json::value(text(*row.next_look)) : json::value(nullptr)}});
    else std::cout << fmt::format("case {} is {}{}\n", id, name_of(row.state.state()), row.next_look ? "; next look " + text(*row.next_look) : "");
    return exit_done;
}

Result<int> note(const Program& program, const CaseWish& wish) {
    FRIST_TRY_DONE(happens_today(wish));
    FRIST_TRY(const Session session, open_session(program));
    if (!wish.kind.empty()) {
        FRIST_TRY_DONE(session.store->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const office::NoteRow kept, office::add_note(session.desk(), {0, wish.id, 0, wish.kind}));
            return done;
        }));
    }
    FRIST_TRY([[maybe_unused]] const office::CaseRow row, office::case_row(session.desk(), wish.id));
    FRIST_TRY(const auto notes, session.store->notes_of_case(session.creditor, wish.id));
    json::array list;
    for (const office::NoteRow& one : notes) {
        list.push_back(json::object{{"note", one.id}, {"at", text(one.at)}, {"text", one.text}, {"struck", one.struck_at.has_value()}});
        if (!program.json) std::cout << fmt::format("{} {}\n", text(one.at), one.struck_at ? "(struck)" : one.text);
    }
    if (program.json) print_json(list);
    else if (notes.empty()) std::cout << "Nothing is written down of this case.\n";
    return exit_done;
}

Result<int> move(const Program& program, const CaseWish& wish) {
    FRIST_TRY_DONE(happens_today(wish));
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::KeptCourse kept, office::course_named(session.desk(), wish.kind, "NAME"));
    FRIST_TRY(const office::AutomationNow now, office::automation(session.desk()));
    return command(program, wish.id, cases::ChangeCourse{office::bent(kept.course, now.rules)});
}

Result<int> credit(const Program& program, const CaseWish& wish) {
    FRIST_TRY(const auto country, norway());
    FRIST_TRY(const Money amount, money_of(wish.amount, "--amount", country->currency()));
    FRIST_TRY(const Date today, program.today());
    FRIST_TRY(const Date on, day_of(wish.on, "--on", today));
    return command(program, wish.id, cases::CreditClaim{wish.claim, amount, on});
}

Result<int> merge(const Program& program, const CaseWish& wish, bool undo) {
    FRIST_TRY_DONE(happens_today(wish));
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::CaseRow into, undo ? office::unmerge(session.desk(), wish.id, wish.other) : office::merge(session.desk(), wish.id, wish.other));
    if (program.json) print_json(json::object{{"case", wish.id}, {"state", name_of(into.state.state())}, {undo ? "parted" : "merged", wish.other}, {"next_look", into.next_look ? json::value(text(*into.next_look)) : json::value(nullptr)}});
    else if (undo) std::cout << fmt::format("case {} is a case of its own again; case {} is as it was\n", wish.other, wish.id);
    else std::cout << fmt::format("case {} is part of case {} now\n", wish.other, wish.id);
    return exit_done;
}

}  // namespace

void add_case(CLI::App& app, Program& program) {
    auto wish = std::make_shared<CaseWish>();
    CLI::App* one = app.add_subcommand("case", "One case: its sums with their reasons on any day, and what a person may do with it");
    one->add_option("N", wish->id, "the number of the case")->required();
    one->add_option("--on", wish->on, "the day (today when left out)");
    one->callback([&program, wish, one] {
        if (one->get_subcommands().empty()) run(program, [&program, wish] { return show(program, *wish); });
    });
    add_evidence(one, program, wish->id);
    add_legal(one, program, wish->id);
    const auto simple = [&](const char* name, const char* about, std::function<Result<cases::Command>()> make) {
        CLI::App* sub = one->add_subcommand(name, about);
        sub->callback([&program, wish, make] {
            run(program, [&]() -> Result<int> {
                FRIST_TRY_DONE(happens_today(*wish));
                FRIST_TRY(const cases::Command wanted, make());
                return command(program, wish->id, wanted);
            });
        });
        return sub;
    };
    simple("pause", "Rest until a day, or until resumed", [wish]() -> Result<cases::Command> {
        if (wish->until.empty()) return cases::Command(cases::PauseCase{});
        FRIST_TRY(const Date until, day_of(wish->until, "--until", Date{}));
        return cases::Command(cases::PauseCase{until});
    })->add_option("--until", wish->until, "the last day of rest");
    simple("resume", "Go on after a pause", [] { return Result<cases::Command>(cases::ResumeCase{}); });
    simple("withdraw", "Give the claim up: the case closes and nothing is owed here", [wish]() -> Result<cases::Command> {
        if (wish->kind.empty()) return cases::Command(cases::WithdrawCase{});
        const auto why = enum_of<cases::Withdrawal>(wish->kind);
        if (!why) return Error{"case.why", "--why", "\"" + wish->kind + "\" is no reason", fmt::format("Use one of {}.", fmt::join(names_of(cases::Withdrawal{}), ", "))};
        return cases::Command(cases::WithdrawCase{why});
    })->add_option("--why", wish->kind, "mistaken, paid_directly, disputed, agreed, goodwill, not_worth_it or other");
    simple("reopen", "A closed case goes on where it stood", [] { return Result<cases::Command>(cases::ReopenCase{}); });
    simple("take-step", "Order the course's next letter, where the rules leave it to a person", [] { return Result<cases::Command>(cases::TakeStep{}); });
    simple("close-rest", "Give up what is left, when it is no more than the course gives up", [] { return Result<cases::Command>(cases::CloseRest{}); });
    CLI::App* rate = simple("interest", "Another interest rate, for one invoice or for all; without a rate the law's own", [wish]() -> Result<cases::Command> {
        cases::AgreeRate agreed;
        agreed.claim = wish->claim;
        if (wish->amount.empty()) return cases::Command(agreed);
        const Result<Rate> read = Rate::parse(wish->amount);
        if (!read.ok()) return Error{"rate.range", "--rate", "interest is 0 to 100 percent a year", "Write it like 8.5; 0 is none."};
        agreed.rate = *read;
        return cases::Command(agreed);
    });
    rate->add_option("--rate", wish->amount, "percent a year");
    rate->add_option("--claim", wish->claim, "the invoice; all of them when left out");
    CLI::App* moved = one->add_subcommand("course", "Go on by another course, or by the newest version of its own");
    moved->add_option("NAME", wish->kind, "the name of the course")->required();
    moved->callback([&program, wish] { run(program, [&program, wish] { return move(program, *wish); }); });
    simple("object", "The debtor objects: the case is held", [wish] { return Result<cases::Command>(cases::RaiseObjection{wish->groundless}); })
        ->add_flag("--groundless", wish->groundless, "plainly without ground: the case goes on");
    simple("settle-objection", "The objection has been answered", [] { return Result<cases::Command>(cases::SettleObjection{}); });
    simple("returned-mail", "The last letter came back", [] { return Result<cases::Command>(cases::ReportReturnedMail{}); });
    simple("address-fixed", "The address is right now", [] { return Result<cases::Command>(cases::FixAddress{}); });
    simple("bankrupt", "The debtor is bankrupt: the case is held", [] { return Result<cases::Command>(cases::ReportBankruptcy{}); });
    simple("legal", "Choose the legal step", [wish]() -> Result<cases::Command> {
        const auto kind = enum_of<cases::StepKind>(wish->kind);
        if (!kind || !cases::is_legal(*kind)) return Error{"legal.kind", "KIND", "\"" + wish->kind + "\" is no legal step", "Use attachment, conciliation or bankruptcy."};
        return cases::Command(cases::ChooseLegal{*kind});
    })->add_option("KIND", wish->kind, "attachment, conciliation or bankruptcy")->required();
    simple("reset-letter", "The last letter is void and goes out anew, without a second fee", [wish]() -> Result<cases::Command> {
        return cases::Command(cases::ResetLetter{wish->count});
    })->add_option("LETTER", wish->count, "the number of the letter in the case")->required();
    CLI::App* bent = simple("criteria", "When this case sends a rest note and when it closes, whatever the creditor's rules say", [wish]() -> Result<cases::Command> {
        cases::SetCriteria criteria;
        if (!wish->first.empty()) {
            const Result<Rate> rate = Rate::parse(wish->first);
            if (!rate.ok()) return Error{"criteria.percent", "--rest-note", "is no percentage from 0 to 100", "Write it like 85; 100 is never."};
            criteria.rest_note_above_percent = *rate;
        }
        if (!wish->amount.empty()) {
            FRIST_TRY(const auto country, norway());
            FRIST_TRY(criteria.close_at_or_below, money_of(wish->amount, "--close-at", country->currency()));
        }
        return cases::Command(criteria);
    });
    bent->add_option("--rest-note", wish->first, "percent paid above which a rest note goes out; 100: never");
    bent->add_option("--close-at", wish->amount, "what may be left when the case closes");
    CLI::App* noted = one->add_subcommand("note", "Write something down; without words the notes are shown");
    noted->add_option("WORDS", wish->kind, "what is to be remembered");
    noted->callback([&program, wish] { run(program, [&program, wish] { return note(program, *wish); }); });
    CLI::App* plan = simple("plan", "Agree on instalments", [wish]() -> Result<cases::Command> {
        FRIST_TRY(const Date first, day_of(wish->first, "--first", Date{}));
        return cases::Command(cases::AgreePlan{first, wish->every, wish->count});
    });
    plan->add_option("--first", wish->first, "the first instalment's day")->required();
    plan->add_option("--every", wish->every, "days between two");
    plan->add_option("--count", wish->count, "how many")->required();
    CLI::App* credited = one->add_subcommand("credit", "A credit note: that part was never owed");
    credited->add_option("--claim", wish->claim, "the invoice")->required();
    credited->add_option("--amount", wish->amount, "kroner, as 1234.50")->required();
    credited->add_option("--on", wish->on, "the day of the credit note");
    credited->callback([&program, wish] { run(program, [&program, wish] { return credit(program, *wish); }); });
    CLI::App* merged = one->add_subcommand("merge", "Take another case of the same debtor into this one");
    merged->add_option("OTHER", wish->other, "the case that ends")->required();
    CLI::App* parted = one->add_subcommand("unmerge", "Take a join back, as long as nothing has left since");
    parted->add_option("OTHER", wish->other, "the case that was taken in")->required();
    parted->callback([&program, wish] { run(program, [&program, wish] { return merge(program, *wish, true); }); });
    merged->callback([&program, wish] { run(program, [&program, wish] { return merge(program, *wish, false); }); });
}

}  // namespace frist::program
