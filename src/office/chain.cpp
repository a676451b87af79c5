#include "base/hash.h"
#include "base/pch.h"
#include "office/ports.h"

namespace frist::office {

std::string link_hash(const std::string& before, const StoredEvent& event) {
    return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, event.link, event.case_id, event.seq, text(event.stored), event.type, event.cause, event.law, event.body));
}

}  // namespace frist::office
