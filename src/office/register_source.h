// What the register asks of the world beside the store: all index rows at once, those that have changed, and a few
// numbers looked up by their beginning.
#pragma once
#include "office/ports.h"

namespace frist::office {

// An invoice, a reference or a sum that was looked up.
struct NumberFound {
    std::string text;  // the whole number
    Id case_id = 0;    // 0: an open item without a case
    Id item = 0;       // 0: it names no item
};

class RegisterSource {
public:
    RegisterSource() = default;
    RegisterSource(const RegisterSource&) = delete;
    RegisterSource& operator=(const RegisterSource&) = delete;
    virtual ~RegisterSource() = default;

    // Another number whenever something was written.
    virtual Result<std::int64_t> commits() = 0;
    // Reads everything in `work` as it was at one moment.
    virtual Outcome look(const std::function<Outcome()>& work) = 0;

    virtual Outcome put_register_row(Id creditor, const RegisterRow& row) = 0;
    virtual Outcome put_debtor_index(Id creditor, const DebtorIndex& index) = 0;
    // In order of their numbers, those after `after`.
    virtual Result<std::vector<DebtorRow>> debtors(Id creditor, Id after, int limit) = 0;

    virtual Outcome each_row(Id creditor, const std::function<Outcome(const RegisterRow&)>& see) = 0;
    // Rows of the cases to which something happened after this link of the chain.
    virtual Outcome each_row_since(Id creditor, std::int64_t link,
                                   const std::function<Outcome(const RegisterRow&)>& see) = 0;
    virtual Outcome each_debtor(Id creditor, const std::function<Outcome(const DebtorIndex&)>& see) = 0;
    virtual Outcome each_debtor_since(Id creditor, std::int64_t version,
                                      const std::function<Outcome(const DebtorIndex&)>& see) = 0;
    // Of the debtor's row that changed last; 0 without any.
    virtual Result<std::int64_t> debtor_version(Id creditor) = 0;
    virtual Outcome each_loose_item(Id creditor, const std::function<Outcome(const ItemRow&)>& see) = 0;

    // Invoice numbers and references that begin with `text`, in their order.
    virtual Result<std::vector<NumberFound>> invoices(Id creditor, const std::string& text, int limit) = 0;
    virtual Result<std::vector<NumberFound>> references(Id creditor, const std::string& text, int limit) = 0;
    // Invoices of exactly this sum.
    virtual Result<std::vector<NumberFound>> invoices_of(Id creditor, Money amount, int limit) = 0;
    struct Invoices {
        std::string first;  // the oldest
        int count = 0;
    };
    virtual Result<Invoices> invoices_in_case(Id creditor, Id case_id) = 0;
};

}  // namespace frist::office
