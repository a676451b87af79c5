// A creditor with some random cases that live beside each other in a store, day by day. Used inside rc::check.
#pragma once
#include "office/merge.h"
#include "office/register.h"
#include "properties/life.h"
#include "reports/json.h"
#include "store/rooms.h"

namespace frist::reports_test {

using lives::maybe;
using lives::must;
using lives::norway;
using lives::number;
using office::Id;

class World {
public:
    explicit World(int cases) : rooms(must(store::open_rooms(":memory:", store::Open::make))) {
        creditor = must(rooms.office->add_creditor("999999999", "{}"));
        for (int i = 1; i <= 3; ++i)
            must(rooms.office->put_debtor(creditor, std::to_string(1000 + i), fmt::format(R"({{"name":"Blid Fjellrev {}","group":"{}"}})", i, i == 1 ? "nord" : "sør~ ")));
        day = Date::of(2023, 2, 1);
        for (int i = 0; i < cases; ++i) open();
    }

    [[nodiscard]] office::Desk desk() const { return {*rooms.office, norway(), creditor, day}; }
    [[nodiscard]] reports::Room room() const { return {desk(), *rooms.reports}; }
    [[nodiscard]] reports::Ask ask(std::string name) const {
        reports::Ask wish;
        wish.name = std::move(name);
        wish.as_of = day;
        return wish;
    }
    [[nodiscard]] reports::Table table(const reports::Ask& wish) const { return must(reports::table(room(), wish, {0, 100'000})); }
    [[nodiscard]] std::string told(const reports::Ask& wish) const { return boost::json::serialize(reports::json_of(table(wish), "en", Currency::nok(), 0)); }

    // Some days pass, and something may happen to each case.
    void live() {
        day = day + Days{number(1, 45)};
        if (number(0, 4) == 0) open();
        for (Id id = 1; id < next_; ++id) {
            office::CaseRow row = must(office::case_row(desk(), id));
            clock(row);
            if (*rc::gen::element(true, false)) continue;
            act(row);
            clock(row);
        }
        if (*rc::gen::element(true, false, false, false)) join(office::merge);
        if (*rc::gen::element(true, false, false, false)) join(office::unmerge);
    }

    // In SQL, beside everything that reports do: the sum of an account over all that was kept by `as_of`.
    [[nodiscard]] std::int64_t book(std::string_view account, Date as_of, std::optional<Date> from = {}, std::optional<Date> to = {}) const {
        store::Statement s = must(rooms.connection->composed(
            "SELECT COALESCE(SUM(n.amount), 0) FROM entry AS n JOIN event AS e ON e.creditor = n.creditor AND e.case_id = n.case_id AND e.seq = n.seq "
            "WHERE n.creditor = ?1 AND n.account = ?2 AND e.stored <= ?3 AND json_extract(e.body, '$.on') BETWEEN ?4 AND ?5"));
        RC_ASSERT(must(s.bind(creditor).bind(account).bind(as_of).bind(from.value_or(Date::of(1900, 1, 1))).bind(to.value_or(Date::of(2199, 1, 1))).step()));
        return s.whole();
    }
    [[nodiscard]] std::int64_t counted(std::string_view words) const {
        store::Statement s = must(rooms.connection->composed(std::string(words)));
        RC_ASSERT(must(s.bind(creditor).step()));
        return s.whole();
    }

    store::Rooms rooms;
    Id creditor = 0;
    Date day;

private:
    void open() {
        rules::NewCase wish = lives::some_case();
        wish.id = next_;
        wish.debtor = number(1, 4);
        const int shift = (day - wish.claims.front().due).count - number(0, 40);
        for (std::size_t i = 0; i < wish.claims.size(); ++i) {
            wish.claims[i].number = fmt::format("F{}-{}", next_, i);
            wish.claims[i].due = wish.claims[i].due + Days{shift};
        }
        for (const rules::NewClaim& claim : wish.claims) {
            office::ItemRow item;
            item.number = claim.number;
            item.debtor = wish.debtor;
            item.amount = item.open = item.open_at_start = claim.amount;
            item.due = claim.due;
            item.case_id = next_;
            item.department = *rc::gen::element<std::string>("", "100", "200~%");
            item.project = *rc::gen::element<std::string>("", "Fjellbu");
            must(rooms.office->put_item(creditor, item));
        }
        office::CaseRow row;
        keep(row, must(rules::open_case(wish, day, norway())));
        ++next_;
    }
    // The first two cases with which it can be done.
    void join(Result<office::CaseRow> (*how)(const office::Desk&, Id, Id)) const {
        for (Id into = 1; into < next_; ++into)
            for (Id from = 1; from < next_; ++from)
                if (how(desk(), into, from).ok()) return;
    }
    void keep(office::CaseRow& row, const cases::Events& events) {
        const Outcome kept = rooms.office->change([&] { return office::keep(desk(), row, events, "test"); });
        if (!kept.ok()) RC_FAIL(text(kept.error()));
    }
    void post(office::CaseRow& row) {
        const cases::Case& c = row.state;
        while (c.ordered && !c.pause && !c.held() && c.not_before.value_or(day) <= day) {
            if (c.ordered->needs_approval) keep(row, must(rules::decide(c, cases::ApproveLetter{c.ordered->letter}, day, norway())));
            const auto sent = rules::decide(c, cases::ReportSent{c.ordered->letter, day, {}, {}, {}}, day, norway());
            if (!sent.ok()) return;
            keep(row, *sent);
        }
    }
    void clock(office::CaseRow& row) {
        post(row);
        while (true) {
            const cases::Events due = must(rules::decide_clock(row.state, day, norway()));
            if (due.empty()) return;
            keep(row, due);
            post(row);
        }
    }
    void act(office::CaseRow& row) {
        if (number(0, 8) == 0) {
            rules::NewClaim claim;
            claim.number = fmt::format("G{}", ++more_);
            claim.amount = lives::money(1, 9'000'00);
            claim.due = day - Days{number(1, 30)};
            const auto joined = rules::add_claims(row.state, {claim}, {}, day, norway());
            if (joined.ok()) keep(row, *joined);
            return;
        }
        const auto events = rules::decide(row.state, command(row.state), day, norway());
        if (events.ok()) keep(row, *events);
    }

    // What ends cases, and takes that back, more often than it happens.
    cases::Command command(const cases::Case& c) const {
        switch (*rc::gen::element(0, 1, 2, 3, 4, 5, 6)) {
            case 0: return cases::WithdrawCase{*rc::gen::element(cases::Withdrawal::goodwill, cases::Withdrawal::mistaken, cases::Withdrawal::paid_directly)};
            case 1: return cases::ReopenCase{};
            case 2: {
                cases::ReceivePayment payment;
                payment.on = day - Days{*rc::gen::element(0, 0, 3, 25)};
                payment.amount = must(rules::balance_on(c, day, norway())).total() + nok(*rc::gen::element<std::int64_t>(0, 0, -20'00, 150'00));
                if (!payment.amount.positive()) payment.amount = nok(100'00);
                return payment;
            }
            default: return lives::some_command(c, day);
        }
    }

    Id next_ = 1;
    int more_ = 0;
};

}  // namespace frist::reports_test
