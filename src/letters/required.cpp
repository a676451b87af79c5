#include "letters/required.h"

#include "base/pch.h"

namespace frist::letters {
namespace {

template <class E>
std::optional<E> named(std::string_view word) {
    const auto names = names_of(E{});
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

struct Meaning {
    Weight weight;
    When when;
};

std::optional<Meaning> meaning_of(std::string_view word) {
    if (word == "mandatory") return Meaning{Weight::mandatory, When::always};
    if (word == "mandatory_with_fee") return Meaning{Weight::mandatory, When::with_fee};
    if (word == "mandatory_by_agency") return Meaning{Weight::mandatory, When::by_agency};
    if (word == "mandatory_with_enforcement_notice") return Meaning{Weight::mandatory, When::with_enforcement_notice};
    if (word == "practice_with_money") return Meaning{Weight::practice, When::with_money};
    if (word == "practice") return Meaning{Weight::practice, When::always};
    if (word == "practice_by_agency") return Meaning{Weight::practice, When::by_agency};
    return std::nullopt;
}

}  // namespace

Result<ContentLaw> ContentLaw::read(std::string_view country, std::span<const embedded::File> law_files,
                                    std::span<const embedded::File> text_files) {
    std::vector<embedded::File> files(law_files.begin(), law_files.end());
    for (const embedded::File& file : text_files)
        if (file.path.ends_with(".csv")) files.push_back(file);
    FRIST_TRY(const law::Book book, law::Book::read(country, files));
    ContentLaw content;
    content.fingerprint_ = book.fingerprint();
    FRIST_TRY(content.notice_days_, book.number("days_collection_notice_deadline"));
    FRIST_TRY(content.demand_days_, book.number("days_payment_demand_deadline"));
    FRIST_TRY(content.enforcement_days_, book.number("days_enforcement_notice"));
    for (std::size_t k = 0; k < names_of(Kind{}).size(); ++k) {
        const std::string prefix = fmt::format("letter:{}:", names_of(Kind{})[k]);
        for (const std::string& name : book.names(prefix)) {
            FRIST_TRY(law::Dated<std::string> words, book.word(name));
            const auto part = named<Part>(std::string_view(name).substr(prefix.size()));
            if (!part) return Error{"law.row", words.rows.front().place, "no part of a letter has this name", "Correct the row's name."};
            for (const auto& row : words.rows)
                if (!meaning_of(row.value)) return Error{"law.row", row.place, "this is no weight of a part", "Write mandatory, practice, or one with its condition."};
            content.rows_.push_back({static_cast<Kind>(k), *part, std::move(words)});
        }
    }
    std::sort(content.rows_.begin(), content.rows_.end(),
              [](const Rows& a, const Rows& b) { return std::tuple(a.kind, a.part) < std::tuple(b.kind, b.part); });
    return content;
}

std::vector<Requirement> ContentLaw::required(Kind kind, Date day) const {
    std::vector<Requirement> list;
    for (const Rows& rows : rows_) {
        if (rows.kind != kind) continue;
        const auto row = law::row_on(rows.words, day);
        if (!row.ok()) continue;
        const Meaning meaning = *meaning_of((*row)->value);
        list.push_back({rows.part, meaning.weight, meaning.when, (*row)->source});
    }
    return list;
}

Result<Days> ContentLaw::least_deadline(const Facts& facts) const {
    int days = 0;
    if (facts.kind == Kind::notice) {
        FRIST_TRY(days, law::in_force(notice_days_, facts.written));
    } else if (facts.kind == Kind::demand) {
        FRIST_TRY(days, law::in_force(demand_days_, facts.written));
    }
    if (facts.enforcement_notice || facts.kind == Kind::enforcement_notice) {
        FRIST_TRY(const int notice, law::in_force(enforcement_days_, facts.written));
        days = std::max(days, notice);
    }
    return Days{days};
}

bool applies(const Requirement& requirement, const Facts& facts) {
    switch (requirement.when) {
        case When::always: return true;
        case When::with_fee: return !facts.costs.empty();
        case When::by_agency: return facts.collector.has_value();
        case When::with_enforcement_notice: return facts.enforcement_notice;
        case When::with_money: return asks_for_money(facts);
    }
    return true;
}

}  // namespace frist::letters
