#include "letters/words.h"

#include "base/pch.h"

namespace frist::letters {
namespace {

constexpr std::string_view no_break = "\u00a0";
constexpr std::string_view minus = "\u2212";

// Bokmål and nynorsk name the months alike.
constexpr std::array<std::string_view, 12> months_no = {"januar", "februar", "mars",      "april",   "mai",      "juni",
                                                        "juli",   "august",  "september", "oktober", "november", "desember"};
constexpr std::array<std::string_view, 12> months_en = {"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};

std::string_view month(Date date, Language language) {
    const auto& names = norwegian(language) ? months_no : months_en;
    return names[static_cast<std::size_t>(date.month() - 1)];
}

}  // namespace

std::string figure(Money amount, Language language) {
    const std::string plain = text(amount);   // "-1234.50"
    std::string_view digits = plain;
    std::string out;
    if (digits.starts_with('-')) {
        out = minus;
        digits.remove_prefix(1);
    }
    const auto point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += norwegian(language) ? no_break : ",";
        out += whole[i];
    }
    if (point != digits.npos) {
        out += norwegian(language) ? ',' : '.';
        out += digits.substr(point + 1);
    }
    return out;
}

std::string in_words(Money amount, Language language) {
    const std::string number = figure(amount, language);
    const std::string code(amount.currency().code());
    if (language == Language::en) return code + std::string(no_break) + number;
    return number + std::string(no_break) + (code == "NOK" ? "kr" : code);
}

std::string in_words(Date date, Language language) {
    return fmt::format("{}{}{}{} {}", date.day(), norwegian(language) ? "." : "", no_break, month(date, language), date.year());
}

std::string in_table(Date date, Language language) {
    if (norwegian(language)) return fmt::format("{:02}.{:02}.{}", date.day(), date.month(), date.year());
    return fmt::format("{}{}{}{}{}", date.day(), no_break, month(date, language).substr(0, 3), no_break, date.year());
}

std::string figure(Rate rate, Language language) {
    std::string out = text(rate);
    if (norwegian(language)) std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string account_text(std::string_view account) {
    if (account.size() != 11) return std::string(account);
    return fmt::format("{}{}{}{}{}", account.substr(0, 4), no_break, account.substr(4, 2), no_break, account.substr(6));
}

std::string org_no_text(const Sender& sender) {
    const std::string_view n = sender.org_no;
    std::string out(n);
    if (n.size() == 9) out = fmt::format("{}{}{}{}{}", n.substr(0, 3), no_break, n.substr(3, 3), no_break, n.substr(6));
    if (sender.vat_registered) out += std::string(no_break) + "MVA";
    return out;
}

}  // namespace frist::letters
