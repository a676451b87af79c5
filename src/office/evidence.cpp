#include "office/evidence.h"

#include "base/embedded.h"
#include "base/hash.h"
#include "base/pch.h"
#include "office/case_facts.h"
#include "office/channels.h"
#include "office/documents.h"
#include "office/explain.h"
#include "rules/balance.h"

namespace frist::office {
namespace {

namespace json = boost::json;

std::string html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string in_lines(const json::value& value) { return json::serialize(value) + "\n"; }

struct Entry {
    std::string name;
    std::string about;
};

class Pack {
public:
    Pack(const Desk& desk, const CreditorRecord& creditor, CaseRow row) : desk_(desk), creditor_(creditor), row_(std::move(row)) {}

    Result<Evidence> made(Archive& archive, const std::function<Result<std::string>(const letters::Letter&)>& print, std::vector<Enclosed> also) {
        for (Enclosed& one : also) add(std::move(one.file.name), std::move(one.file.bytes), std::move(one.about));
        FRIST_TRY_DONE(sent_letters(archive));
        FRIST_TRY_DONE(invoices());
        FRIST_TRY_DONE(dispatches());
        FRIST_TRY_DONE(computation(print));
        FRIST_TRY_DONE(log());
        for (const embedded::File& file : embedded::evidence())
            if (file.path == "check.py") add("check.py", std::string(file.bytes), "Kontrollerer pakken uten Frist: python3 check.py");
        return with_index();
    }

private:
    void add(std::string name, std::string bytes, std::string about) {
        entries_.push_back({name, std::move(about)});
        pack_.files.push_back({std::move(name), std::move(bytes)});
    }

    Outcome sent_letters(Archive& archive) {
        for (const cases::Sent& sent : row_.state.letters) {
            FRIST_TRY(const auto letter, desk_.store.letter(desk_.creditor, row_.state.id, sent.letter));
            const std::string what = fmt::format("Brev {} ({}), sendt {}{}", sent.letter, name_of(sent.kind), text(sent.sent), sent.voided ? ", senere gjort ugyldig" : "");
            if (!letter || letter->file.empty()) {
                pack_.missing.push_back(what + ": skrevet i et annet system");
                continue;
            }
            const Result<std::string> pdf = archive.read(letter->file);
            if (!pdf.ok() || sha256(*pdf) != letter->sha256) {
                pack_.missing.push_back(fmt::format("{}: {} er ikke {}; SHA-256 da det ble skrevet: {}", what, letter->file, pdf.ok() ? "den samme filen" : "i arkivet", letter->sha256));
                continue;
            }
            add("letters/" + letter->file, *pdf, what);
        }
        return done;
    }

    Outcome invoices() {
        for (const cases::Claim& claim : row_.state.claims) {
            FRIST_TRY(const std::vector<EnclosureRow> copies, desk_.store.enclosures(desk_.creditor, claim.number));
            for (const EnclosureRow& copy : copies) {
                FRIST_TRY(const auto bytes, desk_.store.enclosure_bytes(desk_.creditor, claim.number, copy.sha256));
                FRIST_CHECK(bytes.has_value());
                add(fmt::format("invoices/{}.pdf", copy.sha256), *bytes, fmt::format("Kopi av faktura {}, lagt inn {}", claim.number, text(copy.on)));
            }
        }
        return done;
    }

    Outcome dispatches() {
        FRIST_TRY(const std::vector<DispatchRow> rows, desk_.store.dispatches_of_case(desk_.creditor, row_.state.id));
        json::array list;
        for (const DispatchRow& row : rows)
            list.push_back(json::object{{"letter", row.letter}, {"channel", name_of(row.channel)}, {"state", name_of(row.state)}, {"deciding", row.deciding}, {"address", row.address}, {"at", text(row.at)},
                                        {"said", row.said}, {"file", row.file}, {"sha256", row.sha256}});
        add("dispatch.json", in_lines(list), "Hvordan hvert brev ble sendt, til hvilken adresse, og hva kanalen svarte");
        return done;
    }

