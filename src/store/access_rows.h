// What stands in a row of a table of people, as access knows it. The columns are those of access_statements.sql, in that order.
#pragma once
#include "access/rows.h"
#include "store/connection.h"

namespace frist::store::people {

using namespace access;

std::optional<Instant> maybe_instant(Statement& s);
Instant instant(Statement& s);
void bind_maybe(Statement& s, const std::optional<Instant>& at);
Reach reach(Statement& s);
std::string words_of(const std::vector<Scope>& scopes);
std::vector<Scope> scopes_of(std::string_view words);
PersonRow person_of(Statement& s);
ViewRow view_of(Statement& s);
FactorRow factor_of(Statement& s);
SessionRow session_of(Statement& s);
LinkRow link_of(Statement& s);
MandateRow mandate_of(Statement& s);
KeyRow key_of(Statement& s);
ActRow act_of(Statement& s);
WishRow wish_of(Statement& s);
MailRow mail_of(Statement& s);
NewsRow news_of(Statement& s);
IdentityRow identity_of(Statement& s);
PasskeyRow passkey_of(Statement& s);

}  // namespace frist::store::people
