#include "reports/keys.h"

#include "base/pch.h"

namespace frist::reports {
namespace {

std::int64_t month_number(Date day) { return std::int64_t{day.year()} * 12 + day.month() - 1; }

__extension__ using Wide = __int128;   // the product of two sums

// By running sums, so that the parts are the whole.
std::int64_t share_of(std::int64_t value, std::int64_t part, std::int64_t whole) { return static_cast<std::int64_t>(Wide{value} * part / whole); }

// What parts a line that no person and no act parts.
constexpr std::string_view nobody = "none";

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
    // An empty token asks for all rows; a row whose only name is empty has one all the same.
    return words.empty() && !keys.empty() ? "%" : words;
}

Result<const office::DebtorIndex*> KeyRing::debtor(Id debtor) {
    const auto known = debtors_.find(debtor);
    if (known != debtors_.end()) return &known->second;
    FRIST_TRY(std::optional<office::DebtorIndex> index, room_.desk.store.debtor_index(room_.desk.creditor, debtor));
    return &debtors_.emplace(debtor, index ? std::move(*index) : office::DebtorIndex{}).first->second;
}

std::int64_t KeyRing::numbered(const std::string& name) {
    const auto [at, fresh] = own_names_.try_emplace(name, static_cast<std::int64_t>(own_name_list_.size()));
    if (fresh) own_name_list_.push_back(name);
    return at->second;
}

// The invoices are those that were known in the case, also when they have gone into another since; their names are those of today, like
// a customer's group.
Outcome KeyRing::meet(const Belongs& one) {
    if (invoices_.case_id == one.case_id) return done;
    invoices_ = {};
    invoices_.case_id = one.case_id;
    const bool departments = std::find(by_.begin(), by_.end(), By::department) != by_.end();
    const bool projects = std::find(by_.begin(), by_.end(), By::project) != by_.end();
    if (one.c == nullptr) return done;
    FRIST_TRY(const std::vector<office::ItemRow> items, room_.desk.store.items_of_case(room_.desk.creditor, one.case_id));
    for (const cases::Claim& claim : one.c->claims) {
        const auto here = std::find_if(items.begin(), items.end(), [&](const office::ItemRow& item) { return item.number == claim.number; });
        std::optional<office::ItemRow> item;
        if (here != items.end()) {
            item = *here;
        } else {
            FRIST_TRY(item, room_.desk.store.item(room_.desk.creditor, claim.number));
        }
        const Name name{numbered(departments && item ? item->department : ""), numbered(projects && item ? item->project : "")};
        invoices_.names.emplace(claim.number, name);
        const std::int64_t sum = std::max<std::int64_t>(claim.amount.minor(), 0);
        const auto share = std::find_if(invoices_.shares.begin(), invoices_.shares.end(), [&](const Share& known) { return known.name == name; });
        if (share == invoices_.shares.end()) invoices_.shares.push_back({name, sum});
        else share->sum += sum;
        invoices_.sum += sum;
    }
    return done;
}

Outcome KeyRing::each_part(const Belongs& one, const Told& told, Kind kind, const std::function<Outcome(const Belongs&, const Told&)>& see) {
    if (!by_invoice(by_)) return see(one, told);
    FRIST_TRY_DONE(meet(one));
    Belongs part = one;
    const auto with = [&](const Name& name, std::int64_t value) -> Outcome {
        if (value == 0) return done;
        part.department = name.department;
        part.project = name.project;
        Told of_it = told;
        of_it.value = value;
        return see(part, of_it);
    };
    const auto named = invoices_.names.find(told.reference);
    if (named != invoices_.names.end()) return with(named->second, told.value);
    if (invoices_.shares.empty()) return with({numbered(""), numbered("")}, told.value);
    const auto most = std::max_element(invoices_.shares.begin(), invoices_.shares.end(), [](const Share& a, const Share& b) { return a.sum < b.sum; });
    // What is counted is not divided: it goes where most of the case belongs.
    if (kind != Kind::money || invoices_.shares.size() == 1 || invoices_.sum == 0) return with(most->name, told.value);
    std::int64_t summed = 0;
    std::int64_t given = 0;
    for (const Share& share : invoices_.shares) {
        summed += share.sum;
        const std::int64_t until = share_of(told.value, summed, invoices_.sum);
        FRIST_TRY_DONE(with(share.name, until - given));
        given = until;
    }
    return done;
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
        case By::department: return one.department;
        case By::project: return one.project;
        case By::person: return told.person;
        case By::act: return numbered(std::string(told.act.empty() ? nobody : told.act));
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
        case By::department:
        case By::project: {
            const std::string& name = own_name_list_[static_cast<std::size_t>(number)];
            return Key{0, name, name};
        }
        case By::person: {
            if (number == 0) return named(0, nobody);
            FRIST_TRY(std::string name, room_.source.person_name(number));
            return Key{number, std::to_string(number), std::move(name)};
        }
        case By::act: return named(0, own_name_list_[static_cast<std::size_t>(number)]);
    }
    return Key{};
}

}  // namespace frist::reports
