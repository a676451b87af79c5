// access::Store in memory, for the tests of the room; the contract of tests/store_contract is asked of it too.
#pragma once
#include "access/ports.h"
#include "base/pch.h"

namespace frist::test {

using namespace access;

class MemoryStore final : public access::Store {
public:
    Outcome change(const std::function<Outcome()>& work) override {
        if (before_change) before_change();
        const Tables before = t;
        Outcome outcome = work();
        if (!outcome.ok()) t = before;
        return outcome;
    }

    Result<Id> put_person(const PersonRow& person) override {
        if (!person.removed)
            for (const auto& [id, row] : t.people)
                if (id != person.id && row.email == person.email && !row.removed)
                    return Error{"person.known", "email", "somebody with this e-mail is here already", ""};
        PersonRow row = person;
        if (row.id == 0)
            row.id = ++t.last;
        else if (t.people.at(row.id).version != row.version - 1)
            return Error{"store.conflict", "person", "", ""};
        t.people[row.id] = row;
        return row.id;
    }
    Result<std::optional<PersonRow>> person(Id id) override { return found(t.people, id); }
    Result<std::optional<PersonRow>> person_of_email(const std::string& email) override {
        return first(t.people, [&](const PersonRow& row) { return row.email == email && !row.removed; });
    }
    Result<std::vector<PersonRow>> people() override {
        return all(t.people, [](const PersonRow&) { return true; });
    }

    Outcome put_factor(const FactorRow& factor) override {
        t.factors[factor.person] = factor;
        return done;
    }
    Result<std::optional<FactorRow>> factor(Id person) override { return found(t.factors, person); }
    Outcome drop_factor(Id person) override {
        t.factors.erase(person);
        t.codes.erase(person);
        return done;
    }
    Result<bool> take_step(Id person, std::int64_t step) override {
        FactorRow& row = t.factors.at(person);
        if (row.last_step >= step) return false;
        row.last_step = step;
        return true;
    }
    Outcome put_recovery_codes(Id person, const std::vector<std::string>& hashes) override {
        t.codes[person] = {hashes.begin(), hashes.end()};
        return done;
    }
    Result<bool> take_recovery_code(Id person, const std::string& hash) override {
        return t.codes[person].erase(hash) == 1;
    }
    Result<std::int64_t> recovery_codes(Id person) override {
        return static_cast<std::int64_t>(t.codes[person].size());
    }

    Result<Id> add_session(const SessionRow& session) override { return add(t.sessions, session); }
    Result<std::optional<SessionRow>> session(const std::string& hash) override {
        return first(t.sessions, [&](const SessionRow& row) { return row.hash == hash; });
    }
    Result<std::vector<SessionRow>> sessions(Id person) override {
        return all(t.sessions, [&](const SessionRow& row) { return row.person == person; });
    }
    Outcome seen(Id session, Instant at) override {
        t.sessions.at(session).seen = at;
        return done;
    }
    Outcome session_proved(Id session) override {
        t.sessions.at(session).second_factor = true;
        return done;
    }
    Result<bool> drop_session(Id person, Id session) override {
        return std::erase_if(t.sessions,
                             [&](const auto& one) { return one.first == session && one.second.person == person; }) == 1;
    }
    Outcome drop_sessions(Id person, Id but) override {
        std::erase_if(t.sessions, [&](const auto& one) { return one.second.person == person && one.first != but; });
        return done;
    }

    Outcome add_ticket(const TicketRow& ticket) override {
        t.tickets[ticket.hash] = ticket;
        return done;
    }
    Result<std::optional<TicketRow>> ticket(const std::string& hash) override { return found(t.tickets, hash); }
    Result<bool> take_ticket(const std::string& hash) override { return t.tickets.erase(hash) == 1; }
    Outcome drop_tickets(Id person) override {
        std::erase_if(t.tickets, [&](const auto& one) { return one.second.person == person; });
        return done;
    }

    Result<Id> add_link(const LinkRow& link) override { return add(t.links, link); }
    Result<std::optional<LinkRow>> link(const std::string& hash) override {
        return first(t.links, [&](const LinkRow& row) { return row.hash == hash; });
    }
    Result<std::vector<LinkRow>> links() override {
        return all(t.links, [](const LinkRow&) { return true; });
    }
    Result<bool> take_link(Id link) override { return t.links.erase(link) == 1; }

