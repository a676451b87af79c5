#include "store/postgres_values.h"

#include "base/pch.h"
#include "store/postgres_text.h"

#include <endian.h>
#include <cstring>

namespace frist::store {

std::int64_t whole_of(const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return static_cast<std::int64_t>(be64toh(value));
}

Values::Cell& Values::at(int place, Oid type) {
    const auto index = static_cast<std::size_t>(place);
    if (cells_.size() <= index) {
        cells_.resize(index + 1);
        types_.resize(index + 1, 0);
    }
    Cell& cell = cells_[index];
    cell.is_own = cell.is_nothing = false;
    cell.number = 0;
    if (type != 0) types_[index] = type;
    return cell;
}

void Values::whole(int place, std::int64_t value) {
    Cell& cell = at(place, whole_type);
    const std::uint64_t there = htobe64(static_cast<std::uint64_t>(value));
    cell.own.assign(reinterpret_cast<const char*>(&there), sizeof there);
    cell.is_own = true;
    cell.number = value;
}
void Values::text(int place, std::string_view value) {
    Cell& cell = at(place, text_type);
    if (is_utf8_without_zero(value)) {
        cell.given = value;
        return;
    }
    cell.own = wrapped(value);
    cell.is_own = true;
}
void Values::copy(int place, std::string_view value) {
    Cell& cell = at(place, text_type);
    cell.own = is_utf8_without_zero(value) ? std::string(value) : wrapped(value);
    cell.is_own = true;
}
void Values::bytes(int place, std::string_view value) { at(place, bytes_type).given = value; }
void Values::nothing(int place) { at(place, 0).is_nothing = true; }
void Values::clear() {
    cells_.clear();
    types_.clear();
}

void Values::lay_out() {
    const std::size_t count = cells_.size();
    pointers_.resize(count);
    sizes_.resize(count);
    forms_.assign(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const Cell& cell = cells_[i];
        const std::string_view bytes = bytes_of(cell);
        pointers_[i] = cell.is_nothing ? nullptr : bytes.data() == nullptr ? "" : bytes.data();
        sizes_[i] = static_cast<int>(bytes.size());
    }
}

std::optional<std::string_view> Values::cell(int place) const {
    const Cell& cell = cells_[static_cast<std::size_t>(place)];
    return cell.is_nothing ? std::nullopt : std::optional<std::string_view>(bytes_of(cell));
}
std::int64_t Values::number_at(int place) const {
    const auto index = static_cast<std::size_t>(place);
    return index < cells_.size() ? cells_[index].number : 0;
}

}  // namespace frist::store
