#include "office/petitions.h"

#include "base/hash.h"
#include "base/pch.h"
#include "letters/words.h"
#include "office/authorities.h"
#include "office/case_facts.h"
#include "office/documents.h"
#include "office/gate_facts.h"
#include "party/birth_number.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

using cases::StepKind;
using letters::Kind;
using rules::Stop;

Kind letter_of(PetitionKind kind) {
    switch (kind) {
        case PetitionKind::attachment: return Kind::attachment_petition;
        case PetitionKind::conciliation: return Kind::conciliation_complaint;
        case PetitionKind::bankruptcy: return Kind::bankruptcy_petition;
        case PetitionKind::estate: return Kind::estate_claim;
    }
    return Kind::estate_claim;
}

// What opened, and when; the debtor's own record knows of deaths and settlements.
struct Opened {
    letters::Estate estate = letters::Estate::bankruptcy;
    Date on;
};
std::optional<Opened> opened(const cases::Case& c, const DebtorRecord& debtor) {
    const std::optional<Date> bankrupt = c.bankrupt ? c.bankrupt : debtor.bankrupt_on;
    if (bankrupt) return Opened{letters::Estate::bankruptcy, *bankrupt};
    if (debtor.dead_on) return Opened{letters::Estate::death, *debtor.dead_on};
    if (debtor.debt_settlement_on) return Opened{letters::Estate::debt_settlement, *debtor.debt_settlement_on};
    return std::nullopt;
}

class Petitioner {
public:
    Petitioner(const Desk& desk, const CreditorRecord& creditor, CaseRow row, const PetitionWish& wish, Archive& archive,
               const std::function<Result<std::string>(const letters::Letter&)>& print)
        : desk_(desk), creditor_(creditor), row_(std::move(row)), c_(row_.state), wish_(wish), archive_(archive), print_(print) {
        c_.closing.reset();   // the sums as they are today, also of a case that was closed with something left
    }

    Result<Petition> made() {
        FRIST_TRY(const auto row, desk_.store.debtor(desk_.creditor, c_.debtor));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(debtor_, debtor_record(row->record));
        if (estate()) {
            opened_ = opened(c_, debtor_);
            if (!opened_) return state("no bankruptcy, death or debt settlement of the debtor is known here", "Register it with its day: frist debtor KEY set --bankrupt, --dead or --debt-settlement.");
        }
        // In a bankruptcy and a settlement interest is counted to their opening; from an estate it runs on.
        const bool stops = opened_ && opened_->estate != letters::Estate::death;
        FRIST_TRY(facts_, case_facts(desk_, creditor_, c_, {stops ? opened_->on : desk_.today, {}, {}, 0, false}));
        facts_.written = desk_.today;
        if (stops) facts_.daily_interest = c_.zero();
        facts_.kind = letter_of(wish_.kind);
        facts_.language = wish_.language.value_or(enum_of<letters::Language>(creditor_.language).value_or(letters::Language::nb));
        facts_.paper.address_service.reset();   // Posten's service is for debtors who move
        FRIST_TRY(texts_, texts_of(creditor_));
        if (!facts_.total.positive()) return state("nothing is open any more", "Close the case instead.");
        FRIST_TRY_DONE(said_in_its_language());
        FRIST_TRY_DONE(costs_that_may_be_asked());
        FRIST_TRY_DONE(gate());
        if (!petition_.refusals.empty()) return std::move(petition_);
        FRIST_TRY(letters::Petition own, particulars());
        facts_.particulars = std::move(own);
        FRIST_TRY(petition_.letter, letters::compose(facts_, texts_));
        return std::move(petition_);
    }

private:
    [[nodiscard]] Error state(std::string message, std::string remedy) const { return {"document.state", "case " + std::to_string(row_.state.id), std::move(message), std::move(remedy)}; }
    [[nodiscard]] bool complaint() const { return wish_.kind == PetitionKind::conciliation; }
    [[nodiscard]] bool estate() const { return wish_.kind == PetitionKind::estate; }
    // The legal step that this is, when it is one.
    [[nodiscard]] std::optional<StepKind> step() const { return estate() ? std::nullopt : enum_of<StepKind>(name_of(wish_.kind)); }
    [[nodiscard]] law::OfficeRole role() const {
        if (complaint()) return law::OfficeRole::conciliation_board;
        const bool settlement = opened_ && opened_->estate == letters::Estate::debt_settlement;
        return wish_.kind == PetitionKind::attachment || settlement ? law::OfficeRole::enforcement_office : law::OfficeRole::district_court;
    }
    void doubt(std::string words) { petition_.doubts.push_back(std::move(words)); }

