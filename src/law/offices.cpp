#include "law/offices.h"

#include "base/pch.h"
#include "law/cells.h"

namespace frist::law {
namespace {

constexpr std::string_view remedy_row = "Correct the row.";

Error wrong(const std::string& place, std::string message, std::string remedy = std::string(remedy_row)) {
    return Error{"law.row", place, std::move(message), std::move(remedy)};
}

bool four_digits(std::string_view s) { return s.size() == 4 && s.find_first_not_of("0123456789") == s.npos; }

std::vector<std::string> words_of(std::string_view s) {
    std::vector<std::string> words;
    while (!s.empty()) {
        const auto blank = s.find(' ');
        if (blank != 0) words.emplace_back(s.substr(0, blank));
        s = blank == s.npos ? std::string_view{} : s.substr(blank + 1);
    }
    return words;
}

std::optional<OfficeRole> role_named(std::string_view name) {
    const auto names = names_of(OfficeRole{});
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<OfficeRole>(found - names.begin());
}

struct Sheet {
    std::string_view file;
    std::string_view header;
};
constexpr Sheet municipality_sheet{"municipalities.csv", "number,name"};
constexpr Sheet code_sheet{"postal_codes.csv", "postal_code,place,municipality"};
constexpr Sheet office_sheet{"offices.csv", "office,name,seats,municipalities,street,postal_code,place,valid_from,valid_to,source,confidence,checked_on"};

// The rows below the header; lines that begin with # tell where they come from.
template <class Add>
Outcome each_row(std::string_view country, const Sheet& sheet, std::span<const embedded::File> files, Add add) {
    const std::string path = fmt::format("{}/{}", country, sheet.file);
    const auto file = std::find_if(files.begin(), files.end(), [&](const embedded::File& f) { return f.path == path; });
    if (file == files.end()) return wrong(path, "the table is missing", "Restore it.");
    std::string_view rest = file->bytes;
    bool header = false;
    for (int number = 1; !rest.empty(); ++number) {
        const std::string_view line = take_line(rest);
        if (line.empty() || line.starts_with('#')) continue;
        const std::string place = fmt::format("{}:{}", path, number);
        if (!header) {
            if (line != sheet.header) return wrong(place, fmt::format("the header is not {}", sheet.header), "Restore the header.");
            header = true;
            continue;
        }
        FRIST_TRY_DONE(add(cells_of(line), place));
    }
    return done;
}

}  // namespace

Outcome Offices::add_municipality(const std::vector<std::string>& cells, const std::string& place) {
    if (cells.size() != 2 || !four_digits(cells[0]) || cells[1].empty()) return wrong(place, "a municipality is four digits and a name");
    if (!municipalities_.emplace(cells[0], cells[1]).second) return wrong(place, "this municipality stands twice");
    return done;
}

Outcome Offices::add_code(const std::vector<std::string>& cells, const std::string& place) {
    if (cells.size() != 3 || !four_digits(cells[0]) || cells[1].empty()) return wrong(place, "a postal code is four digits, with a place and a municipality");
    if (!municipalities_.contains(cells[2])) return wrong(place, "no municipality has the number " + cells[2]);
    if (!codes_.emplace(cells[0], Code{cells[1], cells[2]}).second) return wrong(place, "this postal code stands twice");
    return done;
}

Outcome Offices::add_office(const std::vector<std::string>& cells, const std::string& place) {
    if (cells.size() != 12) return wrong(place, fmt::format("{} cells where 12 are wanted", cells.size()));
    const auto role = role_named(cells[0]);
    if (!role || cells[1].empty()) return wrong(place, "no office is of this kind, or it has no name");
    Row row;
    row.role = *role;
    row.name = cells[1];
    row.seats = cells[2];
    for (std::string& number : words_of(cells[3])) {
        const bool but = number.starts_with('-');
        if (but) number.erase(0, 1);
        if (!municipalities_.contains(number)) return wrong(place, "no municipality has the number " + number);
        (but ? row.all_but : row.municipalities).push_back(std::move(number));
    }
    if (row.all_but.empty() == row.municipalities.empty()) return wrong(place, "the office covers a list of municipalities, or every one but some");
    if (!cells[4].empty()) row.address.push_back(cells[4]);
    if (!cells[5].empty()) row.address.push_back(cells[5] + " " + cells[6]);
    const auto from = Date::parse(cells[7]);
    if (!from.ok()) return wrong(place, "valid_from is no day");
    row.from = *from;
    if (!cells[8].empty()) {
        const auto to = Date::parse(cells[8]);
        if (!to.ok()) return wrong(place, "valid_to is no day");
        row.to = *to;
    }
    row.source = cells[9];
    row.sure = cells[10] != "unsure";
    row.place = place;
    if (row.source.empty() || !Date::parse(cells[11]).ok()) return Error{"law.source", place, "a row without a source or the day it was checked", "Write where the row was read, and when."};
    rows_.push_back(std::move(row));
    return done;
}

bool Offices::Row::covers(const std::string& number) const {
    const auto holds_it = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), number) != list.end(); };
    return all_but.empty() ? holds_it(municipalities) : !holds_it(all_but);
}

