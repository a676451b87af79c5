#include "store/postgres_batch.h"

#include "base/pch.h"
#include "base/result.h"
#include "store/postgres_words.h"

namespace frist::store {
namespace {

// Words taken one after another; a step that does not fit leaves the reader spoiled.
class Reader {
public:
    explicit Reader(std::string_view words) : words_(words) { pass_space(); }

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::string_view rest() const { return words_; }
    bool take(std::string_view what) {
        if (!words_.starts_with(what)) return false;
        words_.remove_prefix(what.size());
        pass_space();
        return true;
    }
    void need(std::string_view what) { good_ = take(what) && good_; }
    std::string_view name() {
        std::size_t end = 0;
        while (end < words_.size() && of_name(words_[end])) ++end;
        const std::string_view found = words_.substr(0, end);
        good_ = good_ && end > 0;
        words_.remove_prefix(end);
        pass_space();
        return found;
    }
    // The place of ?n, from 0.
    int place() {
        need("?");
        int number = 0;
        for (const char c : name()) {
            good_ = good_ && c >= '0' && c <= '9' && number < 1000;
            number = number * 10 + (c - '0');
        }
        good_ = good_ && number > 0;
        return number - 1;
    }

private:
    void pass_space() {
        while (!words_.empty() && (words_.front() == ' ' || words_.front() == '\n')) words_.remove_prefix(1);
    }
    std::string_view words_;
    bool good_ = true;
};

std::vector<std::string> names(Reader& reader) {
    std::vector<std::string> all;
    reader.need("(");
    do all.emplace_back(reader.name());
    while (reader.good() && reader.take(","));
    reader.need(")");
    return all;
}

int place_of(const std::vector<std::string>& columns, std::string_view column) {
    return static_cast<int>(std::find(columns.begin(), columns.end(), column) - columns.begin());
}

std::optional<SetWords> set_insert(Reader reader) {
    SetWords set;
    set.table = reader.name();
    set.columns = names(reader);
    reader.need("VALUES");
    reader.need("(");
    for (int place = 0; place < static_cast<int>(set.columns.size()) && reader.good(); ++place) {
        if (place > 0) reader.need(",");
        if (reader.place() != place) return std::nullopt;
    }
    reader.need(")");
    if (!reader.good() || reader.rest().find('?') != std::string_view::npos) return std::nullopt;
    const std::string rest = postgres_words(reader.rest());
    if (!reader.rest().empty()) {
        reader.need("ON CONFLICT");
        if (!reader.take("DO NOTHING")) {
            for (const std::string& column : names(reader)) set.key.push_back(place_of(set.columns, column));
            reader.need("DO UPDATE SET");
            // Another table, or the rows of this one, could hold what was gathered but not yet sent.
            if (!reader.good() || reader.rest().find("SELECT") != std::string_view::npos) return std::nullopt;
        }
    }
    if (!reader.good()) return std::nullopt;
    set.head = fmt::format("INSERT INTO {} ({}) SELECT * FROM ", set.table, fmt::join(set.columns, ", "));
    set.tail = " " + rest;
    return set;
}

std::optional<SetWords> set_update(Reader reader) {
    SetWords set;
    set.updates = true;
    set.table = reader.name();
    reader.need("SET");
    std::vector<std::string> said;
    const auto pairs = [&](std::string_view between, const std::function<std::string(const std::string&, int)>& say) {
        do {
            const std::string column(reader.name());
            reader.need("=");
            const int place = reader.place();
            if (!reader.good()) return;
            if (static_cast<int>(set.columns.size()) <= place) set.columns.resize(static_cast<std::size_t>(place) + 1);
            set.columns[static_cast<std::size_t>(place)] = column;
            said.push_back(say(column, place));
        } while (reader.take(between));
    };
    pairs(",", [](const std::string& column, int place) { return fmt::format("{} = u.v{}", column, place); });
    const std::vector<std::string> changed = set.columns;
    set.head = fmt::format("UPDATE {} AS t SET {} FROM ", set.table, fmt::join(std::exchange(said, {}), ", "));
    reader.need("WHERE");
    pairs("AND", [&](const std::string& column, int place) {
        if (std::find(changed.begin(), changed.end(), column) == changed.end()) set.key.push_back(place);
        return fmt::format("t.{} = u.v{}", column, place);
    });
    if (!reader.good() || !reader.rest().empty() || set.key.empty() || std::find(set.columns.begin(), set.columns.end(), "") != set.columns.end()) return std::nullopt;
    set.tail = fmt::format(" WHERE {} RETURNING u.place", fmt::join(said, " AND "));
    return set;
}

}  // namespace

std::optional<SetWords> set_words(std::string_view words) {
    Reader reader(words);
    if (reader.take("INSERT INTO ")) return set_insert(reader);
    if (reader.take("UPDATE ")) return set_update(reader);
    return std::nullopt;
}

std::string SetWords::said(const std::vector<std::string>& types) const {
    std::vector<std::string> arrays;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        arrays.push_back(fmt::format("${}::{}[]", i + 1, types[i]));
        names.push_back(fmt::format("v{}", i));
    }
    return fmt::format("{}unnest({}){} AS u({}{}){}", head, fmt::join(arrays, ", "), updates ? " WITH ORDINALITY" : "", fmt::join(names, ", "), updates ? ", place" : "", tail);
}

bool Batch::add(const Values& values) {
    FRIST_CHECK(values.count() == static_cast<int>(columns_.size()));
    if (!words_.key.empty()) {
        std::string key;
        for (const int place : words_.key) {
            const std::string_view cell = values.cell(place).value_or("");
            put_size(key, static_cast<std::uint32_t>(cell.size()));
            key += cell;
        }
        if (!keys_.insert(std::move(key)).second) return false;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        Column& column = columns_[i];
        const std::optional<std::string_view> cell = values.cell(static_cast<int>(i));
        put_size(column.cells, cell ? static_cast<std::uint32_t>(cell->size()) : ~std::uint32_t{0});
        column.has_nothing = column.has_nothing || !cell;
        if (!cell) continue;
        column.cells += *cell;
        bytes_ += cell->size();
    }
    ++rows_;
    return true;
}

void Batch::lay_out(const std::vector<Oid>& types) {
    arrays_.resize(columns_.size());
    pointers_.clear();
    sizes_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::string& array = arrays_[i];
        array = array_head(types[i], static_cast<std::uint32_t>(rows_), columns_[i].has_nothing);
        array += columns_[i].cells;
        pointers_.push_back(array.data());
        sizes_.push_back(static_cast<int>(array.size()));
    }
}

void Batch::lay_out_one() {
    constexpr std::size_t size_bytes = 4;
    pointers_.clear();
    sizes_.clear();
    for (const Column& column : columns_) {
        pointers_.push_back(column.has_nothing ? nullptr : column.cells.data() + size_bytes);
        sizes_.push_back(static_cast<int>(column.cells.size() - size_bytes));
    }
}

void Batch::clear() {
    for (Column& column : columns_) {
        column.cells.clear();
        column.has_nothing = false;
    }
    keys_.clear();
    unless_changed_.clear();
    rows_ = 0;
    bytes_ = 0;
}

}  // namespace frist::store
