#include "office/practice.h"

#include "base/hash.h"
#include "base/pch.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/register_row.h"
#include "office/send_letters.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

constexpr int customers = 48;
constexpr int invoices = 54;
constexpr int days_before = 75;       // played before the clock stands still
constexpr int most_days = 200;
constexpr int noon = 12 * 60;

constexpr std::array moods{"Blid", "Sindig", "Rolig", "Kvikk", "Stille", "Lur", "Ærlig", "Åpen", "Myk", "Rask", "Munter", "Trygg", "Snill", "Vaken"};
// Of the range that the register keeps for made-up firms: no number of a living one.
constexpr std::array firm_numbers{"310001007", "310001074", "310001147", "310001287", "310001422", "310001562", "310001635", "310001708", "310001775", "310001848"};
constexpr std::array beasts{"Fjellrev", "Ørret", "Måke", "Bever", "Lemen", "Rype", "Gjøk", "Røyskatt", "Hare", "D'Oter", "Sel", "Ugle"};

bool is_company(int customer) { return customer % 5 == 3; }

DebtorRecord customer_of(int i) {
    DebtorRecord debtor;
    debtor.name = fmt::format("{} {}{}", moods[static_cast<std::size_t>(i) % moods.size()], beasts[static_cast<std::size_t>(i * 5 + i / 12) % beasts.size()], is_company(i) ? " AS" : "");
    if (is_company(i)) {
        debtor.kind = cases::DebtorKind::company;
        debtor.relation = cases::Relation::business;
        debtor.org_number = firm_numbers[static_cast<std::size_t>(i / 5) % firm_numbers.size()];
    }
    if (i % 20 != 7) debtor.address = {fmt::format("Prøveveien {}", i + 1), "", i % 2 == 0 ? "5003" : "0150", i % 2 == 0 ? "Bergen" : "Oslo", "NO"};
    if (i % 3 == 0) debtor.email = fmt::format("kunde{}@eksempel.example", i);
    if (i == 11) debtor.kind_known = false;
    return debtor;
}

