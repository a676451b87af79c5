#include "base/pch.h"
#include "office/report.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

// What has happened to one case up to the end of a day.
struct Standing {
    Parts paid;
    Parts written_off;
    Parts outstanding;
    Money overpaid;
};

// The VAT in a sum of costs: its share by what was charged, half an øre up. Exact when all is paid or all is open.
Money vat_in(Money costs, const std::vector<rules::CostRow>& charged) {
    __extension__ using Wide = __int128;   // the product of two sums
    Wide vat = 0;
    Wide all = 0;
    for (const rules::CostRow& row : charged) {
        all += row.amount.minor();
        if (row.kind == "salaer_vat") vat += row.amount.minor();
    }
    if (vat <= 0 || all <= 0 || costs.negative()) return Money(0, costs.currency());
    return Money(static_cast<std::int64_t>((2 * vat * costs.minor() + all) / (2 * all)), costs.currency());
}

Parts parts(Money principal, Money interest, Money costs, const std::vector<rules::CostRow>& charged) {
    const Money vat = vat_in(costs, charged);
    return {principal, interest, costs - vat, vat};
}

Result<Standing> standing_on(const cases::Case& c, Date day, const rules::Country& country) {
    const Parts none{c.zero(), c.zero(), c.zero(), c.zero()};
    Standing s{none, none, none, c.zero()};
    if (c.opened > day) return s;
    FRIST_TRY(const rules::Balance balance, rules::balance_on(c, day, country));
    Money principal = c.zero();
    Money interest = c.zero();
    Money costs = c.zero();
    for (const cases::Payment& payment : c.payments) {
        if (payment.on > day) continue;
        costs += payment.cover.costs;
        s.overpaid += payment.cover.overpaid;
        for (const cases::ClaimCover& part : payment.cover.claims) {
            principal += part.principal;
            interest += part.interest;
        }
    }
    s.paid = parts(principal, interest, costs, balance.cost_rows);
    const bool closed = c.closing && c.closing->on <= day;
    const Money lost = closed ? c.closing->costs : c.zero();
    // The three shares of the VAT are told by running sums, so that no øre falls between them.
    const Money vat_paid_or_lost = vat_in(costs + lost, balance.cost_rows);
    const Money vat_all = vat_in(costs + lost + balance.costs, balance.cost_rows);
    if (closed) s.written_off = {c.closing->principal, c.closing->interest, lost - (vat_paid_or_lost - s.paid.vat), vat_paid_or_lost - s.paid.vat};
    s.outstanding = {balance.principal, balance.interest, balance.costs - (vat_all - vat_paid_or_lost), vat_all - vat_paid_or_lost};
    return s;
}

Account between(const Standing& before, const Standing& after) {
    Account account{after.paid, after.paid, after.written_off, after.outstanding, after.overpaid - before.overpaid};
    account.paid -= before.paid;
    account.written_off -= before.written_off;
    account.charged = account.paid;
    account.charged += account.written_off;
    account.charged += after.outstanding;
    account.charged -= before.outstanding;
    return account;
}

class Reporter {
public:
    Reporter(const Desk& desk, Date from, Date to) : desk_(desk) {
        const Money zero(0, desk.country.currency());
        const Parts none{zero, zero, zero, zero};
        none_ = {none, none, none, none, zero};
        report_.from = from;
        report_.to = to;
        report_.all = none_;
    }

    Result<Report> run() {
        CaseFilter filter;
        while (true) {
            FRIST_TRY(const std::vector<CaseRow> rows, desk_.store.cases(desk_.creditor, filter));
            for (const CaseRow& row : rows) {
                FRIST_TRY_DONE(one(row.state));
            }
            if (static_cast<int>(rows.size()) < filter.limit) break;
            filter.after = rows.back().state.id;
        }
        for (auto& [id, line] : customers_) {
            FRIST_TRY(const auto debtor, desk_.store.debtor(desk_.creditor, id));
            if (debtor) line.key = debtor->key;
            report_.customers.push_back(std::move(line));
        }
        return std::move(report_);
    }

private:
    Outcome one(const cases::Case& c) {
        if (c.opened > report_.to || c.merged_into) return done;
        FRIST_TRY(const Standing before, standing_on(c, report_.from.previous(), desk_.country));
        FRIST_TRY(const Standing after, standing_on(c, report_.to, desk_.country));
        const Account account = between(before, after);
        ++(c.closing && c.closing->on <= report_.to ? report_.closed : report_.running);
        report_.all += account;
        CustomerLine& line = customers_.try_emplace(c.debtor, CustomerLine{c.debtor, "", 0, none_}).first->second;
        ++line.cases;
        line.account += account;
        for (const cases::Sent& letter : c.letters) {
            if (letter.earlier || letter.sent < report_.from || letter.sent > report_.to) continue;
            StepLine& step = report_.steps.try_emplace(letter.kind, StepLine{0, c.zero()}).first->second;
            ++step.letters;
            step.fees += letter.fee;
        }
        return done;
    }

    const Desk& desk_;
    Account none_;
    Report report_;
    std::map<Id, CustomerLine> customers_;
};

}  // namespace

Parts& Parts::operator+=(const Parts& other) {
    principal += other.principal;
    interest += other.interest;
    fees += other.fees;
    vat += other.vat;
    return *this;
}

Parts& Parts::operator-=(const Parts& other) {
    principal -= other.principal;
    interest -= other.interest;
    fees -= other.fees;
    vat -= other.vat;
    return *this;
}

Account& Account::operator+=(const Account& other) {
    charged += other.charged;
    paid += other.paid;
    written_off += other.written_off;
    outstanding += other.outstanding;
    overpaid += other.overpaid;
    return *this;
}

Result<Report> report(const Desk& desk, Date from, Date to) {
    if (to < from) return Error{"report.days", "--to", "the last day lies before the first", "Give the days in their order."};
    return Reporter(desk, from, to).run();
}

}  // namespace frist::office
