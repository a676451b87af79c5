// What access asks of the world: one store for its rows, a strong hash for passwords, chance, and a key that main has.
// The tables know no rule; each call inside change() is part of one transaction.
#pragma once
#include "access/rows.h"

#include <functional>
#include <memory>
#include <span>
#include <type_traits>

namespace frist::access {

class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    // Runs `work` in one transaction, or as part of the one it is in: all of it is kept, or nothing. Errors store.*.
    virtual Outcome change(const std::function<Outcome()>& work) = 0;

    // id 0 makes a row, else the row is changed when its version is one less, else store.conflict. Error person.known
    // for an e-mail that another person who was not removed has.
    virtual Result<Id> put_person(const PersonRow& person) = 0;
    virtual Result<std::optional<PersonRow>> person(Id id) = 0;                              // also a removed one
    virtual Result<std::optional<PersonRow>> person_of_email(const std::string& email) = 0;  // none that was removed
    virtual Result<std::vector<PersonRow>> people() = 0;                                     // by id, removed ones too

    virtual Outcome put_factor(const FactorRow& factor) = 0;  // one a person
    virtual Result<std::optional<FactorRow>> factor(Id person) = 0;
    virtual Outcome drop_factor(Id person) = 0;  // and its recovery codes
    // False when a step as late as this was taken already.
    virtual Result<bool> take_step(Id person, std::int64_t step) = 0;
    virtual Outcome put_recovery_codes(Id person, const std::vector<std::string>& hashes) = 0;  // instead of older ones
    virtual Result<bool> take_recovery_code(Id person, const std::string& hash) = 0;  // false: not there any more
    virtual Result<std::int64_t> recovery_codes(Id person) = 0;                       // how many are left

    virtual Result<Id> add_session(const SessionRow& session) = 0;
    virtual Result<std::optional<SessionRow>> session(const std::string& hash) = 0;
    virtual Result<std::vector<SessionRow>> sessions(Id person) = 0;
    virtual Outcome seen(Id session, Instant at) = 0;
    virtual Outcome session_proved(Id session) = 0;  // its person has proved a second factor in it
    virtual Result<bool> drop_session(Id person, Id session) = 0;  // false: not there
    virtual Outcome drop_sessions(Id person, Id but) = 0;          // but: 0 for all

    virtual Outcome add_ticket(const TicketRow& ticket) = 0;
    virtual Result<std::optional<TicketRow>> ticket(const std::string& hash) = 0;
    virtual Result<bool> take_ticket(const std::string& hash) = 0;  // false: gone
    virtual Outcome drop_tickets(Id person) = 0;

    virtual Result<Id> add_link(const LinkRow& link) = 0;
    virtual Result<std::optional<LinkRow>> link(const std::string& hash) = 0;
    virtual Result<std::vector<LinkRow>> links() = 0;  // that were not used
    virtual Result<bool> take_link(Id link) = 0;       // used or withdrawn; false: gone

    virtual Result<Id> add_mandate(const MandateRow& mandate) = 0;
    virtual Result<std::optional<MandateRow>> mandate(Id mandate) = 0;                       // also one that has ended
    virtual Result<std::optional<MandateRow>> mandate_of_code(const std::string& hash) = 0;  // the same
    virtual Result<std::vector<MandateRow>> mandates_of_creditor(Id creditor) = 0;           // by id; none that has ended
    virtual Result<std::vector<MandateRow>> mandates_of_person(Id person) = 0;  // that the person works by, by id
    virtual Result<bool> take_mandate(Id mandate, Id person, Instant at) = 0;   // false: it is taken, or has ended
    virtual Outcome set_mandate_role(Id mandate, Role role) = 0;
    virtual Outcome end_mandate(Id mandate, Instant at) = 0;  // and nobody works by it
    virtual Outcome join_mandate(Id mandate, Id person) = 0;  // once
    virtual Outcome leave_mandate(Id mandate, Id person) = 0;
    virtual Result<std::vector<Id>> mandate_members(Id mandate) = 0;  // who works by it, by id

    virtual Result<Id> add_key(const KeyRow& key) = 0;
    virtual Result<std::optional<KeyRow>> key(const std::string& hash) = 0;
    virtual Result<std::vector<KeyRow>> keys(std::optional<Id> person) = 0;  // by id; none: everybody's
    virtual Outcome used(Id key, Date on) = 0;
    virtual Result<bool> revoke_key(Id key, Instant at) = 0;  // false: it was already
    virtual Outcome revoke_keys(Id person, Instant at) = 0;

    virtual Outcome put_failures(const FailureRow& row) = 0;
    virtual Result<std::optional<FailureRow>> failures(const std::string& of) = 0;

    virtual Outcome add_act(const ActRow& act) = 0;
    virtual Result<std::optional<ActRow>> last_act() = 0;                   // as kept apart from the acts
    virtual Result<std::vector<ActRow>> acts(const ActFilter& filter) = 0;  // newest first
    virtual Result<std::vector<ActRow>> acts_from(std::int64_t number, std::int64_t limit) = 0;  // oldest first

