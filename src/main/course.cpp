#include "base/pch.h"
#include "main/program.h"
#include "office/courses.h"
#include "office/dry_run.h"
#include "office/explain.h"
#include "store/sandbox.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

json::object json_of(const office::KeptCourse& kept) {
    json::object course = office::json_of(kept.course);
    course["describes"] = kept.describes;
    course["built_in"] = kept.built_in;
    course["kept_on"] = kept.kept_on ? json::value(text(*kept.kept_on)) : json::value(nullptr);
    return course;
}

std::string steps_in_words(const cases::Course& course) {
    std::vector<std::string_view> steps;
    steps.reserve(course.steps.size());
    for (const cases::Step& step : course.steps) steps.push_back(name_of(step.kind));
    return steps.empty() ? "no steps" : fmt::format("{}", fmt::join(steps, ", "));
}

void print_line(const Session& session, const office::KeptCourse& kept) {
    std::string used;
    if (session.record.course_person == kept.course.name) used += ", for consumers";
    if (session.record.course_business == kept.course.name) used += ", for businesses";
    std::cout << fmt::format("{:<24} version {}{}{}\n    {}\n", kept.course.name, kept.course.version, kept.built_in ? ", built in" : ", kept " + text(*kept.kept_on), used, steps_in_words(kept.course));
    if (!kept.describes.empty()) std::cout << "    " << kept.describes << '\n';
}

Result<int> print_all(const Program& program, const Session& session, const std::vector<office::KeptCourse>& list) {
    json::array all;
    for (const office::KeptCourse& kept : list) {
        if (program.json) all.push_back(json_of(kept));
        else print_line(session, kept);
    }
    if (program.json) print_json(all);
    return exit_done;
}

Result<int> list(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto courses, office::courses(session.desk()));
    return print_all(program, session, courses);
}

// As a file that `frist course save` takes again.
Result<int> show(const Program& program, const std::string& name) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::KeptCourse kept, office::course_named(session.desk(), name, "NAME"));
    json::object course = office::json_of(kept.course);
    course["describes"] = kept.describes;
    print_json(course);
    return exit_done;
}

Result<int> versions(const Program& program, const std::string& name) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto kept, office::course_versions(session.desk(), name));
    if (kept.empty()) return office::no_such_course(name);
    return print_all(program, session, kept);
}

Result<json::value> body_in(const std::string& file) {
    FRIST_TRY(const std::string bytes, bytes_of(file));
    const Result<json::value> body = parse_json(bytes);
    if (body.ok()) return *body;
    return Error{body.error().code, body.error().field.empty() ? file : file + " " + body.error().field, body.error().message, body.error().remedy};
}

void print_example(const office::CourseExample& example) {
    std::cout << fmt::format("An invoice of 10000.00 due {} that nobody pays:\n", text(example.due));
    for (const json::value& value : example.timeline) {
        const json::object& entry = value.as_object();
        std::string what = word(entry, "what");
        if (entry.contains("step")) what += " " + word(entry, "step");
        if (entry.contains("fee") && word(entry, "fee") != "0.00") what += ", fee " + word(entry, "fee");
        if (!word(entry, "deadline").empty()) what += ", deadline " + word(entry, "deadline");
        std::cout << fmt::format("  {}  {:<48} {:>12}\n", word(entry, "on"), what, word(entry, "total"));
    }
}

// Each mistake, or the days of an example.
Result<int> check(const Program& program, const std::string& file) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const json::value body, body_in(file));
    FRIST_TRY(const office::Checked checked, office::checked_course(session.desk(), session.record.mode, body, std::nullopt));
    for (const Error& error : checked.wrong) fail_in(file, error, exit_wrong_use);
    if (!checked.course || !checked.wrong.empty()) return exit_wrong_use;
    FRIST_TRY(const office::CourseExample example, office::example_of(session.desk(), session.record, *checked.course, {Money(10'000'00, session.country->currency()), {}, {}, {}}));
    if (program.json) print_json(json::object{{"due", text(example.due)}, {"until", text(example.until)}, {"timeline", example.timeline}});
    else print_example(example);
    return exit_done;
}

