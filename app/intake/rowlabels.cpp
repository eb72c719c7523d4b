// SPDX-License-Identifier: MulanPSL-2.0
#include "rowlabels.h"

namespace nianbao {

namespace {

constexpr Sentence kSimilarRow{
    "The label “%1” is only similar to the form's.", "项目名称“%1”与表样只是相近。"};
constexpr Sentence kMergedLabel{"The label stands for several rows.", "项目名称占了几行的位置。"};

constexpr qsizetype kMostLabelCells = 3; // into which a label was cut

/// The cells before the figures, from left to right.
QList<Piece> labelPieces(const GridSquares &squares, const QList<Piece> &filled, int headsFrom)
{
    QList<Piece> pieces;
    for (const Piece &piece : filled) {
        const bool isRunningNumber = pieces.isEmpty() && piece.to < headsFrom && squares.isFigure(piece.cell);
        if (isRunningNumber) // 序号: a label follows, else the figures have none
            continue;
        const bool isUnderHeads = headsFrom >= 0 && !pieces.isEmpty() && piece.from >= headsFrom;
        if (squares.isFigure(piece.cell) || isUnderHeads)
            break;
        pieces.append(piece);
    }
    return pieces;
}

} // namespace

bool RowContext::allows(const TableLabels &table, const QString &row, const QString &normal) const
{
    const QString home = table.groupOf(row);
    if (!table.isWeak(normal) || home.isEmpty() || home == group)
        return true;
    const qsizetype at = table.rowOrder.indexOf(row);
    return at > 0 && table.rowOrder[at - 1] == lastRow;
}

LabelMatch RowContext::rowNamed(const TableLabels &table, const QString &normal) const
{
    const LabelMatch match = table.row(normal);
    return match.isFound() && allows(table, match.id, normal) ? match : LabelMatch{};
}

GridRowLabel labelOfGridRow(const GridSquares &squares, const TableLabels &table, const QList<Piece> &filled,
    int headsFrom, RowContext &context)
{
    GridRowLabel found;
    const QList<Piece> pieces = labelPieces(squares, filled, headsFrom);
    if (pieces.isEmpty())
        return found;
    for (const Piece &piece : pieces) {
        const QString named = table.group(squares.normal(piece.cell));
        if (!named.isEmpty())
            context.group = named;
    }
    const Piece &last = pieces.last();
    found.end = last.to;
    found.text = squares.text(last.cell).simplified();
    QString joined;
    for (qsizetype count = 1; count <= std::min(kMostLabelCells, pieces.size()) && !found.match.isExact();
         ++count) {
        joined = squares.text(pieces[pieces.size() - count].cell) + joined;
        const LabelMatch match = context.rowNamed(table, normalLabel(joined));
        if (match.isFound() && (match.isExact() || !found.match.isFound())) {
            found.match = match;
            found.text = joined.simplified();
        }
    }
    const bool isAlsoGroup = !table.group(squares.normal(last.cell)).isEmpty();
    if (isAlsoGroup && (!last.beginsHere || squares.grid.cells[last.cell].rowSpan > 1)) {
        found.match = {}; // the label of the group only: that of the row is missing
        found.text.clear();
    } else if (found.match.isFound() && squares.grid.cells[last.cell].rowSpan > 1) {
        found.doubt = Phrase(kMergedLabel);
    }
    if (found.match.kind == LabelMatch::Kind::Similar)
        found.doubt = Phrase(kSimilarRow, found.text);
    return found;
}

} // namespace nianbao
