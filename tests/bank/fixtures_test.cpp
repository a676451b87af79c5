// Every collected file of a real bank against what another reader found in it. The files are not part of the project;
// where they are not at hand, the own samples (samples_test.cpp) still are.
#include "bank/files.h"

#include "bank/payment_file.h"
#include "party/account_number.h"
#include "party/kid.h"

#include <gtest/gtest.h>

#include <set>

namespace frist::bank {
namespace {

namespace json = boost::json;

const std::filesystem::path fixtures = std::filesystem::path(FRIST_ROOT) / "../shared/fixtures";

std::string text_or_empty(const json::value& value) {
    return value.is_string() ? std::string(value.as_string()) : std::string();
}
std::string text_of(const std::optional<Date>& date) {
    return date ? text(*date) : std::string();
}

struct Case {
    std::string name;
    json::object expected;
    PaymentFile got;
};

std::vector<Case> cases(const char* folder) {
    std::vector<Case> all;
    for (const auto& path : with_expectation(fixtures / folder)) {
        Case one;
        one.name = path.filename().string();
        one.expected = json::parse(bytes_of(path.string() + ".expected.json")).as_object();
        one.got = read_payment_file(bytes_of(path));
        all.push_back(std::move(one));
    }
    return all;
}

void expect_verdict(const Case& one) {
    EXPECT_EQ(name_of(one.got.verdict), one.expected.at("verdict").as_string()) << [&] {
        std::string all;
        for (const auto& list : {one.got.errors, one.got.findings})
            for (const Fault& fault : list) all += text(fault) + "\n";
        return all;
    }();
    EXPECT_EQ(name_of(one.got.format), one.expected.at("format").as_string());
    EXPECT_EQ(one.got.errors.size(), one.expected.at("errors").as_array().size());
}

void expect_ocr_item(const PaymentItem& item, const json::object& wanted) {
    SCOPED_TRACE(item.place);
    EXPECT_EQ(item.place, "record " + std::to_string(wanted.at("record").as_int64()));
    EXPECT_EQ(item.reference, wanted.at("kid").as_string());
    EXPECT_EQ(item.amount.minor(), wanted.at("amount_minor").as_int64());
    EXPECT_EQ(text(item.booking_date), wanted.at("settlement_date").as_string());
    EXPECT_EQ(text_of(item.payment_date), text_or_empty(wanted.at("bank_date")));
    EXPECT_EQ(item.payer_account, text_or_empty(wanted.at("debit_account")));
    EXPECT_EQ(item.entry_ref, wanted.at("serial").as_string());
    EXPECT_EQ(item.archive_ref, wanted.at("archive_ref").as_string());
    EXPECT_EQ(item.text.empty() ? "" : item.text.front(), text_or_empty(wanted.at("text")));
    EXPECT_EQ(party::check_kid(item.reference, party::KidModulus::ten).ok(), wanted.at("kid_mod10").as_bool());
    EXPECT_EQ(party::check_kid(item.reference, party::KidModulus::eleven).ok(), wanted.at("kid_mod11").as_bool());
    EXPECT_EQ(item.has(Remark::card), wanted.at("type").as_string() >= "18");
    EXPECT_EQ(item.raw.substr(0, 4) + item.raw.substr(4, 2), "NY09" + std::string(wanted.at("type").as_string()));
}

void expect_assignment(const Assignment& got, const json::object& wanted) {
    EXPECT_EQ(got.service, wanted.at("service").as_string());
    EXPECT_EQ(got.agreement, wanted.at("agreement").as_string());
    EXPECT_EQ(got.number, wanted.at("assignment_no").as_string());
    EXPECT_EQ(got.account, wanted.at("account").as_string());
    EXPECT_EQ(got.transactions, wanted.at("count").as_int64());
    EXPECT_EQ(got.records, wanted.at("records").as_int64());
    EXPECT_EQ(got.sum, wanted.at("sum").is_null() ? 0 : wanted.at("sum").as_int64());
    EXPECT_EQ(text_of(got.date), text_or_empty(wanted.at("date")));
    EXPECT_EQ(text_of(got.first_date), text_or_empty(wanted.at("first_date")));
    EXPECT_EQ(text_of(got.last_date), text_or_empty(wanted.at("last_date")));
}

TEST(bank_fixtures, ocr_giro) {
    for (const Case& one : cases("ocr_giro")) {
        SCOPED_TRACE(one.name);
        expect_verdict(one);
        const json::object& sent = one.expected.at("transmissions").as_array().front().as_object();
        EXPECT_EQ(one.got.identity, text_or_empty(sent.at("data_sender")) + "/" +
                                        text_or_empty(sent.at("transmission_no")) + "/" +
                                        text_or_empty(sent.at("recipient")));
        EXPECT_EQ(one.got.created, sent.at("date").as_string());
        const json::array& assignments = sent.at("assignments").as_array();
        ASSERT_EQ(one.got.assignments.size(), assignments.size());
        for (std::size_t i = 0; i < assignments.size(); ++i)
            expect_assignment(one.got.assignments[i], assignments[i].as_object());
        ASSERT_EQ(one.got.totals.size(), 1U);
        const Total& total = one.got.totals.front();
        EXPECT_EQ((total.credits - total.debits).minor(), one.expected.at("sum_minor").as_int64());
        EXPECT_EQ((total.credits + total.debits).minor(), one.expected.at("gross_minor").as_int64());
        const json::array& items = one.expected.at("items").as_array();
        ASSERT_EQ(one.got.items.size(), items.size());
        for (std::size_t i = 0; i < items.size(); ++i) expect_ocr_item(one.got.items[i], items[i].as_object());
        EXPECT_EQ(one.got.notes.size(), one.expected.contains("skipped_services") ? 1U : 0U);
    }
}

// The two files that hold the same records, one of them without the last line feed.
TEST(bank_fixtures, the_same_records_have_the_same_fingerprints) {
    std::vector<std::vector<std::string>> prints;
    for (const Case& one : cases("ocr_giro")) {
        if (one.got.items.size() != 20) continue;
        std::vector<std::string>& list = prints.emplace_back();
        for (const PaymentItem& item : one.got.items) list.push_back(item.fingerprint);
        EXPECT_EQ(std::set<std::string>(list.begin(), list.end()).size(), 20U);
    }
    if (std::filesystem::exists(fixtures)) {
        ASSERT_EQ(prints.size(), 2U);
        EXPECT_EQ(prints[0], prints[1]);
    }
}

void expect_group(const Group& got, const json::object& wanted) {
    EXPECT_EQ(got.id, wanted.at("id").as_string());
    EXPECT_EQ(got.account, text_or_empty(wanted.at("account")));
    EXPECT_EQ(got.currency ? std::string(got.currency->code()) : "", text_or_empty(wanted.at("account_currency")));
    const json::array& balances = wanted.at("balances").as_array();
    ASSERT_EQ(got.balances.size(), balances.size());
    for (std::size_t i = 0; i < balances.size(); ++i) {
        const json::object& balance = balances[i].as_object();
        EXPECT_EQ(got.balances[i].code, text_or_empty(balance.at("code")));
        EXPECT_EQ(got.balances[i].amount.minor(), balance.at("amount_minor").as_int64());
        EXPECT_EQ(got.balances[i].amount.currency().code(), balance.at("currency").as_string());
        EXPECT_EQ(text_of(got.balances[i].date), text_or_empty(balance.at("date")).substr(0, 10));
    }
    const json::array& entries = wanted.at("entries").as_array();
    EXPECT_EQ(got.entries, static_cast<std::int64_t>(entries.size()));
    std::int64_t transactions = 0;
    std::vector<int> not_booked;
    for (const json::value& entry : entries) {
        transactions += static_cast<std::int64_t>(entry.as_object().at("transactions").as_array().size());
        if (text_or_empty(entry.as_object().at("status")) != "BOOK")
            not_booked.push_back(static_cast<int>(entry.as_object().at("index").as_int64()));
    }
    EXPECT_EQ(got.transactions, transactions);
    EXPECT_EQ(got.not_booked, not_booked);
    if (wanted.contains("balance_equation_holds") && wanted.at("balance_equation_holds").is_bool())
        EXPECT_EQ(got.balances_agree, wanted.at("balance_equation_holds").as_bool());
}

// The items of one entry against its transactions: one each, or all in one where they cannot stand alone.
void expect_entry(const std::vector<const PaymentItem*>& items, const json::object& entry) {
    const std::int64_t sign = entry.at("direction").as_string() == "CRDT" ? 1 : -1;
    std::int64_t sum = 0;
    for (const PaymentItem* item : items) {
        sum += item->amount.minor();
        EXPECT_EQ(item->amount.currency().code(), entry.at("currency").as_string());
        if (entry.at("booking_date").is_string())
            EXPECT_EQ(text(item->booking_date), text_or_empty(entry.at("booking_date")).substr(0, 10));
        EXPECT_EQ(text_of(item->value_date), text_or_empty(entry.at("value_date")).substr(0, 10));
        const std::string service_ref = text_or_empty(entry.at("acct_svcr_ref"));
        EXPECT_EQ(item->entry_ref, service_ref.empty() ? text_or_empty(entry.at("entry_ref")) : service_ref);
        EXPECT_EQ(item->kind == Kind::reversal || item->kind == Kind::failed, entry.at("reversal").as_bool());
        EXPECT_EQ(item->kind == Kind::information || item->kind == Kind::failed,
                  text_or_empty(entry.at("status")) != "BOOK");
    }
    EXPECT_EQ(sum, sign * entry.at("amount_minor").as_int64());
    const json::array& transactions = entry.at("transactions").as_array();
    if (items.size() != transactions.size()) return;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const json::object& wanted = transactions[i].as_object();
        const PaymentItem& item = *items[i];
        if (items.size() > 1) EXPECT_EQ(item.amount.minor(), sign * wanted.at("amount_minor").as_int64());
        EXPECT_EQ(item.payer_name, text_or_empty(wanted.at("debtor_name")));
        EXPECT_EQ(item.payer_account, party::same_spelling(text_or_empty(wanted.at("debtor_account"))));
        EXPECT_EQ(item.end_to_end, text_or_empty(wanted.at("end_to_end_id")));
        if (wanted.at("acct_svcr_ref").is_string()) EXPECT_EQ(item.archive_ref, wanted.at("acct_svcr_ref").as_string());
        const json::array& lines = wanted.at("unstructured").as_array();
        if (lines.empty()) continue;
        ASSERT_EQ(item.text.size(), lines.size());
        for (std::size_t line = 0; line < lines.size(); ++line) EXPECT_EQ(item.text[line], lines[line].as_string());
    }
}

void expect_entries(const PaymentFile& got, const json::array& groups) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const json::value& entry : groups[group].as_object().at("entries").as_array()) {
            const std::string place = (got.format == Format::camt053 ? "Stmt[" : "Ntfctn[") +
                                      std::to_string(group + 1) + "]/Ntry[" +
                                      std::to_string(entry.as_object().at("index").as_int64()) + "]";
            SCOPED_TRACE(place);
            std::vector<const PaymentItem*> items;
            for (const PaymentItem& item : got.items)
                if (item.place == place || item.place.starts_with(place + "/")) items.push_back(&item);
            EXPECT_FALSE(items.empty());
            expect_entry(items, entry.as_object());
        }
    }
}

