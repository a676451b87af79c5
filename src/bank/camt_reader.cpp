// Reads ISO 20022 camt.054 (notifications) and camt.053 (statements), versions .02 to .14 with one reader: what
// differs between them are a few paths. Elements that are not used are passed over, valid or not.
#include "bank/camt_entry.h"
#include "bank/encoding.h"
#include "bank/payment_file.h"
#include "bank/verdict.h"
#include "bank/xml_stream.h"
#include "base/pch.h"
#include "party/account_number.h"
#include "party/kid.h"

namespace frist::bank {
namespace {

constexpr std::size_t largest = 200'000'000;
constexpr std::string_view again = "Nothing of the file is booked. Ask the bank to send it again.";
constexpr std::string_view iso = "urn:iso:std:iso:20022:tech:xsd:";

// Sums of entries, by direction.
struct Gross {
    std::int64_t count = 0;
    std::int64_t sum = 0;
};

class CamtReader : public XmlListener {
public:
    PaymentFile read(std::string_view bytes) {
        std::string kept;
        file_.items.reserve(std::min(bytes.size(), largest) / 600);   // about what an entry takes
        if (bytes.size() > largest) {
            fields_.error("camt.size", "the file", "the file is larger than 200 MB");
        } else if (auto text = xml_as_utf8(bytes, kept); !text.ok()) {
            file_.errors.push_back(text.error());
        } else if (auto read = read_xml(*text, *this); !read.ok()) {
            Error error = read.error();
            if (!path().empty()) error.field = fmt::format("{}, {}", path(), error.field);
            file_.errors.push_back(std::move(error));
        }
        if (file_.errors.empty() && file_.groups.empty())
            fields_.error("camt.no_group", file_.message,
                          file_.format == Format::camt053 ? "the message has no Stmt" : "the message has no Ntfctn");
        if (file_.errors.empty()) check_dates();
        conclude(file_);
        return std::move(file_);
    }

    std::optional<Error> document(std::string_view name, std::string_view name_space) override {
        const auto unknown = [](std::string_view what) {
            return Error{"camt.message", "Document", std::string(what), "Ask the bank for camt.054 or camt.053."};
        };
        if (name != "Document" || !name_space.starts_with(iso)) return unknown("this is no ISO 20022 message");
        const std::string_view message = name_space.substr(iso.size());
        file_.message = message.substr(0, 40);
        if (message.starts_with("camt.052."))
            return unknown("camt.052 is the day's interim report: it is not final and never booked");
        if (!message.starts_with("camt.053.") && !message.starts_with("camt.054."))
            return unknown(fmt::format("{} is no message about payments received", file_.message));
        file_.format = message.starts_with("camt.053.") ? Format::camt053 : Format::camt054;
        const std::string_view version = message.substr(9);
        const bool known = version.size() == 6 && version.starts_with("001.") && version.substr(4) >= "02" &&
                           version.substr(4) <= "14" && version[5] >= '0' && version[5] <= '9';
        if (!known) return unknown(fmt::format("{} is not supported; versions .02 to .14 are", file_.message));
        return std::nullopt;
    }

