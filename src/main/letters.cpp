#include "base/hash.h"
#include "base/pch.h"
#include "main/program.h"
#include "letters/letter.h"
#include "office/send_letters.h"
#include "print/press.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

json::object json_of_row(const office::LetterRow& row) {
    json::object object{{"case", row.case_id}, {"letter", row.letter}, {"kind", name_of(row.kind)}, {"on", text(row.on)}, {"state", name_of(row.state)}};
    if (row.deadline) object["deadline"] = text(*row.deadline);
    object["fee"] = text(row.fee);
    if (!row.file.empty()) object["file"] = row.file;
    return object;
}

Result<int> list(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Outbox outbox, office::outbox(session.desk(), session.record));
    json::array ready;
    json::array held;
    for (const office::ReadyLetter& letter : outbox.ready) {
        ready.push_back(json_of_row(letter.row));
        if (!program.json)
            std::cout << fmt::format("case {:<6} {:<10} {:<9} deadline {}, fee {}, to pay {}\n", letter.row.case_id, name_of(letter.row.kind), name_of(letter.row.state),
                                     letter.row.deadline ? text(*letter.row.deadline) : "none", text(letter.row.fee), text(letter.facts.total));
    }
    for (const office::HeldLetter& letter : outbox.held) {
        json::object object = json_of_row(letter.row);
        object["reason"] = json_of(letter.reason);
        held.push_back(object);
        if (!program.json) std::cout << fmt::format("case {:<6} {:<10} waits: {} {}\n", letter.row.case_id, name_of(letter.row.kind), letter.reason.message, letter.reason.remedy);
    }
    if (program.json) print_json(json::object{{"ready", ready}, {"held", held}});
    else if (outbox.ready.empty() && outbox.held.empty()) std::cout << "No letter waits.\n";
    return exit_done;
}

Result<int> write(const Program& program, const std::string& folder) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const WrittenLetters written, write_letters(session, session.today, folder));
    for (const Error& reason : written.held) std::cerr << "waits: " << text(reason) << '\n';
    if (program.json) print_json(json::object{{"written", written.count}, {"held", written.held.size()}, {"batch", written.batch}});
    else std::cout << fmt::format("{} letters in {}{}\n", written.count, folder, written.batch.empty() ? "" : ", all of them in " + written.batch);
    return exit_done;
}

Result<int> post(const Program& program, const std::string& on_text) {
    FRIST_TRY(const Session session, open_session(program));
    Date on = session.today;
    if (!on_text.empty()) {
        const Result<Date> day = Date::parse(on_text);
        if (!day.ok()) return Error{day.error().code, "--on", day.error().message, day.error().remedy};
        on = *day;
    }
    FRIST_TRY(const office::Posted posted, office::posted(session.desk(), on));
    for (const office::HeldLetter& letter : posted.refused) fail(letter.reason);
    if (program.json) print_json(json::object{{"posted", posted.count}, {"refused", posted.refused.size()}});
    else std::cout << fmt::format("{} letters left on {}\n", posted.count, text(on));
    return posted.refused.empty() ? exit_done : exit_failed;
}

Result<int> approve(const Program& program, office::Id case_id) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::CaseRow row, office::case_row(session.desk(), case_id));
    const int letter = row.state.ordered ? row.state.ordered->letter : 0;
    FRIST_TRY([[maybe_unused]] const office::CaseRow after, office::answer(session.desk(), case_id, cases::ApproveLetter{letter}, "hand:" + text(session.today)));
    std::cout << fmt::format("letter {} of case {} is approved\n", letter, case_id);
    return exit_done;
}

}  // namespace

Result<WrittenLetters> write_letters(const Session& session, Date day, const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Error{"file.write", folder, "the folder cannot be made", "Check the name and the rights."};
    const office::Desk desk = session.desk(day);
    FRIST_TRY(office::Outbox outbox, office::outbox(desk, session.record));
    FRIST_TRY(const letters::Texts texts, letters::Texts::read(embedded::texts(), embedded::law()));
    WrittenLetters result;
    std::vector<letters::Letter> batch;
    for (office::ReadyLetter& ready : outbox.ready) {
        const auto held = [&](const Error& reason) {
            result.held.push_back({reason.code, fmt::format("case {} letter {} {}", ready.row.case_id, ready.row.letter, reason.field), reason.message, reason.remedy});
        };
        const Result<letters::Letter> letter = letters::compose(ready.facts, texts);
        if (!letter.ok()) {
            held(letter.error());
            continue;
        }
        const Result<std::string> pdf = print::pdf_of(*letter);
        if (!pdf.ok()) {
            held(pdf.error());
            continue;
        }
        ready.row.file = fmt::format("{}_case{}_{}_{}.pdf", text(day), ready.row.case_id, ready.row.letter, name_of(ready.row.kind));
        ready.row.sha256 = sha256(*pdf);
        FRIST_TRY_DONE(write_file(folder + "/" + ready.row.file, *pdf));
        FRIST_TRY_DONE(office::written(desk, ready.row));
        batch.push_back(*letter);
        ++result.count;
    }
    for (const office::HeldLetter& letter : outbox.held) result.held.push_back(letter.reason);
    if (!batch.empty()) {
        FRIST_TRY(const std::string pdf, print::pdf_of(std::span<const letters::Letter>(batch), print::Sides::one));
        result.batch = folder + "/" + text(day) + "_all.pdf";
        FRIST_TRY_DONE(write_file(result.batch, pdf));
    }
    return result;
}

void add_letters(CLI::App& app, Program& program) {
    CLI::App* letters = app.add_subcommand("letters", "Letters that wait to leave");
    letters->require_subcommand(1);
    letters->add_subcommand("list", "What waits, and why some may not leave yet")->callback([&program] { run(program, [&program] { return list(program); }); });
    auto out = std::make_shared<std::string>();
    CLI::App* wrote = letters->add_subcommand("write", "Write one PDF per letter and one of them all, dated today");
    wrote->add_option("--out", *out, "the folder")->required();
    wrote->callback([&program, out] { run(program, [&program, out] { return write(program, *out); }); });
    auto on = std::make_shared<std::string>();
    CLI::App* left = letters->add_subcommand("posted", "Everything that is written has left");
    left->add_option("--on", *on, "the day it was posted (today when left out)");
    left->callback([&program, on] { run(program, [&program, on] { return post(program, *on); }); });
    auto which = std::make_shared<office::Id>(0);
    CLI::App* approved = letters->add_subcommand("approve", "A person says yes to the letter of a case");
    approved->add_option("CASE", *which, "the case")->required();
    approved->callback([&program, which] { run(program, [&program, which] { return approve(program, *which); }); });
}

}  // namespace frist::program
