// payments: what came in, day by day, and a payment that leaves a case again. suspense: what found no case.
#include "base/pch.h"
#include "main/program.h"
#include "office/move_payment.h"
#include "office/payments.h"

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr int usual_days = 30;
constexpr std::size_t most_listed = 1'000'000;

struct ListWish {
    std::string from, to, source, search;
    office::Id case_id = 0;
};

Result<std::pair<Date, Date>> days_of(const Session& session, const ListWish& wish) {
    FRIST_TRY(const Date to, day_of(wish.to, "--to", session.today));
    FRIST_TRY(const Date from, day_of(wish.from, "--from", to - Days{usual_days}));
    return std::pair(from, to);
}

Result<int> list(const Program& program, const ListWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    office::PaymentAsk ask;
    FRIST_TRY(std::tie(ask.from, ask.to), days_of(session, wish));
    ask.search = wish.search;
    if (wish.case_id != 0) ask.case_id = wish.case_id;
    if (!wish.source.empty()) {
        ask.source = enum_of<office::CameFrom>(wish.source);
        if (!ask.source) return Error{"payment.source", "--source", "\"" + wish.source + "\" is not known", "Use bank, ledger or hand."};
    }
    FRIST_TRY(const office::PaymentList found, office::payments(session.desk(), ask, 0, most_listed));
    json::array rows;
    for (const office::PaymentSeen& seen : found.rows) {
        rows.push_back(json::object{{"case", seen.case_id}, {"payment", seen.payment}, {"on", text(seen.on)}, {"told", text(seen.told)}, {"amount", text(seen.amount)}, {"costs", text(seen.costs)},
                                    {"interest", text(seen.interest)}, {"principal", text(seen.principal)}, {"overpaid", text(seen.overpaid)}, {"returned", text(seen.returned)}, {"source", name_of(seen.source)},
                                    {"gone", seen.gone ? json::value(name_of(*seen.gone)) : json::value(nullptr)}, {"line", seen.line != 0 ? json::value(seen.line) : json::value(nullptr)}, {"kid", seen.kid}});
        if (program.json) continue;
        std::cout << fmt::format("{}  case {} payment {}  {:>12}  costs {}, interest {}, principal {}{}{}  {}{}\n", text(seen.on), seen.case_id, seen.payment, text(seen.amount), text(seen.costs), text(seen.interest),
                                 text(seen.principal), seen.overpaid.positive() ? ", owed back " + text(seen.overpaid) : "", seen.returned.positive() ? ", went back " + text(seen.returned) : "", name_of(seen.source),
                                 seen.gone ? fmt::format(", taken back ({})", name_of(*seen.gone)) : "");
    }
    if (program.json) print_json(json::object{{"rows", std::move(rows)}, {"count", found.count}, {"sum", text(found.sum)}, {"from", text(ask.from)}, {"to", text(ask.to)}});
    else if (found.rows.empty()) std::cout << fmt::format("No payment from {} to {}.\n", text(ask.from), text(ask.to));
    else std::cout << fmt::format("{} payments, {}\n", found.count, text(found.sum));
    return exit_done;
}

Result<int> by_day(const Program& program, const ListWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto span, days_of(session, wish));
    FRIST_TRY(const auto days, office::payment_days(session.desk(), span.first, span.second));
    json::array rows;
    for (const office::PaymentDay& day : days) {
        rows.push_back(json::object{{"on", text(day.on)}, {"lines", day.lines}, {"received", text(day.received)}, {"booked", text(day.booked)}, {"waiting", text(day.waiting)}, {"going_back", text(day.going_back)},
                                    {"taken_back", text(day.taken_back)}, {"from_hand", day.from_hand}, {"by_hand", text(day.by_hand)}});
        if (program.json) continue;
        std::cout << fmt::format("{}  the bank: {} lines, {} = {} booked + {} waiting + {} going back + {} taken back; beside it {} payments, {}\n", text(day.on), day.lines, text(day.received), text(day.booked),
                                 text(day.waiting), text(day.going_back), text(day.taken_back), day.from_hand, text(day.by_hand));
    }
    if (program.json) print_json(rows);
    else if (days.empty()) std::cout << "Nothing came in on these days.\n";
    return exit_done;
}

