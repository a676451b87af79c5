#include "sheets/recognise.h"

#include "base/fields.h"
#include "base/hash.h"
#include "base/pch.h"
#include "party/org_number.h"
#include "sheets/amounts.h"
#include "sheets/columns.h"
#include "sheets/dates.h"
#include "sheets/known_layouts.h"
#include "sheets/letters_before.h"

namespace frist::sheets {
namespace {

constexpr std::size_t search_rows = 30;
constexpr std::size_t known_names = 3;
constexpr std::size_t sample_rows = 200;
constexpr std::size_t top_rows = 12;
constexpr std::size_t samples_shown = 3;

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

// What the cells under a name are like.
struct Sample {
    int filled = 0;
    int amounts = 0;
    int days = 0;
    int words = 0;  // with a letter
    int kinds = 0;  // "bedrift", "privat"
};

Sample sample_of(const Sheet& sheet, std::size_t header, std::size_t column) {
    Sample sample;
    for (std::size_t row = header + 1; row < sheet.rows() && row <= header + sample_rows; ++row) {
        const std::string_view cell = trimmed(sheet.text(row, column));
        if (cell.empty()) continue;
        ++sample.filled;
        const bool day = sheet.kind(row, column) == Kind::date || looks_like_date(cell);
        sample.days += day ? 1 : 0;
        sample.amounts += !day && looks_like_amount(cell) ? 1 : 0;
        sample.words += has_letter(cell) ? 1 : 0;
        sample.kinds += kind_word(cell) ? 1 : 0;
    }
    return sample;
}

// Whether the cells may be this field, where a name alone does not tell. An empty column may be anything.
bool fits(Field field, const std::vector<Guess>& others, const Sample& sample) {
    if (sample.filled == 0) return true;
    const auto also = [&others](Field other) {
        return std::any_of(others.begin(), others.end(), [other](const Guess& guess) { return guess.field == other; });
    };
    switch (field) {
        case Field::open_amount:
        case Field::original_amount:
        case Field::paid:
        case Field::credited:
        case Field::reminder_fee:
        case Field::second_reminder_fee:
        case Field::notice_fee:
        case Field::demand_fee:
        case Field::earlier_fee: return sample.words * 2 <= sample.filled || sample.amounts > 0;
        case Field::kind: return sample.kinds > 0;
        case Field::document_type: return !also(Field::kind) || sample.kinds == 0;
        case Field::earlier_sent: return sample.days > 0;
        case Field::earlier_step: return !also(Field::earlier_sent) || sample.days == 0;
        case Field::customer_number: return !also(Field::customer_name) || sample.words == 0;
        case Field::customer_name: return !also(Field::customer_number) || sample.words > 0;
        case Field::company_number:
        case Field::invoice_number:
        case Field::voucher:
        case Field::invoice_date:
        case Field::due_date:
        case Field::currency:
        case Field::payment_reference:
        case Field::their_reference:
        case Field::address:
        case Field::postal_code:
        case Field::town:
        case Field::country:
        case Field::email:
        case Field::phone:
        case Field::days_overdue:
        case Field::interest:
        case Field::text:
        case Field::terms:
        case Field::paid_date:
        case Field::ageing:
        case Field::earlier_deadline:
        case Field::language:
        case Field::group:
        case Field::department:
        case Field::project:
        case Field::reminder_sent:
        case Field::reminder_deadline:
        case Field::second_reminder_sent:
        case Field::second_reminder_deadline:
        case Field::notice_sent:
        case Field::notice_deadline:
        case Field::demand_sent:
        case Field::demand_deadline:
        case Field::contact: return true;
    }
    return true;
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (name.empty()) continue;
        if (++count > 40) return out + " …";
        out += (out.empty() ? "" : ", ") + name;
    }
    return out;
}

int column_named(const std::vector<std::string>& header, std::string_view name) {
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == name) return static_cast<int>(i);
    const std::string wanted = folded(name);
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!header[i].empty() && folded(header[i]) == wanted) return static_cast<int>(i);
    return -1;
}

