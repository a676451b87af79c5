#include "reports/forecast.h"

#include "base/pch.h"
#include <cmath>

namespace frist::reports {
namespace {

constexpr double few = 12;            // cases in a cell; with less, its step speaks, then all
constexpr double enough = 30;         // weeks of cases, before anything is said
constexpr double tenth = 1.2815515655446004;   // of a normal distribution, one in ten lies beyond so many deviations
constexpr int calm_weeks = 10;        // how firmly it is believed at first that weeks are no more restless than chance

constexpr int age_from[] = {0, 1, 2, 3, 4, 6, 9, 14, 27, 53};   // weeks since the last letter, or since the beginning

std::int64_t open_principal(const Known& known, Date day) {
    const cases::Case& c = known.c;
    if (c.opened > day || (c.closing && c.closing->on <= day)) return 0;
    std::int64_t open = 0;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        if (known.joined[i] > day) continue;
        std::int64_t net = c.claims[i].amount.minor();
        for (const cases::Credit& credit : c.claims[i].credits)
            if (credit.on <= day) net -= credit.amount.minor();
        open += std::max<std::int64_t>(net, 0);
    }
    for (const cases::Payment& payment : c.payments)
        if (payment.on <= day)
            for (const cases::ClaimCover& part : payment.cover.claims) open -= part.principal.minor();
    return std::max<std::int64_t>(open, 0);
}

std::int64_t whole(double minor) { return static_cast<std::int64_t>(std::llround(std::max(minor, 0.0))); }

// The place in a gamma distribution with this mean and variance that a normal one has `deviations` from its middle (Wilson
// and Hilferty). Sums of payments are never below zero and lean to the right, the more so the fewer they are.
double quantile(double mean, double variance, double deviations) {
    if (mean <= 0 || variance <= 0) return std::max(mean, 0.0);
    const double shape = mean * mean / variance;
    const double root = 1 - 1 / (9 * shape) + deviations / (3 * std::sqrt(shape));
    return root <= 0 ? 0 : mean * root * root * root;
}

}  // namespace

void History::Sums::add(double stood, double paid) {
    count += 1;
    open += stood;
    came += paid;
    open_open += stood * stood;
    open_came += stood * paid;
    came_came += paid * paid;
}
void History::Sums::operator+=(const Sums& other) {
    count += other.count;
    open += other.open;
    came += other.came;
    open_open += other.open_open;
    open_came += other.open_came;
    came_came += other.came_came;
}

bool History::open_on(const Known& known, Date day) { return open_principal(known, day) > 0; }

std::size_t History::cell_of(const Known& known, Date day) {
    Date since = known.c.opened;
    std::size_t step = 0;
    for (const cases::Sent& letter : known.c.letters) {
        if (letter.voided || letter.earlier || letter.kind == cases::StepKind::closing || letter.sent > day || letter.sent < since) continue;
        since = letter.sent;
        step = 1 + static_cast<std::size_t>(letter.kind);
    }
    const int age = (day - since).count / 7;
    std::size_t band = 0;
    while (band + 1 < ages && age >= age_from[band + 1]) ++band;
    return step * ages + band;
}

void History::see(const Known& known) {
    const cases::Case& c = known.c;
    std::array<double, past + 1> came{};   // in the week that began so many weeks ago
    for (const cases::Payment& payment : c.payments) {
        const int ago = (day_ - payment.on).count;
        const auto week = static_cast<std::size_t>(std::max(ago, 0)) / 7 + 1;
        if (ago >= 0 && week <= past) came[week] += static_cast<double>(payment.kept().minor());
    }
    const auto open = static_cast<double>(open_principal(known, day_));
    if (open > 0) {
        Stood& stood = now_[cell_of(known, day_)];
        stood.open += open;
        stood.squares += open * open;
    }
    for (int week = 1; week <= past; ++week) {
        const Date then = day_ - Days{7 * week};
        if (then < c.opened) break;
        const auto was_open = static_cast<double>(open_principal(known, then));
        if (was_open <= 0) continue;
        const std::size_t cell = cell_of(known, then);
        Stood& stood = before_[static_cast<std::size_t>(week)][cell];
        stood.open += was_open;
        stood.squares += was_open * was_open;
        came_[static_cast<std::size_t>(week)] += came[static_cast<std::size_t>(week)];
        for (int lead = 0; lead < std::min(week, weeks_ahead); ++lead) sums_[cell][static_cast<std::size_t>(lead)].add(was_open, came[static_cast<std::size_t>(week - lead)]);
    }
}

