#include "invoices/reference.h"
#include "base/pch.h"

#include <gtest/gtest.h>

namespace {

using frist::invoices::reference_check;

TEST(ReferenceCheck, ByTheAccountItIsPaidTo) {
    struct Row {
        const char *reference, *account, *branch, *check;
    };
    const Row rows[] = {
        {"123456782", "NO9312345678903", "", "mod10"},
        {"123456785", "12345678903", "", "mod11"},
        {"123456781", "8601.11.17947", "", "none"},
        {"1234561", "FI2112345600000785", "", "viite"},
        {"00000000000001234561", "FI2112345600000785", "", "viite"},
        {"39 00", "FI2112345600000785", "", "viite"},
        {"20023", "FI2112345600000785", "", "wrong"},
        {"RF18539007547034", "", "", "rf"},
        {"RF34 1234 561", "FI2112345600000785", "", "rf"},
        {"RF18539007547035", "", "", "wrong"},
        {"123456782", "3334444", "SE:BANKGIRO", "mod10"},
        {"71#123456789012347", "", "", "fik"},
        {"71#12345678901234", "", "", "wrong"},
        {"Payref1", "DK1212341234123412", "", ""},
        {"123456782", "DK1212341234123412", "", ""},
        {"", "12345678903", "", ""},
    };
    for (const Row& row : rows)
        EXPECT_EQ(reference_check(row.reference, row.account, row.branch), row.check) << row.reference;
}

}  // namespace
