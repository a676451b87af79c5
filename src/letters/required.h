// What the law and good practice want in each letter, as dated rows with their sources
// (texts/<country>/contents.csv), and the shortest deadlines. docs of the rows: law of Norway, section 5.
#pragma once
#include "base/embedded.h"
#include "law/book.h"
#include "letters/facts.h"

#include <span>

namespace frist::letters {

// One thing a letter has to say.
enum class Part {
    title,               // what kind of letter it is, in the law's own word
    creditor,            // whose claim it is
    agency,              // who writes for the creditor
    debtor,
    subject,             // what the claim concerns
    total,
    principal_apart,     // principal and each addition by itself
    interest_terms,      // the rate, and from which day
    deadline,
    collection_starts,   // in plain words: collection begins when it is not paid
    more_costs,          // more costs and legal recovery may follow
    enforcement,         // enforcement will be asked for
    objection,           // how to object, within the same deadline
    board,               // the right to go to the complaint board
    payment,             // account and KID
    payments_shown,      // what was paid, when, and what it covered
    instalments,         // the days and sums of a plan
    plan_cost,           // what the plan adds, told before it is agreed
    default_terms,       // what follows when an instalment does not come
    cover_order,         // what a payment covers first
    acknowledgement,     // that the debt is acknowledged and limitation begins anew
    faster,              // the right to pay sooner
    two_weeks,           // from service, to pay
    petition,            // bankruptcy will be asked for
    insolvency,          // and insolvency is then presumed
    service,             // by whom and when it was served
    answer,              // what became of the objection
    reasons,             // and why
    closed,              // nothing more is asked
    how_claims,          // the sums with their rows, sections and events
    how_interest,
    how_costs,
    how_payments,
    authority,           // who gets it
    parties,             // both sides with name, address and number
    relief,              // what is asked for
    ground,              // what the claim and its enforcement rest on
    warning,             // that the debtor was told before, and how
    security,            // for the costs of the estate
    pay_to,              // where what comes in is to go
    enclosures,
    signature,
};
constexpr auto names_of(Part) {
    return std::to_array<std::string_view>({"title", "creditor", "agency", "debtor", "subject", "total", "principal_apart",
                                            "interest_terms", "deadline", "collection_starts", "more_costs", "enforcement",
                                            "objection", "board", "payment", "payments_shown", "instalments", "plan_cost",
                                            "default_terms", "cover_order", "acknowledgement", "faster", "two_weeks", "petition",
                                            "insolvency", "service", "answer", "reasons", "closed", "how_claims", "how_interest",
                                            "how_costs", "how_payments", "authority", "parties", "relief", "ground", "warning", "security", "pay_to",
                                            "enclosures", "signature"});
}

enum class Weight { mandatory, practice };
enum class When { always, with_fee, by_agency, with_enforcement_notice, with_money };

struct Requirement {
    Part part = Part::title;
    Weight weight = Weight::mandatory;
    When when = When::always;
    std::string source;   // "inkassoloven § 10"
    bool operator==(const Requirement&) const = default;
};

class ContentLaw {
public:
    // From the law tables (the periods) and the texts' own tables (the contents). Errors of law::Book, and
    // law.row for an unknown letter, part or word.
    static Result<ContentLaw> read(std::string_view country, std::span<const embedded::File> law_files,
                                   std::span<const embedded::File> text_files);

    // In order of Part. A row whose days do not reach `day` is left out.
    [[nodiscard]] std::vector<Requirement> required(Kind kind, Date day) const;
    // The calendar days a letter must give from the day it is sent; zero when the law sets none.
    // Errors law.no_rate, law.unsure.
    [[nodiscard]] Result<Days> least_deadline(const Facts& facts) const;
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

private:
    struct Rows {
        Kind kind;
        Part part;
        law::Dated<std::string> words;
    };
    std::vector<Rows> rows_;
    law::Dated<int> notice_days_;
    law::Dated<int> demand_days_;
    law::Dated<int> enforcement_days_;
    std::string fingerprint_;
};

bool applies(const Requirement& requirement, const Facts& facts);

}  // namespace frist::letters
