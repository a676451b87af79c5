// What an ODS cell, row and table may look like, and what of it is refused.
#include "sheets/books.h"

namespace frist::sheets {
namespace {

const Words head = {"Kundenr", "Navn", "Fakturanr", "Forfallsdato", "Restbeløp"};

std::string table(const std::string& rows, const std::string& attributes = "table:name=\"Poster\"") {
    return "<table:table " + attributes + ">" + rows + "</table:table>";
}
std::string number(const std::string& value, const std::string& shown) {
    return "<table:table-cell office:value-type=\"currency\" office:value=\"" + value + "\"><text:p>" + shown +
           "</text:p></table:table-cell>";
}
std::string day(const std::string& iso) {
    return "<table:table-cell office:value-type=\"date\" office:date-value=\"" + iso +
           "\"><text:p>29.01.26</text:p></table:table-cell>";
}

TEST(ods, cells) {
    const std::string name =
        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>en "
        "merknad</text:p></office:annotation>"
        "<text:p>Kari<text:s text:c=\"2\"/><text:span>Prøve</text:span></text:p><text:p>c/o "
        "<text:a>Tenkt</text:a></text:p></table:table-cell>";
    const OpenItems items = read(
        ods_of(table("<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
                     "table:number-columns-repeated=\"1024\"/></table:table-row>" +
                     ods_row(head) + "<table:table-row>" + number("17", "0017") + name + ods_text("F1") +
                     day("2026-01-29T10:00:00") + number("1234.5599999999999", "1 234,56 kr") + "</table:table-row>" +
                     "<table:table-row table:visibility=\"filter\">" + ods_text("18") + "<table:table-cell/>" +
                     ods_text("F2") + day("2026-01-30") + number("-5", "-5,00") + "</table:table-row>" +
                     "<table:table-row>" + ods_text("18") + "<table:table-cell/>" + ods_text("F3") + day("2026-01-30") +
                     "<table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"string\" "
                     "office:string-value=\"\"><text:p>#REF!</text:p></table:table-cell></table:table-row>")));
    EXPECT_EQ(items.layout.format, Format::ods);
    EXPECT_EQ(items.layout.sheet, "Poster");
    EXPECT_EQ(items.layout.header_row, 4);
    ASSERT_EQ(items.claims.size(), 1U);
    EXPECT_EQ(items.claims[0].row, 5);
    EXPECT_EQ(items.claims[0].customer_number, "0017");
    EXPECT_EQ(items.claims[0].customer_name, "Kari  Prøve\nc/o Tenkt");
    EXPECT_EQ(items.claims[0].due, Date::of(2026, 1, 29));
    EXPECT_EQ(items.claims[0].open, nok(123456));
    ASSERT_EQ(items.credits.size(), 1U);
    EXPECT_EQ(codes(items.rejected), (Words{"7 Restbeløp amount.form"}));
    EXPECT_EQ(codes(items.findings), (Words{"sheet.hidden_rows", "kind.ask"}));
}

TEST(ods, merged_customers_and_repeated_cells) {
    const std::string three =
        "<table:table-cell table:number-rows-spanned=\"2\" "
        "office:value-type=\"string\"><text:p>7</text:p></table:table-cell>";
    const OpenItems items = read(
        ods_of(table(ods_row(head) + "<table:table-row>" + three + ods_text("A") + ods_text("F1") + day("2026-01-29") +
                     number("5", "5") + "</table:table-row>" + "<table:table-row><table:covered-table-cell/>" +
                     ods_text("A") + ods_text("F2") + day("2026-01-29") + number("6", "6") + "</table:table-row>" +
                     "<table:table-row><table:table-cell table:number-columns-repeated=\"2\" "
                     "office:value-type=\"string\"><text:p>8</text:p></table:table-cell>" +
                     ods_text("F2") + day("2026-01-29") + number("6", "6") + "</table:table-row>")));
    EXPECT_EQ(codes(items.rejected), Words{});
    ASSERT_EQ(items.claims.size(), 3U);
    EXPECT_EQ(items.claims[1].customer_number, "7");
    EXPECT_EQ(items.claims[2].customer_number, "8");
    EXPECT_EQ(items.claims[2].customer_name, "8");
}

TEST(ods, hidden_and_second_tables) {
    const std::string style =
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>";
    const std::string list = ods_row(head) + ods_row({"1", "A", "F1", "29.01.2026", "100,00"});
    const OpenItems items = read(ods_of(table(list, "table:name=\"Skjult\" table:style-name=\"ta2\"") +
                                            table(ods_row({"tittel"}), "table:name=\"Om\"") + table(list) +
                                            table(list, "table:name=\"To\""),
                                        style));
    EXPECT_EQ(items.layout.sheet, "Poster");
    EXPECT_EQ(items.claims.size(), 1U);
    EXPECT_EQ(codes(items.findings), (Words{"kind.ask", "sheet.more"}));
    EXPECT_EQ(refusal(ods_of(table(list, "table:style-name=\"ta2\""), style)), "header.missing");
}

TEST(ods, what_is_refused) {
    const std::string list = table(ods_row(head) + ods_row({"1", "A", "F1", "29.01.2026", "100,00"}));
    EXPECT_EQ(refusal(ods_of(list)), "");
    EXPECT_EQ(refusal(ods_of(list, "", "application/vnd.oasis.opendocument.text")), "sheet.kind");
    EXPECT_EQ(refusal(ods_of(list + "<table:broken>")), "sheet.form");
    EXPECT_EQ(
        refusal(ods_of(table("<table:table-row><table:table-cell table:number-columns-repeated=\"2000\" "
                             "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"))),
        "sheet.columns");
    EXPECT_EQ(
        refusal(ods_of(table("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
                             "table:number-columns-repeated=\"1000\" "
                             "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"))),
        "sheet.size");
    const std::string mime = "application/vnd.oasis.opendocument.spreadsheet";
    EXPECT_EQ(refusal(test::zip_of({{"mimetype", mime, 0, 0, 0}})), "sheet.part");
    EXPECT_EQ(refusal(test::zip_of({{"mimetype", mime, 0, 0, 0}, {"content.xml", "<a/>", 0, 0, 0}})), "sheet.kind");
    EXPECT_EQ(
        refusal(test::zip_of(
            {{"mimetype", mime, 0, 0, 0},
             {"META-INF/manifest.xml",
              "<m:manifest xmlns:m=\"x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>", 0, 0, 0},
             {"content.xml", "locked", 0, 0, 0}})),
        "sheet.encrypted");
    EXPECT_EQ(refusal(test::zip_of({{"mimetype", mime, 0, 0, 0},
                                    {"content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 0, 0, 0}})),
              "sheet.doctype");
}

}  // namespace
}  // namespace frist::sheets
