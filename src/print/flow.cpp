#include "print/flow.h"

#include "base/pch.h"

namespace frist::print {
namespace {

constexpr Style body{9.5, 13.2, false, ink};
constexpr Style question{9.5, 13.2, true, accent};
constexpr Style heading{10.5, 15, true, ink};
constexpr Style small{9, 12.5, false, ink_2};
constexpr Style cell{9, 12, false, ink, false, true};
constexpr Style cell_strong{9, 12, true, ink, false, true};
constexpr Style total_cell{11, 14, true, ink, false, true};
constexpr Style head_cell{8, 10.5, false, ink_3};
constexpr Style second_voice{7.5, 10, false, ink_3};
constexpr Style carried_cell{8, 10.5, false, ink_2, false, true};
constexpr Style note{8, 11, false, ink_3};

constexpr double answer_left = 37 * mm;
constexpr double column_gap = 3 * mm;

void rule(cairo_t* cr, double y, double width, Colour c) {
    cairo_set_source_rgb(cr, c.red, c.green, c.blue);
    cairo_set_line_width(cr, width);
    cairo_move_to(cr, left_edge, y);
    cairo_line_to(cr, left_edge + text_width, y);
    cairo_stroke(cr);
}

struct Builder {
    Type& type;
    std::vector<Strip> strips;
    int group = 0;

    // One strip a line; no single line is left behind on either page.
    void lines(Set made, double x, double before, const char* tag) {
        const auto set = std::make_shared<Set>(std::move(made));
        ++group;
        for (int i = 0; i < set->lines; ++i) {
            const bool keep = i + 1 < set->lines && (set->lines <= 4 || i == 0 || i == set->lines - 2);
            strips.push_back({i == 0 ? before : 0, set->style.leading, keep, group, tag, -1,
                              [set, x, i](cairo_t* cr, double y) { draw(cr, *set, x, y, i, i + 1); }});
        }
    }

