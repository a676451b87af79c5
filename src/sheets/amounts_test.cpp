#include "sheets/amounts.h"

namespace frist::sheets {
namespace {

TEST(amounts, single_cells) {
    struct Row {
        const char* cell;
        char decimal;
        int decimals;
        std::int64_t minor;
        AmountFault fault;
    };
    const AmountFault none = AmountFault::none;
    const AmountFault form = AmountFault::form;
    const Row rows[] = {
        {"0", ',', 2, 0, none},
        {"1", ',', 2, 100, none},
        {"1,5", ',', 2, 150, none},
        {"1,50", ',', 2, 150, none},
        {"1,500", ',', 2, 150, none},
        {"1,505", ',', 2, 0, AmountFault::decimals},
        {"1.50", ',', 2, 0, form},
        {"1.500", ',', 2, 150000, none},
        {"1.500.000,00", ',', 2, 150000000, none},
        {"1.50.000,00", ',', 2, 0, form},
        {"1500.000", ',', 2, 0, form},
        {"1,500.25", '.', 2, 150025, none},
        {"1 500,25", ',', 2, 150025, none},
        {"1\u00a0500,25", ',', 2, 150025, none},
        {"1\u202f500,25", ',', 2, 150025, none},
        {"1'500.25", '.', 2, 150025, none},
        {"1\u2019500.25", '.', 2, 150025, none},
        {"-1,50", ',', 2, -150, none},
        {"1,50-", ',', 2, -150, none},
        {"1,50 -", ',', 2, -150, none},
        {"\u22121,50", ',', 2, -150, none},
        {"(1,50)", ',', 2, -150, none},
        {"(1,50", ',', 2, 0, form},
        {"1,50)", ',', 2, 0, form},
        {"--1,50", ',', 2, 0, form},
        {"-1,50-", ',', 2, 0, form},
        {"+1,50", ',', 2, 150, none},
        {"kr 1,50", ',', 2, 150, none},
        {"kr. 1,50", ',', 2, 150, none},
        {"1,50 NOK", ',', 2, 150, none},
        {"1,50 €", ',', 2, 150, none},
        {"1:-", ',', 2, 100, none},
        {"1,-", ',', 2, 100, none},
        {"1,50 mva", ',', 2, 0, form},
        {"", ',', 2, 0, form},
        {"-", ',', 2, 0, form},
        {"kr", ',', 2, 0, form},
        {"1,5,0", ',', 2, 0, form},
        {",50", ',', 2, 50, none},
        {"100", ',', 0, 100, none},
        {"100,00", ',', 0, 100, none},
        {"100,50", ',', 0, 0, AmountFault::decimals},
        {"1,505", ',', 3, 1505, none},
        {"99999999999999,99", ',', 2, 9999999999999999, none},
        {"100000000000000,00", ',', 2, 0, AmountFault::size},
    };
    for (const Row& row : rows) {
        const ReadAmount read = read_amount(row.cell, row.decimal, row.decimals);
        EXPECT_EQ(read.fault, row.fault) << row.cell;
        if (row.fault == none) { EXPECT_EQ(read.minor, row.minor) << row.cell; }
    }
}

TEST(amounts, whole_columns) {
    struct Row {
        const char* about;
        std::vector<const char*> cells;
        std::optional<char> decimal;
        bool mixed;
        const char* thousands;
    };
    const Row rows[] = {
        {"commas", {"1 250,50", "3,00"}, ',', false, "space"},
        {"points", {"1,250.50"}, '.', false, ","},
        {"points in threes settle it", {"1.250.000", "1.250"}, ',', false, "."},
        {"groups of three alone do not", {"1.250", "3.500"}, std::nullopt, false, ""},
        {"one decimal settles the groups", {"1.250", "3,5"}, ',', false, "."},
        {"whole amounts", {"100", "250"}, ',', false, ""},
        {"both ways", {"1,50", "1.50"}, std::nullopt, true, ""},
        {"no-break spaces", {"1\u00a0250,50"}, ',', false, "no-break space"},
        {"apostrophes", {"1'250.50"}, '.', false, "'"},
        {"three decimals behind a zero", {"0.125"}, '.', false, ""},
        {"words do not count", {"1.50", "mye"}, '.', false, ""},
    };
    for (const Row& row : rows) {
        AmountEvidence evidence;
        for (const char* cell : row.cells) look(evidence, cell);
        const AmountForm got = decide(evidence);
        EXPECT_EQ(got.decimal, row.decimal) << row.about;
        EXPECT_EQ(got.mixed, row.mixed) << row.about;
        if (row.decimal) { EXPECT_EQ(got.thousands, row.thousands) << row.about; }
    }
}

}  // namespace
}  // namespace frist::sheets
