#include "sheets/columns.h"

namespace frist::sheets {
namespace {

TEST(columns, names_are_folded) {
    const std::pair<const char*, const char*> rows[] = {
        {"Kunde-nummer:", "kundenr"},
        {"Kundenr.", "kundenr"},
        {"KUNDE NR", "kundenr"},
        {"CustomerNo", "customernr"},
        {"Förfallodatum", "forfallodatum"},
        {"Åpent beløp", "apentbelop"},
        {"Eräpäivä", "erapaiva"},
        {"  Saldo (NOK) ", "saldonok"},
        {"", ""},
    };
    for (const auto& [name, want] : rows) EXPECT_EQ(folded(name), want) << name;
}

TEST(columns, the_best_guess) {
    struct Row {
        const char* name;
        std::optional<Field> field;
    };
    const Row rows[] = {
        {"Kundenr", Field::customer_number},
        {"Kunde nr.", Field::customer_number},
        {"Reskontronr", Field::customer_number},
        {"Asiakasnumero", Field::customer_number},
        {"Kundenavn", Field::customer_name},
        {"Asiakkaan nimi", Field::customer_name},
        {"Fakturanummer", Field::invoice_number},
        {"Laskun numero", Field::invoice_number},
        {"Document No", Field::invoice_number},
        {"Bilagsnr", Field::voucher},
        {"Fakturadato", Field::invoice_date},
        {"Dato", Field::invoice_date},
        {"Forfallsdato", Field::due_date},
        {"Förfallodag", Field::due_date},
        {"Forfaldsdato", Field::due_date},
        {"Eräpvm", Field::due_date},
        {"Due Date", Field::due_date},
        {"Restbeløp", Field::open_amount},
        {"Saldo NOK", Field::open_amount},
        {"Kvar att betala", Field::open_amount},
        {"Avoinna", Field::open_amount},
        {"Amount due", Field::open_amount},
        {"Beløp", Field::original_amount},
        {"Beløpsgrense", std::nullopt},
        {"Fakturabeløp inkl. mva", Field::original_amount},
        {"Innbetalt", Field::paid},
        {"Betalingsdato", Field::paid_date},
        {"Kreditert", Field::credited},
        {"KID-nummer", Field::payment_reference},
        {"OCR", Field::payment_reference},
        {"Viitenumero", Field::payment_reference},
        {"Deres ref", Field::their_reference},
        {"Org.nr", Field::company_number},
        {"Y-tunnus", Field::company_number},
        {"Personnummer", Field::company_number},
        {"Postnr", Field::postal_code},
        {"Poststed", Field::town},
        {"E-post", Field::email},
        {"Purregebyr", Field::earlier_fee},
        {"Siste purring", Field::earlier_sent},
        {"Purrenivå", Field::earlier_step},
        {"Dager forfalt", Field::days_overdue},
        {"Forsinkelsesrente", Field::interest},
        {"Valuta", Field::currency},
        {"Farge", std::nullopt},
        {"", std::nullopt},
    };
    for (const Row& row : rows) {
        const auto all = guesses(row.name);
        EXPECT_EQ(all.empty() ? std::nullopt : std::optional(all.front().field), row.field) << row.name;
    }
}

TEST(columns, ageing_supplier_and_sums) {
    for (const char* name : {"Ikke forfalt", "Ej förfallet", "Erääntymätön", "Not due", "0-30", "31-60 dager",
                             "over 90", ">90", "ylitys<30pv", "väh. 91pv", "90+"})
        EXPECT_TRUE(is_ageing(name)) << name;
    for (const char* name : {"Forfalt", "viiv.korko", "2026", "Faktura 1-30 sum", "Saldo"})
        EXPECT_FALSE(is_ageing(name)) << name;
    for (const char* name : {"Leverandørnr", "Leverantör", "Toimittaja", "Kreditornr", "Vendor name"})
        EXPECT_TRUE(is_supplier_name(name)) << name;
    for (const char* name : {"Kundenr", "Kreditert", "Levert"}) EXPECT_FALSE(is_supplier_name(name)) << name;
    for (const char* word : {"Sum", "Totalt:", "Summa", "Yhteensä", "I alt", "Sum kunde 17", "Grand total"})
        EXPECT_TRUE(is_total_word(word)) << word;
    for (const char* word : {"Sumo AS", "Kunde", "Altså", ""}) EXPECT_FALSE(is_total_word(word)) << word;
}

}  // namespace
}  // namespace frist::sheets
