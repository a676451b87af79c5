// What the business register says of a firm, and what of it is taken over.
#pragma once
#include "office/people.h"

namespace frist::office {

struct RegisteredFirm {
    std::string org_number;
    std::string name;
    std::string form;                      // "AS", "ENK", …
    PostalAddress business;
    PostalAddress postal;                  // empty: mail goes to the business address
    std::string municipality;              // its number
    bool bankrupt = false;
    std::optional<Date> bankrupt_on;
    bool winding_up = false;
    bool forced_winding_up = false;
    std::optional<Date> deleted_on;
    [[nodiscard]] const PostalAddress& mail() const { return postal.complete() ? postal : business; }
};

class BusinessRegister {
public:
    BusinessRegister() = default;
    BusinessRegister(const BusinessRegister&) = delete;
    BusinessRegister& operator=(const BusinessRegister&) = delete;
    virtual ~BusinessRegister() = default;
    // Nothing when no firm has this number. Errors register.unreachable, register.answer.
    virtual Result<std::optional<RegisteredFirm>> firm(const std::string& org_number) = 0;
};

// One thing that the register says otherwise.
struct Difference {
    std::string what;                      // "name", "address", "bankrupt", …
    std::string ours;
    std::string theirs;
};
std::vector<Difference> differences(const DebtorRecord& debtor, const RegisteredFirm& firm);

// Name, address and bankruptcy as the register has them; the address before is kept with its days.
void take_over(DebtorRecord& debtor, const RegisteredFirm& firm, Date on);

// What a person must know before a letter goes there.
struct FirmWarning {
    std::string what;                      // "deleted", "bankrupt", "winding_up", "forced_winding_up", "sole_trader"
    std::string says;                      // the same as a sentence
    std::optional<Date> on;                // the day the register tells, where it tells one
};
std::vector<FirmWarning> warnings(const DebtorRecord& debtor, const RegisteredFirm& firm);

// The number that a debtor is asked for by: `given`, or its own when that is empty. Errors debtor.org_number, org_number.*.
Result<std::string> number_to_look_up(const DebtorRecord& debtor, const std::string& given);

// The firm of this number. Error register.unknown when there is none; those of the register.
Result<RegisteredFirm> looked_up(BusinessRegister& book, const std::string& org_number);

// take_over, and that it was looked up stands among the checks: once for a day, a person and what came of it.
void use_register(DebtorRecord& debtor, const RegisteredFirm& firm, Date on, const std::string& by);

// A person has looked the debtor up. "same" takes a doubt about the address away; "moved" and "not-found" make it doubtful; "dead"
// keeps the day of death when it is told. Errors debtor.check, debtor.day.
inline constexpr std::string_view check_places[] = {"population", "business"};
inline constexpr std::string_view check_results[] = {"same", "moved", "not-found", "dead"};
Outcome take_check(DebtorRecord& debtor, const AddressCheck& check, const std::optional<Date>& dead_on, Date today);

}  // namespace frist::office
