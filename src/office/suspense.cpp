#include "office/suspense.h"

#include "base/pch.h"
#include "party/kid.h"
#include "rules/balance.h"

#include <map>
#include <set>

namespace frist::office {
namespace {

constexpr int most_looked_at = 20;         // for one reason
constexpr std::size_t most_suggested = 5;

std::string_view words_of(Hint hint) {
    switch (hint) {
        case Hint::reference: return "its reference differs by one mistyped digit";
        case Hint::letter: return "the amount is what a letter of the case asked for";
        case Hint::open: return "the amount is exactly what is open";
        case Hint::principal: return "the amount is exactly the open principal";
        case Hint::payer: return "the payer has paid in a case of this debtor before";
        case Hint::name: return "the payer's name is the debtor's";
    }
    return {};
}

// What a slip of one digit could have made of it; only what is a reference itself.
std::vector<std::string> slips_of(const std::string& kid) {
    std::vector<std::string> all;
    const auto take = [&](const std::string& one) {
        if (party::kid_checks(one) != "none") all.push_back(one);
    };
    for (std::size_t i = 0; i < kid.size(); ++i) {
        std::string slip = kid;
        for (char digit = '0'; digit <= '9'; ++digit) {
            slip[i] = digit;
            if (digit != kid[i]) take(slip);
        }
        slip = kid;
        if (i + 1 < kid.size() && kid[i] != kid[i + 1]) {
            std::swap(slip[i], slip[i + 1]);
            take(slip);
        }
    }
    return all;
}

bool has_letters(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

// The open cases that one line may belong to, each with its reasons.
class Guess {
public:
    Guess(const Desk& desk, Register* cases, const LineRow& line) : desk_(desk), cases_(cases), line_(line) {}

    Result<std::vector<Suggestion>> run() {
        if (!line_.left.positive() || line_.amount.currency() != desk_.country.currency()) return std::vector<Suggestion>{};
        FRIST_TRY_DONE(by_reference());
        FRIST_TRY_DONE(by_amount());
        FRIST_TRY_DONE(by_payer());
        FRIST_TRY_DONE(settle());
        return ranked();
    }

private:
    void take(Id case_id, Hint hint) {
        if (case_id != 0) found_[case_id].insert(hint);
    }

    Outcome by_reference() {
        if (!party::kid_shaped(line_.kid)) return done;
        for (const std::string& slip : slips_of(line_.kid)) {
            FRIST_TRY(const auto target, desk_.store.kid(desk_.creditor, slip));
            if (target) take(target->case_id, Hint::reference);
        }
        return done;
    }

    Outcome by_amount() {
        FRIST_TRY(const std::vector<Asking> asking, desk_.store.letters_asking(desk_.creditor, line_.left, most_looked_at));
        for (const Asking& one : asking) take(one.case_id, Hint::letter);
        FRIST_TRY(const std::vector<Id> claiming, desk_.store.cases_claiming(desk_.creditor, line_.left, most_looked_at));
        for (const Id id : claiming) maybe_.insert(id);
        if (cases_ == nullptr) return done;
        CaseAsk ask;
        ask.creditor = desk_.creditor;
        ask.day = desk_.today;
        ask.open_from = ask.open_to = line_.left;
        FRIST_TRY(const CasePage page, cases_->page(ask, {0, most_looked_at, std::nullopt}));
        for (const CaseLine& row : page.rows) maybe_.insert(row.case_id);
        return done;
    }

    Outcome by_payer() {
        if (line_.payer.empty()) return done;
        FRIST_TRY(const std::vector<Id> known, desk_.store.debtors_of_payer(desk_.creditor, line_.payer));
        for (const Id debtor : known) FRIST_TRY_DONE(take_all_of(debtor, Hint::payer));
        if (cases_ == nullptr || !has_letters(line_.payer)) return done;
        DebtorAsk ask;
        ask.creditor = desk_.creditor;
        ask.day = desk_.today;
        ask.search = line_.payer;
        ask.running_only = true;
        FRIST_TRY(const std::vector<Id> named, cases_->debtor_ids(ask));
        for (std::size_t i = 0; i < named.size() && i < most_suggested; ++i) FRIST_TRY_DONE(take_all_of(named[i], Hint::name));
        return done;
    }

    Outcome take_all_of(Id debtor, Hint hint) {
        CaseFilter filter;
        filter.debtor = debtor;
        filter.open_only = true;
        filter.limit = most_looked_at;
        FRIST_TRY(const std::vector<CaseRow> rows, desk_.store.cases(desk_.creditor, filter));
        for (const CaseRow& row : rows) take(row.state.id, hint);
        return done;
    }

    // A case that was joined hands on; closed ones are none; and what is open is looked at.
    Outcome settle() {
        for (const auto& [id, hints] : std::exchange(found_, {})) {
            FRIST_TRY(const std::optional<CaseRow> row, running(id));
            if (row) found_[row->state.id].insert(hints.begin(), hints.end());
        }
        for (const auto& [id, hints] : found_) maybe_.insert(id);
        for (const Id id : maybe_) {
            FRIST_TRY(const std::optional<CaseRow> row, running(id));
            if (!row) continue;
            FRIST_TRY(const rules::Balance balance, rules::balance_on(row->state, desk_.today, desk_.country));
            if (line_.left == balance.total()) take(row->state.id, Hint::open);
            else if (line_.left == balance.principal) take(row->state.id, Hint::principal);
        }
        return done;
    }

    Result<std::optional<CaseRow>> running(Id id) {
        FRIST_TRY(CaseRow row, case_row(desk_, id));
        while (row.state.merged_into) {
            FRIST_TRY(row, case_row(desk_, *row.state.merged_into));
        }
        return row.state.closing ? std::optional<CaseRow>{} : std::optional<CaseRow>(std::move(row));
    }

    [[nodiscard]] std::vector<Suggestion> ranked() const {
        std::vector<Suggestion> all;
        for (const auto& [id, hints] : found_) {
            Suggestion one{id, {hints.begin(), hints.end()}, {}};
            for (const Hint hint : hints) one.why += (one.why.empty() ? "" : "; ") + std::string(words_of(hint));
            all.push_back(std::move(one));
        }
        // More reasons are better than one, and of as many the better one.
        std::stable_sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
            return a.hints.size() != b.hints.size() ? a.hints.size() > b.hints.size() : a.hints < b.hints;
        });
        if (all.size() > most_suggested) all.resize(most_suggested);
        return all;
    }

