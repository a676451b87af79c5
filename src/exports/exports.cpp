#include "exports/exports.h"

#include "base/pch.h"
#include "exports/open_document.h"
#include "exports/plain.h"
#include "exports/workbook.h"

namespace frist::exports {

Result<std::unique_ptr<office::SheetOut>> sheet_out(office::SheetForm form, const office::SheetPlan& plan, office::PassingFile file) {
    switch (form) {
        case office::SheetForm::csv: return csv_out(plan, std::move(file));
        case office::SheetForm::json: return json_out(plan, std::move(file));
        case office::SheetForm::ods: return open_document_out(plan, std::move(file));
        case office::SheetForm::xlsx: break;
    }
    return workbook_out(plan, std::move(file));
}

}  // namespace frist::exports
