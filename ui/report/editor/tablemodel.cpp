// SPDX-License-Identifier: MulanPSL-2.0
#include "tablemodel.h"

#include "appearance.h"
#include "literal.h"
#include "proposals.h"

#include <algorithm>
#include <set>

#include <utility>

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

TableModel::TableModel(Session &session, const TableId &table, QObject *parent)
    : GridModel(parent)
    , m_session(session)
    , m_spec(session.report().specPointer())
    , m_table(m_spec->table(table))
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
    m_proposals = proposals(session.report());
    showFindings();
    connect(&session, &Session::changed, this, &TableModel::showDelta);
    connect(&session, &Session::findingsChanged, this, &TableModel::showFindings);
}

const GridCell *TableModel::covering(int row, int column) const
{
    if (row < 0 || column < 0 || row >= m_table->gridRows || column >= m_table->widths.size())
        return nullptr;
    const int owner = m_owner[row * m_table->widths.size() + column];
    return owner < 0 ? nullptr : &m_table->grid[owner];
}

const GridCell *TableModel::cellOf(const QModelIndex &index) const
{
    const GridCell *cell = index.isValid() ? covering(index.row(), index.column()) : nullptr;
    return cell && cell->row == index.row() && cell->column == index.column() ? cell : nullptr;
}

CellId TableModel::cellAt(const QModelIndex &index) const
{
    const GridCell *cell = cellOf(index);
    return cell ? cell->cell : CellId();
}

QModelIndex TableModel::indexOf(const CellId &id) const
{
    for (const GridCell &cell : m_table->grid) {
        if (cell.kind == GridCell::Kind::Figure && cell.cell == id)
            return index(cell.row, cell.column);
    }
    return {};
}

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_table->gridRows; }

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table->widths.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
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

QVariant TableModel::figure(const CellId &id, int role) const
{
    const Report &report = m_session.report();
    const CellSpec *spec = m_spec->cell(id);
    const auto value = report.value(id);
    const QString text = value ? value->toString() : QString();
    switch (role) {
    case Qt::DisplayRole: {
        const QString note = report.note(id);
        return note.isEmpty() ? text : QStringLiteral("%1（%2）").arg(text, note);
    }
    case Qt::EditRole: return text;
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return literal::toolTip(toolTip(id));
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(spec->label, value ? figure(id, Qt::DisplayRole).toString() : tr("blank"));
    case KindRole: return int(spec->isComputed() ? Kind::Computed : Kind::Typed);
    case ProposalRole: {
        const auto proposal = m_proposals.constFind(id);
        return value || proposal == m_proposals.constEnd() ? QVariant() : QVariant(proposal->toString());
    }
    case PriorRole: {
        const auto before = prior(id);
        return before ? QVariant(before->toString()) : QVariant();
    }
    case ComputedValueRole: {
        const auto declared = report.declared(id);
        const auto computed = report.computed(id);
        if (!declared || declared->confirmed || declared->value == computed)
            return {};
        return computed ? computed->toString() : QString();
    }
    case LevelRole: {
        const auto level = m_levels.constFind(id);
        return level == m_levels.constEnd() ? QVariant() : QVariant(int(*level));
    }
    case DecimalsRole: return spec->decimals;
    case NegativeRole: return spec->mayBeNegative;
    case NoteRole: return report.note(id);
    default: return {};
    }
}

std::optional<Amount> TableModel::prior(const CellId &cell) const
{
    const PriorPointer &before = m_session.report().prior();
    return before && before->spec().cell(cell) ? before->value(cell) : std::nullopt;
}

QString TableModel::toolTip(const CellId &cell) const
{
    const CellSpec *spec = m_spec->cell(cell);
    QStringList lines{spec->label};
    if (const auto before = prior(cell))
        lines.append(tr("Last year: %1").arg(before->toString()));
    if (const auto proposal = m_proposals.constFind(cell);
        proposal != m_proposals.constEnd() && !m_session.report().value(cell))
        lines.append(tr("Proposed from last year's report: %1. It counts when it is confirmed or typed.")
                         .arg(proposal->toString()));
    if (const QString note = m_session.report().note(cell); !note.isEmpty())
        lines.append(tr("Note: %1").arg(note));
    for (const Finding &finding : m_session.findings()) {
        if (!finding.explained && finding.cells.contains(cell))
            lines.append(appearance::levelMark(finding.level) + u' ' + said(finding.message));
    }
    if (!spec->guidance.isEmpty())
        lines.append(spec->guidance);
    return lines.join(u'\n');
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    const GridCell *cell = cellOf(index);
    if (!cell)
        return Qt::NoItemFlags;
    if (cell->kind != GridCell::Kind::Figure)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!m_spec->cell(cell->cell)->isComputed()
        && m_session.permissions().may(Permissions::Action::EditContent))
        result |= Qt::ItemIsEditable;
    return result;
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const CellId cell = cellAt(index);
    if (role != Qt::EditRole || cell.isEmpty())
        return false;
    const auto parsed = parseCell(*m_spec, cell, value.toString());
    if (!parsed) {
        refuse(parsed.error());
        return false;
    }
    const Report &report = m_session.report();
    if (parsed->value == report.value(cell) && (parsed->note.isEmpty() || parsed->note == report.note(cell)))
        return true;
    return send({tr("Fill in %1").arg(m_spec->cell(cell)->label), stepsFor(cell, *parsed), {}});
}

