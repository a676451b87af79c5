// A letter before it is paper: blocks of words, tables of sums, a payment block and an address window.
// print/ makes a PDF of it, plain_text an e-mail.
#pragma once
#include "letters/texts.h"

namespace frist::letters {

struct Run {
    std::string text;
    bool strong = false;
    bool operator==(const Run&) const = default;
};
using Words = std::vector<Run>;

struct Lead { Words words; };
struct Heading { std::string text; };
struct Paragraph { Words words; };
// One of the five questions, with its answer.
struct Answer {
    std::string question;
    std::vector<Words> paragraphs;
};

struct Column {
    std::string title;
    bool right = false;   // figures stand to the right
    int share = 1;        // of the width, relative to the other columns
};
struct Cell {
    std::string text;
    int span = 1;
    std::string second;   // a second voice below or after: the section of law, a period
};
struct Row {
    enum class Style { plain, sum, total };
    Style style = Style::plain;
    std::vector<Cell> cells;
    std::string running = {};   // the last column's sum so far, for a table that a page cuts; empty: none is carried
};
struct Table {
    std::string title;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string note;     // below the table; may be empty
    std::string carried = {};   // "Overført fra forrige side": the words of the running sum
};

struct Block {
    std::variant<Lead, Heading, Paragraph, Answer, Table> body;
    std::vector<Part> parts;   // what the law wants said and is said here
    bool statutory = false;
};

struct LabelledLine {
    std::string label;
    std::string text;
};

struct PaymentBlock {
    LabelledLine amount;      // "10 389,55 kr"
    LabelledLine deadline;    // empty text when there is none
    LabelledLine account;     // "1234 56 78903"
    LabelledLine kid;
    LabelledLine payee;
    std::string title;        // "Slik betaler du"
};

// Across each page of what may not leave: "UTKAST", and below it why or from which day.
struct Mark {
    std::string word;
    std::string line;
    bool operator==(const Mark&) const = default;
};

struct Letter {
    Kind kind = Kind::reminder;
    Language language = Language::nb;
    Date written;
    std::string title;
    std::string mail_subject;
    std::string case_number;
    std::string from_name;                      // who signs
    std::vector<std::string> return_address;    // name and address in one line above the window
    std::vector<std::string> window;            // the recipient: all that may be seen through the envelope
    std::vector<LabelledLine> references;       // date, case, customer number, e-mail, telephone
    std::vector<std::string> foot;              // the sender's name, organisation number, address
    std::string page_words;                     // "Side {} av {}"
    std::vector<Block> blocks;
    std::optional<PaymentBlock> payment;        // none when nothing is to be paid with it
    std::string texts_fingerprint;
    Paper paper;
    std::optional<Mark> mark;
};

// The letter of these facts. Errors of check(facts); letter.deadline (shorter than the law's days from `written`);
// letter.placeholder (the text wants a fact that is not there); letter.content (something mandatory is missing,
// with its source); law.no_rate.
Result<Letter> compose(const Facts& facts, const Texts& texts);

// What the law or good practice wants of this letter on its day and it does not say; empty for ours.
std::vector<Requirement> missing(const Letter& letter, const Facts& facts, const ContentLaw& law);

// For e-mail and for reading aloud: UTF-8, lines of at most 76 characters where words allow, LF.
std::string plain_text(const Letter& letter);

std::string plain(const Words& words);

}  // namespace frist::letters
