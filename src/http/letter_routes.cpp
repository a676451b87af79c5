#include "base/pch.h"
#include "http/case_json.h"
#include "http/noting.h"
#include "http/outbox_json.h"
#include "http/paper.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/explain.h"
#include "office/preview.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// Each letter is written and asked of the gate before it is shown.
constexpr std::int64_t usual_letters = 1'000;
constexpr std::int64_t most_letters = 10'000;

Result<Response> letters(Call& call) {
    FRIST_TRY(const std::int64_t days, asked_whole(call, "days", 14, 0, 90));
    FRIST_TRY(const std::int64_t most, asked_whole(call, "limit", usual_letters, 1, most_letters));
    FRIST_TRY(const office::Outbox outbox, office::outbox(call.desk(), call.record, static_cast<std::size_t>(most)));
    FRIST_TRY(const auto coming, office::coming(call.desk(), outbox, static_cast<int>(days), static_cast<int>(most)));
    Debtors debtors(call);
    FRIST_TRY(json::array ready, ready_json(call, debtors, outbox));
    FRIST_TRY(json::array held, held_json(call, debtors, outbox.held));
    FRIST_TRY(json::array ahead, coming_json(call, debtors, coming.list));
    return json_response(json::object{{"ready", std::move(ready)}, {"held", std::move(held)}, {"coming", std::move(ahead)}, {"unseen", outbox.unseen}, {"coming_whole", coming.whole}});
}

// The bytes that left, as they were kept; their hash is looked at, so that a changed file is never shown as the letter.
Result<Response> letter_pdf(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    FRIST_TRY(const office::Id number, call.number("letter"));
    const Error none{"letter.none", "letter", "no PDF of this letter is kept", "It is made when the letter is printed."};
    FRIST_TRY(const auto row, call.rooms.office->letter(call.creditor, id, static_cast<int>(number)));
    if (!row || row->file.empty()) return none;
    const Result<std::string> bytes = call.world.kept_letter(*row);
    if (!bytes.ok()) return bytes.error();
    return pdf_response(*bytes, row->file);
}

Result<Response> preview(Call& call) {
    FRIST_TRY(const office::Id id, call.number("case"));
    const std::string_view word = call.asked("as");
    const std::optional<As> as = word.empty() ? As::pdf : enum_of<As>(word);
    if (!as) return Error{"http.query", "as", "\"" + std::string(word) + "\" is not known", "Say words or pdf."};
    FRIST_TRY(const office::Preview made, office::preview(call.desk(), call.record, id));
    if (*as == As::words) {
        json::object body{{"case", id}, {"letter", made.row.letter}, {"kind", name_of(made.row.kind)}, {"title", made.letter.title}, {"words", letters::plain_text(made.letter)},
                          {"from", made.from ? json::value(text(*made.from)) : json::value(nullptr)}, {"reasons", refusals_json(made.refusals)}};
        return json_response(body);
    }
    FRIST_TRY(std::string bytes, call.world.pdf_of(made.letter));
    return pdf_response(std::move(bytes), fmt::format("case{}_{}.pdf", id, name_of(made.row.kind)));
}

Result<Response> print(Call& call) {
    FRIST_TRY(Printed printed, call.world.print(call.desk(), call.record));
    if (printed.count == 0) return Response{204, {}, {}};
    const auto kept = noted<Done>(call, "letters-print", fmt::format("letters {}", printed.count), [] { return Result<Done>(done); });
    if (!kept.ok()) return kept.error();
    return pdf_response(std::move(printed.pdf), fmt::format("letters_{}.pdf", text(call.wall.day)));
}

Result<Response> posted(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const auto on, day_or_none(body, "on"));
    FRIST_TRY_DONE(body.finish());
    const std::function<Result<office::Posted>()> work = [&] { return office::posted(call.desk(), on.value_or(call.wall.day)); };
    FRIST_TRY(const office::Posted left, noted(call, "letters-posted", "letters", work));
    Debtors debtors(call);
    FRIST_TRY(json::array refused, held_json(call, debtors, left.refused));
    return json_response(json::object{{"count", left.count}, {"refused", std::move(refused)}});
}

}  // namespace

void add_letter_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/letters", Gate::right, access::Right::read_cases, Brings::nothing, letters});
    table.push_back({"POST", "/creditors/{creditor}/letters/print", Gate::right, access::Right::send_letters, Brings::nothing, print, Lasts::parts});
    table.push_back({"POST", "/creditors/{creditor}/letters/posted", Gate::right, access::Right::send_letters, Brings::json, posted});
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/letters/{letter}", Gate::right, access::Right::read_cases, Brings::nothing, letter_pdf});
    table.push_back({"GET", "/creditors/{creditor}/cases/{case}/preview", Gate::right, access::Right::read_cases, Brings::nothing, preview});
}

}  // namespace frist::http
