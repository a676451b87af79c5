#include "access/links.h"

#include "access/invited.h"
#include "access/opening.h"
#include "access/passwords.h"
#include "access/people.h"
#include "access/secrets.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"
#include "base/strict_json.h"

namespace frist::access {
namespace {

Error no_link() {
    return {"access.link", "", "this link works no more", "Ask for a new one."};
}

// Takes the link that the new one stands for, if there is one, so that only the newest works. Inside change().
Outcome replace_older(const Porter& porter, const LinkRow& link) {
    FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
    for (const LinkRow& older : links)
        if (older.kind == link.kind && older.email == link.email && older.person == link.person) {
            FRIST_TRY([[maybe_unused]] const bool dropped, porter.store.take_link(older.id));
        }
    return done;
}

// Keeps the link under the SHA-256 of a token that only the answer holds. Inside change().
Result<NewLink> keep_link(const Porter& porter, const Who& who, LinkRow link, const std::string& act, Instant now) {
    FRIST_TRY_DONE(replace_older(porter, link));
    NewLink made;
    made.token = new_token(porter.random);
    made.ends = link.ends;
    link.hash = sha256(made.token);
    if (who.person != 0) link.by = who.person;
    link.made = now;
    FRIST_TRY(made.link, porter.store.add_link(link));
    FRIST_TRY_DONE(write_act(porter, who, {act, std::nullopt, fmt::format("link {}", made.link)}, now));
    return made;
}

Result<LinkRow> open_row(const Porter& porter, std::string_view token, Instant now) {
    FRIST_TRY(std::optional<LinkRow> link, porter.store.link(sha256(token)));
    if (!link || link->ends <= now) return no_link();
    return std::move(*link);
}

// A link is worth what the person who made it may give on the day it is used; one to a new password, to the person as
// they are that day.
Outcome maker_may_still(const Porter& porter, const LinkRow& link) {
    if (link.kind == LinkKind::first_owner) {
        FRIST_TRY(const bool owned, has_owner(porter));
        return owned ? Outcome(no_link()) : Outcome(done);
    }
    FRIST_TRY(const std::optional<PersonRow> maker, porter.store.person(link.by));
    if (!maker || maker->removed) return no_link();
    FRIST_TRY(const std::optional<PersonRow> of, porter.store.person(link.person));
    FRIST_TRY(const Who who, who_of(porter, *maker));
    if (!of) return may_give(who, link.role, link.reach).ok() ? Outcome(done) : Outcome(no_link());
    FRIST_TRY(const Who theirs, who_of(porter, *of));
    return may_give(who, theirs.role, theirs.reach).ok() ? Outcome(done) : Outcome(no_link());
}

// An invitation is its maker's, and of those who see its creditors without a mandate.
bool may_see(const Who& who, const LinkRow& link) {
    return may_give(who, link.role, link.reach).ok() && (link.by == who.person || within(link.reach, own(who)));
}

OpenLink shown(const LinkRow& row) {
    return {row.id, row.kind, row.email, row.role, row.reach, row.by, row.made, row.ends};
}

// What the maker has by mandate the person gets by the same mandate: they are given, and leave the person's own creditors.
Result<std::vector<Id>> part(const Porter& porter, const LinkRow& link, PersonRow& person) {
    std::vector<Id> mandates;
    if (link.kind != LinkKind::invite) return mandates;
    FRIST_TRY(const std::optional<PersonRow> maker, porter.store.person(link.by));
    FRIST_CHECK(maker.has_value());
    FRIST_TRY(const Who who, who_of(porter, *maker));
    for (const Lent& one : who.lent)
        if (covers(person.reach, one.creditor)) mandates.push_back(one.mandate);
    std::erase_if(person.reach.creditors, [&](Id creditor) { return !covers(own(who), creditor); });
    return mandates;
}

// By password, passkey, or an account at the provider that is set up today.
Result<bool> has_a_way_in(const Porter& porter, const PersonRow& person) {
    if (!person.password.empty()) return true;
    FRIST_TRY(const std::vector<PasskeyRow> passkeys, porter.store.passkeys(person.id));
    if (!passkeys.empty()) return true;
    FRIST_TRY(const std::string provider, porter.store.site("oidc"));
    if (provider.empty()) return false;
    FRIST_TRY(const boost::json::value told, parse_json(provider));
    FRIST_TRY(JsonObject object, JsonObject::of(told, "oidc"));
    FRIST_TRY(const std::string issuer, object.text_or("issuer", ""));
    return porter.store.has_identity(person.id, issuer);
}

Outcome use_up(const Porter& porter, Id link) {
    FRIST_TRY(const bool fresh, porter.store.take_link(link));
    return fresh ? Outcome(done) : Outcome(no_link());
}

}  // namespace

Result<bool> has_owner(const Porter& porter) {
    FRIST_TRY(const std::vector<PersonRow> rows, porter.store.people());
    return std::any_of(rows.begin(), rows.end(),
                       [](const PersonRow& row) { return row.role == Role::owner && !row.removed; });
}

Result<std::optional<NewLink>> return_link(const Porter& porter, Instant now) {
    return kept(porter.store, [&]() -> Result<std::optional<NewLink>> {
        FRIST_TRY(const std::vector<PersonRow> rows, porter.store.people());
        const PersonRow* first = nullptr;
        for (const PersonRow& row : rows) {
            if (row.role != Role::owner || row.removed) continue;
            FRIST_TRY(const bool in, has_a_way_in(porter, row));
            if (in) return std::optional<NewLink>{};
            if (first == nullptr) first = &row;
        }
        if (first == nullptr) return std::optional<NewLink>{};
        LinkRow link;
        link.kind = LinkKind::password;
        link.person = link.by = first->id;
        link.role = first->role;
        link.reach = first->reach;
        link.ends = now + first_link_life;
        FRIST_TRY(NewLink made, keep_link(porter, Who{}, link, "password-link-make", now));
        return std::optional<NewLink>(std::move(made));
    });
}

Result<std::optional<NewLink>> first_link(const Porter& porter, Instant now) {
    return kept(porter.store, [&]() -> Result<std::optional<NewLink>> {
        FRIST_TRY(const bool owned, has_owner(porter));
        if (owned) return std::optional<NewLink>{};
        LinkRow link;
        link.kind = LinkKind::first_owner;
        link.role = Role::owner;
        link.reach = Reach::everything();
        link.ends = now + first_link_life;
        FRIST_TRY(NewLink made, keep_link(porter, Who{}, link, "first-link-make", now));
        return std::optional<NewLink>(std::move(made));
    });
}

Result<NewLink> invite(const Porter& porter, const Who& who, const Invitation& invitation, Instant now) {
    FRIST_TRY_DONE(may_give(who, invitation.role, invitation.reach));
    LinkRow link;
    link.kind = LinkKind::invite;
    FRIST_TRY(link.email, normal_email(invitation.email));
    link.role = invitation.role;
    link.reach = invitation.reach;
    link.ends = now + invite_life;
    return kept(porter.store, [&]() -> Result<NewLink> {
        FRIST_TRY(const std::optional<PersonRow> known, porter.store.person_of_email(link.email));
        if (known)
            return Error{"person.known", "email", "somebody with this e-mail is here already",
                         "Change the rights of that person."};
        return keep_link(porter, who, link, "person-invite", now);
    });
}

Result<NewLink> password_link(const Porter& porter, const Who& who, Id person, Instant now) {
    return kept(porter.store, [&]() -> Result<NewLink> {
        FRIST_TRY(const PersonRow row, one_to_manage(porter, who, person));
        LinkRow link;
        link.kind = LinkKind::password;
        link.person = row.id;
        link.role = row.role;
        link.reach = row.reach;
        link.ends = now + password_link_life;
        return keep_link(porter, who, link, "password-link-make", now);
    });
}

Result<OpenLink> look_at_link(const Porter& porter, std::string_view token, Instant now) {
    FRIST_TRY(const LinkRow link, open_row(porter, token, now));
    FRIST_TRY_DONE(maker_may_still(porter, link));
    return shown(link);
}

Result<std::vector<OpenLink>> open_invites(const Porter& porter, const Who& who, Instant now) {
    FRIST_TRY_DONE(may(who, Right::manage_people, std::nullopt));
    FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
    std::vector<OpenLink> open;
    for (const LinkRow& link : links)
        if (link.kind == LinkKind::invite && link.ends > now && may_see(who, link))
            open.push_back(shown(link));
    return open;
}

Outcome withdraw_link(const Porter& porter, const Who& who, Id link, Instant now) {
    FRIST_TRY_DONE(may(who, Right::manage_people, std::nullopt));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
        for (const LinkRow& row : links) {
            if (row.id != link || row.kind == LinkKind::first_owner || !may_see(who, row)) continue;
            FRIST_TRY_DONE(use_up(porter, link));
            return write_act(porter, who, {"link-withdraw", std::nullopt, fmt::format("link {}", link)}, now);
        }
        return Error{"link.unknown", fmt::format("link {}", link), "there is no such link",
                     "Look at the list of invitations."};
    });
}

