#include "access/acts.h"

#include "base/hash.h"
#include "base/pch.h"

namespace frist::access {
namespace {

bool is_word(std::string_view what) {
    return !what.empty() && what.size() <= 40 && what.front() != '-' && what.back() != '-' &&
           std::all_of(what.begin(), what.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}
bool is_place(std::string_view on) {
    return on.size() <= 80 && std::all_of(on.begin(), on.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '_' || c == '/';
           });
}

// As link_hash of the events: what stands in the line and the hash of the line before.
std::string act_hash(const std::string& before, const ActRow& act) {
    return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, act.number, act.at.second, act.person, act.key,
                              act.what, act.creditor, act.on));
}

Error broken(std::int64_t number, std::string message) {
    return {"acts.broken", fmt::format("act {}", number), std::move(message),
            "Restore the latest backup that verifies, and report what happened in between."};
}

}  // namespace

Outcome write_act(const Porter& porter, const Who& who, const Act& act, Instant now) {
    FRIST_CHECK(is_word(act.what) && is_place(act.on));
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const std::optional<ActRow> last, porter.store.last_act());
        ActRow row;
        row.number = last ? last->number + 1 : 1;
        row.at = now;
        row.person = who.person;
        row.key = who.key;
        row.what = act.what;
        row.creditor = act.creditor.value_or(0);
        row.on = act.on;
        row.hash = act_hash(last ? last->hash : std::string{}, row);
        return porter.store.add_act(row);
    });
}

Result<std::vector<ActRow>> acts(const Porter& porter, const Who& who, const ActsAsked& asked) {
    FRIST_TRY_DONE(may(who, Right::read_log, asked.creditor));
    ActFilter filter;
    filter.reach = reach_for(who, Right::read_log);
    filter.own = who.key == 0 ? who.person : 0;
    filter.creditor = asked.creditor;
    filter.person = asked.person;
    filter.before = asked.before;
    filter.limit = std::clamp<std::int64_t>(asked.limit, 1, 1000);
    return porter.store.acts(filter);
}

Outcome verify_acts(Store& store) {
    constexpr std::int64_t page = 1000;
    ActRow before;
    FRIST_TRY(const std::optional<ActRow> end, store.last_act());
    while (true) {
        FRIST_TRY(const std::vector<ActRow> rows, store.acts_from(before.number + 1, page));
        for (const ActRow& row : rows) {
            if (row.number != before.number + 1) return broken(before.number + 1, "was taken away");
            if (row.hash != act_hash(before.hash, row)) return broken(row.number, "was changed after it was written");
            before = row;
        }
        if (static_cast<std::int64_t>(rows.size()) < page) break;
    }
    const ActRow last = end.value_or(ActRow{});
    if (last.number > before.number) return broken(before.number + 1, "was taken away at the end");
    if (last.number < before.number || last.hash != before.hash)
        return broken(before.number, "is not the last that was written");
    return done;
}

}  // namespace frist::access
