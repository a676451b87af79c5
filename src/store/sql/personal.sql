-- What tells who a debtor was, for the day on which it goes.
-- name: trace_of_cases
SELECT COUNT(*), coalesce(SUM(CASE WHEN state = 'closed' THEN 0 ELSE 1 END), 0) FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2
-- name: trace_of_invoices
SELECT COUNT(*) FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = 0 AND debtor = ?2 AND open <> 0
-- name: trace_of_money
SELECT CAST(coalesce(SUM(amount), 0) AS BIGINT) FROM entry INDEXED BY entry_owed
WHERE creditor = ?1 AND account = 'owed_to_debtors' AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: trace_of_refunds
SELECT COUNT(*) FROM refund INDEXED BY refund_case
WHERE creditor = ?1 AND state IN ('ordered', 'filed') AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_key
UPDATE debtor SET key = ?3 WHERE creditor = ?1 AND debtor = ?2
-- name: forget_notes
UPDATE note SET words = '' WHERE creditor = ?1 AND debtor = ?2
-- name: forget_dispatches
UPDATE dispatch SET address = '', said = '' WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_refunds
UPDATE refund SET account = '', name = '' WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_lines
UPDATE payment_line SET payer = '', raw = '' WHERE creditor = ?1 AND on_day >= ?3 AND on_day <= ?4
  AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: days_of_debtor
SELECT MIN(stored), MAX(stored) FROM event WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_enclosures
DELETE FROM enclosure WHERE creditor = ?1 AND invoice IN (SELECT number FROM item INDEXED BY item_case
  WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2))
-- name: forget_loose_enclosures
DELETE FROM enclosure WHERE creditor = ?1 AND invoice IN (SELECT number FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = 0 AND debtor = ?2)
-- name: forget_words
UPDATE item SET what = '' WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_loose_words
UPDATE item SET what = '' WHERE creditor = ?1 AND item IN (SELECT item FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = 0 AND debtor = ?2)
-- name: papers_of_debtor
SELECT file FROM letter WHERE creditor = ?1 AND file <> '' AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
UNION SELECT file FROM dispatch WHERE creditor = ?1 AND file <> '' AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
ORDER BY 1
-- name: letters_gone
UPDATE letter SET file = '' WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: dispatches_gone
UPDATE dispatch SET file = '' WHERE creditor = ?1 AND case_id IN (SELECT case_id FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2)
-- name: forget_payers
UPDATE payment_line SET payer = '', raw = '' WHERE creditor = ?1 AND on_day < ?2 AND state = 'applied' AND (payer <> '' OR raw <> '')
