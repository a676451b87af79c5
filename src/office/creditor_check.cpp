#include "office/creditor_check.h"

#include "base/pch.h"
#include "office/courses.h"
#include "party/account_number.h"
#include "party/contact.h"
#include "party/org_number.h"
#include "sheets/cell_words.h"
#include "sheets/columns.h"
#include "sheets/list_file.h"

namespace frist::office {
namespace {

// Where a field stands in the record.
const std::string in_address = "address.";
const std::string in_agency = "agency.";

Result<std::string> named(const Result<std::string>& result, const std::string& field) {
    if (result.ok()) return result;
    return Error{result.error().code, field, result.error().message, result.error().remedy};
}

bool four_digits(const std::string& code) {
    return code.size() == 4 && code.find_first_not_of("0123456789") == code.npos;
}

// Who writes "999 999 999 MVA" says that it is in the VAT register.
bool says_vat(std::string_view written) { return written.ends_with("MVA") || written.ends_with("mva"); }

// An agency signs its letters: it has a name, a number and an address, and its account is one.
Outcome settle_agency(AgencyRecord& agency) {
    if (agency.name.empty()) return done;
    if (says_vat(agency.org_number)) agency.vat_registered = true;
    FRIST_TRY(agency.org_number, named(party::read_org_number(agency.org_number), in_agency + "org_number"));
    if (!agency.account.empty()) {
        FRIST_TRY(agency.account, named(party::parse_account(agency.account), in_agency + "account"));
    }
    if (!agency.address.complete()) return Error{"creditor.agency", in_agency + in_address + "postal_code", "the agency has no postal address", "Give its postal code and post town."};
    return done;
}

Outcome check_courses(const CreditorRecord& record, const std::vector<std::string>& courses) {
    for (const auto& [course, field] : {std::pair(&record.course_person, "course_person"), std::pair(&record.course_business, "course_business")})
        if (std::find(courses.begin(), courses.end(), *course) == courses.end()) return course_unknown(*course, field, courses);
    return done;
}

// --- many of them from one list ---

// A column by the names it goes by, folded; the field as the record names it.
struct CreditorColumn {
    std::string_view field;
    std::vector<std::string_view> names;
};

const std::vector<CreditorColumn>& creditor_columns() {
    static const std::vector<CreditorColumn> all = {
        {"org_number", {"orgnr", "organisasjonsnr", "organisationsnr", "foretaksnr", "organisationnr", "org"}},
        {"name", {"navn", "firmanavn", "kreditor", "klient", "namn", "foretag", "name", "company"}},
        {"account", {"kontonr", "konto", "bankkonto", "bankkontonr", "account", "accountnr"}},
        {"street", {"adresse", "gateadresse", "gate", "postadresse", "adress", "gatuadress", "address", "street"}},
        {"postal_code", {"postnr", "postalcode", "zip", "zipcode"}},
        {"place", {"poststed", "sted", "ort", "postort", "place", "town", "city"}},
        {"email", {"epost", "epostadresse", "email", "mail"}},
        {"phone", {"telefon", "tlf", "phone", "telephone"}},
        {"language", {"sprak", "language"}},
        {"mode", {"modus", "mode", "innkreving"}},
        {"kid_length", {"kidlengde", "kidlangd", "kidlength", "lengdekid"}},
    };
    return all;
}

class CreditorReader {
public:
    explicit CreditorReader(CreditorList& out) : out_(out) {}

    // True when the sheet is the list.
    bool look_at(const sheets::Sheet& sheet) {
        constexpr std::size_t header_rows = 30;
        for (std::size_t row = 0; row < std::min(sheet.rows(), header_rows); ++row) {
            name_columns(sheet, row);
            if (columns_.size() < 3) continue;
            seen_header_ = sheet.place(row);
            if (!has("org_number") || !has("name") || !has("account")) return false;
            for (std::size_t below = row + 1; below < sheet.rows(); ++below) read(sheet, below);
            found_ = true;
            return true;
        }
        return false;
    }

    [[nodiscard]] Outcome outcome() const {
        if (found_ && out_.rows.empty() && out_.rejected.empty()) return Error{"list.empty", "rows", "the list has no row", "Write one creditor in each row below the names of the columns."};
        if (found_) return done;
        if (seen_header_) return Error{"columns.missing", fmt::format("row {}", *seen_header_), "a list of creditors has columns for the organisation number, the name and the account", "Name them Orgnr, Navn and Kontonr."};
        return Error{"header.missing", "rows 1 to 30", "no row holds the names of three columns that a list of creditors has", "Write Orgnr, Navn, Adresse, Postnr, Poststed, Kontonr and E-post in the first row."};
    }

private:
    struct Column {
        std::size_t at = 0;
        std::string name;   // as the file writes it
    };

    [[nodiscard]] bool has(std::string_view field) const { return columns_.contains(field); }

    void name_columns(const sheets::Sheet& sheet, std::size_t row) {
        columns_.clear();
        for (std::size_t at = 0; at < sheet.width(row); ++at) {
            const std::string name(sheets::trimmed(sheet.text(row, at)));
            const std::string word = sheets::folded(name);
            for (const CreditorColumn& one : creditor_columns())
                if (std::find(one.names.begin(), one.names.end(), word) != one.names.end()) columns_.emplace(one.field, Column{at, name});
        }
    }

