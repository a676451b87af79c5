#include "party/account_number.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace frist::party {
namespace {

// Ten digits and the check digit that fits, or nothing for the tenth part for which none does.
std::optional<std::string> bban_from(const std::string& ten) {
    for (char check = '0'; check <= '9'; ++check)
        if (valid_bban(ten + check)) return ten + check;
    return std::nullopt;
}

std::string ten_digits() {
    return *rc::gen::container<std::string>(10, rc::gen::inRange<char>('0', '9' + 1));
}

TEST(account_number, published_examples) {
    struct Row {
        const char* number;
        bool valid;
    };
    const Row bbans[] = {
        {"12345678903", true},   {"12345678904", false}, {"1234567890", false},
        {"123456789033", false}, {"1234567890a", false}, {"", false},
        {"00000000000", true},   {"0000000006-", false},
    };
    for (const Row& row : bbans) EXPECT_EQ(valid_bban(row.number), row.valid) << row.number;
    const Row ibans[] = {
        {"NO9386011117947", true},
        {"NO9386011117948", false},
        {"NO938601111794", false},
        {"SE4550000000058398257466", true},
        {"FI2112345600000785", true},
        {"FI211234560000078", false},
        {"GB82WEST12345698765432", true},
        {"GB82west12345698765432", false},
        {"NO93 8601 1117 947", false},
        {"", false},
        {"NO", false},
        {"1293860111179470", false},
    };
    for (const Row& row : ibans) EXPECT_EQ(valid_iban(row.number), row.valid) << row.number;
}

TEST(account_number, as_people_write_it) {
    for (const char* written :
         {"1234.56.78903", "1234 56 78903", "12345678903", "NO71 1234 5678 903", "no7112345678903"})
        EXPECT_EQ(parse_account(written).value(), "12345678903") << written;
    for (const char* wrong : {"", "1234.56.7890", "1234.56.7890x", "SE4550000000058398257466", "NO71 1234"})
        EXPECT_EQ(parse_account(wrong).error().code, "account.form") << wrong;
    for (const char* wrong : {"1234.56.78904", "NO7012345678903"})
        EXPECT_EQ(parse_account(wrong).error().code, "account.check_digit") << wrong;
    EXPECT_EQ(text(parse_account("1234.56.78904").error()).find("78904"), std::string::npos);
}

TEST(account_number, one_spelling) {
    EXPECT_EQ(dotted(same_spelling("NO93 8601 1117 947")), "8601.11.17947");
    EXPECT_EQ(same_spelling("8601.11.17947"), same_spelling("NO9386011117947"));
    EXPECT_EQ(same_spelling("fi21 1234 5600 0007 85"), "FI2112345600000785");
    EXPECT_EQ(same_spelling("5050-1055"), "50501055");
    EXPECT_EQ(same_spelling("NO0086011117947"), "NO0086011117947");  // no valid IBAN: left alone
    EXPECT_EQ(same_spelling(""), "");
}

TEST(account_number, written_for_letters) {
    EXPECT_EQ(dotted("12345678903"), "1234.56.78903");
    EXPECT_EQ(dotted("FI2112345600000785"), "FI2112345600000785");
    EXPECT_EQ(iban_of(same_spelling("8601.11.17947")), "NO9386011117947");
    EXPECT_EQ(iban_of("12345678903"), "NO7112345678903");
}

TEST(account_number, there_and_back) {
    EXPECT_TRUE(rc::check([] {
        const auto bban = bban_from(ten_digits());
        RC_PRE(bban.has_value());
        const std::string iban = iban_of(*bban);
        RC_ASSERT(valid_iban(iban));
        RC_ASSERT(parse_account(iban).value() == *bban);
        RC_ASSERT(parse_account(dotted(*bban)).value() == *bban);
        RC_ASSERT(same_spelling(iban) == *bban);
    }));
}

TEST(account_number, wrong_digits_and_exchanged_neighbours_are_found) {
    EXPECT_TRUE(rc::check([] {
        const auto bban = bban_from(ten_digits());
        RC_PRE(bban.has_value());
        const std::string iban = iban_of(*bban);
        for (std::size_t at = 0; at < bban->size(); ++at) {
            for (char other = '0'; other <= '9'; ++other) {
                std::string wrong = *bban;
                std::string wrong_iban = iban;
                wrong[at] = other;
                wrong_iban[at + 4] = other;
                RC_ASSERT(wrong == *bban || (!valid_bban(wrong) && !valid_iban(wrong_iban)));
            }
            if (at == 0) continue;
            std::string wrong = *bban;
            std::swap(wrong[at - 1], wrong[at]);
            RC_ASSERT(wrong == *bban || !valid_bban(wrong));
        }
    }));
}

}  // namespace
}  // namespace frist::party
