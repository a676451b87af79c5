// What commands about people stand on: the machine's clock in seconds, its chance, and the key beside the database.
#pragma once
#include "access/ports.h"
#include "identity/provider.h"
#include "main/program.h"
#include "store/rooms.h"

namespace frist::program {

access::Instant instant_now();
void chance(std::span<unsigned char> bytes);

// The key that seals secrets of second factors and makes links of mails lies beside the database and not in it, readable
// by its owner alone. Made when there is none. Errors serve.key.
Result<access::SealKey> seal_key(const std::string& file);

// The login that somebody else runs, as it is set up; nothing when there is none. Errors site.address, channel.secret.
Result<std::optional<identity::Settings>> provider_settings(access::Store& store);

// Mails to the people of the office: what is news is kept as mails, and those that wait leave by the creditors' mail
// servers. `digests`: those who want one mail a day get it. One process at a time need not be seen to.
struct PostOffice {
    const access::Porter& porter;
    office::Store& store;
    office::Register& cases;
    const rules::Country& country;
    Moment wall;
    access::Instant now;
};
struct NotifyReport {
    int sent = 0;
    int later = 0;
    int failed = 0;
    std::vector<Error> trouble;   // with one creditor, or one mail
};
// Errors notify.address, store.*.
Result<NotifyReport> notify_people(const PostOffice& post, bool digests);

}  // namespace frist::program
