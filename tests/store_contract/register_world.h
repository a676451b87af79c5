// A dozen cases of all kinds, open items without a case, and a register beside them on a connection of its own.
#pragma once
#include "office/night.h"
#include "office/register.h"
#include "rules/balance.h"
#include "store/rooms.h"
#include "store_contract/sqlite_engine.h"
#include "store_contract/world.h"

namespace frist::test {

struct Customer {
    const char* number;
    const char* name;
    const char* org_number;   // of a firm
    bool addressed;
};
inline constexpr Customer customers[] = {
    {"1001", "Blid Fjellrev AS", "988077917", true}, {"1002", "Sindig Ørret", "", true},
    {"1003", "Åsa O’Brien", "", true},     {"1004", "Ærlig Øgle", "", true},
    {"1005", "Rolig Måke", "", true},      {"1006", "Treg Bever & Sønn AS", "310001074", true},
    {"1007", "Kvikk Lemen", "", true},     {"1008", "blid fjellrype", "", true},
    {"1009", "Stille Gjøk", "", true},     {"1010", "Lur Røyskatt AS", "310001147", true},
    {"1011", "Anne-Marie Elg", "", true},  {"1012", "Morgen Fugl 26", "", true},
    {"1013", "Uten Adresse", "", false},   {"1014", "Sein Snegle", "", true},
};

class RegisterWorld : public testing::Test {
protected:
    using Id = office::Id;

    RegisterWorld() : rooms(must(store::open_rooms(file(), store::Open::make))) {
        creditor = add_creditor(*rooms.office, "999999999");
        record = creditor_named("999999999");
    }
    [[nodiscard]] std::string file() const { return folder.file("frist.db"); }
    [[nodiscard]] office::Desk desk(Date day) const { return {*rooms.office, norway(), creditor, day}; }

    // Twelve cases of 2 March and two items that do not start: one without an address, one that is not due.
    void live() {
        std::vector<office::LedgerLine> lines;
        for (std::size_t i = 0; i < std::size(customers); ++i) lines.push_back(line(customers[i], static_cast<int>(i)));
        must(office::mirror_ledger(desk(opened), lines, "sha-1", false));
        must(office::start_cases(desk(opened), {}, record, kid_of));
        must(office::night(desk(opened)));
        answer(2, cases::PauseCase{Date::of(2026, 4, 1)});
        answer(3, cases::RaiseObjection{false});
        answer(4, paid(200'000'00));
        answer(5, cases::WithdrawCase{});
        answer(6, paid(400'00));
        must(office::night(desk(today)));
    }
    void answer(Id case_id, const cases::Command& command) {
        must(office::answer(desk(opened), case_id, command, "test:" + std::to_string(case_id)));
    }
    [[nodiscard]] office::CaseAsk ask() const {
        office::CaseAsk all;
        all.creditor = creditor;
        all.day = today;
        return all;
    }
    std::vector<Id> ids(const office::CaseAsk& what) { return must(cases().ids(what)); }
    std::vector<Id> search(const std::string& text) {
        office::CaseAsk what = ask();
        what.search = text;
        return ids(what);
    }
    office::Register& cases() {
        if (!opened_) opened_ = must(store::open_register(file(), norway()));
        return *opened_;
    }
    std::vector<office::CaseRow> rows() { return must(rooms.office->cases(creditor, {})); }

    const Date opened = Date::of(2026, 3, 2);
    const Date today = Date::of(2026, 3, 25);
    TempFolder folder;
    store::Rooms rooms;
    office::CreditorRecord record;
    Id creditor = 0;

private:
    static office::LedgerLine line(const Customer& customer, int i) {
        office::LedgerLine made;
        made.place = fmt::format("ledger.csv:{}", i + 2);
        made.customer = customer.number;
        made.debtor.name = customer.name;
        made.debtor.kind_known = true;
        if (*customer.org_number != 0) {
            made.debtor.kind = cases::DebtorKind::company;
            made.debtor.relation = cases::Relation::business;
            made.debtor.org_number = customer.org_number;
        }
        if (customer.addressed) made.debtor.address = {"Eksempelveien 1", "", "5003", "Bergen", "NO"};
        made.number = fmt::format("F{}", 100 + i);
        made.amount = made.open = nok(1'000'00'00 + i * 1'00'00 + i);
        made.invoiced = Date::of(2026, 1, 2);
        made.due = i == 13 ? Date::of(2026, 5, 4) : Date::of(2026, 1, 5) + Days{i};
        return made;
    }
    static cases::ReceivePayment paid(std::int64_t ore) {
        cases::ReceivePayment payment;
        payment.on = Date::of(2026, 3, 2);
        payment.amount = nok(ore);
        return payment;
    }
    std::shared_ptr<office::Register> opened_;
};

}  // namespace frist::test
