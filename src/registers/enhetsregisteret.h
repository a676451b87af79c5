// Enhetsregisteret, the Norwegian register of firms: open, without a key. libcurl stays here.
#pragma once
#include "office/business_register.h"

#include <memory>

namespace frist::registers {

inline constexpr const char* enhetsregisteret_url = "https://data.brreg.no/enhetsregisteret/api";

// Where the register is asked: the public one for nothing or "brreg", else the address that is given.
std::string address_of(std::string_view told);

// How long an answer is waited for.
struct Patience {
    long connect_seconds = 10;
    long whole_seconds = 20;
};

// `url` without a slash at its end.
std::unique_ptr<office::BusinessRegister> enhetsregisteret(const std::string& url, Patience patience = {});

// An answer of /enheter/{orgnr}. Error register.answer.
Result<office::RegisteredFirm> read_firm(std::string_view json);

}  // namespace frist::registers
