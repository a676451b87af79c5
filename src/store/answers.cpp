#include "store/answers.h"

#include "base/pch.h"

namespace frist::store {
namespace {

using access::AnswerRow;

class AnswersOnConnection final : public access::Answers {
public:
    explicit AnswersOnConnection(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Outcome change(const std::function<Outcome()>& work) override { return connection_->change(work); }

    Result<std::optional<AnswerRow>> answer(const std::string& who, const std::string& key) override {
        Statement s = connection_->use("answer");
        FRIST_TRY(const bool there, s.bind(who).bind(key).step());
        if (!there) return std::optional<AnswerRow>{};
        AnswerRow row{who, key, s.word(), access::Instant{s.whole()}, 0, "", ""};
        row.status = static_cast<int>(s.whole());
        row.headers = s.word();
        row.body = s.word();
        return std::optional<AnswerRow>(std::move(row));
    }

    Outcome put_answer(const AnswerRow& row) override {
        return connection_->use("put_answer").bind(row.who).bind(row.key).bind(row.words).bind(row.given.second).bind(std::int64_t{row.status}).bind(row.headers).bind_blob(row.body).run();
    }

    Outcome forget_answers(access::Instant before) override { return connection_->use("forget_answers").bind(before.second).run(); }

private:
    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<access::Answers> answers_on(std::shared_ptr<Connection> connection) { return std::make_unique<AnswersOnConnection>(std::move(connection)); }

}  // namespace frist::store
