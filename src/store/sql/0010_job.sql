-- Long work that goes on by itself: what was asked until it has ended, and what was answered.
CREATE TABLE job (
  job INTEGER PRIMARY KEY AUTOINCREMENT, creditor INTEGER NOT NULL, person INTEGER NOT NULL, api_key INTEGER NOT NULL, what TEXT NOT NULL,
  state TEXT NOT NULL, count INTEGER NOT NULL, total INTEGER NOT NULL, made INTEGER NOT NULL, ended INTEGER, plan TEXT NOT NULL,
  asked TEXT NOT NULL, brought BLOB NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX job_creditor ON job (creditor, job);
CREATE INDEX job_open ON job (job) WHERE ended IS NULL;
CREATE INDEX job_ended ON job (ended) WHERE ended IS NOT NULL;
