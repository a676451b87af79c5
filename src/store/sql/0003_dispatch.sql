-- Letters on their way out: what each channel was given, and what it said.
CREATE TABLE dispatch (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, letter INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, deciding INTEGER NOT NULL,
  batch TEXT NOT NULL, address TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, tries INTEGER NOT NULL, at TEXT NOT NULL, next_try TEXT,
  said TEXT NOT NULL, PRIMARY KEY (creditor, case_id, letter, channel)) STRICT, WITHOUT ROWID;
CREATE INDEX dispatch_state ON dispatch (creditor, state);
