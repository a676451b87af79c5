// Sums with their rows in memory on one core, and the textbook loop over rate periods: the floor.
#include "portfolio.h"

#include "cases/evolve.h"
#include "rules/balance.h"
#include "rules/decide.h"
#include "rules/opening.h"

#include <benchmark/benchmark.h>

namespace frist::bench {
namespace {

constexpr int count = 10'000;
const Date today = Date::of(2026, 3, 2);

std::vector<cases::Case> portfolio_in_memory(const rules::Country& country) {
    std::vector<cases::Case> all;
    for (const office::LedgerLine& line : ledger(count, Date::of(2025, 5, 1))) {
        rules::NewCase wish;
        wish.id = static_cast<std::int64_t>(all.size()) + 1;
        wish.debtor = wish.id;
        wish.claims.push_back({line.number, line.open, line.invoiced, line.due, {}});
        wish.course = must(office::builtin_course("no.standard", "course", country.currency()));
        cases::Case c;
        for (const cases::Event& event : must(rules::open_case(wish, today, country))) cases::evolve(c, event);
        all.push_back(std::move(c));
    }
    return all;
}

void interest(benchmark::State& state) {
    const auto country = norway();
    const auto all = portfolio_in_memory(*country);
    std::int64_t sum = 0;
    for (auto _ : state)
        for (const cases::Case& c : all) sum += must(rules::balance_on(c, today, *country)).interest.minor();
    benchmark::DoNotOptimize(sum);
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(interest)->Name("interest, sums with their rows, cases in memory")->Unit(benchmark::kMillisecond);

void decide(benchmark::State& state) {
    const auto country = norway();
    const auto all = portfolio_in_memory(*country);
    std::size_t events = 0;
    for (auto _ : state)
        for (const cases::Case& c : all) events += must(rules::decide_clock(c, today, *country)).size();
    benchmark::DoNotOptimize(events);
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(decide)->Name("decide, one night of each case in memory")->Unit(benchmark::kMillisecond);

void textbook(benchmark::State& state) {
    struct Period { int from, to, rate; };   // days since 1970, basis points
    const std::vector<Period> periods{{20089, 20270, 1250}, {20270, 20454, 1225}, {20454, 20635, 1200}};
    struct Claim { std::int64_t principal; int due; };
    std::vector<Claim> claims;
    for (const office::LedgerLine& line : ledger(count, Date::of(2025, 5, 1))) claims.push_back({line.open.minor(), line.due.days_since_1970()});
    std::int64_t sum = 0;
    for (auto _ : state)
        for (const Claim& claim : claims)
            for (const Period& period : periods) {
                const int days = std::min(period.to, today.days_since_1970()) - std::max(period.from, claim.due);
                if (days > 0) sum += (claim.principal * period.rate * days + 1'825'000) / 3'650'000;
            }
    benchmark::DoNotOptimize(sum);
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(textbook)->Name("floor of interest: the textbook loop")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace frist::bench
