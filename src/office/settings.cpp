#include "office/settings.h"

#include "base/pch.h"
#include "letters/paper.h"
#include "office/automation.h"
#include "office/courses.h"
#include "office/creditor_check.h"
#include "office/setting_words.h"
#include "office/wordings.h"

namespace frist::office {
namespace {

namespace json = boost::json;

const std::string of_settings = "settings.";
const std::string of_automation = "automation.";
const std::string of_course = "courses.";
constexpr std::int64_t histories = 1000;   // settings of the rules that are looked through

using Named = std::vector<std::pair<std::string, json::value>>;

// Objects in objects as one list, their names joined by points.
void flatten(const json::object& object, const std::string& before, Named& into) {
    for (const auto& [key, value] : object) {
        const std::string name = before + std::string(key);
        if (value.is_object()) flatten(value.as_object(), name + ".", into);
        else if (is_setting(name)) into.emplace_back(name, value);
    }
}

template <class Record>
Named named(const Record& record, const std::string& before) {
    Named list;
    flatten(to_json(record), before, list);
    return list;
}

Named values_of(const CreditorRecord& creditor, const Automation& rules) {
    Named list = named(creditor, "");
    Named more = named(rules, of_automation);
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return list;
}

const json::value* value_named(const Named& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.first == name; });
    return found == list.end() ? nullptr : &found->second;
}

// The place of a name with points in the object.
json::value& place_of(json::object& object, std::string_view name) {
    const std::size_t point = name.find('.');
    json::value& here = object[name.substr(0, point)];
    return point == name.npos ? here : place_of(here.as_object(), name.substr(point + 1));
}

struct Mark {
    std::optional<Date> on;
    Id by = 0;
};

// Who set it last: the newest of the kept rules that differs from the one before it.
Result<Mark> mark_of_rule(const std::vector<AutomationRow>& rows, const std::string& name) {
    const Named fresh = named(Automation{}, of_automation);
    Mark mark;
    json::value later;
    for (const AutomationRow& row : rows) {
        FRIST_TRY(const Automation rules, automation_of(row));
        const json::value now = *value_named(named(rules, of_automation), name);
        if (mark.on && now != later) return mark;
        later = now;
        mark = {row.at.day, row.person};
    }
    if (later == *value_named(fresh, name)) return Mark{};   // never anything else
    return mark;
}

auto find_mark(const CreditorRecord& creditor, const std::string& name) {
    return std::find_if(creditor.marks.begin(), creditor.marks.end(), [&](const SettingMark& one) { return one.name == name; });
}

std::string name_of_wording(letters::Kind kind, letters::Language language) { return fmt::format("texts.{}.{}", name_of(kind), name_of(language)); }

Mark mark_of(const CreditorRecord& creditor, const std::string& name) {
    const auto found = find_mark(creditor, name);
    return found == creditor.marks.end() ? Mark{} : Mark{found->on, found->by};
}

json::value version_or_null(int version) { return version == 0 ? json::value(nullptr) : json::value(version); }

Error in_file(const Error& error, const std::string& before) {
    Error placed = error;
    placed.field = error.field.empty() ? before : before + "." + error.field;
    return placed;
}

// As the file writes it: without its number, which is each creditor's own.
json::object course_body(const KeptCourse& kept) {
    json::object body = json_of(kept.course);
    body.erase("name");
    body.erase("version");
    if (!kept.describes.empty()) body["describes"] = kept.describes;
    return body;
}

// The file, value by value, on copies of what is in force: what cannot be read stands in `taken.wrong`.
class Reading {
public:
    Reading(const Desk& desk, const CreditorRecord& creditor, const SettingsWish& wish) : desk_(desk), creditor_(creditor), wish_(wish) {}

    Result<SettingsTaken> run() {
        FRIST_TRY(before_, automation(desk_));
        read_shape();
        const Outcome outcome = desk_.store.change([&]() -> Outcome {
            read_values();
            FRIST_TRY_DONE(take_courses());
            FRIST_TRY_DONE(fit());
            if (!taken_.wrong.empty()) return undone();
            if (wish_.check && rules_ != before_.rules) {
                FRIST_TRY(taken_.cases_changed, would_follow(desk_, rules_));
            }
            if (wish_.check) return undone();
            return keep();
        });
        if (!outcome.ok() && outcome.error() != undone_) return outcome.error();
        return std::move(taken_);
    }

private:
    const Desk& desk_;
    const CreditorRecord& creditor_;
    const SettingsWish& wish_;
    AutomationNow before_;
    CreditorRecord now_;
    Automation rules_;
    SettingsTaken taken_;
    const Error undone_{};   // told to nobody

    [[nodiscard]] Outcome undone() const { return undone_; }

    const json::object* part(const char* name) {
        const json::value* found = wish_.file.if_contains(name);
        if (found == nullptr) return nullptr;
        if (found->is_object()) return &found->as_object();
        taken_.wrong.push_back({"json.type", name, "is no object", "Export the settings to see the form."});
        return nullptr;
    }