    void answer(const letters::Answer& answer, bool first, bool last);
    void table(const letters::Table& table);
    void head(const letters::Table& table, const std::vector<std::pair<double, double>>& columns);
    void carry(const letters::Table& table, const letters::Row& row, const std::vector<std::pair<double, double>>& columns);
    void row(const letters::Table& table, const letters::Row& row, const std::vector<std::pair<double, double>>& columns, int header);
};

// The question to the left, its answer to the right, a hairline above.
void Builder::answer(const letters::Answer& a, bool first, bool last) {
    ++group;
    const auto asked = std::make_shared<Set>(type.set(a.question, question, answer_left - column_gap));
    std::vector<std::shared_ptr<Set>> sets;
    sets.reserve(a.paragraphs.size());
    for (const letters::Words& words : a.paragraphs) sets.push_back(std::make_shared<Set>(type.set(words, body, text_width - answer_left)));
    int all = 0;
    for (const auto& set : sets) all += set->lines;
    constexpr double air = 4;
    constexpr double between = 2.5;   // paragraphs
    int n = 0;
    for (const auto& set : sets) {
        for (int i = 0; i < set->lines; ++i, ++n) {
            const bool top = n == 0;
            const bool end = n == all - 1;
            double height = set->style.leading;
            if (top) height += air;
            if (end) height += air + std::max(0.0, asked->height() - all * set->style.leading);
            strips.push_back({first && top ? 8.0 : i == 0 && !top ? between : 0, height, !end && all <= 14, group, "P", -1,
                              [set, asked, i, top, end, first, last, height](cairo_t* cr, double y) {
                                  if (top) {
                                      draw(cr, *asked, left_edge, y + air);
                                      rule(cr, y, first ? 1.2 : 0.5, first ? accent : line);
                                  }
                                  draw(cr, *set, left_edge + answer_left, y + (top ? air : 0), i, i + 1);
                                  if (end && last) rule(cr, y + height, 0.5, line);
                              }});
        }
    }
}

void Builder::head(const letters::Table& table, const std::vector<std::pair<double, double>>& columns) {
    const auto sets = std::make_shared<std::vector<Set>>();
    double height = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        sets->push_back(type.set(table.columns[i].title, head_cell, columns[i].second, table.columns[i].right));
        height = std::max(height, sets->back().height());
    }
    strips.push_back({3, height + 4, true, group, "Table", -1, [sets, columns, height](cairo_t* cr, double y) {
                          for (std::size_t i = 0; i < sets->size(); ++i) draw(cr, (*sets)[i], columns[i].first, y + height - (*sets)[i].height());
                          rule(cr, y + height + 4, 0.5, line_strong);
                      }});
}

struct Piece {
    Set set;
    double x = 0;
    double down = 0;
};

void Builder::row(const letters::Table& table, const letters::Row& row, const std::vector<std::pair<double, double>>& columns, int header) {
    const auto pieces = std::make_shared<std::vector<Piece>>();
    const bool total = row.style == letters::Row::Style::total;
    const bool sum = row.style != letters::Row::Style::plain;
    const Style style = total ? total_cell : sum ? cell_strong : cell;
    const double air = total ? 4 : 2.5;
    double height = 0;
    std::size_t column = 0;
    for (const letters::Cell& c : row.cells) {
        const std::size_t end = std::min(column + static_cast<std::size_t>(c.span), columns.size()) - 1;
        const double x = columns[column].first;
        double width = columns[end].first + columns[end].second - x;
        const bool right = c.span == 1 && table.columns[column].right;
        // The sum of the total is set larger than its column: it may reach to the left.
        Set set = type.set(c.text, style, right && total ? 0 : width, right && !total);
        const double at = right && total ? x + width - set.widest : x;
        const double down = set.height();
        const double beside = at + set.widest + 6;
        height = std::max(height, down);
        const bool one_line = set.lines == 1;
        pieces->push_back({std::move(set), at, 0});
        if (!c.second.empty()) {
            const double room = x + width - (one_line ? beside : x);
            Set second = type.set(c.second, second_voice, std::max(room, 1.0));
            const bool fits = one_line && room > 0 && second.lines == 1 && second.widest <= room;
            if (!fits) second = type.set(c.second, second_voice, width);
            height = std::max(height, fits ? down : down + second.height());
            const double sink = (style.leading - second_voice.leading) / 2 + 0.4;
            pieces->push_back({std::move(second), fits ? beside : x, fits ? sink : down});
        }
        column = end + 1;
    }
    height += 2 * air;
    strips.push_back({0, height, false, group, "Table", header, [pieces, height, air, total, sum](cairo_t* cr, double y) {
                          cairo_tag_begin(cr, "TR", nullptr);
                          for (const Piece& piece : *pieces) {
                              cairo_tag_begin(cr, "TD", nullptr);
                              draw(cr, piece.set, piece.x, y + air + piece.down);
                              cairo_tag_end(cr, "TD");
                          }
                          cairo_tag_end(cr, "TR");
                          if (sum) rule(cr, y, total ? 1.2 : 0.8, ink);
                          if (!total) rule(cr, y + height, 0.4, line);
                      }});
}

// What the row before a page's end has come to.
void Builder::carry(const letters::Table& table, const letters::Row& row, const std::vector<std::pair<double, double>>& columns) {
    if (row.running.empty() || table.carried.empty()) return;
    const auto words = std::make_shared<Set>(type.set(table.carried, carried_cell, 0));
    const auto sum = std::make_shared<Set>(type.set(row.running, carried_cell, columns.back().second, true));
    const double height = carried_cell.leading + 5;
    strips.back().carried_height = height;
    strips.back().carried = [words, sum, columns, height](cairo_t* cr, double y) {
        draw(cr, *words, left_edge, y + 2.5);
        draw(cr, *sum, columns.back().first, y + 2.5);
        rule(cr, y + height, 0.4, line);
    };
}

void Builder::table(const letters::Table& t) {
    double shares = 0;
    for (const letters::Column& c : t.columns) shares += c.share;
    const double room = text_width - column_gap * static_cast<double>(t.columns.size() - 1);
    std::vector<std::pair<double, double>> columns;
    double x = left_edge;
    for (const letters::Column& c : t.columns) {
        const double width = room * c.share / shares;
        columns.emplace_back(x, width);
        x += width + column_gap;
    }
    lines(type.set(t.title, heading, text_width), left_edge, 13, "H2");
    strips.back().keep_next = true;
    ++group;
    head(t, columns);
    const int header = static_cast<int>(strips.size()) - 1;
    const std::size_t from = strips.size();
    for (const letters::Row& r : t.rows) {
        row(t, r, columns, header);
        carry(t, r, columns);
    }
    // A short table is not torn. In a long one no row stands alone: the first keeps the second, the sums and what
    // follows them keep the row before.
    bool sums_below = t.rows.size() <= 12;
    for (std::size_t i = 0; i + 1 < t.rows.size(); ++i) {
        sums_below = sums_below || t.rows[i + 1].style != letters::Row::Style::plain;
        strips[from + i].keep_next = i == 0 || sums_below;
    }
    if (!t.note.empty()) {
        strips.back().keep_next = true;
        lines(type.set(t.note, note, text_width), left_edge, 5, "P");
    }
}

}  // namespace

