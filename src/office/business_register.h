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
std::vector<std::string> warnings(const DebtorRecord& debtor, const RegisteredFirm& firm);

}  // namespace frist::office
