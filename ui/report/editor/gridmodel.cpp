// SPDX-License-Identifier: MulanPSL-2.0
#include "gridmodel.h"

#include <set>

namespace nianbao {

QModelIndex GridModel::figureFrom(const QModelIndex &start, int rowStep, int columnStep, bool typedOnly) const
{
    int row = start.row() + rowStep;
    int column = start.column() + columnStep;
    for (; row >= 0 && column >= 0 && row < rowCount() && column < columnCount();
         row += rowStep, column += columnStep) {
        const QModelIndex found = anchor(row, column);
        const bool fits = found.isValid() && (typedOnly ? kind(found) == Kind::Typed : isFigure(found));
        if (fits && found != start)
            return found;
    }
    return {};
}

QModelIndex GridModel::lastFigureFrom(const QModelIndex &start, int rowStep, int columnStep) const
{
    QModelIndex last = start;
    for (QModelIndex next = start; next.isValid(); next = figureFrom(next, rowStep, columnStep, false))
        last = next;
    return last;
}

QModelIndex GridModel::inReadingOrder(const QModelIndex &start, bool back) const
{
    const int columns = columnCount();
    const int places = columns * rowCount();
    const int step = back ? -1 : 1;
    for (int i = start.row() * columns + start.column() + step; i >= 0 && i < places; i += step) {
        const QModelIndex found = index(i / columns, i % columns);
        if (kind(found) == Kind::Typed)
            return found;
    }
    return {};
}

QModelIndex GridModel::inColumnOrder(const QModelIndex &start, bool back) const
{
    const int rows = rowCount();
    const int places = rows * columnCount();
    const int step = back ? -1 : 1;
    for (int i = start.column() * rows + start.row() + step; i >= 0 && i < places; i += step) {
        const QModelIndex found = index(i % rows, i / rows);
        if (kind(found) == Kind::Typed)
            return found;
    }
    return {};
}

QModelIndex GridModel::edgeFigure(bool last) const
{
    const int columns = columnCount();
    const int places = columns * rowCount();
    for (int i = 0; i < places; ++i) {
        const int place = last ? places - 1 - i : i;
        const QModelIndex found = index(place / columns, place % columns);
        if (isFigure(found))
            return found;
    }
    return {};
}

QModelIndex GridModel::byKey(const QModelIndex &start, int key, bool far) const
{
    int rowStep = 0;
    int columnStep = 0;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Home: columnStep = -1; break;
    case Qt::Key_Right:
    case Qt::Key_End: columnStep = 1; break;
    case Qt::Key_Up:
    case Qt::Key_PageUp: rowStep = -1; break;
    case Qt::Key_Down:
    case Qt::Key_PageDown: rowStep = 1; break;
    default: return {};
    }
    const bool isEdge = key == Qt::Key_Home || key == Qt::Key_End;
    if (far && isEdge)
        return edgeFigure(key == Qt::Key_End);
    if (far || isEdge || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        return lastFigureFrom(start, rowStep, columnStep);
    const QModelIndex next = figureFrom(start, rowStep, columnStep, false);
    return next.isValid() ? next : start;
}

std::pair<QModelIndex, QModelIndex> GridModel::figuresOf(const QModelIndex &head) const
{
    QRect span(head.column(), head.row(), 1, 1);
    const auto all = spans();
    for (const QRect &one : all) {
        if (one.topLeft() == span.topLeft())
            span = one;
    }
    const bool isRow = kind(head) == Kind::RowHead;
    const QRect area = isRow
        ? QRect(QPoint(span.right() + 1, span.top()), QPoint(columnCount() - 1, span.bottom()))
        : QRect(QPoint(span.left(), span.bottom() + 1), QPoint(span.right(), rowCount() - 1));
    QModelIndex first;
    QModelIndex last;
    for (int row = area.top(); row <= area.bottom(); ++row) {
        for (int column = area.left(); column <= area.right(); ++column) {
            const QModelIndex found = anchor(row, column);
            if (!found.isValid() || !isFigure(found))
                continue;
            first = first.isValid() ? first : found;
            if (!last.isValid() || row - last.row() <= 1) // further down is another block with its own head
                last = found;
        }
    }
    return {first, last};
}

QStringList GridModel::headTexts() const
{
    QStringList texts;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QModelIndex head = index(row, column);
            const QString text = isFigure(head) ? QString() : head.data().toString().simplified();
            if (text.size() > 1)
                texts.append(text);
        }
    }
    return texts;
}

TextBlock GridModel::blockOf(const QList<QModelIndex> &figures) const
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QModelIndex &figure : figures) {
        rows.insert(figure.row());
        columns.insert(figure.column());
    }
    TextBlock block;
    for (const int row : rows) {
        QStringList texts;
        for (const int column : columns) {
            const QModelIndex place = index(row, column);
            texts.append(figures.contains(place) ? place.data(Qt::EditRole).toString() : QString());
        }
        block.append(texts);
    }
    return block;
}

} // namespace nianbao
