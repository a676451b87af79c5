// reports: what the books and the cases say to somebody who asks for numbers. One engine: each report is a rule that
// tells the lines a case gives; a table is their sum by key, and what stands behind a figure are the lines themselves, so
// that the two cannot differ (docs/adr/0024-reports.md). This header is what is asked of the store beside the office's own.
#pragma once
#include "office/ports.h"

namespace frist::reports {

using office::Id;

// One line of the books with what it belongs to.
struct BookLine {
    Id case_id = 0;
    std::int64_t seq = 0;         // of its event within the case
    Id debtor = 0;
    std::string event;            // "PaymentCovered"
    Date on;                      // the day it was booked
    ledger::Line line;
};

// A line of the log of acts that a person wrote.
struct LoggedAct {
    std::int64_t second = 0;      // since 1970, universal time
    Id person = 0;
    std::string what;             // "case-pause"
    std::string on;               // "case 17"
};

// The first event that was kept on a day.
struct DayBegun {
    Date day;
    std::int64_t link = 0;
};

class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    // Reads everything in `work` as it was at one moment. Errors store.*, here and below.
    virtual Outcome look(const std::function<Outcome()>& work) = 0;
    // The last link of the creditor's chain that was known on `day`: all before the first event of a later day. Once there
    // is a later event it is the same for ever.
    virtual Result<std::int64_t> known_until(Id creditor, Date day) = 0;
    virtual Result<std::vector<DayBegun>> days_begun(Id creditor) = 0;
    // The cases to which something happened after this link.
    virtual Result<std::vector<Id>> changed_since(Id creditor, std::int64_t link) = 0;
    // The events of type ClaimsJoined up to this link.
    virtual Result<std::vector<office::StoredEvent>> joins(Id creditor, std::int64_t link) = 0;
    // Payments of files that were taken by `day`, and of which something waited for a person at the end of it.
    virtual Result<std::int64_t> waiting_lines(Id creditor, Date day) = 0;
    // The lines of the books of events up to `link`, from case `first` on, in the order of cases and events. `see` answers
    // false to be told no more.
    virtual Outcome each_book_line(Id creditor, std::int64_t link, Id first, const std::function<Result<bool>(const BookLine&)>& see) = 0;
    // What people did for the creditor, in the order of the log: neither what the night does nor what a key for programs does.
    virtual Result<std::vector<LoggedAct>> acts_by_hand(Id creditor) = 0;
    // Empty when there is nobody of this number.
    virtual Result<std::string> person_name(Id person) = 0;
};

}  // namespace frist::reports
