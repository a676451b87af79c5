#include "office/returned_mail.h"

#include "base/hash.h"
#include "base/pch.h"
#include "rules/decide.h"
#include "sheets/csv.h"
#include "sheets/encoding.h"

#include <charconv>

namespace frist::office {
namespace {

constexpr std::size_t code_head = 7;   // "2", four digits of the agreement, the level, "0"; then our own number
constexpr int letters_in_a_case = 1000;

std::string line_of(const sheets::Sheet& sheet, std::size_t row) { return fmt::format("line {}", sheet.place(row)); }

bool digits(std::string_view s) { return !s.empty() && s.size() <= 20 && s.find_first_not_of("0123456789") == s.npos; }

// Our own number is the case and three digits of the letter. The whole code has its head before it; it begins with 2
// and has a 0 in its seventh place, and the number alone is never so long.
Outcome read_code(std::string_view code, ReturnedPaper& paper) {
    if (!digits(code)) return Error{"returned.code", paper.place, "the code is no number of at most twenty digits", "Copy the digits below the bar code."};
    if (code.size() > 13 || (code.size() > code_head + 3 && code[0] == '2' && code[6] == '0')) {
        paper.level = code[5] - '0';
        code.remove_prefix(code_head);
    }
    std::int64_t number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number);
    paper.case_id = number / letters_in_a_case;
    paper.letter = static_cast<int>(number % letters_in_a_case);
    if (paper.case_id == 0 || paper.letter == 0) return Error{"returned.code", paper.place, "the code names no case and letter", "Copy the digits below the bar code."};
    return done;
}

struct Columns {
    std::map<std::string, std::size_t, std::less<>> at;
    [[nodiscard]] std::string cell(const sheets::Sheet& sheet, std::size_t row, std::string_view name) const {
        const auto found = at.find(name);
        return found == at.end() ? std::string() : std::string(sheet.text(row, found->second));
    }
};

Result<Columns> columns_of(const sheets::Sheet& sheet) {
    constexpr auto names = std::to_array<std::string_view>({"code", "reason", "street", "postal_code", "place", "country"});
    Columns columns;
    for (std::size_t i = 0; sheet.rows() > 0 && i < sheet.width(0); ++i) {
        const std::string_view name = sheet.text(0, i);
        if (std::find(names.begin(), names.end(), name) != names.end()) columns.at.emplace(name, i);
    }
    if (!columns.at.contains("code") || columns.at.size() < 2)
        return Error{"returned.columns", "line 1", "the heading has no column code, or nothing beside it", fmt::format("The columns are {}.", fmt::join(names, ", "))};
    return columns;
}

class Taker {
public:
    Taker(const Desk& desk, const CreditorRecord& creditor) : desk_(desk), creditor_(creditor) {}

    Result<ReturnedEnd> take(const ReturnedPaper& paper) {
        FRIST_TRY(const auto known, desk_.store.case_row(desk_.creditor, paper.case_id));
        if (!known) return ReturnedEnd::unknown;
        CaseRow row = *known;
        const cases::Case& c = row.state;
        const auto sent = std::find_if(c.letters.begin(), c.letters.end(), [&](const cases::Sent& s) { return s.letter == paper.letter; });
        if (sent == c.letters.end()) return ReturnedEnd::unknown;
        const bool last = std::none_of(sent, c.letters.end(), [&](const cases::Sent& s) { return s.letter > paper.letter; });
        const int level = paper.level.value_or(creditor_.ea_level);
        const bool arrived = paper.address && (level == 0 || level == 1);
        if (sent->voided || (c.returned_mail && !paper.address)) return ReturnedEnd::known;
        if (paper.address) FRIST_TRY_DONE(moved(c.debtor, *paper.address));
        if (arrived) return ReturnedEnd::moved;
        if (c.closing) return paper.address ? ReturnedEnd::moved : ReturnedEnd::known;
        if (!last) {
            if (!paper.address) FRIST_TRY_DONE(doubt(c.debtor));
            return paper.address ? ReturnedEnd::moved : ReturnedEnd::doubtful;
        }
        return came_back(row, paper);
    }

private:
    template <class Change>
    Outcome debtor(Id id, Change change) {
        FRIST_TRY(const auto known, desk_.store.debtor(desk_.creditor, id));
        FRIST_CHECK(known.has_value());
        FRIST_TRY(DebtorRecord record, debtor_record(known->record));
        change(record);
        FRIST_TRY([[maybe_unused]] const Id kept, desk_.store.put_debtor(desk_.creditor, known->key, stored(record)));
        return done;
    }
    Outcome moved(Id id, const PostalAddress& address) {
        return debtor(id, [&](DebtorRecord& record) { move_to(record, address, "post", desk_.today); });
    }
    Outcome doubt(Id id) {
        return debtor(id, [](DebtorRecord& record) { record.address_doubtful = true; });
    }

