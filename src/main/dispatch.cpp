#include "base/pch.h"
#include "main/post_room.h"
#include "store/connection.h"
#include "office/forewarning.h"
#include "office/returned_mail.h"
#include "office/returns.h"
#include "post/mail_door.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string letters;
    bool dry_run = false;
    office::Id case_id = 0;
    int letter = 0;
    std::string channel;
    std::string left;
};

json::object json_of_row(const office::DispatchRow& row) {
    json::object object{{"case", row.case_id}, {"letter", row.letter}, {"channel", name_of(row.channel)}, {"state", name_of(row.state)}, {"deciding", row.deciding}, {"address", row.address},
                        {"file", row.file}, {"sha256", row.sha256}, {"at", text(row.at)}, {"tries", row.tries}, {"said", row.said}};
    if (row.next_try) object["next_try"] = text(*row.next_try);
    if (!row.batch.empty()) object["batch"] = row.batch;
    return object;
}

Result<int> plan(const Program& program, const Session& session, const Doors& doors) {
    FRIST_TRY(const auto all, office::planned(session.desk(), session.record, doors.by_channel()));
    json::array list;
    for (const office::Planned& letter : all) {
        json::object object{{"case", letter.row.case_id}, {"letter", letter.row.letter}, {"kind", name_of(letter.row.kind)}};
        json::array copies;
        for (const office::Channel copy : letter.copies) copies.emplace_back(name_of(copy));
        object["copies"] = copies;
        if (letter.channel.ok()) object["channel"] = name_of(*letter.channel);
        else object["reason"] = json_of(letter.channel.error());
        list.push_back(object);
        if (program.json) continue;
        if (letter.channel.ok()) std::cout << fmt::format("case {:<6} {:<10} by {}{}\n", letter.row.case_id, name_of(letter.row.kind), name_of(*letter.channel), letter.copies.empty() ? "" : ", a copy by email");
        else std::cout << fmt::format("case {:<6} {:<10} by no channel: {}\n", letter.row.case_id, name_of(letter.row.kind), letter.channel.error().message);
    }
    if (program.json) print_json(json::object{{"would_leave", list}});
    else if (all.empty()) std::cout << "No letter may leave.\n";
    return exit_done;
}

Result<int> dispatch(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::unique_ptr<Doors> doors, Doors::open(program, session, wish.letters));
    if (wish.dry_run) return plan(program, session, *doors);
    if (doors->by_channel().empty())
        return Error{"channel.none", "channel", "no channel is set up", "Set one up with frist channel set, or use frist letters write and frist letters posted."};
    // Two who send at the same time would hand a letter over twice.
    FRIST_TRY(const auto duty, store::Connection::open(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const bool ours, duty->engine().take_duty(store::Duty::dispatch, session.creditor));
    if (!ours) return Error{"dispatch.busy", "dispatch", "somebody else is sending this creditor's letters", "Wait until that has ended; what it leaves behind goes with the next one."};
    FRIST_TRY(const office::Dispatched did, office::dispatch(session.desk(), session.record, doors->room()));
    for (const office::HeldLetter& letter : did.held) tell(Level::warning, letter.reason);
    for (const Error& trouble : did.troubles) fail(trouble);
    if (program.json) print_json(json::object{{"sent", did.sent}, {"handed", did.handed}, {"copies", did.copies}, {"later", did.later}, {"held", did.held.size()}, {"troubles", did.troubles.size()}});
    else std::cout << fmt::format("{} letters left, {} are with a print house or printer, {} copies; {} are tried again later, {} are held\n", did.sent, did.handed, did.copies, did.later, did.held.size());
    return did.troubles.empty() ? exit_done : exit_failed;
}