    [[nodiscard]] std::string cell(const sheets::Sheet& sheet, std::size_t row, std::string_view field) const {
        const auto column = columns_.find(field);
        return column == columns_.end() ? std::string() : std::string(sheets::trimmed(sheet.text(row, column->second.at)));
    }

    // The column of the field that a mistake names; the postal code of an address stands in its own.
    void wrong(int row, const Error& error) {
        const std::string field = error.field.substr(error.field.rfind('.') + 1);
        const auto column = columns_.find(field);
        out_.rejected.push_back({row, column == columns_.end() ? field : column->second.name, error.code, error.message, error.remedy});
    }

    Outcome take_words(const sheets::Sheet& sheet, std::size_t row, CreditorRecord& record) {
        if (const std::string word = sheets::folded(cell(sheet, row, "mode")); !word.empty()) {
            const bool agency = word == "agency" || word == "inkasso" || word == "byra" || word == "inkassobyra";
            const bool self = word == "self" || word == "egen" || word == "egne" || word == "selv" || word == "egeninkasso";
            if (!agency && !self) return Error{"creditor.mode", "mode", "this is no way to collect", "Write self or agency."};
            record.mode = agency ? cases::Mode::agency : cases::Mode::self;
        }
        const std::string length = cell(sheet, row, "kid_length");
        if (length.empty()) return done;
        if (length.size() > 2 || length.find_first_not_of("0123456789") != length.npos) return Error{"creditor.kid_length", "kid_length", "must be 7 to 25", "Give the length agreed with the bank."};
        record.kid_length = 0;
        for (const char digit : length) record.kid_length = record.kid_length * 10 + (digit - '0');
        return done;
    }

    void read(const sheets::Sheet& sheet, std::size_t row) {
        CreditorRecord record;
        record.org_number = cell(sheet, row, "org_number");
        record.name = cell(sheet, row, "name");
        record.account = cell(sheet, row, "account");
        if (record.org_number.empty() && record.name.empty() && record.account.empty()) return;
        record.address.street = cell(sheet, row, "street");
        record.address.postal_code = sheets::norwegian_postal_code(cell(sheet, row, "postal_code"));
        record.address.place = cell(sheet, row, "place");
        record.email = cell(sheet, row, "email");
        record.phone = cell(sheet, row, "phone");
        if (const std::string language = cell(sheet, row, "language"); !language.empty()) record.language = language;
        const int place = sheet.place(row);
        const Outcome words = take_words(sheet, row, record);
        if (!words.ok()) return wrong(place, words.error());
        const Outcome settled = settle_creditor(record, builtin_course_names());
        if (!settled.ok()) return wrong(place, settled.error());
        if (const auto [first, fresh] = seen_.emplace(record.org_number, place); !fresh)
            return wrong(place, Error{"creditor.twice", "org_number", fmt::format("row {} has the same number", first->second), "Leave one of the rows."});
        out_.rows.push_back({place, std::move(record)});
    }

    CreditorList& out_;
    std::map<std::string, Column, std::less<>> columns_;
    std::map<std::string, int> seen_;
    std::optional<int> seen_header_;
    bool found_ = false;
};

}  // namespace

Outcome settle_creditor(CreditorRecord& record, const std::vector<std::string>& courses) {
    if (record.name.empty()) return Error{"creditor.name", "name", "the creditor has no name", "Give its name; it stands on every letter."};
    if (says_vat(record.org_number)) record.vat_registered = true;
    FRIST_TRY(record.org_number, named(party::read_org_number(record.org_number), "org_number"));
    if (record.account.empty()) return Error{"creditor.account", "account", "the creditor has no account", "Give the account where debtors pay; it stands on every letter."};
    FRIST_TRY(record.account, named(party::parse_account(record.account), "account"));
    if (!record.address.postal_code.empty() && record.address.country == "NO" && !four_digits(record.address.postal_code))
        return Error{"creditor.postal_code", in_address + "postal_code", "is no postal code: four digits", "Correct it; it stands on every letter."};
    if (!record.email.empty() && !party::email_shaped(record.email))
        return Error{"creditor.email", "email", "is no e-mail address", "Correct it; debtors write there to object."};
    if (!record.phone.empty() && !party::phone_shaped(record.phone))
        return Error{"creditor.phone", "phone", "is no telephone number", "Write 5 to 15 digits, or leave it empty; debtors call there."};
    if (!enum_of<letters::Language>(record.language))
        return Error{"creditor.language", "language", "\"" + record.language + "\" has no letters here", "Use nb, nn or en."};
    FRIST_TRY_DONE(settle_agency(record.agency));
    if (record.kid_length != 0 && (record.kid_length < 7 || record.kid_length > 25)) return Error{"creditor.kid_length", "kid_length", "must be 7 to 25", "Give the length agreed with the bank."};
    return check_courses(record, courses);
}

Result<CreditorList> read_creditors(std::string_view bytes) {
    CreditorList list;
    CreditorReader reader(list);
    FRIST_TRY([[maybe_unused]] const int hidden, sheets::each_sheet(bytes, {}, [](const sheets::Layout&) {}, [&](const sheets::Sheet& sheet) { return reader.look_at(sheet); }));
    FRIST_TRY_DONE(reader.outcome());
    return list;
}

}  // namespace frist::office
