// notify: mails to the people of the office, when something is ready, at the legal stage or held.
#include "access/mail_words.h"
#include "access/notifications.h"
#include "access/passwords.h"
#include "base/pch.h"
#include "main/people.h"
#include "main/post_room.h"
#include "office/news.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;
using access::MailState;
using office::DispatchState;

access::NewsRow row_of(const office::CaseNews& news, office::Id creditor) {
    access::NewsRow row;
    switch (news.kind) {
        case office::News::ready: row.kind = access::NewsKind::ready; break;
        case office::News::legal: row.kind = access::NewsKind::legal; break;
        case office::News::held: row.kind = access::NewsKind::held; break;
    }
    row.creditor = creditor;
    row.case_id = news.case_id;
    row.what = news.what;
    return row;
}

struct Creditors {
    std::map<office::Id, office::CreditorRecord> records;
    std::map<office::Id, std::string> names;
};

Result<Creditors> all_creditors(office::Store& store) {
    Creditors all;
    FRIST_TRY(const auto rows, store.creditors());
    for (const office::CreditorRow& row : rows) {
        FRIST_TRY(office::CreditorRecord record, office::creditor_record(row.record));
        all.names[row.id] = record.name;
        all.records[row.id] = std::move(record);
    }
    return all;
}

access::Due due_now(const PostOffice& post, const Creditors& creditors, NotifyReport& report) {
    access::Due due;
    for (const auto& [id, record] : creditors.records) {
        const office::Desk desk{post.store, post.country, id, post.wall.day, post.wall};
        const auto news = office::case_news(desk, record, post.cases);
        if (!news.ok()) {
            report.trouble.push_back(news.error());
            continue;
        }
        due.creditors.push_back(id);
        if (!record.doors.mail.server.empty()) due.doors.push_back(id);
        for (const office::CaseNews& one : *news) due.news.push_back(row_of(one, id));
    }
    return due;
}

std::string id_of(const access::MailRow& mail) { return fmt::format("frist-{}-{}", mail.id, mail.made.second); }

post::Words words_of(const PostOffice& post, const access::Outgoing& one, const Creditors& creditors, const std::string& address) {
    const std::string token = access::unsubscribe_token(post.porter.seal, one.person.id);
    const std::string link = address + "/api/unsubscribe/" + token;
    const access::MailText text = access::mail_text(one.person.language, one.news, {creditors.names, address + "/", link});
    return {id_of(one.mail), one.person.email, text.subject, text.text, {{"List-Unsubscribe", "<" + link + ">"}, {"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"}}};
}

MailState state_after(DispatchState state) {
    switch (state) {
        case DispatchState::sent: return MailState::sent;
        case DispatchState::begun: return MailState::begun;
        case DispatchState::later: return MailState::waiting;
        case DispatchState::handed:
        case DispatchState::failed:
        case DispatchState::uncertain:
        case DispatchState::bounced: break;
    }
    return MailState::failed;
}

Outcome keep_answer(const PostOffice& post, access::MailRow mail, const office::Answer& answer, NotifyReport& report) {
    const MailState state = state_after(answer.state);
    if (state == MailState::sent) ++report.sent;
    if (state == MailState::waiting || state == MailState::begun) ++report.later;
    if (state == MailState::failed) {
        ++report.failed;
        report.trouble.push_back(Error{"notify.failed", fmt::format("person {}", mail.person), answer.said, "Look at the person's e-mail address and at frist channel show."});
    }
    return access::end_mail(post.porter, std::move(mail), state, answer.said);
}

