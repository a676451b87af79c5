-- What the installation is told of itself (its address), which notifications a person has asked for, the mails that
-- carry them, and what each mail told. A row of news goes when it is news no more.
CREATE TABLE site (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE notification_wish (
  person INTEGER PRIMARY KEY, ready INTEGER NOT NULL, legal INTEGER NOT NULL, held INTEGER NOT NULL, pace TEXT NOT NULL) STRICT;
CREATE TABLE notification_mail (
  mail INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, day TEXT NOT NULL, made INTEGER NOT NULL, creditor INTEGER NOT NULL, state TEXT NOT NULL,
  begun TEXT NOT NULL, tries INTEGER NOT NULL, said TEXT NOT NULL) STRICT;
CREATE INDEX notification_mail_person ON notification_mail (person, day);
CREATE INDEX notification_mail_open ON notification_mail (state) WHERE state IN ('waiting', 'begun');
CREATE TABLE notification_news (
  person INTEGER NOT NULL, kind TEXT NOT NULL, creditor INTEGER NOT NULL, case_id INTEGER NOT NULL, what TEXT NOT NULL, mail INTEGER NOT NULL,
  PRIMARY KEY (person, kind, creditor, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX notification_news_mail ON notification_news (mail);
-- Accounts of a login that somebody else runs, and passkeys.
CREATE TABLE identity (
  issuer TEXT NOT NULL, subject TEXT NOT NULL, person INTEGER NOT NULL, made INTEGER NOT NULL, PRIMARY KEY (issuer, subject)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identity_person ON identity (person, issuer);
CREATE TABLE passkey (
  passkey INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, credential TEXT NOT NULL UNIQUE, key TEXT NOT NULL, count INTEGER NOT NULL,
  name TEXT NOT NULL, made INTEGER NOT NULL, used INTEGER) STRICT;
CREATE INDEX passkey_person ON passkey (person);
-- Terms of use in versions, and who has accepted which for which creditor.
CREATE TABLE terms (version INTEGER PRIMARY KEY, starts TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE TABLE terms_acceptance (
  version INTEGER NOT NULL, person INTEGER NOT NULL, creditor INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (version, person, creditor)) STRICT, WITHOUT ROWID;
