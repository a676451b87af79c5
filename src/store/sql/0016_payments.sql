-- Where the parts of a payment line went: one line may pay several cases, and a part that was taken back stands with its day.
CREATE TABLE line_part (
  creditor INTEGER NOT NULL, line INTEGER NOT NULL, part INTEGER NOT NULL, case_id INTEGER NOT NULL, invoice TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, on_day TEXT NOT NULL, person INTEGER NOT NULL, gone_on TEXT, lost INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (creditor, line, part)) STRICT, WITHOUT ROWID;
INSERT INTO line_part (creditor, line, part, case_id, invoice, currency, amount, on_day, person, gone_on)
  SELECT creditor, line, 1, case_id, CASE WHEN case_id = 0 THEN substr(reason, 9, instr(reason, ', which has no case') - 9) ELSE '' END,
    currency, amount, on_day, 0, NULL FROM payment_line WHERE state = 'applied';
ALTER TABLE payment_line ADD COLUMN left_over INTEGER NOT NULL DEFAULT 0;
UPDATE payment_line SET left_over = amount WHERE state = 'suspense';
CREATE INDEX letter_total_sum ON letter_total (creditor, total);
CREATE INDEX payment_line_day ON payment_line (creditor, on_day);
-- Money on its way back to who paid too much. `account` and `name` are personal data.
CREATE TABLE refund (
  creditor INTEGER NOT NULL, refund INTEGER NOT NULL, case_id INTEGER NOT NULL, payment INTEGER NOT NULL, line INTEGER NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, ordered_on TEXT NOT NULL,
  person INTEGER NOT NULL, batch TEXT NOT NULL, filed_on TEXT, ended_on TEXT,
  PRIMARY KEY (creditor, refund)) STRICT, WITHOUT ROWID;
CREATE INDEX refund_state ON refund (creditor, state);
CREATE INDEX refund_batch ON refund (creditor, batch) WHERE batch <> '';
CREATE INDEX refund_case ON refund (creditor, case_id);
CREATE INDEX refund_line ON refund (creditor, line) WHERE line <> 0;
CREATE INDEX entry_owed ON entry (creditor, case_id, amount) WHERE account = 'owed_to_debtors';
