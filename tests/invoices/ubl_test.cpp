#include "base/pch.h"
#include "base/strict_json.h"
#include "invoices/invoice.h"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace frist;
using namespace frist::invoices;
namespace json = boost::json;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in.good()) << file;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

std::string sample(const std::string& name) {
    return bytes_of(std::string(FRIST_ROOT) + "/tests/invoices/samples/" + name);
}

// The sample with one place changed; the place must be there.
std::string with(std::string document, std::string_view from, std::string_view to) {
    const std::size_t at = document.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) document.replace(at, from.size(), to);
    return document;
}

std::vector<std::string> codes(const std::vector<Error>& errors) {
    std::vector<std::string> all;
    for (const Error& e : errors) all.push_back(e.code.substr(std::string_view("invoice.").size()));
    return all;
}

// Everything `wanted` names is in `got` and equal; `got` may hold more fields.
void expect_agrees(const json::value& wanted, const json::value& got, const std::string& path) {
    if (wanted.is_object()) {
        ASSERT_TRUE(got.is_object()) << path;
        for (const auto& [name, value] : wanted.get_object()) {
            const json::value* found = got.get_object().if_contains(name);
            ASSERT_NE(found, nullptr) << path << "." << name;
            expect_agrees(value, *found, path + "." + std::string(name));
        }
    } else if (wanted.is_array()) {
        ASSERT_TRUE(got.is_array()) << path;
        ASSERT_EQ(wanted.get_array().size(), got.get_array().size()) << path << json::serialize(got);
        for (std::size_t i = 0; i < wanted.get_array().size(); ++i)
            expect_agrees(wanted.get_array()[i], got.get_array()[i], fmt::format("{}[{}]", path, i));
    } else {
        EXPECT_EQ(json::serialize(wanted), json::serialize(got)) << path;
    }
}

TEST(Ubl, AgreesWithEveryCollectedInvoice) {
    const std::filesystem::path folder = std::string(FRIST_ROOT) + "/../shared/fixtures/ubl";
    if (!std::filesystem::exists(folder)) return;
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".xml") continue;
        SCOPED_TRACE(entry.path().filename());
        json::object wanted = json::parse(bytes_of(entry.path().string() + ".expected.json")).as_object();
        for (const char* about : {"file", "derivation", "note"}) wanted.erase(about);
        const std::string bytes = bytes_of(entry.path());
        EXPECT_TRUE(is_ubl(bytes));
        expect_agrees(wanted, to_json(read_ubl(bytes)), "");
        ++seen;
    }
    EXPECT_GE(seen, 18);
}

TEST(Ubl, ReadsEveryFieldOfAnInvoice) {
    const InvoiceFile file = read_ubl(sample("faktura.xml"));
    EXPECT_EQ(codes(file.errors), std::vector<std::string>{});
    EXPECT_EQ(codes(file.findings), std::vector<std::string>{});
    EXPECT_EQ(file.verdict, Verdict::accept);
    EXPECT_EQ(file.kind, Kind::claim);
    EXPECT_TRUE(file.claimable);
    ASSERT_TRUE(file.invoice.has_value());
    const Invoice& i = *file.invoice;
    EXPECT_EQ(i.id, "F-2041");
    EXPECT_EQ(i.issued, Date::of(2026, 1, 12));
    EXPECT_EQ(i.due, Date::of(2026, 1, 26));
    EXPECT_EQ(i.payable, nok(100000));
    EXPECT_EQ(i.prepaid, nok(25040));
    EXPECT_EQ(i.tax_total, nok(25000));
    EXPECT_EQ(i.order, "B-19");
    EXPECT_EQ(i.contract, "A-3");
    EXPECT_EQ(i.accounting_cost, "Drift nord");
    EXPECT_EQ(i.project, "Fjellbu 2");
    EXPECT_EQ(i.period_from, Date::of(2025, 12, 1));
    EXPECT_EQ(i.period_to, Date::of(2025, 12, 31));
    EXPECT_EQ(i.delivered, Date::of(2025, 12, 30));
    ASSERT_TRUE(i.delivery && i.supplier && i.customer);
    EXPECT_EQ(i.delivery->city, "Tromsø");
    EXPECT_EQ(i.supplier->name, "Fjord Rør AS");
    EXPECT_EQ(i.supplier->trading_name, "Fjordrør");
    EXPECT_EQ(i.supplier->vat_id, "NO999999999MVA");
    EXPECT_EQ(i.customer->name, "Kari Prøve");
    EXPECT_FALSE(i.customer->legal_id.has_value());
    EXPECT_EQ(i.customer->address.street, "Eksempelveien 1");
    EXPECT_EQ(i.customer->email, "kari@prove.example");
    ASSERT_EQ(i.billing_references.size(), 1U);
    EXPECT_EQ(i.billing_references[0].id, "F-2000");
    ASSERT_EQ(i.payment_means.size(), 1U);
    EXPECT_EQ(i.payment_means[0].check, "mod10");
    ASSERT_EQ(i.lines.size(), 2U);
    EXPECT_EQ(i.lines[0].name, "Rørlegging");
    EXPECT_EQ(i.lines[0].quantity, "2.5");
    EXPECT_EQ(i.lines[0].unit, "HUR");
    EXPECT_EQ(i.lines[0].amount, nok(60000));
    EXPECT_EQ(i.lines[0].vat_percent, "25");
    ASSERT_EQ(i.attachments.size(), 1U);
    EXPECT_EQ(i.attachments[0].name, "timer.csv");
    EXPECT_EQ(i.attachments[0].content, "timer;12\n");
}

