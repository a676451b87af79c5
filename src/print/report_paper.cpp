#include "print/report_paper.h"

#include "base/pch.h"
#include "print/finish.h"
#include "print/flow.h"

#include <cairo-pdf.h>

namespace frist::print {
namespace {

constexpr double page_width = 297 * mm;
constexpr double page_height = 210 * mm;
constexpr double left = 18 * mm;
constexpr double width = page_width - 2 * left;
constexpr double top = 18 * mm;
constexpr double foot = page_height - 13 * mm;
constexpr double bottom = foot - 4 * mm;
constexpr double gap = 10;               // between two columns
constexpr double least_column = 45;
constexpr double most_words = 70 * mm;   // of a column of words, before they break
constexpr double air = 2.2;              // above and below the words of a row

constexpr Style creditor_style{10, 13, true, accent};
constexpr Style title_style{18, 23, true, ink};
constexpr Style about_style{9, 12.5, false, ink_2};
constexpr Style asked_style{8.5, 12, false, ink_3};
constexpr Style foot_style{7, 10, false, ink_3};

// The largest in which the columns fit beside each other.
constexpr std::array<double, 4> cell_sizes = {9, 8, 7, 6};
Style cell_style(double size, bool strong) { return {size, size * 1.35, strong, ink, false, true}; }

struct Column {
    double x = 0;
    double width = 0;
};

void rule(cairo_t* cr, double y, double weight, const Colour& colour) {
    cairo_set_source_rgb(cr, colour.red, colour.green, colour.blue);
    cairo_set_line_width(cr, weight);
    cairo_move_to(cr, left, y);
    cairo_line_to(cr, left + width, y);
    cairo_stroke(cr);
}

class Setting {
public:
    Setting(const reports::Paper& paper, Type& type) : paper_(paper), type_(type) {}

    std::vector<Strip> strips() {
        words(paper_.creditor, creditor_style, "P", 0);
        words(paper_.title, title_style, "H1", 1);
        words(paper_.asked, asked_style, "P", 1);
        words(paper_.about, about_style, "P", 5);
        if (paper_.rows.empty()) words(paper_.empty, about_style, "P", 12);
        else table();
        return std::move(strips_);
    }

private:
    void words(const std::string& text, const Style& style, const char* tag, double before) {
        const auto set = std::make_shared<Set>(type_.set(text, style, width));
        ++group_;
        for (int line_of = 0; line_of < set->lines; ++line_of)
            strips_.push_back({line_of == 0 ? before : 0, style.leading, true, group_, tag, -1, [set, line_of](cairo_t* cr, double y) { draw(cr, *set, left, y, line_of, line_of + 1); }});
    }

    // As wide as the widest word of each, in the largest size that fits; what is over goes between the columns.
    void measure() {
        std::vector<double> wanted;
        double all = 0;
        for (const double size : cell_sizes) {
            size_ = size;
            wanted.assign(paper_.columns.size(), 0);
            const auto widen = [&](const std::vector<std::string>& row, bool strong) {
                for (std::size_t i = 0; i < row.size(); ++i) wanted[i] = std::max(wanted[i], type_.set(row[i], cell_style(size, strong), 0).widest);
            };
            for (std::size_t i = 0; i < paper_.columns.size(); ++i) wanted[i] = type_.set(paper_.columns[i].head, cell_style(size, true), 0).widest;
            for (const auto& row : paper_.rows) widen(row, false);
            widen(paper_.sum, true);
            all = gap * static_cast<double>(wanted.size() - 1);
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                wanted[i] = paper_.columns[i].right ? wanted[i] + 0.5 : std::min(wanted[i] + 0.5, most_words);
                all += wanted[i];
            }
            if (all <= width) break;
        }
        // Still too wide: the words to the left break, the figures do not.
        if (all > width) {
            double words_to_left = 0;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                if (!paper_.columns[i].right) words_to_left += wanted[i];
            for (std::size_t i = 0; i < wanted.size(); ++i)
                if (!paper_.columns[i].right) wanted[i] = std::max(least_column, wanted[i] - (all - width) * wanted[i] / words_to_left);
        }
        const double over = std::max(0.0, width - all) / static_cast<double>(std::max<std::size_t>(wanted.size() - 1, 1));
        double x = left;
        for (const double one : wanted) {
            columns_.push_back({x, one});
            x += one + gap + std::min(over, 40.0);
        }
    }

