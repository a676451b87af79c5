#include "access/people.h"

#include "access/opening.h"
#include "access/passwords.h"
#include "base/pch.h"

namespace frist::access {
namespace {

Result<Person> shown(const Porter& porter, const PersonRow& row) {
    FRIST_TRY(const std::optional<FactorRow> factor, porter.store.factor(row.id));
    FRIST_TRY(const Who who, who_of(porter, row));
    std::vector<Id> lent;
    lent.reserve(who.lent.size());
    for (const Lent& one : who.lent) lent.push_back(one.creditor);
    return Person{row.id,    row.version, row.email, row.name, row.language, row.role, who.reach, Reach::of(std::move(lent)).creditors,
                  factor && factor->confirmed, row.made};
}

// Error access.last_owner when this person is the only owner.
Outcome another_owner(const Porter& porter, const PersonRow& person) {
    if (person.role != Role::owner) return done;
    FRIST_TRY(const std::vector<PersonRow> rows, porter.store.people());
    for (const PersonRow& row : rows)
        if (row.id != person.id && row.role == Role::owner && !row.removed) return done;
    return Error{"access.last_owner", fmt::format("person {}", person.id), "is the only owner",
                 "Make another person an owner first."};
}

Outcome still(const PersonRow& row, std::int64_t version) {
    if (row.version == version) return done;
    return Error{"store.conflict", fmt::format("person {}", row.id), "it was changed meanwhile",
                 "Read the person again and repeat the change."};
}

Outcome put(const Porter& porter, PersonRow row) {
    ++row.version;
    FRIST_TRY([[maybe_unused]] const Id id, porter.store.put_person(row));
    return done;
}

Outcome told(const Porter& porter, const Who& who, const std::string& what, Id person, Instant now) {
    return write_act(porter, who, {what, std::nullopt, fmt::format("person {}", person)}, now);
}

enum class Links { to_a_password, all };

// Links to a new password for the person; of one who goes also those that the person made.
Outcome drop_links(const Porter& porter, Id person, Links which) {
    FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
    for (const LinkRow& link : links)
        if (link.person == person || (which == Links::all && link.by == person)) {
            FRIST_TRY([[maybe_unused]] const bool dropped, porter.store.take_link(link.id));
        }
    return done;
}

Outcome drop_settings(const Porter& porter, Id person) {
    FRIST_TRY(const std::vector<Setting> settings, porter.store.settings(person));
    for (const Setting& setting : settings) FRIST_TRY_DONE(porter.store.put_setting(person, {setting.name, {}}));
    return done;
}

bool by_mandate(const Who& who, Id creditor) {
    return covers(who.reach, creditor) && !covers(own(who), creditor);
}

// Of the creditors that are wished, those that become or stay the person's own.
Reach own_part(const Who& who, const Who& before, Reach wished) {
    std::erase_if(wished.creditors,
                  [&](Id creditor) { return by_mandate(who, creditor) || by_mandate(before, creditor); });
    return wished;
}

// The person works by the mandates of the wished creditors, and by no other.
Outcome set_mandates(const Porter& porter, const Who& who, const Who& before, const Reach& wished, Instant now) {
    std::set<Id> there;
    for (const Lent& one : before.lent) {
        there.insert(one.mandate);
        if (wished.all || !covers(wished, one.creditor)) FRIST_TRY_DONE(take_out(porter, who, one.mandate, before.person, now));
    }
    for (const Lent& one : who.lent)
        if (covers(wished, one.creditor) && !there.contains(one.mandate) && !covers(own(before), one.creditor))
            FRIST_TRY_DONE(porter.store.join_mandate(one.mandate, before.person));
    return done;
}

bool overlap(const Reach& one, const Reach& other) {
    const Reach shared = both(one, other);
    return shared.all || !shared.creditors.empty();
}

}  // namespace

Result<std::string> normal_email(std::string_view email) {
    while (!email.empty() && email.front() == ' ') email.remove_prefix(1);
    while (!email.empty() && email.back() == ' ') email.remove_suffix(1);
    std::string low(email);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
    const std::size_t at = low.find('@');
    const bool signs = std::all_of(low.begin(), low.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7f' && c != '<' && c != '>' && c != ',' && c != ';';
    });
    const bool halves = at != low.npos && at > 0 && low.find('@', at + 1) == low.npos &&
                        low.find('.', at) != low.npos && low.back() != '.' && low[at + 1] != '.';
    if (signs && halves && low.size() <= 254) return low;
    return Error{"person.email", "email", "is no e-mail address", "Write it as name@firm.example."};
}

Result<std::vector<Person>> people(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(may(who, Right::manage_people, std::nullopt));
    FRIST_TRY(const std::vector<PersonRow> rows, porter.store.people());
    std::vector<Person> seen;
    for (const PersonRow& row : rows) {
        if (row.removed) continue;
        FRIST_TRY(const bool all, sees_all_of(porter, who, row));
        if (!all) continue;
        FRIST_TRY(Person one, shown(porter, row));
        seen.push_back(std::move(one));
    }
    return seen;
}

Result<Person> person(const Porter& porter, const Who& who, Id id) {
    if (id != who.person || who.key != 0) FRIST_TRY_DONE(may(who, Right::manage_people, std::nullopt));
    FRIST_TRY(const std::optional<PersonRow> row, porter.store.person(id));
    bool seen = row && !row->removed && id == who.person;
    if (row && !row->removed && !seen) {
        FRIST_TRY(seen, sees_all_of(porter, who, *row));
    }
    if (seen) return shown(porter, *row);
    return Error{"person.unknown", fmt::format("person {}", id), "there is no such person",
                 "Look at the list of people."};
}

