// All that somebody can set for a creditor: one list with what each is, means and was, and one file that carries it to
// another creditor or another installation. Secrets, debtors and what belongs to the machine stay where they are.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

struct SettingRow {
    std::string name;             // kid_length, address.street, automation.days_overdue, courses.Rolig
    boost::json::value value;
    boost::json::value fallback;  // what a new creditor has
    std::string means;            // one sentence
    std::optional<Date> set_on;   // when it last changed; none: never, or before this was kept
    Id set_by = 0;                // 0: the command line, or nobody
};
// By groups, as a person reads them. Errors store.*.
Result<std::vector<SettingRow>> settings(const Desk& desk, const CreditorRecord& creditor);

// The names of the variables of a creditor's record and of the rules of what starts by itself; without courses.
std::vector<std::string> setting_names();

// When a wording of the creditor's was taken into use or given up, and by whom; none: never, or before this was kept.
const SettingMark* mark_of_wording(const CreditorRecord& creditor, letters::Kind kind, letters::Language language);

// Writes into `now` who changed what against `before` on this day. To be called before a creditor's record is kept.
void mark_changes(const CreditorRecord& before, CreditorRecord& now, Id by, Date on);

inline constexpr std::int64_t settings_version = 1;

// {"frist_settings": 1, "settings": {name: value}, "courses": {name: course}}. Errors store.*.
Result<boost::json::object> settings_file(const Desk& desk, const CreditorRecord& creditor);

// What somebody brings a file for.
struct SettingsWish {
    const boost::json::object& file;
    bool company = false;   // name, address, account and the agency's too
    bool machine = false;   // the doors letters leave by: whoever asks sits at the machine
    bool check = false;     // nothing is kept
    Id person = 0;
};
struct SettingChanged {
    std::string name;
    boost::json::value before;
    boost::json::value after;
};
struct SettingsTaken {
    std::vector<SettingChanged> changes;   // courses: their version before and after; null: there is none
    std::vector<Error> left;               // said otherwise by the file and not taken: settings.company, settings.machine
    std::vector<Error> wrong;              // with any of these nothing is kept
    std::int64_t cases_changed = 0;        // running cases that follow other criteria now; with `check`, that would
};
// All that the file names, or nothing. Mistakes of the file are in `wrong`, each by its place in it; errors are those of the
// store. A second time changes nothing.
Result<SettingsTaken> take_settings(const Desk& desk, const CreditorRecord& creditor, const SettingsWish& wish);

}  // namespace frist::office
