#include "store/rooms.h"

#include "base/hash.h"
#include "base/pch.h"
#include "cases/evolve.h"
#include "store/access_store.h"
#include "store/answers.h"
#include "store/ends.h"
#include "store/exports.h"
#include "store/imports.h"
#include "store/index_rows.h"
#include "store/jobs.h"
#include "store/personal_data.h"
#include "store/rows.h"

namespace frist::store {
namespace {

using namespace office;

CreditorRow creditor_row_of(Statement& s) {
    CreditorRow row;
    row.id = s.whole();
    row.org_number = s.word();
    row.record = s.word();
    return row;
}

class OfficeStore final : public ImportRows {
public:
    explicit OfficeStore(std::shared_ptr<Connection> connection) : ImportRows(std::move(connection)), ends_(connection_) {}

    Outcome change(const std::function<Outcome()>& work) override { return connection_->change(work); }
    Outcome look(const std::function<Outcome()>& work) override { return connection_->look(work); }

    [[nodiscard]] bool is_far() const override { return connection_->is_far(); }
    Outcome ask_ahead(Id creditor, const ToRead& to_read) override {
        if (!is_far()) return done;
        FRIST_TRY_DONE(use("item").bind(creditor).bind_each(to_read.items).ask_ahead());
        FRIST_TRY_DONE(use("debtor_by_key").bind(creditor).bind_each(to_read.debtor_keys).ask_ahead());
        FRIST_TRY_DONE(use("debtor").bind(creditor).bind_each(to_read.debtors).ask_ahead());
        FRIST_TRY_DONE(use("debtors_of_firm").bind(creditor).bind_each(to_read.firms).ask_ahead());
        const CaseFilter open{.open_only = true};
        FRIST_TRY_DONE(use("cases_of_debtor").bind(creditor).bind_each(to_read.open_cases_of).bind(open.after).bind(std::int64_t{open.open_only}).bind(std::int64_t{open.limit}).ask_ahead());
        FRIST_TRY_DONE(use("case_row").bind(creditor).bind_each(to_read.cases).ask_ahead());
        FRIST_TRY_DONE(use("kid").bind(creditor).bind_each(to_read.kids).ask_ahead());
        FRIST_TRY_DONE(use("knows_line").bind(creditor).bind_each(to_read.fingerprints).ask_ahead());
        for (const auto& [letter, cases] : to_read.letters) FRIST_TRY_DONE(use("letter").bind(creditor).bind_each(cases).bind(std::int64_t{letter}).ask_ahead());
        for (const char* name : {"line", "parts_of_line", "refunds_of_line"}) FRIST_TRY_DONE(use(name).bind(creditor).bind_each(to_read.lines).ask_ahead());
        FRIST_TRY_DONE(use("events").bind(creditor).bind_each(to_read.events_of).ask_ahead());
        FRIST_TRY_DONE(use("entries").bind(creditor).bind_each(to_read.entries_of).ask_ahead());
        for (const char* name : {"numbers_in_case", "kid_of_case"}) FRIST_TRY_DONE(use(name).bind(creditor).bind_each(to_read.numbers_of).ask_ahead());
        FRIST_TRY_DONE(use("case_index").bind(creditor).bind_each(to_read.register_rows).ask_ahead());
        return use("debtor_index").bind(creditor).bind_each(to_read.debtor_indexes).ask_ahead();
    }

    Result<Id> add_creditor(const std::string& org_number, const std::string& record) override {
        Statement s = use("add_creditor");
        const Outcome outcome = s.bind(org_number).bind(record).run();
        if (outcome.ok()) return connection_->made();
        if (!connection_->taken()) return outcome.error();
        return Error{"creditor.known", "org_number", "there is a creditor with this number already", "Change it with frist creditor set."};
    }

    Outcome set_creditor(Id creditor, const std::string& record) override { return use("set_creditor").bind(creditor).bind(record).run(); }

