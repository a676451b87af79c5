#include "base/pch.h"
#include "office/take_invoice.h"
#include "party/org_number.h"

namespace frist::office {
namespace {

using invoices::Invoice;
using invoices::Party;

// The number in the register of enterprises, wherever the invoice writes it; empty when none has its check digit.
std::string org_number_of(const Party& party) {
    for (const std::string& written : {party.legal_id ? party.legal_id->id : std::string(), party.vat_id, party.endpoint ? party.endpoint->id : std::string()}) {
        if (written.empty()) continue;
        const Result<std::string> number = party::read_org_number(written);
        if (number.ok()) return *number;
    }
    return {};
}

DebtorRecord customer_of(const Party& party) {
    DebtorRecord debtor;
    debtor.name = party.name.empty() ? party.trading_name : party.name;
    debtor.org_number = org_number_of(party);
    debtor.kind_known = !debtor.org_number.empty();
    if (debtor.kind_known) {
        debtor.kind = cases::DebtorKind::company;
        debtor.relation = cases::Relation::business;
    }
    const invoices::Address& a = party.address;
    debtor.address = {a.street, a.street2, a.postal_code, a.city, a.country.empty() ? "NO" : a.country};
    debtor.email = party.email;
    debtor.phone = party.phone;
    return debtor;
}

std::string what_of(const Invoice& invoice) {
    if (invoice.lines.empty()) return {};
    const std::string& first = invoice.lines.front().name;
    return invoice.lines.size() == 1 || first.empty() ? first : fmt::format("{} m.m.", first);
}

// What a person must have looked at before the claim is started.
std::string warning_of(const invoices::InvoiceFile& file) {
    std::string warning;
    for (const Error& finding : file.findings) {
        if (finding.code == "invoice.no_due_date" || finding.code == "invoice.attachment_refused") continue;
        warning += (warning.empty() ? "" : "; ") + finding.message;
    }
    return warning;
}

}  // namespace

Result<LedgerLine> ledger_line(const invoices::InvoiceFile& file, const std::string& creditor_org_number, Currency currency, const std::string& place) {
    const auto at = [&](const Error& e) { return Error{e.code, place + ": " + e.field, e.message, e.remedy}; };
    if (file.verdict == invoices::Verdict::reject)
        return file.errors.empty() ? Error{"invoice.not_ubl", place, "is no invoice that can be read", "Send the invoice as EHF or Peppol BIS Billing 3."} : at(file.errors.front());
    const Invoice& invoice = *file.invoice;
    if (file.kind == invoices::Kind::reminder || file.kind == invoices::Kind::nothing)
        return Error{"invoice.no_claim", place, file.kind == invoices::Kind::reminder ? "is a reminder of an invoice, not an invoice" : "leaves nothing to pay",
                     file.kind == invoices::Kind::reminder ? "Import the invoice it names." : "Nothing has to be done."};
    if (org_number_of(*invoice.supplier) != creditor_org_number)
        return Error{"invoice.supplier", place, "was sent by another supplier than this creditor", "Import the creditor's own invoices, or name the creditor who sent it with --creditor."};
    if (*invoice.currency != currency)
        return Error{"invoice.currency", place, fmt::format("is in {}, and claims here are in {}", invoice.currency->code(), currency.code()), "Collect it where that currency is the law's."};
    const bool credit = file.kind == invoices::Kind::credit;
    if (!invoice.due && !credit)
        return Error{"invoice.no_due_date", place, "names no due date", "Import it in a list with its due date; it is never guessed from the terms."};
    LedgerLine line;
    line.place = place;
    line.debtor = customer_of(*invoice.customer);
    line.number = invoice.id;
    const Money payable = invoice.payable->negative() ? -*invoice.payable : *invoice.payable;
    line.amount = line.open = credit ? -payable : payable;
    line.invoiced = invoice.issued;
    line.due = invoice.due.value_or(*invoice.issued);
    if (!invoice.payment_means.empty() && !credit) line.kid = invoice.payment_means.front().payment_id;
    line.what = what_of(invoice);
    line.department = invoice.accounting_cost;
    line.project = invoice.project;
    line.warning = warning_of(file);
    return line;
}

}  // namespace frist::office
