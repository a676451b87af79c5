#include "store/exit_manifest.h"

#include "base/pch.h"
#include "base/strict_json.h"
#include "store/exit.h"
#include "store/exit_tables.h"
#include "store/reader.h"

namespace frist::store {
namespace {

namespace json = boost::json;

constexpr const char* whole_folder = "Bring the whole folder of the export, as it was made.";

Error no_manifest(std::string message, std::string remedy = whole_folder) { return {"exit.manifest", "manifest.json", std::move(message), std::move(remedy)}; }

std::string word_in(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}
std::int64_t number_in(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : -1;
}

bool is_hash(const std::string& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<Written> file_of(const json::value& value) {
    const Error wrong = no_manifest("does not say of each file its name, rows, bytes and SHA-256");
    if (!value.is_object()) return wrong;
    const json::object& object = value.get_object();
    const Written file{word_in(object, "file"), number_in(object, "rows"), number_in(object, "bytes"), word_in(object, "sha256")};
    if (file.name.empty() || file.rows < 0 || file.bytes < 0 || !is_hash(file.sha256)) return wrong;
    return file;
}

// It names what its shape has, and nothing else.
Outcome complete(const Manifest& manifest) {
    std::set<std::string, std::less<>> known{"papers.jsonl"};
    if (manifest.file("papers.jsonl") == nullptr) return no_manifest("does not name papers.jsonl");
    for (const Leaving& table : leaving_tables()) {
        const std::string name = fmt::format("{}.jsonl", table.file);
        known.insert(name);
        if (manifest.file(name) == nullptr && table.since <= manifest.shape) return no_manifest("does not name " + name);
    }
    for (const Written& file : manifest.files)
        if (known.erase(file.name) == 0) return no_manifest("names a file that is not known here, or names one twice: " + file.name);
    return done;
}

}  // namespace

const Written* Manifest::file(std::string_view name) const {
    const auto found = std::find_if(files.begin(), files.end(), [&](const Written& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

Result<Manifest> read_manifest(const std::string& folder) {
    FRIST_TRY(FileIn in, FileIn::open(folder + "/manifest.json", "manifest.json"));
    FRIST_TRY(const std::optional<std::string_view> line, in.line());
    const Result<json::value> value = parse_json(line.value_or(std::string_view()));
    if (!value.ok() || !value->is_object() || word_in(value->get_object(), "format") != exit_format)
        return no_manifest("is not the manifest of an export of an installation", "Name the folder that frist export --all made.");
    const json::object& object = value->get_object();
    Manifest manifest;
    manifest.shape = static_cast<int>(number_in(object, "shape"));
    if (number_in(object, "version") != exit_version || manifest.shape > newest_shape())
        return no_manifest(fmt::format("was made by a newer version (shape {}, this program knows {})", manifest.shape, newest_shape()), "Use the newer frist.");
    if (const json::value* files = object.if_contains("files"); files != nullptr && files->is_array())
        for (const json::value& one : files->get_array()) {
            FRIST_TRY(Written file, file_of(one));
            manifest.files.push_back(std::move(file));
        }
    FRIST_TRY_DONE(complete(manifest));
    return manifest;
}

Outcome all_there(const std::string& folder, const Manifest& manifest) {
    for (const Written& file : manifest.files) {
        FRIST_TRY([[maybe_unused]] const FileIn there, FileIn::open(fmt::format("{}/{}", folder, file.name), file.name));
    }
    return done;
}

Outcome same(const Written& wanted, const Written& got) {
    if (wanted.rows == got.rows && wanted.bytes == got.bytes && wanted.sha256 == got.sha256) return done;
    return Error{"exit.file", wanted.name, fmt::format("is not what was written: {} rows, {} bytes and SHA-256 {}, instead of {}, {} and {}", got.rows, got.bytes, got.sha256, wanted.rows, wanted.bytes, wanted.sha256), whole_folder};
}

Result<Paper> paper_of(std::string_view line, const std::string& place) {
    const Error wrong{"exit.row", place, "does not say which paper lies where", "Bring the whole folder of the export, as it was made."};
    const Result<json::value> value = parse_json(line);
    if (!value.ok() || !value->is_object()) return wrong;
    const json::object& object = value->get_object();
    Paper paper;
    paper.kind = word_in(object, "kind");
    paper.creditor = number_in(object, "creditor");
    paper.file = {word_in(object, "file"), 0, number_in(object, "bytes"), word_in(object, "sha256")};
    const std::string folder = fmt::format("{}/{}/", paper.kind == "enclosure" ? "enclosures" : "letters", paper.creditor);
    const bool known = paper.kind == "enclosure" || paper.kind == "letter" || paper.kind == "words";
    if (!known || paper.creditor <= 0 || !paper.file.name.starts_with(folder) || !is_hash(paper.file.sha256)) return wrong;
    paper.letter = paper.file.name.substr(folder.size());
    if (paper.letter.empty() || paper.letter.front() == '.' || paper.letter.find('/') != std::string::npos) return wrong;
    return paper;
}

}  // namespace frist::store
