#include "store/exports.h"

#include "base/pch.h"
#include "store/rows.h"

namespace frist::store {
namespace {

using namespace reports;

SavedExport export_of(Statement& s) {
    SavedExport row;
    row.id = s.whole();
    row.version = s.whole();
    row.person = s.whole();
    row.name = s.word();
    row.body = s.word();
    row.every = known<Every>(s.view());
    row.on = static_cast<int>(s.whole());
    row.since = s.date();
    return row;
}

ExportFile file_of(Statement& s) {
    ExportFile row;
    row.id = s.whole();
    row.of = s.whole();
    row.due = s.date();
    row.person = s.whole();
    row.made.second = s.whole();
    row.ends.second = s.whole();
    row.name = s.word();
    row.form = known<office::SheetForm>(s.view());
    row.rows = s.whole();
    const Result<access::Reach> creditors = access::reach_of(s.view());
    FRIST_CHECK(creditors.ok());
    row.creditors = *creditors;
    row.code = s.word();
    row.message = s.word();
    row.bytes = s.whole();
    return row;
}

class StoredExports final : public Exports {
public:
    explicit StoredExports(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

    Outcome change(const std::function<Outcome()>& work) override { return connection_->change(work); }

    Result<Id> put_export(const SavedExport& row) override {
        if (row.id == 0) {
            FRIST_TRY_DONE(use("add_export").bind(row.person).bind(row.name).bind(row.body).bind(name_of(row.every)).bind(std::int64_t{row.on}).bind(row.since).run());
            return connection_->made();
        }
        FRIST_TRY_DONE(use("set_export").bind(row.id).bind(row.version).bind(row.name).bind(row.body).bind(name_of(row.every)).bind(std::int64_t{row.on}).bind(row.since).run());
        if (connection_->changed() == 1) return row.id;
        return Error{"store.conflict", fmt::format("export {}", row.id), "it was changed meanwhile", "Read it again."};
    }
    Result<std::optional<SavedExport>> saved_export(Id id) override {
        Statement s = use("saved_export");
        s.bind(id);
        return first<SavedExport>(s, [&] { return export_of(s); });
    }
    Result<std::vector<SavedExport>> exports_of(Id person) override {
        Statement s = use("exports_of");
        s.bind(person);
        return all<SavedExport>(s, [&] { return export_of(s); });
    }
    Result<std::vector<SavedExport>> by_themselves() override {
        Statement s = use("exports_by_themselves");
        return all<SavedExport>(s, [&] { return export_of(s); });
    }
    Outcome drop_export(Id id) override { return use("drop_export").bind(id).run(); }
    Outcome made_for(Id id, Date due) override { return use("export_made_for").bind(id).bind(due).run(); }

    Result<std::optional<Id>> add_file(const ExportFile& file, std::string_view first_piece) override {
        const std::string creditors = access::text(file.creditors);
        FRIST_TRY_DONE(use("add_export_file").bind(file.of).bind(file.due).bind(file.person).bind(file.made.second).bind(file.ends.second).bind(file.name)
                           .bind(name_of(file.form)).bind(file.rows).bind(creditors).bind(file.code).bind(file.message).bind(file.bytes).bind_blob(first_piece.empty() ? std::string_view("") : first_piece).run());
        if (connection_->changed() != 1) return std::optional<Id>{};
        return std::optional<Id>(connection_->made());
    }
    Result<std::vector<ExportFile>> files_of(Id person, std::int64_t limit) override {
        Statement s = use("export_files_of");
        s.bind(person).bind(limit);
        return all<ExportFile>(s, [&] { return file_of(s); });
    }
    Result<std::optional<ExportFile>> file(Id id) override {
        Statement s = use("export_file");
        s.bind(id);
        return first<ExportFile>(s, [&] { return file_of(s); });
    }
    Outcome add_file_piece(Id id, std::int64_t piece, std::string_view bytes) override { return use("add_export_file_piece").bind(id).bind(piece).bind_blob(bytes).run(); }
    Result<std::optional<std::string>> file_piece(Id id, std::int64_t piece) override {
        Statement s = use(piece == 0 ? "export_file_bytes" : "export_file_piece");
        s.bind(id);
        if (piece != 0) s.bind(piece);
        return first<std::string>(s, [&] { return s.word(); });
    }
    Outcome forget_files(access::Instant before) override {
        FRIST_TRY_DONE(use("forget_export_file_pieces").bind(before.second).run());
        return use("forget_export_files").bind(before.second).run();
    }

private:
    Statement use(std::string_view name) { return connection_->use(name); }
    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<Exports> exports_on(std::shared_ptr<Connection> connection) { return std::make_unique<StoredExports>(std::move(connection)); }

}  // namespace frist::store
