#include "access/mail_words.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "base/word_lines.h"

namespace frist::access {
namespace {

constexpr std::size_t most_of_a_kind = 50;  // cases that are named; the others are counted

const std::map<std::string_view, WordLines>& languages() {
    static const std::map<std::string_view, WordLines> all = words_by_language(embedded::texts(), "mails/");
    return all;
}

std::string filled(std::string text, std::string_view name, std::string_view value) {
    const std::string mark = fmt::format("{{{}}}", name);
    if (const std::size_t at = text.find(mark); at != text.npos) text.replace(at, mark.size(), value);
    return text;
}

std::string line_of(std::string_view language, const NewsRow& row) {
    const std::string number = std::to_string(row.case_id);
    if (row.what.empty()) return filled(mail_word(language, "case_alone"), "case", number);
    return filled(filled(mail_word(language, "case"), "case", number), "what", mail_word(language, row.what));
}

// One kind of one creditor's, under its heading; nothing when there is none.
std::string section(std::string_view language, const std::vector<NewsRow>& news, NewsKind kind, Id creditor) {
    std::string text;
    std::size_t count = 0;
    for (const NewsRow& row : news)
        if (row.kind == kind && row.creditor == creditor && count++ < most_of_a_kind)
            text += "  " + line_of(language, row) + "\n";
    if (count > most_of_a_kind)
        text += "  " + filled(mail_word(language, "more"), "count", std::to_string(count - most_of_a_kind)) + "\n";
    return text.empty() ? text : mail_word(language, name_of(kind)) + "\n" + text + "\n";
}

}  // namespace

std::string mail_word(std::string_view language, std::string_view key) {
    const auto known = languages().find(language);
    const WordLines& words = known == languages().end() ? languages().at("nb") : known->second;
    const auto word = words.find(key);
    FRIST_CHECK(word != words.end());
    return std::string(word->second);
}

MailText mail_text(std::string_view language, const std::vector<NewsRow>& news, const MailPlaces& places) {
    std::set<std::pair<Id, Id>> cases;
    std::set<Id> creditors;
    for (const NewsRow& row : news) {
        cases.emplace(row.creditor, row.case_id);
        creditors.insert(row.creditor);
    }
    MailText mail;
    mail.subject = filled(mail_word(language, cases.size() == 1 ? "subject_one" : "subject_many"), "count", std::to_string(cases.size()));
    for (const Id creditor : creditors) {
        if (const auto name = places.creditors.find(creditor); name != places.creditors.end())
            mail.text += name->second + "\n\n";
        for (std::size_t kind = 0; kind < names_of(NewsKind{}).size(); ++kind)
            mail.text += section(language, news, static_cast<NewsKind>(kind), creditor);
    }
    mail.text += filled(mail_word(language, "open"), "address", places.address) + "\n\n";
    mail.text += filled(mail_word(language, "why"), "address", places.unsubscribe) + "\n";
    return mail;
}

}  // namespace frist::access
