#include "office/imports.h"

#include "base/hash.h"
#include "base/pch.h"
#include "invoices/invoice.h"
#include "office/import_trail.h"
#include "office/take_files.h"
#include "office/take_invoice.h"
#include "sheets/container.h"
#include "sheets/ods.h"

namespace frist::office {
namespace {

constexpr std::size_t most_found = 1'000;   // things to look at that are told one by one

// What a person can help with by saying where the header is and which column is what.
bool can_be_named(std::string_view code) {
    return code == "header.missing" || code == "columns.missing" || code == "columns.named" || code == "sheet.named";
}

bool is_zip_of_files(const sheets::Container& zip) {
    return !zip.has("[Content_Types].xml") && !sheets::is_open_document(zip);
}

// A cell as it came: "1250.5" is a number and "2026-01-29" a day where the file says so. What has a shape of its own, such as
// leading zeros or many decimals, stays as it is shown.
SheetCell cell_again(const std::string& shown, sheets::Kind kind, Currency currency) {
    if (kind == sheets::Kind::date) {
        const auto day = Date::parse(shown);
        if (day.ok()) return *day;
    }
    if (kind == sheets::Kind::number) {
        constexpr std::size_t longest = 15;   // digits that a spreadsheet keeps
        std::int64_t whole = 0;
        const auto read = std::from_chars(shown.data(), shown.data() + shown.size(), whole);
        if (shown.size() <= longest && read.ptr == shown.data() + shown.size() && std::to_string(whole) == shown) return whole;
        const auto sum = Money::parse(shown, currency);
        if (shown.size() <= longest && sum.ok()) return *sum;
    }
    return shown;
}

class Reading {
public:
    Reading(const Desk& desk, const ImportWish& wish, std::string file, std::string_view bytes) : desk_(desk), wish_(wish) {
        out_.file = std::move(file);
        out_.sha256 = sha256(bytes);
        out_.open = Money(0, desk.country.currency());
    }

    Result<Import> of(std::string_view bytes) {
        if (invoices::is_ubl(bytes)) {
            if (!(wish_.map == sheets::Mapping{})) return Error{"import.map", "map", "an invoice has no columns to name", "Leave the map out for an invoice."};
            out_.holds = Holds::invoices;
            FRIST_TRY_DONE(invoice(bytes, ""));
        } else if (bytes.starts_with("PK\x03\x04")) {
            FRIST_TRY(const sheets::Container zip, sheets::Container::open(bytes));
            FRIST_TRY_DONE(is_zip_of_files(zip) ? each_file(zip) : list(bytes, ""));
        } else {
            FRIST_TRY_DONE(list(bytes, ""));
        }
        FRIST_TRY_DONE(look_back());
        return std::move(out_);
    }

private:
    // --- files ---

