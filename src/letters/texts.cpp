#include "letters/texts.h"

#include "base/hash.h"
#include "base/pch.h"

namespace frist::letters {
namespace {

// Names by enum stand at the end, so that a new kind without its word is found when the texts are read.
constexpr auto label_keys = std::to_array<std::string_view>({
    "case", "customer", "date", "kid", "account", "amount", "deadline", "pay_to", "pay_by", "org_no", "phone", "email",
    "sums", "invoice", "concerns", "due", "original", "covered", "open", "claim_amount", "interest_to", "total",
    "principal_sum", "paid_of_interest", "paid_of_costs", "payments", "paid_on", "paid_amount", "payments_covered",
    "covered_principal", "covered_interest", "covered_costs", "interest", "interest_from", "interest_until", "interest_base",
    "interest_rate", "interest_days", "interest_amount", "interest_sum", "interest_note", "page", "on_behalf", "or", "above",
    "carried", "as_invoiced", "written_off", "nothing_left", "covered_over", "instalments", "instalment_number", "instalment_due", "instalment_amount",
    "instalment_sum", "first_instalment", "how_claims", "how_interest", "how_costs", "how_payments", "how_total", "event",
    "event_invoice", "event_due", "event_credit", "event_payment", "event_sent", "event_plan", "event_taken_back",
    "event_set_off", "event_filed", "since_due", "since_payment", "since_credit", "since_rate", "since_change", "rate_under", "col_costs", "col_interest", "col_principal", "col_over",
    "left_principal", "left_interest", "left_costs", "rate_row", "order_usual", "order_chosen", "no_interest", "no_costs", "no_payments",
    "cost_reminder", "cost_notice", "cost_demand", "cost_reversal", "cost_salaer_light", "cost_salaer_heavy", "cost_salaer_vat",
    "cost_plan_fee", "cost_compensation", "cost_set_off", "cost_court_fee", "cost_writing_fee",
    "cost_left_out", "claimed", "draft", "may_leave_from", "may_not_leave", "grounds", "parties", "role", "name_and_address", "number", "enclosures", "enclosure_number", "enclosure", "copy_of_invoice", "role_petitioner", "role_respondent",
    "role_complainant", "role_defendant", "role_requester", "role_claimant", "role_debtor", "role_representative",
    "coming_until", "coming_today", "coming_case", "coming_note", "coming_nothing", "coming_nudge", "coming_reminder", "coming_notice", "coming_demand", "coming_attachment", "coming_conciliation", "coming_bankruptcy",
    "coming_rest_note", "coming_choice", "dispute_open", "dispute_settled", "dispute_groundless"});

std::string path_of(Kind kind, Language language) {
    return fmt::format("{}.{}.txt", names_of(kind)[static_cast<std::size_t>(kind)], names_of(language)[static_cast<std::size_t>(language)]);
}

const embedded::File* file_at(std::span<const embedded::File> files, std::string_view path) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const embedded::File& f) { return f.path == path; });
    return found == files.end() ? nullptr : &*found;
}

Error no_file(const std::string& path) {
    return Error{"text.file", "texts/" + path, "the text is not there", "Restore the file."};
}

// "key: value" lines.
Result<Labels> read_labels(const embedded::File& file) {
    Labels labels;
    std::string_view rest = file.bytes;
    for (int number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        if (line.empty() || line.starts_with('#')) continue;
        const auto colon = line.find(": ");
        if (colon == line.npos)
            return Error{"text.file", fmt::format("texts/{}:{}", file.path, number), "this is no label", "Write key: words."};
        labels.emplace(line.substr(0, colon), line.substr(colon + 2));
    }
    for (const std::string_view key : label_keys)
        if (!labels.contains(key))
            return Error{"text.file", fmt::format("texts/{}", file.path), fmt::format("the label {} is missing", key), "Add it."};
    for (const std::string_view kind : names_of(Kind{}))
        if (!labels.contains(fmt::format("kind_{}", kind)))
            return Error{"text.file", fmt::format("texts/{}", file.path), fmt::format("the label kind_{} is missing", kind), "Add it."};
    return labels;
}

bool same_block(const TextBlock& a, const TextBlock& b) { return a.sort == b.sort && a.name == b.name; }

// The block whose question an answer stands under: itself, or the nearest before it that asks.
const TextBlock* asked_in(const Text& text, const TextBlock& answer) {
    const TextBlock* asked = nullptr;
    for (const TextBlock& block : text.blocks) {
        if (block.sort == TextBlock::Sort::answer && !block.question.empty()) asked = &block;
        if (same_block(block, answer) && block.when == answer.when) return asked;
    }
    return nullptr;
}

int last_line(std::string_view bytes) {
    const auto breaks = std::count(bytes.begin(), bytes.end(), '\n');
    return std::max(1, static_cast<int>(breaks) + (bytes.ends_with('\n') ? 0 : 1));
}

std::string sort_name(const TextBlock& block) {
    switch (block.sort) {
        case TextBlock::Sort::answer: return "answer " + block.name;
        case TextBlock::Sort::section: return "section " + block.name;
        case TextBlock::Sort::title:
        case TextBlock::Sort::mail:
        case TextBlock::Sort::lead:
        case TextBlock::Sort::sums:
        case TextBlock::Sort::interest:
        case TextBlock::Sort::payments:
        case TextBlock::Sort::person:
        case TextBlock::Sort::instalments:
        case TextBlock::Sort::how_claims:
        case TextBlock::Sort::how_interest:
        case TextBlock::Sort::how_costs:
        case TextBlock::Sort::how_payments:
        case TextBlock::Sort::how_total:
        case TextBlock::Sort::grounds:
        case TextBlock::Sort::parties:
        case TextBlock::Sort::enclosures: return block.name;
    }
    return block.name;
}

}  // namespace

