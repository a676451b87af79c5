// Links that work once. The first start's makes the owner, an invitation a person with a role and creditors, and a
// third kind a new password. What stands in the link is kept nowhere, only its SHA-256.
#pragma once
#include "access/log_in.h"

namespace frist::access {

inline constexpr Seconds first_link_life = days(1);
inline constexpr Seconds invite_life = days(7);
inline constexpr Seconds password_link_life = hours(24);

struct NewLink {
    Id link = 0;
    std::string token;  // 43 characters; goes into the fragment or path of an address
    Instant ends;
};

// Whether somebody owns the installation yet.
Result<bool> has_owner(const Porter& porter);
// While there is no owner; a link made earlier works no more. Nothing when there is an owner.
Result<std::optional<NewLink>> first_link(const Porter& porter, Instant now);
// While there are owners and none of them has a way in, as after an installation was brought here: a link to a new password
// for the first of them, good for a day. One made earlier works no more. Nothing when one of them can come in.
Result<std::optional<NewLink>> return_link(const Porter& porter, Instant now);

struct Invitation {
    std::string email;
    Role role = Role::reader;
    Reach reach;
};
// An earlier invitation to the same e-mail works no more. Errors access.denied, access.reach, person.email,
// person.known.
Result<NewLink> invite(const Porter& porter, const Who& who, const Invitation& invitation, Instant now);
// For somebody who has lost the password. Errors access.denied, person.unknown.
Result<NewLink> password_link(const Porter& porter, const Who& who, Id person, Instant now);

struct OpenLink {
    Id link = 0;
    LinkKind kind = LinkKind::invite;
    std::string email;
    Role role = Role::client;
    Reach reach;
    Id by = 0;
    Instant made;
    Instant ends;
};
// What the page behind the link shows before it is used. Error access.link: unknown, used, withdrawn or ended.
Result<OpenLink> look_at_link(const Porter& porter, std::string_view token, Instant now);
// Invitations that wait, of those that `who` could have made. Error access.denied.
Result<std::vector<OpenLink>> open_invites(const Porter& porter, const Who& who, Instant now);
// Errors access.denied, link.unknown.
Outcome withdraw_link(const Porter& porter, const Who& who, Id link, Instant now);

struct Acceptance {
    std::string_view token;
    std::string_view email;  // of the first owner only; an invitation knows its own
    std::string_view name;
    std::string_view language;
    std::string_view password;
    std::string_view device;
};
// Makes the owner or the invited person and opens a session. Errors access.link, person.email, person.name,
// person.language, person.known, password.*.
Result<NewSession> accept_link(const Porter& porter, const Acceptance& acceptance, Instant now);
// Sets the password and ends every session; the person logs in with it, and with the second factor. Errors access.link,
// password.*.
Outcome accept_password_link(const Porter& porter, std::string_view token, std::string_view password, Instant now);

}  // namespace frist::access
