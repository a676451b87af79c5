-- Long work that goes on by itself.
-- name: add_job
INSERT INTO job (creditor, person, api_key, what, state, count, total, made, ended, plan, asked, brought, status, headers, body)
VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6, NULL, '', ?7, ?8, 0, '', x'')
-- name: job
SELECT job, creditor, person, api_key, what, state, count, total, made, coalesce(ended, 0), plan FROM job WHERE job = ?1
-- name: jobs
SELECT job, creditor, person, api_key, what, state, count, total, made, coalesce(ended, 0), plan FROM job INDEXED BY job_creditor
WHERE creditor = ?1 ORDER BY job DESC LIMIT ?2
-- name: open_job
SELECT job, creditor, person, api_key, what, state, count, total, made, coalesce(ended, 0), plan FROM job INDEXED BY job_open
WHERE ended IS NULL ORDER BY job LIMIT 1
-- name: job_call
SELECT asked, brought FROM job WHERE job = ?1
-- name: job_answer
SELECT status, headers, body FROM job WHERE job = ?1
-- name: set_job
UPDATE job SET state = ?2, count = ?3, total = ?4, plan = ?5 WHERE job = ?1 AND ended IS NULL
-- name: end_job
UPDATE job SET state = ?2, count = ?3, total = ?4, ended = ?5, plan = '', asked = '', brought = x'', status = ?6, headers = ?7, body = ?8
WHERE job = ?1 AND ended IS NULL
-- name: add_job_piece
INSERT INTO job_piece (creditor, job, piece, bytes) VALUES (?1, ?2, ?3, ?4)
-- name: job_piece
SELECT bytes FROM job_piece WHERE creditor = ?1 AND job = ?2 AND piece = ?3
-- name: forget_job_pieces
DELETE FROM job_piece WHERE (creditor, job) IN (SELECT creditor, job FROM job INDEXED BY job_ended WHERE ended IS NOT NULL AND ended < ?1)
-- name: forget_jobs
DELETE FROM job WHERE ended IS NOT NULL AND ended < ?1
