// Invented creditors, customers and invoices, and the law, for tests that work on a Store.
#pragma once
#include "office/mirror_ledger.h"
#include "office/start_cases.h"
#include "rules/no/norway.h"
#include "store_contract/engine.h"

#include <gtest/gtest.h>

namespace frist::test {

const rules::no::Norway& norway();

// "0000018": the case's number with a check digit of modulus 10.
std::string kid_of(office::Id case_id);

// A value that must be there; the test fails with the error's text when it is not.
template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}

office::CreditorRecord creditor_named(const std::string& org_number);
office::Id add_creditor(office::Store& store, const std::string& org_number);

// `count` overdue invoices F1, F2 …, one customer each; the amounts differ.
std::vector<office::LedgerLine> ledger(int count);

// A creditor with `count` cases that were started on `day`.
office::Id with_cases(office::Store& store, const std::string& org_number, int count, Date day);

}  // namespace frist::test