    void read_shape() {
        for (const auto& [key, value] : wish_.file)
            if (key != "frist_settings" && key != "settings" && key != "courses")
                taken_.wrong.push_back({"json.unknown_field", std::string(key), "is not a field that is known here", "Take it out; a file has frist_settings, settings and courses."});
        const json::value* version = wish_.file.if_contains("frist_settings");
        if (version != nullptr && version->is_int64() && version->as_int64() == settings_version) return;
        taken_.wrong.push_back({"settings.version", "frist_settings", "is no file of settings that this version reads", fmt::format("Export the settings again; this version writes {}.", settings_version)});
    }

    Outcome take_courses() {
        const json::object* list = part("courses");
        if (list == nullptr) return done;
        for (const auto& [key, body] : *list) FRIST_TRY_DONE(take_course(std::string(key), body));
        return done;
    }

    Outcome take_course(const std::string& name, const json::value& body) {
        FRIST_TRY(const auto versions, course_versions(desk_, name));
        const int known = versions.empty() ? 0 : versions.front().course.version;
        FRIST_TRY(const Checked checked, checked_course(desk_, now_.mode, body, std::nullopt));
        for (const Error& error : checked.wrong)
            taken_.wrong.push_back(in_file({error.code, error.field.substr(std::min(error.field.size(), std::string_view("course.").size())), error.message, error.remedy}, of_course + name));
        if (!checked.wrong.empty() || (!versions.empty() && course_body(versions.front()) == body)) return done;
        const auto kept = keep_course(desk_, now_.mode, name, known, body, wish_.person);
        if (!kept.ok() && kept.error().code.starts_with("store.")) return kept.error();
        if (!kept.ok()) taken_.wrong.push_back(in_file({kept.error().code, "", kept.error().message, kept.error().remedy}, of_course + name));
        else taken_.changes.push_back({of_course + name, version_or_null(known), kept->course.version});
        return done;
    }

    void read_values() {
        json::object record = to_json(creditor_);
        json::object rules = to_json(before_.rules);
        now_ = creditor_;
        rules_ = before_.rules;
        const json::object* list = part("settings");
        if (list == nullptr) return;
        const Named here = values_of(creditor_, before_.rules);
        for (const auto& [key, value] : *list) {
            const std::string name(key);
            const json::value* old = value_named(here, name);
            if (old == nullptr || !travels(name)) taken_.wrong.push_back({"settings.unknown", of_settings + name, "there is no such setting", "Export the settings to see their names."});
            else if (*old == value || !wanted(name)) continue;
            else if (name.starts_with(of_automation)) set(rules, name, name.substr(of_automation.size()), *old, value, rules_);
            else set(record, name, name, *old, value, now_);
        }
    }

    bool wanted(const std::string& name) {
        if (is_company(name) && !wish_.company) {
            taken_.left.push_back({"settings.company", of_settings + name, "is the creditor's own and was left as it is", "Bring the file with company to take it too."});
            return false;
        }
        if (is_machine(name) && !wish_.machine) {
            taken_.left.push_back({"settings.machine", of_settings + name, "belongs to the machine and was left as it is", "Bring the file there: frist settings import."});
            return false;
        }
        return true;
    }

    // Puts one value in its place, when it can be read there.
    template <class Record>
    void set(json::object& object, const std::string& name, const std::string& path, const json::value& old, const json::value& value, Record& record) {
        json::object tried = object;
        place_of(tried, path) = value;
        Result<Record> read = from_json<Record>(tried);
        if (!read.ok()) {
            taken_.wrong.push_back({"json.type", of_settings + name, "the value does not have the wanted form", "Write it as the export does."});
            return;
        }
        object = std::move(tried);
        record = std::move(*read);
        taken_.changes.push_back({name, old, value});
    }

    void wrong(const Error& error, const std::string& before) { taken_.wrong.push_back(in_file(error, before)); }

    // What must hold of all of it together.
    Outcome fit() {
        FRIST_TRY(const auto known, courses(desk_));
        const Outcome settled = settle_creditor(now_, names_of_courses(known));
        if (!settled.ok()) wrong(settled.error(), "settings");
        else if (now_.course_person != creditor_.course_person || now_.course_business != creditor_.course_business) {
            const Outcome lawful = courses_fit(desk_, now_);
            if (!lawful.ok() && lawful.error().code.starts_with("store.")) return lawful.error();
            if (!lawful.ok()) wrong(lawful.error(), "settings");
        }
        fit_numbers();
        for (const std::string& group : rules_.excluded_groups)
            if (group.empty() || !good_group(group)) wrong({"debtor.group", "excluded_groups", "is no name of a group", "Use one line of at most 60 characters."}, of_settings + "automation");
        fit_wordings();
        if (rules_ == before_.rules) return done;
        const auto ruled = set_automation(desk_, now_, {rules_, before_.number, wish_.person});
        if (!ruled.ok() && ruled.error().code.starts_with("store.")) return ruled.error();
        if (!ruled.ok()) wrong(ruled.error(), of_settings + "automation");
        return done;
    }

