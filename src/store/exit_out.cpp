#include "base/pch.h"
#include "store/exit.h"
#include "store/exit_lines.h"

#include <filesystem>

namespace frist::store {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view letters_to_take = "SELECT creditor, case_id, letter, state, file, sha256 FROM letter WHERE file <> '' ORDER BY creditor, case_id, letter";
constexpr std::string_view enclosures_to_take = "SELECT creditor, invoice, sha256, bytes FROM enclosure ORDER BY creditor, invoice, sha256";

class Exit {
public:
    Exit(Connection& connection, const ExitWish& wish, std::string draft) : connection_(connection), wish_(wish), draft_(std::move(draft)) {}

    Result<ExitTold> write() {
        FRIST_TRY_DONE(make_folder(draft_));
        for (const Leaving& table : leaving_tables()) FRIST_TRY_DONE(rows(table));
        FRIST_TRY_DONE(papers());
        FRIST_TRY(told_.open_jobs, counted("SELECT count(*) FROM job WHERE ended IS NULL"));
        FRIST_TRY_DONE(manifest());
        return std::move(told_);
    }

private:
    std::string in_draft(std::string_view name) const { return fmt::format("{}/{}", draft_, name); }

    Outcome rows(const Leaving& table) {
        if (table.table == "sqlite_sequence") return series(table);
        std::string columns;
        for (const Column& column : table.columns) columns += fmt::format("{}{}", columns.empty() ? "" : ", ", column.name);
        FRIST_TRY(Statement s, connection_.composed(fmt::format("SELECT {} FROM {} ORDER BY {}", columns, table.table, table.order), Rows::many));
        const std::string name = fmt::format("{}.jsonl", table.file);
        FRIST_TRY(FileOut out, FileOut::make(in_draft(name)));
        for (std::int64_t row = 1;; ++row) {
            FRIST_TRY(const bool there, s.step());
            if (!there) break;
            Result<std::string> line = line_of(table, s);
            if (!line.ok()) return Error{line.error().code, fmt::format("{} row {} {}", table.table, row, line.error().field), line.error().message, line.error().remedy};
            FRIST_TRY_DONE(out.add_line(*line));
        }
        return keep(out, name);
    }

    // Which numbers were given last, where none is given twice.
    Outcome series(const Leaving& table) {
        const std::string name = fmt::format("{}.jsonl", table.file);
        FRIST_TRY(FileOut out, FileOut::make(in_draft(name)));
        FRIST_TRY(const std::vector<Series> all, connection_.engine().series());
        for (const Series& one : all) FRIST_TRY_DONE(out.add_line(json::serialize(json::object{{"name", one.table}, {"seq", one.last}})));
        return keep(out, name);
    }

    Outcome keep(FileOut& out, const std::string& name) {
        FRIST_TRY(Written written, out.finish());
        written.name = name;
        told_.files.push_back(std::move(written));
        return done;
    }

    // Letters, the words of e-mails beside them, and enclosures; each is a line of papers.jsonl.
    Outcome papers() {
        FRIST_TRY(FileOut list, FileOut::make(in_draft("papers.jsonl")));
        FRIST_TRY_DONE(letters(list));
        FRIST_TRY_DONE(enclosures(list));
        return keep(list, "papers.jsonl");
    }

    Outcome listed(FileOut& list, std::string_view kind, std::int64_t creditor, const Written& paper) {
        ++told_.papers;
        return list.add_line(json::serialize(json::object{{"kind", kind}, {"creditor", creditor}, {"file", paper.name}, {"bytes", paper.bytes}, {"sha256", paper.sha256}}));
    }

    Outcome letters(FileOut& list) {
        FRIST_TRY(Statement s, connection_.composed(std::string(letters_to_take), Rows::many));
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            const std::int64_t creditor = s.whole();
            const std::int64_t case_id = s.whole();
            const std::string place = fmt::format("creditor {} case {} letter {}", creditor, case_id, s.whole());
            const bool sent = s.view() == "sent";
            const std::string file = s.word();
            const std::string hash = s.word();
            FRIST_TRY_DONE(letter(list, creditor, file, hash, sent, place));
        }
    }

    Outcome letter(FileOut& list, std::int64_t creditor, const std::string& file, const std::string& hash, bool sent, const std::string& place) {
        const std::optional<std::string> from = found(file, hash, sent);
        if (!from) {
            if (!sent) return done;
            ++told_.missing;
            const Error error{"exit.letter", place, file + " is not in the folder of the letters, or is not the file that left",
                              "Name every folder of letters with --letters, restore it from its backup, or leave the letter behind with --without-missing."};
            if (!wish_.missing) return error;
            wish_.missing(error);
            return done;
        }
        FRIST_TRY_DONE(make_folder(in_draft(fmt::format("letters/{}", creditor))));
        for (const std::string& one : {file, fs::path(file).replace_extension(".txt").string()}) {
            const std::string at = (fs::path(*from).parent_path() / one).string();
            if (one != file && !is_there(at)) continue;
            const std::string name = fmt::format("letters/{}/{}", creditor, one);
            FRIST_TRY(const Written written, copied(at, in_draft(name), name));
            FRIST_TRY_DONE(listed(list, one == file ? "letter" : "words", creditor, written));
        }
        return done;
    }

