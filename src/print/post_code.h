// Posten's EA mark above the recipient's name, with the letter's own code beside it. libzint stays here.
#pragma once
#include "print/type.h"

namespace frist::print {

// What of the window the mark takes: height above the address (Code 128), or width beside it (QR).
struct PostCodeRoom {
    double above = 0;
    double beside = 0;
};
PostCodeRoom room_for(const letters::AddressService& service);

// Draws into the window whose inner corner is (x, y) and whose inner width is `width`. Errors letter.post_code,
// print.post_code.
Outcome draw_post_code(cairo_t* cr, Type& type, const letters::AddressService& service, double x, double y, double width);

}  // namespace frist::print