TEST(Ubl, ACreditNoteReducesTheInvoiceItNames) {
    const InvoiceFile file = read_ubl(sample("kreditnota.xml"));
    EXPECT_EQ(file.verdict, Verdict::accept);
    EXPECT_EQ(file.kind, Kind::credit);
    EXPECT_FALSE(file.claimable);
    EXPECT_EQ(file.invoice->issued, Date::of(2026, 2, 2));
    EXPECT_EQ(file.invoice->due, Date::of(2026, 2, 16));
    EXPECT_EQ(file.invoice->billing_references.at(0).id, "F-2041");
    EXPECT_EQ(file.invoice->lines.at(0).quantity, "1");
}

TEST(Ubl, AReminderIsNeverASecondPrincipal) {
    const InvoiceFile file = read_ubl(sample("purring.xml"));
    EXPECT_EQ(codes(file.findings), std::vector<std::string>{"reminder_document"});
    EXPECT_EQ(file.kind, Kind::reminder);
    EXPECT_FALSE(file.claimable);
}

struct Change {
    const char* name;
    const char* from;
    const char* to;
};

TEST(Ubl, EachReasonToReject) {
    const Change rows[] = {
        {"missing_id", "<b:ID>F-2041</b:ID>", ""},
        {"missing_id", "<b:ID>F-2041</b:ID>", "<b:ID>  </b:ID>"},
        {"missing_id", "<b:ID>F-2041</b:ID>", "<a:ID>F-2041</a:ID>"},
        {"missing_issue_date", "<b:IssueDate>2026-01-12</b:IssueDate>", ""},
        {"missing_currency", "<b:DocumentCurrencyCode>NOK</b:DocumentCurrencyCode>", ""},
        {"missing_payable_minor", "<b:PayableAmount currencyID=\"NOK\">1000.000</b:PayableAmount>", ""},
        {"missing_supplier", "a:AccountingSupplierParty><a:Party>", "a:AccountingSupplierParty><a:Partner>"},
        {"missing_customer", "a:AccountingCustomerParty><a:Party>", "a:AccountingCustomerParty><a:Partner>"},
        {"impossible_date", "2026-01-12", "2026-02-30"},
        {"impossible_date", "2026-01-26", "26.01.2026"},
        {"impossible_date", "2025-11-30", "2025-11-31"},
        {"amount", "1000.000", "1000.005"},
        {"amount", "1000.000", "1000,00"},
        {"amount", "1000.000", "1e3"},
        {"payable_currency", "<b:PayableAmount currencyID=\"NOK\">", "<b:PayableAmount currencyID=\"SEK\">"},
        {"currency", "<b:DocumentCurrencyCode>NOK", "<b:DocumentCurrencyCode>kr"},
        {"not_ubl", "xsd:Invoice-2", "xsd:Invoice-9"},
        {"not_ubl", "<u:Invoice xmlns:u=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"", "<Invoice"},
        {"doctype", "<u:Invoice", "<!DOCTYPE x [<!ENTITY a \"b\">]><u:Invoice"},
        {"xml", "</a:Delivery>", "</a:Deliveri>"},
        {"xml", "<b:ID>F-2041</b:ID>", "<b:ID>F-2041</b:ID"},
        {"xml", "<b:ID>F-2041</b:ID>", "<!-- never closed"},
        {"encoding", "encoding=\"UTF-8\"", "encoding=\"EBCDIC-NO\""},
        {"encoding", "Prøve", "Pr\xf8ve"},
    };
    for (const Change& row : rows) {
        SCOPED_TRACE(fmt::format("{}: {}", row.name, row.to));
        std::string document = with(sample("faktura.xml"), row.from, row.to);
        if (std::string_view(row.to).ends_with("<a:Partner>")) {
            const std::size_t end = document.find("</a:Party>", document.find("<a:Partner>"));
            document.replace(end, 10, "</a:Partner>");
        }
        if (std::string_view(row.to) == "<Invoice") document = with(document, "</u:Invoice>", "</Invoice>");
        const InvoiceFile file = read_ubl(document);
        EXPECT_EQ(file.verdict, Verdict::reject);
        EXPECT_FALSE(file.claimable);
        const auto all = codes(file.errors);
        EXPECT_NE(std::find(all.begin(), all.end(), row.name), all.end()) << testing::PrintToString(all);
        for (const Error& e : file.errors) EXPECT_FALSE(e.message.empty() || e.remedy.empty());
    }
}

TEST(Ubl, EachFinding) {
    const Change rows[] = {
        {"no_due_date", "<b:DueDate>2026-01-26</b:DueDate>", ""},
        {"due_before_issue", "2026-01-26", "2026-01-11"},
        {"payable_equation", "250.40", "250.41"},
        {"tax_equation", "\"NOK\">250.00<", "\"NOK\">251.00<"},
        {"line_sum", "600.00", "600.01"},
        {"reference_check", "123456782", "RF19539007547034"},
        {"reference_check", "123456782", "71#123456789012345"},
        {"unknown_type_code", "<b:InvoiceTypeCode>380", "<b:InvoiceTypeCode>999"},
        {"unknown_type_code", "<b:InvoiceTypeCode>380</b:InvoiceTypeCode>", ""},
        {"corrected_invoice", "<b:InvoiceTypeCode>380", "<b:InvoiceTypeCode>384"},
        {"factoring", "<b:InvoiceTypeCode>380", "<b:InvoiceTypeCode>393"},
        {"several_currencies", "<b:LineExtensionAmount currencyID=\"NOK\">400",
         "<b:LineExtensionAmount currencyID=\"EUR\">400"},
        {"attachment_refused", "text/csv", "text/html"},
        {"attachment_refused", "dGltZXI7MTIK", "dGltZXI7MTI!"},
        {"replacement_character", "Kran", "Kr\xef\xbf\xbdn"},
    };
    for (const Change& row : rows) {
        SCOPED_TRACE(fmt::format("{}: {}", row.name, row.to));
        const InvoiceFile file = read_ubl(with(sample("faktura.xml"), row.from, row.to));
        EXPECT_EQ(codes(file.errors), std::vector<std::string>{});
        EXPECT_EQ(codes(file.findings), std::vector<std::string>{row.name});
        EXPECT_EQ(file.verdict, Verdict::accept_with_findings);
        EXPECT_TRUE(file.claimable);
    }
}

TEST(Ubl, NothingAndLessThanNothing) {
    const std::string whole = sample("faktura.xml");
    std::string zero = with(with(whole, "250.40", "1250.40"), ">1000.000<", ">0.00<");
    EXPECT_EQ(codes(read_ubl(zero).findings), std::vector<std::string>{"nothing_payable"});
    EXPECT_EQ(read_ubl(zero).kind, Kind::nothing);
    std::string less = with(with(whole, "250.40", "1350.40"), ">1000.000<", ">-100.00<");
    EXPECT_EQ(codes(read_ubl(less).findings), std::vector<std::string>{"negative_payable"});
    EXPECT_EQ(read_ubl(less).kind, Kind::credit);
    for (const char* code : {"325", "751"}) {
        const InvoiceFile file =
            read_ubl(with(whole, "<b:InvoiceTypeCode>380", std::string("<b:InvoiceTypeCode>") + code));
        EXPECT_EQ(file.kind, Kind::nothing);
        EXPECT_FALSE(file.claimable);
    }
}

TEST(Ubl, ComesInAnEnvelope) {
    std::string inner = sample("faktura.xml");
    inner.erase(0, inner.find("?>") + 2);
    const std::string document =
        "<?xml version='1.0'?><s:StandardBusinessDocument "
        "xmlns:s='http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'>"
        "<s:StandardBusinessDocumentHeader><s:HeaderVersion>1.0</s:HeaderVersion></s:StandardBusinessDocumentHeader>" +
        inner + "</s:StandardBusinessDocument>";
    EXPECT_TRUE(is_ubl(document));
    const InvoiceFile file = read_ubl(document);
    EXPECT_EQ(file.verdict, Verdict::accept);
    EXPECT_TRUE(file.invoice->wrapped);
    EXPECT_EQ(file.invoice->payable, nok(100000));
    EXPECT_EQ(codes(read_ubl(with(document, "StandardBusinessDocumentHeader'", "Other'")).errors),
              std::vector<std::string>{"not_ubl"});
}

// The same text in every encoding gives the same invoice.
TEST(Ubl, EncodingsByMarkAndDeclaration) {
    const std::string utf8 = sample("faktura.xml");
    const auto wide = [&](bool big, bool mark) {
        std::string out = mark ? (big ? "\xfe\xff" : "\xff\xfe") : "";
        for (std::size_t i = 0; i < utf8.size(); ++i) {
            unsigned sign = static_cast<unsigned char>(utf8[i]);
            if (sign >= 0xc0) sign = (sign & 0x1fU) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3fU);
            const char high = static_cast<char>(sign >> 8);
            const char low = static_cast<char>(sign & 0xff);
            out += big ? std::string{high, low} : std::string{low, high};
        }
        return out;
    };
    const auto narrow = [&](const char* name) {
        std::string out;
        for (std::size_t i = 0; i < utf8.size(); ++i) {
            const unsigned sign = static_cast<unsigned char>(utf8[i]);
            out.push_back(static_cast<char>(
                sign >= 0xc0 ? (sign & 0x1fU) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3fU) : sign));
        }
        return with(out, "UTF-8", name);
    };
    for (const std::string& document :
         {"\xef\xbb\xbf" + utf8, wide(true, true), wide(false, true), wide(true, false), wide(false, false),
          narrow("ISO-8859-1"), narrow("iso-8859-15"), narrow("Windows-1252")}) {
        EXPECT_TRUE(is_ubl(document));
        const InvoiceFile file = read_ubl(document);
        ASSERT_EQ(codes(file.errors), std::vector<std::string>{});
        EXPECT_EQ(file.invoice->supplier->name, "Fjord Rør AS");
    }
    EXPECT_EQ(read_ubl(with(narrow("iso-8859-15"), "Kran", "\xa4")).invoice->lines[1].name, "€");
    EXPECT_EQ(read_ubl(with(narrow("windows-1252"), "Kran", "\x80")).invoice->lines[1].name, "€");
    EXPECT_EQ(codes(read_ubl(with(narrow("windows-1252"), "Kran", "\x81")).errors),
              std::vector<std::string>{"encoding"});
}

