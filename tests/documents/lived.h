// A case that is lived through the office: ledger, nights, letters that leave. For tests of what is made of it.
#pragma once
#include "base/embedded.h"
#include "base/hash.h"
#include "office/doors.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "rules/no/norway.h"
#include "store/rooms.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace frist::office::lived {

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}

inline const rules::no::Norway& norway() {
    static const rules::no::Norway country(must(rules::no::NorwegianLaw::from(must(law::Book::read("no", embedded::law())))));
    return country;
}

// What left stays here, as it left.
class Shelf final : public Archive {
public:
    Outcome keep(const std::string& name, std::string_view bytes) override {
        files[name] = bytes;
        return done;
    }
    Result<std::string> read(const std::string& name) override {
        const auto found = files.find(name);
        if (found == files.end()) return Error{"file.missing", name, "is not there", "Look elsewhere."};
        return found->second;
    }
    Outcome forget(const std::string& name) override {
        files.erase(name);
        return done;
    }
    std::map<std::string, std::string> files;
};

// One case of 10 000, due 15 January 2026, with letters by the standard course.
class LivedCase : public testing::Test {
protected:
    void SetUp() override {
        std::string name = std::filesystem::temp_directory_path() / "frist-lived-XXXXXX";
        folder = mkdtemp(name.data());
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }

    void begin(bool business = false, cases::Mode mode = cases::Mode::self) {
        record.org_number = "123456785";
        record.name = "Fjellstrøm AS";
        record.address = {"Postboks 14", "", "5003", "Bergen", "NO"};
        record.email = "post@fjellstrom.example";
        record.account = "12345678903";
        record.mode = mode;
        if (mode == cases::Mode::agency) record.agency = {"Ærlig Inkasso AS", "988077917", {"Lynggata 3", "", "5003", "Bergen", "NO"}, "sak@aerliginkasso.example", "", "98765432103", true};
        record.course_person = record.course_business = "no.standard";
        store = must(store::open_office(folder + "/frist.db", store::Open::make));
        ASSERT_TRUE(store->change([&]() -> Outcome {
            FRIST_TRY(creditor, store->add_creditor(record.org_number, stored(record)));
            return done;
        }).ok());
        LedgerLine line;
        line.place = "ledger.csv:2";
        line.customer = "1001";
        line.debtor.name = business ? "Sirkus Prøve AS" : "Kari D'Prøve";
        if (business) {
            line.debtor.kind = cases::DebtorKind::company;
            line.debtor.relation = cases::Relation::business;
            line.debtor.org_number = "988077917";
        }
        line.debtor.address = {"Eksempelveien 1", "", "1366", "Lysaker", "NO"};
        line.number = "F1";
        line.what = "Strøm, desember 2025";
        line.amount = line.open = nok(1'000'000);
        line.invoiced = Date::of(2026, 1, 5);
        line.due = Date::of(2026, 1, 15);
        must(mirror_ledger(desk(today), {line}, "sha", false));
        for (const StartRow& row : must(start_cases(desk(today), {}, record, [](Id) { return std::string("0000018"); })))
            EXPECT_FALSE(row.reason.has_value()) << text(*row.reason);
    }

    [[nodiscard]] Desk desk(Date day) const { return {*store, norway(), creditor, day}; }

    // Every day to `last`: the night runs, and what it orders leaves the same day.
    void live(Date last) {
        for (; today <= last; today = today.next()) {
            must(night(desk(today)));
            for (const ReadyLetter& ready : must(outbox(desk(today), record)).ready) {
                LetterRow row = ready.row;
                row.file = fmt::format("l{}.pdf", row.letter);
                shelf.files[row.file] = "%PDF- " + row.file;
                row.sha256 = sha256(shelf.files[row.file]);
                ASSERT_TRUE(written(desk(today), row).ok());
            }
            EXPECT_TRUE(must(posted(desk(today), today)).refused.empty());
        }
        today = last;
    }

    void tell(const cases::Command& command) { must(answer(desk(today), 1, command, "test")); }
    Date today = Date::of(2026, 1, 20);
    std::string folder;
    std::unique_ptr<Store> store;
    Id creditor = 0;
    CreditorRecord record;
    Shelf shelf;
};

}  // namespace frist::office::lived
