// Authorities and where they answer: postal code → municipality → conciliation board, enforcement office and district
// court, from law/<country>/{postal_codes,municipalities,offices}.csv. What is not known is an error that asks.
#pragma once
#include "base/date.h"
#include "base/embedded.h"
#include "base/result.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frist::law {

enum class OfficeRole { conciliation_board, enforcement_office, district_court };
constexpr auto names_of(OfficeRole) { return std::to_array<std::string_view>({"conciliation_board", "enforcement_office", "district_court"}); }

struct Municipality {
    std::string number;   // "3201"
    std::string name;     // "Bærum"
};

struct Office {
    OfficeRole role = OfficeRole::conciliation_board;
    std::string name;                   // "Forliksrådet i Bærum"
    std::string seats;                  // of a court with several: "Alta, Hammerfest"
    std::vector<std::string> address;   // the lines below the name; empty: no source for it
    Municipality municipality;          // whose office it is here
    std::string source;
    bool sure = true;                   // false: the row is marked unsure
    std::string place;                  // "no/offices.csv:12"
};

class Offices {
public:
    // Errors law.row, law.source with file:line: an office with municipalities that are not in the list, a postal code
    // twice, a municipality without a district court.
    static Result<Offices> read(std::string_view country, std::span<const embedded::File> files);

    // Errors office.postal_code (no four digits, or not in the register), office.municipality (an unknown number).
    [[nodiscard]] Result<Municipality> of_postal_code(const std::string& code) const;
    [[nodiscard]] Result<Municipality> municipality(const std::string& number) const;
    // Nothing when the register does not have it.
    [[nodiscard]] std::optional<std::string> place_of(const std::string& code) const;

    // The office that answers for a municipality on `day`. Errors office.municipality, office.unknown.
    [[nodiscard]] Result<Office> office(OfficeRole role, const std::string& municipality, Date day) const;

private:
    struct Code {
        std::string place;
        std::string municipality;
    };
    struct Row {
        OfficeRole role = OfficeRole::conciliation_board;
        std::string name, seats;
        std::vector<std::string> municipalities;
        std::vector<std::string> all_but;          // "-2100 -2211": every one but these
        std::vector<std::string> address;
        Date from;
        std::optional<Date> to;
        std::string source;
        bool sure = true;
        std::string place;
        [[nodiscard]] bool covers(const std::string& number) const;
        [[nodiscard]] bool holds(Date day) const { return from <= day && (!to || day <= *to); }
    };
    Outcome add_municipality(const std::vector<std::string>& cells, const std::string& place);
    Outcome add_code(const std::vector<std::string>& cells, const std::string& place);
    Outcome add_office(const std::vector<std::string>& cells, const std::string& place);
    [[nodiscard]] Outcome check() const;

    std::map<std::string, std::string, std::less<>> municipalities_;
    std::map<std::string, Code, std::less<>> codes_;
    std::vector<Row> rows_;
};

}  // namespace frist::law
