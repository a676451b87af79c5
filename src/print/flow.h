// The running part of a letter, cut into strips that a page takes as long as they fit.
#pragma once
#include "print/type.h"

#include <functional>

namespace frist::print {

constexpr double left_edge = 25 * mm;
constexpr double text_width = 165 * mm;

// The least that is never cut: a line of words, a row of a table.
struct Strip {
    double before = 0;           // air above it, which falls away at the top of a page
    double height = 0;
    bool keep_next = false;      // stands on the same page as the next strip
    int group = 0;               // strips of one paragraph or table share it
    const char* tag = "P";       // the structure element of the group: "P", "H2", "Table"
    int header = -1;             // the strip to repeat above it at the top of a page
    std::function<void(cairo_t*, double)> draw;
    // The running sum after this row, drawn below the repeated head when a page ends here.
    double carried_height = 0;
    std::function<void(cairo_t*, double)> carried = nullptr;
};

struct Placed {
    int strip = 0;
    double y = 0;
    bool repeated = false;       // a table head drawn again: decoration, not content
    bool carried = false;        // the sum carried from the page before: decoration too
};
using Page = std::vector<Placed>;

// What the strips of one letter are, in points.
std::vector<Strip> strips_of(const letters::Letter& letter, Type& type);

struct Room {
    double top = 0;
    double bottom = 0;
};

// Puts strips on pages. Error print.too_tall when one strip is higher than a page.
Result<std::vector<Page>> pages_of(const std::vector<Strip>& strips, Room first, Room others);

void draw_page(cairo_t* cr, const std::vector<Strip>& strips, const Page& page);

}  // namespace frist::print
