#include "office/enclosures.h"

#include "base/hash.h"
#include "base/pch.h"

namespace frist::office {

Result<EnclosureRow> enclose(const Desk& desk, const std::string& invoice, const std::string& name, std::string_view bytes, const std::function<Result<int>(const std::string&)>& pages) {
    if (bytes.size() > largest_enclosure)
        return Error{"enclosure.size", "FILE", fmt::format("the file has {} bytes, and {} are the most", bytes.size(), largest_enclosure), "Scan it anew with fewer dots, in black and white."};
    if (!bytes.starts_with("%PDF-") || !pages(std::string(bytes)).ok())
        return Error{"enclosure.pdf", "FILE", "this is no PDF that can be read", "Save the invoice as a PDF without a password."};
    FRIST_TRY(const auto item, desk.store.item(desk.creditor, invoice));
    if (!item) return Error{"enclosure.invoice", "--invoice", "there is no such invoice", "Import the ledger first, or correct the number."};
    EnclosureRow row{invoice, sha256(bytes), name, desk.today};
    FRIST_TRY_DONE(desk.store.change([&] { return desk.store.put_enclosure(desk.creditor, row, bytes); }));
    return row;
}

Outcome take_out(const Desk& desk, const std::string& invoice, const std::string& sha256) {
    bool dropped = false;
    const Outcome kept = desk.store.change([&]() -> Outcome {
        FRIST_TRY(dropped, desk.store.drop_enclosure(desk.creditor, invoice, sha256));
        return done;
    });
    if (!kept.ok()) return kept.error();
    if (!dropped) return Error{"enclosure.none", "SHA256", "no copy of this invoice has this SHA-256", "See frist enclosure list."};
    return done;
}

}  // namespace frist::office
