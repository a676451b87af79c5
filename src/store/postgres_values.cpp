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

void put_size(std::string& bytes, std::uint32_t size) {
    const std::uint32_t there = htobe32(size);
    bytes.append(reinterpret_cast<const char*>(&there), sizeof there);
}

// One dimension, whether an element is NULL, the type, the number of elements, the first one's index.
std::string array_head(Oid type, std::uint32_t count, bool has_nothing) {
    std::string head;
    for (const std::uint32_t part : {std::uint32_t{1}, std::uint32_t{has_nothing}, std::uint32_t{type}, count, std::uint32_t{1}}) put_size(head, part);
    return head;
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
void Values::each(int place, Oid type, const std::vector<std::string>& cells) {
    Cell& cell = at(place, type == whole_type ? wholes_type : texts_type);
    cell.own = array_head(type, static_cast<std::uint32_t>(cells.size()), false);
    for (const std::string& one : cells) {
        put_size(cell.own, static_cast<std::uint32_t>(one.size()));
        cell.own += one;
    }
    cell.is_own = true;
}
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
