#include "letters/example.h"

#include "base/pch.h"

namespace frist::letters {

Sender Example::creditor() {
    return {"Fjellstrøm AS", "123456785", {"Postboks 14", "9999 Utopia"}, "post@fjellstrom.example", "400 00 000", true};
}

Sender Example::agency() {
    return {"Ærlig Inkasso AS", "988077917", {"Lynggata 3", "9999 Utopia"}, "sak@aerliginkasso.example", "400 00 001", true};
}

// "Purregebyr" in the letter's language.
const std::string& Example::cost(std::string_view kind) const { return texts_.label(language_, fmt::format("cost_{}", kind)); }

// Two fees and an own demand on a claim of 10 000 due 2026-01-15, written 2026-03-02: 46 days at 12.00 %.
// 10 000 × 12 % × 46/365 = 151.232…; one day is 3.2876…
Facts Example::demand() const {
    Facts f;
    f.kind = Kind::demand;
    f.language = language_;
    f.written = Date::of(2026, 3, 2);
    f.deadline = Date::of(2026, 3, 16);
    f.creditor = creditor();
    f.debtor = {"Blid Fjellrev", {"Lyngveien 4", "9999 Utopia"}, "20417", false};
    f.case_number = "24117";
    f.kid = "123456782";
    f.account = "12345678903";
    f.claims = {{"10023", Date::of(2026, 1, 1), Date::of(2026, 1, 15), "Strøm, desember 2025", nok(1'000'000), nok(0), nok(0), nok(1'000'000)}};
    f.interest = {{"10023", Date::of(2026, 1, 15), Date::of(2026, 3, 2), nok(1'000'000), *Rate::parse("12"), 46, nok(15'123), "forsinkelsesrenteloven § 3"}};
    f.costs = {{cost("reminder"), Date::of(2026, 1, 29), nok(3'800), "inkassoforskriften § 1-2", false},
               {cost("notice"), Date::of(2026, 2, 13), nok(3'800), "inkassoforskriften § 1-2", false},
               {cost("demand"), Date::of(2026, 3, 2), nok(11'300), "inkassoforskriften § 1-2", false}};
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

Facts Example::notice() const {
    Facts f = demand();
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

Facts Example::reminder() const {
    Facts f = notice();
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

Facts Example::friendly_reminder() const {
    Facts f = reminder();
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
Facts Example::rest_note() const {
    Facts f = notice();
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

// The demand's deadline went by. 76 days to 1 April: 249.863…; 62 days to 18 March: 203.835…
Facts Example::enforcement_notice() const {
    Facts f = demand();
    f.kind = Kind::enforcement_notice;
    f.written = f.interest_to = Date::of(2026, 3, 18);
    f.deadline = Date::of(2026, 4, 1);
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 3, 18), nok(1'000'000), *Rate::parse("12"), 62, nok(20'384), "forsinkelsesrenteloven § 3"};
    f.total = nok(1'039'284);
    f.total_at_deadline = nok(1'043'886);
    f.earlier.push_back({Kind::demand, Date::of(2026, 3, 2)});
    f.enforcement_notice = false;
    return f;
}

// Four instalments of what the demand asks for. Paid on their days they cover 189 of costs and the interest as it
// grows (210.41, 287.48, 339.82, 367.18 in all): 215.95 of principal is left, as much as interest has run since.
Facts Example::instalment_agreement() const {
    Facts f = demand();
    f.kind = Kind::instalment_agreement;
    f.enforcement_notice = false;
    f.total_at_deadline.reset();
    f.particulars = PlanTerms{{{Date::of(2026, 3, 20), nok(258'505)}, {Date::of(2026, 4, 19), nok(258'505)}, {Date::of(2026, 5, 19), nok(258'505)}, {Date::of(2026, 6, 18), nok(258'508)}},
                              {}, nok(0), "", nok(21'595)};
    return f;
}

// An agency's plan of six instalments adds 1.5 × 750 to the debt and to its light salær of 0.8 × 750, and says so
// before it is agreed. The interest of the time to 17 August is left, from 1 July at 12.25 %.
Facts Example::dear_agreement() const {
    Facts f = instalment_agreement();
    f.collector = agency();
    f.costs.back() = {cost("salaer_light"), f.written, nok(60'000), "inkassoforskriften § 2-2", false};
    f.costs.push_back({cost("plan_fee"), f.written, nok(112'500), "inkassoforskriften § 2-4", false});
    f.total += nok(60'000 - 11'300 + 112'500);   // 11 952.23
    PlanTerms plan{{}, {}, nok(112'500), "inkassoforskriften § 2-4", nok(36'550)};
    for (int i = 0; i < 6; ++i) plan.instalments.push_back({Date::of(2026, 3, 20) + Days{30 * i}, nok(i < 5 ? 199'203 : 199'208)});
    f.particulars = plan;
    return f;
}

Facts Example::receipt() const {
    Facts f = rest_note();
    f.kind = Kind::receipt;
    f.deadline.reset();
    f.particulars = ReceivedPayment{Date::of(2026, 2, 20), nok(900'000), nok(7'600), nok(11'836), nok(880'564)};
    return f;
}

// 10 211.36 came: 76 of fees, 118.36 of interest, 10 000, and 17 too much.
Facts Example::closing() const {
    Facts f = rest_note();
    f.kind = Kind::closing;
    f.deadline.reset();
    f.payments = {{Date::of(2026, 2, 20), nok(1'021'136)}};
    f.interest.pop_back();
    f.claims[0].paid = nok(1'000'000);
    f.claims[0].open = f.total = f.daily_interest = nok(0);
    f.interest_to = Date::of(2026, 2, 20);
    f.particulars = ClosedCase{Ending::paid, nok(0), nok(1'700), ""};
    return f;
}

// The rest of the rest note, written off.
Facts Example::small_rest() const {
    Facts f = rest_note();
    f.kind = Kind::closing;
    f.deadline.reset();
    f.particulars = ClosedCase{Ending::small_rest, f.total, nok(0), ""};
    return f;
}

Facts Example::objection_answer() const {
    Facts f = notice();
    f.kind = Kind::objection_answer;
    f.next = NextStep::undecided;
    std::vector<std::string> words{"The meter was read on 31 December, and the reading was sent to you the same day.", "We have not found any other reading of the meter in that month."};
    if (language_ == Language::nb) words = {"Måleren ble lest av 31. desember, og avlesningen ble sendt samme dag.", "Vi har ikke funnet noen annen avlesning av måleren den måneden."};
    if (language_ == Language::nn) words = {"Målaren vart lesen av 31. desember, og avlesinga vart send same dag.", "Vi har ikkje funne noka anna avlesing av målaren den månaden."};
    f.particulars = ObjectionAnswer{Date::of(2026, 2, 9), Verdict::rejected, std::move(words), nok(0)};
    return f;
}

// 1 000 of the claim was wrong: the interest of the credited part is gone too.
Facts Example::partly_upheld() const {
    Facts f = objection_answer();
    f.claims[0].credited = nok(100'000);
    f.claims[0].open = nok(900'000);
    f.interest[0].base = nok(900'000);
    f.interest[0].amount = nok(8'581);   // 9 000 × 12 % × 29/365 = 85.808…
    f.daily_interest = nok(296);
    f.total = nok(900'000 + 8'581 + 7'600);
    f.total_at_deadline.reset();
    auto answer = std::get<ObjectionAnswer>(f.particulars);
    answer.verdict = Verdict::partly;
    answer.credited = nok(100'000);
    f.particulars = answer;
    return f;
}

Facts Example::upheld() const {
    Facts f = objection_answer();
    f.claims[0].credited = nok(1'000'000);
    f.claims[0].open = nok(0);
    f.interest.clear();
    f.costs.clear();
    f.total = f.daily_interest = nok(0);
    f.deadline.reset();
    f.total_at_deadline.reset();
    auto answer = std::get<ObjectionAnswer>(f.particulars);
    answer.verdict = Verdict::upheld;
    answer.credited = nok(1'000'000);
    f.particulars = answer;
    return f;
}

Facts Example::bankruptcy_demand() const {
    Facts f = enforcement_notice();
    f.kind = Kind::bankruptcy_demand;
    f.written = f.interest_to = Date::of(2026, 4, 1);
    f.deadline.reset();
    f.debtor = {"Sirkus Fjellrev AS", {"Lyngveien 4", "9999 Utopia"}, "20417", true};
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 4, 1), nok(1'000'000), *Rate::parse("12"), 76, nok(24'986), "forsinkelsesrenteloven § 3"};
    f.total = nok(1'043'886);
    f.total_at_deadline.reset();
    f.particulars = BankruptcyCall{Date::of(2026, 3, 2), Date::of(2026, 3, 30)};
    return f;
}

// 77 days to 2 April: 253.150…; the notice of 18 March gave until 1 April.
Facts Example::attachment_petition() const {
    Facts f = enforcement_notice();
    f.kind = Kind::attachment_petition;
    f.written = f.interest_to = Date::of(2026, 4, 2);
    f.deadline.reset();
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 4, 2), nok(1'000'000), *Rate::parse("12"), 77, nok(25'315), "forsinkelsesrenteloven § 3"};
    f.total = nok(1'044'215);
    f.total_at_deadline.reset();
    f.earlier.push_back({Kind::enforcement_notice, Date::of(2026, 3, 18)});
    Petition petition;
    petition.authority = "Namsmannen i Utopia";
    petition.authority_address = {"Lynggata 1", "9999 Utopia"};
    petition.debtor_number = "18926094870";
    petition.notified = Date::of(2026, 3, 18);
    petition.court_fee = nok(162'700);
    petition.court_fee_reason = "rettsgebyrloven § 14";
    petition.writing_fee = petition.court_fee - petition.court_fee;
    petition.enclosures = enclosed({Kind::demand, Kind::enforcement_notice});
    petition.or_board = petition.default_judgment = true;
    petition.warned = true;
    f.particulars = std::move(petition);
    return f;
}

Facts Example::conciliation_complaint() const {
    Facts f = attachment_petition();
    f.kind = Kind::conciliation_complaint;
    Petition petition = std::get<Petition>(f.particulars);
    petition.authority = "Forliksrådet i Utopia";
    petition.debtor_number.clear();
    petition.notified.reset();
    petition.court_fee = petition.writing_fee;
    petition.court_fee_reason.clear();
    petition.writing_fee = nok(67'250);
    petition.writing_fee_reason = "tvisteloven § 6-13";
    petition.grounds = {language_ == Language::en ? "The meter was read on 31 December, and the reading was sent to the debtor the same day."
                        : language_ == Language::nn ? "Målaren vart lesen av 31. desember, og avlesinga vart send til skuldnaren same dag."
                                                    : "Måleren ble lest av 31. desember, og avlesningen ble sendt skyldneren samme dag."};
    petition.enclosures = enclosed({Kind::notice, Kind::demand});
    petition.or_board = false;
    f.particulars = std::move(petition);
    return f;
}

Facts Example::bankruptcy_petition() const {
    Facts f = bankruptcy_demand();
    f.kind = Kind::bankruptcy_petition;
    f.written = f.interest_to = Date::of(2026, 4, 20);
    f.interest[0] = {"10023", Date::of(2026, 1, 15), Date::of(2026, 4, 20), nok(1'000'000), *Rate::parse("12"), 95, nok(31'233), "forsinkelsesrenteloven § 3"};
    f.total = nok(1'050'133);
    Petition petition;
    petition.authority = "Utopia tingrett";
    petition.authority_address = {"Lynggata 2", "9999 Utopia"};
    petition.debtor_number = "988 077 917";
    petition.served = Date::of(2026, 4, 2);
    petition.court_fee = petition.writing_fee = f.daily_interest - f.daily_interest;
    petition.enclosures = enclosed({Kind::demand, Kind::bankruptcy_demand});
    f.particulars = std::move(petition);
    return f;
}

// Counted to the day the estate was opened.
Facts Example::estate_claim() const {
    Facts f = bankruptcy_petition();
    f.kind = Kind::estate_claim;
    f.written = Date::of(2026, 5, 4);
    f.daily_interest = f.daily_interest - f.daily_interest;
    Petition petition = std::get<Petition>(f.particulars);
    petition.served.reset();
    petition.opened = Date::of(2026, 4, 20);
    petition.enclosures = enclosed({Kind::demand});
    f.particulars = std::move(petition);
    return f;
}

// A copy of the invoice, these letters, and how the sum was found.
std::vector<std::string> Example::enclosed(const std::vector<Kind>& letters) const {
    std::vector<std::string> titles = {texts_.label(language_, "copy_of_invoice") + " 10023"};
    const auto title = [&](Kind kind) { return texts_.label(language_, fmt::format("kind_{}", names_of(Kind{})[static_cast<std::size_t>(kind)])); };
    for (const Kind kind : letters) titles.push_back(title(kind));
    titles.push_back(title(Kind::annex));
    return titles;
}

// How the rest note's sums were found.
Facts Example::annex() const {
    Facts f = rest_note();
    f.kind = Kind::annex;
    f.deadline.reset();
    Reckoning r;
    r.about = EarlierLetter{Kind::rest_note, Date::of(2026, 3, 2)};
    r.covers = {{Date::of(2026, 2, 20), nok(900'000), nok(7'600), nok(11'836), {{"10023", nok(880'564)}}, nok(0), false}};
    for (const EarlierLetter& letter : f.earlier) r.cost_events.push_back({CostCause::letter, letter});
    r.rates = {{*Rate::parse("12"), Date::of(2026, 1, 1), "forsinkelsesrenteloven § 3"}};
    f.particulars = std::move(r);
    return f;
}

Facts Example::of(Kind kind) const {
    switch (kind) {
        case Kind::friendly_reminder: return friendly_reminder();
        case Kind::reminder: return reminder();
        case Kind::notice: return notice();
        case Kind::demand: return demand();
        case Kind::rest_note: return rest_note();
        case Kind::enforcement_notice: return enforcement_notice();
        case Kind::instalment_agreement: return instalment_agreement();
        case Kind::receipt: return receipt();
        case Kind::closing: return closing();
        case Kind::objection_answer: return objection_answer();
        case Kind::bankruptcy_demand: return bankruptcy_demand();
        case Kind::annex: return annex();
        case Kind::attachment_petition: return attachment_petition();
        case Kind::conciliation_complaint: return conciliation_complaint();
        case Kind::bankruptcy_petition: return bankruptcy_petition();
        case Kind::estate_claim: return estate_claim();
    }
    return demand();
}

}  // namespace frist::letters
