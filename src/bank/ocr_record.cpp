#include "bank/ocr_record.h"

#include "base/pch.h"

namespace frist::bank {
namespace {

constexpr OcrField transmission_start[] = {{9, 8, "data sender"}, {17, 7, "transmission number"}, {24, 8, "recipient"}};
constexpr OcrField assignment_start[] = {{9, 9, "agreement"}, {18, 7, "assignment number"}, {25, 11, "account"}};
constexpr OcrField item_1[] = {
    {9, 7, "transaction number"},         {16, 6, "settlement date"}, {22, 2, "centre"},  {24, 2, "day code"},
    {26, 1, "partial settlement number"}, {27, 5, "serial number"},   {33, 17, "amount"}, {75, 2, "card issuer"}};
constexpr OcrField item_2[] = {{9, 7, "transaction number"},
                               {16, 10, "form number"},
                               {26, 9, "archive reference"},
                               {42, 6, "date of the order"},
                               {48, 11, "payer's account"}};
constexpr OcrField item_3[] = {{9, 7, "transaction number"}};
constexpr OcrField assignment_end[] = {
    {9, 8, "number of transactions"}, {17, 8, "number of records"}, {25, 17, "sum"}, {42, 6, "date"},
    {48, 6, "earliest date"},         {54, 6, "latest date"}};
constexpr OcrField transmission_end[] = {
    {9, 8, "number of transactions"}, {17, 8, "number of records"}, {25, 17, "sum"}, {42, 6, "date"}};

}  // namespace

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::span<const OcrField> numeric_fields(std::string_view kind) {
    if (kind == "10") return transmission_start;
    if (kind == "20") return assignment_start;
    if (kind == "30") return item_1;
    if (kind == "31") return item_2;
    if (kind == "32") return item_3;
    if (kind == "88") return assignment_end;
    if (kind == "89") return transmission_end;
    return {};
}

std::int64_t OcrRecord::whole(std::size_t position, std::size_t length) const {
    std::int64_t value = 0;
    for (const char c : at(position, length)) value = value * 10 + (c - '0');
    return value;
}

Result<std::optional<Date>> OcrRecord::date(std::size_t position) const {
    if (at(position, 6) == "000000") return std::optional<Date>();
    const int year = static_cast<int>(whole(position + 4, 2));
    FRIST_TRY(const Date date,
              Date::make(year >= 80 ? 1900 + year : 2000 + year, static_cast<int>(whole(position + 2, 2)),
                         static_cast<int>(whole(position, 2))));
    return std::optional<Date>(date);
}

}  // namespace frist::bank
