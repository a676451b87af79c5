#include "office/course_file.h"

#include "base/embedded.h"
#include "base/pch.h"

namespace frist::office {
namespace {

namespace json = boost::json;

Result<int> days_of(JsonObject& object, std::string_view name, int fallback) {
    FRIST_TRY(const std::int64_t days, object.whole_or(name, fallback));
    if (days < -100'000 || days > 100'000) return object.wrong(name, "is out of range", "Give a number of days.");
    return static_cast<int>(days);
}

Result<std::vector<cases::Channel>> channels_of(JsonObject& object) {
    std::vector<cases::Channel> channels;
    if (object.find("channels") == nullptr) return channels;
    FRIST_TRY(const auto names, object.list("channels"));
    for (const auto& [name, place] : names) {
        const auto channel = name->is_string() ? enum_of<cases::Channel>(std::string_view(name->get_string())) : std::nullopt;
        if (!channel) return Error{"course.channel", place, "is no channel", fmt::format("Use {}.", fmt::join(names_of(cases::Channel{}), ", "))};
        if (std::find(channels.begin(), channels.end(), *channel) == channels.end()) channels.push_back(*channel);
    }
    if (channels.empty()) return object.wrong("channels", "names no channel", "Leave it out for every channel that the law and your settings allow.");
    return channels;
}

Result<cases::Step> read_step(const json::value& value, const std::string& path) {
    FRIST_TRY(JsonObject object, JsonObject::of(value, path));
    cases::Step step;
    FRIST_TRY(const std::string kind, object.text("step"));
    const auto known = enum_of<cases::StepKind>(kind);
    if (!known || cases::beside_course(*known))
        return Error{"course.step", object.at("step"), "\"" + kind + "\" is no step", "Use nudge, reminder, notice, demand, attachment, conciliation or bankruptcy."};
    step.kind = *known;
    FRIST_TRY(step.fee, object.truth_or("fee", false));
    FRIST_TRY(step.wait_days, days_of(object, "wait_days", 0));
    FRIST_TRY(step.deadline_days, days_of(object, "deadline_days", cases::is_legal(step.kind) ? 0 : 14));
    FRIST_TRY(step.with_enforcement_notice, object.truth_or("with_enforcement_notice", false));
    FRIST_TRY(step.approval, object.truth_or("approval", false));
    FRIST_TRY(step.channels, channels_of(object));
    FRIST_TRY_DONE(object.finish());
    return step;
}

}  // namespace

Result<cases::Course> read_course(const json::value& value, const std::string& path, Currency currency) {
    if (value.is_string()) return builtin_course(std::string_view(value.get_string()), path, currency);
    FRIST_TRY(JsonObject object, JsonObject::of(value, path));
    cases::Course course;
    FRIST_TRY(course.name, object.text_or("name", "own"));
    FRIST_TRY(course.version, days_of(object, "version", 1));
    FRIST_TRY(const std::string country, object.text_or("country", ""));
    FRIST_TRY(const std::string describes, object.text_or("describes", ""));
    FRIST_TRY(course.grace_banking_days, days_of(object, "grace_banking_days", 0));
    FRIST_TRY(course.shift_due_date, object.truth_or("shift_due_date", true));
    FRIST_TRY(const std::string percent, object.decimal_or_null("rest_note_above_percent"));
    if (!percent.empty()) {
        auto rate = Rate::parse(percent);
        if (!rate.ok() || rate->millionths() > 1'000'000) return object.wrong("rest_note_above_percent", "must be a percentage up to 100", "Write it like \"85\", or null.");
        course.rest_note_above_percent = *rate;
    }
    FRIST_TRY(course.rest_note_deadline_days, days_of(object, "rest_note_deadline_days", 14));
    FRIST_TRY(const std::string limit, object.decimal_or_null("close_at_or_below"));
    course.close_at_or_below = Money(0, currency);
    if (!limit.empty()) {
        auto sum = Money::parse(limit, currency);
        if (!sum.ok()) return object.wrong("close_at_or_below", sum.error().message, "Write it like \"50.00\".");
        course.close_at_or_below = *sum;
    }
    if (object.find("steps") == nullptr) return object.missing("steps", "Add the list of steps; it may be empty.");
    FRIST_TRY(const auto steps, object.list("steps"));
    for (const auto& [item, place] : steps) {
        FRIST_TRY(cases::Step step, read_step(*item, place));
        course.steps.push_back(step);
    }
    FRIST_TRY_DONE(object.finish());
    return course;
}

Result<cases::Course> builtin_course(std::string_view name, std::string_view path, Currency currency) {
    for (const embedded::File& file : embedded::courses()) {
        if (file.path != std::string(name) + ".json") continue;
        FRIST_TRY(const json::value value, parse_json(file.bytes));
        return read_course(value, std::string(path), currency);
    }
    return Error{"course.unknown", std::string(path), "there is no course \"" + std::string(name) + "\"", fmt::format("Use one of {}, or an object with steps.", fmt::join(builtin_course_names(), ", "))};
}

std::vector<std::string> builtin_course_names() {
    std::vector<std::string> names;
    for (const embedded::File& file : embedded::courses()) names.emplace_back(file.path.substr(0, file.path.size() - 5));
    return names;
}

json::object json_of(const cases::Course& course) {
    json::array steps;
    for (const cases::Step& step : course.steps) {
        json::object one{{"step", name_of(step.kind)}, {"fee", step.fee}, {"wait_days", step.wait_days}, {"deadline_days", step.deadline_days},
                         {"with_enforcement_notice", step.with_enforcement_notice}, {"approval", step.approval}};
        if (!step.channels.empty()) {
            json::array& channels = one["channels"].emplace_array();
            for (const cases::Channel channel : step.channels) channels.emplace_back(name_of(channel));
        }
        steps.push_back(std::move(one));
    }
    json::object object{{"name", course.name}, {"version", course.version}, {"grace_banking_days", course.grace_banking_days}, {"shift_due_date", course.shift_due_date}};
    if (course.rest_note_above_percent) object["rest_note_above_percent"] = text(*course.rest_note_above_percent);
    else object["rest_note_above_percent"] = nullptr;
    object["rest_note_deadline_days"] = course.rest_note_deadline_days;
    object["close_at_or_below"] = text(course.close_at_or_below);
    object["steps"] = std::move(steps);
    return object;
}

Result<std::vector<Error>> check_course(const rules::CourseAsk& ask, const std::string& path, const rules::Country& country) {
    FRIST_TRY(std::vector<Error> errors, country.check_course(ask));
    if (!path.empty())
        for (Error& error : errors) error.field = path + "." + error.field;
    return errors;
}

}  // namespace frist::office