TEST(Ubl, DepthAndAttributesHaveLimits) {
    std::string deep;
    for (int i = 0; i < 101; ++i) deep += "<x>";
    EXPECT_EQ(codes(read_ubl(deep).errors), std::vector<std::string>{"depth"});
    std::string flat;
    for (int i = 0; i < 101; ++i) flat += "<x><y/></x>";
    EXPECT_EQ(codes(read_ubl("<r>" + flat + "</r>").errors), std::vector<std::string>{"not_ubl"});
    std::string wide = "<x";
    for (int i = 0; i < 101; ++i) wide += fmt::format(" a{}='>'", i);
    EXPECT_EQ(codes(read_ubl(wide + "/>").errors), std::vector<std::string>{"attributes"});
}

TEST(Ubl, SumsBeyondAllClaimsDoNotStopUs) {
    const std::string line =
        "<a:InvoiceLine><b:LineExtensionAmount>999999999999999.99</b:LineExtensionAmount></a:InvoiceLine>";
    std::string many;
    for (int i = 0; i < 200; ++i) many += line;
    const InvoiceFile file = read_ubl(with(sample("faktura.xml"), "</u:Invoice>", many + "</u:Invoice>"));
    EXPECT_EQ(codes(file.findings), std::vector<std::string>{"line_sum"});
    EXPECT_EQ(file.invoice->lines.size(), 202U);
}

