// OCR giro: files that are taken, and one broken file for each reason to refuse one. A refused file names the record
// and brings no payment at all.
#include "bank/ocr_records.h"

#include "bank/payment_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace frist::bank {
namespace {

using ocr::joined;
using ocr::ocr_records;
using ocr::OcrPayment;

const std::vector<OcrPayment> three = {
    {.kid = "0012345678903", .ore = 125050},
    {.kid = "0012345678911", .ore = 40000, .payer = "00000000000"},
    {.kid = "0012345678929", .ore = 7500, .settled = "110326"},
};

std::string said(const PaymentFile& file) {
    std::string out;
    for (const Fault& fault : file.errors) out += text(fault) + "\n";
    for (const Fault& fault : file.findings) out += text(fault) + "\n";
    return out;
}

TEST(ocr_giro, brings_payments) {
    const PaymentFile file = read_payment_file(joined(ocr_records(three)));
    ASSERT_EQ(file.verdict, Verdict::accept) << said(file);
    ASSERT_EQ(file.items.size(), 3U);
    const PaymentItem& first = file.items[0];
    EXPECT_EQ(first.amount, nok(125050));
    EXPECT_EQ(first.reference, "0012345678903");
    EXPECT_EQ(first.account, "12345678903");
    EXPECT_EQ(first.booking_date, Date::of(2026, 3, 10));
    EXPECT_EQ(first.payment_date, Date::of(2026, 3, 9));
    EXPECT_EQ(first.place, "record 3");
    EXPECT_EQ(first.raw, ocr_records(three)[2] + "\n" + ocr_records(three)[3]);
    EXPECT_TRUE(first.books());
    EXPECT_EQ(file.items[1].payer_account, "");
    EXPECT_TRUE(file.items[1].has(Remark::payer_unknown));
    EXPECT_EQ(file.created, "2026-03-11");
    ASSERT_EQ(file.totals.size(), 1U);
    EXPECT_EQ(file.totals[0].credits, nok(172550));
    EXPECT_EQ(file.totals[0].debits, nok(0));
}

TEST(ocr_giro, is_the_same_with_every_line_end) {
    const auto records = ocr_records(three);
    const std::string plain = boost::json::serialize(to_json(read_ocr_giro(joined(records))));
    std::string unended = joined(records);
    unended.pop_back();
    EXPECT_EQ(boost::json::serialize(to_json(read_ocr_giro(joined(records, "\r\n")))), plain);
    EXPECT_EQ(boost::json::serialize(to_json(read_ocr_giro(unended))), plain);
    EXPECT_EQ(boost::json::serialize(to_json(read_ocr_giro("\xEF\xBB\xBF" + joined(records)))), plain);
    EXPECT_EQ(boost::json::serialize(to_json(read_ocr_giro(joined(records) + "\n\r\n"))), plain);
}

TEST(ocr_giro, money_that_goes_out_never_books) {
    struct Row {
        const char* type;
        char sign;
        Kind kind;
    };
    for (const Row& row :
         {Row{"10", '-', Kind::correction}, Row{"18", '0', Kind::reversal}, Row{"20", '0', Kind::reversal}}) {
        const PaymentFile file = read_ocr_giro(
            joined(ocr_records({{.kid = "123456785", .ore = 90000},
                                {.kid = "123456785", .ore = 20000, .type = row.type, .sign = row.sign}})));
        ASSERT_NE(file.verdict, Verdict::reject) << row.type << said(file);
        EXPECT_EQ(file.items[1].kind, row.kind);
        EXPECT_EQ(file.items[1].amount, nok(-20000));
        EXPECT_FALSE(file.items[1].books());
        EXPECT_TRUE(file.items[1].needs_person());
    }
}

TEST(ocr_giro, text_of_card_payments_is_latin_1) {
    auto records = ocr_records({{.ore = 5000, .type = "21"}});
    records.insert(records.begin() + 4, ocr::padded("NY0921320000001Takk for l\xE5net                          "));
    records[5].replace(16, 8, "00000005");
    records[6].replace(16, 8, "00000007");
    const PaymentFile file = read_ocr_giro(joined(records));
    ASSERT_NE(file.verdict, Verdict::reject) << said(file);
    EXPECT_THAT(file.items[0].text, testing::ElementsAre("Takk for l\u00e5net"));
    EXPECT_TRUE(file.items[0].has(Remark::card));
    EXPECT_TRUE(file.items[0].needs_person());
}

TEST(ocr_giro, a_kid_of_the_wrong_form_waits_for_a_person) {
    for (const char* kid : {"", "12A45", "7", "12-45"}) {
        const PaymentFile file = read_ocr_giro(joined(ocr_records({{.kid = kid, .ore = 100}})));
        ASSERT_NE(file.verdict, Verdict::reject) << kid << said(file);
        EXPECT_TRUE(file.items[0].books()) << kid;
        EXPECT_TRUE(file.items[0].needs_person()) << kid;
    }
    EXPECT_FALSE(read_ocr_giro(joined(ocr_records({{.kid = "00006-", .ore = 100}}))).items[0].needs_person());
}

// What is done to the records of a good file, and what must be said of it.
struct Broken {
    const char* name;
    void (*change)(std::vector<std::string>& records);
    const char* code;
    int record;
};
using Records = std::vector<std::string>;

const Broken broken[] = {
    {"short_record", [](Records& r) { r[3].pop_back(); }, "ocr.length", 4},
    {"long_record", [](Records& r) { r[3] += "0"; }, "ocr.length", 4},
    {"not_NY", [](Records& r) { r[2][0] = 'X'; }, "ocr.start", 3},
    {"letters_in_the_type", [](Records& r) { r[2][6] = 'A'; }, "ocr.numeric", 3},
    {"letters_in_the_amount", [](Records& r) { r[2][40] = 'O'; }, "ocr.numeric", 3},
    {"letters_in_the_account", [](Records& r) { r[1][30] = 'O'; }, "ocr.numeric", 2},
    {"letters_in_the_payer", [](Records& r) { r[3][50] = 'O'; }, "ocr.numeric", 4},
    {"letters_in_a_total", [](Records& r) { r[8][20] = 'O'; }, "ocr.numeric", 9},
    {"item_2_without_item_1", [](Records& r) { r.erase(r.begin() + 2); }, "ocr.order", 3},
    {"item_1_after_item_1", [](Records& r) { r.erase(r.begin() + 3); }, "ocr.order", 4},
    {"last_item_2_missing", [](Records& r) { r.erase(r.begin() + 7); }, "ocr.order", 8},
    {"item_2_twice", [](Records& r) { r.insert(r.begin() + 3, r[3]); }, "ocr.order", 5},
    {"item_2_of_another_transaction", [](Records& r) { r[3][14] = '9'; }, "ocr.order", 4},
    {"item_2_of_another_type", [](Records& r) { r[3].replace(4, 2, "11"); }, "ocr.order", 4},
    {"item_3_where_none_belongs", [](Records& r) { r.insert(r.begin() + 4, ocr::padded("NY0910320000001Hei")); },
     "ocr.order", 5},
    {"end_88_without_20", [](Records& r) { r.erase(r.begin() + 1); }, "ocr.order", 2},
    {"start_10_missing", [](Records& r) { r.erase(r.begin()); }, "ocr.order", 1},
    {"start_10_twice", [](Records& r) { r.insert(r.begin() + 1, r[0]); }, "ocr.order", 2},
    {"end_88_missing", [](Records& r) { r.erase(r.begin() + 8); }, "ocr.order", 9},
    {"data_after_89", [](Records& r) { r.push_back(r[0]); }, "ocr.order", 11},
    {"end_89_missing", [](Records& r) { r.pop_back(); }, "ocr.truncated", 9},
    {"impossible_settlement_date", [](Records& r) { r[2].replace(15, 6, "310226"); }, "ocr.date", 3},
    {"no_settlement_date", [](Records& r) { r[2].replace(15, 6, "000000"); }, "ocr.date", 3},
    {"impossible_order_date", [](Records& r) { r[3].replace(41, 6, "321325"); }, "ocr.date", 4},
    {"impossible_file_date", [](Records& r) { r[9].replace(41, 6, "999999"); }, "ocr.date", 10},
    {"order_date_long_ago", [](Records& r) { r[3].replace(41, 6, "090316"); }, "ocr.date", 3},
    {"earliest_date", [](Records& r) { r[8].replace(47, 6, "090326"); }, "ocr.date", 9},
    {"latest_date", [](Records& r) { r[8].replace(53, 6, "120326"); }, "ocr.date", 9},
    {"transaction_number_twice",
     [](Records& r) {
         r[4][14] = '1';
         r[5][14] = '1';
     },
     "ocr.transaction_number", 5},
    {"transaction_number_falls",
     [](Records& r) {
         r[2][14] = '5';
         r[3][14] = '5';
     },
     "ocr.transaction_number", 5},
    {"sign", [](Records& r) { r[2][31] = '+'; }, "ocr.sign", 3},
    {"unknown_type",
     [](Records& r) {
         r[2].replace(4, 2, "22");
         r[3].replace(4, 2, "22");
     },
     "ocr.type", 3},
    {"unknown_record", [](Records& r) { r[3].replace(6, 2, "33"); }, "ocr.record", 4},
    {"count_of_88", [](Records& r) { r[8][15] = '4'; }, "ocr.transactions", 9},
    {"records_of_88", [](Records& r) { r[8][23] = '7'; }, "ocr.records", 9},
    {"sum_of_88", [](Records& r) { r[8][40] = '1'; }, "ocr.sum", 9},
    {"count_of_89", [](Records& r) { r[9][15] = '4'; }, "ocr.transactions", 10},
    {"records_of_89", [](Records& r) { r[9][22] = '9'; }, "ocr.records", 10},
    {"sum_of_89", [](Records& r) { r[9][40] = '1'; }, "ocr.sum", 10},
    {"one_amount_more", [](Records& r) { r[2][48] = '1'; }, "ocr.sum", 9},
    {"sent_by_a_creditor", [](Records& r) { r[0].replace(23, 8, "00008080"); }, "ocr.direction", 1},
    {"blank_line_inside", [](Records& r) { r.insert(r.begin() + 4, ""); }, "ocr.blank_line", 5},
};

class BrokenOcr : public testing::TestWithParam<Broken> {};

TEST_P(BrokenOcr, is_refused_with_record_and_reason) {
    auto records = ocr_records(three);
    ASSERT_EQ(records.size(), 10U);
    GetParam().change(records);
    const PaymentFile file = read_payment_file(joined(records));
    EXPECT_EQ(file.verdict, Verdict::reject);
    EXPECT_TRUE(file.items.empty());
    ASSERT_FALSE(file.errors.empty());
    EXPECT_EQ(file.errors[0].code, GetParam().code) << said(file);
    EXPECT_EQ(file.errors[0].field, fmt::format("record {}", GetParam().record)) << said(file);
    EXPECT_NE(file.errors[0].remedy, "");
}

INSTANTIATE_TEST_SUITE_P(each_reason, BrokenOcr, testing::ValuesIn(broken),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ocr_giro, errors_are_collected_up_to_a_limit) {
    std::vector<OcrPayment> many(300, OcrPayment{.kid = "123456785", .ore = 100});
    auto records = ocr_records(many);
    for (auto& record : records)
        if (record.substr(6, 2) == "30") record[31] = '+';
    EXPECT_EQ(read_ocr_giro(joined(records)).errors.size(), fault_limit);
}

TEST(ocr_giro, other_services_are_skipped_and_told) {
    auto records = ocr_records(three);
    const std::vector<std::string> agreements = {
        ocr::padded("NY21242000000000000000002" + std::string("12345678903")),
        ocr::padded("NY21947000000011          000112000507155J"),
        ocr::padded("NY2124880000000100000003"),
    };
    records.insert(records.end() - 1, agreements.begin(), agreements.end());
    records.back().replace(8, 16, "0000000400000013");
    const PaymentFile file = read_ocr_giro(joined(records));
    ASSERT_EQ(file.verdict, Verdict::accept) << said(file);
    EXPECT_EQ(file.items.size(), 3U);
    ASSERT_EQ(file.notes.size(), 1U);
    EXPECT_EQ(file.notes[0].field, "record 10");
    EXPECT_THAT(file.notes[0].message, testing::HasSubstr("service 21, 1 transactions, skipped"));
}

// A file that was cut off anywhere before its last record ended is never taken.
TEST(ocr_giro, cut_off_anywhere_is_refused) {
    const std::string whole = joined(ocr_records(three));
    for (std::size_t length = 0; length + 1 < whole.size(); ++length)
        ASSERT_EQ(read_payment_file(std::string_view(whole).substr(0, length)).verdict, Verdict::reject) << length;
    EXPECT_EQ(read_payment_file(std::string_view(whole).substr(0, whole.size() - 1)).verdict, Verdict::accept);
}

RC_GTEST_PROP(ocr_giro, adds_up_whatever_is_paid, ()) {
    std::vector<OcrPayment> payments;
    std::int64_t sum = 0;
    for (const int ore : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 90'000'000))) {
        payments.push_back({.kid = std::to_string(10 + ore), .ore = ore});
        sum += ore;
    }
    const PaymentFile file = read_ocr_giro(joined(ocr_records(payments)));
    RC_ASSERT(file.verdict == Verdict::accept);
    std::int64_t got = 0;
    std::set<std::string> prints;
    for (const PaymentItem& item : file.items) {
        got += item.amount.minor();
        prints.insert(item.fingerprint);
    }
    RC_ASSERT(got == sum);
    RC_ASSERT(prints.size() == payments.size());
}

// One digit of any amount changed, and the control totals find it.
RC_GTEST_PROP(ocr_giro, a_changed_amount_is_always_found, ()) {
    auto records = ocr_records(three);
    auto& record = records[*rc::gen::element(2, 4, 6)];
    auto& digit = record[*rc::gen::inRange<std::size_t>(32, 49)];
    const char other = *rc::gen::inRange('0', ':');
    RC_PRE(other != digit);
    digit = other;
    RC_ASSERT(read_ocr_giro(joined(records)).verdict == Verdict::reject);
}

}  // namespace
}  // namespace frist::bank
