#!/usr/bin/python3
"""Kills `frist dispatch` (SIGKILL) at chance moments and lets it begin again until all letters have left: each letter
must lie in one batch of the print house, and each copy in its debtor's mailbox once, as in an undisturbed run."""
import argparse
import collections
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))

import servers
from house import NOTICE, House


def outcome(house, smtp):
    """How often each letter lies in a batch and each mail in a mailbox, and what the program says of them."""
    seen = collections.Counter()
    for manifest in (house.folder / "house").glob("*/manifest.csv"):
        if manifest.parent.suffix == ".part":
            continue
        for line in manifest.read_text(encoding="utf-8").splitlines()[1:]:
            letter, file, digest, *_ = line.split(";")
            seen["paper", letter, digest] += 1
            assert (manifest.parent / file).exists(), file
    for folder in smtp.folder.glob("*@*"):
        for mail in smtp.delivery.maildir(folder.name):
            seen["mail", folder.name, mail["Message-ID"]] += 1
    told = {(row["case"], row["letter"], row["channel"], row["state"], row["sha256"]) for row in house.dispatches()}
    return seen, told


def empty(smtp):
    for folder in smtp.folder.glob("*@*"):
        shutil.rmtree(folder)
    smtp.delivery.deliver("arkiv@fjordror.example", b"Subject: begins\r\n\r\n")


def play(frist, template, folder, smtp, chance, seconds, kills):
    """One portfolio to its end, with at most so many kills; the house and how many kills hit."""
    empty(smtp)
    shutil.copytree(template, folder)
    house = House(frist, folder)
    hits = 0
    while True:
        if hits >= kills:
            house.must("dispatch", "--today", NOTICE)
            return house, hits
        with subprocess.Popen(house.command("dispatch", "--today", NOTICE), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(timeout=chance.random() * seconds)
                if process.returncode == 0:
                    return house, hits
                raise SystemExit("dispatch_kill: a run that was not killed failed")
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                hits += 1
        while smtp.delivery.busy:   # what the server took before the kill
            threading.Event().wait(0.005)
        threading.Event().wait(0.02)


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--frist", required=True)
    ask.add_argument("--kills", type=int, default=200)
    ask.add_argument("--cases", type=int, default=12)
    ask.add_argument("--seed", type=int, default=20260303)
    asked = ask.parse_args()
    frist = pathlib.Path(asked.frist).resolve()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory(prefix="frist_dispatch_kill_") as place:
        place = pathlib.Path(place)
        mail = place / "mail"
        mail.mkdir()
        place.chmod(0o755)
        servers.certificate(mail)
        smtp, imap = servers.Smtp(mail), servers.Imap(mail)
        try:
            first = House(frist, place / "template", asked.cases)
            first.print_house()
            first.mail(smtp, imap)
            begin = time.monotonic()
            house, _ = play(frist, place / "template", place / "undisturbed", smtp, chance, 1e6, 1)
            seconds = time.monotonic() - begin
            wanted = outcome(house, smtp)
            assert len(wanted[1]) == 2 * asked.cases, wanted[1]
            left, runs = asked.kills, 0
            while left > 0:
                runs += 1
                house, hits = play(frist, place / "template", place / f"run{runs}", smtp, chance, seconds, min(left, chance.randint(1, 12)))
                left -= hits
                got = outcome(house, smtp)
                if got != wanted:
                    raise SystemExit(f"dispatch_kill: run {runs} differs:\n  wanted {sorted(wanted[0].items())}\n  got {sorted(got[0].items())}\n  {wanted[1] ^ got[1]}")
                house.must("verify", "--today", NOTICE)
                shutil.rmtree(house.folder)
            print(f"dispatch_kill: {asked.kills - left} kills in {runs} runs of {asked.cases} letters and as many copies: each left once")
        finally:
            smtp.stop()
            imap.stop()


if __name__ == "__main__":
    main()
