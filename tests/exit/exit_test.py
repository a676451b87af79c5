"""An installation leaves with `frist export --all` and comes back with `frist import --all`: the same tables, reports, lists,
letters and next days; killed at any moment, nothing that looks whole is there; what somebody has changed is refused by place."""
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import stat
import subprocess
import tempfile
import time
import unittest

FRIST = os.environ["FRIST_BINARY"]
TODAY = "2026-04-03"
# Tables that stay, and what stands in a column that stays.
STAYS = {"factor", "recovery_code", "passkey", "session", "ticket", "link", "failure", "answer", "job", "job_piece", "export_file", "export_file_piece"}
WITHHELD = {"person": "password", "api_key": "hash", "mandate": "hash"}


def rows_of(database):
    """Every table of a database as a sorted list of rows."""
    connection = sqlite3.connect(database)
    connection.text_factory = bytes
    tables = {}
    for name in [row[0].decode() for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]:
        columns = [row[1].decode() for row in connection.execute(f"PRAGMA table_info({name})") if WITHHELD.get(name) != row[1].decode()]
        tables[name] = sorted(map(repr, connection.execute(f"SELECT {', '.join(columns)} FROM {name}")))
    connection.close()
    return tables


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Home(unittest.TestCase):
    """The demo, with people, a key and what else an office has, played once."""

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="frist-exit-")
        cls.addClassCleanup(cls.place.cleanup)
        cls.root = pathlib.Path(cls.place.name)
        cls.house = cls.root / "house"
        cls.house.mkdir()
        cls.must(cls.house, "demo", "--out", "demo")
        shutil.move(cls.house / "demo" / "letters", cls.house / "frist.db.letters")
        (cls.house / "copy.pdf").write_bytes(cls.one_page())
        cls.must(cls.house, "enclosure", "add", "copy.pdf", "--invoice", "F101")
        cls.must(cls.house, "case", "3", "note", "Ringte; «betaler» fredag\nkl. 12")
        cls.must(cls.house, "terms", "add", "--from", "2026-01-01", "--title", "Vilkår", "--file", "demo/ledger.csv")
        cls.must(cls.house, "automation", "set", "--letters", "propose", "--customer", "1003")
        cls.must(cls.house, "debtor", "1001", "set", "--email", "kari@eksempel.example")
        cls.must(cls.house, "site", "set", "--address", "https://frist.firma.example")
        cls.people(cls.house / "frist.db")
        cls.must(cls.house, "export", "--all", "--out", "out")

    @classmethod
    def one_page(cls):
        return next((cls.house / "frist.db.letters").glob("*_case1_*.pdf")).read_bytes()

    @staticmethod
    def people(database):
        """What the program makes only over the wire."""
        connection = sqlite3.connect(database)
        connection.executescript("""
            INSERT INTO person VALUES (1, 3, 'blid@fjellrev.example', 'Blid Fjellrev', 'nb', 'owner', 'all', '$argon2id$secret-password', 1767261600, NULL);
            INSERT INTO person VALUES (2, 1, 'lun@fjellrev.example', 'Lun Fjellrev', 'nn', 'client', '1', 'another-secret', 1767261601, 1767261700);
            INSERT INTO factor VALUES (1, 'sealed-secret', 1, 5);
            INSERT INTO recovery_code VALUES (1, 'code-secret', 1);
            INSERT INTO passkey (person, credential, key, count, name, made, used) VALUES (1, 'credential-secret', 'key-secret', 0, 'Telefon', 1767261600, NULL);
            INSERT INTO session (person, hash, made, seen, device, second_factor) VALUES (1, 'session-secret', 1767261600, 1767261600, 'x', 1);
            DELETE FROM session;
            INSERT INTO api_key VALUES (4, 1, 'Regnskap', 'api-secret', 'frist_ab', 'read write', '1', 1767261600, NULL, '2026-02-01', NULL);
            INSERT INTO mandate VALUES (2, 1, 'reader', 'mandate-secret', 1, 1767261600, 1767866400, 0, NULL, NULL);
            INSERT INTO person_setting VALUES (1, 'theme', '"dark"');
            INSERT INTO saved_view VALUES (7, 1, 1, 'cases', 'Mine', 1, '{"tab":"ongoing"}');
            INSERT INTO saved_export VALUES (5, 1, 1, 'Hver uke', '{"form":"csv","columns":["case"]}', 'week', 1, '2026-03-02');
            INSERT INTO export_file (saved_export, due, person, made, ends, name, form, row_count, creditors, code, message, size, bytes)
                VALUES (5, '2026-03-09', 1, 1767261600, 1769853600, 'uke.csv', 'csv', 0, '1', '', '', 1, x'31');
            INSERT INTO identity VALUES ('https://login.firma.example', 'a1', 1, 1767261600);
            INSERT INTO notification_wish VALUES (1, 1, 0, 1, 'daily');
            INSERT INTO notification_mail VALUES (3, 1, '2026-03-03', 1767261600, 1, 'sent', '2026-03-03T04:00', 1, '250 ok');
            INSERT INTO notification_news VALUES (1, 'ready', 1, 2, 'notice', 3);
            INSERT INTO terms_acceptance VALUES (1, 1, 1, 1767261600);
            INSERT INTO job (creditor, person, api_key, what, state, count, total, made, ended, plan, asked, brought, status, headers, body)
                VALUES (1, 1, 0, 'x', 'done', 1, 1, 1767261600, 1767261601, '', '', x'', 200, '', x'');
        """)
        # Bytes of a bank that are no UTF-8, and words that our own writer would write otherwise.
        connection.execute("UPDATE payment_line SET raw = CAST(x'4be672' AS TEXT) WHERE line = 1")
        connection.commit()
        connection.close()

    @classmethod
    def call(cls, folder, *words, today=TODAY):
        return subprocess.run([FRIST, "--db", str(folder / "frist.db"), "--today", today, *words], cwd=folder, capture_output=True, text=True, check=False)

    @classmethod
    def must(cls, folder, *words, today=TODAY):
        done = cls.call(folder, *words, today=today)
        if done.returncode != 0:
            raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def new_place(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.root))
        self.addCleanup(shutil.rmtree, folder, True)
        return folder


