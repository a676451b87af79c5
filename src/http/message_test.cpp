#include "http/gzip.h"
#include "http/message.h"

#include <gtest/gtest.h>

namespace frist::http {
namespace {

TEST(Message, finds_headers_in_any_case) {
    Request request;
    request.headers = {{"content-type", "application/json"}, {"Cookie", "a=1; frist_session=token; frist_session2=x"}};
    EXPECT_EQ(request.header("Content-Type"), "application/json");
    EXPECT_EQ(request.header("Content-Typ"), "");
    EXPECT_EQ(request.cookie("frist_session"), "token");
    EXPECT_EQ(request.cookie("session"), "");
    EXPECT_EQ(request.cookie("a"), "1");
}

TEST(Message, decodes_a_query) {
    const auto fields = query_fields("search=bl%C3%A5+rev&&tab=all&empty=&flag");
    ASSERT_TRUE(fields.has_value());
    EXPECT_EQ(*fields, (std::vector<Header>{{"search", "blå rev"}, {"tab", "all"}, {"empty", ""}, {"flag", ""}}));
    EXPECT_FALSE(query_fields("search=%g1").has_value());
    EXPECT_FALSE(query_fields("search=%4").has_value());
    EXPECT_EQ(percent_decoded("a+b%2Bc"), "a+b+c");
}

TEST(Message, packs_text_that_is_worth_it) {
    EXPECT_TRUE(accepts_gzip("br, gzip;q=0.8"));
    EXPECT_FALSE(accepts_gzip("br, gzip;q=0"));
    EXPECT_FALSE(accepts_gzip("br"));
    const auto packed = [](std::string type, std::size_t bytes, bool secret) {
        Response response{200, {}, std::string(bytes, 'a')};
        response.with("Content-Type", std::move(type));
        if (secret) response.with("Set-Cookie", "frist_session=token");
        compress(response);
        return !response.header("Content-Encoding").empty();
    };
    EXPECT_TRUE(packed("application/json", 5000, false));
    EXPECT_FALSE(packed("application/json", 500, false));
    EXPECT_FALSE(packed("application/pdf", 5000, false));
    EXPECT_FALSE(packed("application/json", 5000, true));
}

}  // namespace
}  // namespace frist::http
