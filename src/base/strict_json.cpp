#include "base/strict_json.h"

#include "base/pch.h"

#include <numeric>

namespace frist {

namespace json = boost::json;

namespace {

// How many letters must be changed, added or left out to make `b` of `a`.
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

// A slip of the finger: one letter in a short name, two in a longer one.
bool misspelt(std::string_view a, std::string_view b) { return letters_apart(a, b) <= (std::min(a.size(), b.size()) < 5 ? 1u : 2u); }

Error at_place(std::string_view text, std::size_t read, std::string message, std::string remedy) {
    const std::string_view before = text.substr(0, read);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n');
    const std::size_t column = read - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return {"json.syntax", fmt::format("line {} column {}", line, column), std::move(message), std::move(remedy)};
}

// The end of the string that begins at `quote`: the place after its closing quotation mark.
std::size_t end_of_string(std::string_view text, std::size_t quote) {
    std::size_t i = quote + 1;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    return std::min(i + 1, text.size());
}

// A field that stands twice in one object: the reader would keep the last one and say nothing. `text` is JSON.
std::optional<Error> field_given_twice(std::string_view text) {
    std::vector<std::set<std::string_view>> objects;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') objects.emplace_back();
        if (text[i] == '}') objects.pop_back();
        if (text[i] != '"') continue;
        const std::size_t end = end_of_string(text, i);
        const std::size_t after = text.find_first_not_of(" \t\r\n", end);
        if (after != std::string_view::npos && text[after] == ':' && !objects.back().insert(text.substr(i, end - i)).second)
            return at_place(text, i, "the field " + std::string(text.substr(i, end - i)) + " stands here a second time", "Keep one of them.");
        i = end - 1;
    }
    return std::nullopt;
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    json::parse_options options;
    options.max_depth = 32;
    json::stream_parser parser({}, options);
    boost::system::error_code failure;
    const std::size_t read = parser.write_some(text.data(), text.size(), failure);
    if (!failure && read == text.size()) parser.finish(failure);
    if (!failure && read < text.size() && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) failure = json::error::extra_data;
    if (failure) return at_place(text, read, "this is not JSON: " + failure.message(), "Correct the text there.");
    if (const auto twice = field_given_twice(text)) return *twice;
    return parser.release();
}

Result<JsonObject> JsonObject::of(const json::value& value, std::string path) {
    if (!value.is_object()) return Error{"json.type", path.empty() ? "the file" : std::move(path), "must be an object", "Write {…}."};
    return JsonObject(value.get_object(), std::move(path));
}

std::string JsonObject::at(std::string_view name) const { return path_.empty() ? std::string(name) : path_ + "." + std::string(name); }

const json::value* JsonObject::find(std::string_view name) {
    asked_.emplace(name);
    return object_->if_contains(name);
}

bool JsonObject::has(std::string_view name) {
    const json::value* found = find(name);
    return found != nullptr && !found->is_null();
}

Error JsonObject::wrong(std::string_view name, std::string message, std::string remedy) const {
    return {"json.type", at(name), std::move(message), std::move(remedy)};
}

Error JsonObject::missing(std::string_view name, std::string remedy) const {
    for (const auto& field : *object_)
        if (!asked_.contains(field.key()) && misspelt(field.key(), name))
            return {"json.missing", at(name), "is missing", "There is a field \"" + std::string(field.key()) + "\": correct its spelling."};
    return {"json.missing", at(name), "is missing", std::move(remedy)};
}

Result<std::string> JsonObject::text(std::string_view name) {
    const json::value* found = find(name);
    if (found == nullptr) return missing(name, "Add it.");
    if (!found->is_string()) return wrong(name, "must be text", "Write it in quotation marks.");
    return std::string(found->get_string());
}

Result<std::string> JsonObject::text_or(std::string_view name, std::string fallback) {
    if (!has(name)) return fallback;
    return text(name);
}

Result<std::int64_t> JsonObject::whole_or(std::string_view name, std::int64_t fallback) {
    if (!has(name)) return fallback;
    const json::value* found = find(name);
    if (!found->is_int64()) return wrong(name, "must be a whole number", "Write it without quotation marks and decimals.");
    return found->get_int64();
}

Result<bool> JsonObject::truth_or(std::string_view name, bool fallback) {
    if (!has(name)) return fallback;
    const json::value* found = find(name);
    if (!found->is_bool()) return wrong(name, "must be true or false", "Write true or false, without quotation marks.");
    return found->get_bool();
}

Result<std::string> JsonObject::decimal_or_null(std::string_view name) {
    if (!has(name)) return std::string();
    const json::value* found = find(name);
    if (found->is_string()) return std::string(found->get_string());
    if (found->is_int64()) return std::to_string(found->get_int64());
    return wrong(name, "must be a number in quotation marks, or null", "Write it like \"12.25\".");
}

Result<JsonObject> JsonObject::object(std::string_view name) {
    const json::value* found = find(name);
    if (found == nullptr) return missing(name, "Add it.");
    return of(*found, at(name));
}

Result<std::vector<std::pair<const json::value*, std::string>>> JsonObject::list(std::string_view name) {
    std::vector<std::pair<const json::value*, std::string>> items;
    if (!has(name)) return items;
    const json::value* found = find(name);
    if (!found->is_array()) return wrong(name, "must be a list", "Write […].");
    for (std::size_t i = 0; i < found->get_array().size(); ++i) items.emplace_back(&found->get_array()[i], fmt::format("{}[{}]", at(name), i));
    return items;
}

Outcome JsonObject::finish() const {
    for (const auto& field : *object_)
        if (!asked_.contains(field.key())) {
            for (const std::string& known : asked_)
                if (misspelt(field.key(), known))
                    return Error{"json.unknown_field", at(field.key()), "is not a field that is known here", "Write \"" + known + "\", or take it out."};
            return Error{"json.unknown_field", at(field.key()), "is not a field that is known here", fmt::format("Take it out. Known are {}.", fmt::join(asked_, ", "))};
        }
    return done;
}

}  // namespace frist
