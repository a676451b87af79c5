-- name: add_creditor
INSERT INTO creditor (creditor, org_number, record)
SELECT MAX(given.number) + 1, ?1, ?2 FROM (SELECT coalesce(MAX(creditor), 0) AS number FROM creditor
  UNION ALL SELECT coalesce(MAX(value), 0) FROM counter WHERE creditor = 0 AND name = 'creditor') AS given
-- name: keep_creditor_number
INSERT INTO counter (creditor, name, value) VALUES (0, 'creditor', ?1) ON CONFLICT (creditor, name) DO UPDATE SET value = CASE WHEN counter.value < excluded.value THEN excluded.value ELSE counter.value END
-- name: set_creditor
UPDATE creditor SET record = ?2 WHERE creditor = ?1
-- name: creditors
SELECT creditor, org_number, record FROM creditor ORDER BY creditor
-- name: creditor
SELECT creditor, org_number, record FROM creditor WHERE creditor = ?1
-- name: creditor_of_number
SELECT creditor, org_number, record FROM creditor WHERE org_number = ?1
-- name: debtor_by_key
SELECT debtor, record FROM debtor WHERE creditor = ?1 AND key = ?2
-- name: add_debtor
INSERT INTO debtor (creditor, debtor, key, record) VALUES (?1, ?2, ?3, ?4)
-- name: set_debtor
UPDATE debtor SET record = ?3 WHERE creditor = ?1 AND debtor = ?2
-- name: debtor
SELECT debtor, key, record FROM debtor WHERE creditor = ?1 AND debtor = ?2
-- name: item
SELECT item, number, debtor, currency, amount, open, invoiced, due, kid, earlier, case_id, open_at_start, warning, what, department, project FROM item WHERE creditor = ?1 AND number = ?2
-- name: items_of_case
SELECT item, number, debtor, currency, amount, open, invoiced, due, kid, earlier, case_id, open_at_start, warning, what, department, project FROM item INDEXED BY item_case WHERE creditor = ?1 AND case_id = ?2 ORDER BY due, number
-- name: put_item
INSERT INTO item (creditor, item, number, debtor, currency, amount, open, invoiced, due, kid, earlier, case_id, open_at_start, warning, what, department, project)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (creditor, item) DO UPDATE SET debtor = excluded.debtor, amount = excluded.amount, open = excluded.open, invoiced = excluded.invoiced,
  due = excluded.due, kid = excluded.kid, earlier = excluded.earlier, case_id = excluded.case_id, open_at_start = excluded.open_at_start, warning = excluded.warning,
  what = excluded.what, department = excluded.department, project = excluded.project
