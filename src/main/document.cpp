// document KIND --case N: a letter that no course orders, as a person asks for it. It is written and not sent; that a PDF
// was made is kept with the case.
#include "base/hash.h"
#include "base/pch.h"
#include "letters/letter.h"
#include "main/program.h"
#include "office/case_facts.h"
#include "office/documents.h"
#include "print/press.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;
using letters::Kind;

struct DocumentOptions {
    std::string kind, out, first, answer_by, received, verdict, refund_account;
    std::vector<std::string> words;
    office::Id case_id = 0;
    int every = 30;
    int count = 0;
    bool copy = false;
};

// The kinds that `frist letters` does not make by itself.
constexpr auto asked_for = std::to_array<Kind>({Kind::enforcement_notice, Kind::instalment_agreement, Kind::receipt, Kind::closing, Kind::objection_answer,
                                                Kind::bankruptcy_demand, Kind::annex});

std::vector<std::string> asked_for_names() {
    std::vector<std::string> names;
    names.reserve(asked_for.size());
    for (const Kind kind : asked_for) names.emplace_back(name_of(kind));
    return names;
}

Result<std::optional<Date>> maybe_day(const std::string& written, const char* option) {
    if (written.empty()) return std::optional<Date>{};
    FRIST_TRY(const Date day, day_of(written, option, Date{}));
    return std::optional<Date>(day);
}

Result<office::DocumentWish> plan_of(const DocumentOptions& options) {
    if (options.first.empty() && options.count == 0) return office::DocumentWish(std::monostate{});
    if (options.first.empty()) return Error{"document.plan", "--first", "the first day is missing", "Say when the first instalment is due."};
    if (options.count < 1) return Error{"document.plan", "--count", "the number of instalments is missing", "Say how many there are."};
    office::PlanWish plan;
    FRIST_TRY(plan.first, day_of(options.first, "--first", Date{}));
    plan.every_days = options.every;
    plan.count = options.count;
    FRIST_TRY(plan.answer_by, maybe_day(options.answer_by, "--answer-by"));
    return office::DocumentWish(plan);
}

Result<office::DocumentWish> answer_of(const DocumentOptions& options) {
    if (options.received.empty()) return Error{"document.answer", "--received", "the day the objection came is missing", "Say it; the letter names it."};
    if (options.words.empty()) return Error{"document.answer", "--words", "the answer gives no reason", "Say why, a paragraph for each --words."};
    office::AnswerWish answer;
    FRIST_TRY(answer.received, day_of(options.received, "--received", Date{}));
    const auto verdict = enum_of<letters::Verdict>(options.verdict);
    if (!verdict) return Error{"document.answer", "--verdict", "is missing or not known", "Say upheld, partly or rejected."};
    answer.verdict = *verdict;
    answer.words = options.words;
    FRIST_TRY(answer.deadline, maybe_day(options.answer_by, "--answer-by"));
    return office::DocumentWish(answer);
}

Result<office::DocumentWish> wish_of(Kind kind, const DocumentOptions& options) {
    if (kind == Kind::instalment_agreement) return plan_of(options);
    if (kind == Kind::objection_answer) return answer_of(options);
    if (kind == Kind::closing) return office::DocumentWish(office::ClosingWish{options.refund_account});
    return office::DocumentWish(std::monostate{});
}

Result<int> make(const Program& program, const DocumentOptions& options) {
    const auto kind = enum_of<Kind>(options.kind);
    FRIST_CHECK(kind.has_value());
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::DocumentWish wish, wish_of(*kind, options));
    FRIST_TRY(const letters::Texts texts, office::texts_of(session.record));
    const office::Purpose purpose = options.copy ? office::Purpose::copy : office::Purpose::send;
    FRIST_TRY(const office::MadeDocument made, office::make_document(session.desk(), session.record, options.case_id, *kind, wish, purpose, texts));
    for (const rules::Refusal& refusal : made.refusals) tell(options.copy ? Level::finding : Level::error, refusal.error(fmt::format("case {}", options.case_id)));
    if (!made.refusals.empty() && !options.copy) return exit_failed;
    const letters::Letter& letter = made.letter;
    if (!options.out.empty()) {
        FRIST_TRY(const std::string pdf, print::pdf_of(letter));
        FRIST_TRY_DONE(write_file(options.out, pdf));
        FRIST_TRY_DONE(office::note_document(session.desk(), options.case_id, made, sha256(pdf)));
    }
    if (program.json) print_json(json::object{{"case", options.case_id}, {"kind", options.kind}, {"file", options.out}, {"text", letters::plain_text(letter)}});
    else if (options.out.empty()) std::cout << letters::plain_text(letter);
    else std::cout << fmt::format("{}: {} of case {}\n", options.out, options.kind, options.case_id);
    return exit_done;
}

}  // namespace

void add_document(CLI::App& app, Program& program) {
    auto options = std::make_shared<DocumentOptions>();
    CLI::App* made = app.add_subcommand("document", "A letter that no course orders, dated today: words on the screen, or a PDF, which is remembered. Nothing is sent");
    made->add_option("KIND", options->kind, fmt::format("{}", fmt::join(asked_for_names(), ", ")))->required()->check(CLI::IsMember(asked_for_names()));
    made->add_option("--case", options->case_id, "the case")->required();
    made->add_option("--out", options->out, "the PDF; its words are shown when left out");
    made->add_option("--first", options->first, "instalment_agreement: the first instalment's day (the plan of the case when left out)");
    made->add_option("--every", options->every, "instalment_agreement: days between them");
    made->add_option("--count", options->count, "instalment_agreement: how many");
    made->add_option("--answer-by", options->answer_by, "instalment_agreement, objection_answer: the last day (14 days from today when left out)");
    made->add_option("--received", options->received, "objection_answer: the day the objection came");
    made->add_option("--verdict", options->verdict, "objection_answer: upheld, partly or rejected");
    made->add_option("--words", options->words, "objection_answer: why, a paragraph for each")->take_all()->expected(1);
    made->add_option("--refund-account", options->refund_account, "closing: where what was overpaid goes");
    made->add_flag("--copy", options->copy, "only to look at: DRAFT across it, also when it may not be sent; nothing is remembered");
    made->callback([&program, options] { run(program, [&program, options] { return make(program, *options); }); });
}

}  // namespace frist::program
