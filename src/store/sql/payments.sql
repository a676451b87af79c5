-- name: put_part
INSERT INTO line_part (creditor, line, part, case_id, invoice, currency, amount, on_day, person, gone_on, lost) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (creditor, line, part) DO UPDATE SET gone_on = excluded.gone_on, lost = excluded.lost
-- name: parts_of_line
SELECT line, part, case_id, invoice, currency, amount, on_day, person, gone_on, lost FROM line_part WHERE creditor = ?1 AND line = ?2 ORDER BY part
-- name: all_parts, many rows
SELECT line, part, case_id, invoice, currency, amount, on_day, person, gone_on, lost FROM line_part WHERE creditor = ?1 ORDER BY line, part
-- name: line
SELECT line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw, left_over FROM payment_line WHERE creditor = ?1 AND line = ?2
-- name: line_with
SELECT line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw, left_over FROM payment_line WHERE creditor = ?1 AND fingerprint = ?2
-- name: lines_between
SELECT line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw, left_over FROM payment_line INDEXED BY payment_line_day WHERE creditor = ?1 AND on_day >= ?2 AND on_day <= ?3 ORDER BY on_day, line
-- name: file_row
SELECT kind, on_day FROM file WHERE creditor = ?1 AND sha256 = ?2
-- name: put_refund
INSERT INTO refund (creditor, refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (creditor, refund) DO UPDATE SET state = excluded.state, batch = excluded.batch, filed_on = excluded.filed_on, ended_on = excluded.ended_on
-- name: refund
SELECT refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on FROM refund WHERE creditor = ?1 AND refund = ?2
-- name: refunds_in
SELECT refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on FROM refund INDEXED BY refund_state WHERE creditor = ?1 AND state = ?2 ORDER BY refund
-- name: refunds_of_batch
SELECT refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on FROM refund INDEXED BY refund_batch WHERE creditor = ?1 AND batch = ?2 AND batch <> '' ORDER BY refund
-- name: refunds_of_case
SELECT refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on FROM refund INDEXED BY refund_case WHERE creditor = ?1 AND case_id = ?2 ORDER BY refund
-- name: refunds_of_line
SELECT refund, case_id, payment, line, currency, amount, account, name, state, ordered_on, person, batch, filed_on, ended_on FROM refund INDEXED BY refund_line WHERE creditor = ?1 AND line = ?2 AND line <> 0 ORDER BY refund
-- name: owed_to_debtors
SELECT case_id, CAST(-SUM(amount) AS BIGINT) FROM entry INDEXED BY entry_owed WHERE creditor = ?1 AND account = 'owed_to_debtors' GROUP BY case_id HAVING SUM(amount) < 0 ORDER BY case_id
-- name: letters_asking
SELECT case_id, letter FROM letter_total INDEXED BY letter_total_sum WHERE creditor = ?1 AND total = ?2 AND currency = ?3 ORDER BY case_id, letter LIMIT ?4
-- name: cases_claiming
SELECT DISTINCT case_id FROM item INDEXED BY item_amount WHERE creditor = ?1 AND amount = ?2 AND case_id <> 0 ORDER BY case_id LIMIT ?3
