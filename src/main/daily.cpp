#include "base/hash.h"
#include "base/pch.h"
#include "main/exports.h"
#include "office/courses.h"
#include "office/night.h"
#include "office/practice.h"
#include "office/start_cases.h"
#include "rules/balance.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct StartWish {
    bool all = false;
    std::vector<std::string> invoices;
    std::vector<std::string> earlier;
    std::string course;
};

// "reminder:2026-02-02:2026-02-16:35.00": what was sent before the case comes here, when, until when and at what fee.
Result<rules::EarlierLetter> earlier_letter(const std::string& written, Currency currency) {
    std::vector<std::string> parts(1);
    for (const char c : written) {
        if (c == ':') parts.emplace_back();
        else parts.back() += c;
    }
    const auto wrong = [&](std::string message) { return Error{"earlier.form", "--earlier", std::move(message), "Write STEP:SENT[:DEADLINE[:FEE]], like reminder:2026-02-02:2026-02-16:35.00."}; };
    if (parts.size() < 2 || parts.size() > 4) return wrong("\"" + written + "\" is no letter with its day");
    rules::EarlierLetter letter;
    letter.fee = Money(0, currency);
    const auto kind = enum_of<cases::StepKind>(parts[0]);
    if (!kind || cases::is_legal(*kind) || cases::beside_course(*kind)) return wrong("\"" + parts[0] + "\" is no step: nudge, reminder, notice or demand");
    letter.kind = *kind;
    FRIST_TRY(letter.sent, day_of(parts[1], "--earlier", Date{}));
    if (parts.size() > 2 && !parts[2].empty()) {
        FRIST_TRY(letter.deadline, day_of(parts[2], "--earlier", Date{}));
    }
    if (parts.size() > 3) {
        const Result<Money> fee = Money::parse(parts[3], currency);
        if (!fee.ok() || fee->negative()) return wrong("\"" + parts[3] + "\" is no fee");
        letter.fee = *fee;
    }
    return letter;
}

// A course by name, built in or the creditor's own, or a file, held against the law before it is used.
Result<cases::Course> course_named(const std::string& name, const Session& session) {
    FRIST_TRY(const auto known, office::courses(session.desk()));
    for (const office::KeptCourse& kept : known)
        if (kept.course.name == name) return kept.course;
    const auto names = office::names_of_courses(known);
    const Result<std::string> file = bytes_of(name);
    if (!file.ok() && file.error().code == "file.missing")
        return Error{"course.unknown", "--course", "\"" + name + "\" is neither a course nor a file that can be opened", fmt::format("Use one of {}, or name a course file.", fmt::join(names, ", "))};
    FRIST_TRY(const std::string bytes, file);
    const Result<json::value> value = parse_json(bytes);
    if (!value.ok()) return Error{value.error().code, value.error().field.empty() ? name : name + " " + value.error().field, value.error().message, value.error().remedy};
    FRIST_TRY(cases::Course course, office::read_course(*value, name, session.country->currency()));
    FRIST_TRY(const auto wrong, office::check_course({course, session.record.mode, {}, {}, {}, session.today, rules::CheckFor::saving}, name, *session.country));
    if (!wrong.empty()) return wrong.front();
    return course;
}

