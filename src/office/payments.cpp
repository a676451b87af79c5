#include "office/payments.h"

#include "base/fold.h"
#include "base/pch.h"
#include "office/people.h"

#include <map>

namespace frist::office {
namespace {

constexpr int longest = 3'700;   // days: ten years

Outcome fit(Date from, Date to) {
    if (to < from) return Error{"payment.days", "to", "the last day lies before the first", "Give the earlier day first."};
    if ((to - from).count > longest) return Error{"payment.days", "to", "is more than ten years", "Ask for less at a time."};
    return done;
}

CameFrom came_from(const StoredEvent& stored, const cases::PaymentReceived& payment) {
    if (stored.cause.starts_with("payment:")) return CameFrom::bank;
    return payment.source.starts_with("ledger:") ? CameFrom::ledger : CameFrom::hand;
}

// Cases as they are now, each read once; one that was joined hands on to the other.
class Cases {
public:
    explicit Cases(const Desk& desk) : desk_(desk) {}
    Result<const cases::Case*> of(Id id) {
        auto found = known_.find(id);
        if (found == known_.end()) {
            FRIST_TRY(CaseRow row, case_row(desk_, id));
            found = known_.emplace(id, std::move(row.state)).first;
        }
        return &found->second;
    }

private:
    const Desk& desk_;
    std::map<Id, cases::Case> known_;
};

// A payment by the event that told of it.
struct Told {
    Id case_id = 0;
    cases::PaymentReceived event;
    CameFrom source = CameFrom::hand;
};

// The line of the bank that a payment came with.
Outcome add_origin(const Desk& desk, PaymentSeen& seen) {
    if (seen.source != CameFrom::bank) return done;
    FRIST_TRY(const std::optional<Origin> from, origin(desk, seen.name));
    if (!from) return done;
    seen.line = from->line.id;
    seen.kid = from->line.kid;
    seen.payer = from->line.payer;
    return done;
}

class List {
public:
    List(const Desk& desk, const PaymentAsk& ask) : desk_(desk), ask_(ask), cases_(desk), zero_(0, desk.country.currency()) {}

    Result<PaymentList> window(std::size_t offset, std::size_t limit) {
        FRIST_TRY_DONE(fit(ask_.from, ask_.to));
        FRIST_TRY_DONE(gather());
        std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) { return std::tie(a.event.on, a.event.learnt, a.case_id) > std::tie(b.event.on, b.event.learnt, b.case_id); });
        PaymentList list;
        list.sum = zero_;
        for (const Told& one : told_) {
            FRIST_TRY(const PaymentSeen seen, seen_of(one));
            FRIST_TRY(const bool wanted, wanted_one(seen));
            if (!wanted) continue;
            if (!seen.gone && seen.amount.currency() == zero_.currency()) list.sum += seen.amount;
            if (list.count++ >= offset && list.rows.size() < limit) list.rows.push_back(seen);
        }
        return list;
    }

private:
    // Nothing is told before its day, so what took effect from a day on was told from then on.
    Outcome gather() {
        return desk_.store.each_payment(desk_.creditor, ask_.from, desk_.today, [&](const StoredEvent& stored) -> Outcome {
            FRIST_TRY(cases::Event event, event_of(stored));
            auto* payment = std::get_if<cases::PaymentReceived>(&event);
            if (payment == nullptr || payment->on < ask_.from || payment->on > ask_.to) return done;
            const CameFrom source = came_from(stored, *payment);
            if (ask_.source && *ask_.source != source) return done;
            told_.push_back({stored.case_id, std::move(*payment), source});
            return done;
        });
    }

    Result<PaymentSeen> seen_of(const Told& told) {
        PaymentSeen seen;
        seen.on = told.event.on;
        seen.told = told.event.learnt;
        seen.amount = told.event.amount;
        seen.source = told.source;
        seen.name = told.event.source;
        seen.costs = seen.interest = seen.principal = seen.overpaid = seen.returned = zero_;
        FRIST_TRY(const cases::Case* c, cases_.of(told.case_id));
        const cases::Payment* payment = payment_of(*c, told.event.number);
        while (payment != nullptr && c->merged_into) {
            const cases::Payment before = *payment;
            FRIST_TRY(c, cases_.of(*c->merged_into));
            payment = same_payment(*c, before);
        }
        seen.case_id = c->id;
        seen.debtor = c->debtor;
        seen.payment = payment != nullptr ? payment->number : told.event.number;
        if (payment != nullptr) add_cover(seen, *payment);
        else seen.gone = why_gone(*c, told.event.number);
        return seen;
    }