// The columns that may tell of a letter: those that are nothing else, as the names alone were understood.
std::vector<NamedColumn> letter_columns(const Sheet& sheet, std::size_t header, const std::vector<std::string>& names, const Layout& layout, const Mapping& mapping) {
    std::vector<NamedColumn> columns;
    for (std::size_t column = 0; column < names.size(); ++column) {
        const std::string& name = names[column];
        if (name.empty() || std::find(mapping.unused.begin(), mapping.unused.end(), name) != mapping.unused.end()) continue;
        const auto taken = std::find_if(layout.columns.begin(), layout.columns.end(), [&](const auto& one) { return one.second == name; });
        if (taken != layout.columns.end() && !is_of_a_letter(taken->first)) continue;
        const Sample sample = sample_of(sheet, header, column);
        columns.push_back({column, name, sample.filled == 0 || sample.days > 0, sample.amounts > 0});
    }
    return columns;
}

std::vector<std::string> names_in(const Sheet& sheet, std::size_t row) {
    std::vector<std::string> names;
    names.reserve(sheet.width(row));
    for (std::size_t column = 0; column < sheet.width(row); ++column)
        names.emplace_back(trimmed(sheet.text(row, column)));
    while (!names.empty() && names.back().empty()) names.pop_back();
    return names;
}

// Titles such as "Leverandørreskontro per 31.01.2026" above the header.
bool supplier_title(const Sheet& sheet, std::size_t header) {
    for (std::size_t row = 0; row < header; ++row)
        for (std::size_t column = 0; column < sheet.width(row); ++column) {
            const std::string_view cell = sheet.text(row, column);
            if (cell.size() > 100) continue;
            const std::string name = folded(cell);
            for (const std::string_view word :
                 {"leverandorreskontro", "leverandorliste", "leverandorspesifikasjon", "apneposterleverandor",
                  "leverantorsreskontra", "leverantorsskuld", "kreditorliste", "kreditorposter", "ostoreskontra",
                  "ostovelat", "accountspayable", "supplierledger"})
                if (name.find(word) != std::string::npos) return true;
        }
    return false;
}

// Whether the first line under the header names a customer: it has no day and no amount, and the list has both.
bool customer_headings(const Sheet& sheet, const Recognised& list) {
    const auto empty = [&](std::size_t row, Field field) {
        return !list.columns.has(field) ||
               trimmed(sheet.text(row, static_cast<std::size_t>(list.columns.of(field)))).empty();
    };
    if (!list.columns.has(Field::due_date) || !list.columns.has(Field::invoice_number)) return false;
    for (std::size_t row = list.header + 1; row < sheet.rows(); ++row) {
        std::size_t filled = 0;
        std::string_view first;
        for (std::size_t column = 0; column < sheet.width(row); ++column) {
            const std::string_view cell = trimmed(sheet.text(row, column));
            if (cell.empty()) continue;
            if (filled++ == 0) first = cell;
        }
        if (filled == 0) continue;
        return filled <= 3 && !is_total_word(first) && empty(row, Field::due_date) && empty(row, Field::open_amount) &&
               empty(row, Field::original_amount);
    }
    return false;
}

// The words for letters that the list uses, each with what it is taken for, in the order in which they come.
void tell_steps(const Sheet& sheet, const Recognised& list, Layout& layout) {
    constexpr std::size_t most_words = 40;
    layout.steps.clear();
    if (!list.columns.has(Field::earlier_step)) return;
    for (std::size_t row = list.header + 1; row < sheet.rows(); ++row) {
        const std::string_view cell = trimmed(sheet.text(row, static_cast<std::size_t>(list.columns.of(Field::earlier_step))));
        const bool counted = std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (counted || cell.size() > 60) continue;
        const auto known = std::find_if(layout.steps.begin(), layout.steps.end(), [&](const StepWord& one) { return one.word == cell; });
        if (known != layout.steps.end()) ++known->rows;
        else if (layout.steps.size() < most_words) layout.steps.push_back({std::string(cell), std::string(step_of(cell, list.steps)), 1});
    }
}

Error missing_columns(const Recognised& list, const std::vector<std::string>& header) {
    const Columns& columns = list.columns;
    std::vector<std::string> missing;
    if (!columns.has(Field::customer_number) && !columns.has(Field::customer_name) && !list.headings)
        missing.emplace_back("customer (Kundenr, Kundenavn)");
    if (!columns.has(Field::invoice_number)) missing.emplace_back("invoice_number (Fakturanr)");
    if (!columns.has(Field::due_date)) missing.emplace_back("due_date (Forfallsdato)");
    if (missing.empty()) return {};
    return Error{
        "columns.missing", "header",
        fmt::format("no column was found for: {}. The columns are: {}", listed(missing), listed(header)),
        "Add the column to the export, or name it in the map file: {\"columns\": {\"due_date\": \"its name\"}}."};
}

}  // namespace

