// SPDX-License-Identifier: MulanPSL-2.0
#include "documentblocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;

namespace {

ForeignCell spanning(int rows, int columns, const QString &text = {}) { return {0, 0, rows, columns, text}; }

/// Each square by the number of the cell that covers it, rows parted by /; . for none.
QString drawn(const ForeignGrid &grid)
{
    QStringList rows;
    for (int row = 0; row < grid.rows; ++row) {
        QString line;
        for (int column = 0; column < grid.columns; ++column) {
            const int at = grid.cellAt(row, column);
            line += at < 0 ? QStringLiteral(".") : QString::number(at);
        }
        rows.append(line);
    }
    return rows.join(u'/');
}

} // namespace

class DocumentBlocksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void putsCellsIntoTheNextFreeSquare()
    {
        GridBuilder builder;
        builder.beginRow();
        builder.addCell(spanning(2, 1));
        builder.addCell(spanning(1, 2));
        builder.beginRow();
        builder.addCell(spanning(1, 1));
        builder.beginRow(1);
        builder.addCell(spanning(1, 5));
        const ForeignGrid grid = builder.grid();
        QCOMPARE(drawn(grid), QStringLiteral("011.../02..../.33333"));
        QCOMPARE(grid.missingIn(0), 3);
        QCOMPARE(grid.missingIn(1), 4);
        QCOMPARE(grid.missingIn(2), 1);
        QVERIFY(!builder.isCut());
    }

    void cutsSpansThatWouldCoverASquareTwice()
    {
        GridBuilder builder;
        builder.beginRow();
        builder.addCell(spanning(1, 1));
        builder.addCell(spanning(2, 1));
        builder.addCell(spanning(1, 1));
        builder.beginRow();
        builder.addCell(spanning(1, 3)); // one square is free, then comes a cell from above
        builder.addCell(spanning(9, 1));
        QCOMPARE(drawn(builder.grid()), QStringLiteral("012/314"));
    }

    void takesASpanOfNothingForOne()
    {
        GridBuilder builder;
        builder.beginRow();
        builder.addCell(spanning(0, -3));
        builder.addCell(spanning(-1, 0));
        const ForeignGrid grid = builder.grid(ForeignGrid::Origin::Guessed);
        QCOMPARE(drawn(grid), QStringLiteral("01"));
        QCOMPARE(grid.origin, ForeignGrid::Origin::Guessed);
    }

    void staysWithinItsBounds()
    {
        GridBuilder builder;
        builder.addCell(spanning(1, 1)); // before any row
        QVERIFY(builder.isCut());
        builder.beginRow();
        builder.addCell(spanning(1'000'000'000, 1'000'000'000));
        builder.addCell(spanning(1, 1));
        builder.beginRow(1'000'000'000);
        builder.addCell(spanning(1, 1));
        ForeignGrid grid = builder.grid();
        QCOMPARE(grid.rows, 2);
        QCOMPARE(grid.columns, GridBuilder::kMostColumns);
        QCOMPARE(grid.cells.size(), 1);
        QCOMPARE(grid.cells.first().rowSpan, 2);
        GridBuilder tall;
        for (int row = 0; row < GridBuilder::kMostRows + 5; ++row) {
            tall.beginRow();
            tall.addCell(spanning(1, 1));
        }
        QVERIFY(tall.isCut());
        QCOMPARE(tall.grid().rows, GridBuilder::kMostRows);
    }

    void hasNoRowsWithoutCells()
    {
        GridBuilder builder;
        builder.beginRow();
        builder.beginRow();
        QCOMPARE(builder.grid().rows, 0);
        QCOMPARE(ForeignGrid().cellAt(0, 0), -1);
    }

    void neverCoversASquareTwice()
    {
        QRandomGenerator random(16);
        for (int round = 0; round < 500; ++round) {
            GridBuilder builder;
            for (int row = random.bounded(1, 8); row > 0; --row) {
                builder.beginRow(random.bounded(3) == 0 ? random.bounded(4) : 0);
                for (int cell = random.bounded(6); cell > 0; --cell)
                    builder.addCell(spanning(random.bounded(-1, 5), random.bounded(-1, 5)));
            }
            const ForeignGrid grid = builder.grid();
            QList<int> covered(grid.rows * grid.columns, 0);
            for (const ForeignCell &cell : grid.cells) {
                QVERIFY(
                    cell.row + cell.rowSpan <= grid.rows && cell.column + cell.columnSpan <= grid.columns);
                for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                    for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                        QCOMPARE(++covered[row * grid.columns + column], 1);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(DocumentBlocksTest)
#include "tst_documentblocks.moc"
