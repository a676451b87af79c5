-- Payments by the day on which they were told, and answers that are given again for the same Idempotency-Key.
CREATE INDEX event_payment ON event (creditor, stored, link) WHERE type = 'PaymentReceived';
CREATE TABLE answer (
  who TEXT NOT NULL, key TEXT NOT NULL, words TEXT NOT NULL, given INTEGER NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (who, key)) STRICT, WITHOUT ROWID;
CREATE INDEX answer_given ON answer (given);
