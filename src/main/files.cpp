// read FILE and pay FILE: what a file says, and what a bank's file brings.
#include "base/hash.h"
#include "base/pch.h"
#include "invoices/invoice.h"
#include "main/program.h"
#include "office/take_files.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr int exit_findings = 3;
constexpr int exit_rejected = 4;

void tell_all(const std::string& file, Level level, const std::vector<Error>& faults) {
    for (const Error& fault : faults) tell(level, fault, file);
}

// --- read ---

std::string found_in(const json::object& o, std::string_view name) { return o.contains(name) && o.at(name).is_string() ? std::string(o.at(name).as_string()) : std::string(); }

int verdict_code(std::string_view verdict) {
    if (verdict == "accept") return exit_done;
    return verdict == "reject" || verdict == "ask" ? exit_rejected : exit_findings;
}

void print_list(const json::object& object, std::string_view name) {
    if (!object.contains(name)) return;
    for (const json::value& value : object.at(name).as_array()) {
        const json::object& fault = value.as_object();
        std::string place = found_in(fault, "place");
        if (place.empty() && fault.contains("row") && fault.at("row").as_int64() > 0) place = fmt::format("row {}", fault.at("row").as_int64());
        if (const std::string column = found_in(fault, "column"); !column.empty()) place += " " + column;
        const std::string reason = fault.contains("reason") ? found_in(fault, "reason") : found_in(fault, "message");
        std::cout << fmt::format("  {}{}{}: {} — {}\n", name == "errors" || name == "rejected" ? "error " : name == "questions" ? "question " : "", place,
                                 place.empty() ? found_in(fault, "code") : "", reason, found_in(fault, "remedy"));
    }
}

int show(const Program& program, const std::string& file, json::object object, const std::string& summary) {
    object["file"] = name_only(file);
    const std::string verdict = found_in(object, "verdict");
    if (program.json) {
        print_json(object);
    } else {
        std::cout << fmt::format("{}: {}, {}\n", name_only(file), summary, verdict == "accept_with_findings" ? "accept with findings" : verdict);
        for (const std::string_view list : {"errors", "questions", "rejected", "findings", "notes"}) print_list(object, list);
    }
    return verdict_code(verdict);
}

std::string payments_in_words(const bank::PaymentFile& file) {
    std::string words = fmt::format("{}, {} payments", file.message.empty() ? std::string(name_of(file.format)) : file.message, file.items.size());
    for (const bank::Total& total : file.totals)
        words += fmt::format(", in {} {}{}", text(total.credits), total.credits.currency().code(), total.debits.zero() ? "" : ", out " + text(total.debits));
    return words;
}

Result<int> read(const Program& program, const std::string& file) {
    FRIST_TRY(const std::string bytes, bytes_of(file));
    if (bank::is_ocr_giro(bytes) || bank::is_camt(bytes)) {
        const bank::PaymentFile payments = bank::read_payment_file(bytes);
        return show(program, file, bank::to_json(payments), payments_in_words(payments));
    }
    if (invoices::is_ubl(bytes)) {
        const invoices::InvoiceFile invoice = invoices::read_ubl(bytes);
        std::string words = fmt::format("ubl, {}", name_of(invoice.kind));
        if (invoice.invoice && invoice.invoice->payable) words += fmt::format(" {}, {} {}", invoice.invoice->id, text(*invoice.invoice->payable), invoice.invoice->payable->currency().code());
        return show(program, file, invoices::to_json(invoice), words);
    }
    const Result<sheets::OpenItems> items = sheets::read_open_items(bytes, name_only(file));
    if (items.ok()) return show(program, file, sheets::to_json(*items), items_in_words(*items));
    const bank::PaymentFile payments = office::read_payments(bytes, "", Currency::nok());
    if (payments.format == bank::Format::list) return show(program, file, bank::to_json(payments), payments_in_words(payments));
    const Error& e = items.error();
    if (program.json) {
        const json::array errors{json::object{{"code", e.code}, {"place", e.field}, {"reason", e.message}, {"remedy", e.remedy}}};
        print_json(json::object{{"file", name_only(file)}, {"format", nullptr}, {"errors", errors}, {"findings", json::array()}, {"verdict", "reject"}});
    } else {
        fail(e);
    }
    return exit_rejected;
}

// --- pay FILE ---

// Whose account the file is about: the creditor's who is named, or the one creditor with that account.
Outcome creditor_of(Session& session, const Program& program, const office::TakenFile& taken, const std::string& file) {
    const auto foreign = [&](const std::string& account) {
        return Error{"pay.account", file, fmt::format("it tells of the account that ends in {}, which is not the creditor's", account.size() > 4 ? account.substr(account.size() - 4) : account),
                     "Check the file, or set the creditor's account with frist creditor set."};
    };
    FRIST_TRY(const auto creditors, chosen(*session.store, program));
    if (creditors.empty()) return Error{"creditor.none", program.shown(), "there is no creditor yet", "Add one with frist creditor add."};
    for (const office::CreditorRow& row : creditors) {
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        if (!std::all_of(taken.accounts.begin(), taken.accounts.end(), [&](const std::string& account) { return account == record.account; })) continue;
        session.creditor = row.id;
        session.record = record;
        return done;
    }
    return foreign(taken.accounts.empty() ? std::string("?") : taken.accounts.back());
}

