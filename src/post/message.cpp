#include "post/message.h"

#include "base/pch.h"

namespace frist::post {
namespace {

constexpr std::string_view base64_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) { return i + k < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + k])) : 0U; };
        const std::uint32_t word = at(0) << 16 | at(1) << 8 | at(2);
        out += base64_letters[word >> 18 & 63];
        out += base64_letters[word >> 12 & 63];
        out += i + 1 < bytes.size() ? base64_letters[word >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? base64_letters[word & 63] : '=';
    }
    return out;
}

std::string in_lines(const std::string& text) {
    constexpr std::size_t width = 76;
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += width) out += text.substr(i, width) + "\r\n";
    return out;
}

bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// RFC 2047: words of at most 75 characters, never cut inside a letter.
std::string header_words(const std::string& text) {
    if (plain_ascii(text) && text.find("=?") == std::string::npos) return text;
    constexpr std::size_t most = 45;   // bytes; 60 in base64
    std::string out;
    std::size_t from = 0;
    while (from < text.size()) {
        std::size_t to = std::min(from + most, text.size());
        while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(std::string_view(text).substr(from, to - from)) + "?=";
        from = to;
    }
    return out;
}

std::string quoted(const std::string& name) {
    if (!plain_ascii(name)) return header_words(name);
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return text;
}

// RFC 2231, for names above ASCII.
std::string file_name(const std::string& name) {
    if (plain_ascii(name) && name.find('"') == std::string::npos) return "filename=\"" + name + "\"";
    std::string out = "filename*=UTF-8''";
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (letter) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace

bool address_shaped(std::string_view address) {
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size() || address.find('@', at + 1) != std::string_view::npos) return false;
    return std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c != '<' && c != '>' && c != ',' && c != ';' && c != '"' && c != '\\' && c != 0x7f; });
}

Result<std::string> bytes_of(const Message& m) {
    for (const auto& [field, address] : {std::pair("from", &m.from), std::pair("to", &m.to)})
        if (!address_shaped(*address)) return Error{"mail.address", field, "is not an e-mail address", "Mend the address."};
    const std::string boundary = "=_frist_" + m.id.substr(0, m.id.find('@'));
    std::string out;
    const auto line = [&](std::string_view name, const std::string& value) { out += fmt::format("{}: {}\r\n", name, value); };
    line("Date", m.date);
    line("From", quoted(one_line(m.from_name)) + " <" + m.from + ">");
    line("To", "<" + m.to + ">");
    line("Message-ID", "<" + m.id + ">");
    line("Subject", header_words(one_line(m.subject)));
    line("Auto-Submitted", "auto-generated");
    for (const auto& [name, value] : m.headers) line(name, one_line(value));
    line("MIME-Version", "1.0");
    const bool alone = m.attachment.name.empty();
    if (!alone) {
        line("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        out += "\r\n--" + boundary + "\r\n";
    }
    out += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    std::string text;
    for (const char c : m.text) {
        if (c == '\n') text += '\r';
        text += c;
    }
    out += in_lines(base64(text));
    if (alone) return out;
    out += "--" + boundary + "\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; " + file_name(m.attachment.name) +
           "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    out += in_lines(base64(m.attachment.bytes));
    out += "--" + boundary + "--\r\n";
    return out;
}

std::string mail_date(Moment at, int utc_offset_minutes) {
    constexpr std::array<std::string_view, 7> days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int offset = std::abs(utc_offset_minutes);
    return fmt::format("{}, {} {} {} {:02}:{:02}:00 {}{:02}{:02}", days[static_cast<std::size_t>(at.day.weekday() - 1)], at.day.day(), months[static_cast<std::size_t>(at.day.month() - 1)],
                       at.day.year(), at.minute / 60, at.minute % 60, utc_offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string returns_to(std::string_view returns, std::string_view id) {
    const std::size_t at = returns.find('@');
    return fmt::format("{}+{}{}", returns.substr(0, at), id, at == std::string_view::npos ? std::string_view{} : returns.substr(at));
}

}  // namespace frist::post
