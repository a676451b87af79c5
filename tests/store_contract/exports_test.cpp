// Exports: the figures are those of the reports, what is saved belongs to its person, and one that is made by itself is made
// once for each day it is due, whatever happens meanwhile.
#include "access/passwords.h"
#include "base/pch.h"
#include "exports/exports.h"
#include "reports/making_exports.h"
#include "reports/words.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

#include <boost/json.hpp>

namespace {

using namespace frist;
using namespace frist::reports;
using frist::test::must;

namespace json = boost::json;
const Date monday = Date::of(2026, 3, 2);

std::string code_of(const auto& result) { return result.ok() ? "" : result.error().code; }

class ExportHouseTest : public testing::Test {
protected:
    ExportHouseTest() : rooms(must(store::open_rooms(folder.file("frist.db"), store::Open::make, 0))) {
        first = frist::test::with_cases(*rooms.office, "999999999", 5, monday);
        second = frist::test::with_cases(*rooms.office, "988077917", 2, monday);
        person = add_person("blid@fjellrev.example", access::Role::handler, access::Reach::everything());
    }

    access::Id add_person(const std::string& email, access::Role role, access::Reach reach) {
        access::PersonRow row;
        row.email = email;
        row.name = "Blid Fjellrev";
        row.language = "nb";
        row.role = role;
        row.reach = std::move(reach);
        return must(rooms.access->put_person(row));
    }

    access::Who who(access::Id id) const {
        const access::PersonRow row = *must(rooms.access->person(id));
        access::Who one;
        one.person = id;
        one.role = row.role;
        one.reach = row.reach;
        return one;
    }

    ExportHouse house(Date day) {
        return {*rooms.office, frist::test::norway(), porter, *rooms.exports, sheet_of(), Moment{day}, access::Instant{day.days_since_1970() * std::int64_t{86400}}};
    }
    SheetMaker sheet_of() {
        return [this](office::SheetForm form, const office::SheetPlan& plan) { return exports::sheet_out(form, plan, office::PassingFile(folder.file("sheet"))); };
    }

    SavedExport wish(Every every, int on, const std::string& body = R"({"form":"json","columns":["case","outstanding"]})") const {
        SavedExport saved;
        saved.name = "Hver uke";
        saved.body = body;
        saved.every = every;
        saved.on = on;
        saved.since = monday;
        return saved;
    }

    json::array rows_of(const CaseExport& ask, const std::vector<ExportRoom>& of) {
        const auto out = must(sheet_of()(office::SheetForm::json, export_plan(ask, of)));
        must(write_cases(ask, of, *out));
        return json::parse(must(must(out->finish()).bytes())).as_array();
    }
    CaseExport asked(std::string_view body) const {
        const json::value value = json::parse(body);
        JsonObject object = must(JsonObject::of(value, ""));
        CaseExport ask = must(case_export(object));
        ask.form = office::SheetForm::json;
        ask.language = "en";
        return ask;
    }

