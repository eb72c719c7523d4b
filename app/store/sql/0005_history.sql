-- SPDX-License-Identifier: MulanPSL-2.0
-- Who changed what, when; undo leads back to the report before the edit (see history.h), NULL: no longer kept.
-- Rows of earlier versions stay in audit, which is not written any more; their ids come before these.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    undo TEXT
) STRICT;
-- Pictures and reports of last year that only the history needs, each once, by the SHA-256 of their bytes.
CREATE TABLE past (key TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
