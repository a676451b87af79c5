// Files of the tests: own samples beside this suite, and the collected files of real banks where they are at hand.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace frist::bank {

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

inline std::filesystem::path samples() {
    return std::filesystem::path(FRIST_ROOT) / "tests/bank/samples";
}

// The files of a folder that have an expectation NAME.expected.json; none where the folder does not exist.
inline std::vector<std::filesystem::path> with_expectation(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (std::filesystem::exists(entry.path().string() + ".expected.json")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace frist::bank
