#include "base/hash.h"
#include "base/pch.h"
#include "main/program.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "rules/balance.h"
#include "store/sqlite.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

// The demo's own clock: a month of spring in which a notice, a demand and payments find their place.
const Date first_day = Date::of(2026, 3, 2);
const Date bank_day = Date::of(2026, 3, 24);
const Date last_day = Date::of(2026, 4, 2);

struct DemoRow {
    const char* customer;
    const char* name;
    bool business;
    const char* street;
    const char* postal_code;
    const char* place;
    const char* number;
    const char* invoiced;
    const char* due;
    const char* open;
    const char* earlier;
};
// Invented people and firms; the streets do not exist.
constexpr auto ledger = std::to_array<DemoRow>({
    {"1001", "Kari Prøve", false, "Eksempelveien 1", "5003", "Bergen", "F101", "2026-01-12", "2026-01-26", "10000.00", ""},
    {"1002", "Ola D'Eksempel", false, "Eksempelveien 2", "5003", "Bergen", "F102", "2026-01-14", "2026-01-28", "2450.50", ""},
    {"1003", "Testbygg AS", true, "Prøvegata 3", "0150", "Oslo", "F103", "2026-01-05", "2026-01-19", "48200.00", ""},
    {"1003", "Testbygg AS", true, "Prøvegata 3", "0150", "Oslo", "F104", "2026-01-20", "2026-02-03", "7300.00", ""},
    {"1004", "Mønsterkafeen AS", true, "Prøvegata 9", "7010", "Trondheim", "F105", "2026-01-08", "2026-01-22", "3120.00", ""},
    {"1005", "Åse Øvrebø-Prøve", false, "Tenktstien 7", "9008", "Tromsø", "F106", "2026-01-02", "2026-01-16", "899.00",
     "[{\"step\": \"reminder\", \"sent\": \"2026-02-02\", \"deadline\": \"2026-02-16\", \"fee\": \"35.00\"}]"},
    {"1006", "Per Uten Adresse", false, "", "", "", "F107", "2026-01-15", "2026-01-29", "1200.00", ""},
    {"1007", "Nora Mønster", false, "Tenktstien 11", "4006", "Stavanger", "F108", "2026-02-16", "2026-03-16", "5600.00", ""},
    {"1008", "Emil Tenkt", false, "Eksempelveien 14", "5003", "Bergen", "F109", "2026-01-16", "2026-01-30", "4000.00", ""},
});

Result<std::vector<office::LedgerLine>> ledger_lines(Currency currency, std::string& csv) {
    csv = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n";
    std::vector<office::LedgerLine> lines;
    for (const DemoRow& row : ledger) {
        office::LedgerLine line;
        line.place = fmt::format("ledger.csv:{}", lines.size() + 2);
        line.customer = row.customer;
        line.debtor.name = row.name;
        line.debtor.kind = row.business ? cases::DebtorKind::company : cases::DebtorKind::person;
        line.debtor.relation = row.business ? cases::Relation::business : cases::Relation::consumer;
        line.debtor.address = {row.street, "", row.postal_code, row.place, "NO"};
        line.number = row.number;
        FRIST_TRY(line.invoiced, Date::parse(row.invoiced));
        FRIST_TRY(line.due, Date::parse(row.due));
        FRIST_TRY(line.open, Money::parse(row.open, currency));
        line.amount = line.open;
        if (*row.earlier != '\0') line.earlier = row.earlier;
        csv += fmt::format("{};{};{};{};{};{};{};{};{};{}\r\n", row.customer, row.name, row.business ? "bedrift" : "privat", row.street, row.postal_code, row.place, row.number,
                           row.invoiced, row.due, row.open);
        lines.push_back(std::move(line));
    }
    return lines;
}

class Demo {
public:
    Demo(Session& session, std::string folder) : session_(session), folder_(std::move(folder)) {}

    Outcome play() {
        FRIST_TRY_DONE(creditor());
        FRIST_TRY_DONE(import());
        for (Date day = first_day; day <= last_day; day = day.next()) {
            FRIST_TRY_DONE(start(day));
            FRIST_TRY(const office::NightReport night, office::night(session_.desk(day)));
            for (const Error& error : night.trouble) fail(error);
            if (day == bank_day) FRIST_TRY_DONE(bank_file(day));
            FRIST_TRY_DONE(letters(day));
        }
        return done;
    }

private:
    Outcome creditor() {
        office::CreditorRecord& record = session_.record;
        record.org_number = "999999999";
        record.name = "Fjord Rør AS";
        record.address = {"Prøvekaien 5", "", "5003", "Bergen", "NO"};
        record.email = "faktura@fjordror.example";
        record.phone = "+47 22 00 00 00";
        record.account = "12345678903";
        return session_.store->change([&]() -> Outcome {
            FRIST_TRY(session_.creditor, session_.store->add_creditor(record.org_number, office::stored(record)));
            return done;
        });
    }

