// What will come in, week by week, from the cases that are open: told from what came in from cases like them, with the range
// that is to hold four times of five, and held against what came (docs/adr/0024-reports.md). Shares are floating point here
// and nowhere else in a sum: a forecast is no money.
#pragma once
#include "reports/known.h"

namespace frist::reports {

constexpr int weeks_ahead = 13;

struct Week {
    Date first;                  // seven days
    std::int64_t expected = 0;   // minor units, of payments into the cases that are open now
    std::int64_t low = 0;        // of what comes, one in ten is less than this …
    std::int64_t high = 0;       // … and one in ten at most more than this; never less than expected
};

// What is known of payments by the days before one day, from every case that there was. Pure: cases in, weeks out.
class History {
public:
    static constexpr std::size_t steps = 9;
    static constexpr std::size_t ages = 10;
    static constexpr std::size_t cells = steps * ages;

    explicit History(Date day) : day_(day) {}
    void see(const Known& known);
    // The weeks after the day. Empty while too little has happened to say anything.
    [[nodiscard]] std::vector<Week> weeks() const;
    // Where a case stands: its step, and how long it has stood there. What is told of cases is told by their cell.
    static std::size_t cell_of(const Known& known, Date day);
    // What of a case in this cell is expected to be open still when so many weeks have passed, from 0 to 1. 1 where nothing is known.
    [[nodiscard]] double still_open(std::size_t cell, int weeks) const;
    // Whether the case counts among those that are forecast.
    [[nodiscard]] static bool open_on(const Known& known, Date day);

private:
    static constexpr int past = 78;        // weeks that are looked back upon
    static constexpr std::size_t everything = cells + steps;   // behind the cells stand the steps, then all together

    // Of all that stood in a cell some weeks before a week that has passed: what was open, what came, and their squares.
    struct Sums {
        double count = 0;
        double open = 0;
        double came = 0;
        double open_open = 0;
        double open_came = 0;
        double came_came = 0;
        void add(double stood, double paid);
        void operator+=(const Sums& other);
    };
    struct Stood {
        double open = 0;
        double squares = 0;
    };
    using Stand = std::array<Stood, cells>;
    struct Moments {
        double mean = 0;
        double variance = 0;
    };
    [[nodiscard]] std::pair<std::size_t, Sums> like(std::size_t cell, const std::vector<Sums>& pools) const;
    [[nodiscard]] std::vector<Sums> pooled(int lead) const;
    [[nodiscard]] Moments moments(const Stand& stand, const std::vector<Sums>& pools) const;
    [[nodiscard]] double restlessness() const;

    Date day_;
    std::array<std::array<Sums, weeks_ahead>, cells> sums_{};
    Stand now_{};
    std::array<Stand, past + 1> before_{};       // at the beginning of each week that has passed
    std::array<double, past + 1> came_{};        // in that week
};

}  // namespace frist::reports
