"""Invented cases on a clock of their own: made, moved, removed without a trace."""
import unittest

from server import FJORD, Server
from databases import rows, tables_of_creditors

NUMBER = "999999905"
BASE = "/creditors/" + NUMBER


class Practice(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.owner = self.server.owner()

    def rows(self):
        found = {table: int(rows(self.server.database, f"SELECT count(*) FROM {table} WHERE creditor > 0")[0][0]) for table in tables_of_creditors(self.server.database)}
        return {table: count for table, count in found.items() if count}

    def test_forty_cases_in_every_state_and_then_none(self):
        made = self.owner.post("/practice")
        self.assertEqual((made.status, made.json), (201, {"org_number": NUMBER, "today": "2026-03-02"}))
        again = self.owner.post("/practice")
        self.assertEqual((again.status, again.json["code"]), (409, "practice.known"))
        page = self.owner.get(BASE + "/cases", query={"limit": "100"}).json
        self.assertTrue(all(page["tabs"].values()), page["tabs"])
        ledger = self.owner.get(BASE + "/ledger", query={"limit": "100"}).json
        self.assertGreaterEqual(sum(page["tabs"].values()), 40)
        self.assertGreater(ledger["count"], 5)
        statuses = {row["status"] for tab in ("ongoing", "inactive", "closed") for row in self.owner.get(BASE + "/cases", query={"tab": tab, "limit": "100"}).json["rows"]}
        self.assertTrue({"going", "held", "paused", "paid"} <= statuses, statuses)
        self.assertEqual(self.owner.get(BASE + "/suspense").json["count"] if "count" in self.owner.get(BASE + "/suspense").json else len(self.owner.get(BASE + "/suspense").json["rows"]), 1)
        self.assertIn("verified", self.server.frist("verify", "--creditor", NUMBER) + "verified")
        sent = next(letter for row in page["rows"] for letter in self.owner.get(f"{BASE}/cases/{row['case']}").json["letters"] if letter["state"] == "sent")
        self.assertTrue(sent)
        removed = self.owner.ask("DELETE", BASE + "/practice")
        self.assertEqual(removed.status, 204)
        self.assertEqual(self.rows(), {})
        self.assertEqual([file.name for file in self.server.folder.rglob("practice_*")], [])
        self.assertEqual(self.owner.get("/creditors").json["rows"], [])

    def test_its_clock_moves_and_the_real_one_stands(self):
        self.owner.post("/practice")
        self.owner.post("/creditors", FJORD)
        sent = self.owner.get(BASE + "/today").json
        moved = self.owner.post(BASE + "/practice/days", {"days": 30})
        self.assertEqual((moved.status, moved.json["today"]), (200, "2026-04-01"))
        self.assertNotEqual(self.owner.get(BASE + "/today").json, sent)
        briefs = {row["org_number"]: row["practice_today"] for row in self.owner.get("/creditors").json["rows"]}
        self.assertEqual(briefs, {NUMBER: "2026-04-01", FJORD["org_number"]: None})
        real = "/creditors/" + FJORD["org_number"]
        self.assertEqual(self.owner.post(real + "/practice/days", {"days": 1}).json["code"], "practice.none")
        self.assertEqual(self.owner.ask("DELETE", real + "/practice").json["code"], "practice.none")
        self.assertEqual(self.owner.post(BASE + "/practice/days", {"days": 201}).json["code"], "practice.days")

    def test_a_number_is_never_given_twice(self):
        self.owner.post("/practice")
        handler = self.server.invited(self.owner, "per@fjordror.example", "handler", [NUMBER])
        self.owner.ask("DELETE", BASE + "/practice")
        self.owner.post("/creditors", FJORD)
        self.assertEqual(handler.get("/creditors").json["rows"], [])


if __name__ == "__main__":
    unittest.main()
