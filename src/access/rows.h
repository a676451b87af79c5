// What is kept of people, as rows. E-mail and name of a person stand in `PersonRow` and `LinkRow` and nowhere else.
#pragma once
#include "access/instant.h"
#include "access/rights.h"

namespace frist::access {

struct PersonRow {
    Id id = 0;
    std::int64_t version = 1;  // grows with every change; If-Match
    std::string email;         // as normal_email gives it
    std::string name;
    std::string language;  // "nb", "nn", "en", "sv"
    Role role = Role::client;
    Reach reach;
    std::string password;  // as Hasher gives it
    Instant made;
    std::optional<Instant> removed;  // the row stays, so that the log can say who it was
};

// A second factor: an app that shows codes of six digits.
struct FactorRow {
    Id person = 0;
    std::string secret;          // sealed
    bool confirmed = false;      // until a first code has come it asks for nothing
    std::int64_t last_step = 0;  // of 30 seconds: the last one whose code was taken
};

struct SessionRow {
    Id id = 0;
    Id person = 0;
    std::string hash;  // SHA-256 of the token
    Instant made;
    Instant seen;        // to the minute
    std::string device;  // what the browser calls itself, for the list of sessions
    bool second_factor = false;
};

// The password was right and the second factor is awaited.
struct TicketRow {
    std::string hash;
    Id person = 0;
    Instant ends;
};

enum class LinkKind { first_owner, invite, password };
constexpr auto names_of(LinkKind) {
    return std::to_array<std::string_view>({"first_owner", "invite", "password"});
}

// A link that works once: the first owner's, an invitation, or a new password for a person who has lost theirs.
struct LinkRow {
    Id id = 0;
    LinkKind kind = LinkKind::invite;
    std::string hash;
    std::string email;         // of an invite
    Role role = Role::client;  // of an invite
    Reach reach;               // of an invite
    Id person = 0;             // of a new password
    Id by = 0;                 // who made it; 0: the first start
    Instant made;
    Instant ends;
};

// A creditor that somebody of another office may work for. Its code waits until it is taken; what has ended stays.
struct MandateRow {
    Id id = 0;
    Id creditor = 0;
    Role role = Role::reader;  // nobody is more by it
    std::string hash;          // of the code
    Id by = 0;                 // who made it
    Instant made;
    Instant ends;              // the code
    Id person = 0;             // who took it; 0: nobody yet
    std::optional<Instant> taken;
    std::optional<Instant> ended;
};

struct KeyRow {
    Id id = 0;
    Id person = 0;
    std::string name;  // what the person calls it
    std::string hash;
    std::string shown;  // its beginning, to know it by
    std::vector<Scope> scopes;
    Reach reach;
    Instant made;
    std::optional<Instant> ends;
    std::optional<Date> last_used;  // the day only
    std::optional<Instant> revoked;
};

// Attempts that failed, or are under way, by what they were made with (SHA-256).
struct FailureRow {
    std::string of;
    int count = 0;
    Instant last;
};

// One line of the log of who did what: ids and never names. Each is linked to the one before by SHA-256.
struct ActRow {
    std::int64_t number = 0;  // from 1, without gaps
    Instant at;
    Id person = 0;  // 0: nobody who is known
    Id key = 0;
    std::string what;  // "log-in", "case-pause"
    Id creditor = 0;   // 0: none
    std::string on;    // "case 17", "person 3"
    std::string hash;
};

struct ActFilter {
    Reach reach;                 // acts with these creditors, all of them when it is all,
    Id own = 0;                  // and those of this person
    std::optional<Id> creditor;  // of these, the ones with this creditor
    std::optional<Id> person;    // and by this person
    std::int64_t before = 0;     // numbers below this one; 0: from the newest
    std::int64_t limit = 100;
};

// A list as somebody wants to see it. What its body says is the doors' affair.
enum class ViewOf { cases, ledger, debtors };
constexpr auto names_of(ViewOf) {
    return std::to_array<std::string_view>({"cases", "ledger", "debtors"});
}
struct ViewRow {
    Id id = 0;
    std::int64_t version = 1;
    Id person = 0;  // whose it is
    ViewOf of = ViewOf::cases;
    std::string name;
    bool shared = false;  // colleagues of the office see it too
    std::string body;     // JSON: filter, order, columns
};

struct Setting {
    std::string name;
    std::string value;  // JSON
};

// What a person may want to be told of by e-mail.
enum class NewsKind {
    ready,  // the case waits for its next step: a letter may leave, or waits for a yes
    legal,  // a person has to choose: the legal stage
    held,   // a letter or the whole case is held back
};
constexpr auto names_of(NewsKind) {
    return std::to_array<std::string_view>({"ready", "legal", "held"});
}
enum class Pace { daily, at_once };
constexpr auto names_of(Pace) {
    return std::to_array<std::string_view>({"daily", "at_once"});
}
struct WishRow {
    Id person = 0;
    bool ready = false;
    bool legal = false;
    bool held = false;
    Pace pace = Pace::daily;
    [[nodiscard]] bool any() const { return ready || legal || held; }
};

// A case number and a word of texts/mails: nothing about a debtor.
struct NewsRow {
    NewsKind kind = NewsKind::ready;
    Id creditor = 0;
    Id case_id = 0;
    std::string what;  // "notice", "choose"; empty: nothing more to say
    Id mail = 0;       // that told it
};

enum class MailState {
    waiting,
    begun,   // handed to the mail server, whose answer is not known yet
    sent,
    failed,  // refused for good, or nobody knows whether it left
};
constexpr auto names_of(MailState) {
    return std::to_array<std::string_view>({"waiting", "begun", "sent", "failed"});
}
struct MailRow {
    Id id = 0;
    Id person = 0;
    Date day;         // the creditor's day it was made on
    Instant made;
    Id creditor = 0;  // by whose mail server
    MailState state = MailState::waiting;
    std::string begun;  // the creditor's clock when it was last begun; empty: never
    std::int64_t tries = 0;
    std::string said;   // by the server
};

struct TermsRow {
    std::int64_t version = 0;
    Date starts;
    std::string title;
    std::string text;  // plain
    Instant made;
};

// An account of a login that somebody else runs, and whose it is here.
struct IdentityRow {
    std::string issuer;
    std::string subject;
    Id person = 0;
    Instant made;
};

struct PasskeyRow {
    Id id = 0;
    Id person = 0;
    std::string credential;  // base64url
    std::string key;         // COSE, base64url
    std::int64_t count = 0;  // as the authenticator last said; 0: it does not count
    std::string name;        // what the person calls it
    Instant made;
    std::optional<Instant> used;
};

}  // namespace frist::access
