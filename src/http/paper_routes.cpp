// Papers of a case that no course orders: letters a person asks for, petitions with everything enclosed, the evidence pack,
// and the copies of invoices that courts want to see. Nothing is sent here; a letter that was made leaves a trace in its case, and the copies are kept.
#include "base/hash.h"
#include "base/pch.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/paper.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/case_facts.h"
#include "office/documents.h"
#include "office/enclosures.h"
#include "office/evidence.h"
#include "office/hand_over.h"
#include "office/petitions.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using letters::Kind;

Result<std::vector<std::string>> paragraphs_of(JsonObject& body, std::string_view name) {
    std::vector<std::string> paragraphs;
    FRIST_TRY(const auto list, body.list(name));
    for (const auto& [value, place] : list) {
        if (!value->is_string()) return Error{"json.type", place, "is no text", "Write a paragraph as text."};
        paragraphs.emplace_back(value->get_string());
    }
    return paragraphs;
}

Response refused(const std::vector<rules::Refusal>& refusals, office::Id id) {
    std::vector<Error> errors;
    errors.reserve(refusals.size());
    for (const rules::Refusal& refusal : refusals) errors.push_back(refusal.error(fmt::format("case {}", id)));
    return problem(errors);
}

// --- letters ---

Result<office::DocumentWish> plan_of(JsonObject& body) {
    if (!body.has("first")) return office::DocumentWish(std::monostate{});   // the plan that the case has
    office::PlanWish plan;
    FRIST_TRY(const auto first, day_or_none(body, "first"));
    plan.first = *first;
    FRIST_TRY(const std::int64_t every, body.whole_or("every_days", plan.every_days));
    FRIST_TRY(const std::int64_t count, body.whole_or("count", 0));
    if (count < 1) return body.missing("count", "Say how many instalments there are.");
    plan.every_days = static_cast<int>(std::clamp<std::int64_t>(every, 0, 1000));
    plan.count = static_cast<int>(std::clamp<std::int64_t>(count, 0, 1000));
    FRIST_TRY(plan.answer_by, day_or_none(body, "answer_by"));
    return office::DocumentWish(plan);
}

Result<office::DocumentWish> answer_of(JsonObject& body) {
    office::AnswerWish answer;
    FRIST_TRY(const auto received, day_or_none(body, "received"));
    if (!received) return body.missing("received", "Give the day the objection came; the letter names it.");
    answer.received = *received;
    FRIST_TRY(const auto verdict, choice_or_none<letters::Verdict>(body, "verdict"));
    if (!verdict) return body.missing("verdict", "Say upheld, partly or rejected.");
    answer.verdict = *verdict;
    FRIST_TRY(answer.words, paragraphs_of(body, "words"));
    if (answer.words.empty()) return body.missing("words", "Say why, one paragraph an element.");
    FRIST_TRY(answer.deadline, day_or_none(body, "answer_by"));
    return office::DocumentWish(answer);
}

Result<office::DocumentWish> wish_of(Kind kind, JsonObject& body) {
    if (kind == Kind::instalment_agreement) return plan_of(body);
    if (kind == Kind::objection_answer) return answer_of(body);
    if (kind != Kind::closing) return office::DocumentWish(std::monostate{});
    FRIST_TRY(const std::string account, body.text_or("refund_account", ""));
    return office::DocumentWish(office::ClosingWish{account});
}

Result<Response> document(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto kind, choice_or_none<Kind>(body, "kind"));
    if (!kind) return body.missing("kind", "Say which letter.");
    FRIST_TRY(const auto as, choice_or_none<As>(body, "as"));
    FRIST_TRY(const bool copy, body.truth_or("copy", false));
    FRIST_TRY(const office::DocumentWish wish, wish_of(*kind, body));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const letters::Texts texts, office::texts_of(call.record));
    const office::Purpose purpose = copy ? office::Purpose::copy : office::Purpose::send;
    FRIST_TRY(const office::MadeDocument made, office::make_document(call.desk(), call.record, id, *kind, wish, purpose, texts));
    if (!made.refusals.empty() && !copy) return refused(made.refusals, id);
    if (as.value_or(As::pdf) == As::words) return json_response(json::object{{"title", made.letter.title}, {"words", letters::plain_text(made.letter)}});
    FRIST_TRY(std::string pdf, call.world.pdf_of(made.letter));
    const auto kept = noted<Done>(call, "case-document", fmt::format("case {}", id), [&] { return office::note_document(call.desk(), id, made, sha256(pdf)); });
    if (!kept.ok()) return kept.error();
    return pdf_response(std::move(pdf), fmt::format("case{}_{}.pdf", id, name_of(*kind)));
}

// --- petitions ---

Result<office::PetitionWish> petition_wish(const Call& call, JsonObject& body) {
    office::PetitionWish wish;
    FRIST_TRY(const auto kind, choice_or_none<office::PetitionKind>(body, "kind"));
    if (!kind) return body.missing("kind", "Say attachment, conciliation, bankruptcy or estate.");
    wish.kind = *kind;
    FRIST_TRY_DONE(take_text(body, "number", wish.number));
    FRIST_TRY(wish.grounds, paragraphs_of(body, "words"));
    FRIST_TRY(wish.default_judgment, body.truth_or("default_judgment", true));
    FRIST_TRY(wish.or_board, body.truth_or("or_board", true));
    FRIST_TRY(wish.language, choice_or_none<letters::Language>(body, "language"));
    FRIST_TRY_DONE(take_text(body, "trustee", wish.trustee));
    wish.trustee_address.country = call.world.country->code();
    FRIST_TRY_DONE(take_address(body, wish.trustee_address));
    return wish;
}

