"""Files with what customers owe: looked at, mapped by hand, taken whole or by their good rows, given back, and taken back."""
import io
import json
import unittest
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

from server import AtFjord

BASE = "/creditors/999999999"
HEADER = ["Kundenr", "Navn", "Type", "Adresse", "Postnr", "Poststed", "Fakturanr", "Fakturadato", "Forfallsdato", "Restbeløp", "KID"]


def rows(count):
    """Rows that hold what goes wrong elsewhere: zeros in front, letters beyond A to Z, an apostrophe, a separator in a cell."""
    made = []
    for number in range(1, count + 1):
        due = date(2025, 12, 1) + timedelta(days=number % 60)
        name = ("Blid Fjellrev", "Ærlig Ørret ås", "Per 'Test' O'Hare", "Fjell, Dal; Elv")[number % 4]
        made.append([f"{number:06}", name, "bedrift" if number % 3 else "privat", f"Eksempelveien {number}", f"{number % 10:04}", "Tromsø",
                     f"F{number}", due - timedelta(days=14), due, number * 137 + 5, f"{number:012}"])
    return made


def written(cell, decimal):
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return f"{cell // 100}{decimal}{cell % 100:02}" if isinstance(cell, int) else cell


def as_csv(table, separator, decimal, encoding):
    lines = [HEADER] + [[written(cell, decimal) for cell in row] for row in table]
    quoted = ['"' + cell.replace('"', '""') + '"' if separator in cell or '"' in cell else cell for line in lines for cell in line]
    width = len(HEADER)
    text = "".join(separator.join(quoted[at:at + width]) + "\r\n" for at in range(0, len(quoted), width))
    return text.encode(encoding)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)
    return out.getvalue()


def as_xlsx(table):
    def cell(value):
        if isinstance(value, date):
            return f'<c s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        if isinstance(value, int):
            return f"<c><v>{value // 100}.{value % 100:02}</v></c>"
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    sheet = "".join("<row>" + "".join(cell(value) for value in line) + "</row>" for line in [HEADER] + table)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped([
        ("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Poster" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                       f'<Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>')])


def as_ods(table):
    def cell(value):
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"><text:p>{value:%d.%m.%Y}</text:p></table:table-cell>'
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value // 100}.{value % 100:02}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    sheet = "".join("<table:table-row>" + "".join(cell(value) for value in line) + "</table:table-row>" for line in [HEADER] + table)
    of = "urn:oasis:names:tc:opendocument:xmlns:"
    return zipped([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", f'<office:document-content xmlns:office="{of}office:1.0" xmlns:table="{of}table:1.0" xmlns:text="{of}text:1.0"><office:body><office:spreadsheet>'
                        f'<table:table table:name="Poster">{sheet}</table:table></office:spreadsheet></office:body></office:document-content>')])


def few(*lines):
    return ("Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Forfallsdato;Restbeløp\n" + "".join(line + "\n" for line in lines)).encode()


WHO = "Blid Fjellrev;privat;Fjellveien 1;0150;Oslo"
GOOD = f"1;{WHO};F1;15.01.2026;1000,00"
BAD = f"2;{WHO};F2;45.01.2026;2000,00"


