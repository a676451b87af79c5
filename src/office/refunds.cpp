#include "office/refunds.h"

#include "bank/transfer_writer.h"
#include "base/pch.h"
#include "party/account_number.h"

namespace frist::office {
namespace {

constexpr std::string_view ours = "FRIST-";   // begins the name that a transfer has in the bank's files

bool waits(const RefundRow& refund) { return refund.state == RefundState::ordered || refund.state == RefundState::filed; }

std::string place(Id refund) { return fmt::format("refund {}", refund); }

Result<Money> on_its_way(const Desk& desk, Id case_id, int payment, Money zero) {
    FRIST_TRY(const std::vector<RefundRow> refunds, desk.store.refunds_of_case(desk.creditor, case_id));
    Money sum = zero;
    for (const RefundRow& refund : refunds)
        if (refund.payment == payment && waits(refund)) sum += refund.amount;
    return sum;
}

// Where a payment came from, when that is an account to which money can go.
Result<std::string> account_of(const Desk& desk, const std::string& source) {
    FRIST_TRY(const std::optional<Origin> from, origin(desk, source));
    if (!from) return std::string();
    const Result<std::string> account = party::parse_account(from->line.payer);
    return account.ok() ? *account : std::string();
}

Result<RefundRow> known(const Desk& desk, Id refund) {
    FRIST_TRY(const std::optional<RefundRow> row, desk.store.refund(desk.creditor, refund));
    if (!row) return Error{"refund.unknown", place(refund), "there is no such refund", "See frist refunds for the numbers."};
    return *row;
}

// The refund with its sum, of a payment.
Outcome of_payment(const Desk& desk, const RefundWish& wish, RefundRow& row) {
    FRIST_TRY(const PaymentPlace at, payment_place(desk, wish.case_id, wish.payment));
    row.case_id = at.row.state.id;
    row.payment = at.payment.number;
    FRIST_TRY(const Money going, on_its_way(desk, row.case_id, row.payment, at.row.state.zero()));
    const Money owed = at.payment.cover.overpaid - going;
    const std::string where = fmt::format("case {} payment {}", row.case_id, row.payment);
    if (!owed.positive()) return Error{"refund.nothing", where, "nothing of it is owed back, or it is on its way", "See frist refunds for what is."};
    row.amount = wish.amount.value_or(owed);
    if (!row.amount.positive() || row.amount > owed) return Error{"refund.amount", where, fmt::format("{} is owed back, and {} was to go", text(owed), text(row.amount)), "Give no more than is owed back."};
    if (!row.name.empty()) return done;
    FRIST_TRY(const auto debtor, desk.store.debtor(desk.creditor, at.row.state.debtor));
    FRIST_CHECK(debtor.has_value());
    FRIST_TRY(const DebtorRecord record, debtor_record(debtor->record));
    row.name = record.name;
    return done;
}

// And of a line that belongs to no case.
Outcome of_line(const Desk& desk, const RefundWish& wish, RefundRow& row, LineRow& line) {
    FRIST_TRY(line, waiting_line(desk, wish.line));
    const std::string where = fmt::format("line {}", wish.line);
    row.line = wish.line;
    row.amount = wish.amount.value_or(line.left);
    if (!row.amount.positive() || row.amount > line.left) return Error{"refund.amount", where, fmt::format("{} of it waits, and {} was to go", text(line.left), text(row.amount)), "Give a part of what waits."};
    if (row.name.empty()) return Error{"refund.name", where, "nothing says who gets it", "Name who paid."};
    return done;
}

Result<RefundFile> written(const Desk& desk, const CreditorRecord& creditor, const std::string& batch, std::vector<RefundRow> rows) {
    bank::TransferFile file;
    file.id = batch;
    file.made = rows.front().filed_on.value_or(desk.today);
    file.execute = desk.country.calendar().is_banking_day(file.made) ? file.made : desk.country.calendar().after_banking_days(file.made, 1);
    file.name = creditor.name;
    file.org_number = creditor.org_number;
    file.account = creditor.account;
    for (const RefundRow& row : rows) {
        const std::string message = row.case_id != 0 ? fmt::format("Tilbakebetaling sak {}", row.case_id) : std::string("Tilbakebetaling");
        file.transfers.push_back({fmt::format("{}{}-{}", ours, creditor.org_number, row.id), row.amount, row.name, row.account, message});
    }
    FRIST_TRY(std::string xml, bank::write_transfers(file));
    return RefundFile{batch, std::move(xml), std::move(rows)};
}

}  // namespace

std::optional<Id> refund_named(std::string_view transfer, std::string_view org_number) {
    const std::string begin = fmt::format("{}{}-", ours, org_number);
    if (!transfer.starts_with(begin)) return std::nullopt;
    const std::string_view number = transfer.substr(begin.size());
    Id id = 0;
    const auto [end, wrong] = std::from_chars(number.data(), number.data() + number.size(), id);
    return wrong == std::errc{} && end == number.data() + number.size() ? std::optional(id) : std::nullopt;
}

Result<std::vector<OwedBack>> owed_back(const Desk& desk) {
    FRIST_TRY(const std::vector<Owed> cases, desk.store.owed_to_debtors(desk.creditor));
    std::vector<OwedBack> all;
    for (const Owed& owed : cases) {
        FRIST_TRY(const CaseRow row, case_row(desk, owed.case_id));
        for (const cases::Payment& payment : row.state.payments) {
            if (!payment.cover.overpaid.positive()) continue;
            FRIST_TRY(const Money going, on_its_way(desk, owed.case_id, payment.number, row.state.zero()));
            const Money rest = payment.cover.overpaid - going;
            if (!rest.positive()) continue;
            FRIST_TRY(std::string account, account_of(desk, payment.source));
            all.push_back({owed.case_id, row.state.debtor, payment.number, payment.on, rest, std::move(account)});
        }
    }
    return all;
}

Result<RefundRow> order_refund(const Desk& desk, const RefundWish& wish) {
    RefundRow row;
    const Result<std::string> account = party::parse_account(wish.account);
    if (!account.ok()) return Error{"refund.account", "account", "is no Norwegian account number", "Write its eleven digits; to an account abroad the money is sent by hand."};
    row.account = *account;
    row.name = wish.name;
    row.person = wish.person;
    row.ordered_on = desk.today;
    if ((wish.case_id == 0) == (wish.line == 0)) return Error{"refund.which", "case", "say either a payment of a case or a line in suspense", "Name a case and a payment, or a line."};
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        LineRow line;
        FRIST_TRY_DONE(wish.line != 0 ? of_line(desk, wish, row, line) : of_payment(desk, wish, row));
        FRIST_TRY(row.id, desk.store.put_refund(desk.creditor, row));
        return wish.line != 0 ? count_anew(desk, line, line.reason) : Outcome(done);
    }));
    return row;
}

