#include "base/pch.h"
#include "invoices/judge.h"
#include "invoices/reference.h"
#include "invoices/xml.h"

#include <sodium.h>

namespace frist::invoices {
namespace {

constexpr std::string_view invoice_space = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
constexpr std::string_view credit_space = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
constexpr std::string_view cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
constexpr std::string_view cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
constexpr std::string_view envelope_space = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
constexpr std::size_t attachment_limit = 50'000'000;  // bytes, after decoding

bool allowed(std::string_view mime) {
    constexpr auto kinds =
        std::to_array<std::string_view>({"application/pdf", "image/png", "image/jpeg", "text/csv",
                                         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                         "application/vnd.oasis.opendocument.spreadsheet"});
    return std::find(kinds.begin(), kinds.end(), mime) != kinds.end();
}

// The last part of a path, without control signs.
std::string file_name(std::string name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return name == "." || name == ".." ? "" : name;
}

std::optional<std::string> from_base64(const std::string& text) {
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                                         text.size(), " \t\r\n", &size, &end, sodium_base64_VARIANT_ORIGINAL);
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    out.resize(size);
    return out;
}

// Reads the fields of one document; what is wrong is collected, and reading goes on.
class Reader {
public:
    Reader(Element root, InvoiceFile& file) : root_(std::move(root)), file_(file) {}

    void run(bool wrapped) {
        Invoice& invoice = file_.invoice.emplace();
        invoice.wrapped = wrapped;
        invoice.credit_note = root_.name() == "CreditNote";
        head(invoice);
        parties(invoice);
        paying(invoice);
        delivery(invoice);
        totals(invoice);
        lines(invoice);
        attachments(invoice);
    }

private:
    static std::string basic(const Element& in, std::string_view name) { return in.child(cbc, name).text(); }

    void wrong(std::vector<Error>& list, std::string code, std::string place, std::string message, std::string remedy) {
        if (list.size() < 100)
            list.push_back({"invoice." + code, std::move(place), std::move(message), std::move(remedy)});
    }

    // xs:date may end with a time zone, which a day does not need.
    std::optional<Date> day(const Element& element) {
        std::string written = element.text();
        if (written.empty()) return std::nullopt;
        if (written.size() > 10 && (written[10] == 'Z' || written[10] == '+' || written[10] == '-')) written.resize(10);
        const Result<Date> date = Date::parse(written);
        if (date.ok()) return *date;
        wrong(file_.errors, "impossible_date", element.path(), "is no day of the calendar: " + date.error().message,
              "Ask the sender for a corrected invoice.");
        return std::nullopt;
    }
    std::optional<Date> day(const Element& in, std::string_view name) { return day(in.child(cbc, name)); }

    // In the currency the element names, else the document's.
    std::optional<Money> sum(const Element& element) {
        std::string written = element.text();
        if (written.empty()) return std::nullopt;
        if (written.front() == '+') written.erase(0, 1);
        if (written.starts_with(".")) written.insert(0, "0");
        if (written.starts_with("-.")) written.insert(1, "0");
        if (written.ends_with(".")) written.pop_back();
        const std::string code = element.attribute("currencyID");
        Currency currency = file_.invoice->currency.value_or(Currency{});
        if (!code.empty()) {
            const Result<Currency> named = Currency::parse(code);
            if (!named.ok()) {
                wrong(file_.errors, "currency", element.path(), named.error().message, named.error().remedy);
                return std::nullopt;
            }
            if (file_.invoice->currency && *named != *file_.invoice->currency) note_other_currency(element);
            currency = *named;
        }
        const Result<Money> money = Money::parse(written, currency);
        if (money.ok()) return *money;
        wrong(file_.errors, "amount", element.path(), money.error().message, "Ask the sender for a corrected invoice.");
        return std::nullopt;
    }

    void note_other_currency(const Element& element) {
        if (other_currency_) return;
        other_currency_ = true;
        wrong(file_.findings, "several_currencies", element.path(), "is in another currency than the document",
              "Look at the invoice: which sum is owed?");
    }

    void head(Invoice& invoice) {
        invoice.customization = basic(root_, "CustomizationID");
        invoice.id = basic(root_, "ID");
        invoice.type_code = basic(root_, invoice.credit_note ? "CreditNoteTypeCode" : "InvoiceTypeCode");
        invoice.issued = day(root_, "IssueDate");
        const Element code = root_.child(cbc, "DocumentCurrencyCode");
        if (const std::string written = code.text(); !written.empty()) {
            const Result<Currency> currency = Currency::parse(written);
            if (currency.ok())
                invoice.currency = *currency;
            else
                wrong(file_.errors, "currency", code.path(), currency.error().message, currency.error().remedy);
        }
        invoice.buyer_reference = basic(root_, "BuyerReference");
        invoice.order = basic(root_.child(cac, "OrderReference"), "ID");
        invoice.contract = basic(root_.child(cac, "ContractDocumentReference"), "ID");
        invoice.accounting_cost = basic(root_, "AccountingCost");
        invoice.project = basic(root_.child(cac, "ProjectReference"), "ID");
        invoice.note = basic(root_, "Note");
        for (const Element& reference : root_.children(cac, "BillingReference")) {
            Element named = reference.child(cac, "InvoiceDocumentReference");
            if (!named) named = reference.child(cac, "CreditNoteDocumentReference");
            if (named) invoice.billing_references.push_back({basic(named, "ID"), day(named, "IssueDate")});
        }
        const Element period = root_.child(cac, "InvoicePeriod");
        invoice.period_from = day(period, "StartDate");
        invoice.period_to = day(period, "EndDate");
    }

