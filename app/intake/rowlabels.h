// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "gridsquares.h"
#include "labels.h"
#include "phrase.h"

namespace nianbao {

/// Where reading is in a table: what was named last. A word that several rows have, 其他, is one of them only
/// in its group, or right behind the row before it.
struct RowContext {
    QString group{}; // id
    QString lastRow{}; // id

    bool allows(const TableLabels &table, const QString &row, const QString &normal) const;
    /// The row that a label in normal form means here; none: not found.
    LabelMatch rowNamed(const TableLabels &table, const QString &normal) const;
};

/// The label of a row of a grid, and what it says.
struct GridRowLabel {
    LabelMatch match{};
    QString text{};
    int end = 0; // column behind it
    Phrase doubt{};
};

/// The label nearest to the figures; where it was cut into cells, these together. filled: the pieces of the
/// row that are not empty. headsFrom: the column of the first head, -1 where none is known to stand over this
/// grid. A group that the row names is the context from then on.
GridRowLabel labelOfGridRow(const GridSquares &squares, const TableLabels &table, const QList<Piece> &filled,
    int headsFrom, RowContext &context);

} // namespace nianbao