    std::optional<Error> opened(std::string_view name, int depth) override {
        if (too_many_errors(file_))
            return Error{"camt.errors", "", "more than 100 errors, the rest was not read", std::string(again)};
        const bool statement = file_.format == Format::camt053;
        if (depth == 2 && name != (statement ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn"))
            return Error{"camt.message", "Document", fmt::format("the message inside is not that of {}", file_.message),
                         std::string(again)};
        if (depth == 3 && name == (statement ? "Stmt" : "Ntfctn")) start_group();
        if (depth == 4 && in_group_ && name == "Ntry") start_entry();
        if (depth == 5 && in_entry_ && name == "NtryDtls") start_details();
        if (depth == 6 && in_details_ && name == "TxDtls") start_transaction();
        return std::nullopt;
    }

    bool closed(Element element, int depth) override {
        if (depth == 6 && in_transaction_) return end_transaction(element);
        if (depth == 5 && in_details_) return end_details(element);
        if (depth == 4 && in_entry_) return end_entry(element);
        if (depth != 3) return false;
        if (in_group_)
            end_group(element);
        else if (element.name() == "GrpHdr")
            header(element);
        return true;
    }

private:
    void header(Element header) {
        file_.created = header["CreDtTm"].text();
        file_.identity = fmt::format("{}/{}", header["MsgId"].text(), file_.created);
        if (!file_.created.empty()) created_ = fields_.date_of(file_.created, "GrpHdr", "CreDtTm");
    }

    void start_group() {
        in_group_ = true;
        group_ = {};
        group_.place = path();
        first_item_ = file_.items.size();
        booked_.clear();
        gross_in_ = {};
        gross_out_ = {};
        currencies_.clear();
    }

    void start_entry() {
        in_entry_ = true;
        ++group_.entries;
        details_.clear();
        batch_.reset();
        parts_ = 0;
    }

    void start_details() {
        in_details_ = true;
        ++parts_;
        transactions_ = 0;
    }

    void start_transaction() {
        in_transaction_ = true;
        ++transactions_;
        ++group_.transactions;
    }

    bool end_transaction(Element element) {
        in_transaction_ = false;
        details_.push_back(read_detail(element, fmt::format("{}/TxDtls[{}]", path(), transactions_), fields_));
        return true;
    }

    bool end_details(Element element) {
        in_details_ = false;
        const std::string_view declared = element["Btch"]["NbOfTxs"].text();
        std::int64_t count = 0;
        const auto [end, failure] = std::from_chars(declared.data(), declared.data() + declared.size(), count);
        const bool whole =
            failure == std::errc{} && end == declared.data() + declared.size() && count >= 0 && count < 1'000'000'000;
        if (!declared.empty() && !whole) fields_.finding("batch_count", entry_path(), "NbOfTxs is no whole number");
        // Of several parts those that say nothing hold what they hold.
        if (whole || batch_)
            batch_ = batch_.value_or(static_cast<std::int64_t>(details_.size()) - transactions_) +
                     (whole ? count : transactions_);
        return true;
    }

    bool end_entry(Element element) {
        in_entry_ = false;
        Entry entry = read_entry(element, entry_path(), std::move(details_), batch_, fields_);
        details_.clear();
        if (!entry.good) return true;
        if (entry.reversal) ++group_.reversals;
        if (!entry.booked) group_.not_booked.push_back(static_cast<int>(group_.entries));
        if (std::find(currencies_.begin(), currencies_.end(), entry.amount.currency()) == currencies_.end())
            currencies_.push_back(entry.amount.currency());
        Gross& gross = entry.direction == Direction::in ? gross_in_ : gross_out_;
        ++gross.count;
        if (!add_up(gross.sum, entry.amount.minor()) || !add_total(entry) || !add_booked(entry))
            fields_.error("camt.sum", entry.place, "the entries are larger than any sum");
        for (PaymentItem& item : entry.items) {
            item.group = static_cast<std::uint32_t>(file_.groups.size());
            file_.items.push_back(std::move(item));
        }
        return true;
    }

    bool add_total(const Entry& entry) {
        const Currency currency = entry.amount.currency();
        auto total = std::find_if(file_.totals.begin(), file_.totals.end(),
                                  [&](const Total& t) { return t.credits.currency() == currency; });
        if (total == file_.totals.end()) total = file_.totals.insert(total, {Money(0, currency), Money(0, currency)});
        Money& side = entry.direction == Direction::in ? total->credits : total->debits;
        std::int64_t sum = side.minor();
        if (!add_up(sum, entry.amount.minor())) return false;
        side = Money(sum, currency);
        return true;
    }

    bool add_booked(const Entry& entry) {
        if (!entry.booked) return true;
        auto net = std::find_if(booked_.begin(), booked_.end(),
                                [&](const Money& m) { return m.currency() == entry.amount.currency(); });
        if (net == booked_.end()) net = booked_.insert(net, Money(0, entry.amount.currency()));
        std::int64_t sum = net->minor();
        if (!add_up(sum, entry.direction == Direction::in ? entry.amount.minor() : -entry.amount.minor())) return false;
        *net = Money(sum, entry.amount.currency());
        return true;
    }

    void end_group(Element element) {
        const Element account = element["Acct"]["Id"];
        group_.account = account["IBAN"] ? account["IBAN"].text() : account["Othr"]["Id"].text();
        group_.id = element["Id"].text();
        group_.sequence = element["ElctrncSeqNb"].text();
        group_.copy = element["CpyDplctInd"].text();
        if (group_.account.empty()) fields_.error("camt.account", group_.place, "the account (Acct/Id) is missing");
        if (const Element currency = element["Acct"]["Ccy"]) {
            const auto known = Currency::parse(currency.text());
            if (known.ok())
                group_.currency = *known;
            else
                fields_.error("camt.currency", group_.place, "Acct/Ccy is not three capital letters");
        }
        const auto other = [this](const Currency& c) { return c != group_.currency.value_or(c); };
        if (std::any_of(currencies_.begin(), currencies_.end(), other))
            fields_.finding("entry_currency", group_.place, "an entry has another currency than the account");
        read_balances(element);
        check_summary(element["TxsSummry"]);
        name_items();
        file_.groups.push_back(std::move(group_));
        in_group_ = false;
    }

    void read_balances(Element element) {
        for (Element balance = element["Bal"]; balance; balance = balance.next()) {
            const auto amount = fields_.amount(balance["Amt"], group_.place, "Bal/Amt");
            const auto direction = direction_of(balance["CdtDbtInd"], group_.place, fields_);
            if (!amount) continue;
            const Element type = balance["Tp"]["CdOrPrtry"];
            group_.balances.push_back({std::string(type["Cd"] ? type["Cd"].text() : type["Prtry"].text()),
                                       direction == Direction::out ? -*amount : *amount,
                                       fields_.date(balance["Dt"], group_.place, "Bal/Dt")});
        }
        const Balance* opening = balance_of("OPBD") != nullptr ? balance_of("OPBD") : balance_of("PRCD");
        const Balance* closing = balance_of("CLBD");
        if (file_.format != Format::camt053 || opening == nullptr || closing == nullptr) return;
        std::int64_t sum = opening->amount.minor();
        bool same = opening->amount.currency() == closing->amount.currency();
        for (const Money& net : booked_)
            same = same && net.currency() == closing->amount.currency() && add_up(sum, net.minor());
        group_.balances_agree = same && sum == closing->amount.minor();
        if (!*group_.balances_agree)
            fields_.finding(
                "balance_equation", group_.place,
                "opening balance and booked entries differ from the closing balance: the statement is incomplete");
    }

    const Balance* balance_of(std::string_view code) const {
        const auto found = std::find_if(group_.balances.begin(), group_.balances.end(),
                                        [&](const Balance& b) { return b.code == code; });
        return found == group_.balances.end() ? nullptr : &*found;
    }

    void check_summary(Element summary) {
        const Gross all{gross_in_.count + gross_out_.count, gross_in_.sum};
        std::int64_t sum = all.sum;
        if (!add_up(sum, gross_out_.sum)) return;
        compare(summary["TtlNtries"], {all.count, sum}, "TtlNtries");
        compare(summary["TtlCdtNtries"], gross_in_, "TtlCdtNtries");
        compare(summary["TtlDbtNtries"], gross_out_, "TtlDbtNtries");
    }

    void compare(Element declared, const Gross& counted, std::string_view name) {
        std::string_view count = declared["NbOfNtries"].text();
        while (count.size() > 1 && count.front() == '0') count.remove_prefix(1);
        if (!count.empty() && count != fmt::format("{}", counted.count))
            fields_.finding("summary_count", group_.place,
                            fmt::format("{}: NbOfNtries is not {}, the number of entries", name, counted.count));
        const Element sum = declared["Sum"];
        if (!sum || currencies_.size() > 1) return;  // sums of several currencies say nothing
        const Currency currency = currencies_.empty() ? group_.currency.value_or(Currency::nok()) : currencies_.front();
        const auto said = Money::parse(sum.text(), currency);
        if (!said.ok() || said->minor() != counted.sum)
            fields_.finding(
                "summary_sum", group_.place,
                fmt::format("{}: Sum is not {}, what the entries add to", name, text(Money(counted.sum, currency))));
    }

    // The account stands in the file before or after its entries.
    void name_items() {
        const std::string account = party::same_spelling(group_.account);
        const bool norwegian = party::valid_bban(account);
        for (std::size_t i = first_item_; i < file_.items.size(); ++i) {
            PaymentItem& item = file_.items[i];
            item.account = account;
            if (!norwegian || item.reference.empty()) continue;
            if (item.reference_kind == "SCOR" || item.reference_kind.empty()) item.reference_kind = "KID";
            if (item.reference_kind == "KID" && !party::kid_shaped(item.reference))
                item.remarks.push_back(Remark::odd_reference);
        }
    }

    void check_dates() {
        for (PaymentItem& item : file_.items) {
            if (!created_) {
                if (item.has(Remark::no_date))
                    fields_.error("camt.date", item.place, "neither the entry nor the message has a date");
                continue;
            }
            if (item.has(Remark::no_date)) item.booking_date = *created_;
            const bool good = plausible(item.booking_date, *created_) &&
                              (!item.value_date || plausible(*item.value_date, *created_)) &&
                              (!item.payment_date || plausible(*item.payment_date, *created_));
            if (!good)
                fields_.error("camt.date", item.place,
                              "a date more than 10 years before or 60 days after the file's own");
        }
    }

    // Where the reader is: "Ntfctn[1]/Ntry[3]/NtryDtls".
    std::string path() const {
        if (!in_group_) return "";
        std::string out =
            fmt::format("{}[{}]", file_.format == Format::camt053 ? "Stmt" : "Ntfctn", file_.groups.size() + 1);
        if (!in_entry_) return out;
        out += fmt::format("/Ntry[{}]", group_.entries);
        if (in_details_) out += parts_ > 1 ? fmt::format("/NtryDtls[{}]", parts_) : "/NtryDtls";
        return out;
    }

    std::string entry_path() const {
        return fmt::format("{}[{}]/Ntry[{}]", file_.format == Format::camt053 ? "Stmt" : "Ntfctn",
                           file_.groups.size() + 1, group_.entries);
    }

    PaymentFile file_;
    CamtFields fields_{file_};
    Group group_;
    std::optional<Date> created_;
    std::vector<Detail> details_;
    std::optional<std::int64_t> batch_;
    std::vector<Money> booked_;         // net of booked entries, one for each currency
    std::vector<Currency> currencies_;  // of the entries of this group
    Gross gross_in_;
    Gross gross_out_;
    std::size_t first_item_ = 0;
    std::int64_t transactions_ = 0;
    int parts_ = 0;
    bool in_group_ = false;
    bool in_entry_ = false;
    bool in_details_ = false;
    bool in_transaction_ = false;
};

}  // namespace

PaymentFile read_camt(std::string_view bytes) {
    return CamtReader().read(bytes);
}

}  // namespace frist::bank
