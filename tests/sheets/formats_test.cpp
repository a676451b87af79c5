// The same two hundred rows as XLSX, ODS and text in every encoding are the same claims.
#include "base/fields.h"
#include "sheets/books.h"

#include <xlsxwriter.h>

namespace frist::sheets {
namespace {

struct Row {
    std::string customer, name, invoice, kid, postal_code, text;
    Date invoiced, due;
    std::int64_t original, open;  // øre
};

std::vector<Row> two_hundred() {
    const char* const names[] = {"Åse Øvrebø-Prøve", "Testbygg & Sønn AS", "Kari Prøve", "Tenkt \"Fisk\"; avd. Nord",
                                 "Ærlig Prøve ENK"};
    std::vector<Row> rows;
    for (int i = 0; i < 200; ++i) {
        Row row;
        row.customer = fmt::format("{:05}", 1000 + i / 3);
        row.name = names[i / 3 % 5];
        row.invoice = fmt::format("F{}", 5000 + i);
        row.kid = fmt::format("{:013}", 1234567 + i);
        row.postal_code = fmt::format("{:04}", 150 + 37 * (i / 3));
        row.text = i % 7 == 0 ? "Rørleggerarbeid,\nto dager" : "";
        row.invoiced = Date::of(2025, 1, 1) + Days{i};
        row.due = row.invoiced + Days{14};
        row.original = 100000 + 12345 * i;
        row.open = i % 20 == 3 ? 0 : i % 25 == 7 ? -5000 - i : row.original - (i % 4) * 1111;
        rows.push_back(row);
    }
    return rows;
}

const Words header = {"Kundenr", "Kundenavn",   "Fakturanr",    "KID",          "Postnr",
                      "Tekst",   "Fakturadato", "Forfallsdato", "Fakturabeløp", "Restbeløp"};

std::string norwegian(Date date) {
    return fmt::format("{:02}.{:02}.{}", date.day(), date.month(), date.year());
}

std::string amount(std::int64_t ore, char decimal, const std::string& thousands) {
    std::string digits = fmt::format("{:03}", std::abs(ore));
    const std::string cents = digits.substr(digits.size() - 2);
    digits.resize(digits.size() - 2);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), thousands);
    return (ore < 0 ? "-" : "") + digits + decimal + cents;
}

std::string quoted(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string as_text(const std::vector<Row>& rows, char separator, char decimal, const std::string& thousands) {
    std::string out;
    const auto line = [&](const Words& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i == 0 ? "" : std::string(1, separator)) +
                   (cells[i].find_first_of("\n\"") != std::string::npos || cells[i].find(separator) != std::string::npos
                        ? quoted(cells[i])
                        : cells[i]);
        out += "\r\n";
    };
    line(header);
    for (const Row& row : rows)
        line({row.customer, row.name, row.invoice, row.kid, row.postal_code, row.text, norwegian(row.invoiced),
              norwegian(row.due), amount(row.original, decimal, thousands), amount(row.open, decimal, thousands)});
    return out;
}

std::string as_xlsx(const std::vector<Row>& rows, bool constant_memory) {
    const std::string file = ::testing::TempDir() + "frist_two_hundred.xlsx";
    lxw_workbook_options options{};
    options.constant_memory = constant_memory ? LXW_TRUE : LXW_FALSE;  // texts in the cells instead of shared ones
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Åpne poster");
    lxw_format* day = workbook_add_format(book);
    format_set_num_format(day, "dd.mm.yyyy");
    lxw_format* money = workbook_add_format(book);
    format_set_num_format(money, "#,##0.00 \"kr\"");
    lxw_format* four = workbook_add_format(book);
    format_set_num_format(four, "0000");
    for (std::size_t i = 0; i < header.size(); ++i)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), header[i].c_str(), nullptr);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const auto at = static_cast<lxw_row_t>(i + 1);
        worksheet_write_string(sheet, at, 0, row.customer.c_str(), nullptr);
        worksheet_write_string(sheet, at, 1, row.name.c_str(), nullptr);
        worksheet_write_string(sheet, at, 2, row.invoice.c_str(), nullptr);
        worksheet_write_string(sheet, at, 3, row.kid.c_str(), nullptr);
        worksheet_write_number(sheet, at, 4, std::stoi(row.postal_code), four);
        worksheet_write_string(sheet, at, 5, row.text.c_str(), nullptr);
        worksheet_write_number(sheet, at, 6, row.invoiced.days_since_1970() + 25569, day);
        worksheet_write_number(sheet, at, 7, row.due.days_since_1970() + 25569, day);
        worksheet_write_number(sheet, at, 8, static_cast<double>(row.original) / 100, money);
        // What a sum of sums leaves behind in a spreadsheet.
        worksheet_write_number(sheet, at, 9, static_cast<double>(row.open) / 100 + 0.1 + 0.2 - 0.3, money);
    }
    EXPECT_EQ(workbook_close(book), LXW_NO_ERROR);
    const std::string bytes = file_bytes(file);
    std::filesystem::remove(file);
    return bytes;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '&'    ? std::string("&amp;")
               : c == '<'  ? std::string("&lt;")
               : c == '\n' ? std::string("</text:p><text:p>")
                           : std::string(1, c);
    return out;
}

