// The part of the store that remembers files: those that changed the ledger, and how lists are read that come again.
// Statements in imports.sql.
#pragma once
#include "store/payments.h"

namespace frist::store {

class ImportRows : public PaymentRows {
public:
    Outcome drop_item(office::Id creditor, const office::ItemRow& item) override;
    Result<office::Id> put_import(office::Id creditor, const office::ImportRow& row) override;
    Result<std::optional<office::ImportRow>> import(office::Id creditor, office::Id import) override;
    Result<std::vector<office::ImportRow>> imports(office::Id creditor, office::Id before, int limit) override;
    Outcome put_import_trail(office::Id creditor, office::Id import, std::string_view trail) override;
    Result<std::string> import_trail(office::Id creditor, office::Id import) override;
    Outcome put_template(office::Id creditor, const office::TemplateRow& row) override;
    Result<bool> drop_template(office::Id creditor, const std::string& name) override;
    Result<std::vector<office::TemplateRow>> templates(office::Id creditor) override;

protected:
    using PaymentRows::PaymentRows;
};

}  // namespace frist::store
