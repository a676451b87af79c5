#include "print/press.h"

#include "base/pch.h"
#include "print/finish.h"
#include "print/flow.h"
#include "print/post_code.h"

#include <cairo-pdf.h>

namespace frist::print {
namespace {

constexpr double page_width = 210 * mm;
constexpr double page_height = 297 * mm;
constexpr double right_edge = left_edge + text_width;
constexpr double body_top = 102 * mm;        // below the title, on the first page
constexpr double payment_top = 251 * mm;
constexpr double payment_height = 26 * mm;
constexpr double foot_top = 282 * mm;
constexpr double next_top = 30 * mm;         // on the pages after the first

constexpr Style name_style{13, 17, true, accent};
constexpr Style return_style{6.5, 8, false, ink_3};
// The largest in which the address fits the window.
constexpr std::array<Style, 4> window_styles = {Style{10.5, 14, false, ink}, Style{9.5, 12, false, ink}, Style{8.5, 10.2, false, ink}, Style{7.5, 8.9, false, ink}};
constexpr Style label_style{7.5, 10, false, ink_3};
constexpr Style reference_style{9, 12.5, false, ink, false, true};
constexpr Style title_style{18, 23, true, ink};
constexpr Style running_style{8, 11, false, ink_3};
constexpr Style foot_style{7, 10, false, ink_3};
constexpr Style machine_style{11.5, 15, false, ink, true};
constexpr Style amount_style{15, 18, true, ink, false, true};
// The largest in which the payee's name stays above the line of the KID.
constexpr std::array<Style, 4> payee_styles = {Style{11, 15, true, ink}, Style{9, 11, true, ink}, Style{7.5, 8.6, true, ink}, Style{6, 7, true, ink}};
constexpr Style value_style = payee_styles[0];
constexpr double payee_height = 30;
constexpr Style mark_style{92, 100, true, line};
constexpr Style mark_line_style{13, 17, true, line_strong};

// A part of the foot stays on one line.
std::string unbroken(std::string_view part) {
    std::string out;
    for (const char c : part) out += c == ' ' ? std::string("\u00a0") : std::string(1, c);
    return out;
}

// What is not content: marks, lines, what is repeated. Readers that speak pass over it.
struct Sheet {
    cairo_t* cr;
    Type& type;
    const letters::Letter& letter;
    const Envelope& envelope;
};

// Beside the window: to the right of a left one, to the left of a right one.
double references_left(const Envelope& envelope) { return envelope.window_left > 100 ? left_edge : 128 * mm; }
double references_width(const Envelope& envelope) {
    return (envelope.window_left > 100 ? envelope.window_left * mm - 3 * mm : right_edge) - references_left(envelope);
}

// The same envelope with its window on the other side.
Envelope turned(Envelope envelope, letters::Window window) {
    if (window == letters::Window::right) envelope.window_left = 210 - envelope.window_left - envelope.window_width;
    return envelope;
}

void write(const Sheet& s, const std::string& words, const Style& style, double x, double y, double width, const char* tag) {
    if (words.empty()) return;
    const Set set = s.type.set(words, style, width);
    if (tag) cairo_tag_begin(s.cr, tag, nullptr);
    draw(s.cr, set, x, y);
    if (tag) cairo_tag_end(s.cr, tag);
}

void draw_folds(const Sheet& s) {
    cairo_set_source_rgb(s.cr, line_strong.red, line_strong.green, line_strong.blue);
    cairo_set_line_width(s.cr, 0.4);
    for (const double fold : s.envelope.folds) {
        cairo_move_to(s.cr, 4 * mm, fold * mm);
        cairo_line_to(s.cr, 8 * mm, fold * mm);
    }
    cairo_stroke(s.cr);
}

// Only the recipient and where the letter goes back to may be seen through the window.
Outcome draw_window(const Sheet& s) {
    const double x = std::max(left_edge, (s.envelope.window_left + 4) * mm);
    double width = (s.envelope.window_left + s.envelope.window_width - 4) * mm - x;
    double y = (s.envelope.window_top + 3) * mm;
    const double bottom = (s.envelope.window_top + s.envelope.window_height - 2) * mm;
    const std::string back = fmt::format("{}", fmt::join(s.letter.return_address, " · "));
    write(s, back, return_style, x, y, width, "P");
    y += std::max(6 * mm, s.type.set(back, return_style, width).height() + 1 * mm);
    if (const auto& service = s.letter.paper.address_service) {
        FRIST_TRY_DONE(draw_post_code(s.cr, s.type, *service, x, y, width));
        const PostCodeRoom room = room_for(*service);
        y += room.above;
        width -= room.beside;
    }
    for (const Style& style : window_styles) {
        std::vector<Set> sets;
        double height = 0;
        for (const std::string& text : s.letter.window) {
            sets.push_back(s.type.set(text, style, width));
            height += sets.back().height();
        }
        if (y + height > bottom) continue;
        cairo_tag_begin(s.cr, "P", nullptr);
        for (const Set& set : sets) {
            draw(s.cr, set, x, y);
            y += set.height();
        }
        cairo_tag_end(s.cr, "P");
        return done;
    }
    return Error{"print.window", "debtor.address", "the address is higher than the window of the envelope", "Shorten the address to at most seven short lines."};
}

void draw_references(const Sheet& s) {
    const double left = references_left(s.envelope);
    double y = (s.envelope.window_top + 3) * mm;
    for (const letters::LabelledLine& line_of : s.letter.references) {
        write(s, line_of.label, label_style, left, y, 0, "P");
        y += label_style.leading;
        const Set value = s.type.set(line_of.text, reference_style, references_width(s.envelope));
        cairo_tag_begin(s.cr, "P", nullptr);
        draw(s.cr, value, left, y);
        cairo_tag_end(s.cr, "P");
        y += value.height() + 3;
    }
}

void draw_foot(const Sheet& s, std::size_t page, std::size_t pages) {
    cairo_set_source_rgb(s.cr, line.red, line.green, line.blue);
    cairo_set_line_width(s.cr, 0.5);
    cairo_move_to(s.cr, left_edge, foot_top);
    cairo_line_to(s.cr, right_edge, foot_top);
    cairo_stroke(s.cr);
    const Set number = s.type.set(fmt::format(fmt::runtime(s.letter.page_words), page + 1, pages), foot_style, 0);
    draw(s.cr, number, right_edge - number.widest, foot_top + 5);
    std::string all;
    for (const std::string& part : s.letter.foot) all += (all.empty() ? "" : "\u00a0· ") + unbroken(part);
    write(s, all, foot_style, left_edge, foot_top + 5, text_width - number.widest - 5 * mm, nullptr);
}

void rounded(cairo_t* cr, double x, double y, double width, double height, double radius) {
    constexpr double quarter = 1.5707963267948966;
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cr, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(cr, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cr, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
}

void draw_labelled(const Sheet& s, const letters::LabelledLine& part, const Style& style, double x, double y, double width) {
    if (part.text.empty()) return;
    write(s, part.label, label_style, x, y, width, "P");
    // One base line for the values of a row, whatever their size; what needs several lines begins higher.
    const Set value = s.type.set(part.text, style, width);
    cairo_tag_begin(s.cr, "P", nullptr);
    draw(s.cr, value, x, y + 10 + (value.lines > 1 ? 1 : (18 - style.leading) * 0.62));
    cairo_tag_end(s.cr, "P");
}

// OCR-B has no no-break space.
letters::LabelledLine spaced(letters::LabelledLine part) {
    for (auto at = part.text.find("\u00a0"); at != part.text.npos; at = part.text.find("\u00a0")) part.text.replace(at, 2, " ");
    return part;
}

// The box at the foot of the first page: all that is needed to pay, in the order a bank asks for it.
void draw_payment(const Sheet& s) {
    if (!s.letter.payment) return;
    const letters::PaymentBlock& p = *s.letter.payment;
    rounded(s.cr, left_edge, payment_top, text_width, payment_height, 5);
    cairo_set_source_rgb(s.cr, soft.red, soft.green, soft.blue);
    cairo_fill_preserve(s.cr);
    cairo_set_source_rgb(s.cr, line_strong.red, line_strong.green, line_strong.blue);
    cairo_set_line_width(s.cr, 0.6);
    cairo_stroke(s.cr);
    const double inset = 5 * mm;
    const double column = (text_width - 2 * inset) / 3;
    const double x = left_edge + inset;
    const double upper = payment_top + 2.4 * mm;
    const double lower = payment_top + 14.2 * mm;
    const bool long_amount = p.amount.text.size() > 18;
    draw_labelled(s, p.amount, long_amount ? value_style : amount_style, x, upper, 0);
    draw_labelled(s, p.deadline, amount_style, x + column, upper, 0);
    const auto fits = [&](const Style& style) { return s.type.set(p.payee.text, style, column).height() <= payee_height; };
    const auto style = std::find_if(payee_styles.begin(), payee_styles.end(), fits);
    draw_labelled(s, p.payee, style == payee_styles.end() ? payee_styles.back() : *style, x + 2 * column, upper, column);
    draw_labelled(s, spaced(p.account), machine_style, x, lower, 0);
    draw_labelled(s, p.kid, machine_style, x + column, lower, 2 * column);
}

// Below everything else, so that the words can still be read.
void draw_mark(const Sheet& s) {
    if (!s.letter.mark) return;
    const Set word = s.type.set(s.letter.mark->word, mark_style, 0);
    const Set line_of = s.type.set(s.letter.mark->line, mark_line_style, 0);
    cairo_save(s.cr);
    cairo_translate(s.cr, page_width / 2, page_height / 2);
    cairo_rotate(s.cr, -0.85);
    draw(s.cr, word, -word.widest / 2, -mark_style.leading);
    draw(s.cr, line_of, -line_of.widest / 2, 6);
    cairo_restore(s.cr);
}

Outcome draw_first(const Sheet& s) {
    draw_folds(s);
    write(s, s.letter.from_name, name_style, left_edge, 17 * mm, text_width, "P");
    FRIST_TRY_DONE(draw_window(s));
    draw_references(s);
    write(s, s.letter.title, title_style, left_edge, 91 * mm, text_width, "H1");
    draw_payment(s);
    return done;
}

void draw_next(const Sheet& s) {
    std::string running = s.letter.title;
    if (!s.letter.case_number.empty()) running += "  ·  " + s.letter.case_number;
    write(s, s.letter.from_name + "  ·  " + running, running_style, left_edge, 17 * mm, text_width, nullptr);
}

cairo_status_t take(void* closure, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct Press::Inner {
    Envelope envelope;
    std::unique_ptr<Type> type;

    Outcome draw_letter(cairo_t* cr, const letters::Letter& letter, std::size_t& pages);
    Result<std::string> file(std::span<const letters::Letter> letters, Sides sides, bool batch);
};

Outcome Press::Inner::draw_letter(cairo_t* cr, const letters::Letter& letter, std::size_t& count) {
    type->language(letter.language);
    const double title = type->set(letter.title, title_style, text_width).height();
    const std::vector<Strip> strips = strips_of(letter, *type);
    FRIST_TRY(const std::vector<Page> pages,
              pages_of(strips, {body_top + title - title_style.leading, letter.payment ? payment_top - 4 * mm : foot_top - 5 * mm}, {next_top, foot_top - 5 * mm}));
    const Envelope mine = turned(envelope, letter.paper.window);
    const Sheet sheet{cr, *type, letter, mine};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        draw_mark(sheet);
        if (i == 0) FRIST_TRY_DONE(draw_first(sheet));
        else draw_next(sheet);
        draw_page(cr, strips, pages[i]);
        draw_foot(sheet, i, pages.size());
        cairo_show_page(cr);
    }
    count = pages.size();
    if (type->lacked_a_glyph())
        return Error{"print.glyph", "letter", "a character in the letter is not in the letter font",
                     "Write names and descriptions with Latin, Greek or Cyrillic letters."};
    return done;
}

Result<std::string> Press::Inner::file(std::span<const letters::Letter> letters, Sides sides, bool batch) {
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(take, &bytes, page_width, page_height);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    const letters::Letter& first = letters.front();
    const std::string day = text(first.written) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Frist");
    if (!batch) {
        const std::string title = first.title + (first.case_number.empty() ? "" : " " + first.case_number);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, first.from_name.c_str());
    }
    cairo_t* cr = cairo_create(surface);
    type->forget_lack();
    Outcome drawn = done;
    std::size_t index = 0;
    for (; index < letters.size() && drawn.ok(); ++index) {
        std::size_t pages = 0;
        cairo_tag_begin(cr, "Document", nullptr);
        drawn = draw_letter(cr, letters[index], pages);
        cairo_tag_end(cr, "Document");
        if (sides == Sides::two && pages % 2 == 1 && index + 1 < letters.size()) cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    const bool written = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    if (!drawn.ok()) {
        Error error = drawn.error();
        if (batch) error.field = fmt::format("letters[{}].{}", index - 1, error.field);
        return error;
    }
    if (!written) return Error{"print.pdf", "letter", "the PDF could not be written", "Report this as a bug."};
    const auto names = letters::names_of(first.language);
    return finished(bytes, names[static_cast<std::size_t>(first.language)]);
}

Press::Press(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Press::Press(Press&&) noexcept = default;
Press& Press::operator=(Press&&) noexcept = default;
Press::~Press() = default;

Result<Press> Press::open(const Envelope& envelope) {
    FRIST_TRY(auto type, Type::open());
    auto inner = std::make_unique<Inner>();
    inner->envelope = envelope;
    inner->type = std::move(type);
    return Press(std::move(inner));
}

Result<std::string> Press::pdf_of(const letters::Letter& letter) { return inner_->file({&letter, 1}, Sides::one, false); }

Result<std::string> Press::pdf_of(std::span<const letters::Letter> letters, Sides sides) {
    if (letters.empty()) return Error{"print.pdf", "letters", "there is no letter to print", "Choose at least one."};
    return inner_->file(letters, sides, true);
}

namespace {
Result<Press*> own_press() {
    thread_local std::optional<Press> press;
    if (!press) {
        FRIST_TRY(Press opened, Press::open());
        press.emplace(std::move(opened));
    }
    return &*press;
}
}  // namespace

Result<std::string> pdf_of(const letters::Letter& letter) {
    FRIST_TRY(Press * press, own_press());
    return press->pdf_of(letter);
}

Result<std::string> pdf_of(std::span<const letters::Letter> letters, Sides sides) {
    FRIST_TRY(Press * press, own_press());
    return press->pdf_of(letters, sides);
}

}  // namespace frist::print
