// Exports of cases: what can be picked, one made now for one creditor or several, those a person has saved, and the files of
// those that are made by themselves.
#include "base/pch.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/sheet_wish.h"
#include "reports/making_exports.h"
#include "reports/words.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using reports::CaseExport;
using reports::ExportFile;
using reports::SavedExport;

constexpr std::int64_t most_files = 500;

reports::ExportHouse house_of(const Call& call) {
    return {*call.rooms.office, *call.world.country, call.porter, *call.rooms.exports, call.world.sheet_of, call.wall, call.now};
}

// A file to keep, under a name that may hold more than ASCII.
Response file_response(office::SheetForm form, const std::string& name, office::PassingFile file) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    std::string encoded;
    for (const char c : name) {
        if (plain.find(c) != std::string_view::npos) encoded += c;
        else encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    Response response = sheet_response(form, std::move(file));
    std::erase_if(response.headers, [](const Header& header) { return header.first == "Content-Disposition"; });
    response.with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    return response;
}

Result<Response> columns(Call& call) {
    const std::string language(call.asked("language").empty() ? std::string_view("nb") : call.asked("language"));
    if (!reports::has_language(language)) return Error{"http.choice", "language", "\"" + language + "\" is not known", "Use one of nb, nn, en, sv."};
    json::array rows;
    for (const reports::ExportColumn& one : reports::export_columns())
        rows.push_back(json::object{{"id", one.id}, {"head", reports::head_of(language, one)}, {"group", one.group}, {"kind", name_of(one.kind)}, {"summed", one.summed}});
    const std::size_t count = rows.size();
    return json_response(json::object{{"rows", std::move(rows)}, {"count", count}});
}

// The creditor of the address, and those that the body names beside it: each is asked for.
Result<Response> make(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(CaseExport ask, reports::case_export(body));
    FRIST_TRY_DONE(body.finish());
    if (ask.language.empty()) ask.language = call.record.language;
    std::vector<std::string> creditors{call.record.org_number};
    for (const std::string& number : ask.creditors)
        if (std::find(creditors.begin(), creditors.end(), number) == creditors.end()) creditors.push_back(number);
    FRIST_TRY(const std::vector<reports::ExportRoom> rooms, reports::rooms_of(house_of(call), call.who, creditors, call.job));
    FRIST_TRY(const auto out, call.world.sheet_of(ask.form, reports::export_plan(ask, rooms)));
    FRIST_TRY(const std::int64_t rows, reports::write_cases(ask, rooms, *out));
    FRIST_TRY(office::PassingFile finished, out->finish());
    FRIST_TRY([[maybe_unused]] const Done told, noted<Done>(call, "list-export", "creditor", [&]() -> Result<Done> {
        for (std::size_t i = 1; i < rooms.size(); ++i) FRIST_TRY_DONE(access::write_act(call.porter, call.who, {"list-export", rooms[i].desk.creditor, "creditor"}, call.now));
        return done;
    }));
    Response response = file_response(ask.form, reports::file_name(ask), std::move(finished));
    response.with("Frist-Rows", std::to_string(rows));
    return response;
}

json::object file_json(const ExportFile& file, const std::string& name) {
    const bool ready = file.code.empty();
    return {{"file", file.id}, {"export", file.of}, {"export_name", name}, {"due", text(file.due)}, {"made", access::text(file.made)}, {"ends", access::text(file.ends)},
            {"state", ready ? "ready" : "failed"}, {"name", file.name}, {"form", name_of(file.form)}, {"rows", file.rows}, {"bytes", file.bytes},
            {"code", ready ? json::value(nullptr) : json::value(file.code)}, {"message", ready ? json::value(nullptr) : json::value(file.message)}};
}

Result<json::object> saved_json(const Call& call, const SavedExport& saved, const std::vector<ExportFile>& files) {
    FRIST_TRY(json::value ask, parse_json(saved.body));
    const auto next = reports::next_day(saved, call.wall.day);
    const auto last = std::find_if(files.begin(), files.end(), [&](const ExportFile& file) { return file.of == saved.id; });
    json::object shown{{"export", saved.id}, {"version", saved.version}, {"name", saved.name}, {"ask", std::move(ask)}, {"schedule", nullptr}};
    if (saved.every != reports::Every::never)
        shown["schedule"] = json::object{{"every", name_of(saved.every)}, {"on", saved.on == 0 ? json::value(nullptr) : json::value(saved.on)}};
    shown["next"] = next ? json::value(text(*next)) : json::value(nullptr);
    shown["last"] = last == files.end() ? json::value(nullptr) : json::value(file_json(*last, saved.name));
    return shown;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const auto saved, call.rooms.exports->exports_of(call.who.person));
    FRIST_TRY(const auto files, call.rooms.exports->files_of(call.who.person, most_files));
    json::array rows;
    for (const SavedExport& one : saved) {
        FRIST_TRY(json::object shown, saved_json(call, one, files));
        rows.push_back(std::move(shown));
    }
    const std::size_t count = rows.size();
    return json_response(json::object{{"rows", std::move(rows)}, {"count", count}});
}

