#include "invoices/judge.h"

#include "base/pch.h"

#include <limits>

namespace frist::invoices {
namespace {

// UNCL 1001 as the billing specifications allow it.
constexpr auto claim_codes = std::to_array<std::string_view>(
    {"71",  "80",  "82",  "84",  "102", "130", "202", "203", "204", "211", "218", "219", "295", "326",
     "331", "380", "382", "383", "384", "385", "386", "387", "388", "389", "390", "393", "394", "395",
     "456", "457", "527", "553", "575", "623", "633", "780", "817", "870", "875", "876", "877", "935"});
constexpr auto silent_codes = std::to_array<std::string_view>({"325", "751"});  // pro forma, accounting information
constexpr auto credit_codes =
    std::to_array<std::string_view>({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"});

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

class Judge {
public:
    explicit Judge(InvoiceFile& file)
        : file_(file), invoice_(*file.invoice), root_(invoice_.credit_note ? "CreditNote" : "Invoice") {}

    void run() {
        missing();
        dates();
        sums();
        references();
        file_.kind = file_.errors.empty() ? kind() : Kind::nothing;
        payable();
    }

private:
    void error(const char* code, const char* place, const char* what) {
        file_.errors.push_back({std::string("invoice.") + code, root_ + place, std::string(what) + " is missing",
                                "Ask the sender for a corrected invoice."});
    }
    void finding(const char* code, const std::string& place, std::string message, std::string remedy) {
        file_.findings.push_back(
            {std::string("invoice.") + code, root_ + place, std::move(message), std::move(remedy)});
    }
    [[nodiscard]] bool complained(std::string_view place) const {
        return std::any_of(file_.errors.begin(), file_.errors.end(),
                           [&](const Error& e) { return e.field == root_ + std::string(place); });
    }

    // What is there but cannot be read has been said already.
    void missing() {
        if (invoice_.id.empty()) error("missing_id", "/ID", "id");
        if (!invoice_.issued && !complained("/IssueDate")) error("missing_issue_date", "/IssueDate", "issue_date");
        if (!invoice_.currency && !complained("/DocumentCurrencyCode"))
            error("missing_currency", "/DocumentCurrencyCode", "currency");
        if (!invoice_.payable && !complained("/LegalMonetaryTotal/PayableAmount"))
            error("missing_payable_minor", "/LegalMonetaryTotal/PayableAmount", "payable_minor");
        if (!invoice_.supplier) error("missing_supplier", "/AccountingSupplierParty/Party", "supplier");
        if (!invoice_.customer) error("missing_customer", "/AccountingCustomerParty/Party", "customer");
    }

    void dates() {
        if (!invoice_.due && !invoice_.credit_note && !complained("/DueDate"))
            finding("no_due_date", "/DueDate",
                    "no due date; terms text: " + (invoice_.payment_terms.empty() ? "None" : invoice_.payment_terms),
                    "Say when it fell due; it is not guessed from the terms.");
        if (invoice_.due && invoice_.issued && *invoice_.due < *invoice_.issued)
            finding("due_before_issue", "/DueDate", "falls due before it was issued", "Say when it fell due.");
    }

    // a + b, or the largest number there is when the sum does not fit: then no equation holds.
    static std::int64_t added(std::int64_t a, std::int64_t b) {
        std::int64_t sum = 0;
        return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::int64_t>::max() : sum;
    }

    // What is there, added up; nothing when something is in another currency.
    [[nodiscard]] std::optional<std::int64_t> total(
        std::initializer_list<std::pair<std::optional<Money>, int>> parts) const {
        std::int64_t all = 0;
        for (const auto& [part, sign] : parts) {
            if (!part) continue;
            if (!invoice_.currency || part->currency() != *invoice_.currency) return std::nullopt;
            all = added(all, sign * part->minor());
        }
        return all;
    }
    void equation(const char* code, const std::string& place, std::optional<std::int64_t> left,
                  const std::optional<Money>& right, const char* says) {
        if (!left || !right || !invoice_.currency || right->currency() != *invoice_.currency || *left == right->minor())
            return;
        finding(code, place,
                fmt::format("{}: {} against {}", says, text(Money(*left, *invoice_.currency)), text(*right)),
                "Compare with the invoice as it was sent.");
    }
    void sums() {
        const std::string totals = "/LegalMonetaryTotal";
        if (invoice_.tax_inclusive)
            equation("payable_equation", totals + "/PayableAmount",
                     total({{invoice_.tax_inclusive, 1}, {invoice_.prepaid, -1}, {invoice_.rounding, 1}}),
                     invoice_.payable, "total with VAT less prepaid plus rounding is not what is to be paid");
        if (invoice_.tax_exclusive && invoice_.tax_total)
            equation("tax_equation", totals + "/TaxInclusiveAmount",
                     total({{invoice_.tax_exclusive, 1}, {invoice_.tax_total, 1}}), invoice_.tax_inclusive,
                     "total without VAT plus VAT is not the total with VAT");
        std::optional<std::int64_t> lines = 0;
        for (const InvoiceLine& line : invoice_.lines) {
            const auto one = total({{line.amount, 1}});
            if (one && lines)
                lines = added(*lines, *one);
            else
                lines.reset();
        }
        if (!invoice_.lines.empty())
            equation("line_sum", totals + "/LineExtensionAmount", lines, invoice_.line_total,
                     "the lines do not add up to their total");
    }

    void references() {
        for (std::size_t i = 0; i < invoice_.payment_means.size(); ++i)
            if (invoice_.payment_means[i].check == "wrong")
                finding("reference_check",
                        i == 0 ? "/PaymentMeans/PaymentID" : fmt::format("/PaymentMeans[{}]/PaymentID", i + 1),
                        "the payment reference fails its check digit",
                        "Ask the sender; payments with it will not be recognised.");
    }

    Kind kind() {
        const bool reminder = invoice_.customization.find(":ehf:reminder:") != std::string::npos;
        if (reminder) {
            finding("reminder_document", "/CustomizationID", "is a reminder of an invoice, not an invoice",
                    "It belongs to the claim it names.");
            return Kind::reminder;
        }
        const std::string place = invoice_.credit_note ? "/CreditNoteTypeCode" : "/InvoiceTypeCode";
        const std::string& code = invoice_.type_code;
        if (invoice_.credit_note) {
            if (!one_of(credit_codes, code))
                finding("unknown_type_code", place, "the kind of credit note is not known",
                        "Look at the document before it is used.");
            return Kind::credit;
        }
        if (one_of(silent_codes, code)) return Kind::nothing;
        if (one_of(credit_codes, code)) return Kind::credit;
        if (!one_of(claim_codes, code))
            finding("unknown_type_code", place, "the kind of invoice is not known",
                    "Look at the document before it is used.");
        if (code == "384")
            finding("corrected_invoice", place, "corrects or replaces an earlier invoice",
                    "Settle first what becomes of the invoice it names.");
        if (code == "393")
            finding("factoring", place, "the claim was handed to a factoring company", "Make sure whose claim it is.");
        return Kind::claim;
    }

    void payable() {
        if (!invoice_.payable) return;
        if (invoice_.payable->zero()) {
            finding("nothing_payable", "/LegalMonetaryTotal/PayableAmount", "amount due is zero: no claim",
                    "Nothing to do.");
            if (file_.kind != Kind::reminder) file_.kind = Kind::nothing;
        } else if (invoice_.payable->negative()) {
            finding("negative_payable", "/LegalMonetaryTotal/PayableAmount",
                    "amount due is negative: a credit by a negative invoice", "Apply it to the invoice it corrects.");
            if (file_.kind == Kind::claim)
                file_.kind = Kind::credit;
            else if (file_.kind == Kind::credit)
                file_.kind = Kind::nothing;  // the credit of a credit: a person looks
        }
    }

    InvoiceFile& file_;
    const Invoice& invoice_;
    std::string root_;
};

}  // namespace

void judge(InvoiceFile& file) {
    if (file.invoice) Judge(file).run();
    file.verdict = !file.errors.empty() || !file.invoice ? Verdict::reject
                   : file.findings.empty()               ? Verdict::accept
                                                         : Verdict::accept_with_findings;
    file.claimable = file.verdict != Verdict::reject && file.kind == Kind::claim;
}

}  // namespace frist::invoices
