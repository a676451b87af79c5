#include "party/contact.h"

#include "base/pch.h"

namespace frist::party {

bool email_shaped(std::string_view address) {
    const std::size_t at = address.find('@');
    if (at == address.npos || at == 0 || address.find('@', at + 1) != address.npos || address.size() > 254) return false;
    const std::string_view host = address.substr(at + 1);
    const std::size_t dot = host.rfind('.');
    if (dot == host.npos || dot == 0 || dot + 1 == host.size() || host.front() == '.' || host.find("..") != host.npos) return false;
    return std::none_of(address.begin(), address.end(), [](char c) {
        return (static_cast<unsigned char>(c) <= ' ') || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == '\\' || c == '\x7f';
    });
}

bool phone_shaped(std::string_view number) {
    while (!number.empty() && number.front() == ' ') number.remove_prefix(1);
    if (number.starts_with('+')) number.remove_prefix(1);
    else if (number.starts_with("00")) number.remove_prefix(2);
    std::size_t digits = 0;
    for (const char c : number) {
        if (c >= '0' && c <= '9') ++digits;
        else if (std::string_view(" .-/()").find(c) == std::string_view::npos) return false;
    }
    return digits >= 5 && digits <= 15;
}

}  // namespace frist::party
