// Setting type: styles, and words set to a width. Only print/ includes this; Pango stays out of other headers.
#pragma once
#include "letters/letter.h"

#include <array>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <unordered_map>

namespace frist::print {

constexpr double mm = 72.0 / 25.4;   // points

struct Colour {
    double red, green, blue;
};
constexpr Colour colour(int rgb) { return {((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0}; }
constexpr Colour ink = colour(0x1a2325);
constexpr Colour ink_2 = colour(0x4a5658);
constexpr Colour ink_3 = colour(0x616d6f);
constexpr Colour accent = colour(0x0f5566);
constexpr Colour soft = colour(0xf1f6f6);
constexpr Colour line = colour(0xdcdcd5);
constexpr Colour line_strong = colour(0xb9bab2);

struct Style {
    double size = 10;        // points
    double leading = 14;     // from line to line
    bool strong = false;
    Colour colour = ink;
    bool machine = false;    // OCR-B, for what a machine may read
    bool tabular = false;    // figures of one width, for columns
};

using LayoutPtr = std::shared_ptr<PangoLayout>;

// Words set to a width; lines are drawn one by one so that a page may end between them.
struct Set {
    LayoutPtr layout;
    Style style;
    int lines = 0;
    double widest = 0;   // points
    [[nodiscard]] double height() const { return lines * style.leading; }
};

// Most words of a letter are those of the letter before: what was set once is kept and drawn again.
class Type {
public:
    // Error print.fonts.
    static Result<std::unique_ptr<Type>> open();
    Type(const Type&) = delete;
    Type& operator=(const Type&) = delete;
    ~Type();

    void language(letters::Language language);
    // width in points; 0 means one line of any length. Remembers the first character the fonts lack.
    Set set(const letters::Words& words, const Style& style, double width, bool right = false);
    Set set(const std::string& words, const Style& style, double width, bool right = false);
    [[nodiscard]] bool lacked_a_glyph() const { return lacked_; }
    void forget_lack() { lacked_ = false; }

private:
    Type() = default;
    Set shaped(const letters::Words& words, const Style& style, double width, bool right);

    FcConfig* config_ = nullptr;
    PangoFontMap* map_ = nullptr;
    // One for each language: a layout is laid out anew when its context changes.
    std::array<PangoContext*, letters::names_of(letters::Language{}).size()> contexts_{};
    PangoContext* context_ = nullptr;   // of the language in use
    std::unordered_map<std::string, Set> known_;
    bool lacked_ = false;
};

// Draws lines [from, to) with the top of the first at y, the left edge of the set width at x.
void draw(cairo_t* cr, const Set& set, double x, double y, int from, int to);
inline void draw(cairo_t* cr, const Set& set, double x, double y) { draw(cr, set, x, y, 0, set.lines); }

}  // namespace frist::print
