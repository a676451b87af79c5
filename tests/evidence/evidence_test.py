#!/usr/bin/env python3
"""An evidence pack says of itself whether it is whole, with the checker that lies in it and nothing of Frist."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))

from house import NOTICE, House

FRIST = os.environ["FRIST_BINARY"]
LATER = "2026-05-20"


class Evidence(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="frist_evidence_"))
        cls.house = House(FRIST, cls.place / "a", 2)
        cls.house.must("letters", "write", "--out", "letters", "--today", NOTICE)
        cls.house.must("letters", "posted", "--today", NOTICE)
        cls.house.must("pay", "--case", 1, "--amount", "333.33", "--on", "2026-03-25", "--today", "2026-03-26")
        cls.house.must("night", "--date", "2026-04-02", "--today", "2026-04-02")
        cls.house.must("letters", "write", "--out", "letters", "--today", "2026-04-02")
        cls.house.must("letters", "posted", "--today", "2026-04-02")
        cls.house.must("case", 1, "evidence", "--out", "one.zip", "--today", LATER)
        cls.pack = cls.house.folder / "one.zip"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    def unpacked(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.place))
        with zipfile.ZipFile(self.pack) as pack:
            self.assertIsNone(pack.testzip())
            pack.extractall(folder)
        return folder

    def checked(self, folder):
        return subprocess.run([sys.executable, "-I", folder / "check.py"], capture_output=True, text=True, check=False, encoding="utf-8")

    def test_holds_everything_and_finds_itself_whole(self):
        folder = self.unpacked()
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        self.assertEqual(names, ["check.py", "computation.json", "computation.pdf", "dispatch.json", "index.html", "index.json",
                                 "letters/999999999_2026-03-03_case1_1_notice.pdf", "letters/999999999_2026-04-02_case1_2_demand.pdf", "log.json"])
        checked = self.checked(folder)
        self.assertEqual(checked.returncode, 0, checked.stdout)
        self.assertIn("all as they should be", checked.stdout)
        page = (folder / "index.html").read_text(encoding="utf-8")
        self.assertIn("Fjord Rør AS", page)
        self.assertNotIn("Mangler", page)

    def test_is_checked_as_a_zip_too(self):
        folder = self.unpacked()
        checked = subprocess.run([sys.executable, "-I", folder / "check.py", self.pack], capture_output=True, text=True, check=False, encoding="utf-8")
        self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_is_the_same_bytes_when_it_is_made_again(self):
        self.house.must("case", 1, "evidence", "--out", "again.zip", "--today", LATER)
        self.assertEqual(self.pack.read_bytes(), (self.house.folder / "again.zip").read_bytes())

    def test_a_hand_over_is_the_same_with_the_case_as_data(self):
        house = House(FRIST, self.place / "over", 2)
        house.must("letters", "write", "--out", "letters", "--today", NOTICE)
        house.must("letters", "posted", "--today", NOTICE)
        house.must("pay", "--case", 1, "--amount", "333.33", "--on", "2026-03-25", "--today", "2026-03-26")
        house.must("document", "annex", "--case", 1, "--out", "copy.pdf", "--today", LATER)
        invoice = json.loads(house.must("case", 1, "--today", LATER, "--json"))["balance"]["rows"][0]["claim"]
        house.must("enclosure", "add", "copy.pdf", "--invoice", invoice, "--today", LATER)
        house.must("case", 1, "hand-over", "--out", "over.zip", "--today", LATER)
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.place))
        with zipfile.ZipFile(house.folder / "over.zip") as pack:
            pack.extractall(folder)
        checked = self.checked(folder)
        self.assertEqual(checked.returncode, 0, checked.stdout)
        told = json.loads((folder / "hand_over.json").read_text(encoding="utf-8"))
        balance = json.loads(house.must("case", 1, "--today", LATER, "--json"))["balance"]
        self.assertEqual(told["sums"], balance)
        self.assertEqual(told["claims"][0]["invoice"], invoice)
        self.assertEqual(told["letters"], [{"letter": 1, "kind": "notice", "sent": NOTICE, "deadline": told["letters"][0]["deadline"], "fee": told["letters"][0]["fee"],
                                            "enforcement_notice": False, "void": False}])
        self.assertEqual(told["payments"][0]["amount"], "333.33")
        copy = (house.folder / "copy.pdf").read_bytes()
        self.assertEqual((folder / "invoices" / (hashlib.sha256(copy).hexdigest() + ".pdf")).read_bytes(), copy)

    def test_tells_of_a_changed_letter(self):
        folder = self.unpacked()
        letter = next((folder / "letters").iterdir())
        letter.write_bytes(letter.read_bytes() + b" ")
        self.assertIn("is not the file of the index", self.checked(folder).stdout)

    def rewritten(self, name, change):
        """The file changed, and the index made to agree with it, as somebody would who knows the form."""
        folder = self.unpacked()
        content = json.loads((folder / name).read_text(encoding="utf-8"))
        change(content)
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        for entry in index["files"]:
            if entry["name"] == name:
                entry["sha256"] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
        return self.checked(folder)

    def test_tells_of_a_changed_event(self):
        def later(log):
            event = next(e for e in log if e["type"] == "LetterSent")
            event["body"] = event["body"].replace("2026-03-03", "2026-03-02")
        checked = self.rewritten("log.json", later)
        self.assertEqual(checked.returncode, 1)
        self.assertIn("LetterSent) is not what was stored", checked.stdout)

    def test_tells_of_an_event_that_was_taken_out(self):
        checked = self.rewritten("log.json", lambda log: log.pop(2))
        self.assertEqual(checked.returncode, 1)

    def test_tells_of_a_changed_sum(self):
        def more(said):
            said["total"] = "9999.00"
        self.assertIn("do not add up to 9999.00", self.rewritten("computation.json", more).stdout)

    def test_counts_each_interest_row_again(self):
        def ore(said):
            row = next(r for r in said["rows"] if r["part"] == "interest")
            row["days"] += 1
            row["to"] = "2026-12-31"
        checked = self.rewritten("computation.json", ore)
        self.assertEqual(checked.returncode, 1)
        self.assertIn("interest of F1", checked.stdout)

    def test_names_a_letter_that_is_not_in_the_archive_any_more(self):
        other = House(FRIST, self.place / "b", 1)
        other.must("letters", "write", "--out", "letters", "--today", NOTICE)
        other.must("letters", "posted", "--today", NOTICE)
        for pdf in (other.folder / "letters").glob("*.pdf"):
            pdf.unlink()
        told = other.told("case", 1, "evidence", "--out", "one.zip", "--today", LATER)
        self.assertEqual(len(told["missing"]), 1)
        self.assertIn("999999999_2026-03-03_case1_1_notice.pdf", told["missing"][0])


if __name__ == "__main__":
    unittest.main()
