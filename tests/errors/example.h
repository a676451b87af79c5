// One example of a mistake: what stands in the folders of tests/errors, read into values.
#pragma once
#include "base/result.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace frist::examples {

namespace fs = std::filesystem;

inline const fs::path folder = fs::path(FRIST_ROOT) / "tests/errors";

inline std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

inline std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
    return text;
}

// Words are parted by blanks; "…" keeps blanks together.
inline std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;
    bool any = false;
    for (const char c : line) {
        if (c == '"') {
            open = !open;
            any = true;
        } else if (c == ' ' && !open) {
            if (any || !word.empty()) words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
        }
    }
    if (any || !word.empty()) words.push_back(word);
    return words;
}

// The lines of a file without blank ones and remarks.
inline std::vector<std::string> lines_of(const fs::path& file) {
    std::vector<std::string> lines;
    std::istringstream text(bytes_of(file));
    for (std::string line; std::getline(text, line);)
        if (!trimmed(line).empty() && !line.starts_with('#')) lines.push_back(trimmed(line));
    return lines;
}

inline bool is_answer(const fs::path& file) {
    const std::string kind = file.extension().string();
    return kind == ".stderr" || kind == ".stdout" || kind == ".args" || kind == ".exit";
}

// NAME.* that lie in the folder where the commands run.
inline std::vector<fs::path> files_of(const fs::path& example) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(example.parent_path()))
        if (entry.path().filename().string().starts_with(example.filename().string() + ".") && !is_answer(entry.path())) files.push_back(entry.path());
    return files;
}

struct Example {
    fs::path at;                        // without an ending
    std::vector<std::string> before;    // what must succeed first
    std::vector<std::string> mistake;   // its words
    int exit = 2;
    std::string err;
    std::string out;
};

inline Example read_example(const std::string& name) {
    Example example;
    example.at = folder / name;
    const std::string stem = example.at.string();
    if (fs::exists(stem + ".args")) {
        example.before = lines_of(stem + ".args");
        FRIST_CHECK(!example.before.empty());
        example.mistake = words_of(example.before.back());
        example.before.pop_back();
    } else {
        example.mistake = {example.at.parent_path().filename().string(), example.at.filename().string() + ".json"};
    }
    if (fs::exists(stem + ".exit")) example.exit = std::stoi(bytes_of(stem + ".exit"));
    example.err = trimmed(bytes_of(stem + ".stderr"));
    if (fs::exists(stem + ".stdout")) example.out = trimmed(bytes_of(stem + ".stdout"));
    return example;
}

// "<command>/NAME" of every example.
inline std::vector<std::string> example_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".stderr") names.push_back(fs::relative(entry.path(), folder).replace_extension().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace frist::examples
