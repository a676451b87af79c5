#include "party/birth_number.h"

#include "base/pch.h"

namespace frist::party {
namespace {

constexpr std::array<int, 10> first_weights = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
constexpr std::array<int, 11> second_weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

template <std::size_t N>
bool checks(const std::array<int, N>& weights, std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += weights[i] * (digits[i] - '0');
    return sum % 11 == 0;
}

// The century stands in the individual number, digits seven to nine (folkeregisterforskriften § 2-2-1).
int century_of(int year, int individual) {
    if (individual < 500) return 1900;
    if (individual < 750 && year >= 54) return 1800;
    if (individual >= 900 && year >= 40) return 1900;
    return 2000;
}

Error wrong(std::string code, std::string message) {
    return Error{std::move(code), "birth number", std::move(message), "Compare the number with its source."};
}

}  // namespace

Result<BirthNumber> read_birth_number(std::string_view written) {
    BirthNumber number;
    for (const char c : written) {
        if (c == ' ' || c == '-' || c == '.') continue;
        if (c < '0' || c > '9') return wrong("birth_number.length", "the number has other signs than digits");
        number.digits += c;
    }
    if (number.digits.size() != 11)
        return wrong("birth_number.length", fmt::format("the number has {} digits, not 11", number.digits.size()));
    if (!checks(first_weights, number.digits) || !checks(second_weights, number.digits))
        return wrong("birth_number.check_digit", "a check digit does not agree with the other digits");
    const auto part = [&number](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : number.digits.substr(at, count)) value = value * 10 + (c - '0');
        return value;
    };
    int day = part(0, 2);
    int month = part(2, 2);
    if (day > 40) {
        day -= 40;
        number.series = BirthNumberSeries::d_number;
    }
    for (const int raised : {80, 65, 40}) {
        if (month <= raised) continue;
        month -= raised;
        number.series = BirthNumberSeries::synthetic;
        break;
    }
    const int year = part(4, 2);
    // Date knows no year before 1900; a person born then is nobody's debtor.
    const auto born = Date::make(century_of(year, part(6, 3)) + year, month, day);
    if (!born.ok()) return wrong("birth_number.date", "the number begins with a day that does not exist");
    number.born = *born;
    return number;
}

}  // namespace frist::party
