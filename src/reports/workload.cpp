#include "reports/workload.h"

#include "base/pch.h"
#include "office/channels.h"
#include "office/postage.h"
#include "office/send_letters.h"

#include <cmath>

namespace frist::reports {

std::int64_t open_of_claim(const Known& known, std::size_t claim, Date day) {
    const cases::Case& c = known.c;
    if (known.joined[claim] > day || c.opened > day || (c.closing && c.closing->on <= day)) return 0;
    std::int64_t open = c.claims[claim].amount.minor();
    for (const cases::Credit& credit : c.claims[claim].credits)
        if (credit.on <= day) open -= credit.amount.minor();
    for (const cases::Payment& payment : c.payments)
        if (payment.on <= day)
            for (const cases::ClaimCover& part : payment.cover.claims)
                if (static_cast<std::size_t>(part.claim) == claim) open -= part.principal.minor();
    return std::max<std::int64_t>(open, 0);
}

// The first week begins tomorrow; what could be done today and has not been is done then.
std::size_t Workload::week_of(Date on) const { return static_cast<std::size_t>(std::max((on - desk_.today).count - 1, 0) / 7); }

Outcome Workload::see(const Known& known) {
    const cases::Case& c = known.c;
    if (c.opened > desk_.today || c.closing || c.merged_into) return done;
    FRIST_TRY_DONE(lapses(known));
    // An objection, mail that came back, a bankruptcy, a choice: a person settles it. A plan that runs settles itself.
    const bool settled_by_a_person = c.objection || c.returned_mail || c.bankrupt;
    if (settled_by_a_person || c.awaiting_choice) ++now_;
    if (c.ordered && (c.held() || c.pause)) return done;
    return letters(known);
}

Outcome Workload::lapses(const Known& known) {
    for (std::size_t i = 0; i < known.c.claims.size(); ++i) {
        const std::int64_t open = open_of_claim(known, i, desk_.today);
        if (open == 0) continue;
        FRIST_TRY(const auto last, desk_.country.limitation(known.c, known.c.claims[i]));
        if (!last.granted || *last.granted <= desk_.today || week_of(*last.granted) >= lapsing_.size()) continue;
        WorkWeek& week = lapsing_[week_of(*last.granted)];
        ++week.lapsing;
        week.lapsing_sum += open;
    }
    return done;
}

Outcome Workload::letters(const Known& known) {
    FRIST_TRY(const std::vector<office::ComingLetter> coming, office::coming_of(desk_, known.c, 7 * weeks_));
    if (coming.empty()) return done;
    const std::size_t cell = History::cell_of(known, desk_.today);
    office::DebtorRecord debtor;
    FRIST_TRY(const auto row, desk_.store.debtor(desk_.creditor, known.c.debtor));
    if (row) {
        FRIST_TRY(debtor, office::debtor_record(row->record));
    }
    for (const office::ComingLetter& one : coming) {
        const std::size_t week = week_of(one.on);
        if (week >= asked_.size()) continue;
        Asked& asked = asked_[week][cell];
        if (one.choice || one.approval || cases::is_legal(one.kind)) ++asked.tasks;
        if (one.choice || cases::is_legal(one.kind)) continue;
        ++asked.letters;
        for (const office::Channel channel : office::channels_ahead(desk_, creditor_, debtor, one.kind, one.on, one.channels))
            if (const office::PostagePrice* price = office::price_on(creditor_, channel, one.on)) asked.postage += price->price.minor();
    }
    return done;
}

std::vector<WorkWeek> Workload::weeks(const History& history, std::int64_t waiting) const {
    std::vector<WorkWeek> told = lapsing_;
    std::array<double, History::cells> open{};
    for (std::size_t week = 0; week < told.size(); ++week) {
        double letters = 0;
        double postage = 0;
        double tasks = week == 0 ? static_cast<double>(now_ + waiting) : 0;
        for (std::size_t cell = 0; cell < History::cells; ++cell) {
            const Asked& asked = asked_[week][cell];
            if (asked.letters == 0 && asked.tasks == 0) continue;
            open[cell] = history.still_open(cell, static_cast<int>(week));
            letters += open[cell] * static_cast<double>(asked.letters);
            postage += open[cell] * static_cast<double>(asked.postage);
            tasks += open[cell] * static_cast<double>(asked.tasks);
        }
        told[week].letters = std::llround(letters);
        told[week].postage = std::llround(postage);
        told[week].tasks = std::llround(tasks);
    }
    return told;
}

Outcome add_done(const office::Desk& desk, const office::CreditorRecord& creditor, const Known& known, std::span<const Date> weeks, std::span<WorkDone> done_in) {
    const auto within = [&](Date day, std::size_t week) { return day >= weeks[week] && day < weeks[week] + Days{7}; };
    std::optional<office::Postage> postage;
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        for (const cases::Sent& letter : known.c.letters) {
            if (letter.earlier || cases::is_legal(letter.kind) || !within(letter.sent, week)) continue;
            ++done_in[week].letters;
            if (postage) continue;
            FRIST_TRY(postage, office::postage_of(desk, creditor, known.c.id));
        }
        for (std::size_t i = 0; i < known.c.claims.size(); ++i) {
            FRIST_TRY(const auto last, desk.country.limitation(known.c, known.c.claims[i]));
            if (last.granted && within(*last.granted, week)) done_in[week].lapsed_sum += open_of_claim(known, i, *last.granted);
        }
        if (!postage) continue;
        for (const office::PostageLine& line : postage->lines)
            if (line.price && within(line.on, week)) done_in[week].postage += line.price->price.minor();
    }
    return done;
}

}  // namespace frist::reports
