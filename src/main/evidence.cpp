// case N evidence: all that is known of a case, as a zip that can be checked without Frist.
#include "base/pch.h"
#include "main/post_room.h"
#include "office/evidence.h"
#include "office/hand_over.h"
#include "post/zip_file.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string out;
    std::string letters;
};

enum class Pack { evidence, hand_over };

Result<int> pack(const Program& program, office::Id case_id, const Wish& wish, Pack what) {
    FRIST_TRY(const Session session, open_session(program));
    std::vector<office::Enclosed> also;
    if (what == Pack::hand_over) {
        FRIST_TRY(const json::object told, office::hand_over(session.desk(), session.record, case_id));
        also.push_back({{"hand_over.json", json::serialize(told) + "\n"}, "Saken som data, for inkassoforetaket som overtar den"});
    }
    FRIST_TRY(const std::unique_ptr<Doors> doors, Doors::open(program, session, wish.letters));
    const office::PostRoom room = doors->room();
    FRIST_TRY(office::Evidence evidence, office::evidence(session.desk(), session.record, case_id, room.archive, room.print, std::move(also)));
    std::vector<post::Packed> files;
    files.reserve(evidence.files.size());
    for (office::EvidenceFile& file : evidence.files) files.push_back({std::move(file.name), std::move(file.bytes)});
    FRIST_TRY_DONE(post::write_zip(wish.out, files));
    if (program.json) {
        json::array missing(evidence.missing.begin(), evidence.missing.end());
        print_json(json::object{{"case", case_id}, {"file", wish.out}, {"files", files.size()}, {"missing", missing}});
        return exit_done;
    }
    std::cout << fmt::format("{} files in {}; python3 check.py inside it checks them\n", files.size(), wish.out);
    if (what == Pack::hand_over) std::cout << fmt::format("When the agency has it: frist case {} pause, so that nothing more leaves from here.\n", case_id);
    for (const std::string& one : evidence.missing) std::cout << "missing: " << one << '\n';
    return exit_done;
}

}  // namespace

void add_evidence(CLI::App* one, Program& program, const office::Id& case_id) {
    const auto sub = [&](const char* name, const char* about, Pack what) {
        auto wish = std::make_shared<Wish>();
        CLI::App* made = one->add_subcommand(name, about);
        made->add_option("--out", wish->out, "the zip file")->required();
        made->add_option("--letters", wish->letters, "the folder that keeps the letters (letters, beside the database)");
        made->callback([&program, wish, what, &case_id] { run(program, [&program, wish, what, &case_id] { return pack(program, case_id, *wish, what); }); });
    };
    sub("evidence", "Letters, proofs, computation and log of the case as one zip, with an index and a checker", Pack::evidence);
    sub("hand-over", "The same with the case as data, for an agency that takes it over", Pack::hand_over);
}

}  // namespace frist::program
