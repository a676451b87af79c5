#include "office/health.h"

#include "base/pch.h"
#include "office/people.h"
#include "party/account_number.h"

namespace frist::office {
namespace {

constexpr int soon_days = 60;
constexpr int history_days = 365;   // what ended earlier was replaced by something else

}  // namespace

std::vector<Finding> law_findings(const law::Book& book, Date confirmed_until, Date today) {
    std::vector<Finding> found;
    const char* why = "from that day on it is not charged, and letters that need it are held back";
    for (const std::string& name : book.names("")) {
        const std::optional<Date>& end = (*book.rows(name))->back().to;
        if (!end || *end - today > Days{soon_days} || today - *end > Days{history_days}) continue;
        found.push_back({{"doctor.law_ends", name, fmt::format("{} known until {}", *end < today ? "was" : "is", text(*end)), "Use a frist that knows the next value, or add it with its source to law/ and build anew."}, why});
    }
    if (confirmed_until - today > Days{soon_days}) return found;
    found.push_back({{"doctor.law_unconfirmed", text(confirmed_until), "is the last day for which somebody has confirmed rates and regime", "Use a newer frist before that day, or confirm the law tables."},
                     "no letter leaves after that day until somebody looks at each"});
    return found;
}

Result<std::vector<Finding>> creditor_findings(const Desk& desk, const CreditorRow& row) {
    std::vector<Finding> found;
    FRIST_TRY(const CreditorRecord record, creditor_record(row.record));
    const std::string place = "creditor " + row.org_number;
    const std::string& account = record.mode == cases::Mode::agency && !record.agency.account.empty() ? record.agency.account : record.account;
    if (!party::parse_account(account).ok())
        found.push_back({{"doctor.account", place, account.empty() ? "has no bank account" : "has an account whose number is none", "frist creditor set " + row.org_number + " --account …"}, "letters name the account to pay to, and without one none is written"});
    if (record.kid_length == 0)
        found.push_back({{"doctor.kid", place, "has no length of references that was agreed with its bank", "Ask the bank for an agreement on KID, and tell its length: frist creditor set " + row.org_number + " --kid-length …"},
                         "a bank refuses a reference of a length it does not know, and such payments wait for a person"});
    FRIST_TRY(const auto due, desk.store.due_cases(desk.creditor, desk.today - Days{2}, 1));
    if (!due.empty())
        found.push_back({{"doctor.night", fmt::format("{} case {}", place, due.front().state.id), fmt::format("waits since {}: no night was played for it", text(*due.front().next_look)),
                          "Let frist serve run with its nights, or frist night from a timer; see what frist night says."},
                         "letters leave late, interest and deadlines move with them"});
    return found;
}

}  // namespace frist::office