    Outcome each_file(const sheets::Container& zip) {
        int taken = 0;
        out_.holds = Holds::invoices;
        for (const std::string& name : zip.parts()) {
            if (name.ends_with('/') || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store")) continue;
            std::string bytes;
            FRIST_TRY_DONE(zip.read(name, [&](std::string_view piece) {
                bytes += piece;
                return true;
            }));
            const bool is_invoice = invoices::is_ubl(bytes);
            if (!is_invoice) out_.holds = Holds::open_items;
            if (name.ends_with(".pdf") || name.ends_with(".PDF")) {
                out_.findings.push_back({{0, "", "zip.not_read", "this is a picture of an invoice, not an invoice", "Attach it to its invoice once that is in the ledger."}, name});
                continue;
            }
            ++taken;
            const Outcome read = is_invoice ? invoice(bytes, name) : list(bytes, name);
            if (!read.ok()) {
                ++out_.rows;
                out_.rejected.push_back({{0, "", read.error().code, read.error().message, read.error().remedy}, name});
            }
        }
        if (taken == 0) return Error{"zip.empty", out_.file, "there is no list and no invoice in it", "Put CSV, XLSX, ODS or XML files into the zip."};
        return done;
    }

    Outcome invoice(std::string_view bytes, const std::string& within) {
        const invoices::InvoiceFile file = invoices::read_ubl(bytes);
        FRIST_TRY(LedgerLine line, ledger_line(file, own_number(), desk_.country.currency(), within.empty() ? out_.file : within));
        ++out_.rows;
        for (const Error& finding : file.findings) out_.findings.push_back({{0, finding.field, finding.code, finding.message, finding.remedy}, within});
        out_.lines.push_back(std::move(line));
        return done;
    }

    [[nodiscard]] const std::string& own_number() {
        if (own_number_.empty()) {
            const auto row = desk_.store.creditor(desk_.creditor);
            if (row.ok() && *row) own_number_ = (*row)->org_number;
        }
        return own_number_;
    }

    Outcome list(std::string_view bytes, const std::string& within) {
        FRIST_TRY(const sheets::Mapping map, mapping(bytes));
        const std::string& name = within.empty() ? out_.file : within;
        auto items = sheets::read_open_items(bytes, name, map, desk_.country.currency());
        if (!items.ok()) return no_list(bytes, within, map, items.error());
        if (out_.lists++ == 0) out_.layout = items->layout;
        out_.rows += items->rows;
        out_.settled += items->settled;
        std::vector<LedgerLine> lines = ledger_lines(*items, name);
        std::move(lines.begin(), lines.end(), std::back_inserter(out_.lines));
        const auto keep = [&](const std::vector<sheets::Fault>& from, std::vector<ImportFault>& to) {
            for (const sheets::Fault& fault : from) to.push_back({fault, within});
        };
        keep(items->questions, out_.questions);
        keep(items->findings, out_.findings);
        for (const auto* rows : {&items->claims, &items->credits})
            for (const sheets::OpenItem& item : *rows) keep(item.findings, out_.findings);
        for (sheets::RowFault& fault : items->rejected) {
            out_.rejected.push_back({{fault.row, fault.column, fault.code, fault.reason, fault.remedy}, within});
            out_.rejected_rows.push_back(std::move(fault));
        }
        return done;
    }

    // A list of customers; or one of which a person has to say more.
    Outcome no_list(std::string_view bytes, const std::string& within, const sheets::Mapping& map, const Error& why) {
        if (!can_be_named(why.code)) return why;
        FRIST_TRY(sheets::Layout layout, sheets::glance(bytes, map));
        const auto names = [&](sheets::Field field) { return layout.columns.contains(field) || map.columns.contains(field); };
        const bool unknown = why.code == "header.missing" || why.code == "columns.missing";
        if (unknown && within.empty() && !layout.header.empty() && !names(sheets::Field::invoice_number) && !names(sheets::Field::due_date) && !names(sheets::Field::open_amount) && !names(sheets::Field::original_amount)) {
            auto contacts = sheets::read_contacts(bytes, out_.file, map);
            if (contacts.ok()) return customers(std::move(*contacts), std::move(layout));
        }
        if (!within.empty()) return why;
        out_.layout = std::move(layout);
        out_.questions.push_back({{0, "", why.code, why.message, why.remedy}, within});
        out_.refused = why;
        return done;
    }

    Outcome customers(sheets::Contacts contacts, sheets::Layout layout) {
        out_.holds = Holds::contacts;
        out_.layout = std::move(layout);
        out_.layout.columns = contacts.columns;
        out_.rows = static_cast<int>(contacts.rows.size());
        for (const sheets::Fault& fault : contacts.rejected) out_.rejected.push_back({fault, ""});
        out_.contacts = std::move(contacts);
        return done;
    }

    // What the person says; else the template that was asked for, or the one that knows these columns.
    Result<sheets::Mapping> mapping(std::string_view bytes) {
        if (!(wish_.map == sheets::Mapping{})) return wish_.map;
        FRIST_TRY(const std::vector<TemplateRow> templates, desk_.store.templates(desk_.creditor));
        if (!wish_.named_template.empty()) {
            const auto named = std::find_if(templates.begin(), templates.end(), [&](const TemplateRow& one) { return one.name == wish_.named_template; });
            if (named == templates.end()) return Error{"template.unknown", "template", "there is no template with this name", "Choose one of the list, or leave it out."};
            out_.read_by = named->name;
            return sheets::read_mapping(named->map, named->name);
        }
        std::map<std::string, std::string> hashes;   // by how the file is opened
        for (const TemplateRow& one : templates) {
            FRIST_TRY(sheets::Mapping map, sheets::read_mapping(one.map, one.name));
            sheets::Mapping opened = map;
            opened.columns.clear();
            opened.unused.clear();
            opened.decimal.reset();
            opened.date.reset();
            opened.source.clear();
            if (one.header_hash.empty()) continue;   // of files without columns
            const auto [hash, fresh] = hashes.emplace(boost::json::serialize(sheets::to_map(opened)), "");
            if (fresh) {
                const auto seen = sheets::glance(bytes, opened);
                if (seen.ok()) hash->second = seen->header_hash;
            }
            if (hash->second != one.header_hash) continue;
            out_.read_by = one.name;
            return map;
        }
        return sheets::Mapping{};
    }

    // --- what the ledger knows, and what the wish says ---

    Outcome look_back() {
        const std::size_t found = out_.findings.size();
        for (LedgerLine& line : out_.lines) {
            out_.kind_unknown += line.debtor.kind_known ? 0 : 1;
            if (line.open.currency() == out_.open.currency()) out_.open += line.open;
            FRIST_TRY(const std::optional<ItemRow> before, desk_.store.item(desk_.creditor, line.number));
            if (!before) continue;
            ++out_.known;
            if (before->amount.currency() != line.open.currency() || !(line.open > before->amount) || !before->amount.positive()) continue;
            found_at(line, "import.with_costs",
                     fmt::format("more is open than the invoice was: {}, and it was {}. Fees or interest seem to be in it", text(line.open), text(before->amount)),
                     "Give the invoice's own sum; fees and interest are reckoned here.");
        }
        look_alike();
        if (wish_.kind) settle_kinds(out_.lines, *wish_.kind);
        if (out_.findings.size() > found + most_found) {
            const std::size_t more = out_.findings.size() - found - most_found;
            out_.findings.resize(found + most_found);
            out_.findings.push_back({{0, "", "import.more", fmt::format("{} more of the same kind are not told one by one", more), "Look at the list in the accounting system."}, ""});
        }
        stop();
        return done;
    }

    // One customer, one sum, one due day, and another number: perhaps one invoice twice.
    void look_alike() {
        std::map<std::tuple<std::string_view, std::int64_t, Date>, const LedgerLine*> seen;
        for (const LedgerLine& line : out_.lines) {
            if (!line.open.positive()) continue;
            const std::string_view customer = line.customer.empty() ? std::string_view(line.debtor.name) : std::string_view(line.customer);
            const auto [first, fresh] = seen.emplace(std::tuple(customer, line.open.minor(), line.due), &line);
            if (!fresh)
                found_at(line, "import.alike", fmt::format("invoice {} of the same customer has the same sum and the same due date", first->second->number),
                         "Take one of them out if it is the same invoice.");
        }
    }

    void found_at(const LedgerLine& line, std::string code, std::string reason, std::string remedy) {
        const std::size_t colon = line.place.rfind(':');
        const std::string file = colon == std::string::npos ? line.place : line.place.substr(0, colon);
        const int row = colon == std::string::npos ? 0 : std::atoi(line.place.c_str() + colon + 1);
        out_.findings.push_back({{row, line.number, std::move(code), std::move(reason), std::move(remedy)}, file == out_.file ? "" : file});
    }

    void stop() {
        const auto add = [&](std::string code, std::string column, std::string reason, std::string remedy) { out_.stops.push_back({{0, std::move(column), std::move(code), std::move(reason), std::move(remedy)}, ""}); };
        if (!out_.questions.empty()) return;   // the sums are not known yet
        if (wish_.control_sum && *wish_.control_sum != out_.open)
            add("import.control_sum", "control_sum", fmt::format("{} is open in the file, and the ledger's own total is {}", text(out_.open), text(*wish_.control_sum)), "Export the list anew, with every row, or correct the total.");
        if (wish_.control_count && *wish_.control_count != static_cast<int>(out_.lines.size()))
            add("import.control_count", "control_count", fmt::format("the file has {} open rows, and the ledger has {}", out_.lines.size(), *wish_.control_count), "Export the list anew, with every row, or correct the number.");
        if (wish_.complete && out_.holds != Holds::open_items)
            add("import.complete", "complete", "this is no list of all open items, so what it does not name was not settled", "Take it without saying that it is complete.");
        if (!out_.rejected.empty() && (!wish_.good_rows || out_.holds == Holds::contacts))
            add("import.rejected", "", "there are rows with mistakes, so nothing is taken", "Correct them and take the file again, or choose to take the good rows alone.");
    }

    const Desk& desk_;
    const ImportWish& wish_;
    Import out_;
    std::string own_number_;
};

}  // namespace

Result<Import> understand(const Desk& desk, std::string_view bytes, const std::string& file, const ImportWish& wish) {
    return Reading(desk, wish, file, bytes).of(bytes);
}

Result<ImportDone> take(const Desk& desk, const Import& import, const ImportWish& wish) {
    if (!import.questions.empty() || !import.stops.empty()) return Error{"import.open", import.file, "the file leaves questions open", "Look at the file first, and answer them."};
    ImportDone taken;
    if (import.holds == Holds::contacts) {
        FRIST_TRY(taken.contacts, take_contacts(desk, import.contacts));
        return taken;
    }
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(taken.ledger, mirror_ledger(desk, import.lines, import.sha256, wish.complete && import.rejected.empty()));
        const MirrorReport& ledger = taken.ledger;
        if (ledger.made.empty() && ledger.before.empty()) return done;
        ImportRow row{0, import.file, import.sha256, desk.now(), wish.person, import.rows, rejected_rows(import), ledger.added, ledger.changed, ledger.same, ledger.paid_in_ledger, ledger.open_sum, {}, 0};
        FRIST_TRY(taken.import, desk.store.put_import(desk.creditor, row));
        return desk.store.put_import_trail(desk.creditor, taken.import, trail_of(ledger));
    }));
    return taken;
}

