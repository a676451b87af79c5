// What the gate asks about a letter beside its case: the debtor and its other claims, money in suspense, how old the
// ledger and the bank are, a second count, and the creditor's own settings. Read once for a batch of letters.
#pragma once
#include "law/book.h"
#include "office/answer_case.h"
#include "office/people.h"
#include "rules/gate.h"

#include <map>
#include <set>

namespace frist::office {

class GateFacts {
public:
    // For letters that leave on `day`. Errors store.*, law.*.
    static Result<GateFacts> gather(const Desk& desk, const CreditorRecord& creditor, Date day);

    // `after` is the case as it would be when the letter has left. Errors store.*.
    Result<rules::World> world(const CaseRow& row, const DebtorRecord& debtor, const cases::Case& after) const;

    // One letter more leaves on the day.
    void one_leaves() { ++leaving_; }

private:
    GateFacts(const Desk& desk, const CreditorRecord& creditor, Date day, law::Book book) : desk_(&desk), creditor_(&creditor), day_(day), book_(std::move(book)) {}

    Outcome loose_items();
    Outcome suspense();
    rules::Person person(const DebtorRecord& debtor) const;
    Outcome other_cases(const CaseRow& row, const DebtorRecord& debtor, rules::World& world) const;
    Outcome money(const CaseRow& row, rules::World& world) const;
    std::optional<std::vector<std::string>> second_count(const cases::Case& after) const;
    rules::Freshness freshness(const std::optional<Moment>& read, int limit) const;

    const Desk* desk_;
    const CreditorRecord* creditor_;
    Date day_;
    law::Book book_;
    std::map<Id, std::vector<std::string>> loose_;   // overdue invoices without a case, by debtor
    std::set<Id> with_credit_;
    struct Line {
        LineRow row;
        std::vector<Id> debtors;                     // into whose cases the payer has paid before
    };
    std::vector<Line> lines_;
    std::set<std::pair<Id, Id>> apart_;              // line, case
    std::optional<Moment> ledger_read_;
    std::optional<Moment> bank_read_;
    std::int64_t leaving_ = 0;
};

}  // namespace frist::office