// A sum or a count that the file states of itself and does not keep: something of it may be missing.
Outcome totals_agree(const bank::PaymentFile& file, const std::string& name) {
    for (const bank::Fault& finding : file.findings)
        if (finding.code == "summary_sum" || finding.code == "summary_count")
            return Error{"pay.totals", name + ": " + finding.field, finding.message + "; nothing of the file was booked",
                         "Ask the bank for the file again. If it is whole all the same, say --despite-totals."};
    return done;
}

// A list of an account that names none is of the creditor that is named, or of the only one.
Result<bank::PaymentFile> payments_of(Session& session, const Program& program, const std::string& bytes, const std::string& name) {
    bank::PaymentFile file = office::read_payments(bytes, "", session.country->currency());
    const bool silent = std::any_of(file.items.begin(), file.items.end(), [](const bank::PaymentItem& item) { return item.account.empty(); });
    if (file.format != bank::Format::list || !silent) return file;
    FRIST_TRY(const auto creditors, chosen(*session.store, program));
    if (creditors.size() != 1) return Error{"pay.whose", name, "the list names no account, and there are several creditors", "Say whose it is with --creditor."};
    FRIST_TRY(const office::CreditorRecord record, office::creditor_record(creditors.front().record));
    return office::read_payments(bytes, record.account, session.country->currency());
}

Outcome pay_file(const Program& program, Session& session, const std::string& path, bool despite_totals, json::array& list) {
    FRIST_TRY(const std::string bytes, bytes_of(path));
    const std::string name = name_only(path);
    FRIST_TRY(const bank::PaymentFile file, payments_of(session, program, bytes, name));
    tell_all(name, Level::error, file.errors);
    tell_all(name, Level::finding, file.findings);
    if (file.verdict == bank::Verdict::reject)
        return Error{"pay.refused", name, "is refused; nothing of it was booked", "Ask the bank for the file again; frist read shows what it holds."};
    if (!despite_totals) FRIST_TRY_DONE(totals_agree(file, name));
    const office::TakenFile taken = office::incoming(file);
    FRIST_TRY_DONE(creditor_of(session, program, taken, name));
    FRIST_TRY(const office::PaymentReport report, office::receive_payments(session.desk(), sha256(bytes), std::string(name_of(file.format)), taken.lines));
    list.push_back(json::object{{"file", name}, {"verdict", name_of(file.verdict)}, {"file_known", report.file_known}, {"applied", report.applied}, {"applied_sum", text(report.applied_sum)},
                                {"closed", report.closed}, {"refunds", report.refunds}, {"suspense", report.suspense}, {"suspense_sum", text(report.suspense_sum)}, {"known", report.known}, {"announced", taken.announced}});
    if (program.json) return done;
    std::cout << fmt::format("{}: {} payments, {} kr, found their case and settled {}", name, report.applied, text(report.applied_sum), report.closed);
    if (report.suspense > 0) std::cout << fmt::format("; {}, {} kr, wait in suspense (frist suspense tells why)", report.suspense, text(report.suspense_sum));
    if (report.refunds > 0) std::cout << fmt::format("; {} refunds were paid by the bank", report.refunds);
    if (report.known > 0) std::cout << fmt::format("; {} had come before", report.known);
    if (report.file_known) std::cout << "; the file was taken before";
    if (taken.announced > 0) std::cout << fmt::format("; {} entries are no money yet", taken.announced);
    std::cout << '\n';
    return done;
}

}  // namespace

Result<int> pay_files(const Program& program, const std::vector<std::string>& files, bool despite_totals) {
    FRIST_TRY(Session session, open_store(program, false));
    json::array list;
    int code = exit_done;
    for (const std::string& file : files) {
        const Outcome taken = pay_file(program, session, file, despite_totals, list);
        if (taken.ok()) continue;
        Error error = taken.error();
        if (error.field == "database") error.field = program.shown();
        code = fail(error);
        list.push_back(json::object{{"file", name_only(file)}, {"verdict", "reject"}, {"error", json_of(error)}});
    }
    if (program.json) print_json(list);
    return code;
}

std::string items_in_words(const sheets::OpenItems& items) {
    std::string words = fmt::format("{}, {} claims, {} credits, {} settled, {} rejected", sheets::names_of(items.layout.format)[static_cast<std::size_t>(items.layout.format)], items.claims.size(),
                                    items.credits.size(), items.settled, items.rejected.size());
    for (const sheets::Total& total : items.totals) words += fmt::format(", {} {}", text(total.claims), total.claims.currency().code());
    return words;
}

void add_files(CLI::App& app, Program& program) {
    auto file = std::make_shared<std::string>();
    CLI::App* reading = app.add_subcommand("read", "Recognise a file and show what it holds, without storing it: OCR giro, camt.053, camt.054, the list of an account, open items, UBL invoice");
    reading->add_option("FILE", *file, "the file")->required();
    reading->footer("Exit 0: accept, 3: accept with findings, 4: reject.");
    reading->callback([&program, file] { run(program, [&program, file] { return read(program, *file); }); });
}

}  // namespace frist::program
