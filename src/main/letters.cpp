#include "base/hash.h"
#include "base/pch.h"
#include "main/program.h"
#include "letters/letter.h"
#include "office/address_doubts.h"
#include "office/channels.h"
#include "office/preview.h"
#include "office/send_letters.h"
#include "print/press.h"
#include "print/presses.h"

#include <filesystem>
#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr int days_ahead = 14;
constexpr std::size_t letters_at_once = 256;   // printed before any of them is kept: memory does not grow with the batch

struct ListWish {
    bool held = false;
    bool upcoming = false;
    bool sent = false;
};

json::object json_of_row(const office::LetterRow& row) {
    json::object object{{"case", row.case_id}, {"letter", row.letter}, {"kind", name_of(row.kind)}, {"on", text(row.on)}, {"state", name_of(row.state)}};
    if (row.deadline) object["deadline"] = text(*row.deadline);
    object["fee"] = text(row.fee);
    if (!row.file.empty()) object["file"] = row.file;
    if (!row.sha256.empty()) object["sha256"] = row.sha256;
    if (row.sent_on) object["sent_on"] = text(*row.sent_on);
    return object;
}

json::object json_of_refusal(const rules::Refusal& refusal) {
    json::object object{{"code", refusal.code()}, {"rule", refusal.rule}, {"says", refusal.says}, {"remedy", refusal.remedy}};
    if (refusal.passes_on) object["passes_on"] = text(*refusal.passes_on);
    return object;
}

Result<std::string> debtor_name(const Session& session, office::Id case_id) {
    FRIST_TRY(const office::DebtorRecord debtor, office::debtor_of_case(session.desk(), case_id));
    return debtor.name;
}

// "on" of a letter is the day it was ordered: since then it has been ready.
Result<json::array> print_ready(const Program& program, const Session& session, const office::Outbox& outbox) {
    json::array list;
    for (const office::ReadyLetter& letter : outbox.ready) {
        json::object object = json_of_row(letter.row);
        FRIST_TRY(const std::string name, debtor_name(session, letter.row.case_id));
        object["name"] = name;
        object["way"] = letter.way.channel;
        list.push_back(std::move(object));
        if (!program.json)
            std::cout << fmt::format("case {:<6} {}: {} {} since {}, deadline {}, fee {}, to pay {}{}\n", letter.row.case_id, name, name_of(letter.row.kind), name_of(letter.row.state), text(letter.row.on),
                                     letter.row.deadline ? text(*letter.row.deadline) : "none", text(letter.row.fee), text(letters::asked(letter.facts)), letter.way.channel == "paper" ? "" : ", by " + letter.way.channel);
    }
    return list;
}

Result<json::array> print_held(const Program& program, const Session& session, const office::Outbox& outbox) {
    json::array list;
    for (const office::HeldLetter& letter : outbox.held) {
        json::object object = json_of_row(letter.row);
        FRIST_TRY(const std::string name, debtor_name(session, letter.row.case_id));
        object["name"] = name;
        object["reason"] = json_of(letter.reason);
        json::array reasons;
        for (const rules::Refusal& refusal : letter.refusals) reasons.push_back(json_of_refusal(refusal));
        object["reasons"] = reasons;
        list.push_back(object);
        if (program.json) continue;
        std::cout << fmt::format("case {:<6} {}: {} may not leave:\n", letter.row.case_id, name, name_of(letter.row.kind));
        for (const rules::Refusal& refusal : letter.refusals)
            std::cout << fmt::format("    {}: {}. {}{}\n", refusal.rule, refusal.says, refusal.remedy, refusal.passes_on ? " Passes on " + text(*refusal.passes_on) + "." : "");
    }
    return list;
}

Result<json::array> print_upcoming(const Program& program, const Session& session, const office::Outbox& outbox) {
    json::array list;
    FRIST_TRY(const auto coming, office::coming(session.desk(), outbox, days_ahead));
    for (const office::ComingLetter& letter : coming.list) {
        const std::string_view what = letter.choice ? "choice" : name_of(letter.kind);
        const law::Reason why = letter.because.empty() ? law::Reason{} : letter.because.front();
        list.push_back(json::object{{"case", letter.case_id}, {"on", text(letter.on)}, {"what", what}, {"rule", why.rule}, {"says", why.says}});
        if (!program.json) std::cout << fmt::format("{} case {:<6} {:<12} {}: {}\n", text(letter.on), letter.case_id, what, why.rule, why.says);
    }
    return list;
}

