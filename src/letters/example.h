// Invented facts for previews and tests: nobody here exists, the numbers are computed by hand from the law's examples.
#pragma once
#include "letters/letter.h"

namespace frist::letters {

class Example {
public:
    Example(const Texts& texts, Language language) : texts_(texts), language_(language) {}

    static Sender creditor();
    static Sender agency();
    [[nodiscard]] Facts of(Kind kind) const;

    [[nodiscard]] Facts demand() const;
    [[nodiscard]] Facts notice() const;
    [[nodiscard]] Facts reminder() const;
    [[nodiscard]] Facts friendly_reminder() const;
    [[nodiscard]] Facts rest_note() const;
    [[nodiscard]] Facts enforcement_notice() const;
    [[nodiscard]] Facts instalment_agreement() const;
    [[nodiscard]] Facts dear_agreement() const;
    [[nodiscard]] Facts receipt() const;
    [[nodiscard]] Facts closing() const;
    [[nodiscard]] Facts small_rest() const;
    [[nodiscard]] Facts objection_answer() const;
    [[nodiscard]] Facts partly_upheld() const;
    [[nodiscard]] Facts upheld() const;
    [[nodiscard]] Facts bankruptcy_demand() const;
    [[nodiscard]] Facts attachment_petition() const;
    [[nodiscard]] Facts conciliation_complaint() const;
    [[nodiscard]] Facts bankruptcy_petition() const;
    [[nodiscard]] Facts estate_claim() const;
    [[nodiscard]] Facts annex() const;

private:
    [[nodiscard]] const std::string& cost(std::string_view kind) const;
    [[nodiscard]] std::vector<std::string> enclosed(const std::vector<Kind>& letters) const;

    const Texts& texts_;
    Language language_;
};

}  // namespace frist::letters
