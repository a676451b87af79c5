#include "law/offices.h"

#include <gtest/gtest.h>

namespace frist::law {
namespace {

const Offices& offices() {
    static const Result<Offices> all = Offices::read("no", embedded::law());
    EXPECT_TRUE(all.ok());
    return *all;
}

TEST(offices, a_postal_code_leads_to_its_municipality_and_court) {
    const Date day = Date::of(2026, 11, 25);
    const auto here = offices().of_postal_code("1366");
    ASSERT_TRUE(here.ok());
    EXPECT_EQ(here->number, "3201");
    EXPECT_EQ(offices().office(OfficeRole::district_court, "3201", day)->name, "Asker og Bærum tingrett");
    EXPECT_EQ(offices().office(OfficeRole::conciliation_board, "3201", day)->name, "Forliksrådet i Bærum");
    EXPECT_FALSE(offices().office(OfficeRole::enforcement_office, "3201", day)->sure);
}

TEST(offices, a_court_is_known_from_the_day_it_began) {
    EXPECT_FALSE(offices().office(OfficeRole::district_court, "3201", Date::of(2025, 6, 9)).ok());
    EXPECT_TRUE(offices().office(OfficeRole::district_court, "3201", Date::of(2025, 6, 10)).ok());
}

TEST(offices, what_is_not_known_asks) {
    EXPECT_EQ(offices().of_postal_code("0009").error().code, "office.postal_code");
    EXPECT_EQ(offices().municipality("0219").error().code, "office.municipality");
    EXPECT_EQ(offices().office(OfficeRole::conciliation_board, "2100", Date::of(2026, 1, 1)).error().code, "office.unknown");
}

}  // namespace
}  // namespace frist::law
