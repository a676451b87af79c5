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
    const cases::Case* c = nullptr;   // null: of the books, which are asked for it only when invoices part the report
    Date as_of;
    std::int64_t department = 0;      // as the ring numbers their names; of the part of the line that is meant
    std::int64_t project = 0;
};

// For one question: it remembers the debtors and groups that it has met.
class KeyRing {
public:
    KeyRing(const Room& room, std::span<const By> by) : room_(room), by_(by.begin(), by.end()) {}

    // Errors store.*.
    Result<Numbers> numbers(const Belongs& one, const Told& told);
    // What the numbers are called.
    Result<Keys> keys(const Numbers& numbers);
    // The line, whole or in parts, each with the department and project that it belongs to: together they are the line. Errors store.*.
    Outcome each_part(const Belongs& one, const Told& told, Kind kind, const std::function<Outcome(const Belongs&, const Told&)>& see);
    // Of a debtor; empty when it is not there any more.
    Result<const office::DebtorIndex*> debtor(Id debtor);

private:
    struct Name {
        std::int64_t department = 0;
        std::int64_t project = 0;
        bool operator==(const Name&) const = default;
    };
    // The invoices of one case that belong together.
    struct Share {
        Name name;
        std::int64_t sum = 0;
    };
    struct Invoices {
        Id case_id = 0;
        std::map<std::string, Name, std::less<>> names;   // by invoice
        std::vector<Share> shares;
        std::int64_t sum = 0;
    };

    Outcome meet(const Belongs& one);
    std::int64_t numbered(const std::string& name);
    Result<std::int64_t> number(By by, const Belongs& one, const Told& told);
    Result<Key> key(By by, std::int64_t number);

    const Room& room_;
    std::vector<By> by_;
    std::map<Id, office::DebtorIndex> debtors_;
    std::map<std::string, std::int64_t, std::less<>> groups_;
    std::vector<std::string> group_names_;
    std::map<std::string, std::int64_t, std::less<>> own_names_;   // of departments, projects and acts
    std::vector<std::string> own_name_list_;
    Invoices invoices_;                                            // of the case that was met last
};

}  // namespace frist::reports
