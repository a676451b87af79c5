// What is told by e-mail to the people of the office: who has asked for what, which mails that makes, and the link that
// ends it without a login. A mail names cases by number and nothing of a debtor. Each thing is told once for as long as
// it lasts; when it is over and comes again it is news again.
#pragma once
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds mail_life = days(2);  // one that has not left by then is given up

// Nothing asked for: everything off, daily. Error access.denied for a key.
Result<WishRow> my_wishes(const Porter& porter, const Who& who);
// `wishes.person` does not count. Error access.denied for a key.
Outcome set_my_wishes(const Porter& porter, const Who& who, WishRow wishes, Instant now);

// Where the application is reached from outside ("https://frist.firma.example"), for links in mails; empty: not known.
Result<std::string> site_address(Store& store);
// Without a slash at its end. Error site.address (https, or http on this machine; no path). Empty takes it away.
Outcome set_site_address(Store& store, std::string address);

// What stands in the link of a mail. It opens nothing but the end of that person's mails, and works always.
std::string unsubscribe_token(const SealKey& seal, Id person);
// Whose link it is. Error access.link.
Result<PersonRow> person_of_unsubscribe(const Porter& porter, std::string_view token);
// Error access.link. Twice is once.
Outcome unsubscribe(const Porter& porter, std::string_view token, Instant now);

// What there is to tell at this moment, of all kinds and for everybody.
struct Due {
    std::vector<Id> creditors;  // that were looked at
    std::vector<Id> doors;      // of these, the ones with a mail server
    std::vector<NewsRow> news;
};
struct MadeMails {
    int mails = 0;
    int without_door = 0;  // people who would have got one, and none of the creditors has a mail server
};
// Keeps a mail for everybody to whom something is news: at once, or with `digests` for those who want one a day, unless
// this day has brought one. Run twice: the second makes nothing. Errors store.*.
Result<MadeMails> make_mails(const Porter& porter, const Due& due, Date day, bool digests, Instant now);
// Whether anybody wants to be told at once.
Result<bool> somebody_wants_at_once(const Porter& porter);

struct Outgoing {
    MailRow mail;
    PersonRow person;
    std::vector<NewsRow> news;
};
// Those that wait or were begun. One that is too old, or to somebody who is gone, is given up and left out.
Result<std::vector<Outgoing>> outgoing_mails(const Porter& porter, Instant now);
// Before the mail server is touched. False: somebody else has begun or ended it. `at` is the creditor's clock.
Result<bool> begin_mail(const Porter& porter, const MailRow& mail, std::string_view at);
Outcome end_mail(const Porter& porter, MailRow mail, MailState state, std::string_view said);

}  // namespace frist::access
