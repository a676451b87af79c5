#include "bank/ocr_writer.h"
#include "base/hash.h"
#include "base/pch.h"
#include "main/program.h"
#include "office/night.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "office/take_files.h"
#include "rules/balance.h"
#include "store/rooms.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

// The demo's own clock: a month of spring in which a notice, a demand and payments find their place.
const Date first_day = Date::of(2026, 3, 2);
const Date bank_day = Date::of(2026, 3, 24);
const Date last_day = Date::of(2026, 4, 2);

// The open items as the accounting program exports them. Invented people and firms; the streets do not exist.
constexpr std::string_view ledger =
    "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp;Tekst;Purring;Purret;Purrefrist;Purregebyr\r\n"
    "1001;Kari Prøve;privat;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00;Nytt bad, del 2;;;;\r\n"
    "1002;Ola D'Eksempel;privat;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50;Bytte av varmtvannsbereder;;;;\r\n"
    "1003;Testbygg AS;bedrift;Prøvegata 3;0150;Oslo;F103;05.01.2026;19.01.2026;48 200,00;Røropplegg, 3. etasje;;;;\r\n"
    "1003;Testbygg AS;bedrift;Prøvegata 3;0150;Oslo;F104;20.01.2026;03.02.2026;7 300,00;Tilleggsarbeid uke 2;;;;\r\n"
    "1004;Mønsterkafeen AS;bedrift;Prøvegata 9;7010;Trondheim;F105;08.01.2026;22.01.2026;3 120,00;Service på oppvaskmaskin;;;;\r\n"
    "1005;Åse Øvrebø-Prøve;privat;Tenktstien 7;9008;Tromsø;F106;02.01.2026;16.01.2026;899,00;Utrykning;purring;02.02.2026;16.02.2026;35,00\r\n"
    "1006;Per Uten Adresse;privat;;;;F107;15.01.2026;29.01.2026;1 200,00;Befaring;;;;\r\n"
    "1007;Nora Mønster;privat;Tenktstien 11;4006;Stavanger;F108;16.02.2026;16.03.2026;5 600,00;Gulvvarme;;;;\r\n"
    "1008;Emil Tenkt;privat;Eksempelveien 14;5003;Bergen;F109;16.01.2026;30.01.2026;4 000,00;Bytte av blandebatteri;;;;\r\n";

class Demo {
public:
    Demo(Session& session, std::string folder, bool for_machines) : session_(session), folder_(std::move(folder)), for_machines_(for_machines) {}

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
    [[nodiscard]] const boost::json::array& told() const { return told_; }

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
            FRIST_TRY_DONE(
                session_.store->put_register_mark(session_.creditor, office::register_mark(*session_.country)));
            return done;
        });
    }

    Outcome import() {
        FRIST_TRY_DONE(write_file(folder_ + "/ledger.csv", ledger));
        FRIST_TRY(const std::string bytes, bytes_of(folder_ + "/ledger.csv"));
        FRIST_TRY(const sheets::OpenItems items, sheets::read_open_items(bytes, "ledger.csv"));
        FRIST_TRY(const office::MirrorReport report, office::mirror_ledger(session_.desk(first_day), office::ledger_lines(items, "ledger.csv"), sha256(bytes), false));
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
        FRIST_TRY(const WrittenLetters written, write_letters(session_.desk(day), session_.record, folder_ + "/letters"));
        for (const Error& reason : written.held) fail(reason);
        for (const Error& reason : written.unprinted) fail(reason);
        if (written.count == 0) return done;
        FRIST_TRY(const office::Posted posted, office::posted(session_.desk(day), day));
        for (const office::HeldLetter& letter : posted.refused) fail(letter.reason);
        say(day, posted.count == 1 ? "1 letter leaves: " + written.batch : fmt::format("{} letters leave: {}", posted.count, written.batch));
        return done;
    }

    // Case 1 pays all, case 2 nine tenths, case 5 all but 30 kroner; one payment has a reference nobody gave out.
    Outcome bank_file(Date day) {
        bank::OcrDelivery delivery;
        delivery.recipient = "00010200";
        delivery.agreement = "001008566";
        delivery.account = session_.record.account;
        const auto add = [&](const std::string& kid, Money amount) {
            // Each pays from an account of its own: money from one payer would hold the letters of all its cases.
            delivery.payments.push_back({kid, amount, day, day.previous(), fmt::format("123456789{:02}", 11 + delivery.payments.size()), fmt::format("{:09}", delivery.payments.size() + 1), ""});
        };
        for (const auto& [id, part] : std::vector<std::pair<office::Id, int>>{{1, 100}, {2, 90}, {5, 99}}) {
            FRIST_TRY(const office::CaseRow row, office::case_row(session_.desk(day), id));
            FRIST_TRY(const rules::Balance balance, rules::balance_on(row.state, day.previous(), *session_.country));
            FRIST_TRY(const std::string kid, session_.store->kid_of_case(session_.creditor, id));
            const Money total = balance.total();
            add(kid, part == 100 ? total : part == 99 ? total - nok(3000) : Money(total.minor() * part / 100, total.currency()));
        }
        add("1234566", nok(50000));
        FRIST_TRY(const std::string written, bank::write_ocr_giro(delivery));
        const std::string file = fmt::format("{}/bank_{}.txt", folder_, text(day));
        FRIST_TRY_DONE(write_file(file, written));
        FRIST_TRY(const std::string bytes, bytes_of(file));
        const bank::PaymentFile payments = bank::read_payment_file(bytes);
        if (payments.verdict == bank::Verdict::reject) return payments.errors.front();
        FRIST_TRY(const office::PaymentReport report, office::receive_payments(session_.desk(day), sha256(bytes), std::string(bank::name_of(payments.format)), office::incoming(payments).lines));
        say(day, fmt::format("{}: {} payments, {} kr, found their case and settled {}; {} payment, {} kr, waits in suspense", file, report.applied, text(report.applied_sum), report.closed,
                             report.suspense, text(report.suspense_sum)));
        return done;
    }

    void say(Date day, const std::string& what) {
        told_.push_back(boost::json::object{{"on", text(day)}, {"what", what}});
        if (!for_machines_) std::cout << text(day) << "  " << what << '\n';
    }

    Session& session_;
    std::string folder_;
    bool for_machines_;
    boost::json::array told_;
};

Result<int> play_demo(const Program& program, const std::string& folder) {
    if (program.database.empty()) return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE."};
    if (std::filesystem::exists(program.database)) return Error{"demo.exists", "--db", "the file exists already", "The demo makes a database of its own: name a new file."};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    Session session;
    FRIST_TRY(session.country, norway());
    FRIST_TRY(session.store, store::open_office(program.database, store::Open::make));
    Demo demo(session, folder, program.json);
    FRIST_TRY_DONE(demo.play());
    if (program.json) {
        print_json(boost::json::object{{"database", program.database}, {"letters", folder + "/letters"}, {"today", text(last_day)}, {"days", demo.told()}});
        return exit_done;
    }
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
    command->callback([&program, folder] { run(program, [&program, folder] { return play_demo(program, *folder); }); });
}

}  // namespace frist::program
