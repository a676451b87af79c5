#include "letters/paper.h"

#include "base/pch.h"

namespace frist::letters {

Result<std::string> code_of(const AddressService& service) {
    const auto digits = [](std::string_view s, std::size_t least, std::size_t most) {
        return s.size() >= least && s.size() <= most && s.find_first_not_of("0123456789") == s.npos;
    };
    if (!digits(service.agreement, 4, 4))
        return Error{"letter.post_code", "agreement", "Posten's agreement number has four digits", "Correct it with the creditor."};
    if (service.level < 0 || service.level > 3)
        return Error{"letter.post_code", "level", "the address service has the levels 0 to 3", "Choose one of them."};
    if (!digits(service.item, 1, 13))
        return Error{"letter.post_code", "item", "the letter's own number has one to thirteen digits", "Number the letter anew."};
    return fmt::format("2{}{}0{}", service.agreement, service.level, service.item);
}

}  // namespace frist::letters
