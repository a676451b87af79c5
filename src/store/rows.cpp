#include "store/rows.h"

#include "base/pch.h"

namespace frist::store {

using namespace office;

Result<std::vector<std::string>> tables_of_creditors(Connection& connection) {
    FRIST_TRY(std::vector<std::string> tables, connection.engine().tables_of_creditors());
    std::erase(tables, "act");
    return tables;
}

ItemRow item_of(Statement& s) {
    ItemRow row;
    row.id = s.whole();
    row.number = s.word();
    row.debtor = s.whole();
    row.amount = s.money();
    row.open = s.money_in(row.amount.currency());
    row.invoiced = s.maybe_date();
    row.due = s.date();
    row.kid = s.word();
    row.earlier = s.word();
    row.case_id = s.whole();
    row.open_at_start = s.money_in(row.amount.currency());
    row.warning = s.word();
    row.what = s.word();
    row.department = s.word();
    row.project = s.word();
    return row;
}

StoredEvent event_of(Statement& s) {
    StoredEvent row;
    row.case_id = s.whole();
    row.seq = s.whole();
    row.link = s.whole();
    row.stored = s.date();
    row.type = s.word();
    row.body = s.word();
    row.cause = s.word();
    row.law = s.word();
    row.hash = s.word();
    return row;
}

LetterRow letter_of(Statement& s) {
    LetterRow row;
    row.case_id = s.whole();
    row.letter = static_cast<int>(s.whole());
    row.kind = known<cases::StepKind>(s.view());
    row.on = s.date();
    row.state = known<LetterState>(s.view());
    row.approved = s.whole() != 0;
    row.written_on = s.maybe_date();
    row.deadline = s.maybe_date();
    row.fee = s.money();
    row.file = s.word();
    row.sha256 = s.word();
    row.sent_on = s.maybe_date();
    return row;
}

DispatchRow dispatch_of(Statement& s) {
    DispatchRow row;
    row.case_id = s.whole();
    row.letter = static_cast<int>(s.whole());
    row.channel = known<Channel>(s.view());
    row.state = known<DispatchState>(s.view());
    row.deciding = s.whole() != 0;
    row.batch = s.word();
    row.address = s.word();
    row.file = s.word();
    row.sha256 = s.word();
    row.tries = static_cast<int>(s.whole());
    const Result<Moment> at = Moment::parse(s.view());
    if (at.ok()) row.at = *at;
    const std::string_view next = s.view();
    if (!next.empty()) {
        const Result<Moment> moment = Moment::parse(next);
        if (moment.ok()) row.next_try = *moment;
    }
    row.said = s.word();
    return row;
}

}  // namespace frist::store