    Result<std::vector<CreditorRow>> creditors() override {
        Statement s = use("creditors");
        return all<CreditorRow>(s, [&] { return creditor_row_of(s); });
    }
    Result<std::optional<CreditorRow>> creditor(Id creditor) override {
        Statement s = use("creditor");
        return first<CreditorRow>(s.bind(creditor), [&] { return creditor_row_of(s); });
    }
    Result<std::optional<CreditorRow>> creditor_of_number(const std::string& org_number) override {
        Statement s = use("creditor_of_number");
        return first<CreditorRow>(s.bind(org_number), [&] { return creditor_row_of(s); });
    }

    Outcome forget_creditor(Id creditor) override {
        return change([&]() -> Outcome {
            FRIST_TRY_DONE(ends_.let_go());
            FRIST_TRY(const std::vector<std::string> tables, tables_of_creditors(*connection_));
            for (const std::string& table : tables) {
                FRIST_TRY(Statement s, connection_->composed("DELETE FROM " + table + " WHERE creditor = ?1"));
                FRIST_TRY_DONE(s.bind(creditor).run());
            }
            return use("keep_creditor_number").bind(creditor).run();
        });
    }

    Result<Id> put_debtor(Id creditor, const std::string& key, const std::string& record) override {
        Id known_as = 0;
        const auto put = [&]() -> Outcome {
            {
                Statement s = use("debtor_by_key");
                FRIST_TRY(const bool row, s.bind(creditor).bind(key).step());
                if (row) {
                    known_as = s.whole();
                    if (s.view() == record) return done;
                }
            }
            if (known_as != 0) {
                FRIST_TRY_DONE(use("set_debtor").bind(creditor).bind(known_as).bind(record).run_soon());
            } else {
                FRIST_TRY(known_as, ends_.next_number(creditor, "debtor"));
                FRIST_TRY_DONE(use("add_debtor").bind(creditor).bind(known_as).bind(key).bind(record).run_soon());
            }
            FRIST_TRY(const std::int64_t version, ends_.next_debtor_version(creditor));
            return put_debtor_index(*connection_, creditor, office::debtor_index(known_as, key, record), version);
        };
        const Outcome outcome = connection_->in_transaction() ? put() : change(put);
        if (!outcome.ok()) return outcome.error();
        return known_as;
    }

    Result<std::optional<DebtorRow>> debtor(Id creditor, Id debtor) override {
        Statement s = use("debtor");
        s.bind(creditor).bind(debtor);
        return first<DebtorRow>(s, [&] {
            DebtorRow row;
            row.id = s.whole();
            row.key = s.word();
            row.record = s.word();
            return row;
        });
    }

    Result<std::optional<DebtorRow>> debtor_of_key(Id creditor, const std::string& key) override {
        Statement s = use("debtor_by_key");
        s.bind(creditor).bind(key);
        return first<DebtorRow>(s, [&] {
            DebtorRow row;
            row.id = s.whole();
            row.key = key;
            row.record = s.word();
            return row;
        });
    }

    Result<std::optional<ItemRow>> item(Id creditor, const std::string& number) override {
        Statement s = use("item");
        s.bind(creditor).bind(number);
        return first<ItemRow>(s, [&] { return item_of(s); });
    }

    Result<Id> put_item(Id creditor, const ItemRow& item) override {
        Id id = item.id;
        if (id == 0) {
            FRIST_TRY(id, next_number(creditor, "item"));
        }
        FRIST_TRY_DONE(use("put_item").bind(creditor).bind(id).bind(item.number).bind(item.debtor).bind(item.amount).bind(item.open.minor()).bind(item.invoiced)
                           .bind(item.due).bind(item.kid).bind(item.earlier).bind(item.case_id).bind(item.open_at_start.minor()).bind(item.warning).bind(item.what).bind(item.department).bind(item.project).run_soon());
        return id;
    }

