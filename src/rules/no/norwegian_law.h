// The Norwegian law tables with their types (law/no/*.csv). Loaded once; every rule in this folder is a
// function of a case, a day and these tables.
#pragma once
#include "calendar/holidays.h"
#include "law/book.h"
#include "money/interest.h"

#include <map>

namespace frist::rules::no {

// A salær band: claims up to and including `upto` (empty: above all others), as a multiple of the sats.
struct Band {
    std::optional<Money> upto;
    law::Dated<Factor> light;
};

struct NorwegianLaw {
    std::string fingerprint;
    law::Dated<Rate> late_interest;           // forsinkelsesrenteloven § 3
    std::vector<RateSpan> late_interest_spans;
    law::Dated<Money> compensation;           // forsinkelsesrenteloven § 3 a
    law::Dated<Money> sats;                   // inkassosatsen, inkassoforskriften § 1-1
    law::Dated<Factor> reminder_fraction;     // § 1-2, by the claim's due date
    law::Dated<Factor> notice_fraction;
    law::Dated<Factor> own_demand_fraction;
    law::Dated<std::string> fee_rounding;     // by the day of sending
    law::Dated<int> fee_wait;                 // days after the due date
    law::Dated<int> fee_letters_before_demand;
    law::Dated<int> fee_reset_months;         // § 1-3
    law::Dated<int> notice_deadline;          // inkassoloven § 9
    law::Dated<int> demand_deadline;          // § 10
    law::Dated<int> demand_validity_months;   // § 11
    law::Dated<int> enforcement_notice;       // tvangsfullbyrdelsesloven § 4-18
    law::Dated<int> bankruptcy_wait;          // konkursloven § 63
    law::Dated<int> bankruptcy_deadline;
    law::Dated<int> bankruptcy_window;
    law::Dated<int> judgment_fulfilment;      // tvisteloven § 19-7
    law::Dated<int> judgment_first_notice_months;   // tvangsfullbyrdelsesloven § 4-19
    law::Dated<int> estate_claims_shortest;   // konkursloven § 78
    law::Dated<int> limitation_years;         // foreldelsesloven § 2
    law::Dated<int> limitation_judgment_years;   // § 21
    std::vector<Band> bands;                  // § 2-2, rising
    law::Dated<Factor> heavy_factor;          // § 2-3
    law::Dated<int> heavy_after_days;
    law::Dated<Factor> business_factor;       // § 2-1
    law::Dated<Rate> vat;
    law::Dated<Factor> instalment_addition;   // § 2-4
    law::Dated<Money> court_fee;              // rettsgebyret R
    law::Dated<Factor> attachment_multiple;
    law::Dated<Factor> conciliation_multiple;
    law::Dated<Factor> attachment_writing_multiple;
    law::Dated<Factor> complaint_writing_multiple;   // tvisteloven § 6-13, with costs of collecting
    law::Dated<std::string> attachment_by_agency;   // "any" or "electronic"
    std::map<std::string, law::Dated<std::string>, std::less<>> channels;   // channel_<letter>_<channel>
    Calendar calendar{HolidayRule{}};
    std::optional<Date> act_2026_from;        // empty while the King has not set the day
    Date confirmed_until;

    static Result<NorwegianLaw> from(const law::Book& book);
};

}  // namespace frist::rules::no
