// access: who comes in, and what each may do. Persons and their roles, the creditors each may see, passwords, second
// factors, sessions, keys for programs, invitations, and the log of who did what. Every question "may this be done?"
// is answered here and nowhere else: may(). Nothing here reads a clock or makes chance; both come in as arguments.
#pragma once
#include "base/fields.h"
#include "base/result.h"

#include <compare>

namespace frist::access {

using Id = std::int64_t;

// What a route needs. One route needs one right.
enum class Right {
    // of one creditor
    read_cases,         // cases, debtors, invoices, letters, documents, payments
    read_reports,       // sums and counts: dashboard, money in, fees, postage
    read_settings,      // how the creditor is set up: courses, texts, accounts, channels
    export_data,        // files of many rows, evidence packs
    act_on_cases,       // start, pause, withdraw, object, credit, merge, note
    register_payments,  // by hand and from bank files; money in suspense
    import_ledger,      // lists of open items, invoices, customers
    send_letters,       // approve, write, post, dispatch
    manage_creditor,    // what read_settings shows
    read_log,           // the acts of others
    // of the office
    add_creditor,
    run_night,
    manage_people,  // invite, change, remove; who sees which creditor
    manage_keys,    // keys of others; one's own need own_keys
    own_keys,
};
constexpr auto names_of(Right) {
    return std::to_array<std::string_view>({"read_cases", "read_reports", "read_settings", "export_data",
                                            "act_on_cases", "register_payments", "import_ledger", "send_letters",
                                            "manage_creditor", "read_log", "add_creditor", "run_night", "manage_people",
                                            "manage_keys", "own_keys"});
}
constexpr std::size_t right_count = names_of(Right{}).size();

// In falling order: who may give a role may give the ones after it.
enum class Role { owner, administrator, handler, reader, client };
constexpr auto names_of(Role) {
    return std::to_array<std::string_view>({"owner", "administrator", "handler", "reader", "client"});
}

// What a key for programs is for. A key has one or several.
enum class Scope { read, write, import };
constexpr auto names_of(Scope) {
    return std::to_array<std::string_view>({"read", "write", "import"});
}

// The creditors that somebody sees: all there are and will be, or these.
struct Reach {
    bool all = false;
    std::vector<Id> creditors;  // rising, each once; empty when all
    bool operator==(const Reach&) const = default;

    static Reach everything() { return {true, {}}; }
    static Reach of(std::vector<Id> creditors);  // in any order
};
bool covers(const Reach& reach, Id creditor);
bool within(const Reach& inner, const Reach& outer);  // nothing in `inner` that `outer` lacks
Reach both(const Reach& one, const Reach& other);     // what is in each
std::string text(const Reach& reach);                 // "all", "3,7", "" for none
Result<Reach> reach_of(std::string_view text);        // error access.reach

// A creditor of another office that somebody works for by a mandate.
struct Lent {
    Id creditor = 0;
    Role role = Role::reader;  // at most this
    Id mandate = 0;
};

// Who asks: a person who has logged in, or a key that acts for one. Made by who_of_session and who_of_key.
struct Who {
    Id person = 0;
    Id key = 0;      // 0: the person
    Id session = 0;  // 0: a key
    Role role = Role::client;
    Reach reach;                 // all that are seen, by mandate too
    std::vector<Lent> lent;      // those of them that are seen by mandate only
    std::vector<Scope> scopes;   // of a key; a person's own doings know none
    bool second_factor = false;  // the session was opened with one
};

// Whether `who` may do what needs `right`, with this creditor when it concerns one. Errors: creditor.unknown for one
// that `who` may not see, the very same as for one that there is not, and told first, so that it can be tried by
// nobody; access.denied when the role or the scopes of the key lack the right.
Outcome may(const Who& who, Right right, std::optional<Id> creditor);
// The same for what concerns every creditor at once (a night for all, a list over all): access.denied unless all are
// seen.
Outcome may_for_all(const Who& who, Right right);

// What is seen without a mandate: people and mandates are managed with these alone.
Reach own(const Who& who);
// What `who` is with a creditor that is seen: the own role, or less by a mandate.
Role role_with(const Who& who, Id creditor);
// The creditors with which `who` may do it.
Reach reach_for(const Who& who, Right right);

// The table behind it: for tests and for pages that show what a role may do.
bool has(Role role, Right right);
bool has(Scope scope, Right right);
// What `who` may do with any creditor that is seen; for the screen, which offers nothing else.
std::vector<Right> rights_of(const Who& who);
// With this one; those of the office are the same with each.
std::vector<Right> rights_with(const Who& who, Id creditor);

// Whether `who` may give somebody, or take from somebody, this role for these creditors: not above the own role, not
// beyond the own reach; an owner is given by an owner. A client user sees named creditors. Errors access.denied,
// access.reach.
Outcome may_give(const Who& who, Role role, const Reach& reach);

// For a route whose creditor there is not: what may() tells of one that may not be seen.
Error creditor_unknown();

}  // namespace frist::access
