#!/usr/bin/env python3
"""A firm is looked up in the business register, at a server on loopback whose answers have the register's own fields."""
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from firms import FIRM, firm  # noqa: E402

FRIST = os.environ["FRIST_BINARY"]
TODAY = "2026-03-02"


class Register:
    def __init__(self):
        self.status, self.body, self.asked = 200, b"", []
        register = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                register.asked.append(self.path)
                self.send_response(register.status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(register.body)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def says(self, told, status=200):
        self.status = status
        self.body = told if isinstance(told, bytes) else json.dumps(told).encode()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Registers(unittest.TestCase):
    def setUp(self):
        self.register = Register()
        self.addCleanup(self.register.stop)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_registers_"))
        self.addCleanup(shutil.rmtree, self.folder)
        lines = ["Kundenr;Navn;Type;Orgnr;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Fakturabeløp;Restbeløp",
                 f"1;Tenkt Elektro AS;bedrift;{FIRM};Gamleveien 1;5003;Bergen;F1;12.01.2026;26.01.2026;1000,00;1000,00",
                 "2;Kari Prøve;privat;;Eksempelveien 2;5003;Bergen;F2;12.01.2026;26.01.2026;1000,00;1000,00"]
        (self.folder / "ledger.csv").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
        self.must("init")
        self.must("creditor", "add", "--org", "999999999", "--name", "Fjord Rør AS", "--street", "Prøvekaien 5", "--postal-code", "5003", "--place", "Bergen",
                  "--email", "faktura@fjordror.example", "--account", "12345678903")
        self.must("import", "ledger.csv")

    def call(self, *words):
        return subprocess.run([FRIST, "--db", str(self.folder / "frist.db"), "--today", TODAY, "--json", *words], cwd=self.folder, capture_output=True, text=True,
                              check=False, env={**os.environ, "FRIST_BRREG": self.register.url}, timeout=60)

    def must(self, *words):
        done = self.call(*words)
        self.assertIn(done.returncode, (0, 3), done.stdout + done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def code(self, *words):
        done = self.call(*words)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        return json.loads(done.stderr.splitlines()[-1])["code"]

    def test_shows_what_differs_and_changes_nothing_by_itself(self):
        self.register.says(firm())
        told = self.must("debtor", "1", "look-up")
        self.assertEqual(self.register.asked, [f"/enheter/{FIRM}"])
        self.assertEqual(told["differences"], [{"what": "address", "ours": "Gamleveien 1, 5003 Bergen", "theirs": "Prøvekaien 9, 5003 BERGEN"}])
        self.assertEqual((told["municipality"], told["warnings"]), ("4601", []))
        self.assertEqual(self.must("debtor", "1", "show")["debtor"]["address"]["street"], "Gamleveien 1")

    def test_takes_the_address_over_and_keeps_the_one_before(self):
        self.register.says(firm(postadresse={"landkode": "NO", "postnummer": "5804", "poststed": "BERGEN", "adresse": ["c/o Regnskap Prøve AS", "Postboks 7"]}))
        self.must("debtor", "1", "look-up", "--use")
        debtor = self.must("debtor", "1", "show")["debtor"]
        self.assertEqual((debtor["address"]["street"], debtor["address"]["street2"], debtor["address"]["postal_code"]), ("c/o Regnskap Prøve AS", "Postboks 7", "5804"))
        self.assertEqual(debtor["address_source"], "register")
        self.assertEqual(debtor["earlier_addresses"][0]["address"]["street"], "Gamleveien 1")
        self.assertEqual(debtor["checks"][0]["on"], TODAY)
        self.assertEqual(self.must("debtor", "1", "look-up")["differences"], [])

    def test_a_bankruptcy_stops_the_letters(self):
        self.register.says(firm(konkurs=True, konkursdato="2026-02-01"))
        told = self.must("debtor", "1", "look-up", "--use")
        self.assertIn("bankrupt", told["warnings"][0])
        self.assertEqual(self.must("debtor", "1", "show")["debtor"]["bankrupt_on"], "2026-02-01")

    def test_warns_of_what_a_letter_cannot_mend(self):
        for told, word in ((firm(underAvvikling=True), "wound up"), (firm(underTvangsavviklingEllerTvangsopplosning=True), "by the court"), (firm(slettedato="2025-12-31"), "deleted on 2025-12-31"),
                           (firm(organisasjonsform={"kode": "ENK"}), "sole trader")):
            self.register.says(told)
            self.assertIn(word, self.must("debtor", "1", "look-up")["warnings"][0])

    def test_a_deleted_firm_is_still_told_of(self):
        self.register.says({"organisasjonsnummer": FIRM, "navn": "TENKT ELEKTRO AS", "slettedato": "2025-06-30"}, 410)
        told = self.must("debtor", "1", "look-up", "--use")
        self.assertIn("deleted on 2025-06-30", told["warnings"][0])
        self.assertEqual(self.must("debtor", "1", "show")["debtor"]["address"]["street"], "Gamleveien 1", "no address is taken from nothing")

    def test_every_trouble_has_its_error_and_changes_nothing(self):
        before = self.must("debtor", "1", "show")
        self.register.says(b"{}", 404)
        self.assertEqual(self.code("debtor", "1", "look-up", "--use"), "register.unknown")
        for status in (500, 503, 429, 301):
            self.register.says(b"", status)
            self.assertEqual(self.code("debtor", "1", "look-up", "--use"), "register.unreachable")
        for wrong in (b"", b"<html>", b"[]", b"{}", b'{"organisasjonsnummer": 1}', b"{" * 2000, b" " * (1 << 21)):
            self.register.says(wrong)
            self.assertEqual(self.code("debtor", "1", "look-up", "--use"), "register.answer", wrong[:20])
        self.register.says(firm(organisasjonsnummer="999999999"))
        self.assertEqual(self.code("debtor", "1", "look-up", "--use"), "register.answer")
        self.assertEqual(self.code("debtor", "2", "look-up"), "debtor.org_number")
        self.assertEqual(self.must("debtor", "1", "show"), before)

    def test_nobody_answers(self):
        self.register.stop()
        self.addCleanup(setattr, self, "register", Register())
        self.assertEqual(self.code("debtor", "1", "look-up"), "register.unreachable")

    def test_a_look_up_by_hand_is_kept(self):
        self.must("debtor", "2", "checked", "--result", "moved", "--by", "Ola Saksbehandler", "--on", "2026-02-27")
        debtor = self.must("debtor", "2", "show")["debtor"]
        self.assertTrue(debtor["address_doubtful"])
        self.assertEqual(debtor["checks"], [{"where": "population", "on": "2026-02-27", "result": "moved", "by": "Ola Saksbehandler"}])
        self.must("debtor", "2", "checked", "--result", "same", "--by", "Ola Saksbehandler")
        self.assertFalse(self.must("debtor", "2", "show")["debtor"]["address_doubtful"])


if __name__ == "__main__":
    unittest.main()
