// Lives by chance through the whole office: what leaves by a course, and what a person asks for by hand, is held against
// the law a second time (law_of_letters.h), and the paper itself is read for what the law wants said in it.
#include "base/pch.h"
#include "gate/witness.h"
#include "letters/letter.h"
#include "office/case_facts.h"
#include "office/documents.h"
#include "office/mirror_ledger.h"
#include "office/night.h"
#include "office/receive_payments.h"
#include "office/send_letters.h"
#include "office/start_cases.h"
#include "store/rooms.h"
#include "support/norway.h"

#include <map>

namespace frist::tested {
namespace {

using namespace office;
using cases::DebtorKind;
using cases::Sent;
using letters::Kind;

constexpr std::uint64_t lives = 120;

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}

// "16. mars 2026" and "10 340,23 kr", as a letter in bokmål has them.
std::string said(Date day) {
    static constexpr std::array months{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"};
    return fmt::format("{}. {} {}", day.day(), months.at(static_cast<std::size_t>(day.month() - 1)), day.year());
}
std::string said(Money amount) {
    std::string whole = std::to_string(amount.minor() / 100);
    for (int i = static_cast<int>(whole.size()) - 3; i > 0; i -= 3) whole.insert(static_cast<std::size_t>(i), " ");
    return fmt::format("{},{:02}", whole, amount.minor() % 100);
}

std::string words_of(const letters::Letter& letter) {
    std::string all;
    for (const char c : letters::plain_text(letter)) {
        const bool second_of_space = c == '\xa0' && all.ends_with('\xc2');
        if (second_of_space) all.pop_back();
        const char plain = second_of_space || c == '\n' ? ' ' : c;
        if (plain != ' ' || !all.ends_with(' ')) all += plain;
    }
    return all;
}

// Section 5 of the law, in the words of our letters.
struct Wanted {
    Kind kind;
    const char* words;
    enum class When { always, by_agency, with_enforcement } when = When::always;
};
constexpr std::array wanted = {
    Wanted{Kind::reminder, "Purring"},
    Wanted{Kind::notice, "Inkassovarsel"},
    Wanted{Kind::notice, "blir inkasso satt i gang"},
    Wanted{Kind::demand, "Betalingsoppfordring"},
    Wanted{Kind::demand, "drevet inn rettslig"},
    Wanted{Kind::demand, "få flere kostnader"},
    Wanted{Kind::demand, "komme med innsigelser innen"},
    Wanted{Kind::demand, "Slik er beløpet satt sammen"},
    Wanted{Kind::demand, "prosent i året. Renten er regnet fra"},
    Wanted{Kind::demand, "Finansklagenemnda", Wanted::When::by_agency},
    Wanted{Kind::demand, "vil vi begjære tvangsfullbyrdelse", Wanted::When::with_enforcement},
    Wanted{Kind::enforcement_notice, "vil vi begjære tvangsfullbyrdelse"},
    Wanted{Kind::bankruptcy_demand, "Konkursvarsel"},
    Wanted{Kind::bankruptcy_demand, "Innen to uker etter at varselet ble forkynt"},
    Wanted{Kind::bankruptcy_demand, "vil vi begjære konkurs"},
    Wanted{Kind::bankruptcy_demand, "antatt å være insolvent"},
    Wanted{Kind::instalment_agreement, "Hva koster avtalen?"},
    Wanted{Kind::instalment_agreement, "Kommer et avdrag ikke i tide"},
    Wanted{Kind::instalment_agreement, "Foreldelsesfristen begynner da å løpe på nytt"},
    Wanted{Kind::instalment_agreement, "når som helst betale mer"},
    Wanted{Kind::objection_answer, "Avlesningen er riktig."},
};

// What this letter does not say; empty: it says all.
std::string unsaid(const letters::Letter& letter, const letters::Facts& facts, const std::string& creditor, const std::string& agency) {
    const std::string all = words_of(letter);
    std::vector<std::string> needs = {creditor, said(facts.total) + " kr"};
    if (!agency.empty()) needs.push_back(agency);
    if (facts.deadline) needs.push_back(said(*facts.deadline));
    for (const letters::ClaimLine& claim : facts.claims) {
        needs.push_back(claim.invoice);
        needs.push_back(said(claim.original));
    }
    for (const Wanted& one : wanted)
        if (one.kind == facts.kind && (one.when == Wanted::When::always || (one.when == Wanted::When::by_agency ? !agency.empty() : facts.enforcement_notice))) needs.emplace_back(one.words);
    for (const std::string& need : needs)
        if (all.find(need) == all.npos) return "it does not say \"" + need + "\"";
    return {};
}

struct Told {
    std::map<std::string, int> left;
    std::map<std::string, int> stopped;   // by kind and by what the law says
    int dear = 0;                         // plans that add to the debt
    int gaps = 0;                         // letters held for what they do not say
};

class OfficeLife {
public:
    OfficeLife(std::uint64_t number, Told& told) : chance_(number), told_(told) { day_ = Date::of(2025, 3, 3) + Days{chance_.below(330)}; }

    std::string play() {
        if (!begin()) return {};
        for (int visit = 0; visit < 14 && !truth_.closed; ++visit) {
            day_ = day_ + Days{std::array{1, 7, 11, 14, 15, 16, 18, 30}.at(static_cast<std::size_t>(chance_.below(8)))};
            if (day_ > Date::of(2026, 7, 1)) break;   // a plan reaches half a year further, and the rates end with the year
            if (chance_.one_in(3)) happening();
            must(night(desk()));
            look();
            for (const std::string& why : {course_letters(), documents()})
                if (!why.empty()) return why;
        }
        return {};
    }

private:
    [[nodiscard]] Desk desk() const { return {*store_, norway(), creditor_, day_}; }
    static void kept(const Outcome& outcome) { EXPECT_TRUE(outcome.ok()) << text(outcome.error()); }
    template <class T>
    T one_of(std::initializer_list<T> all) { return *(all.begin() + chance_.below(static_cast<int>(all.size()))); }

    bool begin() {
        truth_.agency = chance_.one_in(2);
        truth_.business = chance_.one_in(2);
        truth_.vat_added = chance_.one_in(3);
        record_.org_number = "123456785";
        record_.name = "Fjellstrøm AS";
        record_.address = {"Postboks 14", "", "5003", "Bergen", "NO"};
        record_.email = "post@fjellstrom.example";
        record_.account = "12345678903";
        record_.vat_deductible = !truth_.vat_added;
        record_.course_person = "no.standard";
        record_.course_business = one_of({"no.standard", "no.debet.business"});
        if (truth_.agency) {
            record_.mode = cases::Mode::agency;
            if (!chance_.one_in(10)) record_.agency = {"Ærlig Inkasso AS", "988077917", {"Lynggata 3", "", "5003", "Bergen", "NO"}, "sak@aerliginkasso.example", "", "98765432103", true};
        }
        store_ = must(store::open_office(":memory:", store::Open::make));
        kept(store_->change([&]() -> Outcome {
            FRIST_TRY(creditor_, store_->add_creditor(record_.org_number, stored(record_)));
            return done;
        }));
        std::vector<LedgerLine> lines;
        const int count = 1 + chance_.below(2);
        for (int i = 0; i < count; ++i) lines.push_back(line(i));
        must(mirror_ledger(desk(), lines, "sha", false));
        for (const StartRow& row : must(start_cases(desk(), {}, record_, [](Id) { return std::string("0000018"); }))) case_ = std::max(case_, row.case_id);
        if (case_ == 0) return false;
        for (const cases::Claim& claim : must(case_row(desk(), case_)).state.claims) truth_.claims.push_back({claim.due, claim.late_from, claim.amount.minor()});
        look();
        return true;
    }

    LedgerLine line(int number) {
        LedgerLine made;
        made.place = fmt::format("ledger.csv:{}", number + 2);
        made.customer = "1001";
        made.debtor.name = truth_.business ? "Sirkus Prøve AS" : "Kari Prøve";
        if (number == 0 && truth_.business) kind_ = one_of({DebtorKind::company, DebtorKind::company, DebtorKind::sole_trader, DebtorKind::public_body});
        made.debtor.kind = kind_;
        if (truth_.business) made.debtor.relation = cases::Relation::business;
        made.debtor.address = {"Eksempelveien 1", "", "1366", "Lysaker", "NO"};
        made.number = fmt::format("F{}", 801 + number);
        made.what = "Strøm, desember";
        made.amount = made.open = nok(chance_.one_in(3) ? 200'00 + chance_.below(300'000) : 500'00 + chance_.below(6'000'000));
        made.due = day_ - Days{chance_.one_in(15) ? 1'070 : 1 + chance_.below(20)};
        made.invoiced = made.due - Days{14};
        return made;
    }

    // What happened since the last look.
    void look() {
        for (const StoredEvent& stored : must(store_->events(creditor_, case_))) {
            if (stored.seq <= seen_) continue;
            seen_ = stored.seq;
            witness_.see(must(event_of(stored)));
        }
    }

    // Some are refused, as they come.
    void command(const cases::Command& wish) { static_cast<void>(answer(desk(), case_, wish, "test").ok()); }

    void debtor(const std::function<void(DebtorRecord&)>& change) {
        DebtorRecord now = must(debtor_record(must(store_->debtor_of_key(creditor_, "1001"))->record));
        change(now);
        kept(store_->change([&]() -> Outcome {
            FRIST_TRY([[maybe_unused]] const Id id, store_->put_debtor(creditor_, "1001", stored(now)));
            return done;
        }));
    }

    void happening() {
        const bool human = kind_ == DebtorKind::person || kind_ == DebtorKind::sole_trader;
        switch (chance_.below(20)) {
            case 0: return command(cases::ReceivePayment{day_ - Days{chance_.below(10)}, nok(1'00 + chance_.below(300'000)), {}, false, "bank"});
            case 1: case 2: return command(cases::RaiseObjection{chance_.one_in(4)});
            case 3: case 4: return command(cases::SettleObjection{});
            case 5: return command(cases::PauseCase{day_ + Days{10}});
            case 6: return command(cases::ResumeCase{});
            case 7: return command(cases::ReportReturnedMail{});
            case 8: case 9: return command(cases::FixAddress{});
            case 10: return command(cases::AgreePlan{day_ + Days{10}, 20, one_of({2, 6})});
            case 11: return command(cases::CreditClaim{"F801", nok(1'00 + chance_.below(50'000)), day_});
            case 12: return command(cases::ChooseLegal{one_of({StepKind::conciliation, StepKind::attachment, StepKind::bankruptcy})});
            case 13:
                if (!human || !chance_.one_in(3)) return;
                truth_.dead = day_;
                return debtor([&](DebtorRecord& r) { r.dead_on = day_; });
            case 14:
                if (!human || truth_.born) return;
                truth_.born = day_ - Days{6'575 + chance_.below(60) - 40};
                return debtor([&](DebtorRecord& r) { r.born = truth_.born; });
            case 15:
                if (!chance_.one_in(3)) return;
                truth_.settlement = day_;
                return debtor([&](DebtorRecord& r) { r.debt_settlement_on = day_; });
            case 16:
                truth_.doubtful_address = !truth_.doubtful_address;
                return debtor([&](DebtorRecord& r) { r.address_doubtful = truth_.doubtful_address; });
            case 17:
                if (!chance_.one_in(3)) return;
                truth_.protected_address = true;
                return debtor(protect);
            case 18: return money_that_waits();
            default: return;
        }
    }

    // One digit of the reference is wrong.
    void money_that_waits() {
        if (!chance_.one_in(2)) return;
        Incoming in;
        in.fingerprint = fmt::format("p{}", text(day_));
        in.on = day_;
        in.amount = nok(5'00);
        in.kid = "0000019";
        must(receive_payments(desk(), "file " + in.fingerprint, "ocr", {in}));
        truth_.money_waits = true;
    }

    [[nodiscard]] std::string who() const { return fmt::format("{} {} ", truth_.agency ? "agency" : "self", truth_.business ? "business" : "consumer"); }

    std::string course_letters() {
        const Outbox box = must(outbox(desk(), record_));
        for (const HeldLetter& held : box.held)
            for (const rules::Refusal& refusal : held.refusals) told_.gaps += refusal.stop == rules::Stop::content ? 1 : 0;
        for (const ReadyLetter& ready : box.ready) {
            Sent sent;
            sent.letter = ready.row.letter;
            sent.kind = ready.row.kind;
            sent.sent = day_;
            sent.deadline = ready.row.deadline;
            sent.fee = ready.row.fee;
            sent.enforcement_notice = ready.facts.enforcement_notice;
            for (std::size_t i = 0; i < truth_.claims.size(); ++i) sent.claims.push_back(static_cast<int>(i));
            std::string why = broken(truth_, sent, ready.facts.total.minor(), day_);
            if (why.empty()) why = unsaid(ready.letter, ready.facts, record_.name, agency());
            if (!why.empty()) return fmt::format("a {} on {}: {}", name_of(sent.kind), text(day_), why);
            ++told_.left[who() + std::string(name_of(sent.kind))];
            LetterRow row = ready.row;
            row.file = "l.pdf";
            kept(written(desk(), row, ready.facts.total));
        }
        must(posted(desk(), day_));
        look();
        return {};
    }

    // An agency's letter names it; when nobody has told its name, none may leave.
    [[nodiscard]] std::string agency() const { return truth_.agency ? "Ærlig Inkasso AS" : ""; }

    std::string documents() {
        const PlanWish plan{day_ + Days{14}, 30, one_of({3, 6}), {}};
        const AnswerWish no{day_ - Days{3}, letters::Verdict::rejected, {"Avlesningen er riktig."}, {}};
        for (const auto& [kind, wish] : std::initializer_list<std::pair<Kind, DocumentWish>>{
                 {Kind::enforcement_notice, {}}, {Kind::bankruptcy_demand, {}}, {Kind::instalment_agreement, plan}, {Kind::instalment_agreement, {}}, {Kind::objection_answer, no}}) {
            if (!chance_.one_in(3)) continue;
            const Result<MadeDocument> made = make_document(desk(), record_, case_, kind, wish, Purpose::send, *must(own_texts()));
            const std::string name = std::string(name_of(kind)) + (kind == Kind::instalment_agreement && std::holds_alternative<std::monostate>(wish) ? " agreed" : "");
            if (!made.ok()) {
                if (!made.error().code.starts_with("document.") && !made.error().code.starts_with("letter.") && !made.error().code.starts_with("case.") && !made.error().code.starts_with("plan."))
                    return name + ": " + text(made.error());
                told_.gaps += made.error().code == "letter.agency" ? 1 : 0;
                continue;
            }
            std::string why = broken_document(made->facts, wish);
            if (!made->refusals.empty()) {
                if (!why.empty()) ++told_.stopped[name + ": " + why];
                continue;
            }
            if (why.empty()) why = unsaid(made->letter, made->facts, record_.name, agency());
            if (!why.empty()) return fmt::format("{} on {}: {}", name, text(day_), why);
            ++told_.left[name];
            ++told_.left[who() + name];
        }
        return {};
    }

    // T8, T12, T19, SL4, C5, C7, E14 and what is owed.
    std::string broken_document(const letters::Facts& facts, const DocumentWish& wish) {
        const bool agreed = facts.kind == Kind::instalment_agreement && std::holds_alternative<std::monostate>(wish);
        Truth truth = truth_;
        Sent letter;
        letter.letter = 1'000;
        letter.kind = StepKind::rest_note;
        letter.sent = day_;
        letter.deadline = facts.deadline;
        letter.fee = nok(0);
        if (facts.kind == Kind::instalment_agreement || facts.kind == Kind::objection_answer) truth.paused = false;
        if (facts.kind == Kind::objection_answer || agreed) truth.disputed = false;
        if (agreed) truth.plan = truth.money_waits = false;
        std::string why = broken_by_state(truth, letter, day_);
        if (!why.empty()) return why;
        if (agreed) return broken_plan(facts, truth);
        if (lapsed(truth, day_)) return "E15: lapsed";
        for (const Truth::Claim& claim : truth.claims)
            if (day_ < claim.due) return "T8: not due";
        if (facts.kind == Kind::enforcement_notice && (!facts.deadline || (*facts.deadline - day_).count < 14)) return "T8: less than two weeks";
        if (facts.kind == Kind::bankruptcy_demand) why = broken_bankruptcy(facts);
        if (facts.kind == Kind::instalment_agreement) {
            truth.instalments = std::max(truth.instalments, static_cast<int>(std::get<letters::PlanTerms>(facts.particulars).instalments.size()));
            why = broken_plan(facts, truth);
        }
        return why.empty() ? broken_by_sum(truth, letter, facts.total.minor(), day_) : why;
    }

    std::string broken_bankruptcy(const letters::Facts& facts) {
        if (kind_ == DebtorKind::person || kind_ == DebtorKind::public_body) return "T12: need not keep accounts";
        const auto demand = std::find_if(truth_.sent.rbegin(), truth_.sent.rend(), [](const Sent& s) { return s.kind == StepKind::demand && !s.voided; });
        if (demand == truth_.sent.rend()) return "T12: payment was not demanded";
        return std::get<letters::BankruptcyCall>(facts.particulars).service_from < demand->sent + Days{28} ? "T12: less than four weeks" : "";
    }

    // SL4: what a plan adds, told before anybody says yes; and the instalments are what is asked for.
    std::string broken_plan(const letters::Facts& facts, const Truth& truth) {
        const auto& terms = std::get<letters::PlanTerms>(facts.particulars);
        const Date day = terms.agreed.value_or(day_);
        const bool demanded = std::any_of(truth.sent.begin(), truth.sent.end(), [&](const Sent& s) { return s.kind == StepKind::demand && s.sent <= day; });
        const std::int64_t most = truth.agency && demanded && terms.instalments.size() > 4 ? (day.year() < 2026 ? 1'050'00 : 1'125'00) * (truth.vat_added ? 5 : 4) / 4 : 0;
        if (terms.cost.minor() > most) return "SL4: the plan costs too much";
        Money sum = nok(0);
        for (const letters::InstalmentLine& one : terms.instalments) sum += one.amount;
        if (sum != facts.total) return "C7: the instalments are not the sum";
        if (terms.cost.positive()) ++told_.dear;
        return {};
    }

    Chance chance_;
    Told& told_;
    Date day_;
    CreditorRecord record_;
    std::unique_ptr<Store> store_;
    Id creditor_ = 0;
    Id case_ = 0;
    DebtorKind kind_ = DebtorKind::person;
    std::int64_t seen_ = 0;
    Truth truth_;
    Witness witness_{truth_};
};

TEST(lives_in_the_office, nothing_leaves_that_the_law_would_stop) {
    Told told;
    int wrong = 0;
    for (std::uint64_t number = 1; number <= lives && wrong < 5; ++number) {
        const std::string why = OfficeLife(number, told).play();
        if (why.empty()) continue;
        ++wrong;
        ADD_FAILURE() << "life " << number << ": " << why;
    }
    // The lives are worth nothing when one kind is never seen, or when none had to be stopped.
    for (const char* who : {"self consumer", "self business", "agency consumer", "agency business"})
        for (const char* kind : {"notice", "demand", "enforcement_notice", "instalment_agreement", "objection_answer"}) EXPECT_GT(told.left[fmt::format("{} {}", who, kind)], 5) << who << ' ' << kind;
    for (const char* who : {"self business", "agency business"}) EXPECT_GT(told.left[fmt::format("{} bankruptcy_demand", who)], 10) << who;
    EXPECT_GT(told.left["instalment_agreement agreed"], 10);
    for (const char* kind : {"enforcement_notice", "bankruptcy_demand", "instalment_agreement"}) {
        for (const char* why : {"T19: disputed", "E6: mail came back", "E14: dead, bankrupt or in debt settlement", "E6, E14: the address"})
            EXPECT_GT(told.stopped[fmt::format("{}: {}", kind, why)], 0) << kind << ' ' << why;
    }
    for (const char* why : {"a plan runs", "paused", "E15: lapsed", "E4, E11: money waits"}) EXPECT_GT(told.stopped[fmt::format("enforcement_notice: {}", why)], 0) << why;
    EXPECT_GT(told.dear, 5);
    EXPECT_GT(told.gaps, 20);
}

}  // namespace
}  // namespace frist::tested
