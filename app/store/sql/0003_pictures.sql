-- SPDX-License-Identifier: MulanPSL-2.0
-- Pictures as they came, each once, by the SHA-256 of their bytes.
CREATE TABLE picture (key TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
ALTER TABLE figure ADD COLUMN picture TEXT;
