// The dry run promises what the real days bring: ledgers by chance are dry run and then played for real, day by day, by the
// commands a person would give. Each ledger has its number as its seed: a failure names it, and it plays the same again.
#include "base/pch.h"
#include "office/courses.h"
#include "office/dry_run.h"
#include "office/night.h"
#include "store/sandbox.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

#include <random>
#include <set>

namespace {

using namespace frist;
using namespace frist::office;
using frist::test::must;
using frist::test::norway;

const char* const fjord = "999999999";

constexpr unsigned ledgers = 40;

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int number(int from, int below) { return from + static_cast<int>(engine_() % static_cast<unsigned>(below - from)); }
    bool one_in(int n) { return number(0, n) == 0; }

private:
    std::mt19937 engine_;
};

cases::Course some_course(Chance& chance, const std::string& name) {
    cases::Course course;
    course.name = name;
    course.grace_banking_days = chance.number(0, 4);
    if (chance.one_in(2)) course.rest_note_above_percent = Rate::parse("85").value();
    course.close_at_or_below = nok(chance.one_in(2) ? 50'00 : 0);
    const auto add = [&](cases::StepKind kind, bool fee) {
        cases::Step step;
        step.kind = kind;
        step.fee = fee;
        step.wait_days = chance.one_in(3) ? 5 : 0;
        step.approval = chance.one_in(4);
        step.with_enforcement_notice = kind == cases::StepKind::demand && chance.one_in(2);
        course.steps.push_back(step);
    };
    if (chance.one_in(2)) add(cases::StepKind::nudge, false);
    if (chance.one_in(2)) add(cases::StepKind::reminder, true);
    add(cases::StepKind::notice, chance.one_in(2));
    add(cases::StepKind::demand, chance.one_in(2));
    if (chance.one_in(3)) add(cases::StepKind::conciliation, false);
    return course;
}

std::vector<LedgerLine> some_ledger(Chance& chance, Date around) {
    std::vector<LedgerLine> lines = frist::test::ledger(chance.number(1, 12));
    const int customers = chance.number(1, 6);
    for (LedgerLine& line : lines) {
        const int who = chance.number(0, customers);
        line.customer = std::to_string(1000 + who);
        line.debtor = {};
        line.debtor.name = fmt::format("Blid Fjellrev {}", who);
        line.debtor.address = {fmt::format("Eksempelveien {}", who), "", "5003", "Bergen", "NO"};
        if (who % 3 == 1) {
            line.debtor.kind = cases::DebtorKind::company;
            line.debtor.relation = cases::Relation::business;
            line.debtor.org_number = "988077917";
        }
        if (who == 4) line.debtor.address = {};
        line.amount = line.open = nok(chance.number(1, 30'000'00));
        if (chance.one_in(12)) line.amount = line.open = nok(-chance.number(1, 500'00));
        line.due = around + Days{chance.number(-40, 40)};
        line.invoiced = line.due - Days{14};
        if (chance.one_in(8)) line.warning = "the amount seems to hold a fee";
        if (chance.one_in(6)) {
            const Date sent = line.due + Days{15};
            line.earlier = fmt::format(R"([{{"step": "reminder", "sent": "{}", "deadline": "{}", "fee": "35"}}])", text(sent), text(sent + Days{14}));
            if (sent > around) line.earlier = "[]";
        }
    }
    return lines;
}

// A creditor on a real database, and the clock of the days that are played on it.
class House {
public:
    explicit House(unsigned seed) : chance(seed), store(must(engine.open())), record(frist::test::creditor_named(fjord)) {
        record.mode = chance.one_in(2) ? cases::Mode::agency : cases::Mode::self;
        if (record.mode == cases::Mode::agency) {
            record.agency.name = "Prøve Inkasso AS";
            record.agency.org_number = "988077917";
            record.agency.address = {"Prøvegata 1", "", "0150", "Oslo", "NO"};
        }
        record.email = "post@fjordror.example";
        record.address = {"Prøvekaien 5", "", "5003", "Bergen", "NO"};
        record.banking_days_only = chance.one_in(2);
        record.daily_letter_limit = chance.one_in(3) ? 2 : 0;
        record.postage.push_back({cases::Channel::paper, Date::of(2020, 1, 1), nok(26'00), ""});
        creditor = frist::test::add_creditor(*store, fjord);
        today = Date::of(2025, 2, 1) + Days{chance.number(0, 500)};
        for (std::string* setting : {&record.course_person, &record.course_business}) {
            if (chance.one_in(2)) continue;
            const std::string name = setting == &record.course_person ? "egen privat" : "egen bedrift";
            const Outcome kept = store->change([&]() -> Outcome {
                FRIST_TRY([[maybe_unused]] const KeptCourse course, keep_course(desk(), record.mode, name, 0, json_of(some_course(chance, name)), 0));
                return done;
            });
            if (kept.ok()) *setting = name;   // the law may refuse what chance made
        }
        EXPECT_TRUE(store->set_creditor(creditor, stored(record)).ok());
        if (chance.one_in(2)) must_be(store->put_read(creditor, Source::ledger, Moment{today, 720}));
        must(mirror_ledger(desk(), some_ledger(chance, today), "x", false));
    }
    [[nodiscard]] Desk desk() const { return {*store, norway(), creditor, today}; }

    // What a person does in a day: the files are read, everything is started, the night is played, what asks for a yes gets
    // it, all letters are printed and posted.
    void day() {
        for (const Source source : {Source::ledger, Source::bank})
            if (must(store->last_read(creditor, source))) must_be(store->put_read(creditor, source, Moment{today, 720}));
        must(start_cases(desk(), {}, record, frist::test::kid_of));
        must(night(desk()));
        for (const LetterRow& row : must(store->letters(creditor, LetterState::ordered)))
            if (!row.approved) must(answer(desk(), row.case_id, cases::ApproveLetter{row.letter}, "test"));
        for (const ReadyLetter& ready : must(outbox(desk(), record)).ready) {
            LetterRow row = ready.row;
            row.file = fmt::format("case{}_{}.pdf", row.case_id, row.letter);
            must_be(written(desk(), row, ready.facts.total));
        }
        must(posted(desk(), today));
        today = today.next();
    }

    // Money and trouble before the dry run begins.
    void happening() {
        const auto running = must(store->cases(creditor, {.open_only = true}));
        if (running.empty()) return;
        const Id id = running[static_cast<std::size_t>(chance.number(0, static_cast<int>(running.size())))].state.id;
        switch (chance.number(0, 6)) {
            case 0: return ask(id, cases::ReceivePayment{today, nok(chance.number(1, 5'000'00)), {}, false, "bank"});
            case 1: return ask(id, cases::RaiseObjection{false});
            case 2: return ask(id, cases::PauseCase{today + Days{chance.number(1, 40)}});
            case 3: return ask(id, cases::PauseCase{std::nullopt});
            case 4: return ask(id, cases::AgreePlan{today + Days{10}, 20, chance.number(1, 6)});
            default: return ask(id, cases::ReportReturnedMail{});
        }
    }
    void ask(Id id, const cases::Command& command) { [[maybe_unused]] const auto answered = answer(desk(), id, command, "test"); }

    Chance chance;
    frist::test::SqliteEngine engine;
    std::unique_ptr<Store> store;
    CreditorRecord record;
    Id creditor = 0;
    Date today;

private:
    static void must_be(const Outcome& outcome) { EXPECT_TRUE(outcome.ok()) << (outcome.ok() ? "" : text(outcome.error())); }
};

// Without what only the dry run knows.
std::vector<DryRunRow> bare(std::vector<DryRunRow> rows) {
    for (DryRunRow& row : rows) {
        row.debtor = 0;
        row.channel.reset();
        row.postage.reset();
    }
    return rows;
}

std::string told(const DryRunRow& row) {
    std::string because;
    for (const auto& reason : row.because) because += fmt::format("; {}: {}", reason.rule, reason.says);
    return fmt::format("{} case {} {} letter {} fee {} total {} deadline {}{}", text(row.on), row.case_id, row.what, row.letter, text(row.fee), row.total ? text(*row.total) : "-",
                       row.deadline ? text(*row.deadline) : "-", because);
}

// What is told differently, in words; empty when every day is as it was promised. `brings` learns what happened.
std::string difference(unsigned seed, std::set<std::string>& brings) {
    House real(seed);
    for (int days = real.chance.number(0, 50); days > 0; --days) {
        real.day();
        if (real.chance.one_in(4)) real.happening();
    }
    DryRunAsk ask;
    ask.days = real.chance.number(1, 100);
    const std::string before = real.engine.dump();
    const std::int64_t link = must(real.store->chain_end(real.creditor)).link;
    const auto copy = must(store::sandbox_of(real.engine.file(), real.creditor));
    const DryRun dry = must(dry_run({*copy, norway(), real.creditor, real.today}, real.record, ask, frist::test::kid_of));
    if (real.engine.dump() != before) return "asking has changed something";
    const Date last = real.today + Days{ask.days};
    while (real.today <= last) real.day();
    const std::vector<DryRunRow> brought = bare(must(happened_since({*real.store, norway(), real.creditor, last}, link)));
    const std::vector<DryRunRow> promised = bare(dry.rows);
    for (std::size_t i = 0; i < std::max(promised.size(), brought.size()); ++i) {
        if (i < promised.size() && i < brought.size() && promised[i] == brought[i]) continue;
        return fmt::format("promised {}, but {}", i < promised.size() ? told(promised[i]) : "nothing", i < brought.size() ? told(brought[i]) : "nothing");
    }
    for (const DryRunRow& row : dry.rows) {
        brings.insert(row.letter != 0 ? std::string(name_of(*row.kind)) : row.what);
        if (row.because.empty() && row.kind) return "no why: " + told(row);   // nothing goes out or to court without one
        if (row.letter != 0 && (!row.channel || row.postage != nok(26'00) || !row.total)) return "not complete: " + told(row);
    }
    for (const DryRunStop& stop : dry.stops) brings.insert(stop.reason.code);
    return {};
}

TEST(dry_run, tells_what_the_real_days_bring) {
    std::set<std::string> brings;
    for (unsigned seed = 0; seed < ledgers; ++seed) EXPECT_EQ(difference(seed, brings), "") << "ledger " << seed;
    for (const char* const what : {"CaseOpened", "reminder", "notice", "demand", "LegalReady", "ChoiceAwaited", "PlanBroken", "start.warning", "start.address"})
        EXPECT_TRUE(brings.contains(what)) << what << " never came to pass: the ledgers prove too little";
}

TEST(dry_run, wants_days_that_make_sense) {
    House house(1);
    const auto copy = must(store::sandbox_of(house.engine.file(), house.creditor));
    for (const int days : {0, 401}) {
        DryRunAsk ask;
        ask.days = days;
        const auto refused = dry_run({*copy, norway(), house.creditor, house.today}, house.record, ask, frist::test::kid_of);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, "dry_run.days");
    }
}

}  // namespace
