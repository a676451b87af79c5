"""Every variable of a creditor on one page, and as one file that carries them."""
import json
import unittest

from server import FJORD, OTHER, TODAY, AtFjord

ORG = FJORD["org_number"]


class Settings(AtFjord):
    def rows(self, org=ORG):
        return {row["name"]: row for row in self.owner.get(f"/creditors/{org}/settings").json["rows"]}

    def file(self, org=ORG):
        answer = self.owner.get(f"/creditors/{org}/settings/file")
        self.assertEqual(answer.status, 200)
        return answer

    def take(self, file, org=ORG, headers=None, **query):
        return self.owner.ask("PUT", f"/creditors/{org}/settings/file", file, query=query, headers=headers)

    def set_rules(self, rules, org=ORG):
        etag = self.owner.get(f"/creditors/{org}/automation").header("ETag")
        answer = self.owner.ask("PUT", f"/creditors/{org}/automation", {"start": "off", **rules}, headers={"If-Match": etag})
        self.assertEqual(answer.status, 200, answer.body)

    def own_course(self, name="Rolig", org=ORG):
        course = {"describes": "Med god tid", "grace_banking_days": 3, "steps": [{"step": "notice", "fee": True, "deadline_days": 21}, {"step": "demand", "fee": True, "deadline_days": 21}]}
        answer = self.owner.ask("PUT", f"/creditors/{org}/courses/{name}", {"course": course, "known": 0})
        self.assertEqual(answer.status, 200, answer.body)

    def test_the_owner_chooses_who_collects_and_how_long_a_kid_is(self):
        at = f"/creditors/{ORG}"
        before = self.owner.get(at).json
        self.assertEqual((before["mode"], before["kid_length"], before["agency"]["name"]), ("self", 0, ""))
        nameless = self.owner.ask("PATCH", at, {"mode": "agency"})
        self.assertEqual((nameless.status, nameless.json["code"], nameless.json["field"]), (422, "creditor.agency_name", "agency.name"))
        short = self.owner.ask("PATCH", at, {"kid_length": 3})
        self.assertEqual((short.status, short.json["code"]), (422, "creditor.kid_length"))
        agency = {"name": "Prøveinkasso AS", "org_number": "123456785", "address": {"street": "Prøvegata 1", "postal_code": "0150", "place": "Oslo", "country": "NO"}}
        changed = self.owner.ask("PATCH", at, {"mode": "agency", "agency": agency, "kid_length": 12, "course_person": "no.standard", "course_business": "no.standard"})
        self.assertEqual(changed.status, 200, changed.body)
        self.assertEqual((changed.json["mode"], changed.json["kid_length"], changed.json["agency"]["name"]), ("agency", 12, "Prøveinkasso AS"))
        back = self.owner.ask("PATCH", at, {"mode": "self", "kid_length": 0, "course_person": before["course_person"], "course_business": before["course_business"]})
        self.assertEqual((back.status, back.json["mode"]), (200, "self"))

    def test_the_page_tells_value_default_meaning_and_who_changed_it_when(self):
        fresh = self.rows()
        self.assertGreater(len(fresh), 60)
        for row in fresh.values():
            self.assertTrue(row["means"], row["name"])
        self.assertEqual((fresh["daily_letter_limit"]["value"], fresh["daily_letter_limit"]["set_on"]), (0, None))
        handler = self.server.invited(self.owner, "per@fjordror.example", "administrator", [ORG])
        self.assertEqual(handler.ask("PATCH", f"/creditors/{ORG}", {"daily_letter_limit": 40, "address": {**FJORD["address"], "street": "Nykaien 1"}}).status, 200)
        self.set_rules({"days_overdue": 5})
        rows = self.rows()
        limit = rows["daily_letter_limit"]
        self.assertEqual((limit["value"], limit["default"], limit["set_on"], limit["set_by"]), (40, 0, TODAY, "Per Prøve"))
        self.assertEqual((rows["address.street"]["value"], rows["address.street"]["set_by"]), ("Nykaien 1", "Per Prøve"))
        self.assertIsNone(rows["address.place"]["set_on"])
        days = rows["automation.days_overdue"]
        self.assertEqual((days["value"], days["default"], days["set_by"]), (5, 1, "Lise Mønster"))
        self.assertIsNone(rows["automation.kinds"]["set_on"])
        self.assertIn("kid_length", self.server.frist("--creditor", ORG, "settings", "show"))

    def test_a_file_makes_a_new_creditor_the_same(self):
        self.owner.ask("PATCH", f"/creditors/{ORG}", {"daily_letter_limit": 40, "max_bank_age_hours": 48, "phone": "55 00 00 00"})
        self.own_course()
        self.assertEqual(self.owner.ask("PATCH", f"/creditors/{ORG}", {"course_person": "Rolig"}).status, 200)
        self.set_rules({"least_open": "200.00", "still": [{"from": "2026-12-20", "until": "2027-01-02", "why": "jul"}], "excluded_groups": ["Borettslag"], "approve": ["demand"]})
        file = self.file().json
        self.assertEqual(file["courses"]["Rolig"]["describes"], "Med god tid")
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        org = OTHER["org_number"]
        before = self.file(org).json
        tried = self.take(file, org, check="true", company="true")
        self.assertEqual((tried.status, tried.json["wrong"]), (200, []))
        self.assertIn({"name": "daily_letter_limit", "before": 0, "after": 40}, tried.json["changes"])
        self.assertEqual(self.file(org).json, before, "a check keeps nothing")
        self.assertEqual(self.owner.get("/log").json["rows"][0]["what"], "creditor-add")
        taken = self.take(file, org, company="true")
        self.assertEqual(taken.status, 200, taken.body)
        self.assertEqual(taken.json["changes"], tried.json["changes"])
        self.assertEqual(self.file(org).json, file)
        self.assertEqual(self.rows(org)["daily_letter_limit"]["set_by"], "Lise Mønster")
        self.assertEqual(self.owner.get(f"/creditors/{org}").json["org_number"], org)
        self.assertEqual(self.take(file, org, company="true").json["changes"], [], "a second time changes nothing")
        self.assertEqual(self.owner.get("/log").json["rows"][0]["what"], "settings-import")

    def test_where_debtors_pay_changes_only_when_it_is_asked_for(self):
        self.owner.post("/creditors", {**OTHER, "account": "99991234507"})
        file = self.file().json
        taken = self.take(file, OTHER["org_number"])
        self.assertEqual(taken.status, 200, taken.body)
        left = {one["field"] for one in taken.json["left"]}
        self.assertIn("settings.account", left)
        self.assertEqual({one["code"] for one in taken.json["left"]}, {"settings.company"})
        self.assertEqual(self.owner.get("/creditors/" + OTHER["org_number"]).json["account"], "99991234507")

    def test_doors_and_debtors_stay_where_they_are(self):
        self.server.frist("--creditor", ORG, "channel", "set", "email", "--server", "smtps://mail.fjordror.example:465", "--user", "frist", "--from", "faktura@fjordror.example")
        file = self.file()
        words = file.body.decode()
        for secret in ("secret_file", "key_file", "ca_file", "known_hosts", "automation.excluded\"", "automation.customers"):
            self.assertNotIn(secret, words)
        changed = {"frist_settings": 1, "settings": {"doors.mail.server": "smtps://en.annen.example:465"}}
        taken = self.take(changed)
        self.assertEqual((taken.json["changes"], taken.json["left"][0]["code"]), ([], "settings.machine"))
        path = self.server.folder / "innstillinger.json"
        path.write_text(json.dumps(changed))
        self.assertIn("doors.mail.server", self.server.frist("--creditor", ORG, "settings", "import", str(path), "--check"))
        self.server.frist("--creditor", ORG, "settings", "import", str(path))
        self.assertEqual(self.rows()["doors.mail.server"]["value"], "smtps://en.annen.example:465")

    def test_every_mistake_is_told_with_its_place_and_nothing_is_kept(self):
        before = self.file().json
        wrong = {"frist_settings": 1,
                 "settings": {"kid_length": 3, "daily_letter_limit": -1, "language": "klingon", "ukjent": 1, "window": "over", "automation.days_overdue": 0, "max_bank_age_hours": 12},
                 "courses": {"Rar": {"steps": [{"step": "notice", "deadline_days": 3}]}}}
        checked = self.take(wrong, check="true")
        places = {(one["code"], one["field"]) for one in checked.json["wrong"]}
        for place in (("settings.unknown", "settings.ukjent"), ("json.type", "settings.window"), ("settings.number", "settings.daily_letter_limit"), ("automation.days", "settings.automation.days_overdue")):
            self.assertIn(place, places)
        self.assertTrue(any(field.startswith("courses.Rar") for _, field in places), places)
        refused = self.take(wrong)
        self.assertEqual(refused.status // 100, 4)
        self.assertEqual({(one["code"], one["field"]) for one in refused.json["errors"]}, places)
        self.assertEqual(self.file().json, before)
        self.assertEqual(self.take({"frist_settings": 2}).json["code"], "settings.version")
        self.assertEqual(self.owner.get("/log").json["rows"][0]["what"], "creditor-add", "what was refused is not in the log")

    def test_two_do_not_overwrite_each_other(self):
        seen = self.file().header("ETag")
        self.owner.ask("PATCH", f"/creditors/{ORG}", {"daily_letter_limit": 40})
        late = self.take({"frist_settings": 1, "settings": {"daily_letter_limit": 50}}, headers={"If-Match": seen})
        self.assertEqual((late.status, late.json["code"]), (412, "http.precondition"))
        now = self.take({"frist_settings": 1, "settings": {"daily_letter_limit": 50}}, headers={"If-Match": self.file().header("ETag")})
        self.assertEqual(now.status, 200)

    def test_the_command_line_carries_them_too(self):
        path = self.server.folder / "innstillinger.json"
        self.server.frist("--creditor", ORG, "settings", "export", str(path))
        self.assertEqual(json.loads(path.read_text()), self.file().json)


class Spread(AtFjord):
    def test_a_file_says_how_many_running_cases_it_would_change(self):
        self.owner.ask("POST", f"/creditors/{ORG}/ledger/import", raw=Groups.LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(f"/creditors/{ORG}/starts", {"all": True})
        file = {"frist_settings": 1, "settings": {"automation.criteria.rest_note_above_percent": "90"}}
        at = f"/creditors/{ORG}/settings/file"
        for check, left in (("true", 2), ("true", 2), ("false", 2), ("true", 0)):
            taken = self.owner.ask("PUT", at, file, query={"check": check})
            self.assertEqual((taken.status, taken.json["cases_changed"]), (200, left), taken.body)


class Groups(AtFjord):
    LEDGER = ("Kundenr;Navn;Type;Kundegruppe;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
              "1001;Blid Fjellrev;privat;;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00\r\n"
              "1002;Prøve Borettslag;bedrift;Borettslag;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50\r\n").encode()

    def setUp(self):
        super().setUp()
        brought = self.owner.ask("POST", f"/creditors/{ORG}/ledger/import", raw=self.LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.assertEqual(brought.status, 200, brought.body)

    def debtors(self, **query):
        return self.owner.get(f"/creditors/{ORG}/debtors", query=query).json["rows"]

    def test_come_with_the_ledger_are_found_and_changed(self):
        self.assertEqual({row["name"]: row["group"] for row in self.debtors()}, {"Blid Fjellrev": "", "Prøve Borettslag": "Borettslag"})
        one = next(row for row in self.debtors() if not row["group"])
        changed = self.owner.ask("PATCH", f"/creditors/{ORG}/debtors/{one['debtor']}", {"group": "Gode naboer"})
        self.assertEqual(changed.json["group"], "Gode naboer")
        self.assertEqual([row["name"] for row in self.debtors(search="gode nab")], ["Blid Fjellrev"])
        again = self.owner.ask("POST", f"/creditors/{ORG}/ledger/import", raw=self.LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.assertEqual(again.status, 200)
        self.assertEqual([row["name"] for row in self.debtors(search="gode nab")], ["Blid Fjellrev"], "a list without a group takes none away")
        refused = self.owner.ask("PATCH", f"/creditors/{ORG}/debtors/{one['debtor']}", {"group": "to\nlinjer"})
        self.assertEqual((refused.status, refused.json["code"]), (422, "debtor.group"))

    def test_that_are_left_out_never_start_and_say_why(self):
        etag = self.owner.get(f"/creditors/{ORG}/automation").header("ETag")
        rules = {"start": "do", "excluded_groups": ["Borettslag"]}
        kept = self.owner.ask("PUT", f"/creditors/{ORG}/automation", rules, headers={"If-Match": etag})
        self.assertEqual((kept.status, kept.json["excluded_groups"]), (200, ["Borettslag"]), kept.body)
        rows = {row["invoice"]: row["automatic"] for row in self.owner.get(f"/creditors/{ORG}/ledger").json["rows"]}
        self.assertEqual(rows["F102"]["reason"]["code"], "automation.group")
        self.assertIsNone(rows["F101"]["reason"])
        self.assertEqual(self.owner.post(f"/creditors/{ORG}/nights").json["started"], 1)
        self.assertEqual([row["name"] for row in self.owner.get(f"/creditors/{ORG}/cases").json["rows"]], ["Blid Fjellrev"])

    def regroup(self, **wish):
        return self.owner.post(f"/creditors/{ORG}/debtors/group", wish)

    def groups(self):
        return {row["name"]: row["debtors"] for row in self.owner.get(f"/creditors/{ORG}/groups").json["rows"]}

    def test_are_listed_and_narrow_every_list(self):
        self.assertEqual(self.groups(), {"Borettslag": 1})
        self.assertEqual([row["name"] for row in self.debtors(group="Borettslag")], ["Prøve Borettslag"])
        self.assertEqual(self.debtors(group="Borett"), [], "a group is named whole")
        ledger = self.owner.get(f"/creditors/{ORG}/ledger", query={"group": "Borettslag"}).json
        self.assertEqual([(row["invoice"], row["group"]) for row in ledger["rows"]], [("F102", "Borettslag")])
        self.owner.post(f"/creditors/{ORG}/starts", {"all": True})
        cases = self.owner.get(f"/creditors/{ORG}/cases", query={"group": "Borettslag"}).json
        self.assertEqual([(row["name"], row["group"]) for row in cases["rows"]], [("Prøve Borettslag", "Borettslag")])
        self.assertEqual(self.owner.get(f"/creditors/{ORG}/cases", query={"group": "Ingen"}).json["count"], 0)
        rows = json.loads(self.owner.post(f"/creditors/{ORG}/debtors/sheet", {"form": "json", "columns": [{"id": "name"}, {"id": "group"}], "filter": {"group": "Borettslag"}}).body)
        self.assertEqual(rows, [{"name": "Prøve Borettslag", "group": "Borettslag"}])

    def test_change_for_many_at_once_and_back(self):
        moved = self.regroup(group="Faste", filter={})
        self.assertEqual((moved.status, moved.json["count"], moved.json["changed"]), (200, 2, 2), moved.body)
        self.assertEqual(self.groups(), {"Faste": 2})
        self.assertEqual(self.regroup(group="Faste", filter={}).json["changed"], 0)
        for were in moved.json["before"]:
            self.assertEqual(self.regroup(**were).status, 200)
        self.assertEqual(self.groups(), {"Borettslag": 1})
        self.assertEqual(self.debtors(sort="customer", direction="down")[0]["customer"], "1002")

    def test_of_many_are_all_changed_or_none(self):
        known = [row["debtor"] for row in self.debtors()]
        self.assertEqual(self.regroup(group="Faste", debtors=[*known, 99]).json["code"], "debtor.unknown")
        self.assertEqual(self.regroup(group="Faste", filter={}, count=3).json["code"], "bulk.changed")
        self.assertEqual(self.regroup(group="Faste").json["code"], "http.bulk")
        self.assertEqual(self.regroup(group="to\nlinjer", filter={}).json["code"], "debtor.group")
        self.assertEqual(self.groups(), {"Borettslag": 1})

    def test_on_the_command_line(self):
        self.server.frist("--creditor", ORG, "debtor", "1001", "set", "--group", "Gode naboer")
        self.assertEqual([row["name"] for row in self.debtors(search="gode nab")], ["Blid Fjellrev"])
        self.assertIn("Gode naboer", self.server.frist("--creditor", ORG, "automation", "set", "--without-group", "Gode naboer"))


if __name__ == "__main__":
    unittest.main()