    Result<std::vector<ItemRow>> items_without_case(Id creditor) override { return items_of_case(creditor, 0); }
    Result<std::vector<ItemRow>> items_of_case(Id creditor, Id case_id) override {
        Statement s = use("items_of_case");
        s.bind(creditor).bind(case_id);
        return all<ItemRow>(s, [&] { return item_of(s); });
    }

    Result<std::optional<CaseRow>> case_row(Id creditor, Id case_id) override {
        Statement s = use("case_row");
        s.bind(creditor).bind(case_id);
        FRIST_TRY(std::vector<CaseRow> rows, cases_of(creditor, s));
        if (rows.empty()) return std::optional<CaseRow>{};
        return std::optional<CaseRow>(std::move(rows.front()));
    }
    Result<std::vector<CaseRow>> cases(Id creditor, const CaseFilter& filter) override {
        const std::string_view state = filter.state ? name_of(*filter.state) : std::string_view{};
        if (filter.debtor && !filter.state) {
            Statement s = use("cases_of_debtor");
            s.bind(creditor).bind(*filter.debtor).bind(filter.after).bind(std::int64_t{filter.open_only}).bind(std::int64_t{filter.limit});
            return cases_of(creditor, s);
        }
        Statement s = use("cases");
        s.bind(creditor).bind(filter.after).bind(state).bind(filter.debtor.value_or(0)).bind(std::int64_t{filter.open_only}).bind(std::int64_t{filter.limit});
        return cases_of(creditor, s);
    }
    Result<std::vector<CaseRow>> due_cases(Id creditor, Date day, int limit) override {
        Statement s = use("due_cases");
        s.bind(creditor).bind(day).bind(std::int64_t{limit});
        return cases_of(creditor, s);
    }

    Outcome append(const Change& change) override {
        const cases::Case& c = change.row.state;
        const auto count = static_cast<std::int64_t>(change.events->size());
        const std::int64_t before = change.row.seq - count;
        const std::string snapshot = to_binary(c);
        {
            Statement s = use(before == 0 ? "add_case" : "set_case");
            s.bind(change.creditor).bind(c.id).bind(c.debtor).bind(name_of(c.state())).bind(change.row.next_look).bind(change.row.seq).bind_blob(snapshot);
            if (before != 0) s.bind(before);
            FRIST_TRY_DONE(s.change_one_soon({"store.conflict", "case " + std::to_string(c.id), "it was changed meanwhile", "Read the case again and repeat the command."}));
        }
        FRIST_TRY_DONE(put_register_row(*connection_, change.creditor, change.index));
        FRIST_TRY(ChainEnd end, ends_.chain(change.creditor));
        auto& [link, hash] = end;
        FRIST_TRY_DONE(ends_.begin_day(change.creditor, change.today, link + 1));
        std::int64_t seq = before;
        for (const cases::Event& event : *change.events) {
            StoredEvent stored{c.id, ++seq, ++link, change.today, std::string(cases::type_of(event)), boost::json::serialize(cases::body_of(event)), change.cause, change.law, {}};
            hash = stored.hash = link_hash(hash, stored);
            FRIST_TRY_DONE(use("add_event").bind(change.creditor).bind(stored.case_id).bind(stored.seq).bind(stored.link).bind(stored.stored).bind(stored.type)
                               .bind(stored.body).bind(stored.cause).bind(stored.law).bind(stored.hash).run_soon());
            const ledger::Entry& entry = change.entries[static_cast<std::size_t>(seq - before - 1)];
            for (const ledger::Line& line : entry.lines)
                FRIST_TRY_DONE(use("add_entry").bind(change.creditor).bind(c.id).bind(seq).bind(name_of(line.account)).bind(line.amount).run_soon());
        }
        return ends_.set_chain(change.creditor, std::move(end));
    }

