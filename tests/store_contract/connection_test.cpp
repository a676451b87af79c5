// What holds for everybody who stands on a connection: a part of a change, a moment that is looked at, and several
// connections of several threads to one file.
#include "base/pch.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

#include <thread>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::TempFolder;

const Error wrong{"test.wrong", "", "this part went wrong", ""};

class OneFile : public testing::Test {
protected:
    [[nodiscard]] store::Rooms open(int patience_ms = 0) const {
        return must(store::open_rooms(folder.file("frist.db"), store::Open::make, patience_ms));
    }
    TempFolder folder;
};

TEST_F(OneFile, APartOfAChangeIsKeptWithTheWhole) {
    const store::Rooms rooms = open();
    const Outcome outcome = rooms.connection->change([&]() -> Outcome {
        FRIST_TRY_DONE(rooms.office->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const Id id, rooms.office->add_creditor("999999999", "{}"));
            return done;
        }));
        return wrong;
    });
    EXPECT_EQ(outcome.error().code, "test.wrong");
    EXPECT_TRUE(must(rooms.office->creditors()).empty());
}

TEST_F(OneFile, APartThatFailsIsUndoneAlone) {
    const store::Rooms rooms = open();
    Outcome part = done;
    must(rooms.connection->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id first, rooms.office->add_creditor("999999999", "{}"));
        part = rooms.office->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const Id second, rooms.office->add_creditor("988077917", "{}"));
            return wrong;
        });
        return done;
    }));
    EXPECT_EQ(part.error().code, "test.wrong");
    const auto creditors = must(rooms.office->creditors());
    ASSERT_EQ(creditors.size(), 1U);
    EXPECT_EQ(creditors.front().org_number, "999999999");
}

TEST_F(OneFile, ACreditorIsFoundByEitherNumber) {
    const store::Rooms rooms = open();
    must(rooms.office->add_creditor("999999999", R"({"name":"one"})"));
    const Id second = must(rooms.office->add_creditor("988077917", R"({"name":"two"})"));
    const auto by_id = must(rooms.office->creditor(second));
    ASSERT_TRUE(by_id.has_value());
    EXPECT_EQ(by_id->org_number, "988077917");
    EXPECT_EQ(by_id->record, R"({"name":"two"})");
    const auto by_number = must(rooms.office->creditor_of_number("988077917"));
    ASSERT_TRUE(by_number.has_value());
    EXPECT_EQ(by_number->id, second);
    EXPECT_FALSE(must(rooms.office->creditor(second + 1)).has_value());
    EXPECT_FALSE(must(rooms.office->creditor_of_number("98807791")).has_value()) << "a beginning is no number";
}

TEST_F(OneFile, ALookSeesOneMoment) {
    const store::Rooms reader = open();
    const store::Rooms writer = open();
    must(reader.connection->look([&]() -> Outcome {
        EXPECT_TRUE(must(reader.office->creditors()).empty());
        EXPECT_TRUE(writer.office->add_creditor("999999999", "{}").ok());
        EXPECT_TRUE(must(reader.office->creditors()).empty());
        return done;
    }));
    EXPECT_EQ(must(reader.office->creditors()).size(), 1U);
}

TEST_F(OneFile, ThreadsWithConnectionsOfTheirOwnWaitForEachOther) {
    constexpr int threads = 4;
    constexpr int each = 25;
    constexpr int patience_ms = 60000;
    const store::Rooms first = open(patience_ms);
    const Id creditor = must(first.office->add_creditor("999999999", "{}"));
    std::vector<std::string> said(threads);
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < threads; ++worker)
            workers.emplace_back([&, worker] {
                const auto rooms = store::open_rooms(folder.file("frist.db"), store::Open::existing, patience_ms);
                for (int i = 0; i < each && rooms.ok() && said[worker].empty(); ++i) {
                    const Outcome outcome = rooms->office->change([&]() -> Outcome {
                        FRIST_TRY([[maybe_unused]] const Id id,
                                  rooms->office->put_debtor(creditor, fmt::format("{}-{}", worker, i), "{}"));
                        return done;
                    });
                    if (!outcome.ok()) said[worker] = text(outcome.error());
                }
                if (!rooms.ok()) said[worker] = text(rooms.error());
            });
    }
    EXPECT_EQ(said, std::vector<std::string>(threads));
    EXPECT_EQ(must(first.office->next_number(creditor, "debtor")), threads * each + 1);
}

TEST_F(OneFile, AnEmptyFileCanBeOpenedByManyAtOnce) {
    constexpr int threads = 4;
    std::vector<std::string> said(threads);
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < threads; ++worker)
            workers.emplace_back([&, worker] {
                const auto rooms = store::open_rooms(folder.file("frist.db"), store::Open::make, 60000);
                if (!rooms.ok()) said[worker] = text(rooms.error());
            });
    }
    EXPECT_EQ(said, std::vector<std::string>(threads));
}

}  // namespace
