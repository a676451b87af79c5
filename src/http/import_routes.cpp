// Files with what customers owe: looked at, taken, given back, taken back; and how lists are read that come again.
#include "access/people.h"
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/sheet_wish.h"
#include "office/imports.h"
#include "office/integration.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::size_t rows_shown = 10;   // of a file before it is taken
constexpr std::size_t longest_map = 4'000;

json::array faults_json(const std::vector<office::ImportFault>& faults) {
    json::array list;
    for (const office::ImportFault& fault : faults) {
        list.push_back(json::object{{"code", fault.code}, {"row", fault.row}, {"column", fault.column}, {"detail", fault.reason}, {"remedy", fault.remedy}});
        if (!fault.file.empty()) list.back().as_object()["file"] = fault.file;
    }
    return list;
}

json::array preview_json(const std::vector<office::LedgerLine>& lines) {
    json::array list;
    for (const office::LedgerLine& line : lines) {
        if (list.size() == rows_shown) break;
        list.push_back(json::object{{"customer", line.customer}, {"name", line.debtor.name}, {"invoice", line.number}, {"due", text(line.due)}, {"amount", text(line.amount)}, {"open", text(line.open)}, {"warning", line.warning}});
    }
    return list;
}

json::array words_json(const std::vector<std::string>& words) {
    json::array list;
    for (const std::string& word : words) list.emplace_back(word);
    return list;
}

// How the file was read: what was found by itself, each column with what it is taken for and what stands in it.
json::object layout_json(const sheets::Layout& layout) {
    json::array columns;
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        const std::string& name = layout.header[i];
        const auto field = std::find_if(layout.columns.begin(), layout.columns.end(), [&](const auto& one) { return one.second == name; });
        columns.push_back(json::object{{"column", name},
                                       {"field", field == layout.columns.end() ? json::value(nullptr) : json::value(name_of(field->first))},
                                       {"ageing", std::find(layout.ageing.begin(), layout.ageing.end(), name) != layout.ageing.end()},
                                       {"samples", i < layout.samples.size() ? words_json(layout.samples[i]) : json::array{}}});
    }
    json::array top;
    for (const auto& [place, cells] : layout.top) top.push_back(json::object{{"row", place}, {"cells", words_json(cells)}});
    json::array steps;
    for (const sheets::StepWord& one : layout.steps) steps.push_back(json::object{{"word", one.word}, {"step", one.step.empty() ? json::value(nullptr) : json::value(one.step)}, {"rows", one.rows}});
    return {{"format", name_of(layout.format)}, {"sheet", layout.sheet},         {"sheets", layout.format == sheets::Format::csv ? json::array{} : words_json(layout.sheets)},
            {"encoding", layout.encoding},      {"separator", layout.separator}, {"decimal", layout.decimal},
            {"thousands", layout.thousands},    {"date", layout.date},           {"header_row", layout.header_row},
            {"header_hash", layout.header_hash}, {"columns", std::move(columns)}, {"top", std::move(top)},
            {"known", layout.known},            {"steps", std::move(steps)}};
}

json::array columns_json(const sheets::Layout& layout) {
    json::array columns;
    for (const auto& [field, column] : layout.columns) columns.push_back(json::object{{"field", name_of(field)}, {"column", column}});
    return columns;
}

Result<office::ImportWish> wish_of(const Call& call) {
    office::ImportWish wish;
    const std::string_view map = call.asked("map");
    if (map.size() > longest_map) return Error{"http.query", "map", "is longer than any map", "Keep it as a template, and name that."};
    if (!map.empty()) {
        FRIST_TRY(wish.map, sheets::read_mapping(map, "map"));
    }
    wish.named_template = std::string(call.asked("template"));
    if (!map.empty() && !wish.named_template.empty()) return Error{"http.query", "template", "a map and a template say the same", "Give one of them."};
    const std::string_view kind = call.asked("kind");
    if (!kind.empty() && kind != "person" && kind != "company") return Error{"http.query", "kind", "\"" + std::string(kind) + "\" is not known", "Use person or company."};
    if (!kind.empty()) wish.kind = kind == "company" ? cases::DebtorKind::company : cases::DebtorKind::person;
    FRIST_TRY(wish.complete, asked_truth(call, "complete", false));
    FRIST_TRY(wish.good_rows, asked_truth(call, "good_rows", false));
    FRIST_TRY(wish.control_sum, asked_money(call, "control_sum"));
    if (!call.asked("control_count").empty()) {
        constexpr std::int64_t most = 1'000'000'000;
        FRIST_TRY(const std::int64_t count, asked_whole(call, "control_count", 0, 0, most));
        wish.control_count = static_cast<int>(count);
    }
    wish.person = call.who.person;
    return wish;
}

