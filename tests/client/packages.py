"""The npm packages of the lock beside this file, in build/client, with the Node that the web application is built with."""
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLACE = ROOT / "build/client"


def node(*words, **more):
    """What it says; fails with its errors when it fails."""
    done = subprocess.run([ROOT / "tools/web", *map(str, words)], check=False, capture_output=True, text=True, timeout=300, **more)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def installed():
    """The folder they are in; anew only when the lock has changed."""
    lock = (HERE / "package-lock.json").read_bytes()
    known = PLACE / "node_modules/.lock"
    if not known.exists() or known.read_bytes() != lock:
        PLACE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, PLACE)
        node("npm", "--prefix", PLACE, "ci", "--no-audit", "--no-fund")
        known.write_bytes(lock)
    return PLACE


if __name__ == "__main__":
    installed()
