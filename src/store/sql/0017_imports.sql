-- Files that changed the ledger. The trail says in lines what was added, and what was otherwise before.
CREATE TABLE import (
  creditor INTEGER NOT NULL, import INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, person INTEGER NOT NULL,
  row_count INTEGER NOT NULL, rejected INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL, paid INTEGER NOT NULL,
  currency TEXT NOT NULL, open INTEGER NOT NULL, undone_at TEXT NOT NULL, undone_by INTEGER NOT NULL,
  PRIMARY KEY (creditor, import)) STRICT, WITHOUT ROWID;
CREATE TABLE import_trail (
  creditor INTEGER NOT NULL, import INTEGER NOT NULL, trail TEXT NOT NULL,
  PRIMARY KEY (creditor, import)) STRICT, WITHOUT ROWID;
-- How lists are read that come again and again, found by the names of their columns.
CREATE TABLE import_template (
  creditor INTEGER NOT NULL, name TEXT NOT NULL, header_hash TEXT NOT NULL, map TEXT NOT NULL, kept_on TEXT NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (creditor, name)) STRICT, WITHOUT ROWID;
