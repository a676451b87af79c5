// What is owed and what has happened to it: claims, letters that left, payments and how they were covered.
#pragma once
#include "cases/course.h"

namespace frist::cases {

struct Credit {
    Date on;
    Money amount;
    bool operator==(const Credit&) const = default;
};
template <class Visit>
void fields(Visit& visit, Credit& c) {
    visit("on", c.on);
    visit("amount", c.amount);
}

struct Claim {
    std::string number;           // the invoice number
    Money amount;                 // the original principal, without fees and interest
    std::optional<Date> invoiced;
    Date due;                     // as printed on the invoice
    Date late_from;               // the due date after any shift to a weekday: interest counts from here
    std::optional<Rate> agreed_rate;
    std::vector<Credit> credits;  // a credited part was never owed
    bool operator==(const Claim&) const = default;

    [[nodiscard]] Money net() const {
        Money sum = amount;
        for (const Credit& credit : credits) sum -= credit.amount;
        return max(sum, Money(0, amount.currency()));
    }
};
template <class Visit>
void fields(Visit& visit, Claim& c) {
    visit("number", c.number);
    visit("amount", c.amount);
    visit("invoiced", c.invoiced);
    visit("due", c.due);
    visit("late_from", c.late_from);
    visit("agreed_rate", c.agreed_rate);
    visit("credits", c.credits);
}

// A letter that has left (by us, or by somebody before us), or a legal step that became ready.
struct Sent {
    int letter = 0;                   // number within the case, from 1
    StepKind kind = StepKind::reminder;
    Date sent;
    std::optional<Date> deadline;     // the last day, which belongs to the debtor
    Money fee;                        // the creditor's fee for this letter
    std::optional<Date> fee_reversed; // the day it was taken back
    bool enforcement_notice = false;  // tvangsfullbyrdelsesloven § 4-18 in the same letter
    bool earlier = false;             // taken elsewhere before the case came here
    bool voided = false;              // came back; the deadline in it never ran
    std::vector<int> claims;          // the claims it covers, by index
    std::optional<Money> asks;        // of a rest note: the sum it prints
    bool operator==(const Sent&) const = default;

    [[nodiscard]] bool covers(int claim) const { return std::find(claims.begin(), claims.end(), claim) != claims.end(); }
};
template <class Visit>
void fields(Visit& visit, Sent& s) {
    visit("letter", s.letter);
    visit("kind", s.kind);
    visit("sent", s.sent);
    visit("deadline", s.deadline);
    visit("fee", s.fee);
    visit("fee_reversed", s.fee_reversed);
    visit("enforcement_notice", s.enforcement_notice);
    visit("earlier", s.earlier);
    visit("voided", s.voided);
    visit("claims", s.claims);
    visit("asks", s.asks);
}

// Which part of a debt a payment is taken for first. `usual` is the country's own order.
enum class CoverOrder { usual, principal, interest, costs };
constexpr auto names_of(CoverOrder) {
    return std::to_array<std::string_view>({"usual", "principal", "interest", "costs"});
}

struct ClaimCover {
    int claim = 0;   // index
    Money interest;
    Money principal;
    bool operator==(const ClaimCover&) const = default;
};
template <class Visit>
void fields(Visit& visit, ClaimCover& c) {
    visit("claim", c.claim);
    visit("interest", c.interest);
    visit("principal", c.principal);
}

struct Cover {
    Money costs;
    std::vector<ClaimCover> claims;   // only those that got something
    Money overpaid;                   // what was left when nothing was open
    bool operator==(const Cover&) const = default;
};
template <class Visit>
void fields(Visit& visit, Cover& c) {
    visit("costs", c.costs);
    visit("claims", c.claims);
    visit("overpaid", c.overpaid);
}

struct Payment {
    int number = 0;                 // within the case, from 1
    Date on;                        // the day it took effect
    Money amount;
    CoverOrder order = CoverOrder::usual;
    bool debtors_choice = false;    // the debtor said what it should cover
    Cover cover;
    std::string source;             // of the bank's line, the ledger or "hand"; empty: told before this was kept
    std::optional<Money> returned;  // of it, sent back to who paid
    // What counts for the debt.
    [[nodiscard]] Money kept() const { return returned ? amount - *returned : amount; }
    bool operator==(const Payment&) const = default;
};
template <class Visit>
void fields(Visit& visit, Payment& p) {
    visit("number", p.number);
    visit("on", p.on);
    visit("amount", p.amount);
    visit("order", p.order);
    visit("debtors_choice", p.debtors_choice);
    visit("cover", p.cover);
    visit("source", p.source);
    visit("returned", p.returned);
}

// Why money that stood in a case is no longer its: it belongs elsewhere, the bank took it back, or it never came.
enum class TakenBack { moved, bank, mistake };
constexpr auto names_of(TakenBack) { return std::to_array<std::string_view>({"moved", "bank", "mistake"}); }

// A payment that stood in the case and does not any more.
struct GonePayment {
    int number = 0;
    Date on;                        // the day it was thought to take effect
    Money amount;
    Date gone;                      // the day it was taken back
    TakenBack why = TakenBack::moved;
    std::string source;
    bool operator==(const GonePayment&) const = default;
};
template <class Visit>
void fields(Visit& visit, GonePayment& g) {
    visit("number", g.number);
    visit("on", g.on);
    visit("amount", g.amount);
    visit("gone", g.gone);
    visit("why", g.why);
    visit("source", g.source);
}

}  // namespace frist::cases
