#include "letters/texts.h"

#include "base/pch.h"

namespace frist::letters {
namespace {

constexpr auto placeholders = std::to_array<std::string_view>({
    "creditor", "sender", "debtor", "original_creditor", "case_number",
    "invoice", "invoice_date", "what", "due", "count", "oldest_due",
    "total", "principal", "interest_sum", "costs_sum", "payments_sum", "total_at_deadline",
    "deadline", "written", "interest_to", "interest_rate", "interest_from", "interest_basis", "daily_interest",
    "kid", "account", "contact", "objections_to", "reminder_date", "notice_date", "demand_date",
    "Du", "du", "deg", "din", "ditt", "dine", "last_payment",
    "plan_cost", "plan_cost_reason", "plan_count", "plan_first", "plan_first_amount", "plan_last", "plan_agreed_date", "plan_rest",
    "paid_amount", "paid_date", "covered_words", "written_off", "overpaid", "refund_account", "objection_date", "credited",
    "demanded_date", "service_from", "about_kind", "about_date",
    "authority", "notified_date", "served_date", "court_fee", "court_fee_reason", "writing_fee", "writing_fee_reason", "opened_date",
    "disputes", "moved_dues"});

constexpr auto conditions = std::to_array<std::string_view>({
    "agency", "business", "assigned", "one", "several", "invoiced", "costs", "new_fee", "interest", "daily",
    "payments", "credits", "deadline", "at_deadline", "enforcement", "next_demand", "next_agency", "next_attachment",
    "next_conciliation", "next_bankruptcy", "reminder_sent", "notice_sent", "demand_sent",
    "to_pay", "plan_agreed", "plan_costs", "plan_rest", "plan_one", "closed_paid", "closed_small", "closed_credited", "closed_withdrawn",
    "written_off", "overpaid", "refund_known", "upheld", "partly", "rejected", "about",
    "court_fee", "writing_fee", "filing_fees", "default_judgment", "or_board", "electronic_only", "of_bankruptcy", "of_death", "of_settlement",
    "disputed", "warned", "unwarned", "due_moved"});

constexpr std::size_t most_bytes = 12'000;   // a longer text buries what the law wants said

struct Reader {
    Kind kind;
    Language language;
    std::string_view name;
    Text text;
    std::set<std::string> seen;

