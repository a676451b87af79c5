#include "base/pch.h"
#include "http/debtor_json.h"
#include "http/noting.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "office/courses.h"
#include "party/contact.h"
#include "party/org_number.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::size_t most_at_once = 10'000;   // of one call

Result<json::object> row_json(Debtors& debtors, const office::DebtorLine& line) {
    FRIST_TRY(const Known* const debtor, debtors.of(line.debtor.debtor));
    json::object body = debtor_brief_json(debtor->row, debtor->record);
    body["signs"] = signs_json(line.debtor.signs);
    body["running"] = line.running;
    body["open"] = line.open ? json::value(text(*line.open)) : json::value(nullptr);
    return body;
}

Result<Response> list(Call& call) {
    FRIST_TRY(const office::DebtorAsk ask, debtor_ask(call, words_of_query(call)));
    FRIST_TRY(const office::Window window, window_of(call));
    FRIST_TRY(const office::DebtorPage page, call.rooms.cases->debtors(ask, window));
    Debtors debtors(call);
    json::array rows;
    for (const office::DebtorLine& line : page.rows) {
        FRIST_TRY(json::object one, row_json(debtors, line));
        rows.push_back(std::move(one));
    }
    return json_response(json::object{{"rows", std::move(rows)}, {"count", page.count}});
}

Result<json::array> cases_of(const Call& call, office::Id debtor) {
    office::CaseAsk ask;
    ask.creditor = call.creditor;
    ask.day = call.wall.day;
    ask.debtor = debtor;
    FRIST_TRY(const office::CasePage page, call.rooms.cases->page(ask, {0, 1000, std::nullopt}, *call.rooms.office, *call.rooms.index));
    json::array rows;
    for (const office::CaseLine& line : page.rows) rows.push_back(line_json(line));
    return rows;
}

Result<Response> show(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    FRIST_TRY(const Known debtor, debtor_of(call, id));
    return debtor_answer(call, debtor);
}

// A new address is kept beside the one before; a protected debtor gets none.
Outcome take_move(const Call& call, JsonObject& body, office::DebtorRecord& record) {
    if (!body.has("address")) return done;
    if (record.protected_address) return Error{"debtor.protected", "address", "the debtor's address is protected and is not kept here", "Say first that it no longer is."};
    office::PostalAddress to = record.address;
    FRIST_TRY_DONE(take_address(body, to));
    if (!to.complete()) return Error{"debtor.address", body.at("address"), "an address has a postal code and a place", "Give the whole address."};
    office::move_to(record, to, "hand", call.wall.day);
    return done;
}

Outcome take_number(JsonObject& body, office::DebtorRecord& record) {
    if (!body.has("org_number")) return done;
    FRIST_TRY(const std::string written, body.text("org_number"));
    record.org_number.clear();
    if (written.empty()) return done;
    const auto number = party::read_org_number(written);
    if (!number.ok()) return Error{number.error().code, "org_number", number.error().message, number.error().remedy};
    record.org_number = *number;
    return done;
}

Error bad_group() { return {"debtor.group", "group", "is no name of a group", "Use one line of at most 60 characters, or leave it empty."}; }

Outcome take(const Call& call, JsonObject& body, office::DebtorRecord& record) {
    FRIST_TRY_DONE(take_text(body, "name", record.name));
    if (record.name.empty()) return body.wrong("name", "is empty", "Write the debtor's name.");
    FRIST_TRY(const auto kind, choice_or_none<cases::DebtorKind>(body, "kind"));
    if (kind) {
        record.kind = *kind;
        record.kind_known = true;
        record.relation = usual_relation(*kind);
    }
    FRIST_TRY_DONE(take_relation(body, record));
    FRIST_TRY_DONE(take_number(body, record));
    FRIST_TRY_DONE(take_move(call, body, record));
    const std::string email = record.email;
    FRIST_TRY_DONE(take_text(body, "email", record.email));
    if (!record.email.empty() && record.email != email && !party::email_shaped(record.email)) return Error{"debtor.email", "email", "is no e-mail address", "Write it as name@host, or leave it empty."};
    if (record.email != email) record.email_bounced_on.reset();
    const std::string phone = record.phone;
    FRIST_TRY_DONE(take_text(body, "phone", record.phone));
    if (!record.phone.empty() && record.phone != phone && !party::phone_shaped(record.phone)) return Error{"debtor.phone", "phone", "is no telephone number", "Write 5 to 15 digits, with + and the country's number before them where it is foreign, or leave it empty."};
    FRIST_TRY_DONE(take_text(body, "language", record.language));
    FRIST_TRY_DONE(take_text(body, "group", record.group));
    if (!office::good_group(record.group)) return bad_group();
    FRIST_TRY(record.never_electronic, body.truth_or("never_electronic", record.never_electronic));
    FRIST_TRY_DONE(take_text(body, "course", record.course));
    if (!record.course.empty()) FRIST_TRY_DONE(office::course_named(call.desk(), record.course, "course"));
    return body.finish();
}

