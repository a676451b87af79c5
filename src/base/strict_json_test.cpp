#include "base/strict_json.h"

#include <gtest/gtest.h>

namespace frist {
namespace {

TEST(strict_json, a_field_that_stands_twice_is_a_mistake) {
    struct Row { const char* about; const char* text; const char* place; };
    const Row rows[] = {
        {"twice in one object", "{\"a\": 1,\n \"a\": 2}", "line 2 column 2"},
        {"twice in an inner object", R"({"a": {"b": 1, "c": 2, "b": 3}})", "line 1 column 24"},
        {"once in each of two objects", R"([{"a": 1}, {"a": 2}])", nullptr},
        {"an inner field named like the outer one", R"({"a": {"a": 1}})", nullptr},
        {"a value that looks like a field", R"({"a": "b", "c": "a"})", nullptr},
        {"braces and quotation marks inside text", R"({"a": "{\"a\": 1}", "b": "}\\"})", nullptr},
        {"the same text as field and in a list", R"({"a": ["a", "a"]})", nullptr},
    };
    for (const Row& row : rows) {
        const auto value = parse_json(row.text);
        EXPECT_EQ(value.ok(), row.place == nullptr) << row.about;
        if (!value.ok() && row.place != nullptr) EXPECT_EQ(value.error().field, row.place) << row.about;
    }
}

TEST(strict_json, a_misspelt_field_is_named) {
    const auto value = parse_json(R"({"untill": "2025-01-01", "x": 1})");
    auto object = JsonObject::of(*value, "");
    const auto until = object->text("until");
    ASSERT_FALSE(until.ok());
    EXPECT_EQ(until.error().code, "json.missing");
    EXPECT_EQ(until.error().remedy, "There is a field \"untill\": correct its spelling.");
    EXPECT_EQ(object->text("due").error().remedy, "Add it.");
    EXPECT_EQ(object->finish().error().field, "untill");
}

}  // namespace
}  // namespace frist
