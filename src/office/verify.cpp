#include "base/pch.h"
#include "cases/evolve.h"
#include "office/booking.h"
#include "office/recount.h"
#include "office/verify.h"
#include "rules/balance.h"
#include "rules/bookkeeping.h"
#include "rules/next.h"

namespace frist::office {
namespace {

class Verifier {
public:
    Verifier(const Desk& desk, const law::Book& book) : desk_(desk), book_(book) {}

    Result<Verified> run() {
        FRIST_TRY_DONE(chain());
        FRIST_TRY(const auto mark, desk_.store.register_mark(desk_.creditor));
        register_made_ = mark && mark->same_makers(register_mark(desk_.country));
        CaseFilter filter;
        while (true) {
            FRIST_TRY(const std::vector<CaseRow> rows, desk_.store.cases(desk_.creditor, filter));
            for (std::size_t at = 0; at < rows.size(); ++at) {
                if (at % asked_at_once == 0) FRIST_TRY_DONE(look_ahead(std::span(rows).subspan(at, std::min(asked_at_once, rows.size() - at))));
                FRIST_TRY_DONE(one_case(rows[at]));
            }
            if (static_cast<int>(rows.size()) < filter.limit) break;
            filter.after = rows.back().state.id;
        }
        if (events_of_cases_ != found_.events)
            wrong("verify.case", "cases", fmt::format("{} events are stored, but the cases have {}: a case is missing", found_.events, events_of_cases_));
        FRIST_TRY_DONE(payments());
        return std::move(found_);
    }

private:
    // What the look at these cases will read.
    Outcome look_ahead(std::span<const CaseRow> rows) {
        if (!desk_.store.is_far()) return done;
        ToRead to_read;
        for (const CaseRow& row : rows) {
            for (std::vector<Id>* of_case : {&to_read.events_of, &to_read.entries_of, &to_read.register_rows}) of_case->push_back(row.columns.case_id);
            for (const cases::Sent& letter : row.state.letters) to_read.letters[letter.letter].push_back(row.columns.case_id);
            if (row.state.ordered) to_read.letters[row.state.ordered->letter].push_back(row.columns.case_id);
            if (debtors_.contains(row.columns.debtor)) continue;
            to_read.debtors.push_back(row.columns.debtor);
            to_read.debtor_indexes.push_back(row.columns.debtor);
        }
        return desk_.store.ask_ahead(desk_.creditor, to_read);
    }

    void wrong(std::string code, std::string field, std::string message) {
        found_.wrong.push_back({std::move(code), std::move(field), std::move(message), "Restore the latest backup that verifies, and report what happened in between."});
    }
    static std::string place(const StoredEvent& e) { return fmt::format("case {} event {} {}", e.case_id, e.seq, e.type); }

    Outcome chain() {
        std::string before;
        std::int64_t link = 0;
        bool broken = false;
        FRIST_TRY_DONE(desk_.store.each_event(desk_.creditor, [&](const StoredEvent& event) -> Outcome {
            ++found_.events;
            if (event.link != ++link && !broken) {
                broken = true;
                wrong("verify.gap", place(event), fmt::format("link {} of the chain is missing", link));
                link = event.link;
            }
            if (link_hash(before, event) != event.hash && !broken) {
                broken = true;
                wrong("verify.hash", place(event), "was changed after it was stored, or the event before it was taken away");
            }
            before = event.hash;
            return done;
        }));
        // Events that were cut off at the end leave a chain without a fault; its end is therefore kept apart.
        FRIST_TRY(const ChainEnd end, desk_.store.chain_end(desk_.creditor));
        if (!broken && (end.link != link || end.hash != before))
            wrong("verify.end", fmt::format("event {} of the chain", end.link), fmt::format("the chain ends with event {} instead", link));
        return done;
    }