std::vector<Strip> strips_of(const letters::Letter& letter, Type& type) {
    Builder b{type, {}, 0};
    const auto& blocks = letter.blocks;
    const auto is_answer = [&](std::size_t i) { return i < blocks.size() && std::holds_alternative<letters::Answer>(blocks[i].body); };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& what = blocks[i].body;
        if (const auto* lead = std::get_if<letters::Lead>(&what)) b.lines(type.set(lead->words, body, text_width), left_edge, i == 0 ? 0 : 6, "P");
        if (const auto* h = std::get_if<letters::Heading>(&what)) {
            b.lines(type.set(h->text, heading, text_width), left_edge, 14, "H2");
            b.strips.back().keep_next = true;
        }
        if (const auto* p = std::get_if<letters::Paragraph>(&what)) {
            const bool to_fill_in = letters::plain(p->words).find("____") != std::string::npos;   // room for a hand
            b.lines(type.set(p->words, small, text_width), left_edge, to_fill_in ? 14 : 2, "P");
        }
        if (const auto* a = std::get_if<letters::Answer>(&what)) b.answer(*a, i == 0 || !is_answer(i - 1), !is_answer(i + 1));
        if (const auto* t = std::get_if<letters::Table>(&what)) b.table(*t);
    }
    return std::move(b.strips);
}

Result<std::vector<Page>> pages_of(const std::vector<Strip>& strips, Room first, Room others) {
    std::vector<Page> pages(1);
    double y = first.top;
    double bottom = first.bottom;
    const auto turn = [&](int header, std::size_t next) {
        pages.emplace_back();
        y = others.top;
        bottom = others.bottom;
        if (header < 0) return;
        pages.back().push_back({header, y, true, false});
        y += strips[static_cast<std::size_t>(header)].height;
        const Strip& before = strips[next - 1];
        if (!before.carried) return;
        pages.back().push_back({static_cast<int>(next) - 1, y, true, true});
        y += before.carried_height;
    };
    const auto place = [&](std::size_t i) {
        y += pages.back().empty() ? 0 : strips[i].before;
        pages.back().push_back({static_cast<int>(i), y, false, false});
        y += strips[i].height;
    };
    const auto height_of = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += strips[i].height + strips[i].before;
        return sum;
    };
    for (std::size_t i = 0; i < strips.size();) {
        std::size_t end = i + 1;
        while (end < strips.size() && strips[end - 1].keep_next) ++end;
        const double whole = others.bottom - others.top - (strips[i].header < 0 ? 0 : strips[static_cast<std::size_t>(strips[i].header)].height);
        if (height_of(i, end) > whole) end = i + 1;   // what is kept together is more than a page: let it go
        if (strips[i].height > whole)
            return Error{"print.too_tall", "letter", "a row of the letter is higher than a page", "Shorten the text that describes the claim."};
        if (!pages.back().empty() && y + height_of(i, end) > bottom) turn(strips[i].header, i);
        for (; i < end; ++i) place(i);
    }
    return pages;
}

void draw_page(cairo_t* cr, const std::vector<Strip>& strips, const Page& page) {
    for (std::size_t i = 0; i < page.size();) {
        const Strip& first = strips[static_cast<std::size_t>(page[i].strip)];
        if (page[i].repeated) {
            (page[i].carried ? first.carried : first.draw)(cr, page[i].y);
            ++i;
            continue;
        }
        cairo_tag_begin(cr, first.tag, nullptr);
        for (; i < page.size() && !page[i].repeated && strips[static_cast<std::size_t>(page[i].strip)].group == first.group; ++i)
            strips[static_cast<std::size_t>(page[i].strip)].draw(cr, page[i].y);
        cairo_tag_end(cr, first.tag);
    }
}

}  // namespace frist::print