    Outcome computation(const std::function<Result<std::string>(const letters::Letter&)>& print) {
        FRIST_TRY(const rules::Balance balance, rules::balance_on(row_.state, desk_.today, desk_.country));
        json::object sums = json_of(row_.state, balance, desk_.country);
        sums["law"] = desk_.country.fingerprint();
        add("computation.json", in_lines(sums), "Alle beløp per " + text(desk_.today) + " med rader, satser, dager og bestemmelser");
        FRIST_TRY(const letters::Texts texts, texts_of(creditor_));
        const Result<letters::Letter> annex = document(desk_, creditor_, row_.state.id, letters::Kind::annex, std::monostate{}, texts);
        if (!annex.ok()) {
            if (annex.error().code.starts_with("store.")) return annex.error();
            pack_.missing.push_back("Vedlegget «Slik er det regnet»: " + annex.error().message);
            return done;
        }
        FRIST_TRY(std::string pdf, print(*annex));
        add("computation.pdf", std::move(pdf), "Det samme på papir: «Slik er det regnet»");
        return done;
    }

    // Each event with the link before it, which may belong to another case: so the chain can be checked from here.
    Outcome log() {
        FRIST_TRY(const std::vector<StoredEvent> events, desk_.store.events(desk_.creditor, row_.state.id));
        json::array list;
        for (const StoredEvent& event : events) {
            FRIST_TRY(const std::string before, desk_.store.hash_of_link(desk_.creditor, event.link - 1));
            list.push_back(json::object{{"link", event.link}, {"case", event.case_id}, {"seq", event.seq}, {"stored", text(event.stored)}, {"type", event.type}, {"cause", event.cause}, {"law", event.law},
                                        {"body", event.body}, {"before", before}, {"hash", event.hash}});
        }
        add("log.json", in_lines(list), "Alt som har skjedd i saken, i rekkefølge, hver hendelse lenket til den før med SHA-256");
        return done;
    }

    Evidence with_index() {
        json::array files;
        std::string rows;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::string digest = sha256(pack_.files[i].bytes);
            files.push_back(json::object{{"name", entries_[i].name}, {"about", entries_[i].about}, {"sha256", digest}});
            rows += fmt::format("<tr><td><a href=\"{0}\">{0}</a></td><td>{1}</td><td class=\"n\">{2}</td></tr>\n", html(entries_[i].name), html(entries_[i].about), digest);
        }
        json::array missing;
        std::string lacks;
        for (const std::string& one : pack_.missing) {
            missing.emplace_back(one);
            lacks += "<li>" + html(one) + "</li>\n";
        }
        const json::object index{{"case", row_.state.id}, {"creditor", creditor_.org_number}, {"made_on", text(desk_.today)}, {"files", files}, {"missing", missing}};
        std::string page = fmt::format(
            "<!doctype html>\n<html lang=\"nb\"><meta charset=\"utf-8\"><title>Sak {0}: dokumentasjon</title>\n"
            "<style>body{{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}table{{border-collapse:collapse;width:100%}}"
            "td,th{{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc}}.n{{font:12px monospace;word-break:break-all}}</style>\n"
            "<h1>Sak {0}: dokumentasjon</h1>\n<p>{1}, organisasjonsnummer {2}. Laget {3}.</p>\n"
            "<p>Pakken kan kontrolleres uten Frist: <code>python3 check.py</code> regner alle SHA-256 om igjen, følger kjeden av hendelser og legger sammen beløpene.</p>\n"
            "<table><tr><th>Fil</th><th>Hva den viser</th><th>SHA-256</th></tr>\n{4}</table>\n",
            row_.state.id, html(creditor_.name), html(creditor_.org_number), text(desk_.today), rows);
        if (!lacks.empty()) page += "<h2>Mangler</h2>\n<ul>\n" + lacks + "</ul>\n";
        page += "</html>\n";
        pack_.files.insert(pack_.files.begin(), {{"index.html", std::move(page)}, {"index.json", in_lines(index)}});
        return std::move(pack_);
    }

    const Desk& desk_;
    const CreditorRecord& creditor_;
    CaseRow row_;
    Evidence pack_;
    std::vector<Entry> entries_;
};

}  // namespace

Result<Evidence> evidence(const Desk& desk, const CreditorRecord& creditor, Id case_id, Archive& archive, const std::function<Result<std::string>(const letters::Letter&)>& print, std::vector<Enclosed> also) {
    FRIST_TRY(CaseRow row, case_row(desk, case_id));
    return Pack(desk, creditor, std::move(row)).made(archive, print, std::move(also));
}

}  // namespace frist::office
