// SPDX-License-Identifier: MulanPSL-2.0
#include "yearsmodel.h"

#include "literal.h"

#include <algorithm>
#include <limits>

namespace nianbao {

YearsModel::YearsModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_lines(compareYears(session.report()))
{
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.prior || delta.form)
            setTable(m_table);
        else if (!delta.cells.isEmpty())
            refresh();
    });
}

void YearsModel::setTable(const TableId &table)
{
    beginResetModel();
    m_table = table;
    m_lines = compareYears(m_session.report(), table);
    endResetModel();
}

/// The rows stay: only figures differ.
void YearsModel::refresh()
{
    m_lines = compareYears(m_session.report(), m_table);
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, Percent));
}

CellId YearsModel::cellAt(int row) const { return m_lines.value(row).cell; }

bool YearsModel::hasPercents() const
{
    return std::any_of(
        m_lines.begin(), m_lines.end(), [](const YearLine &line) { return !line.percentWords().isEmpty(); });
}

bool YearsModel::hasFigures() const
{
    return std::any_of(
        m_lines.begin(), m_lines.end(), [](const YearLine &line) { return line.now.has_value(); });
}

int YearsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int YearsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Percent + 1; }

QVariant YearsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const PriorPointer &prior = m_session.report().prior();
    switch (section) {
    case Table: return tr("Table");
    case Label: return tr("Item");
    case Before: return prior ? QString::number(prior->year()) : QString();
    case Now: return QString::number(m_session.report().year());
    case ChangeBy: return tr("Change");
    default: return tr("Percent");
    }
}

QVariant YearsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const YearLine &line = m_lines[index.row()];
    const auto words
        = [](const std::optional<Amount> &value) { return value ? value->toString() : QStringLiteral("—"); };
    const auto number = [](const std::optional<Amount> &value) {
        return value ? value->toDouble() : -std::numeric_limits<double>::infinity();
    };
    const auto by = line.change();
    switch (role) {
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            data(index, Qt::DisplayRole).toString());
    case Qt::ToolTipRole: return literal::toolTip(data(index, Qt::DisplayRole).toString());
    case Qt::DisplayRole:
        switch (index.column()) {
        case Table: return line.table;
        case Label: return line.label;
        case Before: return words(line.before);
        case Now: return words(line.now);
        case ChangeBy: return line.changeWords();
        default: return line.percentWords();
        }
    case SortRole:
        switch (index.column()) {
        case Table: return index.row();
        case Label: return line.label;
        case Before: return number(line.before);
        case Now: return number(line.now);
        case ChangeBy: return by ? by->absolute().toDouble() : -1.0;
        default:
            return by && !line.before->isZero() ? std::abs(by->toDouble() / line.before->toDouble()) : -1.0;
        }
    case CellRole: return line.cell.toString();
    case ChangedRole: return by && !by->isZero();
    case FilledRole: return (line.before && !line.before->isZero()) || (line.now && !line.now->isZero());
    case Qt::TextAlignmentRole:
        return int(
            index.column() >= Before ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace nianbao
