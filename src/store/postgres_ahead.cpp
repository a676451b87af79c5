#include "store/postgres_ahead.h"

#include "base/pch.h"
#include "store/postgres_words.h"

namespace frist::store {
namespace {

bool digit_at(std::string_view words, std::size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; }

// The values but for the key, each behind its size.
std::string others_of(const Values& values, int place) {
    std::string all;
    for (int i = 0; i < values.count(); ++i) {
        if (i == place) continue;
        const std::optional<std::string_view> cell = values.cell(i);
        put_size(all, cell ? static_cast<std::uint32_t>(cell->size()) : ~std::uint32_t{0});
        all += cell.value_or("");
    }
    return all;
}

// The table that is written to; empty: nobody knows, so any.
std::string_view table_written(std::string_view words) {
    for (const std::string_view begin : {std::string_view("INSERT INTO "), std::string_view("UPDATE "), std::string_view("DELETE FROM ")}) {
        if (!words.starts_with(begin)) continue;
        words.remove_prefix(begin.size());
        return words.substr(0, static_cast<std::size_t>(std::find_if_not(words.begin(), words.end(), of_name) - words.begin()));
    }
    return {};
}

}  // namespace

std::string words_for_all(std::string_view words, int place, std::string_view type) {
    const std::string mark = fmt::format("${}", place + 1);
    std::string said = fmt::format("SELECT ahead_place, said.* FROM unnest({}::{}[]) WITH ORDINALITY AS ahead(ahead_key, ahead_place) CROSS JOIN LATERAL (", mark, type);
    while (!words.empty()) {
        const std::size_t found = std::min(words.find(mark), words.size());
        said += words.substr(0, found);
        words.remove_prefix(found);
        if (words.empty()) break;
        said += digit_at(words, mark.size()) ? mark : "ahead_key";
        words.remove_prefix(mark.size());
    }
    return said + ") AS said";
}

std::string column_compared(std::string_view words, int place) {
    const std::string mark = fmt::format(" = ?{}", place + 1);
    std::size_t found = words.find(mark);
    while (found != std::string_view::npos && digit_at(words, found + mark.size())) found = words.find(mark, found + 1);
    if (found == std::string_view::npos) return {};
    std::size_t begin = found;
    while (begin > 0 && of_name(words[begin - 1])) --begin;
    return std::string(words.substr(begin, found - begin));
}

void AheadAnswers::keep(const Asked& asked, const std::vector<std::string>& keys, const std::shared_ptr<PGresult>& answer) {
    Statement& statement = statements_[asked.statement];
    statement.words = asked.words;
    statement.column = column_compared(asked.words, asked.place);
    statement.place = asked.place;
    std::vector<KnownRows*> by_number;
    by_number.reserve(keys.size());
    auto& known = statement.answers[others_of(*asked.others, asked.place)];
    known.clear();
    for (const std::string& key : keys) by_number.push_back(&(known[key] = {answer, {}}));
    for (int row = 0; row < PQntuples(answer.get()); ++row) by_number[static_cast<std::size_t>(whole_of(PQgetvalue(answer.get(), row, 0)) - 1)]->rows.push_back(row);
}

const KnownRows* AheadAnswers::find(const void* statement, const Values& values) const {
    const auto asked = statements_.find(statement);
    if (asked == statements_.end()) return nullptr;
    const auto known = asked->second.answers.find(others_of(values, asked->second.place));
    if (known == asked->second.answers.end()) return nullptr;
    const auto found = known->second.find(std::string(values.cell(asked->second.place).value_or("")));
    return found == known->second.end() ? nullptr : &found->second;
}

AheadAnswers::Effect AheadAnswers::effect(const Statement& statement, const SetWords& set) {
    using On = Effect::On;
    if (!speaks_of(statement.words, set.table)) return {On::none, 0};
    const auto column = std::find(set.columns.begin(), set.columns.end(), statement.column);
    if (statement.column.empty() || column == set.columns.end()) return {On::all, 0};
    const auto place = static_cast<int>(column - set.columns.begin());
    // A row that is given another value there leaves the answer of the value it had.
    const bool moves = set.updates ? std::find(set.key.begin(), set.key.end(), place) == set.key.end() : find_name(set.tail, statement.column, std::min(set.tail.find("SET"), set.tail.size())) != std::string_view::npos;
    return {moves ? On::all : On::one, place};
}

void AheadAnswers::written(const SetWords& set, const Values& values) {
    for (auto& [name, statement] : statements_) {
        auto known = statement.effects.find(&set);
        if (known == statement.effects.end()) known = statement.effects.emplace(&set, effect(statement, set)).first;
        const Effect& effect = known->second;
        if (effect.on == Effect::On::all) statement.answers.clear();
        if (effect.on != Effect::On::one) continue;
        for (auto& [others, answers] : statement.answers) answers.erase(std::string(values.cell(effect.place).value_or("")));
    }
}

void AheadAnswers::written(std::string_view words) {
    if (statements_.empty() || words.starts_with("SELECT")) return;
    const std::string_view table = table_written(words);
    std::erase_if(statements_, [&](const auto& one) { return table.empty() || speaks_of(one.second.words, table); });
}

}  // namespace frist::store
