#include "sheets/rows.h"

#include "base/pch.h"
#include "party/org_number.h"
#include "sheets/cell_words.h"
#include "sheets/columns.h"
#include "sheets/letters_before.h"

namespace frist::sheets {
namespace {

using party::DebtorKind;
using party::Register;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Rows {
public:
    Rows(const Sheet& sheet, const Recognised& recognised, const Forms& forms, Currency fallback, OpenItems& out)
        : sheet_(sheet),
          columns_(recognised.columns),
          forms_(forms),
          fallback_(fallback),
          register_(register_of(fallback)),
          out_(out),
          steps_(recognised.steps),
          headings_(recognised.headings),
          counting_(!out.questions.empty()),
          currency_(fallback),
          decimals_(fallback.decimals()) {
        if (columns_.has(Field::earlier_sent)) implied_step_ = step_word(name_of_column(Field::earlier_sent));
        first_ = recognised.header + 1;
    }

    void read() {
        if (!counting_ && sheet_.rows() > first_) out_.claims.reserve(sheet_.rows() - first_);
        for (row_ = first_; row_ < sheet_.rows(); ++row_) one();
        if (headings_)
            out_.findings.push_back(
                {0, "", "customer.headings",
                 "the list has no column with the customer; each row belongs to the customer in the line above it",
                 "Compare some rows, or export the list with a column for the customer."});
        if (kindless_ > 0)
            out_.findings.push_back(
                {0, "", "kind.ask",
                 fmt::format("{} rows do not tell whether the customer is a person or a company", kindless_),
                 "Say it for each customer, or add a column with \"privat\" or \"bedrift\", or the company numbers."});
    }

private:
    [[nodiscard]] std::string_view cell(Field field) const {
        const int column = columns_.of(field);
        return column < 0 ? std::string_view{} : trimmed(sheet_.text(row_, static_cast<std::size_t>(column)));
    }
    [[nodiscard]] const std::string& name_of_column(Field field) const {
        static const std::string none;
        const int column = columns_.of(field);
        return column < 0 ? none : out_.layout.header[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] int place() const { return sheet_.place(row_); }

    void wrong(Field field, std::string code, std::string reason, std::string remedy) {
        faults_.push_back({place(), name_of_column(field), std::move(code), std::move(reason), std::move(remedy), {}});
    }
    void note(OpenItem& item, Field field, std::string code, std::string reason, std::string remedy) const {
        item.findings.push_back(
            {place(), name_of_column(field), std::move(code), std::move(reason), std::move(remedy)});
    }

    void reject() {
        std::vector<std::string> cells;
        std::vector<Kind> kinds;
        for (std::size_t column = 0; column < std::max(sheet_.width(row_), out_.layout.header.size()); ++column) {
            cells.emplace_back(sheet_.text(row_, column));
            kinds.push_back(sheet_.kind(row_, column));
        }
        // A person's number is needed to tell a person from a company, and not to be kept.
        if (columns_.has(Field::company_number) &&
            party::kind_by_number(cell(Field::company_number), register_in(cell(Field::country), register_)) ==
                DebtorKind::person) {
            cells[static_cast<std::size_t>(columns_.of(Field::company_number))] = "privat";
            kinds[static_cast<std::size_t>(columns_.of(Field::company_number))] = Kind::text;
        }
        for (RowFault& fault : faults_) {
            fault.cells = cells;
            fault.kinds = kinds;
            out_.rejected.push_back(std::move(fault));
        }
        faults_.clear();
    }

    [[nodiscard]] bool blank() const {
        for (std::size_t column = 0; column < sheet_.width(row_); ++column)
            if (!trimmed(sheet_.text(row_, column)).empty()) return false;
        return true;
    }

    // Sum rows name themselves in one of their first words.
    [[nodiscard]] bool total_row() const {
        int filled = 0;
        for (std::size_t column = 0; column < sheet_.width(row_) && filled < 3; ++column) {
            const std::string_view text = trimmed(sheet_.text(row_, column));
            if (text.empty() || text.size() > 60) continue;
            ++filled;
            if (is_total_word(text)) return true;
        }
        return false;
    }

    ReadAmount amount_at(int column) const {
        const auto at = static_cast<std::size_t>(column);
        const Kind kind = sheet_.kind(row_, at);
        if (kind == Kind::broken) return {0, AmountFault::form};
        return read_amount(sheet_.text(row_, at), kind == Kind::number ? '.' : forms_.decimal, decimals_);
    }

    std::optional<Money> amount(Field field, bool needed) {
        const std::string_view text = cell(field);
        // An amount that several rows share belongs to none of them alone.
        const bool shared = !text.empty() && sheet_.merged(row_, static_cast<std::size_t>(columns_.of(field)));
        if (text.empty() || shared) {
            if (needed)
                wrong(field, "amount.missing", "the amount is missing",
                      "Write the open amount, or 0 when nothing is owed.");
            return std::nullopt;
        }
        const ReadAmount read = amount_at(columns_.of(field));
        switch (read.fault) {
            case AmountFault::none: return Money(read.minor, currency_);
            case AmountFault::form:
                wrong(field, "amount.form", "this is not an amount as the other rows of the column write it",
                      fmt::format("Write it with the decimal sign \"{}\".", forms_.decimal));
                break;
            case AmountFault::decimals:
                wrong(field, "amount.decimals",
                      fmt::format("the amount has more decimals than {} has", currency_.code()), "Round the amount.");
                break;
            case AmountFault::size:
                wrong(field, "amount.size", "the amount is too large to be true",
                      "Check that the columns are the right ones.");
                break;
        }
        return std::nullopt;
    }

    std::optional<Money> open_amount() {
        if (columns_.has(Field::open_amount)) return amount(Field::open_amount, true);
        if (!columns_.ageing.empty()) {
            Money sum(0, currency_);
            for (const int column : columns_.ageing) {
                if (trimmed(sheet_.text(row_, static_cast<std::size_t>(column))).empty()) continue;
                const ReadAmount read = amount_at(column);
                if (read.fault != AmountFault::none) {
                    faults_.push_back({place(),
                                       out_.layout.header[static_cast<std::size_t>(column)],
                                       "amount.form",
                                       "this is not an amount as the other rows write it",
                                       fmt::format("Write it with the decimal sign \"{}\".", forms_.decimal),
                                       {}});
                    return std::nullopt;
                }
                sum += Money(read.minor, currency_);
            }
            return sum;
        }
        const auto original = amount(Field::original_amount, true);
        if (!original) return std::nullopt;
        return *original - amount(Field::paid, false).value_or(Money(0, currency_)) -
               amount(Field::credited, false).value_or(Money(0, currency_));
    }

    std::optional<Date> date(Field field, bool needed) {
        const std::string_view text = cell(field);
        if (text.empty()) {
            if (needed) wrong(field, "date.missing", "the day is missing", "Write the day.");
            return std::nullopt;
        }
        const auto at = static_cast<std::size_t>(columns_.of(field));
        constexpr DateForm iso{DateOrder::ymd, '-'};
        const DateForm form = sheet_.kind(row_, at) == Kind::date ? iso : forms_.date[static_cast<std::size_t>(field)];
        const auto read = read_date(text, form);
        if (!read)
            wrong(
                field, "date.form",
                fmt::format("this is no day of the calendar as {}, which is how the column is written", name_of(form)),
                fmt::format("Write the day as {}.", name_of(form)));
        return read;
    }

    void settle_currency() {
        const std::string_view text = cell(Field::currency);
        if (text == last_currency_) return;
        if (text.empty() || text == "kr" || text == "Kr") {
            use(fallback_, text);
            return;
        }
        std::string code(text);
        for (char& c : code)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        const auto read = Currency::parse(code);
        if (read.ok())
            use(*read, text);
        else
            wrong(Field::currency, "currency.form", "this is no currency",
                  "Write its code of three letters, such as NOK.");
    }
    void use(Currency currency, std::string_view text) {
        currency_ = currency;
        decimals_ = currency.decimals();
        last_currency_ = text;
    }

    void add_to_sums(Money amount) {
        if (sum_known_ && !(amount.currency() == sum_.currency()) && !sum_.zero()) sum_known_ = false;
        if (!sum_known_) return;
        if (sum_.zero() && since_.zero()) sum_ = since_ = Money(0, amount.currency());
        if (!(amount.currency() == sum_.currency())) {
            sum_known_ = false;
            return;
        }
        sum_ += amount;
        since_ += amount;
    }

    // A row of sums serves as a check of the import.
    void total() {
        const std::size_t before = faults_.size();
        const bool filled = columns_.has(Field::open_amount) ? !cell(Field::open_amount).empty() : false;
        if (filled && sum_known_ && !counting_) {
            use(sum_.currency(), last_currency_);
            const auto said = amount(Field::open_amount, false);
            if (said && *said != sum_ && *said != since_)
                out_.findings.push_back(
                    {place(), name_of_column(Field::open_amount), "total.differs",
                     fmt::format("the row of sums says {}, the rows above it are {} together", text(*said), text(sum_)),
                     "Check whether rows are missing, or a column was taken for another."});
            else if (said)
                ++out_.totals_checked;
        }
        faults_.resize(before);
        since_ = Money(0, since_.currency());
        last_currency_ = "\n";  // read the currency anew
        heading_ = {};
    }

    void one() {
        if (blank()) return;
        if (header_again(row_)) return;
        const std::string_view invoice = cell(Field::invoice_number);
        const std::string_view due = cell(Field::due_date);
        if (due.empty() && (invoice.empty() || !is_digit(invoice.back())) && total_row()) {
            total();
            return;
        }
        // Titles, page numbers, a customer's name above its invoices: no number, no day, no amount.
        const bool amounts = columns_.has(Field::open_amount)
                                 ? !cell(Field::open_amount).empty()
                                 : columns_.has(Field::original_amount) && !cell(Field::original_amount).empty();
        if (due.empty() && !amounts && (invoice.empty() || headings_)) {
            if (headings_) heading();
            return;
        }
        if (invoice.empty() && due.empty() && !counting_ && sum_known_ && !since_.zero()) {
            const ReadAmount said = columns_.has(Field::open_amount) ? amount_at(columns_.of(Field::open_amount))
                                                                     : ReadAmount{0, AmountFault::form};
            if (said.fault == AmountFault::none && (said.minor == since_.minor() || said.minor == sum_.minor())) {
                since_ = Money(0, since_.currency());
                return;
            }
        }
        ++out_.rows;
        if (!counting_) data();
    }

    // The header again, at the top of a page.
    [[nodiscard]] bool header_again(std::size_t row) const {
        const auto is_name = [&](Field field) {
            return trimmed(sheet_.text(row, static_cast<std::size_t>(columns_.of(field)))) == name_of_column(field);
        };
        return is_name(Field::invoice_number) && is_name(Field::due_date);
    }

    // The line with the customer above its invoices; what stands above the header of a new page is none.
    void heading() {
        std::string line;
        for (std::size_t column = 0; column < sheet_.width(row_); ++column)
            if (const std::string_view text = trimmed(sheet_.text(row_, column)); !text.empty())
                line += (line.empty() ? "" : " ") + std::string(text);
        if (is_page_word(line) || line.size() > 200) return;
        for (std::size_t row = row_ + 1; row < sheet_.rows() && row <= row_ + 5; ++row) {
            if (header_again(row)) return;
            if (!trimmed(sheet_.text(row, static_cast<std::size_t>(columns_.of(Field::due_date)))).empty()) break;
        }
        heading_ = customer_in_heading(line);
    }

    void data() {
        settle_currency();
        std::optional<Money> open = open_amount();
        if (open && faults_.empty()) {
            if (open->zero()) {
                ++out_.settled;
                return;
            }
            add_to_sums(*open);
        } else {
            sum_known_ = false;
        }
        OpenItem item;
        item.row = place();
        if (open && open->positive() && columns_.has(Field::document_type) &&
            is_credit_word(cell(Field::document_type))) {
            open = -*open;
            note(item, Field::document_type, "credit.sign",
                 "a credit note or payment without a minus is taken as a credit", "Check the row.");
        }
        const bool credit = open && open->negative();
        numbers(item, credit);
        who(item);
        days(item, credit);
        if (open) sums(item, *open);
        letters_before(item);
        if (!faults_.empty()) {
            reject();
            return;
        }
        if (!credit && !item.invoice_number.empty() && !first_time(item)) {
            reject();
            return;
        }
        if (!item.kind && !credit) ++kindless_;
        count(item);
        (credit ? out_.credits : out_.claims).push_back(std::move(item));
    }

    // The text of a cell that a spreadsheet may have spoilt: empty then, and told.
    std::string whole_text(Field field, bool identity, OpenItem& item) {
        const std::string_view text = cell(field);
        if (!text.empty() && sheet_.kind(row_, static_cast<std::size_t>(columns_.of(field))) == Kind::broken) {
            const std::string reason = "the spreadsheet shows an error here, or a formula that was never computed";
            const std::string remedy = "Open the file in the spreadsheet, mend the cell and save.";
            if (identity)
                wrong(field, "cell.broken", reason, remedy);
            else
                note(item, field, "cell.broken", reason, remedy);
            return "";
        }
        if (!is_scientific(text)) return std::string(text);
        const std::string reason = "the spreadsheet has rounded this number, its last digits are lost";
        const std::string remedy = "Export again with the column as text.";
        if (identity)
            wrong(field, "number.destroyed", reason, remedy);
        else
            note(item, field, "number.destroyed", reason, remedy);
        return "";
    }

    void numbers(OpenItem& item, bool credit) {
        item.customer_number = whole_text(Field::customer_number, true, item);
        item.customer_name = whole_text(Field::customer_name, false, item);
        if (headings_) {
            item.customer_number = heading_.number;
            item.customer_name = heading_.name;
        }
        if (item.customer_number.empty() && item.customer_name.empty() && faults_.empty())
            wrong(columns_.has(Field::customer_number) ? Field::customer_number : Field::customer_name,
                  "customer.missing", "the row names no customer", "Write the customer's number or name.");
        item.invoice_number = whole_text(Field::invoice_number, true, item);
        if (item.invoice_number.empty() && !credit && cell(Field::invoice_number).empty())
            wrong(Field::invoice_number, "invoice.missing", "the invoice number is missing",
                  "Write the invoice number.");
        item.payment_reference = whole_text(Field::payment_reference, false, item);
        item.text = whole_text(Field::text, false, item);
        item.department = whole_text(Field::department, true, item);
        item.project = whole_text(Field::project, true, item);
        item.street = whole_text(Field::address, false, item);
        item.postal_code = whole_text(Field::postal_code, false, item);
        item.town = whole_text(Field::town, false, item);
        item.country = cell(Field::country);
        item.email = whole_text(Field::email, false, item);
        item.phone = whole_text(Field::phone, false, item);
        item.group = whole_text(Field::group, false, item);
        if (register_in(item.country, register_) == Register::norway) item.postal_code = norwegian_postal_code(item.postal_code);
        const std::string_view language = cell(Field::language);
        if (language.empty()) return;
        item.language = language_of(language);
        if (item.language.empty())
            note(item, Field::language, "language.unknown", "this language is not known",
                 "Write nb, nn, en, sv, da or fi.");
    }

    // Person or company: by the column that says so, else by the form and check digits of the number.
    void who(OpenItem& item) {
        const std::string_view word = cell(Field::kind);
        if (!word.empty()) {
            item.kind = kind_word(word);
            if (!item.kind)
                note(item, Field::kind, "kind.unknown", "this says neither person nor company",
                     "Write \"privat\" or \"bedrift\".");
        }
        if (!columns_.has(Field::company_number)) return;
        const bool said_company = item.kind == DebtorKind::company;
        const std::string_view written = cell(Field::company_number);
        if (written.empty()) {
            if (said_company)
                wrong(Field::company_number, "org_number.missing",
                      "the row is marked as a company and has no company number",
                      "Write the number, or mark the row as private.");
            return;
        }
        if (const auto said = kind_word(written)) {  // "privat" instead of a number that nobody should keep
            if (item.kind && *item.kind != *said)
                wrong(Field::kind, "kind.conflict", "the two columns do not say the same of the customer",
                      "Say which is right.");
            item.kind = said;
            return;
        }
        const Register kept_by = register_in(item.country, register_);
        const auto read = party::read_org_number(written, kept_by);
        if (read.ok()) {
            item.org_number = *read;
            if (!item.kind)
                item.kind = DebtorKind::company;
            else if (item.kind == DebtorKind::person)
                note(item, Field::kind, "kind.conflict", "the row is marked as a person and has a company's number",
                     "Say which is right: a sole trader counts as a person.");
            return;
        }
        if (party::kind_by_number(written, kept_by) == DebtorKind::person) {
            if (!item.kind)
                item.kind = DebtorKind::person;
            else if (said_company)
                wrong(Field::kind, "kind.conflict", "the row is marked as a company and has a person's number",
                      "Say which is right.");
            return;
        }
        if (said_company)
            wrong(Field::company_number, read.error().code, read.error().message, read.error().remedy);
        else
            note(item, Field::company_number, read.error().code, read.error().message,
                 "Compare the number with the public register; without it, person or company is asked.");
    }

    void days(OpenItem& item, bool credit) {
        item.invoiced = date(Field::invoice_date, false);
        const auto due = date(Field::due_date, !credit || !item.invoiced);
        if (due)
            item.due = *due;
        else if (item.invoiced)
            item.due = *item.invoiced;
        if (due && item.invoiced && *due < *item.invoiced)
            note(item, Field::due_date, "due.before_invoice", "the invoice was due before it was written",
                 "Check both days.");
    }

    void sums(OpenItem& item, Money open) {
        item.open = open;
        item.original = amount(Field::original_amount, false).value_or(open);
        if (is_cost_word(cell(Field::document_type)) || is_cost_word(cell(Field::text)))
            note(item, columns_.has(Field::text) ? Field::text : Field::document_type, "claim.costs",
                 "the row seems to be a fee or interest and no delivery: no fees and no interest may be claimed on it",
                 "Take it out of the list; Frist charges fees and interest itself.");
        if (!columns_.has(Field::open_amount) || !columns_.has(Field::original_amount) ||
            cell(Field::original_amount).empty())
            return;
        const Money paid = amount(Field::paid, false).value_or(Money(0, currency_));
        const Money credited = amount(Field::credited, false).value_or(Money(0, currency_));
        const Money left = item.original - paid - credited;
        if (open == left || open.negative() != item.original.negative()) return;
        if (open > left && open.positive()) {
            note(item, Field::open_amount, "open.with_costs",
                 "more is open than the original amount left: it seems to contain fees or interest",
                 "Claim the rest of the invoice alone; Frist adds what the law allows.");
        } else if (columns_.has(Field::paid) || columns_.has(Field::credited)) {
            note(item, Field::open_amount, "open.differs",
                 "the original amount less what is paid and credited is not the open amount; the open amount is taken",
                 "Check the row in the accounting system.");
        }
    }

    // A letter sent before: a step without a day is no letter one can build on, and a day needs to know which letter.
    void earlier(OpenItem& item) {
        const std::string_view sent = cell(Field::earlier_sent);
        const std::string_view step = cell(Field::earlier_step);
        const std::string_view deadline = cell(Field::earlier_deadline);
        const std::string_view fee = cell(Field::earlier_fee);
        if (sent.empty() && step.empty() && deadline.empty() && fee.empty()) return;
        const bool counted = !step.empty() && std::all_of(step.begin(), step.end(), is_digit);
        if (counted && step.find_first_not_of('0') == std::string_view::npos && sent.empty()) return;
        if (sent.empty() && (counted || step.empty())) {
            const auto charged = amount(Field::earlier_fee, false);
            if (counted || !deadline.empty() || (charged && !charged->zero()))
                note(item, counted ? Field::earlier_step : Field::earlier_fee, "earlier.undated",
                     "a letter is mentioned without the day it was sent; it is not counted",
                     "Add the day it was sent.");
            return;
        }
        const std::string_view which = counted ? "reminder" : step.empty() ? std::string_view(implied_step_) : step_of(step, steps_);
        if (which == "none") return;
        if (which.empty())
            wrong(step.empty() ? Field::earlier_sent : Field::earlier_step, "earlier.step",
                  "the row does not tell which letter was sent",
                  "Write purring, inkassovarsel or betalingsoppfordring.");
        if (sent.empty()) {
            wrong(columns_.has(Field::earlier_sent) ? Field::earlier_sent : Field::earlier_step, "earlier.sent",
                  "a letter is named without the day it was sent", "Write the day, or leave the letter out.");
            return;
        }
        letter(item, {which, Field::earlier_sent, Field::earlier_deadline, Field::earlier_fee});
    }

    void letter(OpenItem& item, const LetterColumns& columns) {
        const auto day = date(columns.sent, true);
        Earlier one;
        one.step = columns.step;
        one.deadline = date(columns.deadline, false);
        one.fee = amount(columns.fee, false).value_or(Money(0, currency_));
        if (!day) return;
        one.sent = *day;
        if (one.fee.negative())
            wrong(columns.fee, "earlier.fee", "a fee is never negative", "Write the fee without a minus.");
        if (one.deadline && *one.deadline < one.sent)
            wrong(columns.deadline, "earlier.deadline", "the deadline is before the day the letter was sent",
                  "Check both days.");
        item.earlier.push_back(std::move(one));
    }

    void letters_before(OpenItem& item) {
        // Where each letter has its own day, a column with the step says only which of them is the last.
        const bool own = std::any_of(std::begin(letters_with_columns), std::end(letters_with_columns), [&](const LetterColumns& one) { return columns_.has(one.sent); });
        if (!own || columns_.has(Field::earlier_sent)) earlier(item);
        for (const LetterColumns& columns : letters_with_columns)
            if (!cell(columns.sent).empty()) letter(item, columns);
        std::stable_sort(item.earlier.begin(), item.earlier.end(), [](const Earlier& a, const Earlier& b) { return a.sent < b.sent; });
    }

    // Customer and invoice number together name a claim.
    bool first_time(const OpenItem& item) {
        std::string key = item.customer_number.empty() ? item.customer_name : item.customer_number;
        key += '\x1f';
        key += item.invoice_number;
        const auto [at, fresh] = seen_.try_emplace(std::move(key), item.row);
        if (!fresh)
            wrong(Field::invoice_number, "invoice.twice",
                  fmt::format("the customer has this invoice in row {} already", at->second),
                  "Leave one of the rows out, or give each instalment its own number.");
        return fresh;
    }

    void count(const OpenItem& item) {
        auto at = std::find_if(out_.totals.begin(), out_.totals.end(),
                               [&item](const Total& total) { return total.claims.currency() == item.open.currency(); });
        if (at == out_.totals.end())
            at = out_.totals.insert(at, Total{Money(0, item.open.currency()), Money(0, item.open.currency())});
        (item.open.negative() ? at->credits : at->claims) += item.open;
    }

    const Sheet& sheet_;
    const Columns& columns_;
    const Forms& forms_;
    Currency fallback_;
    Register register_;
    OpenItems& out_;
    const std::map<std::string, std::string>& steps_;
    bool headings_;
    bool counting_;
    Currency currency_;
    int decimals_;
    std::string last_currency_;
    std::string implied_step_;
    std::size_t first_ = 0;
    std::size_t row_ = 0;
    std::vector<RowFault> faults_;
    std::unordered_map<std::string, int> seen_;
    Money sum_;
    Money since_;
    bool sum_known_ = true;
    HeadingCustomer heading_;
    int kindless_ = 0;
};

}  // namespace

void read_rows(const Sheet& sheet, const Recognised& recognised, const Forms& forms, Currency fallback,
               OpenItems& out) {
    Rows(sheet, recognised, forms, fallback, out).read();
}

}  // namespace frist::sheets
