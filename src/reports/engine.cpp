// One way through the cases or the books, for tables and for the lines behind them.
#include "base/pch.h"
#include "reports/keys.h"

#include <charconv>

namespace frist::reports {
namespace {

__extension__ using Wide = __int128;   // the product of two sums

using Pair = std::pair<const Belongs&, const Told&>;

std::size_t column_at(const Definition& definition, std::string_view id) {
    for (std::size_t i = 0; i < definition.columns.size(); ++i)
        if (definition.columns[i].id == id) return i;
    return definition.columns.size();
}

// Half away from zero; a divisor above zero.
std::int64_t divided(Wide numerator, Wide divisor) {
    const bool below = numerator < 0;
    const Wide whole = (2 * (below ? -numerator : numerator) + divisor) / (2 * divisor);
    return static_cast<std::int64_t>(below ? -whole : whole);
}

std::optional<std::int64_t> derived(const Definition& definition, const std::vector<std::int64_t>& figures, const Column& column) {
    const std::int64_t over = figures[column_at(definition, column.over)];
    const std::int64_t under = figures[column_at(definition, column.under)];
    if (under <= 0) return column.kind == Kind::part_of && figures[column_at(definition, column.of)] == 0 ? std::optional<std::int64_t>(0) : std::nullopt;
    switch (column.kind) {
        case Kind::share: return divided(Wide{over} * 10'000, under);
        case Kind::days: return divided(Wide{over} * 10, under);
        case Kind::part_of: return divided(Wide{figures[column_at(definition, column.of)]} * over, under);
        case Kind::whole:
        case Kind::money: break;
    }
    return std::nullopt;
}

// The ask with every choice made, and its rule.
struct Plan {
    const Rule* rule = nullptr;
    Ask ask;
};

Outcome check_by(const Definition& definition, const std::vector<By>& by) {
    if (by.size() > most_keys) return Error{"report.by", "by", fmt::format("parts the table by more than {} things", most_keys), fmt::format("Name up to {}.", most_keys)};
    for (std::size_t i = 0; i < by.size(); ++i) {
        const bool offered = std::find(definition.may.begin(), definition.may.end(), by[i]) != definition.may.end();
        if (offered && std::find(by.begin(), by.begin() + static_cast<std::ptrdiff_t>(i), by[i]) == by.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        std::string known;
        for (const By one : definition.may) known += (known.empty() ? "" : ", ") + std::string(name_of(one));
        return Error{"report.by", "by", fmt::format("\"{}\" does not part this report, or stands there twice", name_of(by[i])), "Use each at most once: " + known + "."};
    }
    return done;
}

Result<Plan> planned(const Room& room, const Ask& ask) {
    Plan plan{nullptr, ask};
    FRIST_TRY(const Definition* const definition, reports::definition(ask.name));
    for (const Rule& rule : rules_of_reports())
        if (rule.definition.name == definition->name) plan.rule = &rule;
    if (ask.as_of > room.desk.today) return Error{"report.as_of", "as_of", "that day has not been yet", "Name today or a day before."};
    Ask& full = plan.ask;
    if (full.by.empty()) full.by.assign(definition->by.begin(), definition->by.end());
    FRIST_TRY_DONE(check_by(*definition, full.by));
    const bool ahead = definition->span == Span::falls;
    if (!full.to) full.to = ahead ? add_months(ask.as_of, 12) : ask.as_of;
    if (definition->span == Span::standing) full.from.reset();
    if (full.from && *full.to < *full.from) return Error{"report.days", "to", "the last day lies before the first", "Give the days in their order."};
    if (!ahead && *full.to > ask.as_of) return Error{"report.days", "to", "nothing is known yet of that day", "Let the last day be the one of which you ask what was known, or one before."};
    if ((plan.rule->of_whole != nullptr || plan.rule->of_act != nullptr) && (full.customer || full.group || !full.status.empty()))
        return Error{"report.filter", full.customer ? "customer" : full.group ? "group" : "status", "this report is of all cases together", "Leave it out, or take another report."};
    if (plan.rule->of_books != nullptr && !full.status.empty())
        return Error{"report.filter", "status", "the books do not know in which state a case is", "Narrow this report down to a customer or a group, or take another."};
    return plan;
}

class Walk {
public:
    Walk(const Room& room, const Plan& plan) : room_(room), plan_(plan), ring_(room, plan.ask.by) {}

    // Every line of the report from case `first` on; 0 is what belongs to no case. `take` is called with each; `after` behind each case, and answers false
    // to end the walk. The last link that was known.
    using Take = std::function<Outcome(const Belongs&, const Told&)>;
    using After = std::function<Result<bool>(Id)>;
    Result<std::int64_t> run(Id first, const Take& take, const After& after) {
        if (plan_.rule->of_act != nullptr) return through_acts(first, take, after);
        return plan_.rule->of_case != nullptr ? through_cases(std::max<Id>(first, 1), take, after) : through_books(first, take, after);
    }
    KeyRing& ring() { return ring_; }

private:
    class Handing : public Pen {
    public:
        Handing(Walk& walk, const Belongs& belongs, const Take& hand) : walk_(walk), belongs_(belongs), hand_(hand) {}
        Outcome outcome = done;

    private:
        void take(const Told& told) override {
            if (outcome.ok()) outcome = walk_.ring_.each_part(belongs_, told, walk_.plan_.rule->definition.columns[told.column].kind, hand_);
        }
        Walk& walk_;
        const Belongs& belongs_;
        const Take& hand_;
    };

    Result<bool> wanted(Id debtor) {
        const Ask& ask = plan_.ask;
        if (ask.customer && *ask.customer != debtor) return false;
        if (!ask.group) return true;
        FRIST_TRY(const office::DebtorIndex* const found, ring_.debtor(debtor));
        return found->group == *ask.group;
    }

    // First the acts, then the cases; each in the order of cases.
    Result<std::int64_t> through_acts(Id first, const Take& take, const After& after) {
        FRIST_TRY(const std::vector<HandAct> acts, hand_acts(room_, plan_.ask.as_of));
        for (const HandAct& act : acts) {
            touched_.insert(act.case_id);
            if (act.case_id < first || act.day > *plan_.ask.to || (plan_.ask.from && act.day < *plan_.ask.from)) continue;
            const Belongs belongs{act.case_id, act.debtor, nullptr, plan_.ask.as_of};
            Handing pen(*this, belongs, take);
            plan_.rule->of_act(act, pen);
            if (!pen.outcome.ok()) return pen.outcome.error();
        }
        return through_cases(std::max<Id>(first, 1), take, after);
    }

    Result<std::int64_t> through_cases(Id first, const Take& take, const After& after) {
        const Ask& ask = plan_.ask;
        FRIST_TRY(const KnownCases cases, KnownCases::on(room_, ask.as_of));
        const Outcome walked = cases.each(first, [&](const Known& known) -> Result<bool> {
            FRIST_TRY(const bool asked, wanted(known.c.debtor));
            if (!asked) return true;
            if (!ask.status.empty() && std::find(ask.status.begin(), ask.status.end(), office::status_of(known.c)) == ask.status.end()) return true;
            const Belongs belongs{known.c.id, known.c.debtor, &known.c, ask.as_of};
            Handing pen(*this, belongs, take);
            FRIST_TRY_DONE(plan_.rule->of_case({known, known.c, ask, room_.desk.country, touched_.contains(known.c.id)}, pen));
            if (!pen.outcome.ok()) return pen.outcome.error();
            return after(known.c.id);
        });
        if (!walked.ok()) return walked.error();
        return cases.until();
    }

    Result<std::int64_t> through_books(Id first, const Take& take, const After& after) {
        const Ask& ask = plan_.ask;
        FRIST_TRY(const std::int64_t until, room_.source.known_until(room_.desk.creditor, ask.as_of));
        Id current = 0;
        std::optional<KnownCases> cases;
        std::optional<Known> known;
        if (by_invoice(ask.by)) {
            FRIST_TRY(cases, KnownCases::on(room_, ask.as_of));
        }
        const Outcome walked = room_.source.each_book_line(room_.desk.creditor, until, first, [&](const BookLine& line) -> Result<bool> {
            if (current != 0 && line.case_id != current) {
                FRIST_TRY(const bool go_on, after(current));
                if (!go_on) return false;
            }
            if (cases && line.case_id != current) {
                FRIST_TRY(const std::optional<office::CaseRow> row, room_.desk.store.case_row(room_.desk.creditor, line.case_id));
                known.reset();
                if (row) {
                    FRIST_TRY(known, cases->known(*row));
                }
            }
            current = line.case_id;
            if (line.on > *ask.to || (ask.from && line.on < *ask.from)) return true;
            FRIST_TRY(const bool asked, wanted(line.debtor));
            if (!asked) return true;
            const Belongs belongs{line.case_id, line.debtor, known ? &known->c : nullptr, ask.as_of};
            Handing pen(*this, belongs, take);
            plan_.rule->of_books(line, pen);
            if (!pen.outcome.ok()) return pen.outcome.error();
            return true;
        });
        if (!walked.ok()) return walked.error();
        if (current != 0) {
            FRIST_TRY([[maybe_unused]] const bool end, after(current));
        }
        return until;
    }

    const Room& room_;
    const Plan& plan_;
    KeyRing ring_;
    std::unordered_set<Id> touched_;   // by acts
};

// Sums lines to rows. When each row is of one case it is handed on as soon as its case has passed.
class Summing {
public:
    Summing(const Plan& plan, KeyRing& ring, const std::function<Outcome(const Row&)>& see) : plan_(plan), ring_(ring), see_(see) {
        table.definition = &plan.rule->definition;
        table.ask = plan.ask;
        table.sum.figures.assign(columns().size(), 0);
    }

    Outcome take(const Belongs& belongs, const Told& told) {
        FRIST_TRY(const Numbers numbers, ring_.numbers(belongs, told));
        auto [at, fresh] = sums_.try_emplace(numbers);
        if (fresh) at->second.assign(columns().size(), 0);
        at->second[told.column] += told.value;
        return done;
    }
    Outcome after_case() { return plan_.ask.by.front() == By::case_id ? hand_on() : Outcome(done); }
    Outcome hand_on() {
        std::vector<Row> rows;
        for (auto& [numbers, figures] : sums_) {
            if (std::all_of(figures.begin(), figures.end(), [](std::int64_t figure) { return figure == 0; })) continue;
            FRIST_TRY(Keys keys, ring_.keys(numbers));
            rows.push_back({std::move(keys), std::move(figures)});
        }
        sums_.clear();
        // Groups are known by their names only at the end.
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.keys < b.keys; });
        for (const Row& row : rows) FRIST_TRY_DONE(pass(row));
        return done;
    }
    // A row that is whole, into the sums and on.
    Outcome pass(const Row& row) {
        ++table.count;
        for (std::size_t i = 0; i < columns().size(); ++i) {
            if (columns()[i].figure() && row.figures[i] != untold) table.sum.figures[i] += row.figures[i];
            if (columns()[i].kind == Kind::part_of) table.sum.figures[i] += derived(plan_.rule->definition, row.figures, columns()[i]).value_or(0);
        }
        return see_(row);
    }

    Table table;

private:
    [[nodiscard]] std::span<const Column> columns() const { return plan_.rule->definition.columns; }

    const Plan& plan_;
    KeyRing& ring_;
    const std::function<Outcome(const Row&)>& see_;
    std::map<Numbers, std::vector<std::int64_t>> sums_;
};

// "12:3": the line behind which the next page begins.
Result<std::pair<Id, std::int64_t>> place_of(const std::string& after) {
    std::pair<Id, std::int64_t> place{0, -1};
    if (after.empty()) return place;
    const char* const end = after.data() + after.size();
    const auto [colon, wrong] = std::from_chars(after.data(), end, place.first);
    if (wrong == std::errc{} && colon != end && *colon == ':') {
        const auto [last, also_wrong] = std::from_chars(colon + 1, end, place.second);
        if (also_wrong == std::errc{} && last == end) return place;
    }
    return Error{"report.after", "after", "is no place among the lines", "Give what the page before named as next, or leave it out."};
}

// An act tells its case only.
Result<Id> debtor_of(const Room& room, const Belongs& belongs) {
    if (belongs.debtor != 0 || belongs.case_id == 0) return belongs.debtor;
    FRIST_TRY(const std::optional<office::CaseRow> row, room.desk.store.case_row(room.desk.creditor, belongs.case_id));
    return row ? row->state.debtor : Id{0};
}

std::string reference_of(const Told& told) {
    if (told.number < 0) return std::string(told.reference);
    return told.reference.empty() ? std::to_string(told.number) : fmt::format("{} / {}", told.number, told.reference);
}

}  // namespace

Shown Table::shown(const Row& row, std::size_t column) const {
    const Column& what = definition->columns[column];
    if (&row == &sum && !what.across) return {};
    if (what.figure() && row.figures[column] == untold) return {};
    if (what.figure()) return {row.figures[column]};
    if (what.kind == Kind::part_of && &row == &sum) return {row.figures[column]};
    return {derived(*definition, row.figures, what)};
}

Result<Table> full_ask(const Room& room, const Ask& ask) {
    FRIST_TRY(const Plan plan, planned(room, ask));
    Table head;
    head.definition = &plan.rule->definition;
    head.ask = plan.ask;
    return head;
}

Result<Table> each_row(const Room& room, const Ask& ask, const std::function<Outcome(const Row&)>& see) {
    FRIST_TRY(const Plan plan, planned(room, ask));
    Walk walk(room, plan);
    Summing summing(plan, walk.ring(), see);
    const auto take = [&](const Belongs& belongs, const Told& told) { return summing.take(belongs, told); };
    const auto after = [&](Id) -> Result<bool> {
        FRIST_TRY_DONE(summing.after_case());
        return true;
    };
    const Outcome walked = room.source.look([&]() -> Outcome {
        if (plan.rule->of_whole != nullptr) {
            FRIST_TRY(summing.table.known_until, room.source.known_until(room.desk.creditor, plan.ask.as_of));
            return plan.rule->of_whole(room, plan.ask, [&](const Row& row) { return summing.pass(row); });
        }
        FRIST_TRY(summing.table.known_until, walk.run(0, take, after));
        return summing.hand_on();
    });
    if (!walked.ok()) return walked.error();
    return std::move(summing.table);
}

Result<Table> table(const Room& room, const Ask& ask, const Window& window) {
    std::vector<Row> rows;
    std::size_t at = 0;
    FRIST_TRY(Table made, each_row(room, ask, [&](const Row& row) -> Outcome {
        if (at >= window.offset && rows.size() < window.limit) rows.push_back(row);
        ++at;
        return done;
    }));
    made.rows = std::move(rows);
    return made;
}

Result<Lines> lines(const Room& room, const LinesAsk& wish) {
    FRIST_TRY(const Plan plan, planned(room, wish.ask));
    const Definition& definition = plan.rule->definition;
    const std::size_t column = column_at(definition, wish.column);
    if (column == definition.columns.size() || !definition.columns[column].has_lines())
        return Error{"report.column", "column", fmt::format("\"{}\" is no figure of this report that is summed from lines", wish.column), "Name a column of whole numbers or of money."};
    FRIST_TRY(const auto place, place_of(wish.after));
    Lines found;
    found.kind = definition.columns[column].kind;
    found.about = wish.column;
    Walk walk(room, plan);
    std::map<Numbers, bool> known;   // whether lines with these numbers are asked for
    Id current = 0;
    std::int64_t index = 0;
    const auto asked_for = [&](const Belongs& belongs, const Told& told) -> Result<bool> {
        if (wish.row.empty()) return true;
        FRIST_TRY(const Numbers numbers, walk.ring().numbers(belongs, told));
        const auto before = known.find(numbers);
        if (before != known.end()) return before->second;
        FRIST_TRY(const Keys keys, walk.ring().keys(numbers));
        return known[numbers] = token(keys) == wish.row;
    };
    const auto take = [&](const Belongs& belongs, const Told& told) -> Outcome {
        if (belongs.case_id != current) {
            current = belongs.case_id;
            index = 0;
        }
        if (told.column != column) return done;
        FRIST_TRY(const bool asked, asked_for(belongs, told));
        if (!asked) return done;
        const std::int64_t mine = index++;
        if (current == place.first && mine <= place.second) return done;
        if (found.rows.size() > wish.limit) return done;
        FRIST_TRY(const Id of, debtor_of(room, belongs));
        FRIST_TRY(const office::DebtorIndex* const debtor, walk.ring().debtor(of));
        found.rows.push_back({belongs.case_id, of, debtor->key, debtor->name, told.day, std::string(told.what), reference_of(told), told.value, mine});
        return done;
    };
    const Outcome walked = room.source.look([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const std::int64_t until, walk.run(place.first, take, [&](Id) -> Result<bool> { return found.rows.size() <= wish.limit; }));
        return done;
    });
    if (!walked.ok()) return walked.error();
    if (found.rows.size() > wish.limit) {
        found.rows.resize(wish.limit);
        found.next = fmt::format("{}:{}", found.rows.back().case_id, found.rows.back().index);
    }
    return found;
}

}  // namespace frist::reports
