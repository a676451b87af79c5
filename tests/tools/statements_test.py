"""No statement of the store reads all rows of a creditor to find a few: SQLite, without statistics, takes the primary key for
as good as an index of two columns, so such statements name their index (INDEXED BY)."""
import pathlib
import re
import sqlite3
import unittest

SQL = pathlib.Path(__file__).resolve().parents[2] / "src" / "store" / "sql"
# What is asked for is everything, all items of a kind, or the end of an index.
WHOLE = {"creditors", "letters", "cases", "each_event", "apart", "courses", "people", "links", "keys", "forget_sessions", "forget_tickets", "forget_links",
         "all_case_index", "all_debtor_index", "debtors_after", "loose_items",
         "put_debtor_index", "book_lines", "waiting_lines", "days_begun", "first_after_day", "debtor_index_version", "automations", "jobs", "open_job", "mandates_of_creditor", "templates", "all_parts", "owed_to_debtors", "acts_by_hand",
         "exports_by_themselves"}
# Tables of the people of an office, a few hundred rows at most.
SMALL = {"terms", "people", "links", "keys", "forget_tickets", "forget_links", "forget_failures", "forget_sessions"}


def statements():
    files = sorted(file for file in SQL.glob("*.sql") if not file.name[0].isdigit())
    return dict(found for file in files for found in re.findall(r"-- name: (\w+)\n(.*?)(?=\n-- name:|\Z)", file.read_text(encoding="utf-8"), re.S))


class Statements(unittest.TestCase):
    def test_find_their_rows_by_an_index(self):
        database = sqlite3.connect(":memory:")
        for script in sorted(SQL.glob("[0-9]*.sql")):
            database.executescript(script.read_text(encoding="utf-8"))
        found = statements()
        self.assertGreater(len(found), 30)
        for name, sql in found.items():
            values = [None] * max([int(number) for number in re.findall(r"\?(\d+)", sql)], default=0)
            for *_, step in database.execute("EXPLAIN QUERY PLAN " + sql, values):
                if name not in WHOLE | SMALL:
                    self.assertNotRegex(step, r"^SCAN (?!CONSTANT ROW)|\(creditor=\?\)|PRIMARY KEY \(creditor=\? AND \w+>\?\)", f"{name} reads all of a creditor: {step}")
        database.close()

    def test_name_each_table_behind_a_word_that_says_so(self):
        """The link to a server takes a table for untouched by a statement that does not name it behind one of these (postgres_words.h)."""
        database = sqlite3.connect(":memory:")
        for script in sorted(SQL.glob("[0-9]*.sql")):
            database.executescript(script.read_text(encoding="utf-8"))
        tables = {name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for name, sql in statements().items():
            touched = set()

            def see(act, table, *_):
                if act in (sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE):
                    touched.add(table)
                return sqlite3.SQLITE_OK
            database.set_authorizer(see)
            database.execute("EXPLAIN " + sql, [None] * max([int(number) for number in re.findall(r"\?(\d+)", sql)], default=0)).fetchall()
            database.set_authorizer(None)
            self.assertLessEqual(touched & tables, set(re.findall(r"(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", sql)), name)
            self.assertTrue(touched, name)
        database.close()

    def test_would_find_one_that_reads_everything(self):
        database = sqlite3.connect(":memory:")
        database.executescript((SQL / "0001_first.sql").read_text(encoding="utf-8"))
        plan = database.execute("EXPLAIN QUERY PLAN SELECT kid FROM kid WHERE creditor = 1 AND case_id = 2 AND item = ''").fetchone()[3]
        database.close()
        self.assertRegex(plan, r"\(creditor=\?\)", "SQLite has learnt to choose; INDEXED BY may go")


if __name__ == "__main__":
    unittest.main()
