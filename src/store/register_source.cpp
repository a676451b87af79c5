#include "office/register_source.h"
#include "base/pch.h"
#include "store/ends.h"
#include "store/index_rows.h"
#include "store/rows.h"
#include "store/rooms.h"

namespace frist::store {
namespace {

using namespace office;

// Where what begins with `text` ends: behind the last of all code points, which nobody writes.
std::string end_of(const std::string& text) {
    return text + "\xf4\x8f\xbf\xbf";
}

class StoredRegister final : public RegisterSource {
public:
    explicit StoredRegister(std::shared_ptr<Connection> connection) : connection_(std::move(connection)), ends_(connection_) {}

    Result<std::int64_t> commits() override { return connection_->writes(); }
    Outcome look(const std::function<Outcome()>& work) override { return connection_->look(work); }

    Outcome put_register_row(Id creditor, const RegisterRow& row) override {
        return store::put_register_row(*connection_, creditor, row);
    }
    Outcome put_debtor_index(Id creditor, const DebtorIndex& index) override {
        FRIST_TRY(const std::int64_t version, ends_.next_debtor_version(creditor));
        return store::put_debtor_index(*connection_, creditor, index, version);
    }
    Result<std::vector<DebtorRow>> debtors(Id creditor, Id after, int limit) override {
        Statement s = use("debtors_after");
        s.bind(creditor).bind(after).bind(std::int64_t{limit});
        return all<DebtorRow>(s, [&] {
            DebtorRow row;
            row.id = s.whole();
            row.key = s.word();
            row.record = s.word();
            return row;
        });
    }

    Outcome each_row(Id creditor, const std::function<Outcome(const RegisterRow&)>& see) override {
        Statement s = use("all_case_index");
        s.bind(creditor);
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            FRIST_TRY(const RegisterRow row, register_row_of(s));
            FRIST_TRY_DONE(see(row));
        }
    }
    Outcome each_row_since(Id creditor, std::int64_t link,
                           const std::function<Outcome(const RegisterRow&)>& see) override {
        std::vector<Id> changed;
        {
            Statement s = use("cases_since");
            s.bind(creditor).bind(link);
            FRIST_TRY(changed, all<Id>(s, [&] { return s.whole(); }));
        }
        for (const Id id : changed) {
            FRIST_TRY(const auto row, store::register_row(*connection_, creditor, id));
            if (row) FRIST_TRY_DONE(see(*row));
        }
        return done;
    }
    Outcome each_debtor(Id creditor, const std::function<Outcome(const DebtorIndex&)>& see) override {
        Statement s = use("all_debtor_index");
        return each_debtor_of(s.bind(creditor), see);
    }
    Outcome each_debtor_since(Id creditor, std::int64_t version,
                              const std::function<Outcome(const DebtorIndex&)>& see) override {
        Statement s = use("debtor_index_since");
        return each_debtor_of(s.bind(creditor).bind(version), see);
    }
    Result<std::int64_t> debtor_version(Id creditor) override {
        Statement s = use("debtor_index_version");
        FRIST_TRY(const bool there, s.bind(creditor).step());
        return there ? s.whole() : 0;
    }
    Outcome each_loose_item(Id creditor, const std::function<Outcome(const ItemRow&)>& see) override {
        Statement s = use("loose_items");
        s.bind(creditor);
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            FRIST_TRY_DONE(see(item_of(s)));
        }
    }

    Result<std::vector<NumberFound>> invoices(Id creditor, const std::string& text, int limit) override {
        const std::string end = end_of(text);
        Statement s = use("items_by_number");
        s.bind(creditor).bind(text).bind(end).bind(std::int64_t{limit});
        return items_of(s);
    }
    Result<std::vector<NumberFound>> references(Id creditor, const std::string& text, int limit) override {
        const std::string end = end_of(text);
        Statement s = use("kids_between");
        s.bind(creditor).bind(text).bind(end).bind(std::int64_t{limit});
        return all<NumberFound>(s, [&] {
            NumberFound found;
            found.text = s.word();
            found.case_id = s.whole();
            return found;
        });
    }
    Result<std::vector<NumberFound>> invoices_of(Id creditor, Money amount, int limit) override {
        Statement s = use("items_by_amount");
        s.bind(creditor).bind(amount.minor()).bind(std::int64_t{limit});
        return items_of(s);
    }
    Result<Invoices> invoices_in_case(Id creditor, Id case_id) override {
        Invoices invoices;
        Statement s = use("numbers_in_case");
        s.bind(creditor).bind(case_id);
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return invoices;
            if (invoices.count++ == 0) invoices.first = s.word();
        }
    }

private:
    Statement use(std::string_view name) { return connection_->use(name); }
    static Outcome each_debtor_of(Statement& s, const std::function<Outcome(const DebtorIndex&)>& see) {
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            FRIST_TRY_DONE(see(debtor_index_of(s)));
        }
    }
    static Result<std::vector<NumberFound>> items_of(Statement& s) {
        return all<NumberFound>(s, [&] {
            NumberFound found;
            found.item = s.whole();
            found.case_id = s.whole();
            found.text = s.word();
            return found;
        });
    }

    std::shared_ptr<Connection> connection_;
    Ends ends_;
};

}  // namespace

std::unique_ptr<RegisterSource> register_on(std::shared_ptr<Connection> connection) {
    return std::make_unique<StoredRegister>(std::move(connection));
}

}  // namespace frist::store
