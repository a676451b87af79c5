#include "http/router.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace frist::http {
namespace {

// "GET /creditors/{creditor}": the right it asks for, "open", or "person" when the contract names none.
using Promised = std::map<std::string, std::string>;

// The operations of api/openapi.yaml, read by their indentation: a path stands two blanks in, a method four.
Promised contract() {
    std::ifstream in(std::string(FRIST_ROOT) + "/api/openapi.yaml");
    Promised found;
    std::string path, operation;
    bool in_paths = false;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != ' ') in_paths = line.starts_with("paths:");
        if (!in_paths) continue;
        if (line.starts_with("  /")) path = line.substr(2, line.find(':') - 2);
        for (const std::string method : {"get", "post", "put", "patch", "delete"})
            if (line.starts_with("    " + method + ":")) {
                std::string name = method;
                std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
                operation = name + " " + path;
                found[operation] = "person";
            }
        if (operation.empty()) continue;
        const std::size_t right = line.find("x-right: ");
        if (right != line.npos) found[operation] = line.substr(right + 9, line.find_first_of(",}", right) - right - 9);
        if (line.find("security: []") != line.npos) found[operation] = "open";
    }
    return found;
}

TEST(Routes, are_those_of_the_contract_with_its_rights) {
    Promised built;
    for (const Route& route : routes()) {
        const std::string name = std::string(route.method) + " " + std::string(route.pattern);
        EXPECT_FALSE(built.contains(name)) << name << " stands twice";
        built[name] = route.gate == Gate::open ? "open" : route.gate == Gate::right ? std::string(name_of(route.right)) : "person";
    }
    const Promised promised = contract();
    EXPECT_GT(promised.size(), 50u);
    EXPECT_EQ(built, promised);
}

TEST(Routes, prefer_plain_words) {
    const auto sums = route_of("GET", "/creditors/999999999/cases/sums");
    ASSERT_TRUE(sums.ok());
    EXPECT_EQ(sums->route->pattern, "/creditors/{creditor}/cases/sums");
    const auto one = route_of("GET", "/creditors/999999999/cases/17");
    ASSERT_TRUE(one.ok());
    EXPECT_EQ(one->path.at("case"), "17");
}

TEST(Routes, tell_what_is_not_there_from_what_cannot_be_done) {
    EXPECT_EQ(route_of("GET", "/nowhere").error().code, "http.not_found");
    EXPECT_EQ(route_of("GET", "").error().code, "http.not_found");
    EXPECT_EQ(route_of("GET", "/creditors//cases").error().code, "http.not_found");
    EXPECT_EQ(route_of("GET", "/links/%zz").error().code, "http.not_found");
    EXPECT_EQ(route_of("DELETE", "/health").error().code, "http.method");
}

TEST(Routes, say_how_much_they_take) {
    EXPECT_EQ(most_bytes("POST", "/api/creditors/999999999/ledger/import"), std::size_t{64} * 1024 * 1024);
    EXPECT_EQ(most_bytes("POST", "/api/session"), std::size_t{256} * 1024);
    EXPECT_EQ(most_bytes("POST", "/index.html"), 0u);
}

}  // namespace
}  // namespace frist::http
