#include "letters/values.h"

#include "base/pch.h"
#include "letters/words.h"

namespace frist::letters {
namespace {

constexpr int longest_shift = 7;   // days by which a due date moves at most; Easter takes five

std::optional<Date> sent_on(const Facts& facts, Kind kind) {
    for (auto letter = facts.earlier.rbegin(); letter != facts.earlier.rend(); ++letter)
        if (letter->kind == kind) return letter->sent;
    return std::nullopt;
}

std::optional<std::string> nonempty(const std::string& s) {
    return s.empty() ? std::nullopt : std::optional(s);
}

}  // namespace

std::optional<std::string> Values::of_claims(std::string_view name) const {
    const ClaimLine& first = facts_.claims.front();
    const Language language = facts_.language;
    if (name == "invoice") return first.invoice;
    if (name == "invoice_date") return first.invoiced ? std::optional(in_words(*first.invoiced, language)) : std::nullopt;
    if (name == "what") return first.what;
    if (name == "due") return in_words(first.due, language);
    if (name == "count") return fmt::format("{}", facts_.claims.size());
    if (name == "oldest_due") {
        const auto oldest = std::min_element(facts_.claims.begin(), facts_.claims.end(), [](const ClaimLine& a, const ClaimLine& b) { return a.due < b.due; });
        return in_words(oldest->due, language);
    }
    return std::nullopt;
}

std::optional<std::string> Values::of_sums(std::string_view name) const {
    const Language language = facts_.language;
    if (name == "total") return in_words(facts_.total, language);
    if (name == "principal") return in_words(principal_open(facts_), language);
    if (name == "interest_sum") return in_words(interest_sum(facts_), language);
    if (name == "costs_sum") return in_words(costs_sum(facts_), language);
    if (name == "payments_sum") return in_words(payments_sum(facts_), language);
    if (name == "daily_interest") return in_words(facts_.daily_interest, language);
    if (name == "total_at_deadline") return facts_.total_at_deadline ? std::optional(in_words(*facts_.total_at_deadline, language)) : std::nullopt;
    if (facts_.interest.empty()) return std::nullopt;
    if (name == "interest_rate") return figure(facts_.interest.back().rate, language);
    if (name == "interest_basis") return nonempty(texts_.section(language, facts_.interest.back().reason));
    return std::nullopt;
}

namespace {

// "10023: 6. desember 2025 → 8. desember 2025": due dates that were no weekdays, and the days from which interest runs.
std::string moved_dues(const Facts& facts) {
    std::vector<std::string> words;
    for (const ClaimLine& claim : facts.claims) {
        const InterestLine* first = nullptr;
        for (const InterestLine& row : facts.interest)
            if (row.invoice == claim.invoice && (first == nullptr || row.from < first->from)) first = &row;
        // Interest begins on the due date, or where that was moved to: the next weekday.
        if (first == nullptr || first->from <= claim.due || (first->from - claim.due).count > longest_shift) continue;
        words.push_back(fmt::format("{}: {} → {}", claim.invoice, in_words(claim.due, facts.language), in_words(first->from, facts.language)));
    }
    return fmt::format("{}", fmt::join(words, "; "));
}

}  // namespace

std::optional<std::string> Values::of_days(std::string_view name) const {
    const auto words = [&](std::optional<Date> day) { return day ? std::optional(in_words(*day, facts_.language)) : std::nullopt; };
    if (name == "deadline") return words(facts_.deadline);
    if (name == "moved_dues") return nonempty(moved_dues(facts_));
    if (name == "written") return words(facts_.written);
    if (name == "interest_to") return words(facts_.interest_to);
    if (name == "reminder_date") return words(sent_on(facts_, Kind::reminder));
    if (name == "notice_date") return words(sent_on(facts_, Kind::notice));
    if (name == "demand_date") return words(sent_on(facts_, Kind::demand));
    if (name == "last_payment" && !facts_.payments.empty()) return words(facts_.payments.back().on);
    if (name == "interest_from" && !facts_.interest.empty()) {
        const auto first = std::min_element(facts_.interest.begin(), facts_.interest.end(), [](const InterestLine& a, const InterestLine& b) { return a.from < b.from; });
        return words(first->from);
    }
    return std::nullopt;
}

// Norwegian says du to a person and dere (nynorsk: de) to a business; English says you.
std::optional<std::string> Values::of_pronouns(std::string_view name) const {
    struct Forms { std::string_view Du, du, deg, din; };
    const auto forms = [&]() -> Forms {
        const bool many = facts_.debtor.business;
        switch (facts_.language) {
            case Language::nb: return many ? Forms{"Dere", "dere", "dere", "deres"} : Forms{"Du", "du", "deg", ""};
            case Language::nn: return many ? Forms{"De", "de", "dykk", "dykkar"} : Forms{"Du", "du", "deg", ""};
            case Language::en: return {"You", "you", "you", "your"};
        }
        return {};
    }();
    if (name == "Du") return std::string(forms.Du);
    if (name == "du") return std::string(forms.du);
    if (name == "deg") return std::string(forms.deg);
    if (name == "din" || name == "ditt" || name == "dine") return std::string(forms.din.empty() ? name : forms.din);
    return std::nullopt;
}

std::optional<std::string> Values::found(std::string_view name) const {
    const Sender& from = sender(facts_);
    if (name == "creditor") return facts_.creditor.name;
    if (name == "sender") return from.name;
    if (name == "debtor") return facts_.debtor.name;
    if (name == "original_creditor") return nonempty(facts_.original_creditor);
    if (name == "case_number") return nonempty(facts_.case_number);
    if (name == "kid") return facts_.kid;
    if (name == "account") return account_text(facts_.account);
    const std::string by_phone = from.phone.empty() ? "" : texts_.label(facts_.language, "phone") + "\u00a0" + from.phone;
    const std::string either = from.email.empty() || by_phone.empty() ? "" : " " + texts_.label(facts_.language, "or") + " ";
    if (name == "contact") return nonempty(from.email + either + by_phone);
    if (name == "objections_to") {
        if (!facts_.objections_to.empty()) return fmt::format("{}", fmt::join(facts_.objections_to, ", "));
        const std::string above = texts_.label(facts_.language, "above");
        return from.email.empty() ? above : from.email + " " + texts_.label(facts_.language, "or") + " " + above;
    }
    for (const auto part : {&Values::of_claims, &Values::of_sums, &Values::of_days, &Values::of_pronouns, &Values::of_own})
        if (auto words = (this->*part)(name)) return words;
    return std::nullopt;
}

Result<std::string> Values::value(std::string_view name) const {
    auto words = found(name);
    if (!words)
        return Error{"letter.placeholder", std::string(name), "the text wants a fact that this letter does not have",
                     "Set the words between {{#…}} and {{/…}}, so that they stand only when the fact is there."};
    return std::move(*words);
}

bool Values::holds(std::string_view condition) const {
    const Facts& f = facts_;
    if (condition == "agency") return f.collector.has_value();
    if (condition == "business") return f.debtor.business;
    if (condition == "assigned") return !f.original_creditor.empty();
    if (condition == "one") return f.claims.size() == 1;
    if (condition == "several") return f.claims.size() > 1;
    if (condition == "invoiced") return f.claims.front().invoiced.has_value();
    if (condition == "costs") return !f.costs.empty();
    if (condition == "new_fee") return std::any_of(f.costs.begin(), f.costs.end(), [&](const CostLine& c) { return c.on == f.written && c.amount.positive(); });
    if (condition == "interest") return !f.interest.empty();
    if (condition == "daily") return f.daily_interest.positive();
    if (condition == "payments") return !f.payments.empty();
    if (condition == "credits") return std::any_of(f.claims.begin(), f.claims.end(), [](const ClaimLine& c) { return c.credited.positive(); });
    if (condition == "due_moved") return !moved_dues(f).empty();
    if (condition == "to_pay") return f.total.positive();
    if (condition == "deadline") return f.deadline.has_value();
    if (condition == "at_deadline") return f.deadline && f.total_at_deadline && *f.total_at_deadline != f.total;
    if (condition == "enforcement") return f.enforcement_notice;
    if (condition == "next_demand") return f.next == NextStep::demand;
    if (condition == "next_agency") return f.next == NextStep::agency;
    if (condition == "next_attachment") return f.next == NextStep::attachment;
    if (condition == "next_conciliation") return f.next == NextStep::conciliation;
    if (condition == "next_bankruptcy") return f.next == NextStep::bankruptcy;
    if (condition == "reminder_sent") return sent_on(f, Kind::reminder).has_value();
    if (condition == "notice_sent") return sent_on(f, Kind::notice).has_value();
    if (condition == "demand_sent") return sent_on(f, Kind::demand).has_value();
    const std::optional<bool> own = own_holds(condition);
    FRIST_CHECK(own.has_value());
    return *own;
}

bool Values::holds_when(std::string_view when) const {
    if (when.empty()) return true;
    return when.front() == '!' ? !holds(when.substr(1)) : holds(when);
}

Result<Words> Values::words(const std::vector<Piece>& pieces) const {
    Words words;
    std::vector<bool> shown{true};
    bool strong = false;
    const auto add = [&](const std::string& s) {
        if (!shown.back() || s.empty()) return;
        if (!words.empty() && words.back().strong == strong) words.back().text += s;
        else words.push_back({s, strong});
    };
    for (const Piece& piece : pieces) {
        switch (piece.sort) {
            case Piece::Sort::words: add(piece.text); break;
            case Piece::Sort::bold: strong = !strong; break;
            case Piece::Sort::when: shown.push_back(shown.back() && holds(piece.text)); break;
            case Piece::Sort::unless: shown.push_back(shown.back() && !holds(piece.text)); break;
            case Piece::Sort::end: shown.pop_back(); break;
            case Piece::Sort::value:
                if (shown.back()) {
                    FRIST_TRY(const std::string found, value(piece.text));
                    add(found);
                }
                break;
        }
    }
    // Conditions leave blanks behind at their edges.
    const auto blank = [](const Words& w) { return std::all_of(w.begin(), w.end(), [](const Run& r) { return r.text.find_first_not_of(' ') == r.text.npos; }); };
    if (blank(words)) return Words{};
    for (Run& run : words) {
        for (auto twice = run.text.find("  "); twice != run.text.npos; twice = run.text.find("  ")) run.text.erase(twice, 1);
    }
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i - 1].text.ends_with(' ') && words[i].text.starts_with(' ')) words[i].text.erase(0, 1);
    words.front().text.erase(0, words.front().text.find_first_not_of(' '));
    words.back().text.erase(words.back().text.find_last_not_of(' ') + 1);
    return words;
}

}  // namespace frist::letters
