#include "office/receive_payments.h"

#include "base/pch.h"
#include "office/booking.h"
#include "office/refunds.h"
#include "party/kid.h"

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
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (at % asked_at_once == 0) FRIST_TRY_DONE(look_ahead(std::span(lines).subspan(at, std::min(asked_at_once, lines.size() - at))));
            const Incoming& line = lines[at];
            FRIST_TRY(const bool known, desk_.store.knows_line(desk_.creditor, line.fingerprint));
            if (!line.transfer.empty()) FRIST_TRY_DONE(went_back(line));
            else if (known) ++report_.known;
            else FRIST_TRY_DONE(take(line, sha256));
        }
        // A file that was taken before tells nothing new.
        return fresh ? desk_.store.put_read(desk_.creditor, Source::bank, desk_.now()) : Outcome(done);
    }

    [[nodiscard]] const PaymentReport& report() const { return report_; }

private:
    // What these lines will be asked about: whether they are known, the cases that their references lead to, and the letters that wait there.
    Outcome look_ahead(std::span<const Incoming> lines) {
        if (!desk_.store.is_far()) return done;
        ToRead references;
        for (const Incoming& line : lines) {
            references.fingerprints.push_back(line.fingerprint);
            if (!line.kid.empty()) references.kids.push_back(line.kid);
        }
        FRIST_TRY_DONE(desk_.store.ask_ahead(desk_.creditor, references));
        ToRead targets;
        for (const std::string& kid : references.kids) {
            FRIST_TRY(const auto target, desk_.store.kid(desk_.creditor, kid));
            if (target && target->case_id != 0) targets.cases.push_back(target->case_id);
            else if (target) targets.items.push_back(target->item);
        }
        FRIST_TRY_DONE(desk_.store.ask_ahead(desk_.creditor, targets));
        ToRead letters;
        for (const Id id : targets.cases) {
            FRIST_TRY(const auto row, desk_.store.case_row(desk_.creditor, id));
            if (row && row->state.ordered) letters.letters[row->state.ordered->letter].push_back(id);
        }
        return desk_.store.ask_ahead(desk_.creditor, letters);
    }

    Outcome take(const Incoming& line, const std::string& sha256) {
        LineRow row;
        row.fingerprint = line.fingerprint;
        row.file = sha256;
        row.on = line.on;
        row.amount = line.amount;
        row.kid = line.kid;
        row.payer = line.payer;
        row.raw = line.raw;
        row.left = line.amount;
        FRIST_TRY(row.id, desk_.store.next_number(desk_.creditor, "payment_line"));
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

    // The bank has paid what one of our files ordered; a transfer of which nobody here knows is none of ours.
    Outcome went_back(const Incoming& line) {
        FRIST_TRY(const auto own, desk_.store.creditor(desk_.creditor));
        const std::optional<Id> refund = own ? refund_named(line.transfer, own->org_number) : std::nullopt;
        if (!refund) return done;
        FRIST_TRY(const auto row, desk_.store.refund(desk_.creditor, *refund));
        if (!row || row->state != RefundState::filed || row->amount != -line.amount) return done;
        FRIST_TRY([[maybe_unused]] const RefundRow paid, refund_paid(desk_, *refund, std::min(line.on, desk_.today)));
        ++report_.refunds;
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
        FRIST_TRY(const Booking booking, book(desk_, row, {row.amount, target->case_id, 0, true}));
        if (booking.closed) ++report_.closed;
        return booking.refused ? wait(row, booking.refused->message) : Outcome(done);
    }

    // An invoice without a case was paid: the ledger mirror knows before the ledger does.
    Outcome on_ledger(LineRow& row, const std::string& number) {
        FRIST_TRY(std::optional<ItemRow> item, desk_.store.item(desk_.creditor, number));
        if (!item || item->open < row.amount) return wait(row, "it is more than the invoice without a case has open");
        item->open -= row.amount;
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, *item));
        FRIST_TRY_DONE(desk_.store.put_part(desk_.creditor, {row.id, 1, 0, number, row.amount, desk_.today, 0, {}, false}));
        row.state = LineState::applied;
        row.left = Money(0, row.amount.currency());
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

Result<PaymentReport> receive_payments(const Desk& desk, const std::string& sha256, const std::string& kind, const std::vector<Incoming>& lines) {
    Receiver receiver(desk);
    FRIST_TRY_DONE(desk.store.change([&] { return receiver.file(sha256, kind, lines); }));
    return receiver.report();
}

}  // namespace frist::office
