// The last hand on a PDF file: language, title shown, a name that follows from the content. libqpdf stays here.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace frist::print {

// Adds /Lang and the title display, and an /ID made from the bytes. Error print.pdf.
Result<std::string> finished(const std::string& pdf, std::string_view language);

}  // namespace frist::print
