// Lists as accounting programs lay them out, and what each rule of the import says to them.
#include "base/fields.h"
#include "party/org_number.h"
#include "sheets/books.h"
#include "sheets/letters_before.h"

namespace frist::sheets {
namespace {

const std::string head = "Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\n";

// A list with the columns and one row; the codes of everything said about it.
Words said(const std::string& columns, const std::string& row) {
    const OpenItems items = read(columns + "\n" + row + "\n");
    Words all = codes(items.questions);
    for (const Words& more : {codes(items.rejected), row_findings(items), codes(items.findings)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

TEST(layouts, titles_above_and_sums_below) {
    const OpenItems items =
        read("Testbygg AS;;;;;\nÅpne poster per 31.01.2026;;;;;\n\n[InvoiceCids];;;;;\n" + head +
             "1;Kari Prøve;F1;01.01.2026;15.01.2026;1 000,00\n1;Kari Prøve;F2;02.01.2026;16.01.2026;500,50\nSum kunde "
             "1;;;;;1 500,50\n"
             "Side 2;;;;;\n" +
             head + "2;Testbygg AS;F3;02.01.2026;16.01.2026;100,00\nSum kunde 2;;;;;100,00\nTotalt;;;;;1 600,50\n");
    EXPECT_EQ(items.layout.header_row, 5);
    EXPECT_EQ(items.rows, 3);
    EXPECT_EQ(items.claims.size(), 3U);
    EXPECT_EQ(items.claims[2].row, 11);
    EXPECT_EQ(items.totals_checked, 3);
    EXPECT_EQ(codes(items.findings), Words{"kind.ask"});
    const OpenItems wrong = read(head + "1;Kari Prøve;F1;01.01.2026;15.01.2026;1 000,00\nYhteensä;;;;;1 000,01\n");
    EXPECT_EQ(codes(wrong.findings), (Words{"3 Restbeløp total.differs", "kind.ask"}));
}

TEST(layouts, the_customer_in_a_line_above) {
    const OpenItems items = read(
        "Avoimet laskut\nlaskunro;laskun pvm;eräpäivä;erääntymätön;ylitys<30pv;31-60pv;61-90pv;väh. 91pv;viiv.korko\n"
        "Asiakas: 1044 Åse "
        "Prøve;;;;;;;;\n5001;1.1.2026;15.1.2026;;100,00;;;;3,50\n5002;2.1.2026;16.1.2026;50,00;;;;;\nYhteensä;;;50,00;"
        "100,00;;;;\n"
        "Sivu 2\nlaskunro;laskun pvm;eräpäivä;erääntymätön;ylitys<30pv;31-60pv;61-90pv;väh. 91pv;viiv.korko\n"
        "1045 - Testi Oy;;;;;;;;\n5003;3.1.2026;17.1.2026;;;;;25,00;\n",
        {}, Currency::eur());
    ASSERT_EQ(items.claims.size(), 3U);
    EXPECT_EQ(items.claims[0].customer_number, "1044");
    EXPECT_EQ(items.claims[0].customer_name, "Åse Prøve");
    EXPECT_EQ(items.claims[0].open, Money(10000, Currency::eur())) << "interest is no part of what is open";
    EXPECT_EQ(items.claims[2].customer_number, "1045");
    EXPECT_EQ(items.claims[2].customer_name, "Testi Oy");
    EXPECT_EQ(items.layout.ageing.size(), 5U);
    EXPECT_EQ(codes(items.findings), (Words{"customer.headings", "kind.ask"}));
    // After a customer's sum nothing belongs to that customer any more.
    const OpenItems lost = read(
        "Fakturanr;Forfallsdato;Saldo\nKunde 7 Kari Prøve;;\nF1;15.01.2026;10,00\nSum;;10,00\nF2;15.01.2026;20,00\n");
    EXPECT_EQ(codes(lost.rejected), (Words{"5  customer.missing"}));
}

TEST(layouts, what_other_systems_call_a_letter) {
    struct Row {
        const char* word;
        const char* step;
    };
    const Row rows[] = {{"1. purring", "reminder"},      {"Betalingspåminnelse", "reminder"}, {"Andre purring", "reminder"},        {"PAYMENT REMINDER 2", "reminder"}, {"Maksumuistutus", "reminder"},
                        {"Rykker 3", "reminder"},         {"Inkassovarsel", "notice"},         {"Purring med inkassovarsel", "notice"}, {"Inkassovarning", "notice"},       {"Perintävaroitus", "notice"},
                        {"Varsel om inkasso", "notice"},  {"Collection notice", "notice"},     {"Betalingsoppfordring", "demand"},   {"Inkassokrav", "demand"},          {"Kravbrev", "demand"},
                        {"Letter of demand", "demand"},   {"Maksuvaatimus", "demand"},         {"Ikke purret", "none"},              {"Ny", "none"},                     {"Varsel om utlegg", ""},
                        {"Varsel om rettslig pågang", ""}, {"Forliksklage", ""},               {"Overvåkning", ""}};
    for (const Row& row : rows) EXPECT_EQ(step_word(row.word), row.step) << row.word;
}

const std::string agency_head = "Saksnr;Status;Kundenr;Navn;Type;Fakturanr;Forfall;Hovedstol;Rest hovedstol;Renter;Purring sendt;Purregebyr;Inkassovarsel sendt;Inkassovarsel frist;Gebyr inkassovarsel;Betalingsoppfordring sendt;Frist betalingsoppfordring\n";

// A case list of a collection agency: every letter with its day, its deadline and its fee.
TEST(layouts, several_letters_of_one_claim_keep_their_days_and_fees) {
    const OpenItems items = read(agency_head +
                                 "77;Betalingsoppfordring;1;Blid Fjellrev;privat;F1;02.12.2025;4 000,00;3 000,00;41,50;16.12.2025;35,00;02.01.2026;16.01.2026;35,00;20.01.2026;03.02.2026\n"
                                 "78;Inkassovarsel;2;Rask Rype;privat;F2;03.12.2025;500,00;500,00;1,50;;;05.01.2026;19.01.2026;;;\n"
                                 "79;Ny;3;Sen Mår;privat;F3;04.12.2025;900,00;900,00;;;;;;;;\n");
    EXPECT_EQ(codes(items.rejected), Words{});
    ASSERT_EQ(items.claims.size(), 3U);
    EXPECT_EQ(items.layout.known, "Inkassobyrå: saksliste");
    EXPECT_EQ(items.claims[0].open, nok(300000)) << "principal, without interest and fees";
    EXPECT_EQ(items.claims[0].original, nok(400000));
    const std::vector<Earlier>& letters = items.claims[0].earlier;
    ASSERT_EQ(letters.size(), 3U);
    EXPECT_EQ(letters[0].step, "reminder");
    EXPECT_EQ(letters[0].sent, Date::of(2025, 12, 16));
    EXPECT_EQ(letters[0].fee, nok(3500));
    EXPECT_EQ(letters[1].step, "notice");
    EXPECT_EQ(letters[1].deadline, Date::of(2026, 1, 16));
    EXPECT_EQ(letters[1].fee, nok(3500));
    EXPECT_EQ(letters[2].step, "demand");
    EXPECT_EQ(letters[2].sent, Date::of(2026, 1, 20));
    EXPECT_EQ(letters[2].deadline, Date::of(2026, 2, 3));
    ASSERT_EQ(items.claims[1].earlier.size(), 1U);
    EXPECT_EQ(items.claims[1].earlier[0].step, "notice");
    EXPECT_TRUE(items.claims[2].earlier.empty());
    const OpenItems wrong = read(agency_head + "77;;1;Blid Fjellrev;privat;F1;02.12.2025;4 000,00;3 000,00;;;;20.01.2026;16.01.2026;-35,00;;\n");
    EXPECT_EQ(codes(wrong.rejected), (Words{"2 Gebyr inkassovarsel earlier.fee", "2 Inkassovarsel frist earlier.deadline"}));
}

TEST(layouts, a_word_for_a_letter_is_asked_for_and_said) {
    const std::string list = "Kundenr;Navn;Fakturanr;Forfallsdato;Restbeløp;Saksstatus;Purret dato\n1;Testbygg AS;F1;15.12.2025;10,00;Sluttvarsel;20.01.2026\n"
                             "2;Testbygg AS;F2;15.12.2025;10,00;Inkassovarsel;21.01.2026\n3;Testbygg AS;F3;15.12.2025;10,00;Overvåkning;22.01.2026\n";
    const OpenItems asked = read(list);
    EXPECT_EQ(codes(asked.rejected), (Words{"2 Saksstatus earlier.step", "4 Saksstatus earlier.step"}));
    ASSERT_EQ(asked.layout.steps.size(), 3U);
    EXPECT_EQ(asked.layout.steps[0].word, "Sluttvarsel");
    EXPECT_EQ(asked.layout.steps[0].step, "");
    EXPECT_EQ(asked.layout.steps[1].step, "notice");
    Mapping said;
    said.steps = {{"sluttvarsel", "demand"}, {"Overvåkning", "none"}};
    const OpenItems items = read(list, said);
    EXPECT_EQ(codes(items.rejected), Words{});
    ASSERT_EQ(items.claims.size(), 3U);
    EXPECT_EQ(items.claims[0].earlier.at(0).step, "demand");
    EXPECT_EQ(items.claims[1].earlier.at(0).step, "notice");
    EXPECT_TRUE(items.claims[2].earlier.empty());
    const auto again = read_mapping(boost::json::serialize(to_map(said)), "map");
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(*again, said);
}

TEST(layouts, exports_that_are_known_are_named) {
    EXPECT_EQ(read("Fakturanummer;Fakturadato;Forfallsdato;Betalingsdato;Kundenummer;Kundenavn;Fakturabeløp;Kreditert;Innbetalt;Saldo\n5001;01.10.2025;15.10.2025;;1044;Nord AS;1 250,00;0,00;250,00;1 000,00\n").layout.known,
              "24SevenOffice: kundefakturarapport");
    EXPECT_EQ(read(head + "1;Testbygg AS;F1;01.01.2026;15.01.2026;10,00\n").layout.known, "");
}

TEST(layouts, department_and_project_in_five_languages) {
    struct Row {
        const char* department;
        const char* project;
    };
    const Row rows[] = {{"Avdeling", "Prosjekt"},     {"Avdelingsnr.", "Prosjektnummer"}, {"Kostnadsställe", "Projektnr"}, {"Avdelning", "Projekt"},
                        {"Afdeling", "Projektnavn"},  {"Kustannuspaikka", "Projekti"},    {"Osasto", "Projektin nro"},     {"Department", "Project"},
                        {"Cost Centre", "ProjectNo"}, {"Avd", "Prosjektkode"}};
    for (const Row& row : rows) {
        const OpenItems items = read(fmt::format("Kundenr;Navn;Fakturanr;Forfallsdato;Restbeløp;{};{}\n1;Testbygg AS;F1;15.01.2026;10,00;0150;Fjellbu\n", row.department, row.project));
        ASSERT_EQ(items.claims.size(), 1U) << row.department;
        EXPECT_EQ(items.claims[0].department, "0150") << row.department;
        EXPECT_EQ(items.claims[0].project, "Fjellbu") << row.project;
        EXPECT_TRUE(items.layout.unknown.empty()) << row.department;
    }
    // Who leads a project is none.
    const OpenItems items = read("Kundenr;Navn;Fakturanr;Forfallsdato;Restbeløp;Prosjektleder;Avdelingsleder\n1;Testbygg AS;F1;15.01.2026;10,00;Blid;Fjellrev\n");
    EXPECT_EQ(items.layout.unknown, (Words{"Prosjektleder", "Avdelingsleder"}));
}

TEST(layouts, one_rule_a_row) {
    const std::string both = "Kundenr;Navn;Type;Fakturanr;Forfallsdato;Beløp;Innbetalt;Kreditert;Restbeløp;Tekst";
    struct Row {
        const char* about;
        std::string columns, row;
        Words says;
    };
    const Row rows[] = {
        {"all agrees", both, "1;A;privat;F1;15.01.2026;100,00;10,00;20,00;70,00;", {}},
        {"less is open than the sum says",
         both,
         "1;A;privat;F1;15.01.2026;100,00;10,00;20,00;60,00;",
         {"2 Restbeløp open.differs"}},
        {"more is open: costs in it",
         both,
         "1;A;privat;F1;15.01.2026;100,00;10,00;20,00;105,00;",
         {"2 Restbeløp open.with_costs"}},
        {"a fee as an invoice",
         both,
         "1;A;privat;F1;15.01.2026;35,00;;;35,00;Purregebyr faktura 7",
         {"2 Tekst claim.costs"}},
        {"interest as an invoice",
         both,
         "1;A;privat;F1;15.01.2026;35,00;;;35,00;Forsinkelsesrente",
         {"2 Tekst claim.costs"}},
        {"settled", both, "1;A;privat;F1;15.01.2026;100,00;100,00;;0,00;", {}},
        {"only the original amount",
         "Kundenr;Type;Fakturanr;Forfallsdato;Beløp",
         "1;privat;F1;15.01.2026;100,00",
         {"0 Beløp open.original_only"}},
        {"original and paid",
         "Kundenr;Type;Fakturanr;Forfallsdato;Beløp;Betalt",
         "1;privat;F1;15.01.2026;100,00;40,00",
         {"open.computed"}},
        {"no kind", "Kundenr;Fakturanr;Forfallsdato;Saldo", "1;F1;15.01.2026;100,00", {"kind.ask"}},
        {"a company number", "Kundenr;Orgnr;Fakturanr;Forfallsdato;Saldo", "1;974760673;F1;15.01.2026;100,00", {}},
        {"a company number with a wrong digit",
         "Kundenr;Orgnr;Fakturanr;Forfallsdato;Saldo",
         "1;974760674;F1;15.01.2026;100,00",
         {"2 Orgnr org_number.check_digit", "kind.ask"}},
        {"privat instead of a number",
         "Kundenr;Orgnr;Fakturanr;Forfallsdato;Saldo",
         "1;privat;F1;15.01.2026;100,00",
         {}},
        {"two columns that disagree",
         "Kundenr;Kundetype;Orgnr;Fakturanr;Forfallsdato;Saldo",
         "1;bedrift;privat;F1;15.01.2026;100,00",
         {"2 Kundetype kind.conflict"}},
        {"day and month either way",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo",
         "1;privat;F1;05/01/2026;100,00",
         {"0 Forfallsdato dates.order"}},
        {"a thousand or one and a quarter",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo",
         "1;privat;F1;15.01.2026;1.250",
         {"amounts.decimal"}},
        {"a KID the spreadsheet has rounded",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;KID",
         "1;privat;F1;15.01.2026;100,00;1,23457E+13",
         {"2 KID number.destroyed"}},
        {"a foreign currency",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;Valuta",
         "1;privat;F1;15.01.2026;100,00;EUR",
         {}},
        {"no currency",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;Valuta",
         "1;privat;F1;15.01.2026;100,00;kroner",
         {"2 Valuta currency.form"}},
        {"a credit note without a minus",
         "Kundenr;Bilagstype;Kundetype;Fakturanr;Forfallsdato;Saldo",
         "1;Kreditnota;privat;F1;15.01.2026;100,00",
         {"2 Bilagstype credit.sign"}},
        {"a reminder that was sent",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;Purring;Purret;Purrefrist;Purregebyr",
         "1;privat;F1;15.01.2026;100,00;purring;30.01.2026;13.02.2026;35,00",
         {}},
        {"a letter without a day",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;Purring;Purret;Purrefrist;Purregebyr",
         "1;privat;F1;15.01.2026;100,00;2;;;35,00",
         {"2 Purring earlier.undated"}},
        {"a deadline before the letter",
         "Kundenr;Type;Fakturanr;Forfallsdato;Saldo;Purring;Purret;Purrefrist;Purregebyr",
         "1;privat;F1;15.01.2026;100,00;purring;30.01.2026;29.01.2026;35,00",
         {"2 Purrefrist earlier.deadline"}},
    };
    for (const Row& row : rows) EXPECT_EQ(said(row.columns, row.row), row.says) << row.about;
}

TEST(layouts, amounts_as_people_write_them) {
    const std::pair<const char*, std::int64_t> rows[] = {
        {"1 250,50", 125050},    {"100,00-", -10000},      {"(100,00)", -10000}, {"\u2212100,00", -10000},
        {"kr 1.250,50", 125050}, {"1.250,50 NOK", 125050}, {"250,-", 25000},     {"1\u00a0250,5", 125050}};
    std::string csv = head;
    int row = 0;
    for (const auto& [cell, minor] : rows)
        csv += fmt::format("{};A;F{};01.01.2026;15.01.2026;{}\n", row, row, cell), ++row;
    const OpenItems items = read(csv);
    EXPECT_EQ(codes(items.rejected), Words{});
    std::vector<std::int64_t> got(std::size(rows), 0);
    for (const auto* list : {&items.claims, &items.credits})
        for (const OpenItem& item : *list) got[static_cast<std::size_t>(item.row - 2)] = item.open.minor();
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], rows[i].second) << rows[i].first;
}

TEST(layouts, days_are_settled_by_the_whole_column) {
    const auto due = [](const Words& days, const std::string& date = "") {
        std::string csv = "Kundenr,Navn,Fakturanr,Due date,Saldo\n";
        for (std::size_t i = 0; i < days.size(); ++i) csv += fmt::format("1,A,F{},{},10.00\n", i, days[i]);
        Mapping mapping;
        if (!date.empty()) mapping.date = date;
        const OpenItems items = read(csv, mapping);
        if (!items.questions.empty()) return items.questions[0].code;
        std::string out;
        for (const OpenItem& item : items.claims) out += text(item.due) + " ";
        return out + (items.rejected.empty() ? "" : "rejected");
    };
    EXPECT_EQ(due({"05/01/2026", "13/01/2026"}), "2026-01-05 2026-01-13 ");
    EXPECT_EQ(due({"05/01/2026", "01/13/2026"}), "2026-05-01 2026-01-13 ");
    EXPECT_EQ(due({"13/01/2026", "01/13/2026"}), "dates.mixed");
    EXPECT_EQ(due({"05/01/2026"}), "dates.order");
    EXPECT_EQ(due({"05/01/2026"}, "MM/DD/YYYY"), "2026-05-01 ");
    EXPECT_EQ(due({"20260105", "20260113"}), "2026-01-05 2026-01-13 ");
    EXPECT_EQ(due({"5.1.2026", "2026-01-13", "6.1.2026"}), "2026-01-05 2026-01-06 rejected");
    EXPECT_EQ(due({"310126"}), "dates.order") << "2031-01-26 is a day too";
    EXPECT_EQ(due({"310199"}), "1999-01-31 ");
}

TEST(layouts, lists_that_are_no_claims) {
    EXPECT_EQ(refusal("Kundenr;Navn;Saldo\n1;A;100,00\n"), "list.balance");
    EXPECT_EQ(refusal("Kundenr;Navn;0-30;31-60;over 60;Saldo\n1;A;100,00;;;100,00\n"), "list.balance");
    EXPECT_EQ(refusal("Leverandørnr;Leverandørnavn;Fakturanr;Forfallsdato;Restbeløp\n1;A;F1;15.01.2026;100,00\n"),
              "list.supplier");
    EXPECT_EQ(
        refusal(
            "Leverandørreskontro per 31.01.2026\nNr;Navn;Fakturanr;Forfallsdato;Restbeløp\n1;A;F1;15.01.2026;100,00\n"),
        "list.supplier");
    EXPECT_EQ(refusal("Kundenr;Navn;Fakturanr;Restbeløp\n1;A;F1;100,00\n"), "columns.missing");
    EXPECT_EQ(refusal(head), "list.empty");
    EXPECT_EQ(refusal("a;b;c\n1;2;3\n"), "header.missing");
    EXPECT_EQ(refusal(head + "1;\"A;F1;01.01.2026;15.01.2026;1,00\n"), "csv.quote");
    EXPECT_EQ(refusal(""), "list.empty");
    EXPECT_EQ(refusal("%PDF-1.7"), "sheet.pdf");
    EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "sheet.old_xls");
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string("EncryptedPackage")) locked += std::string(1, c) + '\0';
    EXPECT_EQ(refusal(locked), "sheet.encrypted");
    for (const char* page :
         {"<html><table>", "\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook>", " \r\n<!DOCTYPE html>", "<TABLE>"})
        EXPECT_EQ(refusal(page), "sheet.html") << page;
    EXPECT_EQ(refusal(std::string("a;b\0c", 5)), "encoding.invalid");
    Mapping mapping;
    mapping.columns[Field::open_amount] = "Er ikke der";
    EXPECT_EQ(refusal(head + "1;A;F1;01.01.2026;15.01.2026;1,00\n", mapping), "columns.named");
}

TEST(layouts, a_persons_number_is_not_kept) {
    // Of the synthetic series, which is given to nobody: month + 80.
    const std::string number = [] {
        for (int digits = 0; digits < 100; ++digits)
            if (std::string eleven = fmt::format("418180123{:02}", digits); party::kind_by_number(eleven))
                return eleven;
        return std::string();
    }();
    ASSERT_EQ(party::kind_by_number(number), party::DebtorKind::person);
    const std::string list = "Kundenr;Navn;Orgnr;Fakturanr;Forfallsdato;Restbeløp\n1;Kari Prøve;" + number +
                             ";F1;31.02.2026;100,00\n1;Kari Prøve;" + number + ";F2;15.01.2026;100,00\n";
    const OpenItems items = read(list);
    ASSERT_EQ(items.claims.size(), 1U);
    EXPECT_EQ(items.claims[0].org_number, "");
    EXPECT_EQ(boost::json::serialize(to_json(items)).find(number), std::string::npos);
    EXPECT_EQ(items.claims[0].kind, party::DebtorKind::person);
    EXPECT_EQ(rejected_csv(items).find(number), std::string::npos);
    EXPECT_NE(rejected_csv(items).find(";privat;"), std::string::npos);
}

TEST(layouts, credits_are_proposed_for_set_off) {
    const OpenItems items = read(head +
                                 "1;A;F1;01.01.2026;15.01.2026;100,00\n1;A;K1;01.01.2026;15.01.2026;-40,00\n2;B;K2;01."
                                 "01.2026;15.01.2026;-40,00\n");
    EXPECT_EQ(row_findings(items), (Words{"3 Restbeløp credit.set_off"}));
    EXPECT_EQ(items.credits.size(), 2U);
    EXPECT_EQ(items.totals[0].claims, nok(10000));
    EXPECT_EQ(items.totals[0].credits, nok(-8000));
}

TEST(layouts, what_read_shows) {
    const OpenItems items = read(
        "Kundenr;Navn;Type;Fakturanr;Fakturadato;Forfallsdato;Restbeløp;KID;Farge\n0017;Kari "
        "Prøve;privat;F1;01.01.2026;15.01.2026;1 250,50;0000001234582;blå\n");
    const boost::json::object json = to_json(items);
    for (const char* key :
         {"format", "file_identity", "created", "accounts", "items", "totals", "errors", "findings", "verdict"})
        EXPECT_TRUE(json.contains(key)) << key;
    EXPECT_EQ(json.at("format"), "csv");
    EXPECT_EQ(json.at("verdict"), "accept");
    EXPECT_EQ(json.at("totals").at("NOK").at("claims_minor"), 125050);
    EXPECT_EQ(json.at("layout").at("unknown"), boost::json::array{"Farge"});
    const boost::json::value& item = json.at("items").at(0);
    EXPECT_EQ(item.at("row"), 2);
    EXPECT_EQ(item.at("amount_minor"), 125050);
    EXPECT_EQ(item.at("due"), "2026-01-15");
    EXPECT_EQ(item.at("invoice_number"), "F1");
    EXPECT_EQ(item.at("reference").at("value"), "0000001234582");
    EXPECT_EQ(item.at("reference").at("check"), "mod10");
    EXPECT_EQ(item.at("customer").at("number"), "0017");
}

}  // namespace
}  // namespace frist::sheets
