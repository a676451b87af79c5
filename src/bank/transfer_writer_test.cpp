#include "bank/transfer_writer.h"

#include <gtest/gtest.h>

namespace frist::bank {
namespace {

TransferFile some_file() {
    TransferFile file;
    file.id = "FRIST-999999999-R1";
    file.made = Date::of(2026, 3, 20);
    file.execute = Date::of(2026, 3, 20);
    file.name = "Fjord & Rør AS";
    file.org_number = "999999999";
    file.account = "12345678903";
    file.transfers = {{"FRIST-999999999-1", nok(300'05), "Rask D'Rype <og> Ærlig Ørret", "12345678903", "Tilbakebetaling sak 3"}, {"FRIST-999999999-2", nok(1), std::string(80, 'x'), "12345678903", ""}};
    return file;
}

TEST(transfers, say_what_they_add_up_to_and_hold_nothing_a_bank_would_refuse) {
    const std::string xml = write_transfers(some_file()).value();
    EXPECT_NE(xml.find("<NbOfTxs>2</NbOfTxs>"), std::string::npos);
    EXPECT_NE(xml.find("<CtrlSum>300.06</CtrlSum>"), std::string::npos);
    EXPECT_NE(xml.find("<Nm>Fjord   Rør AS</Nm>"), std::string::npos);
    EXPECT_NE(xml.find("<Nm>Rask D'Rype  og  Ærlig Ørret</Nm>"), std::string::npos);
    EXPECT_NE(xml.find("<Nm>" + std::string(70, 'x') + "</Nm>"), std::string::npos) << "a name is cut at 70 signs";
    EXPECT_EQ(xml.find("<Ustrd></Ustrd>"), std::string::npos) << "no message is no element";
    EXPECT_EQ(xml, write_transfers(some_file()).value()) << "the same bytes each time";
}

TEST(transfers, a_letter_is_never_cut_in_two) {
    TransferFile file = some_file();
    file.transfers.front().name = std::string(69, 'x') + "ØÅ";
    EXPECT_NE(write_transfers(file).value().find("<Nm>" + std::string(69, 'x') + "Ø</Nm>"), std::string::npos);
}

TEST(transfers, what_is_wrong_is_named_without_the_account) {
    const struct { const char* code; void (*spoil)(TransferFile&); } rows[] = {
        {"transfer.empty", [](TransferFile& file) { file.transfers.clear(); }},
        {"transfer.id", [](TransferFile& file) { file.id = "a/b"; }},
        {"transfer.id", [](TransferFile& file) { file.transfers[1].id = std::string(36, '1'); }},
        {"transfer.account", [](TransferFile& file) { file.account = "12345678901"; }},
        {"transfer.account", [](TransferFile& file) { file.transfers[1].account = "12345678901"; }},
        {"transfer.amount", [](TransferFile& file) { file.transfers[0].amount = nok(0); }},
    };
    for (const auto& row : rows) {
        TransferFile file = some_file();
        row.spoil(file);
        const auto made = write_transfers(file);
        ASSERT_FALSE(made.ok()) << row.code;
        EXPECT_EQ(made.error().code, row.code);
        EXPECT_EQ(made.error().message.find("12345678901"), std::string::npos);
    }
}

}  // namespace
}  // namespace frist::bank