    Result<Id> add_mandate(const MandateRow& mandate) override { return add(t.mandates, mandate); }
    Result<std::optional<MandateRow>> mandate(Id mandate) override { return found(t.mandates, mandate); }
    Result<std::optional<MandateRow>> mandate_of_code(const std::string& hash) override {
        return first(t.mandates, [&](const MandateRow& row) { return row.hash == hash; });
    }
    Result<std::vector<MandateRow>> mandates_of_creditor(Id creditor) override {
        return all(t.mandates, [&](const MandateRow& row) { return row.creditor == creditor && !row.ended; });
    }
    Result<std::vector<MandateRow>> mandates_of_person(Id person) override {
        return all(t.mandates, [&](const MandateRow& row) { return t.members[row.id].contains(person); });
    }
    Result<bool> take_mandate(Id mandate, Id person, Instant at) override {
        MandateRow& row = t.mandates.at(mandate);
        if (row.taken || row.ended) return false;
        row.person = person;
        row.taken = at;
        return true;
    }
    Outcome set_mandate_role(Id mandate, Role role) override {
        t.mandates.at(mandate).role = role;
        return done;
    }
    Outcome end_mandate(Id mandate, Instant at) override {
        MandateRow& row = t.mandates.at(mandate);
        if (!row.ended) row.ended = at;
        t.members.erase(mandate);
        return done;
    }
    Outcome join_mandate(Id mandate, Id person) override {
        t.members[mandate].insert(person);
        return done;
    }
    Outcome leave_mandate(Id mandate, Id person) override {
        t.members[mandate].erase(person);
        return done;
    }
    Result<std::vector<Id>> mandate_members(Id mandate) override {
        return std::vector<Id>(t.members[mandate].begin(), t.members[mandate].end());
    }

    Result<Id> add_key(const KeyRow& key) override { return add(t.keys, key); }
    Result<std::optional<KeyRow>> key(const std::string& hash) override {
        return first(t.keys, [&](const KeyRow& row) { return row.hash == hash; });
    }
    Result<std::vector<KeyRow>> keys(std::optional<Id> person) override {
        return all(t.keys, [&](const KeyRow& row) { return !person || row.person == *person; });
    }
    Outcome used(Id key, Date on) override {
        t.keys.at(key).last_used = on;
        return done;
    }
    Result<bool> revoke_key(Id key, Instant at) override {
        KeyRow& row = t.keys.at(key);
        if (row.revoked) return false;
        row.revoked = at;
        return true;
    }
    Outcome revoke_keys(Id person, Instant at) override {
        for (auto& [id, row] : t.keys)
            if (row.person == person && !row.revoked) row.revoked = at;
        return done;
    }

    Outcome put_failures(const FailureRow& row) override {
        t.failures[row.of] = row;
        return done;
    }
    Result<std::optional<FailureRow>> failures(const std::string& of) override { return found(t.failures, of); }

    Outcome add_act(const ActRow& act) override {
        t.acts.push_back(act);
        t.end = act;
        return done;
    }
    Result<std::optional<ActRow>> last_act() override { return t.end; }
    Result<std::vector<ActRow>> acts(const ActFilter& filter) override {
        std::vector<ActRow> rows;
        for (auto row = t.acts.rbegin(); row != t.acts.rend() && std::ssize(rows) < filter.limit; ++row) {
            const bool seen = filter.reach.all || covers(filter.reach, row->creditor) ||
                              (filter.own != 0 && row->person == filter.own) ||
                              (filter.own != 0 && row->what.starts_with("mandate-") && row->on.ends_with(fmt::format(" person {}", filter.own)));
            const bool wanted = (!filter.creditor || row->creditor == *filter.creditor) &&
                                (!filter.person || row->person == *filter.person) &&
                                (filter.before == 0 || row->number < filter.before);
            if (seen && wanted) rows.push_back(*row);
        }
        return rows;
    }
    Result<std::vector<ActRow>> acts_from(std::int64_t number, std::int64_t limit) override {
        std::vector<ActRow> rows;
        for (const ActRow& row : t.acts)
            if (row.number >= number && std::ssize(rows) < limit) rows.push_back(row);
        return rows;
    }