    frist::test::TempFolder folder;
    store::Rooms rooms;
    access::Id first = 0;
    access::Id second = 0;
    access::Id person = 0;
    std::unique_ptr<access::Hasher> hasher = access::argon2id();
    access::Porter porter{*rooms.access, *hasher, [](std::span<unsigned char>) {}, access::SealKey{}};
};

TEST_F(ExportHouseTest, FiguresAreThoseOfTheReport) {
    const Date day = Date::of(2026, 3, 20);
    const auto of = must(rooms_of(house(day), who(person), {}, nullptr));
    ASSERT_EQ(of.size(), 2U);
    const json::array rows = rows_of(asked("{}"), of);
    ASSERT_EQ(rows.size(), 7U);
    for (const ExportRoom& room : of) {
        Ask ask;
        ask.name = "cases";
        ask.as_of = day;
        const Table table = must(reports::table({room.desk, *rooms.reports}, ask, {0, 100}));
        for (const Row& row : table.rows) {
            const auto found = std::find_if(rows.begin(), rows.end(), [&](const json::value& one) {
                return one.at("creditor").as_string() == room.org_number && one.at("case").as_int64() == row.keys.front().number;
            });
            ASSERT_NE(found, rows.end());
            std::size_t column = 0;
            for (const char* name : {"", "principal", "interest", "fees", "vat", "paid", "written_off", "outstanding"}) {
                if (*name != 0) {
                    EXPECT_EQ(found->at(name).as_string(), machine_text(table, row, column, frist::test::norway().currency())) << name;
                }
                ++column;
            }
        }
    }
}

TEST_F(ExportHouseTest, ColumnsComeInTheOrderInWhichTheyWerePicked) {
    const auto of = must(rooms_of(house(monday), who(person), {"988077917"}, nullptr));
    const json::array rows = rows_of(asked(R"({"columns":["outstanding","name","case"],"cases":"ongoing"})"), of);
    ASSERT_EQ(rows.size(), 2U);
    std::string names;
    for (const auto& [name, value] : rows.front().as_object()) names += std::string(name) + " ";
    EXPECT_EQ(names, "outstanding name case ");
}

TEST_F(ExportHouseTest, NarrowsByStateAndByDate) {
    const auto of = must(rooms_of(house(Date::of(2026, 3, 20)), who(person), {"999999999"}, nullptr));
    const auto count = [&](std::string_view body) { return rows_of(asked(body), of).size(); };
    EXPECT_EQ(count(R"({"cases":"closed"})"), 0U);
    EXPECT_EQ(count(R"({"cases":"ongoing","status":["going"]})"), 5U);
    EXPECT_EQ(count(R"({"status":["paid"]})"), 0U);
    EXPECT_EQ(count(R"({"date":"registered","from":"2026-03-02","to":"2026-03-02"})"), 5U);
    EXPECT_EQ(count(R"({"date":"registered","from":"2026-03-03"})"), 0U);
    EXPECT_EQ(count(R"({"date":"registered","period":"this_month"})"), 5U);
    EXPECT_EQ(count(R"({"date":"registered","period":"last_month"})"), 0U);
    EXPECT_EQ(count(R"({"date":"due","year":2026})"), 5U);
    EXPECT_EQ(count(R"({"date":"closed","year":2026})"), 0U) << "what is not closed has no such day";
}

TEST_F(ExportHouseTest, TellsWhatIsWrongWithWhatWasAsked) {
    const auto code = [](std::string_view body) {
        const json::value value = json::parse(body);
        JsonObject object = must(JsonObject::of(value, ""));
        return code_of(case_export(object));
    };
    EXPECT_EQ(code(R"({"cases":"some"})"), "export.choice");
    EXPECT_EQ(code(R"({"status":["none"]})"), "export.choice");
    EXPECT_EQ(code(R"({"name":"a/b"})"), "export.choice");
    EXPECT_EQ(code(R"({"columns":["case","colour"]})"), "export.columns");
    EXPECT_EQ(code(R"({"columns":["case","case"]})"), "export.columns");
    EXPECT_EQ(code(R"({"from":"2026-02-01","to":"2026-01-01"})"), "export.days");
    EXPECT_EQ(code(R"({"from":"2026-02-01","year":2026})"), "export.days");
    EXPECT_EQ(code(R"({"year":17})"), "export.days");
    EXPECT_EQ(code(R"({"from":"2026-02-30"})"), "date.impossible");
    const CaseExport ask = asked(R"({"cases":"closed","date":"closed","period":"last_year","columns":["case"],"creditors":["999999999"],"separator":","})");
    const json::value again = json_of(ask);
    JsonObject object = must(JsonObject::of(again, ""));
    EXPECT_EQ(json::value(json_of(must(case_export(object)))), again) << "what is kept is read as it was meant";
}

TEST(MovingDays, EndWithTheDay) {
    const Date day = Date::of(2026, 3, 18);   // a Wednesday
    EXPECT_EQ(moving_days(Moving::last_week, day), (FromTo{Date::of(2026, 3, 9), Date::of(2026, 3, 15)}));
    EXPECT_EQ(moving_days(Moving::last_month, day), (FromTo{Date::of(2026, 2, 1), Date::of(2026, 2, 28)}));
    EXPECT_EQ(moving_days(Moving::last_quarter, day), (FromTo{Date::of(2025, 10, 1), Date::of(2025, 12, 31)}));
    EXPECT_EQ(moving_days(Moving::last_year, day), (FromTo{Date::of(2025, 1, 1), Date::of(2025, 12, 31)}));
    EXPECT_EQ(moving_days(Moving::this_month, day), (FromTo{Date::of(2026, 3, 1), day}));
    EXPECT_EQ(moving_days(Moving::this_year, day), (FromTo{Date::of(2026, 1, 1), day}));
}

TEST(DueDays, AreThoseOfTheSchedule) {
    SavedExport saved;
    saved.since = Date::of(2026, 1, 15);   // a Thursday
    const auto due = [&](Every every, int on, Date today) {
        saved.every = every;
        saved.on = on;
        return due_day(saved, today);
    };
    EXPECT_EQ(due(Every::never, 0, Date::of(2026, 3, 1)), std::nullopt);
    EXPECT_EQ(due(Every::day, 0, Date::of(2026, 1, 15)), std::nullopt) << "from the day after";
    EXPECT_EQ(due(Every::day, 0, Date::of(2026, 1, 16)), Date::of(2026, 1, 16));
    EXPECT_EQ(due(Every::week, 4, Date::of(2026, 1, 21)), std::nullopt);
    EXPECT_EQ(due(Every::week, 4, Date::of(2026, 1, 22)), Date::of(2026, 1, 22));
    EXPECT_EQ(due(Every::week, 4, Date::of(2026, 2, 9)), Date::of(2026, 2, 5)) << "of two that were missed, the last";
    EXPECT_EQ(due(Every::month, 31, Date::of(2026, 1, 30)), std::nullopt);
    EXPECT_EQ(due(Every::month, 31, Date::of(2026, 2, 28)), Date::of(2026, 2, 28)) << "the last day of a short month";
    EXPECT_EQ(due(Every::month, 31, Date::of(2026, 3, 30)), Date::of(2026, 2, 28));
    EXPECT_EQ(next_day(saved, Date::of(2026, 2, 28)), Date::of(2026, 3, 31));
    EXPECT_EQ(due(Every::month, 1, Date::of(2026, 2, 1)), Date::of(2026, 2, 1));
}

TEST_F(ExportHouseTest, AreMadeOnceForEachDay) {
    const Id id = must(put_export(*rooms.exports, who(person), wish(Every::week, 1)));
    EXPECT_EQ(must(make_due_exports(house(monday))).made, 0) << "due from the day after it was saved";
    EXPECT_EQ(must(make_due_exports(house(monday + Days{6}))).made, 0);
    EXPECT_EQ(must(make_due_exports(house(monday + Days{7}))).made, 1);
    EXPECT_EQ(must(make_due_exports(house(monday + Days{7}))).made, 0);
    EXPECT_EQ(must(make_due_exports(house(monday + Days{10}))).made, 0);
    EXPECT_EQ(must(make_due_exports(house(monday + Days{23}))).made, 1) << "two weeks were missed: once, for the last";
    const auto files = must(rooms.exports->files_of(person, 10));
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].due, monday + Days{21});
    EXPECT_EQ(files[1].due, monday + Days{7});
    EXPECT_EQ(files[1].rows, 7);
    EXPECT_EQ(files[1].of, id);
    EXPECT_EQ(files[1].creditors, access::Reach::of({first, second}));
    const office::PassingFile file(folder.file("fetched"));
    must(fetch(*rooms.exports, files[1].id, file));
    const std::string bytes = must(file.bytes());
    EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), files[1].bytes);
    EXPECT_EQ(json::parse(bytes).as_array().size(), 7U);
    EXPECT_EQ(must(rooms.access->acts({access::Reach::everything(), 0, {}, {}, 0, 100})).size(), 4U) << "each creditor's log tells of each";
    must(make_due_exports(house(monday + Days{7} + Days{31})));
    EXPECT_EQ(must(rooms.exports->files_of(person, 10)).size(), 2U) << "a file goes after thirty days, and another came";
    must(drop_export(*rooms.exports, who(person), id));
    EXPECT_EQ(must(make_due_exports(house(monday + Days{70}))).made, 0);
}