Result<int> list_sent(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto rows, session.store->letters(session.creditor, office::LetterState::sent));
    json::array list;
    for (const office::LetterRow& row : rows) {
        list.push_back(json_of_row(row));
        if (!program.json)
            std::cout << fmt::format("{} case {:<6} letter {} {:<10} {} {}\n", row.sent_on ? text(*row.sent_on) : "?", row.case_id, row.letter, name_of(row.kind), row.file, row.sha256);
    }
    if (program.json) print_json(json::object{{"sent", list}});
    else if (rows.empty()) std::cout << "No letter has left yet.\n";
    return exit_done;
}

// Ready and held without a wish; else what is wished for.
Result<int> list(const Program& program, const ListWish& wish) {
    if (wish.sent) return list_sent(program);
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Outbox outbox, office::outbox(session.desk(), session.record));
    json::object object;
    const bool usual = !wish.held && !wish.upcoming;
    if (usual) {
        FRIST_TRY(object["ready"], print_ready(program, session, outbox));
    }
    if (usual || wish.held) {
        FRIST_TRY(object["held"], print_held(program, session, outbox));
    }
    if (usual || wish.upcoming) {
        if (usual && !program.json && outbox.ready.empty() && outbox.held.empty()) std::cout << "No letter waits.\n";
        if (usual && !program.json) std::cout << fmt::format("Within {} days, when nothing changes:\n", days_ahead);
        FRIST_TRY(object["upcoming"], print_upcoming(program, session, outbox));
    }
    if (program.json) print_json(object);
    return exit_done;
}

// What the gate says to letters that were said to have left.
void tell_refused(const office::Posted& posted) {
    for (const office::HeldLetter& letter : posted.refused)
        for (const rules::Refusal& refusal : letter.refusals) fail(refusal.error(letter.reason.field));
}

Result<int> write(const Program& program, const std::string& folder, bool posted_too) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const WrittenLetters written, write_letters(session.desk(), session.record, folder));
    for (const Error& reason : written.held) tell(Level::warning, reason);
    for (const Error& reason : written.unprinted) fail(reason);
    office::Posted posted;
    if (posted_too) {
        FRIST_TRY(posted, office::posted(session.desk(), session.today));
        tell_refused(posted);
    }
    if (program.json) {
        json::object object{{"written", written.count}, {"electronic", written.electronic}, {"held", written.held.size()}, {"batch", written.batch}};
        if (posted_too) object["posted"] = posted.count;
        print_json(object);
    } else {
        std::cout << fmt::format("{} letters in {}{}\n", written.count, folder, written.batch.empty() ? "" : ", all of them in " + written.batch);
        if (written.electronic > 0) std::cout << fmt::format("{} more go by e-mail or digital mailbox: frist dispatch\n", written.electronic);
        if (posted_too) std::cout << fmt::format("{} letters left on {}\n", posted.count, text(session.today));
    }
    return posted.refused.empty() && written.unprinted.empty() ? exit_done : exit_failed;
}

Result<int> post(const Program& program, const std::string& on_text) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const Date on, day_of(on_text, "--on", session.today));
    FRIST_TRY(const office::Posted posted, office::posted(session.desk(), on));
    tell_refused(posted);
    if (program.json) print_json(json::object{{"posted", posted.count}, {"refused", posted.refused.size()}});
    else std::cout << fmt::format("{} letters left on {}\n", posted.count, text(on));
    return posted.refused.empty() ? exit_done : exit_failed;
}

Result<int> approve(const Program& program, office::Id case_id) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::CaseRow row, office::case_row(session.desk(), case_id));
    if (!row.state.ordered) return Error{"letter.not_ordered", fmt::format("case {}", case_id), "no letter of the case waits", "See frist letters list for what waits."};
    const int letter = row.state.ordered->letter;
    FRIST_TRY([[maybe_unused]] const office::CaseRow after, office::answer(session.desk(), case_id, cases::ApproveLetter{letter}, "hand:" + text(session.today)));
    if (program.json) print_json(json::object{{"case", case_id}, {"letter", letter}, {"approved", true}});
    else std::cout << fmt::format("letter {} of case {} is approved\n", letter, case_id);
    return exit_done;
}

