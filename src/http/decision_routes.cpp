// What waits for a person's yes or choice, over every creditor one may see: one round of decisions for those who work for
// many. Each is decided with the act of its case.
#include "base/pch.h"
#include "http/case_json.h"
#include "http/problem.h"
#include "http/reading.h"
#include "http/register_json.h"
#include "office/automation.h"

namespace frist::http {
namespace {

namespace json = boost::json;
using office::Act;

constexpr std::int64_t usual_rows = 200;
constexpr std::int64_t most_rows = 500;

// What ends the waiting. Everything else about the case is done on its own page.
bool decides(Act act) { return act == Act::approve_letter || act == Act::take_step || act == Act::close_rest || act == Act::legal; }

Result<json::object> row_json(const Call& call, const office::CreditorRow& creditor, const office::CaseLine& line) {
    FRIST_TRY(const office::CaseRow row, office::case_row(call.desk(), line.case_id));
    FRIST_TRY(const auto possible, office::possible(call.desk(), row.state));
    json::array acts;
    for (const office::Possible& one : possible)
        if (decides(one.act) && !one.refused) acts.push_back(possible_json(one, row.state));
    json::object body{{"creditor", creditor.org_number},
                      {"case", line.case_id},
                      {"debtor", line.debtor.debtor},
                      {"name", line.debtor.name},
                      {"days_over", line.days_over},
                      {"letter", nullptr},
                      {"open", nullptr},
                      {"acts", std::move(acts)}};
    if (row.state.ordered) body["letter"] = name_of(row.state.ordered->kind);
    if (line.open) body["open"] = text(*line.open);
    return body;
}

// Invoices that the creditor's rules propose to start.
Result<std::size_t> proposed(const Call& call) {
    FRIST_TRY(const office::AutomationNow automation, office::automation(call.desk()));
    if (automation.rules.start != office::Level::propose) return std::size_t{0};
    FRIST_TRY(const office::LedgerAsk ask, ledger_ask(call, ListWords{{{"show", "proposed"}}, ""}));
    FRIST_TRY(const office::LedgerPage page, call.rooms.cases->ledger(ask, {0, 1, std::nullopt}));
    return page.count;
}

Result<Response> decisions(Call& call) {
    FRIST_TRY(const std::int64_t limit, asked_whole(call, "limit", usual_rows, 1, most_rows));
    const access::Reach reach = access::reach_for(call.who, access::Right::read_cases);
    FRIST_TRY(const auto creditors, call.rooms.office->creditors());
    json::array clients;
    json::array rows;
    std::size_t count = 0;
    for (const office::CreditorRow& creditor : creditors) {
        if (!access::covers(reach, creditor.id)) continue;
        FRIST_TRY(call.record, office::creditor_record(creditor.record));
        if (call.record.practice_today) continue;   // it stands on a clock of its own
        call.creditor = creditor.id;
        office::CaseAsk ask;
        ask.creditor = creditor.id;
        ask.day = call.wall.day;
        ask.status = {office::Status::approval};
        ask.sort = office::CaseSort::next;
        const std::size_t room = static_cast<std::size_t>(limit) - rows.size();
        FRIST_TRY(const office::CasePage page, call.rooms.cases->page(ask, {0, room, std::nullopt}, *call.rooms.office, *call.rooms.index));
        for (const office::CaseLine& line : page.rows) {
            FRIST_TRY(json::object row, row_json(call, creditor, line));
            rows.push_back(std::move(row));
        }
        office::CaseAsk all;
        all.creditor = creditor.id;
        all.day = call.wall.day;
        FRIST_TRY(const office::Counts counts, call.rooms.cases->counts(all));
        FRIST_TRY(const auto suspense, call.rooms.office->lines(creditor.id, office::LineState::suspense));
        FRIST_TRY(const std::size_t starts, proposed(call));
        clients.push_back(json::object{{"org_number", creditor.org_number},
                                       {"name", call.record.name},
                                       {"decisions", page.count},
                                       {"held", counts.of(office::Status::held)},
                                       {"suspense", suspense.size()},
                                       {"to_start", starts}});
        count += page.count;
    }
    call.creditor = 0;
    return json_response(json::object{{"on", text(call.wall.day)}, {"count", count}, {"clients", std::move(clients)}, {"rows", std::move(rows)}});
}

}  // namespace

void add_decision_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/decisions", Gate::who, {}, Brings::nothing, decisions});
}

}  // namespace frist::http
