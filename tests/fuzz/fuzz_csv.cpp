// Any text: a list of open items is read or refused, what is accepted adds up, and rejected rows can be read again. The
// first byte chooses the encoding; the bytes are tried as a map file too.
#include "base/pch.h"
#include "sheets/csv.h"
#include "sheets/encoding.h"
#include "sheets/open_items.h"

namespace {

using namespace frist;          // NOLINT(google-build-using-namespace)
using namespace frist::sheets;  // NOLINT(google-build-using-namespace)

void must_be_sound(std::string_view bytes, const Mapping& mapping) {
    const auto read = read_open_items(bytes, "list.csv", mapping);
    if (!read.ok()) {
        FRIST_CHECK(!read.error().code.empty() && !read.error().message.empty() && !read.error().remedy.empty());
        return;
    }
    const OpenItems& items = *read;
    std::map<std::string, std::int64_t> sums;
    for (const OpenItem& item : items.claims) {
        FRIST_CHECK(item.open.positive() && !item.invoice_number.empty());
        sums[std::string(item.open.currency().code())] += item.open.minor();
    }
    for (const OpenItem& item : items.credits) {
        FRIST_CHECK(item.open.negative());
        sums[std::string(item.open.currency().code())] += item.open.minor();
    }
    for (const Total& total : items.totals)
        FRIST_CHECK(sums[std::string(total.claims.currency().code())] == (total.claims + total.credits).minor());
    std::set<int> rejected;
    for (const RowFault& fault : items.rejected) rejected.insert(fault.row);
    FRIST_CHECK(items.questions.empty() || items.claims.empty());
    FRIST_CHECK(!items.questions.empty() || items.claims.size() + items.credits.size() +
                                                    static_cast<std::size_t>(items.settled) + rejected.size() ==
                                                static_cast<std::size_t>(items.rows));
    FRIST_CHECK(!boost::json::serialize(to_json(items)).empty());
    FRIST_CHECK(!boost::json::serialize(to_map(items.layout)).empty());
    const std::string csv = rejected_csv(items);
    FRIST_CHECK(csv.empty() == items.rejected.empty());
    if (!csv.empty()) static_cast<void>(read_open_items(csv, "rejected.csv", mapping));
}

// Read in two pieces, a text has the same rows.
void must_not_depend_on_pieces(std::string_view text) {
    const auto whole = read_csv(text, ';');
    CsvParser parser(';');
    const std::size_t cut = text.size() / 3;
    bool good = !text.starts_with("sep=") && !text.starts_with("SEP=");
    if (!good) return;
    good = parser.push(text.substr(0, cut)).ok() && parser.push(text.substr(cut)).ok();
    const auto pieces = parser.finish();
    if (!good) return;
    FRIST_CHECK(pieces.ok() == whole.ok());
    if (!whole.ok()) return;
    FRIST_CHECK(pieces->rows() == whole->sheet.rows() && pieces->cells() == whole->sheet.cells());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    must_be_sound(bytes, {});
    static_cast<void>(read_mapping(bytes, "map.json"));
    must_not_depend_on_pieces(bytes);
    Mapping said;
    said.decimal = data[0] % 2 == 0 ? ',' : '.';
    said.date = data[0] % 3 == 0 ? "MM/DD/YYYY" : "DD.MM.YYYY";
    constexpr auto encodings =
        std::to_array<Encoding>({Encoding::utf8_mark, Encoding::utf16_le, Encoding::utf16_be, Encoding::windows_1252,
                                 Encoding::dos_865, Encoding::macintosh});
    if (valid_utf8(bytes)) must_be_sound(from_utf8(bytes, encodings[data[0] % encodings.size()]), said);
    must_be_sound("Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\n" + std::string(bytes), said);
    return 0;
}
