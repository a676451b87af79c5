// Numbers that people and files write: nothing they hold may stop the program, and what passes once passes again.
#include "base/pch.h"
#include "party/account_number.h"
#include "party/kid.h"

using namespace frist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto modulus : {party::KidModulus::ten, party::KidModulus::eleven}) {
        const auto kid = party::make_kid(text, modulus);
        if (kid.ok()) FRIST_CHECK(party::check_kid(*kid, modulus).ok());
        const std::string_view checks = party::kid_checks(text);
        const std::string_view fits = modulus == party::KidModulus::ten ? "mod10" : "mod11";
        FRIST_CHECK(party::check_kid(text, modulus).ok() == (checks == "both" || checks == fits));
    }
    const auto account = party::parse_account(text);
    if (account.ok()) {
        FRIST_CHECK(party::valid_bban(*account));
        FRIST_CHECK(party::same_spelling(party::iban_of(*account)) == *account);
        FRIST_CHECK(*party::parse_account(party::dotted(*account)) == *account);
    }
    const std::string once = party::same_spelling(text);
    FRIST_CHECK(party::same_spelling(once) == once);
    return 0;
}