class Imports(AtFjord):
    def bring(self, raw, name="liste.csv", status=200, base=BASE, to="/ledger/import", **query):
        answer = self.owner.post(base + to, raw=raw, query=query, headers={"Frist-File-Name": name})
        self.assertEqual(answer.status, status, answer.body)
        return answer

    def ledger(self, base=BASE):
        answer = self.owner.get(base + "/ledger", query={"show": "all", "limit": "200"})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_the_same_thousand_rows_in_every_form_are_the_same_ledger(self):
        table = rows(1000)
        forms = {"liste.csv": as_csv(table, ";", ",", "utf-8"), "komma.csv": as_csv(table, ",", ".", "utf-8-sig"), "utf16.csv": as_csv(table, ";", ",", "utf-16"),
                 "windows.csv": as_csv(table, ";", ",", "cp1252"), "bok.xlsx": as_xlsx(table), "ark.ods": as_ods(table)}
        ledgers = {}
        for at, (name, raw) in enumerate(forms.items()):
            number = ("310001007", "310002003", "310003115", "310004111", "310005118", "310006114")[at] if at else "999999999"
            base = BASE
            if at:
                number = self.creditor(at)
                base = f"/creditors/{number}"
            done = self.bring(raw, name, base=base).json
            self.assertEqual((done["added"], done["rejected"], done["questions"]), (1000, [], []), name)
            every = []
            for offset in range(0, 1000, 200):
                page = self.owner.get(base + "/ledger", query={"show": "all", "limit": "200", "offset": str(offset)}).json
                self.assertEqual(page["count"], 1000)
                every += page["rows"]
            ledgers[name] = json.dumps(every, sort_keys=True)
        for name, told in ledgers.items():
            self.assertEqual(told, ledgers["liste.csv"], name)

    def creditor(self, at):
        """One more creditor of the same owner, with a number that its check digit agrees with."""
        body = f"31000{at}00"
        weights = (3, 2, 7, 6, 5, 4, 3, 2)
        while True:
            check = -sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11
            if check < 10:
                break
            body = str(int(body) + 1)
        number = f"{body}{check}"
        answer = self.owner.post("/creditors", {"org_number": number, "name": f"Prøve {at} AS", "account": "12345678903", "address": {"street": "Gata 1", "postal_code": "0150", "place": "Oslo"}})
        self.assertEqual(answer.status, 201, answer.body)
        return number

    def test_nothing_is_taken_while_a_row_is_wrong_unless_one_says_so(self):
        seen = self.bring(few(GOOD, BAD)).json
        self.assertEqual((seen["stored"], [stop["code"] for stop in seen["stops"]], seen["rejected_rows"], seen["gives_back"]), (False, ["import.rejected"], 1, "csv"))
        self.assertEqual(self.ledger()["count"], 0)
        back = self.bring(few(GOOD, BAD), to="/ledger/rejected")
        self.assertIn("F2;45.01.2026;2000,00;", back.body.decode("utf-8-sig"))
        self.assertNotIn("F1;", back.body.decode("utf-8-sig"))
        taken = self.bring(few(GOOD, BAD), good_rows="true").json
        self.assertEqual((taken["stored"], taken["added"], taken["stops"]), (True, 1, []))
        row = self.owner.get(BASE + "/imports").json["rows"][0]
        self.assertEqual((row["rows"], row["rejected"], row["added"]), (2, 1, 1))
        again = self.bring(few(GOOD), to="/ledger/rejected", status=422)
        self.assertEqual(again.json["code"], "import.no_rows")

    def test_a_spreadsheet_comes_back_as_a_workbook(self):
        table = rows(3)
        table[1][8] = "i morgen"
        raw = as_xlsx(table)
        seen = self.bring(raw, "bok.xlsx", dry_run="true").json
        self.assertEqual((seen["gives_back"], seen["rejected_rows"]), ("xlsx", 1))
        back = self.bring(raw, "bok.xlsx", to="/ledger/rejected")
        with zipfile.ZipFile(io.BytesIO(back.body)) as book:
            strings = book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in book.namelist() else book.read("xl/worksheets/sheet1.xml").decode()
        self.assertIn("i morgen", strings)
        self.assertIn("000000000002", strings)
        self.corrected(back.body, "bok.xlsx")

    def test_an_open_spreadsheet_comes_back_as_one(self):
        table = rows(3)
        table[1][8] = "i morgen"
        raw = as_ods(table)
        seen = self.bring(raw, "ark.ods", dry_run="true").json
        self.assertEqual((seen["gives_back"], seen["rejected_rows"]), ("ods", 1))
        back = self.bring(raw, "ark.ods", to="/ledger/rejected")
        self.assertEqual(back.header("Content-Type"), "application/vnd.oasis.opendocument.spreadsheet")
        with zipfile.ZipFile(io.BytesIO(back.body)) as book:
            first = book.infolist()[0]
            content = book.read("content.xml").decode()
        self.assertEqual((first.filename, first.compress_type, first.extra), ("mimetype", zipfile.ZIP_STORED, b""))
        self.assertIn("i morgen", content)
        self.assertIn('office:value-type="date"', content, "a day is a day")
        self.assertIn('office:value-type="float"', content, "a sum is a number")
        self.corrected(back.body, "ark.ods")

    def corrected(self, given_back, name):
        """The file is the list again: its one row has the same mistake, and once that is corrected none."""
        again = self.bring(given_back, name, dry_run="true").json
        self.assertEqual((again["rows"], again["rejected_rows"], [fault["code"] for fault in again["rejected"]]), (1, 1, ["date.form"]), name)

    def test_a_case_list_of_an_agency_keeps_steps_days_and_fees(self):
        head = "Saksnr;Saksstatus;Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Forfall;Hovedstol;Rest hovedstol;Purring sendt;Purregebyr;Inkassovarsel sendt;Inkassovarsel frist"
        raw = f"{head}\n77;Sluttvarsel;1;{WHO};F1;02.12.2025;4000,00;4000,00;16.12.2025;35,00;02.01.2026;16.01.2026\n".encode()
        seen = self.bring(raw, "saker.csv", dry_run="true").json
        self.assertEqual((seen["rejected"], seen["layout"]["steps"]), ([], [{"word": "Sluttvarsel", "step": None, "rows": 1}]), seen)
        fields = {column["column"]: column["field"] for column in seen["layout"]["columns"]}
        self.assertEqual([fields[name] for name in head.split(";")[-4:]], ["reminder_sent", "reminder_fee", "notice_sent", "notice_deadline"])
        said = self.bring(raw, "saker.csv", dry_run="true", map=json.dumps({"steps": {"Sluttvarsel": "notice"}})).json
        self.assertEqual(said["layout"]["steps"][0]["step"], "notice")
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=raw, query={"map": json.dumps({"steps": {"x": "final"}})}).json["code"], "map.step")
        self.assertEqual(self.bring(raw, "saker.csv").json["added"], 1)
        self.owner.post(BASE + "/starts", {"all": True})
        case = self.owner.get(BASE + "/cases").json["rows"][0]["case"]
        letters = self.owner.get(f"{BASE}/cases/{case}").json["letters"]
        self.assertEqual([(letter["kind"], letter["state"], letter["sent"], letter["fee"], letter.get("deadline")) for letter in letters if letter["state"] == "earlier"],
                         [("reminder", "earlier", "2025-12-16", "35.00", None), ("notice", "earlier", "2026-01-02", "0.00", "2026-01-16")])

    def test_what_cannot_be_recognised_is_mapped_by_hand_and_remembered(self):
        odd = "Hvem;Hva;Bilag;Innen;Til gode\n77;Blid Fjellrev;F7;15.01.2026;700,00\n".encode()
        self.assertEqual(self.bring(odd, status=422).json["code"], "header.missing")
        seen = self.bring(odd, dry_run="true").json
        self.assertEqual((seen["stored"], seen["questions"][0]["code"]), (False, "header.missing"))
        self.assertEqual([column["column"] for column in seen["layout"]["columns"]], ["Hvem", "Hva", "Bilag", "Innen", "Til gode"])
        self.assertEqual(seen["layout"]["columns"][4]["samples"], ["700,00"])
        self.assertEqual(seen["layout"]["top"][0], {"row": 1, "cells": ["Hvem", "Hva", "Bilag", "Innen", "Til gode"]})
        columns = {"customer_number": "Hvem", "customer_name": "Hva", "invoice_number": "Bilag", "due_date": "Innen", "open_amount": "Til gode"}
        half = self.bring(odd, dry_run="true", map=json.dumps({"columns": {"invoice_number": "Bilag"}})).json
        self.assertEqual((half["questions"][0]["code"], [column["field"] for column in half["layout"]["columns"]]), ("columns.missing", [None, None, "invoice_number", None, None]))
        mapped = self.bring(odd, dry_run="true", map=json.dumps({"columns": columns})).json
        self.assertEqual((mapped["questions"], mapped["preview"][0]["open"]), ([], "700.00"))
        self.assertEqual(mapped["layout"]["columns"][4]["field"], "open_amount")
        kept = self.owner.ask("PUT", BASE + "/import-templates/Rart%20program", {"header_hash": mapped["layout"]["header_hash"], "map": {"columns": columns}})
        self.assertEqual(kept.status, 204, kept.body)
        again = self.bring(odd, name="april.csv").json
        self.assertEqual((again["stored"], again["template"], again["added"]), (True, "Rart program", 1))
        self.assertEqual([row["name"] for row in self.owner.get(BASE + "/import-templates").json["rows"]], ["Rart program"])
        self.assertEqual(self.bring(odd, template="Et annet", status=422).json["code"], "template.unknown")
        self.assertEqual(self.owner.ask("DELETE", BASE + "/import-templates/Rart%20program").status, 204)
        self.assertEqual(self.owner.ask("DELETE", BASE + "/import-templates/Rart%20program").json["code"], "template.unknown")
        bad = self.owner.ask("PUT", BASE + "/import-templates/Rart", {"header_hash": "", "map": {"columns": {"noe": "Hva"}}})
        self.assertEqual(bad.json["code"], "map.field")

    def test_the_header_and_the_sheet_are_named(self):
        table = rows(2)
        raw = as_csv(table, ";", ",", "utf-8")
        below = b"Kundenr;Fakturanr;Saldo er skrevet ut;x\n" + raw
        seen = self.bring(below, dry_run="true", map=json.dumps({"header_row": 2})).json
        self.assertEqual((seen["layout"]["header_row"], seen["rows"]), (2, 2))
        self.assertEqual(self.bring(below, status=422, map=json.dumps({"header_row": 0})).json["code"], "map.header_row")
        self.assertEqual(self.bring(as_xlsx(table), name="bok.xlsx", status=422, map=json.dumps({"sheet": "Juni"})).json["code"], "sheet.named")
        self.assertEqual(self.bring(as_xlsx(table), name="bok.xlsx", status=422, map=json.dumps({"sheet": ""})).json["code"], "map.sheet")
        self.assertEqual(self.bring(as_xlsx(table), name="bok.xlsx", dry_run="true", map=json.dumps({"sheet": "Poster"})).json["layout"]["sheets"], ["Poster"])

    def test_the_ledgers_own_total_must_agree(self):
        off = self.bring(few(GOOD), control_sum="1000.01", control_count="2").json
        self.assertEqual((off["stored"], [stop["code"] for stop in off["stops"]]), (False, ["import.control_sum", "import.control_count"]))
        self.assertTrue(self.bring(few(GOOD), control_sum="1000.00", control_count="1").json["stored"])

    def test_what_may_be_wrong_is_told(self):
        self.bring(few(GOOD))
        seen = self.bring(few(GOOD.replace("1000,00", "1070,00"), f"2;{WHO};F2;15.01.2026;50,00", f"2;{WHO};F3;15.01.2026;50,00"), dry_run="true").json
        self.assertEqual([one["code"] for one in seen["findings"]], ["import.with_costs", "import.alike"])
        self.assertEqual(seen["known"], 1)

    def test_a_zip_of_lists_is_taken_whole(self):
        pack = zipped([("mars/en.csv", few(GOOD)), ("mars/to.csv", few(f"3;{WHO};F3;15.01.2026;30,00")), ("mars/faktura.pdf", b"%PDF-1.4"), ("mars/", b"")])
        taken = self.bring(pack, name="mars.zip").json
        self.assertEqual((taken["added"], [one["code"] for one in taken["findings"]]), (2, ["zip.not_read"]))
        self.assertEqual(self.bring(zipped([("les.pdf", b"%PDF-1.4")]), name="tom.zip", status=422).json["code"], "zip.empty")
        half = self.bring(zipped([("en.csv", few(f"9;{WHO};F9;15.01.2026;30,00")), ("rar.csv", b"a;b;c\n1;2;3\n")]), name="halv.zip").json
        self.assertEqual((half["stored"], half["rejected"][0]["file"], half["rejected"][0]["code"]), (False, "rar.csv", "header.missing"))

    def test_customers_are_completed(self):
        self.bring(few(GOOD))
        done = self.bring("Kundenr;Navn;E-post\n1;Blid Fjellrev;blid@fjellrev.example\n".encode(), name="kunder.csv").json
        self.assertEqual((done["holds"], done["contacts"]), ("contacts", {"completed": 1, "same": 0, "unknown": 0}))

    def test_an_import_is_taken_back(self):
        first = self.bring(few(GOOD)).json["import"]
        second = self.bring(few(GOOD.replace("1000,00", "800,00"), f"3;{WHO};F3;15.01.2026;30,00")).json["import"]
        self.assertEqual(self.owner.post(f"{BASE}/imports/{first}/undo").json["code"], "import.followed")
        undone = self.owner.post(f"{BASE}/imports/{second}/undo")
        self.assertEqual((undone.status, undone.json), (200, {"removed": 1, "restored": 1, "withdrawn": 0, "taken_back": 0}))
        self.assertEqual([(row["invoice"], row["open"]) for row in self.ledger()["rows"]], [("F1", "1000.00")])
        self.assertEqual(self.owner.post(f"{BASE}/imports/{second}/undo").json["code"], "import.undone")
        self.assertEqual(self.owner.post(f"{BASE}/imports/77/undo").json["code"], "import.unknown")
        listed = self.owner.get(BASE + "/imports", query={"limit": "1"}).json
        self.assertEqual((listed["rows"][0]["import"], listed["rows"][0]["undone"] is not None, listed["next"]), (second, True, second))
        rest = self.owner.get(BASE + "/imports", query={"before": str(second)}).json
        self.assertEqual(([row["import"] for row in rest["rows"]], rest["next"]), ([first], None))
        self.assertEqual(self.owner.post(BASE + "/starts", {"all": True}).json["started"], 1)
        self.assertEqual(self.owner.post(f"{BASE}/imports/{first}/undo").json["withdrawn"], 1)
        self.assertEqual(self.ledger()["count"], 0)
        self.assertIn("all in order", self.server.frist("verify"))


if __name__ == "__main__":
    unittest.main()