Result<Response> petition(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto as, choice_or_none<As>(body, "as"));
    FRIST_TRY(const office::PetitionWish wish, petition_wish(call, body));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const office::Petition made, office::petition(call.desk(), call.record, id, wish, *call.world.archive, call.world.pdf_of));
    if (!made.refusals.empty()) return refused(made.refusals, id);
    if (as.value_or(As::pdf) == As::words)
        return json_response(json::object{{"title", made.letter.title}, {"words", letters::plain_text(made.letter)}, {"enclosures", made.enclosures.size()}, {"doubts", json::array(made.doubts.begin(), made.doubts.end())}});
    std::vector<std::string> all(1);
    FRIST_TRY(all.front(), call.world.pdf_of(made.letter));
    all.insert(all.end(), made.enclosures.begin(), made.enclosures.end());
    FRIST_TRY(std::string pdf, call.world.joined(all));
    return pdf_response(std::move(pdf), fmt::format("case{}_{}.pdf", id, name_of(wish.kind)));
}

// --- the pack ---

Result<Response> evidence(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    FRIST_TRY(const bool hand_over, asked_truth(call, "hand_over", false));
    std::vector<office::Enclosed> also;
    if (hand_over) {
        FRIST_TRY(const json::object told, office::hand_over(call.desk(), call.record, id));
        also.push_back({{"hand_over.json", json::serialize(told) + "\n"}, "Saken som data, for inkassoforetaket som overtar den"});
    }
    FRIST_TRY(const office::Evidence made, office::evidence(call.desk(), call.record, id, *call.world.archive, call.world.pdf_of, std::move(also)));
    FRIST_TRY(std::string zip, call.world.zip_of(made.files));
    const auto kept = noted<Done>(call, hand_over ? "case-hand-over" : "case-evidence", fmt::format("case {}", id), [] { return Result<Done>(done); });
    if (!kept.ok()) return kept.error();
    Response response{200, {}, std::move(zip)};
    response.with("Content-Type", "application/zip").with("Content-Disposition", fmt::format("attachment; filename=\"case{}_{}.zip\"", id, hand_over ? "hand_over" : "evidence"));
    return response;
}

// --- copies of invoices ---

json::object copy_json(const office::EnclosureRow& row) { return {{"invoice", row.invoice}, {"sha256", row.sha256}, {"name", row.name}, {"on", text(row.on)}}; }

Result<Response> copies(Call& call) {
    FRIST_TRY(const auto rows, call.rooms.office->enclosures(call.creditor, call.at("invoice")));
    json::array list;
    for (const office::EnclosureRow& row : rows) list.push_back(copy_json(row));
    return json_response(json::object{{"rows", std::move(list)}});
}

Result<Response> keep_copy(Call& call) {
    const std::function<Result<office::EnclosureRow>()> work = [&] { return office::enclose(call.desk(), call.at("invoice"), file_name(call), call.request.body, call.world.pages_of); };
    FRIST_TRY(const office::EnclosureRow row, noted(call, "copy-keep", "invoice", work));
    return json_response(copy_json(row), 201);
}

Result<Response> show_copy(Call& call) {
    FRIST_TRY(auto bytes, call.rooms.office->enclosure_bytes(call.creditor, call.at("invoice"), call.at("sha256")));
    if (!bytes) return Error{"enclosure.none", "sha256", "no copy of this invoice has this SHA-256", "Look at the list of its copies."};
    return pdf_response(std::move(*bytes), "invoice.pdf");
}

Result<Response> drop_copy(Call& call) {
    const auto dropped = noted<Done>(call, "copy-drop", "invoice", [&] { return office::take_out(call.desk(), call.at("invoice"), call.at("sha256")); });
    if (!dropped.ok()) return dropped.error();
    return Response{204, {}, {}};
}

}  // namespace

void add_paper_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/documents", Gate::right, access::Right::act_on_cases, Brings::json, document});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/petitions", Gate::right, access::Right::act_on_cases, Brings::json, petition});
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/evidence", Gate::right, access::Right::export_data, Brings::nothing, evidence});
    table.push_back({"GET", "/creditors/{creditor}/invoices/{invoice}/copies", Gate::right, access::Right::read_cases, Brings::nothing, copies});
    table.push_back({"POST", "/creditors/{creditor}/invoices/{invoice}/copies", Gate::right, access::Right::act_on_cases, Brings::file, keep_copy});
    table.push_back({"GET", "/creditors/{creditor}/invoices/{invoice}/copies/{sha256}", Gate::right, access::Right::read_cases, Brings::nothing, show_copy});
    table.push_back({"DELETE", "/creditors/{creditor}/invoices/{invoice}/copies/{sha256}", Gate::right, access::Right::act_on_cases, Brings::nothing, drop_copy});
}

}  // namespace frist::http
