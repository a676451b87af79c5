"""An installation for the tests of backups and of the doctor: the demo, with its letters beside the database and a key."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

FRIST = os.environ["FRIST_BINARY"]
TODAY = "2026-04-03"
ZONE = {**os.environ, "TZ": "Europe/Oslo"}


def rows_of(database, but=()):
    """Every table as a sorted list of rows; the mark of a backup is not looked at."""
    connection = sqlite3.connect(database)
    connection.text_factory = bytes
    names = [row[0].decode() for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    tables = {name: sorted(row for row in map(repr, connection.execute(f"SELECT * FROM {name}")) if "last_backup" not in row) for name in names if name not in but}
    connection.close()
    return tables


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="frist-backup-")
        cls.addClassCleanup(cls.place.cleanup)
        cls.root = pathlib.Path(cls.place.name)
        cls.house = cls.root / "house"
        cls.house.mkdir()
        cls.must(cls.house, "demo", "--out", "demo")
        shutil.move(cls.house / "demo" / "letters", cls.house / "frist.db.letters")
        (cls.house / "frist.db.letters" / "stray.pdf").write_bytes(b"named by nobody")
        (cls.house / "frist.db.key").write_bytes(bytes(range(32)))
        os.chmod(cls.house / "frist.db.key", 0o600)
        os.chmod(cls.house / "frist.db", 0o600)
        os.chmod(cls.house / "frist.db.letters", 0o700)
        cls.key = cls.root / "backup.key"
        cls.must(cls.house, "backup", "--make-key", str(cls.key))

    @classmethod
    def call(cls, folder, *words, today=TODAY, stdin=None, limits=()):
        command = [*limits, FRIST, "--db", str(folder / "frist.db"), "--today", today, *words]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=ZONE, input=stdin)

    @classmethod
    def must(cls, folder, *words, **how):
        done = cls.call(folder, *words, **how)
        if done.returncode != 0:
            raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def error(self, folder, *words, **how):
        """The error as which the command ends; it says what to do."""
        done = self.call(folder, "--json", *words, **how)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        error = json.loads(done.stderr.splitlines()[-1])
        self.assertTrue(error["remedy"])
        return error

    def refuse(self, code, folder, *words, **how):
        error = self.error(folder, *words, **how)
        self.assertEqual(error["code"], code, error)
        return error

    def new_place(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.root))
        self.addCleanup(shutil.rmtree, folder, True)
        return folder

    def copy_of_house(self):
        place = self.new_place() / "house"
        shutil.copytree(self.house, place)
        return place

    def back_up(self, folder, to, *words, **how):
        return self.must(folder, "backup", "--to", str(to), "--key-file", str(self.key), *words, **how)

    def restore(self, folder, source, *words, **how):
        return self.must(folder, "restore", "--from", str(source), "--key-file", str(self.key), *words, **how)
