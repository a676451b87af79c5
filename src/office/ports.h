// What the office asks of the world: one store, which keeps everything, and nothing else. The tables know no
// rule; each call inside change() is part of one transaction.
#pragma once
#include "base/moment.h"
#include "cases/event.h"
#include "ledger/entry.h"
#include "office/register_row.h"

#include <functional>
#include <map>

namespace frist::office {

struct CreditorRow {
    Id id = 0;
    std::string org_number;
    std::string record;   // the creditor as JSON
};

struct DebtorRow {
    Id id = 0;
    std::string key;      // the creditor's own number for the customer
    std::string record;   // the person or firm as JSON; the only place with names and addresses
};

// One row of the ledger mirror: an invoice as the accounting system tells it.
struct ItemRow {
    Id id = 0;
    std::string number;
    Id debtor = 0;
    Money amount;                // as invoiced
    Money open;                  // as the ledger last said
    std::optional<Date> invoiced;
    Date due;
    std::string kid;
    std::string earlier = "[]";  // letters sent before the case came here, as JSON
    Id case_id = 0;              // 0: no case yet
    Money open_at_start;         // what was open when the case began
    std::string warning;         // why it is never started by itself; empty: nothing
    std::string what;            // what was delivered, for the letter; may be empty
    std::string department;      // of the creditor, to whom its income belongs; may be empty
    std::string project;
};

// What a case's row says outside its snapshot, where the store looks for it. A function of the snapshot; frist verify
// compares them.
struct CaseColumns {
    Id case_id = 0;
    Id debtor = 0;
    std::string state;
};

struct CaseRow {
    cases::Case state;
    std::int64_t seq = 0;            // of its last event
    std::optional<Date> next_look;
    CaseColumns columns;             // as they were read; append writes them anew from `state`
};

// The last link of a creditor's chain of events, kept apart from the events.
struct ChainEnd {
    std::int64_t link = 0;
    std::string hash;
};

struct StoredEvent {
    Id case_id = 0;
    std::int64_t seq = 0;
    std::int64_t link = 0;           // place in the creditor's chain, from 1
    Date stored;
    std::string type;
    std::string body;
    std::string cause;
    std::string law;
    std::string hash;
};

struct StoredEntry {
    Id case_id = 0;
    std::int64_t seq = 0;
    ledger::Line line;
};

enum class LetterState { ordered, written, sent, cancelled };
constexpr auto names_of(LetterState) { return std::to_array<std::string_view>({"ordered", "written", "sent", "cancelled"}); }

struct LetterRow {
    Id case_id = 0;
    int letter = 0;
    cases::StepKind kind = cases::StepKind::reminder;
    Date on;                         // may leave from this day
    LetterState state = LetterState::ordered;
    bool approved = true;
    std::optional<Date> written_on;
    std::optional<Date> deadline;
    Money fee;
    std::string file;                // its PDF
    std::string sha256;
    std::optional<Date> sent_on;
    bool operator==(const LetterRow&) const = default;
};

// How a letter goes; the names are those of the law's table of channels.
using cases::Channel;

enum class DispatchState {
    begun,       // we mean to hand it over: whether the door has it must be asked after a stop
    handed,      // the door has it and has not said yet that it left
    sent,
    later,       // the door could not take it now
    failed,      // the door refused it, or was tried too often: a person must look
    uncertain,   // it may have left, and the door cannot be asked: a person must look
    bounced,     // it came back
};
constexpr auto names_of(DispatchState) {
    return std::to_array<std::string_view>({"begun", "handed", "sent", "later", "failed", "uncertain", "bounced"});
}

// One letter on one channel. The deciding one goes first and starts the deadline; a copy follows with the same bytes.
struct DispatchRow {
    Id case_id = 0;
    int letter = 0;
    Channel channel = Channel::paper;
    DispatchState state = DispatchState::begun;
    bool deciding = true;
    std::string batch;               // what was handed over together, by the door's own key
    std::string address;             // where it went: personal data
    std::string file;                // the PDF, and beside it the words of the e-mail
    std::string sha256;              // of the PDF
    int tries = 0;
    Moment at;                       // of the last change
    std::optional<Moment> next_try;
    std::string said;                // what the door answered, or why it waits
};

enum class LineState { applied, suspense };
constexpr auto names_of(LineState) { return std::to_array<std::string_view>({"applied", "suspense"}); }

// One payment as the bank told it. Money is never without a place: applied to a case, or in suspense.
struct LineRow {
    Id id = 0;
    std::string fingerprint;
    std::string file;                // SHA-256 of the file it came with
    Date on;
    Money amount;
    std::string kid;
    std::string payer;               // account or text, for the person who looks for the case
    LineState state = LineState::suspense;
    Id case_id = 0;
    std::string reason;              // why it waits
    std::string raw;                 // the record as the bank sent it
    Money left;                      // of it, in no case and not on its way back
};

// Where a part of a line went: to a case, or to an invoice that has none. One that was taken back stands with its day.
struct PartRow {
    Id line = 0;
    int part = 1;
    Id case_id = 0;
    std::string invoice;             // empty: to a case
    Money amount;
    Date on;                         // when it was booked here
    Id person = 0;                   // 0: by its reference
    std::optional<Date> gone;
    bool lost = false;               // gone, and back at the bank: it waits nowhere
};

enum class RefundState { ordered, filed, paid, cancelled };
constexpr auto names_of(RefundState) { return std::to_array<std::string_view>({"ordered", "filed", "paid", "cancelled"}); }

// Money on its way back: of a payment in a case, or of a line in suspense.
struct RefundRow {
    Id id = 0;
    Id case_id = 0;                  // 0: of a line
    int payment = 0;
    Id line = 0;                     // 0: of a payment
    Money amount;
    std::string account;             // where it goes; personal data
    std::string name;                // who gets it; personal data
    RefundState state = RefundState::ordered;
    Date ordered_on;
    Id person = 0;                   // who ordered it; 0: the command line
    std::string batch;               // of the file it went out in; empty: none yet
    std::optional<Date> filed_on;
    std::optional<Date> ended_on;    // paid or cancelled
};

// A letter by the sum it asks for.
struct Asking {
    Id case_id = 0;
    int letter = 0;
};

struct Owed {
    Id case_id = 0;
    std::int64_t minor = 0;          // in the country's currency
};

struct FileRow {
    std::string kind;
    Date on;
};

// A file that changed the ledger, as it was taken.
struct ImportRow {
    Id id = 0;
    std::string file;                // its name
    std::string sha256;
    Moment at;
    Id person = 0;                   // 0: the command line
    int rows = 0;                    // of the file
    int rejected = 0;                // of them, given back
    int added = 0;
    int changed = 0;
    int same = 0;
    int paid = 0;                    // payments that the ledger knew first
    Money open;                      // of the rows that were taken
    std::optional<Moment> undone_at;
    Id undone_by = 0;
};

// How a list is read that comes again and again from the same place.
struct TemplateRow {
    std::string name;
    std::string header_hash;         // of the names of its columns
    std::string map;                 // JSON, as sheets::read_mapping takes it
    Date kept_on;
    Id person = 0;
};

enum class Source { ledger, bank };
constexpr auto names_of(Source) { return std::to_array<std::string_view>({"ledger", "bank"}); }

// A person has looked: this payment in suspense is not the money of that case.
struct Apart {
    Id line = 0;
    Id case_id = 0;
};

// A copy of an invoice: it stays with the invoice, whatever case that is in.
struct EnclosureRow {
    std::string invoice;
    std::string sha256;
    std::string name;                // of the file it came as
    Date on;
};

// One version of a course of the creditor's own, as it was kept. The newest counts; an empty body ends the course.
struct CourseRow {
    std::string name;
    int version = 1;
    std::string body;                // the course as JSON
    Date kept_on;
    Id by = 0;                       // the person; 0: the command line
};

struct CaseFilter {
    std::optional<cases::State> state;
    std::optional<Id> debtor;
    bool open_only = false;
    Id after = 0;
    int limit = 1000;
};

// What a person wrote down, of a case or of a debtor. It may name people: it is personal data and stands in no event.
struct NoteRow {
    Id id = 0;
    Id debtor = 0;
    Id case_id = 0;                  // 0: of the debtor
    Id person = 0;                   // who wrote it
    Moment at;
    std::string text;                // empty once it was struck
    Id struck_by = 0;                // 0: it stands
    std::optional<Moment> struck_at;
};

// The rules by which a creditor's cases start by themselves, as somebody set them; the latest counts.
struct AutomationRow {
    std::int64_t number = 0;         // from 1
    Moment at;
    Id person = 0;                   // 0: the command line
    std::string record;              // JSON
};

// What one decision changes in a case. `before` is the row it was made on.
struct Change {
    Id creditor = 0;
    CaseRow row;                     // with the new seq
    const cases::Events* events = nullptr;
    std::vector<ledger::Entry> entries;   // one per event
    RegisterRow index;                    // of row.state
    Date today;
    std::string cause;
    std::string law;
};

// Rows that will be read one by one, by what they are asked for with.
struct ToRead {
    std::vector<std::string> items{};           // numbers
    std::vector<std::string> debtor_keys{};
    std::vector<Id> debtors{};
    std::vector<std::string> firms{};           // organisation numbers: debtors_of_firm
    std::vector<Id> open_cases_of{};            // debtors
    std::vector<Id> cases{};
    std::vector<std::string> kids{};
    std::map<int, std::vector<Id>> letters{};   // by the number of the letter, the cases
    std::vector<std::string> fingerprints{};    // knows_line
    std::vector<Id> lines{};                    // themselves, their parts and refunds
    // Of these cases.
    std::vector<Id> events_of{};
    std::vector<Id> entries_of{};
    std::vector<Id> register_rows{};
    std::vector<Id> numbers_of{};               // of their invoices, and the references of the cases
    std::vector<Id> debtor_indexes{};           // debtors
};

// So many keys at once that one more way there would not matter, and what they answer is little memory.
constexpr std::size_t asked_at_once = 500;

class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    // Runs `work` in one transaction: all of it is kept, or nothing. Inside another it is a part of that one, and
    // undone alone when it fails. Errors of the store are store.*.
    virtual Outcome change(const std::function<Outcome()>& work) = 0;
    // Runs `work` on the store as it is at one moment, whatever is written meanwhile. For reading only.
    virtual Outcome look(const std::function<Outcome()>& work) = 0;
    // Whether every question is a way to a server and back.
    [[nodiscard]] virtual bool is_far() const = 0;
    // A hint, inside a change or a look, for what the rest of it will read: a store that is far reads it all at once, to another it is
    // nothing. What is answered is the same with and without.
    virtual Outcome ask_ahead(Id creditor, const ToRead& to_read) = 0;