Result<int> line(const Program& program, office::Id number) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::LineStory story, office::line_story(session.desk(), number));
    json::array parts;
    for (const office::PartRow& part : story.parts)
        parts.push_back(json::object{{"case", part.case_id != 0 ? json::value(part.case_id) : json::value(nullptr)}, {"invoice", part.invoice}, {"amount", text(part.amount)}, {"on", text(part.on)}, {"gone", part.gone ? json::value(text(*part.gone)) : json::value(nullptr)}});
    if (program.json) {
        print_json(json::object{{"line", story.line.id}, {"on", text(story.line.on)}, {"amount", text(story.line.amount)}, {"left", text(story.line.left)}, {"kid", story.line.kid}, {"reason", story.line.reason},
                                {"raw", story.line.raw}, {"file", story.line.file}, {"parts", std::move(parts)}});
        return exit_done;
    }
    std::cout << fmt::format("line {}: {} on {}, reference \"{}\", {} left{}\n", story.line.id, text(story.line.amount), text(story.line.on), story.line.kid, text(story.line.left), story.line.reason.empty() ? "" : ": " + story.line.reason);
    for (const office::PartRow& part : story.parts)
        std::cout << fmt::format("    {} to {}{}\n", text(part.amount), part.case_id != 0 ? fmt::format("case {}", part.case_id) : "invoice " + part.invoice, part.gone ? ", taken back on " + text(*part.gone) : "");
    std::cout << story.line.raw << "\n";
    return exit_done;
}

Result<int> move(const Program& program, const office::MoveWish& asked, const std::string& why) {
    FRIST_TRY(const Session session, open_session(program));
    office::MoveWish wish = asked;
    if (!why.empty()) {
        const auto known = enum_of<cases::TakenBack>(why);
        if (!known) return Error{"payment.why", "--why", "\"" + why + "\" is not known", "Use moved, bank or mistake."};
        wish.why = *known;
    }
    if (wish.to == 0) wish.to.reset();
    FRIST_TRY(const office::Moved moved, office::move_payment(session.desk(), wish));
    if (program.json) print_json(json::object{{"case", moved.case_id}, {"to", moved.to ? json::value(*moved.to) : json::value(nullptr)}, {"line", moved.line != 0 ? json::value(moved.line) : json::value(nullptr)}});
    else
        std::cout << fmt::format("payment {} left case {}{}\n", wish.payment, moved.case_id,
                                 moved.to ? fmt::format(" and belongs to case {} now", *moved.to) : moved.line != 0 && wish.why == cases::TakenBack::moved ? fmt::format("; line {} waits again (frist suspense)", moved.line) : "");
    return exit_done;
}

Result<int> suspense(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    office::Register cases(*session.store, *session.index, *session.country);
    FRIST_TRY(const auto waiting, office::suspense(session.desk(), &cases));
    json::array list;
    for (const office::Waiting& w : waiting) {
        json::array suggestions;
        for (const office::Suggestion& s : w.suggestions) suggestions.push_back(json::object{{"case", s.case_id}, {"why", s.why}});
        list.push_back(json::object{{"line", w.line.id}, {"on", text(w.line.on)}, {"amount", text(w.line.amount)}, {"left", text(w.line.left)}, {"kid", w.line.kid}, {"reason", w.line.reason}, {"suggestions", suggestions}});
        if (program.json) continue;
        const std::string part = w.line.left == w.line.amount ? "" : fmt::format(" ({} of it waits)", text(w.line.left));
        std::cout << fmt::format("line {}: {}{} on {}, reference \"{}\": {}\n", w.line.id, text(w.line.amount), part, text(w.line.on), w.line.kid, w.line.reason);
        for (const office::Suggestion& s : w.suggestions) std::cout << fmt::format("    perhaps case {}: {}\n", s.case_id, s.why);
    }
    if (program.json) print_json(list);
    else if (waiting.empty()) std::cout << "Nothing waits in suspense.\n";
    return exit_done;
}

struct AssignTo {
    office::Id line = 0, case_id = 0;
    std::string amount;
    int undoes = 0;
};

