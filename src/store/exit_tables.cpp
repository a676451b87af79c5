#include "store/exit_tables.h"

#include "access/rows.h"
#include "base/pch.h"
#include "ledger/entry.h"
#include "office/ports.h"
#include "office/people.h"
#include "reports/saved_exports.h"

namespace frist::store {
namespace {

using enum Form;
using namespace office;

constexpr Without maybe = Without::null;

template <class E>
bool one_of(std::string_view words) { return enum_of<E>(words).has_value(); }
bool a_reach(std::string_view words) { return access::reach_of(words).ok(); }
bool scopes(std::string_view words) {
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        if (!one_of<access::Scope>(word)) return false;
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    return true;
}
bool a_creditor(std::string_view words) { return office::creditor_record(std::string(words)).ok(); }
bool a_debtor(std::string_view words) { return office::debtor_record(std::string(words)).ok(); }

constexpr Column word(std::string_view name, bool (*fits)(std::string_view)) { return {name, text, Without::never, fits}; }

// A text that a later shape has added.
constexpr Column added(std::string_view name, int since) { return {name, text, Without::never, nullptr, since}; }

constexpr std::string_view secret = "it opens the door: people set it up anew";

// The creditors' own records, the ledger, the cases and their past.
const std::vector<Leaving> work{
    {"creditor", "creditors", "creditor", {{"creditor", whole}, {"org_number"}, {"record", json, Without::never, a_creditor}, {"last_link", whole}, {"last_hash"}}},
    {"debtor", "debtors", "creditor, debtor", {{"creditor", whole}, {"debtor", whole}, {"key"}, {"record", json, Without::never, a_debtor}}},
    {"item", "items", "creditor, item",
     {{"creditor", whole}, {"item", whole}, {"number"}, {"debtor", whole}, {"currency"}, {"amount", money}, {"open", money}, {"invoiced", day, maybe}, {"due", day},
      {"kid"}, {"earlier"}, {"case_id", whole}, {"open_at_start", money}, {"warning"}, {"what"}, added("department", 20), added("project", 20)}},
    {"case_row", "cases", "creditor, case_id",
     {{"creditor", whole}, {"case_id", whole}, {"debtor", whole}, word("state", one_of<cases::State>), {"next_look", day, maybe}, {"seq", whole}},
     {{"snapshot", "x''", "made anew from the events"}}},
    {"event", "events", "creditor, link",
     {{"creditor", whole}, {"case_id", whole}, {"seq", whole}, {"link", whole}, {"stored", day}, {"type"}, {"body", json}, {"cause"}, {"law"}, {"hash"}}},
    {"entry", "entries", "creditor, case_id, seq, account",
     {{"creditor", whole}, {"case_id", whole}, {"seq", whole}, word("account", one_of<ledger::Account>), {"currency"}, {"amount", money}}},
    {"counter", "counters", "creditor, name", {{"creditor", whole}, {"name"}, {"value", whole}}},
    {"kid", "kids", "creditor, kid", {{"creditor", whole}, {"kid"}, {"case_id", whole}, {"item"}}},
    {"letter", "letters", "creditor, case_id, letter",
     {{"creditor", whole}, {"case_id", whole}, {"letter", whole}, word("kind", one_of<cases::StepKind>), {"on_day", day}, word("state", one_of<LetterState>), {"approved", yes_no}, {"written_on", day, maybe},
      {"deadline", day, maybe}, {"currency"}, {"fee", money}, {"file"}, {"sha256"}, {"sent_on", day, maybe}}},
    {"letter_total", "letter_totals", "creditor, case_id, letter",
     {{"creditor", whole}, {"case_id", whole}, {"letter", whole}, {"currency"}, {"total", money}}},
    {"dispatch", "dispatches", "creditor, case_id, letter, channel",
     {{"creditor", whole}, {"case_id", whole}, {"letter", whole}, word("channel", one_of<Channel>), word("state", one_of<DispatchState>), {"deciding", yes_no}, {"batch"}, {"address"}, {"file"}, {"sha256"},
      {"tries", whole}, {"at", moment}, {"next_try", moment, maybe}, {"said"}}},
    {"enclosure", "enclosures", "creditor, invoice, sha256",
     {{"creditor", whole}, {"invoice"}, {"sha256"}, {"name"}, {"on_day", day}},
     {{"bytes", "x''", "each is a file of its own below enclosures/"}}},
    {"course", "courses", "creditor, name, version",
     {{"creditor", whole}, {"name"}, {"version", whole}, {"body", json, Without::blank}, {"kept_on", day}, {"by_person", whole}}},
    {"automation", "automations", "creditor, number", {{"creditor", whole}, {"number", whole}, {"at", moment}, {"person", whole}, {"record", json}}},
    {"note", "notes", "creditor, note",
     {{"creditor", whole}, {"note", whole}, {"debtor", whole}, {"case_id", whole}, {"person", whole}, {"at", moment}, {"words"}, {"struck_by", whole},
      {"struck_at", moment, Without::blank}}},
    {"import", "imports", "creditor, import",
     {{"creditor", whole}, {"import", whole}, {"file"}, {"sha256"}, {"at", moment}, {"person", whole}, {"row_count", whole}, {"rejected", whole}, {"added", whole},
      {"changed", whole}, {"same", whole}, {"paid", whole}, {"currency"}, {"open", money}, {"undone_at", moment, Without::blank}, {"undone_by", whole}}},
    {"import_trail", "import_trails", "creditor, import", {{"creditor", whole}, {"import", whole}, {"trail"}}},
    {"import_template", "import_templates", "creditor, name",
     {{"creditor", whole}, {"name"}, {"header_hash"}, {"map", json}, {"kept_on", day}, {"person", whole}}},
    {"last_read", "last_reads", "creditor, source", {{"creditor", whole}, word("source", one_of<Source>), {"at", moment}}},
};

const std::vector<Leaving> payments{
    {"file", "bank_files", "creditor, sha256", {{"creditor", whole}, {"sha256"}, {"kind"}, {"on_day", day}}},
    {"payment_line", "payment_lines", "creditor, line",
     {{"creditor", whole}, {"line", whole}, {"fingerprint"}, {"file"}, {"on_day", day}, {"currency"}, {"amount", money}, {"kid"}, {"payer"}, word("state", one_of<LineState>),
      {"case_id", whole}, {"reason"}, {"raw"}, {"left_over", money}}},
    {"line_part", "line_parts", "creditor, line, part",
     {{"creditor", whole}, {"line", whole}, {"part", whole}, {"case_id", whole}, {"invoice"}, {"currency"}, {"amount", money}, {"on_day", day}, {"person", whole},
      {"gone_on", day, maybe}, {"lost", yes_no}}},
    {"line_apart", "lines_apart", "creditor, line, case_id", {{"creditor", whole}, {"line", whole}, {"case_id", whole}, {"on_day", day}}},
    {"refund", "refunds", "creditor, refund",
     {{"creditor", whole}, {"refund", whole}, {"case_id", whole}, {"payment", whole}, {"line", whole}, {"currency"}, {"amount", money}, {"account"}, {"name"},
      word("state", one_of<RefundState>), {"ordered_on", day}, {"person", whole}, {"batch"}, {"filed_on", day, maybe}, {"ended_on", day, maybe}}},
};

// The people of the office, without what opens the door to them, and what they did.
const std::vector<Leaving> house{
    {"person", "people", "person",
     {{"person", whole}, {"version", whole}, {"email"}, {"name"}, {"language"}, word("role", one_of<access::Role>), word("creditors", a_reach), {"made", instant}, {"removed", instant, maybe}},
     {{"password", "''", secret}}},
    {"identity", "identities", "issuer, subject", {{"issuer"}, {"subject"}, {"person", whole}, {"made", instant}}},
    {"api_key", "api_keys", "api_key",
     {{"api_key", whole}, {"person", whole}, {"name"}, {"shown"}, word("scopes", scopes), word("creditors", a_reach), {"made", instant}, {"ends", instant, maybe}, {"last_used", day, maybe},
      {"revoked", instant, maybe}},
     {{"hash", "'stayed ' || ?1", "it opens the door: the key is made anew, its number stays in the log"}}},
    {"mandate", "mandates", "mandate",
     {{"mandate", whole}, {"creditor", whole}, word("role", one_of<access::Role>), {"made_by", whole}, {"made", instant}, {"ends", instant}, {"person", whole}, {"taken", instant, maybe},
      {"ended", instant, maybe}},
     {{"hash", "'stayed ' || ?1", "a code that opens the door: one that was not used is made anew"}}},
    {"mandate_member", "mandate_members", "person, mandate", {{"person", whole}, {"mandate", whole}}},
    {"person_setting", "person_settings", "person, name", {{"person", whole}, {"name"}, {"value"}}},
    {"saved_view", "saved_views", "saved_view",
     {{"saved_view", whole}, {"version", whole}, {"person", whole}, word("list", one_of<access::ViewOf>), {"name"}, {"shared", yes_no}, {"body", json}}},
    {"saved_export", "saved_exports", "saved_export",
     {{"saved_export", whole}, {"version", whole}, {"person", whole}, {"name"}, {"body", json}, word("every", one_of<reports::Every>), {"on_day", whole}, {"since", day}},
     {},
     18},
    {"site", "site", "name", {{"name"}, {"value"}}},
    {"terms", "terms", "version", {{"version", whole}, {"starts", day}, {"title"}, {"text"}, {"made", instant}}},
    {"terms_acceptance", "terms_acceptances", "version, person, creditor", {{"version", whole}, {"person", whole}, {"creditor", whole}, {"at", instant}}},
    {"notification_wish", "notification_wishes", "person",
     {{"person", whole}, {"ready", yes_no}, {"legal", yes_no}, {"held", yes_no}, word("pace", one_of<access::Pace>)}},
    {"notification_mail", "notification_mails", "mail",
     {{"mail", whole}, {"person", whole}, {"day", day}, {"made", instant}, {"creditor", whole}, word("state", one_of<access::MailState>), {"begun", moment, Without::blank}, {"tries", whole}, {"said"}}},
    {"notification_news", "notification_news", "person, kind, creditor, case_id",
     {{"person", whole}, word("kind", one_of<access::NewsKind>), {"creditor", whole}, {"case_id", whole}, {"what"}, {"mail", whole}}},
    {"act", "acts", "number",
     {{"number", whole}, {"at", instant}, {"person", whole}, {"api_key", whole}, {"what"}, {"creditor", whole}, {"on_what"}, {"hash"}}},
    {"act_end", "acts_end", "one", {{"one", whole}, {"number", whole}, {"hash"}}},
    {"sqlite_sequence", "number_series", "name", {{"name"}, {"seq", whole}}},
};

std::vector<Leaving> joined() {
    std::vector<Leaving> all = work;
    all.insert(all.end(), payments.begin(), payments.end());
    all.insert(all.end(), house.begin(), house.end());
    return all;
}

}  // namespace

const std::vector<Leaving>& leaving_tables() {
    static const std::vector<Leaving> all = joined();
    return all;
}

const std::vector<Staying>& staying_tables() {
    static const std::vector<Staying> all{
        {"case_index", "made anew from the events", true},
        {"debtor_index", "made anew from the debtors", true},
        {"register_mark", "made anew: which program and which law made the two", true},
        {"day_begun", "made anew from the events", true},
        {"factor", secret},
        {"recovery_code", secret},
        {"passkey", secret},
        {"session", "who is logged in logs in again"},
        {"ticket", "half of a login; it begins again"},
        {"link", "a link that works once: who was invited is invited again"},
        {"failure", "wrong passwords of the last day; counted anew"},
        {"answer", "answers to calls of the last week, for a caller that repeats one"},
        {"export_file", "files of exports that were made by themselves; kept for a while"},
        {"export_file_piece", "of the same files"},
        {"job_piece", "of answers to long work"},
        {"job", "long work: what was asked for is asked for again; its number is not given twice"},
    };
    return all;
}

}  // namespace frist::store
