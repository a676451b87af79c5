// One entry of a notification or statement, with its details: what of it is money, and for whom. Whatever the details
// say, the items of an entry add up to the entry: that is what stands on the account.
#pragma once
#include "bank/payment_file.h"
#include "bank/xml_stream.h"

#include <optional>
#include <string>
#include <vector>

namespace frist::bank {

// Reads elements and says what is wrong with them, with their path.
class CamtFields {
public:
    explicit CamtFields(PaymentFile& file) : file_(&file) {}

    // The sum of an element with its currency. Errors camt.amount: missing, not of the form 1234.50, negative, more
    // decimals than the currency has.
    std::optional<Money> amount(Element element, const std::string& place, std::string_view name) const;
    // The same where it may be missing.
    std::optional<Money> amount_if_there(Element element, const std::string& place, std::string_view name) const;
    // Dt or DtTm below the element; nothing when it is missing. Error camt.date.
    std::optional<Date> date(Element element, const std::string& place, std::string_view name) const;
    std::optional<Date> date_of(std::string_view text, const std::string& place, std::string_view name) const;
    void error(std::string code, const std::string& place, std::string message) const;
    void finding(std::string code, const std::string& place, std::string message) const;

private:
    PaymentFile* file_;
};

enum class Direction { in, out };
// CdtDbtInd; nothing when it is missing. Error camt.direction when it is neither CRDT nor DBIT.
std::optional<Direction> direction_of(Element indicator, const std::string& place, const CamtFields& fields);

// TxDtls: the item as far as the details tell it.
struct Detail {
    PaymentItem item;
    std::optional<Money> amount;
    std::optional<Direction> direction;
    bool returned = false;
};

Detail read_detail(Element details, std::string place, const CamtFields& fields);

struct Entry {
    std::string place;
    Money amount;
    Direction direction = Direction::in;
    bool reversal = false;
    bool booked = false;
    bool good = false;  // false: an error was said, there are no items
    std::vector<PaymentItem> items;
};

// `batch`: the sum of Btch/NbOfTxs, when the entry says it.
Entry read_entry(Element entry, std::string place, std::vector<Detail> details, std::optional<std::int64_t> batch,
                 const CamtFields& fields);

}  // namespace frist::bank
