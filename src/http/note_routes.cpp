#include "access/people.h"
#include "base/pch.h"
#include "http/note_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/notes.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::object note_json(const office::NoteRow& note, const std::map<access::Id, std::string>& names) {
    const auto name = [&](access::Id person) {
        const auto known = names.find(person);
        return known == names.end() ? json::value(nullptr) : json::value(known->second);
    };
    return {{"note", note.id},
            {"debtor", note.debtor},
            {"case", note.case_id == 0 ? json::value(nullptr) : json::value(note.case_id)},
            {"at", text(note.at)},
            {"by", name(note.person)},
            {"person", note.person},
            {"text", note.text},
            {"struck", note.struck_at ? json::value(json::object{{"at", text(*note.struck_at)}, {"by", name(note.struck_by)}}) : json::value(nullptr)}};
}

Result<office::NoteWish> wish_of(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::NoteWish wish;
    wish.person = call.who.person;
    FRIST_TRY(wish.text, body.text("text"));
    FRIST_TRY_DONE(body.finish());
    return wish;
}

Result<Response> kept_note(Call& call, const office::NoteWish& wish, std::string on) {
    const std::function<Result<office::NoteRow>()> work = [&] { return office::add_note(call.desk(), wish); };
    FRIST_TRY(const office::NoteRow note, noted(call, "note-add", std::move(on), work));
    FRIST_TRY(const json::array shown, notes_json(call, {note}));
    return json_response(shown.front(), 201);
}

Result<Response> add_to_case(Call& call) {
    FRIST_TRY(office::NoteWish wish, wish_of(call));
    FRIST_TRY(wish.case_id, call.number("case"));
    return kept_note(call, wish, fmt::format("case {}", wish.case_id));
}

Result<Response> add_to_debtor(Call& call) {
    FRIST_TRY(office::NoteWish wish, wish_of(call));
    FRIST_TRY(wish.debtor, call.number("debtor"));
    return kept_note(call, wish, fmt::format("debtor {}", wish.debtor));
}

Result<Response> of_case(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    FRIST_TRY([[maybe_unused]] const office::CaseRow row, office::case_row(call.desk(), id));
    FRIST_TRY(const auto notes, call.rooms.office->notes_of_case(call.creditor, id));
    FRIST_TRY(json::array rows, notes_json(call, notes));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> of_debtor(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    FRIST_TRY(const auto debtor, call.rooms.office->debtor(call.creditor, id));
    if (!debtor) return Error{"debtor.unknown", fmt::format("debtor {}", id), "there is no such debtor", "Look at the list of debtors."};
    FRIST_TRY(const auto notes, call.rooms.office->notes_of_debtor(call.creditor, id));
    FRIST_TRY(json::array rows, notes_json(call, notes));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> strike(Call& call) {
    FRIST_TRY(const office::Id id, call.number("note"));
    const bool any = access::may(call.who, access::Right::manage_creditor, call.creditor).ok();
    const std::function<Result<office::NoteRow>()> work = [&] { return office::strike_note(call.desk(), id, call.who.person, any); };
    FRIST_TRY([[maybe_unused]] const office::NoteRow note, noted(call, "note-strike", fmt::format("note {}", id), work));
    return Response{204, {}, {}};
}

}  // namespace

Result<json::array> notes_json(const Call& call, const std::vector<office::NoteRow>& notes) {
    json::array rows;
    if (call.who.role == access::Role::client) return rows;
    std::vector<access::Id> people;
    for (const office::NoteRow& note : notes) people.insert(people.end(), {note.person, note.struck_by});
    FRIST_TRY(const auto known, access::names(call.porter, call.who, people));
    const std::map<access::Id, std::string> names(known.begin(), known.end());
    for (const office::NoteRow& note : notes) rows.push_back(note_json(note, names));
    return rows;
}

void add_note_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/notes", Gate::right, access::Right::read_cases, Brings::nothing, of_case});
    table.push_back({"POST", "/creditors/{creditor}/cases/{case}/notes", Gate::right, access::Right::act_on_cases, Brings::json, add_to_case});
    table.push_back({"GET", "/creditors/{creditor}/debtors/{debtor}/notes", Gate::right, access::Right::read_cases, Brings::nothing, of_debtor});
    table.push_back({"POST", "/creditors/{creditor}/debtors/{debtor}/notes", Gate::right, access::Right::act_on_cases, Brings::json, add_to_debtor});
    table.push_back({"DELETE", "/creditors/{creditor}/notes/{note}", Gate::right, access::Right::act_on_cases, Brings::nothing, strike});
}

}  // namespace frist::http