    Outcome import() {
        std::string csv;
        FRIST_TRY(const auto lines, ledger_lines(session_.country->currency(), csv));
        FRIST_TRY_DONE(write_file(folder_ + "/ledger.csv", csv));
        FRIST_TRY(const office::MirrorReport report, office::mirror_ledger(session_.desk(first_day), lines, sha256(csv), false));
        say(first_day, fmt::format("{} open invoices, {} kr, from {}/ledger.csv", report.added, text(report.open_sum), folder_));
        return done;
    }

    Outcome start(Date day) {
        FRIST_TRY(const auto rows, office::start_cases(session_.desk(day), {}, session_.record, [&](office::Id id) { return kid_for(id, session_.record.kid_length); }));
        for (const office::StartRow& row : rows) {
            if (row.case_id != 0) say(day, fmt::format("invoice {} {} case {}", row.invoice, row.joined ? "joins" : "starts", row.case_id));
            else if (day == first_day) say(day, fmt::format("invoice {} does not start: {}", row.invoice, row.reason->message));
        }
        return done;
    }

    Outcome letters(Date day) {
        FRIST_TRY(const WrittenLetters written, write_letters(session_, day, folder_ + "/letters"));
        for (const Error& reason : written.held) fail(reason);
        if (written.count == 0) return done;
        FRIST_TRY(const office::Posted posted, office::posted(session_.desk(day), day));
        for (const office::HeldLetter& letter : posted.refused) fail(letter.reason);
        say(day, fmt::format("{} letters leave: {}", posted.count, written.batch));
        return done;
    }

    // Case 1 pays all, case 2 more than 85 %, case 5 all but 30 kroner; one payment has a mistyped reference.
    Outcome bank_file(Date day) {
        std::vector<office::Incoming> lines;
        const auto add = [&](const std::string& kid, Money amount) {
            lines.push_back({fmt::format("demo:{}:{}", text(day), lines.size()), day, amount, kid, "12345678911"});
        };
        for (const auto& [id, part] : std::vector<std::pair<office::Id, int>>{{1, 100}, {2, 90}, {5, 99}}) {
            FRIST_TRY(const office::CaseRow row, office::case_row(session_.desk(day), id));
            FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, day, *session_.country));
            FRIST_TRY(const std::string kid, session_.store->kid_of_case(session_.creditor, id));
            const Money total = balance.total();
            add(kid, part == 100 ? total : part == 99 ? total - Money(3000, total.currency()) : Money(total.minor() * part / 100, total.currency()));
        }
        add("0000000", Money(50000, session_.country->currency()));
        FRIST_TRY(const office::PaymentReport report, office::receive_payments(session_.desk(day), "demo-bank-file", "demo", lines));
        say(day, fmt::format("{} payments, {} kr, found their case and settled {}; {} payment, {} kr, waits in suspense", report.applied, text(report.applied_sum), report.closed,
                             report.suspense, text(report.suspense_sum)));
        return done;
    }

    static void say(Date day, const std::string& what) { std::cout << text(day) << "  " << what << '\n'; }

    Session& session_;
    std::string folder_;
};

Result<int> demo(const Program& program, const std::string& folder) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE."};
    if (std::filesystem::exists(program.database)) return Error{"demo.exists", "--db", "the file exists already", "The demo makes a database of its own: name a new file."};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    Session session;
    FRIST_TRY(session.country, norway());
    FRIST_TRY(session.store, store::open_sqlite(program.database, store::Open::make));
    FRIST_TRY_DONE(Demo(session, folder).play());
    std::cout << fmt::format("\nThe database is {0}, the letters are in {1}/letters.\nGo on with:\n  frist cases --db {0} --today {2}\n  frist case 2 --db {0} --today {2}\n"
                             "  frist suspense --db {0} --today {2}\n  frist report --db {0} --today {2}\n  frist verify --db {0} --today {2}\n",
                             program.database, folder, text(last_day));
    return exit_done;
}

}  // namespace

void add_demo(CLI::App& app, Program& program) {
    auto folder = std::make_shared<std::string>("demo");
    CLI::App* command = app.add_subcommand("demo", "Make a creditor, import its ledger and play a month: letters, payments, closed cases");
    command->add_option("--out", *folder, "the folder for the ledger and the letters");
    command->callback([&program, folder] { run(program, [&program, folder] { return demo(program, *folder); }); });
}

}  // namespace frist::program
