#include "print/qr.h"

#include "base/pch.h"
#include "base/result.h"

#include <zint.h>

namespace frist::print {
namespace {

constexpr int frame = 4;

struct Freed {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

bool black(const zint_symbol& symbol, int row, int column) {
    return (symbol.encoded_data[row][column / 8] >> (column % 8) & 1) != 0;
}

}  // namespace

QrPicture qr_of(std::string_view text) {
    const std::unique_ptr<zint_symbol, Freed> symbol(ZBarcode_Create());
    symbol->symbology = BARCODE_QRCODE;
    symbol->option_1 = 2;   // level M
    FRIST_CHECK(ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size())) < ZINT_ERROR);
    QrPicture picture;
    picture.size = symbol->width + 2 * frame;
    for (int row = 0; row < symbol->rows; ++row)
        for (int column = 0; column < symbol->width; ++column) {
            if (!black(*symbol, row, column)) continue;
            const int from = column;
            while (column + 1 < symbol->width && black(*symbol, row, column + 1)) ++column;
            picture.path += fmt::format("M{} {}h{}v1H{}z", from + frame, row + frame, column + 1 - from, from + frame);
        }
    return picture;
}

}  // namespace frist::print
