// What waits for a person at this moment, case by case: ready for its next step, at the legal stage, or held back. For
// notifications: numbers and words, nothing of a debtor.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"
#include "office/register.h"

namespace frist::office {

enum class News {
    ready,  // a letter may leave, or waits for a yes
    legal,  // a legal step is ready, or a person has to choose what follows
    held,   // a letter may not leave as it is, or the whole case is stopped
};

struct CaseNews {
    News kind = News::ready;
    Id case_id = 0;
    std::string what;  // the letter or legal step ("notice"), or approve, choose, kept, stopped
};

// By kind and case, each once. Errors store.*, law.*.
Result<std::vector<CaseNews>> case_news(const Desk& desk, const CreditorRecord& creditor, Register& cases);

}  // namespace frist::office
