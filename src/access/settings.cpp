#include "access/settings.h"

#include "access/opening.h"
#include "base/pch.h"
#include "base/strict_json.h"

namespace frist::access {
namespace {

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

}  // namespace

Result<std::vector<Setting>> my_settings(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.settings(who.person);
}

Outcome put_my_setting(const Porter& porter, const Who& who, const Setting& setting) {
    FRIST_TRY_DONE(only_a_person(who));
    if (!is_name(setting.name))
        return Error{"setting.name", "name", "is no name of a setting",
                     "Use a to z, digits, points, hyphens and underscores; 64 at most."};
    if (setting.value.size() > longest_setting)
        return Error{"setting.value", setting.name, fmt::format("is longer than {} bytes", longest_setting),
                     "Save less in one setting."};
    if (!setting.value.empty() && !parse_json(setting.value).ok())
        return Error{"setting.value", setting.name, "is no JSON", "Save a JSON value."};
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<Setting> there, porter.store.settings(who.person));
        const bool known =
            std::any_of(there.begin(), there.end(), [&](const Setting& one) { return one.name == setting.name; });
        if (!known && !setting.value.empty() && there.size() >= most_settings)
            return Error{"setting.many", setting.name, fmt::format("there are {} settings already", most_settings),
                         "Take some away first."};
        return porter.store.put_setting(who.person, setting);
    });
}

}  // namespace frist::access