std::vector<std::string> references_of(const PaymentFile& got) {
    std::vector<std::string> all;
    for (const PaymentItem& item : got.items) {
        if (!item.reference.empty()) all.push_back(item.reference);
        for (const Reference& more : item.more_references)
            if (more.kind != "CINV" && more.kind != "CREN") all.push_back(more.value);
    }
    return all;
}

void expect_totals(const PaymentFile& got, const json::object& totals) {
    EXPECT_EQ(got.totals.size(), totals.size());
    for (const Total& total : got.totals) {
        const json::object& wanted = totals.at(total.credits.currency().code()).as_object();
        EXPECT_EQ(total.credits.minor(), wanted.at("credit_minor").as_int64());
        EXPECT_EQ(total.debits.minor(), wanted.at("debit_minor").as_int64());
    }
}

// What was found there is found here; this reader also remarks on currencies and missing status.
void expect_findings(const PaymentFile& got, const json::array& findings) {
    std::multiset<std::string> wanted;
    for (const json::value& finding : findings) {
        std::string key = text_or_empty(finding.as_object().at("code"));
        if (finding.as_object().contains("entry"))
            key += " " + std::to_string(finding.as_object().at("entry").as_int64());
        wanted.insert(key);
    }
    std::multiset<std::string> found;
    for (const Fault& fault : got.findings) {
        if (fault.code == "entry_currency" || fault.code == "status_missing") continue;
        const auto at = fault.field.find("/Ntry[");
        found.insert(at == std::string::npos
                         ? fault.code
                         : fault.code + " " + fault.field.substr(at + 6, fault.field.find(']', at) - at - 6));
    }
    EXPECT_EQ(found, wanted);
}

