#include "sheets/payment_list.h"

#include "base/pch.h"
#include "sheets/amounts.h"
#include "sheets/cell_words.h"
#include "sheets/columns.h"
#include "sheets/dates.h"
#include "sheets/list_file.h"

namespace frist::sheets {
namespace {

constexpr std::size_t search_rows = 30;

enum class Part { day, amount, in, out, reference, payer_name, payer_account, account, archive, text, currency };
constexpr auto names_of(Part) {
    return std::to_array<std::string_view>({"day", "amount", "in", "out", "reference", "payer_name", "payer_account", "account", "archive", "text", "currency"});
}
constexpr std::size_t parts = 11;

// Names of columns as the banks of the Nordic countries write them, folded; the first of a list counts before the others.
const std::vector<std::string_view>& words_of(Part part) {
    static const std::array<std::vector<std::string_view>, parts> words{{
        {"bokfortdato", "bokforingsdato", "bokforingsdag", "bokforingsdatum", "transaksjonsdato", "transaktionsdag", "dato", "datum", "bookingdate", "date", "kirjauspaiva", "bogfort"},
        {"belop", "belopp", "beloep", "amount", "maara", "belopinok"},
        {"innpakonto", "inn", "belopinn", "kreditert", "kredit", "innbetalt", "insattning", "credit", "in"},
        {"utfrakonto", "ut", "beloput", "debitert", "debet", "uttag", "debit", "out"},
        {"kid", "kidnr", "kidnummer", "ocr", "ocrnummer", "viite", "viitenumero", "paymentreference"},
        {"avsender", "avsandare", "betaler", "betalersnavn", "navn", "namn", "fra", "payer", "maksaja", "saajamaksaja"},
        {"frakonto", "frakontonummer", "avsenderkonto", "motkonto", "betalerskonto", "fromaccount"},
        {"tilkonto", "tilkontonummer", "mottakerkonto", "konto", "kontonummer", "toaccount"},
        {"arkivreferanse", "arkivref", "referanse", "referens", "archivereference", "arkistointitunnus", "bankreferanse"},
        {"beskrivelse", "forklaring", "tekst", "text", "melding", "tittel", "rubrik", "meddelande", "description", "message", "viesti", "beskrivning"},
        {"valuta", "currency", "valuutta"},
    }};
    return words[static_cast<std::size_t>(part)];
}

// "KID: 0012345678" within what the payer wrote.
std::string kid_in(std::string_view text) {
    for (std::size_t at = 0; at + 3 < text.size(); ++at) {
        const bool word = (text[at] | 32) == 'k' && (text[at + 1] | 32) == 'i' && (text[at + 2] | 32) == 'd';
        const int before = at == 0 ? ' ' : text[at - 1] | 32;
        const bool begins = before < 'a' || before > 'z';
        if (!word || !begins) continue;
        std::size_t digit = at + 3;
        while (digit < text.size() && (text[digit] == ' ' || text[digit] == ':' || text[digit] == '.')) ++digit;
        std::size_t end = digit;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end - digit >= 2 && end - digit <= 25) return std::string(text.substr(digit, end - digit));
    }
    return {};
}

class Reader {
public:
    Reader(Currency currency, PaymentList& out) : currency_(currency), out_(out) { at_.fill(-1); }

    // True when the sheet is the list.
    bool look_at(const Sheet& sheet) {
        for (std::size_t row = 0; row < sheet.rows() && row < search_rows; ++row) {
            if (!name_columns(sheet, row)) continue;
            sheet_ = &sheet;
            const Outcome settled = settle(row);
            if (!settled.ok()) error_ = settled.error();
            else
                for (std::size_t one = row + 1; one < sheet.rows(); ++one) read(one);
            found_ = true;
            return true;
        }
        return false;
    }

    [[nodiscard]] Outcome outcome() const {
        if (error_) return *error_;
        if (!found_)
            return Error{"payments.header", "rows 1 to 30", "no row names a day and an amount, as the list of an account does", "Export the account's movements with the names of the columns, or take the bank's OCR or camt file."};
        if (out_.rows.empty() && out_.rejected.empty()) return Error{"payments.empty", "", "there are no payments under the names of the columns", "Export the list again, with its rows."};
        return done;
    }

private:
    [[nodiscard]] int column(Part part) const { return at_[static_cast<std::size_t>(part)]; }
    [[nodiscard]] bool has(Part part) const { return column(part) >= 0; }
    [[nodiscard]] std::string_view cell(std::size_t row, Part part) const { return has(part) ? trimmed(sheet_->text(row, static_cast<std::size_t>(column(part)))) : std::string_view{}; }

    bool name_columns(const Sheet& sheet, std::size_t row) {
        at_.fill(-1);
        out_.columns.clear();
        for (std::size_t part = 0; part < parts; ++part) {
            std::size_t best = std::numeric_limits<std::size_t>::max();
            for (std::size_t column = 0; column < sheet.width(row); ++column) {
                const std::string_view name = trimmed(sheet.text(row, column));
                if (name.empty() || sheet.kind(row, column) == Kind::number || sheet.kind(row, column) == Kind::date) continue;
                const auto& words = words_of(static_cast<Part>(part));
                const auto rank = static_cast<std::size_t>(std::find(words.begin(), words.end(), folded(name)) - words.begin());
                if (rank >= words.size() || rank >= best || std::find(at_.begin(), at_.end(), static_cast<int>(column)) != at_.end()) continue;
                best = rank;
                at_[part] = static_cast<int>(column);
                out_.columns[std::string(names_of(Part{})[part])] = name;
            }
        }
        return has(Part::day) && (has(Part::amount) || has(Part::in));
    }