Result<int> save(const Program& program, const std::string& name, const std::string& file) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const json::value body, body_in(file));
    std::optional<office::KeptCourse> kept;
    const Outcome saved = session.store->change([&]() -> Outcome {
        FRIST_TRY(const auto before, office::course_versions(session.desk(), name));
        FRIST_TRY(kept, office::keep_course(session.desk(), session.record.mode, name, before.empty() ? 0 : before.front().course.version, body, 0));
        return done;
    });
    // What is wrong in the file is told with its name; the rest is not of the file.
    if (!saved.ok() && saved.error().field.starts_with("course")) return fail_in(file, saved.error(), exit_wrong_use);
    if (!saved.ok()) return saved.error();
    if (program.json) print_json(json_of(*kept));
    else std::cout << fmt::format("{} version {} is kept. New cases run by it when it is named: frist creditor set {} --course-person \"{}\"\n", name, kept->course.version, session.record.org_number, name);
    return exit_done;
}

Result<int> end(const Program& program, const std::string& name) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY_DONE(session.store->change([&]() -> Outcome {
        FRIST_TRY(const auto before, office::course_versions(session.desk(), name));
        return office::end_course(session.desk(), session.record, name, before.empty() ? 0 : before.front().course.version, 0);
    }));
    if (program.json) print_json(json::object{{"name", name}, {"ended", text(session.today)}});
    else std::cout << fmt::format("No new case runs by {} from today.\n", name);
    return exit_done;
}

struct DryWish {
    int days = 90;
    std::string course_person, course_business;
    bool running_only = false, no_approval = false, reasons = false;
};

Result<std::optional<cases::Course>> tried(const Session& session, const std::string& name, const char* option) {
    using Answer = std::optional<cases::Course>;
    if (name.empty()) return Answer{};
    FRIST_TRY(const auto courses, office::courses(session.desk()));
    for (const office::KeptCourse& kept : courses)
        if (kept.course.name == name) return Answer{kept.course};
    const auto body = body_in(name);
    if (!body.ok() && body.error().code == "file.missing") return office::course_unknown(name, option, office::names_of_courses(courses));
    if (!body.ok()) return body.error();
    FRIST_TRY(const office::Checked checked, office::checked_course(session.desk(), session.record.mode, *body, std::nullopt));
    if (!checked.wrong.empty()) return Error{checked.wrong.front().code, name + " " + checked.wrong.front().field, checked.wrong.front().message, checked.wrong.front().remedy};
    return checked.course;
}

std::string row_in_words(const office::DryRunRow& row) {
    std::string words = row.letter != 0 ? std::string(name_of(*row.kind)) : row.what;
    if (row.letter == 0 && row.kind) words += " " + std::string(name_of(*row.kind));
    if (!row.invoices.empty()) words += fmt::format(" {}", fmt::join(row.invoices, ", "));
    if (row.letter != 0 && row.channel) words += " by " + std::string(name_of(*row.channel));
    if (row.fee.positive()) words += ", fee " + text(row.fee);
    if (row.total) words += ", asks for " + text(*row.total);
    if (row.deadline) words += ", deadline " + text(*row.deadline);
    return words;
}

json::object json_of(const office::DryRunRow& row) {
    json::object object{{"on", text(row.on)}, {"case", row.case_id}, {"debtor", row.debtor}, {"what", row.what}};
    if (row.kind) object["kind"] = name_of(*row.kind);
    if (!row.invoices.empty()) object["invoices"] = json::array(row.invoices.begin(), row.invoices.end());
    if (row.letter != 0) {
        object["fee"] = text(row.fee);
        if (row.total) object["total"] = text(*row.total);
        if (row.deadline) object["deadline"] = text(*row.deadline);
        if (row.channel) object["channel"] = name_of(*row.channel);
        if (row.postage) object["postage"] = text(*row.postage);
    }
    object["because"] = office::json_of(row.because);
    return object;
}

void print_run(const office::DryRun& run, const DryWish& wish) {
    int letters = 0;
    for (const office::DryRunRow& row : run.rows) {
        letters += row.letter != 0;
        std::cout << fmt::format("{}  case {:<7} {}\n", text(row.on), row.case_id, row_in_words(row));
        if (!wish.reasons) continue;
        for (const auto& reason : row.because) std::cout << fmt::format("            {}: {}\n", reason.rule, reason.says);
    }
    if (run.rows.empty()) std::cout << fmt::format("Nothing happens until {}.\n", text(run.until));
    else std::cout << fmt::format("\n{} letters from {} to {}, if nobody pays and each letter leaves on its first day.\n", letters, text(run.from), text(run.until));
    if (!run.stops.empty()) std::cout << "\nWhat stands still:\n";
    for (const office::DryRunStop& stop : run.stops)
        std::cout << fmt::format("{}  {:<12} {} — {}\n", text(stop.since), stop.case_id != 0 ? fmt::format("case {}", stop.case_id) : stop.invoice, stop.reason.message, stop.reason.remedy);
}

