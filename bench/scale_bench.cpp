// One portfolio and all that is done with it: how the cost of each grows with the number of open cases. FILE is a database file or
// the address of an empty database on a server.
#include "measured.h"
#include "portfolio.h"

#include "bank/ocr_writer.h"
#include "office/night.h"
#include "office/register.h"
#include "office/take_files.h"
#include "office/verify.h"
#include "reports/report.h"

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);
constexpr int chunk = 20'000;
constexpr int due = 10'000;
constexpr int questions = 200;

class Scale {
public:
    Scale(const std::string& database, int open) : database_(database), open_(open), portfolio_(database, today) {}

    std::string all() {
        made();
        timed("night", due, [&] {
            const office::NightReport report = must(office::night(portfolio_.desk(today)));
            FRIST_CHECK(report.cases == due && report.trouble.empty());
        });
        people();
        payments();
        timed("verify", open_ + due, [&] {
            const law::Book book = must(law::Book::read("no", embedded::law()));
            FRIST_CHECK(must(office::verify(portfolio_.desk(today), book)).wrong.empty());
        });
        store::Rooms rooms = must(store::open_rooms(database_, store::Open::existing));
        const office::Desk desk{*rooms.office, *portfolio_.country, portfolio_.creditor, today};
        for (const char* name : {"account", "ageing", "payments"})
            timed(fmt::format("report_{}", name), 1, [&] {
                reports::Ask ask;
                ask.name = name;
                ask.as_of = today;
                FRIST_CHECK(!must(reports::table({desk, *rooms.reports}, ask, {0, 50})).rows.empty());
            });
        return told_.substr(2);
    }

private:
    template <class Work>
    void timed(const std::string& name, std::int64_t items, const Work& work) {
        const Clock clock;
        work();
        told_ += fmt::format(", \"{0}_s\": {1:.3f}, \"{0}_items\": {2}", name, clock.wall(), items);
        std::fprintf(stderr, "%s: %.2f s\n", name.c_str(), clock.wall());
    }

    // All open ones have been answered and wait; ten thousand more are due.
    void made() {
        timed("import", open_, [&] {
            for (int from = 0; from < open_; from += chunk) portfolio_.add(std::min(chunk, open_ - from), from);
        });
        timed("start", open_, [&] { portfolio_.start(); });
        timed("first_night", open_, [&] { must(office::night(portfolio_.desk(today))); });
        portfolio_.add(due, open_);
        portfolio_.start();
    }

    void people() {
        std::shared_ptr<office::Register> cases;
        timed("register_opened", 1, [&] {
            cases = must(store::open_register(database_, *portfolio_.country));
            page(*cases, "");
        });
        for (const std::string kind : {"first", "name", "number", "kid"}) {
            std::vector<double> seconds;
            for (int i = 0; i < questions; ++i) {
                const int one = static_cast<int>(i * 7919LL % open_);
                const Clock clock;
                page(*cases, kind == "first" ? "" : kind == "name" ? "Prøve " + std::to_string(one) : kind == "number" ? "F" + std::to_string(one) : fmt::format("{:09}", one + 1));
                seconds.push_back(clock.wall());
            }
            told_ += ", " + waits(kind, seconds);
        }
    }
    void page(office::Register& cases, const std::string& search) {
        static store::Rooms rooms = must(store::open_rooms(database_, store::Open::existing));
        office::CaseAsk ask;
        ask.creditor = portfolio_.creditor;
        ask.day = today;
        ask.search = search;
        must(cases.page(ask, {}, *rooms.office, *rooms.index));
    }

    void payments() {
        const int count = std::min(100'000, open_);
        bank::OcrDelivery delivery;
        delivery.recipient = "00010200";
        delivery.agreement = "001008566";
        delivery.account = "12345678903";
        for (int i = 1; i <= count; ++i) delivery.payments.push_back({fmt::format("{:09}", i), nok(10'000), today, today.previous(), "12345678911", fmt::format("{:09}", i), ""});
        const std::string bytes = must(bank::write_ocr_giro(delivery));
        timed("payments", count, [&] {
            const bank::PaymentFile file = bank::read_payment_file(bytes);
            FRIST_CHECK(must(office::receive_payments(portfolio_.desk(today), "scale", "ocr_giro", office::incoming(file).lines)).applied == count);
        });
    }

    std::string database_;
    int open_;
    Portfolio portfolio_;
    std::string told_;
};

void scale(const Ask& ask) {
    measure(ask.count, [&] { return Scale(ask.file(), ask.count).all(); });
}

constexpr Part parts[] = {{"scale", "one portfolio and all that is done with it; FILE is a database", scale}};

}  // namespace

std::span<const Part> scale_parts() { return parts; }

}  // namespace frist::bench
