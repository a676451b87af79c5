// The evidence pack of a case: everything that a court, a complaint board or an auditor needs, as files with an index
// and a checker that needs no Frist. docs/spec/evidence.md.
#pragma once
#include "letters/letter.h"
#include "office/doors.h"
#include "office/people.h"
#include "office/answer_case.h"

#include <functional>

namespace frist::office {

struct EvidenceFile {
    std::string name;
    std::string bytes;
};

struct Evidence {
    std::vector<EvidenceFile> files;      // in the order of the index, which comes first
    std::vector<std::string> missing;     // letters whose PDF is not in the archive any more, or is not what left
};

// A file that goes into the pack beside its own, with a line about it for the index.
struct Enclosed {
    EvidenceFile file;
    std::string about;
};

// The case as it is on `desk.today`. Errors case.unknown, store.*, law.*, and those of the annex.
Result<Evidence> evidence(const Desk& desk, const CreditorRecord& creditor, Id case_id, Archive& archive, const std::function<Result<std::string>(const letters::Letter&)>& print, std::vector<Enclosed> also = {});

}  // namespace frist::office
