#include "access/opening.h"

#include "access/secrets.h"
#include "access/sessions.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::size_t longest_device = 120;
constexpr std::size_t longest_name = 100;

// Without signs that steer a terminal, and not longer than wanted; a letter is not cut in two.
std::string plain(std::string_view text, std::size_t longest) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; });
    if (kept.size() <= longest) return kept;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(kept[end]) & 0xc0) == 0x80) --end;
    kept.resize(end);
    return kept;
}

}  // namespace

Result<NewSession> open_session(const Porter& porter, const PersonRow& person, std::string_view device,
                                bool second_factor, const std::string& act, Instant now) {
    NewSession opened;
    opened.token = new_token(porter.random);
    opened.person = person.id;
    opened.ends = now + session_life;
    SessionRow row;
    row.person = person.id;
    row.hash = sha256(opened.token);
    row.made = row.seen = now;
    row.device = plain(device, longest_device);
    row.second_factor = second_factor;
    FRIST_TRY(opened.session, porter.store.add_session(row));
    Who who;
    who.person = person.id;
    FRIST_TRY_DONE(write_act(porter, who, {act, std::nullopt, fmt::format("session {}", opened.session)}, now));
    return opened;
}

Outcome only_a_person(const Who& who) {
    if (who.key == 0 && who.person != 0) return done;
    return Error{"access.denied", "", "a key may not do this", "Log in as a person."};
}

Result<PersonRow> row_of(const Porter& porter, const Who& who) {
    FRIST_TRY(std::optional<PersonRow> row, porter.store.person(who.person));
    if (row && !row->removed) return std::move(*row);
    return Error{"access.session", "", "nobody is logged in", "Log in."};
}

Result<PersonRow> confirm_password(const Porter& porter, const Who& who, std::string_view password, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY(PersonRow row, row_of(porter, who));
    const Meter meter = Meter::of_password(who.person);
    FRIST_TRY_DONE(begin_attempt(porter.store, {meter}, now));
    if (!porter.hasher.fits(row.password, password))
        return Error{"access.login", "password", "this is not your password", "Type it again."};
    FRIST_TRY_DONE(forget_failures(porter.store, meter, now));
    return row;
}

Outcome check_name(std::string_view name) {
    const bool blank = std::all_of(name.begin(), name.end(), [](char c) { return c == ' '; });
    if (!blank && name.size() <= longest_name && plain(name, longest_name) == name) return done;
    return Error{"person.name", "name", "is no name",
                 fmt::format("Write it on one line of at most {} letters.", longest_name)};
}

Outcome check_language(std::string_view language) {
    if (language == "nb" || language == "nn" || language == "en" || language == "sv") return done;
    return Error{"person.language", "language", "is not a language of this program", "Choose nb, nn, en or sv."};
}

Result<PersonRow> one_to_manage(const Porter& porter, const Who& who, Id person) {
    FRIST_TRY_DONE(may(who, Right::manage_people, std::nullopt));
    FRIST_TRY(std::optional<PersonRow> row, porter.store.person(person));
    const Error unknown{"person.unknown", fmt::format("person {}", person), "there is no such person",
                        "Look at the list of people."};
    if (!row || row->removed) return unknown;
    FRIST_TRY(const bool seen, sees_all_of(porter, who, *row));
    if (!seen) return unknown;
    if (row->role < who.role)
        return Error{"access.denied", "", "the role of this person is above your own", "Ask an owner."};
    return std::move(*row);
}

Result<Who> who_of(const Porter& porter, const PersonRow& row) {
    Who who;
    who.person = row.id;
    who.role = row.role;
    who.reach = row.reach;
    FRIST_TRY(const std::vector<MandateRow> mandates, porter.store.mandates_of_person(row.id));
    std::vector<Id> seen = row.reach.creditors;
    for (const MandateRow& mandate : mandates) {
        if (covers(row.reach, mandate.creditor)) continue;
        who.lent.push_back({mandate.creditor, mandate.role, mandate.id});
        seen.push_back(mandate.creditor);
    }
    if (!who.lent.empty()) who.reach = Reach::of(std::move(seen));
    return who;
}

void narrow(Who& who, const KeyRow& key) {
    who.key = key.id;
    who.reach = both(key.reach, who.reach);
    std::erase_if(who.lent, [&](const Lent& one) { return !covers(who.reach, one.creditor); });
    who.scopes = key.scopes;
}

Result<bool> sees_all_of(const Porter& porter, const Who& who, const PersonRow& row) {
    if (who.reach.all) return true;
    FRIST_TRY(const Who other, who_of(porter, row));
    const bool by_same_mandates = std::all_of(other.lent.begin(), other.lent.end(), [&](const Lent& one) {
        return std::any_of(who.lent.begin(), who.lent.end(), [&](const Lent& mine) { return mine.mandate == one.mandate; });
    });
    const bool nobody_s = !row.reach.all && row.reach.creditors.empty() && other.lent.empty();
    return by_same_mandates && !nobody_s && within(row.reach, own(who));
}

std::string tidied(std::string_view code) {
    std::string kept;
    for (const char c : code)
        if (c != ' ' && c != '-') kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    return kept;
}

Error wrong_login() {
    return {"access.login", "", "e-mail or password is not right", "Type both again, or ask for a new password."};
}

}  // namespace frist::access
