// The wordings of the letters: ours and the creditor's own, held against the law and measured as they are written.
#include "access/people.h"
#include "base/pch.h"
#include "http/noting.h"
#include "http/paper.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/settings.h"
#include "office/wordings.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Wording;

template <class E>
Result<E> word_of(const Call& call, std::string_view name, const char* code) {
    if (const auto value = enum_of<E>(call.at(name))) return *value;
    return Error{code, std::string(name), "\"" + call.at(name) + "\" is not known", fmt::format("Use one of {}.", fmt::join(names_of(E{}), ", "))};
}

Result<Wording> wording_of(const Call& call) {
    Wording which;
    FRIST_TRY(which.kind, word_of<letters::Kind>(call, "kind", "text.kind"));
    FRIST_TRY(which.language, word_of<letters::Language>(call, "language", "text.language"));
    return which;
}

std::string name_of_text(const Wording& which) { return fmt::format("{}.{}.txt", name_of(which.kind), name_of(which.language)); }

json::object clarity_json(const letters::Clarity& clarity) {
    json::array findings;
    for (const letters::Finding& finding : clarity.findings) findings.push_back(json::object{{"line", finding.line}, {"detail", finding.message}, {"remedy", finding.remedy}});
    return {{"score", clarity.score()}, {"least", letters::least_score}, {"lix", clarity.lix()}, {"words", clarity.words}, {"sentences", clarity.sentences}, {"long_words", clarity.long_words}, {"findings", std::move(findings)}};
}

Result<Response> list(Call& call) {
    json::array rows;
    for (std::size_t k = 0; k < names_of(letters::Kind{}).size(); ++k)
        for (std::size_t l = 0; l < names_of(letters::Language{}).size(); ++l) {
            const Wording which{static_cast<letters::Kind>(k), static_cast<letters::Language>(l)};
            const office::AdaptedText* own = office::own_wording(call.record, which);
            FRIST_TRY(const std::string ours, office::our_wording(which));
            const letters::Clarity clarity = letters::clarity_of(which.kind, own != nullptr ? own->bytes : ours);
            rows.push_back(json::object{{"kind", name_of(which.kind)}, {"language", name_of(which.language)}, {"own", own != nullptr}, {"score", clarity.score()}, {"lix", clarity.lix()}});
        }
    return json_response(json::object{{"rows", std::move(rows)}});
}

// The day and the person a wording was last changed by, as fields of `body`.
Outcome add_mark(const Call& call, const Wording& which, json::object& body) {
    const office::SettingMark* mark = office::mark_of_wording(call.record, which.kind, which.language);
    body["set_on"] = mark != nullptr ? json::value(text(mark->on)) : json::value(nullptr);
    body["set_by"] = nullptr;
    if (mark == nullptr || mark->by == 0) return done;
    FRIST_TRY(const auto known, access::names(call.porter, call.who, {mark->by}));
    for (const auto& [person, name] : known)
        if (person == mark->by) body["set_by"] = name;
    return done;
}

Result<Response> text_json(const Call& call, const Wording& which) {
    const office::AdaptedText* own = office::own_wording(call.record, which);
    FRIST_TRY(const std::string ours, office::our_wording(which));
    const letters::Clarity clarity = letters::clarity_of(which.kind, own != nullptr ? own->bytes : ours);
    json::object body{{"kind", name_of(which.kind)}, {"language", name_of(which.language)}, {"ours", ours}, {"own", own != nullptr ? json::value(own->bytes) : json::value(nullptr)},
                                                   {"reason", own != nullptr ? own->reason : ""}, {"clarity", clarity_json(clarity)}};
    FRIST_TRY_DONE(add_mark(call, which, body));
    Response response = json_response(body);
    response.with("ETag", etag_of(own != nullptr ? own->bytes : ours));
    return response;
}

Result<Response> show(Call& call) {
    FRIST_TRY(const Wording which, wording_of(call));
    return text_json(call, which);
}

// The mistake, or how plain it is; nothing is kept.
Result<Response> check(Call& call) {
    FRIST_TRY(const Wording which, wording_of(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string text, body.text("text"));
    FRIST_TRY_DONE(body.finish());
    const auto checked = office::checked_wording(which, name_of_text(which), text);
    if (!checked.ok() && checked.error().code.starts_with("store.")) return checked.error();
    return json_response(json::object{{"wrong", checked.ok() ? json::value(nullptr) : json::value(reason_json(checked.error()))},
                                      {"clarity", checked.ok() ? json::value(clarity_json(checked->clarity)) : json::value(nullptr)}});
}

// With invented facts: the text in the body, or the one in use.
Result<Response> preview(Call& call) {
    FRIST_TRY(const Wording which, wording_of(call));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string text, body.text_or("text", ""));
    FRIST_TRY_DONE(body.finish());
    std::optional<office::CheckedWording> checked;
    if (!text.empty()) {
        FRIST_TRY(checked, office::checked_wording(which, name_of_text(which), text));
    }
    FRIST_TRY(const letters::Letter letter, office::example_letter(call.record, which, checked ? &*checked : nullptr));
    FRIST_TRY(std::string pdf, call.world.pdf_of(letter));
    return pdf_response(std::move(pdf), fmt::format("{}_{}.pdf", name_of(which.kind), name_of(which.language)));
}

Result<Response> kept(Call& call, const office::CreditorRecord& before, const Wording& which, const char* what) {
    office::mark_changes(before, call.record, call.who.person, call.wall.day);
    const auto outcome = noted<Done>(call, what, "text", [&] { return call.rooms.office->set_creditor(call.creditor, office::stored(call.record)); });
    if (!outcome.ok()) return outcome.error();
    return text_json(call, which);
}

Outcome as_seen(const Call& call, const Wording& which) {
    const office::AdaptedText* own = office::own_wording(call.record, which);
    FRIST_TRY(const std::string ours, office::our_wording(which));
    return still_the_same(call, etag_of(own != nullptr ? own->bytes : ours));
}

Result<Response> use(Call& call) {
    FRIST_TRY(const Wording which, wording_of(call));
    FRIST_TRY_DONE(as_seen(call, which));
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(std::string text, body.text("text"));
    FRIST_TRY(const std::string reason, body.text_or("reason", ""));
    FRIST_TRY_DONE(body.finish());
    const office::CreditorRecord before = call.record;
    const auto used = office::use_wording(call.record, which, name_of_text(which), std::move(text), reason);
    if (!used.ok()) return used.error();
    return kept(call, before, which, "text-use");
}

Result<Response> drop(Call& call) {
    FRIST_TRY(const Wording which, wording_of(call));
    FRIST_TRY_DONE(as_seen(call, which));
    const office::CreditorRecord before = call.record;
    office::drop_wording(call.record, which);
    return kept(call, before, which, "text-drop");
}

}  // namespace

void add_text_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/texts", Gate::right, access::Right::read_settings, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/texts/{kind}/{language}", Gate::right, access::Right::read_settings, Brings::nothing, show});
    table.push_back({"POST", "/creditors/{creditor}/texts/{kind}/{language}/check", Gate::right, access::Right::read_settings, Brings::json, check});
    table.push_back({"POST", "/creditors/{creditor}/texts/{kind}/{language}/preview", Gate::right, access::Right::read_settings, Brings::json, preview});
    table.push_back({"PUT", "/creditors/{creditor}/texts/{kind}/{language}", Gate::right, access::Right::manage_creditor, Brings::json, use});
    table.push_back({"DELETE", "/creditors/{creditor}/texts/{kind}/{language}", Gate::right, access::Right::manage_creditor, Brings::nothing, drop});
}

}  // namespace frist::http
