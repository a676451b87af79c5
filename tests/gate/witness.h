// Chance that plays the same again, and who writes down what is true of a life while it happens.
#pragma once
#include "cases/event.h"
#include "gate/law_of_letters.h"

namespace frist::tested {

class Chance {
public:
    // The seed is mixed, or the numbers of one life would be those of the life before it, one place on.
    explicit Chance(std::uint64_t seed) : state_(mixed(mixed(seed) + 1)) {}
    int below(int n) {
        state_ += 0x9E3779B97F4A7C15ULL;
        return static_cast<int>(mixed(state_) % static_cast<std::uint64_t>(n));
    }
    bool one_in(int n) { return below(n) == 0; }

private:
    static std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

class Witness {
public:
    explicit Witness(Truth& truth) : truth_(truth) {}
    void see(const cases::Event& event) {
        std::visit([&](const auto& e) { saw(e); }, event);
    }

private:
    void saw(const cases::ObjectionRaised& e) { truth_.disputed = !e.groundless; }
    void saw(const cases::ObjectionSettled&) { truth_.disputed = false; }
    void saw(const cases::CasePaused&) { truth_.paused = true; }
    void saw(const cases::CaseResumed&) { truth_.paused = false; }
    void saw(const cases::PlanAgreed& e) {
        truth_.plan = true;
        truth_.acknowledged = e.on;
        truth_.instalments = std::max(truth_.instalments, static_cast<int>(e.instalments.size()));
    }
    void saw(const cases::PlanBroken&) { truth_.plan = false; }
    void saw(const cases::PlanKept&) { truth_.plan = false; }
    void saw(const cases::MailReturned&) { truth_.returned = true; }
    void saw(const cases::AddressFixed&) { truth_.returned = false; }
    void saw(const cases::DebtorBankrupt&) { truth_.bankrupt = true; }
    void saw(const cases::PaymentReceived& e) { truth_.received += e.amount.minor(); }
    void saw(const cases::ClaimCredited& e) {
        truth_.received += e.amount.minor();
        truth_.claims[static_cast<std::size_t>(e.claim)].gone += e.amount.minor();
    }
    // A payment may be covered again, when an earlier one comes late.
    void saw(const cases::PaymentCovered& e) {
        count(covers_[e.number], -1);
        count(covers_[e.number] = e.cover, 1);
    }
    void count(const cases::Cover& cover, int sign) {
        for (const cases::ClaimCover& part : cover.claims) truth_.claims[static_cast<std::size_t>(part.claim)].gone += sign * part.principal.minor();
    }
    void saw(const cases::LegalReady&) { truth_.legal = true; }
    void saw(const cases::CaseClosed&) { truth_.closed = true; }
    void saw(const cases::LetterSent& e) {
        truth_.sent.push_back(e.letter);
        if (e.letter.kind != cases::StepKind::demand) return;
        std::int64_t& open = truth_.handed_over[e.letter.letter];
        for (const Truth::Claim& claim : truth_.claims) open += claim.amount - claim.gone;
    }
    void saw(const cases::LetterVoided& e) {
        for (cases::Sent& s : truth_.sent)
            if (s.letter == e.letter) s.voided = true;
    }
    void saw(const cases::FeeReversed& e) {
        for (cases::Sent& s : truth_.sent)
            if (s.letter == e.letter) s.fee_reversed = e.on;
    }
    template <class E>
    void saw(const E&) {}

    Truth& truth_;
    std::map<int, cases::Cover> covers_;
};

}  // namespace frist::tested