    Outcome put_setting(Id person, const Setting& setting) override {
        if (setting.value.empty())
            t.settings[person].erase(setting.name);
        else
            t.settings[person][setting.name] = setting;
        return done;
    }
    Result<std::vector<Setting>> settings(Id person) override {
        return all(t.settings[person], [](const Setting&) { return true; });
    }

    Result<Id> put_view(const ViewRow& view) override {
        if (view.id == 0) return add(t.views, view);
        const auto at = t.views.find(view.id);
        if (at == t.views.end() || at->second.version != view.version - 1)
            return Error{"store.conflict", "view", "", ""};
        at->second = view;
        return view.id;
    }
    Result<std::optional<ViewRow>> view(Id id) override { return found(t.views, id); }
    Result<std::vector<ViewRow>> views(Id person) override {
        return all(t.views, [&](const ViewRow& row) { return row.person == person; });
    }
    Result<std::vector<ViewRow>> shared_views() override {
        return all(t.views, [](const ViewRow& row) { return row.shared; });
    }
    Outcome drop_view(Id id) override {
        t.views.erase(id);
        return done;
    }


    Outcome put_site(const std::string& name, const std::string& value) override {
        t.site[name] = value;
        return done;
    }
    Result<std::string> site(const std::string& name) override { return t.site[name]; }

    Outcome put_wish(const WishRow& row) override {
        t.wishes[row.person] = row;
        return done;
    }
    Result<std::optional<WishRow>> wish(Id person) override { return found(t.wishes, person); }
    Result<Id> add_mail(const MailRow& row) override { return add(t.mails, row); }
    Outcome set_mail(const MailRow& row) override {
        MailRow& kept = t.mails.at(row.id);
        kept.state = row.state;
        kept.begun = row.begun;
        kept.tries = row.tries;
        kept.said = row.said;
        return done;
    }
    Result<std::vector<MailRow>> open_mails() override {
        return all(t.mails, [](const MailRow& row) { return row.state == MailState::waiting || row.state == MailState::begun; });
    }
    Result<std::vector<MailRow>> mails_of_day(Id person, Date day) override {
        return all(t.mails, [&](const MailRow& row) { return row.person == person && row.day == day; });
    }
    Outcome add_news(Id person, const NewsRow& row) override {
        t.news[{person, row.kind, row.creditor, row.case_id}] = row;
        return done;
    }
    Result<std::vector<NewsRow>> news_of_person(Id person) override {
        std::vector<NewsRow> rows;
        for (const auto& [key, row] : t.news)
            if (std::get<0>(key) == person) rows.push_back(row);
        return rows;
    }
    Result<std::vector<NewsRow>> news_of_mail(Id mail) override {
        std::vector<NewsRow> rows;
        for (const auto& [key, row] : t.news)
            if (row.mail == mail) rows.push_back(row);
        std::sort(rows.begin(), rows.end(), [](const NewsRow& a, const NewsRow& b) { return std::tie(a.creditor, a.case_id) < std::tie(b.creditor, b.case_id); });
        return rows;
    }
    Outcome drop_news(Id person, const NewsRow& row) override {
        t.news.erase({person, row.kind, row.creditor, row.case_id});
        return done;
    }

    Outcome add_identity(const IdentityRow& row) override {
        t.identities.push_back(row);
        return done;
    }
    Result<std::optional<IdentityRow>> identity(const std::string& issuer, const std::string& subject) override {
        for (const IdentityRow& row : t.identities)
            if (row.issuer == issuer && row.subject == subject) return std::optional<IdentityRow>(row);
        return std::optional<IdentityRow>{};
    }
    Result<bool> has_identity(Id person, const std::string& issuer) override {
        return std::any_of(t.identities.begin(), t.identities.end(), [&](const IdentityRow& row) { return row.person == person && row.issuer == issuer; });
    }
    Outcome drop_identities(Id person) override {
        std::erase_if(t.identities, [&](const IdentityRow& row) { return row.person == person; });
        return done;
    }