void add_done(json::object& body, const office::Import& import, const office::ImportDone& done) {
    if (import.holds == office::Holds::contacts) {
        body["contacts"] = json::object{{"completed", done.contacts.completed}, {"same", done.contacts.same}, {"unknown", done.contacts.unknown}};
        return;
    }
    body["import"] = done.import == 0 ? json::value(nullptr) : json::value(done.import);
    body["added"] = done.ledger.added;
    body["changed"] = done.ledger.changed;
    body["same"] = done.ledger.same;
    body["paid_in_ledger"] = done.ledger.paid_in_ledger;
    body["open"] = text(done.ledger.open_sum);
}

Result<Response> import(Call& call) {
    FRIST_TRY(const bool dry_run, asked_truth(call, "dry_run", false));
    FRIST_TRY(const office::ImportWish wish, wish_of(call));
    FRIST_TRY(const office::Import import, office::understand(call.desk(), call.request.body, file_name(call), wish));
    if (import.refused && !dry_run) return *import.refused;
    const bool store = !dry_run && import.questions.empty() && import.stops.empty();
    json::object body{{"file", import.file},
                      {"stored", store},
                      {"holds", name_of(import.holds)},
                      {"template", import.read_by.empty() ? json::value(nullptr) : json::value(import.read_by)},
                      {"rows", import.rows},
                      {"settled", import.settled},
                      {"known", import.known},
                      {"open", text(import.open)},
                      {"kind_unknown", wish.kind ? 0 : import.kind_unknown},
                      {"rejected_rows", office::rejected_rows(import)},
                      {"gives_back", office::can_give_back(import) ? json::value(name_of(office::form_of(import))) : json::value(nullptr)},
                      {"rejected", faults_json(import.rejected)},
                      {"questions", faults_json(import.questions)},
                      {"stops", faults_json(import.stops)},
                      {"findings", faults_json(import.findings)},
                      {"columns", columns_json(import.layout)},
                      {"layout", import.layout.header.empty() ? json::value(nullptr) : json::value(layout_json(import.layout))},
                      {"preview", preview_json(import.lines)}};
    if (store) {
        const std::function<Result<office::ImportDone>()> work = [&] { return office::take(call.desk(), import, wish); };
        FRIST_TRY(const office::ImportDone done, noted(call, "ledger-import", "ledger", work));
        add_done(body, import, done);
    }
    return json_response(body);
}

// The rows with mistakes of a file that is not kept anywhere: as a file of its kind.
Result<Response> rejected(Call& call) {
    FRIST_TRY(const office::ImportWish wish, wish_of(call));
    FRIST_TRY(const office::Import import, office::understand(call.desk(), call.request.body, file_name(call), wish));
    if (!office::can_give_back(import)) return Error{"import.no_rows", "", "the file has no rows with mistakes that could be given back", "Look at the file anew."};
    FRIST_TRY(std::string bytes, office::given_back(import, call.world.sheet_of));
    return sheet_response(office::form_of(import), std::move(bytes));
}

Result<Response> list(Call& call) {
    constexpr std::int64_t most = 200;
    FRIST_TRY(const std::int64_t before, asked_whole(call, "before", 0, 0, std::numeric_limits<std::int64_t>::max()));
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", 50, 1, most));
    FRIST_TRY(std::vector<office::ImportRow> rows, call.rooms.office->imports(call.creditor, before, static_cast<int>(limit) + 1));
    const bool more = rows.size() > static_cast<std::size_t>(limit);
    if (more) rows.pop_back();
    std::vector<access::Id> people;
    for (const office::ImportRow& row : rows) {
        people.push_back(row.person);
        people.push_back(row.undone_by);
    }
    FRIST_TRY(const auto known, access::names(call.porter, call.who, people));
    const auto name_of_person = [&](access::Id person) {
        const auto named = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == person; });
        return named == known.end() ? json::value(nullptr) : json::value(named->second);
    };
    json::array all;
    for (const office::ImportRow& row : rows) {
        const json::value undone = row.undone_at ? json::value(json::object{{"at", text(*row.undone_at)}, {"by", name_of_person(row.undone_by)}}) : json::value(nullptr);
        all.push_back(json::object{{"import", row.id}, {"file", row.file}, {"at", text(row.at)}, {"by", name_of_person(row.person)}, {"rows", row.rows}, {"rejected", row.rejected}, {"added", row.added},
                                   {"changed", row.changed}, {"same", row.same}, {"paid_in_ledger", row.paid}, {"open", text(row.open)}, {"undone", undone}});
    }
    return json_response(json::object{{"rows", std::move(all)}, {"next", more ? json::value(rows.back().id) : json::value(nullptr)}});
}

Result<Response> undo(Call& call) {
    FRIST_TRY(const office::Id number, call.number("import"));
    const std::function<Result<office::Undone>()> work = [&] { return office::undo_import(call.desk(), number, call.who.person); };
    FRIST_TRY(const office::Undone undone, noted(call, "ledger-import-undo", fmt::format("import {}", number), work));
    return json_response(json::object{{"removed", undone.removed}, {"restored", undone.restored}, {"withdrawn", undone.withdrawn}, {"taken_back", undone.taken_back}});
}

// --- templates ---

