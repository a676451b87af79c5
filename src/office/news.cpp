#include "office/news.h"

#include "base/pch.h"
#include "office/send_letters.h"

namespace frist::office {
namespace {

constexpr std::size_t at_once = 500;

// Every case of this status.
Result<std::vector<CaseLine>> lines_of(const Desk& desk, Register& cases, Status status) {
    CaseAsk ask;
    ask.creditor = desk.creditor;
    ask.day = desk.today;
    ask.status = {status};
    std::vector<CaseLine> all;
    while (true) {
        FRIST_TRY(CasePage page, cases.page(ask, {all.size(), at_once, std::nullopt}));
        if (page.rows.empty()) return all;
        all.insert(all.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
        if (all.size() >= page.count) return all;
    }
}

CaseNews of_approval(const CaseLine& line) {
    if (line.next.what == Coming::approval) return {News::ready, line.case_id, "approve"};
    return {News::legal, line.case_id, "choose"};
}

}  // namespace

Result<std::vector<CaseNews>> case_news(const Desk& desk, const CreditorRecord& creditor, Register& cases) {
    std::map<std::pair<News, Id>, std::string> all;
    FRIST_TRY(const Outbox box, outbox(desk, creditor));
    for (const ReadyLetter& letter : box.ready)
        if (letter.row.approved) all.emplace(std::pair(News::ready, letter.row.case_id), name_of(letter.row.kind));
    for (const HeldLetter& letter : box.held)
        if (letter.row.approved && letter.row.on <= desk.today) all.emplace(std::pair(News::held, letter.row.case_id), "kept");
    FRIST_TRY(const auto approvals, lines_of(desk, cases, Status::approval));
    for (const CaseLine& line : approvals) {
        const CaseNews one = of_approval(line);
        all.emplace(std::pair(one.kind, one.case_id), one.what);
    }
    FRIST_TRY(const auto legal, lines_of(desk, cases, Status::legal));
    for (const CaseLine& line : legal)
        all.emplace(std::pair(News::legal, line.case_id), line.step && cases::is_legal(*line.step) ? name_of(*line.step) : std::string_view("choose"));
    FRIST_TRY(const auto stopped, lines_of(desk, cases, Status::held));
    for (const CaseLine& line : stopped) all.emplace(std::pair(News::held, line.case_id), "stopped");
    std::vector<CaseNews> news;
    news.reserve(all.size());
    for (const auto& [key, what] : all) news.push_back({key.first, key.second, what});
    return news;
}

}  // namespace frist::office
