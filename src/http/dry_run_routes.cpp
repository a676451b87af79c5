// What would happen in the next days: played on a copy in memory, so that asking changes nothing.
#include "base/pch.h"
#include "http/debtor_json.h"
#include "http/problem.h"
#include "http/reading.h"
#include "office/courses.h"
#include "office/dry_run.h"
#include "office/explain.h"

namespace frist::http {
namespace {

namespace json = boost::json;

constexpr std::int64_t most_days = 400;
constexpr std::int64_t most_rows = 20'000;

// A course by its name, or written out; empty: the one of the settings.
Result<std::optional<cases::Course>> tried_course(const Call& call, JsonObject& body, const char* name, cases::Relation relation) {
    using Answer = std::optional<cases::Course>;
    const json::value* written = body.find(name);
    if (written == nullptr || written->is_null()) return Answer{};
    if (written->is_string()) {
        FRIST_TRY(const office::KeptCourse kept, office::course_named(call.desk(), std::string_view(written->get_string()), name));
        return Answer{kept.course};
    }
    FRIST_TRY(const office::Checked checked, office::checked_course(call.desk(), call.record.mode, *written, relation));
    if (!checked.wrong.empty()) return checked.wrong.front();
    return checked.course;
}

json::value optional(const auto& value) { return value ? json::value(text(*value)) : json::value(nullptr); }

struct Names {
    Debtors debtors;
    Result<std::string> of(office::Id debtor) {
        if (debtor == 0) return std::string();
        FRIST_TRY(const Known* known, debtors.of(debtor));
        return known->record.name;
    }
};

Result<json::object> row_json(Names& names, const office::DryRunRow& row) {
    FRIST_TRY(const std::string name, names.of(row.debtor));
    json::object object{{"on", text(row.on)}, {"case", row.case_id}, {"debtor", row.debtor}, {"name", name}, {"what", row.what}};
    if (row.kind) object["kind"] = name_of(*row.kind);
    if (!row.invoices.empty()) object["invoices"] = json::array(row.invoices.begin(), row.invoices.end());
    if (row.letter != 0) {
        object["letter"] = row.letter;
        object["fee"] = text(row.fee);
        object["total"] = optional(row.total);
        object["deadline"] = optional(row.deadline);
        object["channel"] = row.channel ? json::value(name_of(*row.channel)) : json::value(nullptr);
        object["postage"] = optional(row.postage);
    }
    object["because"] = office::json_of(row.because);
    return object;
}

Result<json::array> stops_json(Names& names, const std::vector<office::DryRunStop>& stops) {
    json::array list;
    for (const office::DryRunStop& stop : stops) {
        FRIST_TRY(const std::string name, names.of(stop.debtor));
        json::object object{{"case", stop.case_id}, {"debtor", stop.debtor}, {"name", name}, {"invoice", stop.invoice}, {"since", text(stop.since)}, {"reason", reason_json(stop.reason)}};
        if (stop.kind) object["kind"] = name_of(*stop.kind);
        list.push_back(std::move(object));
    }
    return list;
}

// What the days bring, by kind of letter, by event and by day.
json::object sums_json(const office::DryRun& run, Currency currency) {
    struct Sum {
        int letters = 0;
        Money fees;
    };
    std::map<Date, Sum> days;
    std::map<cases::StepKind, int> kinds;
    std::map<std::string, int> events;
    Money fees(0, currency);
    Money postage(0, currency);
    int unpriced = 0;
    for (const office::DryRunRow& row : run.rows) {
        ++events[row.what];
        if (row.letter == 0) continue;
        Sum& day = days.try_emplace(row.on, Sum{0, Money(0, currency)}).first->second;
        ++day.letters;
        ++kinds[*row.kind];
        day.fees += row.fee;
        fees += row.fee;
        if (row.postage) postage += *row.postage;
        else ++unpriced;
    }
    json::array by_day;
    for (const auto& [day, sum] : days) by_day.push_back(json::object{{"on", text(day)}, {"letters", sum.letters}, {"fees", text(sum.fees)}});
    json::object by_kind;
    for (const auto& [kind, count] : kinds) by_kind[name_of(kind)] = count;
    json::object by_event;
    for (const auto& [what, count] : events) by_event[what] = count;
    return {{"days", std::move(by_day)}, {"letters", std::move(by_kind)}, {"events", std::move(by_event)}, {"fees", text(fees)}, {"postage", text(postage)}, {"without_price", unpriced}};
}

json::array samples_json(const office::DryRun& run) {
    json::array list;
    for (const office::DryRunSample& sample : run.samples)
        list.push_back(json::object{{"case", sample.case_id}, {"on", text(sample.on)}, {"kind", name_of(sample.kind)}, {"language", name_of(sample.letter.language)}, {"title", sample.letter.title}, {"words", letters::plain_text(sample.letter)}});
    return list;
}

Result<Response> play(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    office::DryRunAsk ask;
    FRIST_TRY(const std::int64_t days, body.whole_or("days", ask.days));
    if (days < 1 || days > most_days) return body.wrong("days", fmt::format("must be 1 to {}", most_days), "Give a number of days in that range.");
    ask.days = static_cast<int>(days);
    FRIST_TRY(ask.start, body.truth_or("start", true));
    FRIST_TRY(ask.approve, body.truth_or("approve", true));
    FRIST_TRY(ask.course_person, tried_course(call, body, "course_person", cases::Relation::consumer));
    FRIST_TRY(ask.course_business, tried_course(call, body, "course_business", cases::Relation::business));
    FRIST_TRY_DONE(body.finish());
    FRIST_TRY(const auto copy, call.world.sandbox(call.creditor));
    office::Desk desk = call.desk();
    const office::Desk dry{*copy, desk.country, desk.creditor, desk.today};
    FRIST_TRY(const office::DryRun run, office::dry_run(dry, call.record, ask, call.world.make_kid_of_length(call.record.kid_length)));
    Names names{Debtors(call)};
    json::array rows;
    for (const office::DryRunRow& row : run.rows) {
        if (rows.size() == most_rows) break;
        FRIST_TRY(json::object object, row_json(names, row));
        rows.push_back(std::move(object));
    }
    FRIST_TRY(json::array stops, stops_json(names, run.stops));
    return json_response(json::object{{"from", text(run.from)}, {"until", text(run.until)}, {"count", run.rows.size()}, {"rows", std::move(rows)}, {"stops", std::move(stops)},
                                      {"sums", sums_json(run, call.world.country->currency())}, {"samples", samples_json(run)}});
}

}  // namespace

void add_dry_run_routes(std::vector<Route>& table) {
    table.push_back({"POST", "/creditors/{creditor}/dry-run", Gate::right, access::Right::read_settings, Brings::json, play});
}

}  // namespace frist::http
