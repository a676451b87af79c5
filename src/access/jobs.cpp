#include "access/jobs.h"

#include "access/opening.h"
#include "base/pch.h"

namespace frist::access {

Result<Who> who_again(const Porter& porter, const JobRow& job, Instant now) {
    FRIST_TRY(const std::optional<PersonRow> person, porter.store.person(job.person));
    if (!person || person->removed)
        return Error{"access.session", fmt::format("job {}", job.id), "who asked for it may no longer come in", "Ask for it anew."};
    FRIST_TRY(Who who, who_of(porter, *person));
    if (job.key == 0) return who;
    FRIST_TRY(const std::vector<KeyRow> keys, porter.store.keys(job.person));
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const KeyRow& one) { return one.id == job.key; });
    if (key == keys.end() || key->revoked || (key->ends && now >= *key->ends))
        return Error{"access.key", fmt::format("job {}", job.id), "the key that asked for it opens nothing any more", "Ask for it anew with another key."};
    narrow(who, *key);
    return who;
}

}  // namespace frist::access
