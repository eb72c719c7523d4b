// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "labels.h"
#include "proposal.h"

namespace nianbao {

/// A text that the labels around it say belongs to a cell of some form; not yet read as a value.
struct CellText {
    CellId cell{};
    QString text{};
    QString headUnit{}; // 元 where the head counts in it
    Phrase doubt{}; // what speaks against it; empty: nothing does
    bool isShared = false; // it stands for several cells: no one's value
    QString note{}; // that stands apart from the figure
    bool isById = false; // the document names the cell by its id
    SourceSpot spot{};
};

/// What the readers of tables gather from the blocks of a document, one after the other.
struct Readings {
    QList<CellText> cells{};
    QList<Phrase> notes{};
    QSet<int> usedBlocks{};
    int leftOut = 0; // notes that were too many to be said

    void note(const Phrase &phrase);
    /// Says that a row was left out; what it said.
    Phrase leaveOut(const QString &label, const QStringList &figures);
};

/// Columns and rows for the heads of one block of a table that are known only by their order.
struct HeadChoice {
    QStringList columns{}; // one a head; empty: unknown
    QList<bool> byOrder{}; // it was
    bool isComplete = false; // every column of the block has its head
};
/// What the heads above a row of the table are. normals: their labels in normal form; known: what these say.
HeadChoice headsFor(
    const TableLabels &table, const QString &row, const QStringList &normals, const QStringList &known);

} // namespace nianbao
