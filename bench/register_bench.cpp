// The register of cases: how long people wait for a first page and for a search, alone and among 64. Floor: one row
// found by an index of the same engine.
#include "measured.h"
#include "portfolio.h"
#include "raw.h"

#include "office/register.h"

#include <deque>
#include <fstream>
#include <mutex>
#include <thread>

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);
constexpr int chunk = 10'000;

std::string number_of(int i) {
    return "F" + std::to_string(10'000'000 + i);
}
std::string kid_of(int i) {
    return fmt::format("{:09}7", i);
}

// The tables as the office leaves them, without the events that nobody asks for here.
class Made {
public:
    Made(const std::string& file, int count) : rooms_(must(store::open_rooms(file, store::Open::make))), count_(count) {
        must(change([&]() -> Outcome {
            FRIST_TRY(creditor_, rooms_.office->add_creditor("999999999", office::stored(creditor())));
            return rooms_.office->put_register_mark(creditor_, office::register_mark(*norway()));
        }));
        for (int from = 1; from <= count_; from += chunk) must(change([&] { return some(from); }));
    }

private:
    static office::CreditorRecord creditor() {
        office::CreditorRecord record;
        record.org_number = "999999999";
        record.name = "Fjord Rør AS";
        record.account = "12345678903";
        return record;
    }
    Outcome change(const std::function<Outcome()>& work) { return rooms_.office->change(work); }
    Outcome some(int from) {
        for (int i = from; i < std::min(from + chunk, count_ + 1); ++i) FRIST_TRY_DONE(one(i));
        return done;
    }
    Outcome one(int i) {
        office::DebtorRecord debtor;
        debtor.name = debtor_name(i);
        if (i % 50 != 0) debtor.address = {"Eksempelveien " + std::to_string(i % 400), "", "5003", "Bergen", "NO"};
        FRIST_TRY(const office::Id id,
                  rooms_.office->put_debtor(creditor_, std::to_string(100'000 + i), office::stored(debtor)));
        office::ItemRow item;
        item.number = number_of(i);
        item.debtor = id;
        item.amount = item.open = item.open_at_start = nok(50'000 + (i * 7919LL) % 900'000);
        item.due = Date::of(2026, 1, 20) - Days{i % 60};
        item.case_id = i;
        FRIST_TRY([[maybe_unused]] const office::Id item_id, rooms_.office->put_item(creditor_, item));
        FRIST_TRY_DONE(rooms_.office->put_kid(creditor_, kid_of(i), i, ""));
        return rooms_.index->put_register_row(creditor_, row_of(i, id, item));
    }
    static office::RegisterRow row_of(int i, office::Id debtor, const office::ItemRow& item) {
        const bool closed = i % 4 == 3;
        const bool held = !closed && i % 11 == 0;
        office::RegisterRow row;
        row.case_id = i;
        row.debtor = debtor;
        row.status = closed ? office::Status::paid : held ? office::Status::held : office::Status::going;
        row.state = closed ? cases::State::closed : held ? cases::State::held : cases::State::active;
        row.step = static_cast<cases::StepKind>(i % 4);
        if (!closed && !held)
            row.next = {today + Days{i % 30}, office::Coming::step, static_cast<cases::StepKind>(i % 4)};
        row.look = row.next.on;
        row.oldest_due = item.due;
        const Money open = closed ? nok(0) : item.amount;
        row.accrual = {today, open, open, {{item.amount, open, item.due, std::nullopt}}, {}};
        return row;
    }

    store::Rooms rooms_;
    int count_;
    office::Id creditor_ = 0;
};

using Question = std::function<void(int)>;  // the number makes each question another

office::CaseAsk ask_for(const std::string& search) {
    office::CaseAsk ask;
    ask.creditor = 1;
    ask.day = today;
    ask.search = search;
    return ask;
}

struct Kind {
    std::string name;
    Question ask;
};

// What people do with a register of `count` cases; `cases` answers all of them.
std::vector<Kind> questions(office::Register& cases, int count, const std::string& file) {
    // Each worker has a connection of its own, as in the server.
    const auto page = [&cases, file](const office::CaseAsk& ask) {
        thread_local store::Rooms rooms = must(store::open_rooms(file, store::Open::existing));
        return must(cases.page(ask, {}, *rooms.office, *rooms.index));
    };
    const auto some = [count](int i) { return 1 + static_cast<int>(i * 7919LL % count); };
    return {
        {"first",
         [=](int i) {
             office::CaseAsk ask = ask_for("");
             ask.tab = static_cast<office::Tab>(i % 3);
             ask.sort = static_cast<office::CaseSort>(i % 6);
             ask.descending = i % 2 == 0;
             page(ask);
         }},
        {"filter",
         [=](int i) {
             office::CaseAsk ask = ask_for("");
             ask.status = {office::Status::going};
             ask.next_until = today + Days{i % 30};
             ask.open_from = nok(1'000'00 + i * 1'00);
             ask.sort = office::CaseSort::open;
             page(ask);
         }},
        {"name",
         [=](int i) {
             const std::string name = debtor_name(some(i));
             page(ask_for(name.substr(name.find(' ') + 1, 6 + static_cast<std::size_t>(i % 5))));
         }},
        {"number", [=](int i) { FRIST_CHECK(page(ask_for(number_of(some(i)))).exact.size() == 1); }},
        {"kid", [=](int i) { FRIST_CHECK(page(ask_for(kid_of(some(i)))).exact.size() == 1); }},
    };
}

// So many clients, each of whom asks again as soon as it is answered; two workers answer in the order of asking, as a
// server on two cores does. The wait for a worker counts.
std::vector<double> waited(const Question& ask, int clients, int times) {
    std::mutex lock;
    std::deque<Clock> asked(static_cast<std::size_t>(clients));
    std::vector<double> all;
    int number = 0;
    const auto work = [&] {
        std::unique_lock held(lock);
        while (number < times && !asked.empty()) {
            const Clock since = asked.front();
            asked.pop_front();
            const int mine = number++;
            held.unlock();
            ask(mine);
            const double wait = since.wall();
            held.lock();
            all.push_back(wait);
            asked.emplace_back();
        }
    };
    std::jthread other = clients > 1 ? std::jthread(work) : std::jthread();
    work();
    if (other.joinable()) other.join();
    return all;
}

int resident_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:") {
            int kb = 0;
            status >> kb;
            return kb / 1024;
        }
    return 0;
}

// Asks for FILE, which is made when it is not there.
void ask_register(const Ask& ask) {
    if (!std::filesystem::exists(ask.file())) Made(ask.file(), ask.count);
    const auto country = norway();
    const Clock opening;
    const auto cases = must(store::open_register(ask.file(), *country));
    const office::CasePage first = must(cases->page(ask_for(""), {}));
    FRIST_CHECK(first.count == static_cast<std::size_t>(ask.count) && first.rows.size() == 50);
    std::string more =
        fmt::format("\"first_answer_ms\": {:.1f}, \"resident_mb\": {}", 1000 * opening.wall(), resident_mb());
    const int times = ask.count > 300'000 ? 640 : 2'560;
    int asked = 0;
    measure(10 * times, [&] {
        for (const int clients : {1, 64})
            for (const Kind& kind : questions(*cases, ask.count, ask.file())) {
                std::vector<double> seconds = waited(kind.ask, clients, times);
                asked += static_cast<int>(seconds.size());
                more += ", " + waits(fmt::format("{}_{}", kind.name, clients), seconds);
            }
        FRIST_CHECK(asked == 10 * times);
        return more + fmt::format(", \"resident_after_mb\": {}", resident_mb());
    });
}

// One invoice found by its number.
void look_up(const Ask& ask) {
    if (!std::filesystem::exists(ask.file())) Made(ask.file(), ask.count);
    const Raw raw(ask.file());
    sqlite3_stmt* find = raw.prepared("SELECT case_id FROM item WHERE creditor = 1 AND number = ?1");
    constexpr int times = 100'000;
    measure(times, [&] {
        for (int i = 0; i < times; ++i) {
            const std::string number = number_of(1 + static_cast<int>(i * 7919LL % ask.count));
            sqlite3_bind_text(find, 1, number.c_str(), -1, SQLITE_STATIC);
            FRIST_CHECK(sqlite3_step(find) == SQLITE_ROW);
            sqlite3_reset(find);
        }
        return std::string();
    });
    sqlite3_finalize(find);
}

constexpr Part parts[] = {
    {"register", "first page, filter, search by name, number and KID: alone and among 64", ask_register},
    {"register-floor", "one row found by an index", look_up},
};

}  // namespace

std::span<const Part> register_parts() {
    return parts;
}

}  // namespace frist::bench
