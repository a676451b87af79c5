-- What is longer than a piece (1 MiB) stands in several: the first where it always stood, the others here, counted from 1.
CREATE TABLE export_file_piece (
  export_file INTEGER NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (export_file, piece)) STRICT;
CREATE TABLE job_piece (
  creditor INTEGER NOT NULL, job INTEGER NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (creditor, job, piece)) STRICT;
