// case N evidence: all that is known of a case, as a zip that can be checked without Frist.
#include "base/pch.h"
#include "main/post_room.h"
#include "office/evidence.h"
#include "post/zip_file.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string out;
    std::string letters;
};

Result<int> pack(const Program& program, office::Id case_id, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::unique_ptr<Doors> doors, Doors::open(program, session, wish.letters));
    const office::PostRoom room = doors->room();
    FRIST_TRY(office::Evidence evidence, office::evidence(session.desk(), session.record, case_id, room.archive, room.print));
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
    for (const std::string& one : evidence.missing) std::cout << "missing: " << one << '\n';
    return exit_done;
}

}  // namespace

void add_evidence(CLI::App* one, Program& program, const office::Id& case_id) {
    auto wish = std::make_shared<Wish>();
    CLI::App* sub = one->add_subcommand("evidence", "Letters, proofs, computation and log of the case as one zip, with an index and a checker");
    sub->add_option("--out", wish->out, "the zip file")->required();
    sub->add_option("--letters", wish->letters, "the folder that keeps the letters (letters, beside the database)");
    sub->callback([&program, wish, &case_id] { run(program, [&program, wish, &case_id] { return pack(program, case_id, *wish); }); });
}

}  // namespace frist::program