TEST_F(ExportHouseTest, AreMadeWithTheRightsOfTheDay) {
    const access::Id other = add_person("lun@fjellrev.example", access::Role::handler, access::Reach::of({first}));
    must(put_export(*rooms.exports, who(other), wish(Every::day, 0)));
    const auto change = [&](access::Role role, access::Reach reach) {
        access::PersonRow row = *must(rooms.access->person(other));
        row.role = role;
        row.reach = std::move(reach);
        ++row.version;
        must(rooms.access->put_person(row));
    };
    must(make_due_exports(house(monday + Days{1})));
    EXPECT_EQ(must(rooms.exports->files_of(other, 1)).front().rows, 5) << "of the creditors that are seen";
    change(access::Role::reader, access::Reach::of({first}));
    const MadeExports made = must(make_due_exports(house(monday + Days{2})));
    ASSERT_EQ(made.failed.size(), 1U);
    EXPECT_EQ(made.failed.front().code, "access.denied");
    const ExportFile file = must(rooms.exports->files_of(other, 1)).front();
    EXPECT_EQ(file.code, "access.denied");
    EXPECT_EQ(file.bytes, 0);
    EXPECT_EQ(must(make_due_exports(house(monday + Days{2}))).failed.size(), 0U) << "it is told once";
    change(access::Role::handler, access::Reach::of({second}));
    must(make_due_exports(house(monday + Days{3})));
    EXPECT_EQ(must(rooms.exports->files_of(other, 1)).front().rows, 2);
}

