"""What happens by itself: rules by which cases start, the readiness check, criteria of running cases; and long work as a job."""
import http.client
import json
import signal
import unittest

from desk_test import BASE, ORG, ledger
from server import AtFjord, LEDGER


class Automation(AtFjord):
    def bring(self, rows=LEDGER):
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=rows, headers={"Frist-File-Name": "liste.csv"}).status, 200)

    def set(self, **rules):
        return self.owner.ask("PUT", BASE + "/automation", {"start": "do", "skip_incomplete": True, **rules})

    def automatic(self):
        return {row["invoice"]: row["automatic"] for row in self.owner.get(BASE + "/ledger").json["rows"]}

    def test_nothing_starts_by_itself_until_somebody_says_so(self):
        self.bring()
        self.assertEqual(self.owner.get(BASE + "/automation").json["start"], "off")
        self.assertEqual(self.owner.post(BASE + "/nights").json["started"], 0)
        self.assertEqual(set(self.automatic().values()), {None})

    def test_customers_who_lack_something_come_first(self):
        self.bring()
        readiness = self.owner.get(BASE + "/automation/readiness").json
        self.assertEqual([(row["name"], [one["code"] for one in row["missing"]]) for row in readiness["rows"]], [("Mild Uten Adresse", ["start.address"])])
        refused = self.set(skip_incomplete=False)
        self.assertEqual((refused.status, refused.json["code"], refused.json["field"]), (409, "automation.not_ready", "skip_incomplete"))
        path = f"{BASE}/debtors/{readiness['rows'][0]['debtor']}"
        self.owner.ask("PATCH", path, {"address": {"street": "Prøveveien 9", "postal_code": "5003", "place": "Bergen"}})
        self.assertEqual(self.set(skip_incomplete=False).status, 200)

    def test_the_night_starts_what_the_rules_say_once(self):
        self.bring()
        self.assertEqual(self.set().status, 200)
        rows = self.automatic()
        self.assertEqual((rows["F101"]["level"], rows["F101"]["reason"]), ("do", None))
        self.assertEqual(rows["F103"]["reason"]["code"], "start.address")
        self.assertEqual((rows["F104"]["reason"]["code"], rows["F104"]["on"]), ("automation.wait", "2026-03-21"))
        first = self.owner.post(BASE + "/nights").json
        self.assertEqual((first["started"], first["cases"]), (2, 2))
        second = self.owner.post(BASE + "/nights").json
        self.assertEqual((second["started"], second["cases"]), (0, 0))
        self.another_day("2026-03-21")
        self.assertIn("1 invoices went into a case by themselves", self.server.frist("night"))
        self.assertIn("all in order", self.server.frist("verify"))
        events = self.owner.get(BASE + "/cases/1").json["events"]
        self.assertEqual(events[0]["cause"], "automation:2026-03-02")

    def test_what_the_rules_propose_is_told_today(self):
        self.bring()

        def told():
            need = next(row for row in self.owner.get(BASE + "/today").json["needs"] if row["category"] == "ready_to_start")
            listed = self.owner.get(BASE + "/ledger", query={"show": need["show"]}).json
            self.assertEqual(need["count"], listed["count"])
            return need["show"], sorted(row["invoice"] for row in listed["rows"])

        self.assertEqual(told(), ("ready", ["F101", "F102"]))
        self.set(start="propose")
        self.assertEqual(told(), ("proposed", ["F101", "F102"]))
        self.set(start="propose", least_open="2450.51")
        self.assertEqual(told(), ("proposed", ["F101"]))
        self.set(start="propose", kinds=["company"])
        self.assertEqual(told(), ("proposed", []))
        debtors = {row["invoice"]: row["debtor"] for row in self.owner.get(BASE + "/ledger").json["rows"]}
        self.set(start="propose", customers=[{"debtor": debtors["F101"], "start": "off"}])
        self.assertEqual(told(), ("proposed", ["F102"]))

    def test_every_rule_says_itself(self):
        self.bring()
        debtor = {row["invoice"]: row["debtor"] for row in self.owner.get(BASE + "/ledger").json["rows"]}
        for rules, invoice, code in (({"least_open": "5000.00"}, "F102", "automation.least"), ({"kinds": ["company"]}, "F101", "automation.kind"), ({"excluded": [debtor["F101"]]}, "F101", "automation.excluded"),
                                     ({"days_overdue": 60}, "F101", "automation.wait"), ({"still": [{"from": "2026-03-01", "until": "2026-03-08", "why": "vinterferie"}]}, "F101", "automation.still_time")):
            self.assertEqual(self.set(**rules).status, 200)
            self.assertEqual(self.automatic()[invoice]["reason"]["code"], code)
        self.assertIn("vinterferie", self.automatic()["F101"]["reason"]["detail"])
        self.assertEqual(self.automatic()["F101"]["on"], "2026-03-09")
        self.assertEqual(self.owner.post(BASE + "/nights").json["started"], 0)
        self.set(start="propose")
        self.assertEqual(self.automatic()["F101"]["level"], "propose")
        self.assertEqual(self.owner.post(BASE + "/nights").json["started"], 0, "a proposal starts nothing")
        history = self.owner.get(BASE + "/automation/history").json["rows"]
        self.assertEqual((len(history), history[0]["number"], history[0]["by"], history[-1]["rules"]["least_open"]), (6, 6, "Lise Mønster", "5000.00"))
        stale = self.owner.ask("PUT", BASE + "/automation", {"start": "off"}, headers={"If-Match": "\"3\""})
        self.assertEqual(stale.status, 412)
        self.assertEqual([row["what"] for row in self.owner.get("/log").json["rows"]].count("automation-set"), 6)

    def test_mistakes_in_the_rules_name_their_field(self):
        for rules, code, field in (({"days_overdue": 0}, "automation.days", "days_overdue"), ({"least_open": "-1.00"}, "automation.amount", "least_open"), ({"start": "maybe"}, "http.choice", "start"),
                                   ({"still": [{"from": "2026-03-08", "until": "2026-03-01"}]}, "automation.still", "still[0].until"), ({"rest_note_above_percent": "101"}, "criteria.percent", "rest_note_above_percent"),
                                   ({"close_at_or_below": "-1.00"}, "criteria.limit", "close_at_or_below"), ({"kinds": ["cat"]}, "http.choice", "kinds[0]")):
            answer = self.set(**rules)
            self.assertEqual((answer.json["code"], answer.json["field"]), (code, field), rules)

    def test_letters_that_a_person_must_approve(self):
        self.bring()
        self.set(approve=["reminder", "notice", "demand", "nudge"])
        self.owner.post(BASE + "/nights")
        page = self.owner.get(BASE + "/cases", query={"status": "approval"}).json
        self.assertEqual(page["count"], 2)
        self.assertEqual(self.owner.get(BASE + "/letters").json["ready"], [])
        done = self.owner.post(BASE + "/acts", {"act": "approve_letter", "filter": {"status": ["approval"]}}).json
        self.assertEqual((len(done["done"]), done["refused"]), (2, []))
        self.assertEqual(len(self.owner.get(BASE + "/letters").json["ready"]), 2)

    def test_criteria_of_a_creditor_and_of_one_case(self):
        self.bring()
        self.owner.post(BASE + "/starts", {"invoices": ["F101"]})
        self.owner.post(BASE + "/starts", {"invoices": ["F102"], "criteria": {"close_at_or_below": "75.00"}})
        self.assertEqual(self.owner.get(BASE + "/cases/2").json["criteria"]["close_at_or_below"], "75.00")
        own = self.owner.ask("PUT", BASE + "/cases/2/criteria", {"rest_note_above_percent": "100"})
        self.assertEqual((own.json["rest_note_above_percent"], own.json["own"]), ("100.00", True))
        self.assertEqual(self.owner.ask("PUT", BASE + "/cases/2/criteria", {}).json["code"], "criteria.none")
        changed = self.set(start="off", close_at_or_below="100.00")
        self.assertEqual(changed.json["cases_changed"], 1)
        self.assertEqual(self.set(start="off", close_at_or_below="100.00").json["cases_changed"], 0)
        cases = [self.owner.get(f"{BASE}/cases/{n}").json for n in (1, 2)]
        self.assertEqual([case["criteria"]["close_at_or_below"] for case in cases], ["100.00", "75.00"])
        self.assertIn("criteria", [entry["what"] for entry in cases[0]["timeline"]])
        total = int(cases[0]["balance"]["total"].replace(".", ""))
        left = self.owner.post(BASE + "/cases/1/payments", {"amount": f"{(total - 10001) // 100}.{(total - 10001) % 100:02}"}).json
        self.assertEqual((left["state"], left["open"]), ("active", "100.01"))
        self.assertEqual(self.owner.post(BASE + "/cases/1/payments", {"amount": "0.01"}).json["state"], "closed", "100.00 is left, and that closes it")
        self.assertIn("all in order", self.server.frist("verify"))

    def test_a_debtor_has_a_course_of_its_own(self):
        self.bring()
        debtor = self.owner.get(BASE + "/debtors", query={"search": "Fjellrev"}).json["rows"][0]["debtor"]
        wrong = self.owner.ask("PATCH", f"{BASE}/debtors/{debtor}", {"course": "no.such"})
        self.assertEqual(wrong.json["field"], "course")
        self.assertEqual(self.owner.ask("PATCH", f"{BASE}/debtors/{debtor}", {"course": "no.debet", "never_electronic": True}).json["course"], "no.debet")
        self.bring()
        self.owner.post(BASE + "/starts", {"all": True})
        self.assertEqual([self.owner.get(f"{BASE}/cases/{n}").json["course"] for n in (1, 2)], ["no.debet", "no.standard"])


