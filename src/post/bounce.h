// A mail that says that another one could not be delivered: RFC 3464 reports, and what servers write that do not know it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace frist::post {

struct Bounce {
    std::string letter;       // the door's key of the letter: "999999999-12-3"
    bool for_good = false;    // status 5.x.x; else the server tries on
    std::string status;       // "5.1.1"; empty when it was not told
};

// Nothing for a mail that is no report about one of our letters. `returns` is the address that mail comes back to,
// `domain` what stands behind the @ of our Message-IDs.
std::optional<Bounce> read_bounce(std::string_view mail, std::string_view returns, std::string_view domain);

}  // namespace frist::post