std::optional<party::DebtorKind> kind_word(std::string_view cell) {
    if (cell.empty() || cell.size() > 40) return std::nullopt;
    constexpr auto companies = std::to_array<std::string_view>(
        {"bedrift", "firma", "foretak", "selskap", "naring", "naeringsdrivende", "foretag", "erhverv", "virksomhed",
         "yritys", "business", "company", "b2b", "b", "organisasjon"});
    constexpr auto persons = std::to_array<std::string_view>(
        {"privat", "privatperson", "person", "forbruker", "konsument", "forbruger", "yksityinen", "yksityishenkilo",
         "kuluttaja", "henkilo", "private", "consumer", "individual", "b2c", "p"});
    constexpr auto traders = std::to_array<std::string_view>(
        {"enk", "enkeltpersonforetak", "enskildfirma", "enkeltmandsvirksomhed", "toiminimi", "soletrader"});
    constexpr auto publics =
        std::to_array<std::string_view>({"offentlig", "kommune", "stat", "myndighet", "public", "julkinen"});
    const std::string word = folded(cell);
    const auto among = [&word](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (among(companies)) return party::DebtorKind::company;
    if (among(persons)) return party::DebtorKind::person;
    if (among(traders)) return party::DebtorKind::sole_trader;
    if (among(publics)) return party::DebtorKind::public_body;
    return std::nullopt;
}

std::optional<std::size_t> find_header(const Sheet& sheet, const Mapping& mapping) {
    if (mapping.header_row) {
        for (std::size_t row = 0; row < sheet.rows() && sheet.place(row) <= *mapping.header_row; ++row)
            if (sheet.place(row) == *mapping.header_row) return row;
        return std::nullopt;
    }
    for (std::size_t row = 0; row < sheet.rows() && row < search_rows; ++row) {
        const std::vector<std::string> names = names_in(sheet, row);
        std::size_t known = 0;
        bool values = false;
        for (std::size_t column = 0; column < names.size() && !values; ++column) {
            if (names[column].empty()) continue;
            const Kind kind = sheet.kind(row, column);
            values = kind == Kind::number || kind == Kind::date || looks_like_amount(names[column]) ||
                     looks_like_date(names[column]);
            if (!guesses(names[column]).empty() || is_ageing(names[column])) ++known;
        }
        if (values) continue;
        const bool mapped = !mapping.columns.empty() &&
                            std::all_of(mapping.columns.begin(), mapping.columns.end(),
                                        [&names](const auto& pair) { return column_named(names, pair.second) >= 0; });
        if (known >= known_names || (mapped && names.size() >= known_names)) return row;
    }
    return std::nullopt;
}

Result<Recognised> recognise(const Sheet& sheet, std::size_t header, const Mapping& mapping, Layout& layout) {
    Recognised out;
    out.header = header;
    layout.header_row = sheet.place(header);
    layout.header = names_in(sheet, header);
    const std::vector<std::string>& names = layout.header;
    std::string hashed;
    for (const std::string& name : names) hashed += folded(name) + "\n";
    layout.header_hash = sha256(hashed);

    std::vector<bool> taken(names.size(), false);
    const auto give = [&](Field field, std::size_t column) {
        out.columns.at[static_cast<std::size_t>(field)] = static_cast<int>(column);
        layout.columns[field] = names[column];
        taken[column] = true;
    };
    for (const auto& [field, name] : mapping.columns) {
        const int column = column_named(names, name);
        if (column < 0)
            return Error{"columns.named", fmt::format("columns.{}", frist::name_of(field)),
                         fmt::format("the list has no column of that name. The columns are: {}", listed(names)),
                         "Write the name as it stands in the file."};
        give(field, static_cast<std::size_t>(column));
    }
    for (const std::string& name : mapping.unused)
        if (const int column = column_named(names, name); column >= 0 && !taken[static_cast<std::size_t>(column)]) {
            taken[static_cast<std::size_t>(column)] = true;
            layout.unknown.push_back(names[static_cast<std::size_t>(column)]);
        }
    struct Wish {
        int score;
        std::size_t column;
        Field field;
    };
    std::vector<Wish> wishes;
    std::vector<bool> known(names.size(), false);
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (taken[column] || names[column].empty()) continue;
        if (is_ageing(names[column])) {
            out.columns.ageing.push_back(static_cast<int>(column));
            layout.ageing.push_back(names[column]);
            taken[column] = true;
            continue;
        }
        const std::vector<Guess> all = guesses(names[column]);
        if (all.empty()) continue;
        known[column] = true;
        const Sample sample = sample_of(sheet, header, column);
        for (const Guess& guess : all)
            if (fits(guess.field, all, sample)) wishes.push_back({guess.score, column, guess.field});
    }
    std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.score > b.score; });
    for (const Wish& wish : wishes)
        if (!taken[wish.column] && !out.columns.has(wish.field)) give(wish.field, wish.column);
    // Several letters of one claim, each with columns of its own; where a person has named one, the others are named too.
    const bool said = std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const auto& one) { return is_of_a_letter(one.first); });
    if (!said) {
        for (const LetterField& one : letter_fields(letter_columns(sheet, header, names, layout, mapping))) {
            for (auto at = layout.columns.begin(); at != layout.columns.end();) {
                const bool gives_way = out.columns.of(at->first) == static_cast<int>(one.column);
                if (gives_way) out.columns.at[static_cast<std::size_t>(at->first)] = -1;
                at = gives_way ? layout.columns.erase(at) : std::next(at);
            }
            give(one.field, one.column);
        }
    }
    for (std::size_t column = 0; column < names.size(); ++column)
        if (!taken[column] && !known[column] && !names[column].empty()) layout.unknown.push_back(names[column]);

    const bool customer = out.columns.has(Field::customer_number) || out.columns.has(Field::customer_name);
    const bool supplier =
        std::any_of(names.begin(), names.end(), [](const std::string& name) { return is_supplier_name(name); });
    const bool named_customer = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        const std::string word = folded(name);
        return word.starts_with("kund") || word.starts_with("customer") || word.starts_with("asiakas") ||
               word.starts_with("debitor") || word.starts_with("debtor");
    });
    if ((supplier || supplier_title(sheet, header)) && !named_customer)
        return Error{"list.supplier", "header",
                     "this is a list of what is owed to suppliers, not of what customers owe",
                     "Export the open items of the customers (kundereskontro)."};
    const bool amount =
        out.columns.has(Field::open_amount) || out.columns.has(Field::original_amount) || !out.columns.ageing.empty();
    if (customer && amount && !out.columns.has(Field::invoice_number) && !out.columns.has(Field::due_date))
        return Error{"list.balance", "header",
                     "this is a list of balances, one row a customer: it names no invoices and no due dates",
                     "Export the open items with one row an invoice; the balances may serve to check their sum."};
    for (const auto& [word, step] : mapping.steps) out.steps.emplace(folded(word), step);
    tell_steps(sheet, out, layout);
    layout.known = known_layout(names);
    out.headings = !customer && customer_headings(sheet, out);
    if (const Error error = missing_columns(out, names); !error.code.empty()) return error;
    return out;
}

void show_top(const Sheet& sheet, std::size_t header, Layout& layout) {
    const auto seen = [&](std::size_t row, std::size_t column) {
        const std::string_view cell = trimmed(sheet.text(row, column));
        return party::kind_by_number(cell) == party::DebtorKind::person ? std::string("privat") : std::string(cell);
    };
    layout.top.clear();
    for (std::size_t row = 0; row < sheet.rows() && row < top_rows; ++row) {
        std::vector<std::string> cells;
        cells.reserve(sheet.width(row));
        for (std::size_t column = 0; column < sheet.width(row); ++column) cells.push_back(seen(row, column));
        layout.top.emplace_back(sheet.place(row), std::move(cells));
    }
    layout.samples.assign(layout.header.size(), {});
    for (std::size_t column = 0; column < layout.header.size(); ++column)
        for (std::size_t row = header + 1; row < sheet.rows() && row <= header + sample_rows && layout.samples[column].size() < samples_shown; ++row)
            if (std::string cell = seen(row, column); !cell.empty()) layout.samples[column].push_back(std::move(cell));
}

}  // namespace frist::sheets