class RoundTrip(Home):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.again = cls.root / "again"
        cls.again.mkdir()
        cls.told = cls.must(cls.again, "import", "--all", str(cls.house / "out"))

    def both(self, *words, today=TODAY):
        one, other = self.must(self.house, *words, today=today), self.must(self.again, *words, today=today)
        self.assertEqual(one, other, words)
        return one

    def test_is_for_its_owner_alone(self):
        for path in [self.house / "out", *(self.house / "out").rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, path)

    def test_says_of_each_file_what_is_in_it(self):
        manifest = json.loads((self.house / "out" / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual((manifest["format"], manifest["version"], manifest["made"]), ("frist-exit", 1, TODAY + "T12:00"))
        for file in manifest["files"]:
            data = (self.house / "out" / file["file"]).read_bytes()
            lines = data.decode("utf-8").splitlines()
            self.assertEqual((len(lines), len(data), hashlib.sha256(data).hexdigest()), (file["rows"], file["bytes"], file["sha256"]), file["file"])
            for line in lines:
                row = json.loads(line)
                if "fields" in file:
                    self.assertEqual([field["name"] for field in file["fields"]], list(row), file["file"])
                    for field in file["fields"]:
                        if field["form"] == "money":
                            self.assertRegex(row[field["name"]], r"^-?\d+\.\d\d$")
        named = {file["file"] for file in manifest["files"]} | {"manifest.json"}
        papers = {json.loads(line)["file"] for line in (self.house / "out" / "papers.jsonl").read_text(encoding="utf-8").splitlines()}
        self.assertEqual(set(tree(self.house / "out")), named | papers)
        self.assertGreater(len(papers), 6)

    def test_leaves_no_secret(self):
        everything = b"".join(tree(self.house / "out").values())
        for secret in (b"secret-password", b"another-secret", b"sealed-secret", b"code-secret", b"credential-secret", b"key-secret", b"session-secret", b"api-secret", b"mandate-secret"):
            self.assertNotIn(secret, everything)

    def test_gives_the_same_tables(self):
        before, after = rows_of(self.house / "frist.db"), rows_of(self.again / "frist.db")
        self.assertEqual(set(before), set(after))
        for table in sorted(before):
            if table in STAYS:
                self.assertEqual(after[table], [], table)
            elif table == "debtor_index":   # a running number of changes begins anew
                self.assertEqual(len(before[table]), len(after[table]))
            else:
                self.assertEqual(before[table], after[table], table)
        for table in ("person", "identity", "api_key", "mandate", "note", "enclosure", "refund", "payment_line", "terms_acceptance", "sqlite_sequence"):
            if table != "refund":
                self.assertTrue(before[table], f"the test has no {table}")

    def test_is_in_order(self):
        self.assertIn("all in order", self.told)
        self.both("verify")

    def test_gives_every_report_and_list(self):
        for report in json.loads(self.must(self.house, "--json", "report", "--list"))["reports"]:
            name = report["name"]
            self.both("--json", "report", name)
            self.both("--json", "report", name, "--as-of", "2026-03-20")
        for words in (["cases"], ["payments"], ["suspense"], ["letters", "list"], ["letters", "list", "--sent"], ["tasks"], ["dispatch", "status"], ["settings", "show"], ["refunds"],
                      ["automation"], ["course", "list"], ["terms", "list"], ["site", "show"], ["creditor", "show"], ["enclosure", "list", "--invoice", "F101"]):
            self.both("--json", *words)
        for case in range(1, 8):
            self.both("--json", "case", str(case))
        for key in range(1001, 1009):
            self.both("--json", "debtor", str(key), "show")

    def test_a_list_and_a_report_are_what_their_files_end_with(self):
        for name, begins in (("saker.csv", b"creditor"), ("SAKER.JSON", b"["), ("saker.xlsx", b"pk"), ("saker", b"pk")):
            self.must(self.house, "export", "cases", "--out", name)
            self.assertTrue((self.house / name).read_bytes().lstrip(b"\xef\xbb\xbf").lower().startswith(begins), name)
        self.must(self.house, "export", "cases", "--form", "csv", "--out", "saker.xlsx")
        self.assertFalse((self.house / "saker.xlsx").read_bytes().startswith(b"PK"), "what was said goes before the name")
        for name, begins in (("konto.pdf", b"%PDF"), ("konto.ods", b"PK")):
            self.must(self.house, "report", "account", "--out", name)
            self.assertTrue((self.house / name).read_bytes().startswith(begins), name)

    def test_brings_letters_and_enclosures(self):
        kept = tree(self.again / "frist.db.letters")
        for line in self.must(self.house, "letters", "list", "--sent").splitlines():
            name, digest = line.split()[-2:]
            self.assertEqual(hashlib.sha256(kept[name]).hexdigest(), digest)
        for folder in (self.house, self.again):
            digest = json.loads(self.must(folder, "--json", "enclosure", "list", "--invoice", "F101"))
            digest = (digest if isinstance(digest, list) else digest["enclosures"])[0]["sha256"]
            self.must(folder, "enclosure", "get", digest, "--invoice", "F101", "--out", "got.pdf")
        self.assertEqual((self.house / "got.pdf").read_bytes(), (self.again / "got.pdf").read_bytes())

    def test_goes_on_where_it_was(self):
        """The same bank file books nothing, and a month of the same days gives the same tables and numbers."""
        one, other = self.new_place(), self.new_place()
        for home, place in ((self.house, one), (self.again, other)):
            shutil.copy(home / "frist.db", place / "frist.db")
            shutil.copytree(home / "demo" if (home / "demo").exists() else self.house / "demo", place / "demo")
            bank = next((place / "demo").glob("bank_*.txt")).name
            before = rows_of(place / "frist.db")["payment_line"]
            self.must(place, "pay", f"demo/{bank}")
            self.assertEqual(rows_of(place / "frist.db")["payment_line"], before)
            for day in range(4, 30):
                today = f"2026-04-{day:02d}"
                self.must(place, "start", "--all", today=today)
                self.must(place, "night", "--date", today, today=today)
                self.must(place, "letters", "write", "--out", "letters", "--posted", today=today)
            self.must(place, "verify", today="2026-05-01")
        before, after = rows_of(one / "frist.db"), rows_of(other / "frist.db")
        for table in set(before) - STAYS - {"debtor_index", "act", "act_end"}:   # the log has the second of the machine's clock
            self.assertEqual(before[table], after[table], table)
        self.assertEqual((len(before["export_file"]), len(after["export_file"])), (5, 5), "a saved export is made on its Mondays, and once for those that were missed")
        self.assertEqual(len(before["act"]), len(after["act"]))
        self.assertGreater(len(before["event"]), len(rows_of(self.house / "frist.db")["event"]))

    def test_leaves_again_the_same(self):
        self.must(self.again, "export", "--all", "--out", "once_more")
        one, other = tree(self.house / "out"), tree(self.again / "once_more")
        self.assertEqual(set(one), set(other))
        for name in one:
            self.assertEqual(one[name], other[name], name)

    def test_tells_the_owner_how_to_come_in(self):
        place = self.new_place()
        shutil.copy(self.again / "frist.db", place / "frist.db")
        with subprocess.Popen([FRIST, "--db", str(place / "frist.db"), "serve", "--port", "0", "--night", "never"], cwd=place, stdout=subprocess.PIPE, text=True) as server:
            told = [server.stdout.readline() for _ in range(3)]
            server.terminate()
            server.stdout.read()
        self.assertIn("No owner has a password here", told[1])
        self.assertIn("/start#", told[2])


class Refused(Home):
    def refuse(self, code, words, place):
        """The import is refused with `words`, and leaves nothing."""
        target = self.new_place()
        done = self.call(target, "--json", "import", "--all", str(place))
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        error = json.loads(done.stderr)
        self.assertIn(words, f"{error['field']}: {error['message']}")
        if code:
            self.assertEqual(error["code"], code)
        self.assertTrue(error["remedy"])
        self.assertEqual(list(target.iterdir()), [], "something was left behind")

    def changed(self):
        place = self.new_place() / "out"
        shutil.copytree(self.house / "out", place)
        return place

    def rewrite(self, place, name, change):
        """Changes a file and its hash in the manifest, as somebody would who knows the format."""
        data = change((place / name).read_bytes())
        (place / name).write_bytes(data)
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        for file in manifest["files"]:
            if file["file"] == name:
                file.update(bytes=len(data), rows=data.count(b"\n"), sha256=hashlib.sha256(data).hexdigest())
        (place / "manifest.json").write_text(json.dumps(manifest) + "\n", encoding="utf-8")

    def test_a_changed_byte_in_any_file(self):
        for name in sorted(tree(self.house / "out")):
            if name == "manifest.json":
                continue
            with self.subTest(name=name):
                place = self.changed()
                data = bytearray((place / name).read_bytes())
                if not data:
                    continue
                sha = data.find(b'"sha256":"') if name in ("enclosures.jsonl", "papers.jsonl") else -1
                at = sha + len(b'"sha256":"') if sha >= 0 else data.find(b"000") if b"000" in data else len(data) // 2
                data[at] = ord("1") if data[at] != ord("1") else ord("2")
                (place / name).write_bytes(data)
                # What they name is looked for first, and is not there, or is another.
                self.refuse("", {"enclosures.jsonl": "enclosures/1/", "papers.jsonl": "letters/1/"}.get(name, name), place)

    def test_a_missing_file(self):
        for name in sorted(tree(self.house / "out")):
            with self.subTest(name=name):
                place = self.changed()
                (place / name).unlink()
                self.refuse("exit.file", f"{name}: is not there", place)

    def test_a_cut_file(self):
        place = self.changed()
        data = (place / "events.jsonl").read_bytes()
        (place / "events.jsonl").write_bytes(data[: len(data) // 2])
        self.refuse("exit.file", "events.jsonl", place)

    def test_a_changed_event_with_a_new_hash_in_the_manifest(self):
        place = self.changed()
        self.rewrite(place, "events.jsonl", lambda data: data.replace(b"10000.00", b"10000.01", 1))
        self.refuse("exit.chain", "events.jsonl:", place)
        place = self.changed()
        self.rewrite(place, "events.jsonl", lambda data: b"".join(data.splitlines(True)[:-1]))
        self.refuse("exit.chain", "the chain of creditor 1 ends with event", place)

    def test_a_wrong_row(self):
        for name, old, new, words in (
            ("items.jsonl", b'"due":"2026-01-26"', b'"due":"2026-02-30"', "items.jsonl:1 due: is not a day"),
            ("items.jsonl", b'"amount":"10000.00"', b'"amount":10000', "items.jsonl:1 amount: is not a sum"),
            ("items.jsonl", b'"currency":"NOK"', b'"currency":"kr"', "items.jsonl:1 currency: is not three capital letters"),
            ("letters.jsonl", b'"state":"sent"', b'"state":"lost"', "letters.jsonl:1 state: is not known"),
            ("people.jsonl", b'"language":"nb",', b"", "people.jsonl:1 language: is missing"),
            ("people.jsonl", b'"language":"nb",', b'"language":"nb","password":"x",', "people.jsonl:1 password: is no field"),
            ("people.jsonl", b'"creditors":"all"', b'"creditors":"some"', "people.jsonl:1 creditors: is not known"),
            ("notes.jsonl", b"{", b"[", "notes.jsonl:1: "),
            ("kids.jsonl", b'"creditor":1', b'"creditor":"1"', "kids.jsonl:1 creditor: is not a whole number"),
            ("cases.jsonl", b'"seq":', b'"seq":1', "is not what its events add up to"),
        ):
            with self.subTest(words=words):
                place = self.changed()
                self.rewrite(place, name, lambda data: data.replace(old, new, 1))
                self.refuse("exit.row", words, place)

    def test_a_row_twice(self):
        place = self.changed()
        self.rewrite(place, "kids.jsonl", lambda data: data + data.splitlines(True)[0])
        self.refuse("exit.row", "stands twice", place)

    def test_a_case_that_is_missing(self):
        place = self.changed()
        self.rewrite(place, "cases.jsonl", lambda data: b"".join(data.splitlines(True)[:-1]))
        self.refuse("exit.chain", "a case is missing", place)

    def test_a_newer_shape_and_another_folder(self):
        place = self.changed()
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        (place / "manifest.json").write_text(json.dumps({**manifest, "shape": 9999}) + "\n", encoding="utf-8")
        self.refuse("exit.manifest", "was made by a newer version", place)
        (place / "manifest.json").write_text(json.dumps({**manifest, "files": manifest["files"][:-2]}) + "\n", encoding="utf-8")
        self.refuse("exit.manifest", "does not name", place)
        (place / "manifest.json").write_text('{"format":"other"}\n', encoding="utf-8")
        self.refuse("exit.manifest", "is not the manifest of an export", place)
        self.refuse("exit.file", "manifest.json: is not there", self.house / "demo")

    def test_an_older_shape_is_taken(self):
        """As a program wrote it that did not save exports yet."""
        place = self.changed()
        (place / "saved_exports.jsonl").unlink()
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        manifest["files"] = [file for file in manifest["files"] if file["file"] != "saved_exports.jsonl"]
        (place / "manifest.json").write_text(json.dumps({**manifest, "shape": 17}) + "\n", encoding="utf-8")
        home = self.new_place()
        self.must(home, "import", "--all", str(place))
        self.assertEqual(rows_of(home / "frist.db")["saved_export"], [])
        # Nor knew to whom in the house an invoice belongs.
        lines = [json.loads(line) for line in (place / "items.jsonl").read_text(encoding="utf-8").splitlines()]
        for line in lines:
            del line["department"], line["project"]
        self.rewrite(place, "items.jsonl", lambda _: "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode())
        home = self.new_place()
        self.must(home, "import", "--all", str(place))
        with sqlite3.connect(home / "frist.db") as database:
            self.assertEqual(database.execute("SELECT DISTINCT department, project FROM item").fetchall(), [("", "")])
        database.close()
        (place / "manifest.json").write_text(json.dumps({**manifest, "shape": 18}) + "\n", encoding="utf-8")
        self.refuse("exit.manifest", "does not name saved_exports.jsonl", place)

    def test_a_paper_that_would_lie_elsewhere(self):
        place = self.changed()
        self.rewrite(place, "papers.jsonl", lambda data: data.replace(b'"letters/1/', b'"letters/1/../../', 1))
        self.refuse("exit.row", "papers.jsonl:1", place)

    def test_a_database_that_has_been_worked_with(self):
        before = rows_of(self.house / "frist.db")
        done = self.call(self.house, "import", "--all", "out")
        self.assertEqual(done.returncode, 1)
        self.assertIn("somebody has worked with this database already", done.stderr)
        self.assertEqual(rows_of(self.house / "frist.db"), before)

    def test_an_empty_database_is_as_good_as_none(self):
        place = self.new_place()
        self.must(place, "init")
        self.must(place, "import", "--all", str(self.house / "out"))
        self.assertEqual(rows_of(place / "frist.db")["event"], rows_of(self.house / "frist.db")["event"])

    def test_a_letter_that_is_gone_is_told_and_left_behind_only_when_asked(self):
        place = self.new_place()
        shutil.copy(self.house / "frist.db", place / "frist.db")
        shutil.copytree(self.house / "frist.db.letters", place / "pdfs")
        gone = sorted((place / "pdfs").glob("*_case1_*.pdf"))[0]
        gone.write_bytes(b"another")
        done = self.call(place, "--json", "export", "--all", "--out", "out", "--letters", "pdfs")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([json.loads(done.stderr)[name] for name in ("code", "field")], ["exit.letter", "creditor 1 case 1 letter 1"])
        self.assertIn(gone.name, done.stderr)
        self.assertFalse((place / "out").exists() or (place / "out.unfinished").exists())
        done = self.call(place, "export", "--all", "--out", "out", "--letters", "pdfs", "--without-missing")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("finding: creditor 1 case 1 letter 1", done.stderr)
        self.must(self.new_place(), "import", "--all", str(place / "out"))

    def test_a_folder_that_is_there(self):
        done = self.call(self.house, "export", "--all", "--out", "demo")
        self.assertEqual(done.returncode, 1)
        self.assertIn("is there already and not empty", done.stderr)

    def test_what_is_damaged_and_what_is_not_done(self):
        place = self.new_place()
        shutil.copy(self.house / "frist.db", place / "frist.db")
        connection = sqlite3.connect(place / "frist.db")
        connection.execute("""INSERT INTO job (creditor, person, api_key, what, state, count, total, made, ended, plan, asked, brought, status, headers, body)
                              VALUES (1, 1, 0, 'x', 'waiting', 0, 0, 1767261600, NULL, '', '', x'', 0, '', x'')""")
        connection.commit()
        done = self.call(place, "--json", "export", "--all", "--out", "out", "--letters", str(self.house / "frist.db.letters"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stderr)["code"], "exit.jobs")
        connection.execute("UPDATE item SET due = 'soon' WHERE item = 2")
        connection.commit()
        connection.close()
        done = self.call(place, "--json", "export", "--all", "--out", "out2", "--letters", str(self.house / "frist.db.letters"))
        self.assertEqual(done.returncode, 1)
        self.assertEqual([json.loads(done.stderr)[name] for name in ("code", "field")], ["exit.damaged", "item row 2 due"])
        self.assertFalse((place / "out2").exists() or (place / "out2.unfinished").exists())

    def test_a_full_disk(self):
        """No file may grow beyond so many bytes: nothing is left, and with room again it passes."""
        for size in (1, 4096, 20000, 65536, 150000):
            place = self.new_place()
            words = [FRIST, "--json", "--db", str(self.house / "frist.db"), "--today", TODAY, "export", "--all", "--out", str(place / "out")]
            done = subprocess.run(["prlimit", f"--fsize={size}", *words], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                self.assertIn(json.loads(done.stderr)["code"], ("exit.write", "store.full", "store.disk"))
                self.assertEqual(list(place.iterdir()), [])
            words = [FRIST, "--db", str(place / "frist.db"), "--today", TODAY, "import", "--all", str(self.house / "out")]
            done = subprocess.run(["prlimit", f"--fsize={size}", *words], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
            self.assertFalse((place / "frist.db").exists(), size)
            self.assertFalse((place / "frist.db.letters").exists(), size)


class Killed(Home):
    KILLS = int(os.environ.get("KILLS", "12"))

    def kill(self, folder, after, *words):
        with subprocess.Popen([FRIST, "--db", str(folder / "frist.db"), "--today", TODAY, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(timeout=after)
                return False
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return True

    def seconds(self, folder, *words):
        begun = time.monotonic()
        self.must(folder, *words)
        return time.monotonic() - begun

    def test_an_export_leaves_nothing_that_looks_whole(self):
        chance = random.Random(1)
        wanted = tree(self.house / "out")
        whole = self.seconds(self.house, "export", "--all", "--out", "timed")
        for turn in range(self.KILLS):
            out = self.house / f"out{turn}"
            killed = self.kill(self.house, whole * chance.random(), "export", "--all", "--out", out.name)
            if killed and not out.exists():
                unfinished = self.house / (out.name + ".unfinished")
                done = self.call(self.new_place(), "import", "--all", str(unfinished))
                # Killed between the last byte and the move it is whole, and nothing else comes in.
                self.assertEqual(done.returncode, 0 if unfinished.exists() and tree(unfinished) == wanted else 1)
                self.must(self.house, "export", "--all", "--out", out.name)
            self.assertEqual(tree(out), wanted)
            self.assertFalse((self.house / (out.name + ".unfinished")).exists())

    def test_an_import_leaves_nothing_or_everything(self):
        chance = random.Random(2)
        wanted = rows_of(self.house / "frist.db")
        whole = self.seconds(self.new_place(), "import", "--all", str(self.house / "out"))
        for turn in range(self.KILLS):
            place = self.new_place()
            self.kill(place, whole * chance.random(), "import", "--all", str(self.house / "out"))
            done = self.call(place, "creditor", "show")
            if "999999999" not in done.stdout:
                self.must(place, "import", "--all", str(self.house / "out"))
            after = rows_of(place / "frist.db")
            for table in set(wanted) - STAYS - {"debtor_index"}:
                self.assertEqual(after[table], wanted[table], f"{turn} {table}")
            kept = tree(place / "frist.db.letters")
            for line in self.must(place, "letters", "list", "--sent").splitlines():
                name, digest = line.split()[-2:]
                self.assertEqual(hashlib.sha256(kept[name]).hexdigest(), digest)
            self.assertFalse((place / "frist.db.letters.unfinished").exists())


if __name__ == "__main__":
    unittest.main()
