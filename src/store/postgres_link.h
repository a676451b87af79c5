// One connection to a PostgreSQL server: statements are sent one by one or several together, a transaction takes the locks
// that its statements need, and a link that was cut is made anew between transactions.
#pragma once
#include "base/result.h"
#include "store/postgres_ahead.h"
#include "store/postgres_batch.h"
#include "store/postgres_words.h"

#include <libpq-fe.h>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frist::store {

struct FreeAnswer {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, FreeAnswer>;

class Link {
public:
    // Errors store.missing, store.lost, store.open.
    static Result<std::unique_ptr<Link>> open(const std::string& url, int patience_ms);
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;
    ~Link();

    // Words without values, one or several statements.
    Outcome execute(const std::string& words);
    Result<Answer> ask(const std::string& words, Values* values = nullptr);

    // A statement under a name of this link, made ready when it is not: `generation` and `types` are what it was made ready with.
    struct Ready {
        std::string name;
        std::uint64_t generation = 0;
        std::vector<Oid> types;
    };
    Result<Answer> run(Ready& ready, const std::string& words, Values& values, Whose whose);
    // `unless_one`: see Prepared.
    Outcome soon(Ready& ready, const std::string& words, Values& values, Whose whose, const Error* unless_one);

    // One that is gathered with others like it and said for all of them together: at the latest before anything else is asked. Only inside a
    // transaction.
    struct Gathered {
        Gathered(SetWords set, std::string words) : batch(std::move(set)), one(std::move(words)) {}
        Batch batch;
        std::string one;             // the words for a single row
        std::vector<Oid> types;      // of the columns, once the server has told them
        std::string many;            // the words for several
        Ready ready_one;
        Ready ready_many;
    };
    Outcome gather(const std::shared_ptr<Gathered>& gathered, const Values& values, Whose whose, const Error* unless_one);
    // What was answered ahead, in this transaction.
    AheadAnswers& ahead() { return ahead_; }

    // Rows that a table was given. Sooner or later the server must look at it anew, or it goes on as if the table were empty.
    void grew(const std::string& table);

    // See Connection; takes hold before the next thing that is asked.
    void narrow(std::int64_t creditor);

    Outcome begin_change(bool anew_once = true);
    Outcome begin_look();
    Outcome commit();
    void roll_back();
    [[nodiscard]] bool in_transaction() const { return transaction_ != Transaction::none; }
    // Waits for everybody who works on this creditor (0: the house) and keeps them waiting until the transaction ends.
    Outcome lock(std::int64_t creditor);
    // The same for all creditors and the house.
    Outcome alone();

    [[nodiscard]] std::int64_t changed() const { return changed_; }
    [[nodiscard]] std::int64_t all_changes() const { return all_changes_; }
    [[nodiscard]] bool taken() const { return taken_; }
    // Another number after the link was made anew: what was ready is no more.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }

private:
    enum class Transaction { none, change, look };
    Link(std::string url, int patience_ms) : url_(std::move(url)), patience_ms_(patience_ms) {}
    Outcome connect();
    Outcome settle();
    Outcome alive();
    Outcome tell_narrow();
    Outcome anew();
    Outcome make_ready(Ready& ready, const std::string& words, int count, const Oid* types);
    Outcome know_types(Gathered& gathered);
    Outcome send(Gathered& gathered);
    // What these words may read or write; all of it, when there are none.
    Outcome send_gathered(std::string_view words);
    void forget_gathered();
    Outcome look_at_grown();
    Outcome before(Ready& ready, const std::string& words, const Values& values, Whose whose);
    // What an answer must say, or something is wrong: that one row was changed, or each of several.
    struct Expected {
        int place = 0;               // among those that were sent together
        std::vector<std::optional<Error>> unless;
        bool tells_places = false;   // the answer names those that were changed
    };
    Outcome queue(const std::function<int()>& send);
    void expect(std::vector<std::optional<Error>> unless, bool tells_places);
    std::optional<Error> unmet(const Expected& expected, const PGresult* answer) const;
    Outcome begin(const std::string& words, Transaction kind);
    Outcome queue_words(const std::string& words);
    // Reads the answers of all that was sent together; the last one, when it is wanted.
    Result<Answer> collect();
    Outcome drain();
    // The same, once all that was gathered was sent too.
    Outcome flush();
    Result<Answer> judged(Answer answer);
    Error wrong(const PGresult* answer);
    void counted(const PGresult* answer);

    std::string url_;
    int patience_ms_;
    PGconn* connection_ = nullptr;
    std::uint64_t generation_ = 0;
    std::uint64_t named_ = 0;
    Transaction transaction_ = Transaction::none;
    std::set<std::int64_t> locks_;
    bool alone_ = false;
    int waiting_ = 0;                // sent, and not yet answered
    std::vector<Expected> expected_;   // of those
    std::vector<std::shared_ptr<Gathered>> gathered_;   // in the order in which their first rows came
    struct Growth {
        std::int64_t rows = 0;
        std::int64_t look_at = 1000;
    };
    AheadAnswers ahead_;
    std::map<std::string, Growth> grown_;
    std::set<std::string> to_look_at_;
    std::int64_t changed_ = 0;
    std::int64_t all_changes_ = 0;
    bool taken_ = false;
    std::int64_t narrow_ = 0;        // the creditor whose rows alone are to be seen
    std::int64_t narrowed_ = 0;      // what the server was told of it
};

}  // namespace frist::store