    Result<Id> add_passkey(const PasskeyRow& row) override { return add(t.passkeys, row); }
    Result<std::optional<PasskeyRow>> passkey(const std::string& credential) override {
        return first(t.passkeys, [&](const PasskeyRow& row) { return row.credential == credential; });
    }
    Result<std::vector<PasskeyRow>> passkeys(Id person) override {
        return all(t.passkeys, [&](const PasskeyRow& row) { return row.person == person; });
    }
    Outcome passkey_used(Id passkey, std::int64_t count, Instant at) override {
        t.passkeys.at(passkey).count = count;
        t.passkeys.at(passkey).used = at;
        return done;
    }
    Result<bool> drop_passkey(Id person, Id passkey) override {
        return std::erase_if(t.passkeys, [&](const auto& one) { return one.first == passkey && one.second.person == person; }) == 1;
    }
    Outcome drop_passkeys(Id person) override {
        std::erase_if(t.passkeys, [&](const auto& one) { return one.second.person == person; });
        return done;
    }

    Outcome add_terms(const TermsRow& row) override {
        t.terms.insert(t.terms.begin(), row);
        return done;
    }
    Result<std::vector<TermsRow>> terms() override { return t.terms; }
    Outcome add_acceptance(std::int64_t version, Id person, Id creditor, Instant at) override {
        t.acceptances[{version, person, creditor}] = at;
        return done;
    }
    Result<std::optional<Instant>> acceptance(std::int64_t version, Id person, Id creditor) override {
        const auto at = t.acceptances.find({version, person, creditor});
        return at == t.acceptances.end() ? std::optional<Instant>{} : std::optional<Instant>(at->second);
    }

    Outcome forget(Instant now, Instant made, Instant seen, Instant failed) override {
        std::erase_if(t.sessions, [&](const auto& one) { return one.second.made <= made || one.second.seen <= seen; });
        std::erase_if(t.tickets, [&](const auto& one) { return one.second.ends <= now; });
        std::erase_if(t.links, [&](const auto& one) { return one.second.ends <= now; });
        std::erase_if(t.failures, [&](const auto& one) { return one.second.last <= failed; });
        return done;
    }

    std::function<void()> before_change;

    struct Tables {
        Id last = 0;
        std::map<Id, PersonRow> people;
        std::map<Id, FactorRow> factors;
        std::map<Id, std::set<std::string>> codes;
        std::map<Id, SessionRow> sessions;
        std::map<std::string, TicketRow> tickets;
        std::map<Id, LinkRow> links;
        std::map<Id, MandateRow> mandates;
        std::map<Id, std::set<Id>> members;
        std::map<Id, KeyRow> keys;
        std::map<std::string, FailureRow> failures;
        std::vector<ActRow> acts;
        std::map<Id, ViewRow> views;
        std::optional<ActRow> end;
        std::map<Id, std::map<std::string, Setting>> settings;
        std::map<std::string, std::string> site;
        std::vector<IdentityRow> identities;
        std::vector<TermsRow> terms;
        std::map<std::tuple<std::int64_t, Id, Id>, Instant> acceptances;
        std::map<Id, PasskeyRow> passkeys;
        std::map<Id, WishRow> wishes;
        std::map<Id, MailRow> mails;
        std::map<std::tuple<Id, NewsKind, Id, Id>, NewsRow> news;
    } t;

private:
    template <class Row>
    Result<Id> add(std::map<Id, Row>& rows, Row row) {
        row.id = ++t.last;
        rows[row.id] = row;
        return row.id;
    }
    template <class Key, class Row>
    static Result<std::optional<Row>> found(const std::map<Key, Row>& rows, const Key& key) {
        const auto at = rows.find(key);
        return at == rows.end() ? std::optional<Row>{} : std::optional<Row>(at->second);
    }
    template <class Key, class Row, class Wanted>
    static Result<std::vector<Row>> all(const std::map<Key, Row>& rows, const Wanted& wanted) {
        std::vector<Row> kept;
        for (const auto& [key, row] : rows)
            if (wanted(row)) kept.push_back(row);
        return kept;
    }
    template <class Row, class Wanted>
    static Result<std::optional<Row>> first(const std::map<Id, Row>& rows, const Wanted& wanted) {
        for (const auto& [id, row] : rows)
            if (wanted(row)) return std::optional<Row>(row);
        return std::optional<Row>{};
    }
};

}  // namespace frist::test