Result<int> start(const Program& program, const StartWish& wish) {
    if (wish.all && !wish.earlier.empty()) return Error{"start.which", "--earlier", "earlier letters are told for invoices one names", "Name them with --invoice."};
    if (wish.all != wish.invoices.empty()) return Error{"start.which", "--all", "say either --all or --invoice N", "See frist start --help."};
    FRIST_TRY(const Session session, open_session(program));
    office::StartAsk ask;
    ask.invoices = wish.invoices;
    if (!wish.course.empty()) {
        FRIST_TRY(ask.course, course_named(wish.course, session));
    }
    for (const std::string& one : wish.earlier) {
        FRIST_TRY(rules::EarlierLetter letter, earlier_letter(one, session.country->currency()));
        ask.earlier.push_back(std::move(letter));
    }
    FRIST_TRY(const auto rows, office::start_cases(session.desk(), ask, session.record, [&](office::Id id) { return kid_for(id, session.record.kid_length); }));
    json::array list;
    int started = 0;
    int code = exit_done;
    for (const office::StartRow& row : rows) {
        started += row.case_id != 0;
        // What was asked for by its number and is in no case now has failed; of --all the reason is all that is wanted.
        if (!wish.all && row.reason && row.reason->code != "start.has_case") code = exit_failed;
        json::object object{{"invoice", row.invoice}, {"case", row.case_id}, {"joined", row.joined}};
        if (row.reason) object["reason"] = json_of(*row.reason);
        if (row.warning) tell(Level::warning, {row.warning->code, "invoice " + row.invoice, row.warning->message, row.warning->remedy});
        list.push_back(object);
        if (program.json) continue;
        if (row.reason) std::cout << fmt::format("{:<14} does not start: {} — {}\n", row.invoice, row.reason->message, row.reason->remedy);
        else std::cout << fmt::format("{:<14} {} case {}\n", row.invoice, row.joined ? "joins" : "starts", row.case_id);
    }
    if (program.json) print_json(list);
    else if (rows.empty()) std::cout << "No invoice waits for a case. Bring the ledger first: frist import FILE.\n";
    else std::cout << fmt::format("{} of {} invoices went into a case.{}\n", started, rows.size(), started > 0 ? " Next: frist night, then frist letters list." : "");
    return code;
}

Result<int> night(const Program& program, const std::string& date) {
    FRIST_TRY(const Date today, program.today());
    FRIST_TRY(const Date day, day_of(date, "--date", today));
    Program at = program;
    at.today_text = text(day);
    FRIST_TRY(Session session, open_store(at, false));
    FRIST_TRY(const auto creditors, chosen(*session.store, program));
    int code = exit_done;
    json::array list;
    for (const office::CreditorRow& row : creditors) {
        if (row.org_number == office::practice_number) continue;   // it has a clock of its own
        session.creditor = row.id;
        FRIST_TRY(session.record, office::creditor_record(row.record));
        FRIST_TRY(const office::NightReport report, office::whole_night(session.desk(), session.record, [&](office::Id id) { return kid_for(id, session.record.kid_length); }));
        json::object steps;
        std::string words;
        for (const auto& [what, count] : report.steps) {
            steps[what] = count;
            words += fmt::format(", {} {}", count, what);
        }
        json::array trouble;
        for (const Error& error : report.trouble) {
            trouble.push_back(json_of(error));
            code = fail(error);
        }
        list.push_back(json::object{{"creditor", row.org_number}, {"on", text(session.today)}, {"started", report.started}, {"cases", report.cases}, {"steps", steps}, {"trouble", trouble}});
        if (!program.json && report.started > 0) std::cout << fmt::format("{} {}: {} invoices went into a case by themselves\n", text(session.today), row.org_number, report.started);
        if (!program.json) std::cout << fmt::format("{} {}: {} cases answered{}\n", text(session.today), row.org_number, report.cases, words);
    }
    FRIST_TRY(const int exported, make_exports(at));
    if (program.json) print_json(list);
    else if (list.empty()) std::cout << "There is no creditor yet. Add one with frist creditor add.\n";
    else if (exported > 0) std::cout << fmt::format("{} saved {} made\n", exported, exported == 1 ? "export was" : "exports were");
    return code;
}

struct PayWish {
    std::vector<std::string> files;
    office::Id case_id = 0;
    std::string amount, on, covers;
    bool despite_totals = false;
};

