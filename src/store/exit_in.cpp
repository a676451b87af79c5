#include "access/acts.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "cases/evolve.h"
#include "store/backup.h"
#include "store/exit.h"
#include "store/exit_lines.h"
#include "store/exit_manifest.h"
#include "store/index_rows.h"
#include "store/rooms.h"

#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;
using office::Id;

constexpr int at_once = 1000;
constexpr const char* export_again = "Export the installation again.";

// Who wrote into it before? Every table must be empty.
Outcome must_be_empty(Connection& connection, const std::string& database) {
    FRIST_TRY(const std::vector<std::string> names, connection.engine().tables());
    for (const std::string& name : names) {
        FRIST_TRY(Statement s, connection.composed("SELECT 1 FROM " + name + " LIMIT 1"));
        FRIST_TRY(const bool row, s.step());
        if (row) return Error{"exit.not_empty", database, fmt::format("somebody has worked with this database already (table {})", name), "Name with --db a file that is not there yet."};
    }
    return done;
}

// The rows of the files, table by table. Inside change().
class RowsIn {
public:
    RowsIn(Connection& connection, const EntryWish& wish, const Manifest& manifest) : connection_(connection), wish_(wish), manifest_(manifest) {}

    Result<ExitTold> take() {
        for (const Leaving& table : leaving_tables()) FRIST_TRY_DONE(file(table));
        FRIST_TRY_DONE(connection_.engine().filled());
        FRIST_TRY_DONE(ends_fit());
        return std::move(told_);
    }

private:
    Outcome file(const Leaving& table) {
        const std::string name = fmt::format("{}.jsonl", table.file);
        const Written* wanted = manifest_.file(name);
        if (wanted == nullptr) return done;   // of a shape that had no such table
        FRIST_TRY(FileIn in, FileIn::open(fmt::format("{}/{}", wish_.folder, name), name));
        const std::string insert = insert_of(table);
        for (std::int64_t row = 1;; ++row) {
            FRIST_TRY(const std::optional<std::string_view> line, in.line());
            if (!line) break;
            const std::string place = fmt::format("{}:{}", name, row);
            FRIST_TRY(const std::vector<Cell> cells, cells_of(table, *line, place, manifest_.shape));
            FRIST_TRY_DONE(keep(table, cells, insert, place));
        }
        const Written got = in.read();
        FRIST_TRY_DONE(same(*wanted, got));
        told_.files.push_back(got);
        return done;
    }

    static std::string insert_of(const Leaving& table) {
        std::string names;
        std::string values;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            names += fmt::format("{}{}", i == 0 ? "" : ", ", table.columns[i].name);
            values += fmt::format("{}?{}", i == 0 ? "" : ", ", i + 1);
        }
        for (const Withheld& column : table.withheld) {
            names += fmt::format(", {}", column.name);
            values += fmt::format(", {}", column.instead);
        }
        return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.table, names, values);
    }

    Outcome keep(const Leaving& table, const std::vector<Cell>& cells, const std::string& insert, const std::string& place) {
        if (table.table == "sqlite_sequence") return connection_.engine().keep_series({cells[0].words, cells[1].number});
        if (table.table == "site" && cells[0].words == last_backup) return done;   // of the other installation
        {
            FRIST_TRY(Statement s, connection_.composed(insert));
            bind_cells(table, cells, s);
            const Outcome kept = s.run();
            if (!kept.ok() && connection_.taken()) return Error{"exit.row", place, "stands twice, or clashes with a row before it", export_again};
            FRIST_TRY_DONE(kept);
        }
        if (table.table == "event") return event(cells, place);
        if (table.table == "creditor") creditors_[cells[0].number] = {cells[3].number, cells[4].words};
        if (table.table == "enclosure") return enclosure(cells);
        return done;
    }

    // The chain of each creditor as it is read, and the days on which something was kept.
    Outcome event(const std::vector<Cell>& cells, const std::string& place) {
        const Id creditor = cells[0].number;
        if (creditor != creditor_) before_ = {};
        office::StoredEvent event;
        event.case_id = cells[1].number;
        event.seq = cells[2].number;
        event.link = cells[3].number;
        FRIST_TRY(event.stored, Date::parse(cells[4].words));
        event.type = cells[5].words;
        event.body = cells[6].words;
        event.cause = cells[7].words;
        event.law = cells[8].words;
        event.hash = cells[9].words;
        if (event.link != before_.link + 1 || office::link_hash(before_.hash, event) != event.hash)
            return Error{"exit.chain", place, "does not fit the event before it: one of them was changed or taken away", "Bring the export as it was made, or export the installation again."};
        if (creditor != creditor_ || event.stored != day_) FRIST_TRY_DONE(connection_.use("begin_day").bind(creditor).bind(event.stored).bind(event.link).run());
        creditor_ = creditor;
        day_ = event.stored;
        before_ = {event.link, event.hash};
        ends_[creditor] = before_;
        return done;
    }

    Outcome ends_fit() const {
        for (const auto& [creditor, end] : creditors_) {
            const auto found = ends_.find(creditor);
            const office::ChainEnd got = found == ends_.end() ? office::ChainEnd{} : found->second;
            if (got.link != end.link || got.hash != end.hash)
                return Error{"exit.chain", "events.jsonl", fmt::format("the chain of creditor {} ends with event {}, and its record says {}", creditor, got.link, end.link), export_again};
        }
        return done;
    }

    Outcome enclosure(const std::vector<Cell>& cells) {
        const std::string name = fmt::format("enclosures/{}/{}.pdf", cells[0].number, cells[2].words);
        FRIST_TRY(FileIn in, FileIn::open(fmt::format("{}/{}", wish_.folder, name), name));
        std::string bytes;
        while (true) {
            FRIST_TRY(const std::string_view piece, in.piece());
            if (piece.empty()) break;
            bytes += piece;
        }
        FRIST_TRY(Statement s, connection_.composed("UPDATE enclosure SET bytes = ?4 WHERE creditor = ?1 AND invoice = ?2 AND sha256 = ?3"));
        return s.bind(cells[0].number).bind(std::string_view(cells[1].words)).bind(std::string_view(cells[2].words)).bind_blob(bytes).run();
    }

    Connection& connection_;
    const EntryWish& wish_;
    const Manifest& manifest_;
    ExitTold told_;
    std::map<Id, office::ChainEnd> creditors_;   // what their records say
    std::map<Id, office::ChainEnd> ends_;        // what was read
    Id creditor_ = 0;
    Date day_;
    office::ChainEnd before_;
};

