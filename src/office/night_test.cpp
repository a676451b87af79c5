#include "office/night.h"

#include <gtest/gtest.h>

namespace frist::office {
namespace {

TEST(Night, is_due_once_a_day_from_its_minute_on) {
    const Date day = Date::of(2028, 2, 29);
    EXPECT_FALSE(night_is_due({day, 239}, 240, {}));
    EXPECT_TRUE(night_is_due({day, 240}, 240, {}));
    EXPECT_TRUE(night_is_due({day, 1439}, 240, day.previous()));
    EXPECT_FALSE(night_is_due({day, 1439}, 240, day));
    EXPECT_FALSE(night_is_due({day.next(), 0}, 240, day));
    EXPECT_TRUE(night_is_due({day.next(), 240}, 240, day));
}

}  // namespace
}  // namespace frist::office
