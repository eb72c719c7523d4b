-- SPDX-License-Identifier: MulanPSL-2.0
-- What moves with the report from desk to desk. A snapshot has the number of its move (review_event.id) and is empty
-- once it was cleared from the history.
ALTER TABLE review ADD COLUMN step INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0);
ALTER TABLE review ADD COLUMN correction TEXT NOT NULL DEFAULT '';
ALTER TABLE review_event ADD COLUMN step INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0);
ALTER TABLE review_event ADD COLUMN role TEXT NOT NULL DEFAULT '';
CREATE TABLE chain_step (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    role TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    digest TEXT NOT NULL,
    signer TEXT NOT NULL,
    at TEXT NOT NULL,
    public_key BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE TABLE paper_approval (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    signed_by TEXT NOT NULL,
    date TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
-- files: a JSON list of names
CREATE TABLE hand_over (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    at TEXT NOT NULL,
    recipient TEXT NOT NULL,
    digest TEXT NOT NULL,
    files TEXT NOT NULL
) STRICT;
CREATE TABLE publication (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    date TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT;
ALTER TABLE comment ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1));
CREATE TABLE answer (
    comment INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (comment, position)
) STRICT, WITHOUT ROWID;
