"""`frist forget` on the demo, years later: of those whose cases are closed nothing is left that tells who they were, in no table and in no
file; cases, books, chain and reports stay; the day before the law lets go, nothing goes."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

FRIST = os.environ["FRIST_BINARY"]
PLAYED = "2026-04-03"
THE_DAY_BEFORE, THE_DAY = "2031-12-31", "2032-01-01"


class Forgotten(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory(prefix="frist-forget-")
        cls.addClassCleanup(place.cleanup)
        cls.played = pathlib.Path(place.name) / "played"
        cls.played.mkdir()
        cls.must(cls.played, "demo", "--out", "demo", today=PLAYED)
        shutil.move(cls.played / "demo" / "letters", cls.played / "frist.db.letters")

    @classmethod
    def call(cls, folder, *words, today=THE_DAY):
        return subprocess.run([FRIST, "--db", str(folder / "frist.db"), "--today", today, *words], cwd=folder, capture_output=True, text=True, check=False)

    @classmethod
    def must(cls, folder, *words, today=THE_DAY):
        done = cls.call(folder, *words, today=today)
        if done.returncode != 0:
            raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def setUp(self):
        self.house = pathlib.Path(tempfile.mkdtemp(prefix="frist-forget-"))
        self.addCleanup(shutil.rmtree, self.house, True)
        shutil.copytree(self.played, self.house, dirs_exist_ok=True)

    def ask(self, words, *values):
        connection = sqlite3.connect(self.house / "frist.db")
        connection.text_factory = bytes
        rows = connection.execute(words, values).fetchall()
        connection.close()
        return rows

    def write(self, words):
        connection = sqlite3.connect(self.house / "frist.db")
        connection.executescript(words)
        connection.close()

    def debtors(self):
        """{number: (customer number, record)} of those whose cases are all closed, with one case or more."""
        rows = self.ask("SELECT d.debtor, d.key, d.record FROM debtor d WHERE EXISTS (SELECT 1 FROM case_row c WHERE c.creditor = d.creditor AND c.debtor = d.debtor) "
                        "AND NOT EXISTS (SELECT 1 FROM case_row c WHERE c.creditor = d.creditor AND c.debtor = d.debtor AND c.state <> 'closed')")
        return {number: (key.decode(), json.loads(record)) for number, key, record in rows}

    def everything(self):
        """Every byte that is kept, with the place it lies in; not the log of writes, which SQLite empties."""
        for (name,) in self.ask("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            for row in self.ask(f"SELECT * FROM {name.decode()}"):
                yield name.decode(), b"\x00".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
        for path in (self.house / "frist.db.letters").rglob("*"):
            yield path.name, path.read_bytes()

    def told(self, *words, today=THE_DAY):
        return json.loads(self.must(self.house, "--json", "forget", *words, today=today))

    def test_nothing_goes_before_its_day_nor_without_a_yes(self):
        before = sorted(map(repr, self.everything()))
        self.assertEqual(self.told("--yes", today=THE_DAY_BEFORE)["debtors"], [])
        shown = self.told()
        self.assertEqual(sorted(row["debtor"] for row in shown["debtors"]), sorted(self.debtors()))
        self.assertFalse(shown["erased"])
        self.assertEqual(sorted(map(repr, self.everything())), before)

    def test_of_those_who_go_nothing_is_left_and_of_the_rest_everything(self):
        gone = self.debtors()
        self.assertGreaterEqual(len(gone), 2)
        number, (_, record) = next(iter(gone.items()))
        case, = self.ask("SELECT case_id FROM case_row WHERE debtor = ? LIMIT 1", number)[0]
        self.write(f"""
            INSERT INTO note VALUES (1, 900, {number}, {case}, 1, '2026-04-02T10:00', 'Ringte {record["name"]}', 0, '');
            INSERT INTO enclosure SELECT 1, number, 'x', 'f.pdf', '2026-04-01', CAST('{record["name"]}' AS BLOB) FROM item WHERE case_id = {case} LIMIT 1;
            INSERT OR REPLACE INTO dispatch VALUES (1, {case}, 1, 'email', 'sent', 1, 'b', '{record.get("email") or "x@y.example"}', '', '', 1, '2026-03-01T10:00', NULL, 'to {record["name"]}');
        """)
        reports = {name: self.must(self.house, "--json", "report", name, today="2026-06-30") for name in ("account", "payments", "books", "letters")}
        chain = self.ask("SELECT link, hash, body FROM event ORDER BY link")
        others = {number: row for number, *row in self.ask("SELECT debtor, key, record FROM debtor") if number not in gone}
        papers = {row[0].decode() for row in self.ask("SELECT file FROM letter WHERE file <> ''")}
        told = self.told("--yes")
        self.assertEqual(sorted(row["debtor"] for row in told["debtors"]), sorted(gone))
        self.assertGreater(told["print_runs"], 0)
        words = [word for _, record in gone.values() for word in (record["name"], record.get("email"), record.get("address", {}).get("street"), record.get("phone")) if word]
        of_others = b"".join(record for _, record in others.values())
        words = [word for word in map(str.encode, words) if word not in of_others]
        self.assertGreaterEqual(len(words), len(gone))
        for place, value in self.everything():
            for word in words:
                self.assertNotIn(word, value, place)
        self.assertEqual(self.ask("SELECT link, hash, body FROM event ORDER BY link"), chain)
        self.assertEqual({number: row for number, *row in self.ask("SELECT debtor, key, record FROM debtor") if number not in gone}, others)
        self.assertEqual(self.ask("SELECT key, json_extract(record, '$.name') FROM debtor WHERE debtor = ?", number), [(f"name:forgotten:{number}".encode(), f"Slettet kunde {number}".encode())])
        self.assertEqual(self.ask("SELECT count(*) FROM letter l JOIN case_row c USING (creditor, case_id) WHERE c.state = 'closed' AND l.file <> ''")[0][0], 0)
        left = {row[0].decode() for row in self.ask("SELECT file FROM letter WHERE file <> ''")}
        self.assertTrue(left < papers)
        for name in left:
            self.assertTrue((self.house / "frist.db.letters" / name).exists(), name)
        self.must(self.house, "verify", today="2026-06-30")
        for name, said in reports.items():
            self.assertEqual(self.must(self.house, "--json", "report", name, today="2026-06-30"), said, name)
        self.assertEqual(self.told("--yes")["debtors"], [], "once")

    def test_one_is_named_and_one_with_an_open_case_is_refused(self):
        number, (key, _) = next(iter(self.debtors().items()))
        refused = self.call(self.house, "forget", "--debtor", key.removeprefix("name:"), "--yes", today=THE_DAY_BEFORE)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("must be kept until 2031-12-31 (bokføringsloven § 13", refused.stderr)
        self.assertEqual([row["debtor"] for row in self.told("--debtor", key.removeprefix("name:"), "--yes")["debtors"]], [number])
        self.assertEqual([row["debtor"] for row in self.told("--debtor", str(number), "--yes")["debtors"]], [number], "asked again, it is done")
        key, = self.ask("SELECT d.key FROM debtor d JOIN case_row c USING (creditor, debtor) WHERE c.state = 'active' LIMIT 1")[0]
        refused = self.call(self.house, "forget", "--debtor", key.decode().removeprefix("name:"), "--yes")
        self.assertEqual(refused.returncode, 1)
        self.assertRegex(refused.stderr, "has .*open case")

    def test_a_customer_who_was_never_collected_from_may_go_at_once(self):
        self.write("""INSERT INTO debtor VALUES (1, 777, '7777', '{"name":"Rask Rype"}');
                      INSERT INTO item SELECT creditor, 7770, 'F7770', 777, currency, amount, 0, invoiced, due, 'x7770', '[]', 0, 0, '', 'Rør til Rask Rype', '', '' FROM item LIMIT 1""")
        self.assertEqual(len(self.told("--debtor", "7777", "--yes", today=PLAYED)["debtors"]), 1)
        self.assertNotIn(b"Rask Rype", b"".join(value for _, value in self.everything()))
        self.write("UPDATE item SET open = 100 WHERE item = 7770")
        self.write("UPDATE debtor SET key = '7777' WHERE debtor = 777")
        self.assertIn("has 1 open invoice", self.call(self.house, "forget", "--debtor", "7777", "--yes").stderr)


if __name__ == "__main__":
    unittest.main()
