// invoices: electronic invoices as bytes in, what a claim is made of out. Reads UBL 2.1: EHF Billing 3 and Peppol
// BIS Billing 3, the older EHF 2 and BIS 4/5, and EHF Reminder 3. Validity against the schema is not asked for;
// what we use must hold. Nothing here knows which invoices came before: a number twice is the office's question.
#pragma once
#include "base/date.h"
#include "money/money.h"

#include <array>
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frist::invoices {

// A number with the list it is taken from: 0192 is the Norwegian register of enterprises.
struct Numbered {
    std::string scheme;  // empty: the file does not say
    std::string id;
};

struct Address {
    std::string street, street2, postal_code, city, country;  // country: two capital letters
};

// Empty text means the file does not say. Whether a customer is a consumer stands in no invoice: it must be asked.
struct Party {
    std::string name;  // as registered, else the trading name
    std::string trading_name;
    std::optional<Numbered> endpoint;
    std::optional<Numbered> legal_id;
    std::string vat_id;
    Address address;
    std::string contact, email, phone;
};

struct PaymentMeans {
    std::string code;        // UNCL 4461: 30 transfer, 59 direct debit …
    std::string payment_id;  // KID, OCR number, viitenumero, RF
    std::string account;
    std::string branch;  // BIC, or SE:BANKGIRO, SE:PLUSGIRO
    std::optional<Date> due;
    std::string check;  // see reference.h
};

struct BillingReference {
    std::string id;  // the invoice that is credited, corrected or reminded of
    std::optional<Date> date;
};

struct InvoiceLine {
    std::string id, name, quantity, unit;
    std::optional<Money> amount;  // without VAT
    std::string vat_category, vat_percent;
};

struct Attachment {
    std::string id, mime;
    std::string name;  // without folders and control signs; still nobody's promise
    std::string content;
};

// When the verdict is not reject, id, issued, currency, payable, supplier and customer are there.
struct Invoice {
    bool credit_note = false;  // the root is CreditNote
    bool wrapped = false;      // came in an SBDH envelope
    std::string customization, id, type_code;
    std::optional<Date> issued;
    std::optional<Date> due;  // never guessed from the terms
    std::optional<Currency> currency;
    std::string buyer_reference, order, contract;
    std::string accounting_cost, project;
    std::vector<BillingReference> billing_references;
    std::optional<Party> supplier;
    std::optional<Party> customer;
    std::string payee;  // when the claim belongs to somebody else than the supplier
    std::vector<PaymentMeans> payment_means;
    std::string payment_terms, note;
    std::optional<Date> period_from, period_to, delivered;
    std::optional<Address> delivery;
    std::optional<Money> line_total, tax_exclusive, tax_total, tax_inclusive, prepaid, rounding, payable;
    std::vector<InvoiceLine> lines;
    std::vector<Attachment> attachments;
};

enum class Verdict { accept, accept_with_findings, reject };
constexpr auto names_of(Verdict) {
    return std::to_array<std::string_view>({"accept", "accept_with_findings", "reject"});
}

// What the document does to what is owed. A reminder belongs to the claim it names and is never a second principal.
enum class Kind { claim, credit, reminder, nothing };
constexpr auto names_of(Kind) {
    return std::to_array<std::string_view>({"claim", "credit", "reminder", "nothing"});
}

// Errors and findings: code "invoice.…", field the element's path ("Invoice/PaymentMeans[2]/PaymentDueDate").
//   errors    doctype, encoding, size, depth, attributes, xml, not_ubl, missing_*, impossible_date, amount,
//             currency, payable_currency
//   findings  no_due_date, due_before_issue, payable_equation, tax_equation, line_sum, nothing_payable,
//             negative_payable, reminder_document, reference_check, unknown_type_code, corrected_invoice, factoring,
//             several_currencies, attachment_refused, replacement_character
struct InvoiceFile {
    std::size_t bytes = 0;
    std::optional<Invoice> invoice;  // nothing when the root was not UBL; incomplete when rejected
    std::vector<Error> errors;
    std::vector<Error> findings;
    Verdict verdict = Verdict::reject;
    Kind kind = Kind::nothing;
    bool claimable = false;  // may become a claim once its findings are answered
};

// Whether the bytes look like UBL's Invoice or CreditNote, also in an envelope. Looks at the beginning only.
bool is_ubl(std::string_view bytes);

// Reads one document, in UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or windows-1252; what is wrong stands in the result.
InvoiceFile read_ubl(std::string_view bytes);

// {"format", "bytes", "invoice", "errors", "findings", "kind", "claimable", "verdict"}: for `frist read --json`.
boost::json::object to_json(const InvoiceFile& file);

}  // namespace frist::invoices
