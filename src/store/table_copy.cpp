#include "store/table_copy.h"

#include "base/hash_of_pieces.h"
#include "base/pch.h"

namespace frist::store {
namespace {

std::string names_of(const std::vector<TableColumn>& columns) {
    std::string all;
    for (const TableColumn& column : columns) all += fmt::format("{}{}", all.empty() ? "" : ", ", column.name);
    return all;
}

std::vector<const TableColumn*> key_of(const std::vector<TableColumn>& columns) {
    std::vector<const TableColumn*> parts;
    for (const TableColumn& column : columns)
        if (column.key > 0) parts.push_back(&column);
    std::sort(parts.begin(), parts.end(), [](const TableColumn* a, const TableColumn* b) { return a->key < b->key; });
    return parts;
}

std::string in_order(const std::vector<const TableColumn*>& key, std::string_view direction) {
    std::string all;
    for (const TableColumn* part : key) all += fmt::format("{}{}{}", all.empty() ? "" : ", ", part->name, direction);
    return all;
}

}  // namespace

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

Result<std::string> fingerprint(Connection& connection, const std::string& table, const std::vector<TableColumn>& columns) {
    FRIST_TRY(Statement s, connection.composed(fmt::format("SELECT {} FROM {} ORDER BY {}", names_of(columns), table, in_order(key_of(columns), "")), Rows::many));
    Sha256 sum;
    const auto add = [&sum](std::string_view bytes) {
        sum.add(fmt::format("{}:", bytes.size()));
        sum.add(bytes);
    };
    while (true) {
        FRIST_TRY(const bool row, s.step());
        if (!row) return sum.text();
        for (const TableColumn& column : columns) {
            if (s.nothing()) {
                s.skip();
                sum.add("-");
            } else if (column.kind == TableColumn::Kind::whole) {
                add(std::to_string(s.whole()));
            } else {
                add(s.view());
            }
        }
    }
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
    const std::string insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", table_, names_of(columns_), places);
    for (std::int64_t count = 0;; ++count) {
        FRIST_TRY(const bool there, rows.step());
        if (!there) return count;
        FRIST_TRY(Statement to, into_.composed(insert));
        hand_over(rows, to);
        FRIST_TRY_DONE(to.run_soon());
    }
}

Outcome TableCopy::rows_of(std::int64_t creditor) {
    FRIST_TRY(Statement rows, from_.composed(fmt::format("SELECT {} FROM {} WHERE creditor = ?1", names_of(columns_), table_), Rows::many));
    rows.bind(creditor);
    FRIST_TRY([[maybe_unused]] const std::int64_t count, all_of(rows));
    return done;
}

Result<std::int64_t> TableCopy::more_rows(int limit) {
    const std::vector<const TableColumn*> parts = key_of(columns_);
    const std::string columns = in_order(parts, "");
    std::string places;
    for (std::size_t i = 1; i <= parts.size(); ++i) places += fmt::format("{}?{}", i == 1 ? "" : ", ", i);
    FRIST_TRY(Statement last, into_.composed(fmt::format("SELECT {} FROM {} ORDER BY {} LIMIT 1", columns, table_, in_order(parts, " DESC"))));
    FRIST_TRY(const bool begun, last.step());
    const std::string where = begun ? fmt::format("WHERE ({}) > ({}) ", columns, places) : std::string();
    FRIST_TRY(Statement rows, from_.composed(fmt::format("SELECT {} FROM {} {}ORDER BY {} LIMIT {}", names_of(columns_), table_, where, columns, limit)));
    for (std::size_t i = 0; begun && i < parts.size(); ++i) {
        if (parts[i]->kind == TableColumn::Kind::whole) rows.bind(last.whole());
        else rows.bind(last.view());
    }
    return all_of(rows);
}

}  // namespace frist::store
