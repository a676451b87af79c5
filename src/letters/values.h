// What the placeholders and conditions of a text stand for in one letter.
#pragma once
#include "letters/letter.h"

namespace frist::letters {

class Values {
public:
    Values(const Facts& facts, const Texts& texts) : facts_(facts), texts_(texts) {}

    // The words of a placeholder. Error letter.placeholder when the fact is not there: nothing is left blank.
    [[nodiscard]] Result<std::string> value(std::string_view name) const;
    [[nodiscard]] bool holds(std::string_view condition) const;
    // "deadline", "!costs" or nothing.
    [[nodiscard]] bool holds_when(std::string_view when) const;
    // A paragraph with its conditions settled; empty when nothing is left of it.
    [[nodiscard]] Result<Words> words(const std::vector<Piece>& pieces) const;

private:
    [[nodiscard]] std::optional<std::string> found(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> of_claims(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> of_sums(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> of_days(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> of_pronouns(std::string_view name) const;
    // What one kind of letter tells beside the rest (values_own.cpp).
    [[nodiscard]] std::optional<std::string> of_own(std::string_view name) const;
    [[nodiscard]] std::optional<bool> own_holds(std::string_view condition) const;

    const Facts& facts_;
    const Texts& texts_;
};

}  // namespace frist::letters
