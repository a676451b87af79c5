#include "office/courses.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "office/scenario.h"

namespace frist::office {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_name = 60;

// So long an example is played, and so many days of it want known rates.
constexpr int example_days = 400;
constexpr int example_known_days = 180;

std::string describes_of(const json::value& body) {
    const json::value* words = body.is_object() ? body.as_object().if_contains("describes") : nullptr;
    return words != nullptr && words->is_string() ? std::string(words->get_string()) : std::string();
}

Result<KeptCourse> built_in(const std::string& name, Currency currency) {
    KeptCourse kept;
    kept.built_in = true;
    FRIST_TRY(kept.course, builtin_course(name, "course", currency));
    for (const embedded::File& file : embedded::courses()) {
        if (file.path != name + ".json") continue;
        FRIST_TRY(const json::value body, parse_json(file.bytes));
        kept.describes = describes_of(body);
    }
    return kept;
}

Result<KeptCourse> kept_of(const CourseRow& row, Currency currency) {
    KeptCourse kept;
    FRIST_TRY(const json::value body, parse_json(row.body));
    FRIST_TRY(kept.course, read_course(body, "course", currency));
    kept.describes = describes_of(body);
    kept.kept_on = row.kept_on;
    kept.by = row.by;
    return kept;
}

bool is_built_in(const std::string& name) {
    const auto names = builtin_course_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Letters of any language, figures, spaces, points and hyphens: a name stands in lists, addresses and file names.
Outcome good_name(const std::string& name) {
    const bool plain = std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < ' ' || c == '/' || c == '\\' || c == '"' || c == '?' || c == '#' || c == '%'; });
    if (!name.empty() && name.size() <= longest_name && plain && name.front() != ' ' && name.back() != ' ' && name != "." && name != "..") return done;
    return Error{"course.name", "name", "is no name for a course", "Use 1 to 60 letters, figures, spaces, points and hyphens."};
}

Outcome own_name(const std::string& name) {
    if (!is_built_in(name)) return done;
    return Error{"course.built_in", "name", "\"" + name + "\" is built in and stays as it is", "Save yours under another name."};
}

// The newest row of this name; nothing when there is none.
Result<std::optional<CourseRow>> newest(const Desk& desk, const std::string& name) {
    FRIST_TRY(const std::vector<CourseRow> rows, desk.store.courses(desk.creditor));
    std::optional<CourseRow> found;
    for (const CourseRow& row : rows)
        if (row.name == name) found = row;
    return found;
}

Outcome as_seen(const std::optional<CourseRow>& row, int known) {
    if ((row ? row->version : 0) == known) return done;
    return Error{"course.changed", "version", row ? fmt::format("version {} was saved meanwhile", row->version) : "there is no such course any more", "Look at it again and save once more."};
}

}  // namespace

Error course_unknown(std::string_view name, std::string_view path, const std::vector<std::string>& known) {
    return {"course.unknown", std::string(path), "there is no course \"" + std::string(name) + "\"", fmt::format("Use one of {}.", fmt::join(known, ", "))};
}

Error no_such_course(std::string_view name) { return {"course.none", "course", "there is no course \"" + std::string(name) + "\"", "Look at the list of courses."}; }

Result<std::vector<KeptCourse>> courses(const Desk& desk) {
    std::vector<KeptCourse> list;
    for (const std::string& name : builtin_course_names()) {
        FRIST_TRY(KeptCourse kept, built_in(name, desk.country.currency()));
        list.push_back(std::move(kept));
    }
    FRIST_TRY(const std::vector<CourseRow> rows, desk.store.courses(desk.creditor));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool last = i + 1 == rows.size() || rows[i + 1].name != rows[i].name;
        if (!last || rows[i].body.empty()) continue;
        FRIST_TRY(KeptCourse kept, kept_of(rows[i], desk.country.currency()));
        list.push_back(std::move(kept));
    }
    return list;
}

std::vector<std::string> names_of_courses(const std::vector<KeptCourse>& courses) {
    std::vector<std::string> names;
    names.reserve(courses.size());
    for (const KeptCourse& kept : courses) names.push_back(kept.course.name);
    return names;
}

Result<KeptCourse> course_named(const Desk& desk, std::string_view name, std::string_view path) {
    FRIST_TRY(std::vector<KeptCourse> list, courses(desk));
    for (KeptCourse& kept : list)
        if (kept.course.name == name) return std::move(kept);
    return course_unknown(name, path, names_of_courses(list));
}

Result<std::map<int, std::vector<Id>, std::greater<>>> cases_of_course(const Desk& desk, const std::string& name) {
    std::map<int, std::vector<Id>, std::greater<>> found;
    CaseFilter filter;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> batch, desk.store.cases(desk.creditor, filter));
        if (batch.empty()) return found;
        for (const CaseRow& row : batch)
            if (row.state.course.name == name) found[row.state.course.version].push_back(row.state.id);
        filter.after = batch.back().state.id;
    }
}

