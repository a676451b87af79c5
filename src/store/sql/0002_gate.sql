-- What the gate between "ordered" and "sent" asks for: when each source was last read, what a written letter asks for,
-- and which payments in suspense a person has found not to be a case's.
CREATE TABLE last_read (
  creditor INTEGER NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (creditor, source)) STRICT, WITHOUT ROWID;
CREATE TABLE letter_total (
  creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, letter INTEGER NOT NULL, currency TEXT NOT NULL, total INTEGER NOT NULL,
  PRIMARY KEY (creditor, case_id, letter)) STRICT, WITHOUT ROWID;
CREATE TABLE line_apart (
  creditor INTEGER NOT NULL, line INTEGER NOT NULL, case_id INTEGER NOT NULL, on_day TEXT NOT NULL,
  PRIMARY KEY (creditor, line, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX payment_line_payer ON payment_line (creditor, payer);
CREATE INDEX letter_sent ON letter (creditor, sent_on) WHERE sent_on IS NOT NULL;
