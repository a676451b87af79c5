// Passkeys: a key in a telephone, a computer or on a chain, which answers for this site alone. With its own proof of who
// holds it (PIN, finger, face) it opens the door by itself; without, it is the second step after the password.
#pragma once
#include "access/log_in.h"

namespace frist::access {

inline constexpr Seconds challenge_life = minutes(5);
inline constexpr std::size_t most_passkeys = 20;  // of one person

// The site that passkeys are for: as a browser names it, and its host. Error passkey.address: the address of the
// application is not known, or is a number and no name.
struct PasskeySite {
    std::string origin;
    std::string host;
};
Result<PasskeySite> passkey_site(Store& store);

struct PasskeyBegun {
    std::string challenge;           // base64url, for the authenticator
    PasskeySite site;
    std::vector<std::string> known;  // ids of credentials, base64url: those of the person
};
// Errors access.login (password), access.wait, access.denied for a key, passkey.address, passkey.many.
Result<PasskeyBegun> begin_passkey(const Porter& porter, const Who& who, std::string_view password, Instant now);

struct NewPasskey {
    std::string_view name;         // what the person calls it
    std::string_view client_data;  // bytes, as the browser gave them
    std::string_view attestation;
};
struct PasskeyAdded {
    Id passkey = 0;
    std::vector<std::string> codes;  // recovery codes, when the person had none
};
// Errors passkey.name, passkey.data, passkey.challenge (over, or used), passkey.site (for another site), passkey.known,
// signature.key.
Result<PasskeyAdded> add_passkey(const Porter& porter, const Who& who, const NewPasskey& fresh, Instant now);
// By number. Error access.denied for a key.
Result<std::vector<PasskeyRow>> my_passkeys(const Porter& porter, const Who& who);
// Errors access.login (password), access.wait, passkey.unknown.
Outcome drop_passkey(const Porter& porter, const Who& who, Id passkey, std::string_view password, Instant now);

// Before anybody is known, or with the ticket that the right password gave. Counted by the network address, and taken
// back when the login succeeds. Errors passkey.address, access.ticket, access.wait.
Result<PasskeyBegun> begin_passkey_login(const Porter& porter, std::string_view ticket, std::string_view address, Instant now);
struct PasskeyAnswer {
    std::string_view credential;  // base64url
    std::string_view client_data;
    std::string_view authenticator_data;
    std::string_view signature;
    std::string_view address;  // the network address
    std::string_view device;
};
// Errors passkey.refused: not known here, of somebody else than the ticket's, not touched, not the signature of its key,
// or with a count that says it was copied; passkey.challenge, passkey.data.
Result<NewSession> log_in_with_passkey(const Porter& porter, const PasskeyAnswer& answer, Instant now);

}  // namespace frist::access
