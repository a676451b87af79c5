// The rows of one country's law files, read and checked, before they get their types (Dated<T>).
#pragma once
#include "base/embedded.h"
#include "law/dated.h"
#include "money/rate.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frist::law {

struct Row {
    std::optional<Date> from;   // empty only for a regime that has no starting day yet
    std::optional<Date> to;
    std::string value;
    std::string unit;
    std::string source;
    std::string confidence;     // read, known, unsure
    std::optional<Date> checked_on;
    std::string place;          // "no/fees.csv:12"
};

class Book {
public:
    // Reads every file whose path begins with "<country>/" ("no"). Errors law.row, law.dates, law.source
    // with file:line.
    static Result<Book> read(std::string_view country, std::span<const embedded::File> files);

    [[nodiscard]] const std::string& country() const { return country_; }
    // SHA-256 over all rows: stored with each decision, so that one can tell which law made it.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
    // Rows of one name in order of their dates. Error law.no_table.
    [[nodiscard]] Result<const std::vector<Row>*> rows(std::string_view name) const;
    // The names that begin with `prefix`, sorted.
    [[nodiscard]] std::vector<std::string> names(std::string_view prefix) const;

    // Typed tables; the error names file:line. Sums are in `currency`'s major unit ("700" is 700 kroner).
    [[nodiscard]] Result<Dated<Money>> money(std::string_view name, Currency currency) const;
    [[nodiscard]] Result<Dated<Rate>> rate(std::string_view name) const;
    [[nodiscard]] Result<Dated<Factor>> factor(std::string_view name) const;
    [[nodiscard]] Result<Dated<int>> number(std::string_view name) const;
    [[nodiscard]] Result<Dated<std::string>> word(std::string_view name) const;

private:
    std::string country_;
    std::string fingerprint_;
    std::map<std::string, std::vector<Row>, std::less<>> rates_;
};

}  // namespace frist::law
