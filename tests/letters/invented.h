// Invented facts for letters: nobody here exists, the numbers are computed by hand from the law's examples.
#pragma once
#include "letters/letter.h"

#include "base/embedded.h"

namespace frist::letters::invented {

inline Sender creditor() {
    return {"Fjellstrøm AS", "123456785", {"Postboks 14", "9999 Utopia"}, "post@fjellstrom.example", "400 00 000", true};
}

inline Sender agency() {
    return {"Ærlig Inkasso AS", "988077917", {"Lynggata 3", "9999 Utopia"}, "sak@aerliginkasso.example", "400 00 001", true};
}

// Two fees and an own demand on a claim of 10 000 due 2026-01-15, written 2026-03-02: 46 days at 12.00 %.
// 10 000 × 12 % × 46/365 = 151.232…; one day is 3.2876…
inline Facts demand(Language language = Language::nb) {
    Facts f;
    f.kind = Kind::demand;
    f.language = language;
    f.written = Date::of(2026, 3, 2);
    f.deadline = Date::of(2026, 3, 16);
    f.creditor = creditor();
    f.debtor = {"Blid Fjellrev", {"Lyngveien 4", "9999 Utopia"}, "20417", false};
    f.case_number = "24117";
    f.kid = "123456782";
    f.account = "12345678903";
    f.claims = {{"10023", Date::of(2026, 1, 1), Date::of(2026, 1, 15), "Strøm, desember 2025", nok(1'000'000), nok(0), nok(0), nok(1'000'000)}};
    f.interest = {{"10023", Date::of(2026, 1, 15), Date::of(2026, 3, 2), nok(1'000'000), *Rate::parse("12"), 46, nok(15'123), "forsinkelsesrenteloven § 3"}};
    f.costs = {{"Purregebyr", Date::of(2026, 1, 29), nok(3'800), "inkassoforskriften § 1-2", false},
               {"Gebyr for inkassovarsel", Date::of(2026, 2, 13), nok(3'800), "inkassoforskriften § 1-2", false},
               {"Gebyr for betalingsoppfordring", Date::of(2026, 3, 2), nok(11'300), "inkassoforskriften § 1-2", false}};
    f.interest_paid = f.costs_paid = nok(0);
    f.total = nok(1'034'023);
    f.interest_to = f.written;
    f.daily_interest = nok(329);
    f.total_at_deadline = nok(1'038'626);
    f.earlier = {{Kind::reminder, Date::of(2026, 1, 29)}, {Kind::notice, Date::of(2026, 2, 13)}};
    f.enforcement_notice = true;
    f.next = NextStep::attachment;
    return f;
}

inline Facts notice(Language language = Language::nb) {
    Facts f = demand(language);
    f.kind = Kind::notice;
    f.written = f.interest_to = Date::of(2026, 2, 13);
    f.deadline = Date::of(2026, 2, 27);
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 2, 13), nok(1'000'000), *Rate::parse("12"), 29, nok(9'534), "forsinkelsesrenteloven § 3"};
    f.costs.pop_back();
    f.earlier.pop_back();
    f.total = nok(1'017'134);
    f.total_at_deadline = nok(1'021'737);
    f.enforcement_notice = false;
    f.next = NextStep::demand;
    return f;
}

inline Facts reminder(Language language = Language::nb) {
    Facts f = notice(language);
    f.kind = Kind::reminder;
    f.written = f.interest_to = Date::of(2026, 1, 29);
    f.deadline = Date::of(2026, 2, 12);
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 1, 29), nok(1'000'000), *Rate::parse("12"), 14, nok(4'603), "forsinkelsesrenteloven § 3"};
    f.costs.pop_back();
    f.earlier.clear();
    f.total = nok(1'008'403);
    f.total_at_deadline = nok(1'013'005);
    f.next = NextStep::undecided;
    return f;
}

inline Facts friendly_reminder(Language language = Language::nb) {
    Facts f = reminder(language);
    f.kind = Kind::friendly_reminder;
    f.written = f.interest_to = Date::of(2026, 1, 18);
    f.deadline = Date::of(2026, 1, 25);
    f.interest.clear();
    f.costs.clear();
    f.daily_interest = nok(0);
    f.total_at_deadline.reset();
    f.total = nok(1'000'000);
    return f;
}

// 9 000 came in on 2026-02-20: it took the fees 76, the interest 36 days 118.36, and 8 805.64 of the principal.
// The rest 1 194.36 bears 10 days: 3.93.
inline Facts rest_note(Language language = Language::nb) {
    Facts f = notice(language);
    f.kind = Kind::rest_note;
    f.written = f.interest_to = Date::of(2026, 3, 2);
    f.deadline = Date::of(2026, 3, 16);
    f.payments = {{Date::of(2026, 2, 20), nok(900'000)}};
    f.interest = {{"10023", Date::of(2026, 1, 15), Date::of(2026, 2, 20), nok(1'000'000), *Rate::parse("12"), 36, nok(11'836), "forsinkelsesrenteloven § 3"},
                  {"10023", Date::of(2026, 2, 20), Date::of(2026, 3, 2), nok(119'436), *Rate::parse("12"), 10, nok(393), "forsinkelsesrenteloven § 3"}};
    f.interest_paid = nok(11'836);
    f.costs_paid = nok(7'600);
    f.claims[0].paid = nok(880'564);
    f.claims[0].open = nok(119'436);
    f.total = nok(119'829);
    f.daily_interest = nok(39);
    f.total_at_deadline.reset();
    f.earlier = {{Kind::reminder, Date::of(2026, 1, 29)}, {Kind::notice, Date::of(2026, 2, 13)}};
    return f;
}

inline Facts facts(Kind kind, Language language = Language::nb) {
    switch (kind) {
        case Kind::friendly_reminder: return friendly_reminder(language);
        case Kind::reminder: return reminder(language);
        case Kind::notice: return notice(language);
        case Kind::demand: return demand(language);
        case Kind::rest_note: return rest_note(language);
    }
    return demand(language);
}

// An agency's demand to a business with a long name over many invoices, each with its own balance and one row of
// interest. The i-th invoice is 1 000 + i kroner; every third has been paid by half.
inline Facts many_claims(int count, Language language = Language::nb) {
    Facts f = demand(language);
    f.collector = agency();
    f.debtor = {"D'Artagnan & Sønner Sjokolade- og Sirkusutstyrsforretning for Hele Utopias Omegn DA",
                {"c/o Åse-Øydis Brå O'Ærø", "Den lange og svingete Lyngveien 12345 B, oppgang C", "9999 Utopia"}, "77", true};
    f.next = NextStep::conciliation;
    f.claims.clear();
    f.interest.clear();
    f.payments.clear();
    f.costs = {{"Gebyr for inkassovarsel", Date::of(2026, 2, 13), nok(3'800), "inkassoforskriften § 1-2", false},
               {"Standardkompensasjon", Date::of(2026, 1, 15), nok(46'000), "forsinkelsesrenteloven § 3a", false},
               {"Inkassosalær", Date::of(2026, 3, 2), nok(360'000), "inkassoforskriften § 2-2", false},
               {"Motregnet standardkompensasjon", Date::of(2026, 3, 2), nok(-46'000), "inkassoforskriften § 2-6", true}};
    Money total = nok(3'800 + 46'000 + 360'000 - 46'000);
    Money paid = nok(0);
    Money daily = nok(0);
    for (int i = 1; i <= count; ++i) {
        ClaimLine c{fmt::format("{}", 20'000 + i), Date::of(2026, 1, 1), Date::of(2026, 1, 15),
                    i % 7 == 0 ? "Leie av popkornmaskin, karusell og hoppeslott til sommerfesten på torget" : "Levering av sirkusutstyr",
                    nok(100'000 + 100 * i), nok(0), nok(0), nok(0)};
        if (i % 3 == 0) c.paid = nok(50'000 + 50 * i);
        c.open = c.original - c.paid;
        paid += c.paid;
        const Period days{Date::of(2026, 1, 15), f.written};
        // 12 % × 46/365, half up: the øre are counted as a pencil would.
        const Money interest = nok((c.open.minor() * 12 * 46 * 2 + 36'500) / 73'000);
        f.interest.push_back({c.invoice, days.from, days.to, c.open, *Rate::parse("12"), 46, interest, "forsinkelsesrenteloven § 3"});
        total += c.open + interest;
        daily += nok(c.open.minor() * 12 / 36'500);
        f.claims.push_back(std::move(c));
    }
    if (paid.positive()) f.payments = {{Date::of(2026, 1, 15), paid}};
    f.total = total;
    f.daily_interest = daily;
    f.total_at_deadline.reset();
    return f;
}

inline const Texts& texts() {
    static const Texts read = Texts::read(embedded::texts(), embedded::law()).value();
    return read;
}

}  // namespace frist::letters::invented
