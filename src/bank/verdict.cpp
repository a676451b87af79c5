#include "bank/verdict.h"

#include "bank/fingerprint.h"
#include "base/pch.h"

namespace frist::bank {

void add_error(PaymentFile& file, std::string code, std::string place, std::string message, std::string remedy) {
    if (too_many_errors(file)) return;
    file.errors.push_back({std::move(code), std::move(place), std::move(message), std::move(remedy)});
}

void add_finding(PaymentFile& file, std::string code, std::string place, std::string message, std::string remedy) {
    if (file.findings.size() >= fault_limit) return;
    file.findings.push_back({std::move(code), std::move(place), std::move(message), std::move(remedy)});
}

bool too_many_errors(const PaymentFile& file) {
    return file.errors.size() >= fault_limit;
}

void conclude(PaymentFile& file) {
    if (!file.errors.empty()) {
        file.verdict = Verdict::reject;
        file.items.clear();
        file.totals.clear();
        return;
    }
    fill_fingerprints(file.items);
    file.verdict = file.findings.empty() ? Verdict::accept : Verdict::accept_with_findings;
}

bool add_up(std::int64_t& sum, std::int64_t more) {
    return !__builtin_add_overflow(sum, more, &sum);
}

bool plausible(Date date, Date created) {
    return date >= add_months(created, -120) && date <= created + Days{60};
}

}  // namespace frist::bank
