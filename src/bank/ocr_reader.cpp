// Reads OCR giro. The layout is in the bank's description of the service; the totals are verified as it says: signs of
// credit notes count, reversals of card purchases (types 18 and 20) are added although the money goes the other way.
#include "bank/encoding.h"
#include "bank/ocr_record.h"
#include "bank/payment_file.h"
#include "bank/verdict.h"
#include "base/pch.h"
#include "party/kid.h"

namespace frist::bank {
namespace {

constexpr std::string_view clearing_house = "00008080";
constexpr std::string_view our_service = "09";
constexpr std::string_view again = "Nothing of the file is booked. Ask the bank to send it again.";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// What was counted, to be compared with what an end record says.
struct Tally {
    std::int64_t transactions = 0;
    std::int64_t records = 0;
    std::int64_t sum = 0;
    bool too_large = false;

    void add(std::int64_t more) { too_large = !add_up(sum, more) || too_large; }
};

enum class Where { before_start, between_assignments, in_assignment, in_skipped_assignment, after_end };

class OcrReader {
public:
    explicit OcrReader(std::string_view text) : text_(text) { file_.format = Format::ocr_giro; }

    PaymentFile read() {
        file_.items.reserve(text_.size() / 162);
        while (!rest_done() && !too_many_errors(file_)) one_line();
        if (where_ != Where::after_end && !too_many_errors(file_))
            fail("ocr.truncated", "the file ends without its end record 89");
        if (file_.errors.empty()) check_dates();
        if (file_.errors.empty()) file_.totals.push_back({nok(credits_), nok(debits_)});
        conclude(file_);
        return std::move(file_);
    }

private:
    bool rest_done() const { return next_ >= text_.size(); }

    void one_line() {
        const std::size_t end = std::min(text_.find('\n', next_), text_.size());
        std::string_view line = text_.substr(next_, end - next_);
        line_from_ = next_;
        next_ = end + 1;
        ++record_.number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        record_.line = line;
        if (line.empty()) {
            blank_since_ = blank_since_ == 0 ? record_.number : blank_since_;
            return;
        }
        if (blank_since_ != 0) {
            fail_at(blank_since_, "ocr.blank_line", "a blank line inside the file");
            blank_since_ = 0;
        }
        if (!readable()) {
            damaged_ = true;
            return;
        }
        ++envelope_.records;
        ++counted_.records;
        dispatch();
    }

    bool readable() {
        if (record_.line.size() != 80) {
            fail("ocr.length", fmt::format("the record has {} positions instead of 80", record_.line.size()));
            return false;
        }
        if (!record_.line.starts_with("NY")) {
            fail("ocr.start", "the record does not begin with NY");
            return false;
        }
        if (!all_digits(record_.at(3, 6))) {
            fail("ocr.numeric", "positions 3 to 8 (service and type) are not digits");
            return false;
        }
        // Services that bring no payments have layouts of their own.
        const bool ours = record_.service() == our_service || record_.service() == "00";
        return !ours || numeric(record_.kind());
    }

    bool numeric(std::string_view kind) {
        for (const OcrField& field : numeric_fields(kind)) {
            if (all_digits(record_.at(field.position, field.length))) continue;
            fail("ocr.numeric", fmt::format("positions {} to {} ({}) are not digits", field.position,
                                            field.position + field.length - 1, field.name));
            return false;
        }
        return true;
    }

    void dispatch() {
        if (where_ == Where::after_end) return fail("ocr.order", "a record after the end record 89");
        const std::string_view kind = record_.kind();
        if (record_.service() == "00") {
            if (kind == "10") return start_transmission();
            if (kind == "89") return end_transmission();
            return fail("ocr.record", "an envelope record that is neither 10 nor 89");
        }
        switch (where_) {
            case Where::before_start: return fail("ocr.order", "the file does not begin with the start record 10");
            case Where::between_assignments:
                if (kind == "20") return start_assignment();
                return fail("ocr.order",
                            fmt::format("a record {} without the start record 20 of its assignment", kind));
            case Where::in_assignment: return in_assignment(kind);
            case Where::in_skipped_assignment: return in_skipped_assignment(kind);
            case Where::after_end: return;
        }
    }