Result<int> apart(const Program& program, office::Id line, office::Id case_id) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY([[maybe_unused]] const office::CaseRow row, office::case_row(session.desk(), case_id));
    FRIST_TRY(const auto lines, session.store->lines(session.creditor, office::LineState::suspense));
    if (std::none_of(lines.begin(), lines.end(), [&](const office::LineRow& l) { return l.id == line; }))
        return Error{"suspense.unknown", "line " + std::to_string(line), "no payment with this number waits", "See frist suspense for the numbers."};
    FRIST_TRY_DONE(session.store->change([&] { return session.store->put_apart(session.creditor, {line, case_id}, session.today); }));
    if (program.json) print_json(json::object{{"line", line}, {"case", case_id}, {"apart", true}});
    else std::cout << fmt::format("line {} is not the money of case {}\n", line, case_id);
    return exit_done;
}

// The next letter of a case, before it may leave; marked when it may not.
Result<int> preview(const Program& program, office::Id case_id, const std::string& out) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const office::Preview made, office::preview(session.desk(), session.record, case_id));
    if (!out.empty()) {
        FRIST_TRY(const std::string pdf, print::pdf_of(made.letter));
        FRIST_TRY_DONE(write_file(out, pdf));
    }
    json::array reasons;
    for (const rules::Refusal& refusal : made.refusals) reasons.push_back(json_of_refusal(refusal));
    if (program.json) {
        print_json(json::object{{"case", case_id}, {"letter", made.row.letter}, {"kind", name_of(made.row.kind)}, {"from", made.from ? json::value(text(*made.from)) : json::value(nullptr)},
                                {"may_leave", made.refusals.empty()}, {"reasons", reasons}, {"file", out}, {"text", letters::plain_text(made.letter)}});
        return exit_done;
    }
    if (out.empty()) std::cout << letters::plain_text(made.letter) << '\n';
    if (made.refusals.empty()) std::cout << fmt::format("{} of case {}: may leave today, as it is here\n", name_of(made.row.kind), case_id);
    else std::cout << fmt::format("{} of case {}: {}\n", name_of(made.row.kind), case_id, made.from ? "may leave from " + text(*made.from) : "may not leave");
    for (const rules::Refusal& refusal : made.refusals) std::cout << fmt::format("    {}: {}\n", refusal.rule, refusal.says);
    return exit_done;
}

// Before the first letter: debtors whose address looks wrong.
Result<int> doubts(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto list, office::before_the_first_letter(session.desk()));
    json::array all;
    for (const office::DoubtfulDebtor& one : list) {
        json::array doubts;
        for (const office::AddressDoubt& doubt : one.doubts) doubts.push_back(json::object{{"what", doubt.what}, {"says", doubt.says}, {"remedy", doubt.remedy}});
        all.push_back(json::object{{"case", one.case_id}, {"customer", one.key}, {"doubts", doubts}});
        if (program.json) continue;
        std::cout << fmt::format("case {:<6} customer {}\n", one.case_id, one.key);
        for (const office::AddressDoubt& doubt : one.doubts) std::cout << fmt::format("    {}: {}. {}\n", doubt.what, doubt.says, doubt.remedy);
    }
    if (program.json) print_json(all);
    else if (list.empty()) std::cout << "No address looks wrong among those that have not been written to.\n";
    return exit_done;
}

struct SettingsWish {
    int ledger_age = -1;
    int bank_age = -1;
    int daily_limit = -1;
    std::string banking_days;
    std::vector<std::string> stop_days;
    bool no_stop_days = false;
};

Outcome take(const SettingsWish& wish, office::CreditorRecord& record) {
    const auto put = [](int from, int& to) {
        if (from >= 0) to = from;
    };
    put(wish.ledger_age, record.max_ledger_age_hours);
    put(wish.bank_age, record.max_bank_age_hours);
    put(wish.daily_limit, record.daily_letter_limit);
    if (!wish.banking_days.empty()) record.banking_days_only = wish.banking_days == "yes";
    if (wish.no_stop_days) record.stop_days.clear();
    for (const std::string& day_text : wish.stop_days) {
        FRIST_TRY(const Date day, day_of(day_text, "--stop-day", Date{}));
        if (std::find(record.stop_days.begin(), record.stop_days.end(), day) == record.stop_days.end()) record.stop_days.push_back(day);
    }
    std::sort(record.stop_days.begin(), record.stop_days.end());
    return done;
}