Result<Response> change(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    const std::function<Result<Known>()> work = [&]() -> Result<Known> {
        FRIST_TRY(Known debtor, debtor_of(call, id));
        FRIST_TRY_DONE(still_the_same(call, etag_of(debtor.row.record)));
        json::value keep;
        FRIST_TRY(JsonObject body, body_of(call, keep));
        const office::DebtorRecord before = debtor.record;
        FRIST_TRY_DONE(take(call, body, debtor.record));
        office::set_by_person(debtor.record, before);
        debtor.row.record = office::stored(debtor.record);
        FRIST_TRY(debtor.row.id, call.rooms.office->put_debtor(call.creditor, debtor.row.key, debtor.row.record));
        return debtor;
    };
    FRIST_TRY(const Known changed, noted(call, "debtor-change", fmt::format("debtor {}", id), work));
    return debtor_answer(call, changed);
}

Result<Response> groups(Call& call) {
    FRIST_TRY(const auto known, call.rooms.cases->groups(call.creditor, call.wall.day));
    json::array rows;
    for (const office::Group& group : known) rows.push_back(json::object{{"name", group.name}, {"debtors", group.debtors}});
    return json_response(json::object{{"rows", std::move(rows)}});
}

// Which debtors are meant: those named, each once, or all that match a filter.
Result<std::vector<office::Id>> meant(const Call& call, JsonObject& body) {
    if (body.has("debtors") == body.has("filter")) return Error{"http.bulk", "filter", "say either which debtors or a filter", "Give debtors, or a filter; an empty filter is all of them."};
    std::vector<office::Id> ids;
    if (body.has("debtors")) {
        FRIST_TRY(const auto list, body.list("debtors"));
        for (const auto& [value, place] : list) {
            if (!value->is_int64() || value->as_int64() < 1) return Error{"json.type", place, "is no number of a debtor", "Give numbers of debtors."};
            ids.push_back(value->as_int64());
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    } else {
        FRIST_TRY(const ListWords words, words_of_filter(body, ListOf::debtors));
        FRIST_TRY(const office::DebtorAsk ask, debtor_ask(call, words));
        FRIST_TRY(ids, call.rooms.cases->debtor_ids(ask));
    }
    if (ids.size() > most_at_once) return Error{"http.bulk", "filter", fmt::format("{} debtors match, and at most {} are taken at once", ids.size(), most_at_once), "Narrow the filter and go on with the rest."};
    FRIST_TRY(const std::int64_t seen, body.whole_or("count", static_cast<std::int64_t>(ids.size())));
    if (static_cast<std::size_t>(seen) != ids.size()) return Error{"bulk.changed", "count", fmt::format("{} debtors match now, and {} were seen", ids.size(), seen), "Look at the list again; nothing was done."};
    return ids;
}

// Puts debtors into one group, or out of theirs; what they were in comes back with the answer, so that it can be undone.
Result<Response> regroup(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(const std::string group, body.text("group"));
    if (!office::good_group(group)) return bad_group();
    FRIST_TRY(const std::vector<office::Id> ids, meant(call, body));
    FRIST_TRY_DONE(body.finish());
    std::map<std::string, json::array> before;
    const std::function<Outcome()> work = [&]() -> Outcome {
        for (const office::Id id : ids) {
            FRIST_TRY(Known debtor, debtor_of(call, id));
            if (debtor.record.group == group) continue;
            before[debtor.record.group].emplace_back(id);
            debtor.record.group = group;
            FRIST_TRY(debtor.row.id, call.rooms.office->put_debtor(call.creditor, debtor.row.key, office::stored(debtor.record)));
        }
        return done;
    };
    FRIST_TRY([[maybe_unused]] const Done changed, noted<Done>(call, "debtors-group", fmt::format("debtors {}", ids.size()), work));
    json::array were;
    std::size_t count = 0;
    for (auto& [name, debtors] : before) {
        count += debtors.size();
        were.push_back(json::object{{"group", name}, {"debtors", std::move(debtors)}});
    }
    return json_response(json::object{{"count", ids.size()}, {"changed", count}, {"before", std::move(were)}});
}

// How long it must be kept who the debtor is, and why.
Result<Response> kept(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    FRIST_TRY(const office::Keeping keep, office::keeping(call.desk(), *call.rooms.personal, id));
    json::array open;
    if (keep.trace.open_cases > 0) open.emplace_back("cases");
    if (keep.trace.open_invoices > 0) open.emplace_back("invoices");
    if (keep.trace.owed) open.emplace_back("money");
    const auto day = [](const std::optional<Date>& on) { return on ? json::value(text(*on)) : json::value(nullptr); };
    return json_response(json::object{{"forgotten", keep.forgotten}, {"open", std::move(open)}, {"last", day(keep.trace.last)}, {"from", day(keep.from)}, {"section", keep.section}});
}

// Who the debtor is goes; the cases and the books stay. The papers are removed when that has been kept.
Result<Response> forget(Call& call) {
    FRIST_TRY(const office::Id id, call.number("debtor"));
    const std::function<Outcome()> work = [&] { return office::forget(call.desk(), *call.rooms.personal, id, call.record.language); };
    FRIST_TRY([[maybe_unused]] const Done gone, noted<Done>(call, "debtor-forget", fmt::format("debtor {}", id), work));
    FRIST_TRY_DONE(office::remove_papers(call.desk(), *call.rooms.personal, id, [&](const std::string& name) { return call.world.archive->forget(name); }));
    FRIST_TRY(const Known debtor, debtor_of(call, id));
    return debtor_answer(call, debtor);
}

}  // namespace

