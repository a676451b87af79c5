#include "base/hash.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "office/verify.h"

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

Outcome chain_ends_fit(Store& store) {
    FRIST_TRY(const std::vector<CreditorRow> creditors, store.creditors());
    for (const CreditorRow& creditor : creditors) {
        FRIST_TRY(const ChainEnd end, store.chain_end(creditor.id));
        FRIST_TRY(const std::string last, store.hash_of_link(creditor.id, end.link));
        FRIST_TRY(const std::string behind, store.hash_of_link(creditor.id, end.link + 1));
        if (last == end.hash && behind.empty()) continue;
        return Error{"store.damaged", fmt::format("creditor {} event link {}", creditor.org_number, end.link),
                     behind.empty() ? "is not the event with which the chain of this creditor ends: the newest events are gone or were changed" : "is not the last event: there is one behind the end of the chain",
                     "Let nobody work with it. See what frist doctor --thorough says, and restore the latest backup (frist restore)."};
    }
    return done;
}

}  // namespace frist::office
