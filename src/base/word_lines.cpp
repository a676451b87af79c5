#include "base/word_lines.h"

#include "base/pch.h"

namespace frist {
namespace {

constexpr std::size_t letters_of_language = 2;

WordLines words_of(std::string_view rest) {
    WordLines words;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t colon = line.find(": ");
        if (!line.starts_with('#') && colon != line.npos) words[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return words;
}

}  // namespace

std::map<std::string_view, WordLines> words_by_language(std::span<const embedded::File> files, std::string_view folder) {
    std::map<std::string_view, WordLines> all;
    for (const embedded::File& file : files)
        if (file.path.starts_with(folder)) all[file.path.substr(folder.size(), letters_of_language)] = words_of(file.bytes);
    return all;
}

}  // namespace frist