std::vector<History::Sums> History::pooled(int lead) const {
    std::vector<Sums> pools(everything + 1);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const Sums& one = sums_[cell][static_cast<std::size_t>(lead)];
        pools[cell] = one;
        pools[cells + cell / ages] += one;
        pools[everything] += one;
    }
    return pools;
}

std::pair<std::size_t, History::Sums> History::like(std::size_t cell, const std::vector<Sums>& pools) const {
    if (pools[cell].count >= few) return {cell, pools[cell]};
    const std::size_t step = cells + cell / ages;
    if (pools[step].count >= few) return {step, pools[step]};
    return {everything, pools[everything]};
}

double History::still_open(std::size_t cell, int weeks) const {
    if (pooled(weeks_ahead - 1)[everything].count < enough) return 1;   // weeks() says nothing either
    double left = 1;
    for (int lead = 0; lead < std::min(weeks, weeks_ahead); ++lead) {
        const std::vector<Sums> pools = pooled(lead);
        const Sums sums = like(cell, pools).second;
        if (sums.open > 0) left -= sums.came / sums.open;
    }
    return std::clamp(left, 0.0, 1.0);
}

// Cases pay each for itself; how much cases like them pay is known only as well as what has been seen of them.
History::Moments History::moments(const Stand& stand, const std::vector<Sums>& pools) const {
    Moments all;
    std::vector<double> open_by_pool(pools.size(), 0);
    std::vector<double> doubt(pools.size(), 0);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (stand[cell].open <= 0) continue;
        const auto [pool, sums] = like(cell, pools);
        if (sums.open <= 0) continue;
        const double share = sums.came / sums.open;
        const double spread = std::max(0.0, sums.came_came - 2 * share * sums.open_came + share * share * sums.open_open);
        all.mean += stand[cell].open * share;
        all.variance += stand[cell].squares * spread / sums.open_open;
        open_by_pool[pool] += stand[cell].open;
        doubt[pool] = spread / (sums.open * sums.open);
    }
    for (std::size_t pool = 0; pool < pools.size(); ++pool) all.variance += open_by_pool[pool] * open_by_pool[pool] * doubt[pool];
    return all;
}

// By how much weeks that have passed lay further from what was expected of them than chance alone would have it: holidays,
// pay days, letters that left in heaps.
double History::restlessness() const {
    const std::vector<Sums> pools = pooled(0);
    double squares = calm_weeks;
    double weeks_seen = calm_weeks;
    for (std::size_t week = 1; week <= 26; ++week) {
        const Moments told = moments(before_[week], pools);
        if (told.variance <= 0) continue;
        squares += (came_[week] - told.mean) * (came_[week] - told.mean) / told.variance;
        weeks_seen += 1;
    }
    return std::max(1.0, squares / weeks_seen);
}

std::vector<Week> History::weeks() const {
    const double restless = restlessness();
    std::vector<Week> told;
    for (int lead = 0; lead < weeks_ahead; ++lead) {
        const std::vector<Sums> pools = pooled(lead);
        if (pools[everything].count < enough) return {};
        const Moments all = moments(now_, pools);
        Week week;
        week.first = day_ + Days{7 * lead + 1};
        week.expected = whole(all.mean);
        week.low = whole(quantile(all.mean, all.variance * restless, -tenth));
        // Of few and small chances the mean lies above nine in ten: an interval that leaves it out is read as a mistake.
        week.high = std::max(whole(quantile(all.mean, all.variance * restless, tenth)), week.expected);
        told.push_back(week);
    }
    return told;
}

}  // namespace frist::reports
