#include "access/provider_login.h"

#include "access/invited.h"
#include "access/opening.h"
#include "access/people.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::size_t longest_name = 100;

Error stranger() {
    return {"access.provider", "", "nobody here has this account",
            "Ask whoever runs Frist at your office for an invitation to the e-mail of this account."};
}

Outcome act_of(const Porter& porter, Id person, const std::string& what, Instant now) {
    Who who;
    who.person = person;
    return write_act(porter, who, {what, std::nullopt, fmt::format("person {}", person)}, now);
}

// Somebody who was invited and comes by the provider has no password here, and can get one by a link.
Result<PersonRow> invited_person(const Porter& porter, const ProviderClaims& claims, const std::string& email, Instant now) {
    FRIST_TRY(const std::optional<LinkRow> link, invite_to(porter, email, now));
    if (!link) return stranger();
    PersonRow person;
    person.email = email;
    person.name = check_name(claims.name).ok() ? claims.name : email.substr(0, longest_name);
    person.language = "nb";
    person.role = link->role;
    person.reach = link->reach;
    person.made = now;
    FRIST_TRY_DONE(use_invite(porter, *link, person, now));
    return person;
}

Result<PersonRow> linked_now(const Porter& porter, const ProviderClaims& claims, Instant now) {
    const Result<std::string> email = normal_email(claims.email);
    if (!email.ok() || !claims.email_verified) return stranger();
    FRIST_TRY(std::optional<PersonRow> person, porter.store.person_of_email(*email));
    if (person) {
        FRIST_TRY(const bool other, porter.store.has_identity(person->id, claims.issuer));
        if (other) return stranger();
    } else {
        FRIST_TRY(person, invited_person(porter, claims, *email, now));
    }
    FRIST_TRY_DONE(porter.store.add_identity({claims.issuer, claims.subject, person->id, now}));
    FRIST_TRY_DONE(act_of(porter, person->id, "provider-link", now));
    return std::move(*person);
}

Result<PersonRow> person_of(const Porter& porter, const ProviderClaims& claims, Instant now) {
    FRIST_TRY(const std::optional<IdentityRow> known, porter.store.identity(claims.issuer, claims.subject));
    if (!known) return linked_now(porter, claims, now);
    FRIST_TRY(std::optional<PersonRow> person, porter.store.person(known->person));
    if (!person || person->removed) return stranger();
    return std::move(*person);
}

}  // namespace

Result<Entered> enter_by_provider(const Porter& porter, const ProviderVisit& visit, Instant now) {
    return kept(porter.store, [&]() -> Result<Entered> {
        FRIST_TRY(const PersonRow person, person_of(porter, visit.claims, now));
        return let_in(porter, person, visit.device, now);
    });
}

}  // namespace frist::access
