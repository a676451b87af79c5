-- name: put_import
INSERT INTO import (creditor, import, file, sha256, at, person, row_count, rejected, added, changed, same, paid, currency, open, undone_at, undone_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (creditor, import) DO UPDATE SET undone_at = excluded.undone_at, undone_by = excluded.undone_by
-- name: import
SELECT import, file, sha256, at, person, row_count, rejected, added, changed, same, paid, currency, open, undone_at, undone_by FROM import WHERE creditor = ?1 AND import = ?2
-- name: imports
SELECT import, file, sha256, at, person, row_count, rejected, added, changed, same, paid, currency, open, undone_at, undone_by FROM import
WHERE creditor = ?1 AND import < ?2 ORDER BY import DESC LIMIT ?3
-- name: put_import_trail
INSERT INTO import_trail (creditor, import, trail) VALUES (?1, ?2, ?3)
-- name: import_trail
SELECT trail FROM import_trail WHERE creditor = ?1 AND import = ?2
-- name: put_template
INSERT INTO import_template (creditor, name, header_hash, map, kept_on, person) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (creditor, name) DO UPDATE SET header_hash = excluded.header_hash, map = excluded.map, kept_on = excluded.kept_on, person = excluded.person
-- name: drop_template
DELETE FROM import_template WHERE creditor = ?1 AND name = ?2
-- name: templates
SELECT name, header_hash, map, kept_on, person FROM import_template WHERE creditor = ?1 ORDER BY name
-- name: drop_item
DELETE FROM item WHERE creditor = ?1 AND number = ?2
-- name: drop_kid_of_item
DELETE FROM kid WHERE creditor = ?1 AND kid = ?2 AND item = ?3 AND case_id = 0