    static cases::TakenBack why_gone(const cases::Case& c, int number) {
        for (const cases::GonePayment& gone : c.gone_payments)
            if (gone.number == number) return gone.why;
        return cases::TakenBack::moved;
    }
    static void add_cover(PaymentSeen& seen, const cases::Payment& payment) {
        seen.costs = payment.cover.costs;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            seen.interest += part.interest;
            seen.principal += part.principal;
        }
        seen.overpaid = payment.cover.overpaid;
        if (payment.returned) seen.returned = *payment.returned;
    }

    // Where it came from is read only of what may be shown or sought.
    Result<bool> wanted_one(const PaymentSeen& seen) {
        if (ask_.gone && *ask_.gone != seen.gone.has_value()) return false;
        if (ask_.case_id && *ask_.case_id != seen.case_id) return false;
        if (ask_.search.empty()) return true;
        const std::string wanted = folded(ask_.search);
        if (std::to_string(seen.case_id) == wanted) return true;
        const Result<Money> sum = Money::parse(ask_.search, seen.amount.currency());
        if (sum.ok() && *sum == seen.amount) return true;
        PaymentSeen full = seen;
        FRIST_TRY_DONE(add_origin(desk_, full));
        if (folded(full.payer).find(wanted) != std::string::npos || full.kid.find(wanted) != std::string::npos) return true;
        FRIST_TRY(const auto index, desk_.store.debtor_index(desk_.creditor, seen.debtor));
        return index && folded(index->name).find(wanted) != std::string::npos;
    }

    const Desk& desk_;
    const PaymentAsk& ask_;
    Cases cases_;
    Money zero_;
    std::vector<Told> told_;
};

}  // namespace

Result<PaymentList> payments(const Desk& desk, const PaymentAsk& ask, std::size_t offset, std::size_t limit) {
    FRIST_TRY(PaymentList list, List(desk, ask).window(offset, limit));
    for (PaymentSeen& seen : list.rows) FRIST_TRY_DONE(add_origin(desk, seen));
    return list;
}

Result<std::vector<PaymentDay>> payment_days(const Desk& desk, Date from, Date to) {
    FRIST_TRY_DONE(fit(from, to));
    const Currency currency = desk.country.currency();
    const Money zero(0, currency);
    std::map<Date, PaymentDay> days;
    const auto day = [&](Date on) -> PaymentDay& { return days.try_emplace(on, PaymentDay{on, 0, zero, zero, zero, zero, zero, 0, zero}).first->second; };
    FRIST_TRY(const std::vector<LineRow> lines, desk.store.lines_between(desk.creditor, from, to));
    for (const LineRow& line : lines) {
        if (line.amount.currency() != currency) continue;
        PaymentDay& of = day(line.on);
        ++of.lines;
        of.received += line.amount;
        FRIST_TRY(const std::vector<PartRow> parts, desk.store.parts(desk.creditor, line.id));
        for (const PartRow& part : parts) {
            if (part.lost) of.taken_back += part.amount;
            else if (!part.gone) of.booked += part.amount;
        }
        FRIST_TRY(const std::vector<RefundRow> refunds, desk.store.refunds_of_line(desk.creditor, line.id));
        for (const RefundRow& refund : refunds) {
            if (refund.state != RefundState::cancelled) of.going_back += refund.amount;
        }
        of.waiting += line.left;
    }
    FRIST_TRY_DONE(desk.store.each_payment(desk.creditor, from, desk.today, [&](const StoredEvent& stored) -> Outcome {
        FRIST_TRY(const cases::Event event, event_of(stored));
        const auto* payment = std::get_if<cases::PaymentReceived>(&event);
        if (payment == nullptr || payment->on < from || payment->on > to || came_from(stored, *payment) == CameFrom::bank) return done;
        PaymentDay& of = day(payment->on);
        ++of.from_hand;
        of.by_hand += payment->amount;
        return done;
    }));
    std::vector<PaymentDay> all;
    all.reserve(days.size());
    for (const auto& [on, one] : days) all.push_back(one);
    return all;
}

Result<LineStory> line_story(const Desk& desk, Id line) {
    LineStory story;
    FRIST_TRY(std::optional<LineRow> row, desk.store.line(desk.creditor, line));
    if (!row) return Error{"payment.line", fmt::format("line {}", line), "no line of a bank's file has this number", "Look at the payments."};
    story.line = std::move(*row);
    FRIST_TRY(story.parts, desk.store.parts(desk.creditor, line));
    FRIST_TRY(story.refunds, desk.store.refunds_of_line(desk.creditor, line));
    FRIST_TRY(story.file, desk.store.file_row(desk.creditor, story.line.file));
    return story;
}

}  // namespace frist::office
