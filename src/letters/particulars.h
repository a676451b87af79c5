// What only one kind of letter has to tell. Facts carry one of these; check() refuses facts whose particulars do
// not belong to their kind.
#pragma once
#include "base/date.h"
#include "money/rate.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frist::letters {

enum class Kind {
    friendly_reminder,
    reminder,
    notice,
    demand,
    rest_note,
    enforcement_notice,     // tvangsfullbyrdelsesloven § 4-18, in a letter of its own
    instalment_agreement,   // proposed, or agreed
    receipt,                // a payment came; something is left
    closing,                // nothing is asked any more
    objection_answer,
    bankruptcy_demand,      // konkursloven § 63; it is served, not only sent
    annex,                  // how every sum was found
    attachment_petition,    // these three go to an authority, and tell it of the debtor
    conciliation_complaint,
    bankruptcy_petition,
    estate_claim,           // the claim in an estate or a debt settlement; goes to whoever winds it up
};
constexpr auto names_of(Kind) {
    return std::to_array<std::string_view>({"friendly_reminder", "reminder", "notice", "demand", "rest_note", "enforcement_notice",
                                            "instalment_agreement", "receipt", "closing", "objection_answer", "bankruptcy_demand", "annex",
                                            "attachment_petition", "conciliation_complaint", "bankruptcy_petition", "estate_claim"});
}

struct EarlierLetter {
    Kind kind = Kind::reminder;
    Date sent;
    bool operator==(const EarlierLetter&) const = default;
};

struct InstalmentLine {
    Date due;
    Money amount;
    bool operator==(const InstalmentLine&) const = default;
};

// A plan. Its instalments add up to the total, which has the plan's own cost in it. Not agreed yet: Facts::deadline
// is the last day to say yes.
struct PlanTerms {
    std::vector<InstalmentLine> instalments;   // in order of day
    std::optional<Date> agreed;
    Money cost;                                // what the plan adds; zero when it adds nothing
    std::string cost_reason;                   // "inkassoforskriften § 2-4"; empty when it adds nothing
    Money rest_at_end;                         // interest that will be left when each instalment comes on its day
    bool operator==(const PlanTerms&) const = default;
};

// The payment that is receipted, and what it covered.
struct ReceivedPayment {
    Date on;
    Money amount;
    Money costs;
    Money interest;
    Money principal;
    bool operator==(const ReceivedPayment&) const = default;
};

enum class Ending { paid, small_rest, credited, withdrawn };

struct ClosedCase {
    Ending why = Ending::paid;
    Money written_off;                         // what was left and is not asked for: Facts::total
    Money overpaid;                            // owed to the debtor
    std::string refund_account;                // eleven digits; empty when nobody knows it
    bool operator==(const ClosedCase&) const = default;
};

enum class Verdict { upheld, partly, rejected };   // upheld: the debtor was right
constexpr auto names_of(Verdict) { return std::to_array<std::string_view>({"upheld", "partly", "rejected"}); }

struct ObjectionAnswer {
    Date received;
    Verdict verdict = Verdict::rejected;
    std::vector<std::string> words;            // a person's own, one a paragraph: why
    Money credited;                            // what the answer takes off the claim
    bool operator==(const ObjectionAnswer&) const = default;
};

struct BankruptcyCall {
    Date demanded;                             // when payment was demanded; service is four weeks later at the earliest
    Date service_from;
    bool operator==(const BankruptcyCall&) const = default;
};

// Why a cost was charged on its day.
enum class CostCause { letter, due, plan, taken_back, set_off, filed };

struct CostEvent {
    CostCause cause = CostCause::letter;
    std::optional<EarlierLetter> letter;       // with cause letter
    bool operator==(const CostEvent&) const = default;
};

struct CreditLine {
    std::string invoice;
    Date on;
    Money amount;
    bool operator==(const CreditLine&) const = default;
};

// What a payment covered. costs + interest + Σ principal + overpaid = amount.
struct CoverLine {
    Date on;
    Money amount;
    Money costs;
    Money interest;
    std::vector<std::pair<std::string, Money>> principal;   // by invoice
    Money overpaid;
    bool debtors_choice = false;
    bool operator==(const CoverLine&) const = default;
};

// A row of the table of rates that the interest rests on.
struct RateLine {
    Rate rate;
    Date since;
    std::string reason;
    bool operator==(const RateLine&) const = default;
};

struct Reckoning {
    std::optional<EarlierLetter> about;        // the letter it is enclosed with
    std::vector<CreditLine> credits;
    std::vector<CoverLine> covers;             // one for each payment
    std::vector<CostEvent> cost_events;        // one for each cost
    std::vector<RateLine> rates;
    bool operator==(const Reckoning&) const = default;
};

enum class Estate { bankruptcy, death, debt_settlement };
constexpr auto names_of(Estate) { return std::to_array<std::string_view>({"bankruptcy", "death", "debt_settlement"}); }

// What the debtor has said against the claim: still open without a day of its end, unless it is plainly groundless.
struct Dispute {
    Date raised;
    bool groundless = false;
    std::optional<Date> settled;
    bool operator==(const Dispute&) const = default;
};

// What an authority is asked, beside the claim. The fees are not in the total: they are asked for on top of it.
struct Petition {
    std::string authority;
    std::vector<std::string> authority_address;   // the lines below its name; where it sits when nobody knows them
    std::string debtor_number;                 // organisation or birth number, as it is to be printed; may be empty in a complaint
    std::optional<Date> notified;              // of enforcement, tvangsfullbyrdelsesloven § 4-18; an attachment needs it
    std::optional<Date> served;                // the bankruptcy demand; a bankruptcy petition needs it
    Money court_fee;                           // zero: the debtor is asked for none
    std::string court_fee_reason;
    Money writing_fee;
    std::string writing_fee_reason;
    std::vector<std::string> grounds;          // a person's own words, one a paragraph
    std::vector<std::string> enclosures;       // their titles, in order
    bool default_judgment = false;             // asked for when the debtor stays away
    bool or_board = false;                     // on to the conciliation board when the debtor objects
    bool electronic_only = false;              // this paper is a copy of what is filed electronically
    Estate estate = Estate::bankruptcy;        // of an estate claim
    std::optional<Date> opened;                // the estate or the settlement; of a death the day of it
    std::vector<Dispute> disputes;             // every one, in order of their days
    bool warned = false;                       // a letter of ours asked the debtor to say what is wrong: tvisteloven § 5-2
    bool operator==(const Petition&) const = default;
};

using Particulars = std::variant<std::monostate, PlanTerms, ReceivedPayment, ClosedCase, ObjectionAnswer, BankruptcyCall, Reckoning, Petition>;

}  // namespace frist::letters
