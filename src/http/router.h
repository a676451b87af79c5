// Which words are answered by whom: the table of routes, what each asks of who comes, and the one way through it.
#pragma once
#include "access/answers.h"
#include "access/jobs.h"
#include "access/log_in.h"
#include "access/provider_login.h"
#include "access/sessions.h"
#include "http/job_board.h"
#include "http/message.h"
#include "letters/letter.h"
#include "office/answer_case.h"
#include "office/business_register.h"
#include "office/doors.h"
#include "office/evidence.h"
#include "office/forgetting.h"
#include "office/people.h"
#include "office/register.h"
#include "office/sheet_out.h"
#include "office/start_cases.h"
#include "reports/paper.h"
#include "reports/saved_exports.h"

#include <map>

namespace frist::http {

// What a worker stands on: its own connection to the store. Made and owned by main.
struct Rooms {
    office::Store* office = nullptr;
    access::Store* access = nullptr;
    access::Answers* answers = nullptr;
    office::RegisterSource* index = nullptr;
    access::Jobs* jobs = nullptr;
    reports::Source* reports = nullptr;
    office::Register* cases = nullptr;   // one for all workers
    std::shared_ptr<void> keep;      // what they belong to
    // From now on no rows are seen or written but this creditor's and the house's; 0: all again. The second wall, where the store has one.
    std::function<void(office::Id creditor)> wall = [](office::Id) {};
    reports::Exports* exports = nullptr;
    office::PersonalData* personal = nullptr;
};

// When a call has ended, the next one begins without a wall.
struct WholeHouse {
    Rooms& rooms;
    ~WholeHouse() { rooms.wall(0); }
};

// What a print run made.
struct Printed {
    int count = 0;
    std::string pdf;                 // all letters in one file; empty when there were none
};

// A picture of black squares in an empty square of `size`: its outline as the path of an SVG.
struct Picture {
    int size = 0;
    std::string path;
};

// What main lends: the clock, chance, the law, and the doors that http may not know.
struct World {
    std::function<Moment()> wall;                    // the creditor's clock
    std::function<access::Instant()> now;
    access::Seconds later;                           // from the machine's day to the one that was named for it: an act is noted on that
    access::Random random;
    access::SealKey seal{};
    const access::Hasher* hasher = nullptr;
    const rules::Country* country = nullptr;
    std::string version;
    bool demo = false;                               // its invented owner may come in without a password
    std::string demo_email;
    std::string demo_password;
    bool factor_required = false;                    // without a second factor a person does nothing but set one up
    bool by_tls = false;                             // who asks comes by TLS: cookies are for that only
    office::MakeKid make_kid_of_length(int length) const { return [this, length](office::Id id) { return kid(id, length); }; }
    std::function<std::string(office::Id, int length)> kid;
    std::function<Result<std::string>(const letters::Letter&)> pdf_of;
    std::function<Result<Printed>(const office::Desk&, const office::CreditorRecord&)> print;
    // The PDF of a letter that was printed. Errors letter.none (it is not where it was), letter.changed (other bytes).
    std::function<Result<std::string>(const office::LetterRow&)> kept_letter;
    std::function<Result<std::string>(const std::vector<std::string>&)> joined;   // PDFs in one
    std::function<Result<int>(const std::string&)> pages_of;                      // of a PDF
    std::function<Result<std::string>(const std::vector<office::EvidenceFile>&)> zip_of;
    office::PassingFiles passing_file;
    // Where a table becomes a file. Errors sheet.disk.
    std::function<Result<std::unique_ptr<office::SheetOut>>(office::SheetForm, const office::SheetPlan&)> sheet_of;
    std::function<Result<std::string>(const reports::Paper&)> paper_of;           // a report as PDF
    office::Archive* archive = nullptr;              // what was printed and sent
    // A copy of the creditor in memory, on which what would happen is tried. Errors store.*.
    std::function<Result<std::unique_ptr<office::Store>>(office::Id)> sandbox;
    // A login that somebody else runs; nothing in them when there is none. Where the browser is sent, and who came back.
    std::string provider_name;
    std::function<Result<std::string>(const std::string& state, const std::string& nonce, const std::string& challenge, access::Instant now)> authorize;
    std::function<Result<access::ProviderClaims>(const std::string& code, const std::string& verifier, const std::string& nonce, access::Instant now)> redeem;
    std::function<Picture(const std::string& text)> qr;
    // The register of firms, when this installation asks it; nothing in it when not. Errors register.*; one look-up at a time.
    std::function<Result<office::RegisteredFirm>(const std::string& org_number)> firm;
    std::function<std::string()> metrics;            // counters, as Prometheus reads them
    std::shared_ptr<JobBoard> board = std::make_shared<JobBoard>();   // what long work tells of itself
};

// One call on its way: what was asked, by whom, of which creditor.
struct Call {
    const World& world;
    const Request& request;
    Rooms& rooms;
    access::Porter porter;
    Moment wall;
    access::Instant now;
    std::map<std::string, std::string, std::less<>> path;   // the words in braces of the route
    std::vector<Header> query;
    access::Who who;
    office::Id creditor = 0;                                 // of a route below /creditors/{creditor}
    office::CreditorRecord record;
    JobPlace* job = nullptr;                                 // of a call that is made as a job
    WholeHouse whole{rooms};

