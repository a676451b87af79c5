// What a Register keeps in memory of one creditor, and how far it has read.
#pragma once
#include "office/register_columns.h"

namespace frist::office {

struct LooseItem {
    Id item = 0;
    Id debtor = 0;
    Date due;
    std::int64_t amount = 0;
    std::int64_t open = 0;
    bool foreign = false;  // in another currency than the country's
    bool warned = false;   // by the import
    std::string number;
    std::string kid;
};

struct Register::Held {
    RegisterColumns columns;
    std::vector<LooseItem> loose;         // by item
    std::optional<std::int64_t> commits;  // when the columns were read; nothing: never
    std::optional<std::int64_t> loose_commits;
    Date day;               // of the open sums
    std::int64_t made = 0;  // of the mark
    std::int64_t link = 0;  // the last of the chain
    std::int64_t debtor_version = 0;
    std::int64_t round = 0;  // grows whenever something was read anew
};

// A look at what is held, which nobody changes meanwhile, with what the search found.
struct Register::Seen {
    std::shared_lock<std::shared_mutex> lock;
    const Held* held = nullptr;
    Sought search;
    RegisterColumns::Found found;
    std::vector<ExactHit> exact;
};

// What a question was answered in a round: many people look at the same first page.
struct Register::Remembered {
    CaseAsk ask;
    Window window;
    std::int64_t round = 0;
    std::vector<Id> ids;
    std::optional<Id> next;
    std::size_t count = 0;
    Counts counts;
    std::vector<ExactHit> exact;
    std::shared_ptr<const std::vector<CaseLine>> rows;  // nothing: not read yet
};

}  // namespace frist::office
