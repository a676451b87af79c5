// A payment file: read, and brought into the store whole. Floor: the same postings put into the same tables.
#include "measured.h"
#include "portfolio.h"
#include "raw.h"

#include "bank/ocr_writer.h"
#include "office/take_files.h"
#include "rules/balance.h"

#include <fstream>

namespace frist::bench {
namespace {

const Date today = Date::of(2026, 3, 2);

// A quarter pays all, a quarter the principal, a quarter half of it, a quarter more than is owed.
std::string ocr(int count, const std::function<Money(int)>& amount) {
    bank::OcrDelivery delivery;
    delivery.recipient = "00010200";
    delivery.agreement = "001008566";
    delivery.account = "12345678903";
    for (int i = 1; i <= count; ++i)
        delivery.payments.push_back({fmt::format("{:09}", i), amount(i), today, today.previous(), "12345678911", fmt::format("{:09}", i), ""});
    return must(bank::write_ocr_giro(delivery));
}

void read(const bank::PaymentFile& file, int count) {
    FRIST_CHECK(file.verdict != bank::Verdict::reject && static_cast<int>(file.items.size()) == count);
}

void ocr_read(const Ask& ask) {
    const std::string bytes = ocr(ask.count, [](int i) { return nok(50'000 + (i * 7919LL) % 900'000); });
    measure(ask.count, [&] {
        read(bank::read_payment_file(bytes), ask.count);
        return fmt::format("\"bytes\": {}", bytes.size());
    });
}

std::string camt(int count) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId>"
                      "<CreDtTm>2026-03-02T06:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-03-02T06:00:00</CreDtTm>"
                      "<Acct><Id><Othr><Id>12345678903</Id></Othr></Id><Ccy>NOK</Ccy><Svcr><FinInstnId><BIC>DNBANOKK</BIC></FinInstnId></Svcr></Acct>";
    std::int64_t sum = 0;
    std::string entries;
    for (int i = 1; i <= count; ++i) {
        const std::int64_t amount = 50'000 + (i * 7919LL) % 900'000;
        sum += amount;
        entries += fmt::format("<Ntry><Amt Ccy=\"NOK\">{0}.{1:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>"
                               "<AcctSvcrRef>E{2}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>VCOM</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>"
                               "<Refs><AcctSvcrRef>T{2}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"NOK\">{0}.{1:02}</Amt></TxAmt></AmtDtls>"
                               "<RltdPties><Dbtr><Nm>Betaler {2}</Nm></Dbtr><DbtrAcct><Id><Othr><Id>12345678911</Id></Othr></Id></DbtrAcct></RltdPties>"
                               "<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>{2:09}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
                               amount / 100, amount % 100, i);
    }
    const auto balance = [&](const char* code, std::int64_t minor) {
        return fmt::format("<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy=\"NOK\">{}.{:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>", code, minor / 100, minor % 100);
    };
    out += balance("OPBD", 0) + balance("CLBD", sum) + "\n" + entries;
    return out + "</Stmt></BkToCstmrStmt></Document>\n";
}

void camt_make(const Ask& ask) { std::ofstream(ask.file(), std::ios::binary) << camt(ask.count); }

void camt_read(const Ask& ask) {
    const std::string bytes = camt(ask.count);
    measure(ask.count, [&] {
        read(bank::read_payment_file(bytes), ask.count);
        return fmt::format("\"bytes\": {}", bytes.size());
    });
}

struct Prepared {
    Folder folder;
    std::unique_ptr<Portfolio> portfolio;
    std::string bytes;