    void start_transmission() {
        if (where_ != Where::before_start) return fail("ocr.order", "a second start record 10");
        where_ = Where::between_assignments;
        const std::string_view sender = record_.at(9, 8);
        const std::string_view recipient = record_.at(24, 8);
        file_.identity = fmt::format("{}/{}/{}", sender, record_.at(17, 7), recipient);
        if (recipient == clearing_house)
            return add_error(file_, "ocr.direction", place(),
                             "this file goes to the clearing house: it asks for money, it brings none",
                             "Take the file that the bank has sent, not the one that was sent to it.");
        if (sender != clearing_house)
            add_finding(file_, "ocr.sender", place(), "the data sender is not 00008080, the clearing house",
                        "Ask where the file comes from.");
    }

    void start_assignment() {
        assignment_ = {};
        assignment_.service = record_.service();
        assignment_.place = place();
        assignment_.skipped = record_.service() != our_service;
        if (!assignment_.skipped || numeric("20")) {
            assignment_.agreement = record_.at(9, 9);
            assignment_.number = record_.at(18, 7);
            assignment_.account = record_.at(25, 11);
        }
        where_ = assignment_.skipped ? Where::in_skipped_assignment : Where::in_assignment;
        counted_ = {};
        counted_.records = 1;
        last_transaction_ = 0;
        open_ = false;
    }

    void in_assignment(std::string_view kind) {
        if (record_.service() != our_service)
            return fail("ocr.order",
                        fmt::format("a record of service {} inside an assignment of service 09", record_.service()));
        if (kind == "30") return item_1();
        if (kind == "31") return item_2();
        if (kind == "32") return item_3();
        if (kind == "88") return end_assignment();
        fail("ocr.record", fmt::format("OCR giro has no record of type {} here", kind));
    }

    void item_1() {
        if (open_ && !has_item_2_) fail("ocr.order", "a transaction without its amount item 2");
        finish_transaction();
        const std::string_view type = record_.type();
        const std::int64_t number = record_.whole(9, 7);
        ++counted_.transactions;
        if (number <= last_transaction_)
            fail("ocr.transaction_number", fmt::format("transaction number {} after {}", number, last_transaction_));
        last_transaction_ = number;
        open_ = true;
        has_item_2_ = false;
        has_item_3_ = false;
        type_ = type;
        raw_from_ = line_from_;
        raw_to_ = line_from_ + record_.line.size();
        item_ = PaymentItem();
        item_.place = place();
        item_.account = assignment_.account;
        item_.group = static_cast<std::uint32_t>(file_.assignments.size());
        item_.entry_ref = record_.at(27, 5);
        const std::string_view kid = trimmed(record_.at(50, 25));
        if (!kid.empty()) {
            item_.reference = utf8_from_latin_1(kid);
            item_.reference_kind = "KID";
            if (!party::kid_shaped(kid)) item_.remarks.push_back(Remark::odd_reference);
        } else {
            item_.remarks.push_back(Remark::no_reference);
        }
        amount_and_date();
    }

    void amount_and_date() {
        const bool reversal = type_ == "18" || type_ == "20";
        if (type_ < "10" || type_ > "21")
            return fail("ocr.type", fmt::format("OCR giro has no transaction type {}", type_));
        if (type_ >= "18") item_.remarks.push_back(Remark::card);
        const char sign = record_.line[31];
        if (sign != '-' && sign != '0') return fail("ocr.sign", "position 32 (sign) is neither - nor 0");
        const std::int64_t amount = record_.whole(33, 17);
        const std::int64_t control = sign == '-' ? -amount : amount;
        counted_.add(control);
        if (!add_up(control < 0 ? debits_ : credits_, amount)) counted_.too_large = true;
        item_.kind = reversal ? Kind::reversal : sign == '-' ? Kind::correction : Kind::payment;
        item_.amount = nok(reversal || sign == '-' ? -amount : amount);
        const auto date = record_.date(16);
        if (!date || !*date) return fail("ocr.date", "positions 16 to 21 (settlement date) are no day of the calendar");
        item_.booking_date = **date;
        item_.value_date = **date;
        if (!assignment_.first_date || **date < *assignment_.first_date) assignment_.first_date = **date;
        if (!assignment_.last_date || **date > *assignment_.last_date) assignment_.last_date = **date;
    }