    struct Cell {
        Set set;
        double x = 0;
    };
    std::shared_ptr<std::vector<Cell>> set_row(const std::vector<std::string>& row, bool strong, double& height) {
        const auto cells = std::make_shared<std::vector<Cell>>();
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells->push_back({type_.set(row[i], cell_style(size_, strong), columns_[i].width, paper_.columns[i].right), columns_[i].x});
            height = std::max(height, cells->back().set.height());
        }
        return cells;
    }

    void table() {
        measure();
        ++group_;
        std::vector<std::string> heads;
        heads.reserve(paper_.columns.size());
        for (const reports::PaperColumn& column : paper_.columns) heads.push_back(column.head);
        double head_height = 0;
        const auto head = set_row(heads, true, head_height);
        const int header = static_cast<int>(strips_.size());
        strips_.push_back({14, head_height + 2 * air, true, group_, "Table", -1, [head, head_height](cairo_t* cr, double y) {
                               tell(cr, *head, "TH", y + air);
                               rule(cr, y + head_height + 2 * air, 0.6, line_strong);
                           }});
        for (std::size_t i = 0; i < paper_.rows.size(); ++i) row(paper_.rows[i], false, header, i + 1 == paper_.rows.size());
        row(paper_.sum, true, header, false);
    }

    void row(const std::vector<std::string>& told, bool sum, int header, bool keep) {
        double height = 0;
        const auto cells = set_row(told, sum, height);
        strips_.push_back({0, height + 2 * air, keep, group_, "Table", header, [cells, height, sum](cairo_t* cr, double y) {
                               if (sum) rule(cr, y, 0.9, ink);
                               tell(cr, *cells, "TD", y + air);
                               if (!sum) rule(cr, y + height + 2 * air, 0.3, line);
                           }});
    }

    static void tell(cairo_t* cr, const std::vector<Cell>& cells, const char* tag, double y) {
        cairo_tag_begin(cr, "TR", nullptr);
        for (const Cell& cell : cells) {
            cairo_tag_begin(cr, tag, nullptr);
            draw(cr, cell.set, cell.x, y);
            cairo_tag_end(cr, tag);
        }
        cairo_tag_end(cr, "TR");
    }

    const reports::Paper& paper_;
    Type& type_;
    std::vector<Strip> strips_;
    std::vector<Column> columns_;
    double size_ = 0;
    int group_ = 0;
};

void draw_foot(cairo_t* cr, Type& type, const reports::Paper& paper, std::size_t page, std::size_t pages) {
    rule(cr, foot, 0.4, line);
    draw(cr, type.set(fmt::format("{}  ·  {}  ·  {}", paper.creditor, paper.title, text(paper.day)), foot_style, 0), left, foot + 4);
    const Set number = type.set(fmt::format(fmt::runtime(paper.page_words), fmt::arg("page", page + 1), fmt::arg("pages", pages)), foot_style, 0);
    draw(cr, number, left + width - number.widest, foot + 4);
}

cairo_status_t take(void* closure, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

Outcome draw_all(cairo_t* cr, Type& type, const reports::Paper& paper) {
    type.forget_lack();
    const std::vector<Strip> strips = Setting(paper, type).strips();
    FRIST_TRY(const std::vector<Page> pages, pages_of(strips, {top, bottom}, {top, bottom}));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        draw_page(cr, strips, pages[i]);
        draw_foot(cr, type, paper, i, pages.size());
        cairo_show_page(cr);
    }
    if (!type.lacked_a_glyph()) return done;
    return Error{"print.glyph", "report", "a character in the report is not in the letter font", "Take a workbook, or write names with Latin, Greek or Cyrillic letters."};
}

}  // namespace

Result<std::string> pdf_of(const reports::Paper& paper) {
    FRIST_TRY(const std::unique_ptr<Type> type, Type::open());
    type->language(enum_of<letters::Language>(paper.language).value_or(letters::Language{}));
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(take, &bytes, page_width, page_height);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    const std::string day = text(paper.day) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Frist");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper.creditor.c_str());
    cairo_t* cr = cairo_create(surface);
    cairo_tag_begin(cr, "Document", nullptr);
    const Outcome drawn = draw_all(cr, *type, paper);
    cairo_tag_end(cr, "Document");
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    const bool written = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    if (!drawn.ok()) return drawn.error();
    if (!written) return Error{"print.pdf", "report", "the PDF could not be written", "Report this as a bug."};
    return finished(bytes, paper.language);
}

}  // namespace frist::print
