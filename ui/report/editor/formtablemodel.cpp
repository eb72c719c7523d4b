// SPDX-License-Identifier: MulanPSL-2.0
#include "formtablemodel.h"

#include <algorithm>

namespace nianbao {

FormTableModel::FormTableModel(SpecPointer form, const TableId &table, QObject *parent)
    : GridModel(parent), m_form(std::move(form)), m_table(m_form->table(table))
{
    Q_ASSERT(m_table);
    const auto width = m_table->widths.size();
    m_owner.fill(-1, m_table->gridRows * width);
    for (int i = 0; i < m_table->grid.size(); ++i) {
        const GridCell &cell = m_table->grid[i];
        for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
            for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                m_owner[row * width + column] = i;
        }
    }
}

const GridCell *FormTableModel::covering(int row, int column) const
{
    if (row < 0 || column < 0 || row >= m_table->gridRows || column >= m_table->widths.size())
        return nullptr;
    const int owner = m_owner[row * m_table->widths.size() + column];
    return owner < 0 ? nullptr : &m_table->grid[owner];
}

const GridCell *FormTableModel::cellOf(const QModelIndex &index) const
{
    const GridCell *cell = index.isValid() ? covering(index.row(), index.column()) : nullptr;
    return cell && cell->row == index.row() && cell->column == index.column() ? cell : nullptr;
}

CellId FormTableModel::cellAt(const QModelIndex &index) const
{
    const GridCell *cell = cellOf(index);
    return cell ? cell->cell : CellId();
}

QModelIndex FormTableModel::indexOf(const CellId &id) const
{
    for (const GridCell &cell : m_table->grid) {
        if (cell.kind == GridCell::Kind::Figure && cell.cell == id)
            return index(cell.row, cell.column);
    }
    return {};
}

int FormTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table->gridRows;
}

int FormTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table->widths.size());
}

QVariant FormTableModel::data(const QModelIndex &index, int role) const
{
    const GridCell *cell = cellOf(index);
    if (!cell)
        return role == KindRole && index.isValid() ? QVariant(int(Kind::Covered)) : QVariant();
    if (cell->kind == GridCell::Kind::Figure)
        return figure(cell->cell, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return cell->text;
    case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
    case StackedRole: return cell->stacked;
    case KindRole:
        switch (cell->kind) {
        case GridCell::Kind::Banner: return int(Kind::Banner);
        case GridCell::Kind::Corner: return int(Kind::Corner);
        case GridCell::Kind::ColumnHead: return int(Kind::ColumnHead);
        default: return int(Kind::RowHead);
        }
    default: return {};
    }
}

QVariant FormTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const bool isColumn = orientation == Qt::Horizontal;
    QStringList words; // outer heads first
    for (const GridCell &cell : m_table->grid) {
        const int first = isColumn ? cell.column : cell.row;
        const int count = isColumn ? cell.columnSpan : cell.rowSpan;
        const bool isHead = cell.kind == (isColumn ? GridCell::Kind::ColumnHead : GridCell::Kind::RowHead);
        if (isHead && section >= first && section < first + count && !words.contains(cell.text))
            words.append(cell.text);
    }
    return words.join(u' ');
}

QList<QRect> FormTableModel::spans() const
{
    QList<QRect> result;
    for (const GridCell &cell : m_table->grid) {
        if (cell.rowSpan > 1 || cell.columnSpan > 1)
            result.append(QRect(cell.column, cell.row, cell.columnSpan, cell.rowSpan));
    }
    return result;
}

int FormTableModel::frozenRows() const
{
    // of several heads none can stay for all rows
    return m_table->blocks.size() == 1 ? m_table->blocks.first().headRows : 0;
}

int FormTableModel::frozenColumns() const
{
    const int heads = m_table->rowHeadColumns;
    const bool isCrossed
        = std::any_of(m_table->grid.begin(), m_table->grid.end(), [heads](const GridCell &cell) {
              return cell.column < heads && cell.column + cell.columnSpan > heads;
          });
    return isCrossed ? 0 : heads;
}

QModelIndex FormTableModel::anchor(int row, int column) const
{
    const GridCell *cell = covering(row, column);
    return cell ? index(cell->row, cell->column) : QModelIndex();
}

PasteTarget::Field FormTableModel::placeAt(int row, int column) const
{
    const GridCell *cell = covering(row, column);
    if (!cell)
        return Field::Outside;
    if (cell->kind != GridCell::Kind::Figure)
        return Field::Head;
    if (cell->row != row || cell->column != column)
        return Field::Covered;
    return m_form->cell(cell->cell)->isComputed() ? Field::Computed : Field::Typed;
}

QString FormTableModel::labelAt(int row, int column) const
{
    const CellSpec *spec = m_form->cell(cellAt(index(row, column)));
    return spec ? spec->label : QString();
}

EntryPlace FormTableModel::entryPlaceAt(int row, int column) const
{
    const CellSpec *spec = m_form->cell(cellAt(index(row, column)));
    return spec ? entryPlace(*spec) : EntryPlace();
}

void FormTableModel::tellChanged(const CellId &cell)
{
    if (const QModelIndex changed = indexOf(cell); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

Error FormTableModel::named(const Error &error) const
{
    Error result = error;
    if (const CellSpec *spec = m_form->cell(CellId(error.where)))
        result.where = spec->label;
    return result;
}

} // namespace nianbao
