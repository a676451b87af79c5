#include "office/returns.h"

#include "base/pch.h"
#include "rules/decide.h"

#include <charconv>

namespace frist::office {
namespace {

struct Key {
    Id case_id = 0;
    int letter = 0;
};

template <class Number>
bool whole(const std::string& text, Number& to) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, to);
    return read.ec == std::errc() && read.ptr == end;
}

std::optional<Key> key_of(std::string_view id, const std::string& org_number) {
    const std::string before = org_number + "-";
    if (!id.starts_with(before)) return std::nullopt;
    id.remove_prefix(before.size());
    const std::size_t hyphen = id.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    Key key;
    const bool good = whole(std::string(id.substr(0, hyphen)), key.case_id) && whole(std::string(id.substr(hyphen + 1)), key.letter);
    return good ? std::optional(key) : std::nullopt;
}

// The address gets nothing more, unless it was mended meanwhile.
Outcome flag_address(const Desk& desk, const CaseRow& row, const std::string& address) {
    FRIST_TRY(const auto known, desk.store.debtor(desk.creditor, row.state.debtor));
    if (!known) return done;
    FRIST_TRY(DebtorRecord debtor, debtor_record(known->record));
    if (debtor.email != address || debtor.email_bounced_on) return done;
    debtor.email_bounced_on = desk.today;
    FRIST_TRY([[maybe_unused]] const Id id, desk.store.put_debtor(desk.creditor, known->key, stored(debtor)));
    return done;
}

}  // namespace

Result<bool> came_back(const Desk& desk, const CreditorRecord& creditor, Channel channel, const Receipt& receipt) {
    const auto key = key_of(receipt.id, creditor.org_number);
    if (!key) return false;
    bool news = false;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk.store.dispatches_of_case(desk.creditor, key->case_id));
        for (DispatchRow row : rows) {
            if (row.letter != key->letter || row.channel != channel || row.state == DispatchState::bounced) continue;
            FRIST_TRY(CaseRow c, case_row(desk, key->case_id));
            row.state = DispatchState::bounced;
            row.at = desk.now();
            row.next_try.reset();
            row.said = receipt.said;
            FRIST_TRY_DONE(desk.store.put_dispatch(desk.creditor, row));
            news = true;
            if (channel == Channel::email) FRIST_TRY_DONE(flag_address(desk, c, row.address));
            if (!row.deciding || c.state.returned_mail || c.state.closing) continue;
            const Result<cases::Events> events = rules::decide(c.state, cases::ReportReturnedMail{}, desk.today, desk.country);
            if (events.ok()) FRIST_TRY_DONE(keep(desk, c, *events, fmt::format("returned:{}/{}", key->case_id, key->letter)));
        }
        return done;
    });
    if (!kept.ok()) return kept.error();
    return news;
}

}  // namespace frist::office
