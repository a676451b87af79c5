// What would happen in the next days if nobody did anything but post the letters: the night, the starting and the gate
// played day by day on a copy of the creditor. The same functions do it as on the real days, so that the real days bring
// the same.
#pragma once
#include "office/people.h"
#include "office/send_letters.h"
#include "office/start_cases.h"

namespace frist::office {

struct DryRunAsk {
    int days = 90;                    // after today; at most 400
    bool start = true;                // an invoice starts its case on the first day it may
    bool approve = true;              // what waits for a person's yes gets it on the day it is asked
    std::optional<cases::Course> course_person;     // for cases that start meanwhile; empty: the creditor's own
    std::optional<cases::Course> course_business;
};

// One thing that happens, in the order it would.
struct DryRunRow {
    Date on;
    Id case_id = 0;
    Id debtor = 0;
    std::string what;                          // the event: CaseOpened, LetterSent, LegalReady, ChoiceAwaited, FeeRefused, …
    std::optional<cases::StepKind> kind;       // of a letter or a legal step
    int letter = 0;                            // its number in the case; 0: no letter
    std::vector<std::string> invoices;         // of a case that opens, or that takes more
    Money fee;                                 // of a letter
    std::optional<Money> total;                // what the letter asks for
    std::optional<Date> deadline;
    std::optional<Channel> channel;
    std::optional<Money> postage;              // by the creditor's own prices; empty when none is known
    cases::Because because;
    bool operator==(const DryRunRow&) const = default;
};

// Something that stands still at the end of the days, or never began.
struct DryRunStop {
    Id case_id = 0;                            // 0: an invoice without a case
    Id debtor = 0;
    std::string invoice;
    std::optional<cases::StepKind> kind;       // of the letter that is held
    Date since;                                // the first day with this reason
    Error reason;
};

// The first letter of its kind and language, in words.
struct DryRunSample {
    Id case_id = 0;
    Date on;
    cases::StepKind kind = cases::StepKind::reminder;
    letters::Letter letter;
};

struct DryRun {
    Date from;
    Date until;
    std::vector<DryRunRow> rows;
    std::vector<DryRunStop> stops;
    std::vector<DryRunSample> samples;
};

// Plays on `desk.store`, which must be a copy that nobody needs afterwards: it is changed. Its clock begins with
// `desk.today`. Ledger and bank count as read every day, and letters as posted on the day they may leave. Errors
// dry_run.days, store.*; what the law cannot answer, such as a rate that is not known yet, is a stop of its case.
Result<DryRun> dry_run(const Desk& desk, const CreditorRecord& creditor, const DryRunAsk& ask, const MakeKid& make_kid);

// What happened to the cases of a creditor since `link` of its chain, told as a dry run tells it, but without
// debtor, channel and postage. Errors store.*.
Result<std::vector<DryRunRow>> happened_since(const Desk& desk, std::int64_t link);

}  // namespace frist::office
