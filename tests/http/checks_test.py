"""A debtor's address is checked: a firm's at a register on loopback whose answers have the real one's fields, a person's by hand."""
import http.server
import json
import os
import threading
import time
import unittest

from server import AtFjord, FJORD, Client, Server
from firms import FIRM, firm  # its folder is known since server

BASE = "/creditors/" + FJORD["org_number"]
LEDGER = (
    "Kundenr;Navn;Type;Orgnr;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
    f"1;Tenkt Elektro AS;bedrift;{FIRM};Gamleveien 1;5003;Bergen;F1;12.01.2026;26.01.2026;1000,00\r\n"
    "2;Blid Fjellrev;privat;;Eksempelveien 2;5003;Bergen;F2;12.01.2026;26.01.2026;1000,00\r\n").encode()


class Register:
    def __init__(self):
        self.status, self.told, self.asked = 200, firm(), []
        self.came, self.let_go = threading.Event(), threading.Event()
        self.let_go.set()
        register = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                register.asked.append(self.path)
                register.came.set()
                register.let_go.wait(20)
                self.send_response(register.status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                try:
                    self.wfile.write(json.dumps(register.told).encode())
                except OSError:
                    pass

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()


class Checked(AtFjord):
    options = ()

    def setUp(self):
        self.server = Server(*self.options)
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.owner = self.server.owner()
        self.assertEqual(self.owner.post("/creditors", FJORD).status, 201)
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "kunder.csv"}).status, 200)

    def path(self, name):
        return f"{BASE}/debtors/{self.owner.get(BASE + '/debtors', query={'search': name}).json['rows'][0]['debtor']}"

    def acts(self):
        return [row["what"] for row in self.owner.get("/log").json["rows"]]


class LookedUp(Checked):
    def setUp(self):
        self.register = Register()
        self.addCleanup(self.register.stop)
        self.options = ("--register", self.register.url)
        super().setUp()
        self.at = self.path("elektro")

    def look(self, body=None):
        return self.owner.post(self.at + "/register-check", body or {})

    def test_ours_stands_beside_the_register_s_and_nothing_changes(self):
        before = self.owner.get(self.at)
        self.assertTrue(before.json["look_up"])
        seen = self.look()
        self.assertEqual(seen.status, 200)
        self.assertEqual(self.register.asked, [f"/enheter/{FIRM}"])
        self.assertEqual(seen.json["ours"], {"name": "Tenkt Elektro AS", "org_number": FIRM, "address_lines": ["Gamleveien 1", "5003 Bergen"]})
        self.assertEqual(seen.json["theirs"], {"name": "TENKT ELEKTRO AS", "org_number": FIRM, "address_lines": ["Prøvekaien 9", "5003 BERGEN"]})
        self.assertEqual([one["what"] for one in seen.json["differences"]], ["address"])
        self.assertEqual(self.owner.get(self.at).json, before.json)
        self.assertEqual(seen.header("ETag"), before.header("ETag"))
        self.assertIn("debtor-look-up", self.acts())

    def test_the_register_s_address_is_taken_over_once(self):
        tag = {"If-Match": self.look().header("ETag")}
        used = self.owner.post(self.at + "/register-check/use", {}, headers=tag)
        self.assertEqual((used.status, used.json["address_lines"], used.json["address_source"]), (200, ["Prøvekaien 9", "5003 BERGEN"], "register"))
        self.assertEqual(used.json["earlier_addresses"][0]["lines"], ["Gamleveien 1", "5003 Bergen"])
        self.assertEqual(used.json["checks"], [{"where": "business", "on": "2026-03-02", "result": "taken over", "by": "Lise Mønster"}])
        stale = self.owner.post(self.at + "/register-check/use", {}, headers=tag)
        self.assertEqual((stale.status, stale.json["code"]), (412, "http.precondition"))
        again = self.owner.post(self.at + "/register-check/use", {})
        self.assertEqual((again.status, again.json["checks"]), (200, used.json["checks"]))
        self.assertEqual(self.look().json["differences"], [])
        self.assertIn("debtor-register-use", self.acts())
        # The ledger still has the old one: what a person has taken over stands.
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=LEDGER.replace(b";F2;", b";F3;"), headers={"Frist-File-Name": "igjen.csv"}).status, 200)
        self.assertEqual(self.owner.get(self.at).json["address_lines"], ["Prøvekaien 9", "5003 BERGEN"])

    def test_another_number_may_be_pasted(self):
        self.register.told = firm(organisasjonsnummer="999999999", navn="Fjord Rør AS")
        seen = self.look({"org_number": "999 999 999"})
        self.assertEqual(self.register.asked, ["/enheter/999999999"])
        self.assertEqual([one["what"] for one in seen.json["differences"]], ["org_number", "name", "address"])
        used = self.owner.post(self.at + "/register-check/use", {"org_number": "999999999"})
        self.assertEqual((used.json["org_number"], used.json["name"]), ("999999999", "Fjord Rør AS"))
        wrong = self.look({"org_number": "999999998"})
        self.assertEqual((wrong.status, wrong.json["code"], wrong.json["field"]), (422, "org_number.check_digit", "org_number"))

    def test_what_a_letter_cannot_mend_is_warned_of(self):
        self.register.told = firm(konkurs=True, konkursdato="2026-02-01", organisasjonsform={"kode": "ENK"})
        seen = self.look().json
        self.assertEqual([(one["what"], one["on"]) for one in seen["warnings"]], [("bankrupt", "2026-02-01"), ("sole_trader", None)])
        self.assertEqual(self.owner.post(self.at + "/register-check/use", {}).json["bankrupt_on"], "2026-02-01")

    def test_every_trouble_has_its_error_and_changes_nothing(self):
        before = self.owner.get(self.at).json
        for status, told, code, answers in ((404, {}, "register.unknown", 422), (500, {}, "register.unreachable", 503), (200, {}, "register.answer", 503),
                                            (200, firm(organisasjonsnummer="999999999"), "register.answer", 503)):
            self.register.status, self.register.told = status, told
            for path in ("/register-check", "/register-check/use"):
                answer = self.owner.post(self.at + path, {})
                self.assertEqual((answer.status, answer.json["code"]), (answers, code))
        person = self.owner.post(self.path("fjellrev") + "/register-check", {})
        self.assertEqual((person.status, person.json["code"], person.json["field"]), (422, "debtor.org_number", "org_number"))
        self.assertEqual(self.owner.get(self.at).json, before)

    def test_who_waits_for_the_register_keeps_nobody_else(self):
        self.register.let_go.clear()
        answers = []
        waiting = threading.Thread(target=lambda: answers.append(Client.post(self.another(), self.at + "/register-check", {})))
        waiting.start()
        self.assertTrue(self.register.came.wait(20))
        begun = time.monotonic()
        second = self.owner.post(self.at + "/register-check", {})
        self.assertEqual((second.status, second.json["code"]), (503, "register.busy"))
        changed = self.owner.ask("PATCH", self.path("fjellrev"), {"phone": "00000000"})
        self.assertEqual(changed.status, 200)
        self.assertLess(time.monotonic() - begun, 4)
        waiting.join()
        self.assertEqual((answers[0].status, answers[0].json["code"]), (503, "register.unreachable"))

    def another(self):
        client = Client(self.server)
        client.cookie = self.owner.cookie
        return client

    def test_nobody_answers(self):
        self.register.stop()
        self.addCleanup(setattr, self, "register", Register())
        answer = self.look()
        self.assertEqual((answer.status, answer.json["code"]), (503, "register.unreachable"))

    def test_a_reader_looks_nobody_up(self):
        reader = self.server.invited(self.owner, "per@fjordror.example", "reader")
        self.assertEqual(reader.post(self.at + "/register-check", {}).json["code"], "access.denied")
        self.assertEqual(self.register.asked, [])