    virtual Result<Id> add_creditor(const std::string& org_number, const std::string& record) = 0;
    virtual Outcome set_creditor(Id creditor, const std::string& record) = 0;
    virtual Result<std::vector<CreditorRow>> creditors() = 0;
    virtual Result<std::optional<CreditorRow>> creditor(Id creditor) = 0;
    virtual Result<std::optional<CreditorRow>> creditor_of_number(const std::string& org_number) = 0;
    // Removes a creditor with all its rows; its number among creditors is never given again. For practice only.
    virtual Outcome forget_creditor(Id creditor) = 0;

    // The row of this key, made or changed; its id.
    virtual Result<Id> put_debtor(Id creditor, const std::string& key, const std::string& record) = 0;
    virtual Result<std::optional<DebtorRow>> debtor(Id creditor, Id debtor) = 0;
    virtual Result<std::optional<DebtorRow>> debtor_of_key(Id creditor, const std::string& key) = 0;

    virtual Result<std::optional<ItemRow>> item(Id creditor, const std::string& number) = 0;
    // A new row when id is 0. Returns the id.
    virtual Result<Id> put_item(Id creditor, const ItemRow& item) = 0;
    // With its own reference, when that points at no case.
    virtual Outcome drop_item(Id creditor, const ItemRow& item) = 0;
    virtual Result<std::vector<ItemRow>> items_without_case(Id creditor) = 0;
    virtual Result<std::vector<ItemRow>> items_of_case(Id creditor, Id case_id) = 0;

