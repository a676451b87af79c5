// The terms of use that an office gives to those who work in it: versions with the day each begins to hold, and who has
// accepted which for which creditor. A new version asks again; nothing is blocked by it.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr std::size_t longest_terms = std::size_t{200} * 1024;  // bytes

// Gives the number of the version. Errors terms.title, terms.text (empty, too long, no UTF-8), terms.day (not after the
// one before).
Result<std::int64_t> publish_terms(Store& store, TermsRow terms);
// All, the newest first.
Result<std::vector<TermsRow>> all_terms(Store& store);
// The version that holds on a day; nothing when none does yet.
std::optional<TermsRow> terms_on(const std::vector<TermsRow>& newest_first, Date day);

// When this person accepted a version for a creditor; nothing: not yet.
Result<std::optional<Instant>> accepted_at(const Porter& porter, const Who& who, std::int64_t version, Id creditor);
// Kept with an act; twice is once. Errors terms.unknown, access.denied for a key.
Outcome accept_terms(const Porter& porter, const Who& who, std::int64_t version, Id creditor, Instant now);

}  // namespace frist::access
