-- Saved exports and the files that came of them.
-- name: add_export
INSERT INTO saved_export (version, person, name, body, every, on_day, since) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
-- name: set_export
UPDATE saved_export SET version = ?2, name = ?3, body = ?4, every = ?5, on_day = ?6, since = ?7 WHERE saved_export = ?1 AND version = ?2 - 1
-- name: saved_export
SELECT saved_export, version, person, name, body, every, on_day, since FROM saved_export WHERE saved_export = ?1
-- name: exports_of
SELECT saved_export, version, person, name, body, every, on_day, since FROM saved_export INDEXED BY saved_export_person WHERE person = ?1 ORDER BY saved_export
-- name: exports_by_themselves
SELECT saved_export, version, person, name, body, every, on_day, since FROM saved_export INDEXED BY saved_export_every WHERE every <> 'never' ORDER BY saved_export
-- name: drop_export
DELETE FROM saved_export WHERE saved_export = ?1
-- name: export_made_for
UPDATE saved_export SET since = CASE WHEN since < ?2 THEN ?2 ELSE since END WHERE saved_export = ?1
-- name: add_export_file
INSERT INTO export_file (saved_export, due, person, made, ends, name, form, row_count, creditors, code, message, size, bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT DO NOTHING
-- name: export_files_of
SELECT export_file, saved_export, due, person, made, ends, name, form, row_count, creditors, code, message, size FROM export_file INDEXED BY export_file_person
WHERE person = ?1 ORDER BY export_file DESC LIMIT ?2
-- name: export_file
SELECT export_file, saved_export, due, person, made, ends, name, form, row_count, creditors, code, message, size FROM export_file WHERE export_file = ?1
-- name: export_file_bytes
SELECT bytes FROM export_file WHERE export_file = ?1
-- name: add_export_file_piece
INSERT INTO export_file_piece (export_file, piece, bytes) VALUES (?1, ?2, ?3)
-- name: export_file_piece
SELECT bytes FROM export_file_piece WHERE export_file = ?1 AND piece = ?2
-- name: forget_export_file_pieces
DELETE FROM export_file_piece WHERE export_file IN (SELECT export_file FROM export_file INDEXED BY export_file_ends WHERE ends < ?1)
-- name: forget_export_files
DELETE FROM export_file WHERE export_file IN (SELECT export_file FROM export_file INDEXED BY export_file_ends WHERE ends < ?1)
