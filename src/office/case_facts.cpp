#include "office/case_facts.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

class Gatherer {
public:
    Gatherer(const Desk& desk, const CreditorRecord& creditor, const cases::Case& c, const FactsWish& wish, const letters::Texts& texts)
        : desk_(desk), creditor_(creditor), c_(c), wish_(wish), texts_(texts) {}

    Result<letters::Facts> gather() {
        facts_.written = facts_.interest_to = wish_.day;
        facts_.deadline = wish_.deadline;
        facts_.case_number = std::to_string(c_.id);
        FRIST_TRY(facts_.kid, desk_.store.kid_of_case(desk_.creditor, c_.id));
        FRIST_TRY_DONE(senders());
        FRIST_TRY_DONE(debtor());
        FRIST_TRY_DONE(sums());
        for (const cases::Sent& letter : c_.letters)
            if (letter.letter != wish_.but && !letter.voided && !cases::is_legal(letter.kind)) facts_.earlier.push_back({letter_kind(letter.kind), letter.sent});
        return std::move(facts_);
    }

private:
    Outcome senders() {
        facts_.account = creditor_.account;
        facts_.creditor = {creditor_.name, creditor_.org_number, creditor_.address.lines(), creditor_.email, creditor_.phone, creditor_.vat_registered};
        facts_.paper.window = creditor_.window;
        if (!creditor_.ea_agreement.empty())
            facts_.paper.address_service = letters::AddressService{creditor_.ea_agreement, creditor_.ea_level, fmt::format("{}{:03}", c_.id, wish_.number), creditor_.ea_symbol};
        if (c_.mode != cases::Mode::agency) return done;
        const AgencyRecord& agency = creditor_.agency;
        if (agency.name.empty())
            return Error{"letter.agency", "creditor", "the agency that collects for this creditor is not named", "Name it with frist creditor set --agency-name and its address."};
        facts_.collector = letters::Sender{agency.name, agency.org_number, agency.address.lines(), agency.email, agency.phone, agency.vat_registered};
        if (!agency.account.empty()) facts_.account = agency.account;
        return done;
    }

    Outcome debtor() {
        FRIST_TRY(const auto row, desk_.store.debtor(desk_.creditor, c_.debtor));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(const DebtorRecord debtor, debtor_record(row->record));
        if (!debtor.address.complete() && debtor.email.empty() && debtor.mailbox.empty())
            return Error{"letter.address", "case " + std::to_string(c_.id), "the debtor has no postal address", "Add it in the ledger and import again."};
        facts_.language = enum_of<letters::Language>(debtor.language.empty() ? creditor_.language : debtor.language).value_or(letters::Language::nb);
        facts_.debtor.name = debtor.name;
        if (debtor.address.complete()) facts_.debtor.address = debtor.address.lines();
        else {
            facts_.debtor.address = {debtor.email.empty() ? debtor.mailbox : debtor.email};
            facts_.paper.address_service.reset();   // Posten has nothing to carry
        }
        facts_.debtor.business = debtor.relation == cases::Relation::business;
        if (!row->key.starts_with("name:")) facts_.debtor.customer_number = row->key;
        return done;
    }

    Outcome sums() {
        FRIST_TRY(const rules::Balance balance, rules::balance_on(c_, wish_.day, desk_.country));
        const std::vector<Money> paid = payments();
        FRIST_TRY(const std::vector<ItemRow> items, desk_.store.items_of_case(desk_.creditor, c_.id));
        const auto what_was = [&](const cases::Claim& claim) {
            const auto item = std::find_if(items.begin(), items.end(), [&](const ItemRow& i) { return i.number == claim.number && !i.what.empty(); });
            return item != items.end() ? item->what : texts_.label(facts_.language, "as_invoiced");
        };
        for (std::size_t i = 0; i < c_.claims.size(); ++i) {
            const cases::Claim& claim = c_.claims[i];
            facts_.claims.push_back({claim.number, claim.invoiced, claim.due, what_was(claim), claim.amount, claim.amount - claim.net(), paid[i], balance.principal_of[i]});
        }
        for (const rules::ClaimInterest& row : balance.interest_rows) {
            const cases::Claim& claim = c_.claims[static_cast<std::size_t>(row.claim)];
            facts_.interest.push_back({claim.number, row.row.days.from, row.row.days.to, row.row.base, row.row.rate, row.row.days.length().count, row.row.amount,
                                       desk_.country.why_rate(c_, claim, row.row.days.from).rule});
        }
        for (const rules::CostRow& row : balance.cost_rows)
            facts_.costs.push_back({texts_.label(facts_.language, "cost_" + row.kind), row.on, row.amount, row.rule, row.amount.negative()});
        facts_.total = balance.total();
        FRIST_TRY(facts_.daily_interest, rules::interest_a_day(c_, wish_.day, desk_.country));
        if (facts_.deadline) {
            const Result<rules::Balance> at_deadline = rules::balance_on(c_, *facts_.deadline, desk_.country);
            if (at_deadline.ok() && at_deadline->costs == balance.costs) facts_.total_at_deadline = at_deadline->total();
        }
        return done;
    }

    // What the payments have covered of each claim.
    std::vector<Money> payments() {
        facts_.interest_paid = facts_.costs_paid = c_.zero();
        std::vector<Money> paid(c_.claims.size(), c_.zero());
        for (const cases::Payment& payment : c_.payments) {
            facts_.payments.push_back({payment.on, wish_.whole_payments ? payment.kept() : payment.kept() - payment.cover.overpaid});
            facts_.costs_paid += payment.cover.costs;
            for (const cases::ClaimCover& part : payment.cover.claims) {
                facts_.interest_paid += part.interest;
                paid[static_cast<std::size_t>(part.claim)] += part.principal;
            }
        }
        return paid;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    const cases::Case& c_;
    const FactsWish& wish_;
    const letters::Texts& texts_;
    letters::Facts facts_;
};

}  // namespace

Result<const letters::Texts*> own_texts() {
    static const Result<letters::Texts> texts = letters::Texts::read(embedded::texts(), embedded::law());
    if (!texts.ok()) return texts.error();
    return &*texts;
}

Result<letters::Texts> texts_of(const CreditorRecord& creditor) {
    FRIST_TRY(const letters::Texts* ours, own_texts());
    letters::Texts mine = *ours;
    for (const AdaptedText& text : creditor.texts) {
        const std::string name = fmt::format("{}.{}.txt of {}", name_of(text.kind), name_of(text.language), creditor.org_number);
        FRIST_TRY(mine, mine.adapted(text.kind, text.language, name, text.bytes));
    }
    return mine;
}

letters::Kind letter_kind(cases::StepKind kind) {
    switch (kind) {
        case cases::StepKind::nudge: return letters::Kind::friendly_reminder;
        case cases::StepKind::reminder: return letters::Kind::reminder;
        case cases::StepKind::notice: return letters::Kind::notice;
        case cases::StepKind::demand: return letters::Kind::demand;
        case cases::StepKind::bankruptcy: return letters::Kind::bankruptcy_demand;
        case cases::StepKind::closing: return letters::Kind::closing;
        case cases::StepKind::rest_note:
        case cases::StepKind::attachment:
        case cases::StepKind::conciliation: return letters::Kind::rest_note;
    }
    return letters::Kind::rest_note;
}

Result<letters::Facts> case_facts(const Desk& desk, const CreditorRecord& creditor, const cases::Case& c, const FactsWish& wish) {
    FRIST_TRY(const letters::Texts* texts, own_texts());
    return Gatherer(desk, creditor, c, wish, *texts).gather();
}

}  // namespace frist::office
