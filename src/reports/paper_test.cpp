#include "reports/paper.h"

#include <gtest/gtest.h>

namespace frist::reports {
namespace {

TEST(paper, takes_no_more_rows_than_somebody_reads) {
    EXPECT_TRUE(fits_on_paper(most_on_paper).ok());
    const Outcome more = fits_on_paper(most_on_paper + 1);
    ASSERT_FALSE(more.ok());
    EXPECT_EQ(more.error().code, "report.rows");
}

}  // namespace
}  // namespace frist::reports