Result<Response> templates(Call& call) {
    FRIST_TRY(const auto rows, call.rooms.office->templates(call.creditor));
    json::array all;
    for (const office::TemplateRow& row : rows) {
        FRIST_TRY(json::value map, parse_json(row.map));
        all.push_back(json::object{{"name", row.name}, {"header_hash", row.header_hash}, {"map", std::move(map)}, {"kept_on", text(row.kept_on)}});
    }
    return json_response(json::object{{"rows", std::move(all)}});
}

Result<Response> keep(Call& call) {
    json::value kept;
    FRIST_TRY(JsonObject body, body_of(call, kept));
    office::TemplateRow row{call.at("template"), "", "", call.wall.day, call.who.person};
    FRIST_TRY(row.header_hash, body.text("header_hash"));
    if (!body.has("map")) return body.missing("map", "Give it as a map file has it.");
    row.map = json::serialize(*body.find("map"));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<bool>()> work = [&]() -> Result<bool> {
        FRIST_TRY_DONE(office::keep_template(call.desk(), row));
        return true;
    };
    FRIST_TRY([[maybe_unused]] const bool done_it, noted(call, "import-template-keep", "ledger", work));
    return Response{204, {}, {}};
}

Result<Response> drop(Call& call) {
    const std::function<Result<bool>()> work = [&]() -> Result<bool> {
        FRIST_TRY(const bool there, call.rooms.office->drop_template(call.creditor, call.at("template")));
        if (!there) return Error{"template.unknown", "template", "there is no template with this name", "Choose one of the list, or leave it out."};
        return there;
    };
    FRIST_TRY([[maybe_unused]] const bool gone, noted(call, "import-template-drop", "ledger", work));
    return Response{204, {}, {}};
}

// --- where the lists come from ---

Result<Response> integration_answer(const Call& call) {
    FRIST_TRY(const auto now, office::integration(call.desk()));
    FRIST_TRY(const auto read, call.rooms.office->last_read(call.creditor, office::Source::ledger));
    json::object body{{"source", nullptr}, {"tried_on", nullptr}, {"by", nullptr}, {"ledger_read", read ? json::value(text(*read) + ":00Z") : json::value(nullptr)}};
    json::array known;
    for (const std::string_view one : sheets::list_sources) known.emplace_back(one);
    body["known"] = std::move(known);
    if (!now) return json_response(body);
    FRIST_TRY(const auto names, access::names(call.porter, call.who, {now->by}));
    body["source"] = now->source;
    body["tried_on"] = text(now->tried_on);
    if (!names.empty()) body["by"] = names.front().second;
    return json_response(body);
}

Result<Response> shown_integration(Call& call) { return integration_answer(call); }

// The file is understood once more and not taken: what is kept is what was tried.
Result<Response> connect(Call& call) {
    FRIST_TRY(const office::ImportWish wish, wish_of(call));
    FRIST_TRY(const office::Import import, office::understand(call.desk(), call.request.body, file_name(call), wish));
    const std::string source(call.asked("source"));
    const std::function<Result<office::Integration>()> work = [&] { return office::connect(call.desk(), source, import, wish); };
    FRIST_TRY([[maybe_unused]] const office::Integration now, noted(call, "integration-set", "ledger", work));
    return integration_answer(call);
}

Result<Response> disconnect(Call& call) {
    const std::function<Outcome()> work = [&] { return office::disconnect(call.desk()); };
    FRIST_TRY([[maybe_unused]] const Done gone, noted<Done>(call, "integration-drop", "ledger", work));
    return Response{204, {}, {}};
}

}  // namespace

void add_import_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/integration", Gate::right, access::Right::read_settings, Brings::nothing, shown_integration});
    table.push_back({"PUT", "/creditors/{creditor}/integration", Gate::right, access::Right::import_ledger, Brings::file, connect});
    table.push_back({"DELETE", "/creditors/{creditor}/integration", Gate::right, access::Right::import_ledger, Brings::nothing, disconnect});
    using access::Right;
    table.push_back({"POST", "/creditors/{creditor}/ledger/import", Gate::right, Right::import_ledger, Brings::file, import, Lasts::whole});
    table.push_back({"POST", "/creditors/{creditor}/ledger/rejected", Gate::right, Right::import_ledger, Brings::file, rejected});
    table.push_back({"GET", "/creditors/{creditor}/imports", Gate::right, Right::read_cases, Brings::nothing, list});
    table.push_back({"POST", "/creditors/{creditor}/imports/{import}/undo", Gate::right, Right::import_ledger, Brings::nothing, undo});
    table.push_back({"GET", "/creditors/{creditor}/import-templates", Gate::right, Right::import_ledger, Brings::nothing, templates});
    table.push_back({"PUT", "/creditors/{creditor}/import-templates/{template}", Gate::right, Right::import_ledger, Brings::json, keep});
    table.push_back({"DELETE", "/creditors/{creditor}/import-templates/{template}", Gate::right, Right::import_ledger, Brings::nothing, drop});
}

}  // namespace frist::http
