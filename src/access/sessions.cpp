#include "access/sessions.h"

#include "access/keys.h"
#include "access/opening.h"
#include "access/waits.h"
#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr Seconds seen_again = minutes(10);  // a request in between writes nothing

bool has_ended(const SessionRow& session, Instant now) {
    return now >= session.seen + idle_life || now >= session.made + session_life;
}

Error no_session() {
    return {"access.session", "", "nobody is logged in", "Log in."};
}
Error no_key() {
    return {"access.key", "", "this key opens nothing", "Make a new key, or copy the whole of it."};
}

}  // namespace

Result<Who> who_of_session(const Porter& porter, std::string_view token, Instant now) {
    FRIST_TRY(const std::optional<SessionRow> session, porter.store.session(sha256(token)));
    if (!session || has_ended(*session, now)) return no_session();
    FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(session->person));
    if (!person || person->removed) return no_session();
    if (now - session->seen >= seen_again) FRIST_TRY_DONE(porter.store.seen(session->id, now));
    FRIST_TRY(Who who, who_of(porter, *person));
    who.session = session->id;
    who.second_factor = session->second_factor;
    return who;
}

Result<Who> who_of_key(const Porter& porter, std::string_view key, Instant now) {
    if (!looks_like_key(key)) return no_key();
    FRIST_TRY(const std::optional<KeyRow> row, porter.store.key(sha256(key)));
    if (!row || row->revoked || (row->ends && now >= *row->ends)) return no_key();
    FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(row->person));
    if (!person || person->removed) return no_key();
    if (row->last_used != day_of(now)) FRIST_TRY_DONE(porter.store.used(row->id, day_of(now)));
    FRIST_TRY(Who who, who_of(porter, *person));
    narrow(who, *row);
    return who;
}

Result<std::vector<SessionSeen>> my_sessions(const Porter& porter, const Who& who, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY(const std::vector<SessionRow> rows, porter.store.sessions(who.person));
    std::vector<SessionSeen> sessions;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (!has_ended(*row, now))
            sessions.push_back(
                {row->id, row->device, row->made, row->seen, row->second_factor, row->id == who.session});
    return sessions;
}

Outcome end_session(const Porter& porter, const Who& who, Id session, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const bool dropped, porter.store.drop_session(who.person, session));
        if (dropped)
            return write_act(porter, who, {"session-end", std::nullopt, fmt::format("session {}", session)}, now);
        return Error{"session.unknown", fmt::format("session {}", session), "there is no such session of yours",
                     "Look at the list of your sessions."};
    });
}

Outcome end_other_sessions(const Porter& porter, const Who& who, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY_DONE(porter.store.drop_sessions(who.person, who.session));
        FRIST_TRY_DONE(porter.store.drop_tickets(who.person));
        return write_act(porter, who, {"sessions-end", std::nullopt, {}}, now);
    });
}

Outcome end_sessions_of(const Porter& porter, const Who& who, Id person, Instant now) {
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const PersonRow row, one_to_manage(porter, who, person));
        FRIST_TRY_DONE(porter.store.drop_sessions(row.id, 0));
        FRIST_TRY_DONE(porter.store.drop_tickets(row.id));
        return write_act(porter, who, {"sessions-end", std::nullopt, fmt::format("person {}", row.id)}, now);
    });
}

Outcome forget_ended(const Porter& porter, Instant now) {
    return porter.store.change(
        [&] { return porter.store.forget(now, now - session_life, now - idle_life, now - failures_live); });
}

}  // namespace frist::access
