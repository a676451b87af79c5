#include "base/hash.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "office/ports.h"

namespace frist::office {

std::string link_hash(const std::string& before, const StoredEvent& event) {
    return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, event.link, event.case_id, event.seq, text(event.stored), event.type, event.cause, event.law, event.body));
}

Result<cases::Event> event_of(const StoredEvent& event) {
    const auto body = parse_json(event.body);
    if (!body.ok() || !body->is_object())
        return Error{"store.damaged", fmt::format("case {} event {}", event.case_id, event.seq), "its body is no JSON object", "Restore the latest backup that verifies."};
    return cases::event_from(event.type, body->get_object());
}

}  // namespace frist::office
