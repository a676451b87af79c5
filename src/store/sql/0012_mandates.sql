-- A creditor lets somebody of another office in: by a code that is used once (its SHA-256 stands here), as what, by whom,
-- who took it, and all who work by it. One that has ended stays, for the log names its number.
CREATE TABLE mandate (
  mandate INTEGER PRIMARY KEY AUTOINCREMENT, creditor INTEGER NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, made_by INTEGER NOT NULL,
  made INTEGER NOT NULL, ends INTEGER NOT NULL, person INTEGER NOT NULL DEFAULT 0, taken INTEGER, ended INTEGER) STRICT;
CREATE INDEX mandate_creditor ON mandate (creditor) WHERE ended IS NULL;
CREATE TABLE mandate_member (person INTEGER NOT NULL, mandate INTEGER NOT NULL, PRIMARY KEY (person, mandate)) STRICT, WITHOUT ROWID;
CREATE INDEX mandate_member_mandate ON mandate_member (mandate);
