"""The doctor says of each thing that is not well what it is, why it matters and what to do, changes nothing, and ends with 1."""
import json
import os
import sqlite3
import subprocess
import time

from installation import FRIST, TODAY, ZONE, Installation, rows_of


class Doctor(Installation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.must(cls.house, "creditor", "set", "999999999", "--kid-length", "10")
        cls.back_up(cls, cls.house, cls.root / "one.backup")

    def examined(self, place, *words, today=TODAY, env=None):
        before = rows_of(place / "frist.db") if (place / "frist.db").is_file() else None
        done = subprocess.run([FRIST, "--json", "--db", str(place / "frist.db"), "--today", today, "doctor", *words], cwd=place, capture_output=True, text=True, check=False, env={**ZONE, **(env or {})})
        told = json.loads(done.stdout)
        self.assertEqual(done.returncode, 0 if told["well"] else 1)
        self.assertEqual(told["well"], not told["findings"])
        for finding in told["findings"]:
            for part in ("code", "field", "message", "why", "remedy"):
                self.assertTrue(finding[part], finding)
        if before is not None:
            self.assertEqual(rows_of(place / "frist.db"), before, "the doctor has changed something")
        return {finding["code"]: finding for finding in told["findings"]}

    def spoilt(self, *statements):
        place = self.copy_of_house()
        database = sqlite3.connect(place / "frist.db")
        for statement in statements:
            database.execute(statement)
        database.commit()
        database.close()
        return place

    def only(self, code, place, *words, **how):
        found = self.examined(place, *words, **how)
        self.assertEqual(list(found), [code], found)
        return found[code]

    def test_a_house_that_is_well(self):
        self.assertEqual(self.examined(self.house), {})
        self.assertEqual(self.examined(self.house, "--thorough"), {})
        self.assertIn("all is well", self.must(self.house, "doctor"))

    def test_who_may_read_it(self):
        place = self.copy_of_house()
        for path, mode in (("frist.db", 0o644), ("frist.db.key", 0o640), ("frist.db.letters", 0o755)):
            kept = os.stat(place / path).st_mode
            os.chmod(place / path, mode)
            self.assertIn(path, self.only("doctor.rights", place)["field"])
            os.chmod(place / path, kept)
        self.assertEqual(self.examined(place), {})

    def test_room(self):
        self.assertIn("MB left", self.only("doctor.disk", self.house, "--least-free", "99999999")["message"])

    def test_a_log_of_writes_that_grew(self):
        place = self.copy_of_house()
        reader = sqlite3.connect(place / "frist.db")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM event").fetchone()
        os.truncate(place / "frist.db-wal", 300 * 2**20)
        os.chmod(place / "frist.db-wal", 0o600)
        self.only("doctor.wal", place)
        reader.close()

    def test_letters(self):
        place = self.copy_of_house()
        pdfs = sorted((place / "frist.db.letters").glob("*_case*_*.pdf"))
        kept = pdfs[0].read_bytes()
        pdfs[0].unlink()
        self.assertIn(pdfs[0].name, self.only("doctor.letter_missing", place)["field"])
        pdfs[0].write_bytes(kept + b"x")
        self.assertIn(pdfs[0].name, self.only("doctor.letter_changed", place)["field"])
        pdfs[0].write_bytes(kept)
        (place / "more").mkdir(mode=0o700)
        pdfs[0].rename(place / "more" / pdfs[0].name)
        self.assertEqual(self.examined(place, "--letters", "more", "--letters", "frist.db.letters"), {})

    def test_of_many_letters_some_are_looked_at_and_others_the_next_day(self):
        place = self.spoilt("INSERT INTO letter WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 5000) "
                            "SELECT 1, 8 + value, 1, 'reminder', '2026-03-03', 'sent', 1, '2026-03-03', NULL, 'NOK', 0, 'gone_' || value || '.pdf', 'x', '2026-03-03' FROM n")
        one = self.only("doctor.letter_missing", place)
        other = self.only("doctor.letter_missing", place, today="2026-04-04")
        self.assertNotEqual(one["field"], other["field"])
        looked = int(one["message"].split(" of ")[1].split()[0])
        self.assertTrue(100 < looked <= 201, one)

    def test_backups(self):
        self.assertIn("2026-04-03", self.examined(self.house, today="2026-04-12")["doctor.backup_old"]["message"])
        self.assertNotIn("doctor.backup_old", self.examined(self.house, "--backup-days", "9", today="2026-04-12"))
        self.only("doctor.no_backup", self.spoilt("DELETE FROM site WHERE name = 'last_backup'"))
        place = self.copy_of_house()
        self.back_up(place, place / "b", "--no-check")
        self.only("doctor.backup_unchecked", place)
        (place / "frist.db.backup").mkdir()
        self.assertEqual(set(self.examined(place)), {"doctor.backup_unchecked", "doctor.leftover"})

    def test_nights_that_were_missed(self):
        found = self.examined(self.house, today="2026-05-20")
        self.assertIn("creditor 999999999 case", found["doctor.night"]["field"])
        self.assertNotIn("doctor.night", self.examined(self.house))

    def test_a_clock_that_is_wrong(self):
        self.assertIn("2026-02-01", self.examined(self.house, today="2026-02-01")["doctor.clock"]["message"])
        self.assertIn("nothing happened since", self.examined(self.house, today="2026-09-20")["doctor.clock"]["message"])
        place = self.copy_of_house()
        database = sqlite3.connect(place / "frist.db")
        later = int(time.time()) + 7200
        database.execute("DELETE FROM act_end")
        database.execute("INSERT INTO act_end VALUES (1, 7, 'x')")
        database.execute("INSERT OR REPLACE INTO act VALUES (7, ?, 1, 0, 'x', 0, '', 'x')", (later,))
        database.commit()
        database.close()
        self.only("doctor.clock", place)

    def test_a_zone_that_is_not_ours(self):
        self.only("doctor.zone", self.house, env={"TZ": "UTC"})
        self.only("doctor.zone", self.house, env={"TZ": "Nowhere/There"})

    def test_law_that_ends(self):
        found = self.examined(self.house, today="2026-11-27")
        self.assertEqual(found["doctor.law_ends"]["message"], "is known until 2026-12-31")
        self.assertEqual(found["doctor.law_unconfirmed"]["field"], "2026-12-31")
        self.assertEqual(self.examined(self.house, today="2027-01-05")["doctor.law_ends"]["message"], "was known until 2026-12-31")
        early = self.examined(self.house, today="2026-10-31")
        self.assertFalse({"doctor.law_ends", "doctor.law_unconfirmed"} & set(early), early)

    def test_a_creditor_that_lacks_something(self):
        place = self.spoilt("UPDATE creditor SET record = json_set(record, '$.account', '')")
        self.only("doctor.account", place)
        self.only("doctor.kid", self.spoilt("UPDATE creditor SET record = json_set(record, '$.kid_length', 0)"))

    def test_long_work_that_stands_still(self):
        job = """INSERT INTO job (creditor, person, api_key, what, state, count, total, made, ended, plan, asked, brought, status, headers, body)
                 VALUES (1, 1, 0, 'ledger/import', 'running', 0, 0, {}, NULL, '', '', x'', 0, '', x'')"""
        self.assertIn("ledger/import", self.only("doctor.job", self.spoilt(job.format(1767261600)))["message"])
        self.assertEqual(self.examined(self.spoilt(job.format(int(time.time())))), {})

    def test_mails_that_cannot_leave(self):
        people = ("INSERT INTO person VALUES (1, 1, 'blid@fjellrev.example', 'Blid Fjellrev', 'nb', 'owner', 'all', 'x', 1767261600, NULL)",
                  "INSERT INTO notification_wish VALUES (1, 1, 0, 0, 'daily')")
        self.only("doctor.mail", self.spoilt(*people))
        self.only("doctor.mails_wait", self.spoilt("INSERT INTO notification_mail VALUES (3, 1, '2026-03-03', 1767261600, 1, 'waiting', '', 1, '')"))
        place = self.copy_of_house()
        secret = place / "secret"
        secret.write_text("hemmelig")
        os.chmod(secret, 0o600)
        self.must(place, "channel", "set", "email", "--server", "smtps://mail.fjellrev.example:465", "--user", "frist", "--secret-file", str(secret))
        self.assertEqual(self.examined(place), {})
        os.chmod(secret, 0o644)
        self.only("channel.secret", place)

    def test_a_key_file_that_is_gone(self):
        place = self.spoilt("INSERT INTO person VALUES (1, 1, 'blid@fjellrev.example', 'Blid Fjellrev', 'nb', 'owner', 'all', 'x', 1767261600, NULL)", "INSERT INTO factor VALUES (1, 'sealed', 1, 5)")
        self.assertEqual(self.examined(place), {})
        (place / "frist.db.key").rename(place / "elsewhere.key")
        self.only("doctor.seal_key", place)
        self.assertEqual(self.examined(place, "--seal-key", "elsewhere.key"), {})

    def test_damage(self):
        """A page in the middle, a cut file, a last event that is gone, a sum that was changed."""
        place = self.copy_of_house()
        page = 4096
        with open(place / "frist.db", "r+b") as file:
            file.seek(0, 2)
            pages = file.tell() // page
            for number in range(pages // 3, pages // 3 + 6):
                file.seek(number * page)
                file.write(b"\xff" * page)
        self.assertTrue({"doctor.pages", "store.damaged"} & set(self.examined_blind(place)))
        place = self.copy_of_house()
        os.truncate(place / "frist.db", (place / "frist.db").stat().st_size // 2)
        self.assertIn("store.damaged", self.examined_blind(place))
        place = self.spoilt("DELETE FROM event WHERE link = (SELECT max(link) FROM event)")
        self.assertIn("store.damaged", self.examined(place))
        place = self.spoilt("UPDATE entry SET amount = amount + 1 WHERE case_id = 1 AND seq = 1")
        self.assertEqual(self.examined(place), {})
        self.assertTrue(all(code.startswith("verify.") for code in self.examined(place, "--thorough")))
        self.assertTrue(self.examined(place, "--thorough"))

    def examined_blind(self, place):
        done = self.call(place, "--json", "doctor")
        self.assertEqual(done.returncode, 1)
        return {finding["code"] for finding in json.loads(done.stdout)["findings"]}

    def test_a_store_that_is_not_there_newer_or_older(self):
        place = self.new_place()
        self.only("store.missing", place)
        place = self.spoilt("PRAGMA user_version = 9999")
        self.only("store.newer", place)
        place = self.spoilt("DROP TABLE export_file_piece", "DROP TABLE job_piece", "DROP TABLE export_file", "DROP TABLE saved_export", "PRAGMA user_version = 17")
        self.only("doctor.older", place)

    def test_a_server_does_not_start_on_a_damaged_store(self):
        """The chain of a creditor ends with another event than it should, before it or behind it."""
        for statement in ("DELETE FROM event WHERE link = (SELECT max(link) FROM event)", "UPDATE event SET hash = 'x' WHERE link = (SELECT max(link) FROM event)",
                          "UPDATE creditor SET last_link = last_link - 1, last_hash = (SELECT hash FROM event WHERE link = last_link - 1)"):
            place = self.spoilt(statement)
            error = self.refuse("store.damaged", place, "serve", "--port", "0")
            self.assertIn("999999999", error["field"])
            self.assertIn("frist restore", error["remedy"])
        place = self.copy_of_house()
        with subprocess.Popen([FRIST, "--db", str(place / "frist.db"), "serve", "--port", "0", "--night", "never"], cwd=place, stdout=subprocess.PIPE, text=True, env=ZONE) as server:
            self.assertIn("Frist answers", server.stdout.readline())
            server.terminate()
            server.stdout.read()