    Result<std::optional<RegisterRow>> register_row(Id creditor, Id case_id) override {
        return store::register_row(*connection_, creditor, case_id);
    }
    Result<std::optional<DebtorIndex>> debtor_index(Id creditor, Id debtor) override {
        return store::debtor_index(*connection_, creditor, debtor);
    }
    Result<std::optional<RegisterMark>> register_mark(Id creditor) override {
        return store::register_mark(*connection_, creditor);
    }
    Outcome put_register_mark(Id creditor, const RegisterMark& mark) override {
        return use("put_register_mark").bind(creditor).bind(mark.shape).bind(mark.law).bind(mark.made).run();
    }
    Result<std::vector<StoredEvent>> events(Id creditor, Id case_id) override {
        Statement s = use("events");
        s.bind(creditor).bind(case_id);
        return all<StoredEvent>(s, [&] { return event_of(s); });
    }
    Result<ChainEnd> chain_end(Id creditor) override { return ends_.chain(creditor); }
    Result<std::string> hash_of_link(Id creditor, std::int64_t link) override {
        Statement s = use("hash_of_link");
        FRIST_TRY(const bool row, s.bind(creditor).bind(link).step());
        return row ? s.word() : std::string();
    }
    Outcome each_event(Id creditor, const std::function<Outcome(const StoredEvent&)>& see) override {
        Statement s = use("each_event");
        s.bind(creditor);
        return see_all(s, see);
    }
    Outcome each_payment(Id creditor, Date from, Date to, const std::function<Outcome(const StoredEvent&)>& see) override {
        Statement s = use("each_payment");
        s.bind(creditor).bind(from).bind(to);
        return see_all(s, see);
    }
    Result<std::vector<StoredEntry>> entries(Id creditor, Id case_id) override {
        Statement s = use("entries");
        s.bind(creditor).bind(case_id);
        return all<StoredEntry>(s, [&] {
            StoredEntry row;
            row.case_id = s.whole();
            row.seq = s.whole();
            row.line.account = known<ledger::Account>(s.view());
            row.line.amount = s.money();
            return row;
        });
    }

    Result<std::int64_t> next_number(Id creditor, const std::string& name) override {
        if (connection_->in_transaction()) return ends_.next_number(creditor, name);
        std::int64_t number = 0;
        FRIST_TRY_DONE(change([&]() -> Outcome {
            FRIST_TRY(number, ends_.next_number(creditor, name));
            return done;
        }));
        return number;
    }
    Outcome put_kid(Id creditor, const std::string& kid, Id case_id, const std::string& item) override {
        return use("put_kid").bind(creditor).bind(kid).bind(case_id).bind(item).run_soon();
    }
    Result<std::optional<KidTarget>> kid(Id creditor, const std::string& kid) override {
        Statement s = use("kid");
        s.bind(creditor).bind(kid);
        return first<KidTarget>(s, [&] {
            KidTarget target;
            target.case_id = s.whole();
            target.item = s.word();
            return target;
        });
    }
    Result<std::string> kid_of_case(Id creditor, Id case_id) override {
        Statement s = use("kid_of_case");
        FRIST_TRY(const bool row, s.bind(creditor).bind(case_id).step());
        return row ? s.word() : std::string();
    }

    Outcome put_letter(Id creditor, const LetterRow& l) override {
        return use("put_letter").bind(creditor).bind(l.case_id).bind(std::int64_t{l.letter}).bind(name_of(l.kind)).bind(l.on).bind(name_of(l.state))
            .bind(std::int64_t{l.approved}).bind(l.written_on).bind(l.deadline).bind(l.fee).bind(l.file).bind(l.sha256).bind(l.sent_on).run_soon();
    }
    Result<std::vector<LetterRow>> letters(Id creditor, std::optional<LetterState> state) override {
        Statement s = use(state ? "letters_in" : "letters");
        s.bind(creditor);
        if (state) s.bind(name_of(*state));
        return all<LetterRow>(s, [&] { return letter_of(s); });
    }
    Result<std::optional<LetterRow>> letter(Id creditor, Id case_id, int letter) override {
        Statement s = use("letter");
        s.bind(creditor).bind(case_id).bind(std::int64_t{letter});
        return first<LetterRow>(s, [&] { return letter_of(s); });
    }