// One that was begun before is asked for in the archive first, and waits there for its time; then it leaves.
Outcome send_one(const PostOffice& post, const access::Outgoing& one, const Creditors& creditors, const std::string& address, NotifyReport& report) {
    const auto record = creditors.records.find(one.mail.creditor);
    FRIST_CHECK(record != creditors.records.end());
    FRIST_TRY(const post::MailRoom room, mail_room(record->second, post.wall));
    if (room.smtp.url.empty()) return keep_answer(post, one.mail, {DispatchState::later, "the creditor has no mail server any more"}, report);
    if (one.mail.state == MailState::begun) {
        FRIST_TRY(const Moment begun, Moment::parse(one.mail.begun));
        const office::Answer answer = post::ask_archive(room, id_of(one.mail), begun, post.wall);
        const bool archived = !room.imap.url.empty() && !room.archive.empty();
        // Another process may be at it, or the archive is away: both are seen later.
        if (answer.state == DispatchState::uncertain && (archived || post.wall < after(begun, room.archive_minutes))) {
            ++report.later;
            return done;
        }
        if (answer.state != DispatchState::later) return keep_answer(post, one.mail, answer, report);
    }
    access::MailRow mail = one.mail;
    FRIST_TRY(const bool ours, access::begin_mail(post.porter, mail, text(post.wall)));
    if (!ours) return done;
    mail.begun = text(post.wall);
    ++mail.tries;
    return keep_answer(post, mail, post::send_archived(room, words_of(post, one, creditors, address)), report);
}

Result<int> notify(const Program& program, const std::string& key_file, bool urgent_only) {
    FRIST_TRY(const Moment wall, program.now());
    FRIST_TRY(const auto country, norway());
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const auto cases, store::open_register(program.database, *country, program.wait_seconds * 1000));
    FRIST_TRY(const std::string usual, program.beside(".key"));
    FRIST_TRY(const access::SealKey seal, seal_key(key_file.empty() ? usual : key_file));
    const auto hasher = access::argon2id();
    const access::Porter porter{*rooms.access, *hasher, chance, seal};
    FRIST_TRY(const NotifyReport report, notify_people({porter, *rooms.office, *cases, *country, wall, instant_now()}, !urgent_only));
    for (const Error& trouble : report.trouble) fail(trouble);
    if (program.json) print_json(json::object{{"sent", report.sent}, {"later", report.later}, {"failed", report.failed}, {"troubles", report.trouble.size()}});
    else std::cout << fmt::format("{} mails left, {} are tried again later\n", report.sent, report.later);
    return report.trouble.empty() ? exit_done : exit_failed;
}

}  // namespace

Result<NotifyReport> notify_people(const PostOffice& post, bool digests) {
    NotifyReport report;
    FRIST_TRY(const Creditors creditors, all_creditors(post.store));
    FRIST_TRY(const access::MadeMails made, access::make_mails(post.porter, due_now(post, creditors, report), post.wall.day, digests, post.now));
    if (made.without_door > 0)
        report.trouble.push_back(Error{"notify.no_door", "channel", fmt::format("{} people would have been told something, and no creditor of theirs has a mail server", made.without_door), "Set one up with frist channel set email."});
    FRIST_TRY(const auto mails, access::outgoing_mails(post.porter, post.now));
    if (mails.empty()) return report;
    FRIST_TRY(const std::string address, access::site_address(post.porter.store));
    if (address.empty()) return Error{"notify.address", "site", "the mails cannot say where the application is, nor how to end them", "Tell it once: frist site set --address https://…"};
    for (const access::Outgoing& one : mails) {
        const Outcome sent = send_one(post, one, creditors, address, report);
        if (!sent.ok()) report.trouble.push_back(sent.error());
    }
    return report;
}

void add_notify(CLI::App& app, Program& program) {
    auto key_file = std::make_shared<std::string>();
    auto urgent = std::make_shared<bool>(false);
    CLI::App* mails = app.add_subcommand("notify", "Mails to the people of the office who have asked for them: what is ready, at the legal stage or held");
    mails->add_option("--key-file", *key_file, "the file with the key that makes the links in them (beside the database)");
    mails->add_flag("--urgent", *urgent, "only to those who want to be told at once; no daily mails");
    mails->callback([&program, key_file, urgent] { run(program, [&program, key_file, urgent] { return notify(program, *key_file, *urgent); }); });
}

}  // namespace frist::program
