// What Norwegian law says where the gate stops a letter and no other rule has the words.
#pragma once
#include "law/ruling.h"
#include "rules/gate.h"
#include "rules/no/norwegian_law.h"

namespace frist::rules::no {

std::string stop_section(Stop stop, cases::StepKind kind);

// vergemålsloven § 8: of age at eighteen. Who was born on 29 February is so on 1 March.
Date of_age(Date born);

// inkassoloven § 3 a and law/no/channels.csv. Errors law.no_table, law.no_rate.
Result<law::Ruling<bool>> may_go(const cases::Sent& letter, const Way& way, const NorwegianLaw& law);

}  // namespace frist::rules::no