Result<std::vector<std::pair<Id, std::string>>> names(const Porter& porter, const Who& who,
                                                      const std::vector<Id>& ids) {
    std::vector<std::pair<Id, std::string>> known;
    for (const Id id : std::set<Id>(ids.begin(), ids.end())) {
        FRIST_TRY(const std::optional<PersonRow> row, porter.store.person(id));
        if (!row) continue;
        FRIST_TRY(const Who other, who_of(porter, *row));
        if (id == who.person || overlap(other.reach, who.reach)) known.emplace_back(id, row->name);
    }
    return known;
}

Outcome set_rights(const Porter& porter, const Who& who, const NewRights& rights, Instant now) {
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(PersonRow row, one_to_manage(porter, who, rights.person));
        FRIST_TRY_DONE(may_give(who, rights.role, rights.reach));
        FRIST_TRY_DONE(still(row, rights.version));
        if (rights.role != Role::owner) FRIST_TRY_DONE(another_owner(porter, row));
        FRIST_TRY(const Who before, who_of(porter, row));
        row.role = rights.role;
        row.reach = own_part(who, before, rights.reach);
        FRIST_TRY_DONE(put(porter, row));
        FRIST_TRY_DONE(set_mandates(porter, who, before, rights.reach, now));
        return told(porter, who, "person-rights", row.id, now);
    });
}

Outcome see_new_creditor(const Porter& porter, const Who& who, Id creditor) {
    if (who.reach.all) return done;
    FRIST_TRY(PersonRow row, row_of(porter, who));
    row.reach.creditors.push_back(creditor);
    row.reach = Reach::of(std::move(row.reach.creditors));
    return put(porter, std::move(row));
}

Outcome forget_creditor(const Porter& porter, Id creditor) {
    FRIST_TRY(const std::vector<PersonRow> rows, porter.store.people());
    for (PersonRow row : rows)
        if (std::erase(row.reach.creditors, creditor) > 0) FRIST_TRY_DONE(put(porter, std::move(row)));
    FRIST_TRY(const std::vector<LinkRow> links, porter.store.links());
    for (const LinkRow& link : links)
        if (!link.reach.all && covers(link.reach, creditor)) {
            FRIST_TRY([[maybe_unused]] const bool dropped, porter.store.take_link(link.id));
        }
    return done;
}

Outcome remove_person(const Porter& porter, const Who& who, Id person, std::int64_t version, Instant now) {
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(PersonRow row, one_to_manage(porter, who, person));
        FRIST_TRY_DONE(still(row, version));
        FRIST_TRY_DONE(another_owner(porter, row));
        row.removed = now;
        row.email.clear();
        row.password.clear();
        FRIST_TRY_DONE(put(porter, row));
        FRIST_TRY(const std::vector<MandateRow> mandates, porter.store.mandates_of_person(person));
        for (const MandateRow& mandate : mandates) FRIST_TRY_DONE(take_out(porter, who, mandate.id, person, now));
        FRIST_TRY_DONE(porter.store.drop_sessions(person, 0));
        FRIST_TRY_DONE(porter.store.drop_tickets(person));
        FRIST_TRY_DONE(porter.store.drop_factor(person));
        FRIST_TRY_DONE(porter.store.drop_passkeys(person));
        FRIST_TRY_DONE(porter.store.drop_identities(person));
        FRIST_TRY_DONE(porter.store.revoke_keys(person, now));
        FRIST_TRY_DONE(drop_links(porter, person, Links::all));
        FRIST_TRY_DONE(drop_settings(porter, person));
        return told(porter, who, "person-remove", person, now);
    });
}

Outcome drop_factor_of(const Porter& porter, const Who& who, Id person, Instant now) {
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const PersonRow row, one_to_manage(porter, who, person));
        FRIST_TRY_DONE(porter.store.drop_factor(row.id));
        FRIST_TRY_DONE(porter.store.drop_passkeys(row.id));
        FRIST_TRY_DONE(porter.store.drop_sessions(row.id, 0));
        FRIST_TRY_DONE(porter.store.drop_tickets(row.id));
        return told(porter, who, "factor-drop", row.id, now);
    });
}

Outcome set_own_account(const Porter& porter, const Who& who, const OwnAccount& account, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY_DONE(check_name(account.name));
    FRIST_TRY_DONE(check_language(account.language));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(PersonRow row, row_of(porter, who));
        FRIST_TRY_DONE(still(row, account.version));
        row.name = account.name;
        row.language = account.language;
        FRIST_TRY_DONE(put(porter, row));
        return told(porter, who, "account-change", row.id, now);
    });
}

Outcome change_password(const Porter& porter, const Who& who, std::string_view old_password,
                        std::string_view new_password, Instant now) {
    FRIST_TRY(const PersonRow before, confirm_password(porter, who, old_password, now));
    FRIST_TRY_DONE(check_password(new_password, before.email, before.name));
    const std::string hash = porter.hasher.hash(new_password, porter.random);
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(PersonRow row, row_of(porter, who));
        FRIST_TRY_DONE(still(row, before.version));
        row.password = hash;
        FRIST_TRY_DONE(put(porter, row));
        FRIST_TRY_DONE(porter.store.drop_sessions(row.id, who.session));
        FRIST_TRY_DONE(porter.store.drop_tickets(row.id));
        FRIST_TRY_DONE(drop_links(porter, row.id, Links::to_a_password));
        return told(porter, who, "password-change", row.id, now);
    });
}

}  // namespace frist::access