// What keeps the creditor's letters back beside the law; without a wish it is only shown.
Result<int> settings(const Program& program, const SettingsWish& wish) {
    FRIST_TRY(Session session, open_session(program));
    const std::string before = office::stored(session.record);
    FRIST_TRY_DONE(take(wish, session.record));
    const office::CreditorRecord& record = session.record;
    if (office::stored(record) != before) FRIST_TRY_DONE(keep_creditor(session));
    FRIST_TRY(const auto ledger, session.store->last_read(session.creditor, office::Source::ledger));
    FRIST_TRY(const auto bank, session.store->last_read(session.creditor, office::Source::bank));
    const std::string ledger_read = ledger ? text(*ledger) : "never";
    const std::string bank_read = bank ? text(*bank) : "never";
    json::array stop_days;
    for (const Date day : record.stop_days) stop_days.push_back(json::value(text(day)));
    if (program.json) {
        print_json(json::object{{"max_ledger_age_hours", record.max_ledger_age_hours}, {"ledger_read", ledger_read}, {"max_bank_age_hours", record.max_bank_age_hours}, {"bank_read", bank_read},
                                {"banking_days_only", record.banking_days_only}, {"daily_letter_limit", record.daily_letter_limit}, {"stop_days", stop_days}});
        return exit_done;
    }
    const auto hours = [](int limit) { return limit == 0 ? std::string("of any age") : fmt::format("at most {} hours old", limit); };
    std::cout << fmt::format("ledger {}; read {}\nbank {}; read {}\nletters leave on {}, {} a day\n", hours(record.max_ledger_age_hours), ledger_read, hours(record.max_bank_age_hours), bank_read,
                             record.banking_days_only ? "banking days" : "any day", record.daily_letter_limit == 0 ? "any number" : std::to_string(record.daily_letter_limit));
    for (const Date day : record.stop_days) std::cout << "none on " << text(day) << '\n';
    return exit_done;
}

}  // namespace

Result<WrittenLetters> write_letters(const office::Desk& desk, const office::CreditorRecord& creditor, const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Error{"file.write", folder, "the folder cannot be made", "Check the name and the rights."};
    const Date day = desk.today;
    FRIST_TRY(office::Outbox outbox, office::outbox(desk, creditor));
    WrittenLetters result;
    result.electronic = static_cast<int>(std::erase_if(outbox.ready, [](const office::ReadyLetter& ready) { return ready.way.channel != "paper"; }));
    std::vector<letters::Letter> batch;
    batch.reserve(outbox.ready.size());
    for (office::ReadyLetter& ready : outbox.ready) batch.push_back(std::move(ready.letter));
    std::vector<bool> unprinted(batch.size());
    for (std::size_t begin = 0; begin < batch.size(); begin += letters_at_once) {
        const auto some = std::span<const letters::Letter>(batch).subspan(begin, std::min(letters_at_once, batch.size() - begin));
        const std::vector<Result<std::string>> pdfs = print::each_pdf_of(some, print::workers_for(some.size()));
        for (std::size_t i = 0; i < pdfs.size(); ++i) {
            office::ReadyLetter& ready = outbox.ready[begin + i];
            if (!pdfs[i].ok()) {
                const Error& why = pdfs[i].error();
                result.unprinted.push_back({why.code, fmt::format("case {} letter {} {}", ready.row.case_id, ready.row.letter, why.field), why.message, why.remedy});
                unprinted[begin + i] = true;
                continue;
            }
            ready.row.file = office::letter_file(creditor, day, ready.row);
            ready.row.sha256 = sha256(*pdfs[i]);
            FRIST_TRY_DONE(write_file(folder + "/" + ready.row.file, *pdfs[i]));
            FRIST_TRY_DONE(office::written(desk, ready.row, letters::asked(ready.facts)));
            ++result.count;
        }
    }
    std::size_t place = 0;
    std::erase_if(batch, [&](const letters::Letter&) { return unprinted[place++]; });
    for (const office::HeldLetter& letter : outbox.held) result.held.push_back(letter.reason);
    if (!batch.empty()) {
        FRIST_TRY(const std::string pdf, print::pdf_of(std::span<const letters::Letter>(batch), print::Sides::one));
        result.batch = fmt::format("{}/{}_{}_all.pdf", folder, creditor.org_number, text(day));
        FRIST_TRY_DONE(write_file(result.batch, pdf));
    }
    return result;
}