    // How days and amounts are written, as the whole columns tell.
    Outcome settle(std::size_t header) {
        AmountEvidence amounts;
        DateEvidence days;
        bool number = false;
        bool day = false;
        for (std::size_t row = header + 1; row < sheet_->rows(); ++row) {
            for (const Part part : {Part::amount, Part::in, Part::out}) {
                if (!has(part)) continue;
                if (sheet_->kind(row, static_cast<std::size_t>(column(part))) == Kind::number) number = true;
                else look(amounts, cell(row, part));
            }
            if (sheet_->kind(row, static_cast<std::size_t>(column(Part::day))) == Kind::date) day = true;
            else look(days, cell(row, Part::day));
        }
        const AmountForm form = decide(amounts);
        const bool unsure = amounts.unsure_comma + amounts.unsure_point > 0 || form.mixed;
        if (!form.decimal && unsure)
            return Error{"payments.decimal", "", "the amounts do not show which sign is the decimal one", "Export the list with two decimals, or take the bank's OCR or camt file."};
        decimal_ = form.decimal.value_or(number ? '.' : ',');
        const DateChoice choice = decide(days, DateEvidence{});
        if (choice.doubt != DateDoubt::none)
            return Error{"payments.days", "", "the days do not show which part is the day and which the month", "Export the list with days as 31.01.2026 or 2026-01-31."};
        if (!choice.form && !day && sheet_->rows() > header + 1) date_ = DateForm{};
        else date_ = choice.form.value_or(DateForm{DateOrder::ymd, '-'});
        return done;
    }

    void wrong(std::size_t row, Part part, std::string code, std::string reason, std::string remedy) {
        out_.rejected.push_back({sheet_->place(row), out_.columns[std::string(names_of(Part{})[static_cast<std::size_t>(part)])], std::move(code), std::move(reason), std::move(remedy)});
    }

    // The signed sum of a row; nothing: it has none, or it is no sum, which is told.
    std::optional<Money> amount_of(std::size_t row, Currency currency) {
        std::optional<std::int64_t> minor;
        for (const Part part : {Part::amount, Part::in, Part::out}) {
            const std::string_view written = cell(row, part);
            if (written.empty()) continue;
            const Kind kind = sheet_->kind(row, static_cast<std::size_t>(column(part)));
            const ReadAmount read = read_amount(written, kind == Kind::number ? '.' : decimal_, currency.decimals());
            if (read.fault != AmountFault::none || kind == Kind::broken) {
                wrong(row, part, "amount", "this is not an amount as the other rows write it", "Correct the row, or export the list again.");
                return std::nullopt;
            }
            const std::int64_t signed_sum = part == Part::out ? -std::abs(read.minor) : read.minor;
            if (read.minor != 0 || !minor) minor = minor.value_or(0) + signed_sum;
        }
        if (!minor || *minor == 0) {
            ++out_.empty;
            return std::nullopt;
        }
        return Money(*minor, currency);
    }

    void read(std::size_t row) {
        bool any = false;
        for (std::size_t column = 0; column < sheet_->width(row); ++column) any = any || !trimmed(sheet_->text(row, column)).empty();
        if (!any || is_total_word(trimmed(sheet_->text(row, 0)))) return;
        ListedPayment payment;
        payment.row = sheet_->place(row);
        Currency currency = currency_;
        if (const std::string_view code = cell(row, Part::currency); !code.empty()) {
            const auto known = Currency::parse(std::string(code));
            if (!known.ok()) return wrong(row, Part::currency, "currency", "this currency is not known", "Write its three letters.");
            currency = *known;
        }
        const std::optional<Money> amount = amount_of(row, currency);
        if (!amount) return;
        payment.amount = *amount;
        const std::string_view day = cell(row, Part::day);
        const std::optional<Date> on = sheet_->kind(row, static_cast<std::size_t>(column(Part::day))) == Kind::date ? read_date(day, DateForm{DateOrder::ymd, '-'}) : read_date(day, date_);
        if (!on) return wrong(row, Part::day, "day", "this is no day as the other rows write it", "Correct the row, or export the list again.");
        payment.on = *on;
        payment.text = cell(row, Part::text);
        payment.reference = cell(row, Part::reference);
        if (is_scientific(payment.reference)) return wrong(row, Part::reference, "reference", "the spreadsheet has rounded this number, its last digits are lost", "Export again with the column as text.");
        std::erase(payment.reference, ' ');
        if (payment.reference.empty()) payment.reference = kid_in(payment.text);
        payment.payer_name = cell(row, Part::payer_name);
        payment.payer_account = cell(row, Part::payer_account);
        payment.account = cell(row, Part::account);
        payment.archive_ref = cell(row, Part::archive);
        for (std::size_t column = 0; column < sheet_->width(row); ++column) payment.raw += (column == 0 ? "" : ";") + std::string(sheet_->text(row, column));
        out_.rows.push_back(std::move(payment));
    }

    Currency currency_;
    PaymentList& out_;
    std::array<int, parts> at_{};
    const Sheet* sheet_ = nullptr;
    char decimal_ = ',';
    DateForm date_;
    bool found_ = false;
    std::optional<Error> error_;
};

}  // namespace

Result<PaymentList> read_payment_list(std::string_view bytes, Currency currency) {
    PaymentList out;
    Reader reader(currency, out);
    FRIST_TRY([[maybe_unused]] const int hidden, each_sheet(bytes, Mapping{}, [](const Layout&) {}, [&](const Sheet& sheet) { return reader.look_at(sheet); }));
    FRIST_TRY_DONE(reader.outcome());
    return out;
}

}  // namespace frist::sheets