Result<int> status(const Program& program, office::Id case_id) {
    FRIST_TRY(const Session session, open_session(program));
    std::vector<office::DispatchRow> rows;
    if (case_id != 0) {
        FRIST_TRY([[maybe_unused]] const office::CaseRow row, office::case_row(session.desk(), case_id));
        FRIST_TRY(rows, session.store->dispatches_of_case(session.creditor, case_id));
    } else {
        for (std::size_t i = 0; i < names_of(office::DispatchState{}).size(); ++i) {
            FRIST_TRY(const auto more, session.store->dispatches(session.creditor, static_cast<office::DispatchState>(i)));
            rows.insert(rows.end(), more.begin(), more.end());
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return std::tuple(a.case_id, a.letter, a.channel) < std::tuple(b.case_id, b.letter, b.channel); });
    }
    json::array list;
    for (const office::DispatchRow& row : rows) {
        list.push_back(json_of_row(row));
        if (!program.json)
            std::cout << fmt::format("{} case {:<6} letter {} {:<15} {:<9} {}{}\n", text(row.at), row.case_id, row.letter, name_of(row.channel), name_of(row.state), row.said, row.deciding ? "" : " (copy)");
    }
    if (program.json) print_json(json::object{{"dispatches", list}});
    else if (rows.empty()) std::cout << "Nothing was handed to a channel.\n";
    return exit_done;
}

// What will leave in the next days: shown, or as a mail to the creditor.
Result<int> forewarn(const Program& program, int days, const std::string& to, bool only_show) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Forewarning made, office::forewarning(session.desk(), session.record, days));
    const std::string address = to.empty() ? session.record.email : to;
    if (!only_show) {
        if (address.empty()) return Error{"channel.address", "--to", "the creditor has no e-mail address", "Name one with --to."};
        if (session.record.doors.mail.server.empty()) return Error{"channel.mail", "--server", "no mail server is set up", "Set it up with frist channel set email, or look with --show."};
        FRIST_TRY(const post::MailRoom room, mail_room(session));
        FRIST_TRY_DONE(post::send_words(room, {fmt::format("{}-forewarning-{}", session.record.org_number, text(session.today)), address, made.subject, made.words}));
    }
    if (program.json) print_json(json::object{{"letters", made.letters}, {"sent", !only_show}, {"subject", made.subject}, {"words", made.words}});
    else if (only_show) std::cout << made.subject << "\n\n" << made.words;
    else std::cout << fmt::format("{} letters within {} days, told by e-mail\n", made.letters, days);
    return exit_done;
}

// Paper that came back, told by a file.
Result<int> returned_paper(const Program& program, const std::string& file) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::string bytes, bytes_of(file));
    const auto taken = office::take_returned_paper(session.desk(), session.record, bytes);
    if (!taken.ok()) return fail_in(file, taken.error(), exit_failed);
    json::array list;
    for (const office::TakenReturn& one : *taken) {
        list.push_back(json::object{{"place", one.paper.place}, {"case", one.paper.case_id}, {"letter", one.paper.letter}, {"end", name_of(one.end)}, {"reason", one.paper.reason}});
        if (!program.json) std::cout << fmt::format("{}: case {} letter {}: {}\n", one.paper.place, one.paper.case_id, one.paper.letter, name_of(one.end));
    }
    if (program.json) print_json(json::object{{"returned", list}});
    return exit_done;
}

Result<int> returns(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const post::MailRoom room, mail_room(session));
    if (room.imap.url.empty()) return Error{"channel.imap", "--imap", "no server is set up where mail comes back to", "Set it up with frist channel set email --imap."};
    FRIST_TRY(const auto came, post::read_returns(room, session.today));
    json::array list;
    for (const office::Receipt& receipt : came) {
        bool news = false;
        if (receipt.state == office::DispatchState::bounced) {
            FRIST_TRY(news, office::came_back(session.desk(), session.record, office::Channel::email, receipt));
        }
        list.push_back(json::object{{"letter", receipt.id}, {"state", name_of(receipt.state)}, {"said", receipt.said}, {"new", news}});
        if (!program.json) std::cout << fmt::format("letter {} {}{}\n", receipt.id, receipt.said, news ? "" : " (nothing follows)");
    }
    if (program.json) print_json(json::object{{"returned", list}});
    else if (came.empty()) std::cout << "Nothing came back.\n";
    return exit_done;
}

Result<office::Channel> channel_of(const std::string& name) {
    const auto channel = enum_of<office::Channel>(name);
    if (!channel) return Error{"dispatch.channel", "--channel", "is not known", "Use paper, email or digital_mailbox."};
    return *channel;
}

