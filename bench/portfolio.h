// Invented portfolios for the measurements: the same every time, no two rows alike where it matters.
#pragma once
#include "base/pch.h"
#include "law/book.h"
#include "office/mirror_ledger.h"
#include "office/start_cases.h"
#include "rules/no/norway.h"
#include "store/rooms.h"

#include <filesystem>

namespace frist::bench {

template <class T>
T must(Result<T> result) {
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n", text(result.error()).c_str());
        std::abort();
    }
    return std::move(result).value();
}
inline void must(const Outcome& outcome) {
    if (outcome.ok()) return;
    std::fprintf(stderr, "%s\n", text(outcome.error()).c_str());
    std::abort();
}

inline std::unique_ptr<rules::no::Norway> norway() {
    const law::Book book = must(law::Book::read("no", embedded::law()));
    return std::make_unique<rules::no::Norway>(must(rules::no::NorwegianLaw::from(book)));
}

// Names of nobody, eight thousand of them.
inline constexpr std::string_view moods[] = {"Blid",   "Sindig", "Rolig", "Treg",  "Kvikk", "Stille", "Lur",
                                      "Sein",   "Ærlig",  "Øm",    "Åpen",  "Myk",   "Rask",   "Vill",
                                      "Tapper", "Munter", "Trygg", "Snill", "Vaken", "Varsom"};
inline constexpr std::string_view beasts[] = {"Fjellrev", "Ørret", "Måke", "Bever",  "Lemen", "Rype", "Gjøk",
                                       "Røyskatt", "Elg",   "Hare", "Snegle", "Øgle",  "Ulv",  "Jerv",
                                       "Oter",     "Sel",   "Laks", "Ugle",   "Kråke", "Spurv"};

inline std::string debtor_name(int i) {
    const auto mood = moods[static_cast<std::size_t>(i) % std::size(moods)];
    const auto beast = beasts[static_cast<std::size_t>(i / 20) % std::size(beasts)];
    const auto other = beasts[static_cast<std::size_t>(i / 400 * 7 + i) % std::size(beasts)];
    return fmt::format("{} {}{} {}", mood, beast, i % 3 == 0 ? "sen" : "", i % 5 == 0 ? "AS" : other);
}

inline std::vector<office::LedgerLine> ledger(int count, Date due, int from = 0) {
    std::vector<office::LedgerLine> lines;
    lines.reserve(static_cast<std::size_t>(count));
    for (int i = from; i < from + count; ++i) {
        office::LedgerLine line;
        line.place = "row " + std::to_string(i);
        line.customer = std::to_string(100000 + i);
        line.debtor.name = "Prøve " + std::to_string(i);
        line.debtor.address = {"Eksempelveien " + std::to_string(i % 400), "", "5003", "Bergen", "NO"};
        line.debtor.kind_known = true;
        line.number = "F" + std::to_string(i);
        line.amount = line.open = nok(50000 + (i * 7919LL) % 900000);
        line.due = Date::from_days(due.days_since_1970() - i % 60);
        line.invoiced = Date::from_days(line.due.days_since_1970() - 14);
        lines.push_back(std::move(line));
    }
    return lines;
}

// A folder that goes with the process.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("frist-bench-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

// One creditor in the database of this name, made when it is not there.
class Portfolio {
public:
    Portfolio(const std::string& file, Date day) : today(day), country(norway()) {
        const bool fresh = !std::filesystem::exists(file);
        store = must(store::open_office(file, store::Open::make));
        record.org_number = "999999999";
        record.name = "Prøve AS";
        record.account = "12345678903";
        if (fresh)
            must(store->change([&]() -> Outcome {
                FRIST_TRY(const office::Id id, store->add_creditor(record.org_number, office::stored(record)));
                FRIST_CHECK(id != 0);
                return done;
            }));
        creditor = must(store->creditors()).front().id;
    }

    [[nodiscard]] office::Desk desk(Date day) const { return {*store, *country, creditor, day}; }
    // `count` open invoices from number `from` on, each of its own debtor, some weeks overdue.
    void add(int count, int from = 0) const {
        must(office::mirror_ledger(desk(today), ledger(count, Date::from_days(today.days_since_1970() - 20), from), "bench", false));
    }
    void start() const {
        must(office::start_cases(desk(today), {}, record, [](office::Id id) { return fmt::format("{:09}", id); }));
    }

    Date today;
    std::unique_ptr<rules::no::Norway> country;
    std::unique_ptr<office::Store> store;
    office::Id creditor = 0;
    office::CreditorRecord record;
};

}  // namespace frist::bench
