// What was paid too much goes back: ordered by a person, carried by a file for the bank, and told as paid.
#include "base/pch.h"
#include "http/money_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// What is owed back, and the refunds of a state or of all that wait.
Result<Response> list(Call& call) {
    FRIST_TRY(const auto owed, office::owed_back(call.desk()));
    Debtors debtors(call);
    json::array open;
    Money sum(0, call.world.country->currency());
    for (const office::OwedBack& one : owed) {
        sum += one.amount;
        FRIST_TRY(json::object row, owed_json(debtors, one));
        open.push_back(std::move(row));
    }
    json::array rows;
    for (const auto state : {office::RefundState::ordered, office::RefundState::filed, office::RefundState::paid, office::RefundState::cancelled}) {
        FRIST_TRY(const auto refunds, call.rooms.office->refunds(call.creditor, state));
        for (const office::RefundRow& refund : refunds) rows.push_back(refund_json(refund));
    }
    return json_response(json::object{{"owed", std::move(open)}, {"owed_sum", text(sum)}, {"rows", std::move(rows)}});
}

Result<Response> order(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::RefundWish wish;
    FRIST_TRY(wish.case_id, body.whole_or("case", 0));
    FRIST_TRY(const std::int64_t payment, body.whole_or("payment", 0));
    wish.payment = static_cast<int>(payment);
    FRIST_TRY(wish.line, body.whole_or("line", 0));
    FRIST_TRY(wish.amount, money_or_none(body, "amount", call.world.country->currency()));
    FRIST_TRY(wish.account, body.text("account"));
    FRIST_TRY(wish.name, body.text_or("name", ""));
    FRIST_TRY_DONE(body.finish());
    wish.person = call.who.person;
    const std::string on = wish.line != 0 ? fmt::format("line {}", wish.line) : fmt::format("case {}", wish.case_id);
    const std::function<Result<office::RefundRow>()> work = [&] { return office::order_refund(call.desk(), wish); };
    FRIST_TRY(const office::RefundRow row, noted(call, "refund-order", on, work));
    return json_response(refund_json(row), 201);
}

Result<Response> cancel(Call& call) {
    FRIST_TRY(const office::Id refund, call.number("refund"));
    const std::function<Outcome()> work = [&] { return office::cancel_refund(call.desk(), refund); };
    FRIST_TRY([[maybe_unused]] const Done kept, noted<Done>(call, "refund-cancel", fmt::format("refund {}", refund), work));
    return Response{204, {}, {}};
}

Result<Response> paid(Call& call) {
    FRIST_TRY(const office::Id refund, call.number("refund"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<office::RefundRow>()> work = [&] { return office::refund_paid(call.desk(), refund, on.value_or(call.wall.day)); };
    FRIST_TRY(const office::RefundRow row, noted(call, "refund-paid", fmt::format("refund {}", refund), work));
    return json_response(refund_json(row));
}

Response xml_response(office::RefundFile file) {
    Response response{200, {}, std::move(file.xml)};
    response.with("Content-Type", "application/xml").with("Content-Disposition", fmt::format("attachment; filename=\"{}.xml\"", file.batch)).with("Frist-File", file.batch);
    return response;
}

// Nothing to send is no file.
Result<Response> file(Call& call) {
    const std::function<Result<office::RefundFile>()> work = [&] { return office::file_refunds(call.desk(), call.record); };
    FRIST_TRY(office::RefundFile made, noted(call, "refund-file", "refunds", work));
    if (made.refunds.empty()) return Response{204, {}, {}};
    return xml_response(std::move(made));
}

Result<Response> file_again(Call& call) {
    FRIST_TRY(office::RefundFile made, office::refund_file(call.desk(), call.record, call.at("file")));
    return xml_response(std::move(made));
}

}  // namespace

void add_refund_routes(std::vector<Route>& table) {
    const auto pay = access::Right::register_payments;
    table.push_back({"GET", "/creditors/{creditor}/refunds", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/refunds", Gate::right, pay, Brings::json, order});
    table.push_back({"POST", "/creditors/{creditor}/refunds/file", Gate::right, pay, Brings::nothing, file});
    table.push_back({"GET", "/creditors/{creditor}/refunds/files/{file}", Gate::right, pay, Brings::nothing, file_again});
    table.push_back({"POST", "/creditors/{creditor}/refunds/{refund}/paid", Gate::right, pay, Brings::json, paid});
    table.push_back({"DELETE", "/creditors/{creditor}/refunds/{refund}", Gate::right, pay, Brings::nothing, cancel});
}

}  // namespace frist::http
