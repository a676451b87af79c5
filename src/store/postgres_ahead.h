// Answers that a server gave before anybody asked: one question for many keys, instead of a way there and back for each. They are true
// as long as nothing they speak of is written; whatever is written says so here first.
#pragma once
#include "store/postgres_batch.h"

#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frist::store {

// The words of a statement, as the server understands them, said for every key at once: `place` holds an array of `type`, and each row of
// the answer begins with the number of its key, from 1.
std::string words_for_all(std::string_view words, int place, std::string_view type);
// The column that the value at this place is compared with; empty when it is none.
std::string column_compared(std::string_view words, int place);

// The answer to one key.
struct KnownRows {
    std::shared_ptr<PGresult> answer;
    std::vector<int> rows;   // of it; the first column is not theirs
};

class AheadAnswers {
public:
    // `statement` only tells them apart; `words` are its own, with ?1. `others` holds its values but for the key.
    struct Asked {
        const void* statement = nullptr;
        std::string_view words;
        int place = 0;
        const Values* others = nullptr;
    };
    void keep(const Asked& asked, const std::vector<std::string>& keys, const std::shared_ptr<PGresult>& answer);
    // Null: it was not asked ahead, or what was answered may no longer be true.
    [[nodiscard]] const KnownRows* find(const void* statement, const Values& values) const;

    // A row is about to be written.
    void written(const SetWords& set, const Values& values);
    // Something else is about to be said.
    void written(std::string_view words);
    void clear() { statements_.clear(); }

private:
    // What a row that is written does to the answers of a statement: nothing, to that of the key in this place, or to all.
    struct Effect {
        enum class On : std::uint8_t { none, one, all } on = On::none;
        int place = 0;
    };
    struct Statement {
        std::string words;
        std::string column;
        int place = 0;
        std::map<std::string, std::unordered_map<std::string, KnownRows>> answers;   // by the other values, then by the key
        std::map<const SetWords*, Effect> effects;
    };
    static Effect effect(const Statement& statement, const SetWords& set);
    std::map<const void*, Statement> statements_;
};

}  // namespace frist::store
