// Files of words, one in a line as "name: words"; a line that begins with # is a remark.
#pragma once
#include "base/embedded.h"

#include <map>
#include <span>
#include <string_view>

namespace frist {

using WordLines = std::map<std::string_view, std::string_view>;

// Those of a folder ("mails/") whose files are named by their language, by its two letters. The views are of the files' bytes.
std::map<std::string_view, WordLines> words_by_language(std::span<const embedded::File> files, std::string_view folder);

}  // namespace frist
