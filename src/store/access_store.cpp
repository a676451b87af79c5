#include "store/access_store.h"

#include "base/pch.h"
#include "store/access_rows.h"
#include "store/rows.h"

#include <limits>

namespace frist::store {
namespace {

using namespace access;
using namespace people;

class AccessStore final : public access::Store {
public:
    explicit AccessStore(std::shared_ptr<Connection> connection) : at_(std::move(connection)) {}

    Outcome change(const std::function<Outcome()>& work) override { return at_->change(work); }

    Result<Id> put_person(const PersonRow& row) override {
        Statement s = at_->use(row.id == 0 ? "add_person" : "set_person");
        const std::string creditors = text(row.reach);
        s.bind(row.version).bind(row.email).bind(row.name).bind(row.language).bind(name_of(row.role)).bind(creditors);
        s.bind(row.password).bind(row.made.second);
        bind_maybe(s, row.removed);
        if (row.id != 0) s.bind(row.id);
        const Outcome outcome = s.run();
        if (!outcome.ok() && at_->taken())
            return Error{"person.known", "email", "somebody with this e-mail is here already",
                         "Change the rights of that person."};
        if (!outcome.ok()) return outcome.error();
        if (row.id == 0) return at_->made();
        if (at_->changed() == 1) return row.id;
        return Error{"store.conflict", fmt::format("person {}", row.id), "it was changed meanwhile",
                     "Read the person again and repeat the change."};
    }
    Result<std::optional<PersonRow>> person(Id id) override {
        Statement s = at_->use("person");
        s.bind(id);
        return first<PersonRow>(s, [&] { return person_of(s); });
    }
    Result<std::optional<PersonRow>> person_of_email(const std::string& email) override {
        Statement s = at_->use("person_of_email");
        s.bind(email);
        return first<PersonRow>(s, [&] { return person_of(s); });
    }
    Result<std::vector<PersonRow>> people() override {
        Statement s = at_->use("people");
        return all<PersonRow>(s, [&] { return person_of(s); });
    }

    Outcome put_factor(const FactorRow& row) override {
        Statement s = at_->use("put_factor");
        return s.bind(row.person).bind(row.secret).bind(std::int64_t{row.confirmed}).bind(row.last_step).run();
    }
    Result<std::optional<FactorRow>> factor(Id person) override {
        Statement s = at_->use("factor");
        s.bind(person);
        return first<FactorRow>(s, [&] { return factor_of(s); });
    }
    Outcome drop_factor(Id person) override {
        FRIST_TRY_DONE(at_->use("drop_recovery_codes").bind(person).run());
        return at_->use("drop_factor").bind(person).run();
    }
    Result<bool> take_step(Id person, std::int64_t step) override {
        return one(at_->use("take_step").bind(person).bind(step));
    }
    Outcome put_recovery_codes(Id person, const std::vector<std::string>& hashes) override {
        FRIST_TRY_DONE(at_->use("drop_recovery_codes").bind(person).run());
        std::int64_t number = 0;
        for (const std::string& hash : hashes)
            FRIST_TRY_DONE(at_->use("add_recovery_code").bind(person).bind(hash).bind(++number).run());
        return done;
    }
    Result<bool> take_recovery_code(Id person, const std::string& hash) override {
        return one(at_->use("take_recovery_code").bind(person).bind(hash));
    }
    Result<std::int64_t> recovery_codes(Id person) override {
        Statement s = at_->use("recovery_codes");
        FRIST_TRY([[maybe_unused]] const bool row, s.bind(person).step());
        return s.whole();
    }

