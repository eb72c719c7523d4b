// SPDX-License-Identifier: MulanPSL-2.0
#include "tablemodel.h"

#include "appearance.h"
#include "literal.h"
#include "proposals.h"

#include <utility>

namespace nianbao {

TableModel::TableModel(Session &session, const TableId &table, QObject *parent)
    : FormTableModel(session.report().specPointer(), table, parent), m_session(session)
{
    m_proposals = proposals(session.report());
    showFindings();
    connect(&session, &Session::changed, this, &TableModel::showDelta);
    connect(&session, &Session::findingsChanged, this, &TableModel::showFindings);
}

QVariant TableModel::figure(const CellId &id, int role) const
{
    const Report &report = m_session.report();
    const CellSpec *spec = form().cell(id);
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
    case Qt::AccessibleDescriptionRole: return remarks(id).join(u'\n');
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

/// What is said about a cell beside its figure.
QStringList TableModel::remarks(const CellId &cell) const
{
    QStringList lines;
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
    return lines;
}

QString TableModel::toolTip(const CellId &cell) const
{
    const CellSpec *spec = form().cell(cell);
    QStringList lines = QStringList{spec->label} + remarks(cell);
    if (!spec->guidance.isEmpty())
        lines.append(spec->guidance);
    return lines.join(u'\n');
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || kind(index) == Kind::Covered)
        return Qt::NoItemFlags;
    if (!isFigure(index))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (kind(index) == Kind::Typed && m_session.permissions().may(Permissions::Action::EditContent))
        result |= Qt::ItemIsEditable;
    return result;
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const CellId cell = cellAt(index);
    if (role != Qt::EditRole || cell.isEmpty())
        return false;
    const auto parsed = parseCell(form(), cell, value.toString());
    if (!parsed) {
        refuse(parsed.error());
        return false;
    }
    const Report &report = m_session.report();
    if (parsed->value == report.value(cell) && (parsed->note.isEmpty() || parsed->note == report.note(cell)))
        return true;
    return send({tr("Fill in %1").arg(form().cell(cell)->label), stepsFor(cell, *parsed), {}});
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

void TableModel::refuse(const Error &error) { Q_EMIT refused(named(error)); }

void TableModel::showDelta(const Delta &delta)
{
    if (delta.form)
        return; // the window shows the new form anew
    const auto before = std::exchange(m_proposals, proposals(m_session.report()));
    if (before != m_proposals) {
        for (const CellId &cell : table().cells)
            tellChanged(cell);
    }
    const auto &cells = table().cells;
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
            if (cell.table() == table().id && (!levels.contains(cell) || finding.level < levels[cell]))
                levels.insert(cell, finding.level);
        }
    }
    levels.swap(m_levels);
    for (const CellId &cell : table().cells) {
        const bool was = levels.contains(cell);
        const bool is = m_levels.contains(cell);
        if (was != is || (is && levels[cell] != m_levels[cell]))
            tellChanged(cell);
    }
}

} // namespace nianbao