    // Where the file lies as it left; one that has not left may have been written anew.
    std::optional<std::string> found(const std::string& file, const std::string& hash, bool sent) const {
        if (fs::path(file).filename() != file) return std::nullopt;
        std::optional<std::string> other;
        for (const std::string& folder : wish_.letters) {
            const std::string at = fmt::format("{}/{}", folder, file);
            const Result<std::string> seen = hash_of_file(at);
            if (seen.ok() && *seen == hash) return at;
            if (seen.ok() && !sent) other = at;
        }
        return other;
    }

    Outcome enclosures(FileOut& list) {
        FRIST_TRY(Statement s, connection_.composed(std::string(enclosures_to_take), Rows::many));
        while (true) {
            FRIST_TRY(const bool there, s.step());
            if (!there) return done;
            const std::int64_t creditor = s.whole();
            s.skip();
            const std::string name = fmt::format("enclosures/{}/{}.pdf", creditor, s.view());
            if (is_there(in_draft(name))) continue;   // the same bytes, for another invoice
            FRIST_TRY_DONE(make_folder(in_draft(fmt::format("enclosures/{}", creditor))));
            FRIST_TRY(FileOut out, FileOut::make(in_draft(name)));
            FRIST_TRY_DONE(out.add(s.view()));
            FRIST_TRY(Written written, out.finish());
            written.name = name;
            FRIST_TRY_DONE(listed(list, "enclosure", creditor, written));
        }
    }

    Result<std::int64_t> counted(const char* words) {
        FRIST_TRY(Statement s, connection_.composed(words));
        FRIST_TRY(const bool there, s.step());
        FRIST_CHECK(there);
        return s.whole();
    }

    static json::object described(const Written& file) {
        return {{"file", file.name}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", file.sha256}};
    }

    static json::object described(const Written& file, const Leaving& table) {
        json::object object = described(file);
        json::array fields;
        for (const Column& column : table.columns)
            fields.push_back(json::object{{"name", column.name}, {"form", name_of(column.form)}, {"null", column.without != Without::never}});
        json::array left_out;
        for (const Withheld& column : table.withheld) left_out.push_back(json::object{{"name", column.name}, {"why", column.why}});
        object["fields"] = std::move(fields);
        object["left_out"] = std::move(left_out);
        return object;
    }

    Outcome manifest() {
        FRIST_TRY(const int shape, connection_.engine().shape());
        json::array files;
        for (std::size_t i = 0; i < leaving_tables().size(); ++i) files.push_back(described(told_.files[i], leaving_tables()[i]));
        files.push_back(described(told_.files.back()));
        json::array stays;
        for (const Staying& table : staying_tables()) stays.push_back(json::object{{"table", table.table}, {"why", table.why}});
        const json::object manifest{{"format", exit_format}, {"version", exit_version}, {"program", wish_.program}, {"shape", shape}, {"law", wish_.law},
                                    {"made", text(wish_.made)}, {"files", files}, {"left_out", stays}, {"letters_missing", told_.missing}, {"open_jobs", told_.open_jobs}};
        FRIST_TRY(FileOut out, FileOut::make(in_draft("manifest.json")));
        FRIST_TRY_DONE(out.add_line(json::serialize(manifest)));
        FRIST_TRY([[maybe_unused]] const Written written, out.finish());
        return done;
    }

    Connection& connection_;
    const ExitWish& wish_;
    std::string draft_;
    ExitTold told_;
};

}  // namespace

Result<ExitTold> export_all(Connection& connection, const ExitWish& wish) {
    if (!is_free(wish.folder)) return Error{"exit.folder", wish.folder, "is there already and not empty", "Name a folder that is not there yet."};
    const Draft draft(wish.folder + ".unfinished");
    std::error_code ignored;
    fs::remove_all(draft.folder(), ignored);   // of an export that was stopped
    ExitTold told;
    const Outcome outcome = connection.look([&]() -> Outcome {
        FRIST_TRY(told, Exit(connection, wish, draft.folder()).write());
        return done;
    });
    connection.forget_composed();
    FRIST_TRY_DONE(outcome);
    FRIST_TRY_DONE(put_in_place(draft.folder(), wish.folder));
    return told;
}

}  // namespace frist::store