    Outcome put_letter_total(Id creditor, Id case_id, int letter, Money total) override {
        return use("put_letter_total").bind(creditor).bind(case_id).bind(std::int64_t{letter}).bind(total).run_soon();
    }
    Result<std::optional<Money>> letter_total(Id creditor, Id case_id, int letter) override {
        Statement s = use("letter_total");
        s.bind(creditor).bind(case_id).bind(std::int64_t{letter});
        return first<Money>(s, [&] { return s.money(); });
    }
    Result<std::int64_t> letters_sent_on(Id creditor, Date day) override {
        Statement s = use("letters_sent_on");
        FRIST_TRY(const bool row, s.bind(creditor).bind(day).step());
        FRIST_CHECK(row);
        return s.whole();
    }

    Outcome put_dispatch(Id creditor, const DispatchRow& d) override {
        const std::string at = text(d.at);
        Statement s = use("put_dispatch");
        s.bind(creditor).bind(d.case_id).bind(std::int64_t{d.letter}).bind(name_of(d.channel)).bind(name_of(d.state)).bind(std::int64_t{d.deciding}).bind(d.batch)
            .bind(d.address).bind(d.file).bind(d.sha256).bind(std::int64_t{d.tries}).bind(at);
        const std::string next = d.next_try ? text(*d.next_try) : std::string();
        if (d.next_try) s.bind(next);
        else s.bind(std::optional<Date>{});
        return s.bind(d.said).run_soon();
    }
    Outcome drop_dispatch(Id creditor, Id case_id, int letter, Channel channel) override {
        return use("drop_dispatch").bind(creditor).bind(case_id).bind(std::int64_t{letter}).bind(name_of(channel)).run();
    }
    Result<std::vector<DispatchRow>> dispatches(Id creditor, DispatchState state) override {
        Statement s = use("dispatches");
        s.bind(creditor).bind(name_of(state));
        return all<DispatchRow>(s, [&] { return dispatch_of(s); });
    }
    Result<std::vector<DispatchRow>> dispatches_of_case(Id creditor, Id case_id) override {
        Statement s = use("dispatches_of_case");
        s.bind(creditor).bind(case_id);
        return all<DispatchRow>(s, [&] { return dispatch_of(s); });
    }

    Outcome put_enclosure(Id creditor, const EnclosureRow& row, std::string_view bytes) override {
        return use("put_enclosure").bind(creditor).bind(row.invoice).bind(row.sha256).bind(row.name).bind(row.on).bind_blob(bytes).run();
    }
    Result<bool> drop_enclosure(Id creditor, const std::string& invoice, const std::string& hash) override {
        FRIST_TRY_DONE(use("drop_enclosure").bind(creditor).bind(invoice).bind(hash).run());
        return connection_->changed() == 1;
    }
    Result<std::vector<EnclosureRow>> enclosures(Id creditor, const std::string& invoice) override {
        Statement s = use("enclosures");
        s.bind(creditor).bind(invoice);
        return all<EnclosureRow>(s, [&] {
            EnclosureRow row;
            row.invoice = s.word();
            row.sha256 = s.word();
            row.name = s.word();
            row.on = s.date();
            return row;
        });
    }
    Result<std::optional<std::string>> enclosure_bytes(Id creditor, const std::string& invoice, const std::string& hash) override {
        Statement s = use("enclosure_bytes");
        s.bind(creditor).bind(invoice).bind(hash);
        return first<std::string>(s, [&] { return s.word(); });
    }

