#include "store/imports.h"

#include "base/pch.h"

namespace frist::store {
namespace {

using namespace office;

// What the store wrote itself can be read.
Moment moment_of(const std::string& word) {
    const Result<Moment> moment = Moment::parse(word);
    return moment.ok() ? *moment : Moment{};
}

ImportRow import_of(Statement& s) {
    ImportRow row;
    row.id = s.whole();
    row.file = s.word();
    row.sha256 = s.word();
    row.at = moment_of(s.word());
    row.person = s.whole();
    for (int* count : {&row.rows, &row.rejected, &row.added, &row.changed, &row.same, &row.paid}) *count = static_cast<int>(s.whole());
    row.open = s.money();
    if (const std::string undone = s.word(); !undone.empty()) row.undone_at = moment_of(undone);
    row.undone_by = s.whole();
    return row;
}

}  // namespace

Outcome ImportRows::drop_item(Id creditor, const ItemRow& item) {
    FRIST_TRY_DONE(use("drop_kid_of_item").bind(creditor).bind(item.kid).bind(item.number).run());
    return use("drop_item").bind(creditor).bind(item.number).run();
}

Result<Id> ImportRows::put_import(Id creditor, const ImportRow& row) {
    Id id = row.id;
    if (id == 0) {
        FRIST_TRY(id, next_number(creditor, "import"));
    }
    const std::string at = text(row.at);
    const std::string undone = row.undone_at ? text(*row.undone_at) : std::string();
    Statement s = use("put_import");
    s.bind(creditor).bind(id).bind(row.file).bind(row.sha256).bind(at).bind(row.person);
    for (const int count : {row.rows, row.rejected, row.added, row.changed, row.same, row.paid}) s.bind(std::int64_t{count});
    FRIST_TRY_DONE(s.bind(row.open).bind(undone).bind(row.undone_by).run());
    return id;
}

Result<std::optional<ImportRow>> ImportRows::import(Id creditor, Id import) {
    Statement s = use("import");
    s.bind(creditor).bind(import);
    return first<ImportRow>(s, [&] { return import_of(s); });
}

Result<std::vector<ImportRow>> ImportRows::imports(Id creditor, Id before, int limit) {
    Statement s = use("imports");
    s.bind(creditor).bind(before == 0 ? std::numeric_limits<Id>::max() : before).bind(std::int64_t{limit});
    return all<ImportRow>(s, [&] { return import_of(s); });
}

Outcome ImportRows::put_import_trail(Id creditor, Id import, std::string_view trail) { return use("put_import_trail").bind(creditor).bind(import).bind(trail).run(); }

Result<std::string> ImportRows::import_trail(Id creditor, Id import) {
    Statement s = use("import_trail");
    s.bind(creditor).bind(import);
    FRIST_TRY(std::optional<std::string> trail, first<std::string>(s, [&] { return s.word(); }));
    return std::move(trail).value_or("");
}

Outcome ImportRows::put_template(Id creditor, const TemplateRow& row) {
    return use("put_template").bind(creditor).bind(row.name).bind(row.header_hash).bind(row.map).bind(row.kept_on).bind(row.person).run();
}

Result<bool> ImportRows::drop_template(Id creditor, const std::string& name) {
    FRIST_TRY_DONE(use("drop_template").bind(creditor).bind(name).run());
    return connection_->changed() > 0;
}

Result<std::vector<TemplateRow>> ImportRows::templates(Id creditor) {
    Statement s = use("templates");
    s.bind(creditor);
    return all<TemplateRow>(s, [&] {
        TemplateRow row;
        row.name = s.word();
        row.header_hash = s.word();
        row.map = s.word();
        row.kept_on = s.date();
        row.person = s.whole();
        return row;
    });
}

}  // namespace frist::store
