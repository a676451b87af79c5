-- People and what opens the door to them. What is told once (tokens, links, keys, recovery codes) stands here as its
-- SHA-256. E-mail and name stand in person and link and nowhere else. Times are seconds of universal time.
CREATE TABLE person (
  person INTEGER PRIMARY KEY, version INTEGER NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, role TEXT NOT NULL,
  creditors TEXT NOT NULL, password TEXT NOT NULL, made INTEGER NOT NULL, removed INTEGER) STRICT;
CREATE UNIQUE INDEX person_email ON person (email) WHERE removed IS NULL;
CREATE TABLE factor (
  person INTEGER PRIMARY KEY, secret TEXT NOT NULL, confirmed INTEGER NOT NULL, last_step INTEGER NOT NULL) STRICT;
CREATE TABLE recovery_code (
  person INTEGER NOT NULL, hash TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (person, hash)) STRICT, WITHOUT ROWID;
-- A number that an act names is given once: AUTOINCREMENT, where rows go away.
CREATE TABLE session (
  session INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, hash TEXT NOT NULL UNIQUE, made INTEGER NOT NULL, seen INTEGER NOT NULL,
  device TEXT NOT NULL, second_factor INTEGER NOT NULL) STRICT;
CREATE INDEX session_person ON session (person);
CREATE TABLE ticket (
  hash TEXT NOT NULL PRIMARY KEY, person INTEGER NOT NULL, ends INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_person ON ticket (person);
CREATE TABLE link (
  link INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, email TEXT NOT NULL, role TEXT NOT NULL, creditors TEXT NOT NULL,
  person INTEGER NOT NULL, by_person INTEGER NOT NULL, made INTEGER NOT NULL, ends INTEGER NOT NULL) STRICT;
CREATE TABLE api_key (
  api_key INTEGER PRIMARY KEY, person INTEGER NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, shown TEXT NOT NULL, scopes TEXT NOT NULL,
  creditors TEXT NOT NULL, made INTEGER NOT NULL, ends INTEGER, last_used TEXT, revoked INTEGER) STRICT;
CREATE INDEX api_key_person ON api_key (person);
CREATE TABLE failure (
  of TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX failure_last ON failure (last);
CREATE TABLE person_setting (
  person INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, name)) STRICT, WITHOUT ROWID;
-- Who did what. Each line is linked to the one before by SHA-256; the end of the chain stands apart, so that a cut tail
-- is found.
CREATE TABLE act (
  number INTEGER PRIMARY KEY, at INTEGER NOT NULL, person INTEGER NOT NULL, api_key INTEGER NOT NULL, what TEXT NOT NULL, creditor INTEGER NOT NULL,
  on_what TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX act_creditor ON act (creditor);
CREATE INDEX act_person ON act (person);
CREATE TABLE act_end (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER act_only_grows BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'the log of acts only grows'); END;
CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'the log of acts only grows'); END;
