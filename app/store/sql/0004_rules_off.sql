-- SPDX-License-Identifier: MulanPSL-2.0
-- Rules that this report switches off, each with its reason.
CREATE TABLE rule_off (rule TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