Result<Response> debtor_answer(const Call& call, const Known& debtor) {
    json::object body = debtor_brief_json(debtor.row, debtor.record);
    body["address"] = address_json(debtor.record.address);
    body["relation"] = name_of(debtor.record.relation);
    body["language"] = debtor.record.language;
    body["never_electronic"] = debtor.record.never_electronic;
    body["course"] = debtor.record.course;
    body["address_source"] = debtor.record.address_source;
    body["address_since"] = debtor.record.address_since ? json::value(text(*debtor.record.address_since)) : json::value(nullptr);
    if (debtor.record.ledger && !debtor.record.ledger->address.lines().empty()) {
        const auto lines = debtor.record.ledger->address.lines();
        body["ledger_address"] = json::object{{"address", address_json(debtor.record.ledger->address)}, {"lines", json::array(lines.begin(), lines.end())}, {"since", text(debtor.record.ledger->address_since.value_or(call.wall.day))}};
    } else {
        body["ledger_address"] = nullptr;
    }
    json::array earlier;
    for (const office::EarlierAddress& one : debtor.record.earlier_addresses) {
        const auto lines = one.address.lines();
        earlier.push_back(json::object{{"lines", json::array(lines.begin(), lines.end())}, {"until", text(one.until)}, {"source", one.source}});
    }
    body["earlier_addresses"] = std::move(earlier);
    json::array checks;
    for (const office::AddressCheck& one : debtor.record.checks) checks.push_back(json::object{{"where", one.where}, {"on", text(one.on)}, {"result", one.result}, {"by", one.by}});
    body["checks"] = std::move(checks);
    body["look_up"] = static_cast<bool>(call.world.firm);
    body["address_doubtful"] = debtor.record.address_doubtful;
    body["dead_on"] = debtor.record.dead_on ? json::value(text(*debtor.record.dead_on)) : json::value(nullptr);
    body["bankrupt_on"] = debtor.record.bankrupt_on ? json::value(text(*debtor.record.bankrupt_on)) : json::value(nullptr);
    FRIST_TRY(body["cases"], cases_of(call, debtor.row.id));
    Response response = json_response(body);
    response.with("ETag", etag_of(debtor.row.record));
    return response;
}

void add_debtor_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/creditors/{creditor}/debtors", Gate::right, access::Right::read_cases, Brings::nothing, list});
    table.push_back({"GET", "/creditors/{creditor}/groups", Gate::right, access::Right::read_cases, Brings::nothing, groups});
    table.push_back({"POST", "/creditors/{creditor}/debtors/group", Gate::right, access::Right::act_on_cases, Brings::json, regroup});
    table.push_back({"GET", "/creditors/{creditor}/debtors/{debtor}", Gate::right, access::Right::read_cases, Brings::nothing, show});
    table.push_back({"GET", "/creditors/{creditor}/debtors/{debtor}/keeping", Gate::right, access::Right::read_cases, Brings::nothing, kept});
    table.push_back({"POST", "/creditors/{creditor}/debtors/{debtor}/forget", Gate::right, access::Right::manage_creditor, Brings::nothing, forget, Lasts::moment, Keeps::nothing});
    table.push_back({"PATCH", "/creditors/{creditor}/debtors/{debtor}", Gate::right, access::Right::act_on_cases, Brings::json, change});
}

}  // namespace frist::http
