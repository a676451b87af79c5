-- Copies of invoices: what a court or an office must see beside a petition.
CREATE TABLE enclosure (
  creditor INTEGER NOT NULL, invoice TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, on_day TEXT NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (creditor, invoice, sha256)) STRICT;
