#include "base/pch.h"
#include "base/strict_json.h"
#include "office/people.h"

namespace frist::office {
namespace {

template <class Record>
Result<Record> record_of(const std::string& stored) {
    FRIST_TRY(const boost::json::value value, parse_json(stored));
    return from_json<Record>(value.as_object());
}

}  // namespace

std::vector<std::string> PostalAddress::lines() const {
    std::vector<std::string> lines;
    if (!street.empty()) lines.push_back(street);
    if (!street2.empty()) lines.push_back(street2);
    if (!postal_code.empty() || !place.empty()) lines.push_back(postal_code.empty() ? place : postal_code + " " + place);
    if (!country.empty() && country != "NO") lines.push_back(country);
    return lines;
}

Result<CreditorRecord> creditor_record(const std::string& stored) { return record_of<CreditorRecord>(stored); }
Result<DebtorRecord> debtor_record(const std::string& stored) { return record_of<DebtorRecord>(stored); }

}  // namespace frist::office
