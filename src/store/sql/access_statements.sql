-- name: add_person
INSERT INTO person (version, email, name, language, role, creditors, password, made, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
-- name: set_person
UPDATE person SET version = ?1, email = ?2, name = ?3, language = ?4, role = ?5, creditors = ?6, password = ?7, made = ?8, removed = ?9
WHERE person = ?10 AND version = ?1 - 1
-- name: person
SELECT person, version, email, name, language, role, creditors, password, made, coalesce(removed, 0) FROM person WHERE person = ?1
-- name: person_of_email
SELECT person, version, email, name, language, role, creditors, password, made, 0 FROM person WHERE email = ?1 AND removed IS NULL
-- name: people
SELECT person, version, email, name, language, role, creditors, password, made, coalesce(removed, 0) FROM person ORDER BY person
-- name: put_factor
INSERT INTO factor (person, secret, confirmed, last_step) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, confirmed = excluded.confirmed, last_step = excluded.last_step
-- name: factor
SELECT person, secret, confirmed, last_step FROM factor WHERE person = ?1
-- name: drop_factor
DELETE FROM factor WHERE person = ?1
-- name: take_step
UPDATE factor SET last_step = ?2 WHERE person = ?1 AND last_step < ?2
-- name: add_recovery_code
INSERT INTO recovery_code (person, hash, number) VALUES (?1, ?2, ?3)
-- name: drop_recovery_codes
DELETE FROM recovery_code WHERE person = ?1
-- name: take_recovery_code
DELETE FROM recovery_code WHERE person = ?1 AND hash = ?2
-- name: recovery_codes
SELECT count(*) FROM recovery_code WHERE person = ?1
-- name: add_session
INSERT INTO session (person, hash, made, seen, device, second_factor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: session
SELECT session, person, hash, made, seen, device, second_factor FROM session WHERE hash = ?1
-- name: sessions
SELECT session, person, hash, made, seen, device, second_factor FROM session WHERE person = ?1 ORDER BY session
-- name: session_seen
UPDATE session SET seen = ?2 WHERE session = ?1
-- name: session_proved
UPDATE session SET second_factor = 1 WHERE session = ?1
-- name: drop_session
DELETE FROM session WHERE session = ?1 AND person = ?2
-- name: drop_sessions
DELETE FROM session WHERE person = ?1 AND session <> ?2
-- name: add_ticket
INSERT INTO ticket (hash, person, ends) VALUES (?1, ?2, ?3)
-- name: ticket
SELECT hash, person, ends FROM ticket WHERE hash = ?1
-- name: take_ticket
DELETE FROM ticket WHERE hash = ?1
-- name: drop_tickets
DELETE FROM ticket WHERE person = ?1
-- name: add_link
INSERT INTO link (kind, hash, email, role, creditors, person, by_person, made, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
-- name: link
SELECT link, kind, hash, email, role, creditors, person, by_person, made, ends FROM link WHERE hash = ?1
-- name: links
SELECT link, kind, hash, email, role, creditors, person, by_person, made, ends FROM link ORDER BY link
-- name: take_link
DELETE FROM link WHERE link = ?1
-- name: add_key
INSERT INTO api_key (person, name, hash, shown, scopes, creditors, made, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
-- name: key
SELECT api_key, person, name, hash, shown, scopes, creditors, made, coalesce(ends, 0), last_used, coalesce(revoked, 0) FROM api_key WHERE hash = ?1
-- name: keys
SELECT api_key, person, name, hash, shown, scopes, creditors, made, coalesce(ends, 0), last_used, coalesce(revoked, 0) FROM api_key ORDER BY api_key
-- name: keys_of_person
SELECT api_key, person, name, hash, shown, scopes, creditors, made, coalesce(ends, 0), last_used, coalesce(revoked, 0) FROM api_key WHERE person = ?1 ORDER BY api_key
-- name: key_used
UPDATE api_key SET last_used = ?2 WHERE api_key = ?1
-- name: revoke_key
UPDATE api_key SET revoked = ?2 WHERE api_key = ?1 AND revoked IS NULL
-- name: revoke_keys
UPDATE api_key SET revoked = ?2 WHERE person = ?1 AND revoked IS NULL
-- name: put_failures
INSERT INTO failure (of, count, last) VALUES (?1, ?2, ?3) ON CONFLICT (of) DO UPDATE SET count = excluded.count, last = excluded.last
-- name: failures
SELECT of, count, last FROM failure WHERE of = ?1
-- name: add_act
INSERT INTO act (number, at, person, api_key, what, creditor, on_what, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
-- name: set_act_end
INSERT INTO act_end (one, number, hash) VALUES (1, ?1, ?2) ON CONFLICT (one) DO UPDATE SET number = excluded.number, hash = excluded.hash
-- name: act_end
SELECT number, hash FROM act_end WHERE one = 1
-- name: acts
SELECT number, at, person, api_key, what, creditor, on_what, hash FROM act
WHERE number < ?1 AND (?2 = 'all' OR instr(?2, ',' || creditor || ',') > 0 OR person = ?3 OR (what LIKE 'mandate-%' AND on_what LIKE '% person ' || ?3)) ORDER BY number DESC LIMIT ?4
-- name: acts_of_creditor
SELECT number, at, person, api_key, what, creditor, on_what, hash FROM act INDEXED BY act_creditor
WHERE number < ?1 AND (?2 = 'all' OR instr(?2, ',' || creditor || ',') > 0 OR person = ?3) AND creditor = ?5 AND (?6 = 0 OR person = ?6) ORDER BY number DESC LIMIT ?4
-- name: acts_of_person
SELECT number, at, person, api_key, what, creditor, on_what, hash FROM act INDEXED BY act_person
WHERE number < ?1 AND (?2 = 'all' OR instr(?2, ',' || creditor || ',') > 0 OR person = ?3) AND person = ?5 ORDER BY number DESC LIMIT ?4
-- name: acts_from
SELECT number, at, person, api_key, what, creditor, on_what, hash FROM act WHERE number >= ?1 ORDER BY number LIMIT ?2
-- name: add_mandate
INSERT INTO mandate (creditor, role, hash, made_by, made, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: mandate
SELECT mandate, creditor, role, hash, made_by, made, ends, person, taken, ended FROM mandate WHERE mandate = ?1
-- name: mandate_of_code
SELECT mandate, creditor, role, hash, made_by, made, ends, person, taken, ended FROM mandate WHERE hash = ?1
-- name: mandates_of_creditor
SELECT mandate, creditor, role, hash, made_by, made, ends, person, taken, ended FROM mandate INDEXED BY mandate_creditor
WHERE creditor = ?1 AND ended IS NULL ORDER BY mandate
-- name: mandates_of_person
SELECT mandate.mandate, creditor, role, hash, made_by, made, ends, mandate.person, taken, ended
FROM mandate_member CROSS JOIN mandate ON mandate.mandate = mandate_member.mandate WHERE mandate_member.person = ?1 ORDER BY mandate_member.mandate
-- name: take_mandate
UPDATE mandate SET person = ?2, taken = ?3 WHERE mandate = ?1 AND taken IS NULL AND ended IS NULL
-- name: set_mandate_role
UPDATE mandate SET role = ?2 WHERE mandate = ?1
-- name: end_mandate
UPDATE mandate SET ended = ?2 WHERE mandate = ?1 AND ended IS NULL
-- name: drop_mandate_members
DELETE FROM mandate_member WHERE mandate = ?1
-- name: join_mandate
INSERT INTO mandate_member (mandate, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING
-- name: leave_mandate
DELETE FROM mandate_member WHERE mandate = ?1 AND person = ?2
-- name: mandate_members
SELECT person FROM mandate_member WHERE mandate = ?1 ORDER BY person
-- name: put_setting
INSERT INTO person_setting (person, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (person, name) DO UPDATE SET value = excluded.value
-- name: drop_setting
DELETE FROM person_setting WHERE person = ?1 AND name = ?2
-- name: settings
SELECT name, value FROM person_setting WHERE person = ?1 ORDER BY name
-- name: add_view
INSERT INTO saved_view (version, person, list, name, shared, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: set_view
UPDATE saved_view SET version = ?1, person = ?2, list = ?3, name = ?4, shared = ?5, body = ?6 WHERE saved_view = ?7 AND version = ?1 - 1
-- name: view
SELECT saved_view, version, person, list, name, shared, body FROM saved_view WHERE saved_view = ?1
-- name: views
SELECT saved_view, version, person, list, name, shared, body FROM saved_view WHERE person = ?1 ORDER BY saved_view
-- name: shared_views
SELECT saved_view, version, person, list, name, shared, body FROM saved_view WHERE shared = 1 ORDER BY saved_view
-- name: drop_view
DELETE FROM saved_view WHERE saved_view = ?1
-- name: forget_sessions
DELETE FROM session WHERE made <= ?1 OR seen <= ?2
-- name: forget_tickets
DELETE FROM ticket WHERE ends <= ?1
-- name: forget_links
DELETE FROM link WHERE ends <= ?1
-- name: forget_failures
DELETE FROM failure WHERE last <= ?1
-- name: put_site
INSERT INTO site (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value
-- name: drop_site
DELETE FROM site WHERE name = ?1
-- name: site
SELECT value FROM site WHERE name = ?1
-- name: put_wish
INSERT INTO notification_wish (person, ready, legal, held, pace) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (person) DO UPDATE SET ready = excluded.ready, legal = excluded.legal, held = excluded.held, pace = excluded.pace
-- name: wish
SELECT person, ready, legal, held, pace FROM notification_wish WHERE person = ?1
-- name: add_mail
INSERT INTO notification_mail (person, day, made, creditor, state, begun, tries, said) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
-- name: set_mail
UPDATE notification_mail SET state = ?2, begun = ?3, tries = ?4, said = ?5 WHERE mail = ?1
-- name: open_mails
SELECT mail, person, day, made, creditor, state, begun, tries, said FROM notification_mail INDEXED BY notification_mail_open
WHERE state IN ('waiting', 'begun') ORDER BY mail
-- name: mails_of_day
SELECT mail, person, day, made, creditor, state, begun, tries, said FROM notification_mail INDEXED BY notification_mail_person WHERE person = ?1 AND day = ?2 ORDER BY mail
-- name: add_news
INSERT INTO notification_news (person, kind, creditor, case_id, what, mail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: news_of_person
SELECT kind, creditor, case_id, what, mail FROM notification_news WHERE person = ?1
-- name: news_of_mail
SELECT kind, creditor, case_id, what, mail FROM notification_news WHERE mail = ?1 ORDER BY creditor, case_id
-- name: drop_news
DELETE FROM notification_news WHERE person = ?1 AND kind = ?2 AND creditor = ?3 AND case_id = ?4
-- name: add_identity
INSERT INTO identity (issuer, subject, person, made) VALUES (?1, ?2, ?3, ?4)
-- name: identity
SELECT issuer, subject, person, made FROM identity WHERE issuer = ?1 AND subject = ?2
-- name: identity_of_person
SELECT 1 FROM identity WHERE person = ?1 AND issuer = ?2
-- name: drop_identities
DELETE FROM identity WHERE person = ?1
-- name: add_passkey
INSERT INTO passkey (person, credential, key, count, name, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
-- name: passkey
SELECT passkey, person, credential, key, count, name, made, coalesce(used, 0) FROM passkey WHERE credential = ?1
-- name: passkeys
SELECT passkey, person, credential, key, count, name, made, coalesce(used, 0) FROM passkey WHERE person = ?1 ORDER BY passkey
-- name: passkey_used
UPDATE passkey SET count = ?2, used = ?3 WHERE passkey = ?1
-- name: drop_passkey
DELETE FROM passkey WHERE passkey = ?1 AND person = ?2
-- name: drop_passkeys
DELETE FROM passkey WHERE person = ?1
-- name: add_terms
INSERT INTO terms (version, starts, title, text, made) VALUES (?1, ?2, ?3, ?4, ?5)
-- name: terms
SELECT version, starts, title, text, made FROM terms ORDER BY version DESC
-- name: add_acceptance
INSERT INTO terms_acceptance (version, person, creditor, at) VALUES (?1, ?2, ?3, ?4)
-- name: acceptance
SELECT at FROM terms_acceptance WHERE version = ?1 AND person = ?2 AND creditor = ?3