    Outcome one_case(const CaseRow& row) {
        ++found_.cases;
        const Id id = row.columns.case_id;
        const std::string where = "case " + std::to_string(id);
        FRIST_TRY(const std::vector<StoredEvent> stored, desk_.store.events(desk_.creditor, id));
        FRIST_TRY(const std::vector<StoredEntry> entries, desk_.store.entries(desk_.creditor, id));
        events_of_cases_ += static_cast<std::int64_t>(stored.size());
        found_.entries += static_cast<std::int64_t>(entries.size());
        cases::Case c;
        std::int64_t seq = 0;
        std::size_t at = 0;
        for (const StoredEvent& s : stored) {
            if (s.seq != ++seq) wrong("verify.sequence", place(s), "an event before it is missing");
            const auto event = event_of(s);
            if (!event.ok()) {
                wrong("verify.event", place(s), event.error().message);
                return done;
            }
            if (const auto* letter = std::get_if<cases::LetterSent>(&*event)) FRIST_TRY_DONE(sent(*letter, id, place(s)));
            const cases::Case before = c;
            cases::evolve(c, *event);
            payments_in_cases_ += s.cause.starts_with("payment:") && s.type == "PaymentReceived" ? 1 : 0;
            check_books(s, rules::entry_of(before, c, cases::day_of(*event)), entries, at);
        }
        if (at != entries.size()) wrong("verify.books", where, "the books have lines that no event explains");
        if (!(c == row.state) || seq != row.seq) wrong("verify.row", where, "its stored row is not what its events add up to");
        if (row.columns.debtor != c.debtor || row.columns.state != name_of(c.state())) wrong("verify.row", where, "its row stands under another debtor or state than it has");
        FRIST_TRY(const auto due, rules::upcoming(c, desk_.country));
        if (row.next_look != (due ? std::optional<Date>(due->on) : std::nullopt)) wrong("verify.next", where, "its next day is not what the rules say");
        if (register_made_) FRIST_TRY_DONE(index(c, due, where));
        FRIST_TRY_DONE(waiting(c, where));
        return sums(c, where);
    }

    // What lists show of the case and its debtor. Rows of another program or law are not looked at: they are made anew.
    Outcome index(const cases::Case& c, const std::optional<rules::Upcoming>& due, const std::string& where) {
        FRIST_TRY(const RegisterRow wanted, register_row(c, due, desk_.country));
        const auto row = desk_.store.register_row(desk_.creditor, c.id);
        if (!row.ok() && row.error().code != "store.damaged") return row.error();
        if (!row.ok() || *row != wanted)
            wrong("verify.register", where, "its row in the register is not what the case says");
        if (!debtors_.insert(c.debtor).second) return done;
        FRIST_TRY(const auto debtor, desk_.store.debtor(desk_.creditor, c.debtor));
        FRIST_TRY(const auto told, desk_.store.debtor_index(desk_.creditor, c.debtor));
        if (debtor && told != debtor_index(debtor->id, debtor->key, debtor->record))
            wrong("verify.register", fmt::format("debtor {}", c.debtor),
                  "its row in the register is not what its record says");
        return done;
    }

    // A letter that an event says was sent has its row, and the row says the same. A case that took over another has
    // the other's letters too, but their rows stay where they were sent.
    Outcome sent(const cases::LetterSent& e, Id id, const std::string& where) {
        FRIST_TRY(const auto row, desk_.store.letter(desk_.creditor, id, e.letter.letter));
        if (!row || row->state != LetterState::sent || row->sent_on != e.on || row->deadline != e.letter.deadline || row->fee != e.letter.fee)
            wrong("verify.letter", where, fmt::format("the row of letter {} is not what the event says", e.letter.letter));
        return done;
    }

    Outcome waiting(const cases::Case& c, const std::string& where) {
        if (!c.ordered) return done;
        FRIST_TRY(const auto row, desk_.store.letter(desk_.creditor, c.id, c.ordered->letter));
        if (!row || row->kind != c.ordered->kind || (row->state != LetterState::ordered && row->state != LetterState::written))
            wrong("verify.letter", where, fmt::format("letter {} waits in the case, and its row does not say so", c.ordered->letter));
        return done;
    }

    void check_books(const StoredEvent& event, const ledger::Entry& entry, const std::vector<StoredEntry>& stored, std::size_t& at) {
        std::vector<ledger::Line> kept;
        while (at < stored.size() && stored[at].seq == event.seq) kept.push_back(stored[at++].line);
        std::vector<ledger::Line> wanted = entry.lines;
        const auto by_name = [](const ledger::Line& a, const ledger::Line& b) { return name_of(a.account) < name_of(b.account); };
        std::sort(wanted.begin(), wanted.end(), by_name);
        if (!ledger::balanced({entry.on, kept})) wrong("verify.balance", place(event), "its entry does not sum to zero");
        else if (kept != wanted) wrong("verify.books", place(event), "its entry is not what the event says");
    }

    Outcome sums(const cases::Case& c, const std::string& where) {
        if (c.closing) return done;
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c, desk_.today, desk_.country));
        FRIST_TRY(const Recount twin, recount(c, desk_.today, book_));
        Money fees = c.zero();
        for (const rules::CostRow& row : balance.cost_rows)
            if (counted_anew(row.kind)) fees += row.amount;
        if (twin.principal != balance.principal)
            wrong("verify.principal", where, fmt::format("the open principal is {} and counted anew {}", text(balance.principal), text(twin.principal)));
        if (twin.interest != balance.interest)
            wrong("verify.interest", where, fmt::format("the open interest is {} and counted day by day {}", text(balance.interest), text(twin.interest)));
        if (twin.fees != fees) wrong("verify.fees", where, fmt::format("the fees are {} and counted anew {}", text(fees), text(twin.fees)));
        return done;
    }