    Result<Id> put_note(Id creditor, const NoteRow& n) override {
        Id id = n.id;
        if (id == 0) {
            FRIST_TRY(id, next_number(creditor, "note"));
        }
        const std::string struck = n.struck_at ? text(*n.struck_at) : "";
        FRIST_TRY_DONE(use("put_note").bind(creditor).bind(id).bind(n.debtor).bind(n.case_id).bind(n.person).bind(text(n.at)).bind(n.text).bind(n.struck_by).bind(struck).run());
        return id;
    }
    Result<std::optional<NoteRow>> note(Id creditor, Id note) override {
        Statement s = use("note");
        s.bind(creditor).bind(note);
        FRIST_TRY(std::vector<NoteRow> rows, notes_of(s));
        if (rows.empty()) return std::optional<NoteRow>{};
        return std::optional<NoteRow>(std::move(rows.front()));
    }
    Result<std::vector<NoteRow>> notes_of_case(Id creditor, Id case_id) override {
        Statement s = use("notes_of_case");
        s.bind(creditor).bind(case_id);
        return notes_of(s);
    }
    Result<std::vector<NoteRow>> notes_of_debtor(Id creditor, Id debtor) override {
        Statement s = use("notes_of_debtor");
        s.bind(creditor).bind(debtor);
        return notes_of(s);
    }

    Outcome add_automation(Id creditor, const AutomationRow& row) override {
        FRIST_TRY_DONE(use("add_automation").bind(creditor).bind(row.number).bind(text(row.at)).bind(row.person).bind(row.record).run());
        if (connection_->changed() == 1) return done;
        return Error{"store.conflict", fmt::format("automation {}", row.number), "somebody else has set the rules meanwhile", "Read them again."};
    }
    Result<std::vector<AutomationRow>> automations(Id creditor, int limit) override {
        Statement s = use("automations");
        s.bind(creditor).bind(std::int64_t{limit});
        std::vector<AutomationRow> rows;
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return rows;
            AutomationRow row;
            row.number = s.whole();
            FRIST_TRY(row.at, Moment::parse(s.view()));
            row.person = s.whole();
            row.record = s.word();
            rows.push_back(std::move(row));
        }
    }

    Outcome put_read(Id creditor, Source source, Moment at) override { return use("put_read").bind(creditor).bind(name_of(source)).bind(text(at)).run(); }
    Result<std::optional<Moment>> last_read(Id creditor, Source source) override {
        Statement s = use("last_read");
        FRIST_TRY(const bool row, s.bind(creditor).bind(name_of(source)).step());
        if (!row) return std::optional<Moment>{};
        FRIST_TRY(const Moment at, Moment::parse(s.view()));
        return std::optional<Moment>(at);
    }

    Result<std::vector<Id>> debtors_of_firm(Id creditor, const std::string& org_number) override {
        Statement s = use("debtors_of_firm");
        s.bind(creditor).bind(org_number);
        return all<Id>(s, [&] { return s.whole(); });
    }
    Outcome put_apart(Id creditor, const Apart& apart, Date on) override {
        return use("put_apart").bind(creditor).bind(apart.line).bind(apart.case_id).bind(on).run();
    }
    Outcome put_course(Id creditor, const CourseRow& course) override {
        const Outcome kept = use("put_course").bind(creditor).bind(course.name).bind(std::int64_t{course.version}).bind(course.body).bind(course.kept_on).bind(course.by).run();
        if (kept.ok() || !connection_->taken()) return kept;
        return Error{"course.changed", "version", "somebody else has changed this course meanwhile", "Look at it again and save once more."};
    }
    Result<std::vector<CourseRow>> courses(Id creditor) override {
        Statement s = use("courses");
        s.bind(creditor);
        return all<CourseRow>(s, [&] {
            CourseRow row;
            row.name = s.word();
            row.version = static_cast<int>(s.whole());
            row.body = s.word();
            row.kept_on = s.date();
            row.by = s.whole();
            return row;
        });
    }
    Result<std::vector<Apart>> apart(Id creditor) override {
        Statement s = use("apart");
        s.bind(creditor);
        return all<Apart>(s, [&] {
            Apart row;
            row.line = s.whole();
            row.case_id = s.whole();
            return row;
        });
    }

private:
    Ends ends_;

