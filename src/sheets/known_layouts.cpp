#include "sheets/known_layouts.h"

#include "base/pch.h"
#include "sheets/columns.h"

namespace frist::sheets {
namespace {

// Names as the programs write them; all of a list's must be there. What vendors publish, and what lists of that kind have in common
// where none is published.
struct Known {
    std::string_view name;
    std::vector<std::string_view> columns;
};

const std::vector<Known>& known() {
    static const std::vector<Known> list = {
        {"24SevenOffice: kundefakturarapport", {"Fakturanummer", "Fakturadato", "Forfallsdato", "Betalingsdato", "Kundenummer", "Kundenavn", "Fakturabeløp", "Kreditert", "Innbetalt", "Saldo"}},
        {"Tripletex: opening invoices", {"INVOICE NO", "INVOICE DATE", "DUE DATE", "KID", "CUSTOMER NO", "CUSTOMER NAME", "ORDER LINE - UNIT PRICE", "ORDER LINE - COUNT"}},
        {"Avoimet laskut, ikäjaoteltu", {"laskunro", "laskun pvm", "eräpäivä", "erääntymätön", "ylitys<30pv", "31-60pv", "61-90pv"}},
        {"Inkassobyrå: saksliste", {"Saksnr", "Status", "Hovedstol", "Fakturanr", "Forfall", "Inkassovarsel sendt", "Betalingsoppfordring sendt"}},
    };
    return list;
}

}  // namespace

std::string known_layout(const std::vector<std::string>& header) {
    std::set<std::string> names;
    for (const std::string& name : header) names.insert(folded(name));
    for (const Known& one : known())
        if (std::all_of(one.columns.begin(), one.columns.end(), [&](std::string_view column) { return names.contains(folded(column)); })) return std::string(one.name);
    return {};
}

}  // namespace frist::sheets
