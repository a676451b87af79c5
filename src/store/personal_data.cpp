#include "store/personal_data.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store {
namespace {

using office::DebtorTrace;
using office::Id;

class StoredPersonalData final : public office::PersonalData {
public:
    explicit StoredPersonalData(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Result<DebtorTrace> trace(Id creditor, Id debtor) override {
        DebtorTrace trace;
        {
            Statement s = use("trace_of_cases");
            FRIST_TRY([[maybe_unused]] const bool there, s.bind(creditor).bind(debtor).step());
            trace.cases = s.whole();
            trace.open_cases = s.whole();
        }
        FRIST_TRY(trace.open_invoices, number("trace_of_invoices", creditor, debtor));
        FRIST_TRY(const std::int64_t owed, number("trace_of_money", creditor, debtor));
        FRIST_TRY(const std::int64_t refunds, number("trace_of_refunds", creditor, debtor));
        trace.owed = owed != 0 || refunds != 0;
        FRIST_TRY(const FirstLast days, days_of(creditor, debtor));
        trace.last = days.last;
        return trace;
    }
    Result<std::vector<Id>> debtors_after(Id creditor, Id debtor, int limit) override {
        Statement s = use("debtors_after");
        s.bind(creditor).bind(debtor).bind(std::int64_t{limit});
        return all<Id>(s, [&] { return s.whole(); });
    }
    Outcome forget(Id creditor, Id debtor, const std::string& key) override {
        FRIST_TRY_DONE(use("forget_key").bind(creditor).bind(debtor).bind(key).run());
        for (const char* const name : {"forget_notes", "forget_dispatches", "forget_refunds", "forget_enclosures", "forget_loose_enclosures", "forget_words", "forget_loose_words"})
            FRIST_TRY_DONE(use(name).bind(creditor).bind(debtor).run());
        return forget_lines(creditor, debtor);
    }
    Result<std::vector<std::string>> papers(Id creditor, Id debtor) override {
        Statement s = use("papers_of_debtor");
        s.bind(creditor).bind(debtor);
        return all<std::string>(s, [&] { return s.word(); });
    }
    Outcome papers_gone(Id creditor, Id debtor) override {
        FRIST_TRY_DONE(use("letters_gone").bind(creditor).bind(debtor).run());
        return use("dispatches_gone").bind(creditor).bind(debtor).run();
    }
    Result<std::int64_t> forget_payers(Id creditor, Date before) override {
        FRIST_TRY_DONE(use("forget_payers").bind(creditor).bind(before).run());
        return connection_->changed();
    }

private:
    Statement use(std::string_view name) { return connection_->use(name); }

    Result<std::int64_t> number(std::string_view name, Id creditor, Id debtor) {
        Statement s = use(name);
        FRIST_TRY([[maybe_unused]] const bool there, s.bind(creditor).bind(debtor).step());
        return s.whole();
    }

    // On which something was kept of the debtor's cases, first and last; nothing: it has none.
    struct FirstLast {
        std::optional<Date> first;
        std::optional<Date> last;
    };
    Result<FirstLast> days_of(Id creditor, Id debtor) {
        Statement s = use("days_of_debtor");
        FRIST_TRY([[maybe_unused]] const bool there, s.bind(creditor).bind(debtor).step());
        FirstLast days;
        days.first = s.maybe_date();
        days.last = s.maybe_date();
        return days;
    }

    // A line may have waited in suspense before there was a case, and be booked by the bank after it was told.
    Outcome forget_lines(Id creditor, Id debtor) {
        FRIST_TRY(const FirstLast days, days_of(creditor, debtor));
        if (!days.first || !days.last) return done;
        return use("forget_lines").bind(creditor).bind(debtor).bind(add_months(*days.first, -12)).bind(add_months(*days.last, 1)).run();
    }

    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<office::PersonalData> personal_data_on(std::shared_ptr<Connection> connection) { return std::make_unique<StoredPersonalData>(std::move(connection)); }

}  // namespace frist::store