    // The names of costs are those of the debtor's letters; an office reads the language of the petition.
    Outcome said_in_its_language() {
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c_, facts_.interest_to, desk_.country));
        for (std::size_t i = 0; i < facts_.costs.size(); ++i) facts_.costs[i].what = texts_.label(facts_.language, "cost_" + balance.cost_rows[i].kind);
        collecting_ = balance.costs;
        for (const rules::CostRow& row : balance.cost_rows)
            if (row.kind == "compensation" || row.kind == "court_fee" || row.kind == "writing_fee") collecting_ -= row.amount;
        return done;
    }

    // inkassoloven § 11, tvisteloven § 6-13: costs of collecting want a demand of the last six months.
    Outcome costs_that_may_be_asked() {
        if (!complaint() || !collecting_.positive()) return done;
        FRIST_TRY(const auto expired, desk_.country.demand_expired(c_, desk_.today));
        if (c_.last_sent(StepKind::demand) != nullptr && !expired) return done;
        facts_.costs.push_back({texts_.label(facts_.language, "cost_left_out"), desk_.today, -collecting_, "inkassoloven § 11", true});
        facts_.total -= collecting_;
        costs_left_out_ = true;
        doubt(expired ? "costs of collecting are left out: " + expired->says : "costs of collecting are left out: no payment demand was sent (inkassoloven § 11)");
        return done;
    }

    // The case as if it waited for this petition, so that the one gate looks at it.
    Outcome gate() {
        if (estate()) return done;   // everything that stops a letter here is a reason to write it
        cases::Case waiting = c_;
        cases::Ordered order;
        order.letter = c_.last_letter + 1;
        order.kind = *step();
        order.on = desk_.today;
        waiting.ordered = order;
        rules::Leaving leaving;
        leaving.sent.letter = order.letter;
        leaving.sent.kind = *step();
        leaving.sent.sent = desk_.today;
        leaving.sent.fee = c_.zero();
        if (!costs_left_out_) leaving.total = facts_.total;
        FRIST_TRY(const GateFacts facts, GateFacts::gather(desk_, creditor_, desk_.today));
        FRIST_TRY(const rules::World world, facts.world(row_, debtor_, c_));
        std::vector<rules::Refusal> found = rules::gate(waiting, leaving, world, desk_.today, desk_.country);
        // A person takes it to the office, on a day of that office; these are about letters that leave by themselves.
        std::erase_if(found, [](const rules::Refusal& r) { return r.stop == Stop::sending_day || r.stop == Stop::daily_limit; });
        FRIST_TRY_DONE(filing_day(found));
        if (!complaint()) {
            petition_.refusals = std::move(found);
            return done;
        }
        for (const rules::Refusal& refusal : found)
            if (refusal.stop != Stop::too_early && refusal.stop != Stop::step_missing && refusal.stop != Stop::demand_age) doubt(refusal.rule + ": " + refusal.says);
        if (row_.state.closing) doubt("the case was closed on " + text(row_.state.closing->on));
        if (!warned()) doubt("tvisteloven § 5-2: no letter sent from here has told the debtor of the claim and its ground and asked what is wrong with them");
        return done;
    }

    // A letter of ours that asks the debtor to say what is wrong. Of an earlier letter nobody here knows what it said, and
    // an adapted text may leave that part out where the law does not ask for it.
    [[nodiscard]] bool warned() const {
        return std::any_of(c_.letters.begin(), c_.letters.end(), [&](const cases::Sent& letter) {
            if (letter.earlier || letter.voided) return false;
            if (letter.kind == StepKind::demand) return true;
            if (letter.kind != StepKind::notice && letter.kind != StepKind::reminder) return false;
            return std::none_of(creditor_.texts.begin(), creditor_.texts.end(), [&](const AdaptedText& text) { return text.kind == letter_kind(letter.kind); });
        });
    }

    // tvangsfullbyrdelsesloven § 7-2 f is a ground for what is not disputed. An open objection is the gate's; whether one that
    // was settled or is groundless leaves the claim undisputed, a person judges.
    void tell_disputes(letters::Petition& own) {
        for (const cases::Objection& one : c_.objections) {
            own.disputes.push_back({one.raised, one.groundless, one.settled});
            if (wish_.kind == PetitionKind::attachment && !c_.judged())
                doubt(fmt::format("tvangsfullbyrdelsesloven § 7-2 f: the debtor objected on {}{}; look whether the claim is undisputed, else take it to the conciliation board", text(one.raised),
                                  one.groundless ? ", which was found plainly groundless" : one.settled ? ", which was settled " + text(*one.settled) : ""));
        }
    }

    Outcome filing_day(std::vector<rules::Refusal>& found) const {
        const auto told = [&](const rules::Refusal& r) { return r.stop == Stop::too_early || r.stop == Stop::step_missing || r.stop == Stop::demand_age; };
        if (std::any_of(found.begin(), found.end(), told)) return done;
        FRIST_TRY(const rules::Ruling<Date> day, desk_.country.file_day(c_, *step(), desk_.today));
        if (!day) found.push_back({Stop::step_missing, day.reason.rule, day.reason.says, "Take that step first.", {}});
        else if (desk_.today < *day.granted) found.push_back({Stop::too_early, day.reason.rule, day.reason.says, "File it on " + text(*day.granted) + " or later.", day.granted});
        return done;
    }

    Result<std::string> number() {
        if (debtor_.kind == cases::DebtorKind::company || debtor_.kind == cases::DebtorKind::public_body) {
            if (debtor_.org_number.empty() && (complaint() || estate())) {
                doubt("no organisation number is printed; it may be asked for");
                return std::string();
            }
            if (debtor_.org_number.empty()) return Error{"petition.number", "case " + std::to_string(c_.id), "the debtor has no organisation number here", "It comes with the ledger; import it again with the number."};
            return letters::org_no_text({"", debtor_.org_number, {}, "", "", false});
        }
        if (wish_.number.empty()) {
            if (complaint() || estate()) {
                doubt("no birth number is printed; it may be asked for");
                return std::string();
            }
            return Error{"petition.number", "--number", "the office must know which person it is", "Give the birth number; it is printed and kept nowhere."};
        }
        FRIST_TRY(const party::BirthNumber read, party::read_birth_number(wish_.number));
        return read.digits;
    }

    Outcome addressed(letters::Petition& own) {
        if (estate() && !wish_.trustee.empty()) {
            own.authority = wish_.trustee;
            own.authority_address = wish_.trustee_address.lines();
            return done;
        }
        FRIST_TRY(const law::Offices* const offices, office::offices());
        FRIST_TRY(const Whereabouts where, whereabouts(debtor_, *offices));
        FRIST_TRY(const Authority to, authority(role(), where, creditor_, *offices, desk_.today));
        for (const std::string& one : to.doubts) doubt(to.name + ": " + one);
        own.authority = to.name;
        own.authority_address = to.address;
        if (own.authority_address.empty() && !to.seats.empty()) own.authority_address = {to.seats};
        if (estate()) doubt("it is better sent to whoever winds the estate up: --trustee names them");
        return done;
    }

    Result<letters::Petition> particulars() {
        letters::Petition own;
        FRIST_TRY_DONE(addressed(own));
        FRIST_TRY(own.debtor_number, number());
        own.notified = c_.enforcement_noticed();
        own.warned = warned();
        tell_disputes(own);
        own.served = wish_.kind == PetitionKind::bankruptcy ? c_.served : std::nullopt;
        if (opened_) {
            own.estate = opened_->estate;
            own.opened = opened_->on;
        }
        FRIST_TRY_DONE(fees(own));
        own.grounds = wish_.grounds;
        own.or_board = wish_.or_board && wish_.kind == PetitionKind::attachment;
        own.default_judgment = wish_.default_judgment && (complaint() || own.or_board);
        const auto only = step() ? desk_.country.electronic_only(c_, *step(), desk_.today) : std::nullopt;
        if (only) {
            own.electronic_only = true;
            doubt("this paper is a copy: " + only->says);
        }
        FRIST_TRY_DONE(enclose(own));
        return own;
    }

    Outcome fees(letters::Petition& own) {
        own.court_fee = own.writing_fee = c_.zero();
        if (!step()) return done;
        FRIST_TRY(const rules::Country::FilingCosts costs, desk_.country.filing_costs(c_, *step(), desk_.today));
        own.court_fee = costs.fee.granted.value_or(c_.zero());
        own.writing_fee = costs.writing.granted.value_or(c_.zero());
        if (own.court_fee.positive()) own.court_fee_reason = costs.fee.reason.rule;
        else doubt("no court fee is asked of the debtor: " + costs.fee.reason.says);
        if (own.writing_fee.positive()) own.writing_fee_reason = costs.writing.reason.rule;
        return done;
    }

    // Copies of the invoices, the letters the claim rests on, and how the sum was found.
    Outcome enclose(letters::Petition& own) {
        const auto label = [&](const std::string& key) { return texts_.label(facts_.language, key); };
        const auto add = [&](std::string title, std::string bytes) {
            own.enclosures.push_back(std::move(title));
            petition_.enclosures.push_back(std::move(bytes));
        };
        for (const cases::Claim& claim : c_.claims) {
            FRIST_TRY(const auto copies, desk_.store.enclosures(desk_.creditor, claim.number));
            if (copies.empty()) doubt(fmt::format("no copy of invoice {0} is enclosed: frist enclosure add FILE --invoice {0}", claim.number));
            for (const EnclosureRow& copy : copies) {
                FRIST_TRY(const auto bytes, desk_.store.enclosure_bytes(desk_.creditor, claim.number, copy.sha256));
                FRIST_CHECK(bytes.has_value());
                add(label("copy_of_invoice") + " " + claim.number, *bytes);
            }
        }
        for (const cases::Sent& letter : c_.letters)
            if (wanted(letter)) FRIST_TRY_DONE(enclose_letter(letter, add));
        if (!c_.notices.empty() && wish_.kind == PetitionKind::attachment) doubt(fmt::format("enclose the notice of enforcement of {} by hand", text(c_.notices.back().sent)));
        if (wish_.kind == PetitionKind::bankruptcy) doubt("enclose the bankruptcy demand with the proof of its service");
        // The annex reckons with all costs, and to this day: here the sums stand in the document itself.
        if (costs_left_out_ || facts_.interest_to != desk_.today) return enclosed_something(own);
        FRIST_TRY(const letters::Letter annex, document(desk_, creditor_, c_.id, Kind::annex, std::monostate{}, texts_));
        FRIST_TRY(std::string pdf, print_(annex));
        add(label("kind_annex"), std::move(pdf));
        return done;
    }

    Outcome enclosed_something(const letters::Petition& own) const {
        if (!own.enclosures.empty()) return done;
        return Error{"petition.enclosures", "case " + std::to_string(c_.id), "nothing can be enclosed that proves the claim", "Keep a copy of the invoice with frist enclosure add."};
    }

    // Notice and demand; a complaint encloses every warning.
    [[nodiscard]] bool wanted(const cases::Sent& letter) const {
        if (letter.voided) return false;
        if (letter.kind == StepKind::notice || letter.kind == StepKind::demand || letter.enforcement_notice) return true;
        return complaint() && letter.kind == StepKind::reminder;
    }

    template <class Add>
    Outcome enclose_letter(const cases::Sent& sent, const Add& add) {
        const std::string kind = texts_.label(facts_.language, fmt::format("kind_{}", name_of(letter_kind(sent.kind))));
        const std::string title = fmt::format("{} {} {}", kind, texts_.label(facts_.language, "event_sent"), letters::in_words(sent.sent, facts_.language));
        FRIST_TRY(const auto row, desk_.store.letter(desk_.creditor, c_.id, sent.letter));
        const Result<std::string> pdf = row && !row->file.empty() ? archive_.read(row->file) : Result<std::string>(Error{"file.missing", "", "", ""});
        if (!pdf.ok() || sha256(*pdf) != row->sha256) {
            doubt(fmt::format("letter {} ({} of {}) is not in the archive: enclose it by hand", sent.letter, name_of(sent.kind), text(sent.sent)));
            return done;
        }
        add(title, *pdf);
        return done;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    CaseRow row_;
    cases::Case c_;
    const PetitionWish& wish_;
    Archive& archive_;
    const std::function<Result<std::string>(const letters::Letter&)>& print_;
    DebtorRecord debtor_;
    letters::Facts facts_;
    letters::Texts texts_;
    Petition petition_;
    std::optional<Opened> opened_;
    Money collecting_;
    bool costs_left_out_ = false;
};

}  // namespace

Result<Petition> petition(const Desk& desk, const CreditorRecord& creditor, Id case_id, const PetitionWish& wish, Archive& archive,
                          const std::function<Result<std::string>(const letters::Letter&)>& print) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    return Petitioner(desk, creditor, std::move(row), wish, archive, print).made();
}

}  // namespace frist::office
