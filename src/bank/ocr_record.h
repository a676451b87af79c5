// One record of OCR giro: 80 positions, counted from 1 as the bank's description does.
#pragma once
#include "base/date.h"
#include "base/result.h"

#include <optional>
#include <span>
#include <string_view>

namespace frist::bank {

struct OcrRecord {
    std::string_view line;
    int number = 0;  // the physical line, from 1

    [[nodiscard]] std::string_view at(std::size_t position, std::size_t length) const {
        return line.substr(position - 1, length);
    }
    [[nodiscard]] std::string_view service() const { return at(3, 2); }
    [[nodiscard]] std::string_view type() const { return at(5, 2); }
    [[nodiscard]] std::string_view kind() const { return at(7, 2); }
    // Digits only; the field must have been checked.
    [[nodiscard]] std::int64_t whole(std::size_t position, std::size_t length) const;
    // DDMMYY, years 80 to 99 in the last century; nothing for 000000. Error date.impossible.
    [[nodiscard]] Result<std::optional<Date>> date(std::size_t position) const;
};

struct OcrField {
    std::size_t position;
    std::size_t length;
    std::string_view name;
};

// The fields of a kind of record (10, 20, 30, 31, 32, 88, 89) that hold digits only.
std::span<const OcrField> numeric_fields(std::string_view kind);

bool all_digits(std::string_view text);

}  // namespace frist::bank
