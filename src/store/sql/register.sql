-- name: put_case_index
INSERT INTO case_index (creditor, case_id, debtor, state, status, kind, relation, step, next_on, next_what, next_kind, look, oldest_due, accrual, closed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (creditor, case_id) DO UPDATE SET debtor = excluded.debtor, state = excluded.state, status = excluded.status, kind = excluded.kind,
  relation = excluded.relation, step = excluded.step, next_on = excluded.next_on, next_what = excluded.next_what, next_kind = excluded.next_kind,
  look = excluded.look, oldest_due = excluded.oldest_due, accrual = excluded.accrual, closed_on = excluded.closed_on
-- name: case_index
SELECT case_id, debtor, state, status, kind, relation, step, next_on, next_what, next_kind, look, oldest_due, accrual, closed_on FROM case_index WHERE creditor = ?1 AND case_id = ?2
-- name: all_case_index, many rows
SELECT case_id, debtor, state, status, kind, relation, step, next_on, next_what, next_kind, look, oldest_due, accrual, closed_on FROM case_index WHERE creditor = ?1 ORDER BY case_id
-- name: cases_since
SELECT DISTINCT case_id FROM event INDEXED BY event_link WHERE creditor = ?1 AND link > ?2
-- name: put_debtor_index
INSERT INTO debtor_index (creditor, debtor, version, key, name, org_number, customer_group, signs)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (creditor, debtor) DO UPDATE SET version = excluded.version, key = excluded.key, name = excluded.name, org_number = excluded.org_number, customer_group = excluded.customer_group, signs = excluded.signs
-- name: debtor_index
SELECT debtor, key, name, org_number, customer_group, signs FROM debtor_index WHERE creditor = ?1 AND debtor = ?2
-- name: debtor_index_version
SELECT MAX(version) FROM debtor_index INDEXED BY debtor_index_version WHERE creditor = ?1
-- name: debtor_index_since
SELECT debtor, key, name, org_number, customer_group, signs FROM debtor_index INDEXED BY debtor_index_version WHERE creditor = ?1 AND version > ?2
-- name: all_debtor_index, many rows
SELECT debtor, key, name, org_number, customer_group, signs FROM debtor_index WHERE creditor = ?1 ORDER BY debtor
-- name: debtors_after
SELECT debtor, key, record FROM debtor WHERE creditor = ?1 AND debtor > ?2 ORDER BY debtor LIMIT ?3
-- name: register_mark
SELECT shape, law, made FROM register_mark WHERE creditor = ?1
-- name: put_register_mark
INSERT INTO register_mark (creditor, shape, law, made) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (creditor) DO UPDATE SET shape = excluded.shape, law = excluded.law, made = excluded.made
-- name: items_by_number
SELECT item, case_id, number FROM item WHERE creditor = ?1 AND number >= ?2 AND number < ?3 ORDER BY number LIMIT ?4
-- name: items_by_amount
SELECT item, case_id, number FROM item INDEXED BY item_amount WHERE creditor = ?1 AND amount = ?2 LIMIT ?3
-- name: kids_between
SELECT kid, case_id, item FROM kid WHERE creditor = ?1 AND kid >= ?2 AND kid < ?3 ORDER BY kid LIMIT ?4
-- name: loose_items, many rows
SELECT item, number, debtor, currency, amount, open, invoiced, due, kid, earlier, case_id, open_at_start, warning, what, department, project FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = 0
-- name: numbers_in_case
SELECT number FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = ?2 ORDER BY due, number
