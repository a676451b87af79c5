-- The register: index rows of cases and debtors, so that lists are shown without reading cases. All of it can be made anew
-- (register_mark says by whom it was made). debtor_index holds names: it is personal data and follows the debtor's record.
CREATE TABLE register_mark (
  creditor INTEGER PRIMARY KEY, shape TEXT NOT NULL, law TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE TABLE case_index (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, debtor INTEGER NOT NULL, state TEXT NOT NULL, status TEXT NOT NULL,
  kind TEXT NOT NULL, relation TEXT NOT NULL, step TEXT NOT NULL, next_on TEXT, next_what TEXT NOT NULL, next_kind TEXT NOT NULL,
  look TEXT, oldest_due TEXT, accrual BLOB NOT NULL,
  PRIMARY KEY (creditor, case_id)) STRICT, WITHOUT ROWID;
CREATE TABLE debtor_index (
  creditor INTEGER NOT NULL, debtor INTEGER NOT NULL, version INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
  org_number TEXT NOT NULL, signs INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor)) STRICT, WITHOUT ROWID;
CREATE INDEX debtor_index_version ON debtor_index (creditor, version);
CREATE INDEX item_amount ON item (creditor, amount);
