#include "print/post_code.h"

#include "base/pch.h"

#include <zint.h>

namespace frist::print {
namespace {

constexpr Style mark_style{10.5, 14, true, ink};
constexpr double mark_width = 6 * mm;
constexpr double quiet = 3.5 * mm;         // between the mark and the code: at least 3 mm
constexpr double bar_height = 5 * mm;
constexpr double bar_module = 0.30 * mm;   // twenty digits are 46.5 mm then
constexpr double dot_module = 0.55 * mm;   // 21 modules are 11.6 mm

struct Freed {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

// One rectangle for each run of dark modules: no hairlines between them.
void draw_modules(cairo_t* cr, const zint_symbol& symbol, double x, double y, double module, double row_height) {
    cairo_set_source_rgb(cr, 0, 0, 0);
    const auto dark = [&](int row, int column) { return (symbol.encoded_data[row][column >> 3] >> (column & 7) & 1) != 0; };
    for (int row = 0; row < symbol.rows; ++row) {
        for (int from = 0; from < symbol.width;) {
            int to = from;
            while (to < symbol.width && dark(row, to)) ++to;
            if (to > from) cairo_rectangle(cr, x + from * module, y + row * row_height, (to - from) * module, row_height);
            from = to + 1;
        }
    }
    cairo_fill(cr);
}

}  // namespace

PostCodeRoom room_for(const letters::AddressService& service) {
    if (service.symbol == letters::Symbol::code128) return {bar_height + 1.5 * mm, 0};
    return {mark_style.leading, 21 * dot_module + quiet};
}

Outcome draw_post_code(cairo_t* cr, Type& type, const letters::AddressService& service, double x, double y, double width) {
    FRIST_TRY(const std::string code, letters::code_of(service));
    const bool bars = service.symbol == letters::Symbol::code128;
    const std::unique_ptr<zint_symbol, Freed> symbol(ZBarcode_Create());
    if (!symbol) return Error{"print.post_code", "letter", "the code could not be made", "Report this as a bug."};
    symbol->symbology = bars ? BARCODE_CODE128 : BARCODE_QRCODE;
    symbol->option_1 = bars ? -1 : 2;   // QR: level M
    symbol->show_hrt = 0;
    if (ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(code.data()), static_cast<int>(code.size())) >= ZINT_ERROR)
        return Error{"print.post_code", "letter", "the code could not be made", "Check the agreement number and the level."};
    const Set mark = type.set(std::string("EA"), mark_style, 0);
    cairo_tag_begin(cr, "P", nullptr);
    draw(cr, mark, x, y);
    cairo_tag_end(cr, "P");
    if (bars) draw_modules(cr, *symbol, x + mark_width + quiet, y, bar_module, bar_height);
    else draw_modules(cr, *symbol, x + width - symbol->width * dot_module, y, dot_module, dot_module);
    return done;
}

}  // namespace frist::print
