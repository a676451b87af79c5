"""A list as a file: what one sees is what is written, in the three forms, and nothing else comes out."""
import io
import json
import unittest
import xml.etree.ElementTree as ET
import zipfile

from desk_test import BASE
from server import AtFjord, OTHER

LEDGER = (
    "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
    "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00\r\n"
    "1002;=2+5;privat;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50\r\n"
    "1003;Rask D'Rype;privat;Eksempelveien 3;5003;Bergen;F103;15.01.2026;29.01.2026;0,99\r\n").encode()
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(data):
    """The sheets of a workbook: for each its rows of (kind, text) and its formulas."""
    sheets = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(one for one in archive.namelist() if one.startswith("xl/worksheets/sheet")):
            rows, formulas = [], []
            for row in ET.fromstring(archive.read(name)).iter(MAIN + "row"):
                cells = []
                for cell in row.iter(MAIN + "c"):
                    formula = cell.find(MAIN + "f")
                    if formula is not None:
                        formulas.append(formula.text)
                    value = cell.find(MAIN + "v")
                    cells.append("".join(cell.itertext()) if value is None else float(value.text))
                rows.append(cells)
            sheets.append((rows, formulas))
    return sheets


class Sheets(AtFjord):
    COLUMNS = [{"id": "case", "head": "Sak"}, {"id": "name", "head": "Skyldner"}, {"id": "step", "head": "Steg"}, {"id": "due", "head": "Forfall"}, {"id": "principal", "head": "Hovedstol"}, {"id": "open", "head": "Åpent"}]

    def setUp(self):
        super().setUp()
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})

    def ask(self, list_of="cases", **wish):
        return self.owner.post(f"{BASE}/{list_of}/sheet", {"columns": self.COLUMNS, "title": "Saker", "about_title": "Om", "sum": "Sum", **wish})

    def test_a_workbook_has_the_rows_of_the_list_typed_and_summed(self):
        query = {"sort": "open", "direction": "down"}
        listed = self.owner.get(BASE + "/cases", query=query).json["rows"]
        answer = self.ask(**query, words={"step.none": "Ingen"}, about=[{"name": "Filter", "value": "Pågående"}])
        self.assertEqual(answer.status, 200, answer.body)
        (rows, formulas), (about, _) = book(answer.body)
        self.assertEqual(rows[0], ["Sak", "Skyldner", "Steg", "Forfall", "Hovedstol", "Åpent"])
        self.assertEqual([(row[0], row[1], row[2], row[5]) for row in rows[1:4]], [(row["case"], row["name"], "Ingen", float(row["open"])) for row in listed])
        self.assertEqual(rows[1][3], 46048.0, "26 January 2026, as a spreadsheet counts days")
        self.assertEqual(formulas, ["SUM(E2:E4)", "SUM(F2:F4)"], "a name that begins with = is a text")
        self.assertEqual((rows[4][0], rows[4][4]), ("Sum", 12451.49))
        self.assertAlmostEqual(rows[4][5], sum(float(row["open"]) for row in listed))
        self.assertEqual(about, [["Filter", "Pågående"]])

    def test_csv_and_json_say_the_same(self):
        wish = {"columns": [{"id": "name", "head": "Navn"}, {"id": "principal", "head": "Sum"}, {"id": "due", "head": "Forfall"}], "sort": "case", "direction": "up"}
        csv = self.ask(**wish, form="csv").body.decode("utf-8-sig").split("\r\n")
        self.assertEqual(csv, ["Navn;Sum;Forfall", "Blid Fjellrev;10000,00;2026-01-26", "'=2+5;2450,50;2026-01-28", "Rask D'Rype;0,99;2026-01-29", ""])
        self.assertEqual(self.ask(**wish, form="csv", separator=",").body.decode("utf-8-sig").split("\r\n")[1], "Blid Fjellrev,10000.00,2026-01-26")
        rows = json.loads(self.ask(**wish, form="json").body)
        self.assertEqual(rows[1], {"name": "=2+5", "principal": "2450.50", "due": "2026-01-28"})
        self.assertEqual(json.loads(self.ask(**wish, form="json", filter={"search": "finnes ikke"}).body), [])

    def test_the_filter_is_that_of_the_list(self):
        rows = json.loads(self.ask(form="json", columns=[{"id": "name"}], filter={"min_open": "100.00", "search": "fjellrev"}).body)
        self.assertEqual(rows, [{"name": "Blid Fjellrev"}])
        self.assertEqual(self.ask(filter={"ukjent": "1"}).json["code"], "json.unknown_field")

    def test_ledger_and_debtors_too(self):
        more = LEDGER.replace(b"F10", b"G10").replace(b"5003;Bergen;G103", b";;G103")
        self.owner.post(BASE + "/ledger/import", raw=more, query={"partial": "true"})
        ledger = json.loads(self.ask("ledger", form="json", columns=[{"id": "invoice"}, {"id": "open"}, {"id": "due"}], sort="open", direction="down").body)
        self.assertEqual([row["invoice"] for row in ledger], [row["invoice"] for row in self.owner.get(BASE + "/ledger", query={"sort": "open", "direction": "down"}).json["rows"]])
        debtors = json.loads(self.ask("debtors", form="json", columns=[{"id": "name"}, {"id": "kind"}, {"id": "place"}, {"id": "running"}, {"id": "open"}], words={"kind.person": "Privat"}).body)
        self.assertEqual((debtors[0]["kind"], debtors[0]["place"]), ("Privat", "Eksempelveien 2, 5003 Bergen"))
        self.assertEqual([row["name"] for row in debtors], [row["name"] for row in self.owner.get(BASE + "/debtors").json["rows"]])

    def test_more_rows_than_one_window(self):
        rows = ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp"]
        rows += [f"{n};Prøve Fjellrev {n};privat;Prøveveien {n};5003;Bergen;H{n};12.01.2026;26.01.2026;{n},00" for n in range(1, 10_102)]
        self.owner.post(BASE + "/ledger/import", raw="\n".join(rows).encode(), query={"partial": "true"})
        got = json.loads(self.ask("ledger", form="json", columns=[{"id": "invoice"}], sort="number").body)
        self.assertEqual(len({row["invoice"] for row in got}), 10_101)
        many = self.owner.post(BASE + "/debtors/group", {"group": "Faste", "filter": {}})
        self.assertEqual((many.status, many.json["code"]), (400, "http.bulk"), "more than 10 000 are not taken at once")

    def test_a_table_of_the_screen_is_written_as_it_is(self):
        columns = [{"id": "letter", "head": "Brev"}, {"id": "on", "head": "Dag", "kind": "day"}, {"id": "cases", "head": "Saker", "kind": "whole"}, {"id": "fee", "head": "Gebyr", "kind": "money", "summed": True}]
        rows = [["Purring", "2026-02-20", 3, "35.00"], ["=1+1", None, None, "0.50"]]
        wish = {"columns": columns, "rows": rows, "title": "Kommer", "sum": "Sum", "about_title": "Om", "about": [{"name": "Dager", "value": "14"}]}
        (written, formulas), _ = book(self.owner.post(BASE + "/sheet", wish).body)
        self.assertEqual(written[:3], [["Brev", "Dag", "Saker", "Gebyr"], ["Purring", 46073.0, 3.0, 35.0], ["=1+1", 0.5]])
        self.assertEqual((written[3][0], written[3][3], formulas), ("Sum", 35.5, ["SUM(D2:D3)"]))
        self.assertEqual(json.loads(self.owner.post(BASE + "/sheet", {**wish, "form": "json"}).body)[0], {"letter": "Purring", "on": "2026-02-20", "cases": 3, "fee": "35.00"})
        for place, bad in [("rows[0]", [["Purring"]]), ("rows[0][1]", [["a", "i dag", 1, "1.00"]]), ("rows[0][2]", [["a", None, "1", None]]), ("rows[0][3]", [["a", None, 1, "1,005"]])]:
            self.assertEqual(self.owner.post(BASE + "/sheet", {**wish, "rows": bad}).json["field"], place)
        self.assertEqual(self.owner.post(BASE + "/sheet", {**wish, "columns": [{"id": "a", "summed": True}], "rows": []}).json["field"], "columns[0].summed")

    def test_who_may_not_take_files_takes_none_and_who_does_is_noted(self):
        reader = self.server.invited(self.owner, "per@fjordror.example", "reader", [BASE.rsplit("/", 1)[1]])
        self.assertEqual(reader.post(BASE + "/cases/sheet", {"columns": [{"id": "case"}]}).status, 403)
        self.owner.post("/creditors", OTHER)
        other = self.owner.post(f"/creditors/{OTHER['org_number']}/cases/sheet", {"columns": [{"id": "case"}], "form": "json"})
        self.assertEqual(json.loads(other.body), [])
        self.ask()
        self.assertIn("list-export", [row["what"] for row in self.owner.get("/log").json["rows"]])

    def test_mistakes_name_their_field(self):
        for wish, field in [({"columns": []}, "columns"), ({"columns": [{"id": "nei"}]}, "columns[0].id"), ({"form": "pdf"}, "form"), ({"separator": "|"}, "separator"), ({"words": {"a": 1}}, "words")]:
            self.assertEqual(self.ask(**wish).json["field"], field, wish)


if __name__ == "__main__":
    unittest.main()