Outcome cancel_refund(const Desk& desk, Id refund) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(RefundRow row, known(desk, refund));
        if (row.state == RefundState::paid) return Error{"refund.ended", place(refund), "the bank has paid it", "Nothing can be cancelled."};
        if (row.state == RefundState::cancelled) return done;
        row.state = RefundState::cancelled;
        row.ended_on = desk.today;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_refund(desk.creditor, row));
        if (row.line == 0) return done;
        FRIST_TRY(const std::optional<LineRow> line, desk.store.line(desk.creditor, row.line));
        FRIST_CHECK(line.has_value());
        return count_anew(desk, *line, "its refund was cancelled");
    });
}

Result<RefundRow> refund_paid(const Desk& desk, Id refund, Date on) {
    RefundRow row;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(row, known(desk, refund));
        if (row.state == RefundState::paid && row.ended_on == on) return done;
        if (!waits(row)) return Error{"refund.ended", place(refund), fmt::format("it was {} on {}", name_of(row.state), text(row.ended_on.value_or(desk.today))), "Look at it again."};
        if (on > desk.today) return Error{"payment.future", place(refund), "the day " + text(on) + " has not come", "Give the day on which the bank booked it."};
        row.state = RefundState::paid;
        row.ended_on = on;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_refund(desk.creditor, row));
        if (row.case_id == 0) return done;
        FRIST_TRY(const PaymentPlace at, payment_place(desk, row.case_id, row.payment));
        FRIST_TRY([[maybe_unused]] const CaseRow after, answer(desk, at.row.state.id, cases::ReturnPayment{at.payment.number, row.amount, on, place(refund)}, "refund:" + std::to_string(refund)));
        return done;
    }));
    return row;
}

Result<RefundFile> file_refunds(const Desk& desk, const CreditorRecord& creditor) {
    RefundFile file;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(std::vector<RefundRow> rows, desk.store.refunds(desk.creditor, RefundState::ordered));
        if (rows.empty()) return done;
        FRIST_TRY(const std::int64_t number, desk.store.next_number(desk.creditor, "refund_file"));
        const std::string batch = fmt::format("FRIST-{}-R{}", creditor.org_number, number);
        for (RefundRow& row : rows) {
            row.state = RefundState::filed;
            row.batch = batch;
            row.filed_on = desk.today;
            FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_refund(desk.creditor, row));
        }
        FRIST_TRY(file, written(desk, creditor, batch, std::move(rows)));
        return done;
    }));
    return file;
}

Result<RefundFile> refund_file(const Desk& desk, const CreditorRecord& creditor, const std::string& batch) {
    FRIST_TRY(std::vector<RefundRow> rows, desk.store.refunds_of_batch(desk.creditor, batch));
    if (rows.empty()) return Error{"refund.batch", "file", "there is no such file of refunds", "See the list of refunds."};
    return written(desk, creditor, batch, std::move(rows));
}

}  // namespace frist::office
