#include "base/pch.h"
#include "letters/letter.h"
#include "letters/tables.h"
#include "letters/values.h"
#include "letters/words.h"

namespace frist::letters {
namespace {

struct Composer {
    const Facts& facts;
    const Texts& texts;
    Values values;
    Letter letter;

    [[nodiscard]] const std::string& label(std::string_view key) const { return texts.label(facts.language, key); }
};

void add_address(Composer& c) {
    const Sender& from = sender(c.facts);
    c.letter.from_name = from.name;
    c.letter.return_address = {from.name};
    c.letter.return_address.insert(c.letter.return_address.end(), from.address.begin(), from.address.end());
    const auto* petition = own<Petition>(c.facts);
    const std::vector<std::string>& below = petition ? petition->authority_address : c.facts.debtor.address;
    c.letter.window = {petition ? petition->authority : c.facts.debtor.name};
    c.letter.window.insert(c.letter.window.end(), below.begin(), below.end());
    auto& refs = c.letter.references;
    const auto add = [&](std::string_view key, const std::string& text) {
        if (!text.empty()) refs.push_back({c.label(key), text});
    };
    add("date", in_words(c.facts.written, c.facts.language));
    add("case", c.facts.case_number);
    if (!petition) add("customer", c.facts.debtor.customer_number);   // an office asks nothing of it
    if (c.facts.collector) add("on_behalf", c.facts.creditor.name);
    auto& foot = c.letter.foot;
    foot.push_back(from.name);
    if (!from.org_no.empty()) foot.push_back(c.label("org_no") + " " + org_no_text(from));
    foot.push_back(fmt::format("{}", fmt::join(from.address, ", ")));
    if (!from.email.empty()) foot.push_back(from.email);
    if (!from.phone.empty()) foot.push_back(c.label("phone") + " " + from.phone);
}

void add_payment(Composer& c) {
    const Facts& f = c.facts;
    if (!asks_for_money(f)) return;
    // Of a plan the first instalment is what is to be paid now.
    const auto* plan = own<PlanTerms>(f);
    const Money amount = plan ? plan->instalments.front().amount : f.total;
    const std::optional<Date> by = plan ? std::optional(plan->instalments.front().due) : f.deadline;
    c.letter.payment = PaymentBlock{{c.label(plan ? "first_instalment" : "amount"), in_words(amount, f.language)},
                                    {c.label("deadline"), by ? in_table(*by, f.language) : ""},
                                    {c.label("account"), account_text(f.account)},
                                    {c.label("kid"), f.kid},
                                    {c.label("pay_to"), sender(f).name},
                                    c.label("pay_by")};
}

std::vector<Part> parts_of(const TextBlock& block) {
    return block.part ? std::vector<Part>{*block.part} : std::vector<Part>{};
}

Outcome add_words(Composer& c, const TextBlock& block) {
    std::vector<Words> paragraphs;
    for (const auto& pieces : block.paragraphs) {
        FRIST_TRY(Words words, c.values.words(pieces));
        if (!words.empty()) paragraphs.push_back(std::move(words));
    }
    if (paragraphs.empty()) return done;
    const bool statutory = !block.statutory.empty();
    if (block.sort == TextBlock::Sort::title) {
        c.letter.title = plain(paragraphs.front());
    } else if (block.sort == TextBlock::Sort::mail) {
        c.letter.mail_subject = plain(paragraphs.front());
    } else if (block.sort == TextBlock::Sort::lead) {
        for (Words& words : paragraphs) c.letter.blocks.push_back({Lead{std::move(words)}, parts_of(block), statutory});
    } else if (block.sort == TextBlock::Sort::answer) {
        Block* last = c.letter.blocks.empty() ? nullptr : &c.letter.blocks.back();
        Answer* before = last ? std::get_if<Answer>(&last->body) : nullptr;
        if (block.question.empty() && before) {
            for (Words& words : paragraphs) before->paragraphs.push_back(std::move(words));
            for (const Part part : parts_of(block)) last->parts.push_back(part);
        } else {
            c.letter.blocks.push_back({Answer{block.question, std::move(paragraphs)}, parts_of(block), statutory});
        }
    } else {
        if (!block.heading.empty()) c.letter.blocks.push_back({Heading{block.heading}, {}, statutory});
        for (std::size_t i = 0; i < paragraphs.size(); ++i)
            c.letter.blocks.push_back({Paragraph{std::move(paragraphs[i])}, i == 0 ? parts_of(block) : std::vector<Part>{}, statutory});
    }
    return done;
}

// Under a heading, as a person wrote them.
void add_grounds(Composer& c, const TextBlock& block) {
    const auto* petition = own<Petition>(c.facts);
    if (!petition || petition->grounds.empty()) return;
    c.letter.blocks.push_back({Heading{c.label("grounds")}, parts_of(block), false});
    for (const std::string& words : petition->grounds) c.letter.blocks.push_back({Paragraph{{{words, false}}}, {}, false});
}

Outcome add_block(Composer& c, const TextBlock& block) {
    if (!c.values.holds_when(block.when)) return done;
    const auto add_table = [&](Table table) { c.letter.blocks.push_back({std::move(table), parts_of(block), !block.statutory.empty()}); };
    const auto reckoned = [&](Table (*table)(const Facts&, const Reckoning&, const Texts&)) {
        if (const auto* reckoning = own<Reckoning>(c.facts)) add_table(table(c.facts, *reckoning, c.texts));
    };
    switch (block.sort) {
        case TextBlock::Sort::title:
        case TextBlock::Sort::mail:
        case TextBlock::Sort::lead:
        case TextBlock::Sort::answer:
        case TextBlock::Sort::section: return add_words(c, block);
        case TextBlock::Sort::sums: add_table(sums_table(c.facts, c.texts)); break;
        case TextBlock::Sort::interest:
            if (!c.facts.interest.empty()) add_table(interest_table(c.facts, c.texts));
            break;
        case TextBlock::Sort::payments:
            if (!c.facts.payments.empty()) add_table(payments_table(c.facts, c.texts));
            break;
        case TextBlock::Sort::instalments:
            if (const auto* plan = own<PlanTerms>(c.facts)) add_table(instalments_table(c.facts, *plan, c.texts));
            break;
        case TextBlock::Sort::person:
            if (const auto* answer = own<ObjectionAnswer>(c.facts)) {
                std::vector<Words> paragraphs;
                paragraphs.reserve(answer->words.size());
                for (const std::string& words : answer->words) paragraphs.push_back({{words, false}});
                c.letter.blocks.push_back({Answer{block.question, std::move(paragraphs)}, parts_of(block), !block.statutory.empty()});
            }
            break;
        case TextBlock::Sort::grounds: add_grounds(c, block); break;
        case TextBlock::Sort::parties:
            if (const auto* petition = own<Petition>(c.facts)) add_table(parties_table(c.facts, *petition, c.texts));
            break;
        case TextBlock::Sort::enclosures:
            if (const auto* petition = own<Petition>(c.facts)) add_table(enclosures_table(c.facts, *petition, c.texts));
            break;
        case TextBlock::Sort::how_claims: reckoned(claims_reckoning); break;
        case TextBlock::Sort::how_interest: reckoned(interest_reckoning); break;
        case TextBlock::Sort::how_costs: reckoned(costs_reckoning); break;
        case TextBlock::Sort::how_payments: reckoned(payments_reckoning); break;
        case TextBlock::Sort::how_total: add_table(total_reckoning(c.facts, c.texts)); break;
    }
    return done;
}

Outcome check_deadline(const Facts& facts, const ContentLaw& law) {
    FRIST_TRY(const Days least, law.least_deadline(facts));
    if (facts.deadline && *facts.deadline < facts.written + least)
        return Error{"letter.deadline", "deadline", fmt::format("the deadline is less than {} days after the letter's day", least.count),
                     "Compute the deadline anew from the day the letter is sent."};
    return done;
}

bool carries(const Letter& letter, Part part) {
    return std::any_of(letter.blocks.begin(), letter.blocks.end(),
                       [&](const Block& b) { return std::find(b.parts.begin(), b.parts.end(), part) != b.parts.end(); });
}

bool says(const std::string& all, const std::string& words) { return !words.empty() && all.find(words) != all.npos; }

// The words as they are read, without line breaks: what is looked for must not be split by one.
std::string all_words(const Letter& letter) {
    std::string all = letter.title + "\n";
    for (const Block& block : letter.blocks) {
        if (const auto* lead = std::get_if<Lead>(&block.body)) all += plain(lead->words);
        if (const auto* heading = std::get_if<Heading>(&block.body)) all += heading->text;
        if (const auto* paragraph = std::get_if<Paragraph>(&block.body)) all += plain(paragraph->words);
        if (const auto* answer = std::get_if<Answer>(&block.body))
            for (const Words& words : answer->paragraphs) all += plain(words) + "\n";
        if (const auto* table = std::get_if<Table>(&block.body))
            for (const Row& row : table->rows)
                for (const Cell& cell : row.cells) all += cell.text + "\n" + cell.second + "\n";
        all += "\n";
    }
    return all;
}

bool said(Part part, const Letter& letter, const Facts& f, const std::string& all) {
    switch (part) {
        case Part::title: return !letter.title.empty();
        case Part::creditor: return says(all, f.creditor.name);
        case Part::agency: return f.collector && says(all, f.collector->name);
        case Part::debtor: return !letter.window.empty() && letter.window.front() == f.debtor.name;
        case Part::subject:
            return carries(letter, part) && std::all_of(f.claims.begin(), f.claims.end(), [&](const ClaimLine& c) { return says(all, c.invoice) && says(all, c.what); });
        case Part::total: return carries(letter, part) && says(all, in_words(f.total, f.language));
        case Part::deadline: return carries(letter, part) && f.deadline && says(all, in_words(*f.deadline, f.language));
        case Part::payment: return letter.payment && letter.payment->kid.text == f.kid && !letter.payment->account.text.empty() && !f.kid.empty();
        case Part::payments_shown: return f.payments.empty() || carries(letter, part);
        case Part::principal_apart:
        case Part::interest_terms:
        case Part::collection_starts:
        case Part::more_costs:
        case Part::enforcement:
        case Part::objection:
        case Part::board:
        case Part::plan_cost:
        case Part::default_terms:
        case Part::cover_order:
        case Part::acknowledgement:
        case Part::faster:
        case Part::two_weeks:
        case Part::petition:
        case Part::insolvency:
        case Part::service:
        case Part::answer:
        case Part::reasons:
        case Part::closed:
        case Part::how_claims:
        case Part::how_interest:
        case Part::how_costs:
        case Part::how_payments:
        case Part::warning:
        case Part::security:
        case Part::signature: return carries(letter, part);
        case Part::relief: return carries(letter, part) && says(all, in_words(f.total, f.language));
        case Part::ground:
            return carries(letter, part) && std::all_of(f.claims.begin(), f.claims.end(), [&](const ClaimLine& c) { return says(all, c.invoice) && says(all, c.what); });
        case Part::authority: return own<Petition>(f) && !letter.window.empty() && letter.window.front() == own<Petition>(f)->authority && says(all, own<Petition>(f)->authority);
        case Part::parties:
            return carries(letter, part) && says(all, f.debtor.name) && says(all, f.creditor.name) && (own<Petition>(f)->debtor_number.empty() || says(all, own<Petition>(f)->debtor_number));
        case Part::pay_to: return carries(letter, part) && says(all, f.kid) && says(all, account_text(f.account));
        case Part::enclosures: {
            const auto* petition = own<Petition>(f);
            return petition && carries(letter, part) && std::all_of(petition->enclosures.begin(), petition->enclosures.end(), [&](const std::string& e) { return says(all, e); });
        }
        case Part::instalments: {
            const auto* plan = own<PlanTerms>(f);
            return plan && carries(letter, part) && std::all_of(plan->instalments.begin(), plan->instalments.end(), [&](const InstalmentLine& i) {
                       return says(all, in_table(i.due, f.language)) && says(all, figure(i.amount, f.language));
                   });
        }
    }
    return false;
}

}  // namespace

std::string plain(const Words& words) {
    std::string all;
    for (const Run& run : words) all += run.text;
    return all;
}

std::vector<Requirement> missing(const Letter& letter, const Facts& facts, const ContentLaw& law) {
    const std::string all = all_words(letter);
    std::vector<Requirement> list;
    for (const Requirement& wanted : law.required(facts.kind, facts.written))
        if (applies(wanted, facts) && !said(wanted.part, letter, facts, all)) list.push_back(wanted);
    return list;
}

Result<Letter> compose(const Facts& facts, const Texts& texts) {
    FRIST_TRY_DONE(check(facts));
    FRIST_TRY_DONE(check_deadline(facts, texts.law()));
    Composer c{facts, texts, Values(facts, texts), Letter{}};
    c.letter.kind = facts.kind;
    c.letter.language = facts.language;
    c.letter.written = facts.written;
    c.letter.case_number = facts.case_number;
    c.letter.paper = facts.paper;
    c.letter.page_words = c.label("page");
    c.letter.texts_fingerprint = texts.fingerprint();
    add_address(c);
    add_payment(c);
    for (const TextBlock& block : texts.text(facts.kind, facts.language).blocks) FRIST_TRY_DONE(add_block(c, block));
    for (const Requirement& gap : missing(c.letter, facts, texts.law()))
        if (gap.weight == Weight::mandatory)
            return Error{"letter.content", std::string(names_of(Part{})[static_cast<std::size_t>(gap.part)]),
                         "the letter does not say what " + gap.source + " wants", "Restore this part in the text of the letter."};
    return std::move(c.letter);
}

}  // namespace frist::letters
