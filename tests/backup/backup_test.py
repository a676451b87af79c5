"""A backup is one sealed file of one moment; it comes back the same, or not at all."""
import hashlib
import json
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import threading
import time
import unittest

from installation import FRIST, TODAY, ZONE, Installation, rows_of, tree
from opened import files_in, opened, sealed, tar_of

WORDS = "fem gode ord om rev og bjørn"


class Made(Installation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.file = cls.root / "one.backup"
        cls.told = json.loads(cls.must(cls.house, "--json", "backup", "--to", str(cls.file), "--key-file", str(cls.key)))

    def test_comes_back_the_same(self):
        place = self.new_place()
        told = json.loads(self.must(place, "--json", "restore", "--from", str(self.file), "--key-file", str(self.key)))
        self.assertEqual((told["made"], told["letters"], told["seal_key"], told["checked"]), (TODAY + "T12:00", self.told["letters"], True, True))
        self.assertEqual(rows_of(place / "frist.db"), rows_of(self.house / "frist.db"))
        before = tree(self.house / "frist.db.letters")
        after = tree(place / "frist.db.letters")
        for name, data in after.items():
            self.assertEqual(data, before[name], name)
        self.assertNotIn("stray.pdf", after, "what the store does not name stays behind")
        for line in self.must(place, "letters", "list", "--sent").splitlines():
            name, digest = line.split()[-2:]
            self.assertEqual(hashlib.sha256(after[name]).hexdigest(), digest)
        self.assertEqual((place / "frist.db.key").read_bytes(), (self.house / "frist.db.key").read_bytes())
        self.assertEqual(sorted(path.name for path in place.iterdir()), ["frist.db", "frist.db.key", "frist.db.letters"])
        for path in [place / "frist.db", place / "frist.db.key", *(place / "frist.db.letters").iterdir()]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
        self.must(place, "verify")

    def test_is_for_its_owner_and_leaves_nothing_beside(self):
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        self.assertEqual(self.file.stat().st_size, self.told["bytes"])
        self.assertEqual([path.name for path in self.root.iterdir() if "unfinished" in path.name], [])
        self.assertFalse((self.house / "frist.db.backup").exists())

    def test_shows_nothing_without_its_key(self):
        data = self.file.read_bytes()
        for word in (b"SQLite format", b"ustar", b"Kari", b"%PDF", self.key.read_bytes(), bytes(range(32))):
            self.assertNotIn(word, data)

    def test_can_be_read_without_frist(self):
        files = files_in(self.file, self.key.read_bytes())
        self.assertEqual(list(files)[:3], ["manifest.json", "frist.db", "seal.key"])
        sums = dict(reversed(line.split("  ", 1)) for line in files["sums.txt"].decode().splitlines())
        self.assertEqual(sums, {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "sums.txt"})
        manifest = json.loads(files["manifest.json"])
        self.assertEqual((manifest["format"], manifest["version"], manifest["made"], manifest["database_bytes"]), ("frist-backup", 1, TODAY + "T12:00", len(files["frist.db"])))
        self.assertEqual(sum(name.endswith(".pdf") for name in files), self.told["letters"])
        place = self.new_place()
        (place / "frist.db").write_bytes(files["frist.db"])
        self.must(place, "verify")

    def test_with_a_passphrase(self):
        place = self.new_place()
        (place / "words").write_text(WORDS + "\n", encoding="utf-8")
        os.chmod(place / "words", 0o600)
        self.must(self.house, "backup", "--to", str(place / "b"), "--passphrase-file", str(place / "words"))
        self.must(place, "restore", "--from", "b", "--passphrase-file", "-", stdin=WORDS + "\n")
        self.assertEqual(rows_of(place / "frist.db"), rows_of(self.house / "frist.db"))
        self.assertIn("frist.db", files_in(place / "b", WORDS.encode()))
        other = self.new_place()
        self.refuse("backup.secret", other, "restore", "--from", str(place / "b"), "--passphrase-file", "-", stdin="ganske andre ord\n")
        self.refuse("backup.secret", other, "restore", "--from", str(place / "b"), "--key-file", str(self.key))
        self.refuse("backup.passphrase", other, "restore", "--from", str(place / "b"), "--passphrase-file", "-", stdin="kort\n")
        os.chmod(place / "words", 0o644)
        self.refuse("backup.passphrase", self.house, "backup", "--to", str(place / "c"), "--passphrase-file", str(place / "words"))
        self.assertEqual(list(other.iterdir()), [])

    def test_marks_the_database_and_does_not_leave_with_it(self):
        database = sqlite3.connect(self.house / "frist.db")
        mark = json.loads(database.execute("SELECT value FROM site WHERE name = 'last_backup'").fetchone()[0])
        database.close()
        self.assertEqual(mark, {"made": TODAY + "T12:00", "bytes": self.told["bytes"], "checked": True})
        out = self.new_place() / "out"
        self.must(self.house, "export", "--all", "--out", str(out))
        place = self.new_place()
        self.must(place, "import", "--all", str(out))
        self.assertEqual(rows_of(place / "frist.db")["site"], rows_of(self.house / "frist.db")["site"])
        database = sqlite3.connect(place / "frist.db")
        self.assertEqual(database.execute("SELECT count(*) FROM site WHERE name = 'last_backup'").fetchone()[0], 0)
        database.close()

    def test_letters_of_other_folders_and_letters_that_are_gone(self):
        place = self.copy_of_house()
        pdfs = sorted((place / "frist.db.letters").glob("*_case1_*.pdf"))
        (place / "more").mkdir()
        shutil.move(pdfs[0], place / "more")
        done = self.call(place, "--json", "backup", "--to", "b1", "--key-file", str(self.key))
        self.assertEqual((done.returncode, json.loads(done.stdout)["letters_missing"]), (0, 1), done.stderr)
        self.assertEqual([json.loads(done.stderr)[name] for name in ("level", "code", "field")], ["finding", "backup.letter", "creditor 1 case 1 letter 1"])
        told = json.loads(self.must(place, "--json", "backup", "--to", "b2", "--key-file", str(self.key), "--letters", "more", "--letters", "frist.db.letters"))
        self.assertEqual((told["letters"], told["letters_missing"]), (self.told["letters"], 0))
        self.refuse("backup.letters", place, "backup", "--to", "b3", "--key-file", str(self.key), "--letters", "nowhere")

    def test_an_older_shape_stays_as_it_is(self):
        place = self.copy_of_house()
        database = sqlite3.connect(place / "frist.db")
        newest = database.execute("PRAGMA user_version").fetchone()[0]
        database.executescript("DROP TABLE export_file_piece; DROP TABLE job_piece; DROP TABLE export_file; DROP TABLE saved_export; ALTER TABLE item DROP COLUMN department; ALTER TABLE item DROP COLUMN project; PRAGMA user_version = 17")
        names = "SELECT name FROM sqlite_schema ORDER BY name"
        before = database.execute(names).fetchall()
        self.back_up(place, place / "b")
        self.assertEqual((database.execute("PRAGMA user_version").fetchone()[0], database.execute(names).fetchall()), (17, before))
        database.close()
        other = self.new_place()
        self.restore(other, place / "b")
        database = sqlite3.connect(other / "frist.db")
        self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], newest)
        database.close()

    def test_a_large_one_takes_no_more_memory(self):
        """Enclosures of half a gigabyte: neither way needs memory that grows with them."""
        place = self.copy_of_house()
        most = self.memory(place, "backup", "--to", "small", "--key-file", str(self.key))
        database = sqlite3.connect(place / "frist.db")
        for number in range(60):
            database.execute("INSERT INTO enclosure VALUES (1, ?, ?, 'copy.pdf', '2026-03-02', randomblob(8000000))", (f"X{number}", f"{number:064}"))
        database.commit()
        database.close()
        grown = self.memory(place, "backup", "--to", "large", "--key-file", str(self.key))
        self.assertGreater((place / "large").stat().st_size, 480_000_000)
        self.assertLess(grown, most + 120_000, "kilobytes")   # the cache of the second count has its own limit
        self.assertLess(self.memory(self.new_place(), "restore", "--from", str(place / "large"), "--key-file", str(self.key)), most + 120_000)

    def memory(self, place, *words):
        """The most memory that the command had, in kilobytes."""
        process = subprocess.Popen([FRIST, "--db", str(place / "frist.db"), "--today", TODAY, *words], cwd=place, stdout=subprocess.DEVNULL, env=ZONE)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0, words)
        return used.ru_maxrss

    def test_a_busy_database_is_backed_up_and_does_not_know_of_it(self):
        place = self.copy_of_house()
        writer = sqlite3.connect(place / "frist.db")
        writer.execute("BEGIN IMMEDIATE")
        done = self.call(place, "--json", "--wait", "0", "backup", "--to", "b", "--key-file", str(self.key))
        self.assertEqual((done.returncode, json.loads(done.stderr)["code"]), (0, "backup.mark"), done.stderr)
        writer.close()
        self.restore(self.new_place(), place / "b")