    virtual Result<std::optional<CaseRow>> case_row(Id creditor, Id case_id) = 0;
    virtual Result<std::vector<CaseRow>> cases(Id creditor, const CaseFilter& filter) = 0;
    // Cases whose day has come, earliest first.
    virtual Result<std::vector<CaseRow>> due_cases(Id creditor, Date day, int limit) = 0;
    // Error store.conflict when somebody else has answered the case since it was read.
    virtual Outcome append(const Change& change) = 0;
    // What the register's rows say (register_row.h): written with `append` and `put_debtor`.
    virtual Result<std::optional<RegisterRow>> register_row(Id creditor, Id case_id) = 0;
    virtual Result<std::optional<DebtorIndex>> debtor_index(Id creditor, Id debtor) = 0;
    // Who made all of them; nothing: they were never made for all.
    virtual Result<std::optional<RegisterMark>> register_mark(Id creditor) = 0;
    virtual Outcome put_register_mark(Id creditor, const RegisterMark& mark) = 0;
    virtual Result<std::vector<StoredEvent>> events(Id creditor, Id case_id) = 0;
    // All events of the creditor in the order of the chain, and all lines of the books.
    virtual Result<ChainEnd> chain_end(Id creditor) = 0;
    // Of the event at this place in the chain; empty before the first.
    virtual Result<std::string> hash_of_link(Id creditor, std::int64_t link) = 0;
    virtual Outcome each_event(Id creditor, const std::function<Outcome(const StoredEvent&)>& see) = 0;
    // The payments that were told here on these days, both included, oldest first.
    virtual Outcome each_payment(Id creditor, Date from, Date to, const std::function<Outcome(const StoredEvent&)>& see) = 0;
    virtual Result<std::vector<StoredEntry>> entries(Id creditor, Id case_id) = 0;

