#!/usr/bin/python3
"""Mails to the people of the office, by a real mail server: who has asked for them, what they say, that they end, and
that each leaves once whenever the program is killed."""
import email
import email.policy
import http.client
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "http")]

import servers
from house import NOTICE, ORG, House
from server import OTHER, PASSWORD, Client, Server

FRIST = os.environ["FRIST_BINARY"]
OWNER = "lise@fjordror.example"
SITE = "https://frist.fjordror.example"


def words_of(mail):
    return mail.get_content().replace("\r\n", "\n")


class Notify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="frist_notify_"))
        cls.addClassCleanup(shutil.rmtree, cls.place)
        servers.certificate(cls.place)
        cls.smtp = servers.Smtp(cls.place)
        cls.addClassCleanup(cls.smtp.stop)
        cls.imap = servers.Imap(cls.place)
        cls.addClassCleanup(cls.imap.stop)

    def setUp(self):
        self.smtp.delivery.answers.clear()
        self.smtp.delivery.data_answer = None
        for folder in self.place.glob("*@*"):
            shutil.rmtree(folder)
        self.smtp.delivery.deliver("arkiv@fjordror.example", b"Subject: begins\r\n\r\n")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_house_"))
        self.addCleanup(shutil.rmtree, self.folder)

    def house(self, count=2, mail=True):
        house = House(FRIST, self.folder / "a", count)
        if mail:
            house.mail(self.smtp, self.imap)
        house.must("site", "set", "--address", SITE)
        return house

    def wants(self, house, **wishes):
        """The owner, who comes in by the server and asks for these."""
        with Server(folder=house.folder, today=NOTICE) as server:
            owner = server.owner()
            answer = owner.ask("PUT", "/me/notifications", wishes)
            self.assertEqual(answer.status, 200, answer.body)
            return answer.json

    def mails(self, address=OWNER):
        return [email.message_from_bytes(one.as_bytes(), policy=email.policy.default) for one in self.smtp.mails(address)]

    def test_a_digest_of_what_is_ready_and_nothing_when_nothing_is_new(self):
        house = self.house()
        told = self.wants(house, ready=True)
        self.assertEqual(told, {"ready": True, "legal": False, "held": False, "pace": "daily", "hindrance": None})
        self.assertEqual(house.told("notify", "--urgent", "--today", NOTICE), {"sent": 0, "later": 0, "failed": 0, "troubles": 0})
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 1)
        mail, = self.mails()
        self.assertEqual(mail["Subject"], "Frist: 2 saker venter på deg")
        words = words_of(mail)
        self.assertIn("Klar for neste steg\n  sak 1: inkassovarsel kan sendes\n  sak 2: inkassovarsel kan sendes\n", words)
        self.assertIn(f"Åpne Frist: {SITE}/\n", words)
        for secret in ("Kari", "Eksempelveien", "kunde.example", "F1", "1001"):
            self.assertNotIn(secret, words)
        for day in (NOTICE, "2026-03-04", "2026-03-05"):
            self.assertEqual(house.told("notify", "--today", day)["sent"], 0)
        house.must("letters", "write", "--out", "pdf", "--today", "2026-03-05")
        house.must("letters", "posted", "--today", "2026-03-05")
        house.must("night", "--date", "2026-03-25", "--today", "2026-03-25")
        self.assertEqual(house.told("notify", "--today", "2026-03-25")["sent"], 1, "what comes next is news")
        self.assertIn("sak 1: betalingsoppfordring kan sendes", words_of(self.mails()[1]) + words_of(self.mails()[0]))

    def test_the_legal_stage_and_what_is_held(self):
        house = self.house()
        self.wants(house, legal=True, held=True)
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 0)
        house.must("case", "2", "object", "--today", NOTICE)
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 1)
        self.assertIn("Holdt tilbake: noe må rettes først\n  sak 2: saken er stanset\n", words_of(self.mails()[0]))
        for day in (NOTICE, "2026-03-25", "2026-04-20"):
            house.must("night", "--date", day, "--today", day)
            house.must("letters", "write", "--out", "pdf", "--today", day)
            house.must("letters", "posted", "--today", day)
        self.assertEqual(house.told("notify", "--today", "2026-04-20")["sent"], 1)
        words = "".join(words_of(mail) for mail in self.mails())
        self.assertRegex(words, "Kommet til rettslig inkasso: bestem hva som skal skje\n  sak 1: (begjæring om utlegg|forliksklage|velg mellom)")

    def test_the_link_ends_them_without_a_login(self):
        house = self.house()
        self.wants(house, ready=True, pace="at_once")
        self.assertEqual(house.told("notify", "--urgent", "--today", NOTICE)["sent"], 1)
        mail, = self.mails()
        self.assertEqual(mail["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        link = re.fullmatch(f"<({re.escape(SITE)}/api/unsubscribe/([^>]+))>", mail["List-Unsubscribe"].strip())
        self.assertIsNotNone(link, mail["List-Unsubscribe"])
        self.assertIn(link[1], words_of(mail))
        with Server(folder=house.folder, today=NOTICE) as server:
            nobody, owner = Client(server), Client(server)
            owner.post("/session", {"email": OWNER, "password": PASSWORD})
            page = nobody.get("/unsubscribe/" + link[2])
            self.assertEqual((page.status, page.header("Content-Type")), (200, "text/html; charset=utf-8"))
            self.assertIn('<form method="post">', page.body.decode())
            self.assertNotIn("script", page.body.decode())
            self.assertTrue(owner.get("/me/notifications").json["ready"], "who looks has not ended anything")
            wrong = nobody.post("/unsubscribe/" + link[2][:-1] + "x", ours=False)
            self.assertEqual(wrong.status, 404)
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)   # as a mail program does it
            connection.request("POST", "/api/unsubscribe/" + link[2], "List-Unsubscribe=One-Click", {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(connection.getresponse().status, 200)
            connection.close()
            self.assertFalse(owner.get("/me/notifications").json["ready"])
            self.assertEqual(owner.get("/log").json["rows"][0]["what"], "notifications-end")
            self.assertEqual(nobody.post("/unsubscribe/" + link[2], ours=False).status, 200, "twice is once")
        house.must("letters", "write", "--out", "pdf", "--today", NOTICE)
        house.must("letters", "posted", "--today", NOTICE)
        house.must("night", "--date", "2026-03-25", "--today", "2026-03-25")
        self.assertEqual(house.told("notify", "--today", "2026-03-25")["sent"], 0)

    def test_each_in_their_language_and_only_of_what_they_see(self):
        house = self.house(1)
        people = {"nn": "Frist: éi sak ventar på deg", "en": "Frist: one case is waiting for you", "sv": "Frist: ett ärende väntar på dig"}
        with Server(folder=house.folder, today=NOTICE) as server:
            owner = server.owner()
            self.assertEqual(owner.post("/creditors", OTHER).status, 201)
            for language in people:
                person = server.invited(owner, f"{language}@fjordror.example", "handler", [ORG])
                person.ask("PATCH", "/me", {"language": language})
                person.ask("PUT", "/me/notifications", {"ready": True})
            elsewhere = server.invited(owner, "annen@fjordror.example", "handler", [OTHER["org_number"]])
            self.assertEqual(elsewhere.ask("PUT", "/me/notifications", {"ready": True}).json["hindrance"]["code"], "notify.no_door")
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 3)
        for language, subject in people.items():
            self.assertEqual([mail["Subject"] for mail in self.mails(f"{language}@fjordror.example")], [subject])
        self.assertEqual(self.mails("annen@fjordror.example"), [])

    def test_without_an_address_or_a_mail_server_nothing_leaves(self):
        house = self.house(1, mail=False)
        self.assertEqual(self.wants(house, ready=True)["hindrance"]["code"], "notify.no_door")
        none = house.call("--json", "notify", "--today", NOTICE)
        self.assertEqual(none.returncode, 1)
        self.assertIn('"notify.no_door"', none.stderr)
        house.mail(self.smtp, self.imap)
        house.must("site", "set", "--address", "none")
        none = house.call("--json", "notify", "--today", NOTICE)
        self.assertEqual(none.returncode, 1)
        self.assertIn('"notify.address"', none.stderr)
        wrong = house.call("--json", "site", "set", "--address", "frist.fjordror.example/inkasso")
        self.assertIn('"site.address"', wrong.stderr)
        house.must("site", "set", "--address", SITE + "/")
        self.assertEqual(house.told("site", "show")["address"], SITE)
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 1, "what could not leave leaves later")

    def test_a_server_that_is_busy_gets_it_later_and_one_that_refuses_gets_it_no_more(self):
        house = self.house(1)
        self.wants(house, ready=True)
        self.smtp.delivery.data_answer = "451 4.3.0 come again"
        self.assertEqual(house.told("notify", "--today", NOTICE), {"sent": 0, "later": 1, "failed": 0, "troubles": 0})
        self.smtp.delivery.data_answer = None
        self.assertEqual(house.told("notify", "--urgent", "--today", NOTICE)["sent"], 1, "the next round brings it")
        house.must("letters", "write", "--out", "pdf", "--today", NOTICE)
        house.must("letters", "posted", "--today", NOTICE)
        house.must("night", "--date", "2026-03-25", "--today", "2026-03-25")
        self.smtp.delivery.answers[OWNER] = "550 5.1.1 nobody here"
        refused = house.call("--json", "notify", "--today", "2026-03-25")
        self.assertEqual(refused.returncode, 1)
        self.assertIn('"notify.failed"', refused.stderr)
        self.assertNotIn(OWNER, refused.stderr)
        self.smtp.delivery.answers.clear()
        self.assertEqual(house.told("notify", "--today", "2026-03-25")["sent"], 0)

    def test_each_leaves_once_whenever_the_program_is_killed(self):
        house = self.house(1)
        people = [f"person{i}@fjordror.example" for i in range(6)]
        with Server(folder=house.folder, today=NOTICE) as server:
            owner = server.owner()
            for address in people:
                server.invited(owner, address, "handler").ask("PUT", "/me/notifications", {"ready": True})
        chance = random.Random(20260303)
        for _ in range(12):
            with subprocess.Popen(house.command("notify", "--today", NOTICE), cwd=house.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                try:
                    process.wait(timeout=chance.random())
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            while self.smtp.delivery.busy:   # what the server took before the kill
                threading.Event().wait(0.005)
            threading.Event().wait(0.02)
        house.must("notify", "--today", NOTICE)
        self.assertEqual([len(self.smtp.mails(address)) for address in people], [1] * len(people))
        self.assertEqual(house.told("notify", "--today", NOTICE)["sent"], 0)


if __name__ == "__main__":
    unittest.main()
