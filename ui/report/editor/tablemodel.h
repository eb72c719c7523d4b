// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pasteplan.h"
#include "session.h"

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
        NoteRole
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

/// One statutory table. Reads the report, asks the session, holds nothing of either.
class TableModel final : public GridModel {
    Q_OBJECT
public:
    TableModel(Session &session, const TableId &table, QObject *parent = nullptr);

    const TableSpec &table() const { return *m_table; }
    CellId cellAt(const QModelIndex &index) const; // empty: a head
    QModelIndex indexOf(const CellId &cell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QList<QRect> spans() const override;
    QList<double> widths() const override { return m_table->widths; }
    int frozenRows() const override;
    int frozenColumns() const override;
    QModelIndex anchor(int row, int column) const override;
    bool setValues(const QList<GridValue> &values, const QString &description) override;

    Field placeAt(int row, int column) const override;
    QString labelAt(int row, int column) const override;
    EntryPlace entryPlaceAt(int row, int column) const override;

private:
    const GridCell *covering(int row, int column) const;
    const GridCell *cellOf(const QModelIndex &index) const; // nullptr: covered by another
    QVariant figure(const CellId &cell, int role) const;
    QString toolTip(const CellId &cell) const;
    std::optional<Amount> prior(const CellId &cell) const;
    bool send(const Change &change);
    void refuse(const Error &error);
    void showDelta(const Delta &delta);
    void showFindings();
    void tellChanged(const CellId &cell);

    Session &m_session;
    SpecPointer m_spec;
    const TableSpec *m_table;
    QList<int> m_owner; // of each place of the grid, row by row: index into m_table->grid, -1 for none
    QHash<CellId, Amount> m_proposals;
    QHash<CellId, Level> m_levels; // gravest finding, derived from the session's
};

} // namespace nianbao
