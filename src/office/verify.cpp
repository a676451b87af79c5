#include "base/pch.h"
#include "base/strict_json.h"
#include "cases/evolve.h"
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
        CaseFilter filter;
        while (true) {
            FRIST_TRY(const std::vector<CaseRow> rows, desk_.store.cases(desk_.creditor, filter));
            for (const CaseRow& row : rows) {
                FRIST_TRY_DONE(one_case(row));
            }
            if (static_cast<int>(rows.size()) < filter.limit) break;
            filter.after = rows.back().state.id;
        }
        FRIST_TRY_DONE(payments());
        return std::move(found_);
    }

private:
    void wrong(std::string code, std::string field, std::string message) {
        found_.wrong.push_back({std::move(code), std::move(field), std::move(message), "Restore the latest backup that verifies, and report what happened in between."});
    }
    static std::string place(const StoredEvent& e) { return fmt::format("case {} event {} {}", e.case_id, e.seq, e.type); }

    Outcome chain() {
        std::string before;
        std::int64_t link = 0;
        bool broken = false;
        return desk_.store.each_event(desk_.creditor, [&](const StoredEvent& event) -> Outcome {
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
        });
    }

    Outcome one_case(const CaseRow& row) {
        ++found_.cases;
        const std::string where = "case " + std::to_string(row.state.id);
        FRIST_TRY(const std::vector<StoredEvent> stored, desk_.store.events(desk_.creditor, row.state.id));
        FRIST_TRY(const std::vector<StoredEntry> entries, desk_.store.entries(desk_.creditor, row.state.id));
        found_.entries += static_cast<std::int64_t>(entries.size());
        cases::Case c;
        std::int64_t seq = 0;
        std::size_t at = 0;
        for (const StoredEvent& s : stored) {
            if (s.seq != ++seq) wrong("verify.sequence", place(s), "an event before it is missing");
            const auto body = parse_json(s.body);
            const auto event = body.ok() && body->is_object() ? cases::event_from(s.type, body->as_object()) : Result<cases::Event>(Error{"", "", "its body is no JSON object", ""});
            if (!event.ok()) {
                wrong("verify.event", place(s), event.error().message);
                return done;
            }
            const cases::Case before = c;
            cases::evolve(c, *event);
            check_books(s, rules::entry_of(before, c, cases::day_of(*event)), entries, at);
        }
        if (at != entries.size()) wrong("verify.books", where, "the books have lines that no event explains");
        if (!(c == row.state) || seq != row.seq) wrong("verify.row", where, "its stored row is not what its events add up to");
        FRIST_TRY(const auto due, rules::upcoming(c, desk_.country));
        if (row.next_look != (due ? std::optional<Date>(due->on) : std::nullopt)) wrong("verify.next", where, "its next day is not what the rules say");
        return sums(c, where);
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
            if (row.kind == "reminder" || row.kind == "notice" || row.kind == "demand" || row.kind == "reversal") fees += row.amount;
        if (twin.principal != balance.principal)
            wrong("verify.principal", where, fmt::format("the open principal is {} and counted anew {}", text(balance.principal), text(twin.principal)));
        if (twin.interest != balance.interest)
            wrong("verify.interest", where, fmt::format("the open interest is {} and counted day by day {}", text(balance.interest), text(twin.interest)));
        if (twin.fees != fees) wrong("verify.fees", where, fmt::format("the fees are {} and counted anew {}", text(fees), text(twin.fees)));
        return done;
    }

    // Every payment that was applied stands in its case, once.
    Outcome payments() {
        FRIST_TRY(const std::vector<LineRow> lines, desk_.store.lines(desk_.creditor, LineState::applied));
        std::map<Id, std::vector<const LineRow*>> by_case;
        for (const LineRow& line : lines)
            if (line.case_id != 0) by_case[line.case_id].push_back(&line);
        for (const auto& [id, of_case] : by_case) {
            FRIST_TRY(const std::vector<StoredEvent> stored, desk_.store.events(desk_.creditor, id));
            for (const LineRow* line : of_case) {
                const auto times = std::count_if(stored.begin(), stored.end(), [&](const StoredEvent& e) {
                    return e.type == "PaymentReceived" && e.cause == "payment:" + line->fingerprint;
                });
                if (times != 1) wrong("verify.payment", fmt::format("payment line {}", line->id), fmt::format("stands {} times in case {}, not once", times, id));
            }
        }
        return done;
    }

    const Desk& desk_;
    const law::Book& book_;
    Verified found_;
};

}  // namespace

Result<Verified> verify(const Desk& desk, const law::Book& book) { return Verifier(desk, book).run(); }

}  // namespace frist::office