    Result<Id> add_session(const SessionRow& row) override {
        Statement s = at_->use("add_session");
        s.bind(row.person).bind(row.hash).bind(row.made.second).bind(row.seen.second).bind(row.device);
        return added(s.bind(std::int64_t{row.second_factor}));
    }
    Result<std::optional<SessionRow>> session(const std::string& hash) override {
        Statement s = at_->use("session");
        s.bind(hash);
        return first<SessionRow>(s, [&] { return session_of(s); });
    }
    Result<std::vector<SessionRow>> sessions(Id person) override {
        Statement s = at_->use("sessions");
        s.bind(person);
        return all<SessionRow>(s, [&] { return session_of(s); });
    }
    Outcome seen(Id session, Instant when) override {
        return at_->use("session_seen").bind(session).bind(when.second).run();
    }
    Outcome session_proved(Id session) override { return at_->use("session_proved").bind(session).run(); }
    Result<bool> drop_session(Id person, Id session) override {
        return one(at_->use("drop_session").bind(session).bind(person));
    }
    Outcome drop_sessions(Id person, Id but) override { return at_->use("drop_sessions").bind(person).bind(but).run(); }

    Outcome add_ticket(const TicketRow& row) override {
        return at_->use("add_ticket").bind(row.hash).bind(row.person).bind(row.ends.second).run();
    }
    Result<std::optional<TicketRow>> ticket(const std::string& hash) override {
        Statement s = at_->use("ticket");
        s.bind(hash);
        return first<TicketRow>(s, [&] {
            TicketRow row;
            row.hash = s.word();
            row.person = s.whole();
            row.ends = instant(s);
            return row;
        });
    }
    Result<bool> take_ticket(const std::string& hash) override { return one(at_->use("take_ticket").bind(hash)); }
    Outcome drop_tickets(Id person) override { return at_->use("drop_tickets").bind(person).run(); }

    Result<Id> add_link(const LinkRow& row) override {
        Statement s = at_->use("add_link");
        const std::string creditors = text(row.reach);
        s.bind(name_of(row.kind)).bind(row.hash).bind(row.email).bind(name_of(row.role)).bind(creditors);
        return added(s.bind(row.person).bind(row.by).bind(row.made.second).bind(row.ends.second));
    }
    Result<std::optional<LinkRow>> link(const std::string& hash) override {
        Statement s = at_->use("link");
        s.bind(hash);
        return first<LinkRow>(s, [&] { return link_of(s); });
    }
    Result<std::vector<LinkRow>> links() override {
        Statement s = at_->use("links");
        return all<LinkRow>(s, [&] { return link_of(s); });
    }
    Result<bool> take_link(Id link) override { return one(at_->use("take_link").bind(link)); }

    Result<Id> add_mandate(const MandateRow& row) override {
        Statement s = at_->use("add_mandate");
        return added(s.bind(row.creditor).bind(name_of(row.role)).bind(row.hash).bind(row.by).bind(row.made.second).bind(row.ends.second));
    }
    Result<std::optional<MandateRow>> mandate(Id id) override {
        Statement s = at_->use("mandate");
        s.bind(id);
        return first<MandateRow>(s, [&] { return mandate_of(s); });
    }
    Result<std::optional<MandateRow>> mandate_of_code(const std::string& hash) override {
        Statement s = at_->use("mandate_of_code");
        s.bind(hash);
        return first<MandateRow>(s, [&] { return mandate_of(s); });
    }
    Result<std::vector<MandateRow>> mandates_of_creditor(Id creditor) override {
        Statement s = at_->use("mandates_of_creditor");
        s.bind(creditor);
        return all<MandateRow>(s, [&] { return mandate_of(s); });
    }
    Result<std::vector<MandateRow>> mandates_of_person(Id person) override {
        Statement s = at_->use("mandates_of_person");
        s.bind(person);
        return all<MandateRow>(s, [&] { return mandate_of(s); });
    }
    Result<bool> take_mandate(Id mandate, Id person, Instant when) override {
        return one(at_->use("take_mandate").bind(mandate).bind(person).bind(when.second));
    }
    Outcome set_mandate_role(Id mandate, Role role) override {
        return at_->use("set_mandate_role").bind(mandate).bind(name_of(role)).run();
    }
    Outcome end_mandate(Id mandate, Instant when) override {
        FRIST_TRY_DONE(at_->use("end_mandate").bind(mandate).bind(when.second).run());
        return at_->use("drop_mandate_members").bind(mandate).run();
    }
    Outcome join_mandate(Id mandate, Id person) override {
        return at_->use("join_mandate").bind(mandate).bind(person).run();
    }
    Outcome leave_mandate(Id mandate, Id person) override {
        return at_->use("leave_mandate").bind(mandate).bind(person).run();
    }
    Result<std::vector<Id>> mandate_members(Id mandate) override {
        Statement s = at_->use("mandate_members");
        s.bind(mandate);
        return all<Id>(s, [&] { return s.whole(); });
    }

