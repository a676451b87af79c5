"""What a person decides where the rules leave it: how far things go by themselves, another course, another rate, a case that was
closed too early; and what each of it would cost before it is done."""
import unittest

from desk_test import BASE, ledger
from server import AtFjord

OWN = {"steps": [{"step": "reminder", "fee": False, "deadline_days": 14}, {"step": "notice", "fee": False, "deadline_days": 14}]}


def cents(amount):
    return int(amount.replace(".", ""))


class Handling(AtFjord):
    def cases(self, count=2):
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=ledger(count), headers={"Frist-File-Name": "liste.csv"}).json["added"], count)
        self.assertEqual(self.owner.post(BASE + "/starts", {"all": True}).json["started"], count)

    def case(self, number=1):
        return self.owner.get(f"{BASE}/cases/{number}").json

    def act(self, number=1, **wish):
        return self.owner.post(f"{BASE}/cases/{number}/acts", wish)

    def check(self, number=1, **wish):
        answer = self.owner.post(f"{BASE}/cases/{number}/acts/check", wish)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def offered(self, number=1):
        return {row["act"]: row for row in self.owner.get(f"{BASE}/cases/{number}/acts").json["rows"]}

    def levels(self, customers=(), **levels):
        answer = self.owner.ask("PUT", BASE + "/automation", {"start": "off", "levels": levels, "customers": list(customers)})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_who_a_debtor_was_is_erased_when_the_law_lets_go_of_it(self):
        self.cases(1)
        debtor = self.case()["debtor"]["debtor"]
        path = f"{BASE}/debtors/{debtor}"
        self.owner.post(path + "/notes", {"text": "Vil helst ha post på hytta."})
        self.assertEqual(self.owner.get(path + "/keeping").json, {"forgotten": False, "open": ["cases"], "last": self.server.today, "from": None, "section": ""})
        refused = self.owner.post(path + "/forget")
        self.assertEqual((refused.status, refused.json["code"]), (409, "forget.open"))
        self.act(act="withdraw", why="goodwill")
        kept = self.owner.get(path + "/keeping").json
        self.assertEqual((kept["open"], kept["from"], kept["section"]), ([], "2032-01-01", "bokføringsloven § 13"))
        self.assertEqual(self.owner.post(path + "/forget").json["code"], "forget.kept")
        handler = self.server.invited(self.owner, "kari@fjordror.example", "handler")
        self.assertEqual(handler.post(path + "/forget").status, 403)
        self.another_day("2032-01-01")
        name = self.owner.get(path).json["name"]
        gone = self.owner.post(path + "/forget")
        self.assertEqual((gone.status, gone.json["name"], gone.json["customer"], gone.json["address_lines"]), (200, f"Slettet kunde {debtor}", "", []))
        self.assertEqual(self.owner.post(path + "/forget").status, 200, "once is enough")
        self.assertTrue(self.owner.get(path + "/keeping").json["forgotten"])
        self.assertEqual([note["text"] for note in self.owner.get(path + "/notes").json["rows"]], [""])
        self.assertEqual(self.owner.get(BASE + "/cases", query={"search": name, "tab": "all"}).json["count"], 0)
        self.assertEqual(self.case()["debtor"]["name"], f"Slettet kunde {debtor}")
        self.assertEqual([row["what"] for row in self.owner.get("/log").json["rows"]].count("debtor-forget"), 2)
        self.in_order()

    def in_order(self):
        self.assertIn("all in order", self.server.frist("verify"))

    # --- how far things go by themselves ---

    def test_letters_are_off_proposed_or_done(self):
        self.cases(3)
        debtors = [self.case(n)["debtor"]["debtor"] for n in (1, 2, 3)]
        set_ = self.levels(send="off", customers=[{"debtor": debtors[1], "send": "propose"}, {"debtor": debtors[2], "send": "do"}])
        self.assertEqual((set_["cases_changed"], set_["levels"]["send"], set_["levels"]["close"]), (2, "off", "do"))
        self.assertEqual([self.case(n)["levels"]["send"] for n in (1, 2, 3)], ["off", "propose", "do"])
        self.owner.post(BASE + "/nights")
        self.assertEqual([self.case(n)["status"] for n in (1, 2, 3)], ["approval", "approval", "going"])
        ready = self.owner.get(BASE + "/letters").json["ready"]
        self.assertEqual([row["case"] for row in ready], [3])
        self.assertNotIn("take_step", self.offered(2), "its letter is made already")
        taken = self.offered(1)["take_step"]
        self.assertTrue(taken["allowed"])
        self.assertEqual(self.act(1, act="take_step").status, 200)
        self.assertEqual(self.act(1, act="take_step").json["code"], "step.ordered")
        self.assertEqual(self.act(2, act="approve_letter", letter=1).status, 200)
        self.assertEqual([row["case"] for row in self.owner.get(BASE + "/letters").json["ready"]], [1, 2, 3])
        self.assertEqual(self.levels(send="off", customers=[{"debtor": debtors[1], "send": "propose"}, {"debtor": debtors[2], "send": "do"}])["cases_changed"], 0)
        self.assertEqual(self.levels()["cases_changed"], 2)
        self.in_order()

    def test_one_customer_starts_by_itself(self):
        self.owner.post(BASE + "/ledger/import", raw=ledger(2), headers={"Frist-File-Name": "liste.csv"})
        debtor = self.owner.get(BASE + "/ledger").json["rows"][0]["debtor"]
        self.levels(customers=[{"debtor": debtor, "start": "do"}])
        rows = self.owner.get(BASE + "/ledger").json["rows"]
        self.assertEqual([row["automatic"] and row["automatic"]["level"] for row in rows], ["do", None])
        self.assertEqual(self.owner.post(BASE + "/nights").json["started"], 1)
        twice = self.owner.ask("PUT", BASE + "/automation", {"start": "off", "customers": [{"debtor": debtor}, {"debtor": debtor}]})
        self.assertEqual((twice.status, twice.json["code"], twice.json["field"]), (422, "automation.customers", "customers[1].debtor"))

    def test_a_small_rest_is_proposed_and_closed_by_a_person(self):
        self.cases(1)
        self.owner.ask("PUT", BASE + "/cases/1/criteria", {"close_at_or_below": "50.00"})
        self.levels(close="propose")
        total = round(float(self.case()["balance"]["total"]) * 100)
        left = self.owner.post(BASE + "/cases/1/payments", {"amount": f"{(total - 5000) / 100:.2f}"}).json
        self.assertEqual((left["open"], left["state"]), ("50.00", "awaiting_choice"))
        self.assertEqual(self.owner.get(BASE + "/letters").json["ready"], [])
        seen = self.check(act="close_rest")
        self.assertEqual((seen["written_off"]["total"], seen["after"]["total"], seen["after"]["status"]), ("50.00", "0.00", "paid"))
        self.assertEqual(self.act(act="close_rest").json["status"], "paid")
        self.assertEqual(self.case()["balance"]["written_off"], "50.00")
        self.in_order()

    # --- another course ---

    def test_running_cases_move_to_a_new_version_with_a_preview(self):
        self.assertEqual(self.owner.ask("PUT", BASE + "/courses/Kort", {"course": OWN, "known": 0}).status, 200)
        self.owner.ask("PATCH", BASE, {"course_person": "Kort"}, headers={"If-Match": self.owner.get(BASE).header("ETag")})
        self.cases(3)
        self.act(3, act="pause")
        before = self.case()
        self.assertEqual((before["course"], before["course_version"], before["next"]["what"]), ("Kort", 1, "reminder"))
        later = {"steps": [{"step": "nudge"}, *OWN["steps"]]}
        self.assertEqual(self.owner.ask("PUT", BASE + "/courses/Kort", {"course": later, "known": 1}).json["version"], 2)
        self.assertEqual(self.case()["course_version"], 1, "running cases keep theirs")
        self.assertEqual(self.owner.get(BASE + "/courses/Kort/cases").json, {"newest": 2, "versions": [{"version": 1, "count": 3, "cases": [1, 2, 3]}]})
        self.assertEqual(self.owner.get(BASE + "/courses/Ukjent/cases").status, 404)
        wish = {"act": "course", "course": "Kort", "cases": [1, 2, 3, 4]}
        seen = self.owner.post(BASE + "/acts/check", {**wish, "cases": [1, 2, 3]}).json
        self.assertEqual((seen["count"], seen["allowed"], seen["refused"]), (3, 3, []))
        self.assertEqual([(row["before"]["what"], row["after"]["what"]) for row in seen["rows"][:2]], [("reminder", "nudge")] * 2)
        self.assertEqual(self.case()["course_version"], 1, "nothing was done")
        done = self.owner.post(BASE + "/acts", {**wish, "cases": [1, 2, 3]}).json
        self.assertEqual(done["done"], [1, 2, 3])
        self.assertEqual(self.case()["next"]["what"], "nudge")
        self.assertEqual(self.case()["course_version"], 2)
        self.assertIn("course_changed", [entry["what"] for entry in self.case()["timeline"]])
        again = self.owner.post(BASE + "/acts/check", {**wish, "cases": [1]}).json
        self.assertEqual((again["allowed"], again["refused"][0]["code"]), (0, "move.same"))
        self.assertEqual(self.act(1, act="course", course="Finnes ikke").json["field"], "course")
        self.in_order()

    def test_the_law_stands_between_a_case_and_another_course(self):
        self.cases(1)
        for _ in range(8):   # as far as the usual course goes
            self.owner.post(BASE + "/nights")
            if self.case()["status"] == "approval":
                break
            self.owner.post(BASE + "/letters/print")
            self.owner.post(BASE + "/letters/posted", {})
            self.another_day(self.case()["next"]["on"])
        self.assertEqual(self.act(act="legal", kind="attachment").status, 200, self.offered())
        self.assertFalse(self.offered()["course"]["allowed"])
        self.assertEqual(self.act(act="course", course="no.debet").json["code"], "move.legal")

    # --- money ---

    def test_another_interest_rate(self):
        self.cases(1)
        before = self.case()["balance"]
        self.assertNotEqual(before["interest"], "0.00")
        seen = self.check(act="interest", rate="0")
        self.assertEqual((seen["before"]["interest"], seen["after"]["interest"]), (before["interest"], "0.00"))
        self.assertEqual(self.act(act="interest", claim="F1", rate="0").status, 200)
        case = self.case()
        self.assertEqual((case["balance"]["interest"], case["claims"][0]["agreed_rate"], case["balance"]["per_day"]), ("0.00", "0.00", "0.00"))
        self.assertIn("rate_agreed", [entry["what"] for entry in case["timeline"]])
        above = self.act(act="interest", rate="40")
        self.assertEqual(above.status, 200)
        self.assertEqual(self.case()["balance"]["interest"], before["interest"], "a consumer owes the law's own rate at most")
        self.assertEqual(self.act(act="interest", rate="101").json["code"], "rate.range")
        self.assertEqual(self.act(act="interest", rate="mye").json["field"], "rate")
        self.assertEqual(self.act(act="interest").json["field"], "rate")
        self.assertEqual(self.act(act="interest", rate=None).status, 200)
        self.assertEqual(self.act(act="interest", rate=None).json["code"], "rate.same")
        self.in_order()

    def test_the_price_before_the_press_is_what_is_booked(self):
        self.cases(1)
        wish = {"act": "plan", "first": "2026-03-20", "every_days": 30, "count": 6}
        seen = self.check(**wish)
        self.assertEqual(self.act(**wish).status, 200)
        booked = self.case()["balance"]
        self.assertEqual((seen["after"]["total"], seen["after"]["costs"]), (booked["total"], booked["costs"]))
        self.assertEqual(sum(round(float(part["amount"]) * 100) for part in seen["instalments"]), round(float(booked["total"]) * 100))
        rows = [(row["amount"], row["rule"]) for row in booked["rows"] if row["part"] == "costs"]
        self.assertEqual([(row["amount"], row["rule"]) for row in seen["costs"]], rows)
        refused = self.check(act="plan", first="2026-03-20", count=3)
        self.assertEqual((refused["refused"]["code"], refused["after"]), ("plan.runs", None))
        self.assertEqual(self.owner.post(BASE + "/cases/1/acts/check", {"act": "merge", "other": 2}).json["code"], "act.no_check")

    # --- closed too early ---

    def test_a_withdrawn_case_has_its_reason_and_goes_on(self):
        self.cases(2)
        open_before = self.case()["balance"]["total"]
        seen = self.check(act="withdraw", why="mistaken")
        self.assertEqual((seen["written_off"]["total"], seen["after"]["state"]), (open_before, "closed"))
        withdrawn = self.act(act="withdraw", why="goodwill").json
        self.assertEqual((withdrawn["status"], withdrawn["undo"]), ("withdrawn", {"act": "reopen"}))
        closed = self.case()
        self.assertEqual(closed["closed"], {"on": "2026-03-02", "reason": "withdrawn", "why": "goodwill"})
        self.assertEqual(list(self.offered()), ["reopen"])
        self.another_day("2026-03-09")
        self.assertEqual(self.act(**withdrawn["undo"]).json["state"], "active")
        case = self.case()
        self.assertEqual((case["closed"], case["next"]["on"]), (None, "2026-03-10"))
        what = [entry["what"] for entry in case["timeline"]]
        self.assertLess(what.index("closed"), what.index("reopened"))
        self.assertGreater(float(case["balance"]["total"]), float(open_before), "interest ran on")
        self.assertEqual(self.act(act="reopen").json["code"], "reopen.open")
        total = self.case(2)["balance"]["total"]
        self.owner.post(BASE + "/cases/2/payments", {"amount": total})
        self.assertEqual(self.act(2, act="reopen").json["code"], "reopen.nothing_open")
        self.assertFalse(self.offered(2)["reopen"]["allowed"])
        many = self.owner.post(BASE + "/acts", {"act": "withdraw", "why": "not_worth_it", "cases": [1]}).json
        self.assertEqual((many["done"], many["undo"]), ([1], {"act": "reopen"}))
        self.assertEqual(self.act(1, act="withdraw", why="fordi").json["field"], "why")
        self.in_order()

    def demanded(self):
        debtor = {"name": "Blid Fjellrev", "kind": "person", "address": {"street": "Prøveveien 3", "postal_code": "5003", "place": "Bergen"}}
        earlier = [{"step": "notice", "sent": "2025-11-03", "deadline": "2025-11-18"}, {"step": "demand", "sent": "2025-12-01", "deadline": "2025-12-16"}]
        made = self.owner.post(BASE + "/cases", {"invoice": "T1", "due": "2025-10-15", "amount": "900.00", "debtor": debtor, "earlier": earlier})
        self.assertEqual(made.status, 201, made.body)
        return made.json["rows"][0]["case"]

    def waiting(self):
        outbox = self.owner.get(BASE + "/letters").json
        return [(row["kind"], row["total"], row["fee"]) for row in outbox["ready"]], outbox["held"]

    def test_who_was_asked_to_pay_is_told_of_the_withdrawal_once(self):
        number = self.demanded()
        self.assertEqual(self.act(number, act="withdraw", why="mistaken").json["status"], "withdrawn")
        self.assertEqual(self.waiting(), ([("closing", "0.00", "0.00")], []))
        self.assertEqual(self.act(number, act="reopen").json["state"], "active")
        self.assertEqual(self.waiting(), ([], []), "who goes on asking does not say that it is over")
        # A claim that was objected to and is withdrawn: of all letters, this one may go.
        self.act(number, act="object")
        self.act(number, act="withdraw", why="disputed")
        self.assertEqual(self.waiting(), ([("closing", "0.00", "0.00")], []))
        words = self.owner.get(f"{BASE}/cases/{number}/preview", query={"as": "words"}).json
        self.assertEqual(words["kind"], "closing")
        self.assertIn("har trukket kravet tilbake", words["words"])
        printed = self.owner.post(BASE + "/letters/print")
        self.assertEqual((printed.status, printed.body[:5]), (200, b"%PDF-"))
        self.assertEqual(self.owner.post(BASE + "/letters/posted", {}).json["count"], 1)
        case = self.case(number)
        self.assertEqual([(row["kind"], row["state"], row.get("deadline")) for row in case["letters"]][-1], ("closing", "sent", None))
        self.assertEqual((case["status"], case["step"], case["next"]), ("withdrawn", "demand", None))
        self.another_day("2026-03-09")
        self.owner.post(BASE + "/nights")
        self.assertEqual(self.waiting(), ([], []))
        self.act(number, act="reopen")
        self.act(number, act="withdraw")
        self.assertEqual(self.waiting(), ([], []), "told already, and asked for nothing since")
        self.in_order()

    def test_a_case_that_joined_another_is_not_reopened(self):
        self.cases(1)
        more = ledger(1).replace(b"F1;", b"F9;")
        self.act(act="pause")
        self.owner.post(BASE + "/ledger/import", raw=more, query={"partial": "true"})
        self.owner.post(BASE + "/starts", {"all": True})
        self.act(act="resume")
        self.assertEqual(self.act(1, act="merge", other=2).status, 200)
        self.assertEqual(self.act(2, act="reopen").json["code"], "reopen.merged")
        balance = self.owner.get(BASE + "/cases/2").json["balance"]
        self.assertEqual((balance["total"], balance["paid"], balance["written_off"]), ("0.00", "0.00", "0.00"))
        charged = sum(cents(balance["charged"][part]) for part in ("principal", "interest", "costs"))
        self.assertEqual(cents(balance["carried"]), charged)
        gone = [row for row in balance["rows"] if row.get("kind") == "carried"]
        self.assertEqual(sum(cents(row["amount"]) for row in gone), -charged)
        listed = self.owner.get(BASE + "/cases", query={"tab": "closed"}).json
        self.assertEqual([row["open"] for row in listed["rows"]], ["0.00"])


if __name__ == "__main__":
    unittest.main()
