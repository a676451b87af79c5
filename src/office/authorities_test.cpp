// Which authority answers for a debtor, and when nobody can tell.
#include "office/authorities.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

using law::OfficeRole;

const law::Offices& table() { return **offices(); }
Date day() { return Date::of(2026, 11, 25); }

DebtorRecord at(const std::string& street, const std::string& code, const std::string& place) {
    DebtorRecord debtor;
    debtor.name = "Kari Prøve";
    debtor.address.street = street;
    debtor.address.postal_code = code;
    debtor.address.place = place;
    return debtor;
}

TEST(whereabouts, follow_from_the_postal_code) {
    const auto found = whereabouts(at("Eksempelveien 1", "1366", "Lysaker"), table());
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->municipality.number, "3201");
    EXPECT_EQ(found->how, "postal code 1366");
}

TEST(whereabouts, a_told_municipality_goes_before_the_postal_code) {
    DebtorRecord debtor = at("Postboks 7", "1366", "Lysaker");
    debtor.municipality = "0301";
    EXPECT_EQ(whereabouts(debtor, table())->municipality.name, "Oslo");
    move_to(debtor, at("Eksempelveien 1", "5003", "Bergen").address, "hand", day());
    EXPECT_EQ(whereabouts(debtor, table())->municipality.name, "Bergen");   // that of the old address is gone
}

TEST(whereabouts, are_asked_for_when_the_address_does_not_tell) {
    DebtorRecord abroad = at("Teststraße 1", "10115", "Berlin");
    abroad.address.country = "DE";
    DebtorRecord hidden = at("", "", "");
    protect(hidden);
    DebtorRecord doubtful = at("Eksempelveien 1", "5003", "Bergen");
    doubtful.address_doubtful = true;
    struct Row { const char* about; DebtorRecord debtor; const char* code; };
    const Row rows[] = {
        {"abroad", abroad, "office.address"},
        {"protected", hidden, "office.address"},
        {"doubtful", doubtful, "office.address"},
        {"none", at("", "", ""), "office.address"},
        {"a box", at("Postboks 12 Sentrum", "0101", "Oslo"), "office.address"},
        {"a box, written shortly", at("P.b. 12", "0101", "Oslo"), "office.address"},
        {"not a code", at("Eksempelveien 1", "0009", "Oslo"), "office.postal_code"},
    };
    for (const Row& row : rows) EXPECT_EQ(whereabouts(row.debtor, table()).error().code, row.code) << row.about;
    EXPECT_TRUE(whereabouts(at("Postboksveien 3", "0484", "Oslo"), table()).ok());   // a street
}

TEST(authority, what_a_person_told_is_used_in_the_whole_district_of_a_court) {
    CreditorRecord creditor;
    OfficeAddress told;
    told.role = OfficeRole::district_court;
    told.municipality = "3203";
    told.address = at("Prøvegata 1", "1337", "Sandvika").address;
    told.source = "domstol.example";
    told.told = day();
    creditor.offices = {told};
    const Whereabouts here = *whereabouts(at("Eksempelveien 1", "1366", "Lysaker"), table());
    const auto court = authority(OfficeRole::district_court, here, creditor, table(), day());
    ASSERT_TRUE(court.ok());
    EXPECT_EQ(court->name, "Asker og Bærum tingrett");
    EXPECT_EQ(court->address, (std::vector<std::string>{"Prøvegata 1", "1337 Sandvika"}));
    EXPECT_TRUE(court->doubts.empty());
    EXPECT_TRUE(authority(OfficeRole::conciliation_board, here, creditor, table(), day())->address.empty());
    const Whereabouts elsewhere = *whereabouts(at("Eksempelveien 1", "0484", "Oslo"), table());
    EXPECT_TRUE(authority(OfficeRole::district_court, elsewhere, creditor, table(), day())->address.empty());
}

TEST(authority, an_unsure_row_says_so_until_a_person_has_looked) {
    const Whereabouts here = *whereabouts(at("Eksempelveien 1", "5003", "Bergen"), table());
    CreditorRecord creditor;
    EXPECT_EQ(authority(OfficeRole::enforcement_office, here, creditor, table(), day())->doubts.size(), 2U);   // name and address
    EXPECT_EQ(authority(OfficeRole::district_court, here, creditor, table(), day())->doubts.size(), 1U);       // address
}

}  // namespace
}  // namespace frist::office
