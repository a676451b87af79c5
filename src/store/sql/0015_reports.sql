-- What was known on a day: everything before the first event that was kept on a later one. One row for each day on which
-- something was kept, with the first event of that day. And the few events by which claims came into a case that ran.
CREATE TABLE day_begun (
  creditor INTEGER NOT NULL, day TEXT NOT NULL, link INTEGER NOT NULL, PRIMARY KEY (creditor, day)) STRICT, WITHOUT ROWID;
INSERT INTO day_begun (creditor, day, link) SELECT creditor, stored, MIN(link) FROM event GROUP BY creditor, stored;
CREATE INDEX event_joined ON event (creditor, link) WHERE type = 'ClaimsJoined';
