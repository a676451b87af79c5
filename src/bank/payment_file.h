// bank: what a bank sends and what it is sent. Bytes come in, payments go out; no disk, no clock. A payment file is
// read whole and its control totals are verified before anything of it counts: a file is taken, taken with findings,
// or refused, and of a refused file there are no items at all.
#pragma once
#include "base/date.h"
#include "base/result.h"
#include "money/money.h"

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frist::bank {

enum class Format { unknown, ocr_giro, camt053, camt054, list };   // list: rows of an account, as a person exported them
enum class Verdict { accept, accept_with_findings, reject };

// payment: money in, or out when negative. correction: a credit note of OCR giro. reversal: an earlier entry taken
// back. returned: our own payout that came back. failed: a direct debit that brought nothing. information: announced
// or not booked by the bank, never money.
enum class Kind { payment, correction, reversal, returned, failed, information };

// Why a person may have to look at one item. It says nothing about the file.
enum class Remark {
    no_reference,        // nothing to match it with
    odd_reference,       // a KID with other signs than digits, or of another length than 2 to 25
    several_references,  // one payment for several invoices
    card,                // OCR giro types 18 to 21
    payer_unknown,       // no payer's account; a KID still says whose payment it is
    lump_sum,            // one amount for several payments, whose details stand elsewhere
    sums_differ,         // the entry and its details disagree
    direction_differs,   // the details say in where the entry says out
    no_date,             // the bank gave no day: the day on which the file was made stands in for it
};

// A place ("record 12", "Ntfctn[1]/Ntry[3]"), the reason, what to do. Holds no name, no payer's account, no text.
using Fault = Error;

// Reading stops when there are so many errors; as many findings are kept.
inline constexpr std::size_t fault_limit = 100;

struct Reference {
    std::string value;
    std::string kind;  // "KID", "RF", else as the file says: "SCOR", "QRR"
    bool operator==(const Reference&) const = default;
};

struct PaymentItem {
    Money amount;  // in the account's currency; money out is negative
    Kind kind = Kind::payment;
    Date booking_date;
    std::optional<Date> value_date;
    std::optional<Date> payment_date;  // when the payer's bank got the order: decides "paid in time"
    std::string reference;             // the first structured reference, with its leading zeros; or empty
    std::string reference_kind;
    std::vector<Reference> more_references;
    std::vector<std::string> text;  // what the payer wrote, as it stands in the file
    std::string payer_name;
    std::string payer_account;  // a Norwegian one as eleven digits
    std::string payer_id;
    std::string behind_payer;  // the real debtor, when somebody else pays for him
    std::string archive_ref;   // the bank's own reference of this payment
    std::string end_to_end;    // the payer's; never unique by itself
    std::string entry_ref;     // what the lump sum on the account carries
    std::string account;       // the receiving account; a Norwegian one as eleven digits
    std::string place;
    std::string raw;          // the records or the XML fragment, as UTF-8
    std::string fingerprint;  // bank/fingerprint.h
    std::vector<Remark> remarks;
    std::uint32_t group = 0;  // index into `assignments` or `groups`

    // Money that came in and that nobody has taken back.
    [[nodiscard]] bool books() const { return kind == Kind::payment && amount.positive(); }
    // Whether it must not be matched without a person, whatever its reference says.
    [[nodiscard]] bool needs_person() const;
    [[nodiscard]] bool has(Remark remark) const;
};

// OCR giro: what one agreement brought. Sums in øre.
struct Assignment {
    std::string service;
    std::string agreement;
    std::string number;
    std::string account;
    std::int64_t transactions = 0;
    std::int64_t records = 0;
    std::int64_t sum = 0;  // the control sum: reversals count as positive
    std::optional<Date> date;
    std::optional<Date> first_date;
    std::optional<Date> last_date;
    bool skipped = false;  // a service that brings no payments
    std::string place;
};

struct Balance {
    std::string code;  // "OPBD", "PRCD", "CLBD", "CLAV" …
    Money amount;
    std::optional<Date> date;
};

// camt: one account's notification or statement.
struct Group {
    std::string id;
    std::string sequence;  // ElctrncSeqNb: a gap means that a statement is missing
    std::string copy;      // CpyDplctInd: COPY, DUPL, CODU
    std::string account;   // as it stands in the file
    std::optional<Currency> currency;
    std::vector<Balance> balances;
    std::int64_t entries = 0;
    std::int64_t transactions = 0;
    std::int64_t reversals = 0;          // entries with RvslInd
    std::vector<int> not_booked;         // entries whose status is not BOOK, counted from 1
    std::optional<bool> balances_agree;  // opening + booked entries = closing
    std::string place;
};

// Gross sums by direction, of all entries; of OCR giro the control sums.
struct Total {
    Money credits;
    Money debits;
};

struct PaymentFile {
    Format format = Format::unknown;
    std::string message;   // "camt.054.001.08"; empty for OCR giro
    std::string identity;  // the format's own identity, not unique by itself
    std::string created;   // as the file says: a date, or date and time
    std::vector<Assignment> assignments;
    std::vector<Group> groups;
    std::vector<PaymentItem> items;
    std::vector<Total> totals;    // one for each currency
    std::vector<Fault> errors;    // any of them: the file is refused
    std::vector<Fault> findings;  // readable, but something does not agree
    std::vector<Fault> notes;     // worth knowing, nothing to decide: a skipped service
    Verdict verdict = Verdict::reject;
};

std::string_view name_of(Format format);    // "ocr_giro"
std::string_view name_of(Verdict verdict);  // "accept_with_findings"
std::string_view name_of(Kind kind);        // "return" for returned
std::string_view name_of(Remark remark);

// From the first bytes only; the file may still be broken.
bool is_ocr_giro(std::string_view bytes);
bool is_camt(std::string_view bytes);

// The bytes of a file as they came from the bank. Always gives a verdict; what is wrong stands in `errors`.
PaymentFile read_ocr_giro(std::string_view bytes);
PaymentFile read_camt(std::string_view bytes);
// Whichever of the two it is. Error payment_file.unknown.
PaymentFile read_payment_file(std::string_view bytes);

// {format, message, file_identity, created, accounts, items, totals, errors, findings, notes, verdict}; amounts in
// minor units.
boost::json::object to_json(const PaymentFile& file);

}  // namespace frist::bank