    Result<Id> add_key(const KeyRow& row) override {
        Statement s = at_->use("add_key");
        const std::string scopes = words_of(row.scopes);
        const std::string creditors = text(row.reach);
        s.bind(row.person)
            .bind(row.name)
            .bind(row.hash)
            .bind(row.shown)
            .bind(scopes)
            .bind(creditors)
            .bind(row.made.second);
        bind_maybe(s, row.ends);
        return added(s);
    }
    Result<std::optional<KeyRow>> key(const std::string& hash) override {
        Statement s = at_->use("key");
        s.bind(hash);
        return first<KeyRow>(s, [&] { return key_of(s); });
    }
    Result<std::vector<KeyRow>> keys(std::optional<Id> person) override {
        Statement s = at_->use(person ? "keys_of_person" : "keys");
        if (person) s.bind(*person);
        return all<KeyRow>(s, [&] { return key_of(s); });
    }
    Outcome used(Id key, Date on) override { return at_->use("key_used").bind(key).bind(on).run(); }
    Result<bool> revoke_key(Id key, Instant when) override {
        return one(at_->use("revoke_key").bind(key).bind(when.second));
    }
    Outcome revoke_keys(Id person, Instant when) override {
        return at_->use("revoke_keys").bind(person).bind(when.second).run();
    }

    Outcome put_failures(const FailureRow& row) override {
        return at_->use("put_failures").bind(row.of).bind(std::int64_t{row.count}).bind(row.last.second).run();
    }
    Result<std::optional<FailureRow>> failures(const std::string& of) override {
        Statement s = at_->use("failures");
        s.bind(of);
        return first<FailureRow>(s, [&] {
            FailureRow row;
            row.of = s.word();
            row.count = static_cast<int>(s.whole());
            row.last = instant(s);
            return row;
        });
    }

    Outcome add_act(const ActRow& row) override {
        Statement s = at_->use("add_act");
        s.bind(row.number).bind(row.at.second).bind(row.person).bind(row.key).bind(row.what).bind(row.creditor);
        FRIST_TRY_DONE(s.bind(row.on).bind(row.hash).run());
        return at_->use("set_act_end").bind(row.number).bind(row.hash).run();
    }
    Result<std::optional<ActRow>> last_act() override {
        Statement s = at_->use("act_end");
        return first<ActRow>(s, [&] {
            ActRow row;
            row.number = s.whole();
            row.hash = s.word();
            return row;
        });
    }
    Result<std::vector<ActRow>> acts(const ActFilter& filter) override {
        Statement s = at_->use(filter.creditor ? "acts_of_creditor" : filter.person ? "acts_of_person" : "acts");
        const std::string seen = filter.reach.all ? "all" : fmt::format(",{},", text(filter.reach));
        s.bind(filter.before == 0 ? std::numeric_limits<std::int64_t>::max() : filter.before).bind(seen);
        s.bind(filter.own == 0 ? std::int64_t{-1} : filter.own).bind(filter.limit);
        if (filter.creditor)
            s.bind(*filter.creditor).bind(filter.person.value_or(0));
        else if (filter.person)
            s.bind(*filter.person);
        return all<ActRow>(s, [&] { return act_of(s); });
    }
    Result<std::vector<ActRow>> acts_from(std::int64_t number, std::int64_t limit) override {
        Statement s = at_->use("acts_from");
        s.bind(number).bind(limit);
        return all<ActRow>(s, [&] { return act_of(s); });
    }

    Outcome put_setting(Id person, const Setting& setting) override {
        if (setting.value.empty()) return at_->use("drop_setting").bind(person).bind(setting.name).run();
        return at_->use("put_setting").bind(person).bind(setting.name).bind(setting.value).run();
    }
    Result<std::vector<Setting>> settings(Id person) override {
        Statement s = at_->use("settings");
        s.bind(person);
        return all<Setting>(s, [&] {
            Setting row;
            row.name = s.word();
            row.value = s.word();
            return row;
        });
    }