std::string as_ods(const std::vector<Row>& rows) {
    std::string out = "<table:table table:name=\"Åpne poster\">" + ods_row(header);
    const auto number = [](std::int64_t ore, const std::string& shown) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + amount(ore, '.', "") + "\"><text:p>" +
               shown + "</text:p></table:table-cell>";
    };
    const auto day = [](Date date) {
        return "<table:table-cell office:value-type=\"date\" office:date-value=\"" + text(date) + "\"><text:p>" +
               norwegian(date) + "</text:p></table:table-cell>";
    };
    for (const Row& row : rows) {
        out += "<table:table-row>";
        for (const std::string& cell : {row.customer, row.name, row.invoice, row.kid}) out += ods_text(escaped(cell));
        out += "<table:table-cell office:value-type=\"float\" office:value=\"" +
               std::to_string(std::stoi(row.postal_code)) + "\"><text:p>" + row.postal_code +
               "</text:p></table:table-cell>";
        out += row.text.empty() ? "<table:table-cell/>" : ods_text(escaped(row.text));
        out += day(row.invoiced) + day(row.due) + number(row.original, amount(row.original, ',', " ")) +
               number(row.open, amount(row.open, ',', " "));
        out += "<table:table-cell table:number-columns-repeated=\"1014\"/></table:table-row>";
    }
    return ods_of(out +
                  "<table:table-row table:number-rows-repeated=\"1048375\"><table:table-cell "
                  "table:number-columns-repeated=\"1024\"/></table:table-row></table:table>");
}

// All but the layout and the places, which are lines in text.
std::string claims_of(const std::string& bytes) {
    OpenItems items = read(bytes);
    items.layout = {};
    for (auto* list : {&items.claims, &items.credits})
        for (OpenItem& item : *list) {
            item.row = 0;
            for (Fault& finding : item.findings) finding.row = 0;
        }
    return boost::json::serialize(to_json(items));
}

TEST(formats, the_same_rows_are_the_same_claims) {
    const auto rows = two_hundred();
    const std::string plain = as_text(rows, ';', ',', "");
    const OpenItems items = read(plain);
    EXPECT_EQ(items.rows, 200);
    EXPECT_EQ(items.settled, 10);
    EXPECT_EQ(codes(items.rejected), Words{});
    ASSERT_EQ(items.totals.size(), 1U);
    std::int64_t claims = 0;
    std::int64_t credits = 0;
    for (const Row& row : rows) (row.open < 0 ? credits : claims) += row.open;
    EXPECT_EQ(items.totals[0].claims, nok(claims));
    EXPECT_EQ(items.totals[0].credits, nok(credits));
    EXPECT_EQ(items.claims[0].payment_reference, "0000001234567");
    EXPECT_EQ(items.claims[0].postal_code, "0150");
    const std::string want = claims_of(plain);
    EXPECT_TRUE(claims_of(as_text(rows, ',', '.', "")) == want) << "commas";
    EXPECT_TRUE(claims_of(as_text(rows, '\t', ',', "\u00a0")) == want) << "tabs, no-break spaces";
    EXPECT_TRUE(claims_of(as_text(rows, '|', ',', ".")) == want) << "bars, points";
    EXPECT_TRUE(claims_of("sep=;\r\n" + as_text(rows, ';', '.', "'")) == want) << "an instruction, apostrophes";
    for (const Encoding encoding : {Encoding::utf8_mark, Encoding::utf16_le, Encoding::utf16_be, Encoding::windows_1252,
                                    Encoding::dos_865, Encoding::macintosh}) {
        const std::string bytes = from_utf8(plain, encoding);
        EXPECT_TRUE(claims_of(bytes) == want) << name_of(encoding);
        EXPECT_EQ(read(bytes).layout.encoding, name_of(encoding));
        EXPECT_EQ(read(bytes).layout.encoding_sample.empty(), encoding == Encoding::utf8_mark) << name_of(encoding);
    }
    EXPECT_TRUE(claims_of(as_ods(rows)) == want) << "ods";
    EXPECT_TRUE(claims_of(as_xlsx(rows, false)) == want) << "xlsx";
    EXPECT_TRUE(claims_of(as_xlsx(rows, true)) == want) << "xlsx with inline texts";
}

TEST(formats, rows_keep_their_numbers) {
    const auto rows = two_hundred();
    for (const std::string& bytes : {as_ods(rows), as_xlsx(rows, false)}) {
        const OpenItems items = read(bytes);
        EXPECT_EQ(items.layout.header_row, 1);
        EXPECT_EQ(items.layout.sheet, "Åpne poster");
        EXPECT_EQ(items.claims.front().row, 2);
        EXPECT_EQ(items.claims.back().row, 201);
    }
}

}  // namespace
}  // namespace frist::sheets
