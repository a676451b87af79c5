// enclosure add, list, get and drop: copies of invoices, which courts and offices want to see.
#include "base/pch.h"
#include "main/program.h"
#include "office/enclosures.h"
#include "print/press.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string file, invoice, sha256, out;
};

Result<int> add(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const std::string bytes, bytes_of(wish.file));
    FRIST_TRY(const office::EnclosureRow row, office::enclose(session.desk(), wish.invoice, name_only(wish.file), bytes, print::pages_of));
    if (program.json) print_json(json_of(row));
    else std::cout << fmt::format("kept with invoice {}: {}\n", row.invoice, row.sha256);
    return exit_done;
}

Result<int> list(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto rows, session.store->enclosures(session.creditor, wish.invoice));
    json::array all;
    for (const office::EnclosureRow& row : rows) {
        if (program.json) all.push_back(json_of(row));
        else std::cout << fmt::format("{}  {}  {}\n", row.sha256, text(row.on), row.name);
    }
    if (program.json) print_json(all);
    else if (rows.empty()) std::cout << fmt::format("No copy of invoice {} is kept. frist enclosure add FILE --invoice {} keeps one.\n", wish.invoice, wish.invoice);
    return exit_done;
}

Result<int> get(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY(const auto bytes, session.store->enclosure_bytes(session.creditor, wish.invoice, wish.sha256));
    if (!bytes) return Error{"enclosure.none", "SHA256", "no copy of this invoice has this SHA-256", "See frist enclosure list."};
    FRIST_TRY_DONE(write_file(wish.out, *bytes));
    if (program.json) print_json(json::object{{"file", wish.out}, {"sha256", wish.sha256}});
    else std::cout << fmt::format("written to {}\n", wish.out);
    return exit_done;
}

Result<int> drop(const Program& program, const Wish& wish) {
    FRIST_TRY(const Session session, open_session(program));
    FRIST_TRY_DONE(office::take_out(session.desk(), wish.invoice, wish.sha256));
    return list(program, wish);
}

}  // namespace

json::object json_of(const office::EnclosureRow& row) {
    return json::object{{"invoice", row.invoice}, {"sha256", row.sha256}, {"name", row.name}, {"on", text(row.on)}};
}

void add_enclosure(CLI::App& app, Program& program) {
    CLI::App* one = app.add_subcommand("enclosure", "Copies of invoices as PDF: they are enclosed where a court or an office wants proof");
    one->require_subcommand(1);
    auto wish = std::make_shared<Wish>();
    const auto sub = [&](const char* name, const char* about, Result<int> (*work)(const Program&, const Wish&)) {
        CLI::App* made = one->add_subcommand(name, about);
        made->add_option("--invoice", wish->invoice, "the number of the invoice")->required();
        made->callback([&program, wish, work] { run(program, [&program, wish, work] { return work(program, *wish); }); });
        return made;
    };
    sub("add", "Keep a PDF with an invoice", add)->add_option("FILE", wish->file, "the PDF")->required();
    sub("list", "The copies of an invoice", list);
    CLI::App* got = sub("get", "Write a kept copy to a file", get);
    got->add_option("SHA256", wish->sha256, "which one")->required();
    got->add_option("--out", wish->out, "the file")->required();
    sub("drop", "Forget a copy", drop)->add_option("SHA256", wish->sha256, "which one")->required();
}

}  // namespace frist::program