    virtual Result<std::int64_t> next_number(Id creditor, const std::string& name) = 0;
    // Every reference ever printed keeps pointing at its case or its ledger row.
    virtual Outcome put_kid(Id creditor, const std::string& kid, Id case_id, const std::string& item) = 0;
    struct KidTarget { Id case_id = 0; std::string item; };
    virtual Result<std::optional<KidTarget>> kid(Id creditor, const std::string& kid) = 0;
    virtual Result<std::string> kid_of_case(Id creditor, Id case_id) = 0;

    virtual Outcome put_letter(Id creditor, const LetterRow& letter) = 0;
    virtual Result<std::vector<LetterRow>> letters(Id creditor, std::optional<LetterState> state) = 0;
    virtual Result<std::optional<LetterRow>> letter(Id creditor, Id case_id, int letter) = 0;

    // A new row when id is 0. Returns the id.
    virtual Result<Id> put_note(Id creditor, const NoteRow& note) = 0;
    virtual Result<std::optional<NoteRow>> note(Id creditor, Id note) = 0;
    // Of the case or of its debtor, oldest first.
    virtual Result<std::vector<NoteRow>> notes_of_case(Id creditor, Id case_id) = 0;
    // Of the debtor and of all cases of it, oldest first.
    virtual Result<std::vector<NoteRow>> notes_of_debtor(Id creditor, Id debtor) = 0;

    // Error store.conflict when somebody else has set rules with this number.
    virtual Outcome add_automation(Id creditor, const AutomationRow& row) = 0;
    virtual Result<std::vector<AutomationRow>> automations(Id creditor, int limit) = 0;   // newest first

    // What the paper of a written letter asks for; nothing for one that was never written.
    virtual Outcome put_letter_total(Id creditor, Id case_id, int letter, Money total) = 0;
    virtual Result<std::optional<Money>> letter_total(Id creditor, Id case_id, int letter) = 0;
    virtual Result<std::int64_t> letters_sent_on(Id creditor, Date day) = 0;

    // The row of this letter and channel, made or changed.
    virtual Outcome put_dispatch(Id creditor, const DispatchRow& row) = 0;
    virtual Outcome drop_dispatch(Id creditor, Id case_id, int letter, Channel channel) = 0;
    // In the order of cases, letters and channels.
    virtual Result<std::vector<DispatchRow>> dispatches(Id creditor, DispatchState state) = 0;
    virtual Result<std::vector<DispatchRow>> dispatches_of_case(Id creditor, Id case_id) = 0;

    // The same bytes are kept once. Without the bytes in the rows: they may be large.
    virtual Outcome put_enclosure(Id creditor, const EnclosureRow& row, std::string_view bytes) = 0;
    // False when there was none.
    virtual Result<bool> drop_enclosure(Id creditor, const std::string& invoice, const std::string& sha256) = 0;
    virtual Result<std::vector<EnclosureRow>> enclosures(Id creditor, const std::string& invoice) = 0;
    virtual Result<std::optional<std::string>> enclosure_bytes(Id creditor, const std::string& invoice, const std::string& sha256) = 0;

    // The latest moment at which a source of the creditor was read.
    virtual Outcome put_read(Id creditor, Source source, Moment at) = 0;
    virtual Result<std::optional<Moment>> last_read(Id creditor, Source source) = 0;

