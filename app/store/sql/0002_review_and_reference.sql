-- SPDX-License-Identifier: MulanPSL-2.0
CREATE TABLE channel (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    name TEXT NOT NULL,
    count INTEGER
) STRICT;
CREATE TABLE category (
    channel INTEGER NOT NULL REFERENCES channel (position) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    count INTEGER,
    PRIMARY KEY (channel, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    section TEXT NOT NULL,
    after_paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'chart')),
    caption TEXT NOT NULL,
    chart TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT;
-- last year's report in the interchange format, at most one
CREATE TABLE prior (id INTEGER PRIMARY KEY CHECK (id = 1), report_json TEXT NOT NULL) STRICT;
CREATE TABLE review (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;
INSERT INTO review VALUES (1, 'drafting', 1);
CREATE TABLE review_event (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE explanation (key TEXT PRIMARY KEY, operands TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    is_resolved INTEGER NOT NULL DEFAULT 0 CHECK (is_resolved IN (0, 1))
) STRICT;
CREATE TABLE snapshot (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, report_json TEXT NOT NULL) STRICT;
