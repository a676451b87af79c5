// How a creditor's letters meet the envelope and the post: on which side the window is, and Posten's service that
// finds a new address for what cannot be delivered (EA).
#pragma once
#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frist::letters {

enum class Window { left, right };
constexpr auto names_of(Window) { return std::to_array<std::string_view>({"left", "right"}); }

enum class Symbol { code128, qr };
constexpr auto names_of(Symbol) { return std::to_array<std::string_view>({"code128", "qr"}); }

struct AddressService {
    std::string agreement;           // four digits, from Posten
    int level = 0;                   // 0 find and forward, else return; 1 else shred; 2 find, shred; 3 shred, reason only
    std::string item;                // our own number of the letter: one to thirteen digits, never used twice
    Symbol symbol = Symbol::code128;
    bool operator==(const AddressService&) const = default;
};

// "2", agreement, level, "0", item: at most twenty digits. Error letter.post_code.
Result<std::string> code_of(const AddressService& service);

struct Paper {
    Window window = Window::left;
    std::optional<AddressService> address_service;
    bool operator==(const Paper&) const = default;
};

}  // namespace frist::letters