    // Items 2 and 3 stand after item 1 and carry its number and type.
    bool belongs() {
        if (open_ && record_.type() == type_ && record_.whole(9, 7) == last_transaction_) return true;
        fail("ocr.order", fmt::format("an amount item {} that does not belong to the transaction before it",
                                      record_.kind() == "31" ? 2 : 3));
        return false;
    }

    void item_2() {
        if (!belongs()) return;
        if (has_item_2_ || has_item_3_) return fail("ocr.order", "a second amount item 2");
        has_item_2_ = true;
        raw_to_ = line_from_ + record_.line.size();
        if (record_.whole(26, 9) != 0) item_.archive_ref = record_.at(26, 9);
        if (record_.whole(48, 11) == 0)
            item_.remarks.push_back(Remark::payer_unknown);
        else
            item_.payer_account = record_.at(48, 11);
        const auto date = record_.date(42);
        if (!date) return fail("ocr.date", "positions 42 to 47 (date of the order) are no day of the calendar");
        item_.payment_date = *date;
    }

    void item_3() {
        if (!belongs()) return;
        if (!has_item_2_ || has_item_3_)
            return fail("ocr.order", "an amount item 3 that does not follow amount item 2");
        if (type_ != "20" && type_ != "21")
            return fail("ocr.order", fmt::format("transaction type {} has no amount item 3", type_));
        has_item_3_ = true;
        raw_to_ = line_from_ + record_.line.size();
        const std::string_view words = trimmed(record_.at(16, 40));
        if (!words.empty()) item_.text.push_back(utf8_from_latin_1(words));
    }

    void finish_transaction() {
        if (open_) {
            item_.raw = utf8_from_latin_1(text_.substr(raw_from_, raw_to_ - raw_from_));
            file_.items.push_back(std::move(item_));
        }
        open_ = false;
    }

    void end_assignment() {
        if (open_ && !has_item_2_) fail("ocr.order", "a transaction without its amount item 2");
        finish_transaction();
        compare(counted_, "assignment");
        const auto date = record_.date(42);
        const auto first = record_.date(48);
        const auto last = record_.date(54);
        if (!date || !first || !last) return close_assignment("a date of the end record 88 is no day of the calendar");
        assignment_.date = *date;
        if (damaged_) return close_assignment("");
        if (*first != assignment_.first_date)
            return close_assignment("the earliest date is not that of the transactions");
        if (*last != assignment_.last_date) return close_assignment("the latest date is not that of the transactions");
        const bool within = !*date ? counted_.transactions == 0 : !*first || (**date >= **first && **date <= **last);
        close_assignment(within ? "" : "the date lies outside the dates of the transactions");
    }

    void close_assignment(std::string_view wrong_date) {
        if (!wrong_date.empty()) fail("ocr.date", wrong_date);
        assignment_.transactions = counted_.transactions;
        assignment_.records = counted_.records;
        assignment_.sum = counted_.sum;
        envelope_.transactions += counted_.transactions;
        envelope_.add(counted_.sum);
        if (assignment_.date) end_dates_.push_back(*assignment_.date);
        file_.assignments.push_back(std::move(assignment_));
        where_ = Where::between_assignments;
    }

