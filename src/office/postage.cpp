#include "office/postage.h"

#include "base/pch.h"

namespace frist::office {

const PostagePrice* price_on(const CreditorRecord& creditor, Channel service, Date day) {
    const PostagePrice* best = nullptr;
    for (const PostagePrice& price : creditor.postage)
        if (price.service == service && price.from <= day && (best == nullptr || price.from > best->from)) best = &price;
    return best;
}

Result<Postage> postage_of(const Desk& desk, const CreditorRecord& creditor, Id case_id) {
    Postage postage;
    postage.total = Money(0, desk.country.currency());
    FRIST_TRY(const std::vector<DispatchRow> rows, desk.store.dispatches_of_case(desk.creditor, case_id));
    for (const DispatchRow& row : rows) {
        // What came back had left all the same.
        if (row.state != DispatchState::sent && row.state != DispatchState::bounced) continue;
        Date on = row.at.day;
        if (row.deciding) {
            FRIST_TRY(const auto letter, desk.store.letter(desk.creditor, case_id, row.letter));
            if (letter && letter->sent_on) on = *letter->sent_on;
        }
        PostageLine line{row.letter, row.channel, on, {}};
        if (const PostagePrice* price = price_on(creditor, row.channel, on)) {
            line.price = *price;
            postage.total += price->price;
        } else {
            ++postage.unpriced;
        }
        postage.lines.push_back(std::move(line));
    }
    return postage;
}

Outcome set_price(CreditorRecord& creditor, PostagePrice price) {
    if (price.price.negative()) return Error{"postage.price", "PRICE", "is less than nothing", "Give what one letter costs, 0 when it is free."};
    std::erase_if(creditor.postage, [&](const PostagePrice& known) { return known.service == price.service && known.from == price.from; });
    creditor.postage.push_back(std::move(price));
    std::sort(creditor.postage.begin(), creditor.postage.end(), [](const PostagePrice& a, const PostagePrice& b) { return std::pair(a.service, a.from) < std::pair(b.service, b.from); });
    return done;
}

Outcome drop_price(CreditorRecord& creditor, Channel service, Date from) {
    if (std::erase_if(creditor.postage, [&](const PostagePrice& known) { return known.service == service && known.from == from; }) == 0)
        return Error{"postage.none", fmt::format("{} from {}", name_of(service), text(from)), "no price was told", "See frist postage list."};
    return done;
}

}  // namespace frist::office
