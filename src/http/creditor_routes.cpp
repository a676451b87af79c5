#include "base/pch.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/who_json.h"
#include "office/courses.h"
#include "office/creditor_check.h"
#include "office/settings.h"

namespace frist::http {
namespace {

namespace json = boost::json;

json::value moment_or_null(const std::optional<Moment>& moment) { return moment ? json::value(text(*moment) + ":00Z") : json::value(nullptr); }

json::object agency_json(const office::AgencyRecord& agency) {
    return {{"name", agency.name},   {"org_number", agency.org_number}, {"address", address_json(agency.address)},       {"email", agency.email},
            {"phone", agency.phone}, {"account", agency.account},       {"vat_registered", agency.vat_registered}};
}

Result<Response> creditor_json(const Call& call, int status) {
    const office::CreditorRecord& record = call.record;
    FRIST_TRY(const auto ledger_read, call.rooms.office->last_read(call.creditor, office::Source::ledger));
    FRIST_TRY(const auto bank_read, call.rooms.office->last_read(call.creditor, office::Source::bank));
    FRIST_TRY(const auto any_case, call.rooms.office->cases(call.creditor, {.limit = 1}));
    FRIST_TRY(const auto known, office::courses(call.desk()));
    json::array courses;
    for (const std::string& name : office::names_of_courses(known)) courses.emplace_back(name);
    Response response = json_response(json::object{{"org_number", record.org_number},
                                                   {"name", record.name},
                                                   {"account", record.account},
                                                   {"address", address_json(record.address)},
                                                   {"email", record.email},
                                                   {"phone", record.phone},
                                                   {"mode", name_of(record.mode)},
                                                   {"agency", agency_json(record.agency)},
                                                   {"kid_length", record.kid_length},
                                                   {"language", record.language},
                                                   {"vat_deductible", record.vat_deductible},
                                                   {"vat_registered", record.vat_registered},
                                                   {"course_person", record.course_person},
                                                   {"course_business", record.course_business},
                                                   {"courses", std::move(courses)},
                                                   {"banking_days_only", record.banking_days_only},
                                                   {"daily_letter_limit", record.daily_letter_limit},
                                                   {"max_ledger_age_hours", record.max_ledger_age_hours},
                                                   {"max_bank_age_hours", record.max_bank_age_hours},
                                                   {"ledger_read", moment_or_null(ledger_read)},
                                                   {"bank_read", moment_or_null(bank_read)},
                                                   {"cases", !any_case.empty()}},
                                      status);
    response.with("ETag", etag_of(office::stored(record)));
    return response;
}

Result<Response> list(Call& call) {
    FRIST_TRY(json::array rows, creditors_json(call, call.who));
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> show(Call& call) { return creditor_json(call, 200); }

Outcome take_truth(JsonObject& body, const char* name, bool& to) {
    FRIST_TRY(to, body.truth_or(name, to));
    return done;
}

Outcome take_count(JsonObject& body, const char* name, int& to) {
    FRIST_TRY(const std::int64_t value, body.whole_or(name, to));
    if (value < 0 || value > 10'000'000) return body.wrong(name, "lies outside what makes sense", "Give a number from 0.");
    to = static_cast<int>(value);
    return done;
}

Outcome take_contact(JsonObject& body, office::CreditorRecord& record) {
    FRIST_TRY_DONE(take_text(body, "name", record.name));
    FRIST_TRY_DONE(take_text(body, "account", record.account));
    FRIST_TRY_DONE(take_address(body, record.address));
    FRIST_TRY_DONE(take_text(body, "email", record.email));
    FRIST_TRY_DONE(take_text(body, "phone", record.phone));
    FRIST_TRY_DONE(take_text(body, "language", record.language));
    FRIST_TRY_DONE(take_truth(body, "vat_registered", record.vat_registered));
    return done;
}

Outcome take_agency(JsonObject& body, office::AgencyRecord& to) {
    if (!body.has("agency")) return done;
    FRIST_TRY(JsonObject agency, body.object("agency"));
    FRIST_TRY_DONE(take_text(agency, "name", to.name));
    FRIST_TRY_DONE(take_text(agency, "org_number", to.org_number));
    FRIST_TRY_DONE(take_address(agency, to.address));
    FRIST_TRY_DONE(take_text(agency, "email", to.email));
    FRIST_TRY_DONE(take_text(agency, "phone", to.phone));
    FRIST_TRY_DONE(take_text(agency, "account", to.account));
    FRIST_TRY_DONE(take_truth(agency, "vat_registered", to.vat_registered));
    return agency.finish();
}

// Who collects: the creditor itself, or an agency that is named.
Outcome take_mode(JsonObject& body, office::CreditorRecord& record) {
    FRIST_TRY(const auto mode, choice_or_none<cases::Mode>(body, "mode"));
    FRIST_TRY_DONE(take_agency(body, record.agency));
    if (!mode) return done;
    record.mode = *mode;
    if (record.mode == cases::Mode::agency && record.agency.name.empty()) return Error{"creditor.agency_name", std::string("agency.") + "name", "the agency that collects has no name", "Give its name; it signs the letters."};
    return done;
}

Result<Response> change(Call& call) {
    FRIST_TRY_DONE(still_the_same(call, etag_of(office::stored(call.record))));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::CreditorRecord& record = call.record;
    const office::CreditorRecord before = record;
    FRIST_TRY_DONE(take_contact(body, record));
    FRIST_TRY_DONE(take_mode(body, record));
    FRIST_TRY_DONE(take_count(body, "kid_length", record.kid_length));
    FRIST_TRY_DONE(take_truth(body, "vat_deductible", record.vat_deductible));
    FRIST_TRY_DONE(take_text(body, "course_person", record.course_person));
    FRIST_TRY_DONE(take_text(body, "course_business", record.course_business));
    FRIST_TRY_DONE(take_truth(body, "banking_days_only", record.banking_days_only));
    FRIST_TRY_DONE(take_count(body, "daily_letter_limit", record.daily_letter_limit));
    FRIST_TRY_DONE(take_count(body, "max_ledger_age_hours", record.max_ledger_age_hours));
    FRIST_TRY_DONE(take_count(body, "max_bank_age_hours", record.max_bank_age_hours));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const auto courses, office::courses(call.desk()));
    FRIST_TRY_DONE(office::settle_creditor(record, office::names_of_courses(courses)));
    if (record.mode != before.mode || record.course_person != before.course_person || record.course_business != before.course_business) FRIST_TRY_DONE(office::courses_fit(call.desk(), record));
    const auto kept = noted<Done>(call, "creditor-change", "creditor", [&] {
        office::mark_changes(before, record, call.who.person, call.wall.day);
        return call.rooms.office->set_creditor(call.creditor, office::stored(record));
    });
    if (!kept.ok()) return kept.error();
    return creditor_json(call, 200);
}

// A new creditor with its mark of the register; who made it sees it.
Result<office::Id> keep_new(const Call& call, const office::CreditorRecord& record) {
    FRIST_TRY(const office::Id id, call.rooms.office->add_creditor(record.org_number, office::stored(record)));
    FRIST_TRY_DONE(call.rooms.office->put_register_mark(id, office::register_mark(*call.world.country)));
    FRIST_TRY_DONE(access::see_new_creditor(call.porter, call.who, id));
    FRIST_TRY_DONE(access::write_act(call.porter, call.who, {"creditor-add", id, "creditor"}, call.now));
    return id;
}

Result<Response> add(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::CreditorRecord& record = call.record;
    FRIST_TRY(record.org_number, body.text("org_number"));
    FRIST_TRY(record.name, body.text("name"));
    FRIST_TRY(record.account, body.text("account"));
    FRIST_TRY_DONE(take_contact(body, record));
    FRIST_TRY(const auto mode, choice_or_none<cases::Mode>(body, "mode"));
    record.mode = mode.value_or(cases::Mode::self);
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY_DONE(office::settle_creditor(record, office::builtin_course_names()));
    FRIST_TRY_DONE(call.porter.store.change([&]() -> Outcome {
        FRIST_TRY(call.creditor, keep_new(call, record));
        return done;
    }));
    return creditor_json(call, 201);
}

// Many from one list, all of them or none; those that are there already stay as they are.
Result<Response> add_many(Call& call) {
    FRIST_TRY(const bool dry_run, asked_truth(call, "dry_run", false));
    FRIST_TRY(const office::CreditorList list, office::read_creditors(call.request.body));
    json::array rejected;
    for (const sheets::Fault& fault : list.rejected) rejected.push_back(json::object{{"code", fault.code}, {"row", fault.row}, {"column", fault.column}, {"detail", fault.reason}, {"remedy", fault.remedy}});
    const bool store = !dry_run && list.rejected.empty();
    json::array rows;
    std::int64_t fresh = 0;
    const auto work = [&]() -> Outcome {
        for (const office::CreditorList::Row& one : list.rows) {
            FRIST_TRY(const auto known, call.rooms.office->creditor_of_number(one.record.org_number));
            rows.push_back(json::object{{"row", one.row}, {"org_number", one.record.org_number}, {"name", one.record.name}, {"account", one.record.account}, {"known", known.has_value()}});
            if (known) continue;
            ++fresh;
            if (!store) continue;
            FRIST_TRY([[maybe_unused]] const office::Id id, keep_new(call, one.record));
        }
        return done;
    };
    FRIST_TRY_DONE(store ? call.porter.store.change(work) : work());
    return json_response(json::object{{"file", file_name(call)}, {"stored", store}, {"fresh", fresh}, {"known", static_cast<std::int64_t>(list.rows.size()) - fresh}, {"rows", std::move(rows)}, {"rejected", std::move(rejected)}});
}

}  // namespace

void add_creditor_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors", Gate::who, {}, Brings::nothing, list});
    table.push_back({"POST", "/creditors", Gate::right, access::Right::add_creditor, Brings::json, add});
    table.push_back({"POST", "/creditors/import", Gate::right, access::Right::add_creditor, Brings::file, add_many});
    table.push_back({"GET", "/creditors/{creditor}", Gate::right, access::Right::read_settings, Brings::nothing, show});
    table.push_back({"PATCH", "/creditors/{creditor}", Gate::right, access::Right::manage_creditor, Brings::json, change});
}

}  // namespace frist::http
