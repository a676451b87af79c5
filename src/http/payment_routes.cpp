#include "bank/payment_file.h"
#include "base/hash.h"
#include "base/pch.h"
#include "http/case_json.h"
#include "http/money_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "office/take_files.h"
#include "rules/balance.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr int usual_days = 30;   // of a list for which nobody names a day

Result<cases::ReceivePayment> payment_of(const Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    cases::ReceivePayment payment;
    FRIST_TRY(const auto amount, money_or_none(body, "amount", call.world.country->currency()));
    if (!amount) return body.missing("amount", "Say how much came in, as 1234.50.");
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY(const auto covers, choice_or_none<cases::CoverOrder>(body, "covers"));
    FRIST_TRY_DONE(body.finish());
    payment.amount = *amount;
    payment.on = on.value_or(call.wall.day);
    payment.order = covers.value_or(cases::CoverOrder::usual);
    payment.debtors_choice = covers && *covers != cases::CoverOrder::usual;
    payment.source = "hand";
    return payment;
}

Result<Response> register_payment(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    FRIST_TRY(const cases::ReceivePayment payment, payment_of(call));
    const std::function<Result<office::CaseRow>()> work = [&] { return office::answer(call.desk(), id, payment, "hand:" + text(call.wall.day)); };
    FRIST_TRY(const office::CaseRow row, noted(call, "payment-register", fmt::format("case {}", id), work));
    const Money overpaid = row.state.payments.empty() ? row.state.zero() : row.state.payments.back().cover.overpaid;
    FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, call.wall.day, *call.world.country));
    return json_response(json::object{{"case", id}, {"state", name_of(row.state.state())}, {"open", text(balance.total())}, {"overpaid", text(overpaid)}});
}

Result<Response> suspense(Call& call) {
    FRIST_TRY(const auto waiting, office::suspense(call.desk(), call.rooms.cases));
    json::array rows;
    for (const office::Waiting& one : waiting) rows.push_back(waiting_json(one));
    return json_response(json::object{{"rows", std::move(rows)}});
}

