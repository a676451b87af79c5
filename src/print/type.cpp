#include "print/type.h"

#include "base/embedded.h"
#include "base/pch.h"

#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

namespace frist::print {
namespace {

// Fontconfig wants files: the embedded fonts become memory files of this process, kept as long as it lives.
const std::vector<std::string>& font_paths() {
    static const std::vector<std::string> paths = [] {
        std::vector<std::string> made;
        for (const embedded::File& font : embedded::fonts()) {
            const int fd = memfd_create("frist-font", MFD_CLOEXEC);
            if (fd < 0) return std::vector<std::string>{};
            std::string_view rest = font.bytes;
            while (!rest.empty()) {
                const ssize_t written = ::write(fd, rest.data(), rest.size());
                if (written <= 0) return std::vector<std::string>{};
                rest.remove_prefix(static_cast<std::size_t>(written));
            }
            made.push_back(fmt::format("/proc/self/fd/{}", fd));
        }
        return made;
    }();
    return paths;
}

constexpr std::size_t most_known = 2000;   // some megabytes

// Everything that the setting of words depends on, and nothing of where they stand.
std::string key_of(const PangoContext* context, const letters::Words& words, const Style& style, double width, bool right) {
    const Colour& c = style.colour;
    std::string key = fmt::format("{} {} {} {}{}{}{} {} {} {} {}", static_cast<const void*>(context), style.size, style.leading, style.strong ? 1 : 0, style.machine ? 1 : 0,
                                  style.tabular ? 1 : 0, right ? 1 : 0, c.red, c.green, c.blue, width);
    for (const letters::Run& run : words) {
        key += run.strong ? '\1' : '\0';
        key += run.text;
    }
    return key;
}

PangoFontDescription* description(const Style& style) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, style.machine ? "Frist OCR" : "Frist Sans");
    pango_font_description_set_weight(font, style.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    return font;
}

}  // namespace

Result<std::unique_ptr<Type>> Type::open() {
    const Error broken{"print.fonts", "fonts", "the embedded letter fonts cannot be opened", "Build the program anew; /proc must be mounted where it runs."};
    if (font_paths().empty()) return broken;
    std::unique_ptr<Type> type(new Type);
    type->config_ = FcConfigCreate();   // empty: no font and no setting of the host
    for (const std::string& path : font_paths())
        if (!FcConfigAppFontAddFile(type->config_, reinterpret_cast<const FcChar8*>(path.c_str()))) return broken;
    type->map_ = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (!type->map_) return broken;
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(type->map_), type->config_);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    const auto names = letters::names_of(letters::Language{});
    for (std::size_t i = 0; i < names.size(); ++i) {
        PangoContext* context = type->contexts_[i] = pango_font_map_create_context(type->map_);
        pango_context_set_round_glyph_positions(context, FALSE);
        pango_cairo_context_set_font_options(context, options);
        pango_context_set_language(context, pango_language_from_string(std::string(names[i]).c_str()));
    }
    cairo_font_options_destroy(options);
    type->context_ = type->contexts_.front();
    return type;
}

Type::~Type() {
    known_.clear();
    for (PangoContext* context : contexts_)
        if (context) g_object_unref(context);
    if (map_) g_object_unref(map_);
    if (config_) FcConfigDestroy(config_);
}

void Type::language(letters::Language language) { context_ = contexts_[static_cast<std::size_t>(language)]; }

Set Type::set(const letters::Words& words, const Style& style, double width, bool right) {
    std::string key = key_of(context_, words, style, width, right);
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    Set made = shaped(words, style, width, right);
    if (pango_layout_get_unknown_glyphs_count(made.layout.get()) > 0) {
        lacked_ = true;   // the letter is refused: nothing to remember
        return made;
    }
    if (known_.size() >= most_known) known_.clear();
    known_.emplace(std::move(key), made);
    return made;
}

Set Type::shaped(const letters::Words& words, const Style& style, double width, bool right) {
    Set set{LayoutPtr(pango_layout_new(context_), g_object_unref), style, 0, 0};
    PangoLayout* layout = set.layout.get();
    PangoFontDescription* font = description(style);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    std::string all;
    PangoAttrList* attributes = pango_attr_list_new();
    if (style.tabular) pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    for (const letters::Run& run : words) {
        const auto from = static_cast<guint>(all.size());
        all += run.text;
        if (!run.strong) continue;
        PangoAttribute* strong = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
        strong->start_index = from;
        strong->end_index = static_cast<guint>(all.size());
        pango_attr_list_insert(attributes, strong);
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, all.data(), static_cast<int>(all.size()));
    if (width > 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    set.lines = pango_layout_get_line_count(layout);
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    set.widest = static_cast<double>(logical.width) / PANGO_SCALE;
    return set;
}

Set Type::set(const std::string& words, const Style& style, double width, bool right) {
    return set(letters::Words{{words, false}}, style, width, right);
}

void draw(cairo_t* cr, const Set& set, double x, double y, int from, int to) {
    cairo_set_source_rgb(cr, set.style.colour.red, set.style.colour.green, set.style.colour.blue);
    const double width = static_cast<double>(pango_layout_get_width(set.layout.get())) / PANGO_SCALE;
    const bool right = pango_layout_get_alignment(set.layout.get()) == PANGO_ALIGN_RIGHT && width > 0;
    // The baseline of Inter sits so that capitals are centred in the leading.
    const double baseline = set.style.leading / 2 + set.style.size * 0.364;
    for (int i = from; i < to; ++i) {
        PangoLayoutLine* layout_line = pango_layout_get_line_readonly(set.layout.get(), i);
        double left = x;
        if (right) {
            PangoRectangle logical;
            pango_layout_line_get_extents(layout_line, nullptr, &logical);
            left = x + width - static_cast<double>(logical.width) / PANGO_SCALE;
        }
        cairo_move_to(cr, left, y + (i - from) * set.style.leading + baseline);
        pango_cairo_show_layout_line(cr, layout_line);
    }
}

}  // namespace frist::print
