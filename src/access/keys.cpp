#include "access/keys.h"

#include "access/acts.h"
#include "access/opening.h"
#include "access/secrets.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::string_view beginning = "frist_";
constexpr std::size_t chance_letters = 32;  // 190 bits
constexpr std::size_t check_letters = 4;
constexpr std::size_t shown_letters = 6;
constexpr std::size_t longest_name = 60;

// Finds a slip of the hand, and lets a scanner of repositories know a key from chance.
std::string check_of(std::string_view letters) {
    const std::string hash = sha256(letters).substr(0, 8);
    std::uint32_t number = 0;
    std::from_chars(hash.data(), hash.data() + hash.size(), number, 16);
    constexpr std::uint32_t letters_there = base62.size();
    std::string check;
    for (std::size_t i = 0; i < check_letters; ++i, number /= letters_there) check += base62[number % letters_there];
    return check;
}

Outcome check_wish(const Who& who, const KeyWish& wish, Instant now) {
    if (wish.name.empty() || wish.name.size() > longest_name)
        return Error{"key.name", "name", "is empty or too long",
                     fmt::format("Name what the key is for, in at most {} letters.", longest_name)};
    if (wish.scopes.empty())
        return Error{"key.scopes", "scopes", "the key would be for nothing", "Choose read, write or import."};
    if (!within(wish.reach, who.reach) || (!wish.reach.all && wish.reach.creditors.empty()))
        return Error{"access.reach", "creditors", "these are not creditors that you see",
                     "Name creditors that you see."};
    if (wish.ends && *wish.ends <= now)
        return Error{"key.ends", "ends", "is not in the future", "Choose a later day, or none."};
    return done;
}

KeySeen seen_of(const KeyRow& row) {
    return {row.id,    row.person, row.name, row.shown,     row.scopes,
            row.reach, row.made,   row.ends, row.last_used, row.revoked};
}

// The own ones, and those of people whom `who` may manage.
Result<std::vector<KeyRow>> rows_seen(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    if (!may(who, Right::manage_keys, std::nullopt).ok()) return porter.store.keys(who.person);
    FRIST_TRY(const std::vector<KeyRow> all, porter.store.keys(std::nullopt));
    std::vector<KeyRow> rows;
    for (const KeyRow& row : all) {
        FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(row.person));
        if (!person) continue;
        FRIST_TRY(const bool seen, sees_all_of(porter, who, *person));
        if (row.person == who.person || (seen && person->role >= who.role)) rows.push_back(row);
    }
    return rows;
}

}  // namespace

Result<NewKey> make_key(const Porter& porter, const Who& who, const KeyWish& wish, Instant now) {
    FRIST_TRY_DONE(may(who, Right::own_keys, std::nullopt));
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY_DONE(check_wish(who, wish, now));
    NewKey made;
    const std::string letters = chance_text(porter.random, base62, chance_letters);
    made.secret = fmt::format("{}{}{}", beginning, letters, check_of(letters));
    made.shown = made.secret.substr(0, beginning.size() + shown_letters);
    KeyRow row;
    row.person = who.person;
    row.name = wish.name;
    row.hash = sha256(made.secret);
    row.shown = made.shown;
    row.scopes = wish.scopes;
    row.reach = wish.reach;
    row.made = now;
    row.ends = wish.ends;
    return kept(porter.store, [&]() -> Result<NewKey> {
        FRIST_TRY(made.key, porter.store.add_key(row));
        FRIST_TRY_DONE(write_act(porter, who, {"key-make", std::nullopt, fmt::format("key {}", made.key)}, now));
        return made;
    });
}

Result<std::vector<KeySeen>> keys(const Porter& porter, const Who& who) {
    FRIST_TRY(const std::vector<KeyRow> rows, rows_seen(porter, who));
    std::vector<KeySeen> seen;
    std::transform(rows.begin(), rows.end(), std::back_inserter(seen), seen_of);
    return seen;
}

Outcome revoke_key(const Porter& porter, const Who& who, Id key, Instant now) {
    FRIST_TRY(const std::vector<KeyRow> rows, rows_seen(porter, who));
    if (std::none_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return row.id == key; }))
        return Error{"key.unknown", fmt::format("key {}", key), "there is no such key", "Look at the list of keys."};
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const bool fresh, porter.store.revoke_key(key, now));
        return fresh ? write_act(porter, who, {"key-revoke", std::nullopt, fmt::format("key {}", key)}, now)
                     : Outcome(done);
    });
}

bool looks_like_key(std::string_view text) {
    if (text.size() != beginning.size() + chance_letters + check_letters || !text.starts_with(beginning)) return false;
    const std::string_view letters = text.substr(beginning.size(), chance_letters);
    return check_of(letters) == text.substr(beginning.size() + chance_letters);
}

}  // namespace frist::access
