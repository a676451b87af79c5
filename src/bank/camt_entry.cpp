#include "bank/camt_entry.h"

#include "bank/verdict.h"
#include "base/pch.h"
#include "party/account_number.h"

namespace frist::bank {
namespace {

// Sub-families of bank transaction codes that mean that money came back.
bool means_return(Element codes) {
    const std::string_view family = codes["Domn"]["Fmly"]["SubFmlyCd"].text();
    return family == "RRTN" || family == "ARET" || family == "RPCR" || family == "UPDD";
}

// Versions to .06 have Dbtr/Nm, those after it Dbtr/Pty/Nm.
Element party_of(Element role) {
    return role["Pty"] ? role["Pty"] : role;
}

std::string account_of(Element account) {
    const Element id = account["Id"];
    return party::same_spelling(id["IBAN"] ? id["IBAN"].text() : id["Othr"]["Id"].text());
}

std::string id_of(Element party) {
    const Element id = party["Id"];
    const Element kind = id["OrgId"] ? id["OrgId"] : id["PrvtId"];
    return std::string(kind["Othr"]["Id"].text());
}

std::string kind_of(Element reference) {
    const Element type = reference["Tp"];
    const Element code = type["CdOrPrtry"];
    if (type["Issr"].text() == "ISO" || reference["Ref"].text().starts_with("RF")) return "RF";
    return std::string(code["Cd"] ? code["Cd"].text() : code["Prtry"].text());
}

void add_reference(PaymentItem& item, Reference reference) {
    if (reference.value.empty()) return;
    if (item.reference.empty() && reference.kind != "CINV" && reference.kind != "CREN") {
        item.reference = std::move(reference.value);
        item.reference_kind = std::move(reference.kind);
    } else {
        item.more_references.push_back(std::move(reference));
    }
}

// One payment for several invoices and credit notes: what it pays less what it deducts is the payment.
struct Documents {
    std::int64_t net = 0;
    bool any = false;
    bool comparable = true;

