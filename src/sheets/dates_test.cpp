#include "sheets/dates.h"

namespace frist::sheets {
namespace {

TEST(dates, single_cells) {
    struct Row {
        const char* cell;
        const char* form;
        const char* day;  // empty: refused
    };
    const Row rows[] = {
        {"28.02.2025", "DD.MM.YYYY", "2025-02-28"},
        {"29.02.2025", "DD.MM.YYYY", ""},
        {"29.02.2024", "DD.MM.YYYY", "2024-02-29"},
        {"31.04.2026", "DD.MM.YYYY", ""},
        {"1.2.2026", "DD.MM.YYYY", "2026-02-01"},
        {"1.2.2026.", "DD.MM.YYYY", "2026-02-01"},
        {"01.02.26", "DD.MM.YYYY", "2026-02-01"},
        {"01.02.79", "DD.MM.YYYY", "2079-02-01"},
        {"01.02.80", "DD.MM.YYYY", "1980-02-01"},
        {"2026-02-01", "YYYY-MM-DD", "2026-02-01"},
        {"2026-02-01", "DD-MM-YYYY", ""},
        {"01-02-2026", "DD-MM-YYYY", "2026-02-01"},
        {"01/02/2026", "DD/MM/YYYY", "2026-02-01"},
        {"01/02/2026", "MM/DD/YYYY", "2026-01-02"},
        {"13/02/2026", "MM/DD/YYYY", ""},
        {"01.02/2026", "DD.MM.YYYY", ""},
        {"20260201", "YYYYMMDD", "2026-02-01"},
        {"01022026", "DDMMYYYY", "2026-02-01"},
        {"010226", "DDMMYYYY", "2026-02-01"},
        {"46054", "serial", "2026-02-01"},
        {"25568", "serial", ""},
        {"2026-02-01T10:15:00", "YYYY-MM-DD", "2026-02-01"},
        {"01.02.2026 10:15", "DD.MM.YYYY", "2026-02-01"},
        {"i morgen", "DD.MM.YYYY", ""},
        {"", "DD.MM.YYYY", ""},
        {"01.02", "DD.MM.YYYY", ""},
        {"00.02.2026", "DD.MM.YYYY", ""},
        {"01.13.2026", "DD.MM.YYYY", ""},
    };
    for (const Row& row : rows) {
        const auto form = date_form(row.form);
        ASSERT_TRUE(form) << row.form;
        const auto day = read_date(row.cell, *form);
        EXPECT_EQ(day ? text(*day) : "", row.day) << row.cell << " as " << row.form;
    }
}

TEST(dates, forms_by_name) {
    for (const char* name : {"DD.MM.YYYY", "MM/DD/YYYY", "YYYY-MM-DD", "DDMMYYYY", "serial"}) {
        const auto form = date_form(name);
        ASSERT_TRUE(form) << name;
        EXPECT_EQ(name_of(*form), name);
    }
    for (const char* name : {"", "DD.MM-YYYY", "YYYY", "DD MM YYYY", "MM.YYYY.DD"})
        EXPECT_FALSE(date_form(name)) << name;
}

TEST(dates, whole_columns) {
    const auto settled = [](const std::vector<const char*>& cells, const std::vector<const char*>& others = {}) {
        DateEvidence column;
        for (const char* cell : cells) look(column, cell);
        DateEvidence together = column;
        for (const char* cell : others) look(together, cell);
        const DateChoice choice = decide(column, together);
        if (choice.doubt == DateDoubt::mixed) return std::string("mixed");
        if (choice.doubt == DateDoubt::order) return std::string("order");
        return choice.form ? name_of(*choice.form) : std::string("none");
    };
    EXPECT_EQ(settled({"12/12/2026"}), "order") << "the 12th may be a month";
    EXPECT_EQ(settled({"13/12/2026"}), "DD/MM/YYYY") << "the 13th is a day";
    EXPECT_EQ(settled({"12/13/2026"}), "MM/DD/YYYY");
    EXPECT_EQ(settled({"12/13/2026", "13/12/2026"}), "mixed");
    EXPECT_EQ(settled({"01/02/2026"}, {"31/01/2026"}), "DD/MM/YYYY") << "the other column settles it";
    EXPECT_EQ(settled({"01.02.2026"}), "DD.MM.YYYY") << "nobody writes the month first with points";
    EXPECT_EQ(settled({"2026-02-01"}), "YYYY-MM-DD");
    EXPECT_EQ(settled({"010226"}), "order");
    EXPECT_EQ(settled({"310126"}), "order") << "2031-01-26 is a day too";
    EXPECT_EQ(settled({"310199"}), "DDMMYYYY");
    EXPECT_EQ(settled({"46054"}), "serial");
    EXPECT_EQ(settled({"x", ""}), "none");
}

}  // namespace
}  // namespace frist::sheets
