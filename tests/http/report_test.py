"""Reports over the wire: a table, the lines behind a figure, the table as a file; who may see which."""
import json
import unittest

from desk_test import BASE
from server import AtFjord, FJORD, OTHER
from sheet_test import LEDGER, book


def ore(text):
    return round(float(text) * 100)


class Reports(AtFjord):
    def setUp(self):
        super().setUp()
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})

    def test_each_report_is_listed_told_and_its_figures_are_their_lines(self):
        listed = self.owner.get(BASE + "/reports", query={"language": "nn"}).json
        self.assertGreaterEqual(listed["count"], 16)
        for one in listed["rows"]:
            with self.subTest(report=one["name"]):
                self.assertGreater(len(one["about"]), 40, "a definition stands beside it")
                table = self.owner.get(f"{BASE}/reports/{one['name']}")
                self.assertEqual(table.status, 200, table.body)
                for column in table.json["columns"]:
                    if not column["lines"]:
                        continue
                    for row in table.json["rows"][:2]:
                        lines = self.owner.get(f"{BASE}/reports/{one['name']}/lines", query={"column": column["id"], "row": row["row"]}).json
                        self.assertEqual(sum(ore(line["value"]) for line in lines["rows"]), ore(row["figures"][column["id"]]))

    def test_what_is_charged_is_open_before_anybody_pays(self):
        table = self.owner.get(BASE + "/reports/account", query={"by": "part"}).json
        principal = next(row for row in table["rows"] if row["row"] == "principal")["figures"]
        self.assertEqual((principal["charged"], principal["paid"], principal["outstanding"]), ("12451.49", "0.00", "12451.49"))
        lines = self.owner.get(BASE + "/reports/account/lines", query={"column": "charged", "row": "principal", "limit": 2}).json
        self.assertEqual([(line["reference"], line["what"], line["value"]) for line in lines["rows"]], [("F101", "claim", "10000.00"), ("F102", "claim", "2450.50")])
        more = self.owner.get(BASE + "/reports/account/lines", query={"column": "charged", "row": "principal", "limit": 2, "after": lines["next"]}).json
        self.assertEqual(([line["reference"] for line in more["rows"]], more["next"]), (["F103"], None))

    def test_the_cases_report_pages_and_narrows(self):
        first = self.owner.get(BASE + "/reports/cases", query={"limit": 2}).json
        self.assertEqual((first["count"], len(first["rows"]), first["next"], first["sum"]["cases"]), (3, 2, 2, 3))
        rest = self.owner.get(BASE + "/reports/cases", query={"limit": 2, "offset": first["next"]}).json
        self.assertEqual((len(rest["rows"]), rest["next"]), (1, None))
        customer = next(key for key in rest["rows"][0]["keys"] if key["by"] == "customer")
        one = self.owner.get(BASE + "/reports/cases", query={"customer": customer["name"]}).json
        self.assertEqual((one["count"], one["sum"]["principal"]), (1, rest["rows"][0]["figures"]["principal"]))

    def test_a_file_holds_the_table_and_its_definition(self):
        answer = self.owner.get(BASE + "/reports/cases/sheet", query={"language": "nb"})
        self.assertEqual(answer.status, 200, answer.body)
        (rows, formulas), (about, _) = book(answer.body)
        self.assertEqual(rows[0][:3], ["Sak", "Kunde", "Status"])
        self.assertEqual(len(rows), 5)
        self.assertEqual(rows[2][1], "=2+5", "a name is a text")
        self.assertTrue(all(formula.startswith("SUM(") for formula in formulas))
        self.assertIn("Hver sak som ble registrert", about[1][1])
        csv = self.owner.get(BASE + "/reports/ageing/sheet", query={"form": "csv", "language": "en"}).body.decode("utf-8-sig").split("\r\n")
        self.assertTrue(csv[0].startswith("Days past due;Claims;Principal"), csv[0])
        self.assertEqual(json.loads(self.owner.get(BASE + "/reports/vat/sheet", query={"form": "json"}).body), [])

    def test_a_report_on_paper_is_the_same_for_the_same_question(self):
        query = {"form": "pdf", "language": "sv"}
        paper = self.owner.get(BASE + "/reports/cases/sheet", query=query)
        self.assertEqual((paper.status, paper.body[:5]), (200, b"%PDF-"), paper.body[:200])
        self.assertEqual(paper.body, self.owner.get(BASE + "/reports/cases/sheet", query=query).body)
        self.assertEqual(self.owner.get(BASE + "/reports/vat/sheet", query=query).body[:5], b"%PDF-", "also with nothing to show")

    def test_creditors_stand_side_by_side_as_far_as_one_sees_them(self):
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        other = "/creditors/" + OTHER["org_number"]
        self.owner.post(other + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(other + "/starts", {"invoices": ["F101"]})
        both = self.owner.get("/reports/solution", query={"language": "en"}).json
        self.assertEqual([(row["creditor"], row["figures"]["cases"], row["figures"]["principal"]) for row in both["rows"]],
                         [(FJORD["org_number"], 3, "12451.49"), (OTHER["org_number"], 1, "10000.00")])
        self.assertEqual((both["count"], both["sum"]["cases"], both["sum"]["principal"], both["sum"]["rate"]), (2, 4, "22451.49", "0.00"))
        client = self.server.invited(self.owner, "klient@fjordror.example", "client", [OTHER["org_number"]])
        self.assertEqual([row["creditor"] for row in client.get("/reports/solution").json["rows"]], [OTHER["org_number"]])
        self.assertEqual(client.get(BASE + "/reports/solution").status, 404)
        self.assertEqual(client.get(other + "/reports/solution").status, 200)
        self.assertEqual(client.get(other + "/reports/solution/sheet").status, 403)

    def test_a_wrong_question_says_what_is_wrong(self):
        for path, query, code in (("nothing", {}, "report.unknown"), ("account", {"by": "month"}, "report.by"), ("account", {"by": "colour"}, "http.choice"),
                                  ("account", {"as_of": "2099-01-01"}, "report.as_of"), ("account", {"from": "2026-02-01", "to": "2026-01-01"}, "report.days"),
                                  ("income", {"status": "paid"}, "report.filter"), ("forecast", {"group": "nord"}, "report.filter"), ("account", {"language": "fi"}, "http.choice"),
                                  ("account/lines", {"column": "rate"}, "report.column"), ("account/lines", {"column": "charged", "after": "x"}, "report.after")):
            with self.subTest(path=path, query=query):
                answer = self.owner.get(f"{BASE}/reports/{path}", query=query)
                self.assertEqual(answer.json["code"], code)
                self.assertIn(answer.status, (400, 404))


class Split(AtFjord):
    """What came in, by the creditor's own departments and projects."""
    LEDGER = (
        "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp;Avdeling;Prosjektnr\r\n"
        "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F201;12.01.2026;26.01.2026;3 000,00;Nord;0150\r\n"
        "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F202;14.01.2026;28.01.2026;1 000,00;Sør;\r\n"
        "1003;Rask D'Rype;privat;Eksempelveien 3;5003;Bergen;F203;15.01.2026;29.01.2026;500,00;;\r\n").encode()

    def setUp(self):
        super().setUp()
        done = self.owner.post(BASE + "/ledger/import", raw=self.LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.assertEqual(done.json["added"], 3, done.body)
        self.owner.post(BASE + "/starts", {"all": True})

    def by(self, report, by, **query):
        table = self.owner.get(f"{BASE}/reports/{report}", query={"by": by, **query})
        self.assertEqual(table.status, 200, table.body)
        return {row["row"]: row["figures"] for row in table.json["rows"]}, table.json

    def test_what_is_charged_is_told_by_department_and_by_project(self):
        rows, table = self.by("account", "department,part", language="nn")
        self.assertEqual({row: figures["charged"] for row, figures in rows.items() if row.endswith("~principal")}, {"Nord~principal": "3000.00", "Sør~principal": "1000.00", "~principal": "500.00"})
        self.assertEqual(table["by"][0]["head"], "Avdeling")
        rows, _ = self.by("ageing", "project")
        self.assertEqual({row: figures["principal"] for row, figures in rows.items()}, {"0150": "3000.00", "%": "1500.00"})

    def test_a_payment_goes_where_the_invoices_belong_that_it_covers(self):
        cases = self.owner.get(BASE + "/cases").json["rows"]
        case = next(row["case"] for row in cases if row["open"].startswith("4"))
        one = self.owner.get(f"{BASE}/cases/{case}").json
        self.assertEqual([(claim["number"], claim["department"], claim["project"]) for claim in one["claims"]], [("F201", "Nord", "0150"), ("F202", "Sør", "")])
        self.assertEqual(self.owner.post(f"{BASE}/cases/{case}/payments", {"amount": one["balance"]["total"]}).status, 200)
        rows, table = self.by("payments", "department")
        self.assertEqual({row: figures["principal"] for row, figures in rows.items()}, {"Nord": "3000.00", "Sør": "1000.00"})
        self.assertEqual(sum(ore(figures["paid"]) for figures in rows.values()), ore(one["balance"]["total"]))
        self.assertEqual((rows["Nord"]["payments"], rows["Sør"]["payments"], table["sum"]["payments"]), (1, 0, 1))
        for row, figures in rows.items():
            lines = self.owner.get(f"{BASE}/reports/payments/lines", query={"by": "department", "column": "principal", "row": row}).json
            self.assertEqual([(line["reference"], line["value"]) for line in lines["rows"]], [("1 / F201" if row == "Nord" else "1 / F202", figures["principal"])])
        self.by("income", "department,project")

    def test_an_export_of_cases_names_them_and_a_case_made_by_hand_has_them(self):
        made = self.owner.post(BASE + "/cases", {"invoice": "F900", "due": "2026-01-20", "amount": "700.00", "department": "Drift", "project": "7",
                                                 "debtor": {"kind": "person", "name": "Blid Fjellrev", "address": {"street": "Fjellveien 1", "postal_code": "0150", "place": "Oslo", "country": "NO"}}})
        self.assertIn(made.status, (200, 201), made.body)
        told = self.owner.post(BASE + "/exports", {"columns": ["invoices", "department", "project"], "form": "json"})
        self.assertEqual(told.status, 200, told.body)
        self.assertEqual(sorted((row["invoices"], row["department"], row["project"]) for row in json.loads(told.body)),
                         [("F201, F202", "Nord, Sør", "0150"), ("F203", None, None), ("F900", "Drift", "7")], told.body)


if __name__ == "__main__":
    unittest.main()


class Work(AtFjord):
    """What people had to do, and what went without them."""
    MONTH = {"from": "2026-04-01", "to": "2026-04-30", "language": "nb"}

    def invoices(self, count):
        rows = ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp"]
        rows += [f"{1000 + n};Blid Fjellrev {n};privat;Eksempelveien {n};5003;Bergen;F{n};12.02.2026;26.02.2026;{1000 + n},00" for n in range(1, count + 1)]
        file = self.server.folder / "liste.csv"
        file.write_bytes("\r\n".join(rows).encode())
        return str(file)

    def report(self, **query):
        answer = self.owner.get(BASE + "/reports/work", query={**self.MONTH, **query})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_a_month_with_200_invoices_and_full_automation_asks_nothing_of_people(self):
        """The set-up is done by hand in March; April goes by itself, as a machine's timer runs it."""
        self.another_day("2026-03-20")
        self.assertEqual(self.owner.ask("PUT", BASE + "/automation", {"start": "do"}).status, 200)
        self.assertEqual(self.server.stop(), 0)
        for day, words in (("2026-04-01", ["import", self.invoices(200)]), ("2026-04-01", ["night"]), ("2026-04-01", ["letters", "write", "--out", str(self.server.folder / "letters"), "--posted"]), ("2026-04-08", ["night"])):
            self.server.today = day
            self.server.frist(*words)
        cases = json.loads(self.server.frist("--json", "cases"))
        self.assertEqual(len(cases), 200)
        for case in cases[:3]:
            self.server.frist("pay", "--case", str(case["case"]), "--amount", "9000", "--on", "2026-04-08")
        self.server.today = "2026-04-30"
        self.server.frist("night")
        self.server.start()
        sums = self.report()["sum"]
        self.assertEqual((sums["acts"], sums["exceptions"], sums["minutes"], sums["started"]), (0, 0, 0, 200), sums)
        self.assertEqual((sums["closed"], sums["untouched"], sums["untouched_rate"]), (3, 3, "100.00"))
        self.assertGreater(self.report(**{"from": "2026-03-01"})["sum"]["acts"], 0, "the set-up is told where it was done")
        self.assertIn("anslått av klokkeslettene", self.report()["about"], "the rule stands beside the number")

    def test_an_exception_that_somebody_handles_is_counted_with_its_minutes(self):
        self.another_day("2026-04-30")
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})
        self.owner.post(BASE + "/cases/1/acts", {"act": "pause", "until": "2026-05-30"})
        self.owner.post(BASE + "/cases/1/acts", {"act": "withdraw", "why": "goodwill"})
        told = self.report()
        self.assertEqual((told["sum"]["exceptions"], told["sum"]["closed"], told["sum"]["untouched"]), (2, 1, 0), told["sum"])
        self.assertIn(told["sum"]["minutes"], (1, 2), "both in one minute, or the clock went on between them")
        self.assertEqual(told["rows"][0]["keys"][0]["name"], "2026-04", "an act is noted on the day that was named for today")
        kinds = {row["keys"][0]["label"]: row["figures"]["acts"] for row in self.report(by="act")["rows"]}
        self.assertEqual((kinds["Satte på vent"], kinds["Trakk saken"], kinds["Importerte reskontro"]), (1, 1, 1))
        lines = self.owner.get(BASE + "/reports/work/lines", query={**self.MONTH, "column": "exceptions"}).json["rows"]
        self.assertEqual([(line["case"], line["what"], line["label"], line["value"]) for line in lines], [(1, "case-pause", "Satte på vent", 1), (1, "case-withdraw", "Trakk saken", 1)])
        lines = self.owner.get(BASE + "/reports/work/lines", query={**self.MONTH, "column": "acts", "limit": 1}).json
        self.assertIsNone(lines["rows"][0]["case"])
        self.assertIsNotNone(lines["next"])
        self.assertEqual(self.owner.get(BASE + "/reports/work/sheet", query={**self.MONTH, "form": "pdf"}).body[:5], b"%PDF-")
        self.assertIn("Arbeid", self.server.frist("report", "work", "--language", "nb"))

    def test_who_did_what_is_for_those_who_may_read_the_log(self):
        self.another_day("2026-04-30")
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.assertEqual({row["keys"][0]["label"] for row in self.report(by="person")["rows"]}, {"Lise Mønster"})
        handler = self.server.invited(self.owner, "per@fjordror.example", "handler")
        offered = next(one for one in handler.get(BASE + "/reports").json["rows"] if one["name"] == "work")
        self.assertEqual([one["id"] for one in offered["may"]], ["month", "day", "act"])
        self.assertEqual(handler.get(BASE + "/reports/work", query={"by": "person"}).status, 403)
        self.assertEqual(handler.get(BASE + "/reports/work").status, 200)
        refused = self.owner.get(BASE + "/reports/work", query={"status": "paid"})
        self.assertEqual(refused.json["code"], "report.filter")