    void in_skipped_assignment(std::string_view kind) {
        if (record_.service() != assignment_.service)
            return fail("ocr.order", fmt::format("a record of service {} inside an assignment of service {}",
                                                 record_.service(), assignment_.service));
        if (kind != "88") return;
        if (!all_digits(record_.at(9, 16))) return fail("ocr.numeric", "positions 9 to 24 (counts) are not digits");
        // What its transactions are is not known here; its own count is believed, its records are counted.
        counted_.transactions = record_.whole(9, 8);
        if (all_digits(record_.at(25, 17))) counted_.sum = record_.whole(25, 17);
        if (!damaged_ && record_.whole(17, 8) != counted_.records)
            fail("ocr.records", fmt::format("the end record 88 says {} records, there are {}", record_.whole(17, 8),
                                            counted_.records));
        file_.notes.push_back({"ocr.service_skipped", assignment_.place,
                               fmt::format("service {}, {} transactions, skipped: it brings no payments",
                                           assignment_.service, counted_.transactions),
                               "Nothing to do."});
        close_assignment("");
    }

    void end_transmission() {
        if (where_ == Where::before_start) return fail("ocr.order", "the file does not begin with the start record 10");
        if (where_ != Where::between_assignments) {
            fail("ocr.order", "the assignment before has no end record 88");
            damaged_ = true;
        }
        where_ = Where::after_end;
        compare(envelope_, "transmission");
        const auto date = record_.date(42);
        if (!date || !*date) return fail("ocr.date", "positions 42 to 47 (date) are no day of the calendar");
        created_ = **date;
        file_.created = text(created_);
        if (!end_dates_.empty() && std::find(end_dates_.begin(), end_dates_.end(), created_) == end_dates_.end())
            fail("ocr.date", "the date is that of no assignment of the file");
    }

    void compare(const Tally& counted, std::string_view of) {
        if (damaged_) return;  // what could not be read is missing in the count: said once is enough
        if (record_.whole(9, 8) != counted.transactions)
            fail("ocr.transactions", fmt::format("the {} says {} transactions, there are {}", of, record_.whole(9, 8),
                                                 counted.transactions));
        if (record_.whole(17, 8) != counted.records)
            fail("ocr.records",
                 fmt::format("the {} says {} records, there are {}", of, record_.whole(17, 8), counted.records));
        if (counted.too_large)
            fail("ocr.sum", fmt::format("the amounts of the {} are larger than any sum", of));
        else if (record_.whole(25, 17) != counted.sum)
            fail("ocr.sum",
                 fmt::format("the {} says {} øre, the transactions add to {}", of, record_.whole(25, 17), counted.sum));
    }

    void check_dates() {
        for (const PaymentItem& item : file_.items) {
            if (plausible(item.booking_date, created_) &&
                (!item.payment_date || plausible(*item.payment_date, created_)))
                continue;
            add_error(file_, "ocr.date", item.place, "a date more than 10 years before or 60 days after the file's own",
                      std::string(again));
        }
    }

    std::string place() const { return "record " + std::to_string(record_.number); }
    void fail(std::string_view code, std::string_view message) { fail_at(record_.number, code, message); }
    void fail_at(int number, std::string_view code, std::string_view message) {
        add_error(file_, std::string(code), fmt::format("record {}", number), std::string(message), std::string(again));
    }

    std::string_view text_;
    std::size_t next_ = 0;
    OcrRecord record_;
    PaymentFile file_;
    Where where_ = Where::before_start;
    Tally envelope_;
    Tally counted_;
    Assignment assignment_;
    PaymentItem item_;
    std::string_view type_;
    std::size_t line_from_ = 0;
    std::size_t raw_from_ = 0;  // of the transaction that is being read
    std::size_t raw_to_ = 0;
    std::int64_t last_transaction_ = 0;
    std::int64_t credits_ = 0;
    std::int64_t debits_ = 0;
    std::vector<Date> end_dates_;
    Date created_;
    int blank_since_ = 0;
    bool open_ = false;
    bool has_item_2_ = false;
    bool has_item_3_ = false;
    bool damaged_ = false;
};

}  // namespace

PaymentFile read_ocr_giro(std::string_view bytes) {
    std::string kept;
    return OcrReader(one_byte_text(bytes, kept)).read();
}

}  // namespace frist::bank
