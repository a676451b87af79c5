#include "party/kid.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace frist::party {
namespace {

constexpr KidModulus both[] = {KidModulus::ten, KidModulus::eleven};

std::string digits_of(std::size_t shortest, std::size_t longest) {
    const auto count = *rc::gen::inRange<std::size_t>(shortest, longest + 1);
    return *rc::gen::container<std::string>(count, rc::gen::inRange<char>('0', '9' + 1));
}

TEST(kid, check_digits_of_the_description) {
    struct Row {
        const char* digits;
        KidModulus modulus;
        char check;
    };
    const Row rows[] = {
        {"12345678", KidModulus::ten, '2'},
        {"12345678", KidModulus::eleven, '5'},
        {"00006", KidModulus::eleven, '-'},
        {"000053", KidModulus::eleven, '1'},
        {"003663", KidModulus::eleven, '3'},
        {"0232129103830", KidModulus::ten, '3'},
        {"0231129113318", KidModulus::ten, '8'},
        {"0231129113318", KidModulus::eleven, '8'},
        {"0", KidModulus::ten, '0'},
        {"0", KidModulus::eleven, '0'},
        {"5", KidModulus::ten, '9'},
        {"9", KidModulus::eleven, '4'},
        {"000000000000000000000001", KidModulus::ten, '8'},
    };
    for (const Row& row : rows) EXPECT_EQ(kid_check_digit(row.digits, row.modulus), row.check) << row.digits;
}

TEST(kid, two_to_twenty_five_digits) {
    const std::string long_digits(24, '1');
    EXPECT_TRUE(make_kid(long_digits, KidModulus::ten).ok());
    EXPECT_EQ(make_kid(long_digits + "1", KidModulus::ten).error().code, "kid.length");
    EXPECT_TRUE(make_kid("1", KidModulus::ten).ok());
    EXPECT_EQ(make_kid("", KidModulus::ten).error().code, "kid.length");
    EXPECT_EQ(check_kid("1", KidModulus::ten).error().code, "kid.length");
    EXPECT_EQ(check_kid(std::string(26, '0'), KidModulus::ten).error().code, "kid.length");
    EXPECT_TRUE(check_kid(std::string(25, '0'), KidModulus::ten).ok());
}

TEST(kid, no_letters_and_no_blanks) {
    for (const char* wrong : {"12a4", "12 4", " 124", "124 ", "-124", "1-24", "+12", "12A"})
        EXPECT_EQ(check_kid(wrong, KidModulus::ten).error().code, "kid.digits") << wrong;
    EXPECT_EQ(make_kid("1-", KidModulus::eleven).error().code, "kid.digits");
}

TEST(kid, hyphen_is_read_where_modulus_eleven_asks_for_it_but_never_given_out) {
    EXPECT_TRUE(check_kid("00006-", KidModulus::eleven).ok());
    EXPECT_EQ(check_kid("00007-", KidModulus::eleven).error().code, "kid.check_digit");
    EXPECT_EQ(check_kid("00006-", KidModulus::ten).error().code, "kid.check_digit");
    EXPECT_EQ(make_kid("00006", KidModulus::eleven).error().code, "kid.no_digit");
}

TEST(kid, which_checks_fit) {
    EXPECT_EQ(kid_checks("02311291038304"), "both");
    EXPECT_EQ(kid_checks("02321291038303"), "mod10");
    EXPECT_EQ(kid_checks("0000531"), "mod11");
    EXPECT_EQ(kid_checks("0000532"), "none");
    EXPECT_EQ(kid_checks(""), "none");
}

TEST(kid, error_does_not_repeat_the_number) {
    EXPECT_EQ(text(check_kid("1234567", KidModulus::ten).error()).find("1234567"), std::string::npos);
}

TEST(kid, what_is_made_passes) {
    EXPECT_TRUE(rc::check([] {
        const std::string digits = digits_of(1, 24);
        for (const KidModulus modulus : both) {
            const auto kid = make_kid(digits, modulus);
            if (kid.ok())
                RC_ASSERT(check_kid(*kid, modulus).ok());
            else
                RC_ASSERT(check_kid(digits + "-", modulus).ok());
        }
    }));
}

TEST(kid, every_single_wrong_digit_is_found) {
    EXPECT_TRUE(rc::check([] {
        const std::string digits = digits_of(1, 24);
        for (const KidModulus modulus : both) {
            const std::string kid = digits + kid_check_digit(digits, modulus).value();
            for (std::size_t at = 0; at < kid.size(); ++at) {
                for (char other = '0'; other <= '9'; ++other) {
                    if (kid[at] == other) continue;
                    std::string wrong = kid;
                    wrong[at] = other;
                    RC_ASSERT(!check_kid(wrong, modulus).ok());
                }
            }
        }
    }));
}

// Modulus 10 cannot see 09 for 90; modulus 11 sees every exchange of neighbours.
TEST(kid, exchanged_neighbours_are_found) {
    EXPECT_TRUE(rc::check([] {
        const std::string digits = digits_of(1, 24);
        for (const KidModulus modulus : both) {
            const std::string kid = digits + kid_check_digit(digits, modulus).value();
            for (std::size_t at = 0; at + 1 < kid.size(); ++at) {
                std::string wrong = kid;
                std::swap(wrong[at], wrong[at + 1]);
                const bool nine_zero = kid[at] + kid[at + 1] == '0' + '9' && (kid[at] == '0' || kid[at] == '9');
                if (wrong == kid || (modulus == KidModulus::ten && nine_zero)) continue;
                RC_ASSERT(!check_kid(wrong, modulus).ok());
            }
        }
    }));
}

}  // namespace
}  // namespace frist::party
