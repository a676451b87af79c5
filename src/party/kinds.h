// party: debtors and creditors, their names, addresses and identifiers. Personal data stays in these types
// and in the store's own tables for them; no event, log line or error message carries it.
#pragma once
#include <array>
#include <string_view>

namespace frist::party {

enum class DebtorKind { person, company, sole_trader, public_body };
constexpr auto names_of(DebtorKind) { return std::to_array<std::string_view>({"person", "company", "sole_trader", "public"}); }

// How the debt arose: a sole trader is a consumer for the washing machine and a business for the lorry.
enum class Relation { consumer, business };
constexpr auto names_of(Relation) { return std::to_array<std::string_view>({"consumer", "business"}); }

}  // namespace frist::party
