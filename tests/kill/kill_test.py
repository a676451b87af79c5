#!/usr/bin/env python3
"""Kills frist at chance moments and lets it begin again: what comes out must equal an undisturbed run, row by row.

Every command of some days' work runs first undisturbed, which tells how long each takes. Then the same days are
played again and again: a command is killed (SIGKILL) after a part of its own time, what is stored by then must pass
`frist verify`, and the command runs anew until it ends by itself. After the last command every table, every listing
and every letter is compared with the undisturbed run.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from databases import database_in, everything  # noqa: E402

ORG = "999999999"
ACCOUNT = "12345678903"
START = "2026-03-02"
NOTICE = "2026-03-03"
BANK = "2026-03-20"
DEMAND = "2026-04-02"


def kid(case_id):
    """The reference of a case: its number in six digits and a check digit of modulus 10."""
    digits = f"{case_id:06d}"
    total = 0
    for place, digit in enumerate(reversed(digits)):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return digits + str((10 - total % 10) % 10)


def ore(row):
    return 100_000 + 37 * row


def ledger(count, paid=()):
    """A ledger as accounting programs export it; the rows in `paid` are half paid there."""
    lines = ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Fakturabeløp;Restbeløp"]
    for row in range(1, count + 1):
        amount = ore(row)
        rest = amount // 2 if row in paid else amount
        lines.append(f"{5000 + row};Kari Prøve {row};privat;Eksempelveien {row};5003;Bergen;F{row};12.01.2026;26.01.2026;"
                     f"{amount // 100},{amount % 100:02d};{rest // 100},{rest % 100:02d}")
    return "\r\n".join(lines) + "\r\n"


def ocr_giro(number, payments):
    """An OCR giro file of (reference, øre) with its control totals."""
    day = "200326"
    records = []
    total = 0
    for serial, (reference, amount) in enumerate(payments, 1):
        records.append(f"NY091030{serial:07d}{day}0020000001" + "0" + f"{amount:017d}{reference:>25}" + "0" * 6)
        records.append(f"NY091031{serial:07d}" + "0" * 10 + f"{number:02d}{serial:07d}" + "0" * 7 + day + "0" * 11 + "0" * 22)
        total += amount
    count = len(payments)
    head = ["NY000010" + "00008080" + f"{number:07d}" + "00123456" + "0" * 49,
            "NY090020" + "008080808" + "0000001" + ACCOUNT + "0" * 45]
    tail = ["NY090088" + f"{count:08d}{len(records) + 2:08d}{total:017d}" + day * 3 + "0" * 21,
            "NY000089" + f"{count:08d}{len(records) + 4:08d}{total:017d}" + day + "0" * 33]
    lines = head + records + tail
    assert all(len(line) == 80 for line in lines), [len(line) for line in lines]
    return "\n".join(lines) + "\n"


class Step:
    """One command; `told_before` is what it says when its work was kept before it was killed."""

    def __init__(self, *words, told_before=None):
        self.words = list(words)
        self.told_before = told_before
        self.seconds = 0.0

    def __str__(self):
        return " ".join(self.words)


def steps():
    """Some weeks of a small creditor; files and folders are named from the place of the run."""
    return [
        Step("init"),
        Step("creditor", "add", "--org", ORG, "--name", "Fjord Rør AS", "--street", "Prøvekaien 5", "--postal-code", "5003",
             "--place", "Bergen", "--email", "faktura@fjordror.example", "--account", ACCOUNT,
             told_before="there is a creditor with this number already"),
        Step("import", "ledger.csv", "--creditor", ORG, "--today", START),
        Step("start", "--all", "--today", START),
        Step("night", "--date", NOTICE, "--today", NOTICE),
        Step("letters", "write", "--out", "letters", "--today", NOTICE),
        Step("letters", "posted", "--today", NOTICE),
        Step("pay", "one.ocr", "--today", BANK),
        Step("pay", "one.ocr", "two.ocr", "--today", BANK),
        Step("import", "later.csv", "--creditor", ORG, "--today", BANK),
        Step("start", "--all", "--today", BANK),
        Step("night", "--date", DEMAND, "--today", DEMAND),
        Step("letters", "write", "--out", "letters", "--today", DEMAND),
        Step("letters", "posted", "--today", DEMAND),
        Step("night", "--date", DEMAND, "--today", DEMAND),
    ]


LISTINGS = (["cases"], ["report"], ["letters", "list"], ["suspense"])


class Run:
    """One play of all steps in a folder of its own."""

    def __init__(self, frist, folder, cases):
        self.frist = frist
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.database = database_in(self.folder)
        half = range(1, cases // 10 + 1)
        (self.folder / "ledger.csv").write_text(ledger(cases), encoding="utf-8")
        (self.folder / "later.csv").write_text(ledger(cases + cases // 5, paid=half), encoding="utf-8")
        known = [(kid(row), ore(row) // 3) for row in range(cases // 4, cases // 2)]
        lost = [("9999999", 12_345), ("8888888", 54_321)]
        (self.folder / "one.ocr").write_text(ocr_giro(1, known + lost), encoding="latin-1")
        full = [(kid(row), ore(row) * 2) for row in range(cases // 2, cases // 2 + cases // 8)]
        (self.folder / "two.ocr").write_text(ocr_giro(2, full), encoding="latin-1")

    def command(self, words):
        return [self.frist, "--db", self.database, *words]

    def call(self, words):
        return subprocess.run(self.command(words), cwd=self.folder, capture_output=True, text=True, check=False)

    def finish(self, step):
        """Runs the step to its end; fails loudly when it does not end well. Findings (3) are an end as well."""
        done = self.call(step.words)
        if done.returncode in (0, 3) or (step.told_before and step.told_before in done.stderr):
            return
        raise SystemExit(f"kill_test: '{step}' ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")

    def kill(self, step, after):
        """Starts the step and kills it after so many seconds; False when it had ended before."""
        with subprocess.Popen(self.command(step.words), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(timeout=after)
                return False
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return True

    def verify(self, when):
        checked = self.call(["verify", "--creditor", ORG, "--today", DEMAND])
        if checked.returncode != 0:
            raise SystemExit(f"kill_test: {when}: frist verify fails:\n{checked.stdout[-2000:]}\n{checked.stderr[-2000:]}")

    def tables(self):
        """Every row of every table, by table."""
        return everything(self.database)

    def listings(self):
        told = {}
        for words in LISTINGS:
            answer = self.call(["--json", "--today", DEMAND, *words])
            if answer.returncode != 0:
                raise SystemExit(f"kill_test: {words} fails: {answer.stderr}")
            told[" ".join(words)] = json.loads(answer.stdout)
        return told

    def letters(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((self.folder / "letters").iterdir())}


def compare(what, wanted, got):
    if wanted == got:
        return
    for name in sorted(set(wanted) | set(got)):
        left, right = wanted.get(name), got.get(name)
        if left != right:
            if isinstance(left, list) and isinstance(right, list):
                left = [row for row in left if row not in right][:3]
                right = [row for row in right if row not in wanted[name]][:3]
            raise SystemExit(f"kill_test: {what} {name} differs:\n  undisturbed: {str(left)[:1500]}\n  after kills: {str(right)[:1500]}")


def moment(chance, seconds):
    """Half of the kills fall anywhere in a command's time, half near its end, where it keeps what it did."""
    part = chance.random() if chance.random() < 0.5 else 0.7 + 0.35 * chance.random()
    return max(0.001, part * seconds)


