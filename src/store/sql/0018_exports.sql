-- Exports that a person has saved; some are made by themselves on their days, and what came of them is kept for a while. `since`:
-- due on days after this one.
CREATE TABLE saved_export (
  saved_export INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, person INTEGER NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
  every TEXT NOT NULL, on_day INTEGER NOT NULL, since TEXT NOT NULL) STRICT;
CREATE INDEX saved_export_person ON saved_export (person);
CREATE INDEX saved_export_every ON saved_export (saved_export) WHERE every <> 'never';
CREATE TABLE export_file (
  export_file INTEGER PRIMARY KEY AUTOINCREMENT, saved_export INTEGER NOT NULL, due TEXT NOT NULL, person INTEGER NOT NULL, made INTEGER NOT NULL,
  ends INTEGER NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL, row_count INTEGER NOT NULL, creditors TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, size INTEGER NOT NULL,
  bytes BLOB NOT NULL, UNIQUE (saved_export, due)) STRICT;
CREATE INDEX export_file_person ON export_file (person, export_file);
CREATE INDEX export_file_ends ON export_file (ends);