class ByHand(Checked):
    def setUp(self):
        os.environ.pop("FRIST_BRREG", None)
        super().setUp()
        self.at = self.path("fjellrev")

    def check(self, body, **headers):
        return self.owner.post(self.at + "/checks", {"where": "population", **body}, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def test_nobody_is_asked_unless_the_installation_says_so(self):
        self.assertFalse(self.owner.get(self.at).json["look_up"])
        for path in ("/register-check", "/register-check/use"):
            answer = self.owner.post(self.path("elektro") + path, {})
            self.assertEqual((answer.status, answer.json["code"]), (409, "register.off"))

    def test_what_was_found_is_kept_with_day_and_who(self):
        moved = self.check({"result": "moved", "on": "2026-02-27", "note": "Ny adresse kommer."})
        self.assertEqual(moved.json["checks"], [{"where": "population", "on": "2026-02-27", "result": "moved", "by": "Lise Mønster"}])
        self.assertTrue(moved.json["address_doubtful"])
        self.assertEqual([note["text"] for note in self.owner.get(self.at + "/notes").json["rows"]], ["Ny adresse kommer."])
        same = self.check({"result": "same"}, If_Match=moved.header("ETag"))
        self.assertEqual((same.json["address_doubtful"], same.json["checks"][1]["on"]), (False, "2026-03-02"))
        self.assertEqual(self.check({"result": "same"}, If_Match=moved.header("ETag")).status, 412)
        self.assertEqual(self.acts().count("debtor-check"), 2)

    def test_the_same_key_keeps_one_check(self):
        for _ in range(2):
            answer = self.check({"result": "not-found"}, Idempotency_Key="sjekk-0001")
        self.assertEqual(len(answer.json["checks"]), 1)

    def test_a_death_is_kept_with_its_day(self):
        self.assertEqual(self.check({"result": "dead", "dead_on": "2026-02-20"}).json["dead_on"], "2026-02-20")
        case = self.owner.get(BASE + "/debtors", query={"search": "fjellrev"}).json["rows"][0]
        self.assertIn("dead", case["signs"])

    def test_what_cannot_be_is_refused_at_its_field(self):
        for body, code, field in (({"result": "gone"}, "debtor.check", "result"), ({"result": "same", "where": "telephone book"}, "debtor.check", "where"), ({"result": "same", "on": "2026-03-03"}, "debtor.day", "on"),
                                  ({"result": "dead", "dead_on": "2026-03-03"}, "debtor.day", "dead_on"), ({"result": "same", "dead_on": "2026-02-20"}, "debtor.check", "dead_on"),
                                  ({"result": "same", "note": "x" * 4001}, "note.text", "note"), ({"result": "same", "colour": "red"}, "json.unknown_field", "colour")):
            answer = self.check(body)
            self.assertEqual((answer.json["code"], answer.json["field"]), (code, field))
        self.assertEqual(self.owner.get(self.at).json["checks"], [])


if __name__ == "__main__":
    unittest.main()
