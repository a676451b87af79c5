"""What people do with many cases at once, and what they write down: saved views, bulk acts, notes, freshness."""
import concurrent.futures
import unittest

from server import AtFjord, FJORD, OTHER

ORG = FJORD["org_number"]
BASE = "/creditors/" + ORG


def ledger(count, first=1):
    rows = ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp"]
    rows += [f"{n};Prøve Fjellrev {n};privat;Prøveveien {n};5003;Bergen;F{n};12.01.2026;26.01.2026;{1000 + n},00" for n in range(first, first + count)]
    return "\n".join(rows).encode()


class Desk(AtFjord):
    def cases(self, count):
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=ledger(count), headers={"Frist-File-Name": "liste.csv"}).json["added"], count)
        self.assertEqual(self.owner.post(BASE + "/starts", {"all": True}).json["started"], count)

    def views(self, client=None, list_of="cases"):
        rows = (client or self.owner).get(BASE + "/views", query={"list": list_of}).json["rows"]
        return {row["ready"] or row["name"]: row for row in rows}

    # --- saved views ---

    def test_ready_made_views_have_counts(self):
        self.cases(3)
        self.owner.post(BASE + "/cases/1/acts", {"act": "pause"})
        total = self.owner.get(BASE + "/cases/2").json["balance"]["total"]
        self.owner.post(BASE + "/cases/2/payments", {"amount": total})
        views = self.views()
        self.assertEqual({name: row["count"] for name, row in views.items()}, {"approval": 0, "on_hold": 1, "this_week": 1, "legal": 0, "paid_this_month": 1, "largest": 0})
        for name, row in views.items():
            query = {field: ",".join(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else value for field, value in row["filter"].items()}
            self.assertEqual(self.owner.get(BASE + "/cases", query={**query, "sort": row["sort"], "direction": row["direction"]}).json["count"], row["count"], name)
        self.assertEqual(set(self.views(list_of="ledger")), {"ready", "warned", "largest"})
        self.assertEqual({name: row["count"] for name, row in self.views(list_of="debtors").items()}, {"largest": 2, "no_address": 0})
        kept = {"name": "I gang", "list": "debtors", "filter": {"running": True}, "sort": "open", "direction": "down"}
        self.assertEqual(self.owner.post("/views", kept).status, 201)
        self.assertEqual(self.views(list_of="debtors")["I gang"]["count"], 2)
        self.assertEqual(self.owner.post("/views", {**kept, "filter": {"tab": "closed"}}).json["code"], "json.unknown_field")
        self.another_day("2026-04-01")
        self.assertEqual(self.views()["paid_this_month"]["count"], 0, "a new month has begun")
        self.assertEqual(self.owner.get(BASE + "/cases", query={"tab": "closed", "closed_from": "2026-03-02"}).json["count"], 1)

    def test_a_view_is_kept_and_shared(self):
        self.cases(2)
        colleague = self.server.invited(self.owner, "per@fjordror.example", "handler", [ORG])
        client = self.server.invited(self.owner, "kari@fjordror.example", "client", [ORG])
        largest = self.owner.get(BASE + "/cases", query={"sort": "open", "direction": "down"}).json["rows"][0]["open"]
        wish = {"name": "Store", "list": "cases", "filter": {"tab": "ongoing", "min_open": largest}, "sort": "open", "direction": "down", "columns": ["name", "open"], "shared": True}
        made = self.owner.post("/views", wish, headers={"Idempotency-Key": "en-visning-1"})
        self.assertEqual((made.status, made.body), (201, self.owner.post("/views", wish, headers={"Idempotency-Key": "en-visning-1"}).body))
        mine = self.views()["Store"]
        self.assertEqual((mine["count"], mine["columns"], mine["mine"], mine["by"]), (1, ["name", "open"], True, None))
        theirs = self.views(colleague)["Store"]
        self.assertEqual((theirs["count"], theirs["mine"], theirs["by"]), (1, False, "Lise Mønster"))
        self.assertNotIn("Store", self.views(client))
        path = f"/views/{mine['view']}"
        self.assertEqual(colleague.ask("DELETE", path).json["code"], "view.unknown")
        self.assertEqual(self.owner.ask("PUT", path, {**wish, "name": "Størst"}, headers={"If-Match": "\"7\""}).status, 412)
        self.assertEqual(self.owner.ask("PUT", path, {**wish, "name": "Størst", "shared": False}, headers={"If-Match": "\"1\""}).json["version"], 2)
        self.assertNotIn("Størst", self.views(colleague))
        self.assertEqual(self.owner.ask("DELETE", path).status, 204)
        self.assertNotIn("Størst", self.views())

    def test_mistakes_in_a_view_name_their_field(self):
        wish = {"name": "Feil", "list": "cases", "filter": {}}
        for change, code, field in (({"filter": {"status": ["gone"]}}, "http.query", "filter.status"), ({"filter": {"next_before": "2026-02-30"}}, "date.impossible", "filter.next_before"),
                                    ({"filter": {"colour": "red"}}, "json.unknown_field", "filter.colour"), ({"sort": "colour"}, "http.query", "filter.sort"),
                                    ({"list": "people"}, "http.choice", "list"), ({"filter": {"debtor": 1}}, "view.debtor", "filter.debtor"),
                                    ({"shared": True, "filter": {"search": "Fjellrev"}}, "view.search", "filter.search"), ({"name": " "}, "view.name", "name")):
            answer = self.owner.post("/views", {**wish, **change})
            self.assertEqual((answer.json["code"], answer.json["field"]), (code, field), change)
        for n in range(100):
            self.assertEqual(self.owner.post("/views", {**wish, "name": f"V{n}"}).status, 201)
        self.assertEqual(self.owner.post("/views", wish).json["code"], "view.many")

    # --- bulk acts ---

    def test_all_means_all_that_match(self):
        self.cases(230)
        self.owner.post(BASE + "/cases/7/acts", {"act": "withdraw"})
        self.owner.post(BASE + "/cases/9/acts", {"act": "pause"})
        paused = self.owner.post(BASE + "/acts", {"act": "pause", "until": "2026-04-01", "filter": {"tab": "all"}, "count": 230}, headers={"Idempotency-Key": "alle-paa-vent"})
        self.assertEqual((paused.json["count"], len(paused.json["done"])), (230, 228))
        self.assertEqual(sorted(row["case"] for row in paused.json["refused"]), [7, 9])
        self.assertIn("act.paused", [row["code"] for row in paused.json["refused"]], "else the way back would wake it")
        self.assertTrue(all(row["code"] and row["detail"] and row["remedy"] for row in paused.json["refused"]))
        again = self.owner.post(BASE + "/acts", {"act": "pause", "until": "2026-04-01", "filter": {"tab": "all"}, "count": 230}, headers={"Idempotency-Key": "alle-paa-vent"})
        self.assertEqual(again.body, paused.body)
        self.assertEqual(self.owner.get(BASE + "/cases", query={"tab": "inactive"}).json["count"], 229)
        undone = self.owner.post(BASE + "/acts", {**paused.json["undo"], "cases": paused.json["done"]})
        self.assertEqual((len(undone.json["done"]), undone.json["refused"]), (228, []))
        log = [row["what"] for row in self.owner.get("/log", query={"limit": 200}).json["rows"]]
        self.assertEqual(set(log), {"case-resume"}, "each case has its line")
        changed = self.owner.post(BASE + "/acts", {"act": "withdraw", "filter": {}, "count": 12})
        self.assertEqual((changed.status, changed.json["code"]), (409, "bulk.changed"))
        self.assertIn("all in order", self.server.frist("verify"))

    def test_many_at_once_act_once(self):
        self.cases(20)
        wish, key = {"act": "pause", "cases": [*range(1, 21), 3, 4711]}, {"Idempotency-Key": "tjue-paa-vent"}
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: self.owner.post(BASE + "/acts", wish, headers=key), range(4)))
        self.assertEqual({answer.body for answer in answers}, {answers[0].body})
        self.assertEqual((len(answers[0].json["done"]), [(row["case"], row["code"]) for row in answers[0].json["refused"]]), (20, [(4711, "case.unknown")]))
        self.assertEqual([event["type"] for event in self.owner.get(BASE + "/cases/3").json["events"]].count("CasePaused"), 1)

    def test_letters_that_wait_are_approved_together(self):
        self.cases(2)
        refused = self.owner.post(BASE + "/acts", {"act": "approve_letter", "filter": {}}).json["refused"]
        self.assertEqual({row["code"] for row in refused}, {"act.no_letter"})
        both = self.owner.post(BASE + "/acts", {"act": "pause", "filter": {}, "cases": [1]})
        self.assertEqual((both.status, both.json["code"]), (400, "http.bulk"))
        single = self.owner.post(BASE + "/acts", {"act": "merge", "other": 2, "cases": [1]})
        self.assertEqual((single.status, single.json["code"]), (400, "http.bulk_act"))

    def test_start_what_the_ledger_shows(self):
        self.owner.post(BASE + "/ledger/import", raw=ledger(12), headers={"Frist-File-Name": "liste.csv"})
        some = self.owner.post(BASE + "/starts", {"filter": {"search": "Fjellrev 1", "show": "ready"}}).json
        self.assertEqual(some["started"], 4, "1, 10, 11 and 12")
        self.assertEqual(self.owner.post(BASE + "/starts", {"filter": {"search": "Steinbit"}}).json, {"started": 0, "rows": []})
        self.assertEqual(self.owner.post(BASE + "/starts", {"all": True, "search": "Fjellrev 2"}).json["started"], 1)
        self.assertEqual(self.owner.post(BASE + "/starts", {"filter": {}}).json["started"], 7)
        self.assertEqual(self.owner.post(BASE + "/starts", {"filter": {}, "all": True}).json["code"], "http.start")

    # --- notes ---

    def test_notes_stand_in_the_line_of_days(self):
        self.cases(2)
        debtor = self.owner.get(BASE + "/cases/1").json["debtor"]["debtor"]
        note = self.owner.post(BASE + "/cases/1/notes", {"text": "Ringte; betaler fredag."}, headers={"Idempotency-Key": "notat-nr-1"})
        self.assertEqual((note.status, note.json["by"], note.json["case"]), (201, "Lise Mønster", 1))
        self.assertEqual(note.body, self.owner.post(BASE + "/cases/1/notes", {"text": "Ringte; betaler fredag."}, headers={"Idempotency-Key": "notat-nr-1"}).body)
        self.owner.post(f"{BASE}/debtors/{debtor}/notes", {"text": "Vil ha brev på papir."})
        shown = [entry["note"]["text"] for entry in self.owner.get(BASE + "/cases/1").json["timeline"] if entry["what"] == "note"]
        self.assertEqual(shown, ["Ringte; betaler fredag.", "Vil ha brev på papir."])
        self.assertEqual(self.owner.get(BASE + "/cases/2/notes").json["rows"], [])
        self.assertEqual(len(self.owner.get(f"{BASE}/debtors/{debtor}/notes").json["rows"]), 2)
        colleague = self.server.invited(self.owner, "per@fjordror.example", "handler", [ORG])
        path = f"{BASE}/notes/{note.json['note']}"
        other = colleague.ask("DELETE", path)
        self.assertEqual((other.status, other.json["code"]), (403, "note.other"))
        self.assertEqual(self.owner.ask("DELETE", path).status, 204)
        struck = colleague.get(BASE + "/cases/1/notes").json["rows"][0]
        self.assertEqual((struck["text"], struck["struck"]["by"]), ("", "Lise Mønster"))
        client = self.server.invited(self.owner, "kari@fjordror.example", "client", [ORG])
        self.assertEqual(client.get(BASE + "/cases/1/notes").json["rows"], [])
        self.assertNotIn("note", [entry["what"] for entry in client.get(BASE + "/cases/1").json["timeline"]])
        self.assertEqual([row["what"] for row in self.owner.get("/log").json["rows"]].count("note-strike"), 1)
        self.assertNotIn("fredag", str(self.owner.get(BASE + "/cases/1").json["events"]))

    def test_mistakes_in_a_note(self):
        self.cases(1)
        self.assertEqual(self.owner.post(BASE + "/cases/1/notes", {"text": "  "}).json["code"], "note.text")
        self.assertEqual(self.owner.post(BASE + "/cases/1/notes", {"text": "å" * 2001}).json["field"], "text")
        self.assertEqual(self.owner.post(BASE + "/cases/99/notes", {"text": "x"}).json["code"], "case.unknown")
        self.assertEqual(self.owner.post(BASE + "/debtors/99/notes", {"text": "x"}).json["code"], "debtor.unknown")
        self.assertEqual(self.owner.ask("DELETE", BASE + "/notes/99").json["code"], "note.unknown")
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        self.owner.post(BASE + "/cases/1/notes", {"text": "hemmelig"})
        self.assertEqual(self.owner.ask("DELETE", f"/creditors/{OTHER['org_number']}/notes/1").status, 404)

    # --- freshness ---

    def test_today_says_how_fresh_the_ledger_is(self):
        never = self.owner.get(BASE + "/today").json["freshness"]
        self.assertEqual(never["ledger"], {"read": None, "age_hours": None, "limit_hours": 0, "stale": False, "stale_from": None})
        self.owner.ask("PATCH", BASE, {"max_ledger_age_hours": 24})
        self.assertTrue(self.owner.get(BASE + "/today").json["freshness"]["ledger"]["stale"], "it was never read")
        self.cases(1)
        fresh = self.owner.get(BASE + "/today").json["freshness"]["ledger"]
        self.assertEqual((fresh["stale"], fresh["stale_from"][:10]), (False, "2026-03-03"))
        self.another_day("2026-03-05")
        old = self.owner.get(BASE + "/today").json["freshness"]["ledger"]
        self.assertEqual((old["stale"], old["age_hours"]), (True, 72))
        self.owner.post(BASE + "/nights")
        held = self.owner.get(BASE + "/letters").json["held"]
        self.assertIn("ledger", str(held[0]["reasons"]))


if __name__ == "__main__":
    unittest.main()
