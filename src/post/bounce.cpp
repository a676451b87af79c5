#include "post/bounce.h"

#include "base/pch.h"

namespace frist::post {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t find_any_case(std::string_view text, std::string_view word, std::size_t from = 0) {
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), word.begin(), word.end(), [](char a, char b) { return small(a) == small(b); });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// Digits, hyphens and digits again: nine digits, a case, a letter.
std::string letter_at(std::string_view text) {
    std::size_t end = 0;
    int hyphens = 0;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] == '-' && end > 0 && text[end - 1] != '-'))) {
        if (text[end] == '-') ++hyphens;
        ++end;
    }
    return hyphens == 2 && end > 0 && text[end - 1] != '-' ? std::string(text.substr(0, end)) : std::string();
}

// The value of a header or a field of a report that begins a line.
std::string field(std::string_view mail, std::string_view name) {
    const std::string wanted = std::string(name) + ":";
    std::size_t at = 0;
    while ((at = find_any_case(mail, wanted, at)) != std::string_view::npos && at != 0 && mail[at - 1] != '\n') ++at;
    if (at == std::string_view::npos) return {};
    const std::size_t from = mail.find_first_not_of(" \t", at + wanted.size());
    if (from == std::string_view::npos) return {};
    const std::size_t end = mail.find_first_of("\r\n", from);
    return std::string(mail.substr(from, end == std::string_view::npos ? end : end - from));
}

std::string letter_of(std::string_view mail, std::string_view returns, std::string_view domain) {
    const std::size_t at = returns.find('@');
    const std::string plus = std::string(returns.substr(0, at)) + "+";
    for (std::size_t from = 0; (from = find_any_case(mail, plus, from)) != std::string_view::npos; ++from) {
        std::string letter = letter_at(mail.substr(from + plus.size()));
        if (!letter.empty()) return letter;
    }
    const std::string own = "@" + std::string(domain) + ">";
    for (std::size_t end = 0; (end = find_any_case(mail, own, end)) != std::string_view::npos; ++end) {
        const std::size_t open = mail.rfind('<', end);
        if (open == std::string_view::npos) continue;
        std::string letter = letter_at(mail.substr(open + 1, end - open - 1));
        if (!letter.empty()) return letter;
    }
    return {};
}

bool status_shaped(std::string_view status) { return status.size() >= 5 && (status[0] == '4' || status[0] == '5') && status[1] == '.'; }

}  // namespace

std::optional<Bounce> read_bounce(std::string_view mail, std::string_view returns, std::string_view domain) {
    if (returns.empty() || domain.empty()) return std::nullopt;
    Bounce bounce;
    bounce.letter = letter_of(mail, returns, domain);
    if (bounce.letter.empty()) return std::nullopt;
    const std::string action = field(mail, "Action");
    std::string status = field(mail, "Status");
    status = status.substr(0, status.find_first_of(" \t;("));
    if (status_shaped(status)) bounce.status = status;
    if (!action.empty() || !bounce.status.empty()) {
        const bool failed = find_any_case(action, "failed") == 0 || (action.empty() && bounce.status.starts_with('5'));
        const bool delayed = find_any_case(action, "delayed") == 0 || (action.empty() && bounce.status.starts_with('4'));
        if (!failed && !delayed) return std::nullopt;   // delivered, relayed: nothing is wrong
        bounce.for_good = failed;
        return bounce;
    }
    // No report: a server of the old kind tells it in its subject, and is known by its empty return path or its name.
    const std::string subject = field(mail, "Subject");
    const std::string from = field(mail, "From");
    const bool machine = find_any_case(from, "mailer-daemon") != std::string::npos || find_any_case(from, "postmaster") != std::string::npos;
    const bool told = find_any_case(subject, "undeliver") != std::string::npos || find_any_case(subject, "delivery") != std::string::npos || find_any_case(subject, "returned mail") != std::string::npos;
    if (!machine || !told) return std::nullopt;
    bounce.for_good = find_any_case(subject, "delay") == std::string::npos;
    return bounce;
}

}  // namespace frist::post