    // False when a file with these bytes was taken before.
    virtual Result<bool> take_file(Id creditor, const std::string& sha256, const std::string& kind, Date on) = 0;
    virtual Result<bool> knows_line(Id creditor, const std::string& fingerprint) = 0;
    virtual Result<Id> put_line(Id creditor, const LineRow& line) = 0;
    virtual Result<std::vector<LineRow>> lines(Id creditor, LineState state) = 0;
    virtual Result<std::optional<LineRow>> line(Id creditor, Id line) = 0;
    virtual Result<std::optional<LineRow>> line_with(Id creditor, const std::string& fingerprint) = 0;
    // By the day the bank booked them, both days included.
    virtual Result<std::vector<LineRow>> lines_between(Id creditor, Date from, Date to) = 0;
    virtual Result<std::optional<FileRow>> file_row(Id creditor, const std::string& sha256) = 0;
    // A part that is there already only gets the day it was taken back.
    virtual Outcome put_part(Id creditor, const PartRow& part) = 0;
    virtual Result<std::vector<PartRow>> parts(Id creditor, Id line) = 0;
    virtual Outcome each_part(Id creditor, const std::function<Outcome(const PartRow&)>& see) = 0;
    // Gives its number; that of a new one is 0.
    virtual Result<Id> put_refund(Id creditor, const RefundRow& refund) = 0;
    virtual Result<std::optional<RefundRow>> refund(Id creditor, Id refund) = 0;
    virtual Result<std::vector<RefundRow>> refunds(Id creditor, RefundState state) = 0;
    virtual Result<std::vector<RefundRow>> refunds_of_batch(Id creditor, const std::string& batch) = 0;
    virtual Result<std::vector<RefundRow>> refunds_of_case(Id creditor, Id case_id) = 0;
    virtual Result<std::vector<RefundRow>> refunds_of_line(Id creditor, Id line) = 0;
    // Letters that printed exactly this sum.
    virtual Result<std::vector<Asking>> letters_asking(Id creditor, Money total, int limit) = 0;
    // Cases with an invoice of exactly this sum; rising.
    virtual Result<std::vector<Id>> cases_claiming(Id creditor, Money amount, int limit) = 0;
    // Cases with money that is owed back.
    virtual Result<std::vector<Owed>> owed_to_debtors(Id creditor) = 0;
    // The debtors into whose cases a payer has paid before.
    virtual Result<std::vector<Id>> debtors_of_payer(Id creditor, const std::string& payer) = 0;
    // The debtors whose record has this organisation number, which is not empty; rising.
    virtual Result<std::vector<Id>> debtors_of_firm(Id creditor, const std::string& org_number) = 0;
    virtual Outcome put_apart(Id creditor, const Apart& apart, Date on) = 0;
    virtual Result<std::vector<Apart>> apart(Id creditor) = 0;

    // A new row when id is 0; of one that is there, only that it was undone. Returns the id.
    virtual Result<Id> put_import(Id creditor, const ImportRow& row) = 0;
    virtual Result<std::optional<ImportRow>> import(Id creditor, Id import) = 0;
    // Newest first, before this one; 0: from the newest.
    virtual Result<std::vector<ImportRow>> imports(Id creditor, Id before, int limit) = 0;
    // What it takes to take it back, in lines; once.
    virtual Outcome put_import_trail(Id creditor, Id import, std::string_view trail) = 0;
    virtual Result<std::string> import_trail(Id creditor, Id import) = 0;
    // The template of this name, made or changed; by name.
    virtual Outcome put_template(Id creditor, const TemplateRow& row) = 0;
    virtual Result<bool> drop_template(Id creditor, const std::string& name) = 0;
    virtual Result<std::vector<TemplateRow>> templates(Id creditor) = 0;

    // Error course.changed when this version is there already.
    virtual Outcome put_course(Id creditor, const CourseRow& course) = 0;
    // Every version, by name and version.
    virtual Result<std::vector<CourseRow>> courses(Id creditor) = 0;
};

// The link of the chain that every event carries: SHA-256 over the link before and all that is stored.
std::string link_hash(const std::string& before, const StoredEvent& event);

// What was stored, as the event it is. Errors store.damaged, and those of cases::event_from.
Result<cases::Event> event_of(const StoredEvent& event);

}  // namespace frist::office
