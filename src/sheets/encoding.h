// Which encoding a text file has, and its text as UTF-8. Detectors in circulation misread short Nordic
// files, so the rule is our own: byte order mark, zeros of UTF-16, valid UTF-8, else the encoding in
// which the bytes make Nordic words.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace frist::sheets {

enum class Encoding { utf8, utf8_mark, utf16_le, utf16_be, windows_1252, dos_865, macintosh };

Encoding encoding_of(std::string_view bytes);
std::string_view name_of(Encoding encoding);   // "UTF-8 with byte order mark", "windows-1252"
// Error encoding.unknown.
Result<Encoding> encoding_named(std::string_view name);

bool valid_utf8(std::string_view bytes);
// Without the byte order mark. Error encoding.invalid when the bytes are not text in that encoding.
Result<std::string> to_utf8(std::string_view bytes, Encoding encoding);
// For tests and for files that go back to old programs; signs the encoding lacks become '?'.
std::string from_utf8(std::string_view text, Encoding encoding);

}  // namespace frist::sheets
