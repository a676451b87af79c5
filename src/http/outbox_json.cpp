#include "http/outbox_json.h"

#include "base/pch.h"
#include "http/problem.h"
#include "office/explain.h"

namespace frist::http {
namespace {

namespace json = boost::json;

Result<json::object> head_json(const Call& call, Debtors& debtors, office::Id case_id) {
    FRIST_TRY(const office::CaseRow row, office::case_row(call.desk(), case_id));
    FRIST_TRY(const Known* const debtor, debtors.of(row.state.debtor));
    return json::object{{"case", case_id}, {"debtor", debtor->row.id}, {"name", debtor->record.name}};
}

Result<json::object> letter_json(const Call& call, Debtors& debtors, const office::LetterRow& row) {
    FRIST_TRY(json::object body, head_json(call, debtors, row.case_id));
    body["letter"] = row.letter;
    body["kind"] = name_of(row.kind);
    body["on"] = text(row.on);
    body["fee"] = text(row.fee);
    body["printed"] = row.state == office::LetterState::written;
    if (row.deadline) body["deadline"] = text(*row.deadline);
    return body;
}

}  // namespace

Result<json::array> ready_json(const Call& call, Debtors& debtors, const office::Outbox& outbox) {
    json::array list;
    for (const office::ReadyLetter& ready : outbox.ready) {
        FRIST_TRY(json::object body, letter_json(call, debtors, ready.row));
        body["channel"] = ready.way.channel;
        body["total"] = text(letters::asked(ready.facts));
        list.push_back(std::move(body));
    }
    return list;
}

json::array refusals_json(const std::vector<rules::Refusal>& refusals) {
    json::array reasons;
    for (const rules::Refusal& refusal : refusals) {
        json::object reason{{"code", refusal.code()}, {"detail", refusal.says}, {"remedy", refusal.remedy}, {"rule", refusal.rule}};
        if (refusal.passes_on) reason["passes_on"] = text(*refusal.passes_on);
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

Result<json::array> held_json(const Call& call, Debtors& debtors, const std::vector<office::HeldLetter>& held) {
    json::array list;
    for (const office::HeldLetter& letter : held) {
        FRIST_TRY(json::object body, letter_json(call, debtors, letter.row));
        json::array reasons = refusals_json(letter.refusals);
        if (reasons.empty()) reasons.push_back(reason_json(letter.reason));
        body["reasons"] = std::move(reasons);
        list.push_back(std::move(body));
    }
    return list;
}

Result<json::array> coming_json(const Call& call, Debtors& debtors, const std::vector<office::ComingLetter>& coming) {
    json::array list;
    for (const office::ComingLetter& letter : coming) {
        FRIST_TRY(json::object body, head_json(call, debtors, letter.case_id));
        body["on"] = text(letter.on);
        body["kind"] = letter.choice ? std::string_view("choice") : name_of(letter.kind);
        body["choice"] = letter.choice;
        if (letter.deadline) body["deadline"] = text(*letter.deadline);
        if (letter.fee.positive()) body["fee"] = text(letter.fee);
        body["because"] = office::json_of(letter.because);
        list.push_back(std::move(body));
    }
    return list;
}

}  // namespace frist::http
