#include "access/terms.h"

#include "access/acts.h"
#include "access/opening.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr std::size_t longest_title = 120;

}  // namespace

Result<std::int64_t> publish_terms(Store& store, TermsRow terms) {
    if (terms.title.empty() || terms.title.size() > longest_title || terms.title.find('\n') != terms.title.npos)
        return Error{"terms.title", "--title", "is no title", fmt::format("Write it on one line of at most {} letters.", longest_title)};
    if (terms.text.empty() || terms.text.size() > longest_terms)
        return Error{"terms.text", "--file", "holds no terms, or very long ones", fmt::format("Write up to {} kB of plain text.", longest_terms / 1024)};
    return kept(store, [&]() -> Result<std::int64_t> {
        FRIST_TRY(const std::vector<TermsRow> before, store.terms());
        if (!before.empty() && terms.starts <= before.front().starts)
            return Error{"terms.day", "--from", fmt::format("version {} holds from {} already", before.front().version, text(before.front().starts)), "Let the new version begin on a later day."};
        terms.version = before.empty() ? 1 : before.front().version + 1;
        FRIST_TRY_DONE(store.add_terms(terms));
        return terms.version;
    });
}

Result<std::vector<TermsRow>> all_terms(Store& store) {
    return store.terms();
}

std::optional<TermsRow> terms_on(const std::vector<TermsRow>& newest_first, Date day) {
    for (const TermsRow& row : newest_first)
        if (row.starts <= day) return row;
    return std::nullopt;
}

Result<std::optional<Instant>> accepted_at(const Porter& porter, const Who& who, std::int64_t version, Id creditor) {
    return porter.store.acceptance(version, who.person, creditor);
}

Outcome accept_terms(const Porter& porter, const Who& who, std::int64_t version, Id creditor, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<TermsRow> all, porter.store.terms());
        const bool known = std::any_of(all.begin(), all.end(), [&](const TermsRow& row) { return row.version == version; });
        if (!known) return Error{"terms.unknown", fmt::format("version {}", version), "there are no such terms", "Look at the list of versions."};
        FRIST_TRY(const std::optional<Instant> before, porter.store.acceptance(version, who.person, creditor));
        if (before) return done;
        FRIST_TRY_DONE(porter.store.add_acceptance(version, who.person, creditor, now));
        return write_act(porter, who, {"terms-accept", creditor, fmt::format("terms {}", version)}, now);
    });
}

}  // namespace frist::access
