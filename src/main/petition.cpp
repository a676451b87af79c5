// petition KIND --case N: what a court, a board or an enforcement office gets, with everything enclosed, as one PDF.
#include "base/pch.h"
#include "main/post_room.h"
#include "office/petitions.h"
#include "print/press.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string kind, out, letters, number, language;
    std::string trustee, street, postal_code, place;
    std::vector<std::string> words;
    office::Id case_id = 0;
    bool no_default_judgment = false;
    bool no_board = false;
};

std::vector<std::string> kind_names() {
    const auto names = names_of(office::PetitionKind{});
    return {names.begin(), names.end()};
}

int refused(const office::Petition& made, office::Id case_id) {
    for (const rules::Refusal& refusal : made.refusals) tell(Level::error, refusal.error(fmt::format("case {}", case_id)));
    return exit_failed;
}

void tell_doubts(const office::Petition& made, office::Id case_id) {
    for (const std::string& one : made.doubts) tell(Level::finding, Error{"petition.doubt", fmt::format("case {}", case_id), one, "Look at it before the document leaves."});
}

Result<int> make(const Program& program, const Wish& wish) {
    const auto kind = enum_of<office::PetitionKind>(wish.kind);
    FRIST_CHECK(kind.has_value());   // the command takes only these
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::unique_ptr<Doors> doors, Doors::open(program, session, wish.letters));
    const office::PostRoom room = doors->room();
    office::PetitionWish asked{*kind, wish.number, wish.words, !wish.no_default_judgment, !wish.no_board, enum_of<letters::Language>(wish.language), wish.trustee, {wish.street, "", wish.postal_code, wish.place, "NO"}};
    FRIST_TRY(const office::Petition made, office::petition(session.desk(), session.record, wish.case_id, asked, room.archive, room.print));
    if (!made.refusals.empty()) return refused(made, wish.case_id);
    if (!wish.out.empty()) {
        std::vector<std::string> all(1);
        FRIST_TRY(all.front(), room.print(made.letter));
        all.insert(all.end(), made.enclosures.begin(), made.enclosures.end());
        FRIST_TRY(const std::string pdf, print::joined(all));
        FRIST_TRY_DONE(write_file(wish.out, pdf));
    }
    tell_doubts(made, wish.case_id);
    if (program.json) print_json(json::object{{"case", wish.case_id}, {"kind", wish.kind}, {"file", wish.out}, {"enclosures", made.enclosures.size()}, {"doubts", json::array(made.doubts.begin(), made.doubts.end())}, {"text", letters::plain_text(made.letter)}});
    else if (wish.out.empty()) std::cout << letters::plain_text(made.letter);
    else if (*kind == office::PetitionKind::estate) std::cout << fmt::format("{}: claim of case {} in the estate, with {} enclosures\n", wish.out, wish.case_id, made.enclosures.size());
    else std::cout << fmt::format("{}: {} of case {} with {} enclosures; frist case {} filed {} tells that it went\n", wish.out, wish.kind, wish.case_id, made.enclosures.size(), wish.case_id, wish.kind);
    return exit_done;
}

}  // namespace

void add_petition(CLI::App& app, Program& program) {
    auto wish = std::make_shared<Wish>();
    CLI::App* made = app.add_subcommand("petition", "A petition for attachment, a complaint to the conciliation board, a bankruptcy petition or a claim in an estate, with its enclosures in one PDF");
    made->add_option("KIND", wish->kind, fmt::format("{}", fmt::join(kind_names(), ", ")))->required()->check(CLI::IsMember(kind_names()));
    made->add_option("--case", wish->case_id, "the case")->required();
    made->add_option("--out", wish->out, "the PDF; its words are shown when left out");
    made->add_option("--letters", wish->letters, "the folder that keeps the letters (letters, beside the database)");
    made->add_option("--number", wish->number, "the birth number of a person: printed, and kept nowhere");
    made->add_option("--words", wish->words, "more about the case, a paragraph for each")->take_all()->expected(1);
    made->add_option("--language", wish->language, "nb, nn or en (the creditor's own when left out)")->check(CLI::IsMember({"nb", "nn", "en"}));
    made->add_option("--trustee", wish->trustee, "estate: who winds it up (the court or the enforcement office when left out)");
    made->add_option("--street", wish->street, "the trustee's street or box");
    made->add_option("--postal-code", wish->postal_code, "the trustee's postal code");
    made->add_option("--place", wish->place, "the trustee's post town");
    made->add_flag("--no-default-judgment", wish->no_default_judgment, "do not ask for judgment by default");
    made->add_flag("--no-board", wish->no_board, "attachment: do not ask for the conciliation board when the debtor objects");
    made->callback([&program, wish] { run(program, [&program, wish] { return make(program, *wish); }); });
}

}  // namespace frist::program
