#!/usr/bin/env python3
"""Several nights of one database at the same time: together they do what one does, and no case is answered twice."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from databases import database_in, everything, rows  # noqa: E402
from kill_test import ACCOUNT, NOTICE, START, ledger  # noqa: E402

CREDITORS = ("999999999", "988077917", "310001007")


class Office:
    def __init__(self, frist, folder, cases):
        folder.mkdir()
        self.frist, self.folder, self.database = frist, folder, database_in(folder)
        (folder / "ledger.csv").write_text(ledger(cases), encoding="utf-8")
        self.must("init")
        for org in CREDITORS:
            self.must("creditor", "add", "--org", org, "--name", "Fjord Rør AS", "--street", "Prøvekaien 5", "--postal-code", "5003", "--place", "Bergen",
                      "--email", "faktura@fjordror.example", "--account", ACCOUNT)
            self.must("import", "ledger.csv", "--creditor", org, "--today", START)
            self.must("start", "--all", "--creditor", org, "--today", START)

    def words(self, *words):
        return [self.frist, "--db", self.database, "--wait", "60", *words]

    def must(self, *words):
        done = subprocess.run(self.words(*words), cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 3):
            raise SystemExit(f"two_nights: {words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def nights(self, count):
        running = [subprocess.Popen(self.words("night", "--date", NOTICE, "--today", NOTICE), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(count)]
        for night in running:
            told, wrong = night.communicate(timeout=300)
            if night.returncode != 0:
                raise SystemExit(f"two_nights: a night beside others ended with {night.returncode}: {told}{wrong}")


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--frist", required=True)
    ask.add_argument("--cases", type=int, default=60, help="of each of three creditors")
    ask.add_argument("--nights", type=int, default=4)
    wish = ask.parse_args()
    frist = str(pathlib.Path(wish.frist).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_nights_"))
    try:
        calm = Office(frist, folder / "calm", wish.cases)
        calm.nights(1)
        together = Office(frist, folder / "together", wish.cases)
        together.nights(wish.nights)
        together.must("verify", "--today", NOTICE)
        ordered = rows(together.database, "SELECT count(*) FROM letter")[0][0]
        if int(ordered) != len(CREDITORS) * wish.cases:
            raise SystemExit(f"two_nights: {ordered} letters were ordered for {len(CREDITORS) * wish.cases} cases")
        wanted, got = everything(calm.database), everything(together.database)
        for table in wanted:
            # In which order the cases of a batch were answered is told by the chain; it is the same, for a batch is answered in one commit.
            if wanted[table] != got[table]:
                raise SystemExit(f"two_nights: {table} differs:\n  one night: {wanted[table][:2]}\n  {wish.nights} nights: {got[table][:2]}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{wish.nights} nights at once over {len(CREDITORS)} creditors with {wish.cases} cases each: every row as of one night")
    return 0


if __name__ == "__main__":
    sys.exit(main())
