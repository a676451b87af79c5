// Overdue invoices become cases: one case per debtor, with one set of fees, as inkassoloven § 17 asks. Each
// row that does not start says why.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"
#include "rules/opening.h"

#include <functional>

namespace frist::office {

// What bends a course, for one case or for all new ones of a creditor; what is not told is the course's own.
struct Criteria {
    std::optional<Rate> rest_note_above_percent;   // 100: never
    std::optional<Money> close_at_or_below;        // 0.00: only when nothing is left
    bool operator==(const Criteria&) const = default;
};
template <class Visit>
void fields(Visit& visit, Criteria& c) {
    visit("rest_note_above_percent", c.rest_note_above_percent);
    visit("close_at_or_below", c.close_at_or_below);
}
void bend(cases::Course& course, const Criteria& criteria);
// Errors criteria.percent, criteria.limit.
Outcome fit_criteria(const Criteria& criteria);

struct StartAsk {
    std::vector<std::string> invoices;        // empty: all that are overdue
    std::optional<cases::Course> course;      // empty: the creditor's own for this kind of debtor
    Criteria criteria;                        // of these cases, before those of the creditor
    // Why an item is left alone although it may start; none: nothing is left alone.
    std::function<std::optional<Error>(const ItemRow&, const DebtorRecord&)> unless;
    std::vector<rules::EarlierLetter> earlier;   // beside what the ledger says of each: letters that left before
    std::string cause;                        // empty: "start:" and the day
};

struct StartRow {
    std::string invoice;
    Id case_id = 0;                           // 0: it did not start
    bool joined = false;                      // it came into a case that ran already
    std::optional<Error> reason;
    std::optional<Error> warning;             // it started, and a fee of an earlier letter is not carried on whole
};

// Everything that keeps an open item from starting a case today, as far as the item and its debtor tell; a credit of the
// same customer is found when it is started.
std::vector<Error> hindrances(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const ItemRow& item);

// Of these, what the customer lacks: a name, a kind, an address.
std::vector<Error> lacking(const CreditorRecord& creditor, const DebtorRecord& debtor, const ItemRow& item);

// Makes the reference a debtor pays with, from the case's number.
using MakeKid = std::function<std::string(Id case_id)>;

// A thousand debtors in a transaction; one that cannot start leaves the others as they are. Errors store.*, law.*, course.*.
Result<std::vector<StartRow>> start_cases(const Desk& desk, const StartAsk& ask, const CreditorRecord& creditor, const MakeKid& make_kid);

}  // namespace frist::office
