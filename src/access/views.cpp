#include "access/views.h"

#include "access/opening.h"
#include "base/pch.h"
#include "base/strict_json.h"

namespace frist::access {
namespace {

Error unknown(Id id) {
    return {"view.unknown", fmt::format("view {}", id), "there is no such view of yours", "Look at the list of views."};
}

Outcome fit(const Who& who, const ViewRow& view) {
    if (view.name.empty() || view.name.size() > 240 || view.name.find_first_not_of(' ') == view.name.npos)
        return Error{"view.name", "name", "is empty or longer than 60 characters", "Give the view a short name."};
    if (view.body.size() > longest_view || !parse_json(view.body).ok())
        return Error{"view.body", "filter", fmt::format("is longer than {} bytes", longest_view), "Save less in one view."};
    if (view.shared && who.role == Role::client)
        return Error{"access.denied", "shared", "views are shared within the office", "Keep the view for yourself."};
    return done;
}

bool same_name(const ViewRow& one, const ViewRow& other) {
    return one.id != other.id && one.of == other.of && one.name == other.name;
}

}  // namespace

Result<std::vector<View>> views(const Porter& porter, const Who& who) {
    std::vector<View> seen;
    if (who.key != 0) return seen;
    FRIST_TRY(std::vector<ViewRow> own, porter.store.views(who.person));
    for (ViewRow& row : own) seen.push_back({std::move(row), true, ""});
    if (who.role != Role::client) {
        FRIST_TRY(std::vector<ViewRow> shared, porter.store.shared_views());
        for (ViewRow& row : shared) {
            if (row.person == who.person) continue;
            FRIST_TRY(const auto colleague, porter.store.person(row.person));
            if (!colleague || colleague->removed) continue;
            seen.push_back({std::move(row), false, colleague->name});
        }
    }
    std::stable_sort(seen.begin(), seen.end(), [](const View& a, const View& b) { return a.row.name < b.row.name; });
    return seen;
}

Result<Id> put_view(const Porter& porter, const Who& who, const ViewRow& view) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY_DONE(fit(who, view));
    return kept(porter.store, [&]() -> Result<Id> {
        FRIST_TRY(const std::vector<ViewRow> own, porter.store.views(who.person));
        const auto here = std::find_if(own.begin(), own.end(), [&](const ViewRow& one) { return one.id == view.id; });
        if (view.id != 0 && here == own.end()) return unknown(view.id);
        if (view.id == 0 && own.size() >= most_views)
            return Error{"view.many", "name", fmt::format("there are {} views already", most_views), "Take some away first."};
        if (std::any_of(own.begin(), own.end(), [&](const ViewRow& one) { return same_name(one, view); }))
            return Error{"view.name", "name", "is the name of another view of yours", "Give it another name, or change that one."};
        ViewRow row = view;
        row.person = who.person;
        return porter.store.put_view(row);
    });
}

Outcome drop_view(const Porter& porter, const Who& who, Id view) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const auto row, porter.store.view(view));
        if (!row || row->person != who.person) return unknown(view);
        return porter.store.drop_view(view);
    });
}

}  // namespace frist::access
