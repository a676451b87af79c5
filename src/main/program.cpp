#include "base/pch.h"
#include "main/program.h"

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

Result<std::unique_ptr<rules::no::Norway>> norway() {
    FRIST_TRY(const law::Book book, law::Book::read("no", embedded::law()));
    FRIST_TRY(rules::no::NorwegianLaw law, rules::no::NorwegianLaw::from(book));
    return std::make_unique<rules::no::Norway>(std::move(law));
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

void print_json(const boost::json::value& value) { std::cout << boost::json::serialize(value) << '\n'; }

}  // namespace frist::program
