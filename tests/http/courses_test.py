"""Courses over the wire: what the law says as one is written, its versions, and what it would do with the ledger."""
import unittest
import urllib.parse

from server import AtFjord, FJORD, LEDGER

BASE = "/creditors/" + FJORD["org_number"]
OWN = {"describes": "kort og høflig", "grace_banking_days": 3, "rest_note_above_percent": "85", "close_at_or_below": "50.00",
       "steps": [{"step": "notice", "fee": True, "deadline_days": 14}, {"step": "demand", "fee": True, "deadline_days": 14}]}


def at(name):
    return BASE + "/courses/" + urllib.parse.quote(name)


class Courses(AtFjord):
    def put(self, path, body):
        return self.owner.ask("PUT", path, body)

    def change(self, body):
        return self.owner.ask("PATCH", BASE, body)

    def end(self, path, query):
        return self.owner.ask("DELETE", path, query=query)

    def test_the_built_in_ones_are_there_and_say_for_whom(self):
        rows = {row["name"]: row for row in self.owner.get(BASE + "/courses").json["rows"]}
        self.assertEqual(set(rows), {"no.standard", "no.debet", "no.debet.business"})
        self.assertEqual(rows["no.standard"]["used_for"], ["person"])
        self.assertEqual(rows["no.debet.business"]["used_for"], ["business"])
        self.assertTrue(rows["no.debet"]["built_in"])
        self.assertEqual([step["step"] for step in rows["no.debet"]["course"]["steps"]], ["notice", "demand", "attachment"])

    def test_the_law_answers_as_a_course_is_written(self):
        check = self.owner.post(BASE + "/courses/check", {"course": OWN, "relation": "consumer", "example": {"amount": "10000.00", "due": "2026-03-02"}}).json
        self.assertEqual((check["wrong"], check["cut"]), ([], None))
        self.assertEqual([(day["what"], day["on"]) for day in check["example"]["timeline"]], [("notice", "2026-03-16"), ("demand", "2026-04-08")])
        late = {**OWN, "steps": [{**OWN["steps"][0], "wait_days": 5}, OWN["steps"][1]]}
        moved = self.owner.post(BASE + "/courses/check", {"course": late, "example": {"due": "2026-03-02"}}).json
        self.assertEqual(moved["example"]["timeline"][0]["on"], "2026-03-21")
        short = {**OWN, "steps": [{**OWN["steps"][0], "deadline_days": 13}, {"step": "attachment"}]}
        wrong = self.owner.post(BASE + "/courses/check", {"course": short}).json["wrong"]
        self.assertEqual(wrong[0]["field"], "course.steps[0].deadline_days")
        self.assertIn("§ 9", wrong[0]["detail"])
        self.assertGreater(len(wrong), 1)
        unreadable = self.owner.post(BASE + "/courses/check", {"course": {"steps": [{"step": "dunning"}]}}).json
        self.assertEqual((unreadable["wrong"][0]["field"], unreadable["example"]), ("course.steps[0].step", None))

    def test_an_own_course_has_versions_and_cases_keep_theirs(self):
        kept = self.put(at("Kort løp"), {"course": OWN, "known": 0})
        self.assertEqual((kept.status, kept.json["version"], kept.json["by"]), (200, 1, self.owner.get("/me").json["name"]))
        self.assertEqual(self.change({"course_person": "Kort løp"}).json["course_person"], "Kort løp")
        self.owner.post(BASE + "/ledger/import", raw=LEDGER)
        self.assertEqual(self.owner.post(BASE + "/starts", {"invoices": ["F101"]}).json["started"], 1)
        again = self.put(at("Kort løp"), {"course": {**OWN, "steps": [{"step": "reminder", "fee": True}, *OWN["steps"]]}, "known": 1})
        self.assertEqual(again.json["version"], 2)
        self.assertEqual(self.owner.post(BASE + "/starts", {"invoices": ["F102"]}).json["started"], 1)
        first, second = (self.owner.get(f"{BASE}/cases/{case}").json for case in (1, 2))
        self.assertEqual((first["course"], second["course"]), ("Kort løp", "Kort løp"))
        self.assertEqual((first["next"]["what"], second["next"]["what"]), ("notice", "reminder"))
        versions = self.owner.get(at("Kort løp")).json["rows"]
        self.assertEqual([row["version"] for row in versions], [2, 1])
        stale = self.put(at("Kort løp"), {"course": OWN, "known": 1})
        self.assertEqual((stale.status, stale.json["code"]), (409, "course.changed"))
        in_use = self.end(at("Kort løp"), query={"known": 2})
        self.assertEqual((in_use.status, in_use.json["code"]), (409, "course.in_use"))
        self.change({"course_person": "no.standard"})
        self.assertEqual(self.end(at("Kort løp"), query={"known": 2}).status, 204)
        self.assertEqual({row["name"] for row in self.owner.get(BASE + "/courses").json["rows"]}, {"no.debet", "no.debet.business", "no.standard"})
        self.assertEqual(self.put(at("Kort løp"), {"course": OWN, "known": 0}).json["version"], 4)

    def test_what_cannot_be_kept_says_why(self):
        both = {**OWN, "steps": [{"step": "notice", "deadline_days": 10}, {"step": "demand", "deadline_days": 3}]}
        wrong = self.put(at("Feil"), {"course": both})
        self.assertEqual([error["field"] for error in wrong.json["errors"]], ["course.steps[0].deadline_days", "course.steps[1].deadline_days"])
        self.assertEqual(self.put(at("no.standard"), {"course": OWN}).json["code"], "course.built_in")
        self.assertEqual(self.put(at("a" * 61), {"course": OWN}).json["code"], "course.name")
        self.assertEqual(self.owner.get(at("Aldri")).json["code"], "course.none")
        self.assertEqual(self.change({"course_person": "Aldri"}).json["code"], "course.unknown")
        court = {"steps": [*OWN["steps"], {"step": "bankruptcy"}]}
        self.assertEqual(self.put(at("Konkurs"), {"course": court}).status, 200)
        refused = self.change({"course_person": "Konkurs"})
        self.assertEqual((refused.status, refused.json["field"]), (422, "course_person"))
        self.assertIn("konkursloven", refused.json["detail"])
        self.assertEqual(self.change({"course_business": "Konkurs"}).status, 200)

    def test_a_dry_run_tells_what_the_days_would_bring_and_changes_nothing(self):
        self.owner.post(BASE + "/ledger/import", raw=LEDGER)
        before = self.owner.get(BASE + "/ledger").json
        run = self.owner.post(BASE + "/dry-run", {"days": 60, "course_person": OWN, "course_business": "no.debet.business"})
        self.assertEqual(run.status, 200, run.body)
        run = run.json
        self.assertEqual((run["from"], run["until"]), ("2026-03-02", "2026-05-01"))
        letters = [row for row in run["rows"] if row["what"] == "LetterSent"]
        self.assertEqual([row["kind"] for row in letters if row["case"] == 1], ["notice", "demand"])
        self.assertEqual(sum(run["sums"]["letters"].values()), len(letters))
        self.assertTrue(all(row["because"] and row["name"] and row["total"] for row in letters))
        self.assertEqual({sample["kind"] for sample in run["samples"]}, {row["kind"] for row in letters})
        self.assertIn("start.address", {stop["reason"]["code"] for stop in run["stops"]})
        self.assertEqual(self.owner.get(BASE + "/ledger").json, before)
        self.assertEqual(self.owner.get(BASE + "/cases").json["count"], 0)
        self.assertEqual(self.owner.post(BASE + "/dry-run", {"days": 401}).json["field"], "days")
        quiet = self.owner.post(BASE + "/dry-run", {"days": 60, "start": False}).json
        self.assertEqual((quiet["rows"], quiet["stops"]), ([], []))


if __name__ == "__main__":
    unittest.main()
