#include "base/pch.h"
#include "main/program.h"
#include "store/sqlite.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

namespace frist::program {

Result<Date> Program::today() const {
    if (!today_text.empty()) {
        Result<Date> day = Date::parse(today_text);
        if (day.ok()) return day;
        return Error{day.error().code, "--today", day.error().message, day.error().remedy};
    }
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return Date::make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

Result<Date> day_of(const std::string& text, const char* option, Date fallback) {
    if (text.empty()) return fallback;
    const Result<Date> day = Date::parse(text);
    if (day.ok()) return day;
    return Error{day.error().code, option, day.error().message, day.error().remedy};
}

Result<std::unique_ptr<rules::no::Norway>> norway() {
    FRIST_TRY(const law::Book book, law::Book::read("no", embedded::law()));
    FRIST_TRY(rules::no::NorwegianLaw law, rules::no::NorwegianLaw::from(book));
    return std::make_unique<rules::no::Norway>(std::move(law));
}

Result<Session> open_store(const Program& program, bool make) {
    if (program.database.empty())
        return Error{"db.missing", "--db", "no database is named", "Name one with --db FILE or FRIST_DB, and make it with frist init."};
    Session session;
    FRIST_TRY(session.today, program.today());
    FRIST_TRY(session.country, norway());
    FRIST_TRY(session.store, store::open_sqlite(program.database, make ? store::Open::make : store::Open::existing));
    warn_unconfirmed(*session.country, session.today);
    return session;
}

Result<Session> open_session(const Program& program) {
    FRIST_TRY(Session session, open_store(program, false));
    FRIST_TRY(const auto creditors, session.store->creditors());
    if (creditors.empty()) return Error{"creditor.unknown", "--creditor", "there is no creditor yet", "Add one with frist creditor add."};
    if (program.creditor.empty() && creditors.size() > 1)
        return Error{"creditor.which", "--creditor", "there are several creditors", "Name one by its organisation number."};
    for (const office::CreditorRow& row : creditors) {
        if (!program.creditor.empty() && row.org_number != program.creditor) continue;
        session.creditor = row.id;
        FRIST_TRY(session.record, office::creditor_record(row.record));
        return session;
    }
    return Error{"creditor.unknown", "--creditor", "there is no creditor with this organisation number", "See frist creditor show."};
}

std::string kid_for(office::Id id, int length) {
    std::string digits = std::to_string(id);
    while (static_cast<int>(digits.size()) < std::max(length - 1, 6)) digits.insert(digits.begin(), '0');
    int sum = 0;
    bool twice = true;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
        const int value = (*digit - '0') * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    digits.push_back(static_cast<char>('0' + (10 - sum % 10) % 10));
    return digits;
}

void run(Program& program, const Command& command) {
    const Result<int> result = command();
    program.exit = result.ok() ? *result : fail(result.error(), result.error().field.starts_with("--") ? exit_wrong_use : exit_failed);
}

int fail(const Error& error, int code) {
    std::cerr << "frist: " << text(error) << '\n';
    return code;
}

int fail_in(const std::string& file, const Error& error, int code) {
    std::cerr << file << ": " << text(error) << '\n';
    return code;
}

void warn_unconfirmed(const rules::Country& country, Date day) {
    if (day <= country.confirmed_until()) return;
    std::cerr << fmt::format("WARNING: {} lies after {}, the last day for which somebody has confirmed the rates and the regime of {}. "
                             "Confirm the law tables before a letter leaves.\n",
                             text(day), text(country.confirmed_until()), country.code());
}

Result<std::string> bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{"file.missing", file, "cannot be opened", "Check the name and the rights of the file."};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad()) return Error{"file.read", file, "could not be read to its end", "Check the disk and try again."};
    return std::move(bytes).str();
}

Outcome write_file(const std::string& file, std::string_view bytes) {
    const std::string draft = file + ".part";
    const Error wrong{"file.write", file, "cannot be written", "Check the folder, its rights and the free space; nothing was left half written."};
    const int handle = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (handle < 0) return wrong;
    bool good = true;
    while (good && !bytes.empty()) {
        const ssize_t wrote = ::write(handle, bytes.data(), bytes.size());
        good = wrote > 0;
        if (good) bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    good = good && ::fsync(handle) == 0;
    good = ::close(handle) == 0 && good;
    if (good && ::rename(draft.c_str(), file.c_str()) == 0) return done;
    ::unlink(draft.c_str());
    return wrong;
}

boost::json::object json_of(const Error& error) {
    return {{"code", error.code}, {"field", error.field}, {"message", error.message}, {"remedy", error.remedy}};
}

void print_json(const boost::json::value& value) { std::cout << boost::json::serialize(value) << '\n'; }

}  // namespace frist::program
