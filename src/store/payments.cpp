#include "store/payments.h"

#include "base/pch.h"

namespace frist::store {
namespace {

using namespace office;

LineRow line_of(Statement& s) {
    LineRow row;
    row.id = s.whole();
    row.fingerprint = s.word();
    row.file = s.word();
    row.on = s.date();
    row.amount = s.money();
    row.kid = s.word();
    row.payer = s.word();
    row.state = known<LineState>(s.view());
    row.case_id = s.whole();
    row.reason = s.word();
    row.raw = s.word();
    row.left = s.money_in(row.amount.currency());
    return row;
}

PartRow part_of(Statement& s) {
    PartRow row;
    row.line = s.whole();
    row.part = static_cast<int>(s.whole());
    row.case_id = s.whole();
    row.invoice = s.word();
    row.amount = s.money();
    row.on = s.date();
    row.person = s.whole();
    row.gone = s.maybe_date();
    row.lost = s.whole() != 0;
    return row;
}

RefundRow refund_of(Statement& s) {
    RefundRow row;
    row.id = s.whole();
    row.case_id = s.whole();
    row.payment = static_cast<int>(s.whole());
    row.line = s.whole();
    row.amount = s.money();
    row.account = s.word();
    row.name = s.word();
    row.state = known<RefundState>(s.view());
    row.ordered_on = s.date();
    row.person = s.whole();
    row.batch = s.word();
    row.filed_on = s.maybe_date();
    row.ended_on = s.maybe_date();
    return row;
}

}  // namespace

Result<bool> PaymentRows::take_file(Id creditor, const std::string& sha256, const std::string& kind, Date on) {
    FRIST_TRY_DONE(use("take_file").bind(creditor).bind(sha256).bind(kind).bind(on).run());
    return connection_->changed() == 1;
}

Result<std::optional<FileRow>> PaymentRows::file_row(Id creditor, const std::string& sha256) {
    Statement s = use("file_row");
    s.bind(creditor).bind(sha256);
    return first<FileRow>(s, [&] {
        FileRow file;
        file.kind = s.word();
        file.on = s.date();
        return file;
    });
}

Result<bool> PaymentRows::knows_line(Id creditor, const std::string& fingerprint) { return use("knows_line").bind(creditor).bind(fingerprint).step(); }

Result<Id> PaymentRows::put_line(Id creditor, const LineRow& l) {
    Id id = l.id;
    if (id == 0) {
        FRIST_TRY(id, next_number(creditor, "payment_line"));
    }
    FRIST_TRY_DONE(use("put_line").bind(creditor).bind(id).bind(l.fingerprint).bind(l.file).bind(l.on).bind(l.amount).bind(l.kid).bind(l.payer)
                       .bind(name_of(l.state)).bind(l.case_id).bind(l.reason).bind(l.raw).bind(l.left.minor()).run_soon());
    return id;
}

Result<std::vector<LineRow>> PaymentRows::lines(Id creditor, LineState state) {
    Statement s = use("lines");
    s.bind(creditor).bind(name_of(state));
    return all<LineRow>(s, [&] { return line_of(s); });
}

Result<std::optional<LineRow>> PaymentRows::line(Id creditor, Id line) {
    Statement s = use("line");
    s.bind(creditor).bind(line);
    return first<LineRow>(s, [&] { return line_of(s); });
}

Result<std::optional<LineRow>> PaymentRows::line_with(Id creditor, const std::string& fingerprint) {
    Statement s = use("line_with");
    s.bind(creditor).bind(fingerprint);
    return first<LineRow>(s, [&] { return line_of(s); });
}

Result<std::vector<LineRow>> PaymentRows::lines_between(Id creditor, Date from, Date to) {
    Statement s = use("lines_between");
    s.bind(creditor).bind(from).bind(to);
    return all<LineRow>(s, [&] { return line_of(s); });
}

Result<std::vector<Id>> PaymentRows::debtors_of_payer(Id creditor, const std::string& payer) {
    Statement s = use("debtors_of_payer");
    s.bind(creditor).bind(payer);
    return all<Id>(s, [&] { return s.whole(); });
}

Outcome PaymentRows::put_part(Id creditor, const PartRow& p) {
    return use("put_part").bind(creditor).bind(p.line).bind(std::int64_t{p.part}).bind(p.case_id).bind(p.invoice).bind(p.amount).bind(p.on).bind(p.person).bind(p.gone).bind(std::int64_t{p.lost}).run_soon();
}

Result<std::vector<PartRow>> PaymentRows::parts(Id creditor, Id line) {
    Statement s = use("parts_of_line");
    s.bind(creditor).bind(line);
    return all<PartRow>(s, [&] { return part_of(s); });
}

Outcome PaymentRows::each_part(Id creditor, const std::function<Outcome(const PartRow&)>& see) {
    Statement s = use("all_parts");
    s.bind(creditor);
    while (true) {
        FRIST_TRY(const bool there, s.step());
        if (!there) return done;
        FRIST_TRY_DONE(see(part_of(s)));
    }
}

Result<Id> PaymentRows::put_refund(Id creditor, const RefundRow& r) {
    Id id = r.id;
    if (id == 0) {
        FRIST_TRY(id, next_number(creditor, "refund"));
    }
    FRIST_TRY_DONE(use("put_refund").bind(creditor).bind(id).bind(r.case_id).bind(std::int64_t{r.payment}).bind(r.line).bind(r.amount).bind(r.account).bind(r.name)
                       .bind(name_of(r.state)).bind(r.ordered_on).bind(r.person).bind(r.batch).bind(r.filed_on).bind(r.ended_on).run());
    return id;
}

Result<std::optional<RefundRow>> PaymentRows::refund(Id creditor, Id refund) {
    Statement s = use("refund");
    s.bind(creditor).bind(refund);
    return first<RefundRow>(s, [&] { return refund_of(s); });
}

Result<std::vector<RefundRow>> PaymentRows::refunds(Id creditor, RefundState state) {
    Statement s = use("refunds_in");
    s.bind(creditor).bind(name_of(state));
    return all<RefundRow>(s, [&] { return refund_of(s); });
}

Result<std::vector<RefundRow>> PaymentRows::refunds_of_batch(Id creditor, const std::string& batch) {
    Statement s = use("refunds_of_batch");
    s.bind(creditor).bind(batch);
    return all<RefundRow>(s, [&] { return refund_of(s); });
}

Result<std::vector<RefundRow>> PaymentRows::refunds_of_case(Id creditor, Id case_id) {
    Statement s = use("refunds_of_case");
    s.bind(creditor).bind(case_id);
    return all<RefundRow>(s, [&] { return refund_of(s); });
}

Result<std::vector<RefundRow>> PaymentRows::refunds_of_line(Id creditor, Id line) {
    Statement s = use("refunds_of_line");
    s.bind(creditor).bind(line);
    return all<RefundRow>(s, [&] { return refund_of(s); });
}

Result<std::vector<Asking>> PaymentRows::letters_asking(Id creditor, Money total, int limit) {
    const Currency currency = total.currency();
    Statement s = use("letters_asking");
    s.bind(creditor).bind(total.minor()).bind(currency.code()).bind(std::int64_t{limit});
    return all<Asking>(s, [&] {
        Asking asking;
        asking.case_id = s.whole();
        asking.letter = static_cast<int>(s.whole());
        return asking;
    });
}

Result<std::vector<Id>> PaymentRows::cases_claiming(Id creditor, Money amount, int limit) {
    Statement s = use("cases_claiming");
    s.bind(creditor).bind(amount.minor()).bind(std::int64_t{limit});
    return all<Id>(s, [&] { return s.whole(); });
}

Result<std::vector<Owed>> PaymentRows::owed_to_debtors(Id creditor) {
    Statement s = use("owed_to_debtors");
    s.bind(creditor);
    return all<Owed>(s, [&] {
        Owed owed;
        owed.case_id = s.whole();
        owed.minor = s.whole();
        return owed;
    });
}

}  // namespace frist::store
