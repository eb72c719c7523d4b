// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "keptstep.h"

namespace nianbao {

/// One edit in the history of a report: an undo step, a typing run, an undo or a redo.
struct HistoryRow {
    qint64 id = 0; // grows with time
    QString at{}; // ISO 8601; of a typing run its end
    QString who{};
    QString what{}; // the description of the change
    QList<ChangedValue>
        changes{}; // of a row that an earlier version left: what it put there, as far as it says
    QString move{}; // of the review; empty: none
    bool isKept = false; // the report as it was after this edit can be given
};

/// What is to disappear from a history for good: a sentence wherever it stood, or what some rows put and
/// took.
struct Clearing {
    QString sentence{};
    QList<qint64> rows{};
};

struct Cleared {
    int rows = 0; // that lost something
    QStringList backups{}; // files of ours beside the report that (may) still hold it
};

} // namespace nianbao
