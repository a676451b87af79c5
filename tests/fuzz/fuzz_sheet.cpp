// Any bytes as a spreadsheet: as the container itself, and as the rows, strings, styles and tables inside a sound one.
// Reading never stops the program, and what is accepted adds up.
#include "base/pch.h"
#include "sheets/open_items.h"
#include "sheets/workbook.h"
#include "support/zip.h"

namespace {

using namespace frist;          // NOLINT(google-build-using-namespace)
using namespace frist::sheets;  // NOLINT(google-build-using-namespace)

void must_be_sound(const std::string& bytes) {
    const auto read = read_open_items(bytes, "list.xlsx");
    if (!read.ok()) {
        FRIST_CHECK(!read.error().code.empty() && !read.error().message.empty() && !read.error().remedy.empty());
        return;
    }
    for (const OpenItem& item : read->claims) FRIST_CHECK(item.open.positive() && item.row > 0);
    for (const OpenItem& item : read->credits) FRIST_CHECK(item.open.negative());
    FRIST_CHECK(!boost::json::serialize(to_json(*read)).empty());
    static_cast<void>(rejected_csv(*read));
}

std::string in_xlsx(const std::string& rows, const std::string& strings, const std::string& styles) {
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
    };
    return test::zip_of(
        {{"[Content_Types].xml", "<Types/>", 0, 0, 0},
         {"_rels/.rels", "<R>" + relation("a", "officeDocument", "xl/workbook.xml") + "</R>", 0, 0, 0},
         {"xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"b\"/></sheets></workbook>", 0, 0, 0},
         {"xl/_rels/workbook.xml.rels",
          "<R>" + relation("b", "worksheet", "sheet1.xml") + relation("c", "styles", "styles.xml") +
              relation("d", "sharedStrings", "strings.xml") + "</R>",
          0, 0, 0},
         {"xl/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>", 0, 0, 0},
         {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>", 0, 0, 0},
         {"xl/strings.xml", "<sst>" + strings + "</sst>", 0, 0, 0}});
}

std::string in_ods(const std::string& tables) {
    return test::zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0, 0, 0},
         {"content.xml", "<content><body><spreadsheet>" + tables + "</spreadsheet></body></content>", 0, 0, 0}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string header =
        "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c "
        "t=\"s\"><v>3</v></c></row>";
    const std::string strings =
        "<si><t>Kundenr</t></si><si><t>Fakturanr</t></si><si><t>Forfallsdato</t></si><si><t>Restbeløp</t></si>";
    const std::string styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    switch (data[0] % 6) {
        case 0: must_be_sound(bytes); break;
        case 1: must_be_sound(in_xlsx(header + bytes, strings, styles)); break;
        case 2: must_be_sound(in_xlsx(header, strings + bytes, styles)); break;
        case 3: must_be_sound(in_xlsx(header + "<row><c s=\"1\"><v>46000</v></c></row>", strings, bytes)); break;
        case 4: must_be_sound(in_ods(bytes)); break;
        case 5: {
            const std::string shown = shown_number(bytes);
            // What is shown is shown again as it is.
            FRIST_CHECK(shown.empty() || shown_number(shown) == shown);
            static_cast<void>(number_format(bytes));
            break;
        }
        default: break;
    }
    return 0;
}