    Result<Id> put_view(const ViewRow& row) override {
        Statement s = at_->use(row.id == 0 ? "add_view" : "set_view");
        s.bind(row.version).bind(row.person).bind(name_of(row.of)).bind(row.name).bind(std::int64_t{row.shared});
        s.bind(row.body);
        if (row.id == 0) return added(s);
        FRIST_TRY(const bool found, one(s.bind(row.id)));
        if (found) return row.id;
        return Error{"store.conflict", fmt::format("view {}", row.id), "was changed meanwhile", "Read it again."};
    }
    Result<std::optional<ViewRow>> view(Id id) override {
        Statement s = at_->use("view");
        s.bind(id);
        return first<ViewRow>(s, [&] { return view_of(s); });
    }
    Result<std::vector<ViewRow>> views(Id person) override {
        Statement s = at_->use("views");
        s.bind(person);
        return all<ViewRow>(s, [&] { return view_of(s); });
    }
    Result<std::vector<ViewRow>> shared_views() override {
        Statement s = at_->use("shared_views");
        return all<ViewRow>(s, [&] { return view_of(s); });
    }
    Outcome drop_view(Id id) override { return at_->use("drop_view").bind(id).run(); }

    Outcome put_site(const std::string& name, const std::string& value) override {
        if (value.empty()) return at_->use("drop_site").bind(name).run();
        return at_->use("put_site").bind(name).bind(value).run();
    }
    Result<std::string> site(const std::string& name) override {
        Statement s = at_->use("site");
        s.bind(name);
        FRIST_TRY(const auto value, first<std::string>(s, [&] { return s.word(); }));
        return value.value_or("");
    }

    Outcome put_wish(const WishRow& row) override {
        Statement s = at_->use("put_wish");
        s.bind(row.person).bind(std::int64_t{row.ready}).bind(std::int64_t{row.legal}).bind(std::int64_t{row.held});
        return s.bind(name_of(row.pace)).run();
    }
    Result<std::optional<WishRow>> wish(Id person) override {
        Statement s = at_->use("wish");
        s.bind(person);
        return first<WishRow>(s, [&] { return wish_of(s); });
    }
    Result<Id> add_mail(const MailRow& row) override {
        Statement s = at_->use("add_mail");
        s.bind(row.person).bind(row.day).bind(row.made.second).bind(row.creditor).bind(name_of(row.state));
        s.bind(row.begun).bind(row.tries).bind(row.said);
        return added(s);
    }
    Outcome set_mail(const MailRow& row) override {
        Statement s = at_->use("set_mail");
        return s.bind(row.id).bind(name_of(row.state)).bind(row.begun).bind(row.tries).bind(row.said).run();
    }
    Result<std::vector<MailRow>> open_mails() override {
        Statement s = at_->use("open_mails");
        return all<MailRow>(s, [&] { return mail_of(s); });
    }
    Result<std::vector<MailRow>> mails_of_day(Id person, Date day) override {
        Statement s = at_->use("mails_of_day");
        s.bind(person).bind(day);
        return all<MailRow>(s, [&] { return mail_of(s); });
    }
    Outcome add_news(Id person, const NewsRow& row) override {
        Statement s = at_->use("add_news");
        s.bind(person).bind(name_of(row.kind)).bind(row.creditor).bind(row.case_id);
        return s.bind(row.what).bind(row.mail).run();
    }
    Result<std::vector<NewsRow>> news_of_person(Id person) override {
        Statement s = at_->use("news_of_person");
        s.bind(person);
        return all<NewsRow>(s, [&] { return news_of(s); });
    }
    Result<std::vector<NewsRow>> news_of_mail(Id mail) override {
        Statement s = at_->use("news_of_mail");
        s.bind(mail);
        return all<NewsRow>(s, [&] { return news_of(s); });
    }
    Outcome drop_news(Id person, const NewsRow& row) override {
        Statement s = at_->use("drop_news");
        return s.bind(person).bind(name_of(row.kind)).bind(row.creditor).bind(row.case_id).run();
    }

