// Whether a debtor still lives where we write to: the register of firms asked for it, and what a person found by hand.
#include "access/people.h"
#include "base/pch.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/notes.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// The firm of a call, asked for outside of any transaction. Errors register.off and those of the register.
Result<office::RegisteredFirm> firm_asked_for(Call& call, const office::DebtorRecord& record) {
    if (!call.world.firm)
        return Error{"register.off", "Enhetsregisteret", "this installation does not ask the register", "Start it with --register brreg, or look the firm up yourself and keep what you found."};
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string given, body.text_or("org_number", ""));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const std::string number, office::number_to_look_up(record, given));
    return call.world.firm(number);
}

json::array lines_json(const office::PostalAddress& address) {
    json::array lines;
    if (address.complete())
        for (const std::string& line : address.lines()) lines.emplace_back(line);
    return lines;
}

json::object seen_json(const office::DebtorRecord& record, const office::RegisteredFirm& firm) {
    json::array differ;
    for (const office::Difference& one : office::differences(record, firm)) differ.push_back(json::object{{"what", one.what}, {"ours", one.ours}, {"theirs", one.theirs}});
    json::array warned;
    for (const office::FirmWarning& one : office::warnings(record, firm)) warned.push_back(json::object{{"what", one.what}, {"says", one.says}, {"on", one.on ? json::value(text(*one.on)) : json::value(nullptr)}});
    return {{"org_number", firm.org_number},
            {"form", firm.form},
            {"municipality", firm.municipality},
            {"ours", json::object{{"name", record.name}, {"org_number", record.org_number}, {"address_lines", lines_json(record.address)}}},
            {"theirs", json::object{{"name", firm.name}, {"org_number", firm.org_number}, {"address_lines", lines_json(firm.mail())}}},
            {"differences", std::move(differ)},
            {"warnings", std::move(warned)}};
}

Result<std::string> own_name(const Call& call) {
    FRIST_TRY(const auto person, call.rooms.access->person(call.who.person));
    return person ? person->name : std::string();
}

// What the register says, beside ours. Nothing of the debtor changes; that it was asked stands in the log.
Result<Response> look_up(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    FRIST_TRY(const Known debtor, debtor_of(call, id));
    FRIST_TRY(const office::RegisteredFirm firm, firm_asked_for(call, debtor.record));
    const std::function<Outcome()> nothing = [] { return done; };
    FRIST_TRY([[maybe_unused]] const Done asked, noted<Done>(call, "debtor-look-up", fmt::format("debtor {}", id), nothing));
    Response response = json_response(seen_json(debtor.record, firm));
    response.with("ETag", etag_of(debtor.row.record));
    return response;
}

Result<Response> changed(Call& call, const std::string& what, const std::function<Outcome(Known&)>& work) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    const std::function<Result<Known>()> whole = [&]() -> Result<Known> {
        FRIST_TRY(Known debtor, debtor_of(call, id));
        FRIST_TRY_DONE(still_the_same(call, etag_of(debtor.row.record)));
        FRIST_TRY_DONE(work(debtor));
        debtor.row.record = office::stored(debtor.record);
        FRIST_TRY(debtor.row.id, call.rooms.office->put_debtor(call.creditor, debtor.row.key, debtor.row.record));
        return debtor;
    };
    FRIST_TRY(const Known now, noted(call, what, fmt::format("debtor {}", id), whole));
    return debtor_answer(call, now);
}

// The register is asked anew, so that nothing but its own words is taken for its own.
Result<Response> use(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    FRIST_TRY(const Known seen, debtor_of(call, id));
    FRIST_TRY_DONE(still_the_same(call, etag_of(seen.row.record)));
    FRIST_TRY(const office::RegisteredFirm firm, firm_asked_for(call, seen.record));
    FRIST_TRY(const std::string by, own_name(call));
    return changed(call, "debtor-register-use", [&](Known& debtor) -> Outcome {
        office::use_register(debtor.record, firm, call.wall.day, by);
        return done;
    });
}

struct ByHand {
    office::AddressCheck check;
    std::optional<Date> dead_on;
    std::string note;
};

Result<ByHand> by_hand(const Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    ByHand told;
    FRIST_TRY(told.check.where, body.text("where"));
    FRIST_TRY(told.check.result, body.text("result"));
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    told.check.on = on.value_or(call.wall.day);
    FRIST_TRY(told.dead_on, day_or_none(body, "dead_on"));
    FRIST_TRY(told.note, body.text_or("note", ""));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(told.check.by, own_name(call));
    return told;
}

// A person has looked; what was found is kept with who and when, and what else there is to say as a note.
Result<Response> check(Call& call) {
    FRIST_TRY(const ByHand told, by_hand(call));
    return changed(call, "debtor-check", [&](Known& debtor) -> Outcome {
        FRIST_TRY_DONE(office::take_check(debtor.record, told.check, told.dead_on, call.wall.day));
        if (told.note.empty()) return done;
        office::NoteWish wish;
        wish.debtor = debtor.row.id;
        wish.person = call.who.person;
        wish.text = told.note;
        const auto kept = office::add_note(call.desk(), wish);
        if (!kept.ok()) return Error{kept.error().code, "note", kept.error().message, kept.error().remedy};
        return done;
    });
}

}  // namespace

void add_debtor_check_routes(std::vector<Route>& table) {
    // The first two wait for another machine: outside of the transaction that keeps an answer.
    table.push_back({"POST", "/creditors/{creditor}/debtors/{debtor}/register-check", Gate::right, access::Right::act_on_cases, Brings::json, look_up, Lasts::moment, Keeps::nothing});
    table.push_back({"POST", "/creditors/{creditor}/debtors/{debtor}/register-check/use", Gate::right, access::Right::act_on_cases, Brings::json, use, Lasts::moment, Keeps::nothing});
    table.push_back({"POST", "/creditors/{creditor}/debtors/{debtor}/checks", Gate::right, access::Right::act_on_cases, Brings::json, check});
}

}  // namespace frist::http