Result<std::optional<LinkRow>> invite_to(const Porter& porter, const std::string& email, Instant now) {
    FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
    for (const LinkRow& link : links)
        if (link.kind == LinkKind::invite && link.email == email && link.ends > now && maker_may_still(porter, link).ok())
            return std::optional<LinkRow>(link);
    return std::optional<LinkRow>{};
}

Outcome use_invite(const Porter& porter, const LinkRow& link, PersonRow& person, Instant now) {
    FRIST_TRY_DONE(maker_may_still(porter, link));
    FRIST_TRY_DONE(use_up(porter, link.id));
    FRIST_TRY(const std::vector<Id> mandates, part(porter, link, person));
    FRIST_TRY(person.id, porter.store.put_person(person));
    for (const Id mandate : mandates) FRIST_TRY_DONE(porter.store.join_mandate(mandate, person.id));
    Who who;
    who.person = person.id;
    return write_act(porter, who, {"link-accept", std::nullopt, fmt::format("link {}", link.id)}, now);
}

Result<NewSession> accept_link(const Porter& porter, const Acceptance& acceptance, Instant now) {
    FRIST_TRY(const LinkRow link, open_row(porter, acceptance.token, now));
    if (link.kind == LinkKind::password) return no_link();
    PersonRow person;
    FRIST_TRY(person.email, normal_email(link.kind == LinkKind::first_owner ? acceptance.email : link.email));
    FRIST_TRY_DONE(check_name(acceptance.name));
    FRIST_TRY_DONE(check_language(acceptance.language));
    FRIST_TRY_DONE(check_password(acceptance.password, person.email, acceptance.name));
    person.name = acceptance.name;
    person.language = acceptance.language;
    person.role = link.role;
    person.reach = link.reach;
    person.password = porter.hasher.hash(acceptance.password, porter.random);
    person.made = now;
    return kept(porter.store, [&]() -> Result<NewSession> {
        FRIST_TRY_DONE(use_invite(porter, link, person, now));
        return open_session(porter, person, acceptance.device, false, "log-in", now);
    });
}