int rejected_rows(const Import& import) {
    std::set<std::pair<std::string_view, int>> rows;
    for (const ImportFault& fault : import.rejected) rows.emplace(fault.file, fault.row);
    return static_cast<int>(rows.size());
}

bool can_give_back(const Import& import) { return import.lists == 1 && !import.rejected_rows.empty(); }

SheetForm form_of(const Import& import) {
    switch (import.layout.format) {
        case sheets::Format::csv: return SheetForm::csv;
        case sheets::Format::ods: return SheetForm::ods;
        case sheets::Format::xlsx: break;
    }
    return SheetForm::xlsx;
}

Result<std::string> given_back(const Import& import, const SheetMaker& make) {
    const SheetForm form = form_of(import);
    if (form == SheetForm::csv) return sheets::rejected_csv(import.layout.header, import.rejected_rows);
    const sheets::GivenBack back = sheets::given_back(import.layout.header, import.rejected_rows);
    SheetPlan plan;
    plan.title = import.layout.sheet;
    for (const std::string& name : back.rows.front()) plan.columns.push_back({name, name, CellKind::text, false});
    FRIST_TRY(const std::unique_ptr<SheetOut> out, make(form, plan));
    std::vector<SheetCell> cells;
    for (std::size_t row = 1; row < back.rows.size(); ++row) {
        cells.clear();
        for (std::size_t i = 0; i < plan.columns.size(); ++i) cells.push_back(cell_again(back.rows[row][i], back.kinds[row][i], import.open.currency()));
        FRIST_TRY_DONE(out->row(cells));
    }
    FRIST_TRY(const PassingFile file, out->finish());
    return file.bytes();
}

Outcome keep_template(const Desk& desk, const TemplateRow& row) {
    constexpr std::size_t longest_name = 60;
    if (row.name.empty() || row.name.size() > longest_name) return Error{"template.name", "name", "a template has a name of up to 60 characters", "Call it as the program is called that makes the list."};
    FRIST_TRY([[maybe_unused]] const sheets::Mapping map, sheets::read_mapping(row.map, "map"));
    return desk.store.put_template(desk.creditor, row);
}

}  // namespace frist::office
