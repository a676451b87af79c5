// What will leave the house in the next days, as words for the creditor: case numbers and letters, no names.
#pragma once
#include "office/send_letters.h"

namespace frist::office {

struct Forewarning {
    std::string subject;
    std::string words;
    int letters = 0;      // that may leave today or are ordered within the days; legal steps and choices are not counted
};
// In the creditor's language. Errors store.*, law.*, text.*.
Result<Forewarning> forewarning(const Desk& desk, const CreditorRecord& creditor, int days);

}  // namespace frist::office