    // Every payment that was applied stands in its case, once and with its sum; and every payment in a case has a line.
    Outcome payments() {
        PartsByCase by_case;
        std::int64_t applied = 0;
        FRIST_TRY_DONE(desk_.store.each_part(desk_.creditor, [&](const PartRow& part) -> Outcome {
            if (part.case_id == 0 || part.amount.negative()) return done;
            by_case[part.case_id].push_back(part);
            ++applied;
            return done;
        }));
        int until_next = 0;
        for (auto next = by_case.cbegin(); next != by_case.cend(); ++next) {
            if (until_next-- == 0) {
                until_next = asked_at_once - 1;
                FRIST_TRY_DONE(payments_ahead(next, by_case.cend()));
            }
            const auto& [id, of_case] = *next;
            FRIST_TRY(const std::vector<StoredEvent> stored, desk_.store.events(desk_.creditor, id));
            for (const PartRow& part : of_case) FRIST_TRY_DONE(one_payment(part, stored));
        }
        FRIST_TRY_DONE(whole_lines());
        if (applied != payments_in_cases_)
            wrong("verify.payment", "payments", fmt::format("the cases have {} payments from files, but {} lines of files say so", payments_in_cases_, applied));
        return done;
    }

    using PartsByCase = std::map<Id, std::vector<PartRow>>;
    Outcome payments_ahead(PartsByCase::const_iterator next, PartsByCase::const_iterator end) {
        if (!desk_.store.is_far()) return done;
        ToRead to_read;
        for (; next != end && to_read.events_of.size() < asked_at_once; ++next) {
            to_read.events_of.push_back(next->first);
            for (const PartRow& part : next->second) to_read.lines.push_back(part.line);
        }
        return desk_.store.ask_ahead(desk_.creditor, to_read);
    }

    // Of every line, what its parts and its way back have left over is what it says.
    Outcome whole_lines() {
        for (const LineState state : {LineState::applied, LineState::suspense}) {
            FRIST_TRY(const std::vector<LineRow> lines, desk_.store.lines(desk_.creditor, state));
            for (std::size_t at = 0; at < lines.size(); ++at) {
                if (at % asked_at_once == 0) FRIST_TRY_DONE(lines_ahead(std::span(lines).subspan(at, std::min(asked_at_once, lines.size() - at))));
                const LineRow& line = lines[at];
                FRIST_TRY(const Money left, left_of(desk_, line));
                if (line.left != left) wrong("verify.payment", fmt::format("payment line {}", line.id), fmt::format("has {} left over, and its row says {}", text(left), text(line.left)));
            }
        }
        return done;
    }

    Outcome lines_ahead(std::span<const LineRow> lines) {
        if (!desk_.store.is_far()) return done;
        ToRead to_read;
        for (const LineRow& line : lines) to_read.lines.push_back(line.id);
        return desk_.store.ask_ahead(desk_.creditor, to_read);
    }

    Outcome one_payment(const PartRow& line, const std::vector<StoredEvent>& stored) {
        FRIST_TRY(const std::optional<LineRow> row, desk_.store.line(desk_.creditor, line.line));
        if (!row) {
            wrong("verify.payment", fmt::format("payment line {}", line.line), "a part of it was booked, and there is no such line");
            return done;
        }
        const std::string cause = "payment:" + source_of(*row, line.part);
        int times = 0;
        bool same = true;
        for (const StoredEvent& e : stored) {
            if (e.type != "PaymentReceived" || e.cause != cause) continue;
            ++times;
            const auto event = event_of(e);
            if (!event.ok()) continue;   // told of already, by its case
            same = same && std::get<cases::PaymentReceived>(*event).amount == line.amount;
        }
        const std::string where = fmt::format("payment line {}", line.line);
        if (times != 1) wrong("verify.payment", where, fmt::format("stands {} times in case {}, not once", times, line.case_id));
        else if (!same) wrong("verify.payment", where, fmt::format("is not the sum that case {} received", line.case_id));
        return done;
    }

    const Desk& desk_;
    const law::Book& book_;
    Verified found_;
    bool register_made_ = false;
    std::set<Id> debtors_;                 // seen
    std::int64_t events_of_cases_ = 0;     // of the cases that have a row
    std::int64_t payments_in_cases_ = 0;   // that came from files
};

}  // namespace

Result<Verified> verify(const Desk& desk, const law::Book& book) {
    Verified found;
    const Outcome looked = desk.store.look([&]() -> Outcome {
        FRIST_TRY(found, Verifier(desk, book).run());
        return done;
    });
    FRIST_TRY_DONE(looked);
    return found;
}

}  // namespace frist::office
