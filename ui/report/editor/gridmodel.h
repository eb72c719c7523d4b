// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pasteplan.h"
#include "result.h"

#include <QAbstractTableModel>

namespace nianbao {

/// What GridView shows: a table whose heads, banners and figures are all cells, some of them merged.
class GridModel : public QAbstractTableModel, public PasteTarget {
    Q_OBJECT
public:
    enum class Kind { Covered, Banner, Corner, ColumnHead, RowHead, Typed, Computed };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1, // int of Kind
        StackedRole, // one character under the other
        ProposalRole, // what a blank cell could hold, text
        PriorRole, // last year's figure, text
        ComputedValueRole, // of a total that is declared otherwise: the computed one, text
        LevelRole, // int of Level, the gravest finding on the cell; invalid without one
        DecimalsRole,
        NegativeRole,
        NoteRole,
        SignRole // a mark at the left of a figure, text, in Qt::ForegroundRole, on Qt::BackgroundRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    virtual QList<QRect> spans() const = 0; // x column, y row
    virtual QList<double> widths() const = 0; // relative, one a column
    virtual int frozenRows() const = 0;
    virtual int frozenColumns() const = 0;
    /// The cell that covers the place.
    virtual QModelIndex anchor(int row, int column) const = 0;
    /// One change, one undo step.
    virtual bool setValues(const QList<GridValue> &values, const QString &description) = 0;

    Kind kind(const QModelIndex &index) const { return Kind(index.data(KindRole).toInt()); }
    bool isFigure(const QModelIndex &index) const
    {
        return kind(index) == Kind::Typed || kind(index) == Kind::Computed;
    }

    /// The next figure that way, over heads and computed cells when only typed ones are meant.
    QModelIndex figureFrom(const QModelIndex &start, int rowStep, int columnStep, bool typedOnly) const;
    QModelIndex lastFigureFrom(const QModelIndex &start, int rowStep, int columnStep) const;
    QModelIndex inReadingOrder(const QModelIndex &start, bool back) const; // typed cells
    QModelIndex inColumnOrder(const QModelIndex &start, bool back) const; // the same, down each column
    QModelIndex edgeFigure(bool last) const; // of the whole table
    /// Where an arrow, Home, End or a page key leads, far with Ctrl; the start itself when there is nothing
    /// that way, invalid for other keys.
    QModelIndex byKey(const QModelIndex &start, int key, bool far) const;
    /// First and last figure in the rows, or under the column, of a head.
    std::pair<QModelIndex, QModelIndex> figuresOf(const QModelIndex &head) const;
    /// Plain figures in their rows and columns; heads between them are left out.
    TextBlock blockOf(const QList<QModelIndex> &figures) const;

    QSize gridSize() const override { return {columnCount(), rowCount()}; }
    QStringList headTexts() const override;

Q_SIGNALS:
    void refused(const nianbao::Error &error);
};

} // namespace nianbao
