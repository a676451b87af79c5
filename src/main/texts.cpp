#include "base/pch.h"
#include "main/program.h"
#include "office/wordings.h"
#include "print/press.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;
using letters::Kind;
using letters::Language;

struct TextWish {
    std::string name;       // a file, or a letter
    std::string kind, language, out, reason;
    bool ours = false;
};

using Which = office::Wording;

Result<Kind> kind_of(const std::string& name) {
    if (const auto kind = enum_of<Kind>(name)) return *kind;
    return Error{"text.kind", name, "there is no letter of this name", fmt::format("The letters are {}.", fmt::join(names_of(Kind{}), ", "))};
}

Result<Language> language_of(const std::string& name) {
    if (const auto language = enum_of<Language>(name)) return *language;
    return Error{"text.language", name, "there are no letters in this language", fmt::format("The languages are {}.", fmt::join(names_of(Language{}), ", "))};
}

// The letter that a file is a text of: by the options, else by its name, "notice.nb.txt".
Result<Which> which(const TextWish& wish) {
    const std::string stem = std::filesystem::path(wish.name).filename().string();
    const auto first = stem.find('.');
    const auto second = first == stem.npos ? first : stem.find('.', first + 1);
    FRIST_TRY(const Kind kind, kind_of(wish.kind.empty() ? stem.substr(0, first) : wish.kind));
    const std::string language = first == stem.npos ? std::string() : stem.substr(first + 1, second == stem.npos ? second : second - first - 1);
    FRIST_TRY(const Language spoken, language_of(!wish.language.empty() ? wish.language : enum_of<Language>(language) ? language : "nb"));
    return Which{kind, spoken};
}

// The creditor's own wording when there is a database with one, else ours.
office::CreditorRecord record_of(const Program& program) {
    const Result<Session> session = open_session(program);
    return session.ok() ? session->record : office::CreditorRecord{};
}

json::object json_of_clarity(const letters::Clarity& clarity) {
    json::array findings;
    for (const letters::Finding& finding : clarity.findings) findings.push_back(json::object{{"line", finding.line}, {"message", finding.message}, {"remedy", finding.remedy}});
    return {{"score", clarity.score()}, {"lix", clarity.lix()}, {"words", clarity.words}, {"sentences", clarity.sentences}, {"long_words", clarity.long_words}, {"findings", findings}};
}

Result<int> list(const Program& program) {
    const office::CreditorRecord record = record_of(program);
    json::array all;
    for (std::size_t k = 0; k < names_of(Kind{}).size(); ++k)
        for (std::size_t l = 0; l < names_of(Language{}).size(); ++l) {
            const Which which{static_cast<Kind>(k), static_cast<Language>(l)};
            const office::AdaptedText* mine = office::own_wording(record, which);
            FRIST_TRY(const std::string ours, office::our_wording(which));
            const letters::Clarity clarity = clarity_of(which.kind, mine ? mine->bytes : ours);
            json::object object = json_of_clarity(clarity);
            object["kind"] = name_of(which.kind);
            object["language"] = name_of(which.language);
            object["adapted"] = mine != nullptr;
            all.push_back(object);
            if (!program.json)
                std::cout << fmt::format("{:<22} {}  score {:>3}  LIX {:>2}{}\n", name_of(which.kind), name_of(which.language), clarity.score(), clarity.lix(), mine ? "  adapted" : "");
        }
    if (program.json) print_json(all);
    return exit_done;
}

Result<int> show(const Program& program, const TextWish& wish) {
    FRIST_TRY(const Which which_one, which(wish));
    const office::CreditorRecord record = wish.ours ? office::CreditorRecord{} : record_of(program);
    const office::AdaptedText* mine = office::own_wording(record, which_one);
    FRIST_TRY(const std::string ours, office::our_wording(which_one));
    std::cout << (mine ? mine->bytes : ours);
    return exit_done;
}

struct Checked {
    Which which;
    std::string bytes;
    office::CheckedWording found;
};

Result<Checked> checked(const TextWish& wish) {
    FRIST_TRY(const Which which_one, which(wish));
    FRIST_TRY(std::string bytes, bytes_of(wish.name));
    FRIST_TRY(office::CheckedWording found, office::checked_wording(which_one, wish.name, bytes));
    return Checked{which_one, std::move(bytes), std::move(found)};
}