    explicit Prepared(int count) : portfolio(std::make_unique<Portfolio>(folder.file("frist.db"), today)) {
        portfolio->add(count);
        portfolio->start();
        bytes = ocr(count, [&](int i) {
            const cases::Case c = must(portfolio->store->case_row(portfolio->creditor, i))->state;
            const rules::Balance balance = must(rules::balance_on(c, today.previous(), *portfolio->country));
            switch (i % 4) {
                case 0: return balance.total();
                case 1: return balance.principal;
                case 2: return Money(balance.principal.minor() / 2, balance.principal.currency());
                default: return balance.total() + nok(10'000);
            }
        });
    }
    void pay(int count) const {
        const bank::PaymentFile file = bank::read_payment_file(bytes);
        read(file, count);
        const auto report = must(office::receive_payments(portfolio->desk(today), "bench", "ocr_giro", office::incoming(file).lines));
        FRIST_CHECK(report.applied == count);
    }
};

void pay(const Ask& ask) {
    const Prepared prepared(ask.count);
    measure(ask.count, [&] {
        prepared.pay(ask.count);
        return std::string();
    });
}

using Row = std::vector<std::pair<bool, std::string>>;   // whether it is a number

std::vector<Row> rows_of(const Raw& raw, const std::string& sql) {
    sqlite3_stmt* s = raw.prepared(sql);
    std::vector<Row> rows;
    while (sqlite3_step(s) == SQLITE_ROW) {
        Row row;
        for (int i = 0; i < sqlite3_column_count(s); ++i)
            row.emplace_back(sqlite3_column_type(s, i) == SQLITE_INTEGER,
                             std::string(static_cast<const char*>(sqlite3_column_blob(s, i)), static_cast<std::size_t>(sqlite3_column_bytes(s, i))));
        rows.push_back(std::move(row));
    }
    sqlite3_finalize(s);
    return rows;
}

void pay_floor(const Ask& ask) {
    const Prepared prepared(ask.count);
    const std::string before = prepared.folder.file("before.db");
    {
        const Raw raw(prepared.folder.file("frist.db"));
        raw.run("VACUUM INTO '" + before + "'");
    }
    prepared.pay(ask.count);
    std::vector<std::pair<std::string, std::vector<Row>>> work;
    {
        const Raw raw(prepared.folder.file("frist.db"));
        work.emplace_back("UPDATE case_row SET state = ?3, next_look = nullif(?4, ''), seq = ?5, snapshot = CAST(?6 AS BLOB) WHERE creditor = ?1 AND case_id = ?2",
                          rows_of(raw, "SELECT creditor, case_id, state, ifnull(next_look, ''), seq, snapshot FROM case_row"));
        work.emplace_back("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                          rows_of(raw, "SELECT creditor, case_id, seq, link, stored, type, body, cause, law, hash FROM event WHERE cause LIKE 'payment:%' ORDER BY link"));
        work.emplace_back("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          rows_of(raw, "SELECT n.creditor, n.case_id, n.seq, n.account, n.currency, n.amount FROM event e JOIN entry n ON n.creditor = e.creditor AND n.case_id = e.case_id AND n.seq = e.seq"
                                  " WHERE e.cause LIKE 'payment:%' ORDER BY n.case_id, n.seq, n.account"));
        work.emplace_back("INSERT INTO payment_line VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                          rows_of(raw, "SELECT creditor, line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw FROM payment_line ORDER BY line"));
    }
    const Raw raw(before);
    std::vector<sqlite3_stmt*> statements;
    for (const auto& [sql, rows] : work) statements.push_back(raw.prepared(sql));
    measure(ask.count, [&] {
        raw.run("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < work.size(); ++i)
            for (const Row& row : work[i].second) {
                Bound bound{statements[i]};
                for (const auto& [number, value] : row) bound(value);
                bound.go();
            }
        raw.run("COMMIT");
        return fmt::format("\"events\": {}, \"entries\": {}", work[1].second.size(), work[2].second.size());
    });
    for (sqlite3_stmt* s : statements) sqlite3_finalize(s);
}

constexpr Part parts[] = {
    {"ocr-read", "OCR giro read and its totals verified", ocr_read},
    {"camt-make", "writes FILE, a camt.053", camt_make},
    {"camt-read", "camt.053 read and its balances verified", camt_read},
    {"pay", "OCR giro read, matched, settled, posted, committed", pay},
    {"pay-floor", "the same rows put into the same tables", pay_floor},
};

}  // namespace

std::span<const Part> payment_parts() { return parts; }

}  // namespace frist::bench
