#include "base/pch.h"
#include "base/strict_json.h"
#include "office/automation.h"
#include "office/channels.h"
#include "office/courses.h"
#include "office/same_firm.h"
#include "office/start_cases.h"
#include "rules/opening.h"

#include <map>
#include <set>

namespace frist::office {
namespace {

constexpr std::size_t batch_size = 1000;   // debtors in one commit

// Why this row starts no case by itself; nothing when it may.
std::optional<Error> hindrance(const Desk& desk, const ItemRow& item) {
    const std::string place = "invoice " + item.number;
    if (!item.warning.empty()) return Error{"start.warning", place, item.warning, "Correct it in the ledger and import again."};
    if (item.case_id != 0) return Error{"start.has_case", place, "is in case " + std::to_string(item.case_id) + " already", "Nothing is to be done."};
    if (item.open.currency() != desk.country.currency())
        return Error{"start.currency", place, "is in a foreign currency", "Collect it by hand; foreign claims are never started by themselves."};
    if (item.open.negative()) return Error{"start.credit_note", place, "is a credit of the customer, no claim", "Set it off against an invoice in the ledger."};
    if (!item.open.positive()) return Error{"start.nothing_open", place, "has nothing open", "Nothing is to be done."};
    if (item.due >= desk.today) return Error{"start.not_due", place, "is not overdue: its last day is " + text(item.due), "Start it the day after."};
    return std::nullopt;
}

std::optional<Error> hindrance(const CreditorRecord& creditor, const DebtorRecord& debtor, const ItemRow& item) {
    std::vector<Error> found = lacking(creditor, debtor, item);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<std::vector<rules::EarlierLetter>> earlier_of(const ItemRow& item, Currency currency) {
    std::vector<rules::EarlierLetter> letters;
    FRIST_TRY(const boost::json::value value, parse_json(item.earlier));
    for (const boost::json::value& one : value.as_array()) {
        FRIST_TRY(JsonObject object, JsonObject::of(one, "earlier"));
        rules::EarlierLetter letter;
        FRIST_TRY(const std::string kind, object.text("step"));
        letter.kind = enum_of<cases::StepKind>(kind).value_or(cases::StepKind::reminder);
        FRIST_TRY(const std::string sent, object.text("sent"));
        FRIST_TRY(letter.sent, Date::parse(sent));
        FRIST_TRY(const std::string deadline, object.text_or("deadline", ""));
        if (!deadline.empty()) {
            FRIST_TRY(letter.deadline, Date::parse(deadline));
        }
        FRIST_TRY(const std::string fee, object.text_or("fee", "0"));
        FRIST_TRY(letter.fee, Money::parse(fee, currency));
        letters.push_back(letter);
    }
    return letters;
}

// A fee that was charged before the case came here, and is more than the law allows.
std::optional<Error> cut_fee(const cases::Events& events) {
    for (const cases::Event& event : events)
        if (const auto* refused = std::get_if<cases::FeeRefused>(&event); refused != nullptr && !refused->because.empty())
            return Error{"earlier.fee_cut", std::string(name_of(refused->kind)), refused->because.front().says, "Tell the debtor what is asked now, and correct the ledger."};
    return std::nullopt;
}

class Starter {
public:
    Starter(const Desk& desk, const StartAsk& ask, const CreditorRecord& creditor, const MakeKid& make_kid)
        : desk_(desk), ask_(ask), creditor_(creditor), make_kid_(make_kid) {}

    Result<std::vector<StartRow>> run() {
        FRIST_TRY_DONE(fit_criteria(ask_.criteria));
        FRIST_TRY(const AutomationNow now, automation(desk_));
        wishes_ = now.rules;
        FRIST_TRY(const std::vector<ItemRow> loose, desk_.store.items_without_case(desk_.creditor));
        for (const ItemRow& item : loose)
            if (item.open.negative()) with_credit_.insert(item.debtor);
        FRIST_TRY(const std::vector<ItemRow> items, wanted(loose));
        ByDebtor by_debtor;
        for (const ItemRow& item : items) {
            if (auto reason = hindrance(desk_, item)) rows_.push_back({item.number, 0, false, std::move(reason), {}});
            else by_debtor[item.debtor].push_back(item);
        }
        std::int64_t count = 0;
        for (auto next = by_debtor.begin(); next != by_debtor.end();) {
            FRIST_TRY_DONE(tell_progress(desk_, count, static_cast<std::int64_t>(by_debtor.size())));
            std::vector<ByDebtor::value_type*> groups;
            for (; next != by_debtor.end() && groups.size() < batch_size; ++next, ++count) groups.push_back(&*next);
            FRIST_TRY(const std::vector<Ready> batch, prepared(groups));
            FRIST_TRY_DONE(start(batch));
        }
        return std::move(rows_);
    }

private:
    using ByDebtor = std::map<Id, std::vector<ItemRow>>;

    // One debtor's rows that may start, and where their answers stand in rows_.
    struct Ready {
        rules::NewCase wish;
        std::vector<ItemRow> items;
        std::size_t first = 0;
        std::string firm;   // its organisation number, when it has one
    };

    Result<std::vector<ItemRow>> wanted(const std::vector<ItemRow>& loose) {
        if (ask_.invoices.empty()) return loose;
        std::vector<ItemRow> items;
        for (const std::string& number : ask_.invoices) {
            FRIST_TRY(const auto item, desk_.store.item(desk_.creditor, number));
            if (item) items.push_back(*item);
            else rows_.push_back({number, 0, false, Error{"start.unknown", "invoice " + number, "is not in the ledger mirror", "Import it first."}, {}});
        }
        return items;
    }

    Result<std::vector<Ready>> prepared(const std::vector<ByDebtor::value_type*>& groups) {
        std::vector<Ready> batch;
        const Outcome looked = desk_.store.look([&]() -> Outcome {
            ToRead to_read;
            for (const auto* group : groups) to_read.debtors.push_back(group->first);
            FRIST_TRY_DONE(desk_.store.ask_ahead(desk_.creditor, to_read));
            for (const auto* group : groups) {
                FRIST_TRY(std::optional<Ready> ready, prepare(group->first, group->second));
                if (ready) batch.push_back(std::move(*ready));
            }
            return done;
        });
        FRIST_TRY_DONE(looked);
        return batch;
    }

    // Rows that may not start are answered here.
    Result<std::optional<Ready>> prepare(Id debtor_id, const std::vector<ItemRow>& group) {
        using Answer = std::optional<Ready>;
        FRIST_TRY(const auto row, desk_.store.debtor(desk_.creditor, debtor_id));
        FRIST_CHECK(row.has_value());
        FRIST_TRY(const DebtorRecord debtor, debtor_record(row->record));
        Ready found;
        std::vector<ItemRow>& ready = found.items;
        for (const ItemRow& item : group) {
            auto reason = hindrance(creditor_, debtor, item);
            // A claim that ignores a known credit is a wrong claim.
            if (!reason && with_credit_.contains(debtor_id))
                reason = Error{"start.credit", "invoice " + item.number, "the customer has a credit that is not set off", "Set it off in the ledger and import again."};
            if (!reason && ask_.unless) reason = ask_.unless(item, debtor);
            if (reason) rows_.push_back({item.number, 0, false, std::move(reason), {}});
            else ready.push_back(item);
        }
        if (ready.empty()) return Answer{};
        rules::NewCase& wish = found.wish;
        wish.debtor = debtor_id;
        wish.mode = creditor_.mode;
        wish.vat_deductible = creditor_.vat_deductible;
        wish.kind = debtor.kind;
        wish.relation = debtor.relation;
        for (const ItemRow& item : ready) {
            wish.claims.push_back({item.number, item.open, item.invoiced, item.due, {}});
            FRIST_TRY(auto earlier, earlier_of(item, item.open.currency()));
            earlier.insert(earlier.end(), ask_.earlier.begin(), ask_.earlier.end());
            for (const rules::EarlierLetter& letter : earlier) {
                // One letter about several invoices stands on the row of each.
                auto same = std::find_if(wish.earlier.begin(), wish.earlier.end(), [&](const auto& e) { return e.kind == letter.kind && e.sent == letter.sent; });
                if (same == wish.earlier.end()) same = wish.earlier.insert(wish.earlier.end(), letter);
                same->invoices.push_back(item.number);
            }
        }
        FRIST_TRY(wish.course, course_for(debtor));
        wish.course = bent(std::move(wish.course), wishes_);
        bend(wish.course, ask_.criteria);
        wish.levels = levels_for(wishes_, debtor_id);
        FRIST_TRY(const auto wrong, check_course({wish.course, wish.mode, wish.kind, wish.relation, {}, desk_.today, rules::CheckFor::playing}, "course", desk_.country));
        if (!wrong.empty()) {
            for (const ItemRow& item : ready) rows_.push_back({item.number, 0, false, wrong.front(), {}});
            return Answer{};
        }
        found.firm = debtor.org_number;
        found.first = rows_.size();
        for (const ItemRow& item : ready) rows_.push_back({item.number, 0, false, {}, {}});
        return Answer{std::move(found)};
    }

    // All of the batch in one transaction. When one of them cannot start, each by itself, so that the others do.
    Outcome start(const std::vector<Ready>& batch) {
        if (batch.empty()) return done;
        ToRead to_read;
        for (const Ready& ready : batch) {
            to_read.debtors.push_back(ready.wish.debtor);
            to_read.open_cases_of.push_back(ready.wish.debtor);
            if (!ready.firm.empty()) to_read.firms.push_back(ready.firm);
            for (const ItemRow& item : ready.items) to_read.items.push_back(item.number);
        }
        const Outcome all = desk_.store.change([&]() -> Outcome {
            FRIST_TRY_DONE(desk_.store.ask_ahead(desk_.creditor, to_read));
            for (const Ready& ready : batch) FRIST_TRY_DONE(join_or_open(ready));
            return done;
        });
        if (all.ok() || all.error().code.starts_with("store.")) return all;
        for (const Ready& ready : batch) {
            const Outcome outcome = desk_.store.change([&] { return join_or_open(ready); });
            if (outcome.ok()) continue;
            if (outcome.error().code.starts_with("store.")) return outcome;
            for (std::size_t i = 0; i < ready.items.size(); ++i) rows_[ready.first + i] = {ready.items[i].number, 0, false, outcome.error(), {}};
        }
        return done;
    }

    Result<cases::Course> course_for(const DebtorRecord& debtor) {
        if (ask_.course) return *ask_.course;
        const std::string& usual = debtor.relation == cases::Relation::consumer ? creditor_.course_person : creditor_.course_business;
        const std::string& name = debtor.course.empty() ? usual : debtor.course;
        if (const auto known = courses_.find(name); known != courses_.end()) return known->second;
        FRIST_TRY(const KeptCourse kept, course_named(desk_, name, "course"));
        return courses_.emplace(name, kept.course).first->second;
    }

    [[nodiscard]] std::string cause() const { return ask_.cause.empty() ? "start:" + text(desk_.today) : ask_.cause; }

    Outcome join_or_open(const Ready& ready) {
        rules::NewCase wish = ready.wish;
        for (const ItemRow& item : ready.items) {   // read again: another process may have started it meanwhile
            FRIST_TRY(const auto now, desk_.store.item(desk_.creditor, item.number));
            if (!now || now->case_id != item.case_id || now->open != item.open)
                return Error{"start.changed", "invoice " + item.number, "was changed meanwhile", "Start it again."};
        }
        FRIST_TRY(std::vector<CaseRow> running, open_cases_of(desk_, wish.debtor));
        for (CaseRow& row : running) {
            const bool alike = row.state.debtor == wish.debtor || (row.state.mode == wish.mode && row.state.kind == wish.kind && row.state.relation == wish.relation);
            if (!alike || rules::cannot_take_more(row.state)) continue;
            FRIST_TRY(const cases::Events events, rules::add_claims(row.state, wish.claims, wish.earlier, desk_.today, desk_.country));
            FRIST_TRY_DONE(keep(desk_, row, events, cause()));
            return tie(row.state.id, true, ready, cut_fee(events));
        }
        FRIST_TRY(wish.id, desk_.store.next_number(desk_.creditor, "case"));
        FRIST_TRY(cases::Events events, rules::open_case(wish, desk_.today, desk_.country));
        // What was chosen for this case stays its own when the creditor's criteria change.
        if (ask_.criteria != Criteria{}) events.push_back(cases::CriteriaSet{desk_.today, ask_.criteria.rest_note_above_percent, ask_.criteria.close_at_or_below, true});
        CaseRow row;
        FRIST_TRY_DONE(keep(desk_, row, events, cause()));
        FRIST_TRY_DONE(desk_.store.put_kid(desk_.creditor, make_kid_(wish.id), wish.id, ""));
        return tie(wish.id, false, ready, cut_fee(events));
    }

    // The ledger rows, and the references on their invoices, now lead to the case.
    Outcome tie(Id case_id, bool joined, const Ready& ready, const std::optional<Error>& cut) {
        std::size_t at = ready.first;
        for (ItemRow item : ready.items) {
            item.case_id = case_id;
            item.open_at_start = item.open;
            FRIST_TRY(const Id id, desk_.store.put_item(desk_.creditor, item));
            FRIST_CHECK(id == item.id);
            if (!item.kid.empty()) FRIST_TRY_DONE(desk_.store.put_kid(desk_.creditor, item.kid, case_id, item.number));
            rows_[at++] = {item.number, case_id, joined, {}, cut};
        }
        return done;
    }

    const Desk& desk_;
    const StartAsk& ask_;
    const CreditorRecord& creditor_;
    const MakeKid& make_kid_;
    Automation wishes_;
    std::set<Id> with_credit_;
    std::map<std::string, cases::Course, std::less<>> courses_;   // by the name in the settings
    std::vector<StartRow> rows_;
};

}  // namespace

void bend(cases::Course& course, const Criteria& criteria) {
    if (criteria.rest_note_above_percent) course.rest_note_above_percent = *criteria.rest_note_above_percent;
    if (criteria.close_at_or_below) course.close_at_or_below = *criteria.close_at_or_below;
}

Outcome fit_criteria(const Criteria& criteria) {
    if (criteria.rest_note_above_percent && (criteria.rest_note_above_percent->millionths() < 0 || criteria.rest_note_above_percent->millionths() > 1'000'000))
        return Error{"criteria.percent", "rest_note_above_percent", "is no percentage from 0 to 100", "Write it like 85; 100 is never."};
    if (criteria.close_at_or_below && criteria.close_at_or_below->negative())
        return Error{"criteria.limit", "close_at_or_below", "is less than nothing", "Give what may be left when a case closes, or 0.00."};
    return done;
}

std::vector<Error> lacking(const CreditorRecord& creditor, const DebtorRecord& debtor, const ItemRow& item) {
    const std::string place = "invoice " + item.number;
    std::vector<Error> found;
    if (debtor.name.empty()) found.push_back({"start.name", place, "the customer has no name", "Add it in the ledger and import again."});
    if (!debtor.kind_known)
        found.push_back({"start.kind", place, "nobody has said whether the customer is a person or a company", "Add the type or the organisation number in the ledger and import again."});
    if (!reachable(creditor, debtor)) found.push_back({"start.address", place, "the customer has no postal address", "Add it in the ledger and import again."});
    return found;
}

std::vector<Error> hindrances(const Desk& desk, const CreditorRecord& creditor, const DebtorRecord& debtor, const ItemRow& item) {
    std::vector<Error> found;
    if (auto reason = hindrance(desk, item)) found.push_back(std::move(*reason));
    std::ranges::move(lacking(creditor, debtor, item), std::back_inserter(found));
    return found;
}

Result<std::vector<StartRow>> start_cases(const Desk& desk, const StartAsk& ask, const CreditorRecord& creditor, const MakeKid& make_kid) {
    return Starter(desk, ask, creditor, make_kid).run();
}

}  // namespace frist::office