Result<int> assign(const Program& program, const AssignTo& wish) {
    FRIST_TRY(const Session session, open_session(program));
    if (wish.undoes != 0) {
        FRIST_TRY([[maybe_unused]] const office::Moved moved, office::reverse_payment(session.desk(), wish.line, wish.case_id, wish.undoes, 0));
    } else {
        std::optional<Money> amount;
        if (!wish.amount.empty()) {
            FRIST_TRY(amount, money_of(wish.amount, "--amount", session.country->currency()));
        }
        FRIST_TRY_DONE(office::assign(session.desk(), {wish.line, wish.case_id, amount, 0}));
    }
    if (program.json) print_json(json::object{{"line", wish.line}, {"case", wish.case_id}});
    else if (wish.undoes != 0) std::cout << fmt::format("line {} undoes payment {} of case {}\n", wish.line, wish.undoes, wish.case_id);
    else std::cout << fmt::format("{}line {} belongs to case {} now\n", wish.amount.empty() ? "" : wish.amount + " of ", wish.line, wish.case_id);
    return exit_done;
}

}  // namespace

void add_payments(CLI::App& app, Program& program) {
    auto wish = std::make_shared<ListWish>();
    CLI::App* listed = app.add_subcommand("payments", "What came in: each payment with what it covers");
    listed->add_option("--from", wish->from, "the first day (30 days before the last when left out)");
    listed->add_option("--to", wish->to, "the last day (today when left out)");
    listed->add_option("--source", wish->source, "bank, ledger or hand");
    listed->add_option("--case", wish->case_id, "of this case");
    listed->add_option("--text", wish->search, "a case number, a sum, or a part of the reference, the payer or the name");

    auto span = std::make_shared<ListWish>();
    CLI::App* days = listed->add_subcommand("days", "What the bank's lines of each day came to");
    days->add_option("--from", span->from, "the first day (30 days before the last when left out)");
    days->add_option("--to", span->to, "the last day (today when left out)");
    days->callback([&program, span] { run(program, [&program, span] { return by_day(program, *span); }); });

    auto number = std::make_shared<office::Id>(0);
    CLI::App* one = listed->add_subcommand("line", "A line as the bank sent it, and where its parts went");
    one->add_option("LINE", *number, "the number of the line")->required();
    one->callback([&program, number] { run(program, [&program, number] { return line(program, *number); }); });

    auto away = std::make_shared<office::MoveWish>();
    auto to = std::make_shared<office::Id>(0);
    auto why = std::make_shared<std::string>();
    CLI::App* moved = listed->add_subcommand("move", "A payment leaves its case: to another, back to what waits, or because it never came");
    moved->add_option("--case", away->case_id, "the case it stands in")->required();
    moved->add_option("--payment", away->payment, "its number within the case")->required();
    moved->add_option("--to", *to, "the case it belongs to");
    moved->add_option("--why", *why, "moved (when left out), bank: the bank took it back, mistake: it never came");
    moved->callback([&program, away, to, why] {
        run(program, [&program, away, to, why] {
            away->to = *to;
            return move(program, *away, *why);
        });
    });
    listed->callback([&program, wish, listed] {
        if (listed->get_subcommands().empty()) run(program, [&program, wish] { return list(program, *wish); });
    });

    CLI::App* waiting = app.add_subcommand("suspense", "Payments that found no case, with suggestions");
    auto place = std::make_shared<AssignTo>();
    CLI::App* assigned = waiting->add_subcommand("assign", "Say where a payment, or a part of it, belongs");
    assigned->add_option("LINE", place->line, "the number of the line")->required();
    assigned->add_option("--case", place->case_id, "the case")->required();
    assigned->add_option("--amount", place->amount, "a part of it; the rest goes on waiting");
    assigned->add_option("--undoes", place->undoes, "for a line that takes money back: the payment of the case that it undoes");
    assigned->callback([&program, place] { run(program, [&program, place] { return assign(program, *place); }); });
    waiting->callback([&program, assigned] {
        if (!assigned->parsed()) run(program, [&program] { return suspense(program); });
    });
}

}  // namespace frist::program
