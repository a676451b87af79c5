#include "office/register_row.h"

#include "base/pch.h"
#include "office/people.h"

namespace frist::office {
namespace {

using cases::ClosingReason;
using cases::State;
using cases::StepKind;
using rules::Due;

// Grows when rows are made otherwise from the same fields.
constexpr int making = 4;

Status closed_as(ClosingReason reason) {
    switch (reason) {
        case ClosingReason::paid:
        case ClosingReason::small_rest: return Status::paid;
        case ClosingReason::withdrawn: return Status::withdrawn;
        case ClosingReason::credited:
        case ClosingReason::lapsed:
        case ClosingReason::merged: return Status::closed;
    }
    return Status::closed;
}

std::optional<StepKind> last_step(const cases::Case& c) {
    if (c.legal) return c.legal;
    if (c.ordered && c.ordered->kind != StepKind::closing) return c.ordered->kind;
    std::optional<Date> last;
    std::optional<StepKind> kind;
    for (const cases::Sent& letter : c.letters) {
        if (letter.voided || letter.kind == StepKind::closing || (last && letter.sent < *last)) continue;
        last = letter.sent;
        kind = letter.kind;
    }
    if (!c.filings.empty() && (!last || c.filings.back().on >= *last)) return c.filings.back().kind;
    return kind;
}

NextThing coming(const cases::Case& c, const rules::Upcoming& next) {
    switch (next.what) {
        case Due::release: return {next.on, Coming::release, std::nullopt};
        case Due::plan_broken: return {next.on, Coming::instalment, std::nullopt};
        case Due::choice: return {next.on, Coming::choice, std::nullopt};
        case Due::lapse: return {};
        case Due::step: break;
    }
    const bool chooses = c.awaiting_choice || (cases::is_legal(next.step.kind) && next.index < 0);
    return {next.on, chooses ? Coming::choice : Coming::step, next.step.kind};
}

std::optional<Date> oldest_due(const cases::Case& c, const rules::Accrual& accrual) {
    std::optional<Date> open;
    std::optional<Date> all;
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
        const Date due = c.claims[i].due;
        all = std::min(all.value_or(due), due);
        if (accrual.claims[i].open.positive()) open = std::min(open.value_or(due), due);
    }
    return open ? open : all;
}

}  // namespace

Status status_of(const cases::Case& c) {
    switch (c.state()) {
        case State::closed: return closed_as(c.closing->reason);
        case State::paused: return Status::paused;
        case State::held: return Status::held;
        case State::legal: return Status::legal;
        // A letter that was chosen is on its way: nobody is waited for.
        case State::awaiting_choice: return c.ordered && !c.ordered->needs_approval ? Status::going : Status::approval;
        case State::active: return c.ordered && c.ordered->needs_approval ? Status::approval : Status::going;
    }
    return Status::going;
}

Tab tab_of(Status status) {
    switch (status) {
        case Status::going:
        case Status::approval:
        case Status::legal: return Tab::ongoing;
        case Status::paused:
        case Status::held: return Tab::inactive;
        case Status::paid:
        case Status::withdrawn:
        case Status::closed: return Tab::closed;
    }
    return Tab::ongoing;
}

Result<RegisterRow> register_row(const cases::Case& c, const rules::Country& country) {
    FRIST_TRY(const auto upcoming, rules::upcoming(c, country));
    return register_row(c, upcoming, country);
}

Result<RegisterRow> register_row(const cases::Case& c, const std::optional<rules::Upcoming>& upcoming,
                                 const rules::Country& country) {
    RegisterRow row;
    row.case_id = c.id;
    row.debtor = c.debtor;
    row.state = c.state();
    row.status = status_of(c);
    row.kind = c.kind;
    row.relation = c.relation;
    row.step = last_step(c);
    row.accrual = rules::accrual_of(c, country);
    row.oldest_due = oldest_due(c, row.accrual);
    if (c.closing) row.closed_on = c.closing->on;
    if (upcoming) row.look = upcoming->on;
    FRIST_TRY(const auto decided, country.after_decision(c));
    if (decided) row.look = row.look ? std::min(*row.look, decided->from) : decided->from;
    const bool stopped = c.pause || c.held();
    if (c.ordered && !stopped) {
        row.next = {c.ordered->on, c.ordered->needs_approval ? Coming::approval : Coming::letter, c.ordered->kind};
    } else if (decided && !stopped) {
        row.next = {decided->from, Coming::follow_up, std::nullopt};
    } else {
        FRIST_TRY(const auto ahead, rules::ahead(c, upcoming, country));
        if (ahead)
            row.next = coming(c, *ahead);
        else if (c.awaiting_choice && !stopped && !c.closing)
            row.next.what = Coming::choice;
    }
    return row;
}

DebtorIndex debtor_index(Id debtor, const std::string& key, const std::string& record) {
    DebtorIndex index{debtor, key, {}, {}, {}, {}};
    const auto read = debtor_record(record);
    if (!read.ok()) return index;
    index.name = read->name;
    index.org_number = read->org_number;
    index.group = read->group;
    const auto put_if = [&](bool wanted, Sign sign) {
        if (wanted) index.signs.put(sign);
    };
    put_if(!read->address.complete() && !read->protected_address, Sign::address_missing);
    put_if(read->address_doubtful, Sign::address_doubtful);
    put_if(read->protected_address, Sign::address_protected);
    put_if(!read->kind_known, Sign::kind_unknown);
    put_if(read->bankrupt_on.has_value(), Sign::bankrupt);
    put_if(read->dead_on.has_value(), Sign::dead);
    return index;
}

RegisterMark register_mark(const rules::Country& country) {
    std::string shape = std::to_string(making) + ".";
    for (const char byte : shape_of<rules::Accrual>()) shape += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return {shape, country.fingerprint(), 0};
}

}  // namespace frist::office
