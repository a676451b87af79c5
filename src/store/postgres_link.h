// One connection to a PostgreSQL server: statements are sent one by one or several together, a transaction takes the locks
// that its statements need, and a link that was cut is made anew between transactions.
#pragma once
#include "base/result.h"
#include "store/postgres_words.h"

#include <libpq-fe.h>
#include <functional>
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

// The values of a statement, in the binary forms of the server.
class Values {
public:
    void whole(int place, std::int64_t value);
    void text(int place, std::string_view value);    // must live until it was sent
    void copy(int place, std::string_view value);
    void bytes(int place, std::string_view value);
    void nothing(int place);
    void clear();

    [[nodiscard]] int count() const { return static_cast<int>(cells_.size()); }
    [[nodiscard]] const Oid* types() const { return types_.data(); }
    // As libpq wants them.
    void lay_out();
    [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] const int* sizes() const { return sizes_.data(); }
    [[nodiscard]] const int* forms() const { return forms_.data(); }
    // The value at this place when it is a number, or 0.
    [[nodiscard]] std::int64_t number_at(int place) const;

private:
    struct Cell {
        std::string own;
        std::string_view given;
        bool is_own = false;
        bool is_nothing = true;
        std::int64_t number = 0;
    };
    Cell& at(int place, Oid type);
    std::vector<Cell> cells_;
    std::vector<Oid> types_;
    std::vector<const char*> pointers_;
    std::vector<int> sizes_;
    std::vector<int> forms_;
};

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
    Outcome anew();
    Outcome make_ready(Ready& ready, const std::string& words, const Values& values);
    Outcome before(Ready& ready, const std::string& words, const Values& values, Whose whose);
    Outcome queue(const std::function<int()>& send, const Error* unless_one = nullptr);
    Outcome begin(const std::string& words, Transaction kind);
    Outcome queue_words(const std::string& words);
    // Reads the answers of all that was sent together; the last one, when it is wanted.
    Result<Answer> collect();
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
    std::vector<std::pair<int, Error>> unless_one_;   // of those, by their place: what is wrong unless one row changed
    std::int64_t changed_ = 0;
    std::int64_t all_changes_ = 0;
    bool taken_ = false;
};

}  // namespace frist::store