    virtual Outcome put_setting(Id person, const Setting& setting) = 0;  // an empty value takes it away
    virtual Result<std::vector<Setting>> settings(Id person) = 0;        // by name

    // id 0 makes a row, else the row is changed when its version is one less, else store.conflict.
    virtual Result<Id> put_view(const ViewRow& view) = 0;
    virtual Result<std::optional<ViewRow>> view(Id id) = 0;
    virtual Result<std::vector<ViewRow>> views(Id person) = 0;  // by id
    virtual Result<std::vector<ViewRow>> shared_views() = 0;    // by id
    virtual Outcome drop_view(Id id) = 0;

    // What the installation is told of itself, by name; an empty value takes it away.
    virtual Outcome put_site(const std::string& name, const std::string& value) = 0;
    virtual Result<std::string> site(const std::string& name) = 0;  // empty: nothing

    virtual Outcome put_wish(const WishRow& wish) = 0;
    virtual Result<std::optional<WishRow>> wish(Id person) = 0;
    virtual Result<Id> add_mail(const MailRow& mail) = 0;
    virtual Outcome set_mail(const MailRow& mail) = 0;  // state, begun, tries, said
    virtual Result<std::vector<MailRow>> open_mails() = 0;                  // waiting or begun, by id
    virtual Result<std::vector<MailRow>> mails_of_day(Id person, Date day) = 0;
    virtual Outcome add_news(Id person, const NewsRow& news) = 0;
    virtual Result<std::vector<NewsRow>> news_of_person(Id person) = 0;
    virtual Result<std::vector<NewsRow>> news_of_mail(Id mail) = 0;         // by creditor and case
    virtual Outcome drop_news(Id person, const NewsRow& news) = 0;

    virtual Outcome add_identity(const IdentityRow& identity) = 0;
    virtual Result<std::optional<IdentityRow>> identity(const std::string& issuer, const std::string& subject) = 0;
    virtual Result<bool> has_identity(Id person, const std::string& issuer) = 0;

    virtual Result<Id> add_passkey(const PasskeyRow& passkey) = 0;
    virtual Result<std::optional<PasskeyRow>> passkey(const std::string& credential) = 0;
    virtual Result<std::vector<PasskeyRow>> passkeys(Id person) = 0;  // by id
    virtual Outcome passkey_used(Id passkey, std::int64_t count, Instant at) = 0;
    virtual Result<bool> drop_passkey(Id person, Id passkey) = 0;  // false: not there
    // All passkeys of a person, and the accounts of providers.
    virtual Outcome drop_passkeys(Id person) = 0;
    virtual Outcome drop_identities(Id person) = 0;

    virtual Outcome add_terms(const TermsRow& terms) = 0;
    virtual Result<std::vector<TermsRow>> terms() = 0;  // the newest first
    virtual Outcome add_acceptance(std::int64_t version, Id person, Id creditor, Instant at) = 0;
    virtual Result<std::optional<Instant>> acceptance(std::int64_t version, Id person, Id creditor) = 0;

    // Takes away what no longer opens anything: sessions made before the first or last seen before the second moment,
    // tickets and links that ended before `now`, failures last counted before the third.
    virtual Outcome forget(Instant now, Instant made, Instant seen, Instant failed) = 0;
};

// Runs `work`, which gives a Result, in one transaction of the store and gives its value.
template <class Work, class Answer = std::invoke_result_t<Work>>
Answer kept(Store& store, const Work& work) {
    std::optional<Answer> answer;
    const Outcome outcome = store.change([&]() -> Outcome {
        answer = work();
        if (answer->ok()) return done;
        return answer->error();
    });
    if (!outcome.ok()) return outcome.error();
    return std::move(*answer);
}

// Fills the bytes with chance that nobody can foresee. Main hands in the system's.
using Random = std::function<void(std::span<unsigned char>)>;

// 32 bytes that seal what must be read again (secrets of second factors); kept outside the database.
using SealKey = std::array<unsigned char, 32>;

// A strong hash for passwords, slow on purpose. passwords.h makes the real one; tests have a quick one.
class Hasher {
public:
    Hasher() = default;
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    virtual ~Hasher() = default;
    [[nodiscard]] virtual std::string hash(std::string_view password, const Random& random) const = 0;
    [[nodiscard]] virtual bool fits(const std::string& hash, std::string_view password) const = 0;
    // The hash was made with other parameters than today's: it is made anew when the password is next known.
    [[nodiscard]] virtual bool outdated(const std::string& hash) const = 0;
    // Takes as long as fits() and opens nothing.
    virtual void pretend(std::string_view password) const = 0;
};

// All that the doings of this room stand on. Lives as long as the program, or the thread.
struct Porter {
    Store& store;
    const Hasher& hasher;
    Random random;
    SealKey seal;
};

}  // namespace frist::access