class Beside(Installation):
    """Somebody writes all the time: what the backup holds is of one moment."""

    def test_writers_go_on_and_the_backup_is_whole(self):
        place = self.copy_of_house()
        server = subprocess.Popen([FRIST, "--db", str(place / "frist.db"), "serve", "--port", "0", "--night", "never"], cwd=place, stdout=subprocess.PIPE, text=True, env=ZONE)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        self.addCleanup(server.stdout.close)
        server.stdout.readline()
        stop, writes = threading.Event(), []

        def write():
            while not stop.is_set():
                writes.append(self.call(place, "pay", "--case", "3", "--amount", "1.00", "--on", TODAY))

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(4):
                self.back_up(place, place / f"b{number}")
        finally:
            stop.set()
            writer.join()
        self.assertGreater(len(writes), 4)
        self.assertEqual({done.returncode for done in writes}, {0}, writes[0].stderr)
        events = []
        for number in range(4):
            other = self.new_place()
            self.restore(other, place / f"b{number}")
            events.append(len(rows_of(other / "frist.db")["event"]))
        self.assertEqual(events, sorted(events))
        self.assertLess(events[-1], len(rows_of(place / "frist.db")["event"]) + 1)
        self.must(place, "verify")


class Spoilt(Installation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.file = cls.root / "one.backup"
        database = sqlite3.connect(cls.house / "frist.db")   # several pieces
        database.execute("INSERT INTO enclosure VALUES (1, 'F101', ?, 'copy.pdf', '2026-03-02', randomblob(3000000))", (64 * "0",))
        database.commit()
        database.close()
        cls.back_up(cls, cls.house, cls.file)

    def not_restored(self, code, file, *words, key=None):
        place = self.new_place()
        error = self.refuse(code, place, "restore", "--from", str(file), "--key-file", str(key or self.key), *words)
        self.assertEqual(list(place.iterdir()), [], "something was left behind")
        self.assertIn(str(file), error["field"])
        return error

    def changed(self, change):
        file = self.new_place() / "changed.backup"
        data = bytearray(self.file.read_bytes())
        file.write_bytes(change(data))
        return file

    def test_cut_anywhere(self):
        size = self.file.stat().st_size
        chance = random.Random(7)
        for at in [0, 5, 60, 100, 130, 1000, 2**20, size - 1, size - 20] + [chance.randrange(size) for _ in range(20)]:
            with self.subTest(at=at):
                file = self.changed(lambda data: data[:at])
                place = self.new_place()
                error = self.error(place, "restore", "--from", str(file), "--key-file", str(self.key))
                self.assertIn(error["code"], ("backup.cut",) if at > 140 else ("backup.cut", "backup.format"))
                self.assertEqual(list(place.iterdir()), [])

    def test_a_changed_byte_anywhere(self):
        size = self.file.stat().st_size
        chance = random.Random(8)
        for at in [0, 13, 20, 40, 66, 90, 120, 2**20, size - 1] + [chance.randrange(size) for _ in range(20)]:
            with self.subTest(at=at):
                def flip(data):
                    data[at] ^= 1
                    return data
                place = self.new_place()
                error = self.error(place, "restore", "--from", str(self.changed(flip)), "--key-file", str(self.key))
                wanted = ("backup.changed", "backup.cut") if at > 140 else ("backup.changed", "backup.cut", "backup.format", "backup.newer", "backup.secret")
                self.assertIn(error["code"], wanted)
                self.assertEqual(list(place.iterdir()), [])

    def test_pieces_that_change_places_and_bytes_behind_the_end(self):
        line = self.file.read_bytes().index(b"\n") + 1
        piece = (1 << 20) + 17
        first = line + 24

        def swapped(data):
            one, two = data[first:first + piece], data[first + piece:first + 2 * piece]
            return data[:first] + two + one + data[first + 2 * piece:]
        self.assertGreater(self.file.stat().st_size, first + 2 * piece)
        self.not_restored("backup.changed", self.changed(swapped))
        self.not_restored("backup.changed", self.changed(lambda data: data[:first] + data[first + piece:]))
        place = self.new_place()
        error = self.error(place, "restore", "--from", str(self.changed(lambda data: data + b"x")), "--key-file", str(self.key))
        self.assertIn(error["code"], ("backup.changed", "backup.cut"))

    def test_another_key_and_no_key(self):
        other = self.new_place() / "other.key"
        self.must(self.house, "backup", "--make-key", str(other))
        self.assertEqual((stat.S_IMODE(other.stat().st_mode), other.stat().st_size), (0o600, 32))
        self.not_restored("backup.secret", self.file, key=other)
        self.refuse("backup.key_file", self.house, "backup", "--make-key", str(other))
        os.chmod(other, 0o640)
        self.refuse("backup.key_file", self.house, "backup", "--to", "b", "--key-file", str(other))
        os.chmod(other, 0o600)
        other.write_bytes(b"short")
        self.refuse("backup.key_file", self.house, "backup", "--to", "b", "--key-file", str(other))
        self.refuse("backup.key_file", self.house, "backup", "--to", "b", "--key-file", "nowhere")
        self.refuse("backup.secret", self.house, "backup", "--to", "b")
        self.not_restored("backup.format", self.house / "frist.db")
        self.not_restored("backup.missing", self.house / "nowhere")

    def another_inside(self, change):
        files = files_in(self.file, self.key.read_bytes())
        change(files)
        file = self.new_place() / "other.backup"
        shutil.copy(self.file, file)
        sealed(file, self.key.read_bytes(), tar_of(files))
        return file

    def test_a_newer_version(self):
        self.not_restored("backup.newer", self.changed(lambda data: data.replace(b"frist-backup 1 ", b"frist-backup 2 ", 1)))

        def newer(files):
            files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), "shape": 9999}).encode()
        self.assertIn("9999", self.not_restored("backup.newer", self.another_inside(newer))["message"])
        place = self.copy_of_house()
        database = sqlite3.connect(place / "frist.db")
        database.execute("PRAGMA user_version = 9999")
        database.close()
        self.refuse("store.newer", place, "backup", "--to", "b", "--key-file", str(self.key))
        self.assertFalse((place / "b").exists() or (place / "b.unfinished").exists())

    def test_who_has_the_key_and_changes_the_inside(self):
        def with_file(name, data):
            def change(files):
                sums = files.pop("sums.txt")
                files.update({name: data, "sums.txt": sums})
            return change
        for change in (with_file("letters/1/../../x.pdf", b"x"), with_file("letters/1/.x.pdf", b"x"), with_file("letters/0/x.pdf", b"x"), with_file("letters/x.pdf", b"x"), with_file("elsewhere", b"x"),
                       with_file("letters/1/x.pdf", b"x"),   # a good name, which the sums do not have
                       lambda files: files.update({"frist.db": files["frist.db"] + b"x"}),
                       lambda files: files.pop("sums.txt"),
                       lambda files: files.update({"seal.key": b"other"}),
                       lambda files: files.update({"behind": b"x"})):
            self.not_restored("backup.changed", self.another_inside(change))
        same = self.another_inside(lambda files: None)
        self.restore(self.new_place(), same)

    def test_places_that_are_there(self):
        place = self.copy_of_house()
        before = tree(place)
        self.refuse("restore.there", place, "restore", "--from", str(self.file), "--key-file", str(self.key))
        self.assertEqual(tree(place), before)
        other = self.new_place()
        (other / "frist.db-wal").write_bytes(b"of a database that was here")
        self.refuse("restore.there", other, "restore", "--from", str(self.file), "--key-file", str(self.key))
        (other / "frist.db-wal").unlink()
        (other / "frist.db.letters").mkdir()
        (other / "frist.db.letters" / "x.pdf").write_bytes(b"x")
        self.refuse("restore.there", other, "restore", "--from", str(self.file), "--key-file", str(self.key))
        (other / "frist.db.letters" / "x.pdf").unlink()
        (other / "frist.db.key").write_bytes(b"another")
        self.refuse("restore.there", other, "restore", "--from", str(self.file), "--key-file", str(self.key))
        (other / "frist.db.key").unlink()
        self.restore(other, self.file)   # an empty folder is as good as none
        self.refuse("backup.exists", self.house, "backup", "--to", str(self.file), "--key-file", str(self.key))

    def test_a_database_that_is_not_in_order_is_kept_only_when_asked(self):
        place = self.copy_of_house()
        database = sqlite3.connect(place / "frist.db")
        database.execute("UPDATE event SET body = replace(body, '10000', '10001') WHERE link = 1")
        database.commit()
        database.close()
        error = self.refuse("backup.check", place, "backup", "--to", "b", "--key-file", str(self.key))
        self.assertIn("event 1", error["message"])
        self.assertFalse((place / "b").exists() or (place / "b.unfinished").exists() or (place / "frist.db.backup").exists())
        self.back_up(place, place / "b", "--no-check")
        other = self.new_place()
        self.refuse("restore.check", other, "restore", "--from", str(place / "b"), "--key-file", str(self.key))
        self.assertEqual(list(other.iterdir()), [])
        self.restore(other, place / "b", "--no-check")
        self.assertEqual(rows_of(other / "frist.db"), rows_of(place / "frist.db"))

    def test_a_server_of_postgresql_has_its_own_tools(self):
        for words in (("backup", "--to", "b"), ("restore", "--from", "b")):
            done = subprocess.run([FRIST, "--json", "--db", "postgres://127.0.0.1/frist", *words, "--key-file", str(self.key)], capture_output=True, text=True, check=False, env=ZONE)
            self.assertEqual((done.returncode, json.loads(done.stderr)["code"]), (2, "backup.engine"))

    def test_a_full_disk(self):
        """No file may grow beyond so many bytes: nothing is left, and with room again it passes."""
        size = self.file.stat().st_size
        for most in (0, 50, 4096, 300_000, size - 100):
            with self.subTest(most=most):
                place = self.copy_of_house()
                error = self.error(place, "backup", "--to", "b", "--key-file", str(self.key), limits=("prlimit", f"--fsize={most}"))
                self.assertIn(error["code"], ("backup.write", "exit.write", "store.full", "store.disk"))
                self.assertFalse((place / "b").exists() or (place / "b.unfinished").exists() or (place / "frist.db.backup").exists())
                self.back_up(place, place / "b")
                other = self.new_place()
                error = self.error(other, "restore", "--from", str(self.file), "--key-file", str(self.key), limits=("prlimit", f"--fsize={min(most, 300_000)}"))
                self.assertIn(error["code"], ("exit.write", "store.full", "store.disk"))
                self.assertEqual(list(other.iterdir()), [])
                self.restore(other, self.file)