std::vector<LedgerLine> ledger(Date first, Currency currency) {
    constexpr std::array work{"Bytte av varmtvannsbereder", "Service på oppvaskmaskin", "Gulvvarme, bad", "Utrykning", "Nytt bad, del 2", "Befaring"};
    std::vector<LedgerLine> lines;
    for (int i = 0; i < invoices; ++i) {
        LedgerLine line;
        const int customer = i % customers;
        line.place = fmt::format("practice:{}", i + 1);
        line.customer = std::to_string(2001 + customer);
        line.debtor = customer_of(customer);
        line.number = fmt::format("P{}", 101 + i);
        line.amount = line.open = Money(450'00 + (i * 7919) % 18'000'00, currency);
        line.due = first - Days{30} + Days{(i * 37) % (days_before + 45)};
        line.invoiced = line.due - Days{14};
        line.what = work[static_cast<std::size_t>(i) % work.size()];
        lines.push_back(std::move(line));
    }
    return lines;
}

CreditorRecord practice_creditor(Date today) {
    CreditorRecord record;
    record.org_number = practice_number;
    record.name = "Øvingsfirma AS";
    record.address = {"Øvingsveien 1", "", "5003", "Bergen", "NO"};
    record.email = "post@oving.example";
    record.phone = "+47 22 00 00 00";
    record.account = "12345678903";
    record.practice_today = today;
    return record;
}

// What the invented debtors do, each on its day since the beginning.
struct Deed {
    enum class What { pays, pays_half, pays_most, objects, is_paused, plan, mail_back, stray };
    int day;
    Id case_id;
    What what;
};
using What = Deed::What;
constexpr Deed deeds[] = {
    {22, 2, What::pays},  {30, 5, What::pays},    {33, 9, What::pays_half}, {38, 3, What::objects},   {40, 12, What::pays_most}, {44, 8, What::pays},
    {47, 6, What::plan},  {52, 14, What::pays},   {55, 17, What::pays_half}, {58, 4, What::is_paused}, {61, 7, What::mail_back}, {64, 20, What::pays},
    {66, 1, What::stray}, {70, 22, What::objects}, {72, 16, What::pays},
};

class Practice {
public:
    Practice(const Desk& desk, CreditorRecord creditor, const PracticeRoom& room) : desk_(desk), creditor_(std::move(creditor)), room_(room) {}

    // A day's work. `deed_day` counts from the beginning; negative: nobody does anything.
    Outcome day(Date today, int deed_day) {
        const Desk desk{desk_.store, desk_.country, desk_.creditor, today};
        for (const Source source : {Source::ledger, Source::bank}) FRIST_TRY_DONE(desk.store.put_read(desk.creditor, source, Moment{today, noon}));
        FRIST_TRY([[maybe_unused]] const auto started, start_cases(desk, {}, creditor_, room_.make_kid));
        FRIST_TRY([[maybe_unused]] const NightReport night, office::night(desk));
        for (const Deed& deed : deeds)
            if (deed.day == deed_day) FRIST_TRY_DONE(done_by(desk, deed));
        return letters(desk);
    }

private:
    Outcome letters(const Desk& desk) {
        FRIST_TRY(Outbox out, outbox(desk, creditor_));
        for (ReadyLetter& ready : out.ready) {
            FRIST_TRY(const std::string pdf, room_.print(ready.letter));
            ready.row.file = fmt::format("practice_case{}_{}.pdf", ready.row.case_id, ready.row.letter);
            ready.row.sha256 = sha256(pdf);
            FRIST_TRY_DONE(room_.archive.keep(ready.row.file, pdf));
            FRIST_TRY_DONE(written(desk, ready.row, letters::asked(ready.facts)));
        }
        if (out.ready.empty()) return done;
        FRIST_TRY([[maybe_unused]] const Posted left, posted(desk, desk.today));
        return done;
    }

    Outcome done_by(const Desk& desk, const Deed& deed) {
        if (deed.what == What::stray) return pays(desk, "12345674", Money(733'00, desk.country.currency()));
        FRIST_TRY(const auto row, desk.store.case_row(desk.creditor, deed.case_id));
        if (!row || row->state.closing) return done;
        FRIST_TRY(const rules::Balance balance, rules::balance_on(row->state, desk.today, desk.country));
        const std::int64_t open = balance.total().minor();
        const auto money = [&](std::int64_t minor) { return Money(std::max<std::int64_t>(minor, 1), desk.country.currency()); };
        switch (deed.what) {
            case What::pays: return pays_case(desk, deed.case_id, money(open));
            case What::pays_half: return pays_case(desk, deed.case_id, money(open / 2));
            case What::pays_most: return pays_case(desk, deed.case_id, money(open * 9 / 10));
            case What::objects: return ask(desk, deed.case_id, cases::RaiseObjection{});
            case What::is_paused: return ask(desk, deed.case_id, cases::PauseCase{desk.today + Days{40}});
            case What::plan: return ask(desk, deed.case_id, cases::AgreePlan{desk.today + Days{20}, 30, 4});
            case What::mail_back: return ask(desk, deed.case_id, cases::ReportReturnedMail{});
            case What::stray: break;
        }
        return done;
    }
    Outcome pays_case(const Desk& desk, Id case_id, Money amount) {
        FRIST_TRY(const std::string kid, desk.store.kid_of_case(desk.creditor, case_id));
        return pays(desk, kid, amount);
    }
    Outcome pays(const Desk& desk, const std::string& kid, Money amount) {
        const std::string words = fmt::format("practice {} {} {}", text(desk.today), kid, amount.minor());
        Incoming line{sha256(words), desk.today, amount, kid, fmt::format("1234567890{}", amount.minor() % 10), words, ""};
        FRIST_TRY([[maybe_unused]] const PaymentReport report, receive_payments(desk, sha256(words + " file"), "ocr", {line}));
        return done;
    }
    // Something that the case refuses just does not happen.
    static Outcome ask(const Desk& desk, Id case_id, const cases::Command& command) {
        const Result<CaseRow> answered = answer(desk, case_id, command, "practice");
        return answered.ok() || !answered.error().code.starts_with("store.") ? Outcome(done) : Outcome(answered.error());
    }

    const Desk& desk_;
    CreditorRecord creditor_;
    const PracticeRoom& room_;
};

Outcome is_practice(const CreditorRecord& creditor) {
    if (creditor.practice_today) return done;
    return Error{"practice.none", "creditor", "is no practice creditor", "Its cases are real: nothing of them can be moved or removed."};
}

}  // namespace

Result<Id> begin_practice(const Desk& desk, const PracticeRoom& room) {
    FRIST_TRY(const auto known, desk.store.creditor_of_number(std::string(practice_number)));
    if (known) return Error{"practice.known", "creditor", "the practice cases are there already", "Go on with them, or remove them first."};
    Id id = 0;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        const CreditorRecord record = practice_creditor(desk.today);
        FRIST_TRY(id, desk.store.add_creditor(record.org_number, stored(record)));
        FRIST_TRY_DONE(desk.store.put_register_mark(id, register_mark(desk.country)));
        const Date first = desk.today - Days{days_before};
        const Desk begin{desk.store, desk.country, id, first};
        FRIST_TRY([[maybe_unused]] const MirrorReport report, mirror_ledger(begin, ledger(first, desk.country.currency()), sha256("practice " + text(first)), false));
        Practice practice(begin, record, room);
        for (int day = 0; day <= days_before; ++day) FRIST_TRY_DONE(practice.day(first + Days{day}, day));
        return done;
    }));
    return id;
}

Result<Date> practice_days(const Desk& desk, const CreditorRecord& creditor, int days, const PracticeRoom& room) {
    FRIST_TRY_DONE(is_practice(creditor));
    if (days < 1 || days > most_days) return Error{"practice.days", "days", fmt::format("must be 1 to {}", most_days), "Give a number of days in that range."};
    const Date from = *creditor.practice_today;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        Practice practice(desk, creditor, room);
        for (int day = 1; day <= days; ++day) FRIST_TRY_DONE(practice.day(from + Days{day}, -1));
        CreditorRecord moved = creditor;
        moved.practice_today = from + Days{days};
        return desk.store.set_creditor(desk.creditor, stored(moved));
    }));
    return from + Days{days};
}

Outcome end_practice(const Desk& desk, const CreditorRecord& creditor, Archive& archive) {
    FRIST_TRY_DONE(is_practice(creditor));
    FRIST_TRY(const std::vector<LetterRow> letters, desk.store.letters(desk.creditor, std::nullopt));
    FRIST_TRY_DONE(desk.store.forget_creditor(desk.creditor));
    for (const LetterRow& letter : letters)
        if (!letter.file.empty()) FRIST_TRY_DONE(archive.forget(letter.file));
    return done;
}

}  // namespace frist::office
