#!/usr/bin/python3
"""Letters leave by real servers: SMTP with TLS and a password, IMAP, SFTP, and folders of print houses."""
import contextlib
import email
import email.policy
import fcntl
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))

import servers
from house import NOTICE, ORG, House, ledger

FRIST = os.environ["FRIST_BINARY"]


class Dispatch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="frist_dispatch_"))
        servers.certificate(cls.place)
        cls.smtp = servers.Smtp(cls.place)
        cls.imap = servers.Imap(cls.place)

    @classmethod
    def tearDownClass(cls):
        cls.smtp.stop()
        cls.imap.stop()
        shutil.rmtree(cls.place)

    def setUp(self):
        self.smtp.delivery.answers.clear()
        self.smtp.delivery.data_answer = None
        self.smtp.delivery.envelopes.clear()
        for folder in self.place.glob("*@*"):
            shutil.rmtree(folder)
        self.smtp.delivery.maildir("arkiv@fjordror.example")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_house_"))
        self.addCleanup(shutil.rmtree, self.folder)

    def house(self, count=3, **more):
        return House(FRIST, self.folder / "a", count, **more)

    def states(self, house):
        return {(row["case"], row["channel"]): row["state"] for row in house.dispatches()}

    def test_two_who_send_at_the_same_time_hand_nothing_over_twice(self):
        house = self.house()
        house.print_house()
        house.mail(self.smtp, self.imap)
        # Somebody else holds the duty of this creditor: a lock on its byte of the file beside the database.
        with open(self.folder / "a" / "frist.db.duty", "wb") as duty:
            place = (3 << 40) + 1
            fcntl.fcntl(duty, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, place, 1, 0))
            refused = house.call("--json", "dispatch", "--today", NOTICE)
        self.assertEqual(refused.returncode, 1)
        self.assertIn('"code":"dispatch.busy"', refused.stderr)
        self.assertEqual(self.smtp.delivery.envelopes, [])
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["sent"], 3)

    def test_paper_decides_and_an_email_follows_with_the_same_bytes(self):
        house = self.house()
        place = house.print_house()
        house.mail(self.smtp, self.imap)
        told = house.told("dispatch", "--today", NOTICE)
        self.assertEqual((told["sent"], told["copies"], told["troubles"]), (3, 3, 0))
        batches = [path for path in place.iterdir() if path.is_dir()]
        self.assertEqual(len(batches), 1)
        manifest = (batches[0] / "manifest.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(manifest[0], "letter;file;sha256;pages;dated;recipient")
        self.assertEqual([line.split(";")[0] for line in manifest[1:]], [f"{ORG}-{case}-1" for case in (1, 2, 3)])
        for line in manifest[1:]:
            _, file, digest, _, dated, recipient = line.split(";")
            self.assertEqual(hashlib.sha256((batches[0] / file).read_bytes()).hexdigest(), digest)
            self.assertEqual(dated, NOTICE)
            self.assertIn("5003 Bergen", recipient)
        self.assertTrue((batches[0] / "all.pdf").read_bytes().startswith(b"%PDF"))
        mails = self.smtp.mails("skyldner2@kunde.example")
        self.assertEqual(len(mails), 1)
        mail = email.message_from_bytes(mails[0].as_bytes(), policy=email.policy.default)
        self.assertEqual(mail["Message-ID"], f"<{ORG}-2-1@fjordror.example>")
        self.assertEqual(mail["From"].addresses[0].display_name, "Fjord Rør AS")
        self.assertEqual(mail["Date"].datetime.strftime("%Y-%m-%d %H:%M"), "2026-03-03 12:00")
        pdf = next(mail.iter_attachments())
        self.assertEqual(pdf.get_content_type(), "application/pdf")
        row = [r for r in house.dispatches(2) if r["channel"] == "email"][0]
        self.assertEqual(hashlib.sha256(pdf.get_content()).hexdigest(), row["sha256"])
        self.assertFalse(row["deciding"])
        self.assertIn("inkassovarsel", mail.get_body().get_content().lower())
        self.assertIn((f"retur+{ORG}-2-1@fjordror.example", ["skyldner2@kunde.example", "arkiv@fjordror.example"]), self.smtp.delivery.envelopes)
        self.assertEqual([letter["sent_on"] for letter in house.sent_letters()], [NOTICE] * 3)
        again = house.told("dispatch", "--today", NOTICE)
        self.assertEqual((again["sent"], again["copies"]), (0, 0))
        self.assertEqual(len(self.smtp.mails("skyldner2@kunde.example")), 1)
        house.must("verify")

    def test_without_an_email_address_only_the_letter_leaves(self):
        house = self.house(1, mail="")
        house.print_house()
        house.mail(self.smtp, self.imap)
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["copies"], 0)
        self.assertEqual(self.states(house), {(1, "paper"): "sent"})

    def test_a_notice_leaves_by_email_alone_only_when_the_debtor_has_agreed(self):
        house = self.house(1)
        house.mail(self.smtp, self.imap)
        refused = house.call("--json", "dispatch", "--today", NOTICE)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("dispatch.no_channel", refused.stderr)
        self.assertIn("only when the debtor has agreed to it", refused.stderr)
        house.must("debtor", "5001", "set", "--electronic-agreed", "2026-03-01", "--today", NOTICE)
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["sent"], 1)
        self.assertEqual(self.states(house), {(1, "email"): "sent"})

    def test_a_debtor_with_an_email_address_only_is_written_to_by_email_once_it_has_agreed(self):
        house = self.house(1)
        rows = ledger(2).splitlines()
        nowhere = rows[2].replace("Eksempelveien 2;5003;Bergen", ";;")
        (house.folder / "more.csv").write_text("\r\n".join([rows[0], rows[1], nowhere]) + "\r\n", encoding="utf-8")
        house.must("import", "more.csv", "--today", NOTICE)
        alone = house.call("start", "--invoice", "F2", "--today", NOTICE)
        self.assertEqual(alone.returncode, 1)
        self.assertIn("no postal address", alone.stdout)
        house.mail(self.smtp, self.imap)
        house.must("start", "--invoice", "F2", "--today", NOTICE)
        day = "2026-03-04"
        house.must("night", "--date", day, "--today", day)
        held = house.told("letters", "list", "--held", "--today", day)["held"]
        self.assertEqual([(row["case"], [why["code"] for why in row["reasons"]]) for row in held], [(2, ["gate.channel"])])
        house.must("debtor", "5002", "set", "--electronic-agreed", "2026-03-01", "--today", day)
        house.must("debtor", "5001", "set", "--never-electronic", "yes", "--today", day)
        self.assertEqual({row["case"]: row["way"] for row in house.told("letters", "list", "--today", day)["ready"]}, {1: "paper", 2: "email"})
        written = house.told("letters", "write", "--out", "letters", "--today", day)
        self.assertEqual((written["written"], written["electronic"]), (1, 1))
        house.call("dispatch", "--today", day)
        mails = self.smtp.mails("skyldner2@kunde.example")
        self.assertEqual(len(mails), 1)
        mail = email.message_from_bytes(mails[0].as_bytes(), policy=email.policy.default)
        (house.folder / "mailed.pdf").write_bytes(next(mail.iter_attachments()).get_content())
        words = subprocess.run(["pdftotext", "-layout", str(house.folder / "mailed.pdf"), "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn("skyldner2@kunde.example", words)
        self.assertEqual(self.states(house), {(2, "email"): "sent"})
        house.must("verify")

    def test_a_course_narrows_the_channels(self):
        house = self.house(1)
        house.print_house()
        house.mail(self.smtp, self.imap)
        (house.folder / "more.csv").write_text(ledger(2), encoding="utf-8")
        house.must("import", "more.csv", "--today", NOTICE)
        for name, steps in (("by_mail", [{"step": "notice", "channels": ["email"]}]), ("wrong", [{"step": "notice"}, {"step": "demand", "channels": ["email"]}])):
            (house.folder / f"{name}.json").write_text(json.dumps({"name": name, "steps": steps}), encoding="utf-8")
        refused = house.call("start", "--invoice", "F2", "--course", "wrong.json", "--today", NOTICE)
        self.assertIn("steps[1].channels", refused.stderr)
        self.assertIn("inkassoloven § 3 a", refused.stderr)
        house.must("start", "--invoice", "F2", "--course", "by_mail.json", "--today", NOTICE)
        day = "2026-03-04"
        house.must("night", "--date", day, "--today", day)
        house.must("debtor", "5002", "set", "--electronic-agreed", "2026-03-01", "--today", day)
        plan = house.told("dispatch", "--dry-run", "--today", day)["would_leave"]
        self.assertEqual({row["case"]: (row["channel"], row["copies"]) for row in plan}, {1: ("paper", ["email"]), 2: ("email", [])})
        house.must("dispatch", "--today", day)
        self.assertEqual(self.states(house), {(1, "paper"): "sent", (1, "email"): "sent", (2, "email"): "sent"})

    def test_what_a_letter_costs_to_send_stands_with_its_case(self):
        house = self.house(1)
        house.print_house()
        house.mail(self.smtp, self.imap)
        house.must("postage", "set", "paper", "25.00", "--from", "2026-01-01", "--source", "posten.no")
        house.must("postage", "set", "paper", "27.00", "--from", NOTICE)
        house.must("postage", "set", "paper", "29.00", "--from", "2026-03-04")
        house.must("dispatch", "--today", NOTICE)
        postage = house.told("case", "1", "--today", NOTICE)["postage"]
        self.assertEqual((postage["total"], postage["unpriced"]), ("27.00", 1))
        self.assertEqual([(line["service"], line["price"]) for line in postage["letters"]], [("email", None), ("paper", "27.00")])
        house.must("postage", "drop", "paper", "--from", NOTICE)
        self.assertEqual(house.told("case", "1", "--today", NOTICE)["postage"]["total"], "25.00")

    def test_the_creditor_is_told_what_will_leave_and_that_leaves(self):
        house = self.house(2)
        missing = house.call("--json", "dispatch", "forewarn", "--today", "2026-03-02")
        self.assertIn("channel.mail", missing.stderr)
        house.print_house()
        house.mail(self.smtp, self.imap)
        told = house.told("dispatch", "forewarn", "--days", 30, "--today", NOTICE)
        mails = self.smtp.mails("faktura@fjordror.example")
        self.assertEqual(len(mails), 1)
        mail = email.message_from_bytes(mails[0].as_bytes(), policy=email.policy.default)
        self.assertEqual(mail.get_content_type(), "text/plain")
        self.assertEqual(mail.get_content().replace("\r\n", "\n"), told["words"])
        self.assertNotIn("Prøve", told["words"].replace("Fjord Rør AS", ""))
        self.assertEqual(told["words"].count("sak 1: inkassovarsel"), 1)
        self.assertEqual(told["words"].count("sak 1: betalingsoppfordring"), 1)
        for day in range(3, 32):
            house.must("night", "--date", f"2026-03-{day:02}", "--today", f"2026-03-{day:02}")
            house.must("dispatch", "--today", f"2026-03-{day:02}")
        self.assertEqual(len(house.sent_letters()), told["letters"])
        shown = house.must("dispatch", "forewarn", "--show", "--today", "2026-03-31")
        self.assertIn("Fjord Rør AS", shown)
        self.assertEqual(len(self.smtp.mails("faktura@fjordror.example")), 1)
        self.smtp.delivery.answers["faktura@fjordror.example"] = "550 5.1.1 no such mailbox"
        refused = house.call("--json", "dispatch", "forewarn", "--today", "2026-03-31")
        self.assertEqual(json.loads(refused.stderr)["code"], "mail.refused")
        house.must("channel", "set", "email", "--server", "smtp://localhost:1")
        away = house.call("--json", "dispatch", "forewarn", "--today", "2026-03-31")
        self.assertEqual(json.loads(away.stderr)["code"], "mail.later")

    def test_what_would_leave_is_what_leaves(self):
        house = self.house()
        house.print_house()
        house.mail(self.smtp, self.imap)
        plan = house.told("dispatch", "--dry-run", "--today", NOTICE)["would_leave"]
        self.assertEqual(house.dispatches(), [])
        house.must("dispatch", "--today", NOTICE)
        planned = {(row["case"], channel) for row in plan for channel in [row["channel"], *row["copies"]]}
        self.assertEqual(planned, set(self.states(house)))

    def test_a_recipient_that_is_refused_waits_for_a_person(self):
        house = self.house(2)
        house.print_house()
        house.mail(self.smtp, self.imap)
        self.smtp.delivery.answers["skyldner1@kunde.example"] = "550 5.1.1 no such user"
        done = house.call("--json", "dispatch", "--today", NOTICE)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.states(house), {(1, "paper"): "sent", (1, "email"): "failed", (2, "paper"): "sent", (2, "email"): "sent"})
        tasks = house.told("tasks")["tasks"]
        self.assertEqual([(task["case"], task["state"]) for task in tasks], [(1, "failed")])
        self.assertIn("550", tasks[0]["says"])
        self.assertNotIn("skyldner1", done.stdout + done.stderr)
        self.smtp.delivery.answers.clear()
        house.must("dispatch", "again", "--case", 1, "--letter", 1, "--channel", "email", "--today", NOTICE)
        house.must("dispatch", "--today", NOTICE)
        self.assertEqual(len(self.smtp.mails("skyldner1@kunde.example")), 1)
        self.assertEqual(house.told("tasks")["tasks"], [])

    def test_a_server_that_is_busy_is_tried_again_later(self):
        house = self.house(1)
        house.print_house()
        house.mail(self.smtp, self.imap)
        self.smtp.delivery.data_answer = "451 4.7.1 come back later"
        house.must("dispatch", "--today", NOTICE)
        row = [r for r in house.dispatches(1) if r["channel"] == "email"][0]
        self.assertEqual((row["state"], row["next_try"], row["tries"]), ("later", "2026-03-03T12:15", 1))
        self.smtp.delivery.data_answer = None
        house.must("dispatch", "--today", NOTICE)
        self.assertEqual(self.smtp.mails("skyldner1@kunde.example"), [], "it was tried before its time")
        house.must("dispatch", "--today", "2026-03-04")
        self.assertEqual(len(self.smtp.mails("skyldner1@kunde.example")), 1)

    def test_a_wrong_password_and_a_server_without_encryption_send_nothing(self):
        house = self.house(1)
        house.print_house()
        house.mail(self.smtp, self.imap)
        (house.folder / "smtp.secret").write_text("feil\n", encoding="utf-8")
        house.must("dispatch", "--today", NOTICE)
        self.assertEqual(self.states(house)[(1, "email")], "later")
        self.assertNotIn("feil", str(house.dispatches()))
        plain = servers.Smtp(self.place, starttls=False)
        try:
            house.must("channel", "set", "email", "--server", f"smtp://localhost:{plain.port}")
            house.must("dispatch", "--today", "2026-03-05")
            self.assertEqual(self.smtp.mails("skyldner1@kunde.example"), [])
            self.assertEqual(plain.delivery.envelopes, [])
        finally:
            plain.stop()

    def test_a_secret_that_others_can_read_is_refused(self):
        house = self.house(1)
        house.mail(self.smtp, self.imap)
        (house.folder / "smtp.secret").chmod(0o644)
        done = house.call("dispatch", "--today", NOTICE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("others can read the secret", done.stderr)

    def test_a_bounce_comes_back_to_its_case(self):
        house = self.house(2)
        house.print_house()
        house.mail(self.smtp, self.imap)
        house.must("channel", "set", "email", "--imap-user", "retur@fjordror.example")
        house.must("dispatch", "--today", NOTICE)
        report = (pathlib.Path(__file__).parent / "report.eml").read_bytes().replace(b"LETTER", f"{ORG}-1-1".encode())
        self.smtp.delivery.deliver("retur@fjordror.example", report)
        told = house.told("dispatch", "returns", "--today", "2026-03-04")["returned"]
        self.assertEqual([(row["letter"], row["state"], row["new"]) for row in told], [(f"{ORG}-1-1", "bounced", True)])
        self.assertEqual(self.states(house)[(1, "email")], "bounced")
        self.assertIn("5.1.1", house.told("tasks")["tasks"][0]["says"])
        self.assertIn("gets nothing more", house.must("debtor", "5001", "show"))
        self.assertEqual(house.told("dispatch", "returns", "--today", "2026-03-04")["returned"], [], "it was read twice")
        self.assertEqual([case["state"] for case in house.told("cases") if case["case"] == 1], ["active"], "the letter itself was on paper")

    def test_a_letter_that_came_back_is_one_task(self):
        house = self.house(2, mail="")
        place = house.print_house(receipts="yes")
        house.must("dispatch", "--today", NOTICE)
        (place / "receipts").mkdir()
        (place / "receipts" / "1.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n{ORG}-2-1;{NOTICE};posted\n", encoding="utf-8")
        house.must("dispatch", "--today", "2026-03-04")
        (place / "receipts" / "2.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};returned\n", encoding="utf-8")
        house.call("dispatch", "--today", "2026-03-05")
        house.must("case", "2", "returned-mail", "--today", "2026-03-05")
        tasks = house.told("tasks")["tasks"]
        self.assertEqual([(task["case"], task["letter"], task["state"]) for task in tasks], [(1, 1, "bounced"), (2, 1, "bounced")])
        for task in tasks:
            self.assertIn(f"frist case {task['case']} address-fixed", task["remedy"])

    def test_a_print_house_says_when_it_posted(self):
        house = self.house(2, mail="")
        place = house.print_house(receipts="yes")
        told = house.told("dispatch", "--today", NOTICE)
        self.assertEqual((told["handed"], told["sent"]), (2, 0))
        self.assertEqual(house.sent_letters(), [])
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["handed"], 0, "handed over twice")
        self.assertEqual(house.told("letters", "posted", "--today", NOTICE)["posted"], 0, "only the print house knows")
        (place / "receipts").mkdir()
        receipt = place / "receipts" / "1.csv"
        receipt.write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n{ORG}-2-1;i går;posted\n", encoding="utf-8")
        wrong = house.call("--json", "dispatch", "--today", NOTICE)
        self.assertIn("receipt.day", wrong.stderr)
        self.assertIn("1.csv line 3", wrong.stderr)
        self.assertEqual(house.sent_letters(), [])
        receipt.write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n{ORG}-2-1;{NOTICE};refused\n", encoding="utf-8")
        house.call("dispatch", "--today", "2026-03-04")
        self.assertEqual([(letter["case"], letter["sent_on"]) for letter in house.sent_letters()], [(1, NOTICE)])
        self.assertEqual([task["case"] for task in house.told("tasks")["tasks"]], [2])
        house.must("verify")

    def test_a_letter_posted_too_late_for_its_deadline_waits_for_a_person(self):
        house = self.house(1, mail="")
        place = house.print_house(receipts="yes")
        house.must("dispatch", "--today", NOTICE)
        (place / "receipts").mkdir()
        (place / "receipts" / "1.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;2026-03-10;posted\n", encoding="utf-8")
        house.call("dispatch", "--today", "2026-03-10")
        self.assertEqual(house.sent_letters(), [])
        tasks = house.told("tasks")["tasks"]
        self.assertEqual(tasks[0]["state"], "uncertain")
        self.assertIn("inkassoloven § 9", tasks[0]["says"])

    def test_what_is_printed_here_is_sent_when_a_person_says_so(self):
        house = self.house(1)
        house.must("channel", "set", "paper", "--kind", "own")
        house.mail(self.smtp, self.imap)
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["handed"], 1)
        self.assertEqual(self.smtp.mails("skyldner1@kunde.example"), [], "a copy may not come before the letter")
        self.assertEqual(len(list((house.folder / "letters" / "batches").glob("*/all.pdf"))), 1)
        house.must("letters", "posted", "--today", NOTICE)
        house.must("dispatch", "--today", NOTICE)
        self.assertEqual(len(self.smtp.mails("skyldner1@kunde.example")), 1)
        self.assertEqual(self.states(house), {(1, "paper"): "sent", (1, "email"): "sent"})

    def test_a_copy_is_only_ever_the_letter_that_left(self):
        house = self.house(2)
        house.print_house()
        house.mail(self.smtp, self.imap)
        self.smtp.delivery.data_answer = "451 come back later"
        house.must("dispatch", "--today", NOTICE)
        self.smtp.delivery.data_answer = None
        pdf = next((house.folder / "letters").glob("*_case1_1_notice.pdf"))
        pdf.write_bytes(pdf.read_bytes() + b" ")
        done = house.call("--json", "dispatch", "--today", "2026-03-04")
        self.assertIn('"code":"dispatch.archive"', done.stderr)
        self.assertEqual(self.smtp.mails("skyldner1@kunde.example"), [])
        self.assertEqual(len(self.smtp.mails("skyldner2@kunde.example")), 1, "one bad file holds nobody else up")

    def test_a_letter_that_posten_returns_holds_its_case(self):
        house = self.house(1, mail="")
        place = house.print_house(receipts="yes")
        house.must("dispatch", "--today", NOTICE)
        (place / "receipts").mkdir()
        (place / "receipts" / "1.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n", encoding="utf-8")
        house.must("dispatch", "--today", NOTICE)
        (place / "receipts" / "2.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;2026-03-09;returned\n", encoding="utf-8")
        done = house.call("--json", "dispatch", "--today", "2026-03-09")
        self.assertIn('"code":"dispatch.bounced"', done.stderr)
        self.assertEqual(house.told("case", 1, "--today", "2026-03-09")["state"], "held")
        self.assertEqual(house.call("--json", "dispatch", "--today", "2026-03-10").returncode, 0, "it was told twice")
        house.must("verify")

    def test_a_receipt_of_a_day_to_come_is_not_believed(self):
        house = self.house(1, mail="")
        place = house.print_house(receipts="yes")
        house.must("dispatch", "--today", NOTICE)
        (place / "receipts").mkdir()
        (place / "receipts" / "1.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;2026-03-05;posted\n", encoding="utf-8")
        self.assertIn('"code":"dispatch.receipt_future"', house.call("--json", "dispatch", "--today", "2026-03-04").stderr)
        self.assertEqual(house.sent_letters(), [])
        # On its day it is believed; the letter of 3 March gives until the 17th, which is a day or two too few then.
        self.assertIn("inkassoloven § 9", house.call("--json", "dispatch", "--today", "2026-03-05").stderr)

    def test_a_door_that_is_gone_or_broken_is_told(self):
        house = self.house(1, mail="")
        place = house.print_house(receipts="yes")
        (place / "receipts").write_text("no folder")
        self.assertIn('"code":"door.disk"', house.call("--json", "dispatch", "--today", NOTICE).stderr)
        with contextlib.closing(sqlite3.connect(house.folder / "frist.db")) as database, database:
            database.execute("UPDATE dispatch SET state = 'begun'")
        house.must("channel", "set", "paper", "--kind", "none")
        drop = house.folder / "drop"
        drop.mkdir()
        house.must("channel", "set", "digital-mailbox", "--folder", drop)
        self.assertIn('"code":"dispatch.no_door"', house.call("--json", "dispatch", "--today", NOTICE).stderr)
        self.assertEqual(self.states(house), {(1, "paper"): "begun"})

    def test_a_print_house_is_reached_by_sftp(self):
        with tempfile.TemporaryDirectory(prefix="frist_sftp_") as folder:
            folder = pathlib.Path(folder)
            sftp = servers.Sftp(folder)
            try:
                house = self.house(2, mail="")
                house.must("channel", "set", "paper", "--kind", "sftp", "--place", sftp.url, "--user", servers.getpass.getuser(), "--key-file", folder / "user_key",
                           "--known-hosts", folder / "known_hosts", "--receipts", "yes")
                self.assertEqual(house.told("dispatch", "--today", NOTICE)["handed"], 2)
                batch = next(path for path in sftp.house.iterdir())
                self.assertEqual(sorted(path.suffix for path in batch.iterdir()), [".csv", ".pdf", ".pdf", ".pdf"])
                (sftp.house / "receipts").mkdir()
                (sftp.house / "receipts" / "1.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n{ORG}-2-1;{NOTICE};posted\n")
                self.assertEqual(house.told("dispatch", "--today", NOTICE)["sent"], 2)
                # Another server behind the same name is not trusted.
                lines = (folder / "known_hosts").read_text().split()
                other = (folder / "user_key.pub").read_text().split()[1]
                (folder / "known_hosts").write_text(f"{lines[0]} {lines[1]} {other}\n")
                self.assertIn("sftp.", house.call("--json", "dispatch", "--today", NOTICE).stderr)
            finally:
                sftp.stop()

    def test_a_digital_mailbox_waits_for_its_adapter(self):
        house = self.house(1)
        drop = house.folder / "drop"
        drop.mkdir()
        house.must("channel", "set", "digital-mailbox", "--folder", drop)
        house.must("debtor", "5001", "set", "--mailbox", "kari.prøve#1234", "--today", NOTICE)
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["handed"], 1)
        self.assertEqual(sorted(path.name for path in (drop / f"{ORG}-1-1").iterdir()), ["letter.json", "letter.pdf"])
        (drop / "receipts").mkdir()
        (drop / "receipts" / "a.csv").write_text(f"letter;posted_on;status\n{ORG}-1-1;{NOTICE};posted\n")
        self.assertEqual(house.told("dispatch", "--today", NOTICE)["sent"], 1)


if __name__ == "__main__":
    unittest.main()
