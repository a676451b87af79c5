#!/usr/bin/env python3
"""Checks an evidence pack with nothing but Python: python3 check.py [FOLDER or ZIP]

1. every file has the SHA-256 that the index names, and no file is there that the index does not name;
2. every event of the log is linked to the one before;
3. every interest row is base × rate × days over the days of its years, rounded half up, and all rows add up to the sums.
"""
import datetime
import hashlib
import io
import json
import pathlib
import sys
import zipfile
from fractions import Fraction


def files_of(place):
    if place.is_file():
        with zipfile.ZipFile(place) as pack:
            return {name: pack.read(name) for name in pack.namelist()}
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def check_files(files, index):
    named = {entry["name"]: entry["sha256"] for entry in index["files"]}
    for name, digest in named.items():
        if name not in files:
            yield f"{name}: is missing"
        elif hashlib.sha256(files[name]).hexdigest() != digest:
            yield f"{name}: is not the file of the index"
    for name in sorted(set(files) - set(named) - {"index.html", "index.json"}):
        yield f"{name}: is not in the index"


def check_chain(log):
    for at, event in enumerate(log):
        words = "\n".join(str(event[name]) for name in ("before", "link", "case", "seq", "stored", "type", "cause", "law", "body"))
        if hashlib.sha256(words.encode()).hexdigest() != event["hash"]:
            yield f"log.json: event {event['seq']} ({event['type']}) is not what was stored"
        if event["seq"] != at + 1:
            yield f"log.json: event {at + 1} is missing"
        earlier = log[at - 1] if at else None
        if earlier and earlier["link"] + 1 == event["link"] and earlier["hash"] != event["before"]:
            yield f"log.json: event {event['seq']} does not follow the one before"


def minor(amount):
    """Øre of "1234.50"."""
    return int(Fraction(amount) * 100)


def half_up(exact):
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator) if exact >= 0 else -half_up(-exact)


def interest(row):
    """Øre of a row: each day counts as one of the days of its own year."""
    day, last = datetime.date.fromisoformat(row["from"]), datetime.date.fromisoformat(row["to"])
    weight = Fraction(0)
    while day < last:
        leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
        weight += Fraction(1, 366 if leap else 365)
        day += datetime.timedelta(1)
    return half_up(minor(row["base"]) * Fraction(row["rate"]) / 100 * weight)


def check_sums(said):
    sums = {"principal": 0, "interest": 0, "costs": 0}
    for row in said["rows"]:
        if row["part"] == "payment":
            for part in sums:
                sums[part] -= minor(row[part])
            continue
        sums[row["part"]] += minor(row["amount"])
        if row["part"] == "interest" and "base" in row:
            if interest(row) != minor(row["amount"]):
                yield f"computation.json: interest of {row['claim']} from {row['from']} is {interest(row)} øre, not {row['amount']}"
    for part, total in sums.items():
        if total != minor(said[part]):
            yield f"computation.json: the rows of {part} add up to {total} øre, not {said[part]}"
    if sum(sums.values()) != minor(said["total"]):
        yield f"computation.json: the parts do not add up to {said['total']}"


def main():
    place = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent)
    files = files_of(place)
    if "index.json" not in files:
        print(f"{place}: there is no index.json; name the pack or its folder")
        return 2
    index = json.loads(files["index.json"])
    faults = list(check_files(files, index))
    if "log.json" in files:
        faults += check_chain(json.loads(files["log.json"]))
    if "computation.json" in files:
        faults += check_sums(json.loads(files["computation.json"]))
    for fault in faults:
        print(fault)
    for lack in index["missing"]:
        print(f"note: {lack}")
    print(f"case {index['case']}, made on {index['made_on']}: " + (f"{len(faults)} faults" if faults else f"{len(index['files'])} files, all as they should be"))
    return 1 if faults else 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
