#include "law/book.h"

#include "base/hash.h"
#include "base/pch.h"
#include "law/cells.h"

namespace frist::law {
namespace {

constexpr std::array<std::string_view, 8> columns = {"rate", "valid_from", "valid_to", "value",
                                                     "unit", "source", "confidence", "checked_on"};

Error at(const std::string& place, std::string code, std::string message, std::string remedy) {
    return Error{std::move(code), place, std::move(message), std::move(remedy)};
}

Result<std::optional<Date>> optional_date(const std::string& cell, const std::string& place) {
    if (cell.empty()) return std::optional<Date>{};
    auto date = Date::parse(cell);
    if (!date.ok()) return at(place, "law.row", date.error().message, date.error().remedy);
    return std::optional<Date>{*date};
}

Result<Row> row_of(const std::vector<std::string>& cells, const std::string& place) {
    if (cells.size() != columns.size())
        return at(place, "law.row", fmt::format("{} cells where {} are wanted", cells.size(), columns.size()),
                  "Put text that holds commas in double quotes.");
    Row row;
    FRIST_TRY(row.from, optional_date(cells[1], place));
    FRIST_TRY(row.to, optional_date(cells[2], place));
    row.value = cells[3];
    row.unit = cells[4];
    row.source = cells[5];
    row.confidence = cells[6];
    FRIST_TRY(row.checked_on, optional_date(cells[7], place));
    row.place = place;
    if (row.source.empty() || !row.checked_on)
        return at(place, "law.source", "a row without a source or the day it was checked", "Write where the value was read, and when.");
    if (row.confidence != "read" && row.confidence != "known" && row.confidence != "unsure")
        return at(place, "law.row", "confidence is read, known or unsure", "Correct the cell.");
    if (!row.from && row.unit != "regime")
        return at(place, "law.dates", "only a regime may lack its first day", "Fill in valid_from.");
    if (row.from && row.to && *row.to < *row.from)
        return at(place, "law.dates", "the row ends before it begins", "Correct valid_from or valid_to.");
    return row;
}

Outcome no_overlap(const std::string& name, const std::vector<Row>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!rows[i].from || !rows[i - 1].to || *rows[i].from <= *rows[i - 1].to)
            return at(rows[i].place, "law.dates", "the rows of " + name + " overlap or do not rise", "Let each row end the day before the next begins.");
        if (*rows[i].from != rows[i - 1].to->next())
            return at(rows[i].place, "law.dates", "there is a gap before this row of " + name, "Let each row begin the day after the last one ends.");
    }
    return done;
}

// Places and authorities have tables of their own (offices.h).
bool is_place_table(std::string_view path) {
    return path.ends_with("/offices.csv") || path.ends_with("/municipalities.csv") || path.ends_with("/postal_codes.csv");
}

template <class T, class Parse>
Result<Dated<T>> typed(const Book& book, std::string_view name, Parse parse) {
    FRIST_TRY(const std::vector<Row>* rows, book.rows(name));
    Dated<T> table{std::string(name), {}};
    for (const Row& row : *rows) {
        if (!row.from) continue;
        const bool chargeable = row.confidence != "unsure";
        // A row may be unsure to the point of having no value: it holds its days and nothing else.
        if (!chargeable && row.value.empty()) {
            table.rows.push_back({*row.from, row.to, T{}, false, row.source, row.place});
            continue;
        }
        Result<T> value = parse(row.value);
        if (!value.ok()) return Error{"law.row", row.place, value.error().message, value.error().remedy};
        table.rows.push_back({*row.from, row.to, *value, chargeable, row.source, row.place});
    }
    return table;
}

}  // namespace

Result<Book> Book::read(std::string_view country, std::span<const embedded::File> files) {
    Book book;
    book.country_ = country;
    std::string all;
    const std::string folder = std::string(country) + "/";
    for (const embedded::File& file : files) {
        if (!file.path.starts_with(folder)) continue;
        if (is_place_table(file.path)) continue;
        std::string_view rest = file.bytes;
        for (int number = 1; !rest.empty(); ++number) {
            const std::string_view line = take_line(rest);
            const std::string place = fmt::format("{}:{}", file.path, number);
            const std::vector<std::string> cells = cells_of(line);
            if (number == 1) {
                if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end()))
                    return at(place, "law.row", "the header is not " + fmt::format("{}", fmt::join(columns, ",")), "Restore the header.");
                continue;
            }
            if (line.empty()) continue;
            FRIST_TRY(Row row, row_of(cells, place));
            all.append(line).push_back('\n');
            book.rates_[cells[0]].push_back(std::move(row));
        }
    }
    if (book.rates_.empty())
        return Error{"law.no_country", std::string(country), "no law tables were found for this country", "Check the country, or the folder given with --law."};
    for (const auto& [name, rows] : book.rates_) FRIST_TRY_DONE(no_overlap(name, rows));
    book.fingerprint_ = sha256(all);
    return book;
}

Result<const std::vector<Row>*> Book::rows(std::string_view name) const {
    const auto found = rates_.find(name);
    if (found == rates_.end())
        return Error{"law.no_table", country_ + "/" + std::string(name), "the law tables have no rows of this name", "Restore the rows; the program cannot work without them."};
    return &found->second;
}

std::vector<std::string> Book::names(std::string_view prefix) const {
    std::vector<std::string> names;
    for (const auto& [name, rows] : rates_)
        if (name.starts_with(prefix)) names.push_back(name);
    return names;
}

Result<Dated<Money>> Book::money(std::string_view name, Currency currency) const {
    return typed<Money>(*this, name, [&](const std::string& value) { return Money::parse(value, currency); });
}

Result<Dated<Rate>> Book::rate(std::string_view name) const {
    return typed<Rate>(*this, name, [](const std::string& value) { return Rate::parse(value); });
}

Result<Dated<Factor>> Book::factor(std::string_view name) const {
    return typed<Factor>(*this, name, [](const std::string& value) { return Factor::parse(value); });
}

Result<Dated<int>> Book::number(std::string_view name) const {
    return typed<int>(*this, name, [](const std::string& value) -> Result<int> {
        int number = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (failure != std::errc{} || end != value.data() + value.size())
            return Error{"law.number", "", "this is not a whole number", "Correct the cell."};
        return number;
    });
}

Result<Dated<std::string>> Book::word(std::string_view name) const {
    return typed<std::string>(*this, name, [](const std::string& value) -> Result<std::string> { return value; });
}

}  // namespace frist::law
