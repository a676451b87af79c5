#include "bank/transfer_writer.h"

#include "base/pch.h"
#include "party/account_number.h"

namespace frist::bank {
namespace {

constexpr std::size_t longest_id = 35;
constexpr std::size_t longest_name = 70;
constexpr std::size_t longest_message = 140;

// So many signs of UTF-8 at most, none of them cut in two.
std::string_view first_signs(std::string_view text, std::size_t most) {
    std::size_t signs = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && signs++ == most) return text.substr(0, at);
    return text;
}

// What banks carry: letters, digits, the Nordic letters and a few marks; anything else becomes a blank.
std::string carried(std::string_view text, std::size_t most) {
    std::string plain;
    for (const char c : first_signs(text, most)) {
        const bool known = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || std::string_view("/-?:().,'+ ").find(c) != std::string_view::npos;
        plain += known ? c : ' ';
    }
    while (!plain.empty() && (plain.front() == ' ' || plain.front() == '/')) plain.erase(plain.begin());
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

bool good_id(std::string_view id) {
    return !id.empty() && id.size() <= longest_id && std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'; });
}

// Elements in the order they are opened; the schema is a sequence. What goes in holds no sign that XML would read.
class Xml {
public:
    void open(std::string_view name) {
        out_ += fmt::format("{}<{}>\n", margin(), name);
        names_.push_back(name.substr(0, name.find(' ')));
    }
    void close() {
        const std::string_view name = names_.back();
        names_.pop_back();
        out_ += fmt::format("{}</{}>\n", margin(), name);
    }
    void leaf(std::string_view name, std::string_view text) { out_ += fmt::format("{}<{}>{}</{}>\n", margin(), name, text, name.substr(0, name.find(' '))); }
    void account(std::string_view name, std::string_view digits, bool ours) {
        open(name);
        open("Id");
        open("Othr");
        leaf("Id", digits);
        open("SchmeNm");
        leaf("Cd", "BBAN");
        close();
        close();
        close();
        if (ours) leaf("Ccy", "NOK");
        close();
    }
    std::string take() { return std::move(out_); }

private:
    [[nodiscard]] std::string margin() const { return std::string(2 * names_.size(), ' '); }
    std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string_view> names_;
};

Outcome fit(const TransferFile& file) {
    if (file.transfers.empty()) return Error{"transfer.empty", "transfers", "there is nothing to send", "Order a refund first."};
    if (!good_id(file.id)) return Error{"transfer.id", "file", "is no name that a bank takes", "Use up to 35 letters, digits and hyphens."};
    if (!party::valid_bban(file.account)) return Error{"transfer.account", "file", "the creditor's account is no Norwegian one", "Correct the creditor's account."};
    for (std::size_t i = 0; i < file.transfers.size(); ++i) {
        const Transfer& one = file.transfers[i];
        const std::string place = fmt::format("transfer {}", i + 1);
        if (!good_id(one.id)) return Error{"transfer.id", place, "is no name that a bank takes", "Use up to 35 letters, digits and hyphens."};
        if (!party::valid_bban(one.account)) return Error{"transfer.account", place, "the account is no Norwegian one", "Correct it."};
        if (!one.amount.positive() || one.amount.currency() != Currency::nok()) return Error{"transfer.amount", place, "is not more than zero kroner", "Give a sum in kroner."};
    }
    return done;
}

void write_one(Xml& xml, const Transfer& one) {
    xml.open("CdtTrfTxInf");
    xml.open("PmtId");
    xml.leaf("InstrId", one.id);
    xml.leaf("EndToEndId", one.id);
    xml.close();
    xml.open("Amt");
    xml.leaf("InstdAmt Ccy=\"NOK\"", text(one.amount));
    xml.close();
    xml.open("Cdtr");
    xml.leaf("Nm", carried(one.name, longest_name));
    xml.open("PstlAdr");
    xml.leaf("Ctry", "NO");
    xml.close();
    xml.close();
    xml.account("CdtrAcct", one.account, false);
    if (const std::string message = carried(one.message, longest_message); !message.empty()) {
        xml.open("RmtInf");
        xml.leaf("Ustrd", message);
        xml.close();
    }
    xml.close();
}

void write_owner(Xml& xml, std::string_view name, const TransferFile& file) {
    xml.open(name);
    xml.leaf("Nm", carried(file.name, longest_name));
    xml.open("Id");
    xml.open("OrgId");
    xml.open("Othr");
    xml.leaf("Id", file.org_number);
    xml.open("SchmeNm");
    xml.leaf("Cd", "CUST");
    xml.close();
    xml.close();
    xml.close();
    xml.close();
    xml.close();
}

}  // namespace

Result<std::string> write_transfers(const TransferFile& file) {
    FRIST_TRY_DONE(fit(file));
    Money sum(0, Currency::nok());
    for (const Transfer& one : file.transfers) sum += one.amount;
    const std::string count = std::to_string(file.transfers.size());
    Xml xml;
    xml.open("Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"");
    xml.open("CstmrCdtTrfInitn");
    xml.open("GrpHdr");
    xml.leaf("MsgId", file.id);
    xml.leaf("CreDtTm", text(file.made) + "T12:00:00");
    xml.leaf("NbOfTxs", count);
    xml.leaf("CtrlSum", text(sum));
    write_owner(xml, "InitgPty", file);
    xml.close();
    xml.open("PmtInf");
    xml.leaf("PmtInfId", file.id);
    xml.leaf("PmtMtd", "TRF");
    xml.leaf("BtchBookg", "false");
    xml.leaf("NbOfTxs", count);
    xml.leaf("CtrlSum", text(sum));
    xml.open("PmtTpInf");
    xml.open("SvcLvl");
    xml.leaf("Cd", "NURG");
    xml.close();
    xml.open("CtgyPurp");
    xml.leaf("Cd", "SUPP");
    xml.close();
    xml.close();
    xml.leaf("ReqdExctnDt", text(file.execute));
    write_owner(xml, "Dbtr", file);
    xml.account("DbtrAcct", file.account, true);
    xml.open("DbtrAgt");
    xml.open("FinInstnId");
    xml.open("PstlAdr");
    xml.leaf("Ctry", "NO");
    xml.close();
    xml.close();
    xml.close();
    xml.leaf("ChrgBr", "SHAR");
    for (const Transfer& one : file.transfers) write_one(xml, one);
    for (int level = 0; level < 3; ++level) xml.close();   // PmtInf, CstmrCdtTrfInitn, Document
    return xml.take();
}

}  // namespace frist::bank
