-- SPDX-License-Identifier: MulanPSL-2.0
-- Keys are words. Computed cells are not stored. Blank is NULL, never 0.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cell (
    key TEXT PRIMARY KEY,
    value TEXT,
    note TEXT NOT NULL DEFAULT '',
    is_declared INTEGER NOT NULL DEFAULT 0 CHECK (is_declared IN (0, 1)),
    declared TEXT,
    is_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (is_confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE subsection (
    section TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (section, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    change_json TEXT NOT NULL
) STRICT;