    const Desk& desk_;
    Register* cases_;
    const LineRow& line_;
    std::map<Id, std::set<Hint>> found_;
    std::set<Id> maybe_;   // whose sums are to be looked at
};

}  // namespace

bool nearly_the_same(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    std::vector<std::size_t> differs;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) differs.push_back(i);
    if (differs.size() == 1) return true;
    return differs.size() == 2 && differs[1] == differs[0] + 1 && a[differs[0]] == b[differs[1]] && a[differs[1]] == b[differs[0]];
}

Result<std::vector<Waiting>> suspense(const Desk& desk, Register* cases) {
    FRIST_TRY(const std::vector<LineRow> lines, desk.store.lines(desk.creditor, LineState::suspense));
    std::vector<Waiting> waiting;
    waiting.reserve(lines.size());
    for (const LineRow& line : lines) {
        FRIST_TRY(std::vector<Suggestion> suggestions, Guess(desk, cases, line).run());
        waiting.push_back({line, std::move(suggestions)});
    }
    return waiting;
}

Outcome assign(const Desk& desk, const AssignWish& wish) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(LineRow row, waiting_line(desk, wish.line));
        const Money amount = wish.amount.value_or(row.left);
        if (amount > row.left || (wish.amount && !amount.positive()))
            return Error{"suspense.amount", fmt::format("line {}", wish.line), fmt::format("{} of it waits, and {} was to be booked", text(row.left), text(amount)), "Give a part of what waits."};
        FRIST_TRY(const Booking booking, book(desk, row, {amount, wish.case_id, wish.person}));
        if (booking.refused) return *booking.refused;
        FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_line(desk.creditor, row));
        return done;
    });
}

}  // namespace frist::office