    [[nodiscard]] Error at(int line, std::string code, std::string message, std::string remedy) const {
        return Error{std::move(code), fmt::format("{}:{}", name, line), std::move(message), std::move(remedy)};
    }
};

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
    return s;
}

void append_words(std::string& all, std::string_view line) {
    line = trimmed(line);
    if (line.empty()) return;
    if (!all.empty()) all += ' ';
    bool blank = false;
    for (const char c : line) {
        if (c == ' ' || c == '\t') {
            blank = true;
            continue;
        }
        if (blank) all += ' ';
        blank = false;
        all += c;
    }
}

std::optional<Part> part_named(std::string_view name) {
    const auto names = names_of(Part{});
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Part>(found - names.begin());
}

// A table carries a part of its own, words the part they are named after.
std::optional<Part> carried_by(const TextBlock& block) {
    if (block.sort == TextBlock::Sort::sums || block.sort == TextBlock::Sort::how_total) return Part::principal_apart;
    if (block.sort == TextBlock::Sort::payments) return Part::payments_shown;
    if (block.sort == TextBlock::Sort::person) return Part::reasons;
    return part_named(block.name);
}

bool known(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "[answer total, if costs, statutory: inkassoloven § 9]"
Result<TextBlock> block_of(const Reader& reader, std::string_view heading, int line) {
    constexpr std::string_view remedy =
        "Write [title], [mail], [lead], [answer name], [person], [section name] or a table such as [sums], [interest] or [payments], "
        "then optionally ', if condition' and ', statutory: section of law'.";
    if (!heading.ends_with(']')) return reader.at(line, "text.block", "the bracket is not closed", std::string(remedy));
    std::string_view rest = heading.substr(1, heading.size() - 2);
    TextBlock block;
    block.line = line;
    if (const auto law = rest.find(", statutory:"); law != rest.npos) {
        block.statutory = trimmed(rest.substr(law + 12));
        rest = rest.substr(0, law);
        if (block.statutory.empty()) return reader.at(line, "text.block", "statutory without the section of law", std::string(remedy));
    }
    for (const auto& [word, sign] : {std::pair<std::string_view, std::string_view>{", if ", ""}, {", unless ", "!"}}) {
        const auto found = rest.find(word);
        if (found == rest.npos) continue;
        const std::string_view condition = trimmed(rest.substr(found + word.size()));
        if (!known(conditions, condition))
            return reader.at(line, "text.placeholder", "there is no condition of this name", fmt::format("The conditions are {}.", fmt::join(conditions, ", ")));
        block.when = std::string(sign) + std::string(condition);
        rest = rest.substr(0, found);
    }
    const auto blank = rest.find(' ');
    const std::string_view sort = rest.substr(0, blank);
    const std::string_view name = blank == rest.npos ? std::string_view{} : trimmed(rest.substr(blank + 1));
    constexpr auto sorts = std::to_array<std::string_view>({"title", "mail", "lead", "answer", "person", "section", "sums", "interest", "payments",
                                                            "instalments", "how_claims", "how_interest", "how_costs", "how_payments", "how_total",
                                                            "grounds", "parties", "enclosures"});
    const auto found = std::find(sorts.begin(), sorts.end(), sort);
    const bool named = sort == "answer" || sort == "section";
    if (found == sorts.end() || named == name.empty())
        return reader.at(line, "text.block", "this block is not known", std::string(remedy));
    block.sort = static_cast<TextBlock::Sort>(found - sorts.begin());
    block.name = named ? name : sort;
    block.part = carried_by(block);
    return block;
}

// Words, {{placeholders}}, {{#conditions}} and **bold** of one paragraph.
Result<std::vector<Piece>> pieces_of(const Reader& reader, std::string_view words, int line) {
    std::vector<Piece> pieces;
    std::vector<std::string> open;
    bool bold = false;
    while (!words.empty()) {
        const auto next = std::min(words.find("{{"), words.find("**"));
        if (next != 0) pieces.push_back({Piece::Sort::words, std::string(words.substr(0, next))});
        if (next == words.npos) break;
        if (words[next] == '*') {
            bold = !bold;
            pieces.push_back({Piece::Sort::bold, ""});
            words.remove_prefix(next + 2);
            continue;
        }
        const auto close = words.find("}}", next);
        if (close == words.npos) return reader.at(line, "text.placeholder", "a placeholder is not closed", "Write {{name}}.");
        std::string_view name = trimmed(words.substr(next + 2, close - next - 2));
        words.remove_prefix(close + 2);
        const char mark = name.empty() ? ' ' : name.front();
        if (mark == '#' || mark == '^' || mark == '/') {
            name = trimmed(name.substr(1));
            if (!known(conditions, name))
                return reader.at(line, "text.placeholder", "there is no condition of this name",
                                 fmt::format("The conditions are {}.", fmt::join(conditions, ", ")));
            if (mark == '/') {
                if (open.empty() || open.back() != name)
                    return reader.at(line, "text.placeholder", "a condition is closed that is not the last one opened", "Close conditions in the reverse order, in the same paragraph.");
                open.pop_back();
            } else {
                open.emplace_back(name);
            }
            pieces.push_back({mark == '#' ? Piece::Sort::when : mark == '^' ? Piece::Sort::unless : Piece::Sort::end, std::string(name)});
            continue;
        }
        if (!known(placeholders, name))
            return reader.at(line, "text.placeholder", "there is no placeholder of this name",
                             fmt::format("The placeholders are {}.", fmt::join(placeholders, ", ")));
        pieces.push_back({Piece::Sort::value, std::string(name)});
    }
    if (!open.empty() || bold) return reader.at(line, "text.placeholder", "a condition or ** is not closed in its paragraph", "Close it with {{/name}} or **.");
    return pieces;
}

Outcome finish_paragraph(Reader& reader, std::string& words, int line) {
    if (words.empty()) return done;
    FRIST_TRY(auto pieces, pieces_of(reader, words, line));
    reader.text.blocks.back().paragraphs.push_back(std::move(pieces));
    words.clear();
    return done;
}

Outcome begin_block(Reader& reader, std::string_view line, int number) {
    FRIST_TRY(TextBlock block, block_of(reader, line, number));
    if (!reader.seen.insert(fmt::format("{} {} {}", static_cast<int>(block.sort), block.name, block.when)).second)
        return reader.at(number, "text.twice", "this block stands twice", "Keep one of them.");
    reader.text.blocks.push_back(std::move(block));
    return done;
}

// The title and lead first, then the answers, then the rest: the five answers stand in the first third.
Outcome check_order(const Reader& reader) {
    int stage = 0;
    bool answered = false;
    for (const TextBlock& block : reader.text.blocks) {
        const bool answers = block.sort == TextBlock::Sort::answer || block.sort == TextBlock::Sort::person;
        const int here = block.sort <= TextBlock::Sort::lead ? 0 : answers ? 1 : 2;
        if (here < stage)
            return reader.at(block.line, "text.order", "title, mail and lead come first, then the answers, then the rest", "Move the block.");
        stage = here;
        const bool wordless = block.sort >= TextBlock::Sort::sums || block.sort == TextBlock::Sort::person;
        if (!wordless && block.paragraphs.empty())
            return reader.at(block.line, "text.block", "the block has no words", "Write them, or take the block away.");
        if (wordless && !block.paragraphs.empty())
            return reader.at(block.line, "text.block", "this block is a table and has no words of its own", "Put the words in a section.");
        if (!answers) continue;
        if (block.question.empty() && (!answered || block.sort == TextBlock::Sort::person))
            return reader.at(block.line, "text.answer", "an answer that needs a question has none", "Begin the block with a line '? The question?'.");
        answered = true;
    }
    const bool annex = reader.kind == Kind::annex;
    for (const auto& [sort, name] : {std::pair{TextBlock::Sort::title, "title"}, {TextBlock::Sort::mail, "mail"},
                                     {annex ? TextBlock::Sort::how_total : TextBlock::Sort::sums, annex ? "how_total" : "sums"}})
        if (std::none_of(reader.text.blocks.begin(), reader.text.blocks.end(), [&](const TextBlock& b) { return b.sort == sort && b.when.empty(); }))
            return reader.at(1, "text.block", fmt::format("the block [{}] is missing", name), "Put it back.");
    return done;
}

}  // namespace

std::span<const std::string_view> placeholder_names() { return placeholders; }
std::span<const std::string_view> condition_names() { return conditions; }

Result<Text> read_text(Kind kind, Language language, std::string_view name, std::string_view bytes) {
    Reader reader{kind, language, name, Text{kind, language, {}}, {}};
    if (bytes.size() > most_bytes)
        return reader.at(1, "text.size", "the text is too long", fmt::format("Keep it below {} bytes.", most_bytes));
    std::string paragraph;
    int paragraph_line = 1;
    int number = 0;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const std::string_view line = trimmed(bytes.substr(0, end));
        bytes = end == bytes.npos ? std::string_view{} : bytes.substr(end + 1);
        ++number;
        if (line.starts_with("#") && !line.starts_with("##")) continue;   // a note to the reader of the file
        if (line.empty() || line.starts_with("[") || line.starts_with("##") || line.starts_with("? "))
            FRIST_TRY_DONE(finish_paragraph(reader, paragraph, paragraph_line));
        if (line.empty()) continue;
        if (line.starts_with("[")) {
            FRIST_TRY_DONE(begin_block(reader, line, number));
            continue;
        }
        if (reader.text.blocks.empty()) return reader.at(number, "text.block", "words before the first block", "Begin with [title].");
        TextBlock& block = reader.text.blocks.back();
        append_words(block.words, line);
        const bool asks = block.sort == TextBlock::Sort::answer || block.sort == TextBlock::Sort::person;
        if (line.starts_with("? ") && asks) {
            block.question = trimmed(line.substr(2));
        } else if (line.starts_with("## ") && block.sort == TextBlock::Sort::section) {
            block.heading = trimmed(line.substr(3));
        } else {
            if (paragraph.empty()) paragraph_line = number;
            append_words(paragraph, line);
        }
    }
    FRIST_TRY_DONE(finish_paragraph(reader, paragraph, paragraph_line));
    FRIST_TRY_DONE(check_order(reader));
    return std::move(reader.text);
}

}  // namespace frist::letters
