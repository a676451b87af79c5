// Where one case stands at the end of a day: what was paid, written off and is open of each part. Together they are what
// was charged.
#pragma once
#include "reports/known.h"
#include "rules/balance.h"

namespace frist::reports {

enum class Part { principal, interest, fees, vat };
constexpr auto names_of(Part) { return std::to_array<std::string_view>({"principal", "interest", "fees", "vat"}); }
constexpr std::size_t part_count = names_of(Part{}).size();

// Minor units by part. Fees are everything beyond principal and interest: fees of letters, costs of collection,
// compensation, fees of courts; without the VAT on them.
using Parts = std::array<std::int64_t, part_count>;

struct Standing {
    Parts paid{};
    Parts written_off{};
    Parts open{};
    [[nodiscard]] std::int64_t charged(std::size_t part) const { return paid[part] + written_off[part] + open[part]; }
};
constexpr std::int64_t sum_of(const Parts& parts) { return parts[0] + parts[1] + parts[2] + parts[3]; }

// A case's own VAT: the agency adds it and the creditor cannot deduct it, so that the debtor bears it.
bool bears_vat(const cases::Case& c);

// The VAT in what each payment up to `day` brought of the costs, in the order in which they took effect: the share of VAT in
// all costs of that day, by running sums, so that it is all of the VAT when all costs are paid. `base`: the costs it is on.
struct PaidVat {
    const cases::Payment* payment = nullptr;
    std::int64_t vat = 0;
    std::int64_t base = 0;
};
// Errors of rules::balance_on. Nothing where the case bears no VAT.
Result<std::vector<PaidVat>> paid_vat(const cases::Case& c, Date day, const rules::Country& country);

// The balance of `day`, or of the day of the closing when that came before; with the claims that were in the case by then.
struct OnDay {
    Standing standing;
    rules::Balance balance;
    std::vector<bool> there;                  // per claim
    std::vector<std::int64_t> interest_of;    // per claim, open; all 0 after a closing
    std::vector<std::int64_t> principal_of;
    bool closed = false;
};
// Nothing before the case was opened. Errors interest.rate_missing, law.*.
Result<std::optional<OnDay>> on_day(const Known& known, Date day, const rules::Country& country);

// The payments up to `day`, in the order in which they took effect.
std::vector<const cases::Payment*> payments_until(const cases::Case& c, Date day);

// The last letter that left by `day`; nothing: none yet.
std::optional<cases::StepKind> step_on(const cases::Case& c, Date day);

}  // namespace frist::reports
