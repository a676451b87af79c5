#include "rules/no/gate_law.h"

#include "base/pch.h"
#include "rules/no/channels.h"

namespace frist::rules::no {
namespace {

using cases::StepKind;

std::string section_of_content(StepKind kind) {
    switch (kind) {
        case StepKind::notice: return "inkassoloven § 9";
        case StepKind::demand: return "inkassoloven § 10";
        case StepKind::reminder: return "inkassoforskriften § 1-2";
        case StepKind::nudge:
        case StepKind::attachment:
        case StepKind::conciliation:
        case StepKind::bankruptcy:
        case StepKind::rest_note:
        case StepKind::closing: return "inkassoloven § 8";
    }
    bug("a letter without its section", __FILE__, __LINE__);
}

}  // namespace

std::string stop_section(Stop stop, StepKind kind) {
    switch (stop) {
        case Stop::disputed:
        case Stop::unmerged:
        case Stop::credit: return "inkassoloven § 17";
        case Stop::bankrupt: return "konkursloven § 109";
        case Stop::minor: return "vergemålsloven §§ 9 and 17";
        case Stop::debt_settlement: return "gjeldsordningsloven § 3-4";
        case Stop::address_protected: return "folkeregisterloven § 10-4";
        case Stop::limitation: return "foreldelsesloven §§ 2 and 3";
        case Stop::demand_age: return "inkassoloven § 11";
        case Stop::deadline: return "tvangsfullbyrdelsesloven § 4-18";
        case Stop::fee: return kind == StepKind::demand ? "inkassoforskriften § 2-2" : "inkassoforskriften § 1-2";
        case Stop::channel:
        case Stop::never_electronic: return "inkassoloven § 3 a";
        case Stop::content: return section_of_content(kind);
        case Stop::not_ordered:
        case Stop::forbidden:
        case Stop::approval:
        case Stop::paused:
        case Stop::plan:
        case Stop::dead:
        case Stop::address_missing:
        case Stop::address_doubtful:
        case Stop::returned:
        case Stop::suspense:
        case Stop::paid:
        case Stop::ledger_stale:
        case Stop::bank_stale:
        case Stop::not_counted_twice:
        case Stop::law_unknown:
        case Stop::step_missing:
        case Stop::too_early:
        case Stop::sending_day:
        case Stop::daily_limit: return "inkassoloven § 8";
    }
    bug("a stop without its section", __FILE__, __LINE__);
}

Date of_age(Date born) {
    const Date birthday = add_months(born, 18 * 12);
    return birthday.day() == born.day() ? birthday : birthday.next();
}

Result<law::Ruling<bool>> may_go(const cases::Sent& letter, const Way& way, const NorwegianLaw& law) {
    const auto channel = enum_of<Channel>(way.channel);
    if (!channel) return Error{"law.no_table", way.channel, "no rule is known for this channel", "Send it on paper."};
    return may_send({letter.kind, letter.fee.positive(), letter.enforcement_notice, *channel, way.agreed, letter.sent}, law);
}

}  // namespace frist::rules::no
