#include "base/embedded.h"
#include "base/pch.h"
#include "store/engine.h"
#include "store/postgres_link.h"
#include "store/postgres_text.h"

#include <endian.h>
#include <cstring>
#include <deque>

namespace frist::store {
namespace {

constexpr int rows_at_once = 2000;   // of a statement with many rows

constexpr int duty_room = 0x46726900;   // "Fri": our duties among the advisory locks of a database

constexpr Oid bool_type = 16;
constexpr Oid int2_type = 21;
constexpr Oid int4_type = 23;

std::int64_t whole_in(const PGresult* answer, int row, int column) {
    if (PQgetisnull(answer, row, column) != 0) return 0;
    const char* const bytes = PQgetvalue(answer, row, column);
    switch (PQftype(answer, column)) {
        case bool_type: return static_cast<std::int64_t>(bytes[0]);
        case int2_type: {
            std::uint16_t value = 0;
            std::memcpy(&value, bytes, sizeof value);
            return static_cast<std::int16_t>(be16toh(value));
        }
        case int4_type: {
            std::uint32_t value = 0;
            std::memcpy(&value, bytes, sizeof value);
            return static_cast<std::int32_t>(be32toh(value));
        }
        case whole_type: return whole_of(bytes);
        default: FRIST_CHECK(!"a column that is read as a number is none"); return 0;
    }
}

std::string_view bytes_in(const PGresult* answer, int row, int column) {
    return {PQgetvalue(answer, row, column), static_cast<std::size_t>(PQgetlength(answer, row, column))};
}

// What both kinds of statement have in common: values, and rows that were answered.
class Spoken : public Prepared {
public:
    void bind_whole(int place, std::int64_t value) override { values_.whole(place, value); }
    void bind_text(int place, std::string_view value) override { values_.text(place, value); }
    void bind_copy(int place, std::string_view value) override { values_.copy(place, value); }
    void bind_bytes(int place, std::string_view value) override { values_.bytes(place, value); }
    void bind_nothing(int place) override { values_.nothing(place); }

    [[nodiscard]] bool nothing(int column) const override { return PQgetisnull(answer_.get(), row_, column + first_) != 0; }
    [[nodiscard]] std::int64_t whole(int column) const override { return whole_in(answer_.get(), row_, column + first_); }
    [[nodiscard]] std::string_view bytes(int column) const override {
        const std::string_view kept = bytes_in(answer_.get(), row_, column + first_);
        if (!is_wrapped(kept) || PQftype(answer_.get(), column + first_) == bytes_type) return kept;
        return unwrapped_.emplace_back(unwrapped(kept));
    }

protected:
    bool next_row() {
        unwrapped_.clear();
        if (first_ == 0) return ++row_ < PQntuples(answer_.get());
        if (next_known_ == known_.size()) return false;
        row_ = known_[next_known_++];
        return true;
    }
    // Read from what was answered ahead.
    void take(const KnownRows& known) {
        answer_ = known.answer;
        known_ = known.rows;
        next_known_ = 0;
        first_ = 1;
    }
    void forget() {
        values_.clear();
        answer_.reset();
        unwrapped_.clear();
        row_ = -1;
        first_ = 0;
    }

    Values values_;
    std::shared_ptr<PGresult> answer_;
    int row_ = -1;

private:
    mutable std::deque<std::string> unwrapped_;
    int first_ = 0;                 // column of the answer that is ours
    std::vector<int> known_;        // the rows that are ours, when not all are
    std::size_t next_known_ = 0;
};

// A statement whose rows stand in memory together.
class PostgresPrepared final : public Spoken {
public:
    PostgresPrepared(Link& link, std::string_view words, std::int64_t& made) : link_(link), own_words_(words), words_(postgres_words(words)), whose_(whose(words)), made_(made) {
        const WholeKey key = whole_key_of(table_of_insert(words));
        gives_key_ = !key.column.empty();
        if (gives_key_) words_ += fmt::format(" RETURNING {}", key.column);
        grows_ = table_of_insert(words);
        if (std::optional<SetWords> set = gives_key_ ? std::nullopt : set_words(words)) gathered_ = std::make_shared<Link::Gathered>(std::move(*set), words_);
    }

