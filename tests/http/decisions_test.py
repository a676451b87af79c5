"""One round of decisions over every creditor that one may see, each decided with the act of its case."""
import unittest

from desk_test import BASE, ledger
from server import AtFjord, FJORD

SECOND = {**FJORD, "org_number": "988077917", "name": "Ås & Sønn AS"}
AT_SECOND = "/creditors/988077917"


class Decisions(AtFjord):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.owner.post("/creditors", SECOND).status, 201)
        for base, count in ((BASE, 3), (AT_SECOND, 2)):
            self.owner.post(base + "/ledger/import", raw=ledger(count), headers={"Frist-File-Name": "liste.csv"})
            self.assertEqual(self.owner.post(base + "/starts", {"all": True}).json["started"], count)
        self.assertEqual(self.owner.ask("PUT", BASE + "/automation", {"start": "off", "levels": {"send": "propose"}}).status, 200)
        self.assertEqual(self.owner.ask("PUT", AT_SECOND + "/automation", {"start": "propose", "levels": {"send": "off"}}).status, 200)
        for base in (BASE, AT_SECOND):
            self.owner.post(base + "/nights")

    def decisions(self, who=None, **query):
        answer = (who or self.owner).get("/decisions", query=query)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_every_decision_of_every_client_is_taken_with_its_act(self):
        seen = self.decisions()
        self.assertEqual([(one["name"], one["decisions"]) for one in seen["clients"]], [("Fjord Rør AS", 3), ("Ås & Sønn AS", 2)])
        self.assertEqual((seen["count"], [row["creditor"] for row in seen["rows"]]), (5, [FJORD["org_number"]] * 3 + [SECOND["org_number"]] * 2))
        first, last = seen["rows"][0], seen["rows"][-1]
        self.assertEqual((first["letter"], [act["act"] for act in first["acts"]]), ("nudge", ["approve_letter"]))
        self.assertEqual((last["letter"], [act["act"] for act in last["acts"]]), (None, ["take_step"]))
        self.assertEqual(first["open"], self.owner.get(f"{BASE}/cases/{first['case']}").json["balance"]["total"])
        for row in seen["rows"]:
            wish = {"act": row["acts"][0]["act"]}
            if "letter" in row["acts"][0]:
                wish["letter"] = row["acts"][0]["letter"]
            self.assertEqual(self.owner.post(f"/creditors/{row['creditor']}/cases/{row['case']}/acts", wish).status, 200)
        self.assertEqual(self.decisions()["count"], 0, "what was said yes to waits for nobody")

    def test_the_rows_end_at_the_limit_and_the_counts_do_not(self):
        seen = self.decisions(limit=4)
        self.assertEqual((len(seen["rows"]), seen["count"], [one["decisions"] for one in seen["clients"]]), (4, 5, [3, 2]))
        seen = self.decisions(limit=1)
        self.assertEqual((len(seen["rows"]), seen["count"], [one["decisions"] for one in seen["clients"]]), (1, 5, [3, 2]))
        self.assertEqual(self.owner.get("/decisions", query={"limit": 501}).status, 400)

    def test_one_sees_the_clients_that_were_given(self):
        handler = self.server.invited(self.owner, "per@fjordror.example", "handler", [SECOND["org_number"]])
        seen = self.decisions(handler)
        self.assertEqual([one["org_number"] for one in seen["clients"]], [SECOND["org_number"]])
        self.assertEqual({row["creditor"] for row in seen["rows"]}, {SECOND["org_number"]})

    def test_practice_is_not_among_them(self):
        self.assertIn(self.owner.post("/practice").status, (200, 201))
        self.assertEqual(len(self.decisions()["clients"]), 2)


if __name__ == "__main__":
    unittest.main()
