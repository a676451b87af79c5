// refunds: what was paid too much goes back.
#include "base/pch.h"
#include "main/program.h"
#include "office/refunds.h"
#include "party/account_number.h"

namespace frist::program {
namespace {

namespace json = boost::json;

json::object json_of_refund(const office::RefundRow& row) {
    json::object body{{"refund", row.id}, {"amount", text(row.amount)}, {"account", row.account}, {"state", name_of(row.state)}, {"ordered_on", text(row.ordered_on)}};
    if (row.case_id != 0) body["case"] = row.case_id;
    if (row.line != 0) body["line"] = row.line;
    if (!row.batch.empty()) body["file"] = row.batch;
    if (row.ended_on) body["ended_on"] = text(*row.ended_on);
    return body;
}

std::string words_of(const office::RefundRow& row) {
    return fmt::format("refund {}: {} of {} to {}, {}{}", row.id, text(row.amount), row.case_id != 0 ? fmt::format("case {}", row.case_id) : fmt::format("line {}", row.line), party::dotted(row.account), name_of(row.state),
                       row.batch.empty() ? "" : " in " + row.batch);
}

Result<int> list(const Program& program, bool ended) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto owed, office::owed_back(session.desk()));
    json::array open;
    for (const office::OwedBack& one : owed) {
        open.push_back(json::object{{"case", one.case_id}, {"payment", one.payment}, {"on", text(one.on)}, {"amount", text(one.amount)}, {"account", one.account}});
        if (!program.json)
            std::cout << fmt::format("case {} payment {} of {}: {} is owed back{}\n", one.case_id, one.payment, text(one.on), text(one.amount), one.account.empty() ? "" : "; it came from " + party::dotted(one.account));
    }
    json::array rows;
    for (const auto state : {office::RefundState::ordered, office::RefundState::filed, office::RefundState::paid, office::RefundState::cancelled}) {
        if (!ended && (state == office::RefundState::paid || state == office::RefundState::cancelled)) continue;
        FRIST_TRY(const auto refunds, session.store->refunds(session.creditor, state));
        for (const office::RefundRow& row : refunds) {
            rows.push_back(json_of_refund(row));
            if (!program.json) std::cout << words_of(row) << "\n";
        }
    }
    if (program.json) print_json(json::object{{"owed", std::move(open)}, {"rows", std::move(rows)}});
    else if (open.empty() && rows.empty()) std::cout << "Nothing is owed back.\n";
    return exit_done;
}

Result<int> told(const Program& program, const office::RefundRow& row) {
    if (program.json) print_json(json_of_refund(row));
    else std::cout << words_of(row) << "\n";
    return exit_done;
}

Result<int> order(const Program& program, const office::RefundWish& asked, const std::string& amount) {
    FRIST_TRY(const Session session, open_session(program));
    office::RefundWish wish = asked;
    if (!amount.empty()) {
        FRIST_TRY(wish.amount, money_of(amount, "--amount", session.country->currency()));
    }
    FRIST_TRY(const office::RefundRow row, office::order_refund(session.desk(), wish));
    return told(program, row);
}

Result<int> file(const Program& program, const std::string& out, const std::string& again) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::RefundFile made, again.empty() ? office::file_refunds(session.desk(), session.record) : office::refund_file(session.desk(), session.record, again));
    if (made.refunds.empty()) {
        if (program.json) print_json(json::object{{"file", nullptr}});
        else std::cout << "No refund is ordered; nothing was written.\n";
        return exit_done;
    }
    const Outcome kept = write_file(out, made.xml);
    if (!kept.ok()) return Error{kept.error().code, kept.error().field, kept.error().message, fmt::format("The refunds stand in {}; write it with --again {}.", made.batch, made.batch)};
    if (program.json) print_json(json::object{{"file", made.batch}, {"refunds", made.refunds.size()}, {"path", out}});
    else std::cout << fmt::format("{}: {} refunds in {}\n", made.batch, made.refunds.size(), out);
    return exit_done;
}

Result<int> paid(const Program& program, office::Id refund, const std::string& on) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const Date day, day_of(on, "--on", session.today));
    FRIST_TRY(const office::RefundRow row, office::refund_paid(session.desk(), refund, day));
    return told(program, row);
}

Result<int> cancel(const Program& program, office::Id refund) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY_DONE(office::cancel_refund(session.desk(), refund));
    if (program.json) print_json(json::object{{"refund", refund}, {"state", "cancelled"}});
    else std::cout << fmt::format("refund {} does not go\n", refund);
    return exit_done;
}

}  // namespace

void add_refunds(CLI::App& app, Program& program) {
    auto ended = std::make_shared<bool>(false);
    CLI::App* listed = app.add_subcommand("refunds", "What was paid too much, and what is on its way back");
    listed->add_flag("--all", *ended, "also those that were paid or cancelled");

    auto wish = std::make_shared<office::RefundWish>();
    auto amount = std::make_shared<std::string>();
    CLI::App* ordered = listed->add_subcommand("order", "Money is to go back to who paid it");
    ordered->add_option("--case", wish->case_id, "the case whose payment it is of");
    ordered->add_option("--payment", wish->payment, "the payment's number within the case");
    ordered->add_option("--line", wish->line, "or: a line in suspense");
    ordered->add_option("--account", wish->account, "where it goes")->required();
    ordered->add_option("--name", wish->name, "who gets it (the debtor when left out)");
    ordered->add_option("--amount", *amount, "a part of it");
    ordered->callback([&program, wish, amount] { run(program, [&program, wish, amount] { return order(program, *wish, *amount); }); });

    auto out = std::make_shared<std::string>();
    auto again = std::make_shared<std::string>();
    CLI::App* filed = listed->add_subcommand("file", "All that are ordered as a file for the bank (pain.001)");
    filed->add_option("--out", *out, "the file")->required();
    filed->add_option("--again", *again, "a file that was made before, by its name: the same bytes");
    filed->callback([&program, out, again] { run(program, [&program, out, again] { return file(program, *out, *again); }); });

    auto number = std::make_shared<office::Id>(0);
    auto on = std::make_shared<std::string>();
    CLI::App* told_paid = listed->add_subcommand("paid", "The bank has paid it");
    told_paid->add_option("REFUND", *number, "its number")->required();
    told_paid->add_option("--on", *on, "the day (today when left out)");
    told_paid->callback([&program, number, on] { run(program, [&program, number, on] { return paid(program, *number, *on); }); });

    CLI::App* cancelled = listed->add_subcommand("cancel", "It does not go");
    cancelled->add_option("REFUND", *number, "its number")->required();
    cancelled->callback([&program, number] { run(program, [&program, number] { return cancel(program, *number); }); });

    listed->callback([&program, ended, listed] {
        if (listed->get_subcommands().empty()) run(program, [&program, ended] { return list(program, *ended); });
    });
}

}  // namespace frist::program