Result<int> settle(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Channel channel, channel_of(wish.channel));
    FRIST_TRY_DONE(office::settle(session.desk(), session.record, wish.case_id, wish.letter, channel, wish.left == "yes"));
    return status(program, wish.case_id);
}

Result<int> again(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Channel channel, channel_of(wish.channel));
    FRIST_TRY_DONE(office::try_again(session.desk(), wish.case_id, wish.letter, channel));
    return status(program, wish.case_id);
}

Result<int> list_tasks(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto all, office::tasks(session.desk()));
    json::array list;
    for (const office::Task& task : all) {
        list.push_back(json::object{{"case", task.case_id}, {"letter", task.letter}, {"channel", name_of(task.channel)}, {"state", name_of(task.state)}, {"since", text(task.since)}, {"says", task.says}, {"remedy", task.remedy}});
        if (!program.json) std::cout << fmt::format("case {:<6} letter {} {} {}: {}. {}\n", task.case_id, task.letter, name_of(task.channel), name_of(task.state), task.says, task.remedy);
    }
    if (program.json) print_json(json::object{{"tasks", list}});
    else if (all.empty()) std::cout << "Nothing waits for a person.\n";
    return exit_done;
}

void which_letter(CLI::App* command, Wish& wish) {
    command->add_option("--case", wish.case_id, "the case")->required();
    command->add_option("--letter", wish.letter, "the number of its letter")->required();
    command->add_option("--channel", wish.channel, "paper, email or digital_mailbox")->required();
}

}  // namespace

void add_dispatch(CLI::App& app, Program& program) {
    auto wish = std::make_shared<Wish>();
    CLI::App* send = app.add_subcommand("dispatch", "Every letter that may leave now leaves, by the channels that are set up");
    send->require_subcommand(0, 1);
    send->add_option("--letters", wish->letters, "the folder that keeps them (letters, beside the database)");
    send->add_flag("--dry-run", wish->dry_run, "only say what would leave, and how");
    send->callback([&program, wish, send] {
        if (send->get_subcommands().empty()) run(program, [&program, wish] { return dispatch(program, *wish); });
    });
    CLI::App* told = send->add_subcommand("status", "What was handed to a channel, and what it said");
    told->add_option("--case", wish->case_id, "only of this case");
    told->callback([&program, wish] { run(program, [&program, wish] { return status(program, wish->case_id); }); });
    CLI::App* came = send->add_subcommand("returns", "Read what came back by e-mail, or with --file what came back on paper");
    auto paper = std::make_shared<std::string>();
    came->add_option("--file", *paper, "a sheet with code, reason, street, postal_code, place, country");
    came->callback([&program, paper] { run(program, [&program, paper] { return paper->empty() ? returns(program) : returned_paper(program, *paper); }); });
    CLI::App* person = send->add_subcommand("settle", "A person has found out whether a letter left");
    which_letter(person, *wish);
    person->add_option("--left", wish->left, "yes or no")->required()->check(CLI::IsMember({"yes", "no"}));
    person->callback([&program, wish] { run(program, [&program, wish] { return settle(program, *wish); }); });
    CLI::App* retry = send->add_subcommand("again", "A letter that a channel refused is tried again with the next dispatch");
    which_letter(retry, *wish);
    retry->callback([&program, wish] { run(program, [&program, wish] { return again(program, *wish); }); });
    auto days = std::make_shared<int>(14);
    auto to = std::make_shared<std::string>();
    auto only_show = std::make_shared<bool>(false);
    CLI::App* ahead = send->add_subcommand("forewarn", "Tell the creditor by e-mail what will go out in the next days");
    ahead->add_option("--days", *days, "so many days ahead (14)")->check(CLI::Range(0, 365));
    ahead->add_option("--to", *to, "the address (the creditor's own when left out)");
    ahead->add_flag("--show", *only_show, "show it, and send nothing");
    ahead->callback([&program, days, to, only_show] { run(program, [&program, days, to, only_show] { return forewarn(program, *days, *to, *only_show); }); });
    app.add_subcommand("tasks", "What waits for a person: letters that a channel refused, that came back, or may have left")->callback([&program] {
        run(program, [&program] { return list_tasks(program); });
    });
}

}  // namespace frist::program
