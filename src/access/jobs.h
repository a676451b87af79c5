// Long work that goes on when who asked for it has gone: a call that is kept and made later, by one who may still make it.
#pragma once
#include "access/rights.h"
#include "access/answers.h"
#include "access/ports.h"

namespace frist::access {

inline constexpr Seconds job_life = days(30);

enum class JobState { waiting, running, done, failed, cancelled };
constexpr auto names_of(JobState) {
    return std::to_array<std::string_view>({"waiting", "running", "done", "failed", "cancelled"});
}

struct JobRow {
    Id id = 0;
    Id creditor = 0;
    Id person = 0;
    Id key = 0;        // 0: the person
    std::string what;  // the route
    JobState state = JobState::waiting;
    std::int64_t count = 0;
    std::int64_t total = 0;  // 0: not known
    Instant made;
    std::optional<Instant> ended;
    std::string plan;  // what work in parts has to do and has done; its own affair
};

// What was asked, and what was answered.
struct JobCall {
    std::string words;  // JSON: method, path, query, headers
    std::string body;
};
struct JobAnswer {
    int status = 0;
    std::string headers;  // "name: value" a line
    std::string body;     // its first piece, when it is long
};

class Jobs {
public:
    Jobs() = default;
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;
    virtual ~Jobs() = default;

    // Runs `work` in one transaction with all that the other stores of the same rooms write. Errors store.*.
    virtual Outcome change(const std::function<Outcome()>& work) = 0;
    virtual Result<Id> add_job(const JobRow& row, const JobCall& call) = 0;
    virtual Result<std::optional<JobRow>> job(Id id) = 0;
    virtual Result<std::vector<JobRow>> jobs(Id creditor, std::int64_t limit) = 0;  // newest first
    virtual Result<std::optional<JobRow>> open_job() = 0;                           // the oldest that has not ended
    virtual Result<JobCall> job_call(Id id) = 0;
    virtual Result<JobAnswer> job_answer(Id id) = 0;  // status 0: none yet
    // State, count, total and plan of one that has not ended.
    virtual Outcome set_job(const JobRow& row) = 0;
    // The state is one that ends it; what was asked goes. False: it had ended already.
    virtual Result<bool> end_job(const JobRow& row, const JobAnswer& answer) = 0;
    // What follows the answer's body, counted from 1; nothing: there is no such piece.
    virtual Outcome add_job_piece(const JobRow& row, std::int64_t piece, std::string_view bytes) = 0;
    virtual Result<std::optional<std::string>> job_piece(const JobRow& row, std::int64_t piece) = 0;
    virtual Outcome forget_jobs(Instant before) = 0;  // those that ended before
};

// Who asked, with the rights of today. Errors access.session, access.key: removed, ended or revoked meanwhile.
Result<Who> who_again(const Porter& porter, const JobRow& job, Instant now);

}  // namespace frist::access