    [[nodiscard]] office::Desk desk() const { return {*rooms.office, *world.country, creditor, wall.day, wall, job}; }
    [[nodiscard]] const std::string& at(std::string_view name) const { return path.find(name)->second; }
    // A field of the query; empty when it is not there.
    [[nodiscard]] std::string_view asked(std::string_view name) const;
    // The number in the path. Error http.not_found.
    [[nodiscard]] Result<office::Id> number(std::string_view name) const;
};

enum class Gate {
    open,     // anybody
    person,   // somebody who has logged in, for their own account
    who,      // somebody who has logged in, or a key; the handler asks access itself
    right,    // with this right
};
enum class Brings { nothing, json, file };

// Work that may take long can be asked for as a job (Prefer: respond-async). Whole: all of it or nothing. In parts: each
// part is kept when it is done, and a job that is cut off goes on where it was.
enum class Lasts { moment, whole, parts };

// What is kept of an answer for the same Idempotency-Key: all of it; only that it was given, because it tells a secret that is
// kept nowhere; nothing, because an attempt counts whatever comes of it. A list that goes out as a file is made anew.
enum class Keeps { answer, that_it_was, nothing };

// Whose rows a call below /creditors/{creditor} works on: that creditor's, behind a wall; several, each of which the handler asks access for.
enum class Spans { creditor, several };

struct Route {
    std::string_view method;
    std::string_view pattern;        // "/creditors/{creditor}/cases/{case}"
    Gate gate = Gate::right;
    access::Right right = access::Right::read_cases;
    Brings brings = Brings::nothing;
    Result<Response> (*handle)(Call& call) = nullptr;
    Lasts lasts = Lasts::moment;
    Keeps keeps = Keeps::answer;
    Spans spans = Spans::creditor;
};

// All of them, once.
const std::vector<Route>& routes();

// Below /api: the route of these words with what its braces hold. Errors http.not_found, http.method.
struct Found {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> path;
};
Result<Found> route_of(std::string_view method, std::string_view path);

// How many bytes a request may bring.
std::size_t most_bytes(std::string_view method, std::string_view path);

// The whole way of a request below /api: route, who asks, rights, creditor, the handler, and what its error says.
// `route` names what answered, for the log and the counters; empty when nothing did.
struct Answered {
    Response response;
    std::string_view route;
    std::string who;    // "person 3", "key 5"; empty: nobody who is known
    std::string code;   // of the problem; empty: there was none
};
Answered answer_api(const World& world, Rooms& rooms, const Request& request);

// Makes the oldest call that waits, if one does, to its end. False: none waits. Errors store.*: it is tried again later.
Result<bool> do_one_job(const World& world, Rooms& rooms);
// Finds the creditor and asks for the right, as any call below /creditors/{creditor} is asked. Until the call has ended the store shows
// no other creditor's rows.
Outcome enter_creditor(Call& call, const Route& route);
// An answer as two texts, and back.
std::string header_lines(const Response& response);
Response response_of(int status, std::string_view header_lines, std::string body);
// Keeps the call as a job: 202, and where to ask for it.
Result<Response> queue_job(Call& call, const Route& route);

// Each file of routes adds its own.
void add_server_routes(std::vector<Route>& table);
void add_session_routes(std::vector<Route>& table);
void add_me_routes(std::vector<Route>& table);
void add_notification_routes(std::vector<Route>& table);
void add_provider_routes(std::vector<Route>& table);
void add_passkey_routes(std::vector<Route>& table);
void add_terms_routes(std::vector<Route>& table);
void add_people_routes(std::vector<Route>& table);
void add_key_routes(std::vector<Route>& table);
void add_creditor_routes(std::vector<Route>& table);
void add_today_routes(std::vector<Route>& table);
void add_decision_routes(std::vector<Route>& table);
void add_case_routes(std::vector<Route>& table);
void add_act_routes(std::vector<Route>& table);
void add_new_case_routes(std::vector<Route>& table);
void add_ledger_routes(std::vector<Route>& table);
void add_import_routes(std::vector<Route>& table);
void add_debtor_routes(std::vector<Route>& table);
void add_debtor_check_routes(std::vector<Route>& table);
void add_payment_routes(std::vector<Route>& table);
void add_letter_routes(std::vector<Route>& table);
void add_course_routes(std::vector<Route>& table);
void add_dry_run_routes(std::vector<Route>& table);
void add_paper_routes(std::vector<Route>& table);
void add_text_routes(std::vector<Route>& table);
void add_view_routes(std::vector<Route>& table);
void add_note_routes(std::vector<Route>& table);
void add_bulk_routes(std::vector<Route>& table);
void add_sheet_routes(std::vector<Route>& table);
void add_refund_routes(std::vector<Route>& table);
void add_table_routes(std::vector<Route>& table);
void add_job_routes(std::vector<Route>& table);
void add_automation_routes(std::vector<Route>& table);
void add_practice_routes(std::vector<Route>& table);
void add_mandate_routes(std::vector<Route>& table);
void add_settings_routes(std::vector<Route>& table);
void add_report_routes(std::vector<Route>& table);
void add_export_routes(std::vector<Route>& table);

// The cookie of a session. By TLS its name lets browsers take it from this very host by TLS only.
inline std::string_view session_cookie(const World& world) { return world.by_tls ? "__Host-frist_session" : "frist_session"; }

}  // namespace frist::http
