// Invented facts for letters: the examples of letters/example.h, and lives of many claims.
#pragma once
#include "letters/example.h"

#include "base/embedded.h"

namespace frist::letters::invented {

inline Sender creditor() { return Example::creditor(); }
inline Sender agency() { return Example::agency(); }

inline const Texts& texts() {
    static const Texts read = Texts::read(embedded::texts(), embedded::law()).value();
    return read;
}

// "Purregebyr" in the letter's language.
inline const std::string& cost(Language language, std::string_view kind) { return texts().label(language, fmt::format("cost_{}", kind)); }

inline Facts facts(Kind kind, Language language = Language::nb) { return Example(texts(), language).of(kind); }
inline Facts demand(Language language = Language::nb) { return Example(texts(), language).demand(); }
inline Facts notice(Language language = Language::nb) { return Example(texts(), language).notice(); }
inline Facts reminder(Language language = Language::nb) { return Example(texts(), language).reminder(); }
inline Facts friendly_reminder(Language language = Language::nb) { return Example(texts(), language).friendly_reminder(); }
inline Facts rest_note(Language language = Language::nb) { return Example(texts(), language).rest_note(); }
inline Facts enforcement_notice(Language language = Language::nb) { return Example(texts(), language).enforcement_notice(); }
inline Facts instalment_agreement(Language language = Language::nb) { return Example(texts(), language).instalment_agreement(); }
inline Facts dear_agreement(Language language = Language::nb) { return Example(texts(), language).dear_agreement(); }
inline Facts receipt(Language language = Language::nb) { return Example(texts(), language).receipt(); }
inline Facts closing(Language language = Language::nb) { return Example(texts(), language).closing(); }
inline Facts small_rest(Language language = Language::nb) { return Example(texts(), language).small_rest(); }
inline Facts objection_answer(Language language = Language::nb) { return Example(texts(), language).objection_answer(); }
inline Facts partly_upheld(Language language = Language::nb) { return Example(texts(), language).partly_upheld(); }
inline Facts upheld(Language language = Language::nb) { return Example(texts(), language).upheld(); }
inline Facts bankruptcy_demand(Language language = Language::nb) { return Example(texts(), language).bankruptcy_demand(); }
inline Facts attachment_petition(Language language = Language::nb) { return Example(texts(), language).attachment_petition(); }
inline Facts conciliation_complaint(Language language = Language::nb) { return Example(texts(), language).conciliation_complaint(); }
inline Facts bankruptcy_petition(Language language = Language::nb) { return Example(texts(), language).bankruptcy_petition(); }
inline Facts estate_claim(Language language = Language::nb) { return Example(texts(), language).estate_claim(); }
inline Facts annex(Language language = Language::nb) { return Example(texts(), language).annex(); }

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
    f.costs = {{cost(language, "notice"), Date::of(2026, 2, 13), nok(3'800), "inkassoforskriften § 1-2", false},
               {cost(language, "compensation"), Date::of(2026, 1, 15), nok(46'000), "forsinkelsesrenteloven § 3a", false},
               {cost(language, "salaer_light"), Date::of(2026, 3, 2), nok(360'000), "inkassoforskriften § 2-2", false},
               {cost(language, "set_off"), Date::of(2026, 3, 2), nok(-46'000), "inkassoforskriften § 2-6", true}};
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

// The same 30 or 50 claims as another kind of letter.
inline Facts long_life(Kind kind, int count, Language language = Language::nb) {
    Facts f = many_claims(count, language);
    f.kind = kind;
    f.enforcement_notice = kind == Kind::demand;
    if (kind == Kind::friendly_reminder || kind == Kind::reminder || kind == Kind::notice) f.next = NextStep::undecided;
    const Date first = *f.deadline;
    switch (kind) {
        case Kind::friendly_reminder:
        case Kind::reminder:
        case Kind::notice:
        case Kind::demand:
        case Kind::rest_note:
        case Kind::enforcement_notice: break;
        case Kind::instalment_agreement: f.particulars = PlanTerms{{{first, nok(100'000)}, {first + Days{30}, f.total - nok(100'000)}}, {}, nok(0), "", nok(50'000)}; break;
        case Kind::receipt: f.particulars = ReceivedPayment{f.payments[0].on, f.payments[0].amount, nok(0), nok(0), f.payments[0].amount}; break;
        case Kind::closing: f.particulars = ClosedCase{Ending::withdrawn, f.total, nok(0), ""}; break;
        case Kind::objection_answer: f.particulars = objection_answer(language).particulars; break;
        case Kind::bankruptcy_demand: f.particulars = BankruptcyCall{Date::of(2026, 1, 20), Date::of(2026, 2, 17)}; break;
        case Kind::attachment_petition:
        case Kind::conciliation_complaint:
        case Kind::bankruptcy_petition:
        case Kind::estate_claim: {
            Petition petition = std::get<Petition>(facts(kind, language).particulars);
            for (int i = 2; i <= count; ++i) petition.enclosures.push_back(fmt::format("{} {}", texts().label(language, "copy_of_invoice"), 20'000 + i));
            if (petition.notified) petition.notified = Date::of(2026, 2, 13);
            if (petition.served) petition.served = Date::of(2026, 2, 13);
            if (petition.opened) petition.opened = f.written;
            f.particulars = std::move(petition);
            break;
        }
        case Kind::annex: {
            Reckoning r;
            CoverLine cover{f.payments[0].on, f.payments[0].amount, nok(0), nok(0), {}, nok(0), true};
            for (const ClaimLine& c : f.claims)
                if (!c.paid.zero()) cover.principal.emplace_back(c.invoice, c.paid);
            r.covers = {cover};
            r.cost_events = {{CostCause::letter, EarlierLetter{Kind::notice, Date::of(2026, 2, 13)}}, {CostCause::due, {}}, {CostCause::letter, EarlierLetter{Kind::demand, f.written}}, {CostCause::set_off, {}}};
            r.rates = {{*Rate::parse("12"), Date::of(2026, 1, 1), "forsinkelsesrenteloven § 3"}};
            f.particulars = std::move(r);
        }
    }
    if (may_lack_deadline(f)) f.deadline.reset();
    return f;
}

}  // namespace frist::letters::invented
