// A zip file in memory whose parts are stored as they are: for spreadsheets made by hand.
#pragma once
#include <boost/crc.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frist::test {

struct ZipPart {
    std::string name;
    std::string bytes;
    std::uint16_t flags = 0;        // 1: locked with a password
    std::uint32_t said_size = 0;    // when not 0, the inflated size that the file claims
    std::uint16_t said_method = 0;  // 0 stored, 8 deflated
};

inline std::string zip_of(const std::vector<ZipPart>& parts) {
    const auto put = [](std::string& out, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
    };
    std::string out;
    std::string directory;
    for (const ZipPart& part : parts) {
        boost::crc_32_type crc;
        crc.process_bytes(part.bytes.data(), part.bytes.size());
        std::string facts;
        put(facts, 20, 2);
        put(facts, part.flags, 2);
        put(facts, part.said_method, 2);
        put(facts, 0, 4);  // day and time
        put(facts, crc.checksum(), 4);
        put(facts, part.bytes.size(), 4);
        put(facts, part.said_size == 0 ? part.bytes.size() : part.said_size, 4);
        put(facts, part.name.size(), 2);
        put(facts, 0, 2);
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        directory += facts;
        put(directory, 0, 8);  // no remark, disk 0, no inner attributes
        put(directory, 0, 2);
        put(directory, out.size(), 4);
        directory += part.name;
        put(out, 0x04034b50, 4);
        out += facts + part.name + part.bytes;
    }
    const std::size_t begin = out.size();
    out += directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, parts.size(), 2);
    put(out, parts.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace frist::test
