-- The creditor's own word for a group of customers, so that lists find it.
ALTER TABLE debtor_index ADD COLUMN customer_group TEXT NOT NULL DEFAULT '';
