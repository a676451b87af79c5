#include "sheets/contacts.h"

#include "base/pch.h"
#include "party/org_number.h"
#include "sheets/cell_words.h"
#include "sheets/columns.h"
#include "sheets/list_file.h"
#include "sheets/recognise.h"

namespace frist::sheets {
namespace {

using party::DebtorKind;

constexpr std::array known{Field::customer_number, Field::customer_name, Field::company_number, Field::address, Field::postal_code, Field::town,
                           Field::country, Field::email, Field::phone, Field::kind, Field::language, Field::group};

class Reader {
public:
    Reader(const Mapping& mapping, Contacts& out) : mapping_(mapping), out_(out) {}

    // True when the sheet is the list.
    bool look_at(const Sheet& sheet) {
        const auto header = find_header(sheet, mapping_);
        if (!header) return false;
        sheet_ = &sheet;
        name_columns(*header);
        if (!has(Field::customer_number) || out_.columns.size() < 2) {
            out_.columns.clear();
            columns_.clear();
            lacking_ = sheet.place(*header);
            return false;
        }
        for (std::size_t row = *header + 1; row < sheet.rows(); ++row) read(row);
        found_ = true;
        return true;
    }

    [[nodiscard]] Outcome outcome() const {
        if (found_) return done;
        if (lacking_)
            return Error{"columns.missing", fmt::format("row {}", *lacking_), "a list of customers has a column with the customer's number, and something beside it",
                         "Export the list with them, or name the columns in the map file."};
        return Error{"header.missing", "rows 1 to 30", "no row holds the names of three columns that a list of customers has, such as Kundenr, Navn, Adresse, E-post",
                     "Export the list with its header row, or name the columns in the map file."};
    }

private:
    [[nodiscard]] bool has(Field field) const { return columns_.contains(field); }

    // A name that the person gave stands above all; else the column whose name fits best.
    void name_columns(std::size_t header) {
        std::map<Field, int> best;
        for (std::size_t column = 0; column < sheet_->width(header); ++column) {
            const std::string name(trimmed(sheet_->text(header, column)));
            for (const Field field : known) {
                const auto named = mapping_.columns.find(field);
                int score = 0;
                if (named != mapping_.columns.end()) {
                    score = named->second == name ? 1 : 0;
                } else {
                    // What an invoice has too, such as its type, is no field of a customer.
                    const auto all = guesses(name);
                    const auto first = std::find_if(all.begin(), all.end(), [](const Guess& guess) { return std::find(known.begin(), known.end(), guess.field) != known.end(); });
                    if (first != all.end() && first->field == field) score = first->score;
                }
                if (score == 0 || score <= best[field]) continue;
                best[field] = score;
                columns_[field] = column;
                out_.columns[field] = name;
            }
        }
    }

    [[nodiscard]] std::string cell(std::size_t row, Field field) const {
        const auto column = columns_.find(field);
        return column == columns_.end() ? std::string() : std::string(trimmed(sheet_->text(row, column->second)));
    }

    void wrong(std::size_t row, Field field, std::string code, std::string reason, std::string remedy) {
        out_.rejected.push_back({sheet_->place(row), out_.columns[field], std::move(code), std::move(reason), std::move(remedy)});
    }

    void read(std::size_t row) {
        Customer contact;
        contact.row = sheet_->place(row);
        contact.customer_number = cell(row, Field::customer_number);
        contact.customer_name = cell(row, Field::customer_name);
        contact.street = cell(row, Field::address);
        contact.postal_code = cell(row, Field::postal_code);
        contact.town = cell(row, Field::town);
        contact.country = cell(row, Field::country);
        contact.email = cell(row, Field::email);
        contact.phone = cell(row, Field::phone);
        contact.group = cell(row, Field::group);
        const auto kept_by = register_in(contact.country, party::Register::norway);
        if (kept_by == party::Register::norway) contact.postal_code = norwegian_postal_code(contact.postal_code);
        who(row, contact, kept_by);
        if (const std::string language = cell(row, Field::language); !language.empty()) {
            contact.language = language_of(language);
            if (contact.language.empty()) wrong(row, Field::language, "language.unknown", "this language is not known", "Write nb, nn, en, sv, da or fi.");
        }
        const bool says = !contact.customer_name.empty() || !contact.street.empty() || !contact.town.empty() || !contact.email.empty() || !contact.phone.empty() ||
                          !contact.org_number.empty() || contact.kind || !contact.language.empty() || !contact.group.empty();
        if (!says) return;
        if (contact.customer_number.empty()) {
            wrong(row, Field::customer_number, "customer.missing", "the row names no customer", "Write the customer's number.");
            return;
        }
        if (const auto [first, fresh] = seen_.emplace(contact.customer_number, contact.row); !fresh)
            wrong(row, Field::customer_number, "customer.twice", fmt::format("row {} is of the same customer", first->second), "Leave one of the rows.");
        out_.rows.push_back(std::move(contact));
    }

    // A person's number tells that it is a person, and is not kept.
    void who(std::size_t row, Customer& contact, party::Register kept_by) {
        if (const std::string word = cell(row, Field::kind); !word.empty()) {
            contact.kind = kind_word(word);
            if (!contact.kind) wrong(row, Field::kind, "kind.unknown", "this says neither person nor company", "Write \"privat\" or \"bedrift\".");
        }
        const std::string written = cell(row, Field::company_number);
        if (written.empty()) return;
        if (const auto said = kind_word(written)) {
            contact.kind = said;
            return;
        }
        const auto read = party::read_org_number(written, kept_by);
        if (read.ok()) {
            contact.org_number = *read;
            if (!contact.kind) contact.kind = DebtorKind::company;
        } else if (party::kind_by_number(written, kept_by) == DebtorKind::person) {
            if (!contact.kind) contact.kind = DebtorKind::person;
        } else {
            wrong(row, Field::company_number, read.error().code, read.error().message, read.error().remedy);
        }
    }

    const Mapping& mapping_;
    Contacts& out_;
    const Sheet* sheet_ = nullptr;
    std::map<Field, std::size_t> columns_;
    std::map<std::string, int> seen_;
    std::optional<int> lacking_;
    bool found_ = false;
};

Result<Contacts> read(std::string_view bytes, const Mapping& mapping) {
    Contacts out;
    Reader reader(mapping, out);
    FRIST_TRY([[maybe_unused]] const int hidden, each_sheet(bytes, mapping, [](const Layout&) {}, [&](const Sheet& sheet) { return reader.look_at(sheet); }));
    FRIST_TRY_DONE(reader.outcome());
    return out;
}

}  // namespace

Result<Contacts> read_contacts(std::string_view bytes, std::string_view file_name, const Mapping& mapping) {
    auto contacts = read(bytes, mapping);
    if (contacts.ok()) return contacts;
    Error error = contacts.error();
    error.field = error.field.empty() ? std::string(file_name) : fmt::format("{}: {}", file_name, error.field);
    return error;
}

}  // namespace frist::sheets
