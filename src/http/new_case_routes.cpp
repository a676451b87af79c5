// A case from three facts, typed by hand.
#include "base/hash.h"
#include "base/pch.h"
#include "http/criteria_json.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/start_json.h"
#include "office/courses.h"
#include "office/mirror_ledger.h"
#include "party/contact.h"
#include "party/org_number.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// Whom the claim is against: a debtor that is known, or one described here.
Outcome take_debtor(const Call& call, JsonObject& body, office::LedgerLine& line) {
    FRIST_TRY(JsonObject debtor, body.object("debtor"));
    FRIST_TRY(const std::int64_t known, debtor.whole_or("debtor", 0));
    if (known != 0) {
        FRIST_TRY_DONE(debtor.finish());
        FRIST_TRY(const Known found, debtor_of(call, known));
        line.customer = customer_number(found.row);
        line.debtor = found.record;
        return done;
    }
    FRIST_TRY_DONE(take_text(debtor, "customer", line.customer));
    FRIST_TRY(line.debtor.name, debtor.text("name"));
    FRIST_TRY(const auto kind, choice_or_none<cases::DebtorKind>(debtor, "kind"));
    if (!kind) return debtor.missing("kind", "Say person, company, sole_trader or public.");
    line.debtor.kind = *kind;
    line.debtor.relation = usual_relation(*kind);
    FRIST_TRY_DONE(take_relation(debtor, line.debtor));
    FRIST_TRY_DONE(take_text(debtor, "org_number", line.debtor.org_number));
    FRIST_TRY_DONE(take_address(debtor, line.debtor.address));
    FRIST_TRY_DONE(take_text(debtor, "email", line.debtor.email));
    if (!line.debtor.email.empty() && !party::email_shaped(line.debtor.email)) return Error{"debtor.email", debtor.at("email"), "is no e-mail address", "Write it as name@host.domain, or leave it empty."};
    FRIST_TRY_DONE(take_text(debtor, "phone", line.debtor.phone));
    if (!line.debtor.phone.empty() && !party::phone_shaped(line.debtor.phone)) return Error{"debtor.phone", debtor.at("phone"), "is no telephone number", "Write 5 to 15 digits, with + and the country's number before them where it is foreign, or leave it empty."};
    if (line.debtor.address.complete()) {
        line.debtor.address_source = "hand";
        line.debtor.address_since = call.wall.day;
    }
    if (!line.debtor.org_number.empty()) {
        const auto number = party::read_org_number(line.debtor.org_number);
        if (!number.ok()) return Error{number.error().code, debtor.at("org_number"), number.error().message, number.error().remedy};
        line.debtor.org_number = *number;
    }
    if (*kind == cases::DebtorKind::company && line.debtor.org_number.empty()) return debtor.missing("org_number", "A company is named by its organisation number.");
    if (line.debtor.name.empty()) return debtor.wrong("name", "is empty", "Write the debtor's name.");
    return debtor.finish();
}

Result<std::string> earlier_of(const Call& call, JsonObject& body) {
    json::array list;
    FRIST_TRY(const auto rows, body.list("earlier"));
    for (const auto& [value, place] : rows) {
        FRIST_TRY(JsonObject row, JsonObject::of(*value, place));
        FRIST_TRY(const auto step, choice_or_none<cases::StepKind>(row, "step"));
        if (!step || cases::is_legal(*step)) return row.missing("step", "Say nudge, reminder, notice or demand.");
        FRIST_TRY(const auto sent, day_or_none(row, "sent"));
        if (!sent) return row.missing("sent", "Give the day it was sent.");
        if (*sent > call.wall.day) return row.wrong("sent", "has not come", "Give the day on which it left.");
        FRIST_TRY(const auto deadline, day_or_none(row, "deadline"));
        FRIST_TRY(const auto fee, money_or_none(row, "fee", call.world.country->currency()));
        FRIST_TRY_DONE(row.finish());
        json::object one{{"step", name_of(*step)}, {"sent", text(*sent)}};
        if (deadline) one["deadline"] = text(*deadline);
        if (fee) one["fee"] = text(*fee);
        list.push_back(std::move(one));
    }
    return json::serialize(list);
}