// What follows from the rest is made anew: the state of each case, and the register. Inside change().
class Derived {
public:
    Derived(Rooms& rooms, const rules::Country& country) : rooms_(rooms), connection_(*rooms.connection), country_(country) {}

    Outcome make() {
        FRIST_TRY(const std::vector<office::CreditorRow> creditors, rooms_.office->creditors());
        for (const office::CreditorRow& creditor : creditors) {
            FRIST_TRY_DONE(cases(creditor.id));
            FRIST_TRY_DONE(debtors(creditor.id));
            FRIST_TRY_DONE(rooms_.office->put_register_mark(creditor.id, office::register_mark(country_)));
        }
        return done;
    }

private:
    struct Told {
        Id case_id = 0;
        Id debtor = 0;
        std::string state;
        std::int64_t seq = 0;
    };

    Result<std::vector<Told>> some(Id creditor, Id after) {
        FRIST_TRY(Statement s, connection_.composed("SELECT case_id, debtor, state, seq FROM case_row WHERE creditor = ?1 AND case_id > ?2 ORDER BY case_id LIMIT ?3"));
        s.bind(creditor).bind(after).bind(std::int64_t{at_once});
        return all<Told>(s, [&] {
            Told row;
            row.case_id = s.whole();
            row.debtor = s.whole();
            row.state = s.word();
            row.seq = s.whole();
            return row;
        });
    }

    Outcome cases(Id creditor) {
        std::int64_t events = 0;
        Id after = 0;
        while (true) {
            FRIST_TRY(const std::vector<Told> rows, some(creditor, after));
            for (const Told& row : rows) {
                FRIST_TRY_DONE(one(creditor, row));
                events += row.seq;
            }
            if (rows.size() < at_once) break;
            after = rows.back().case_id;
        }
        FRIST_TRY(const office::ChainEnd end, rooms_.office->chain_end(creditor));
        if (events == end.link) return done;
        return Error{"exit.chain", "cases.jsonl", fmt::format("creditor {} has {} events, and its cases {}: a case is missing", creditor, end.link, events), export_again};
    }

    Outcome one(Id creditor, const Told& row) {
        const auto wrong = [&](std::string message) {
            return Error{"exit.row", fmt::format("cases.jsonl creditor {} case {}", creditor, row.case_id), std::move(message), export_again};
        };
        FRIST_TRY(const std::vector<office::StoredEvent> stored, rooms_.office->events(creditor, row.case_id));
        cases::Case c;
        for (const office::StoredEvent& one : stored) {
            const Result<cases::Event> event = office::event_of(one);
            if (!event.ok()) return wrong(fmt::format("event {} cannot be read: {}", one.seq, event.error().message));
            cases::evolve(c, *event);
        }
        if (static_cast<std::int64_t>(stored.size()) != row.seq || c.id != row.case_id || c.debtor != row.debtor || name_of(c.state()) != row.state)
            return wrong("is not what its events add up to");
        FRIST_TRY(const office::RegisterRow index, office::register_row(c, country_));
        FRIST_TRY_DONE(put_register_row(connection_, creditor, index));
        const std::string snapshot = to_binary(c);
        FRIST_TRY(Statement s, connection_.composed("UPDATE case_row SET snapshot = ?3 WHERE creditor = ?1 AND case_id = ?2"));
        return s.bind(creditor).bind(row.case_id).bind_blob(snapshot).run();
    }

