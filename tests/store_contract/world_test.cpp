#include "store_contract/world.h"

#include "base/embedded.h"
#include "base/pch.h"

namespace frist::test {

const rules::no::Norway& norway() {
    static const std::unique_ptr<rules::no::Norway> country = [] {
        return std::make_unique<rules::no::Norway>(
            must(rules::no::NorwegianLaw::from(must(law::Book::read("no", embedded::law())))));
    }();
    return *country;
}

std::string kid_of(office::Id case_id) {
    std::string digits = fmt::format("{:06}", case_id);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int product = (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

office::CreditorRecord creditor_named(const std::string& org_number) {
    office::CreditorRecord record;
    record.org_number = org_number;
    record.name = "Fjord Rør AS";
    record.address = {"Prøvekaien 5", "", "5003", "Bergen", "NO"};
    record.email = "faktura@fjordror.example";
    record.account = "12345678903";
    return record;
}

office::Id add_creditor(office::Store& store, const std::string& org_number) {
    office::Id id = 0;
    const Outcome outcome = store.change([&]() -> Outcome {
        FRIST_TRY(id, store.add_creditor(org_number, office::stored(creditor_named(org_number))));
        return done;
    });
    EXPECT_TRUE(outcome.ok());
    return id;
}

std::vector<office::LedgerLine> ledger(int count) {
    std::vector<office::LedgerLine> lines;
    for (int i = 1; i <= count; ++i) {
        office::LedgerLine line;
        line.place = fmt::format("ledger.csv:{}", i + 1);
        line.customer = std::to_string(1000 + i);
        line.debtor.name = fmt::format("Kari Prøve {}", i);
        line.debtor.kind_known = true;
        line.debtor.address = {fmt::format("Eksempelveien {}", i), "", "5003", "Bergen", "NO"};
        line.number = fmt::format("F{}", i);
        line.amount = line.open = nok(100000 + i);
        line.invoiced = Date::of(2026, 1, 5);
        line.due = Date::of(2026, 1, 19);
        lines.push_back(line);
    }
    return lines;
}

office::Id with_cases(office::Store& store, const std::string& org_number, int count, Date day) {
    const office::Id id = add_creditor(store, org_number);
    const office::Desk desk{store, norway(), id, day};
    must(office::mirror_ledger(desk, ledger(count), "sha:" + org_number, false));
    const auto rows = must(office::start_cases(desk, {}, creditor_named(org_number), kid_of));
    EXPECT_EQ(rows.size(), static_cast<std::size_t>(count));
    for (const office::StartRow& row : rows) EXPECT_FALSE(row.reason.has_value()) << text(*row.reason);
    return id;
}

}  // namespace frist::test
