"""An installation moves from a file to a server and back with `frist migrate-store`: killed again and again, it goes on where it was,
nobody works on it before it is whole, and what comes back is what went away, row by row."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from databases import database_in, everything, rows, tables  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kill"))
from kill_test import ACCOUNT, NOTICE, ORG, START, ledger  # noqa: E402

FRIST = os.environ["FRIST_BINARY"]
KILLS = int(os.environ.get("FRIST_MOVE_KILLS", "4"))
TODAY = "2026-04-03"


class Move(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = pathlib.Path(tempfile.mkdtemp(prefix="frist_move_"))
        cls.file = str(cls.house / "demo.db")
        subprocess.run([FRIST, "demo", "--db", cls.file, "--out", str(cls.house / "demo")], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.house)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_move_"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.server = database_in(self.folder)

    def frist(self, *words, code=0, today=TODAY):
        done = subprocess.run([FRIST, "--today", today, *words], cwd=self.folder, capture_output=True, text=True, check=False, timeout=300)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout if code == 0 else done.stderr

    def move(self, here, there, code=0, rows_at_once="200"):
        return self.frist(*(["--json"] if code else []), "migrate-store", "--from", here, "--to", there, "--rows", rows_at_once, code=code)

    def killed(self, here, there, after):
        """Whether it was killed before it had ended."""
        with subprocess.Popen([FRIST, "migrate-store", "--from", here, "--to", there, "--rows", "40"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(timeout=after)
                return False
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return True

    def told(self, database):
        return [self.frist("--db", database, "--json", *words) for words in (["cases"], ["report"], ["suspense"], ["letters", "list"])]

    def exported(self, database, name):
        self.frist("--db", database, "export", "--all", "--out", name, "--letters", str(self.house / "demo" / "letters"))
        return {path.relative_to(self.folder / name): path.read_bytes() for path in (self.folder / name).rglob("*") if path.is_file()}

    def test_there_and_back(self):
        self.move("sqlite:" + self.file, self.server)
        self.frist("--db", self.server, "verify")
        self.assertEqual(self.told(self.server), self.told(self.file))
        self.assertEqual(self.exported(self.server, "of_server"), self.exported(self.file, "of_file"))
        self.move(self.server, "back.db")
        self.assertEqual(everything(str(self.folder / "back.db")), everything(self.file))
        self.frist("--db", "back.db", "verify")
        # The next numbers go on too.
        for database in (self.server, "back.db"):
            self.frist("--db", database, "creditor", "add", "--org", "988077917", "--name", "Blid Fjellrev AS", "--account", "12345678903", "--street", "Prøvekaien 5", "--postal-code", "5003", "--place", "Bergen")
        self.assertEqual(rows(self.server, "SELECT max(creditor) FROM creditor")[0][0], str(rows(str(self.folder / "back.db"), "SELECT max(creditor) FROM creditor")[0][0]))

    def larger(self):
        """A file with so many rows that a move can be met in the middle."""
        file = str(self.folder / "larger.db")
        (self.folder / "ledger.csv").write_text(ledger(500), encoding="utf-8")
        self.frist("--db", file, "init")
        self.frist("--db", file, "creditor", "add", "--org", ORG, "--name", "Fjord Rør AS", "--street", "Prøvekaien 5", "--postal-code", "5003", "--place", "Bergen", "--account", ACCOUNT,
                   "--email", "faktura@fjordror.example")
        self.frist("--db", file, "import", "ledger.csv", today=START)
        self.frist("--db", file, "start", "--all", today=START)
        self.frist("--db", file, "night", today=NOTICE)
        return file

    def half_moved(self, here, there, chance, seconds):
        """Kills moves until one has begun and is not whole."""
        for _ in range(60):
            self.assertTrue(self.killed(here, there, chance.uniform(0.1, 0.4) * seconds), "it ended before it was killed")
            if "moving" in tables(there) and int(rows(there, "SELECT count(*) FROM creditor")[0][0]) > 0:
                return
        self.fail("no kill met a move in the middle")

    def test_it_is_killed_and_goes_on(self):
        file = self.larger()
        chance = random.Random(20260402)
        for here, there in ((file, self.server), (self.server, str(self.folder / "back.db"))):
            begun = time.monotonic()
            self.move(here, database_in(self.folder, "calm.db") if there == self.server else str(self.folder / "calm_file.db"), rows_at_once="40")
            seconds = time.monotonic() - begun
            self.half_moved(here, there, chance, seconds)
            self.assertIn('"store.moving"', self.frist("--json", "--db", there, "cases", code=1))
            for _ in range(KILLS - 1):
                if not self.killed(here, there, chance.uniform(0.1, 0.4) * seconds):
                    break
            if "moving" in tables(there):
                self.move(here, there)
            self.frist("--db", there, "verify")
        self.assertEqual(everything(str(self.folder / "back.db")), everything(file))

    def test_only_into_an_empty_one(self):
        self.frist("--db", self.server, "init")
        self.assertIn('"move.same"', self.move(self.file, self.file, code=1))
        self.frist("--db", self.server, "creditor", "add", "--org", "988077917", "--name", "Blid Fjellrev AS", "--account", "12345678903")
        self.assertIn('"move.not_empty"', self.move(self.file, self.server, code=1))

    def test_one_that_rests_goes_on_from_the_same_place_and_notices_that_somebody_worked_there(self):
        file = self.larger()
        self.half_moved(file, self.server, random.Random(20260403), 2.0)
        self.assertIn('"move.not_empty"', self.move(self.file, self.server, code=1))
        self.frist("--db", file, "creditor", "set", ORG, "--phone", "55 55 55 55")
        self.frist("--db", file, "night", today="2026-04-10")
        self.assertIn('"move.differs"', self.move(file, self.server, code=1))


if __name__ == "__main__":
    unittest.main()
