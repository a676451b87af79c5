#include "store/table_copy.h"

#include "base/pch.h"

namespace frist::store {

Result<std::map<std::string, std::vector<TableColumn>>> tables_of_shape() {
    FRIST_TRY(const std::shared_ptr<Connection> shape, Connection::open(":memory:", Open::make, 0));
    FRIST_TRY(Statement s, shape->composed("SELECT m.name, c.name, c.type, c.pk FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c "
                                           "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid"));
    std::map<std::string, std::vector<TableColumn>> tables;
    while (true) {
        FRIST_TRY(const bool row, s.step());
        if (!row) return tables;
        std::vector<TableColumn>& columns = tables[s.word()];
        TableColumn column;
        column.name = s.word();
        const std::string_view type = s.view();
        column.kind = type == "INTEGER" ? TableColumn::Kind::whole : type == "BLOB" ? TableColumn::Kind::bytes : TableColumn::Kind::text;
        column.key = static_cast<int>(s.whole());
        columns.push_back(std::move(column));
    }
}

Result<TableCopy> TableCopy::of(Connection& from, Connection& into, const std::string& table) {
    FRIST_TRY(const auto tables, tables_of_shape());
    const auto found = tables.find(table);
    FRIST_CHECK(found != tables.end());
    return TableCopy(from, into, table, found->second);
}

std::string TableCopy::names(std::string_view before) const {
    std::string all;
    for (const TableColumn& column : columns_) all += fmt::format("{}{}{}", all.empty() ? "" : ", ", before, column.name);
    return all;
}

std::vector<const TableColumn*> TableCopy::key() const {
    std::vector<const TableColumn*> parts;
    for (const TableColumn& column : columns_)
        if (column.key > 0) parts.push_back(&column);
    std::sort(parts.begin(), parts.end(), [](const TableColumn* a, const TableColumn* b) { return a->key < b->key; });
    return parts;
}

void TableCopy::hand_over(Statement& row, Statement& to) const {
    for (const TableColumn& column : columns_) {
        if (row.nothing()) {
            row.skip();
            to.bind_nothing();
        } else if (column.kind == TableColumn::Kind::whole) {
            to.bind(row.whole());
        } else if (column.name == empty_) {
            row.skip();
            to.bind_blob("");
        } else if (column.kind == TableColumn::Kind::bytes) {
            to.bind_blob(row.view());
        } else {
            to.bind(row.view());
        }
    }
}

Result<std::int64_t> TableCopy::all_of(Statement& rows) {
    std::string places;
    for (std::size_t i = 1; i <= columns_.size(); ++i) places += fmt::format("{}?{}", i == 1 ? "" : ", ", i);
    const std::string insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", table_, names(), places);
    for (std::int64_t count = 0;; ++count) {
        FRIST_TRY(const bool there, rows.step());
        if (!there) return count;
        FRIST_TRY(Statement to, into_.composed(insert));
        hand_over(rows, to);
        FRIST_TRY_DONE(to.run_soon());
    }
}

Outcome TableCopy::rows_of(std::int64_t creditor) {
    FRIST_TRY(Statement rows, from_.composed(fmt::format("SELECT {} FROM {} WHERE creditor = ?1", names(), table_), Rows::many));
    rows.bind(creditor);
    FRIST_TRY([[maybe_unused]] const std::int64_t count, all_of(rows));
    return done;
}

Result<std::int64_t> TableCopy::more_rows(int limit) {
    const std::vector<const TableColumn*> parts = key();
    std::string columns;
    std::string backwards;
    std::string places;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const char* comma = i == 0 ? "" : ", ";
        columns += comma + parts[i]->name;
        backwards += comma + parts[i]->name + " DESC";
        places += fmt::format("{}?{}", comma, i + 1);
    }
    FRIST_TRY(Statement last, into_.composed(fmt::format("SELECT {} FROM {} ORDER BY {} LIMIT 1", columns, table_, backwards)));
    FRIST_TRY(const bool begun, last.step());
    const std::string where = begun ? fmt::format("WHERE ({}) > ({}) ", columns, places) : std::string();
    FRIST_TRY(Statement rows, from_.composed(fmt::format("SELECT {} FROM {} {}ORDER BY {} LIMIT {}", names(), table_, where, columns, limit)));
    for (std::size_t i = 0; begun && i < parts.size(); ++i) {
        if (parts[i]->kind == TableColumn::Kind::whole) rows.bind(last.whole());
        else rows.bind(last.view());
    }
    return all_of(rows);
}

}  // namespace frist::store