TEST(Ubl, TaxInTheOfficesCurrencyIsNoSecondCurrency) {
    const InvoiceFile file = read_ubl(with(
        with(sample("faktura.xml"), "<b:BuyerReference>",
             "<b:TaxCurrencyCode>EUR</b:TaxCurrencyCode><b:BuyerReference>"),
        "<a:TaxTotal>", "<a:TaxTotal><b:TaxAmount currencyID=\"EUR\">22.00</b:TaxAmount></a:TaxTotal><a:TaxTotal>"));
    EXPECT_EQ(file.verdict, Verdict::accept);
    EXPECT_EQ(file.invoice->tax_total, nok(25000));
}

TEST(Ubl, KnowsItsOwnOnly) {
    EXPECT_FALSE(is_ubl(""));
    EXPECT_FALSE(is_ubl("Kundenr;Navn\r\n1;Kari\r\n"));
    EXPECT_FALSE(is_ubl("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.02\"/>"));
    EXPECT_TRUE(is_ubl(sample("kreditnota.xml")));
    EXPECT_EQ(codes(read_ubl("").errors), std::vector<std::string>{"xml"});
}

TEST(Ubl, JsonTellsWhatIsMissingAsNull) {
    const json::object got =
        to_json(read_ubl("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>"));
    EXPECT_TRUE(got.at("invoice").at("supplier").is_null());
    EXPECT_TRUE(got.at("invoice").at("payable_minor").is_null());
    EXPECT_EQ(got.at("verdict").as_string(), "reject");
    EXPECT_EQ(got.at("errors").as_array().size(), 6U);
}

}  // namespace
