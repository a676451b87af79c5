#include "reports/words.h"

#include "base/embedded.h"
#include "base/pch.h"
#include "base/word_lines.h"

namespace frist::reports {
namespace {

using office::CellKind;
using office::SheetCell;

const std::map<std::string_view, WordLines>& languages() {
    static const std::map<std::string_view, WordLines> all = words_by_language(embedded::texts(), "reports/");
    return all;
}

std::string_view found(std::string_view language, std::string_view name) {
    const auto words = languages().find(language);
    if (words == languages().end()) return {};
    const auto at = words->second.find(name);
    return at == words->second.end() ? std::string_view{} : at->second;
}

std::string joined(std::string_view group, std::string_view name) { return fmt::format("{}/{}", group, name); }

// A count of hundredths or tenths, with a point.
std::string decimal(std::int64_t value, int places) {
    std::int64_t unit = 1;
    for (int i = 0; i < places; ++i) unit *= 10;
    const std::int64_t whole = value < 0 ? -value : value;
    return fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", whole / unit, whole % unit, places);
}

// What sorts and counts as it stands: the number of a case, a day.
bool whole_key(By by) { return by == By::case_id; }
bool day_key(By by) { return by == By::day || by == By::week; }

}  // namespace

std::string word(std::string_view language, std::string_view name) {
    std::string_view told = found(language, name);
    if (told.empty()) told = found("en", name);
    return std::string(told.empty() ? name.substr(name.rfind('/') + 1) : told);
}

std::string act_words(std::string_view language, std::string_view what) { return word(language, joined("act", what)); }
std::string what_words(std::string_view language, std::string_view what) {
    const std::string act = joined("act", what);
    return found("en", act).empty() ? word(language, joined("what", what)) : word(language, act);
}

bool has_language(std::string_view language) { return languages().contains(language); }

std::string title_of(std::string_view language, const Definition& definition) { return word(language, joined("title", definition.name)); }
std::string about(std::string_view language, const Definition& definition) { return word(language, joined("about", definition.name)); }
std::string head_of(std::string_view language, const Column& column) { return word(language, joined("column", column.id)); }

std::string label_of(std::string_view language, By by, const Key& key) {
    switch (by) {
        case By::case_id:
        case By::registered:
        case By::month:
        case By::week:
        case By::day: return key.name;
        case By::customer: return key.label;
        case By::group:
        case By::department:
        case By::project: return key.label.empty() ? word(language, "word/none") : key.label;
        case By::letter: return word(language, joined("step", key.name));
        case By::part:
        case By::status:
        case By::step:
        case By::kind:
        case By::band:
        case By::reason:
        case By::account:
        case By::code: return word(language, joined(name_of(by), key.name));
        case By::person: return key.number == 0 ? word(language, "word/none") : key.label.empty() ? key.name : key.label;
        case By::act: return key.name == "none" ? word(language, "word/none") : act_words(language, key.name);
    }
    return key.name;
}

office::SheetPlan sheet_plan(std::string_view language, const Definition& definition, const Ask& full, const std::string& creditor) {
    office::SheetPlan plan;
    plan.title = title_of(language, definition);
    plan.about_title = word(language, "word/about");
    plan.sum_word = word(language, "word/sum");
    for (const By by : full.by)
        plan.columns.push_back({std::string(name_of(by)), word(language, joined("by", name_of(by))), whole_key(by) ? CellKind::whole : day_key(by) ? CellKind::day : CellKind::text, false});
    for (const Column& column : definition.columns) {
        if (!column.shown) continue;
        const bool money = column.kind == Kind::money || column.kind == Kind::part_of;
        std::string head = head_of(language, column);
        if (column.kind == Kind::share) head += " (%)";
        plan.columns.push_back({std::string(column.id), head, money ? CellKind::money : column.kind == Kind::whole ? CellKind::whole : CellKind::text, money && column.across});
    }
    std::string parted;
    for (const By by : full.by) parted += (parted.empty() ? "" : ", ") + word(language, joined("by", name_of(by)));
    plan.about = {{word(language, "word/creditor"), creditor}, {plan.title, about(language, definition)}, {word(language, "word/parted"), parted}};
    if (definition.span != Span::standing) plan.about.emplace_back(word(language, "word/from"), full.from ? text(*full.from) : word(language, "word/first"));
    plan.about.emplace_back(word(language, "word/to"), text(*full.to));
    plan.about.emplace_back(word(language, "word/as_of"), text(full.as_of));
    if (full.group) plan.about.emplace_back(word(language, "word/group"), *full.group);
    if (full.customer) plan.about.emplace_back(word(language, "word/customer"), std::to_string(*full.customer));
    for (const office::Status status : full.status) plan.about.emplace_back(word(language, "word/status"), word(language, joined("status", name_of(status))));
    return plan;
}

std::string machine_text(const Table& table, const Row& row, std::size_t column, Currency currency) {
    const Shown shown = table.shown(row, column);
    if (!shown.value) return {};
    switch (table.definition->columns[column].kind) {
        case Kind::whole: return std::to_string(*shown.value);
        case Kind::money:
        case Kind::part_of: return text(Money(*shown.value, currency));
        case Kind::share: return decimal(*shown.value, 2);
        case Kind::days: return decimal(*shown.value, 1);
    }
    return {};
}

std::vector<SheetCell> cells(std::string_view language, const Table& table, const Row& row, Currency currency) {
    std::vector<SheetCell> made;
    for (std::size_t i = 0; i < row.keys.size(); ++i) {
        const By by = table.ask.by[i];
        if (whole_key(by)) made.emplace_back(row.keys[i].number);
        else if (day_key(by)) made.emplace_back(Date::from_days(static_cast<std::int32_t>(row.keys[i].number)));
        else made.emplace_back(label_of(language, by, row.keys[i]));
    }
    for (std::size_t i = 0; i < table.definition->columns.size(); ++i) {
        const Column& column = table.definition->columns[i];
        if (!column.shown) continue;
        const Shown shown = table.shown(row, i);
        if (!shown.value) made.emplace_back();
        else if (column.kind == Kind::money || column.kind == Kind::part_of) made.emplace_back(Money(*shown.value, currency));
        else if (column.kind == Kind::whole) made.emplace_back(*shown.value);
        else made.emplace_back(machine_text(table, row, i, currency));
    }
    return made;
}

Result<office::PassingFile> write_sheet(const Room& room, const Ask& ask, std::string_view language, const std::string& creditor, office::SheetForm form,
                                const std::function<Result<std::unique_ptr<office::SheetOut>>(office::SheetForm, const office::SheetPlan&)>& sheet_of) {
    FRIST_TRY(const Table head, full_ask(room, ask));
    FRIST_TRY(const auto out, sheet_of(form, sheet_plan(language, *head.definition, head.ask, creditor)));
    const Outcome written = [&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Table told, each_row(room, ask, [&](const Row& row) { return out->row(cells(language, head, row, room.desk.country.currency())); }));
        return done;
    }();
    if (!written.ok()) return written.error();
    return out->finish();
}

}  // namespace frist::reports
