"""The files of the project, for the checks beside this file, and how a check tells what it found."""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ignored_folders = {"build", "var", "node_modules", "__pycache__", ".git"}


def arguments(description):
    """The options every check has: --root, the tree to look at (the project this script stands in)."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    return parser


def files(root):
    """All files of the tree as sorted relative paths: what git knows or would take in, or, in a copy without
    git, everything but built and generated folders."""
    listed = None
    if (root / ".git").exists():
        found = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"],
                               capture_output=True, check=False)
        if found.returncode == 0:
            listed = [name for name in found.stdout.decode("utf-8").split("\0") if name]
    if listed is None:
        listed = []
        for folder, names, leaves in os.walk(root):
            here = Path(folder).relative_to(root)
            names[:] = [n for n in names if n not in ignored_folders and not (here == Path(".") and n == "demo")]
            listed += [(here / leaf).as_posix() for leaf in leaves]
    return sorted({name for name in listed if (root / name).is_file()})


def is_script(root, name):
    """True for a file that begins with #!"""
    with open(root / name, "rb") as file:
        return file.read(2) == b"#!"


def is_code(root, name):
    """True for what people write as program: sources, scripts and build files, not data and not documents."""
    if name.endswith(".d.ts"):   # made from api/openapi.yaml
        return False
    if name.endswith((".cpp", ".h", ".py", ".sh", ".cmake", ".sql", ".ts", ".tsx", "CMakeLists.txt")):
        return True
    return "." not in Path(name).name and is_script(root, name)


def lines(root, name):
    """(number, line) of a text file; bytes that are no UTF-8 become marks and are found by check_format."""
    text = (root / name).read_text(encoding="utf-8", errors="replace")
    return enumerate(text.split("\n"), start=1)


def floors(root):
    """{folder: floor} from src/FLOORS."""
    found = {}
    for _, line in lines(root, "src/FLOORS"):
        words = line.split()
        if words and re.fullmatch(r"\d+", words[0]):
            found.update({folder: int(words[0]) for folder in words[1:]})
    return found


def report(check, faults):
    """Prints the faults, one a line as place: what — remedy, and gives the exit code."""
    for fault in faults:
        print(f"{check}: {fault}", file=sys.stderr)
    if faults:
        print(f"{check}: {len(faults)} fault{'s' if len(faults) > 1 else ''}", file=sys.stderr)
    return 1 if faults else 0
