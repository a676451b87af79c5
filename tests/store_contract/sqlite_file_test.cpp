// What only a file can suffer: missing, damaged, not a database, a full disk at any write.
#include "base/pch.h"
#include "office/night.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

#include <fstream>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::SqliteEngine;
using frist::test::TempFolder;

const Date monday = Date::of(2026, 3, 2);

void expect_refused(const std::string& file, store::Open how, std::string_view code) {
    const auto opened = store::open_office(file, how, 0);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, code);
    EXPECT_EQ(opened.error().field, file);
    EXPECT_FALSE(opened.error().message.empty());
    EXPECT_FALSE(opened.error().remedy.empty());
}

void put_bytes(const std::string& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SqliteFile, AMissingFileIsNotMadeByAccident) {
    const TempFolder folder;
    expect_refused(folder.file("none.db"), store::Open::existing, "store.missing");
    EXPECT_FALSE(std::filesystem::exists(folder.file("none.db")));
    expect_refused(folder.file("no/such/folder.db"), store::Open::make, "store.open");
}

TEST(SqliteFile, WhatIsNoDatabaseIsLeftAlone) {
    const TempFolder folder;
    const std::string file = folder.file("ledger.csv");
    std::string text;
    for (int i = 0; i < 200; ++i) text += "Kundenr;Navn;Fakturanr\r\n";
    put_bytes(file, text);
    expect_refused(file, store::Open::existing, "store.damaged");
    EXPECT_EQ(bytes_of(file), text);
}

TEST(SqliteFile, ADamagedFileIsAnErrorAndNoCrash) {
    SqliteEngine engine;
    Id creditor = 0;
    {
        const auto there = must(engine.open());
        creditor = frist::test::with_cases(*there, "999999999", 40, monday);
    }
    const std::string whole = bytes_of(engine.file());
    ASSERT_GT(whole.size(), 20U * 4096);
    int told = 0;
    for (std::size_t page = 1; page < whole.size() / 4096; ++page) {
        std::string broken = whole;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\xee');
        put_bytes(engine.file(), broken);
        const auto opened = store::open_office(engine.file(), store::Open::existing, 0);
        if (!opened.ok()) {
            EXPECT_EQ(opened.error().code, "store.damaged");
            ++told;
            continue;
        }
        const auto report = night({**opened, frist::test::norway(), creditor, Date::of(2026, 3, 20)});
        if (report.ok()) continue;
        EXPECT_TRUE(report.error().code == "store.damaged" || report.error().code == "snapshot.damaged")
            << text(report.error());
        EXPECT_FALSE(report.error().remedy.empty());
        ++told;
    }
    EXPECT_GT(told, 0);
}

TEST(SqliteFile, AHalfFileIsDamaged) {
    SqliteEngine engine;
    Id creditor = 0;
    {
        const auto there = must(engine.open());
        creditor = frist::test::with_cases(*there, "999999999", 40, monday);
    }
    put_bytes(engine.file(), bytes_of(engine.file()).substr(0, 3 * 4096));
    const auto opened = store::open_office(engine.file(), store::Open::existing, 0);
    const std::string code = opened.ok() ? (*opened)->cases(creditor, {}).error().code : opened.error().code;
    EXPECT_EQ(code, "store.damaged");
}

// The disk fills up at the first write, the second, … until the work passes: every time an Error, and nothing of it.
void full_at_every_write(int failure, std::string_view code, const std::function<Outcome(Store&, Id)>& work) {
    for (int write = 0;; ++write) {
        ASSERT_LT(write, 2000);
        SqliteEngine engine;
        Id creditor = 0;
        Outcome outcome = done;
        std::string before;
        {
            frist::test::FailingDisk disk;
            const auto there = must(engine.open());
            creditor = frist::test::with_cases(*there, "999999999", 3, monday);
            before = engine.dump();
            disk.fail_at(write, failure);
            outcome = work(*there, creditor);
            disk.heal();
            if (outcome.ok()) {
                EXPECT_GT(write, 3);
                EXPECT_NE(engine.dump(), before);
                return;
            }
            EXPECT_EQ(outcome.error().code, code);
            EXPECT_FALSE(outcome.error().remedy.empty());
            EXPECT_EQ(engine.dump(), before) << write;
            // With room again the same work passes.
            if (write % 5 == 0) {
                EXPECT_TRUE(work(*there, creditor).ok());
            }
        }
        const auto again = must(engine.open());
        EXPECT_EQ(must(again->creditors()).size(), 1U);
    }
}

Outcome play_night(Store& store, Id creditor) {
    FRIST_TRY([[maybe_unused]] const NightReport report,
              night({store, frist::test::norway(), creditor, Date::of(2026, 3, 20)}));
    return done;
}

TEST(SqliteFile, AFullDiskLeavesNothingHalfDone) {
    full_at_every_write(SQLITE_FULL, "store.full", play_night);
}
TEST(SqliteFile, AFailingDiskLeavesNothingHalfDone) {
    full_at_every_write(SQLITE_IOERR_WRITE, "store.full", play_night);   // a quota, or a limit on files
    full_at_every_write(SQLITE_IOERR_FSYNC, "store.disk", play_night);
}

TEST(SqliteFile, AFullDiskAtTheFirstOpening) {
    for (int write = 0;; ++write) {
        ASSERT_LT(write, 2000);
        frist::test::FailingDisk disk;
        SqliteEngine engine;
        disk.fail_at(write, SQLITE_FULL);
        auto opened = engine.open();
        disk.heal();
        if (opened.ok()) {
            EXPECT_GT(write, 2);
            return;
        }
        EXPECT_EQ(opened.error().code, "store.full");
        const auto again = engine.open();
        EXPECT_TRUE(again.ok()) << text(again.error());
    }
}

}  // namespace
