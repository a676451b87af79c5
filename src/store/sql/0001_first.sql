-- The first shape of the store. Every key is led by the creditor. Money is whole minor units, days are ISO text.
CREATE TABLE creditor (
  creditor INTEGER PRIMARY KEY, org_number TEXT NOT NULL UNIQUE, record TEXT NOT NULL,
  last_link INTEGER NOT NULL DEFAULT 0, last_hash TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE debtor (
  creditor INTEGER NOT NULL, debtor INTEGER NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor), UNIQUE (creditor, key)) STRICT, WITHOUT ROWID;
CREATE TABLE item (
  creditor INTEGER NOT NULL, item INTEGER NOT NULL, number TEXT NOT NULL, debtor INTEGER NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, open INTEGER NOT NULL, invoiced TEXT, due TEXT NOT NULL,
  kid TEXT NOT NULL, earlier TEXT NOT NULL, case_id INTEGER NOT NULL, open_at_start INTEGER NOT NULL, warning TEXT NOT NULL, what TEXT NOT NULL,
  PRIMARY KEY (creditor, item), UNIQUE (creditor, number)) STRICT, WITHOUT ROWID;
CREATE INDEX item_case ON item (creditor, case_id);
CREATE TABLE case_row (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, debtor INTEGER NOT NULL, state TEXT NOT NULL,
  next_look TEXT, seq INTEGER NOT NULL, snapshot BLOB NOT NULL,
  PRIMARY KEY (creditor, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX case_due ON case_row (creditor, next_look) WHERE next_look IS NOT NULL;
CREATE INDEX case_debtor ON case_row (creditor, debtor);
CREATE TABLE event (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, seq INTEGER NOT NULL, link INTEGER NOT NULL, stored TEXT NOT NULL,
  type TEXT NOT NULL, body TEXT NOT NULL, cause TEXT NOT NULL, law TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (creditor, case_id, seq)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX event_link ON event (creditor, link);
CREATE TABLE entry (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, seq INTEGER NOT NULL, account TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (creditor, case_id, seq, account)) STRICT, WITHOUT ROWID;
CREATE TABLE counter (
  creditor INTEGER NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (creditor, name)) STRICT, WITHOUT ROWID;
CREATE TABLE kid (
  creditor INTEGER NOT NULL, kid TEXT NOT NULL, case_id INTEGER NOT NULL, item TEXT NOT NULL,
  PRIMARY KEY (creditor, kid)) STRICT, WITHOUT ROWID;
CREATE INDEX kid_case ON kid (creditor, case_id);
CREATE TABLE letter (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, letter INTEGER NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL,
  state TEXT NOT NULL, approved INTEGER NOT NULL, written_on TEXT, deadline TEXT, currency TEXT NOT NULL, fee INTEGER NOT NULL,
  file TEXT NOT NULL, sha256 TEXT NOT NULL, sent_on TEXT,
  PRIMARY KEY (creditor, case_id, letter)) STRICT, WITHOUT ROWID;
CREATE INDEX letter_state ON letter (creditor, state);
CREATE TABLE file (
  creditor INTEGER NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL,
  PRIMARY KEY (creditor, sha256)) STRICT, WITHOUT ROWID;
CREATE TABLE payment_line (
  creditor INTEGER NOT NULL, line INTEGER NOT NULL, fingerprint TEXT NOT NULL, file TEXT NOT NULL, on_day TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, kid TEXT NOT NULL, payer TEXT NOT NULL, state TEXT NOT NULL,
  case_id INTEGER NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL,
  PRIMARY KEY (creditor, line), UNIQUE (creditor, fingerprint)) STRICT, WITHOUT ROWID;
CREATE INDEX payment_line_state ON payment_line (creditor, state);
