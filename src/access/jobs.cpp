#include "access/jobs.h"

#include "base/pch.h"

namespace frist::access {

Result<Who> who_again(const Porter& porter, const JobRow& job, Instant now) {
    FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(job.person));
    if (!person || person->removed)
        return Error{"access.session", fmt::format("job {}", job.id), "who asked for it may no longer come in", "Ask for it anew."};
    Who who;
    who.person = person->id;
    who.role = person->role;
    who.reach = person->reach;
    if (job.key == 0) return who;
    FRIST_TRY(const std::vector<KeyRow> keys, porter.store.keys(job.person));
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const KeyRow& one) { return one.id == job.key; });
    if (key == keys.end() || key->revoked || (key->ends && now >= *key->ends))
        return Error{"access.key", fmt::format("job {}", job.id), "the key that asked for it opens nothing any more", "Ask for it anew with another key."};
    who.key = key->id;
    who.reach = both(key->reach, person->reach);
    who.scopes = key->scopes;
    return who;
}

}  // namespace frist::access
