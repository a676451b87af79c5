#include "office/forgetting.h"

#include "base/pch.h"
#include "law/book.h"
#include "office/people.h"

namespace frist::office {
namespace {

constexpr std::string_view mark = "name:forgotten:";

struct Retention {
    int years = 0;
    std::string section;
};

// The country's row of law/<country>/retention.csv. What it says on a day counts for all that is kept then, of whichever year.
Result<Retention> retention(const rules::Country& country, Date today) {
    std::string code(country.code());
    std::transform(code.begin(), code.end(), code.begin(), [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    static const Result<law::Book> norway = law::Book::read("no", embedded::law());
    FRIST_CHECK(code == "no");
    if (!norway.ok()) return norway.error();
    FRIST_TRY(const auto years, norway->number("retention_books"));
    FRIST_TRY(const auto* const row, law::row_on(years, today));
    return Retention{row->value, row->source};
}

std::string word_for(std::string_view language, Id debtor) {
    const std::string_view word = language == "nn" ? "Sletta kunde" : language == "sv" ? "Raderad kund" : language == "en" ? "Erased customer" : "Slettet kunde";
    return fmt::format("{} {}", word, debtor);
}

std::string what_is_open(const DebtorTrace& trace) {
    std::vector<std::string> open;
    if (trace.open_cases > 0) open.push_back(fmt::format("{} open case{}", trace.open_cases, trace.open_cases == 1 ? "" : "s"));
    if (trace.open_invoices > 0) open.push_back(fmt::format("{} open invoice{}", trace.open_invoices, trace.open_invoices == 1 ? "" : "s"));
    if (trace.owed) open.emplace_back("money that is to be paid back");
    return fmt::format("{}", fmt::join(open, ", "));
}

Error unknown(Id debtor) { return {"debtor.unknown", fmt::format("debtor {}", debtor), "there is no debtor with this number", "Look for it among the debtors."}; }

// Of what was known, only what the cases say anyway.
DebtorRecord nobody(const DebtorRecord& was, Id debtor, std::string_view language) {
    DebtorRecord now;
    now.name = word_for(language, debtor);
    now.kind = was.kind;
    now.kind_known = was.kind_known;
    now.relation = was.relation;
    now.group = was.group;
    now.never_electronic = true;
    return now;
}

}  // namespace

bool is_forgotten(const DebtorRow& row) { return row.key.starts_with(mark); }

Outcome may_forget(const Keeping& keep, Id debtor, Date today) {
    if (keep.forgotten) return done;
    const std::string place = fmt::format("debtor {}", debtor);
    if (!keep.from) return Error{"forget.open", place, "has " + what_is_open(keep.trace), "Settle or close that first."};
    if (today < *keep.from)
        return Error{"forget.kept", place, fmt::format("what was booked until {} must be kept until {} ({})", text(*keep.trace.last), text(keep.from->previous()), keep.section), fmt::format("Ask again from {}.", text(*keep.from))};
    return done;
}

Result<Date> kept_no_longer(const rules::Country& country, Date today) {
    FRIST_TRY(const Retention law, retention(country, today));
    return Date::of(today.year() - law.years - 1, 12, 31);
}

Result<Keeping> keeping(const Desk& desk, PersonalData& data, Id debtor) {
    FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, debtor));
    if (!row) return unknown(debtor);
    Keeping keep;
    keep.forgotten = is_forgotten(*row);
    FRIST_TRY(keep.trace, data.trace(desk.creditor, debtor));
    if (keep.trace.open_cases > 0 || keep.trace.open_invoices > 0 || keep.trace.owed) return keep;
    keep.from = desk.today;
    if (!keep.trace.last) return keep;
    FRIST_TRY(const Retention law, retention(desk.country, desk.today));
    keep.section = law.section;
    keep.from = Date::of(keep.trace.last->year() + law.years + 1, 1, 1);
    return keep;
}

Outcome forget(const Desk& desk, PersonalData& data, Id debtor, std::string_view language) {
    return desk.store.change([&]() -> Outcome {
        FRIST_TRY(const Keeping keep, keeping(desk, data, debtor));
        if (keep.forgotten) return done;
        FRIST_TRY_DONE(may_forget(keep, debtor, desk.today));
        FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, debtor));
        FRIST_TRY(const DebtorRecord was, debtor_record(row->record));
        const std::string key = fmt::format("{}{}", mark, debtor);
        FRIST_TRY_DONE(data.forget(desk.creditor, debtor, key));
        FRIST_TRY([[maybe_unused]] const Id same, desk.store.put_debtor(desk.creditor, key, stored(nobody(was, debtor, language))));
        return done;
    });
}

Outcome remove_papers(const Desk& desk, PersonalData& data, Id debtor, const std::function<Outcome(const std::string& name)>& remove) {
    FRIST_TRY(const auto row, desk.store.debtor(desk.creditor, debtor));
    if (!row) return unknown(debtor);
    if (!is_forgotten(*row)) return done;
    FRIST_TRY(const std::vector<std::string> papers, data.papers(desk.creditor, debtor));
    for (const std::string& paper : papers) FRIST_TRY_DONE(remove(paper));
    if (papers.empty()) return done;
    return desk.store.change([&] { return data.papers_gone(desk.creditor, debtor); });
}

}  // namespace frist::office
