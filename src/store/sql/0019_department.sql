-- What an invoice belongs to in the creditor's own accounts, so that income is split by it.
ALTER TABLE item ADD COLUMN department TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN project TEXT NOT NULL DEFAULT '';
