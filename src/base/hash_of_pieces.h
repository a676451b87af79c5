// SHA-256 of bytes that come one piece after the other, as text like that of hash.h.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace frist {

class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    std::string text();   // 64 characters, of everything that was added; asked for once, at the end

private:
    alignas(std::max_align_t) std::array<unsigned char, 128> state_;
};

}  // namespace frist
