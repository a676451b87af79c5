-- Lists as people want to see them; the day a case closed, in its row of the register, which is made anew; what people
-- write down (personal data: it may name somebody); and the rules by which cases start by themselves, each as it was set.
CREATE TABLE saved_view (
  saved_view INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, person INTEGER NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL,
  shared INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX saved_view_person ON saved_view (person);
CREATE INDEX saved_view_shared ON saved_view (shared) WHERE shared = 1;
ALTER TABLE case_index ADD COLUMN closed_on TEXT;
CREATE TABLE note (
  creditor INTEGER NOT NULL, note INTEGER NOT NULL, debtor INTEGER NOT NULL, case_id INTEGER NOT NULL, person INTEGER NOT NULL, at TEXT NOT NULL,
  words TEXT NOT NULL, struck_by INTEGER NOT NULL, struck_at TEXT NOT NULL, PRIMARY KEY (creditor, note)) STRICT, WITHOUT ROWID;
CREATE INDEX note_debtor ON note (creditor, debtor, note);
CREATE TABLE automation (
  creditor INTEGER NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, person INTEGER NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (creditor, number)) STRICT, WITHOUT ROWID;
