#include "access/log_in.h"

#include "access/opening.h"
#include "access/passwords.h"
#include "access/people.h"
#include "access/second_factor.h"
#include "access/secrets.h"
#include "access/sessions.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

Outcome act_of(const Porter& porter, Id person, const std::string& what, Instant now) {
    Who who;
    who.person = person;
    return write_act(porter, who, {what, std::nullopt, {}}, now);
}

// A refused attempt is written for a person there is; for others nothing is known that may be written.
Outcome refused(const Porter& porter, const std::string& what, Id person, Instant now) {
    return write_act(porter, Who{}, {what, std::nullopt, fmt::format("person {}", person)}, now);
}

std::vector<Meter> with_address(Meter own, std::string_view address) {
    std::vector<Meter> meters{std::move(own)};
    if (!address.empty()) meters.push_back(Meter::of_address(address));
    return meters;
}

Outcome succeeded(const Porter& porter, const std::vector<Meter>& meters, Instant now) {
    FRIST_TRY_DONE(forget_failures(porter.store, meters.front(), now));
    if (meters.size() > 1) FRIST_TRY_DONE(take_back_attempt(porter.store, meters.back(), now));
    return done;
}

// As slow when there is nobody, and no slower for a password that is too long to be one.
bool fits(const Porter& porter, const std::optional<PersonRow>& known, std::string_view password) {
    constexpr std::size_t longest_bytes = 4 * longest_password;
    const bool possible = known && !known->password.empty() && password.size() <= longest_bytes;
    if (!possible) porter.hasher.pretend(password.substr(0, longest_bytes));
    return possible && porter.hasher.fits(known->password, password);
}

// The password is known for this one moment: the chance to hash it as is done today.
Outcome hash_anew(const Porter& porter, PersonRow person, std::string_view password) {
    if (!porter.hasher.outdated(person.password)) return done;
    person.password = porter.hasher.hash(password, porter.random);
    ++person.version;
    FRIST_TRY([[maybe_unused]] const Id id, porter.store.put_person(person));
    return done;
}

Result<std::string> new_ticket(const Porter& porter, Id person, Instant now) {
    std::string token = new_token(porter.random);
    FRIST_TRY_DONE(porter.store.add_ticket({sha256(token), person, now + ticket_life}));
    return token;
}

// Uses the code up. False when it is not right.
Result<bool> take_code(const Porter& porter, Id person, const std::string& code, Instant now) {
    if (code.size() != 6) return porter.store.take_recovery_code(person, sha256(code));
    FRIST_TRY(const std::optional<FactorRow> known, porter.store.factor(person));
    if (!known || !known->confirmed) return false;
    const FactorRow& factor = *known;
    FRIST_TRY(const std::string secret, unseal(porter.seal, factor.person, factor.secret));
    const std::optional<std::int64_t> step = step_of(secret, code, factor.last_step, now);
    if (!step) return false;
    return porter.store.take_step(factor.person, *step);
}

Error no_ticket() {
    return {"access.ticket", "", "the five minutes for the code are over, or it was used",
            "Log in again with the password."};
}

}  // namespace

Result<Entered> log_in(const Porter& porter, const Attempt& attempt, Instant now) {
    const Result<std::string> normal = normal_email(attempt.email);
    const std::string email = normal.ok() ? *normal : std::string(attempt.email);
    const std::vector<Meter> meters = with_address(Meter::of_email(email), attempt.address);
    FRIST_TRY_DONE(begin_attempt(porter.store, meters, now));
    FRIST_TRY(const std::optional<PersonRow> known, porter.store.person_of_email(email));
    if (!fits(porter, known, attempt.password)) {
        // The same work in both cases, so that the time of the answer tells nothing.
        FRIST_TRY_DONE(known ? refused(porter, "log-in-refused", known->id, now)
                             : write_again(porter.store, meters.front(), now));
        return wrong_login();
    }
    return kept(porter.store, [&]() -> Result<Entered> {
        FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(known->id));
        if (!person || person->removed || person->password != known->password) return wrong_login();
        FRIST_TRY_DONE(succeeded(porter, meters, now));
        FRIST_TRY_DONE(hash_anew(porter, *person, attempt.password));
        return let_in(porter, *person, attempt.device, now);
    });
}

Result<Entered> let_in(const Porter& porter, const PersonRow& person, std::string_view device, Instant now) {
    FRIST_TRY(const std::optional<FactorRow> factor, porter.store.factor(person.id));
    FRIST_TRY(const std::vector<PasskeyRow> passkeys, porter.store.passkeys(person.id));
    if ((factor && factor->confirmed) || !passkeys.empty()) {
        FRIST_TRY(std::string ticket, new_ticket(porter, person.id, now));
        return Entered{std::nullopt, std::move(ticket)};
    }
    FRIST_TRY(NewSession session, open_session(porter, person, device, false, "log-in", now));
    return Entered{std::move(session), {}};
}

Result<NewSession> log_in_with_code(const Porter& porter, const SecondStep& step, Instant now) {
    const std::string hash = sha256(step.ticket);
    FRIST_TRY(const std::optional<TicketRow> ticket, porter.store.ticket(hash));
    if (!ticket || ticket->ends <= now) return no_ticket();
    const std::vector<Meter> meters = with_address(Meter::of_code(ticket->person), step.address);
    FRIST_TRY_DONE(begin_attempt(porter.store, meters, now));
    const std::string code = tidied(step.code);
    // A refused code is kept in the log of acts, so this is no error of the transaction.
    using Opened = std::optional<NewSession>;
    FRIST_TRY(Opened opened, kept(porter.store, [&]() -> Result<Opened> {
                  FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(ticket->person));
                  if (!person || person->removed) return no_ticket();
                  FRIST_TRY(const bool right, take_code(porter, person->id, code, now));
                  if (!right) {
                      FRIST_TRY_DONE(refused(porter, "code-refused", person->id, now));
                      return Opened{};
                  }
                  FRIST_TRY(const bool unused, porter.store.take_ticket(hash));
                  if (!unused) return no_ticket();
                  FRIST_TRY_DONE(succeeded(porter, meters, now));
                  if (code.size() != 6) FRIST_TRY_DONE(act_of(porter, person->id, "recovery-code-use", now));
                  FRIST_TRY(NewSession session, open_session(porter, *person, step.device, true, "log-in", now));
                  return Opened(std::move(session));
              }));
    if (opened) return std::move(*opened);
    return Error{"access.code", "code", "this code is not right, or was used already",
                 "Wait for the next code of the app, or use a recovery code."};
}

Outcome log_out(const Porter& porter, std::string_view token, Instant now) {
    FRIST_TRY(const std::optional<SessionRow> session, porter.store.session(sha256(token)));
    if (!session) return done;
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const bool dropped, porter.store.drop_session(session->person, session->id));
        return dropped ? act_of(porter, session->person, "log-out", now) : Outcome(done);
    });
}

}  // namespace frist::access
