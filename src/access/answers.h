// Answers that were given to who sent an Idempotency-Key: the same question again is answered with them, and nothing is
// done twice.
#pragma once
#include "access/instant.h"
#include "base/result.h"

#include <functional>
#include <optional>

namespace frist::access {

inline constexpr Seconds answer_life = days(7);

struct AnswerRow {
    std::string who;    // "person 3", "key 5"
    std::string key;    // theirs
    std::string words;  // SHA-256 of what was asked
    Instant given;
    int status = 0;
    std::string headers;  // "name: value" a line
    std::string body;
};

class Answers {
public:
    Answers() = default;
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    virtual ~Answers() = default;

    // Runs `work` in one transaction with all that the other stores of the same rooms write. Errors store.*.
    virtual Outcome change(const std::function<Outcome()>& work) = 0;
    virtual Result<std::optional<AnswerRow>> answer(const std::string& who, const std::string& key) = 0;
    virtual Outcome put_answer(const AnswerRow& row) = 0;
    // Those that were given before.
    virtual Outcome forget_answers(Instant before) = 0;
};

}  // namespace frist::access
