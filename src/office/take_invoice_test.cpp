#include "base/pch.h"
#include "office/take_invoice.h"

#include <gtest/gtest.h>

namespace {

using namespace frist;
using namespace frist::office;
using invoices::InvoiceFile;

invoices::Party party(const std::string& name, const std::string& org_number) {
    invoices::Party p;
    p.name = name;
    if (!org_number.empty()) p.legal_id = invoices::Numbered{"0192", org_number};
    p.address = {"Eksempelveien 1", "", "5003", "Bergen", "NO"};
    return p;
}

InvoiceFile invoice() {
    invoices::Invoice i;
    i.id = "F1";
    i.issued = Date::of(2026, 1, 12);
    i.due = Date::of(2026, 1, 26);
    i.currency = Currency::nok();
    i.payable = nok(125'000);
    i.supplier = party("Fjord Rør AS", "999999999");
    i.customer = party("Testbygg AS", "123456785");
    i.payment_means.push_back({"30", "123456782", "NO9386011117947", "", {}, "both"});
    i.lines.push_back({"1", "Rørlegging", "1", "EA", nok(100'000), "S", "25"});
    InvoiceFile file;
    file.invoice = i;
    file.kind = invoices::Kind::claim;
    file.verdict = invoices::Verdict::accept;
    file.claimable = true;
    return file;
}

Result<LedgerLine> line_of(const InvoiceFile& file) { return ledger_line(file, "999999999", Currency::nok(), "faktura.xml"); }

TEST(TakeInvoice, AClaimOfACompany) {
    const Result<LedgerLine> line = line_of(invoice());
    ASSERT_TRUE(line.ok()) << text(line.error());
    EXPECT_EQ(line->number, "F1");
    EXPECT_EQ(line->open, nok(125'000));
    EXPECT_EQ(line->due, Date::of(2026, 1, 26));
    EXPECT_EQ(line->kid, "123456782");
    EXPECT_EQ(line->what, "Rørlegging");
    EXPECT_EQ(line->warning, "");
    EXPECT_TRUE(line->debtor.kind_known);
    EXPECT_EQ(line->debtor.kind, cases::DebtorKind::company);
    EXPECT_EQ(line->debtor.org_number, "123456785");
    EXPECT_EQ(line->debtor.address.place, "Bergen");
}

TEST(TakeInvoice, ACustomerWithoutANumberIsAskedFor) {
    InvoiceFile file = invoice();
    file.invoice->customer = party("Kari Prøve", "");
    EXPECT_FALSE(line_of(file)->debtor.kind_known);
    file.invoice->customer = party("Kari Prøve", "123456789");  // a wrong check digit tells nothing
    EXPECT_FALSE(line_of(file)->debtor.kind_known);
}

TEST(TakeInvoice, ACreditNoteIsANegativeLine) {
    InvoiceFile file = invoice();
    file.kind = invoices::Kind::credit;
    file.invoice->due.reset();
    const Result<LedgerLine> line = line_of(file);
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->open, nok(-125'000));
    EXPECT_EQ(line->kid, "");
    EXPECT_EQ(line->due, Date::of(2026, 1, 12));
    file.invoice->payable = nok(-125'000);   // a negative invoice says the same
    EXPECT_EQ(line_of(file)->open, nok(-125'000));
}

TEST(TakeInvoice, WhatAPersonMustSeeIsAWarning) {
    InvoiceFile file = invoice();
    file.verdict = invoices::Verdict::accept_with_findings;
    file.findings.push_back({"invoice.factoring", "Invoice/InvoiceTypeCode", "the claim was handed to a factoring company", "Make sure whose claim it is."});
    file.findings.push_back({"invoice.attachment_refused", "Invoice", "an enclosure is too large", ""});
    EXPECT_EQ(line_of(file)->warning, "the claim was handed to a factoring company");
}

TEST(TakeInvoice, Refused) {
    const auto code_of = [](const std::function<void(InvoiceFile&)>& change) {
        InvoiceFile file = invoice();
        change(file);
        const Result<LedgerLine> line = line_of(file);
        EXPECT_FALSE(line.ok());
        EXPECT_TRUE(line.error().field.starts_with("faktura.xml"));
        EXPECT_FALSE(line.error().remedy.empty());
        return line.error().code;
    };
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.invoice->supplier = party("Annen AS", "123456785"); }), "invoice.supplier");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.invoice->supplier = party("Annen AS", ""); }), "invoice.supplier");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.invoice->due.reset(); }), "invoice.no_due_date");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.kind = invoices::Kind::reminder; }), "invoice.no_claim");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.kind = invoices::Kind::nothing; }), "invoice.no_claim");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.invoice->currency = Currency::eur(); f.invoice->payable = Money(100, Currency::eur()); }), "invoice.currency");
    EXPECT_EQ(code_of([](InvoiceFile& f) { f.verdict = invoices::Verdict::reject; f.errors.push_back({"invoice.missing_id", "Invoice/ID", "id is missing", "Ask the sender."}); }), "invoice.missing_id");
}

}  // namespace