Result<int> dry_run(const Program& program, const DryWish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    office::DryRunAsk ask;
    ask.days = wish.days;
    ask.start = !wish.running_only;
    ask.approve = !wish.no_approval;
    FRIST_TRY(ask.course_person, tried(session, wish.course_person, "--course-person"));
    FRIST_TRY(ask.course_business, tried(session, wish.course_business, "--course-business"));
    FRIST_TRY(const auto copy, store::sandbox_of(program.database, session.creditor));
    const auto make_kid = [&](office::Id id) { return kid_for(id, session.record.kid_length); };
    const auto played = office::dry_run({*copy, *session.country, session.creditor, session.today}, session.record, ask, make_kid);
    if (!played.ok() && played.error().field == "days") return Error{played.error().code, "--days", played.error().message, played.error().remedy};
    FRIST_TRY(const office::DryRun& run, played);
    if (!program.json) {
        print_run(run, wish);
        return exit_done;
    }
    json::array rows;
    for (const office::DryRunRow& row : run.rows) rows.push_back(json_of(row));
    json::array stops;
    for (const office::DryRunStop& stop : run.stops)
        stops.push_back(json::object{{"case", stop.case_id}, {"invoice", stop.invoice}, {"since", text(stop.since)}, {"reason", program::json_of(stop.reason)}});
    print_json(json::object{{"from", text(run.from)}, {"until", text(run.until)}, {"rows", std::move(rows)}, {"stops", std::move(stops)}});
    return exit_done;
}

// A command below `frist course` that takes a name.
void add_named(CLI::App* course, Program& program, const char* command, const char* says, Result<int> (*act)(const Program&, const std::string&)) {
    auto name = std::make_shared<std::string>();
    CLI::App* added = course->add_subcommand(command, says);
    added->add_option("NAME", *name, "the course")->required();
    added->callback([&program, name, act] { run(program, [&program, name, act] { return act(program, *name); }); });
}

}  // namespace

void add_course(CLI::App& app, Program& program) {
    CLI::App* course = app.add_subcommand("course", "The courses new cases may run by");
    course->require_subcommand(1);
    course->add_subcommand("list", "The built-in courses and your own")->callback([&program] { run(program, [&program] { return list(program); }); });
    add_named(course, program, "show", "One course, as a file", show);
    add_named(course, program, "versions", "Every version of one of your own", versions);
    add_named(course, program, "end", "No new case runs by it any more", end);

    auto file = std::make_shared<std::string>();
    CLI::App* checked = course->add_subcommand("check", "What the law says to a course file, and the days of an example");
    checked->add_option("FILE", *file, "the course, as JSON")->required();
    checked->callback([&program, file] { run(program, [&program, file] { return check(program, *file); }); });

    auto name = std::make_shared<std::string>();
    auto from = std::make_shared<std::string>();
    CLI::App* saved = course->add_subcommand("save", "Keep a course file as a new version; running cases keep theirs");
    saved->add_option("NAME", *name, "what it is called here")->required();
    saved->add_option("FILE", *from, "the course, as JSON")->required();
    saved->callback([&program, name, from] { run(program, [&program, name, from] { return save(program, *name, *from); }); });

    auto wish = std::make_shared<DryWish>();
    CLI::App* dry = app.add_subcommand("dry-run", "What would happen in the next days if nobody did anything but post the letters; nothing is changed");
    dry->add_option("--days", wish->days, "how many days (90)");
    dry->add_option("--course-person", wish->course_person, "try this course for consumers: a name, or a course file");
    dry->add_option("--course-business", wish->course_business, "try this course for businesses");
    dry->add_flag("--running-only", wish->running_only, "start no new cases");
    dry->add_flag("--no-approval", wish->no_approval, "nobody says yes to what asks for it");
    dry->add_flag("--reasons", wish->reasons, "the rule behind each row");
    dry->callback([&program, wish] { run(program, [&program, wish] { return dry_run(program, *wish); }); });
}

}  // namespace frist::program