    static Outcome see_all(Statement& s, const std::function<Outcome(const StoredEvent&)>& see) {
        while (true) {
            FRIST_TRY(const bool row, s.step());
            if (!row) return done;
            FRIST_TRY_DONE(see(event_of(s)));
        }
    }

    static Result<std::vector<NoteRow>> notes_of(Statement& s) {
        std::vector<NoteRow> rows;
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return rows;
            NoteRow row;
            row.id = s.whole();
            row.debtor = s.whole();
            row.case_id = s.whole();
            row.person = s.whole();
            FRIST_TRY(row.at, Moment::parse(s.view()));
            row.text = s.word();
            row.struck_by = s.whole();
            const std::string_view struck = s.view();
            if (!struck.empty()) {
                FRIST_TRY(row.struck_at, Moment::parse(struck));
            }
            rows.push_back(std::move(row));
        }
    }

    // A snapshot that a program with other fields has left says nothing; the events do.
    Result<cases::Case> state_of(Id creditor, Id case_id, std::string_view snapshot) {
        if (has_shape<cases::Case>(snapshot)) return from_binary<cases::Case>(snapshot);
        FRIST_TRY(const std::vector<StoredEvent> stored, events(creditor, case_id));
        cases::Case c;
        for (const StoredEvent& one : stored) {
            FRIST_TRY(const cases::Event event, office::event_of(one));
            cases::evolve(c, event);
        }
        return c;
    }
    Result<std::vector<CaseRow>> cases_of(Id creditor, Statement& s) {
        std::vector<CaseRow> rows;
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return rows;
            CaseRow row;
            row.seq = s.whole();
            row.next_look = s.maybe_date();
            const std::string snapshot(s.view());
            row.columns.case_id = s.whole();
            row.columns.debtor = s.whole();
            row.columns.state = s.word();
            FRIST_TRY(row.state, state_of(creditor, row.columns.case_id, snapshot));
            rows.push_back(std::move(row));
        }
    }
};

}  // namespace

std::unique_ptr<Store> office_on(std::shared_ptr<Connection> connection) {
    return std::make_unique<OfficeStore>(std::move(connection));
}

Result<Rooms> open_rooms(const std::string& file, Open how, int patience_ms) {
    Rooms rooms;
    FRIST_TRY(rooms.connection, Connection::open(file, how, patience_ms));
    rooms.office = office_on(rooms.connection);
    rooms.index = register_on(rooms.connection);
    rooms.reports = reports_on(rooms.connection);
    rooms.access = access_on(rooms.connection);
    rooms.answers = answers_on(rooms.connection);
    rooms.jobs = jobs_on(rooms.connection);
    rooms.exports = exports_on(rooms.connection);
    rooms.personal = personal_data_on(rooms.connection);
    return rooms;
}

Result<std::shared_ptr<Register>> open_register(const std::string& file, const rules::Country& country,
                                                int patience_ms) {
    struct WithRooms {
        WithRooms(Rooms opened, const rules::Country& law)
            : rooms(std::move(opened)), cases(*rooms.office, *rooms.index, law) {}
        Rooms rooms;
        Register cases;
    };
    FRIST_TRY(Rooms rooms, open_rooms(file, Open::existing, patience_ms));
    const auto all = std::make_shared<WithRooms>(std::move(rooms), country);
    return std::shared_ptr<Register>(all, &all->cases);
}

Result<std::unique_ptr<Store>> open_office(const std::string& file, Open how, int patience_ms) {
    FRIST_TRY(Rooms rooms, open_rooms(file, how, patience_ms));
    return std::move(rooms.office);
}

}  // namespace frist::store