Result<std::vector<KeptCourse>> course_versions(const Desk& desk, const std::string& name) {
    FRIST_TRY(const std::vector<CourseRow> rows, desk.store.courses(desk.creditor));
    std::vector<KeptCourse> versions;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->name != name || row->body.empty()) continue;
        FRIST_TRY(KeptCourse kept, kept_of(*row, desk.country.currency()));
        versions.push_back(std::move(kept));
    }
    return versions;
}

Result<Checked> checked_course(const Desk& desk, cases::Mode mode, const json::value& body, std::optional<cases::Relation> relation) {
    Checked checked;
    Result<cases::Course> read = read_course(body, "course", desk.country.currency());
    if (!read.ok()) {
        checked.wrong.push_back(read.error());
        return checked;
    }
    checked.course = std::move(read).value();
    std::optional<cases::DebtorKind> kind;
    if (relation) kind = *relation == cases::Relation::consumer ? cases::DebtorKind::person : cases::DebtorKind::company;
    FRIST_TRY(checked.wrong, check_course({*checked.course, mode, kind, relation, {}, desk.today, rules::CheckFor::saving}, "course", desk.country));
    return checked;
}

Result<KeptCourse> keep_course(const Desk& desk, cases::Mode mode, const std::string& name, int known, const json::value& body, Id by) {
    FRIST_TRY_DONE(good_name(name));
    FRIST_TRY_DONE(own_name(name));
    FRIST_TRY(const Checked checked, checked_course(desk, mode, body, std::nullopt));
    if (!checked.wrong.empty()) return checked.wrong.front();
    FRIST_TRY(const auto before, newest(desk, name));
    FRIST_TRY_DONE(as_seen(before && before->body.empty() && known == 0 ? std::nullopt : before, known));
    KeptCourse kept;
    kept.course = *checked.course;
    kept.course.name = name;
    kept.course.version = before ? before->version + 1 : 1;
    kept.describes = describes_of(body);
    kept.kept_on = desk.today;
    kept.by = by;
    json::object words = json_of(kept.course);
    words["describes"] = kept.describes;
    FRIST_TRY_DONE(desk.store.put_course(desk.creditor, {name, kept.course.version, json::serialize(words), desk.today, by}));
    return kept;
}

Outcome end_course(const Desk& desk, const CreditorRecord& creditor, const std::string& name, int known, Id by) {
    FRIST_TRY_DONE(own_name(name));
    FRIST_TRY(const auto before, newest(desk, name));
    if (!before || before->body.empty()) return no_such_course(name);
    FRIST_TRY_DONE(as_seen(before, known));
    for (const auto& [course, whom] : {std::pair(&creditor.course_person, "consumers"), std::pair(&creditor.course_business, "businesses")})
        if (*course == name) return Error{"course.in_use", "course", fmt::format("new cases of {} run by it", whom), "Choose another course in the creditor's settings first."};
    return desk.store.put_course(desk.creditor, {name, before->version + 1, "", desk.today, by});
}

Result<CourseExample> example_of(const Desk& desk, const CreditorRecord& creditor, const cases::Course& course, const ExampleInvoice& invoice) {
    const Date confirmed = desk.country.confirmed_until();
    CourseExample example;
    example.due = invoice.due.value_or(std::min(desk.today, confirmed - Days{example_known_days}));
    example.until = std::max(example.due, std::min(example.due + Days{example_days}, confirmed));
    Scenario scenario;
    scenario.until = example.until;
    rules::NewCase& wish = scenario.wish;
    wish.id = wish.debtor = 1;
    wish.mode = creditor.mode;
    wish.vat_deductible = creditor.vat_deductible;
    wish.kind = invoice.kind;
    wish.relation = invoice.relation;
    wish.course = course;
    wish.claims.push_back({"1", invoice.amount, {}, example.due, {}});
    FRIST_TRY(json::object played, play(scenario, desk.country));
    example.timeline = std::move(played["timeline"].as_array());
    return example;
}

Outcome courses_fit(const Desk& desk, const CreditorRecord& creditor) {
    for (const auto& [name, field, relation] : {std::tuple(&creditor.course_person, "course_person", cases::Relation::consumer),
                                                std::tuple(&creditor.course_business, "course_business", cases::Relation::business)}) {
        FRIST_TRY(const KeptCourse kept, course_named(desk, *name, field));
        const auto kind = relation == cases::Relation::consumer ? cases::DebtorKind::person : cases::DebtorKind::company;
        FRIST_TRY(const auto wrong, check_course({kept.course, creditor.mode, kind, relation, {}, desk.today, rules::CheckFor::playing}, "", desk.country));
        if (!wrong.empty()) return Error{wrong.front().code, field, fmt::format("the course \"{}\" is not for them: {}: {}", *name, wrong.front().field, wrong.front().message), wrong.front().remedy};
    }
    return done;
}

}  // namespace frist::office
