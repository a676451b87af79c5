"""The database of a test: a file of its own, or, where FRIST_TEST_POSTGRES names a server, a database of its own there."""
import contextlib
import os
import pathlib
import re
import sqlite3
import subprocess

SERVER = os.environ.get("FRIST_TEST_POSTGRES", "")
SPLIT = "\x1f"


def database_in(folder, name="frist.db"):
    """What --db is to say for a folder; made when it is not there yet."""
    path = pathlib.Path(folder) / name
    if not SERVER:
        return str(path)
    place, _, options = SERVER.partition("?")
    known = re.sub(r"[^a-z0-9]", "_", "_".join(path.with_suffix("").parts[-3:]).lower())
    # There already when a second program works on the folder of the first.
    subprocess.run(["psql", "-q", f"{place}postgres?{options}", "-c", f'CREATE DATABASE "{known}"'], capture_output=True, check=False)
    return f"{place}{known}?{options}"


def on_server(database):
    return database.startswith("postgres")


def rows(database, question):
    """What the database holds, behind the program's back: a list of tuples; a server's are of words."""
    if not on_server(database):
        with contextlib.closing(sqlite3.connect(database)) as file:
            return file.execute(question).fetchall()
    told = subprocess.run(["psql", "-q", "-A", "-t", "-F", SPLIT, "-R", "\x1e", database, "-c", question], capture_output=True, text=True, check=True).stdout
    return [tuple(line.split(SPLIT)) for line in told.removesuffix("\n").split("\x1e") if line]


def tables(database):
    if on_server(database):
        question = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    else:
        question = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    return [name for (name,) in rows(database, question)]


def tables_of_creditors(database):
    """All tables whose rows are a creditor's, but the log of acts."""
    if on_server(database):
        question = "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'creditor' AND table_name <> 'act'"
    else:
        question = "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'creditor' WHERE m.type = 'table' AND m.name <> 'act'"
    return [name for (name,) in rows(database, question)]


def everything(database):
    """Every row of every table as text, by table."""
    return {name: sorted(map(repr, rows(database, f'SELECT * FROM "{name}"'))) for name in tables(database)}
