// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "gridsquares.h"
#include "labels.h"
#include "phrase.h"

namespace nianbao {

/// What stands over one column of figures, with what it says.
struct Head {
    int from = 0;
    int to = 0;
    QString text{}; // empty: nothing stands there
    QString normal{};
    QString row{}; // id, of a transposed table
    QString column{}; // id; empty: unknown
    QString unit{}; // of money, that it tells
    Phrase doubt{};
};

/// The heads of a table in a grid, from left to right. rows: those of its head, from top to bottom.
/// from: where figures begin. What the form has in another order is doubted.
QList<Head> headsOf(const GridSquares &squares, const TableLabels &table, const QList<int> &rows, int from);

/// Where the figures begin under these head rows: at the first word of a head.
int firstHeadColumn(const GridSquares &squares, const TableLabels &table, const QList<int> &rows);

} // namespace nianbao
