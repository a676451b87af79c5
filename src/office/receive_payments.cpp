#include "base/pch.h"
#include "office/receive_payments.h"
#include "party/kid.h"
#include "rules/balance.h"
#include "rules/decide.h"

namespace frist::office {
namespace {

class Receiver {
public:
    explicit Receiver(const Desk& desk) : desk_(desk) {
        report_.applied_sum = report_.suspense_sum = Money(0, desk.country.currency());
    }

    Outcome file(const std::string& sha256, const std::string& kind, const std::vector<Incoming>& lines) {
        FRIST_TRY(const bool fresh, desk_.store.take_file(desk_.creditor, sha256, kind, desk_.today));
        report_.file_known = !fresh;
        for (const Incoming& line : lines) {
            FRIST_TRY(const bool known, desk_.store.knows_line(desk_.creditor, line.fingerprint));
            if (known) ++report_.known;
            else FRIST_TRY_DONE(take(line, sha256));
        }
        // A file that was taken before tells nothing new.
        return fresh ? desk_.store.put_read(desk_.creditor, Source::bank, desk_.now()) : Outcome(done);
    }

    // Books the payment on the case, or on the case that took it over. Gives why it cannot.
    Result<std::optional<Error>> book(LineRow& row, Id case_id) {
        FRIST_TRY(CaseRow c, case_row(desk_, case_id));
        while (c.state.merged_into) {
            FRIST_TRY(c, case_row(desk_, *c.state.merged_into));
        }
        cases::ReceivePayment payment;
        payment.on = row.on;
        payment.amount = row.amount;
        payment.source = row.fingerprint;
        const bool was_open = !c.state.closing;
        const Result<cases::Events> events = rules::decide(c.state, payment, desk_.today, desk_.country);
        if (!events.ok()) return std::optional<Error>(events.error());
        FRIST_TRY_DONE(keep(desk_, c, *events, "payment:" + row.fingerprint));
        row.state = LineState::applied;
        row.case_id = c.state.id;
        row.reason.clear();
        if (was_open && c.state.closing) ++report_.closed;
        return std::optional<Error>{};
    }

    [[nodiscard]] const PaymentReport& report() const { return report_; }

private:
    Outcome take(const Incoming& line, const std::string& sha256) {
        LineRow row;
        row.fingerprint = line.fingerprint;
        row.file = sha256;
        row.on = line.on;
        row.amount = line.amount;
        row.kid = line.kid;
        row.payer = line.payer;
        row.raw = line.raw;
        FRIST_TRY_DONE(line.waits.empty() ? place(row) : wait(row, line.waits));
        if (row.state == LineState::applied) {
            ++report_.applied;
            report_.applied_sum += row.amount;
        } else {
            ++report_.suspense;
            report_.suspense_sum += row.amount;
        }
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_line(desk_.creditor, row));
        return done;
    }

    Outcome place(LineRow& row) {
        if (!row.amount.positive()) return wait(row, "it takes money back; a person decides what it undoes");
        if (row.amount.currency() != desk_.country.currency()) return wait(row, "it is in a foreign currency");
        if (row.kid.empty()) return wait(row, "it has no reference");
        FRIST_TRY(const auto target, desk_.store.kid(desk_.creditor, row.kid));
        if (!target)
            return wait(row, party::kid_shaped(row.kid) && party::kid_checks(row.kid) == "none" ? "its reference is not known, and its check digit does not fit: it was mistyped" : "its reference is not known");
        if (target->case_id == 0) return on_ledger(row, target->item);
        FRIST_TRY(const std::optional<Error> refused, book(row, target->case_id));
        return refused ? wait(row, refused->message) : Outcome(done);
    }

    // An invoice without a case was paid: the ledger mirror knows before the ledger does.
    Outcome on_ledger(LineRow& row, const std::string& number) {
        FRIST_TRY(std::optional<ItemRow> item, desk_.store.item(desk_.creditor, number));
        if (!item || item->open < row.amount) return wait(row, "it is more than the invoice without a case has open");
        item->open -= row.amount;
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, *item));
        row.state = LineState::applied;
        row.reason = "invoice " + number + ", which has no case";
        return done;
    }

    static Outcome wait(LineRow& row, std::string reason) {
        row.state = LineState::suspense;
        row.reason = std::move(reason);
        return done;
    }

    const Desk& desk_;
    PaymentReport report_;
};

}  // namespace

bool nearly_the_same(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    std::vector<std::size_t> differs;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) differs.push_back(i);
    if (differs.size() == 1) return true;
    return differs.size() == 2 && differs[1] == differs[0] + 1 && a[differs[0]] == b[differs[1]] && a[differs[1]] == b[differs[0]];
}

Result<PaymentReport> receive_payments(const Desk& desk, const std::string& sha256, const std::string& kind, const std::vector<Incoming>& lines) {
    Receiver receiver(desk);
    FRIST_TRY_DONE(desk.store.change([&] { return receiver.file(sha256, kind, lines); }));
    return receiver.report();
}

Result<std::vector<Waiting>> suspense(const Desk& desk) {
    FRIST_TRY(const std::vector<LineRow> lines, desk.store.lines(desk.creditor, LineState::suspense));
    std::vector<Waiting> waiting;
    waiting.reserve(lines.size());
    for (const LineRow& line : lines) waiting.push_back({line, {}});
    if (waiting.empty()) return waiting;
    CaseFilter filter;
    filter.open_only = true;
    while (true) {
        FRIST_TRY(const std::vector<CaseRow> rows, desk.store.cases(desk.creditor, filter));
        for (const CaseRow& row : rows) {
            FRIST_TRY(const std::string kid, desk.store.kid_of_case(desk.creditor, row.state.id));
            FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, desk.today, desk.country));
            for (Waiting& w : waiting) {
                if (nearly_the_same(w.line.kid, kid)) w.suggestions.push_back({row.state.id, "its reference differs by one mistyped digit"});
                else if (w.line.amount == balance.total()) w.suggestions.push_back({row.state.id, "the amount is exactly what is open"});
                else if (w.line.amount == balance.principal) w.suggestions.push_back({row.state.id, "the amount is exactly the open principal"});
            }
        }
        if (static_cast<int>(rows.size()) < filter.limit) return waiting;
        filter.after = rows.back().state.id;
    }
}

Outcome assign(const Desk& desk, Id line, Id case_id) {
    Receiver receiver(desk);
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<LineRow> lines, desk.store.lines(desk.creditor, LineState::suspense));
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const LineRow& l) { return l.id == line; });
        if (found == lines.end())
            return Error{"suspense.unknown", "line " + std::to_string(line), "no payment with this number waits", "See frist suspense for the numbers."};
        LineRow row = *found;
        FRIST_TRY(const std::optional<Error> refused, receiver.book(row, case_id));
        if (refused) return *refused;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, row));
        return done;
    });
}

}  // namespace frist::office