Result<int> pay_by_hand(const Program& program, const PayWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    cases::ReceivePayment payment;
    FRIST_TRY(payment.amount, money_of(wish.amount, "--amount", session.country->currency()));
    FRIST_TRY(payment.on, day_of(wish.on, "--on", session.today));
    if (!wish.covers.empty()) {
        const auto order = enum_of<cases::CoverOrder>(wish.covers);
        if (!order || *order == cases::CoverOrder::usual) return Error{"payment.covers", "--covers", "\"" + wish.covers + "\" is not known", "Use costs, interest or principal."};
        payment.order = *order;
        payment.debtors_choice = true;
    }
    payment.source = "hand";
    FRIST_TRY(const office::CaseRow row, office::answer(session.desk(), wish.case_id, payment, "hand:" + text(session.today)));
    // What is more than was open is owed back to the debtor, and somebody has to be told.
    const Money overpaid = row.state.payments.empty() ? row.state.zero() : row.state.payments.back().cover.overpaid;
    FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, session.today, *session.country));
    if (program.json) print_json(json::object{{"case", row.state.id}, {"state", name_of(row.state.state())}, {"open", text(balance.total())}, {"overpaid", text(overpaid)}});
    else
        std::cout << fmt::format("case {}: {} received; it is {}, {} open{}\n", row.state.id, text(payment.amount), name_of(row.state.state()), text(balance.total()),
                                 overpaid.zero() ? "" : fmt::format("; {} is more than was open and is owed back to the debtor", text(overpaid)));
    return exit_done;
}

Result<int> pay(const Program& program, const PayWish& wish) {
    if (!wish.files.empty()) {
        if (wish.case_id != 0 || !wish.amount.empty() || !wish.on.empty() || !wish.covers.empty()) return Error{"pay.which", "--case", "a payment is either in a file or told by hand", "Say FILE, or --case N --amount A --on D."};
        return pay_files(program, wish.files, wish.despite_totals);
    }
    if (wish.case_id == 0) return Error{"pay.which", "--case", "neither a file nor a case is named", "Say FILE, or --case N --amount A --on D."};
    if (wish.amount.empty()) return Error{"pay.amount", "--amount", "the amount is missing", "Say how much came in, as 1234.50."};
    return pay_by_hand(program, wish);
}

}  // namespace

void add_daily(CLI::App& app, Program& program) {
    auto wish = std::make_shared<StartWish>();
    CLI::App* started = app.add_subcommand("start", "Make cases of overdue invoices; each row that does not start says why");
    started->add_flag("--all", wish->all, "everything that is overdue");
    started->add_option("--invoice", wish->invoices, "these invoices");
    started->add_option("--course", wish->course, "a course by name, or a course file");
    started->add_option("--earlier", wish->earlier, "a letter that left before, for these invoices: STEP:SENT[:DEADLINE[:FEE]]; once for each letter");
    started->callback([&program, wish] { run(program, [&program, wish] { return start(program, *wish); }); });

    auto date = std::make_shared<std::string>();
    CLI::App* played = app.add_subcommand("night", "Every case whose day has come takes its next step");
    played->add_option("--date", *date, "the day to play (YYYY-MM-DD)");
    played->callback([&program, date] { run(program, [&program, date] { return night(program, *date); }); });

    auto wanted = std::make_shared<PayWish>();
    CLI::App* paid = app.add_subcommand("pay", "Money came in");
    paid->add_option("FILE", wanted->files, "files from the bank: OCR giro, camt.054 or camt.053");
    paid->add_flag("--despite-totals", wanted->despite_totals, "also a file whose own sums or counts do not agree with its entries");
    paid->add_option("--case", wanted->case_id, "by hand: the case it belongs to");
    paid->add_option("--amount", wanted->amount, "by hand: kroner, as 1234.50");
    paid->add_option("--on", wanted->on, "the day it came (today when left out)");
    paid->add_option("--covers", wanted->covers, "what the debtor wants covered first: costs, interest or principal");
    paid->callback([&program, wanted] { run(program, [&program, wanted] { return pay(program, *wanted); }); });
}

}  // namespace frist::program
