#include "store/jobs.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store {
namespace {

using access::Id;
using access::Instant;
using access::JobAnswer;
using access::JobCall;
using access::JobRow;

JobRow job_of(Statement& s) {
    JobRow row;
    row.id = s.whole();
    row.creditor = s.whole();
    row.person = s.whole();
    row.key = s.whole();
    row.what = s.word();
    row.state = known<access::JobState>(s.view());
    row.count = s.whole();
    row.total = s.whole();
    row.made = Instant{s.whole()};
    const std::int64_t ended = s.whole();
    if (ended != 0) row.ended = Instant{ended};
    row.plan = s.word();
    return row;
}

class JobsOnConnection final : public access::Jobs {
public:
    explicit JobsOnConnection(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Outcome change(const std::function<Outcome()>& work) override { return connection_->change(work); }

    Result<Id> add_job(const JobRow& row, const JobCall& call) override {
        Statement s = connection_->use("add_job");
        s.bind(row.creditor).bind(row.person).bind(row.key).bind(row.what).bind(name_of(row.state)).bind(row.made.second);
        FRIST_TRY_DONE(s.bind(call.words).bind_blob(call.body).run());
        return connection_->made();
    }
    Result<std::optional<JobRow>> job(Id id) override {
        Statement s = connection_->use("job");
        s.bind(id);
        return first<JobRow>(s, [&] { return job_of(s); });
    }
    Result<std::vector<JobRow>> jobs(Id creditor, std::int64_t limit) override {
        Statement s = connection_->use("jobs");
        s.bind(creditor).bind(limit);
        return all<JobRow>(s, [&] { return job_of(s); });
    }
    Result<std::optional<JobRow>> open_job() override {
        Statement s = connection_->use("open_job");
        return first<JobRow>(s, [&] { return job_of(s); });
    }
    Result<JobCall> job_call(Id id) override {
        Statement s = connection_->use("job_call");
        FRIST_TRY(const bool there, s.bind(id).step());
        JobCall call;
        if (!there) return call;
        call.words = s.word();
        call.body = s.word();
        return call;
    }
    Result<JobAnswer> job_answer(Id id) override {
        Statement s = connection_->use("job_answer");
        FRIST_TRY(const bool there, s.bind(id).step());
        JobAnswer answer;
        if (!there) return answer;
        answer.status = static_cast<int>(s.whole());
        answer.headers = s.word();
        answer.body = s.word();
        return answer;
    }
    Outcome set_job(const JobRow& row) override {
        return connection_->use("set_job").bind(row.id).bind(name_of(row.state)).bind(row.count).bind(row.total).bind(row.plan).run();
    }
    Result<bool> end_job(const JobRow& row, const JobAnswer& answer) override {
        Statement s = connection_->use("end_job");
        s.bind(row.id).bind(name_of(row.state)).bind(row.count).bind(row.total).bind(row.ended.value_or(row.made).second);
        FRIST_TRY_DONE(s.bind(std::int64_t{answer.status}).bind(answer.headers).bind_blob(answer.body).run());
        return connection_->changed() == 1;
    }
    Outcome add_job_piece(const JobRow& row, std::int64_t piece, std::string_view bytes) override {
        return connection_->use("add_job_piece").bind(row.creditor).bind(row.id).bind(piece).bind_blob(bytes).run();
    }
    Result<std::optional<std::string>> job_piece(const JobRow& row, std::int64_t piece) override {
        Statement s = connection_->use("job_piece");
        s.bind(row.creditor).bind(row.id).bind(piece);
        return first<std::string>(s, [&] { return s.word(); });
    }
    Outcome forget_jobs(Instant before) override {
        FRIST_TRY_DONE(connection_->use("forget_job_pieces").bind(before.second).run());
        return connection_->use("forget_jobs").bind(before.second).run();
    }

private:
    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<access::Jobs> jobs_on(std::shared_ptr<Connection> connection) { return std::make_unique<JobsOnConnection>(std::move(connection)); }

}  // namespace frist::store