// {"name", "ask", "schedule"}. What it asks for is read now, so that a mistake is told to who makes it.
Result<SavedExport> wanted(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    SavedExport saved;
    FRIST_TRY(saved.name, body.text("name"));
    FRIST_TRY(JsonObject asked, body.object("ask"));
    FRIST_TRY(const CaseExport ask, reports::case_export(asked));
    FRIST_TRY_DONE(asked.finish());
    FRIST_TRY([[maybe_unused]] const auto rooms, reports::rooms_of(house_of(call), call.who, ask.creditors, nullptr));
    saved.body = json::serialize(reports::json_of(ask));
    if (body.has("schedule")) {
        FRIST_TRY(JsonObject schedule, body.object("schedule"));
        FRIST_TRY(const auto every, choice_or_none<reports::Every>(schedule, "every"));
        if (!every) return schedule.missing("every", "Say day, week or month.");
        saved.every = *every;
        FRIST_TRY(const std::int64_t on, schedule.whole_or("on", 0));
        saved.on = static_cast<int>(std::clamp<std::int64_t>(on, -1, 99));
        FRIST_TRY_DONE(schedule.finish());
    }
    FRIST_TRY_DONE(body.finish());
    saved.since = call.wall.day;
    return saved;
}

Result<Response> answer(Call& call, office::Id id, int status) {
    FRIST_TRY(const SavedExport saved, reports::own_export(*call.rooms.exports, call.who, id));
    FRIST_TRY(const auto files, call.rooms.exports->files_of(call.who.person, most_files));
    FRIST_TRY(const json::object shown, saved_json(call, saved, files));
    Response response = json_response(shown, status);
    response.with("ETag", fmt::format("\"{}\"", saved.version));
    return response;
}

Result<Response> save(Call& call) {
    FRIST_TRY(const SavedExport wish, wanted(call));
    FRIST_TRY(const office::Id id, reports::put_export(*call.rooms.exports, call.who, wish));
    return answer(call, id, 201);
}

// Of which version the change is made: that of If-Match, else that which is there. With the same days it is due as it was.
Result<Response> change(Call& call) {
    FRIST_TRY(SavedExport wish, wanted(call));
    FRIST_TRY(wish.id, call.number("export"));
    FRIST_TRY(const SavedExport before, reports::own_export(*call.rooms.exports, call.who, wish.id));
    FRIST_TRY_DONE(still_the_same(call, fmt::format("\"{}\"", before.version)));
    wish.version = before.version + 1;
    if (wish.every == before.every && wish.on == before.on) wish.since = before.since;
    FRIST_TRY(const office::Id id, reports::put_export(*call.rooms.exports, call.who, wish));
    return answer(call, id, 200);
}

Result<Response> drop(Call& call) {
    FRIST_TRY(const office::Id id, call.number("export"));
    FRIST_TRY_DONE(reports::drop_export(*call.rooms.exports, call.who, id));
    return Response{204, {}, {}};
}

Result<Response> files(Call& call) {
    FRIST_TRY(const auto saved, call.rooms.exports->exports_of(call.who.person));
    FRIST_TRY(const auto found, call.rooms.exports->files_of(call.who.person, most_files));
    json::array rows;
    for (const ExportFile& file : found) {
        if (file.ends <= call.now) continue;
        const auto of = std::find_if(saved.begin(), saved.end(), [&](const SavedExport& one) { return one.id == file.of; });
        rows.push_back(file_json(file, of == saved.end() ? "" : of->name));
    }
    const std::size_t count = rows.size();
    return json_response(json::object{{"rows", std::move(rows)}, {"count", count}});
}

// One's own, as long as one may export: a right that has gone takes its files along.
Result<Response> file(Call& call) {
    FRIST_TRY(const office::Id id, call.number("file"));
    FRIST_TRY(const std::optional<ExportFile> found, call.rooms.exports->file(id));
    if (!found || found->person != call.who.person || found->ends <= call.now || !found->code.empty())
        return Error{"export.file", fmt::format("file {}", id), "there is no such file of yours, or it has gone", "Look at the list of files, or make the export anew."};
    for (const office::Id creditor : found->creditors.creditors) FRIST_TRY_DONE(access::may(call.who, access::Right::export_data, creditor));
    FRIST_TRY(office::PassingFile fetched, call.world.passing_file());
    FRIST_TRY_DONE(reports::fetch(*call.rooms.exports, id, fetched));
    return file_response(found->form, found->name, std::move(fetched));
}

}  // namespace

void add_export_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/export-columns", Gate::who, {}, Brings::nothing, columns});
    table.push_back({"POST", "/creditors/{creditor}/exports", Gate::right, access::Right::export_data, Brings::json, make, Lasts::whole, Keeps::answer, Spans::several});
    table.push_back({"GET", "/exports", Gate::person, {}, Brings::nothing, list});
    table.push_back({"POST", "/exports", Gate::person, {}, Brings::json, save});
    table.push_back({"PUT", "/exports/{export}", Gate::person, {}, Brings::json, change});
    table.push_back({"DELETE", "/exports/{export}", Gate::person, {}, Brings::nothing, drop});
    table.push_back({"GET", "/export-files", Gate::person, {}, Brings::nothing, files});
    table.push_back({"GET", "/export-files/{file}", Gate::person, {}, Brings::nothing, file});
}

}  // namespace frist::http
