#include "access/passkeys.h"

#include "access/notifications.h"
#include "access/opening.h"
#include "access/passkey_data.h"
#include "access/recovery_codes.h"
#include "access/secrets.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"
#include "base/strict_json.h"

namespace frist::access {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_name = 60;

Error wrong_data() {
    return {"passkey.data", "client_data", "is not what a browser says", "Try again, or use another browser."};
}
Error refused() {
    return {"passkey.refused", "", "this passkey does not open anything here",
            "Use another one, or log in with e-mail and password."};
}

// Apart from the tickets of passwords, whose table this is: only the seal key makes it.
std::string hash_of(const Porter& porter, std::string_view challenge) { return keyed_mark(porter.seal, "passkey " + std::string(challenge)); }

Result<std::string> new_challenge(const Porter& porter, Id person, Instant now) {
    std::string challenge = new_token(porter.random);
    FRIST_TRY_DONE(porter.store.add_ticket({hash_of(porter, challenge), person, now + challenge_life}));
    return challenge;
}

// What a browser says that it was asked, and by whom.
struct ClientData {
    std::string kind;
    std::string challenge;
    std::string origin;
    bool elsewhere = false;
};
Result<ClientData> read_client_data(std::string_view bytes) {
    const Result<json::value> value = parse_json(bytes);
    if (!value.ok() || !value->is_object()) return wrong_data();
    const json::object& told = value->as_object();
    const auto word = [&](std::string_view name) {
        const json::value* one = told.if_contains(name);
        return one != nullptr && one->is_string() ? std::string(one->as_string()) : std::string();
    };
    const json::value* cross = told.if_contains("crossOrigin");
    return ClientData{word("type"), word("challenge"), word("origin"), cross != nullptr && cross->is_bool() && cross->as_bool()};
}

// Uses the challenge up and gives whose it was. Inside change().
Result<Id> take_challenge(const Porter& porter, const std::string& challenge, Instant now) {
    const Error over{"passkey.challenge", "client_data", "the five minutes for this are over, or it was answered before", "Begin again."};
    const std::string hash = hash_of(porter, challenge);
    FRIST_TRY(const std::optional<TicketRow> row, porter.store.ticket(hash));
    if (!row || row->ends <= now) return over;
    FRIST_TRY(const bool unused, porter.store.take_ticket(hash));
    if (!unused) return over;
    return row->person;
}

Outcome for_this_site(const PasskeySite& site, const ClientData& client, const AuthenticatorData& data, std::string_view kind) {
    if (client.kind != kind) return wrong_data();
    if (client.origin == site.origin && !client.elsewhere && data.site_digest == digest_of(site.host)) return done;
    return Error{"passkey.site", "client_data", "is for another site than this one", fmt::format("Open {} and try again.", site.origin)};
}

Outcome told(const Porter& porter, Id person, const std::string& what, Id passkey, Instant now) {
    Who who;
    who.person = person;
    return write_act(porter, who, {what, std::nullopt, fmt::format("passkey {}", passkey)}, now);
}

Outcome check_passkey_name(std::string_view name) {
    if (name.size() <= longest_name && check_name(name).ok()) return done;
    return Error{"passkey.name", "name", "is no name", "Call it something on one line, of at most 60 letters."};
}

Result<std::vector<std::string>> credentials_of(const Porter& porter, Id person) {
    FRIST_TRY(const std::vector<PasskeyRow> rows, porter.store.passkeys(person));
    std::vector<std::string> known;
    known.reserve(rows.size());
    for (const PasskeyRow& row : rows) known.push_back(row.credential);
    return known;
}

// The authenticator counts, or says nothing at all; one that counts backwards was copied.
bool counts_on(std::int64_t before, std::uint32_t now) { return (before == 0 && now == 0) || now > before; }

// The row of the passkey when everything fits. Inside change().
Result<PasskeyRow> fitting(const Porter& porter, const PasskeyAnswer& answer, const PasskeySite& site, Id expected) {
    FRIST_TRY(const std::optional<PasskeyRow> row, porter.store.passkey(std::string(answer.credential)));
    FRIST_TRY(const AuthenticatorData data, read_authenticator_data(answer.authenticator_data));
    FRIST_TRY(const ClientData client, read_client_data(answer.client_data));
    FRIST_TRY_DONE(for_this_site(site, client, data, "webauthn.get"));
    if (!row || (expected != 0 && row->person != expected)) return refused();
    const auto bytes = from_base64url(row->key);
    FRIST_CHECK(bytes.has_value());
    FRIST_TRY(const PublicKey key, cose_key(*bytes));
    const std::string signed_bytes = std::string(answer.authenticator_data) + digest_of(answer.client_data);
    const bool proven = data.present && (data.verified || expected != 0);
    if (!proven || !key.fits(signed_bytes, answer.signature) || !counts_on(row->count, data.count)) return refused();
    PasskeyRow used = *row;
    used.count = data.count;
    return used;
}

}  // namespace

Result<PasskeySite> passkey_site(Store& store) {
    FRIST_TRY(const std::string address, site_address(store));
    const Error none{"passkey.address", "site", "a passkey is for one address, and this installation does not know its own",
                     "Ask who runs it: frist site set --address https://…, with a name and no number."};
    if (address.empty()) return none;
    std::string host = address.substr(address.find("://") + 3);
    host = host.substr(0, host.find(':'));
    const bool number = std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (host.empty() || number || host.front() == '[') return none;
    return PasskeySite{address, host};
}