    Result<ReturnedEnd> came_back(CaseRow& row, const ReturnedPaper& paper) {
        const std::string cause = fmt::format("returned:{}/{}", paper.case_id, paper.letter);
        const auto answer = [&](const cases::Command& command) -> Outcome {
            FRIST_TRY(const cases::Events events, rules::decide(row.state, command, desk_.today, desk_.country));
            return keep(desk_, row, events, cause);
        };
        if (!row.state.returned_mail) FRIST_TRY_DONE(answer(cases::ReportReturnedMail{}));
        if (!paper.address) return ReturnedEnd::returned;
        FRIST_TRY_DONE(answer(cases::FixAddress{}));
        return ReturnedEnd::sent_anew;
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
};

}  // namespace

Result<std::vector<ReturnedPaper>> read_returned_paper(std::string_view bytes) {
    FRIST_TRY(const std::string text, sheets::to_utf8(bytes, sheets::encoding_of(bytes)));
    FRIST_TRY(const sheets::CsvTable table, sheets::read_csv(text));
    const sheets::Sheet& sheet = table.sheet;
    FRIST_TRY(const Columns columns, columns_of(sheet));
    std::vector<ReturnedPaper> list;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        ReturnedPaper paper;
        paper.place = line_of(sheet, row);
        FRIST_TRY_DONE(read_code(columns.cell(sheet, row, "code"), paper));
        paper.reason = columns.cell(sheet, row, "reason");
        PostalAddress address;
        address.street = columns.cell(sheet, row, "street");
        address.postal_code = columns.cell(sheet, row, "postal_code");
        address.place = columns.cell(sheet, row, "place");
        const std::string country = columns.cell(sheet, row, "country");
        if (!country.empty()) address.country = country;
        const bool any = !address.street.empty() || !address.postal_code.empty() || !address.place.empty();
        if (any && !address.complete()) return Error{"returned.row", paper.place, "the new address has no postal code or no place", "Complete it, or leave the address out."};
        if (!any && paper.reason.empty()) return Error{"returned.row", paper.place, "there is neither a new address nor a reason", "Say why the letter came back."};
        if (any) paper.address = address;
        list.push_back(std::move(paper));
    }
    return list;
}

Result<std::vector<TakenReturn>> take_returned_paper(const Desk& desk, const CreditorRecord& creditor, std::string_view bytes) {
    FRIST_TRY(const std::vector<ReturnedPaper> papers, read_returned_paper(bytes));
    std::vector<TakenReturn> taken;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY(const bool fresh, desk.store.take_file(desk.creditor, sha256(bytes), "returned_paper", desk.today));
        if (!fresh) return Error{"returned.again", "FILE", "this file was taken before", "Nothing has to be done."};
        Taker taker(desk, creditor);
        for (const ReturnedPaper& paper : papers) {
            FRIST_TRY(const ReturnedEnd end, taker.take(paper));
            taken.push_back({paper, end});
        }
        return done;
    });
    if (!kept.ok()) return kept.error();
    return taken;
}

}  // namespace frist::office
