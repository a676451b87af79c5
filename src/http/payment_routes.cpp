#include "bank/payment_file.h"
#include "base/hash.h"
#include "base/pch.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/take_files.h"
#include "rules/balance.h"

namespace frist::http {
namespace {

namespace json = boost::json;

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
    FRIST_TRY(const auto waiting, office::suspense(call.desk()));
    json::array rows;
    for (const office::Waiting& one : waiting) {
        json::array suggestions;
        for (const office::Suggestion& suggestion : one.suggestions) suggestions.push_back(json::object{{"case", suggestion.case_id}, {"why", suggestion.why}});
        rows.push_back(json::object{{"line", one.line.id},
                                    {"on", text(one.line.on)},
                                    {"amount", text(one.line.amount)},
                                    {"kid", one.line.kid},
                                    {"payer", one.line.payer},
                                    {"reason", one.line.reason},
                                    {"suggestions", std::move(suggestions)}});
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> assign(Call& call) {
    FRIST_TRY(const office::Id line, call.number("line"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::int64_t to, body.whole_or("case", 0));
    if (to < 1) return body.missing("case", "Say which case the payment belongs to.");
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<Done>()> work = [&] { return office::assign(call.desk(), line, to); };
    const auto kept = noted(call, "payment-assign", fmt::format("line {} case {}", line, to), work);
    if (!kept.ok()) return kept.error();
    return Response{204, {}, {}};
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
    const bank::PaymentFile file = bank::read_payment_file(call.request.body);
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
                                      {"findings", std::move(findings)}});
}

}  // namespace

void add_payment_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/payments", Gate::right, access::Right::register_payments, Brings::json, register_payment});
    table.push_back({"GET", "/creditors/{creditor}/suspense", Gate::right, access::Right::read_cases, Brings::nothing, suspense});
    table.push_back({"POST", "/creditors/{creditor}/suspense/{line}", Gate::right, access::Right::register_payments, Brings::json, assign});
    table.push_back({"POST", "/creditors/{creditor}/payment-files", Gate::right, access::Right::register_payments, Brings::file, take_file, Lasts::whole});
}

}  // namespace frist::http
