#include "sheets/list_file.h"

#include "base/pch.h"
#include "sheets/csv.h"
#include "sheets/encoding.h"
#include "sheets/ods.h"
#include "sheets/xlsx.h"

namespace frist::sheets {
namespace {

constexpr std::size_t most_bytes = 512U << 20U;

bool starts_as(std::string_view bytes, std::string_view word) {
    while (!bytes.empty() && (bytes.front() == ' ' || bytes.front() == '\n' || bytes.front() == '\r' ||
                              bytes.front() == '\t' || static_cast<unsigned char>(bytes.front()) >= 0xBB))
        bytes.remove_prefix(1);
    return bytes.size() >= word.size() && std::equal(word.begin(), word.end(), bytes.begin(), [](char w, char c) {
               return w == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
           });
}

// Office programs put a locked XLSX into the container of the old formats, under this name.
bool is_locked_office_file(std::string_view bytes) {
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) (name += c) += '\0';
    return bytes.find(name) != std::string_view::npos;
}

// The first words with letters beyond A to Z show at a glance whether the encoding is the right one. Digits end them:
// no number of anybody is shown.
std::string nordic_words(std::string_view text) {
    const auto ends = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' ' && (c | 32) < 'a'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) < 0xC3) continue;
        constexpr std::size_t longest = 60;
        std::size_t begin = i;
        while (begin > 0 && i - begin < longest && !ends(text[begin - 1])) --begin;
        while (begin < i && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) ++begin;
        std::size_t end = i;
        while (end < text.size() && end - i < longest && !ends(text[end])) ++end;
        while (end > i && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
        return std::string(trimmed(text.substr(begin, end - begin)));
    }
    return "";
}

// What is no table, by its first bytes.
std::optional<Error> refused(std::string_view bytes) {
    const std::string again = "Save it as XLSX or CSV in the program that opens it.";
    if (bytes.size() > most_bytes)
        return Error{"sheet.size", "", "the file is larger than any list of open items", "Split the list."};
    if (bytes.starts_with("\xD0\xCF\x11\xE0") && is_locked_office_file(bytes))
        return Error{"sheet.encrypted", "", "the file is locked with a password",
                     "Open it with its password and save it without one."};
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Error{"sheet.old_xls", "", "this is the Excel format from before 2007 (.xls), which is not read", again};
    if (bytes.starts_with("%PDF"))
        return Error{"sheet.pdf", "", "this is a PDF, not a table", "Export the list as XLSX or CSV."};
    for (const std::string_view word : {"<html", "<!doctype", "<table", "<?xml", "<workbook"})
        if (starts_as(bytes, word))
            return Error{"sheet.html", "", "this is a web page or XML with the name of a spreadsheet", again};
    if (bytes.empty()) return Error{"list.empty", "", "the file is empty", "Export the list again."};
    return std::nullopt;
}

Outcome show_text(std::string_view bytes, const Mapping& mapping, const std::function<void(Layout)>& read_as, const SheetTaker& take) {
    Encoding encoding = encoding_of(bytes);
    if (mapping.encoding) { FRIST_TRY(encoding, encoding_named(*mapping.encoding)); }
    Layout layout;
    CsvTable table;
    {
        FRIST_TRY(const std::string text, to_utf8(bytes, encoding));
        FRIST_TRY(table, read_csv(text, mapping.separator));
        if (encoding != Encoding::utf8 && encoding != Encoding::utf8_mark) layout.encoding_sample = nordic_words(text);
    }
    layout.encoding = name_of(encoding);
    layout.separator = std::string(1, table.separator);
    layout.quoted_separator = table.quoted_separator;
    read_as(std::move(layout));
    static_cast<void>(take(table.sheet));
    return done;
}

Result<int> show_book(std::string_view bytes, const std::function<void(Layout)>& read_as, const SheetTaker& take) {
    FRIST_TRY(const Container container, Container::open(bytes));
    const bool ods = is_open_document(container);
    Layout layout;
    layout.format = ods ? Format::ods : Format::xlsx;
    read_as(std::move(layout));
    FRIST_TRY(const BookFacts facts, ods ? read_ods(container, take) : read_xlsx(container, take));
    return facts.hidden_sheets;
}

}  // namespace

Result<int> each_sheet(std::string_view bytes, const Mapping& mapping, const std::function<void(Layout)>& read_as, const SheetTaker& take) {
    if (const auto error = refused(bytes)) return *error;
    if (bytes.starts_with("PK\x03\x04")) return show_book(bytes, read_as, take);
    FRIST_TRY_DONE(show_text(bytes, mapping, read_as, take));
    return 0;
}

}  // namespace frist::sheets