    static std::optional<Numbered> numbered(const Element& element) {
        if (element.text().empty()) return std::nullopt;
        return Numbered{element.attribute("schemeID"), element.text()};
    }

    static Address address(const Element& in) {
        return {basic(in, "StreetName"), basic(in, "AdditionalStreetName"), basic(in, "PostalZone"),
                basic(in, "CityName"), basic(in.child(cac, "Country"), "IdentificationCode")};
    }

    static std::optional<Party> party(const Element& in) {
        if (!in) return std::nullopt;
        Party party;
        const Element legal = in.child(cac, "PartyLegalEntity");
        party.name = basic(legal, "RegistrationName");
        party.trading_name = basic(in.child(cac, "PartyName"), "Name");
        if (party.name.empty()) party.name = party.trading_name;
        party.endpoint = numbered(in.child(cbc, "EndpointID"));
        party.legal_id = numbered(legal.child(cbc, "CompanyID"));
        for (const Element& tax : in.children(cac, "PartyTaxScheme"))
            if (party.vat_id.empty() && basic(tax.child(cac, "TaxScheme"), "ID") == "VAT")
                party.vat_id = basic(tax, "CompanyID");
        party.address = address(in.child(cac, "PostalAddress"));
        const Element contact = in.child(cac, "Contact");
        party.contact = basic(contact, "Name");
        party.email = basic(contact, "ElectronicMail");
        party.phone = basic(contact, "Telephone");
        return party;
    }

    void parties(Invoice& invoice) {
        invoice.supplier = party(root_.child(cac, "AccountingSupplierParty").child(cac, "Party"));
        invoice.customer = party(root_.child(cac, "AccountingCustomerParty").child(cac, "Party"));
        const Element payee = root_.child(cac, "PayeeParty");
        invoice.payee = basic(payee.child(cac, "PartyName"), "Name");
        if (invoice.payee.empty()) invoice.payee = basic(payee.child(cac, "PartyLegalEntity"), "RegistrationName");
    }

    void paying(Invoice& invoice) {
        invoice.due = day(root_, "DueDate");
        for (const Element& element : root_.children(cac, "PaymentMeans")) {
            PaymentMeans means;
            means.code = basic(element, "PaymentMeansCode");
            means.payment_id = basic(element, "PaymentID");
            const Element account = element.child(cac, "PayeeFinancialAccount");
            means.account = basic(account, "ID");
            Element branch = account.child(cac, "FinancialInstitutionBranch");
            means.branch = basic(branch, "ID");
            if (means.branch.empty()) means.branch = basic(branch.child(cac, "FinancialInstitution"), "ID");
            means.due = day(element, "PaymentDueDate");
            if (!invoice.due) invoice.due = means.due;
            means.check = reference_check(means.payment_id, means.account, means.branch);
            invoice.payment_means.push_back(std::move(means));
        }
        for (const Element& terms : root_.children(cac, "PaymentTerms")) {
            const std::string note = basic(terms, "Note");
            if (note.empty()) continue;
            if (!invoice.payment_terms.empty()) invoice.payment_terms += '\n';
            invoice.payment_terms += note;
        }
    }

    void delivery(Invoice& invoice) {
        const Element delivery = root_.child(cac, "Delivery");
        invoice.delivered = day(delivery, "ActualDeliveryDate");
        if (const Element place = delivery.child(cac, "DeliveryLocation").child(cac, "Address"))
            invoice.delivery = address(place);
    }

    void totals(Invoice& invoice) {
        const Element total = root_.child(cac, "LegalMonetaryTotal");
        invoice.line_total = sum(total.child(cbc, "LineExtensionAmount"));
        invoice.tax_exclusive = sum(total.child(cbc, "TaxExclusiveAmount"));
        invoice.tax_inclusive = sum(total.child(cbc, "TaxInclusiveAmount"));
        invoice.prepaid = sum(total.child(cbc, "PrepaidAmount"));
        invoice.rounding = sum(total.child(cbc, "PayableRoundingAmount"));
        const Element payable = total.child(cbc, "PayableAmount");
        invoice.payable = sum(payable);
        if (invoice.payable && invoice.currency && invoice.payable->currency() != *invoice.currency)
            wrong(file_.errors, "payable_currency", payable.path(), "is in another currency than the document",
                  "Ask the sender for a corrected invoice.");
        // A second total may tell the same tax in the currency of the tax office.
        const std::string office_currency = basic(root_, "TaxCurrencyCode");
        for (const Element& tax : root_.children(cac, "TaxTotal")) {
            const Element amount = tax.child(cbc, "TaxAmount");
            const std::string code = amount.attribute("currencyID");
            const bool for_the_office = !office_currency.empty() && code == office_currency && invoice.currency &&
                                        code != invoice.currency->code();
            if (!for_the_office && !invoice.tax_total) invoice.tax_total = sum(amount);
        }
    }

