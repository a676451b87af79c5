// Below `frist case N`: what a court or an enforcement office was asked, when it is heard and how it ended.
#include "base/pch.h"
#include "main/program.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct LegalWish {
    std::string kind, on, reference, hearing, outcome, deadline;
};

Result<int> answer(const Program& program, office::Id id, const std::function<Result<cases::Command>(Date)>& make) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const cases::Command wish, make(session.today));
    FRIST_TRY(const office::CaseRow row, office::answer(session.desk(), id, wish, "hand:" + text(session.today)));
    const cases::Case& c = row.state;
    if (program.json) {
        const json::value filing = c.filings.empty() ? json::value(nullptr) : json::value(to_json(c.filings.back()));
        print_json(json::object{{"case", id}, {"state", name_of(c.state())}, {"served", c.served ? json::value(text(*c.served)) : json::value(nullptr)}, {"filing", filing}, {"noticed", c.enforcement_noticed() ? json::value(text(*c.enforcement_noticed())) : json::value(nullptr)}});
        return exit_done;
    }
    std::cout << fmt::format("case {} is {}\n", id, name_of(c.state()));
    if (!c.filings.empty()) std::cout << filing_in_words(c.filings.back());
    return exit_done;
}

}  // namespace

std::string filing_in_words(const cases::Filing& filing) {
    std::string words = fmt::format("  {} {} filed", text(filing.on), name_of(filing.kind));
    if (!filing.reference.empty()) words += ", reference " + filing.reference;
    if (filing.fee.positive()) words += fmt::format(", court fee {} ({})", text(filing.fee), filing.fee_rule);
    if (filing.writing.positive()) words += fmt::format(", writing {} ({})", text(filing.writing), filing.writing_rule);
    if (filing.hearing) words += ", heard " + text(*filing.hearing);
    if (filing.decided) words += fmt::format(", {} {}", name_of(*filing.outcome), text(*filing.decided));
    return words + "\n";
}

void add_legal(CLI::App* one, Program& program, const office::Id& case_id) {
    auto wish = std::make_shared<LegalWish>();
    const auto sub = [&](const char* name, const char* about, std::function<Result<cases::Command>(Date)> make) {
        CLI::App* made = one->add_subcommand(name, about);
        made->callback([&program, &case_id, make] { run(program, [&] { return answer(program, case_id, make); }); });
        return made;
    };
    CLI::App* filed = sub("filed", "A legal step went to the court or the office; its fee is part of the debt from then", [wish](Date today) -> Result<cases::Command> {
        const auto kind = enum_of<cases::StepKind>(wish->kind);
        if (!kind || !cases::is_legal(*kind)) return Error{"legal.kind", "KIND", "\"" + wish->kind + "\" is no legal step", "Use attachment, conciliation or bankruptcy."};
        FRIST_TRY(const Date on, day_of(wish->on, "--on", today));
        return cases::Command(cases::ReportFiled{*kind, on, wish->reference});
    });
    filed->add_option("KIND", wish->kind, "attachment, conciliation or bankruptcy")->required();
    filed->add_option("--on", wish->on, "the day it was filed (today when left out)");
    filed->add_option("--reference", wish->reference, "the number the court or the office gave it");
    CLI::App* heard = sub("hearing", "The day in court", [wish](Date today) -> Result<cases::Command> {
        FRIST_TRY(const Date hearing, day_of(wish->hearing, "DAY", today));
        return cases::Command(cases::ReportHearing{hearing});
    });
    heard->add_option("DAY", wish->hearing, "the day")->required();
    CLI::App* served = sub("served", "The bankruptcy demand was served on the debtor", [wish](Date today) -> Result<cases::Command> {
        FRIST_TRY(const Date on, day_of(wish->on, "--on", today));
        return cases::Command(cases::ReportServed{on});
    });
    served->add_option("--on", wish->on, "the day it was served (today when left out)");
    CLI::App* noticed = sub("noticed", "A notice of enforcement left as a letter of its own", [wish](Date today) -> Result<cases::Command> {
        FRIST_TRY(const Date on, day_of(wish->on, "--on", today));
        cases::ReportNoticed report{on, {}};
        if (!wish->deadline.empty()) {
            FRIST_TRY(report.deadline, day_of(wish->deadline, "--deadline", today));
        }
        return cases::Command(report);
    });
    noticed->add_option("--on", wish->on, "the day it left (today when left out)");
    noticed->add_option("--deadline", wish->deadline, "the last day it gives (two weeks when left out)");
    CLI::App* decided = sub("decided", "How the court or the office ended it", [wish](Date today) -> Result<cases::Command> {
        const auto outcome = enum_of<cases::LegalOutcome>(wish->outcome);
        FRIST_CHECK(outcome.has_value());   // the command takes only the outcomes there are
        FRIST_TRY(const Date on, day_of(wish->on, "--on", today));
        return cases::Command(cases::ReportDecided{*outcome, on, wish->reference});
    });
    const auto names = names_of(cases::LegalOutcome{});
    const std::vector<std::string> outcomes(names.begin(), names.end());
    decided->add_option("OUTCOME", wish->outcome, fmt::format("{}", fmt::join(outcomes, ", ")))->required()->check(CLI::IsMember(outcomes));
    decided->add_option("--on", wish->on, "the day of the decision (today when left out)");
    decided->add_option("--reference", wish->reference, "its number");
}

}  // namespace frist::program
