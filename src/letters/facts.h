// letters: what a letter says. Facts of a case on one day and a wording go in; a Letter of headings, paragraphs,
// tables and a payment block comes out (letter.h). The parts the law demands are dated rows (required.h), their
// wording is protected (texts.h), and no sum is printed that its rows do not explain. Paper is print/'s matter.
#pragma once
#include "letters/paper.h"
#include "letters/particulars.h"

namespace frist::letters {

enum class Language { nb, nn, en };
constexpr auto names_of(Language) { return std::to_array<std::string_view>({"nb", "nn", "en"}); }

// What follows when the deadline of a letter passes: for a notice `agency` or `demand` (the creditor's own
// betalingsoppfordring), for a demand one of the others. `undecided`: it says only that legal recovery may come.
enum class NextStep { undecided, demand, agency, attachment, conciliation, bankruptcy };

// Who writes, or whose money it is. Letters that cannot be delivered come back to `address`.
struct Sender {
    std::string name;
    std::string org_no;                 // nine digits, without blanks
    std::vector<std::string> address;   // street or box, then "9999 Utopia": the lines below the name
    std::string email;                  // empty when there is none
    std::string phone;
    bool vat_registered = false;        // "MVA" after the organisation number
    bool operator==(const Sender&) const = default;
};

struct Recipient {
    std::string name;
    std::vector<std::string> address;   // the lines below the name, with a country for a letter abroad
    std::string customer_number;        // empty when the creditor has none
    bool business = false;              // a claim outside a consumer relation: dere, not du
    bool operator==(const Recipient&) const = default;
};

// One invoice. original − credited − paid = open, or the letter is refused.
struct ClaimLine {
    std::string invoice;                // its number
    std::optional<Date> invoiced;
    Date due;
    std::string what;                   // what the claim is for: "Strøm, mars 2026"
    Money original;
    Money credited;                     // positive when something was credited
    Money paid;                         // what payments have covered of this principal
    Money open;
    bool operator==(const ClaimLine&) const = default;
};

// Late interest of one claim over one stretch of unchanged base and rate; half-open days [from, to).
struct InterestLine {
    std::string invoice;
    Date from;
    Date to;
    Money base;
    Rate rate;
    int days = 0;
    Money amount;
    std::string reason;                 // "forsinkelsesrenteloven § 3"
    bool operator==(const InterestLine&) const = default;
};

// A fee or other cost. Never negative, but for a set-off: what is taken away because two costs may not be
// claimed on top of each other (standard compensation against collection costs).
struct CostLine {
    std::string what;                   // "Purregebyr"
    Date on;
    Money amount;
    std::string reason;                 // "inkassoforskriften § 1-2"
    bool set_off = false;
    bool operator==(const CostLine&) const = default;
};

struct PaymentLine {
    Date on;
    Money amount;
    bool operator==(const PaymentLine&) const = default;
};

// All a letter needs, already decided elsewhere: nothing is looked up or computed here but sums of rows.
struct Facts {
    Kind kind = Kind::reminder;
    Language language = Language::nb;
    Date written;                        // the day on the letter, the day it is sent
    std::optional<Date> deadline;        // the last day, which is the recipient's; see may_lack_deadline
    Sender creditor;
    std::optional<Sender> collector;     // the agency that writes for the creditor
    std::string original_creditor;       // when the claim was assigned; empty otherwise
    Recipient debtor;
    std::string case_number;
    std::string kid;                     // with its check digit
    std::string account;                 // eleven digits: where the money is to go (the agency's client account)
    std::vector<ClaimLine> claims;       // at least one
    std::vector<InterestLine> interest;
    std::vector<CostLine> costs;
    std::vector<PaymentLine> payments;
    Money interest_paid;                 // what the payments have covered of interest
    Money costs_paid;                    // and of costs; the rest covered principal, or the letter is refused
    Money total;                         // Σ open + Σ interest − interest_paid + Σ costs − costs_paid
    Date interest_to;                    // the interest rows stop before this day
    Money daily_interest;                // from then on, as long as nothing is paid; zero when none runs
    std::optional<Money> total_at_deadline;   // what is owed when it is paid on the deadline itself
    std::vector<EarlierLetter> earlier;  // in order of sending
    bool enforcement_notice = false;     // tvangsfullbyrdelsesloven § 4-18 in the same letter
    NextStep next = NextStep::undecided;
    std::vector<std::string> objections_to;   // where objections go; empty: to the sender's e-mail and address
    Paper paper;
    Particulars particulars;             // what only this kind of letter tells
    bool operator==(const Facts&) const = default;
};

// Who signs: the agency when there is one, else the creditor.
inline const Sender& sender(const Facts& facts) { return facts.collector ? *facts.collector : facts.creditor; }

// What this kind of letter tells beside the rest; null when the facts are of another kind.
template <class T>
const T* own(const Facts& facts) { return std::get_if<T>(&facts.particulars); }

// A bankruptcy demand has none: its two weeks run from the day it is served.
bool may_lack_deadline(const Facts& facts);
// It goes to an authority.
bool is_petition(Kind kind);
// False when there is nothing to pay with this letter: no payment block.
bool asks_for_money(const Facts& facts);
// What the debtor is asked to pay: the total, or nothing in a letter that asks for nothing.
Money asked(const Facts& facts);

// Sums of the rows, in the currency of the total.
Money principal_open(const Facts& facts);
Money interest_sum(const Facts& facts);    // of the rows, before interest_paid
Money costs_sum(const Facts& facts);       // of the rows, before costs_paid
Money payments_sum(const Facts& facts);
Money overpaid(const Facts& facts);        // zero but for a closed case

// Refuses facts that a letter cannot stand on. Errors: letter.claims, letter.row (a row that does not add up),
// letter.payments, letter.total, letter.deadline, letter.sender,
// letter.recipient, letter.payment_block, letter.currency, letter.particulars. No names or amounts in the messages.
Outcome check(const Facts& facts);

}  // namespace frist::letters
