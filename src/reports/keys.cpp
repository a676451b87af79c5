#include "reports/keys.h"

#include "base/pch.h"

namespace frist::reports {
namespace {

std::int64_t month_number(Date day) { return std::int64_t{day.year()} * 12 + day.month() - 1; }

Key named(std::int64_t number, std::string_view name) { return {number, std::string(name)}; }

}  // namespace

std::string token(const Keys& keys) {
    std::string words;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0) words += '~';
        for (const char c : keys[i].name) {
            if (c == '~' || c == '%') words += fmt::format("%{:02X}", static_cast<unsigned char>(c));
            else words += c;
        }
    }
    return words;
}

Result<const office::DebtorIndex*> KeyRing::debtor(Id debtor) {
    const auto known = debtors_.find(debtor);
    if (known != debtors_.end()) return &known->second;
    FRIST_TRY(std::optional<office::DebtorIndex> index, room_.desk.store.debtor_index(room_.desk.creditor, debtor));
    return &debtors_.emplace(debtor, index ? std::move(*index) : office::DebtorIndex{}).first->second;
}

Result<Numbers> KeyRing::numbers(const Belongs& one, const Told& told) {
    Numbers all{};
    for (std::size_t i = 0; i < by_.size(); ++i) {
        FRIST_TRY(all[i], number(by_[i], one, told));
    }
    return all;
}

Result<std::int64_t> KeyRing::number(By by, const Belongs& one, const Told& told) {
    switch (by) {
        case By::part: return told.part ? static_cast<std::int64_t>(*told.part) : 0;
        case By::case_id: return one.case_id;
        case By::customer: return one.debtor;
        case By::group: {
            FRIST_TRY(const office::DebtorIndex* const found, debtor(one.debtor));
            const auto [at, fresh] = groups_.try_emplace(found->group, static_cast<std::int64_t>(group_names_.size()));
            if (fresh) group_names_.push_back(found->group);
            return at->second;
        }
        case By::status: return static_cast<std::int64_t>(office::status_of(*one.c));
        case By::step: {
            if (told.step) return *told.step;
            const auto step = step_on(*one.c, one.as_of);
            return step ? 1 + static_cast<std::int64_t>(*step) : 0;
        }
        case By::kind: return static_cast<std::int64_t>(one.c->kind);
        case By::registered: return month_number(one.c->opened);
        case By::month: return month_number(*told.day);
        case By::week:
        case By::day: return told.day->days_since_1970();
        case By::band:
        case By::reason:
        case By::account:
        case By::code:
        case By::letter: return told.own;
    }
    return 0;
}

Result<Keys> KeyRing::keys(const Numbers& numbers) {
    Keys keys;
    for (std::size_t i = 0; i < by_.size(); ++i) {
        FRIST_TRY(Key one, key(by_[i], numbers[i]));
        keys.push_back(std::move(one));
    }
    return keys;
}

Result<Key> KeyRing::key(By by, std::int64_t number) {
    switch (by) {
        case By::part: return named(number, name_of(static_cast<Part>(number)));
        case By::case_id: return Key{number, std::to_string(number)};
        case By::customer: {
            FRIST_TRY(const office::DebtorIndex* const found, debtor(number));
            return Key{number, std::to_string(number), found->name.empty() ? found->key : found->name};
        }
        case By::group: {
            const std::string& name = group_names_[static_cast<std::size_t>(number)];
            return Key{0, name, name};
        }
        case By::status: return named(number, name_of(static_cast<office::Status>(number)));
        case By::step: return named(number, number == 0 ? "none" : name_of(static_cast<cases::StepKind>(number - 1)));
        case By::kind: return named(number, name_of(static_cast<cases::DebtorKind>(number)));
        case By::registered:
        case By::month: return Key{number, fmt::format("{:04}-{:02}", number / 12, number % 12 + 1)};
        case By::week:
        case By::day: return Key{number, text(Date::from_days(static_cast<std::int32_t>(number)))};
        case By::band: return named(number, bands[static_cast<std::size_t>(number)].name);
        case By::reason: return Key{number, reason_name(number)};
        case By::account: return named(number, name_of(static_cast<ledger::Account>(number)));
        case By::code: return named(number, vat_codes[static_cast<std::size_t>(number)]);
        case By::letter: return named(number, name_of(static_cast<cases::StepKind>(number)));
    }
    return Key{};
}

}  // namespace frist::reports