    Result<bool> step() override {
        if (!answer_) {
            if (const KnownRows* const known = link_.ahead().find(this, values_)) {
                take(*known);
                return next_row();
            }
            FRIST_TRY(answer_, link_.run(ready_, words_, values_, whose_));
            row_ = -1;
            if (!grows_.empty()) link_.grew(grows_);
            if (gives_key_) {
                if (PQntuples(answer_.get()) > 0) made_ = whole_in(answer_.get(), 0, 0);
                return false;
            }
        }
        return next_row();
    }
    Outcome soon(const Error* unless_one) override {
        if (!grows_.empty()) link_.grew(grows_);
        if (gathered_ && link_.in_transaction()) return link_.gather(gathered_, values_, whose_, unless_one);
        return link_.soon(ready_, words_, values_, whose_, unless_one);
    }
    Outcome ask_ahead(int place, const Keys& keys) override {
        if (!link_.in_transaction()) return done;
        std::set<std::string> cells;
        const auto add = [&](const auto& key) {
            Values one;
            if constexpr (std::is_same_v<std::decay_t<decltype(key)>, std::int64_t>) one.whole(0, key);
            else one.text(0, key);
            cells.emplace(*one.cell(0));
        };
        std::visit([&](const auto& all) { std::for_each(all.begin(), all.end(), add); }, keys);
        if (cells.empty()) return done;
        const bool whole = std::holds_alternative<std::span<const std::int64_t>>(keys);
        const std::vector<std::string> each(cells.begin(), cells.end());
        Values values = values_;
        values.each(place, whole ? whole_type : text_type, each);
        if (words_for_all_.empty()) words_for_all_ = words_for_all(words_, place, whole ? "bigint" : "text");
        FRIST_TRY(Answer answer, link_.run(ready_for_all_, words_for_all_, values, whose_));
        link_.ahead().keep({this, own_words_, place, &values_}, each, std::shared_ptr<PGresult>(std::move(answer)));
        return done;
    }
    void reset() override { forget(); }

private:
    Link& link_;
    std::string own_words_;
    std::string words_;
    std::string words_for_all_;   // once it was asked ahead
    Whose whose_;
    std::int64_t& made_;
    bool gives_key_ = false;
    std::string grows_;   // the table that a row is added to
    std::shared_ptr<Link::Gathered> gathered_;
    Link::Ready ready_;
    Link::Ready ready_for_all_;
};

// One whose rows are fetched some at a time, by a cursor: of the transaction, or one that the server keeps.
class PostgresManyRows final : public Spoken {
public:
    PostgresManyRows(Link& link, std::string_view words, std::string name)
        : link_(link), words_(postgres_words(words)), whose_(whose(words)), name_(std::move(name)) {}

    Result<bool> step() override {
        if (!open_) FRIST_TRY_DONE(open());
        if (answer_ && next_row()) return true;
        if (answer_ && PQntuples(answer_.get()) < rows_at_once) return false;
        FRIST_TRY(answer_, link_.ask(fmt::format("FETCH FORWARD {} FROM {}", rows_at_once, name_)));
        row_ = -1;
        return next_row();
    }
    Outcome soon(const Error* /*it changes nothing*/) override {
        FRIST_CHECK(!"a statement with many rows is read");
        return done;
    }
    void reset() override {
        // The end of its transaction has closed it already.
        if (open_ && generation_ == link_.generation() && (is_kept_ || link_.in_transaction())) (void)link_.ask("CLOSE " + name_);
        open_ = false;
        forget();
    }

private:
    Outcome open() {
        FRIST_TRY_DONE(link_.lock(whose_ == Whose::creditor ? values_.number_at(0) : 0));
        is_kept_ = !link_.in_transaction();
        FRIST_TRY([[maybe_unused]] const Answer declared,
                  link_.ask(fmt::format("DECLARE {} NO SCROLL CURSOR {} HOLD FOR {}", name_, is_kept_ ? "WITH" : "WITHOUT", words_), &values_));
        generation_ = link_.generation();
        open_ = true;
        return done;
    }

    Link& link_;
    std::string words_;
    Whose whose_;
    std::string name_;
    bool open_ = false;
    bool is_kept_ = false;
    std::uint64_t generation_ = 0;
};

class PostgresEngine final : public Engine {
public:
    explicit PostgresEngine(std::unique_ptr<Link> link) : link_(std::move(link)) {}

    Result<std::unique_ptr<Prepared>> prepare(std::string_view words, Rows rows) override {
        if (rows == Rows::some) return std::unique_ptr<Prepared>(std::make_unique<PostgresPrepared>(*link_, words, made_));
        return std::unique_ptr<Prepared>(std::make_unique<PostgresManyRows>(*link_, words, fmt::format("rows{}", ++cursors_)));
    }
    Outcome execute(const std::string& words) override { return link_->execute(postgres_words(words)); }

    Outcome begin_change() override { return link_->begin_change(); }
    Outcome begin_look() override { return link_->begin_look(); }
    Outcome alone() override { return link_->alone(); }
    Outcome commit() override { return link_->commit(); }
    void roll_back() override { link_->roll_back(); }
    [[nodiscard]] bool in_transaction() const override { return link_->in_transaction(); }

    [[nodiscard]] bool is_far() const override { return true; }
    [[nodiscard]] std::int64_t changed() const override { return link_->changed(); }
    [[nodiscard]] std::int64_t made() const override { return made_; }
    [[nodiscard]] bool taken() const override { return link_->taken(); }
    // What a snapshot sees is another thing after every commit.
    Result<std::int64_t> writes() override {
        FRIST_TRY(const Answer answer, link_->ask("SELECT pg_current_snapshot()::text"));
        return static_cast<std::int64_t>(std::hash<std::string_view>()(bytes_in(answer.get(), 0, 0))) ^ link_->all_changes();
    }

