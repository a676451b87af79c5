// What an XLSX cell, row and workbook may look like, and what of it is refused.
#include "sheets/xlsx.h"
#include "sheets/books.h"

namespace frist::sheets {
namespace {

const Words head = {"Kundenr", "Navn", "Fakturanr", "Forfallsdato", "Restbeløp", "KID"};

// All cells of the first visible sheet: "2: A|B" a row, each with a letter for its kind.
std::string dump(const HandMade& made) {
    const std::string bytes = xlsx_of(made);
    const auto container = Container::open(bytes);
    if (!container.ok()) return container.error().code;
    std::string out;
    bool first = true;
    const auto facts = read_xlsx(*container, [&](const Sheet& sheet) {
        for (std::size_t row = 0; first && row < sheet.rows(); ++row) {
            out += fmt::format("{}:", sheet.place(row));
            for (std::size_t column = 0; column < sheet.width(row); ++column) {
                const char* const kinds = "-tnd!";
                out += fmt::format(" {}{}{}", kinds[static_cast<int>(sheet.kind(row, column))], sheet.text(row, column),
                                   sheet.merged(row, column) ? "^" : "");
            }
            out += "\n";
        }
        first = false;
        return true;
    });
    return facts.ok() ? out : facts.error().code;
}

std::string one_cell(const std::string& cell, const std::string& formats = "", const std::string& workbook_pr = "") {
    HandMade made;
    made.rows = "<row>" + cell + "</row>";
    made.strings =
        "<si><t>first</t></si><si><r><t>Kari </t></r><r><t "
        "xml:space=\"preserve\">Prøve</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b_x0041_</t></si><si><t/></si>";
    made.formats = formats;
    made.workbook_pr = workbook_pr;
    const std::string all = dump(made);
    return all.starts_with("1: ") ? all.substr(3, all.size() - 4) : all;
}

TEST(xlsx, cells) {
    const std::string formats =
        R"(<numFmts count="5"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="0000"/>)"
        R"(<numFmt numFmtId="166" formatCode="#,##0.00 &quot;dager&quot;"/><numFmt numFmtId="167" formatCode="[$-414]d. mmmm yyyy;@"/><numFmt numFmtId="14" formatCode="0.00"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="15"/><xf numFmtId="14"/></cellXfs>)";
    const std::pair<std::string, std::string> rows[] = {
        {"<c r=\"A1\" t=\"s\"><v>1</v></c>", "tKari Prøve"},
        {"<c t=\"s\"><v>2</v></c>", "ta\rbA"},
        {"<c t=\"s\"><v>3</v></c>", ""},
        {"<c t=\"s\"><v>9</v></c>", "sheet.form"},
        {"<c t=\"inlineStr\"><is><r><t>A</t></r><r><t>B</t></r></is></c>", "tAB"},
        {"<c t=\"str\"><f>A1&amp;B1</f><v>0012</v></c>", "t0012"},
        {"<c><f>1+1</f><v>2</v></c>", "n2"},
        {"<c><f>1+1</f></c>", "!#CALC!"},
        {"<c t=\"b\"><v>1</v></c>", "tTRUE"},
        {"<c t=\"e\"><v>#REF!</v></c>", "!#REF!"},
        {"<c t=\"d\"><v>2026-01-29T00:00:00</v></c>", "d2026-01-29"},
        {"<c><v>1234.5599999999999</v></c>", "n1234.56"},
        {"<c><v>0.30000000000000004</v></c>", "n0.3"},
        {"<c><v>1001.0</v></c>", "n1001"},
        {"<c><v>5.5511151231257827E-17</v></c>", "n0"},
        {"<c><v>-100.0000000000582</v></c>", "n-100"},
        {"<c><v>9.9999999999999999</v></c>", "n10"},
        {"<c><v>0.005</v></c>", "n0.005"},
        {"<c><v>.5</v></c>", "n0.5"},
        {"<c><v>-0</v></c>", "n0"},
        {"<c><v>-1.5E3</v></c>", "n-1500"},
        {"<c><v>1234567890123456</v></c>", "n1.23456789012346E+15"},
        {"<c><v>ti</v></c>", "!ti"},
        {"<c s=\"1\"><v>46051</v></c>", "d2026-01-29"},
        {"<c s=\"1\"><v>46051.75</v></c>", "d2026-01-29"},
        {"<c s=\"4\"><v>46051</v></c>", "d2026-01-29"},
        {"<c s=\"5\"><v>46051</v></c>", "d2026-01-29"},
        {"<c s=\"6\"><v>46051</v></c>", "n46051"},
        {"<c s=\"3\"><v>46051</v></c>", "n46051"},
        {"<c s=\"0\"><v>46051</v></c>", "n46051"},
        {"<c s=\"99\"><v>46051</v></c>", "n46051"},
        {"<c s=\"1\"><v>60</v></c>", "n60"},
        {"<c s=\"1\"><v>61</v></c>", "d1900-03-01"},
        {"<c s=\"1\"><v>59</v></c>", "d1900-02-28"},
        {"<c s=\"2\"><v>150</v></c>", "n0150"},
        {"<c s=\"2\"><v>15000</v></c>", "n15000"},
        {"<c r=\"C1\"><v>1</v></c>", "- - n1"},
        {"<c r=\"B1\" s=\"1\"/><c><v>1</v></c>", "- - n1"},
        {"<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "sheet.form"},
        {"<c r=\"ZZZ1\"><v>1</v></c>", "sheet.columns"},
        {"<c r=\"ZZZ1\" s=\"1\"/>", ""},
    };
    for (const auto& [cell, want] : rows) EXPECT_EQ(one_cell(cell, formats), want) << cell;
    EXPECT_EQ(one_cell("<c s=\"1\"><v>44589</v></c>", formats, "date1904=\"1\""), "d2026-01-29");
    EXPECT_EQ(one_cell("<c s=\"1\"><v>0</v></c>", formats, "date1904=\"true\""), "d1904-01-01");
}

TEST(xlsx, rows_keep_their_numbers_and_merged_cells_their_text) {
    HandMade made;
    made.rows = row_of(3, {"a", "b"}) + "<row r=\"4\"/><row r=\"5\"><c r=\"A5\" s=\"0\"/></row>" +
                "<row r=\"7\"><c r=\"B7\" t=\"str\"><v>c</v></c></row>" + "<row><c t=\"str\"><v>d</v></c></row>";
    made.merges = "<mergeCell ref=\"A3:A7\"/><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B3:B4\"/>";
    EXPECT_EQ(dump(made), "3: ta tb\n7: ta^ tc\n8: td\n");
    made.rows = row_of(3, {"a"}) + row_of(3, {"b"});
    EXPECT_EQ(dump(made), "sheet.form");
    made.rows = row_of(1048576, {"a"});
    EXPECT_EQ(dump(made), "1048576: ta\n");
    made.rows = row_of(1048577, {"a"});
    EXPECT_EQ(dump(made), "sheet.form");
}

TEST(xlsx, a_list_with_prefixed_names_and_a_title) {
    HandMade made;
    made.rows = row_of(1, {"Åpne poster per 31.01.2026"}) + row_of(4, head) +
                row_of(5, {"0017", "Kari Prøve", "F1", "29.01.2026", "1 250,50", "0012345678903"}) +
                "<row r=\"7\" hidden=\"1\"><c r=\"A7\"><v>18</v></c><c r=\"C7\" t=\"str\"><v>F2</v></c><c r=\"D7\" "
                "t=\"str\"><v>30.01.2026</v></c><c r=\"E7\"><v>99.5</v></c></row>";
    auto parts = xlsx_parts(made);
    for (test::ZipPart& part : parts)
        if (part.name == "xl/worksheets/sheet1.xml")
            for (const std::string tag : {"worksheet", "sheetData", "row", "is", "c", "v", "t"})
                for (const std::string before : {"<", "</"})
                    for (std::size_t at = 0; (at = part.bytes.find(before + tag, at)) != std::string::npos; ++at)
                        if (std::string_view(" />").find(part.bytes[at + before.size() + tag.size()]) !=
                            std::string_view::npos)
                            part.bytes.insert(at + before.size(), "x:");
    for (test::ZipPart& part : parts)
        if (part.name == "xl/worksheets/sheet1.xml")
            part.bytes.insert(part.bytes.find(" xmlns="),
                              " xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    const OpenItems items = read(test::zip_of(parts));
    EXPECT_EQ(items.layout.format, Format::xlsx);
    EXPECT_EQ(items.layout.header_row, 4);
    ASSERT_EQ(items.claims.size(), 2U);
    EXPECT_EQ(items.claims[0].customer_number, "0017");
    EXPECT_EQ(items.claims[0].payment_reference, "0012345678903");
    EXPECT_EQ(items.claims[0].open, nok(125050));
    EXPECT_EQ(items.claims[1].row, 7);
    EXPECT_EQ(items.claims[1].open, nok(9950));
    EXPECT_EQ(codes(items.findings), (Words{"sheet.hidden_rows", "kind.ask"}));
}

TEST(xlsx, the_first_visible_sheet_that_is_a_list) {
    const std::string list = row_of(1, head) + row_of(2, {"1", "A", "F1", "29.01.2026", "100,00", ""});
    HandMade made;
    made.rows = row_of(1, {"Om denne filen"});
    made.more_sheets = {{"Saldo", row_of(1, {"Kundenr", "Navn", "Saldo"}) + row_of(2, {"1", "A", "100,00"})},
                        {"Poster", list},
                        {"Gamle", list}};
    OpenItems items = read(xlsx_of(made));
    EXPECT_EQ(items.layout.sheet, "Poster");
    EXPECT_EQ(items.claims.size(), 1U);
    EXPECT_EQ(codes(items.findings), (Words{"kind.ask", "sheet.more"}));
    made.more_sheets.resize(1);
    EXPECT_EQ(refusal(xlsx_of(made)), "list.balance");
    made = {};
    made.rows = list;
    made.first_state = "state=\"hidden\"";
    made.more_sheets = {{"Tom", row_of(1, {"x"})}};
    const auto hidden = read_open_items(xlsx_of(made), "list.xlsx");
    ASSERT_FALSE(hidden.ok());
    EXPECT_EQ(hidden.error().code, "header.missing");
    EXPECT_NE(hidden.error().message.find("1 hidden"), std::string::npos);
}

TEST(xlsx, cells_without_a_value_are_told) {
    HandMade made;
    const auto row = [](int place, const std::string& invoice, const std::string& amount) {
        return fmt::format(
            "<row r=\"{}\"><c t=\"str\"><v>1</v></c><c/><c {}</c><c t=\"str\"><v>29.01.2026</v></c><c {}</c></row>",
            place, invoice, amount);
    };
    made.rows = row_of(1, head) + row(2, "t=\"str\"><v>F1</v>", "><f>A1</f>") +
                row(3, "t=\"e\"><v>#N/A</v>", "><v>5</v>") + row(4, "t=\"str\"><v>F3</v>", "><v>5</v>") +
                row(5, "><v>12345678901234567</v>", "><v>5</v>");
    const OpenItems items = read(xlsx_of(made));
    EXPECT_EQ(codes(items.rejected),
              (Words{"2 Restbeløp amount.form", "3 Fakturanr cell.broken", "5 Fakturanr number.destroyed"}));
    EXPECT_EQ(items.claims.size(), 1U);
}

TEST(xlsx, a_merged_amount_belongs_to_no_row) {
    HandMade made;
    made.rows = row_of(1, head) + row_of(2, {"1", "Kari Prøve", "F1", "29.01.2026", "100,00", "x"}) +
                "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>F2</v></c><c r=\"D3\" t=\"str\"><v>29.01.2026</v></c><c "
                "r=\"E3\"/><c r=\"F3\" t=\"str\"><v>y</v></c></row>" +
                "<row r=\"4\"><c r=\"C4\" t=\"str\"><v>F3</v></c><c r=\"D4\" t=\"str\"><v>29.01.2026</v></c><c "
                "r=\"E4\"><v>7</v></c></row>";
    made.merges = "<mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"E2:E3\"/>";
    const OpenItems items = read(xlsx_of(made));
    EXPECT_EQ(codes(items.rejected), (Words{"3 Restbeløp amount.missing"}));
    ASSERT_EQ(items.claims.size(), 2U);
    EXPECT_EQ(items.claims[1].customer_number, "1");
    EXPECT_EQ(items.claims[1].customer_name, "Kari Prøve");
}

TEST(xlsx, days_without_a_format) {
    const auto number = [](int place, int day) {
        return fmt::format(
            "<row r=\"{}\"><c t=\"str\"><v>1</v></c><c t=\"str\"><v>A</v></c><c "
            "t=\"str\"><v>F{}</v></c><c><v>{}</v></c><c><v>10</v></c></row>",
            place, place, day);
    };
    HandMade made;
    made.rows = row_of(1, head) + number(2, 46051) + number(3, 46052);
    const OpenItems items = read(xlsx_of(made));
    EXPECT_EQ(items.layout.date, "serial");
    ASSERT_EQ(items.claims.size(), 2U);
    EXPECT_EQ(items.claims[0].due, Date::of(2026, 1, 29));
    made.workbook_pr = "date1904=\"1\"";
    EXPECT_EQ(codes(read(xlsx_of(made)).questions), (Words{"0 Forfallsdato dates.serial"}));
}

TEST(xlsx, what_is_refused) {
    HandMade made;
    made.rows = row_of(1, head) + row_of(2, {"1", "A", "F1", "29.01.2026", "100,00", ""});
    const auto changed = [&](const std::string& part, const auto& change) {
        auto parts = xlsx_parts(made);
        for (test::ZipPart& one : parts)
            if (one.name == part) change(one);
        return test::zip_of(parts);
    };
    const std::string sheet = "xl/worksheets/sheet1.xml";
    EXPECT_EQ(refusal(changed("", [](test::ZipPart&) {})), "");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.flags = 1; })), "sheet.encrypted");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.said_size = 0xC0000000; })), "sheet.bomb");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.said_size = 100U << 20U; })), "sheet.bomb");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.said_method = 8; })), "sheet.zip");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.name = "elsewhere.xml"; })), "sheet.part");
    EXPECT_EQ(refusal(changed(sheet, [](test::ZipPart& one) { one.bytes.resize(one.bytes.size() / 2); })),
              "sheet.form");
    EXPECT_EQ(refusal(changed(sheet,
                              [](test::ZipPart& one) {
                                  one.bytes.insert(one.bytes.find("<worksheet"), "<!DOCTYPE x [<!ENTITY a \"b\">]>");
                              })),
              "sheet.doctype");
    EXPECT_EQ(refusal(changed(sheet,
                              [](test::ZipPart& one) {
                                  std::string deep;
                                  for (int i = 0; i < 200; ++i) deep += "<a>";
                                  one.bytes.insert(one.bytes.find("<sheetData"), deep);
                              })),
              "sheet.form");
    EXPECT_EQ(refusal(changed("[Content_Types].xml", [](test::ZipPart& one) { one.name = "x"; })), "sheet.kind");
    EXPECT_EQ(refusal(changed(
                  "_rels/.rels",
                  [](test::ZipPart& one) { one.bytes.replace(one.bytes.find("workbook.xml"), 12, "workbook.bin"); })),
              "sheet.kind");
    EXPECT_EQ(refusal(changed("xl/workbook.xml", [](test::ZipPart& one) { one.bytes = "<document/>"; })), "sheet.kind");
    const std::string whole = xlsx_of(made);
    for (std::size_t size = 4; size < whole.size(); size += 97)
        EXPECT_EQ(refusal(whole.substr(0, size)), "sheet.zip") << size;
    std::vector<test::ZipPart> many(10001, {"a", "", 0, 0, 0});
    EXPECT_EQ(refusal(test::zip_of(many)), "sheet.bomb");
}

}  // namespace
}  // namespace frist::sheets
