"""A small house in a temporary folder, lawful until a test plants a fault in it."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

project = Path(__file__).resolve().parent.parent.parent
header = "rate,valid_from,valid_to,value,unit,source,confidence,checked_on\n"


class House(unittest.TestCase):
    check = ""   # the name of the tool

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="frist-house-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("src/FLOORS", "# lowest first\n0 base\n1 money calendar\n4 rules\n5 office\n6 reports\n7 store print\n8 main\n")
        self.write("src/base/date.h", "#pragma once\n#include <string>\n")
        self.write("src/money/money.h", '#pragma once\n#include "base/date.h"\n')
        self.write("law/no/fees.csv", header + "sats,2017-01-01,2025-12-31,700,NOK,a gazette,read,2026-11-22\n"
                                               "sats,2026-01-01,,750,NOK,a gazette,read,2026-11-22\n")

    def write(self, path, text, mode=0o644):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            file.write_bytes(text)
        else:
            file.write_text(text, encoding="utf-8")
        os.chmod(file, mode)

    def law(self, *rows):
        self.write("law/no/fees.csv", header + "".join(row + "\n" for row in rows))

    def run_check(self, *options):
        return subprocess.run([str(project / "tools" / self.check), "--root", str(self.root), *options],
                              capture_output=True, text=True, encoding="utf-8", check=False)

    def assert_clean(self, *options):
        run = self.run_check(*options)
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def assert_fault(self, place, words, *options):
        """One fault, at `place`, that says `words` and names a remedy."""
        run = self.run_check(*options)
        faults = [line for line in run.stderr.splitlines() if " — " in line]
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertEqual(len(faults), 1, run.stderr)
        self.assertIn(f"{self.check}: {place}: ", faults[0])
        self.assertIn(words, faults[0])
