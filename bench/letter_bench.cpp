// Different A4 letters: a file each, and all in one print file. Floor: cairo and pango bare, one page of shaped text.
#include "letters/invented.h"
#include "measured.h"
#include "portfolio.h"

#include "print/press.h"
#include "print/presses.h"

#include <boost/json.hpp>
#include <cairo-pdf.h>
#include <fstream>
#include <pango/pangocairo.h>

namespace frist::bench {
namespace {

// A demand with two fees and a row of interest; name, address, numbers and sums are each letter's own.
letters::Facts facts(int i) {
    letters::Facts f = letters::invented::demand(i % 5 == 4 ? letters::Language::en : letters::Language::nb);
    const Money more = nok((i * 7919LL) % 900'000);
    f.debtor.name = "Prøve Eksempel " + std::to_string(i);
    f.debtor.address = {"Eksempelveien " + std::to_string(i % 400), "5003 Bergen"};
    f.debtor.customer_number = std::to_string(10'000 + i);
    f.case_number = std::to_string(20'000 + i);
    f.kid = fmt::format("{:09}", 1'000'000 + i);
    f.claims[0].invoice = f.interest[0].invoice = std::to_string(30'000 + i);
    f.claims[0].original += more;
    f.claims[0].open += more;
    f.interest[0].base += more;
    f.total += more;
    *f.total_at_deadline += more;
    return f;
}

std::vector<letters::Letter> composed(int count) {
    std::vector<letters::Letter> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) all.push_back(must(letters::compose(facts(i), letters::invented::texts())));
    return all;
}

std::string pages(std::size_t bytes, int count, int of) {
    return fmt::format("\"bytes\": {}, \"pages\": {}", bytes, static_cast<std::int64_t>(count) * of);
}

void each(const Ask& ask) {
    const int per_letter = must(print::pages_of(must(print::pdf_of(composed(1).front()))));   // fonts opened, once for all
    measure(ask.count, [&] {
        std::size_t bytes = 0;
        for (int i = 0; i < ask.count; ++i) bytes += must(print::pdf_of(must(letters::compose(facts(i), letters::invented::texts())))).size();
        return pages(bytes, ask.count, per_letter);
    });
}

// As `frist letters write` prints them, on two cores; composing is part of it.
void each_on_two(const Ask& ask) {
    const int per_letter = must(print::pages_of(must(print::pdf_of(composed(1).front()))));
    measure(ask.count, [&] {
        const std::vector<letters::Letter> all = composed(ask.count);
        std::size_t bytes = 0;
        for (const auto& pdf : print::each_pdf_of(all, 2)) bytes += must(pdf).size();
        return pages(bytes, ask.count, per_letter);
    });
}

void batch(const Ask& ask) {
    const int per_letter = must(print::pages_of(must(print::pdf_of(composed(1).front()))));
    measure(ask.count, [&] { return pages(must(print::pdf_of(composed(ask.count))).size(), ask.count, per_letter); });
}

// What the letters say, for the peers: the same words in the same blocks.
boost::json::string joined(const letters::Words& words) {
    boost::json::string all;
    for (const letters::Run& run : words) all += run.text;
    return all;
}
boost::json::array lines(const std::vector<std::string>& all) { return boost::json::array(all.begin(), all.end()); }

boost::json::object said(const letters::Letter& letter) {
    boost::json::array references;
    for (const auto& r : letter.references) references.push_back(boost::json::array{r.label, r.text});
    boost::json::array payment;
    const letters::PaymentBlock& asked = letter.payment.value();   // a demand is always paid with it
    for (const auto* p : {&asked.amount, &asked.deadline, &asked.payee, &asked.account, &asked.kid})
        payment.push_back(boost::json::array{p->label, p->text});
    boost::json::array blocks;
    for (const letters::Block& block : letter.blocks) {
        if (const auto* lead = std::get_if<letters::Lead>(&block.body)) blocks.push_back(boost::json::object{{"p", joined(lead->words)}});
        if (const auto* p = std::get_if<letters::Paragraph>(&block.body)) blocks.push_back(boost::json::object{{"p", joined(p->words)}});
        if (const auto* h = std::get_if<letters::Heading>(&block.body)) blocks.push_back(boost::json::object{{"h", h->text}});
        if (const auto* a = std::get_if<letters::Answer>(&block.body)) {
            boost::json::array answers;
            for (const letters::Words& words : a->paragraphs) answers.push_back(joined(words));
            blocks.push_back(boost::json::object{{"q", a->question}, {"a", answers}});
        }
        if (const auto* t = std::get_if<letters::Table>(&block.body)) {
            boost::json::array head;
            for (const letters::Column& column : t->columns) head.push_back(boost::json::array{column.title, column.right, column.share});
            boost::json::array rows;
            for (const letters::Row& row : t->rows) {
                boost::json::array cells;
                for (const letters::Cell& cell : row.cells) cells.push_back(boost::json::array{cell.text, cell.second, cell.span});
                rows.push_back(boost::json::object{{"strong", row.style != letters::Row::Style::plain}, {"cells", cells}});
            }
            blocks.push_back(boost::json::object{{"table", t->title}, {"head", head}, {"rows", rows}, {"note", t->note}});
        }
    }
    return {{"title", letter.title}, {"from", letter.from_name}, {"back", lines(letter.return_address)}, {"window", lines(letter.window)}, {"references", references},
            {"foot", lines(letter.foot)}, {"blocks", blocks}, {"payment", payment}};
}

void make(const Ask& ask) {
    boost::json::array all;
    for (const letters::Letter& letter : composed(ask.count)) all.push_back(said(letter));
    std::ofstream(ask.file(), std::ios::binary) << boost::json::serialize(all);
}

cairo_status_t take(void* bytes, const unsigned char*, unsigned int length) {
    *static_cast<std::size_t*>(bytes) += length;
    return CAIRO_STATUS_SUCCESS;
}

void floor(const Ask& ask) {
    std::vector<std::string> texts;
    for (const letters::Letter& letter : composed(ask.count)) texts.push_back(letters::plain_text(letter));
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    PangoContext* context = pango_font_map_create_context(map);
    PangoFontDescription* font = pango_font_description_from_string("Inter 8");
    measure(ask.count, [&] {
        std::size_t bytes = 0;
        for (const std::string& text : texts) {
            cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(take, &bytes, 595.276, 841.89);
            cairo_t* cr = cairo_create(surface);
            PangoLayout* layout = pango_layout_new(context);
            pango_layout_set_font_description(layout, font);
            pango_layout_set_width(layout, 468 * PANGO_SCALE);
            pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
            cairo_move_to(cr, 71, 71);
            pango_cairo_show_layout(cr, layout);
            cairo_show_page(cr);
            g_object_unref(layout);
            cairo_destroy(cr);
            cairo_surface_destroy(surface);
        }
        return pages(bytes, ask.count, 1);
    });
    pango_font_description_free(font);
    g_object_unref(context);
    g_object_unref(map);
}

constexpr Part parts[] = {
    {"letters-each", "composed and printed, a file each", each},
    {"letters-each-two", "the same on two cores", each_on_two},
    {"letters-batch", "composed and printed into one file", batch},
    {"letters-make", "writes FILE, what the letters say", make},
    {"letters-floor", "a bare page of the same words per file", floor},
};

}  // namespace

std::span<const Part> letter_parts() { return parts; }

}  // namespace frist::bench
