#include "store/index_rows.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store {
namespace {

using namespace office;

template <class E>
std::string_view name_or_none(const std::optional<E>& value) {
    return value ? name_of(*value) : std::string_view();
}

// A name that is none of ours, in a row that somebody else has written.
template <class E>
bool read_name(Statement& s, E& value) {
    const auto known = enum_of<E>(s.view());
    if (known) value = *known;
    return known.has_value();
}
template <class E>
bool read_name(Statement& s, std::optional<E>& value) {
    const std::string_view name = s.view();
    value = name.empty() ? std::nullopt : enum_of<E>(name);
    return name.empty() || value;
}

}  // namespace

Outcome put_register_row(Connection& connection, Id creditor, const RegisterRow& row) {
    const std::string accrual = to_binary(row.accrual);
    return connection.use("put_case_index")
        .bind(creditor)
        .bind(row.case_id)
        .bind(row.debtor)
        .bind(name_of(row.state))
        .bind(name_of(row.status))
        .bind(name_of(row.kind))
        .bind(name_of(row.relation))
        .bind(name_or_none(row.step))
        .bind(row.next.on)
        .bind(name_of(row.next.what))
        .bind(name_or_none(row.next.kind))
        .bind(row.look)
        .bind(row.oldest_due)
        .bind_blob(accrual)
        .bind(row.closed_on)
        .run_soon();
}

Result<RegisterRow> register_row_of(Statement& s) {
    RegisterRow row;
    row.case_id = s.whole();
    row.debtor = s.whole();
    bool good = read_name(s, row.state);
    good = read_name(s, row.status) && good;
    good = read_name(s, row.kind) && good;
    good = read_name(s, row.relation) && good;
    good = read_name(s, row.step) && good;
    row.next.on = s.maybe_date();
    good = read_name(s, row.next.what) && good;
    good = read_name(s, row.next.kind) && good;
    row.look = s.maybe_date();
    row.oldest_due = s.maybe_date();
    auto accrual = from_binary<rules::Accrual>(s.view());
    if (!good || !accrual.ok())
        return Error{"store.damaged", fmt::format("case {}", row.case_id), "its row in the register cannot be read",
                     "Restore the latest backup that verifies."};
    row.accrual = std::move(*accrual);
    row.closed_on = s.maybe_date();
    return row;
}

Outcome put_debtor_index(Connection& connection, Id creditor, const DebtorIndex& index, std::int64_t version) {
    return connection.use("put_debtor_index")
        .bind(creditor)
        .bind(index.debtor)
        .bind(version)
        .bind(index.key)
        .bind(index.name)
        .bind(index.org_number)
        .bind(index.group)
        .bind(index.signs.bits())
        .run_soon();
}

DebtorIndex debtor_index_of(Statement& s) {
    DebtorIndex index;
    index.debtor = s.whole();
    index.key = s.word();
    index.name = s.word();
    index.org_number = s.word();
    index.group = s.word();
    index.signs = Signs(s.whole());
    return index;
}

Result<std::optional<RegisterRow>> register_row(Connection& connection, Id creditor, Id case_id) {
    Statement s = connection.use("case_index");
    FRIST_TRY(const bool there, s.bind(creditor).bind(case_id).step());
    if (!there) return std::optional<RegisterRow>{};
    FRIST_TRY(RegisterRow row, register_row_of(s));
    return std::optional<RegisterRow>(std::move(row));
}

Result<std::optional<DebtorIndex>> debtor_index(Connection& connection, Id creditor, Id debtor) {
    Statement s = connection.use("debtor_index");
    s.bind(creditor).bind(debtor);
    return first<DebtorIndex>(s, [&] { return debtor_index_of(s); });
}

Result<std::optional<RegisterMark>> register_mark(Connection& connection, Id creditor) {
    Statement s = connection.use("register_mark");
    s.bind(creditor);
    return first<RegisterMark>(s, [&] {
        RegisterMark mark;
        mark.shape = s.word();
        mark.law = s.word();
        mark.made = s.whole();
        return mark;
    });
}

}  // namespace frist::store