    Outcome add_identity(const IdentityRow& row) override {
        Statement s = at_->use("add_identity");
        return s.bind(row.issuer).bind(row.subject).bind(row.person).bind(row.made.second).run();
    }
    Result<std::optional<IdentityRow>> identity(const std::string& issuer, const std::string& subject) override {
        Statement s = at_->use("identity");
        s.bind(issuer).bind(subject);
        return first<IdentityRow>(s, [&] { return identity_of(s); });
    }
    Result<bool> has_identity(Id person, const std::string& issuer) override {
        Statement s = at_->use("identity_of_person");
        s.bind(person).bind(issuer);
        return s.step();
    }
    Outcome drop_identities(Id person) override { return at_->use("drop_identities").bind(person).run(); }

    Result<Id> add_passkey(const PasskeyRow& row) override {
        Statement s = at_->use("add_passkey");
        s.bind(row.person).bind(row.credential).bind(row.key).bind(row.count).bind(row.name).bind(row.made.second);
        return added(s);
    }
    Result<std::optional<PasskeyRow>> passkey(const std::string& credential) override {
        Statement s = at_->use("passkey");
        s.bind(credential);
        return first<PasskeyRow>(s, [&] { return passkey_of(s); });
    }
    Result<std::vector<PasskeyRow>> passkeys(Id person) override {
        Statement s = at_->use("passkeys");
        s.bind(person);
        return all<PasskeyRow>(s, [&] { return passkey_of(s); });
    }
    Outcome passkey_used(Id passkey, std::int64_t count, Instant at) override {
        return at_->use("passkey_used").bind(passkey).bind(count).bind(at.second).run();
    }
    Result<bool> drop_passkey(Id person, Id passkey) override {
        Statement s = at_->use("drop_passkey");
        s.bind(passkey).bind(person);
        return one(s);
    }
    Outcome drop_passkeys(Id person) override { return at_->use("drop_passkeys").bind(person).run(); }

    Outcome add_terms(const TermsRow& row) override {
        Statement s = at_->use("add_terms");
        return s.bind(row.version).bind(row.starts).bind(row.title).bind(row.text).bind(row.made.second).run();
    }
    Result<std::vector<TermsRow>> terms() override {
        Statement s = at_->use("terms");
        return all<TermsRow>(s, [&] {
            TermsRow row;
            row.version = s.whole();
            row.starts = s.date();
            row.title = s.word();
            row.text = s.word();
            row.made = instant(s);
            return row;
        });
    }
    Outcome add_acceptance(std::int64_t version, Id person, Id creditor, Instant at) override {
        return at_->use("add_acceptance").bind(version).bind(person).bind(creditor).bind(at.second).run();
    }
    Result<std::optional<Instant>> acceptance(std::int64_t version, Id person, Id creditor) override {
        Statement s = at_->use("acceptance");
        s.bind(version).bind(person).bind(creditor);
        return first<Instant>(s, [&] { return instant(s); });
    }

    Outcome forget(Instant now, Instant made, Instant last_seen, Instant failed) override {
        FRIST_TRY_DONE(at_->use("forget_sessions").bind(made.second).bind(last_seen.second).run());
        FRIST_TRY_DONE(at_->use("forget_tickets").bind(now.second).run());
        FRIST_TRY_DONE(at_->use("forget_links").bind(now.second).run());
        return at_->use("forget_failures").bind(failed.second).run();
    }

private:
    // Whether the statement found its row.
    Result<bool> one(Statement& s) {
        FRIST_TRY_DONE(s.run());
        return at_->changed() == 1;
    }
    Result<Id> added(Statement& s) {
        FRIST_TRY_DONE(s.run());
        return at_->made();
    }

    std::shared_ptr<Connection> at_;
};

}  // namespace

std::unique_ptr<access::Store> access_on(std::shared_ptr<Connection> connection) {
    return std::make_unique<AccessStore>(std::move(connection));
}

}  // namespace frist::store