Outcome Offices::check() const {
    for (const auto& [number, name] : municipalities_)
        for (const Row& row : rows_)
            for (const Row& other : rows_)
                if (&row != &other && row.role == other.role && other.holds(row.from) && row.covers(number) && other.covers(number))
                    return wrong(row.place, "municipality " + number + " has two offices of this kind on one day", "End one of the rows.");
    return done;
}

Result<Offices> Offices::read(std::string_view country, std::span<const embedded::File> files) {
    Offices all;
    FRIST_TRY_DONE(each_row(country, municipality_sheet, files, [&](const auto& cells, const std::string& place) { return all.add_municipality(cells, place); }));
    FRIST_TRY_DONE(each_row(country, code_sheet, files, [&](const auto& cells, const std::string& place) { return all.add_code(cells, place); }));
    FRIST_TRY_DONE(each_row(country, office_sheet, files, [&](const auto& cells, const std::string& place) { return all.add_office(cells, place); }));
    FRIST_TRY_DONE(all.check());
    return all;
}

Result<Municipality> Offices::municipality(const std::string& number) const {
    const auto found = municipalities_.find(number);
    if (found == municipalities_.end()) return Error{"office.municipality", "municipality", "no municipality has the number " + number, "Give the number of four digits that it has since 2024."};
    return Municipality{found->first, found->second};
}

Result<Municipality> Offices::of_postal_code(const std::string& code) const {
    const auto found = codes_.find(code);
    if (found == codes_.end())
        return Error{"office.postal_code", "postal_code", "the register of postal codes has no such code, or it is none of Norway's",
                     "Say which municipality it is, with frist debtor KEY set --municipality NUMBER."};
    return municipality(found->second.municipality);
}

std::optional<std::string> Offices::place_of(const std::string& code) const {
    const auto found = codes_.find(code);
    return found == codes_.end() ? std::nullopt : std::optional(found->second.place);
}

Result<Office> Offices::office(OfficeRole role, const std::string& number, Date day) const {
    FRIST_TRY(const Municipality here, municipality(number));
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.role == role && row.holds(day) && row.covers(number); });
    if (found == rows_.end())
        return Error{"office.unknown", std::string(names_of(OfficeRole{})[static_cast<std::size_t>(role)]), fmt::format("no row tells the office for {} on {}", here.name, text(day)),
                     "Nothing is made out to it. Ask the nearest district court which office takes the document."};
    Office office{role, found->name, found->seats, found->address, here, found->source, found->sure, found->place};
    constexpr std::string_view mark = "{municipality}";
    if (const auto at = office.name.find(mark); at != office.name.npos) office.name.replace(at, mark.size(), here.name);
    return office;
}

}  // namespace frist::law