    Outcome debtors(Id creditor) {
        Id after = 0;
        while (true) {
            FRIST_TRY(const std::vector<office::DebtorRow> rows, rooms_.index->debtors(creditor, after, at_once));
            for (const office::DebtorRow& row : rows) FRIST_TRY_DONE(rooms_.index->put_debtor_index(creditor, office::debtor_index(row.id, row.key, row.record)));
            if (rows.size() < at_once) return done;
            after = rows.back().id;
        }
    }

    Rooms& rooms_;
    Connection& connection_;
    const rules::Country& country_;
};

// Checks every paper, and lays letters into `into`. A folder that holds the same letters already is as good: an import that was
// killed may have left it.
class Papers {
public:
    Papers(const EntryWish& wish, const Manifest& manifest, std::string into) : wish_(wish), manifest_(manifest), into_(std::move(into)), there_(!is_free(wish.letters)) {}

    Result<Written> take() {
        const Written* wanted = manifest_.file("papers.jsonl");
        FRIST_TRY(FileIn list, FileIn::open(wish_.folder + "/papers.jsonl", "papers.jsonl"));
        for (std::int64_t row = 1;; ++row) {
            FRIST_TRY(const std::optional<std::string_view> line, list.line());
            if (!line) break;
            FRIST_TRY(const Paper paper, paper_of(*line, fmt::format("papers.jsonl:{}", row)));
            FRIST_TRY_DONE(one(paper));
        }
        const Written got = list.read();
        FRIST_TRY_DONE(same(*wanted, got));
        return got;
    }
    [[nodiscard]] bool laid() const { return laid_; }

private:
    Outcome one(const Paper& paper) {
        const std::string from = fmt::format("{}/{}", wish_.folder, paper.file.name);
        if (paper.kind == "enclosure") {
            FRIST_TRY(const std::string hash, hash_of_file(from));
            Written got = paper.file;
            got.sha256 = hash;
            return same(paper.file, got);
        }
        if (there_) return already(paper);
        std::string to = fmt::format("{}/{}", into_, paper.letter);
        FRIST_TRY_DONE(make_folder(into_));
        if (is_there(to)) {
            const std::string own = fmt::format("{}/{}", into_, paper.creditor);
            FRIST_TRY_DONE(make_folder(own));
            to = fmt::format("{}/{}", own, paper.letter);
        }
        laid_ = true;
        FRIST_TRY(const Written got, copied(from, to, paper.file.name));
        return same(paper.file, got);
    }

    Outcome already(const Paper& paper) const {
        for (const std::string& at : {fmt::format("{}/{}", wish_.letters, paper.letter), fmt::format("{}/{}/{}", wish_.letters, paper.creditor, paper.letter)}) {
            const Result<std::string> hash = hash_of_file(at);
            if (hash.ok() && *hash == paper.file.sha256) return done;
        }
        return Error{"exit.not_empty", wish_.letters, "holds other letters already", "Name with --letters a folder that is not there yet."};
    }

    const EntryWish& wish_;
    const Manifest& manifest_;
    std::string into_;
    bool there_;
    bool laid_ = false;
};

// All of it, in the transaction that `rooms` has begun.
Result<ExitTold> take_all(Rooms& rooms, const EntryWish& wish, const Manifest& manifest, Draft& letters) {
    FRIST_TRY_DONE(rooms.connection->engine().alone());
    FRIST_TRY_DONE(must_be_empty(*rooms.connection, shown(wish.database)));
    FRIST_TRY(ExitTold told, RowsIn(*rooms.connection, wish, manifest).take());
    FRIST_TRY_DONE(Derived(rooms, wish.country).make());
    FRIST_TRY_DONE(access::verify_acts(*rooms.access));
    Papers papers(wish, manifest, letters.folder());
    FRIST_TRY(const Written list, papers.take());
    told.papers = list.rows;
    told.files.push_back(list);
    if (!papers.laid()) return told;
    FRIST_TRY_DONE(put_in_place(letters.folder(), wish.letters));
    letters.moved(wish.letters);
    return told;
}

// A database that was made for this goes away again when nothing comes of it.
struct MadeHere {
    std::string file;
    bool made;
    ~MadeHere() {
        std::error_code ignored;
        if (made)
            for (const char* end : {"", "-wal", "-shm"}) fs::remove(file + end, ignored);
    }
};

}  // namespace

Result<ExitTold> import_all(const EntryWish& wish) {
    FRIST_TRY(const Manifest manifest, read_manifest(wish.folder));
    FRIST_TRY_DONE(all_there(wish.folder, manifest));
    MadeHere here{wish.database, !on_server(wish.database) && !is_there(wish.database)};
    FRIST_TRY(Rooms rooms, open_rooms(wish.database, Open::make, wish.patience_ms));
    Draft letters(wish.letters + ".unfinished");
    std::error_code ignored;
    fs::remove_all(letters.folder(), ignored);   // of an import that was stopped
    ExitTold told;
    const Outcome outcome = rooms.connection->change([&]() -> Outcome {
        FRIST_TRY(told, take_all(rooms, wish, manifest, letters));
        return done;
    });
    rooms.connection->forget_composed();
    FRIST_TRY_DONE(outcome);
    letters.keep();
    here.made = false;
    return told;
}

}  // namespace frist::store
