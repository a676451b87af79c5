// base: what everybody needs and nobody in our trade would notice. Results and errors, dates, text,
// decimals, hashes. No word of debt collection stands here, and nothing here reads a clock, a disk
// or a socket.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace frist {

// What is wrong in the world outside. `code` is stable and machine-readable ("kid.check_digit"),
// `field` names the place ("ledger.csv:12 Forfallsdato"), `message` the reason, `remedy` what to do.
// Never holds personal data: an error may be logged.
struct Error {
    std::string code;
    std::string field;
    std::string message;
    std::string remedy;
    bool operator==(const Error&) const = default;
};

// "field: message — remedy", one line, for people.
std::string text(const Error& error);

[[noreturn]] void bug(const char* condition, const char* file, int line);

// For what can only be wrong when we are: stops the program, also in release builds.
#define FRIST_CHECK(condition) \
    (static_cast<bool>(condition) ? void(0) : ::frist::bug(#condition, __FILE__, __LINE__))

// A value or an Error. Asking for the one that is not there is a bug and stops.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T& value() const& { FRIST_CHECK(ok()); return std::get<0>(state_); }
    [[nodiscard]] T& value() & { FRIST_CHECK(ok()); return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { FRIST_CHECK(ok()); return std::get<0>(std::move(state_)); }
    [[nodiscard]] const Error& error() const { FRIST_CHECK(!ok()); return std::get<1>(state_); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> state_;
};

struct Done {
    bool operator==(const Done&) const = default;
};
using Outcome = Result<Done>;   // success without a value
inline constexpr Done done{};

#define FRIST_JOIN_(a, b) a##b
#define FRIST_JOIN(a, b) FRIST_JOIN_(a, b)
#define FRIST_TRY_(temp, declaration, ...)        \
    auto temp = (__VA_ARGS__);                    \
    if (!temp.ok()) return std::move(temp).error();\
    declaration = std::move(temp).value()

// FRIST_TRY(Date due, Date::parse(text)): goes on with the value, or returns the error to the caller.
#define FRIST_TRY(declaration, ...) \
    FRIST_TRY_(FRIST_JOIN(frist_try_, __LINE__), declaration, __VA_ARGS__)

// FRIST_TRY_DONE(check(x)): returns the error, if any; the value is not wanted.
#define FRIST_TRY_DONE(expression)                                                  \
    do {                                                                            \
        if (auto frist_outcome = (expression); !frist_outcome.ok()) return frist_outcome.error(); \
    } while (false)

}  // namespace frist