void print_clarity(const Program& program, const std::string& name, const letters::Clarity& clarity) {
    if (program.json) {
        print_json(json_of_clarity(clarity));
        return;
    }
    for (const letters::Finding& finding : clarity.findings) std::cout << fmt::format("{}:{}: {} — {}\n", name, finding.line, finding.message, finding.remedy);
    std::cout << fmt::format("score {} of 100, LIX {}, {} words in {} sentences, {} of them long\n", clarity.score(), clarity.lix(), clarity.words, clarity.sentences, clarity.long_words);
}

Result<int> check(const Program& program, const TextWish& wish) {
    FRIST_TRY(const Checked text, checked(wish));
    print_clarity(program, wish.name, text.found.clarity);
    return text.found.clarity.score() < letters::least_score ? exit_failed : exit_done;
}

Result<int> preview(const Program& program, const TextWish& wish) {
    FRIST_TRY(const Which which_one, which(wish));
    std::optional<Checked> text;
    if (!enum_of<Kind>(wish.name)) {   // a file, not a letter
        FRIST_TRY(text, checked(wish));
    }
    const office::CreditorRecord record = wish.ours ? office::CreditorRecord{} : record_of(program);
    FRIST_TRY(const letters::Letter letter, office::example_letter(record, which_one, text ? &text->found : nullptr));
    FRIST_TRY(const std::string pdf, print::pdf_of(letter));
    FRIST_TRY_DONE(write_file(wish.out, pdf));
    std::cout << fmt::format("{} with invented facts in {}\n", name_of(which_one.kind), wish.out);
    return exit_done;
}

Result<int> use(const Program& program, const TextWish& wish) {
    FRIST_TRY(const Checked text, checked(wish));
    FRIST_TRY(Session session, open_session(program));
    if (text.found.clarity.score() < letters::least_score && wish.reason.empty()) print_clarity(program, wish.name, text.found.clarity);
    FRIST_TRY(const letters::Clarity clarity, office::use_wording(session.record, text.which, wish.name, text.bytes, wish.reason));
    FRIST_TRY_DONE(keep_creditor(session));
    std::cout << fmt::format("{} in {} is written with this text from now on (score {})\n", name_of(text.which.kind), name_of(text.which.language), clarity.score());
    return exit_done;
}

Result<int> drop(const Program& program, const TextWish& wish) {
    FRIST_TRY(const Which which_one, which(wish));
    FRIST_TRY(Session session, open_session(program));
    office::drop_wording(session.record, which_one);
    FRIST_TRY_DONE(keep_creditor(session));
    std::cout << fmt::format("{} in {} is written with our text again\n", name_of(which_one.kind), name_of(which_one.language));
    return exit_done;
}

}  // namespace

void add_texts(CLI::App& app, Program& program) {
    CLI::App* texts = app.add_subcommand("texts", "The wordings of the letters, and a creditor's own");
    texts->require_subcommand(1);
    auto wish = std::make_shared<TextWish>();
    texts->add_subcommand("list", "Every letter and language, and how clear each is")->callback([&program] { run(program, [&program] { return list(program); }); });
    const auto add = [&](const char* name, const char* about, const char* what, Result<int> (*work)(const Program&, const TextWish&)) {
        CLI::App* command = texts->add_subcommand(name, about);
        command->add_option(what, wish->name, "the letter or its text file, named like notice.nb.txt")->required();
        command->add_option("--language", wish->language, "nb, nn or en");
        command->callback([&program, wish, work] { run(program, [&program, wish, work] { return work(program, *wish); }); });
        return command;
    };
    add("show", "Print the text of a letter", "LETTER", show)->add_flag("--ours", wish->ours, "ours, also when the creditor has its own");
    add("check", "Hold a text file against the law, and measure how clear it is", "FILE", check)->add_option("--letter", wish->kind, "the letter, when the file is not named after it");
    CLI::App* previewed = add("preview", "Print a text as PDF with invented facts", "LETTER_OR_FILE", preview);
    previewed->add_option("--out", wish->out, "the PDF")->required();
    previewed->add_flag("--ours", wish->ours, "ours, also when the creditor has its own");
    previewed->add_option("--letter", wish->kind, "the letter, when the file is not named after it");
    CLI::App* used = add("use", "Write the creditor's letters with this text", "FILE", use);
    used->add_option("--reason", wish->reason, "why a text that is hard to read is used");
    used->add_option("--letter", wish->kind, "the letter, when the file is not named after it");
    add("drop", "Go back to our text", "LETTER", drop);
}

}  // namespace frist::program