bool TableModel::setValues(const QList<GridValue> &values, const QString &description)
{
    Change change{description, {}, {}};
    for (const GridValue &value : values)
        change.steps += stepsFor(cellAt(index(value.row, value.column)), {value.value, value.note});
    return change.steps.isEmpty() || send(change);
}

bool TableModel::send(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        refuse(done.error());
    return done.has_value();
}

/// A person knows a cell by its labels, not by its id.
void TableModel::refuse(const Error &error)
{
    Error named = error;
    if (const CellSpec *spec = m_spec->cell(CellId(error.where)))
        named.where = spec->label;
    Q_EMIT refused(named);
}

QList<QRect> TableModel::spans() const
{
    QList<QRect> result;
    for (const GridCell &cell : m_table->grid) {
        if (cell.rowSpan > 1 || cell.columnSpan > 1)
            result.append(QRect(cell.column, cell.row, cell.columnSpan, cell.rowSpan));
    }
    return result;
}

int TableModel::frozenRows() const
{
    // of several heads none can stay for all rows
    return m_table->blocks.size() == 1 ? m_table->blocks.first().headRows : 0;
}

int TableModel::frozenColumns() const
{
    const int heads = m_table->rowHeadColumns;
    const bool isCrossed
        = std::any_of(m_table->grid.begin(), m_table->grid.end(), [heads](const GridCell &cell) {
              return cell.column < heads && cell.column + cell.columnSpan > heads;
          });
    return isCrossed ? 0 : heads;
}

QModelIndex TableModel::anchor(int row, int column) const
{
    const GridCell *cell = covering(row, column);
    return cell ? index(cell->row, cell->column) : QModelIndex();
}

PasteTarget::Field TableModel::placeAt(int row, int column) const
{
    const GridCell *cell = covering(row, column);
    if (!cell)
        return Field::Outside;
    if (cell->kind != GridCell::Kind::Figure)
        return Field::Head;
    if (cell->row != row || cell->column != column)
        return Field::Covered;
    return m_spec->cell(cell->cell)->isComputed() ? Field::Computed : Field::Typed;
}

QString TableModel::labelAt(int row, int column) const
{
    const CellSpec *spec = m_spec->cell(cellAt(index(row, column)));
    return spec ? spec->label : QString();
}

EntryPlace TableModel::entryPlaceAt(int row, int column) const
{
    const CellSpec *spec = m_spec->cell(cellAt(index(row, column)));
    return spec ? entryPlace(*spec) : EntryPlace();
}

void TableModel::tellChanged(const CellId &cell)
{
    if (const QModelIndex changed = indexOf(cell); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void TableModel::showDelta(const Delta &delta)
{
    if (delta.form)
        return; // the window shows the new form anew
    const auto before = std::exchange(m_proposals, proposals(m_session.report()));
    if (before != m_proposals) {
        for (const CellId &cell : m_table->cells)
            tellChanged(cell);
    }
    const auto &cells = m_table->cells;
    for (const CellId &cell : cells) {
        if (delta.prior || delta.cells.contains(cell))
            tellChanged(cell);
    }
}

void TableModel::showFindings()
{
    QHash<CellId, Level> levels;
    for (const Finding &finding : m_session.findings()) {
        if (finding.explained)
            continue;
        for (const CellId &cell : finding.cells) {
            // a smaller Level is a graver one
            if (cell.table() == m_table->id && (!levels.contains(cell) || finding.level < levels[cell]))
                levels.insert(cell, finding.level);
        }
    }
    levels.swap(m_levels);
    for (const CellId &cell : m_table->cells) {
        const bool was = levels.contains(cell);
        const bool is = m_levels.contains(cell);
        if (was != is || (is && levels[cell] != m_levels[cell]))
            tellChanged(cell);
    }
}

} // namespace nianbao
