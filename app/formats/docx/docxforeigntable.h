// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "docxproperties.h"

#include <QHash>

namespace nianbao {

/// Collects the rows of one w:tbl and makes blocks of them: a grid, or, where it holds another table or is a
/// single cell, and so only lays out, what stands in its cells.
class DocxForeignTable {
public:
    void setCaption(const QString &caption) { m_caption = caption; }
    void beginRow();
    void setRow(const DocxRowProperties &properties) { m_row.properties = properties; }
    /// False: the row is full, what the cell holds is left out.
    bool beginCell();
    void setCell(const DocxCellProperties &properties);
    void endCell(QList<ForeignBlock> content);
    void endRow();

    /// Pictures in cells follow their table. Ends the table.
    QList<ForeignBlock> blocks();
    bool isCut() const { return m_isCut; } // larger than GridBuilder takes

private:
    struct Cell {
        int span = 1;
        int rows = 1;
        bool isCovered = false; // by one above or to its left
        QList<ForeignBlock> content{};
    };
    struct Row {
        DocxRowProperties properties{};
        QList<Cell> cells{};
        QList<DocxCellProperties> merges{}; // until the row ends
    };
    struct Opened { // a cell that goes on downwards
        qsizetype row, cell;
        int span;
    };
    bool isLayout() const;
    ForeignGrid grid();
    static QString textOf(const QList<ForeignBlock> &content);

    QString m_caption{};
    QList<Row> m_rows{};
    Row m_row{};
    QHash<int, Opened> m_opened{}; // by the column where it begins
    bool m_isCut = false;
};

} // namespace nianbao
