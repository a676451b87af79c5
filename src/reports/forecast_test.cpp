// A forecast is as good as its range: held against twelve months of invented portfolios, it holds about four weeks of five.
#include "reports/forecast.h"
#include "support/norway.h"

#include <cmath>

namespace frist::reports {
namespace {

using namespace tested;

// How a portfolio pays: per week, before any letter and after each.
struct Habit {
    double before;
    std::array<double, 3> after;   // reminder, notice, demand; in the first two weeks of each
    double late;                   // later than that
    double in_part;                // of payments
    int cases_a_week;
    bool moods;                    // some weeks are better than others
};

class Portfolio {
public:
    Portfolio(const Habit& habit, unsigned seed) : habit_(habit), chance_(seed) {
        for (int week = 0; week < weeks; ++week) {
            mood_.push_back(habit.moods ? std::exp(0.25 * normal()) : 1);
            const int count = habit.cases_a_week / 2 + static_cast<int>(unit() * habit.cases_a_week);
            for (int i = 0; i < count; ++i) open(begin + Days{7 * week + static_cast<int>(unit() * 7)});
        }
        for (Known& one : cases_) live(one);
    }
    // As it was known at the end of a day.
    [[nodiscard]] std::vector<Known> known(Date day) const {
        std::vector<Known> all;
        for (const Known& one : cases_) {
            if (one.c.opened > day) continue;
            Known then = one;
            std::erase_if(then.c.letters, [&](const cases::Sent& letter) { return letter.sent > day; });
            std::erase_if(then.c.payments, [&](const cases::Payment& payment) { return payment.on > day; });
            if (then.c.closing && then.c.closing->on > day) then.c.closing.reset();
            all.push_back(std::move(then));
        }
        return all;
    }
    [[nodiscard]] std::int64_t came(Date open_on, Date first) const {
        std::int64_t sum = 0;
        for (const Known& one : cases_)
            if (History::open_on(one, open_on))
                for (const cases::Payment& payment : one.c.payments)
                    if (payment.on >= first && payment.on < first + Days{7}) sum += payment.amount.minor();
        return sum;
    }
    static constexpr int weeks = 160;
    static inline const Date begin = d("2023-01-02");

private:
    // From 0 up to 1, the same row every time (splitmix64).
    double unit() {
        std::uint64_t z = chance_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) / 9007199254740992.0;
    }
    double normal() { return std::sqrt(-2 * std::log(1 - unit())) * std::cos(6.283185307179586 * unit()); }

    void open(Date day) {
        const auto amount = static_cast<std::int64_t>(std::exp(12 + 0.9 * normal()));   // some 1 600 kr, a few much more
        Known one{case_of({claim("F", nok(amount), text(day - Days{20}))}), {day}};
        one.c.opened = day;
        one.c.id = static_cast<std::int64_t>(cases_.size()) + 1;
        cases_.push_back(std::move(one));
    }
    void live(Known& one) {
        constexpr StepKind kinds[] = {StepKind::reminder, StepKind::notice, StepKind::demand};
        std::int64_t left = one.c.claims.front().amount.minor();
        int step = -1;
        for (Date day = one.c.opened; day < begin + Days{7 * weeks} && left > 0; day = day + Days{1}) {
            const int age = (day - one.c.opened).count;
            if (step < 2 && age == 14 * (step + 2) - 7) {
                ++step;
                one.c.letters.push_back(letter(step + 1, kinds[step], text(day), text(day + Days{14})));
            }
            const double week = step < 0 ? habit_.before : age - (14 * (step + 1) - 7) < 14 ? habit_.after[static_cast<std::size_t>(step)] : habit_.late;
            const auto mood = mood_[std::min<std::size_t>(static_cast<std::size_t>((day - begin).count / 7), mood_.size() - 1)];
            if (unit() >= week * mood / 7) continue;
            pay(one, day, unit() < habit_.in_part ? std::max<std::int64_t>(left / 3, 1) : left, left);
        }
        if (left == 0) one.c.closing = cases::Closing{one.c.payments.back().on, cases::ClosingReason::paid, nok(0), nok(0), nok(0), {}};
    }
    static void pay(Known& one, Date day, std::int64_t sum, std::int64_t& left) {
        cases::Payment payment;
        payment.number = static_cast<int>(one.c.payments.size()) + 1;
        payment.on = day;
        payment.amount = nok(sum);
        payment.cover.claims = {{0, nok(0), nok(sum)}};
        one.c.payments.push_back(payment);
        left -= sum;
    }

    Habit habit_;
    std::uint64_t chance_;
    std::vector<double> mood_;
    std::vector<Known> cases_;
};

std::vector<Week> told(const Portfolio& portfolio, Date day) {
    History history(day);
    for (const Known& one : portfolio.known(day)) history.see(one);
    return history.weeks();
}

TEST(forecast, its_range_holds_four_weeks_of_five_over_twelve_months) {
    const Habit habits[] = {{0.04, {0.18, 0.22, 0.16}, 0.02, 0.2, 16, false}, {0.02, {0.10, 0.15, 0.25}, 0.03, 0.4, 30, false}, {0.05, {0.25, 0.15, 0.10}, 0.015, 0.1, 50, true}};
    int held_of_all = 0;
    int weeks_of_all = 0;
    std::string told_of_each;
    double expected = 0;
    double came = 0;
    unsigned seed = 20'260'101;
    for (const Habit& habit : habits) {
        int held = 0;
        int weeks = 0;
        for (int portfolio = 0; portfolio < 3; ++portfolio) {
            const Portfolio one(habit, seed++);
            for (int month = 0; month < 12; ++month) {
                const Date day = add_months(d("2024-09-30"), month);
                for (const Week& week : told(one, day)) {
                    const std::int64_t fact = one.came(day, week.first);
                    held += fact >= week.low && fact <= week.high ? 1 : 0;
                    ++weeks;
                    expected += static_cast<double>(week.expected);
                    came += static_cast<double>(fact);
                }
            }
        }
        EXPECT_EQ(weeks, 3 * 12 * weeks_ahead);
        held_of_all += held;
        weeks_of_all += weeks;
        told_of_each += fmt::format("{} of {} weeks; ", held, weeks);
    }
    const double share = 100.0 * held_of_all / weeks_of_all;
    EXPECT_GE(share, 75) << told_of_each;
    EXPECT_LE(share, 85) << told_of_each;
    EXPECT_NEAR(expected / came, 1, 0.1) << "and it is right on the whole";
}

TEST(forecast, the_same_cases_are_told_the_same) {
    const Portfolio one({0.04, {0.18, 0.22, 0.16}, 0.02, 0.2, 16, false}, 7);
    const Date day = d("2025-03-31");
    const auto first = told(one, day);
    const auto again = told(one, day);
    ASSERT_EQ(first.size(), std::size_t{weeks_ahead});
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].expected, again[i].expected);
        EXPECT_EQ(first[i].high, again[i].high);
        EXPECT_LE(first[i].low, first[i].expected);
        EXPECT_GE(first[i].high, first[i].expected);
        EXPECT_EQ(first[i].first, day + Days{1 + 7 * static_cast<int>(i)});
    }
}

TEST(forecast, without_a_past_nothing_is_said) {
    const Portfolio one({0.04, {0.18, 0.22, 0.16}, 0.02, 0.2, 4, false}, 7);
    EXPECT_TRUE(told(one, Portfolio::begin + Days{20}).empty());
}

}  // namespace
}  // namespace frist::reports
