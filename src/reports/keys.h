// What parts a table: a number for each line, and what the number is called.
#pragma once
#include "reports/rule.h"

namespace frist::reports {

constexpr std::size_t most_keys = 5;
using Numbers = std::array<std::int64_t, most_keys>;

// Of what a line belongs to: its case, or what the books know of it.
struct Belongs {
    Id case_id = 0;
    Id debtor = 0;
    const cases::Case* c = nullptr;   // null: of the books
    Date as_of;
};

// For one question: it remembers the debtors and groups that it has met.
class KeyRing {
public:
    KeyRing(const Room& room, std::span<const By> by) : room_(room), by_(by.begin(), by.end()) {}

    // Errors store.*.
    Result<Numbers> numbers(const Belongs& one, const Told& told);
    // What the numbers are called.
    Result<Keys> keys(const Numbers& numbers);
    // Of a debtor; empty when it is not there any more.
    Result<const office::DebtorIndex*> debtor(Id debtor);

private:
    Result<std::int64_t> number(By by, const Belongs& one, const Told& told);
    Result<Key> key(By by, std::int64_t number);

    const Room& room_;
    std::vector<By> by_;
    std::map<Id, office::DebtorIndex> debtors_;
    std::map<std::string, std::int64_t, std::less<>> groups_;
    std::vector<std::string> group_names_;
};

}  // namespace frist::reports
