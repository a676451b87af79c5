// Courses: which there are, what the law says to one as it is written, and its versions.
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/courses.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::int64_t example_amount = 10'000'00;
constexpr std::size_t most_listed = 10'000;   // cases of a version: as many as one act takes

// Who kept it; empty for the command line and for a person who is gone.
Result<std::string> name_of_person(const Call& call, office::Id person) {
    if (person == 0) return std::string();
    FRIST_TRY(const auto row, call.rooms.access->person(person));
    return row && !row->removed ? row->name : std::string();
}

Result<json::object> course_json(const Call& call, const office::KeptCourse& kept) {
    FRIST_TRY(const std::string by, name_of_person(call, kept.by));
    json::array used_for;
    for (const auto& [setting, whom] : {std::pair(&call.record.course_person, "person"), std::pair(&call.record.course_business, "business")})
        if (*setting == kept.course.name) used_for.emplace_back(whom);
    json::object course = office::json_of(kept.course);
    course["describes"] = kept.describes;
    return json::object{{"name", kept.course.name}, {"version", kept.course.version},  {"built_in", kept.built_in}, {"kept_on", kept.kept_on ? json::value(text(*kept.kept_on)) : json::value(nullptr)},
                        {"by", by},                 {"used_for", std::move(used_for)}, {"course", std::move(course)}};
}

Result<Response> rows_response(const Call& call, const std::vector<office::KeptCourse>& list) {
    json::array rows;
    for (const office::KeptCourse& kept : list) {
        FRIST_TRY(json::object row, course_json(call, kept));
        rows.push_back(std::move(row));
    }
    return json_response(json::object{{"rows", std::move(rows)}});
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto courses, office::courses(call.desk()));
    return rows_response(call, courses);
}

// Every version, the newest first. A built-in course has one.
Result<Response> versions(Call& call) {
    FRIST_TRY(auto kept, office::course_versions(call.desk(), call.at("course")));
    if (kept.empty()) {
        auto one = office::course_named(call.desk(), call.at("course"), "course");
        if (!one.ok()) return office::no_such_course(call.at("course"));
        kept.push_back(std::move(one).value());
    }
    return rows_response(call, kept);
}

// The course as it stands in the body, whatever is wrong with it.
Result<json::value> written_course(JsonObject& body) {
    const json::value* course = body.find("course");
    if (course == nullptr || !course->is_object()) return body.missing("course", "Send the course as an object with its steps.");
    return *course;
}

Result<office::ExampleInvoice> example_invoice(const Call& call, JsonObject& body, std::optional<cases::Relation> relation) {
    office::ExampleInvoice invoice;
    invoice.relation = relation.value_or(cases::Relation::consumer);
    invoice.kind = invoice.relation == cases::Relation::consumer ? cases::DebtorKind::person : cases::DebtorKind::company;
    const Currency currency = call.world.country->currency();
    invoice.amount = Money(example_amount, currency);
    if (!body.has("example")) return invoice;
    FRIST_TRY(JsonObject example, body.object("example"));
    FRIST_TRY(const auto amount, money_or_none(example, "amount", currency));
    if (amount) {
        if (!amount->positive()) return example.wrong("amount", "is not more than zero", "Write the amount of an invoice.");
        invoice.amount = *amount;
    }
    FRIST_TRY(invoice.due, day_or_none(example, "due"));
    FRIST_TRY_DONE(example.finish());
    return invoice;
}

// What the law says to it, and the days it would have: asked anew with every change on the screen.
Result<Response> check(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const json::value course, written_course(body));
    FRIST_TRY(const auto relation, choice_or_none<cases::Relation>(body, "relation"));
    FRIST_TRY(const office::ExampleInvoice invoice, example_invoice(call, body, relation));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const office::Checked checked, office::checked_course(call.desk(), call.record.mode, course, relation));
    json::array wrong;
    for (const Error& error : checked.wrong) wrong.push_back(reason_json(error));
    json::object answer{{"wrong", std::move(wrong)}, {"example", nullptr}, {"cut", nullptr}};
    if (checked.course) {
        auto example = office::example_of(call.desk(), call.record, *checked.course, invoice);
        if (example.ok())
            answer["example"] = json::object{{"amount", text(invoice.amount)}, {"due", text(example->due)}, {"until", text(example->until)}, {"timeline", std::move(example->timeline)}};
        else answer["cut"] = reason_json(example.error());
    }
    return json_response(answer);
}

Result<Response> keep(Call& call) {
    json::value kept_body;
    FRIST_TRY(JsonObject body, body_of(call, kept_body));
    FRIST_TRY(const json::value course, written_course(body));
    FRIST_TRY(const std::int64_t known, body.whole_or("known", 0));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const office::Checked checked, office::checked_course(call.desk(), call.record.mode, course, std::nullopt));
    if (!checked.wrong.empty()) return problem(checked.wrong);
    const std::function<Result<office::KeptCourse>()> work = [&] { return office::keep_course(call.desk(), call.record.mode, call.at("course"), static_cast<int>(known), course, call.who.person); };
    FRIST_TRY(const office::KeptCourse kept, noted(call, "course-keep", "course", work));
    FRIST_TRY(json::object row, course_json(call, kept));
    return json_response(row);
}

Result<Response> cases(Call& call) {
    const auto newest = office::course_named(call.desk(), call.at("course"), "course");
    if (!newest.ok()) return office::no_such_course(call.at("course"));
    FRIST_TRY(const auto found, office::cases_of_course(call.desk(), call.at("course")));
    json::array versions;
    for (const auto& [version, ids] : found) {
        const auto shown = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), most_listed));
        versions.push_back(json::object{{"version", version}, {"count", ids.size()}, {"cases", json::array(ids.begin(), shown)}});
    }
    return json_response(json::object{{"newest", newest->course.version}, {"versions", std::move(versions)}});
}

Result<Response> end(Call& call) {
    FRIST_TRY(const std::int64_t known, asked_whole(call, "known", 0, 0, 1'000'000));
    const auto ended = noted<Done>(call, "course-end", "course", [&] { return office::end_course(call.desk(), call.record, call.at("course"), static_cast<int>(known), call.who.person); });
    if (!ended.ok()) return ended.error();
    return Response{204, {}, {}};
}

}  // namespace

void add_course_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/courses", Gate::right, access::Right::read_settings, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/courses/check", Gate::right, access::Right::read_settings, Brings::json, check});
    table.push_back({"GET", "/creditors/{creditor}/courses/{course}", Gate::right, access::Right::read_settings, Brings::nothing, versions});
    table.push_back({"PUT", "/creditors/{creditor}/courses/{course}", Gate::right, access::Right::manage_creditor, Brings::json, keep});
    table.push_back({"GET", "/creditors/{creditor}/courses/{course}/cases", Gate::right, access::Right::read_cases, Brings::nothing, cases});
    table.push_back({"DELETE", "/creditors/{creditor}/courses/{course}", Gate::right, access::Right::manage_creditor, Brings::nothing, end});
}

}  // namespace frist::http
