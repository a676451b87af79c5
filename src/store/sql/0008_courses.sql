-- The courses a creditor made of its own: every version that was ever in use stays. An empty body ends the course.
CREATE TABLE course (
  creditor INTEGER NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, kept_on TEXT NOT NULL, by_person INTEGER NOT NULL,
  PRIMARY KEY (creditor, name, version)) STRICT, WITHOUT ROWID;