void add_letters(CLI::App& app, Program& program) {
    CLI::App* letters = app.add_subcommand("letters", "Letters that wait to leave");
    letters->require_subcommand(1);
    auto which_list = std::make_shared<ListWish>();
    CLI::App* listed = letters->add_subcommand("list", "What may leave today, what may not and every reason why, and what comes within 14 days");
    listed->add_flag("--held", which_list->held, "only what may not leave");
    listed->add_flag("--upcoming", which_list->upcoming, "only what will be ordered within 14 days");
    listed->add_flag("--sent", which_list->sent, "what has left, with its day and the hash of its file");
    listed->callback([&program, which_list] { run(program, [&program, which_list] { return list(program, *which_list); }); });
    auto out = std::make_shared<std::string>();
    CLI::App* wrote = letters->add_subcommand("write", "Write one PDF per letter and one of them all, dated today");
    wrote->add_option("--out", *out, "the folder")->required();
    auto at_once = std::make_shared<bool>(false);
    wrote->add_flag("--posted", *at_once, "and they leave today: what is written is said to be posted, with what was written before");
    wrote->callback([&program, out, at_once] { run(program, [&program, out, at_once] { return write(program, *out, *at_once); }); });
    auto shown = std::make_shared<std::string>();
    auto of = std::make_shared<office::Id>(0);
    CLI::App* seen = letters->add_subcommand("preview", "The next letter of a case before it leaves, with UTKAST across it while it may not");
    seen->add_option("CASE", *of, "the case")->required();
    seen->add_option("--out", *shown, "the PDF; its words are shown when left out");
    seen->callback([&program, of, shown] { run(program, [&program, of, shown] { return preview(program, *of, *shown); }); });
    letters->add_subcommand("doubts", "Addresses that look wrong, of debtors whose first letter has not left")->callback([&program] { run(program, [&program] { return doubts(program); }); });
    auto on = std::make_shared<std::string>();
    CLI::App* left = letters->add_subcommand("posted", "Everything that is written has left");
    left->add_option("--on", *on, "the day it was posted (today when left out)");
    left->callback([&program, on] { run(program, [&program, on] { return post(program, *on); }); });
    auto which = std::make_shared<office::Id>(0);
    CLI::App* approved = letters->add_subcommand("approve", "A person says yes to the letter of a case");
    approved->add_option("CASE", *which, "the case")->required();
    approved->callback([&program, which] { run(program, [&program, which] { return approve(program, *which); }); });
    auto line = std::make_shared<office::Id>(0);
    auto of_case = std::make_shared<office::Id>(0);
    CLI::App* other = letters->add_subcommand("apart", "A person has looked: a payment in suspense is not the money of this case");
    other->add_option("LINE", *line, "the number of the line")->required();
    other->add_option("--case", *of_case, "the case whose letter it holds")->required();
    other->callback([&program, line, of_case] { run(program, [&program, line, of_case] { return apart(program, *line, *of_case); }); });
    auto wish = std::make_shared<SettingsWish>();
    CLI::App* set = letters->add_subcommand("settings", "What keeps the creditor's letters back beside the law: show it, or change it");
    set->add_option("--max-ledger-age", wish->ledger_age, "hours since the ledger was read; 0: any")->check(CLI::Range(0, 8760));
    set->add_option("--max-bank-age", wish->bank_age, "hours since the bank was read; 0: any")->check(CLI::Range(0, 8760));
    set->add_option("--banking-days-only", wish->banking_days, "yes or no: letters leave only on banking days")->check(CLI::IsMember({"yes", "no"}));
    set->add_option("--daily-limit", wish->daily_limit, "letters a day; 0: any number")->check(CLI::Range(0, 10'000'000));
    set->add_option("--stop-day", wish->stop_days, "no letter leaves on this day (YYYY-MM-DD)");
    set->add_flag("--no-stop-days", wish->no_stop_days, "forget the stop days");
    set->callback([&program, wish] { run(program, [&program, wish] { return settings(program, *wish); }); });
}

}  // namespace frist::program