// A line, or a part of it, to a case; a line that takes money back, against the payment that it undoes.
Result<Response> assign(Call& call) {
    FRIST_TRY(const office::Id line, call.number("line"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::int64_t to, body.whole_or("case", 0));
    if (to < 1) return body.missing("case", "Say which case the payment belongs to.");
    FRIST_TRY(const auto amount, money_or_none(body, "amount", call.world.country->currency()));
    FRIST_TRY(const std::int64_t undone, body.whole_or("undoes", 0));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<Done>()> work = [&]() -> Result<Done> {
        if (undone == 0) return office::assign(call.desk(), {line, to, amount, call.who.person});
        const auto reversed = office::reverse_payment(call.desk(), line, to, static_cast<int>(undone), call.who.person);
        return reversed.ok() ? Result<Done>(done) : Result<Done>(reversed.error());
    };
    const auto kept = noted(call, undone == 0 ? "payment-assign" : "payment-reverse", fmt::format("line {} case {}", line, to), work);
    if (!kept.ok()) return kept.error();
    return Response{204, {}, {}};
}

Result<Response> list(Call& call) {
    office::PaymentAsk ask;
    FRIST_TRY(const auto from, asked_day(call, "from"));
    FRIST_TRY(const auto to, asked_day(call, "to"));
    ask.to = to.value_or(call.wall.day);
    ask.from = from.value_or(ask.to - Days{usual_days});
    ask.search = call.asked("search");
    if (const std::string word(call.asked("source")); !word.empty()) {
        ask.source = enum_of<office::CameFrom>(word);
        if (!ask.source) return Error{"http.query", "source", "\"" + word + "\" is not known", "Use bank, ledger or hand."};
    }
    if (!call.asked("gone").empty()) {
        FRIST_TRY(ask.gone, asked_truth(call, "gone", false));
    }
    FRIST_TRY(const std::int64_t of_case, asked_whole(call, "case", 0, 0, std::numeric_limits<std::int64_t>::max()));
    if (of_case != 0) ask.case_id = of_case;
    FRIST_TRY(const office::Window window, window_of(call));
    FRIST_TRY(const office::PaymentList found, office::payments(call.desk(), ask, window.offset, window.limit));
    Debtors debtors(call);
    json::array rows;
    for (const office::PaymentSeen& seen : found.rows) {
        FRIST_TRY(json::object one, payment_json(debtors, seen));
        rows.push_back(std::move(one));
    }
    return json_response(json::object{{"rows", std::move(rows)}, {"count", found.count}, {"sum", text(found.sum)}, {"from", text(ask.from)}, {"to", text(ask.to)}});
}

Result<Response> days(Call& call) {
    FRIST_TRY(const auto from, asked_day(call, "from"));
    FRIST_TRY(const auto to, asked_day(call, "to"));
    const Date last = to.value_or(call.wall.day);
    FRIST_TRY(const auto found, office::payment_days(call.desk(), from.value_or(last - Days{usual_days}), last));
    json::array rows;
    for (const office::PaymentDay& day : found) rows.push_back(day_json(day));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> line(Call& call) {
    FRIST_TRY(const office::Id number, call.number("line"));
    FRIST_TRY(const office::LineStory story, office::line_story(call.desk(), number));
    return json_response(story_json(story));
}

Result<Response> move(Call& call) {
    office::MoveWish wish;
    FRIST_TRY(wish.case_id, call.number("case"));
    FRIST_TRY(const office::Id number, call.number("payment"));
    wish.payment = static_cast<int>(number);
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto why, choice_or_none<cases::TakenBack>(body, "why"));
    wish.why = why.value_or(cases::TakenBack::moved);
    FRIST_TRY(const std::int64_t to, body.whole_or("to", 0));
    if (to != 0) wish.to = to;
    FRIST_TRY_DONE(body.finish());
    wish.person = call.who.person;
    const std::function<Result<office::Moved>()> work = [&] { return office::move_payment(call.desk(), wish); };
    FRIST_TRY(const office::Moved moved, noted(call, "payment-move", fmt::format("case {} payment {}", wish.case_id, wish.payment), work));
    return json_response(json::object{{"case", moved.case_id}, {"to", moved.to ? json::value(*moved.to) : json::value(nullptr)}, {"line", moved.line != 0 ? json::value(moved.line) : json::value(nullptr)}});
}

Error fault(const bank::Fault& found, const std::string& file) { return {"bank." + found.code, file + " " + found.field, found.message, found.remedy}; }

// What keeps a file from being booked: it is refused whole, or tells of somebody else's account.
Outcome may_be_booked(const Call& call, const bank::PaymentFile& file, const office::TakenFile& taken) {
    const std::string name = file_name(call);
    if (file.verdict == bank::Verdict::reject)
        return file.errors.empty() ? Error{"pay.refused", name, "is refused; nothing of it was booked", "Ask the bank for the file again."} : fault(file.errors.front(), name);
    for (const bank::Fault& finding : file.findings)
        if (finding.code == "summary_sum" || finding.code == "summary_count")
            return Error{"pay.totals", name + " " + finding.field, finding.message + "; nothing of the file was booked", "Ask the bank for the file again."};
    const std::string& ours = call.record.account;
    if (std::all_of(taken.accounts.begin(), taken.accounts.end(), [&](const std::string& account) { return account == ours; })) return done;
    return Error{"pay.account", name, "it tells of an account that is not the creditor's; nothing of it was booked", "Check the file, or change the creditor's account."};
}

Result<Response> take_file(Call& call) {
    const bank::PaymentFile file = office::read_payments(call.request.body, call.record.account, call.world.country->currency());
    const office::TakenFile taken = file.verdict == bank::Verdict::reject ? office::TakenFile{} : office::incoming(file);
    FRIST_TRY_DONE(may_be_booked(call, file, taken));
    const std::function<Result<office::PaymentReport>()> work = [&] {
        return office::receive_payments(call.desk(), sha256(call.request.body), std::string(bank::name_of(file.format)), taken.lines);
    };
    FRIST_TRY(const office::PaymentReport report, noted(call, "payment-file", "payments", work));
    json::array findings;
    for (const bank::Fault& finding : file.findings) findings.push_back(reason_json(fault(finding, file_name(call))));
    return json_response(json::object{{"file", file_name(call)},
                                      {"kind", bank::name_of(file.format)},
                                      {"known_before", report.file_known},
                                      {"applied", report.applied},
                                      {"applied_sum", text(report.applied_sum)},
                                      {"suspense", report.suspense},
                                      {"suspense_sum", text(report.suspense_sum)},
                                      {"known", report.known},
                                      {"closed", report.closed},
                                      {"refunds", report.refunds},
                                      {"findings", std::move(findings)}});
}

}  // namespace

void add_payment_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/payments", Gate::right, access::Right::register_payments, Brings::json, register_payment});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/payments/{payment}/move", Gate::right, access::Right::register_payments, Brings::json, move});
    table.push_back({"GET", "/creditors/{creditor}/payments", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/payments/days", Gate::right, access::Right::read_cases, Brings::nothing, days});
    table.push_back({"GET", "/creditors/{creditor}/payments/lines/{line}", Gate::right, access::Right::read_cases, Brings::nothing, line});
    table.push_back({"GET", "/creditors/{creditor}/suspense", Gate::right, access::Right::read_cases, Brings::nothing, suspense});
    table.push_back({"POST", "/creditors/{creditor}/suspense/{line}", Gate::right, access::Right::register_payments, Brings::json, assign});
    table.push_back({"POST", "/creditors/{creditor}/payment-files", Gate::right, access::Right::register_payments, Brings::file, take_file, Lasts::whole});
}

}  // namespace frist::http
