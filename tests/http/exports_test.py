"""Exports of cases over the wire: made now, saved, made by themselves after the night; what one may not export is not in them."""
import json
import subprocess
import unittest

from desk_test import BASE
from server import AtFjord, BINARY, FJORD, OTHER
from sheet_test import LEDGER, book

ELSEWHERE = "/creditors/" + OTHER["org_number"]


class Exports(AtFjord):
    def setUp(self):
        super().setUp()
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        self.owner.post(ELSEWHERE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(ELSEWHERE + "/starts", {"invoices": ["F101"]})

    def night(self, day):
        self.server.today = day
        subprocess.run([BINARY, "--db", self.server.database, "--today", day, "night"], capture_output=True, text=True, check=False)

    def rows(self, **ask):
        answer = self.owner.post(BASE + "/exports", {"form": "json", **ask})
        self.assertEqual(answer.status, 200, answer.body)
        return json.loads(answer.body)

    def test_every_column_is_offered_and_comes_in_the_picked_order(self):
        offered = self.owner.get("/export-columns", query={"language": "nn"}).json
        self.assertGreater(offered["count"], 40)
        ids = [row["id"] for row in offered["rows"]]
        self.assertEqual(list(self.rows()[0]), ids)
        picked = ["outstanding", "name", "case"]
        self.assertEqual(list(self.rows(columns=picked)[0]), picked)
        self.assertEqual(self.owner.get("/export-columns", query={"language": "fi"}).json["code"], "http.choice")

    def test_figures_are_those_of_the_list_and_the_report(self):
        listed = {row["case"]: row for row in self.owner.get(BASE + "/cases").json["rows"]}
        report = self.owner.get(BASE + "/reports/cases", query={"by": "case"}).json["rows"]
        told = {int(row["row"]): row["figures"] for row in report}
        for row in self.rows():
            self.assertEqual((row["name"], row["kid"], row["outstanding"], row["days_over"]), (listed[row["case"]]["name"], listed[row["case"]]["kid"], listed[row["case"]]["open"], listed[row["case"]]["days_over"]))
            for figure in ("principal", "interest", "fees", "vat", "paid", "outstanding"):
                self.assertEqual(row[figure], told[row["case"]][figure])

    def test_a_workbook_has_sums_and_tells_what_was_asked(self):
        answer = self.owner.post(BASE + "/exports", {"columns": ["case", "name", "original", "registered", "invoice_count"], "name": "Årets saker", "language": "nb", "date": "registered", "year": 2026})
        self.assertEqual((answer.status, answer.header("Frist-Rows")), (200, "3"), answer.body[:200])
        self.assertIn("filename*=UTF-8''%C3%85rets%20saker.xlsx", answer.header("Content-Disposition"))
        (rows, formulas), (about, _) = book(answer.body)
        self.assertEqual(rows[0], ["Sak", "Navn", "Opprinnelig beløp", "Registrert", "Antall fakturaer"])
        self.assertEqual(rows[2][1], "=2+5", "a name is a text")
        self.assertEqual(formulas, ["SUM(C2:C4)", "SUM(E2:E4)"])
        self.assertEqual((rows[-1][2], rows[-1][4]), (sum(row[2] for row in rows[1:4]), 3), "a program that does not reckon anew shows the sums all the same")
        self.assertIn(["Kreditor", f"{FJORD['org_number']} {FJORD['name']}"], about)
        self.assertIn(["Fra", "2026-01-01"], about)

    def test_several_creditors_stand_below_each_other_and_each_needs_the_right(self):
        rows = self.rows(creditors=[OTHER["org_number"]], columns=["creditor", "case"])
        self.assertEqual([row["creditor"] for row in rows], [FJORD["org_number"]] * 3 + [OTHER["org_number"]])
        clerk = self.server.invited(self.owner, "kari@fjordror.example", "handler", [FJORD["org_number"]])
        self.assertEqual(clerk.post(BASE + "/exports", {"form": "json"}).status, 200)
        self.assertEqual(clerk.post(BASE + "/exports", {"creditors": [OTHER["org_number"]]}).json["code"], "creditor.unknown")
        self.assertEqual(clerk.post(ELSEWHERE + "/exports", {}).status, 404)
        reader = self.server.invited(self.owner, "leser@fjordror.example", "reader")
        self.assertEqual(reader.post(BASE + "/exports", {}).status, 403)

    def test_narrows_by_state_and_date(self):
        self.assertEqual(self.rows(cases="closed"), [])
        self.assertEqual(len(self.rows(cases="ongoing", status=["going"])), 3)
        self.assertEqual(len(self.rows(date="due", **{"from": "2026-01-28", "to": "2026-01-28"})), 1)
        self.assertEqual(len(self.rows(date="invoiced", year=2025)), 0)
        for ask, code in (({"cases": "some"}, "export.choice"), ({"columns": ["colour"]}, "export.columns"), ({"from": "2026-02-01", "to": "2026-01-01"}, "export.days"),
                          ({"year": 2026, "period": "last_year"}, "export.days"), ({"colour": "red"}, "json.unknown_field")):
            answer = self.owner.post(BASE + "/exports", ask)
            self.assertEqual((answer.status, answer.json["code"]), (400, code))

    def test_a_long_one_goes_on_as_a_job(self):
        asked = self.owner.post(BASE + "/exports", {"form": "csv", "columns": ["case"]}, headers={"Prefer": "respond-async"})
        self.assertEqual(asked.status, 202, asked.body)
        job = asked.json["job"]
        events = self.owner.get(f"{BASE}/jobs/{job}/events")
        self.assertIn(b"event: end", events.body)
        self.assertEqual(self.owner.get(f"{BASE}/jobs/{job}/answer").body.decode("utf-8-sig").split("\r\n"), ["Sak", "1", "2", "3", ""])

    def test_one_of_several_pieces_comes_as_it_was_made(self):
        row = LEDGER.splitlines(keepends=True)[1]
        many = LEDGER + b"".join(row.replace(b"F101", b"Z%d" % i).replace(b"1001", b"%d" % (5000 + i)) for i in range(1300))
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=many, headers={"Frist-File-Name": "mange.csv"}).status, 200)
        self.owner.post(BASE + "/starts", {"all": True})
        wish = {"form": "json", "language": "nb"}
        now = self.owner.post(BASE + "/exports", wish)
        self.assertGreater(len(now.body), 1 << 20, "more than a piece")
        self.assertEqual(now.header("Content-Length"), str(len(now.body)))
        self.assertEqual(len(json.loads(now.body)), 1303)
        job = self.owner.post(BASE + "/exports", wish, headers={"Prefer": "respond-async"}).json["job"]
        self.assertIn(b"event: end", self.owner.get(f"{BASE}/jobs/{job}/events").body)
        self.assertEqual(self.owner.get(f"{BASE}/jobs/{job}").json["answer"], None, "a file is asked for by itself")
        self.assertEqual(self.owner.get(f"{BASE}/jobs/{job}/answer").body, now.body)

    def test_are_saved_changed_and_removed_by_their_person(self):
        wish = {"name": "Avsluttede i fjor", "ask": {"cases": "closed", "date": "closed", "period": "last_year", "columns": ["case", "closed"]}, "schedule": {"every": "month", "on": 1}}
        made = self.owner.post("/exports", wish)
        self.assertEqual(made.status, 201, made.body)
        saved = made.json
        self.assertEqual((saved["ask"]["period"], saved["schedule"], saved["last"]), ("last_year", {"every": "month", "on": 1}, None))
        self.assertTrue(saved["next"].endswith("-01"))
        self.assertEqual(self.owner.post("/exports", wish).json["code"], "export.name")
        self.assertEqual(self.owner.post("/exports", {**wish, "name": "x", "schedule": {"every": "week", "on": 9}}).json["code"], "export.schedule")
        self.assertEqual(self.owner.post("/exports", {**wish, "name": "y", "ask": {"columns": ["colour"]}}).json["field"], "ask.columns[0]")
        clerk = self.server.invited(self.owner, "kari@fjordror.example", "handler", [FJORD["org_number"]])
        at = f"/exports/{saved['export']}"
        self.assertEqual(clerk.get("/exports").json["rows"], [])
        self.assertEqual(clerk.ask("PUT", at, wish).json["code"], "export.unknown")
        self.assertEqual(clerk.ask("DELETE", at).status, 404)
        self.assertEqual(clerk.post("/exports", {"name": "Andres", "ask": {"creditors": [OTHER["org_number"]]}}).json["code"], "creditor.unknown")
        changed = self.owner.ask("PUT", at, {**wish, "schedule": None}, headers={"If-Match": made.header("ETag")})
        self.assertEqual((changed.status, changed.json["schedule"], changed.json["next"]), (200, None, None))
        self.assertEqual(self.owner.ask("PUT", at, wish, headers={"If-Match": made.header("ETag")}).status, 412)
        self.assertEqual(self.owner.ask("DELETE", at).status, 204)
        self.assertEqual(self.owner.get("/exports").json["count"], 0)

    def test_are_made_by_themselves_once_and_kept_for_their_person(self):
        clerk = self.server.invited(self.owner, "kari@fjordror.example", "handler", [FJORD["org_number"]])
        clerk.post("/exports", {"name": "Daglig", "ask": {"form": "csv", "columns": ["creditor", "case"]}, "schedule": {"every": "day"}})
        for day in ("2026-07-07", "2026-07-07", "2026-07-08"):
            self.night(day)
        files = clerk.get("/export-files").json["rows"]
        self.assertEqual([(file["due"], file["state"], file["rows"], file["export_name"]) for file in files], [("2026-07-08", "ready", 3, "Daglig"), ("2026-07-07", "ready", 3, "Daglig")])
        at = f"/export-files/{files[0]['file']}"
        self.assertEqual(clerk.get(at).body.decode("utf-8-sig").split("\r\n")[1], FJORD["org_number"] + ";1")
        self.assertEqual(clerk.get("/exports").json["rows"][0]["last"]["due"], "2026-07-08")
        self.assertEqual(self.owner.get(at).json["code"], "export.file")
        person = next(one for one in self.owner.get("/people").json["rows"] if one["email"] == "kari@fjordror.example")
        self.owner.ask("PATCH", f"/people/{person['person']}", {"role": "reader"})
        self.assertEqual(clerk.get(at).status, 403, "who may not export any more does not get it")
        self.night("2026-07-09")
        failed = clerk.get("/export-files").json["rows"][0]
        self.assertEqual((failed["due"], failed["state"], failed["code"], failed["rows"]), ("2026-07-09", "failed", "access.denied", 0))


if __name__ == "__main__":
    unittest.main()
