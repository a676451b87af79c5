// How a reader says what is wrong, and how it ends: any error refuses the file as a whole.
#pragma once
#include "bank/payment_file.h"

namespace frist::bank {

// Keeps the first `fault_limit`.
void add_error(PaymentFile& file, std::string code, std::string place, std::string message, std::string remedy);
void add_finding(PaymentFile& file, std::string code, std::string place, std::string message, std::string remedy);
[[nodiscard]] bool too_many_errors(const PaymentFile& file);

// Fingerprints, and the verdict; of a refused file no item and no total stays.
void conclude(PaymentFile& file);

// Adds; false when the sum does not fit.
[[nodiscard]] bool add_up(std::int64_t& sum, std::int64_t more);

// Not more than 10 years before and 60 days after the day on which the file was made.
[[nodiscard]] bool plausible(Date date, Date created);

}  // namespace frist::bank
