#include "office/integration.h"

#include "base/pch.h"

namespace frist::office {
namespace {

namespace json = boost::json;

// How the template of a source is called among the creditor's templates.
std::string template_of(std::string_view source) {
    if (source == "24sevenoffice") return "24SevenOffice (fil)";
    if (source == "ehf") return "EHF (fil)";
    if (source == "agency") return "Saksliste (fil)";
    return "Annet (fil)";
}

struct Chosen {
    TemplateRow row;
    sheets::Mapping map;
};

Result<std::vector<Chosen>> chosen(const Desk& desk) {
    FRIST_TRY(const std::vector<TemplateRow> rows, desk.store.templates(desk.creditor));
    std::vector<Chosen> all;
    for (const TemplateRow& row : rows) {
        FRIST_TRY(sheets::Mapping map, sheets::read_mapping(row.map, row.name));
        if (!map.source.empty()) all.push_back({row, std::move(map)});
    }
    return all;
}

Outcome drop_chosen(const Desk& desk) {
    FRIST_TRY(const std::vector<Chosen> before, chosen(desk));
    for (const Chosen& one : before) FRIST_TRY_DONE(desk.store.drop_template(desk.creditor, one.row.name));
    return done;
}

bool is_of(const Import& import, const std::string& source) {
    if (source == "24sevenoffice") return import.layout.known.starts_with("24SevenOffice");
    if (source == "agency") return import.layout.known.starts_with("Inkassobyrå");
    if (source == "ehf") return import.holds == Holds::invoices;
    return import.holds != Holds::contacts;
}

// How the file was read: as the person says, else by the template that was used.
Result<sheets::Mapping> read_as(const Desk& desk, const Import& import, const ImportWish& wish) {
    if (!(wish.map == sheets::Mapping{}) || import.read_by.empty()) return wish.map;
    FRIST_TRY(const std::vector<TemplateRow> rows, desk.store.templates(desk.creditor));
    for (const TemplateRow& row : rows)
        if (row.name == import.read_by) return sheets::read_mapping(row.map, row.name);
    return wish.map;
}

}  // namespace

Result<std::optional<Integration>> integration(const Desk& desk) {
    FRIST_TRY(const std::vector<Chosen> all, chosen(desk));
    const auto latest = std::max_element(all.begin(), all.end(), [](const Chosen& a, const Chosen& b) { return a.row.kept_on < b.row.kept_on; });
    if (latest == all.end()) return std::optional<Integration>{};
    return std::optional<Integration>({latest->map.source, latest->row.kept_on, latest->row.person});
}

Outcome fits_source(const Import& import, const std::string& source) {
    if (std::find(std::begin(sheets::list_sources), std::end(sheets::list_sources), source) == std::end(sheets::list_sources))
        return Error{"integration.source", "source", "no list is known to come from there", fmt::format("Use one of: {}.", fmt::join(sheets::list_sources, ", "))};
    if (import.refused) return *import.refused;
    if (!import.questions.empty()) return Error{"integration.untried", import.file, "the file leaves questions open", "Say which column is what, and try it again."};
    if (import.rows - rejected_rows(import) < 1) return Error{"integration.untried", import.file, "the file has no row that could be taken", "Try a file with at least one open item."};
    if (!is_of(import, source)) return Error{"integration.other", "source", "the file is not of that system", "Choose the other kind of file, or bring a file of that system."};
    return done;
}

Result<Integration> connect(const Desk& desk, const std::string& source, const Import& import, const ImportWish& wish) {
    FRIST_TRY_DONE(fits_source(import, source));
    FRIST_TRY(sheets::Mapping map, read_as(desk, import, wish));
    FRIST_TRY_DONE(drop_chosen(desk));
    map.source = source;
    const bool columns = import.holds == Holds::open_items;
    const TemplateRow row{template_of(source), columns ? import.layout.header_hash : std::string(), json::serialize(sheets::to_map(map)), desk.today, wish.person};
    FRIST_TRY_DONE(keep_template(desk, row));
    return Integration{source, row.kept_on, row.person};
}

Outcome disconnect(const Desk& desk) {
    FRIST_TRY(const std::optional<Integration> now, integration(desk));
    if (!now) return Error{"integration.none", "integration", "nothing is set up", "Look at the page anew."};
    return drop_chosen(desk);
}

}  // namespace frist::office
