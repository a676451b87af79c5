// The encodings banks use. Line formats are ISO-8859-1 unless an editor has saved them as UTF-8; XML says which it is.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace frist::bank {

bool is_ascii(std::string_view bytes);
bool valid_utf8(std::string_view bytes);
std::string utf8_from_latin_1(std::string_view bytes);

// A file of records with fixed positions, one byte for each position: ISO-8859-1 as it is, and UTF-8 (with or without
// its byte order mark) turned into it; signs it lacks become '?'. `kept` holds the bytes where they had to change.
std::string_view one_byte_text(std::string_view bytes, std::string& kept);

// XML as UTF-8: by byte order mark, else by its declaration: UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252 and
// US-ASCII. `kept` as above. Errors xml.encoding (another one, or bytes that are not text in it).
Result<std::string_view> xml_as_utf8(std::string_view bytes, std::string& kept);

}  // namespace frist::bank