class Killed(Installation):
    def killed(self, folder, seconds, *words):
        with subprocess.Popen([FRIST, "--db", str(folder / "frist.db"), "--today", TODAY, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ZONE) as process:
            try:
                process.wait(timeout=seconds)
                return False
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return True

    def test_a_backup(self):
        chance = random.Random(20261127)
        place = self.copy_of_house()
        begin = time.monotonic()
        self.back_up(place, place / "calm")
        took = time.monotonic() - begin
        hits = 0
        for number in range(30):
            file = place / f"b{number}"
            hits += self.killed(place, max(0.001, took * chance.uniform(0.02, 1.05)), "backup", "--to", str(file), "--key-file", str(self.key))
            if file.exists():
                other = self.new_place()
                self.restore(other, file)
                self.assertEqual(rows_of(other / "frist.db"), rows_of(place / "frist.db"))
        self.assertGreater(hits, 10)
        self.must(place, "verify")
        self.back_up(place, place / "last")
        self.assertFalse((place / "frist.db.backup").exists(), "what a killed one has left is gone")

    def test_a_restore(self):
        chance = random.Random(20261128)
        file = self.root / "killed.backup"
        self.back_up(self.house, file)
        wanted, letters = rows_of(self.house / "frist.db"), None
        begin = time.monotonic()
        calm = self.new_place()
        self.restore(calm, file)
        took = time.monotonic() - begin
        letters = tree(calm / "frist.db.letters")
        hits = 0
        for _ in range(30):
            place = self.new_place()
            hits += self.killed(place, max(0.001, took * chance.uniform(0.02, 1.05)), "restore", "--from", str(file), "--key-file", str(self.key))
            if not (place / "frist.db").exists():
                self.restore(place, file)
            self.assertEqual(rows_of(place / "frist.db"), wanted)
            self.assertEqual(tree(place / "frist.db.letters"), letters)
            self.assertTrue((place / "frist.db.key").exists())
            self.must(place, "verify")
        self.assertGreater(hits, 10)

    def test_one_at_a_time(self):
        place = self.copy_of_house()
        import fcntl
        (place / "frist.db.backup").mkdir()
        held = os.open(place / "frist.db.backup", os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        self.refuse("backup.running", place, "backup", "--to", "b", "--key-file", str(self.key))
        os.close(held)
        (place / "b.unfinished").write_bytes(b"of a stopped one")
        held = os.open(place / "b.unfinished", os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        self.refuse("backup.running", place, "backup", "--to", "b", "--key-file", str(self.key))
        self.assertTrue((place / "b.unfinished").exists())
        os.close(held)
        self.back_up(place, place / "b")


if __name__ == "__main__":
    unittest.main()
