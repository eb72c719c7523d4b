// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "flatlines.h"
#include "readings.h"

namespace nianbao {

/// The heads of a table that became lines, as they came.
struct FlatHeads {
    QStringList columns{}; // ids; empty ones unknown
    QStringList normals{};
    QStringList units{}; // of money, that they tell
    QStringList rows{}; // ids, of a transposed table

    void add(const FlatLabel &column); // whatever it says
};

/// What the figures behind the label of a row are of. Their number decides: where another is due than there
/// is, all are doubted, for it is not told which are missing. values: figures and empty lines.
QList<CellText> cellsOfFlatRow(
    const TableLabels &table, const FlatHeads &heads, const FlatLabel &row, QList<const FlatLine *> values);

/// The same of a transposed table: all heads, then all figures; or a few heads with theirs.
QList<CellText> cellsOfFlatLine(
    const TableLabels &table, const FlatHeads &heads, QList<const FlatLine *> values);

} // namespace nianbao
