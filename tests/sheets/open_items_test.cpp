// What a list of open items claims, from samples of our own.
#include "sheets/books.h"

namespace frist::sheets {
namespace {

const std::filesystem::path root = FRIST_ROOT;

const std::string head = "Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\n";

TEST(open_items, our_own_ledger) {
    const OpenItems items = read(file_bytes(root / "tests/sheets/samples/ledger.csv"));
    EXPECT_EQ(items.layout.columns.at(Field::kind), "Type");
    EXPECT_EQ(items.layout.columns.at(Field::earlier_step), "Purring");
    EXPECT_EQ(items.layout.columns.at(Field::earlier_sent), "Purret");
    EXPECT_EQ(items.layout.columns.at(Field::earlier_deadline), "Purrefrist");
    EXPECT_EQ(items.layout.columns.at(Field::earlier_fee), "Purregebyr");
    EXPECT_EQ(items.layout.unknown, Words{});
    EXPECT_EQ(codes(items.rejected), Words{});
    EXPECT_EQ(codes(items.questions), Words{});
    EXPECT_EQ(items.verdict, Verdict::accept);
    ASSERT_EQ(items.claims.size(), 4U);
    ASSERT_EQ(items.credits.size(), 1U);
    EXPECT_EQ(items.credits[0].open, nok(-40000));
    const OpenItem& first = items.claims[0];
    EXPECT_EQ(first.row, 2);
    EXPECT_EQ(first.customer_number, "1001");
    EXPECT_EQ(first.customer_name, "Kari Prøve");
    EXPECT_EQ(first.kind, party::DebtorKind::person);
    EXPECT_EQ(first.invoice_number, "F101");
    EXPECT_EQ(first.invoiced, Date::of(2026, 1, 12));
    EXPECT_EQ(first.due, Date::of(2026, 1, 26));
    EXPECT_EQ(first.open, nok(1000000));
    EXPECT_EQ(first.original, nok(1000000));
    EXPECT_TRUE(first.earlier.empty());
    EXPECT_EQ(items.claims[1].kind, party::DebtorKind::company);
    EXPECT_EQ(items.claims[1].postal_code, "0150");
    ASSERT_EQ(items.claims[2].earlier.size(), 1U);
    EXPECT_EQ(items.claims[2].text, "Vask; to ganger");
    EXPECT_EQ(items.claims[2].earlier[0].step, "reminder");
    EXPECT_EQ(items.claims[2].earlier[0].sent, Date::of(2026, 2, 2));
    EXPECT_EQ(items.claims[2].earlier[0].deadline, Date::of(2026, 2, 16));
    EXPECT_EQ(items.claims[2].earlier[0].fee, nok(3500));
    ASSERT_EQ(items.claims[3].earlier.size(), 1U);
    EXPECT_EQ(items.claims[3].earlier[0].step, "notice");
    ASSERT_EQ(items.totals.size(), 1U);
    EXPECT_EQ(items.totals[0].claims, nok(6029900));
    EXPECT_EQ(items.totals[0].credits, nok(-40000));
}

TEST(open_items, each_mistake_names_its_row_and_column) {
    struct Row {
        const char* about;
        const char* row;
        Words faults;
    };
    const Row rows[] = {
        {"a day that does not exist", "1;A;F1;01.01.2026;31.02.2026;100,00", {"3 Forfallsdato date.form"}},
        {"no due date", "1;A;F1;01.01.2026;;100,00", {"3 Forfallsdato date.missing"}},
        {"no amount", "1;A;F1;01.01.2026;02.01.2026;", {"3 Restbeløp amount.missing"}},
        {"an amount that is a word", "1;A;F1;01.01.2026;02.01.2026;mye", {"3 Restbeløp amount.form"}},
        {"groups that are not three", "1;A;F1;01.01.2026;02.01.2026;1 00,00", {"3 Restbeløp amount.form"}},
        {"half an øre", "1;A;F1;01.01.2026;02.01.2026;1,005", {"3 Restbeløp amount.decimals"}},
        {"too much", "1;A;F1;01.01.2026;02.01.2026;999999999999999,00", {"3 Restbeløp amount.size"}},
        {"no invoice number", "1;A;;01.01.2026;02.01.2026;100,00", {"3 Fakturanr invoice.missing"}},
        {"no customer", ";;F1;01.01.2026;02.01.2026;100,00", {"3 Kundenr customer.missing"}},
        {"an invoice number the spreadsheet has rounded",
         "1;A;1,23457E+13;01.01.2026;02.01.2026;100,00",
         {"3 Fakturanr number.destroyed"}},
        {"the same invoice again", "9;B;F0;01.01.2026;02.01.2026;100,00", {"3 Fakturanr invoice.twice"}},
        {"several at once",
         "1;A;;01.01.2026;31.02.2026;x",
         {"3 Restbeløp amount.form", "3 Fakturanr invoice.missing", "3 Forfallsdato date.form"}},
        {"nothing wrong", "1;A;F1;01.01.2026;02.01.2026;100,00", {}},
        {"the same number at another customer", "8;B;F0;01.01.2026;02.01.2026;100,00", {}},
    };
    for (const Row& row : rows) {
        const OpenItems items = read(head + "9;B;F0;01.01.2026;15.01.2026;1 100,00\n" + row.row + "\n");
        EXPECT_EQ(codes(items.rejected), row.faults) << row.about;
        EXPECT_EQ(items.claims.size(), row.faults.empty() ? 2U : 1U) << row.about;
        EXPECT_EQ(items.rows, 2) << row.about;
        for (const RowFault& fault : items.rejected)
            EXPECT_FALSE(fault.reason.empty() || fault.remedy.empty()) << row.about;
    }
}

TEST(open_items, rejected_rows_come_back_and_can_be_read_again) {
    const OpenItems items =
        read(head + "1;\"A; B\";F1;01.01.2026;31.02.2026;1 100,00\n2;C;F2;01.01.2026;15.01.2026;200,00\n");
    std::string csv = rejected_csv(items);
    EXPECT_EQ(csv.substr(3),
              "Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Restbeløp;reason;remedy\r\n1;\"A; "
              "B\";F1;01.01.2026;31.02.2026;1 100,00;"
              "Forfallsdato: this is no day of the calendar as DD.MM.YYYY, which is how the column is written;Write "
              "the day as DD.MM.YYYY.\r\n");
    csv.replace(csv.find("31.02"), 5, "28.02");
    const OpenItems again = read(csv);
    EXPECT_EQ(again.rejected.size(), 0U);
    ASSERT_EQ(again.claims.size(), 1U);
    EXPECT_EQ(again.claims[0].customer_name, "A; B");
    EXPECT_EQ(again.claims[0].due, Date::of(2026, 2, 28));
    EXPECT_EQ(rejected_csv(again), "");
}

}  // namespace
}  // namespace frist::sheets