Result<office::LedgerLine> line_of(const Call& call, JsonObject& body) {
    office::LedgerLine line;
    line.place = "hand";
    FRIST_TRY(line.number, body.text("invoice"));
    if (line.number.empty()) return body.wrong("invoice", "is empty", "Write the invoice number.");
    FRIST_TRY(const auto due, day_or_none(body, "due"));
    if (!due) return body.missing("due", "Write the last day of payment that stands on the invoice.");
    line.due = *due;
    FRIST_TRY(const auto amount, money_or_none(body, "amount", call.world.country->currency()));
    if (!amount) return body.missing("amount", "Write the amount of the invoice, without later fees.");
    if (!amount->positive()) return body.wrong("amount", "is not more than zero", "Write the amount of the invoice, without later fees.");
    line.amount = *amount;
    line.open = *amount;
    FRIST_TRY(line.invoiced, day_or_none(body, "invoiced"));
    FRIST_TRY_DONE(take_text(body, "kid", line.kid));
    FRIST_TRY_DONE(take_text(body, "what", line.what));
    FRIST_TRY_DONE(take_text(body, "department", line.department));
    FRIST_TRY_DONE(take_text(body, "project", line.project));
    FRIST_TRY(line.earlier, earlier_of(call, body));
    FRIST_TRY_DONE(take_debtor(call, body, line));
    return line;
}

// An invoice that is known is not told anew by hand: its case, or its row, is there already.
Outcome unknown_invoice(const Call& call, const std::string& number) {
    FRIST_TRY(const auto item, call.rooms.office->item(call.creditor, number));
    if (!item) return done;
    return Error{"invoice.known", "invoice", item->case_id == 0 ? std::string("the ledger has this invoice already") : fmt::format("the invoice is in case {} already", item->case_id),
                 item->case_id == 0 ? "Start it from the ledger." : "Open that case, or check the number."};
}

const std::string in_debtor = "debtor.";   // where a field stands in the body

// A case that cannot start leaves nothing behind: no debtor, no row of the ledger. Told at the field that was typed.
Error not_started(const Error& reason) {
    if (reason.code == "start.address") return {reason.code, "debtor.address.postal_code", "a case cannot start without the debtor's postal address", "Write street, postal code and place."};
    if (reason.code == "start.kind") return {reason.code, in_debtor + "kind", reason.message, "Say whether the debtor is a person or a company."};
    if (reason.code == "start.not_due") return {reason.code, "due", reason.message, reason.remedy};
    return {reason.code, "invoice", reason.message, reason.remedy};
}

Result<Response> make(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const office::LedgerLine line, line_of(call, body));
    FRIST_TRY(const bool start, body.truth_or("start", true));
    FRIST_TRY(const std::string course, body.text_or("course", ""));
    office::StartAsk ask{{line.number}, std::nullopt};
    if (!course.empty()) {
        FRIST_TRY(const office::KeptCourse kept, office::course_named(call.desk(), course, "course"));
        ask.course = kept.course;
    }
    if (body.has("criteria")) {
        FRIST_TRY(JsonObject criteria, body.object("criteria"));
        FRIST_TRY(ask.criteria, criteria_of(criteria, call));
        FRIST_TRY_DONE(criteria.finish());
    }
    FRIST_TRY_DONE(body.finish());
    using Rows = std::vector<office::StartRow>;
    const std::function<Result<Rows>()> work = [&]() -> Result<Rows> {
        FRIST_TRY_DONE(unknown_invoice(call, line.number));
        FRIST_TRY_DONE([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const office::MirrorReport report, office::mirror_ledger(call.desk(), {line}, sha256(call.request.body), false));
            return done;
        }());
        if (!start) return Rows{};
        FRIST_TRY(Rows rows, office::start_cases(call.desk(), ask, call.record, call.world.make_kid_of_length(call.record.kid_length)));
        for (const office::StartRow& row : rows)
            if (row.case_id == 0) return not_started(row.reason ? *row.reason : Error{"start.unknown", "invoice", "it did not start", "Try again."});
        return rows;
    };
    FRIST_TRY(const Rows rows, noted(call, "case-new", "ledger", work));
    return json_response(start_json(rows), 201);
}

}  // namespace

void add_new_case_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/cases", Gate::right, access::Right::act_on_cases, Brings::json, make});
}

}  // namespace frist::http
