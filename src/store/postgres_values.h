// The values of a statement, in the binary forms of a PostgreSQL server.
#pragma once
#include <libpq-fe.h>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frist::store {

constexpr Oid whole_type = 20;   // bigint
constexpr Oid text_type = 25;
constexpr Oid bytes_type = 17;   // bytea
constexpr Oid wholes_type = 1016;   // bigint[]
constexpr Oid texts_type = 1009;    // text[]

// A bigint as the server sends it.
std::int64_t whole_of(const char* bytes);

// The head of an array of one dimension; each element follows behind its size.
std::string array_head(Oid type, std::uint32_t count, bool has_nothing);
// The size of an element; ~0 is NULL.
void put_size(std::string& bytes, std::uint32_t size);

class Values {
public:
    void whole(int place, std::int64_t value);
    void text(int place, std::string_view value);    // must live until it was sent
    void copy(int place, std::string_view value);
    void bytes(int place, std::string_view value);
    void nothing(int place);
    // An array of these, each in the form of a value: `type` is whole_type or text_type.
    void each(int place, Oid type, const std::vector<std::string>& cells);
    void clear();

    [[nodiscard]] int count() const { return static_cast<int>(cells_.size()); }
    [[nodiscard]] const Oid* types() const { return types_.data(); }
    // As libpq wants them.
    void lay_out();
    [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] const int* sizes() const { return sizes_.data(); }
    [[nodiscard]] const int* forms() const { return forms_.data(); }
    // What is sent for this place; nothing for NULL.
    [[nodiscard]] std::optional<std::string_view> cell(int place) const;
    // The value at this place when it is a number, or 0.
    [[nodiscard]] std::int64_t number_at(int place) const;

private:
    struct Cell {
        std::string own;
        std::string_view given;
        bool is_own = false;
        bool is_nothing = true;
        std::int64_t number = 0;
    };
    Cell& at(int place, Oid type);
    static std::string_view bytes_of(const Cell& cell) { return cell.is_own ? std::string_view(cell.own) : cell.given; }
    std::vector<Cell> cells_;
    std::vector<Oid> types_;
    std::vector<const char*> pointers_;
    std::vector<int> sizes_;
    std::vector<int> forms_;
};

}  // namespace frist::store