Outcome keeps_the_law(const Text& ours, const Text& adapted, std::string_view name, std::string_view adapted_bytes) {
    const auto at = [&](int line, std::string code, std::string message, std::string remedy) {
        return Error{std::move(code), fmt::format("{}:{}", name, line), std::move(message), std::move(remedy)};
    };
    std::size_t from = 0;
    for (const TextBlock& block : ours.blocks) {
        if (block.statutory.empty()) continue;
        const auto same = [&](const TextBlock& b) { return same_block(block, b) && b.when == block.when; };
        const auto found = std::find_if(adapted.blocks.begin(), adapted.blocks.end(), same);
        if (found == adapted.blocks.end()) {
            const auto near = std::find_if(adapted.blocks.begin(), adapted.blocks.end(), [&](const TextBlock& b) { return same_block(block, b); });
            if (near != adapted.blocks.end())
                return at(near->line, "text.statutory_changed", fmt::format("[{}] is wanted by {}; its condition was changed", sort_name(block), block.statutory),
                          block.when.empty() ? "Take the condition away." : fmt::format("Restore the condition: {}.", block.when));
            return at(last_line(adapted_bytes), "text.statutory_missing", fmt::format("[{}] is missing; {} wants it", sort_name(block), block.statutory),
                      fmt::format("Put back the block [{}, statutory: {}] with these words: {}", sort_name(block), block.statutory, block.words));
        }
        if (found->words != block.words || found->statutory != block.statutory)
            return at(found->line, "text.statutory_changed", fmt::format("the words of [{}] are wanted by {} and were changed", sort_name(block), block.statutory),
                      fmt::format("Restore the words: {}", block.words));
        const auto index = static_cast<std::size_t>(found - adapted.blocks.begin());
        if (index < from)
            return at(found->line, "text.statutory_order", fmt::format("[{}] stands before a part it should follow", sort_name(block)), "Keep the order of the statutory parts.");
        from = index;
    }
    for (const TextBlock& block : adapted.blocks) {
        const auto same = [&](const TextBlock& b) { return same_block(block, b) && b.when == block.when && !b.statutory.empty(); };
        if (!block.statutory.empty() && std::none_of(ours.blocks.begin(), ours.blocks.end(), same))
            return at(block.line, "text.statutory_added", "only the law's own parts are marked statutory", "Take away the mark, and keep the words.");
        // An answer without a question goes on with the one before: the law's must keep its own question.
        if (block.statutory.empty() || block.sort != TextBlock::Sort::answer) continue;
        const TextBlock* mine = asked_in(ours, block);
        const TextBlock* theirs = asked_in(adapted, block);
        if (mine && (!theirs || !same_block(*mine, *theirs)))
            return at(block.line, "text.statutory_order", fmt::format("[{}] has come under another question", sort_name(block)),
                      fmt::format("Put it right after [{}].", sort_name(*mine)));
    }
    return done;
}

Result<Texts> Texts::read(std::span<const embedded::File> text_files, std::span<const embedded::File> law_files) {
    Texts texts;
    std::string all;
    for (std::size_t l = 0; l < names_of(Language{}).size(); ++l) {
        const auto language = static_cast<Language>(l);
        const std::string labels = fmt::format("labels.{}.txt", names_of(Language{})[l]);
        const embedded::File* label_file = file_at(text_files, labels);
        if (!label_file) return no_file(labels);
        FRIST_TRY(texts.labels_[language], read_labels(*label_file));
        all += label_file->bytes;
        for (std::size_t k = 0; k < names_of(Kind{}).size(); ++k) {
            const auto kind = static_cast<Kind>(k);
            const std::string path = path_of(kind, language);
            const embedded::File* file = file_at(text_files, path);
            if (!file) return no_file(path);
            FRIST_TRY(Text text, read_text(kind, language, "texts/" + path, file->bytes));
            texts.texts_[{kind, language}] = std::make_shared<const Text>(std::move(text));
            all += file->bytes;
        }
    }
    FRIST_TRY(ContentLaw law, ContentLaw::read("no", law_files, text_files));
    texts.fingerprint_ = sha256(all + law.fingerprint());
    texts.law_ = std::make_shared<const ContentLaw>(std::move(law));
    return texts;
}

Result<Texts> Texts::adapted(Kind kind, Language language, std::string_view name, std::string_view bytes) const {
    FRIST_TRY(Text text, read_text(kind, language, name, bytes));
    FRIST_TRY_DONE(keeps_the_law(*texts_.at({kind, language}), text, name, bytes));
    Texts mine = *this;
    mine.texts_[{kind, language}] = std::make_shared<const Text>(std::move(text));
    mine.fingerprint_ = sha256(fingerprint_ + std::string(bytes));
    return mine;
}

const Text& Texts::text(Kind kind, Language language) const { return *texts_.at({kind, language}); }

const std::string& Texts::label(Language language, std::string_view key) const {
    const Labels& labels = labels_.at(language);
    const auto found = labels.find(key);
    FRIST_CHECK(found != labels.end());
    return found->second;
}

std::string Texts::section(Language language, const std::string& reason) const {
    std::string words = reason;
    constexpr std::string_view prefix = "law_";
    const Labels& labels = labels_.at(language);
    for (auto label = labels.lower_bound(prefix); label != labels.end() && label->first.starts_with(prefix); ++label) {
        const std::string_view name = std::string_view(label->first).substr(prefix.size());
        if (words.starts_with(name)) return label->second + words.substr(name.size());
    }
    return words;
}

}  // namespace frist::letters
