#include "office/ahead.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

TEST(Ahead, gives_every_result_once_and_in_order_with_any_number_of_threads) {
    for (const unsigned helpers : {0U, 1U, 3U}) {
        for (const std::size_t count : {0, 1, 63, 64, 65, 1000, 1003}) {
            std::vector<std::atomic<int>> calls(count);
            const auto work = [&](std::size_t at) {
                ++calls[at];
                return at * at;
            };
            Ahead<std::size_t, decltype(work)> ahead(count, work, helpers);
            for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(ahead.take(), i * i) << helpers << " of " << count;
            for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(calls[i], 1);
        }
    }
}

TEST(Ahead, one_who_wants_no_more_leaves_the_rest_undone) {
    std::atomic<int> calls = 0;
    constexpr std::size_t many = 1'000'000;
    {
        const auto work = [&](std::size_t at) {
            ++calls;
            return at;
        };
        Ahead<std::size_t, decltype(work)> ahead(many, work, 2);
        EXPECT_EQ(ahead.take(), 0U);
        EXPECT_EQ(ahead.take(), 1U);
    }
    EXPECT_GE(calls, 2);
    EXPECT_LE(calls, static_cast<int>(many));
}

}  // namespace
}  // namespace frist::office
