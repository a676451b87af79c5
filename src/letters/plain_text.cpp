#include "base/pch.h"
#include "letters/letter.h"

namespace frist::letters {
namespace {

constexpr std::size_t line_width = 76;

// Letters a reader sees, not bytes: UTF-8 continuation bytes do not count.
std::size_t width(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void add_wrapped(std::string& out, std::string_view text, std::string_view indent) {
    std::string line(indent);
    bool fresh = true;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        const std::string_view word = text.substr(0, blank);
        text = blank == text.npos ? std::string_view{} : text.substr(blank + 1);
        if (!fresh && width(line) + 1 + width(word) > line_width) {
            out += line + "\n";
            line = indent;
            fresh = true;
        }
        if (!fresh) line += ' ';
        line += word;
        fresh = false;
    }
    out += line + "\n";
}

std::string padded(const std::string& s, std::size_t to, bool right) {
    const std::string blanks(to > width(s) ? to - width(s) : 0, ' ');
    return right ? blanks + s : s + blanks;
}

// A table as "words: sum" lines: it reads well in any font, and aloud.
void add_table(std::string& out, const Table& table) {
    add_wrapped(out, table.title, "");
    std::size_t sums = 0;
    for (const Row& row : table.rows) sums = std::max(sums, width(row.cells.back().text));
    for (const Row& row : table.rows) {
        std::string words;
        std::size_t column = 0;
        for (std::size_t i = 0; i + 1 < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            if (!cell.text.empty()) {
                if (!words.empty()) words += ", ";
                const bool bare = cell.span > 1 || i == 0 || column >= table.columns.size();
                words += bare ? cell.text : table.columns[column].title + " " + cell.text;
            }
            if (!cell.second.empty()) words += " (" + cell.second + ")";
            column += static_cast<std::size_t>(cell.span);
        }
        const std::string sum = padded(row.cells.back().text, sums, true);
        const std::size_t room = line_width - sums - 4;
        if (row.style != Row::Style::plain) out += "  " + std::string(line_width - 2, '-') + "\n";
        if (width(words) <= room) {
            out += "  " + padded(words, room, false) + "  " + sum + "\n";
        } else {
            add_wrapped(out, words, "  ");
            out += "  " + padded("", room, false) + "  " + sum + "\n";
        }
    }
    if (!table.note.empty()) add_wrapped(out, table.note, "");
}

void add_block(std::string& out, const Block& block) {
    if (const auto* lead = std::get_if<Lead>(&block.body)) add_wrapped(out, plain(lead->words), "");
    if (const auto* heading = std::get_if<Heading>(&block.body)) {
        add_wrapped(out, heading->text, "");
        return;   // its words follow at once
    }
    if (const auto* paragraph = std::get_if<Paragraph>(&block.body)) add_wrapped(out, plain(paragraph->words), "");
    if (const auto* answer = std::get_if<Answer>(&block.body)) {
        add_wrapped(out, answer->question, "");
        for (const Words& words : answer->paragraphs) add_wrapped(out, plain(words), "  ");
    }
    if (const auto* table = std::get_if<Table>(&block.body)) add_table(out, *table);
    out += '\n';
}

}  // namespace

std::string plain_text(const Letter& letter) {
    std::string out = letter.title + "\n" + std::string(width(letter.title), '=') + "\n\n";
    for (const LabelledLine& line : letter.references) out += line.label + ": " + line.text + "\n";
    out += '\n';
    bool paid = !letter.payment;
    const auto payment = [&] {
        out += letter.payment->title + "\n";
        for (const LabelledLine* line : {&letter.payment->amount, &letter.payment->deadline, &letter.payment->account, &letter.payment->kid, &letter.payment->payee})
            if (!line->text.empty()) out += "  " + line->label + ": " + line->text + "\n";
        out += '\n';
        paid = true;
    };
    bool answers = false;
    for (const Block& block : letter.blocks) {
        const bool answer = std::holds_alternative<Answer>(block.body);
        if (answers && !answer && !paid) payment();
        answers = answers || answer;
        add_block(out, block);
    }
    if (!paid) payment();
    for (const std::string& line : letter.foot) out += line + "\n";
    return out;
}

}  // namespace frist::letters