    void fit_numbers() {
        for (const auto& [value, name] : {std::pair(now_.max_ledger_age_hours, "max_ledger_age_hours"), std::pair(now_.max_bank_age_hours, "max_bank_age_hours"), std::pair(now_.daily_letter_limit, "daily_letter_limit")})
            if (value < 0) wrong({"settings.number", name, "is less than nothing", "Give 0 for no limit."}, "settings");
        if (now_.ea_agreement.empty()) return;
        const auto code = letters::code_of({now_.ea_agreement, now_.ea_level, "1", now_.ea_symbol});
        if (!code.ok()) wrong({"creditor.ea", "ea_" + code.error().field, code.error().message, code.error().remedy}, "settings");
    }

    void fit_wordings() {
        for (std::size_t i = 0; i < now_.texts.size(); ++i) {
            const AdaptedText& text = now_.texts[i];
            if (std::any_of(creditor_.texts.begin(), creditor_.texts.end(), [&](const AdaptedText& old) { return to_json(old) == to_json(text); })) continue;
            CreditorRecord scratch;
            const auto used = use_wording(scratch, {text.kind, text.language}, fmt::format("{}.{}", name_of(text.kind), name_of(text.language)), text.bytes, text.reason);
            if (!used.ok()) wrong(used.error(), fmt::format("settings.texts[{}]", i));
        }
    }

    Outcome keep() {
        std::sort(now_.stop_days.begin(), now_.stop_days.end());
        mark_changes(creditor_, now_, wish_.person, desk_.today);
        FRIST_TRY_DONE(desk_.store.set_creditor(desk_.creditor, stored(now_)));
        if (rules_ == before_.rules) return done;
        FRIST_TRY(taken_.cases_changed, spread(desk_, rules_));
        return done;
    }
};

}  // namespace

std::vector<std::string> setting_names() {
    std::vector<std::string> names;
    for (const auto& [name, value] : values_of({}, {})) names.push_back(name);
    return names;
}

Result<std::vector<SettingRow>> settings(const Desk& desk, const CreditorRecord& creditor) {
    FRIST_TRY(const AutomationNow now, automation(desk));
    FRIST_TRY(const std::vector<AutomationRow> history, desk.store.automations(desk.creditor, histories));
    const Named fresh = values_of({}, {});
    std::vector<SettingRow> rows;
    for (auto& [name, value] : values_of(creditor, now.rules)) {
        Mark mark = mark_of(creditor, name);
        if (name.starts_with(of_automation)) {
            FRIST_TRY(mark, mark_of_rule(history, name));
        }
        rows.push_back({name, value, *value_named(fresh, name), meaning_of(name), mark.on, mark.by});
    }
    FRIST_TRY(const std::vector<KeptCourse> known, courses(desk));
    for (const KeptCourse& kept : known)
        if (!kept.built_in) rows.push_back({of_course + kept.course.name, kept.course.version, nullptr, meaning_of(of_course), kept.kept_on, kept.by});
    return rows;
}

const SettingMark* mark_of_wording(const CreditorRecord& creditor, letters::Kind kind, letters::Language language) {
    const auto found = find_mark(creditor, name_of_wording(kind, language));
    return found == creditor.marks.end() ? nullptr : &*found;
}

void mark_changes(const CreditorRecord& before, CreditorRecord& now, Id by, Date on) {
    const auto mark = [&](const std::string& name) {
        std::erase_if(now.marks, [&](const SettingMark& one) { return one.name == name; });
        now.marks.push_back({name, on, by});
    };
    const Named old = named(before, "");
    for (const auto& [name, value] : named(now, ""))
        if (*value_named(old, name) != value) mark(name);
    const auto wordings = [](const CreditorRecord& record) {
        std::map<std::string, std::string> bytes;
        for (const AdaptedText& text : record.texts) bytes.emplace(name_of_wording(text.kind, text.language), text.bytes);
        return bytes;
    };
    const auto were = wordings(before);
    const auto are = wordings(now);
    for (const auto& [name, bytes] : are)
        if (const auto same = were.find(name); same == were.end() || same->second != bytes) mark(name);
    for (const auto& [name, bytes] : were)
        if (!are.contains(name)) mark(name);
}

Result<json::object> settings_file(const Desk& desk, const CreditorRecord& creditor) {
    FRIST_TRY(const AutomationNow now, automation(desk));
    json::object values;
    for (auto& [name, value] : values_of(creditor, now.rules))
        if (travels(name)) values[name] = std::move(value);
    json::object bodies;
    FRIST_TRY(const std::vector<KeptCourse> known, courses(desk));
    for (const KeptCourse& kept : known)
        if (!kept.built_in) bodies[kept.course.name] = course_body(kept);
    return json::object{{"frist_settings", settings_version}, {"settings", std::move(values)}, {"courses", std::move(bodies)}};
}

Result<SettingsTaken> take_settings(const Desk& desk, const CreditorRecord& creditor, const SettingsWish& wish) {
    return Reading(desk, creditor, wish).run();
}

}  // namespace frist::office
