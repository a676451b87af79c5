// How a party is reached beside the post: what has the shape of an address is taken, what nobody could answer to is not.
#pragma once
#include <string_view>

namespace frist::party {

// name@host.domain: one @, something before it, a point inside what follows, and none of blank , ; < > " and control
// characters. Narrower than RFC 5321, as every address in use is.
bool email_shaped(std::string_view address);

// 5 (service numbers) to 15 digits (E.164), with + or 00 before them or not; blanks, points, hyphens, slashes and brackets
// may part them.
bool phone_shaped(std::string_view number);

}  // namespace frist::party