Outcome accept_password_link(const Porter& porter, std::string_view token, std::string_view password, Instant now) {
    FRIST_TRY(const LinkRow link, open_row(porter, token, now));
    if (link.kind != LinkKind::password) return no_link();
    FRIST_TRY(const std::optional<PersonRow> before, porter.store.person(link.person));
    if (!before || before->removed) return no_link();
    FRIST_TRY_DONE(check_password(password, before->email, before->name));
    const std::string hash = porter.hasher.hash(password, porter.random);
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(std::optional<PersonRow> row, porter.store.person(link.person));
        if (!row || row->removed) return no_link();
        FRIST_TRY_DONE(maker_may_still(porter, link));
        FRIST_TRY_DONE(use_up(porter, link.id));
        row->password = hash;
        ++row->version;
        FRIST_TRY([[maybe_unused]] const Id id, porter.store.put_person(*row));
        FRIST_TRY_DONE(porter.store.drop_sessions(row->id, 0));
        FRIST_TRY_DONE(porter.store.drop_tickets(row->id));
        FRIST_TRY_DONE(forget_failures(porter.store, Meter::of_email(row->email), now));
        Who who;
        who.person = row->id;
        return write_act(porter, who, {"password-change", std::nullopt, fmt::format("link {}", link.id)}, now);
    });
}

}  // namespace frist::access
