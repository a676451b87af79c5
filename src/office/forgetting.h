// People are forgotten. When nothing is open between a creditor and a debtor, and no law asks for what was to be kept any more, all
// that tells who the debtor was goes: name, number, addresses, notes, bank lines, copies of invoices, the letters themselves. Cases, books and the
// chain of events stay as they were; they never held it.
#pragma once
#include "office/answer_case.h"

namespace frist::office {

// What a debtor has left here.
struct DebtorTrace {
    std::int64_t cases = 0;
    std::int64_t open_cases = 0;
    std::int64_t open_invoices = 0;      // without a case
    bool owed = false;                   // money that it is to get back, or that is on its way
    std::optional<Date> last;            // on which something was kept of its cases; nothing: it has none
};

// What a store holds of people beside what cases are. Made by the store, on the same rooms as office::Store.
class PersonalData {
public:
    PersonalData() = default;
    PersonalData(const PersonalData&) = delete;
    PersonalData& operator=(const PersonalData&) = delete;
    virtual ~PersonalData() = default;

    // Errors store.*, here and below.
    virtual Result<DebtorTrace> trace(Id creditor, Id debtor) = 0;
    // By number, after this one.
    virtual Result<std::vector<Id>> debtors_after(Id creditor, Id debtor, int limit) = 0;
    // The customer number, and everything but the record and the papers; inside a change.
    virtual Outcome forget(Id creditor, Id debtor, const std::string& key) = 0;
    // What letters of this debtor still lie in the archive, and that they lie there no longer.
    virtual Result<std::vector<std::string>> papers(Id creditor, Id debtor) = 0;
    virtual Outcome papers_gone(Id creditor, Id debtor) = 0;
    // Who paid and how the bank told it, of lines booked before this day that wait for nobody; how many.
    virtual Result<std::int64_t> forget_payers(Id creditor, Date before) = 0;
};

bool is_forgotten(const DebtorRow& row);

struct Keeping {
    bool forgotten = false;              // already
    DebtorTrace trace;
    std::optional<Date> from;            // the first day on which the debtor may be forgotten; nothing: not while something stands open
    std::string section;                 // the law that asks for it to be kept until then; empty: none does
};
// Errors debtor.unknown, store.*, law.no_table.
Result<Keeping> keeping(const Desk& desk, PersonalData& data, Id debtor);

// Nothing when the debtor may be forgotten on this day, or is forgotten already. Errors forget.open, forget.kept.
Outcome may_forget(const Keeping& keep, Id debtor, Date today);

// Forgets the debtor of the desk's creditor, all in one change; `language` is that of the word that stands where the name stood. One who is
// forgotten already stays so. Errors debtor.unknown, forget.open (something stands open), forget.kept (the law asks for it to be kept
// until a day), store.*.
Outcome forget(const Desk& desk, PersonalData& data, Id debtor, std::string_view language);
// After that change has been kept: `remove` takes each letter of one who is forgotten out of the archive, by its name. Cut off, it goes on
// when it is called again. Errors debtor.unknown, store.*, those of `remove`.
Outcome remove_papers(const Desk& desk, PersonalData& data, Id debtor, const std::function<Outcome(const std::string& name)>& remove);

// The last day of which nothing needs to be kept on `today`: the end of an accounting year, by the calendar. Error law.no_table.
Result<Date> kept_no_longer(const rules::Country& country, Date today);

}  // namespace frist::office
