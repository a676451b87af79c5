#include "access/rights.h"

#include "base/pch.h"

namespace frist::access {
namespace {

// The one table of who may do what. A column is a role or the scope of a key, in the order of their enumerations.
struct Row {
    Right right;
    std::string_view roles;   // owner, administrator, handler, reader, client
    std::string_view scopes;  // read, write, import
};
// clang-format off
constexpr Row table[] = {
    {Right::read_cases,        "x x x x x", "x x ."},
    {Right::read_reports,      "x x x x x", "x x ."},
    {Right::read_settings,     "x x x x .", "x x ."},
    {Right::export_data,       "x x x . .", "x x ."},
    {Right::act_on_cases,      "x x x . .", ". x ."},
    {Right::register_payments, "x x x . .", ". x x"},
    {Right::import_ledger,     "x x x . .", ". x x"},
    {Right::send_letters,      "x x x . .", ". x ."},
    {Right::manage_creditor,   "x x . . .", ". x ."},
    {Right::read_log,          "x x . . .", "x x ."},
    {Right::add_creditor,      "x x . . .", ". . ."},
    {Right::run_night,         "x x . . .", ". . ."},
    {Right::manage_people,     "x x . . .", ". . ."},
    {Right::manage_keys,       "x x . . .", ". . ."},
    {Right::own_keys,          "x x x . .", ". . ."},
};
// clang-format on

constexpr bool every_right_has_its_row() {
    for (std::size_t i = 0; i < right_count; ++i)
        if (static_cast<std::size_t>(table[i].right) != i) return false;
    return std::size(table) == right_count;
}
static_assert(every_right_has_its_row());

bool marked(std::string_view columns, std::size_t column) {
    return columns[2 * column] == 'x';
}

bool among(const std::vector<Lent>& lent, Id creditor) {
    return std::any_of(lent.begin(), lent.end(), [&](const Lent& one) { return one.creditor == creditor; });
}

Error denied(std::string message, std::string remedy) {
    return {"access.denied", "", std::move(message), std::move(remedy)};
}

Outcome may_as(Role role, const Who& who, Right right) {
    if (!has(role, right))
        return denied("your role does not include this", "Ask an administrator for a role that does.");
    const auto scope_has = [&](Scope scope) { return has(scope, right); };
    if (who.key != 0 && std::none_of(who.scopes.begin(), who.scopes.end(), scope_has))
        return denied("this key is not for that", "Make a key with the scope that is needed, or do it as a person.");
    return done;
}

Outcome may_at_all(const Who& who, Right right) {
    return may_as(who.role, who, right);
}

}  // namespace

bool has(Role role, Right right) {
    return marked(table[static_cast<std::size_t>(right)].roles, static_cast<std::size_t>(role));
}
bool has(Scope scope, Right right) {
    return marked(table[static_cast<std::size_t>(right)].scopes, static_cast<std::size_t>(scope));
}

Outcome may(const Who& who, Right right, std::optional<Id> creditor) {
    if (!creditor) return may_at_all(who, right);
    if (!covers(who.reach, *creditor)) return creditor_unknown();
    return may_as(role_with(who, *creditor), who, right);
}

Reach own(const Who& who) {
    Reach rest = who.reach;
    std::erase_if(rest.creditors, [&](Id creditor) { return among(who.lent, creditor); });
    return rest;
}

Role role_with(const Who& who, Id creditor) {
    std::optional<Role> lent;
    for (const Lent& one : who.lent)
        if (one.creditor == creditor) lent = std::min(lent.value_or(one.role), one.role);
    return lent ? std::max(who.role, *lent) : who.role;
}

Reach reach_for(const Who& who, Right right) {
    Reach reach = who.reach;
    if (!reach.all && may_at_all(who, right).ok())
        std::erase_if(reach.creditors, [&](Id creditor) { return !may(who, right, creditor).ok(); });
    return may_at_all(who, right).ok() ? reach : Reach{};
}

Outcome may_for_all(const Who& who, Right right) {
    FRIST_TRY_DONE(may_at_all(who, right));
    if (who.reach.all) return done;
    return denied("this concerns every creditor, and you see only some", "Ask for one creditor at a time.");
}

std::vector<Right> rights_with(const Who& who, Id creditor) {
    std::vector<Right> rights;
    for (const Row& row : table)
        if (may(who, row.right, row.right <= Right::read_log ? std::optional<Id>(creditor) : std::nullopt).ok()) rights.push_back(row.right);
    return rights;
}

std::vector<Right> rights_of(const Who& who) {
    std::vector<Right> rights;
    for (const Row& row : table)
        if (may_at_all(who, row.right).ok()) rights.push_back(row.right);
    return rights;
}

Outcome may_give(const Who& who, Role role, const Reach& reach) {
    FRIST_TRY_DONE(may_at_all(who, Right::manage_people));
    if (role < who.role) return denied("this role is above your own", "Ask an owner.");
    if (!within(reach, who.reach))
        return denied("these are not all creditors that you see", "Name only creditors that you see.");
    if (role == Role::owner && !reach.all)
        return Error{"access.reach", "creditors", "an owner sees every creditor",
                     "Give every creditor, or another role."};
    if (role == Role::client && reach.all)
        return Error{"access.reach", "creditors", "a client user sees named creditors only", "Name the creditors."};
    if (!reach.all && reach.creditors.empty())
        return Error{"access.reach", "creditors", "no creditor is named", "Name at least one creditor, or all."};
    return done;
}

Error creditor_unknown() {
    return {"creditor.unknown", "creditor", "there is no creditor with this organisation number",
            "Look at the list of creditors."};
}

Reach Reach::of(std::vector<Id> creditors) {
    std::sort(creditors.begin(), creditors.end());
    creditors.erase(std::unique(creditors.begin(), creditors.end()), creditors.end());
    return {false, std::move(creditors)};
}

bool covers(const Reach& reach, Id creditor) {
    return reach.all || std::binary_search(reach.creditors.begin(), reach.creditors.end(), creditor);
}

bool within(const Reach& inner, const Reach& outer) {
    if (outer.all) return true;
    return !inner.all && std::includes(outer.creditors.begin(), outer.creditors.end(), inner.creditors.begin(),
                                       inner.creditors.end());
}

Reach both(const Reach& one, const Reach& other) {
    if (one.all) return other;
    if (other.all) return one;
    Reach shared;
    std::set_intersection(one.creditors.begin(), one.creditors.end(), other.creditors.begin(), other.creditors.end(),
                          std::back_inserter(shared.creditors));
    return shared;
}

std::string text(const Reach& reach) {
    return reach.all ? "all" : fmt::format("{}", fmt::join(reach.creditors, ","));
}

Result<Reach> reach_of(std::string_view text) {
    if (text == "all") return Reach::everything();
    std::vector<Id> creditors;
    while (!text.empty()) {
        const std::string_view number = text.substr(0, text.find(','));
        Id id = 0;
        const auto [end, wrong] = std::from_chars(number.data(), number.data() + number.size(), id);
        if (wrong != std::errc{} || end != number.data() + number.size() || id <= 0)
            return Error{"access.reach", "creditors", "this is no list of creditors",
                         "Write all, or their numbers with commas."};
        creditors.push_back(id);
        text.remove_prefix(std::min(number.size() + 1, text.size()));
    }
    return Reach::of(std::move(creditors));
}

}  // namespace frist::access