TEST(bank_fixtures, camt) {
    for (const char* folder : {"camt053", "camt054"}) {
        for (const Case& one : cases(folder)) {
            SCOPED_TRACE(one.name);
            expect_verdict(one);
            EXPECT_EQ(one.got.message, one.expected.at("message").as_string());
            if (one.got.verdict == Verdict::reject) {
                EXPECT_TRUE(one.got.items.empty());
                continue;
            }
            EXPECT_EQ(one.got.identity,
                      text_or_empty(one.expected.at("msg_id")) + "/" + text_or_empty(one.expected.at("created")));
            EXPECT_EQ(one.got.created, one.expected.at("created").as_string());
            const json::array& groups = one.expected.at("groups").as_array();
            ASSERT_EQ(one.got.groups.size(), groups.size());
            std::int64_t reversals = 0;
            for (std::size_t i = 0; i < groups.size(); ++i) {
                expect_group(one.got.groups[i], groups[i].as_object());
                reversals += one.got.groups[i].reversals;
            }
            EXPECT_EQ(reversals, one.expected.at("reversal_entries").as_int64());
            expect_entries(one.got, groups);
            expect_totals(one.got, one.expected.at("totals").as_object());
            expect_findings(one.got, one.expected.at("findings").as_array());
            std::vector<std::string> references;
            for (const json::value& value : one.expected.at("creditor_references").as_array())
                references.push_back(text_or_empty(value));
            EXPECT_EQ(references_of(one.got), references);
        }
    }
}

// Guards the tests above: the collection, where it is at hand, has these many files.
TEST(bank_fixtures, all_were_read) {
    if (!std::filesystem::exists(fixtures)) return;
    EXPECT_EQ(with_expectation(fixtures / "ocr_giro").size(), 4U);
    EXPECT_EQ(with_expectation(fixtures / "camt053").size(), 14U);
    EXPECT_EQ(with_expectation(fixtures / "camt054").size(), 10U);
}

}  // namespace
}  // namespace frist::bank