def undisturbed(frist, folder, cases):
    run = Run(frist, folder, cases)
    plan = steps()
    for step in plan:
        begin = time.monotonic()
        run.finish(step)
        step.seconds = time.monotonic() - begin
    run.verify("undisturbed")
    return run, plan


def disturbed(run, plan, chance, left, counts):
    """Plays all steps with up to three kills in each; gives how many kills hit."""
    hits = 0
    for number, step in enumerate(plan):
        # Few kills are spread over all commands; of many, each command gets up to three.
        wanted = (left - hits) / (len(plan) - number)
        tries = chance.randint(1, 3) if wanted >= 2 else int(wanted + chance.random())
        for _ in range(tries):
            if hits < left and run.kill(step, moment(chance, step.seconds)):
                hits += 1
                counts[str(step)] = counts.get(str(step), 0) + 1
                if number > 1:
                    run.verify(f"after a kill of '{step}'")
        run.finish(step)
    return hits


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--frist", required=True, help="the program")
    ask.add_argument("--kills", type=int, default=200)
    ask.add_argument("--cases", type=int, default=200)
    ask.add_argument("--seed", type=int, default=20260302)
    ask.add_argument("--keep", action="store_true", help="leave the folders")
    wish = ask.parse_args()
    frist = os.path.abspath(wish.frist)
    chance = random.Random(wish.seed)
    folder = tempfile.mkdtemp(prefix="frist_kill_")
    counts = {}
    kills = rounds = 0
    try:
        calm, plan = undisturbed(frist, os.path.join(folder, "calm"), wish.cases)
        tables, listings, letters = calm.tables(), calm.listings(), calm.letters()
        if len(tables["event"]) < 4 * wish.cases or len(letters) < wish.cases or len(listings["suspense"]) != 2:
            raise SystemExit(f"kill_test: the undisturbed run did too little: {len(tables['event'])} events, {len(letters)} letters, "
                             f"{len(listings['suspense'])} in suspense")
        while kills < wish.kills:
            rounds += 1
            if rounds > wish.kills + 10:
                raise SystemExit(f"kill_test: only {kills} of {wish.kills} kills hit")
            place = os.path.join(folder, str(rounds))
            run = Run(frist, place, wish.cases)
            kills += disturbed(run, plan, chance, wish.kills - kills, counts)
            run.verify("at the end")
            compare("the table", tables, run.tables())
            compare("the listing", listings, run.listings())
            compare("the letter", letters, run.letters())
            if not wish.keep:
                shutil.rmtree(place)
    finally:
        if wish.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{kills} kills in {rounds} runs of {len(plan)} commands with {wish.cases} cases (seed {wish.seed}): every row, listing and letter as undisturbed")
    for name, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        print(f"  {count:4d}  {name[:100]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
