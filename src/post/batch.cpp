#include "post/batch.h"

#include "base/pch.h"

namespace frist::post {
namespace {

std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> all(1);
    for (const char c : line) {
        if (c == ';') all.emplace_back();
        else if (c != '"') all.back() += c;
    }
    return all;
}

std::string safe(std::string text) {
    for (char& c : text) {
        if (c == ';' || c == '"' || c == '\r') c = ' ';
    }
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string(" | ") : std::string(1, c);
    return out;
}

}  // namespace

std::string manifest(std::span<const office::Parcel> parcels, std::span<const int> pages) {
    std::string out = "letter;file;sha256;pages;dated;recipient\n";
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        const office::Parcel& p = parcels[i];
        out += fmt::format("{};{};{};{};{};{}\n", p.id, p.file, p.sha256, pages[i], text(p.dated), safe(p.address));
    }
    return out;
}

Result<std::vector<office::Receipt>> read_receipts(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::vector<office::Receipt> all;
    std::vector<std::string> header;
    int number = 0;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        const std::vector<std::string> row = cells(line);
        const std::string where = fmt::format("{} line {}", file, number);
        if (header.empty()) {
            header = row;
            for (const char* wanted : {"letter", "posted_on", "status"})
                if (std::find(header.begin(), header.end(), wanted) == header.end())
                    return Error{"receipt.header", where, fmt::format("there is no column {}", wanted), "Ask the print house for letter;posted_on;status."};
            continue;
        }
        if (row.size() < header.size()) return Error{"receipt.line", where, fmt::format("has {} columns instead of {}", row.size(), header.size()), "Ask the print house to send the receipt again."};
        const auto cell = [&](std::string_view name) {
            const auto at = std::find(header.begin(), header.end(), name);
            return at == header.end() ? std::string() : row[static_cast<std::size_t>(at - header.begin())];
        };
        const Result<Date> day = Date::parse(cell("posted_on"));
        if (!day.ok()) return Error{"receipt.day", where, "posted_on is no day of the form 2026-03-02", "Ask the print house to send the receipt again."};
        const std::string status = cell("status");
        office::Receipt receipt{cell("letter"), office::DispatchState::sent, *day, {}};
        if (status == "refused") receipt.state = office::DispatchState::failed;
        else if (status == "returned") receipt.state = office::DispatchState::bounced;
        else if (status != "posted") return Error{"receipt.status", where, "the status is not posted, refused or returned", "Ask the print house to send the receipt again."};
        receipt.said = fmt::format("{} on {} ({})", status, text(*day), file);
        all.push_back(std::move(receipt));
    }
    return all;
}

}  // namespace frist::post