-- name: case_row
SELECT seq, next_look, snapshot, case_id, debtor, state FROM case_row WHERE creditor = ?1 AND case_id = ?2
-- name: cases
SELECT seq, next_look, snapshot, case_id, debtor, state FROM case_row
WHERE creditor = ?1 AND case_id > ?2 AND (?3 = '' OR state = ?3) AND (?4 = 0 OR debtor = ?4) AND (?5 = 0 OR state <> 'closed') ORDER BY case_id LIMIT ?6
-- name: cases_of_debtor
SELECT seq, next_look, snapshot, case_id, debtor, state FROM case_row INDEXED BY case_debtor WHERE creditor = ?1 AND debtor = ?2 AND case_id > ?3 AND (?4 = 0 OR state <> 'closed') ORDER BY case_id LIMIT ?5
-- name: due_cases
SELECT seq, next_look, snapshot, case_id, debtor, state FROM case_row WHERE creditor = ?1 AND next_look <= ?2 ORDER BY next_look, case_id LIMIT ?3
-- name: add_case
INSERT INTO case_row (creditor, case_id, debtor, state, next_look, seq, snapshot) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
-- name: set_case
UPDATE case_row SET debtor = ?3, state = ?4, next_look = ?5, seq = ?6, snapshot = ?7 WHERE creditor = ?1 AND case_id = ?2 AND seq = ?8
-- name: chain
SELECT last_link, last_hash FROM creditor WHERE creditor = ?1
-- name: set_chain
UPDATE creditor SET last_link = ?2, last_hash = ?3 WHERE creditor = ?1
-- name: add_event
INSERT INTO event (creditor, case_id, seq, link, stored, type, body, cause, law, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
-- name: events
SELECT case_id, seq, link, stored, type, body, cause, law, hash FROM event WHERE creditor = ?1 AND case_id = ?2 ORDER BY seq
-- name: each_event, many rows
SELECT case_id, seq, link, stored, type, body, cause, law, hash FROM event WHERE creditor = ?1 ORDER BY link
-- name: each_payment, many rows
SELECT case_id, seq, link, stored, type, body, cause, law, hash FROM event
WHERE creditor = ?1 AND type = 'PaymentReceived' AND stored BETWEEN ?2 AND ?3 ORDER BY stored, link
-- name: hash_of_link
SELECT hash FROM event WHERE creditor = ?1 AND link = ?2
-- name: add_entry
INSERT INTO entry (creditor, case_id, seq, account, currency, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: entries
SELECT case_id, seq, account, currency, amount FROM entry WHERE creditor = ?1 AND case_id = ?2 ORDER BY seq, account
-- name: count
INSERT INTO counter (creditor, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (creditor, name) DO UPDATE SET value = excluded.value
-- name: counted
SELECT value FROM counter WHERE creditor = ?1 AND name = ?2
-- name: put_kid
INSERT INTO kid (creditor, kid, case_id, item) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (creditor, kid) DO UPDATE SET case_id = excluded.case_id, item = excluded.item
-- name: kid
SELECT case_id, item FROM kid WHERE creditor = ?1 AND kid = ?2
-- name: kid_of_case
SELECT kid FROM kid INDEXED BY kid_case WHERE creditor = ?1 AND case_id = ?2 AND item = '' ORDER BY kid LIMIT 1
-- name: put_letter
INSERT INTO letter (creditor, case_id, letter, kind, on_day, state, approved, written_on, deadline, currency, fee, file, sha256, sent_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (creditor, case_id, letter) DO UPDATE SET state = excluded.state, on_day = excluded.on_day, approved = excluded.approved, written_on = excluded.written_on,
  deadline = excluded.deadline, fee = excluded.fee, file = excluded.file, sha256 = excluded.sha256, sent_on = excluded.sent_on
-- name: letters, many rows
SELECT case_id, letter, kind, on_day, state, approved, written_on, deadline, currency, fee, file, sha256, sent_on FROM letter WHERE creditor = ?1 ORDER BY case_id, letter
-- name: letters_in
SELECT case_id, letter, kind, on_day, state, approved, written_on, deadline, currency, fee, file, sha256, sent_on FROM letter INDEXED BY letter_state WHERE creditor = ?1 AND state = ?2 ORDER BY case_id, letter
-- name: letter
SELECT case_id, letter, kind, on_day, state, approved, written_on, deadline, currency, fee, file, sha256, sent_on FROM letter WHERE creditor = ?1 AND case_id = ?2 AND letter = ?3
-- name: take_file
INSERT INTO file (creditor, sha256, kind, on_day) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
-- name: knows_line
SELECT 1 FROM payment_line WHERE creditor = ?1 AND fingerprint = ?2
-- name: put_line
INSERT INTO payment_line (creditor, line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw, left_over)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (creditor, line) DO UPDATE SET state = excluded.state, case_id = excluded.case_id, reason = excluded.reason, left_over = excluded.left_over
-- name: lines
SELECT line, fingerprint, file, on_day, currency, amount, kid, payer, state, case_id, reason, raw, left_over FROM payment_line INDEXED BY payment_line_state WHERE creditor = ?1 AND state = ?2 ORDER BY line
-- name: put_letter_total
INSERT INTO letter_total (creditor, case_id, letter, currency, total) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (creditor, case_id, letter) DO UPDATE SET currency = excluded.currency, total = excluded.total
-- name: letter_total
SELECT currency, total FROM letter_total WHERE creditor = ?1 AND case_id = ?2 AND letter = ?3
-- name: letters_sent_on
SELECT COUNT(*) FROM letter WHERE creditor = ?1 AND sent_on = ?2
-- name: put_read
INSERT INTO last_read (creditor, source, at) VALUES (?1, ?2, ?3) ON CONFLICT (creditor, source) DO UPDATE SET at = CASE WHEN last_read.at < excluded.at THEN excluded.at ELSE last_read.at END
-- name: last_read
SELECT at FROM last_read WHERE creditor = ?1 AND source = ?2
-- name: debtors_of_payer
SELECT DISTINCT c.debtor FROM payment_line p INDEXED BY payment_line_payer CROSS JOIN line_part q ON q.creditor = p.creditor AND q.line = p.line
  CROSS JOIN case_row c ON c.creditor = q.creditor AND c.case_id = q.case_id
WHERE p.creditor = ?1 AND p.payer = ?2 AND q.gone_on IS NULL ORDER BY c.debtor
-- name: debtors_of_firm
SELECT debtor FROM debtor INDEXED BY debtor_org_number
WHERE creditor = ?1 AND json_extract(record, '$.org_number') = ?2 ORDER BY debtor
-- name: put_apart
INSERT INTO line_apart (creditor, line, case_id, on_day) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
-- name: apart
SELECT line, case_id FROM line_apart WHERE creditor = ?1 ORDER BY line, case_id
-- name: put_course
INSERT INTO course (creditor, name, version, body, kept_on, by_person) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: courses
SELECT name, version, body, kept_on, by_person FROM course WHERE creditor = ?1 ORDER BY name, version
-- name: put_dispatch
INSERT INTO dispatch (creditor, case_id, letter, channel, state, deciding, batch, address, file, sha256, tries, at, next_try, said)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (creditor, case_id, letter, channel) DO UPDATE SET state = excluded.state, deciding = excluded.deciding, batch = excluded.batch, address = excluded.address,
  file = excluded.file, sha256 = excluded.sha256, tries = excluded.tries, at = excluded.at, next_try = excluded.next_try, said = excluded.said
-- name: drop_dispatch
DELETE FROM dispatch WHERE creditor = ?1 AND case_id = ?2 AND letter = ?3 AND channel = ?4
-- name: dispatches
SELECT case_id, letter, channel, state, deciding, batch, address, file, sha256, tries, at, next_try, said FROM dispatch INDEXED BY dispatch_state WHERE creditor = ?1 AND state = ?2 ORDER BY case_id, letter, channel
-- name: dispatches_of_case
SELECT case_id, letter, channel, state, deciding, batch, address, file, sha256, tries, at, next_try, said FROM dispatch WHERE creditor = ?1 AND case_id = ?2 ORDER BY letter, channel
-- name: put_enclosure
INSERT INTO enclosure (creditor, invoice, sha256, name, on_day, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
-- name: drop_enclosure
DELETE FROM enclosure WHERE creditor = ?1 AND invoice = ?2 AND sha256 = ?3
-- name: enclosures
SELECT invoice, sha256, name, on_day FROM enclosure WHERE creditor = ?1 AND invoice = ?2 ORDER BY on_day, sha256
-- name: enclosure_bytes
SELECT bytes FROM enclosure WHERE creditor = ?1 AND invoice = ?2 AND sha256 = ?3
-- name: put_note
INSERT INTO note (creditor, note, debtor, case_id, person, at, words, struck_by, struck_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (creditor, note) DO UPDATE SET words = excluded.words, struck_by = excluded.struck_by, struck_at = excluded.struck_at
-- name: note
SELECT note, debtor, case_id, person, at, words, struck_by, struck_at FROM note WHERE creditor = ?1 AND note = ?2
-- name: notes_of_case
SELECT n.note, n.debtor, n.case_id, n.person, n.at, n.words, n.struck_by, n.struck_at FROM case_row AS c
JOIN note AS n INDEXED BY note_debtor ON n.creditor = c.creditor AND n.debtor = c.debtor AND n.case_id IN (0, c.case_id)
WHERE c.creditor = ?1 AND c.case_id = ?2 ORDER BY n.note
-- name: notes_of_debtor
SELECT note, debtor, case_id, person, at, words, struck_by, struck_at FROM note INDEXED BY note_debtor WHERE creditor = ?1 AND debtor = ?2 ORDER BY note
-- name: add_automation
INSERT INTO automation (creditor, number, at, person, record) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
-- name: automations
SELECT number, at, person, record FROM automation WHERE creditor = ?1 ORDER BY number DESC LIMIT ?2
