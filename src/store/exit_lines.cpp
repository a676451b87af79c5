#include "store/exit_lines.h"

#include "access/instant.h"
#include "bank/encoding.h"
#include "base/moment.h"
#include "base/pch.h"
#include "base/strict_json.h"

#include <sodium.h>

namespace frist::store {
namespace {

namespace json = boost::json;

bool is_number(Form form) { return form == Form::whole || form == Form::yes_no || form == Form::instant || form == Form::money; }

std::size_t place_of(const Leaving& table, std::string_view name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.name == name; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::string base64_of(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

json::value text_value(const std::string& words) {
    if (bank::valid_utf8(words)) return json::value(words);
    return json::object{{"base64", base64_of(words)}};
}

// An object or a list; what is written otherwise than we write it stays as it stands, because its bytes may be hashed.
Result<json::value> json_value(const std::string& words) {
    boost::system::error_code wrong;
    json::value value = json::parse(words, wrong);
    if (wrong || (!value.is_object() && !value.is_array())) return Error{"exit.damaged", "", "is no JSON", ""};
    if (json::serialize(value) != words) return json::value(words);
    return value;
}

Result<json::value> value_of(Form form, const Cell& cell, Currency currency) {
    switch (form) {
        case Form::whole: return json::value(cell.number);
        case Form::yes_no: return json::value(cell.number != 0);
        case Form::instant: return json::value(access::text(access::Instant{cell.number}));
        case Form::money: return json::value(text(Money(cell.number, currency)));
        case Form::text: return text_value(cell.words);
        case Form::json: return json_value(cell.words);
        case Form::day: {
            FRIST_TRY([[maybe_unused]] const Date day, Date::parse(cell.words));
            return json::value(cell.words);
        }
        case Form::moment: {
            FRIST_TRY([[maybe_unused]] const Moment moment, Moment::parse(cell.words));
            return json::value(cell.words);
        }
    }
    return json::value();
}

Cell read_cell(const Column& column, Statement& s) {
    Cell cell;
    cell.nothing = s.nothing();
    if (cell.nothing) s.skip();
    else if (is_number(column.form)) cell.number = s.whole();
    else cell.words = s.word();
    if (column.without == Without::blank && cell.words.empty()) cell.nothing = true;
    return cell;
}

Result<Currency> currency_in(const Leaving& table, const std::vector<Cell>& cells) {
    const std::size_t at = place_of(table, "currency");
    if (at == table.columns.size()) return Currency{};
    return Currency::parse(cells[at].words);
}

// What is wanted of a field, for whoever writes one.
std::string_view wanted(Form form) {
    switch (form) {
        case Form::whole: return "a whole number";
        case Form::yes_no: return "true or false";
        case Form::text: return "text";
        case Form::day: return "a day like \"2026-07-06\"";
        case Form::moment: return "a moment like \"2026-07-06T14:05\"";
        case Form::instant: return "a moment like \"2026-07-06T14:05:09Z\"";
        case Form::money: return "a sum like \"1250.00\" in the row's currency";
        case Form::json: return "an object or a list";
    }
    return "";
}

std::optional<std::string> text_from(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (!value.is_object() || value.get_object().size() != 1) return std::nullopt;
    const json::value* bytes = value.get_object().if_contains("base64");
    if (bytes == nullptr || !bytes->is_string()) return std::nullopt;
    return bytes_of_base64(std::string_view(bytes->get_string()));
}

std::optional<std::string> json_from(const json::value& value) {
    if (value.is_object() || value.is_array()) return json::serialize(value);
    if (!value.is_string()) return std::nullopt;
    boost::system::error_code wrong;
    static_cast<void>(json::parse(std::string_view(value.get_string()), wrong));
    if (wrong) return std::nullopt;
    return std::string(value.get_string());
}

// As access::text gives it.
std::optional<std::int64_t> instant_from(std::string_view iso) {
    if (iso.size() != 20 || iso[16] != ':' || iso[19] != 'Z') return std::nullopt;
    const Result<Moment> moment = Moment::parse(iso.substr(0, 16));
    int seconds = 0;
    const auto [end, wrong] = std::from_chars(iso.data() + 17, iso.data() + 19, seconds);
    if (!moment.ok() || wrong != std::errc{} || end != iso.data() + 19 || seconds < 0 || seconds > 59) return std::nullopt;
    return moment->day.days_since_1970() * std::int64_t{86400} + moment->minute * std::int64_t{60} + seconds;
}

std::optional<Cell> cell_from(Form form, const json::value& value, Currency currency) {
    Cell cell;
    const auto words = [&](std::optional<std::string> found) -> std::optional<Cell> {
        if (!found) return std::nullopt;
        cell.words = *std::move(found);
        return cell;
    };
    const auto number = [&](std::int64_t found) -> std::optional<Cell> {
        cell.number = found;
        return cell;
    };
    const std::string_view told = value.is_string() ? std::string_view(value.get_string()) : std::string_view();
    switch (form) {
        case Form::whole: return value.is_int64() ? number(value.get_int64()) : std::nullopt;
        case Form::yes_no: return value.is_bool() ? number(value.get_bool() ? 1 : 0) : std::nullopt;
        case Form::text: return words(text_from(value));
        case Form::json: return words(json_from(value));
        case Form::day: return Date::parse(told).ok() ? words(std::string(told)) : std::nullopt;
        case Form::moment: return Moment::parse(told).ok() ? words(std::string(told)) : std::nullopt;
        case Form::instant: {
            const std::optional<std::int64_t> at = instant_from(told);
            return at ? number(*at) : std::nullopt;
        }
        case Form::money: {
            const Result<Money> sum = Money::parse(told, currency);
            return sum.ok() ? number(sum->minor()) : std::nullopt;
        }
    }
    return std::nullopt;
}

class LineReader {
public:
    LineReader(const Leaving& table, const json::object& object, const std::string& place, int shape) : table_(table), object_(object), place_(place), shape_(shape) {}

    Result<std::vector<Cell>> cells() {
        FRIST_TRY_DONE(only_known());
        FRIST_TRY(const Currency currency, currency_of_row());
        std::vector<Cell> cells;
        cells.reserve(table_.columns.size());
        for (const Column& column : table_.columns) {
            FRIST_TRY(Cell cell, one(column, currency));
            cells.push_back(std::move(cell));
        }
        return cells;
    }

private:
    Error wrong(std::string_view name, std::string message) const {
        return {"exit.row", fmt::format("{} {}", place_, name), std::move(message), "Export the installation again, or correct the line and its file's hash in the manifest."};
    }
    Outcome only_known() const {
        for (const auto& [name, value] : object_)
            if (place_of(table_, name) == table_.columns.size()) return wrong(name, "is no field of this file");
        return done;
    }
    Result<Currency> currency_of_row() const {
        const json::value* told = object_.if_contains("currency");
        if (told == nullptr || place_of(table_, "currency") == table_.columns.size()) return Currency{};
        const Result<Currency> found = Currency::parse(told->is_string() ? std::string_view(told->get_string()) : std::string_view());
        if (!found.ok()) return wrong("currency", "is not three capital letters");
        return *found;
    }
    Result<Cell> one(const Column& column, Currency currency) const {
        const json::value* value = object_.if_contains(column.name);
        if (value == nullptr && column.since > shape_) return Cell{};
        if (value == nullptr) return wrong(column.name, "is missing");
        if (value->is_null() && column.without != Without::never) {
            Cell cell;
            cell.nothing = column.without == Without::null;
            return cell;
        }
        std::optional<Cell> cell = cell_from(column.form, *value, currency);
        if (!cell) return wrong(column.name, fmt::format("is not {}", wanted(column.form)));
        if (column.fits != nullptr && !column.fits(cell->words)) return wrong(column.name, "is not known to this program");
        return *std::move(cell);
    }

    const Leaving& table_;
    const json::object& object_;
    const std::string& place_;
    int shape_;
};

}  // namespace

Result<std::string> line_of(const Leaving& table, Statement& s) {
    std::vector<Cell> cells;
    cells.reserve(table.columns.size());
    for (const Column& column : table.columns) cells.push_back(read_cell(column, s));
    const auto damaged = [](const Column& column) {
        return Error{"exit.damaged", std::string(column.name), fmt::format("what is stored is not {}", wanted(column.form)), "Restore the latest backup that verifies."};
    };
    const Result<Currency> currency = currency_in(table, cells);
    if (!currency.ok()) return damaged(table.columns[place_of(table, "currency")]);
    json::object object;
    object.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Column& column = table.columns[i];
        if (cells[i].nothing && column.without == Without::never) return damaged(column);
        Result<json::value> value = cells[i].nothing ? json::value(nullptr) : value_of(column.form, cells[i], *currency);
        if (!value.ok()) return damaged(column);
        object.emplace(column.name, std::move(value).value());
    }
    return json::serialize(object);
}

Result<std::vector<Cell>> cells_of(const Leaving& table, std::string_view line, const std::string& place, int shape) {
    const Result<json::value> value = parse_json(line);
    if (!value.ok() || !value->is_object())
        return Error{"exit.row", place, value.ok() ? "is no object" : value.error().message, "Export the installation again."};
    return LineReader(table, value->get_object(), place, shape).cells();
}

void bind_cells(const Leaving& table, const std::vector<Cell>& cells, Statement& s) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].nothing) s.bind_nothing();
        else if (is_number(table.columns[i].form)) s.bind(cells[i].number);
        else s.bind(std::string_view(cells[i].words));
    }
}

}  // namespace frist::store
