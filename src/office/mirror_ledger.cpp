#include "base/pch.h"
#include "office/mirror_ledger.h"
#include "rules/decide.h"

#include <unordered_map>

namespace frist::office {
namespace {

class Mirror {
public:
    Mirror(const Desk& desk, const std::string& sha256) : desk_(desk), sha256_(sha256) { report_.open_sum = Money(0, desk.country.currency()); }

    Outcome lines(const std::vector<LedgerLine>& lines) {
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (at % 100 == 0) FRIST_TRY_DONE(tell_progress(desk_, static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size())));
            if (at % asked_at_once == 0) FRIST_TRY_DONE(look_ahead(std::span(lines).subspan(at, std::min(asked_at_once, lines.size() - at))));
            const LedgerLine& line = lines[at];
            const auto [place, fresh] = seen_.emplace(line.number, line.place);
            if (!fresh)
                return Error{"mirror.twice", line.place, "invoice " + line.number + " stands on " + place->second + " too", "Take one of the two rows out of the list."};
            FRIST_TRY_DONE(one(line));
            if (line.open.currency() == desk_.country.currency()) report_.open_sum += line.open;
        }
        return done;
    }

    Outcome missing() {
        FRIST_TRY(const std::vector<ItemRow> items, desk_.store.items_without_case(desk_.creditor));
        for (ItemRow item : items) {
            if (seen_.contains(item.number) || item.open.zero()) continue;
            report_.before.emplace_back(item, Money(0, item.open.currency()));
            item.open = Money(0, item.open.currency());
            FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, item));
            ++report_.changed;
        }
        CaseFilter filter;
        filter.open_only = true;
        while (true) {
            FRIST_TRY(const std::vector<CaseRow> rows, desk_.store.cases(desk_.creditor, filter));
            for (const CaseRow& row : rows) {
                FRIST_TRY(const std::vector<ItemRow> tied, desk_.store.items_of_case(desk_.creditor, row.state.id));
                for (const ItemRow& item : tied) {
                    if (seen_.contains(item.number) || item.open.zero()) continue;
                    report_.before.emplace_back(item, Money(0, item.open.currency()));
                    FRIST_TRY_DONE(paid_there(item, Money(0, item.open.currency())));
                    ++report_.changed;
                }
            }
            if (static_cast<int>(rows.size()) < filter.limit) return done;
            filter.after = rows.back().state.id;
        }
    }

    [[nodiscard]] const MirrorReport& report() const { return report_; }

private:
    static std::string key_of(const LedgerLine& line) { return line.customer.empty() ? "name:" + line.debtor.name : line.customer; }

    Outcome look_ahead(std::span<const LedgerLine> lines) {
        if (!desk_.store.is_far()) return done;
        ToRead to_read;
        for (const LedgerLine& line : lines) {
            to_read.items.push_back(line.number);
            if (std::string key = key_of(line); !debtors_.contains(key)) to_read.debtor_keys.push_back(std::move(key));
        }
        return desk_.store.ask_ahead(desk_.creditor, to_read);
    }

    Outcome one(const LedgerLine& line) {
        const std::string key = key_of(line);
        auto known = debtors_.find(key);
        if (known == debtors_.end()) {
            FRIST_TRY(const Id id, debtor_of(key, line.debtor));
            known = debtors_.emplace(key, id).first;
        }
        FRIST_TRY(const std::optional<ItemRow> before, desk_.store.item(desk_.creditor, line.number));
        ItemRow row = before.value_or(ItemRow{});
        row.number = line.number;
        row.debtor = known->second;
        row.amount = line.amount;
        row.invoiced = line.invoiced;
        row.due = line.due;
        row.kid = line.kid;
        row.warning = line.warning;
        if (!line.what.empty()) row.what = line.what;
        if (!line.department.empty()) row.department = line.department;
        if (!line.project.empty()) row.project = line.project;
        if (row.case_id == 0) row.earlier = line.earlier;
        if (before && row.case_id != 0 && line.open < before->open) {
            ++report_.changed;
            report_.before.emplace_back(*before, line.open);
            return paid_there(row, line.open);
        }
        row.open = line.open;
        if (!before) row.open_at_start = Money(0, line.open.currency());
        if (before && before->open == row.open && before->debtor == row.debtor && before->due == row.due && before->amount == row.amount &&
            before->kid == row.kid && before->warning == row.warning && before->what == row.what && before->department == row.department && before->project == row.project && before->earlier == row.earlier) {
            ++report_.same;
            return done;
        }
        ++(before ? report_.changed : report_.added);
        if (before) report_.before.emplace_back(*before, row.open);
        else report_.made.emplace_back(row.number, row.open);
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, row));
        if (!row.kid.empty()) FRIST_TRY_DONE(desk_.store.put_kid(desk_.creditor, row.kid, row.case_id, row.number));
        return done;
    }

    Result<Id> debtor_of(const std::string& key, DebtorRecord told) {
        FRIST_TRY(const std::optional<DebtorRow> known, desk_.store.debtor_of_key(desk_.creditor, key));
        if (known) {
            FRIST_TRY(const DebtorRecord before, debtor_record(known->record));
            told = told_again(before, told, desk_.today);
        } else {
            told.address_source = "ledger";
            told.address_since = desk_.today;
        }
        return desk_.store.put_debtor(desk_.creditor, key, stored(told));
    }

    // The ledger has less open than before. What bank files brought to the case is known already; the rest is
    // money that only the ledger has seen.
    Outcome paid_there(ItemRow item, Money open_now) {
        FRIST_TRY(CaseRow c, case_row(desk_, item.case_id));
        Money received(0, item.open.currency());
        for (const cases::Payment& payment : c.state.payments) received += payment.kept();
        Money gone(0, item.open.currency());
        FRIST_TRY(const std::vector<ItemRow> tied, desk_.store.items_of_case(desk_.creditor, item.case_id));
        for (const ItemRow& t : tied) gone += t.open_at_start - (t.number == item.number ? open_now : t.open);
        const Money unknown = gone - received;
        item.open = open_now;
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, item));
        if (!unknown.positive() || c.state.closing) return done;
        cases::ReceivePayment payment;
        payment.on = desk_.today;
        payment.amount = unknown;
        payment.source = "ledger:" + sha256_ + ":" + item.number;
        FRIST_TRY(const cases::Events events, rules::decide(c.state, payment, desk_.today, desk_.country));
        FRIST_TRY_DONE(keep(desk_, c, events, payment.source));
        ++report_.paid_in_ledger;
        return done;
    }

    const Desk& desk_;
    const std::string& sha256_;
    MirrorReport report_;
    std::unordered_map<std::string, std::string> seen_;
    std::unordered_map<std::string, Id> debtors_;
};

}  // namespace

Result<MirrorReport> mirror_ledger(const Desk& desk, const std::vector<LedgerLine>& lines, const std::string& sha256, bool complete) {
    Mirror mirror(desk, sha256);
    const Outcome outcome = desk.store.change([&] {
        Outcome taken = mirror.lines(lines);
        if (taken.ok() && complete) taken = mirror.missing();
        return taken.ok() ? desk.store.put_read(desk.creditor, Source::ledger, desk.now()) : taken;
    });
    if (!outcome.ok()) return outcome.error();
    return mirror.report();
}

}  // namespace frist::office
