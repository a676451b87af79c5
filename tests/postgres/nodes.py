#!/usr/bin/env python3
"""Several nodes work on one server while processes are killed and the server is restarted at chance moments: what comes out must
equal an undisturbed run, row by row and letter by letter.

Each creditor's weeks are the steps of tests/kill/kill_test.py, one after the other; each step is done by whichever node is free, again and
again until it has ended by itself. All nodes play the nights of all creditors together.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / folder) for folder in ("support", "kill")]
import kill_test  # noqa: E402
from databases import database_in, rows, tables_of_creditors  # noqa: E402

SERVER = pathlib.Path(__file__).resolve().parent / "server"
CREDITORS = ("999999999", "988077917", "310001007")
ENDS_WELL = (0, 3)


class Creditor(kill_test.Run):
    """One creditor's work in an office that several share."""

    def __init__(self, frist, folder, cases, org, database):
        super().__init__(frist, folder, cases)
        self.org, self.database = org, database
        self.plan = [step for step in kill_test.steps() if step.words[0] != "init"]

    def words(self, step):
        told = [self.org if word == kill_test.ORG else word for word in step.words]
        return [self.frist, "--db", self.database, "--wait", "30", *([] if told[0] == "creditor" or "--creditor" in told else ["--creditor", self.org]), *told]


class Office:
    def __init__(self, frist, folder, cases):
        folder.mkdir()
        self.database = database_in(folder)
        subprocess.run([frist, "--db", self.database, "init"], check=True, capture_output=True)
        self.creditors = [Creditor(frist, folder / org, cases, org, self.database) for org in CREDITORS]
        for creditor in self.creditors:   # their numbers are given in this order
            subprocess.run(creditor.words(creditor.plan[0]), check=True, capture_output=True)

    def rows(self):
        return {name: sorted(rows(self.database, f"SELECT * FROM {name} WHERE creditor > 0")) for name in tables_of_creditors(self.database)}

    def letters(self):
        return {f"{creditor.org}/{name}": sha for creditor in self.creditors for name, sha in creditor.letters().items()}

    def verify(self):
        done = subprocess.run([self.creditors[0].frist, "--db", self.database, "--today", kill_test.DEMAND, "verify"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"nodes: verify fails: {done.stdout}{done.stderr}")


class Nodes:
    """As many as there are creditors; each step is tried by them until it has ended well."""

    def __init__(self, office, seed, kills, restarts, folder):
        self.office, self.chance, self.kills, self.restarts, self.folder = office, random.Random(seed), kills, restarts, folder
        self.running, self.lock = {}, threading.Lock()
        self.killed = self.restarted = 0
        self.failed = []

    def once(self, creditor, step):
        process = subprocess.Popen(creditor.words(step), cwd=creditor.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        with self.lock:
            self.running[process.pid] = process
        told = process.communicate()
        with self.lock:
            del self.running[process.pid]
        return process.returncode, "".join(told)

    def work(self, creditor):
        for step in creditor.plan[1:]:
            for _ in range(400):
                code, told = self.once(creditor, step)
                if code in ENDS_WELL:
                    break
                # Killed, or the server was not there: again. Anything else is a fault of ours.
                if code > 0 and not any(words in told for words in ("the server went away", "the server does not answer", "another process is writing")):
                    self.failed.append(f"{creditor.org} {step}: {code} {told[-800:]}")
                    return
            else:
                self.failed.append(f"{creditor.org} {step}: it never ended")
                return

    def disturb(self, ended):
        while not ended.is_set():
            ended.wait(self.chance.uniform(0.05, 0.4))
            with self.lock:
                running = [process for process in self.running.values() if process.poll() is None]
            if self.restarted < self.restarts and self.chance.random() < 0.05:
                subprocess.run([str(SERVER), "restart", self.folder], check=True, capture_output=True)
                self.restarted += 1
            elif running and self.killed < self.kills:
                self.chance.choice(running).kill()
                self.killed += 1

    def play(self):
        ended = threading.Event()
        disturber = threading.Thread(target=self.disturb, args=(ended,))
        workers = [threading.Thread(target=self.work, args=(creditor,)) for creditor in self.office.creditors]
        for worker in workers:
            worker.start()
        disturber.start()
        for worker in workers:
            worker.join()
        ended.set()
        disturber.join()
        if self.failed:
            raise SystemExit("nodes: " + "\n".join(self.failed))


def differs(what, wanted, got):
    for name in sorted(set(wanted) | set(got)):
        left, right = wanted.get(name), got.get(name)
        if left != right:
            if isinstance(left, list) and isinstance(right, list):
                left, right = [row for row in left if row not in right][:2], [row for row in right if row not in left][:2]
            raise SystemExit(f"nodes: {what} {name} differs:\n  undisturbed: {str(left)[:1200]}\n  disturbed:   {str(right)[:1200]}")


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--frist", required=True)
    ask.add_argument("--server", required=True, help="the folder that tests/postgres/server was started for")
    ask.add_argument("--cases", type=int, default=20, help="of each of three creditors")
    ask.add_argument("--kills", type=int, default=20)
    ask.add_argument("--restarts", type=int, default=2)
    ask.add_argument("--seed", type=int, default=20260302)
    wish = ask.parse_args()
    frist = os.path.abspath(wish.frist)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_nodes_"))
    try:
        calm = Office(frist, folder / "calm", wish.cases)
        begun = time.monotonic()
        Nodes(calm, wish.seed, 0, 0, wish.server).play()
        quiet = time.monotonic() - begun
        calm.verify()
        office = Office(frist, folder / "disturbed", wish.cases)
        begun = time.monotonic()
        nodes = Nodes(office, wish.seed, wish.kills, wish.restarts, wish.server)
        nodes.play()
        office.verify()
        differs("the table", calm.rows(), office.rows())
        differs("the letter", calm.letters(), office.letters())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(CREDITORS)} nodes, {wish.cases} cases of each creditor: {nodes.killed} kills and {nodes.restarted} restarts of the server, every row and letter as undisturbed "
          f"({quiet:.0f} s undisturbed, {time.monotonic() - begun:.0f} s disturbed)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
