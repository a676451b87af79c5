// An office with people in it, for tests: a quick hash, chance that is the same each time, and a Monday at noon.
#pragma once
#include "access/links.h"
#include "access/people.h"
#include "access/second_factor.h"
#include "access/sessions.h"
#include "base/hash.h"
#include "support/access_memory.h"

#include <gtest/gtest.h>

namespace frist::test {

// A value that must be there; the test fails with the error's text when it is not.
template <class T>
T given(Result<T> result) {
    EXPECT_TRUE(result.ok()) << text(result.error());
    if (!result.ok()) throw std::runtime_error(text(result.error()));
    return std::move(result).value();
}
template <class T>
std::string code_of(const Result<T>& result) {
    return result.ok() ? "" : result.error().code;
}

inline constexpr Instant noon{1783339200};  // Monday 2026-07-06T12:00:00Z
inline const std::string good_password = "fire skudd kveldsvind 7";

// No secret is safe with it. `during` runs while a password is hashed, as another request might.
class QuickHasher final : public Hasher {
public:
    [[nodiscard]] std::string hash(std::string_view password, const Random&) const override {
        if (during) std::exchange(during, {})();
        return fmt::format("{} {}", parameters, sha256(password));
    }
    [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
        ++checks;
        return hash.substr(hash.find(' ') + 1) == sha256(password);
    }
    [[nodiscard]] bool outdated(const std::string& hash) const override {
        return hash.substr(0, hash.find(' ')) != std::to_string(parameters);
    }
    void pretend(std::string_view) const override { ++pretended; }

    int parameters = 1;
    mutable std::function<void()> during;
    mutable int checks = 0;
    mutable int pretended = 0;
};

// Numbers that look like chance and are the same in each run.
inline Random foreseen() {
    return [state = std::make_shared<std::uint64_t>(4711)](std::span<unsigned char> bytes) {
        for (unsigned char& byte : bytes) {
            *state = *state * 6364136223846793005U + 1442695040888963407U;
            byte = static_cast<unsigned char>(*state >> 56);
        }
    };
}

class AccessTest : public testing::Test {
protected:
    // The owner, with every creditor.
    Who owner() {
        if (!owner_) {
            const NewLink link = *given(first_link(porter, noon));
            owner_ = given(accept_link(
                porter, {link.token, "Blid@Fjellrev.example", "Blid Fjellrev", "nb", good_password, "Test"}, noon));
        }
        return given(who_of_session(porter, owner_->token, noon));
    }
    // Somebody whom the owner has invited.
    NewSession join(const std::string& name, Role role, const Reach& reach, Instant now = noon) {
        const NewLink link = given(invite(porter, owner(), {email_of(name), role, reach}, now));
        return given(accept_link(porter, {link.token, "", name + " Fjellrev", "nb", good_password, "Test"}, now));
    }
    Who joined(const std::string& name, Role role, const Reach& reach, Instant now = noon) {
        return given(who_of_session(porter, join(name, role, reach, now).token, now));
    }
    static std::string email_of(const std::string& name) { return name + "@fjellrev.example"; }

    Result<Entered> try_password(const std::string& email, const std::string& password, Instant now,
                                 const std::string& address = "192.0.2.7") {
        return log_in(porter, {email, password, address, "Test"}, now);
    }
    // The words of the acts, oldest first.
    std::vector<std::string> told() {
        std::vector<std::string> words;
        for (const ActRow& row : store.t.acts) words.push_back(row.what);
        return words;
    }

    MemoryStore store;
    QuickHasher hasher;
    Porter porter{store, hasher, foreseen(), SealKey{1, 2, 3}};

private:
    std::optional<NewSession> owner_;
};

}  // namespace frist::test
