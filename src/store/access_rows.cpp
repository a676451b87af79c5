#include "store/access_rows.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store::people {

std::optional<Instant> maybe_instant(Statement& s) {
    const std::int64_t second = s.whole();
    return second == 0 ? std::nullopt : std::optional<Instant>(Instant{second});
}
Instant instant(Statement& s) {
    return {s.whole()};
}

void bind_maybe(Statement& s, const std::optional<Instant>& at) {
    if (at)
        s.bind(at->second);
    else
        s.bind(std::optional<Date>{});
}

// Read back, not parsed: it was written from a Reach.
Reach reach(Statement& s) {
    const Result<Reach> read = reach_of(s.view());
    FRIST_CHECK(read.ok());
    return *read;
}

std::string words_of(const std::vector<Scope>& scopes) {
    std::string words;
    for (const Scope scope : scopes) words += (words.empty() ? "" : " ") + std::string(name_of(scope));
    return words;
}
std::vector<Scope> scopes_of(std::string_view words) {
    std::vector<Scope> scopes;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        scopes.push_back(known<Scope>(word));
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    return scopes;
}

PersonRow person_of(Statement& s) {
    PersonRow row;
    row.id = s.whole();
    row.version = s.whole();
    row.email = s.word();
    row.name = s.word();
    row.language = s.word();
    row.role = known<Role>(s.view());
    row.reach = reach(s);
    row.password = s.word();
    row.made = instant(s);
    row.removed = maybe_instant(s);
    return row;
}
ViewRow view_of(Statement& s) {
    ViewRow row;
    row.id = s.whole();
    row.version = s.whole();
    row.person = s.whole();
    row.of = known<ViewOf>(s.view());
    row.name = s.word();
    row.shared = s.whole() != 0;
    row.body = s.word();
    return row;
}
FactorRow factor_of(Statement& s) {
    FactorRow row;
    row.person = s.whole();
    row.secret = s.word();
    row.confirmed = s.whole() != 0;
    row.last_step = s.whole();
    return row;
}
SessionRow session_of(Statement& s) {
    SessionRow row;
    row.id = s.whole();
    row.person = s.whole();
    row.hash = s.word();
    row.made = instant(s);
    row.seen = instant(s);
    row.device = s.word();
    row.second_factor = s.whole() != 0;
    return row;
}
LinkRow link_of(Statement& s) {
    LinkRow row;
    row.id = s.whole();
    row.kind = known<LinkKind>(s.view());
    row.hash = s.word();
    row.email = s.word();
    row.role = known<Role>(s.view());
    row.reach = reach(s);
    row.person = s.whole();
    row.by = s.whole();
    row.made = instant(s);
    row.ends = instant(s);
    return row;
}
MandateRow mandate_of(Statement& s) {
    MandateRow row;
    row.id = s.whole();
    row.creditor = s.whole();
    row.role = known<Role>(s.view());
    row.hash = s.word();
    row.by = s.whole();
    row.made = instant(s);
    row.ends = instant(s);
    row.person = s.whole();
    row.taken = maybe_instant(s);
    row.ended = maybe_instant(s);
    return row;
}
KeyRow key_of(Statement& s) {
    KeyRow row;
    row.id = s.whole();
    row.person = s.whole();
    row.name = s.word();
    row.hash = s.word();
    row.shown = s.word();
    row.scopes = scopes_of(s.view());
    row.reach = reach(s);
    row.made = instant(s);
    row.ends = maybe_instant(s);
    row.last_used = s.maybe_date();
    row.revoked = maybe_instant(s);
    return row;
}
ActRow act_of(Statement& s) {
    ActRow row;
    row.number = s.whole();
    row.at = instant(s);
    row.person = s.whole();
    row.key = s.whole();
    row.what = s.word();
    row.creditor = s.whole();
    row.on = s.word();
    row.hash = s.word();
    return row;
}

WishRow wish_of(Statement& s) {
    WishRow row;
    row.person = s.whole();
    row.ready = s.whole() != 0;
    row.legal = s.whole() != 0;
    row.held = s.whole() != 0;
    row.pace = known<Pace>(s.view());
    return row;
}
MailRow mail_of(Statement& s) {
    MailRow row;
    row.id = s.whole();
    row.person = s.whole();
    row.day = s.date();
    row.made = instant(s);
    row.creditor = s.whole();
    row.state = known<MailState>(s.view());
    row.begun = s.word();
    row.tries = s.whole();
    row.said = s.word();
    return row;
}
NewsRow news_of(Statement& s) {
    NewsRow row;
    row.kind = known<NewsKind>(s.view());
    row.creditor = s.whole();
    row.case_id = s.whole();
    row.what = s.word();
    row.mail = s.whole();
    return row;
}

IdentityRow identity_of(Statement& s) {
    IdentityRow row;
    row.issuer = s.word();
    row.subject = s.word();
    row.person = s.whole();
    row.made = instant(s);
    return row;
}
PasskeyRow passkey_of(Statement& s) {
    PasskeyRow row;
    row.id = s.whole();
    row.person = s.whole();
    row.credential = s.word();
    row.key = s.word();
    row.count = s.whole();
    row.name = s.word();
    row.made = instant(s);
    row.used = maybe_instant(s);
    return row;
}

}  // namespace frist::store::people
