#include "base/pch.h"
#include "office/take_files.h"
#include "bank/fingerprint.h"
#include "office/told_debtor.h"
#include "sheets/payment_list.h"

namespace frist::office {
namespace {

std::string earlier_of(const sheets::OpenItem& item) {
    boost::json::array list;
    for (const sheets::Earlier& earlier : item.earlier) {
        boost::json::object one{{"step", earlier.step}, {"sent", text(earlier.sent)}};
        if (earlier.deadline) one["deadline"] = text(*earlier.deadline);
        if (!earlier.fee.zero()) one["fee"] = text(earlier.fee);
        list.push_back(std::move(one));
    }
    return boost::json::serialize(list);
}

LedgerLine line_of(const sheets::OpenItem& item, const std::string& file) {
    LedgerLine line;
    line.place = fmt::format("{}:{}", file, item.row);
    line.customer = item.customer_number;
    line.debtor = told_debtor(item);
    line.number = item.invoice_number;
    line.amount = item.original;
    line.open = item.open;
    line.invoiced = item.invoiced;
    line.due = item.due;
    line.kid = item.payment_reference;
    line.earlier = earlier_of(item);
    line.what = item.text;
    line.department = item.department;
    line.project = item.project;
    return line;
}

std::string why_it_waits(const bank::PaymentItem& item) {
    switch (item.kind) {
        case bank::Kind::payment: break;
        case bank::Kind::correction: return "it is a credit note of the bank's: a person decides what it corrects";
        case bank::Kind::reversal: return "the bank took a payment back: a person decides which";
        case bank::Kind::returned: return "it is the creditor's own money coming back, not a debtor's";
        case bank::Kind::failed:
        case bank::Kind::information: return "it is not booked";
    }
    if (item.has(bank::Remark::several_references)) return "it pays several references at once; a person divides it";
    if (item.has(bank::Remark::lump_sum)) return "it is one sum for several payments; their details come in another file";
    if (item.has(bank::Remark::sums_differ)) return "the entry and its details do not agree";
    if (item.has(bank::Remark::direction_differs)) return "the details say out where the entry says in";
    return {};
}

}  // namespace

std::vector<LedgerLine> ledger_lines(const sheets::OpenItems& items, const std::string& file) {
    std::vector<LedgerLine> lines;
    lines.reserve(items.claims.size() + items.credits.size());
    for (const sheets::OpenItem& item : items.claims) lines.push_back(line_of(item, file));
    for (const sheets::OpenItem& item : items.credits) lines.push_back(line_of(item, file));
    return lines;
}

void settle_kinds(std::vector<LedgerLine>& lines, cases::DebtorKind kind) {
    for (LedgerLine& line : lines) {
        if (line.debtor.kind_known) continue;
        line.debtor.kind_known = true;
        line.debtor.kind = kind;
        line.debtor.relation = kind == cases::DebtorKind::company ? cases::Relation::business : cases::Relation::consumer;
    }
}

namespace {

// As a bank file would tell it. Two that are told by a list and by a bank file are the same payment.
bank::PaymentItem item_of(const sheets::ListedPayment& row, const std::string& account) {
    const auto digits = [](const std::string& written) {
        std::string kept;
        for (const char c : written)
            if (c != ' ' && c != '.') kept += c;
        return kept;
    };
    bank::PaymentItem item;
    item.amount = row.amount;
    item.booking_date = row.on;
    item.reference = row.reference;
    if (!row.reference.empty()) item.reference_kind = "KID";
    if (!row.text.empty()) item.text.push_back(row.text);
    item.payer_name = row.payer_name;
    item.payer_account = digits(row.payer_account);
    item.archive_ref = row.archive_ref;
    item.account = row.account.empty() ? account : digits(row.account);
    item.place = fmt::format("row {}", row.row);
    item.raw = row.raw;
    if (row.reference.empty()) item.remarks.push_back(bank::Remark::no_reference);
    return item;
}

}  // namespace

bank::PaymentFile read_payments(std::string_view bytes, const std::string& account, Currency currency) {
    if (bank::is_ocr_giro(bytes) || bank::is_camt(bytes)) return bank::read_payment_file(bytes);
    auto list = sheets::read_payment_list(bytes, currency);
    // What is neither is told as a bank file, unless it is a spreadsheet or has the columns of an account.
    const auto is_list = [](std::string_view code) { return code.starts_with("sheet.") || (code.starts_with("payments.") && code != "payments.header"); };
    if (!list.ok() && !is_list(list.error().code)) return bank::read_payment_file(bytes);
    bank::PaymentFile file;
    file.format = bank::Format::list;
    if (!list.ok()) {
        const std::size_t point = list.error().code.find('.');
        file.errors.push_back({"list_" + list.error().code.substr(point + 1), list.error().field, list.error().message, list.error().remedy});
        return file;
    }
    for (const sheets::Fault& fault : list->rejected) file.errors.push_back({"list_" + fault.code, fmt::format("row {} {}", fault.row, fault.column), fault.reason, fault.remedy});
    if (!file.errors.empty()) return file;
    for (const sheets::ListedPayment& row : list->rows)
        if (row.amount.positive()) file.items.push_back(item_of(row, account));   // what went out is the creditor's own affair
    bank::fill_fingerprints(file.items);
    file.verdict = bank::Verdict::accept;
    return file;
}

TakenFile incoming(const bank::PaymentFile& file) {
    TakenFile taken;
    taken.lines.reserve(file.items.size());
    for (const bank::PaymentItem& item : file.items) {
        if (item.kind == bank::Kind::failed || item.kind == bank::Kind::information) {
            ++taken.announced;
            continue;
        }
        // What the creditor pays to others is no business of a case; what one of our files ordered is looked for by its name.
        const bool out = item.kind == bank::Kind::payment && !item.amount.positive();
        if (out && item.end_to_end.empty()) {
            ++taken.went_out;
            continue;
        }
        Incoming line;
        if (out) line.transfer = item.end_to_end;
        line.fingerprint = item.fingerprint;
        line.on = item.booking_date;
        if (item.payment_date && *item.payment_date <= item.booking_date && item.booking_date - *item.payment_date <= Days{10}) line.on = *item.payment_date;
        line.amount = item.amount;
        line.kid = item.reference;
        line.payer = item.payer_account.empty() ? item.payer_name : item.payer_account;
        line.raw = item.raw;
        line.waits = why_it_waits(item);
        if (std::find(taken.accounts.begin(), taken.accounts.end(), item.account) == taken.accounts.end()) taken.accounts.push_back(item.account);
        taken.lines.push_back(std::move(line));
    }
    return taken;
}

}  // namespace frist::office