Result<PasskeyBegun> begin_passkey(const Porter& porter, const Who& who, std::string_view password, Instant now) {
    FRIST_TRY(const PersonRow person, confirm_password(porter, who, password, now));
    return kept(porter.store, [&]() -> Result<PasskeyBegun> {
        PasskeyBegun begun;
        FRIST_TRY(begun.site, passkey_site(porter.store));
        FRIST_TRY(begun.known, credentials_of(porter, person.id));
        if (begun.known.size() >= most_passkeys)
            return Error{"passkey.many", "passkey", fmt::format("there are {} already", most_passkeys), "Take one away first."};
        FRIST_TRY(begun.challenge, new_challenge(porter, person.id, now));
        return begun;
    });
}

Result<PasskeyAdded> add_passkey(const Porter& porter, const Who& who, const NewPasskey& fresh, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY_DONE(check_passkey_name(fresh.name));
    FRIST_TRY(const ClientData client, read_client_data(fresh.client_data));
    FRIST_TRY(const std::string bytes, authenticator_data_of(fresh.attestation));
    FRIST_TRY(const AuthenticatorData data, read_authenticator_data(bytes));
    FRIST_TRY([[maybe_unused]] const PublicKey key, cose_key(data.key));
    return kept(porter.store, [&]() -> Result<PasskeyAdded> {
        FRIST_TRY(const PasskeySite site, passkey_site(porter.store));
        FRIST_TRY_DONE(for_this_site(site, client, data, "webauthn.create"));
        FRIST_TRY(const Id whose, take_challenge(porter, client.challenge, now));
        if (whose != who.person || !data.present || data.credential.empty()) return refused();
        FRIST_TRY(const std::optional<PasskeyRow> there, porter.store.passkey(base64url(data.credential)));
        if (there) return Error{"passkey.known", "passkey", "this one is here already", "Use it, or another one."};
        PasskeyRow row;
        row.person = who.person;
        row.credential = base64url(data.credential);
        row.key = base64url(data.key);
        row.count = data.count;
        row.name = fresh.name;
        row.made = now;
        PasskeyAdded added;
        FRIST_TRY(added.passkey, porter.store.add_passkey(row));
        FRIST_TRY(const std::int64_t codes, porter.store.recovery_codes(who.person));
        if (codes == 0) {
            FRIST_TRY(added.codes, give_recovery_codes(porter, who.person));
        }
        FRIST_TRY_DONE(porter.store.drop_sessions(who.person, who.session));
        FRIST_TRY_DONE(porter.store.session_proved(who.session));
        FRIST_TRY_DONE(told(porter, who.person, "passkey-add", added.passkey, now));
        return added;
    });
}

Result<std::vector<PasskeyRow>> my_passkeys(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.passkeys(who.person);
}

Outcome drop_passkey(const Porter& porter, const Who& who, Id passkey, std::string_view password, Instant now) {
    FRIST_TRY(const PersonRow person, confirm_password(porter, who, password, now));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const bool dropped, porter.store.drop_passkey(person.id, passkey));
        if (!dropped) return Error{"passkey.unknown", fmt::format("passkey {}", passkey), "there is no such passkey of yours", "Look at the list of your passkeys."};
        return told(porter, person.id, "passkey-drop", passkey, now);
    });
}

Result<PasskeyBegun> begin_passkey_login(const Porter& porter, std::string_view ticket, std::string_view address, Instant now) {
    FRIST_TRY_DONE(begin_attempt(porter.store, {Meter::of_address(address)}, now));
    return kept(porter.store, [&]() -> Result<PasskeyBegun> {
        PasskeyBegun begun;
        FRIST_TRY(begun.site, passkey_site(porter.store));
        Id person = 0;
        if (!ticket.empty()) {
            FRIST_TRY(const std::optional<TicketRow> row, porter.store.ticket(sha256(ticket)));
            if (!row || row->ends <= now) return Error{"access.ticket", "", "the five minutes for the second step are over, or it was used", "Log in again with the password."};
            person = row->person;
            FRIST_TRY(begun.known, credentials_of(porter, person));
        }
        FRIST_TRY(begun.challenge, new_challenge(porter, person, now));
        return begun;
    });
}

Result<NewSession> log_in_with_passkey(const Porter& porter, const PasskeyAnswer& answer, Instant now) {
    FRIST_TRY(const ClientData client, read_client_data(answer.client_data));
    // The challenge is used up whatever comes of it, so a refusal is no error of the transaction.
    using Opened = Result<NewSession>;
    std::optional<Opened> opened;
    FRIST_TRY_DONE(porter.store.change([&]() -> Outcome {
        FRIST_TRY(const PasskeySite site, passkey_site(porter.store));
        FRIST_TRY(const Id expected, take_challenge(porter, client.challenge, now));
        const Result<PasskeyRow> row = fitting(porter, answer, site, expected);
        if (!row.ok()) {
            opened = row.error();
            return done;
        }
        FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(row->person));
        if (!person || person->removed) return refused();
        FRIST_TRY_DONE(porter.store.passkey_used(row->id, row->count, now));
        FRIST_TRY_DONE(porter.store.drop_tickets(person->id));
        FRIST_TRY_DONE(take_back_attempt(porter.store, Meter::of_address(answer.address), now));
        FRIST_TRY(NewSession session, open_session(porter, *person, answer.device, true, "log-in", now));
        opened = std::move(session);
        return done;
    }));
    return std::move(*opened);
}

}  // namespace frist::access
