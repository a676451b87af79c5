// print: a letter on paper. Letter in, PDF bytes out: A4, the recipient in the window of a Norwegian C5 or E65
// envelope, our own embedded fonts, no clock and no host settings, so that the same letter is the same bytes.
#pragma once
#include "letters/letter.h"

#include <memory>
#include <span>

namespace frist::print {

// Where the envelope's window is on the sheet, and where the sheet is folded, in millimetres. C5 folds once, E65 twice.
struct Envelope {
    double window_left = 20;
    double window_top = 45;
    double window_width = 85;
    double window_height = 40;
    std::array<double, 3> folds = {99, 148.5, 198};
};

// Whether each letter of a batch begins on a sheet of its own when both sides are printed.
enum class Sides { one, two };

// One for each thread: it keeps the fonts and what was set before.
class Press {
public:
    // Error print.fonts when the embedded fonts cannot be opened.
    static Result<Press> open(const Envelope& envelope = {});
    Press(Press&&) noexcept;
    Press& operator=(Press&&) noexcept;
    ~Press();

    // Errors print.glyph (a character that the letter fonts do not have; `field` names the part of the letter),
    // print.window (an address with more lines than the window shows), print.too_tall, print.pdf.
    Result<std::string> pdf_of(const letters::Letter& letter);
    // All letters in one file for the printer, in the given order. Errors as above, with the letter's index.
    Result<std::string> pdf_of(std::span<const letters::Letter> letters, Sides sides);

private:
    struct Inner;
    explicit Press(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

// The same with this thread's own press and the usual envelope.
Result<std::string> pdf_of(const letters::Letter& letter);
Result<std::string> pdf_of(std::span<const letters::Letter> letters, Sides sides = Sides::one);

// Stored letters in one file, byte for byte the pages that were stored. Error print.pdf with the index of the bad one.
Result<std::string> joined(std::span<const std::string> pdfs, Sides sides = Sides::one);

// The number of pages. Error print.pdf.
Result<int> pages_of(const std::string& pdf);

}  // namespace frist::print