    void add(std::optional<Money> part, bool deducted, const std::optional<Money>& payment) {
        if (!part) return;
        any = true;
        comparable = comparable && payment && part->currency() == payment->currency() &&
                     add_up(net, deducted ? -part->minor() : part->minor());
    }
};

void read_remittance(Element remittance, Detail& detail, const CamtFields& fields) {
    PaymentItem& item = detail.item;
    for (Element line = remittance["Ustrd"]; line; line = line.next()) item.text.emplace_back(line.exact_text());
    Documents documents;
    for (Element block = remittance["Strd"]; block; block = block.next()) {
        const Element reference = block["CdtrRefInf"];
        add_reference(item, {std::string(reference["Ref"].text()), kind_of(reference)});
        const Element document = block["RfrdDocInf"];
        add_reference(item,
                      {std::string(document["Nb"].text()), std::string(document["Tp"]["CdOrPrtry"]["Cd"].text())});
        const Element sums = block["RfrdDocAmt"];
        documents.add(fields.amount_if_there(sums["RmtdAmt"], item.place, "RmtdAmt"), false, detail.amount);
        documents.add(fields.amount_if_there(sums["CdtNoteAmt"], item.place, "CdtNoteAmt"), true, detail.amount);
    }
    if (documents.any && documents.comparable && documents.net != detail.amount->minor()) {
        fields.finding("document_sum", item.place,
                       fmt::format("the invoices less the credit notes are {}, the payment is {}", documents.net,
                                   detail.amount->minor()));
        item.remarks.push_back(Remark::sums_differ);
    }
}

void read_parties(Element parties, PaymentItem& item) {
    const Element payer = party_of(parties["Dbtr"]);
    item.payer_name = payer["Nm"].text();
    item.payer_id = id_of(payer);
    item.payer_account = account_of(parties["DbtrAcct"]);
    item.behind_payer = party_of(parties["UltmtDbtr"])["Nm"].text();
}

// BOOK is money. PDNG, INFO and FUTR are announcements.
std::optional<std::string> status_of(Element entry, const std::string& place, const CamtFields& fields) {
    const Element status = entry["Sts"];
    if (!status) {
        fields.finding("status_missing", place, "the entry has no status: it is shown, and not booked");
        return "";
    }
    const Element code = status["Cd"];
    if (status["Prtry"]) {
        fields.finding("status_unknown", place,
                       "the entry has a status of the bank's own: it is shown, and not booked");
        return "";
    }
    const std::string text(code ? code.text() : status.text());
    if (text == "BOOK" || text == "PDNG" || text == "INFO" || text == "FUTR") return text;
    fields.error("camt.status", place, "Sts is none of BOOK, PDNG, INFO and FUTR");
    return std::nullopt;
}

Kind kind_of(const Entry& entry, std::string_view status, bool returned) {
    if (!entry.booked) return status == "INFO" && entry.reversal ? Kind::failed : Kind::information;
    if (entry.reversal) return Kind::reversal;
    return returned ? Kind::returned : Kind::payment;
}

// The details as one item, when they cannot be trusted one by one: all references and texts, the entry's amount.
Detail as_one(std::vector<Detail> details, const std::string& place) {
    Detail one;
    for (Detail& detail : details) {
        add_reference(one.item, {std::move(detail.item.reference), std::move(detail.item.reference_kind)});
        for (Reference& more : detail.item.more_references) add_reference(one.item, std::move(more));
        for (std::string& line : detail.item.text) one.item.text.push_back(std::move(line));
        one.returned = one.returned || detail.returned;
    }
    if (details.size() == 1) {
        Detail& only = details.front();
        one.item.payer_name = std::move(only.item.payer_name);
        one.item.payer_account = std::move(only.item.payer_account);
        one.item.payer_id = std::move(only.item.payer_id);
        one.item.behind_payer = std::move(only.item.behind_payer);
        one.item.archive_ref = std::move(only.item.archive_ref);
        one.item.end_to_end = std::move(only.item.end_to_end);
        one.item.payment_date = only.item.payment_date;
        one.item.remarks = std::move(only.item.remarks);
        one.item.place = std::move(only.item.place);
        one.item.raw = std::move(only.item.raw);
    } else {
        one.item.place = place;
    }
    return one;
}

enum class Fit { each, gross, not_comparable, differs };

// Do the details add up to their entry, each in its own direction or all in the entry's?
Fit fit_of(const std::vector<Detail>& details, const Entry& entry, std::int64_t& gross) {
    std::int64_t net = 0;
    gross = 0;
    for (const Detail& detail : details) {
        if (!detail.amount || detail.amount->currency() != entry.amount.currency()) return Fit::not_comparable;
        const std::int64_t minor = detail.amount->minor();
        const bool with_entry = detail.direction.value_or(entry.direction) == entry.direction;
        if (!add_up(gross, minor) || !add_up(net, with_entry ? minor : -minor)) return Fit::differs;
    }
    if (details.empty()) return Fit::not_comparable;
    if (net == entry.amount.minor()) return Fit::each;
    return gross == entry.amount.minor() ? Fit::gross : Fit::differs;
}

void settle_amounts(std::vector<Detail>& details, const Entry& entry, const CamtFields& fields) {
    std::int64_t gross = 0;
    const Fit fit = fit_of(details, entry, gross);
    if (fit == Fit::each || fit == Fit::gross) {
        for (Detail& detail : details) {
            const Direction own = detail.direction.value_or(entry.direction);
            if (fit == Fit::gross && own != entry.direction) detail.item.remarks.push_back(Remark::direction_differs);
            detail.direction = fit == Fit::each ? own : entry.direction;
        }
        return;
    }
    if (fit == Fit::differs)
        fields.finding("entry_sum", entry.place,
                       fmt::format("Ntry/Amt {}, TxDtls add to {}", entry.amount.minor(), gross));
    const bool several = details.size() > 1;
    std::vector<Detail> one;
    one.push_back(as_one(std::move(details), entry.place));
    one.front().amount = entry.amount;
    one.front().direction = entry.direction;
    if (fit == Fit::differs) one.front().item.remarks.push_back(Remark::sums_differ);
    if (several) one.front().item.remarks.push_back(Remark::lump_sum);
    details = std::move(one);
}

void check_batch(std::vector<Detail>& details, std::size_t given, std::optional<std::int64_t> batch, const Entry& entry,
                 const CamtFields& fields) {
    if (!batch || *batch == static_cast<std::int64_t>(given)) return;
    const bool elsewhere = *batch > static_cast<std::int64_t>(given);
    if (given > 0)
        fields.finding("batch_count", entry.place, fmt::format("NbOfTxs {}, {} TxDtls present", *batch, given));
    for (Detail& detail : details) detail.item.remarks.push_back(elsewhere ? Remark::lump_sum : Remark::sums_differ);
}

}  // namespace

void CamtFields::error(std::string code, const std::string& place, std::string message) const {
    add_error(*file_, std::move(code), place, std::move(message),
              "Nothing of the file is booked. Ask the bank to send it again.");
}

void CamtFields::finding(std::string code, const std::string& place, std::string message) const {
    add_finding(*file_, std::move(code), place, std::move(message),
                "Compare with the bank's own pages before booking by hand.");
}

std::optional<Money> CamtFields::amount_if_there(Element element, const std::string& place,
                                                 std::string_view name) const {
    if (!element) return std::nullopt;
    return amount(element, place, name);
}

std::optional<Money> CamtFields::amount(Element element, const std::string& place, std::string_view name) const {
    const auto wrong = [&](std::string_view why) {
        error("camt.amount", place, fmt::format("{}: {}", name, why));
        return std::nullopt;
    };
    if (!element) return wrong("the amount is missing");
    const auto currency = Currency::parse(element.currency());
    if (!currency.ok()) return wrong("the currency is missing or not three capital letters");
    if (element.text().starts_with('-')) return wrong("an amount is never negative, the direction says CdtDbtInd");
    const auto sum = Money::parse(element.text(), *currency);
    if (!sum.ok()) return wrong(sum.error().message);
    return *sum;
}

std::optional<Date> CamtFields::date(Element element, const std::string& place, std::string_view name) const {
    const Element day = element["Dt"] ? element["Dt"] : element["DtTm"];
    if (!day) return std::nullopt;
    return date_of(day.text(), place, name);
}

// A date, alone or with a time or a zone after it.
std::optional<Date> CamtFields::date_of(std::string_view text, const std::string& place, std::string_view name) const {
    const auto day = Date::parse(text.substr(0, 10));
    const bool ended = text.size() <= 10 || text[10] == 'T' || text[10] == 'Z' || text[10] == '+' || text[10] == '-';
    if (day.ok() && ended) return *day;
    error("camt.date", place, fmt::format("{} is no day of the calendar of the form 2025-02-28", name));
    return std::nullopt;
}

std::optional<Direction> direction_of(Element indicator, const std::string& place, const CamtFields& fields) {
    if (!indicator) return std::nullopt;
    if (indicator.text() == "CRDT") return Direction::in;
    if (indicator.text() == "DBIT") return Direction::out;
    fields.error("camt.direction", place, "CdtDbtInd is neither CRDT nor DBIT");
    return std::nullopt;
}

Detail read_detail(Element details, std::string place, const CamtFields& fields) {
    Detail detail;
    PaymentItem& item = detail.item;
    item.place = std::move(place);
    item.raw = details.source();
    const Element amount = details["Amt"] ? details["Amt"] : details["AmtDtls"]["TxAmt"]["Amt"];
    detail.amount = fields.amount_if_there(amount, item.place, "TxDtls/Amt");
    detail.direction = direction_of(details["CdtDbtInd"], item.place, fields);
    detail.returned = static_cast<bool>(details["RtrInf"]) || means_return(details["BkTxCd"]);
    const Element refs = details["Refs"];
    for (const std::string_view name : {"AcctSvcrRef", "UETR", "TxId"})
        if (item.archive_ref.empty()) item.archive_ref = refs[name].text();
    item.end_to_end = refs["EndToEndId"].text();
    read_parties(details["RltdPties"], item);
    read_remittance(details["RmtInf"], detail, fields);
    const Element more = details["AddtlTxInf"];
    if (item.text.empty() && item.reference.empty() && more) item.text.emplace_back(more.text());
    if (const Element accepted = details["RltdDts"]["AccptncDtTm"])
        item.payment_date = fields.date_of(accepted.text(), item.place, "AccptncDtTm");
    return detail;
}

Entry read_entry(Element element, std::string place, std::vector<Detail> details, std::optional<std::int64_t> batch,
                 const CamtFields& fields) {
    Entry entry;
    entry.place = std::move(place);
    const auto amount = fields.amount(element["Amt"], entry.place, "Ntry/Amt");
    const auto direction = direction_of(element["CdtDbtInd"], entry.place, fields);
    if (!element["CdtDbtInd"]) fields.error("camt.direction", entry.place, "CdtDbtInd is missing: in or out?");
    const std::string_view reversed = element["RvslInd"].text();
    entry.reversal = reversed == "true" || reversed == "1";
    const auto status = status_of(element, entry.place, fields);
    const auto booked_on = fields.date(element["BookgDt"], entry.place, "BookgDt");
    const auto value_on = fields.date(element["ValDt"], entry.place, "ValDt");
    entry.good = amount && direction && status;
    if (!entry.good) return entry;
    entry.amount = *amount;
    entry.direction = *direction;
    entry.booked = *status == "BOOK";

    const std::size_t given = details.size();
    const bool returned = means_return(element["BkTxCd"]);
    settle_amounts(details, entry, fields);
    check_batch(details, given, batch, entry, fields);
    const Element bank_ref = element["AcctSvcrRef"];
    for (Detail& detail : details) {
        PaymentItem& item = detail.item;
        item.amount = *detail.direction == Direction::in ? *detail.amount : -*detail.amount;
        item.kind = kind_of(entry, *status, returned || detail.returned);
        item.booking_date = booked_on ? *booked_on : value_on.value_or(Date());
        item.value_date = value_on;
        if (!booked_on && !value_on) item.remarks.push_back(Remark::no_date);
        item.entry_ref = bank_ref ? bank_ref.text() : element["NtryRef"].text();
        if (item.raw.empty()) item.raw = element.source();
        if (item.text.empty() && item.reference.empty() && element["AddtlNtryInf"])
            item.text.emplace_back(element["AddtlNtryInf"].text());
        if (item.payer_account.empty()) item.remarks.push_back(Remark::payer_unknown);
        if (item.reference.empty()) item.remarks.push_back(Remark::no_reference);
        if (!item.more_references.empty()) item.remarks.push_back(Remark::several_references);
        entry.items.push_back(std::move(item));
    }
    return entry;
}

}  // namespace frist::bank
