-- Answers that are given again for the same Idempotency-Key.
-- name: answer
SELECT words, given, status, headers, body FROM answer WHERE who = ?1 AND key = ?2
-- name: put_answer
INSERT INTO answer (who, key, words, given, status, headers, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
-- name: forget_answers
DELETE FROM answer WHERE given < ?1
