// A QR code as squares, for screens. libzint stays here and in post_code.cpp.
#pragma once
#include <string>
#include <string_view>

namespace frist::print {

struct QrPicture {
    int size = 0;       // squares along a side, with the empty frame of four that a reader wants
    std::string path;   // of the black ones: "M4 4h7v1H4z…"
};

// Of up to about 2 kB, level M. A longer text is a bug.
QrPicture qr_of(std::string_view text);

}  // namespace frist::print
