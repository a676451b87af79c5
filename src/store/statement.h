// A prepared statement that binds and reads our own types.
#pragma once
#include "base/date.h"
#include "money/money.h"
#include "store/engine.h"

#include <optional>
#include <utility>

namespace frist::store {

class Statement {
public:
    explicit Statement(Prepared& prepared) : prepared_(&prepared) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement(Statement&& other) noexcept : prepared_(std::exchange(other.prepared_, nullptr)), bound_(other.bound_), read_(other.read_) {}
    // Ready for the next use; the values bound are let go.
    ~Statement() {
        if (prepared_ != nullptr) prepared_->reset();
    }

    Statement& bind(std::int64_t value) {
        prepared_->bind_whole(bound_++, value);
        return *this;
    }
    // The text must live until the statement has run.
    Statement& bind(std::string_view value) {
        prepared_->bind_text(bound_++, value);
        return *this;
    }
    Statement& bind_blob(std::string_view value) {
        prepared_->bind_bytes(bound_++, value);
        return *this;
    }
    Statement& bind(Date value) {
        prepared_->bind_copy(bound_++, text(value));
        return *this;
    }
    Statement& bind(const std::optional<Date>& value) {
        if (value) return bind(*value);
        return bind_nothing();
    }
    Statement& bind(Money value) {
        const Currency currency = value.currency();   // keeps the letters that the code is a view of
        prepared_->bind_copy(bound_++, currency.code());
        return bind(value.minor());
    }
    Statement& bind_nothing() {
        prepared_->bind_nothing(bound_++);
        return *this;
    }

    // In the place of a value, before ask_ahead: it takes turns. The keys must live until then.
    Statement& bind_each(Keys keys) {
        keys_ = keys;
        keys_at_ = bound_++;
        return *this;
    }
    // See Prepared.
    Outcome ask_ahead() { return prepared_->ask_ahead(keys_at_, keys_); }

    // True when there is a row. Errors store.full, store.busy, store.disk, store.lost.
    Result<bool> step() {
        read_ = 0;
        return prepared_->step();
    }
    // For a statement that gives no rows.
    Outcome run();
    // The same for one whose outcome nobody waits for: what goes wrong may be told by a later statement of the same change,
    // or by its end, and nothing of the change is kept then.
    Outcome run_soon() { return prepared_->soon(nullptr); }
    // And for one that must change one row, or `otherwise` is what went wrong.
    Outcome change_one_soon(const Error& otherwise) { return prepared_->soon(&otherwise); }

    // Whether the next column holds nothing; it is still the next one.
    [[nodiscard]] bool nothing() const { return prepared_->nothing(read_); }
    // Passes over the next column.
    void skip() { ++read_; }
    std::int64_t whole() { return prepared_->whole(read_++); }
    std::string_view view() { return prepared_->bytes(read_++); }
    std::string word() { return std::string(view()); }
    Date date() { return maybe_date().value_or(Date{}); }
    std::optional<Date> maybe_date();
    // Currency, then minor units. A sum without a currency column: money_in.
    Money money() {
        const std::string_view code = view();
        return money_in(Currency::parse(code).ok() ? *Currency::parse(code) : Currency{});
    }
    Money money_in(Currency currency) { return {whole(), currency}; }

private:
    Prepared* prepared_;
    int bound_ = 0;
    int read_ = 0;
    Keys keys_;
    int keys_at_ = 0;
};

// Every row that the statement gives, each read by `read`.
template <class Row, class Read>
Result<std::vector<Row>> all(Statement& s, const Read& read) {
    std::vector<Row> rows;
    while (true) {
        FRIST_TRY(const bool row, s.step());
        if (!row) return rows;
        rows.push_back(read());
    }
}

// The first row, or nothing.
template <class Row, class Read>
Result<std::optional<Row>> first(Statement& s, const Read& read) {
    FRIST_TRY(const bool row, s.step());
    if (!row) return std::optional<Row>{};
    return std::optional<Row>(read());
}

}  // namespace frist::store
