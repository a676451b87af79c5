#include "base/pch.h"
#include "reports/source.h"
#include "store/rows.h"
#include "store/rooms.h"

namespace frist::store {
namespace {

using namespace office;
using reports::BookLine;
using reports::DayBegun;
using reports::LoggedAct;

class StoredReports final : public reports::Source {
public:
    explicit StoredReports(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Outcome look(const std::function<Outcome()>& work) override { return connection_->look(work); }

    Result<std::int64_t> known_until(Id creditor, Date day) override {
        {
            Statement s = connection_->use("first_after_day");
            FRIST_TRY(const bool there, s.bind(creditor).bind(day).step());
            const std::int64_t first = there ? s.whole() : 0;
            if (first > 0) return first - 1;
        }
        Statement s = connection_->use("chain");
        FRIST_TRY(const bool there, s.bind(creditor).step());
        return there ? s.whole() : 0;
    }
    Result<std::vector<DayBegun>> days_begun(Id creditor) override {
        Statement s = connection_->use("days_begun");
        s.bind(creditor);
        return all<DayBegun>(s, [&] {
            DayBegun row;
            row.day = s.date();
            row.link = s.whole();
            return row;
        });
    }
    Result<std::vector<Id>> changed_since(Id creditor, std::int64_t link) override {
        Statement s = connection_->use("cases_since");
        s.bind(creditor).bind(link);
        return all<Id>(s, [&] { return s.whole(); });
    }
    Result<std::vector<StoredEvent>> joins(Id creditor, std::int64_t link) override {
        Statement s = connection_->use("joins");
        s.bind(creditor).bind(link);
        return all<StoredEvent>(s, [&] { return event_of(s); });
    }
    Result<std::int64_t> waiting_lines(Id creditor, Date day) override {
        Statement s = connection_->use("waiting_lines");
        FRIST_TRY(const bool there, s.bind(creditor).bind(day).step());
        return there ? s.whole() : 0;
    }
    Outcome each_book_line(Id creditor, std::int64_t link, Id first, const std::function<Result<bool>(const BookLine&)>& see) override {
        Statement s = connection_->use("book_lines");
        s.bind(creditor).bind(first).bind(link);
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            BookLine row;
            row.case_id = s.whole();
            row.seq = s.whole();
            row.debtor = s.whole();
            row.event = s.word();
            row.on = s.date();
            row.line.account = known<ledger::Account>(s.view());
            row.line.amount = s.money();
            FRIST_TRY(const bool go_on, see(row));
            if (!go_on) return done;
        }
    }

    Result<std::vector<LoggedAct>> acts_by_hand(Id creditor) override {
        Statement s = connection_->use("acts_by_hand");
        s.bind(creditor);
        return all<LoggedAct>(s, [&] {
            LoggedAct row;
            row.second = s.whole();
            row.person = s.whole();
            row.what = s.word();
            row.on = s.word();
            return row;
        });
    }
    Result<std::string> person_name(Id person) override {
        Statement s = connection_->use("person_name");
        FRIST_TRY(const bool there, s.bind(person).step());
        return there ? s.word() : std::string{};
    }

private:
    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<reports::Source> reports_on(std::shared_ptr<Connection> connection) {
    return std::make_unique<StoredReports>(std::move(connection));
}

}  // namespace frist::store
