// What a report is made of: its definition, and the lines that one case, or one line of the books, gives to it. Only the
// files of reports/ include this.
#pragma once
#include "reports/standing.h"
#include "reports/work.h"

namespace frist::reports {

// A line as a rule tells it. What is not told of the keys that the report is parted by is not in it: a report offers only
// what all its lines have.
struct Told {
    std::size_t column = 0;
    std::int64_t value = 0;
    std::optional<Date> day = {};
    std::string_view what = {};
    std::string_view reference = {};
    std::int64_t number = -1;            // of a letter or a payment, as a reference
    std::optional<Part> part = {};
    std::int64_t own = 0;                // band, reason, account, code, letter: its place among their names
    std::optional<std::int64_t> step = {};   // when the line has another than its case
    Id person = 0;                       // of an act; 0: nobody
    std::string_view act = {};           // its word in the log
};

class Pen {
public:
    Pen() = default;
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    virtual ~Pen() = default;
    // Lines of nothing are not told.
    void line(const Told& told) {
        if (told.value != 0) take(told);
    }

private:
    virtual void take(const Told& told) = 0;
};

// A case on its way through a report.
struct Seen {
    const Known& known;
    const cases::Case& c;
    const Ask& ask;             // with both days as the report means them
    const rules::Country& country;
    bool touched = false;       // by an act of a person; known to a rule of acts only

    [[nodiscard]] Date to() const { return *ask.to; }
    [[nodiscard]] bool within(Date day) const { return day <= *ask.to && (!ask.from || day >= *ask.from); }
};

struct Rule {
    Definition definition;
    Outcome (*of_case)(const Seen& seen, Pen& pen) = nullptr;
    void (*of_books)(const BookLine& line, Pen& pen) = nullptr;
    // With of_case, which is told whether somebody laid a hand on the case.
    void (*of_act)(const HandAct& act, Pen& pen) = nullptr;
    // Rows that are no sums of lines.
    Outcome (*of_whole)(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see) = nullptr;
};

std::span<const Rule> rules_of_reports();

// Whether the report is parted by what invoices belong to. A line that names an invoice goes where that one belongs; a sum that is of
// the whole case is divided by the sums of its invoices. A rule that can tell its lines by invoice does so then.
inline bool by_invoice(std::span<const By> by) {
    return std::any_of(by.begin(), by.end(), [](By one) { return one == By::department || one == By::project; });
}

// Bands of age, in days after the due date.
struct Band {
    std::string_view name;
    int from;                   // the first day of it
};
inline constexpr Band bands[] = {{"not_due", -100'000}, {"1-30", 1}, {"31-60", 31}, {"61-90", 61}, {"91-180", 91}, {"181-365", 181}, {"366-730", 366}, {"over_730", 731}};
constexpr std::size_t band_of(int days) {
    std::size_t band = 0;
    while (band + 1 < std::size(bands) && days >= bands[band + 1].from) ++band;
    return band;
}

// Why a case was closed, with the reason of a creditor that withdrew it.
std::int64_t reason_number(const cases::Closing& closing);
std::string reason_name(std::int64_t number);

// Codes of VAT, as the standard of the books names them.
inline constexpr std::string_view vat_codes[] = {"3"};

// The reports, one file for each kind of question.
Outcome account_of(const Seen& seen, Pen& pen);
Outcome all_cases_of(const Seen& seen, Pen& pen);
Outcome period_of(const Seen& seen, Pen& pen);
Outcome letters_of(const Seen& seen, Pen& pen);
Outcome payments_of(const Seen& seen, Pen& pen);
Outcome vat_of(const Seen& seen, Pen& pen);
Outcome ageing_of(const Seen& seen, Pen& pen);
Outcome write_offs_of(const Seen& seen, Pen& pen);
Outcome losses_of(const Seen& seen, Pen& pen);
Outcome solution_of(const Seen& seen, Pen& pen);
Outcome days_of(const Seen& seen, Pen& pen);
Outcome limitation_of(const Seen& seen, Pen& pen);
Outcome hands_off_of(const Seen& seen, Pen& pen);
void acts_of(const HandAct& act, Pen& pen);
Outcome forecast_of(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see);
Outcome score_of(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see);
void income_of(const BookLine& line, Pen& pen);
void books_of(const BookLine& line, Pen& pen);

}  // namespace frist::reports
