-- name: begin_day
INSERT INTO day_begun (creditor, day, link) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
-- name: first_after_day
SELECT MIN(link) FROM day_begun WHERE creditor = ?1 AND day > ?2
-- name: days_begun
SELECT day, link FROM day_begun WHERE creditor = ?1 ORDER BY day
-- name: joins
SELECT case_id, seq, link, stored, type, body, cause, law, hash FROM event INDEXED BY event_joined
WHERE creditor = ?1 AND type = 'ClaimsJoined' AND link <= ?2 ORDER BY link
-- name: book_lines, many rows
SELECT n.case_id, n.seq, c.debtor, e.type, json_extract(e.body, '$.on'), n.account, n.currency, n.amount
FROM entry AS n JOIN event AS e ON e.creditor = n.creditor AND e.case_id = n.case_id AND e.seq = n.seq
JOIN case_row AS c ON c.creditor = n.creditor AND c.case_id = n.case_id
WHERE n.creditor = ?1 AND n.case_id >= ?2 AND e.link <= ?3 ORDER BY n.case_id, n.seq, n.account
-- name: waiting_lines
SELECT COUNT(*) FROM payment_line AS l JOIN file AS f ON f.creditor = l.creditor AND f.sha256 = l.file
WHERE l.creditor = ?1 AND f.on_day <= ?2 AND l.amount >
  (SELECT coalesce(SUM(p.amount), 0) FROM line_part AS p WHERE p.creditor = l.creditor AND p.line = l.line AND p.on_day <= ?2 AND (p.gone_on IS NULL OR p.gone_on > ?2))
  + (SELECT coalesce(SUM(r.amount), 0) FROM refund AS r WHERE r.creditor = l.creditor AND r.line = l.line AND r.ordered_on <= ?2 AND r.state <> 'cancelled')
-- name: acts_by_hand
SELECT at, person, what, on_what FROM act INDEXED BY act_creditor WHERE creditor = ?1 AND person <> 0 AND api_key = 0 ORDER BY number
-- name: person_name
SELECT name FROM person WHERE person = ?1
