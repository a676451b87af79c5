// JSON that people write: every field is known, has the wanted form, and an error names its place
// ("course.steps[1].deadline_days"). What we wrote ourselves is read by fields.h instead.
#pragma once
#include "base/result.h"

#include <boost/json.hpp>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace frist {

// Error json.syntax with line and column, also for a field that stands twice in one object.
Result<boost::json::value> parse_json(std::string_view text);

// One object. Ask for each field, then call finish(): a field nobody asked for is a mistake.
class JsonObject {
public:
    // `path` is empty for the outermost object. Error json.type.
    static Result<JsonObject> of(const boost::json::value& value, std::string path);

    [[nodiscard]] bool has(std::string_view name);             // there and not null; counts as asked for
    // Errors json.missing, json.type.
    Result<std::string> text(std::string_view name);
    Result<std::string> text_or(std::string_view name, std::string fallback);
    Result<std::int64_t> whole_or(std::string_view name, std::int64_t fallback);
    Result<bool> truth_or(std::string_view name, bool fallback);
    // A number written plainly or as text ("80", 80, "12.25"), as its text; empty when missing or null.
    Result<std::string> decimal_or_null(std::string_view name);
    Result<JsonObject> object(std::string_view name);
    // Each element with its path; a missing list is empty.
    Result<std::vector<std::pair<const boost::json::value*, std::string>>> list(std::string_view name);
    // Error json.unknown_field.
    Outcome finish() const;

    [[nodiscard]] std::string at(std::string_view name) const;
    [[nodiscard]] const boost::json::value* find(std::string_view name);
    // Error json.missing; when a field nobody asked for is spelt nearly like `name`, the remedy names it.
    [[nodiscard]] Error missing(std::string_view name, std::string remedy) const;
    [[nodiscard]] Error wrong(std::string_view name, std::string message, std::string remedy) const;

private:
    JsonObject(const boost::json::object& object, std::string path) : object_(&object), path_(std::move(path)) {}
    const boost::json::object* object_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace frist