    Outcome settle() override { return done; }
    Result<int> shape() override { return mark("number"); }
    Result<int> fits() override { return mark("fits"); }
    Outcome keep_shape(int number, int fits) override {
        return link_->execute(fmt::format("DELETE FROM shape; INSERT INTO shape (one, number, fits) VALUES (1, {}, {})", number, fits));
    }
    Outcome migrate(std::string_view words) override {
        FRIST_TRY_DONE(link_->execute("CREATE TABLE IF NOT EXISTS shape (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, fits INTEGER NOT NULL)"));
        // An expression of an index must give the same always, and the server does not take its own reader of JSON for such a one.
        FRIST_TRY_DONE(link_->execute("CREATE OR REPLACE FUNCTION frist_json(words TEXT) RETURNS JSON LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT words::json'"));
        return link_->execute(postgres_words(words));
    }
    Outcome migrated() override {
        for (const embedded::File& file : embedded::sql())
            if (file.path == "postgres.sql") return link_->execute(std::string(file.bytes));
        FRIST_CHECK(!"postgres.sql is not in the program");
        return done;
    }

    void narrow(std::int64_t creditor) override { link_->narrow(creditor); }

    Result<std::vector<std::string>> tables() override {
        return words_of("SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
                        "WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND c.relname <> 'shape' ORDER BY c.relname COLLATE \"C\"");
    }
    Result<std::vector<std::string>> tables_of_creditors() override {
        return words_of("SELECT table_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = 'creditor' ORDER BY table_name COLLATE \"C\"");
    }
    Result<std::vector<Series>> series() override {
        FRIST_TRY(const std::vector<std::string> tables, this->tables());
        std::vector<Series> all;
        for (const std::string& table : tables) {
            const WholeKey key = whole_key_of(table);
            if (!key.lasting) continue;
            FRIST_TRY(const Answer answer, link_->ask(fmt::format("SELECT last_value, is_called FROM {}_{}_seq", table, key.column)));
            if (whole_in(answer.get(), 0, 1) != 0) all.push_back({table, whole_in(answer.get(), 0, 0)});
        }
        return all;
    }
    Outcome keep_series(const Series& series) override {
        return link_->execute(fmt::format("SELECT setval('{}_{}_seq', {})", series.table, whole_key_of(series.table).column, series.last));
    }
    // Rows that came with their keys have not moved what gives the next one.
    Outcome filled() override {
        FRIST_TRY(const std::vector<std::string> tables, this->tables());
        for (const std::string& table : tables) {
            const std::string_view key = whole_key_of(table).column;
            if (key.empty()) continue;
            FRIST_TRY_DONE(link_->execute(fmt::format("SELECT setval('{0}_{1}_seq', m.most) FROM (SELECT max({1}) AS most FROM {0}) AS m, {0}_{1}_seq AS s "
                                                      "WHERE m.most > CASE WHEN s.is_called THEN s.last_value ELSE 0 END", table, key)));
        }
        return done;
    }

    Result<bool> take_duty(Duty duty, std::int64_t creditor) override {
        FRIST_TRY(const Answer answer, link_->ask(fmt::format("SELECT pg_try_advisory_lock({}, {})", duty_room + static_cast<int>(duty), creditor)));
        return whole_in(answer.get(), 0, 0) != 0;
    }
    void end_duty(Duty duty, std::int64_t creditor) override {
        (void)link_->ask(fmt::format("SELECT pg_advisory_unlock({}, {})", duty_room + static_cast<int>(duty), creditor));
    }

    // The server reads its pages with their check sums by itself (docs/operate/backup.md); nothing is added here.
    Result<std::vector<std::string>> broken() override { return std::vector<std::string>{}; }

private:
    Result<int> mark(std::string_view column) {
        FRIST_TRY_DONE(link_->lock(0));
        FRIST_TRY(const Answer there, link_->ask("SELECT to_regclass('shape') IS NOT NULL"));
        if (whole_in(there.get(), 0, 0) == 0) return 0;
        FRIST_TRY(const Answer answer, link_->ask(fmt::format("SELECT {} FROM shape", column)));
        return PQntuples(answer.get()) == 0 ? 0 : static_cast<int>(whole_in(answer.get(), 0, 0));
    }
    Result<std::vector<std::string>> words_of(const std::string& question) {
        FRIST_TRY(const Answer answer, link_->ask(question));
        std::vector<std::string> all;
        all.reserve(static_cast<std::size_t>(PQntuples(answer.get())));
        for (int row = 0; row < PQntuples(answer.get()); ++row) all.emplace_back(bytes_in(answer.get(), row, 0));
        return all;
    }

    std::unique_ptr<Link> link_;
    std::int64_t made_ = 0;
    std::uint64_t cursors_ = 0;
};

}  // namespace

Result<std::unique_ptr<Engine>> postgres_engine(const std::string& url, Open /*the database is there already*/, int patience_ms) {
    FRIST_TRY(std::unique_ptr<Link> link, Link::open(url, patience_ms));
    return std::unique_ptr<Engine>(std::make_unique<PostgresEngine>(std::move(link)));
}

}  // namespace frist::store