class Jobs(AtFjord):
    LATER = {"Prefer": "respond-async"}

    def ended(self, job, client=None):
        """The job after the last of its events, which the server sends as they come."""
        (client or self.owner).get(f"{BASE}/jobs/{job}/events")
        return (client or self.owner).get(f"{BASE}/jobs/{job}").json

    def test_long_work_goes_on_when_one_has_gone(self):
        asked = self.owner.post(BASE + "/ledger/import", raw=ledger(500), headers={**self.LATER, "Frist-File-Name": "l%C3%A5ng.csv", "Idempotency-Key": "en-lang-liste"})
        self.assertEqual((asked.status, asked.json["what"]), (202, "ledger/import"))
        self.assertEqual(asked.header("Location"), f"/api{BASE}/jobs/{asked.json['job']}")
        again = self.owner.post(BASE + "/ledger/import", raw=ledger(500), headers={**self.LATER, "Frist-File-Name": "l%C3%A5ng.csv", "Idempotency-Key": "en-lang-liste"})
        self.assertEqual(again.json["job"], asked.json["job"])
        done = self.ended(asked.json["job"])
        self.assertEqual((done["state"], done["status"], done["answer"]["added"], done["answer"]["file"]), ("done", 200, 500, "lång.csv"))
        self.assertEqual((done["count"], done["total"]), (500, 500))
        started = self.ended(self.owner.post(BASE + "/starts", {"all": True}, headers=self.LATER).json["job"])
        self.assertEqual(started["answer"]["started"], 500)
        paused = self.ended(self.owner.post(BASE + "/acts", {"act": "pause", "filter": {}}, headers=self.LATER).json["job"])
        self.assertEqual((len(paused["answer"]["done"]), paused["total"]), (500, 500))
        self.assertEqual([row["what"] for row in self.owner.get(BASE + "/jobs").json["rows"]], ["acts", "starts", "ledger/import"])

    def test_a_job_that_is_refused_says_why(self):
        failed = self.ended(self.owner.post(BASE + "/ledger/import", raw=b"", headers={**self.LATER, "Frist-File-Name": "tom.csv"}).json["job"])
        self.assertEqual(failed["state"], "failed")
        self.assertTrue(failed["answer"]["code"] and failed["answer"]["remedy"])
        nothing = self.owner.get(f"{BASE}/jobs/{failed['job']}/answer")
        self.assertEqual((nothing.status, nothing.json["code"]), (404, "job.no_answer"))
        over = self.owner.ask("DELETE", f"{BASE}/jobs/{failed['job']}")
        self.assertEqual((over.status, over.json["code"]), (409, "job.ended"))

    def test_a_print_job_brings_its_file(self):
        self.owner.post(BASE + "/ledger/import", raw=ledger(3), headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})
        self.assertEqual(self.ended(self.owner.post(BASE + "/nights", headers=self.LATER).json["job"])["answer"]["cases"], 3)
        printed = self.ended(self.owner.post(BASE + "/letters/print", headers=self.LATER).json["job"])
        self.assertEqual((printed["state"], printed.get("answer")), ("done", None))
        self.assertTrue(self.owner.get(f"{BASE}/jobs/{printed['job']}/answer").body.startswith(b"%PDF"))

    def test_jobs_are_seen_by_who_asked(self):
        colleague = self.server.invited(self.owner, "per@fjordror.example", "handler", [ORG])
        other = self.server.invited(self.owner, "kari@fjordror.example", "handler", [ORG])
        job = colleague.post(BASE + "/starts", {"all": True}, headers=self.LATER).json["job"]
        self.assertEqual(self.ended(job, colleague)["state"], "done")
        unseen = other.get(f"{BASE}/jobs/{job}")
        self.assertEqual((unseen.status, unseen.json["code"]), (404, "job.unknown"))
        self.assertEqual(other.get(BASE + "/jobs").json["rows"], [])
        self.assertEqual(len(self.owner.get(BASE + "/jobs").json["rows"]), 1, "who manages the creditor sees all")

    def test_a_job_ends_once_after_a_kill(self):
        self.owner.post(BASE + "/ledger/import", raw=ledger(900), headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})
        job = self.owner.post(BASE + "/acts", {"act": "pause", "filter": {}}, headers=self.LATER).json["job"]
        while self.owner.get(f"{BASE}/jobs/{job}").json["count"] < 100:
            pass
        self.server.stop(signal.SIGKILL)
        self.server.start()
        done = self.ended(job)
        self.assertEqual((done["state"], len(done["answer"]["done"]), done["answer"]["refused"]), ("done", 900, []))
        self.assertEqual(self.owner.get(BASE + "/cases", query={"tab": "inactive"}).json["count"], 900)
        self.assertEqual([event["type"] for event in self.owner.get(BASE + "/cases/7").json["events"]].count("CasePaused"), 1)
        self.assertIn("all in order", self.server.frist("verify"))

    def test_a_cancelled_import_leaves_nothing(self):
        jobs = [self.owner.post(BASE + "/ledger/import", raw=ledger(400, first), headers={**self.LATER, "Frist-File-Name": "liste.csv"}).json["job"] for first in (1, 1001, 2001, 3001)]
        self.assertEqual(self.owner.ask("DELETE", f"{BASE}/jobs/{jobs[-1]}").status, 202)
        states = [self.ended(job)["state"] for job in jobs]
        self.assertEqual((states[0], states[-1]), ("done", "cancelled"))
        self.assertEqual(self.owner.get(BASE + "/ledger", query={"limit": 1}).json["count"], 1200)

    def test_listening_holds_no_worker(self):
        """Two workers answer while twenty listen: a listener is a line that is kept, and no thread."""
        self.owner.post(BASE + "/ledger/import", raw=ledger(2000), headers={"Frist-File-Name": "liste.csv"})
        job = self.owner.post(BASE + "/starts", {"all": True}, headers=self.LATER).json["job"]
        lines = []
        for _ in range(20):
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
            connection.request("GET", f"/api{BASE}/jobs/{job}/events", headers={"Cookie": self.owner.cookie})
            lines.append(connection)
        answers = [connection.getresponse() for connection in lines]
        self.assertEqual(self.owner.get("/health").status, 200)
        for answer, connection in zip(answers, lines):
            self.assertEqual(answer.getheader("Content-Type"), "text/event-stream")
            told = [json.loads(line[6:]) for line in answer.read().decode().splitlines() if line.startswith("data: ")]
            self.assertEqual(told[-1]["state"], "done")
            connection.close()


if __name__ == "__main__":
    unittest.main()