TEST_F(ExportHouseTest, BelongToTheirPerson) {
    const access::Id other = add_person("lun@fjellrev.example", access::Role::owner, access::Reach::everything());
    SavedExport saved = wish(Every::never, 0);
    const Id id = must(put_export(*rooms.exports, who(person), saved));
    EXPECT_EQ(code_of(own_export(*rooms.exports, who(other), id)), "export.unknown");
    EXPECT_EQ(code_of(drop_export(*rooms.exports, who(other), id)), "export.unknown");
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(person), saved)), "export.name");
    saved.id = id;
    saved.version = 1;
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(person), saved)), "store.conflict");
    saved.version = 2;
    saved.every = Every::week;
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(person), saved)), "export.schedule") << "on no day of the week";
    saved.on = 7;
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(person), saved)), "");
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(other), saved)), "export.unknown");
    for (std::size_t i = 1; i < most_exports; ++i) {
        SavedExport more = wish(Every::never, 0);
        more.name = fmt::format("Nr. {}", i);
        must(put_export(*rooms.exports, who(person), more));
    }
    SavedExport more = wish(Every::never, 0);
    more.name = "En til";
    EXPECT_EQ(code_of(put_export(*rooms.exports, who(person), more)), "export.many");
}

// A file of three pieces and a bit comes back as it was, and goes as a whole.
TEST_F(ExportHouseTest, StandInPieces) {
    ExportFile row;
    row.of = 5;
    row.person = person;
    row.due = monday;
    row.ends = access::Instant{100};
    const auto piece = [](char c, std::size_t size) { return std::string(size, c); };
    const Id id = *must(rooms.exports->add_file(row, piece('a', office::piece_bytes)));
    must(rooms.exports->add_file_piece(id, 1, piece('b', office::piece_bytes)));
    must(rooms.exports->add_file_piece(id, 2, std::string("\0\x01\xff", 3)));
    {
        const office::PassingFile file(folder.file("fetched"));
        must(fetch(*rooms.exports, id, file));
        EXPECT_EQ(must(file.bytes()), piece('a', office::piece_bytes) + piece('b', office::piece_bytes) + std::string("\0\x01\xff", 3));
    }
    EXPECT_FALSE(std::filesystem::exists(folder.file("fetched")));
    must(rooms.exports->forget_files(access::Instant{101}));
    for (int gone = 0; gone < 3; ++gone) EXPECT_EQ(must(rooms.exports->file_piece(id, gone)), std::nullopt) << gone;
}

// The disk fills up at the first write, the second, … until the work passes: nothing of it, or all of it once.
TEST_F(ExportHouseTest, AreKeptWholeOrNotAtAll) {
    must(put_export(*rooms.exports, who(person), wish(Every::day, 0)));
    const std::string file = folder.file("frist.db");
    rooms = {};
    for (int write = 0;; ++write) {
        ASSERT_LT(write, 500);
        frist::test::FailingDisk disk;
        rooms = must(store::open_rooms(file, store::Open::existing, 0));
        const access::Porter here{*rooms.access, *hasher, [](std::span<unsigned char>) {}, access::SealKey{}};
        const Date day = monday + Days{1};
        disk.fail_at(write, SQLITE_FULL);
        const auto made = make_due_exports({*rooms.office, frist::test::norway(), here, *rooms.exports, sheet_of(), Moment{day}, access::Instant{1772400000}});
        disk.heal();
        const auto files = must(rooms.exports->files_of(person, 10));
        const auto acts = must(rooms.access->acts({access::Reach::everything(), 0, {}, {}, 0, 100}));
        rooms = {};
        if (!made.ok()) {
            EXPECT_EQ(made.error().code, "store.full");
            EXPECT_TRUE(files.empty()) << write;
            EXPECT_TRUE(acts.empty()) << write;
            continue;
        }
        EXPECT_EQ(files.size(), 1U);
        EXPECT_EQ(acts.size(), 2U);
        break;
    }
    rooms = must(store::open_rooms(file, store::Open::existing, 0));
}

}  // namespace
