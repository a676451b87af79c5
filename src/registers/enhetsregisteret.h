// Enhetsregisteret, the Norwegian register of firms: open, without a key. libcurl stays here.
#pragma once
#include "office/business_register.h"

#include <memory>

namespace frist::registers {

inline constexpr const char* enhetsregisteret_url = "https://data.brreg.no/enhetsregisteret/api";

// `url` without a slash at its end.
std::unique_ptr<office::BusinessRegister> enhetsregisteret(const std::string& url);

// An answer of /enheter/{orgnr}. Error register.answer.
Result<office::RegisteredFirm> read_firm(std::string_view json);

}  // namespace frist::registers