    void lines(Invoice& invoice) {
        const std::string_view quantity = invoice.credit_note ? "CreditedQuantity" : "InvoicedQuantity";
        for (const Element& element : root_.children(cac, invoice.credit_note ? "CreditNoteLine" : "InvoiceLine")) {
            InvoiceLine line;
            line.id = basic(element, "ID");
            line.quantity = basic(element, quantity);
            line.unit = element.child(cbc, quantity).attribute("unitCode");
            line.amount = sum(element.child(cbc, "LineExtensionAmount"));
            const Element item = element.child(cac, "Item");
            line.name = basic(item, "Name");
            Element tax = item.child(cac, "ClassifiedTaxCategory");
            line.vat_category = basic(tax, "ID");
            line.vat_percent = basic(tax, "Percent");
            invoice.lines.push_back(std::move(line));
        }
    }

    void attachments(Invoice& invoice) {
        for (const Element& reference : root_.children(cac, "AdditionalDocumentReference")) {
            const Element object = reference.child(cac, "Attachment").child(cbc, "EmbeddedDocumentBinaryObject");
            if (!object) continue;
            Attachment attachment{basic(reference, "ID"), object.attribute("mimeCode"),
                                  file_name(object.attribute("filename")), ""};
            const auto refuse = [&](const char* why) {
                wrong(file_.findings, "attachment_refused", object.path(), why,
                      "Ask the sender for it as a PDF of reasonable size.");
            };
            if (!allowed(attachment.mime)) {
                refuse("an attachment of a kind that is not kept");
                continue;
            }
            const std::string text = object.text();
            auto content = text.size() / 4 * 3 <= attachment_limit ? from_base64(text) : std::nullopt;
            if (!content) {
                refuse("an attachment that is too large or no base64");
                continue;
            }
            attachment.content = std::move(*content);
            invoice.attachments.push_back(std::move(attachment));
        }
    }

    Element root_;
    InvoiceFile& file_;
    bool other_currency_ = false;
};

// The document itself, taken out of its envelope when it came in one.
Result<Element> document(const pugi::xml_document& parsed, bool& wrapped) {
    const Error no_ubl{"invoice.not_ubl", "", "is no Invoice or CreditNote of UBL 2",
                       "Choose an invoice file, or import it as a list."};
    Element root(parsed.document_element(), "");
    root = Element(parsed.document_element(), std::string(root.name()));
    if (!root) return no_ubl;
    if (root.name() == "StandardBusinessDocument" && root.name_space() == envelope_space) {
        wrapped = true;
        for (const Element& inner : root.elements())
            if (inner.name() == "Invoice" || inner.name() == "CreditNote") {
                root = inner;
                break;
            }
    }
    const std::string_view space = root.name_space();
    if ((root.name() == "Invoice" && space == invoice_space) || (root.name() == "CreditNote" && space == credit_space))
        return root;
    return Error{no_ubl.code, root.path(), no_ubl.message, no_ubl.remedy};
}

Outcome read(std::string_view bytes, InvoiceFile& file) {
    FRIST_TRY(const std::string text, xml_as_utf8(bytes));
    FRIST_TRY_DONE(scan_xml(text));
    pugi::xml_document parsed;
    const pugi::xml_parse_result how =
        parsed.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!how) {
        const auto line = 1 + std::count(text.begin(),
                                         text.begin() + std::min<std::ptrdiff_t>(
                                                            how.offset, static_cast<std::ptrdiff_t>(text.size())),
                                         '\n');
        return Error{"invoice.xml", fmt::format("line {}", line), std::string("is no XML: ") + how.description(),
                     "Ask the sender for the file again."};
    }
    bool wrapped = false;
    FRIST_TRY(const Element root, document(parsed, wrapped));
    Reader(root, file).run(wrapped);
    if (text.find("\xef\xbf\xbd") != std::string::npos)
        file.findings.push_back({"invoice.replacement_character", root.path(),
                                 "a text lost signs before it came here (U+FFFD)",
                                 "Correct names and addresses by hand."});
    return done;
}

}  // namespace

bool is_ubl(std::string_view bytes) {
    std::string head;
    for (const char c : bytes.substr(0, 65'536))
        if (c != '\0') head.push_back(c);
    return head.find('<') != std::string::npos &&
           (head.find(invoice_space) != std::string::npos || head.find(credit_space) != std::string::npos);
}

InvoiceFile read_ubl(std::string_view bytes) {
    InvoiceFile file;
    file.bytes = bytes.size();
    const Outcome outcome = read(bytes, file);
    if (!outcome.ok()) file.errors.push_back(outcome.error());
    judge(file);
    return file;
}

}  // namespace frist::invoices
