// SPDX-License-Identifier: MulanPSL-2.0
#include "proposalmodel.h"

#include "appearance.h"
#include "literal.h"
#include "recognitionlook.h"

#include <QApplication>
#include <QBrush>
#include <QFont>

#include <algorithm>

namespace nianbao {

namespace {

QString sideOf(const TableSpec &table, const Expression &side)
{
    QString words;
    for (const Term &term : side) {
        const QString mark = table.rowLabels.value(term.cell.row()).mark;
        if (mark.isEmpty())
            return {};
        words += words.isEmpty() ? QString() : term.sign > 0 ? QStringLiteral(" ＋ ") : QStringLiteral(" − ");
        words += mark;
    }
    return words;
}

/// left − right; nullopt: a cell of it is blank.
std::optional<Amount> differenceOf(const Report &report, const Equation &equation)
{
    Amount difference;
    const auto add = [&](const Expression &side, int sign) {
        for (const Term &term : side) {
            const auto value = report.value(term.cell);
            if (!value)
                return false;
            difference = term.sign * sign > 0 ? difference + *value : difference - *value;
        }
        return true;
    };
    if (!add(equation.left, 1) || !add(equation.right, -1))
        return std::nullopt;
    return difference;
}

} // namespace

ProposalModel::ProposalModel(Mapping &mapping, const TableId &table, QObject *parent)
    : FormTableModel(mapping.form(), table, parent), m_mapping(mapping)
{
    listSums();
    connect(&mapping, &Mapping::changed, this,
        [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); });
}

void ProposalModel::listSums()
{
    QHash<QString, int> gridColumns;
    for (const GridCell &cell : table().grid) {
        if (cell.kind == GridCell::Kind::Figure)
            gridColumns.insert(cell.cell.column(), cell.column);
    }
    for (const Equation &equation : form().equations) {
        if (equation.table != table().id || equation.isOfRow || equation.usesPrior()
            || equation.level != Level::Error || !gridColumns.contains(equation.each))
            continue;
        const QString left = sideOf(table(), equation.left);
        const QString right = sideOf(table(), equation.right);
        const QString words
            = left.isEmpty() || right.isEmpty() ? equation.label : tr("%1 ＝ %2").arg(left, right);
        auto sum = std::find_if(
            m_sums.begin(), m_sums.end(), [&](const Sum &one) { return one.rule == equation.rule; });
        if (sum == m_sums.end())
            sum = m_sums.insert(m_sums.end(), Sum{equation.rule, words, {}});
        sum->columns.insert(gridColumns.value(equation.each), &equation);
    }
}

int ProposalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FormTableModel::rowCount() + int(m_sums.size());
}

QVariant ProposalModel::data(const QModelIndex &index, int role) const
{
    return index.row() < FormTableModel::rowCount() ? FormTableModel::data(index, role) : sum(index, role);
}

QVariant ProposalModel::sum(const QModelIndex &index, int role) const
{
    const Sum &sum = m_sums[index.row() - FormTableModel::rowCount()];
    const int heads = table().rowHeadColumns;
    if (index.column() < heads) {
        if (role == KindRole)
            return int(index.column() == 0 ? Kind::Corner : Kind::Covered);
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText && index.column() == 0 ? QVariant(sum.words) : QVariant();
    }
    if (role == KindRole)
        return int(Kind::ColumnHead);
    const Equation *equation = sum.columns.value(index.column());
    if (!equation)
        return {};
    const auto difference = differenceOf(m_mapping.taken(), *equation);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return !difference         ? tr("open", "a sum of blank cells")
            : difference->isZero() ? QStringLiteral("✓")
                                   : tr("off by %1", "a sum").arg(difference->absolute().toString());
    case Qt::ForegroundRole: {
        const QPalette palette = QApplication::palette();
        return QBrush(!difference      ? appearance::quiet(palette)
                : difference->isZero() ? appearance::okColour(palette)
                                       : appearance::levelColour(palette, Level::Error));
    }
    default: return {};
    }
}

QVariant ProposalModel::figure(const CellId &id, int role) const
{
    const CellSpec *spec = form().cell(id);
    const Place place = Place::cell(id);
    const Recognition state = m_mapping.state(place);
    const bool isTicked = m_mapping.isTicked(place);
    const auto value = m_mapping.value(id);
    const QString text = value ? value->toString() : QString();
    const QPalette palette = QApplication::palette();
    const bool isAnswered = m_mapping.isSettled(place);
    const bool isDoubt = state == Recognition::Guessed || state == Recognition::Unreadable;
    const bool isWrong = m_mapping.doubts().contains(place) && !isDoubt;
    switch (role) {
    case Qt::DisplayRole: {
        const QString note = m_mapping.note(id);
        return note.isEmpty() ? text : QStringLiteral("%1（%2）").arg(text, note);
    }
    case Qt::EditRole: return text;
    case NoteRole: return m_mapping.note(id);
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return literal::toolTip(toolTip(id));
    case Qt::AccessibleTextRole:
        return QStringList{spec->label, text.isEmpty() ? tr("blank") : text, recognition::word(state)}.join(
            tr(", ", "between parts of what a screen reader says"));
    case KindRole: return int(spec->isComputed() ? Kind::Computed : Kind::Typed);
    case DecimalsRole: return spec->decimals;
    case NegativeRole: return spec->mayBeNegative;
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(!isTicked);
        return font;
    }
    case SignRole:
        if (!isTicked)
            return QStringLiteral("✗");
        if (m_mapping.isCorrected(id))
            return QStringLiteral("✎");
        if (isDoubt && isAnswered && value)
            return recognition::mark(Recognition::Sure);
        return state == Recognition::Sure || state == Recognition::Absent
            ? QVariant()
            : QVariant(recognition::mark(state));
    case Qt::ForegroundRole:
        return QBrush(!isTicked                           ? appearance::quiet(palette)
                : isAnswered || m_mapping.isCorrected(id) ? appearance::okColour(palette)
                                                          : recognition::colour(palette, state));
    case Qt::BackgroundRole:
        if (state == Recognition::Absent && !value)
            return QBrush(appearance::line(palette), Qt::BDiagPattern);
        return isDoubt && !isAnswered ? QBrush(recognition::ground(palette, state)) : QVariant();
    case ComputedValueRole: {
        const auto computed = m_mapping.taken().computed(id);
        const bool differs
            = isWrong && spec->isComputed() && isTicked && value && computed && computed != value;
        return differs ? QVariant(computed->toString()) : QVariant();
    }
    case LevelRole: {
        const auto &findings = m_mapping.arithmetic();
        const bool isNamed = spec->isComputed()
            && std::any_of(findings.begin(), findings.end(),
                [&id](const Finding &finding) { return finding.cells.contains(id); });
        return isNamed ? QVariant(int(Level::Error)) : QVariant();
    }
    default: return {};
    }
}

QString ProposalModel::toolTip(const CellId &id) const
{
    const Place place = Place::cell(id);
    const Recognition state = m_mapping.state(place);
    QStringList lines{form().cell(id)->label, recognition::mark(state) + u' ' + recognition::word(state)};
    if (const QString source = m_mapping.source(place); !source.isEmpty())
        lines.append(tr("In the document: “%1”").arg(source));
    if (const QString why = said(m_mapping.why(place)); !why.isEmpty())
        lines.append(why);
    for (const Finding &finding : m_mapping.arithmetic()) {
        if (finding.cells.contains(id))
            lines.append(appearance::levelMark(finding.level) + u' ' + said(finding.message));
    }
    return lines.join(u'\n');
}

Qt::ItemFlags ProposalModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || kind(index) == Kind::Covered)
        return Qt::NoItemFlags;
    if (!isFigure(index))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return kind(index) == Kind::Typed ? result | Qt::ItemIsEditable : result;
}

bool ProposalModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const CellId cell = cellAt(index);
    if (role != Qt::EditRole || cell.isEmpty())
        return false;
    const auto done = m_mapping.correct(cell, value.toString());
    if (!done)
        Q_EMIT refused(named(done.error()));
    return done.has_value();
}

bool ProposalModel::setValues(const QList<GridValue> &values, const QString &)
{
    for (const GridValue &value : values) {
        const QString text = value.value ? value.value->toString() : QString();
        if (!setData(index(value.row, value.column), text))
            return false;
    }
    return true;
}

QList<QRect> ProposalModel::spans() const
{
    QList<QRect> result = FormTableModel::spans();
    for (int row = FormTableModel::rowCount(); row < rowCount(); ++row) {
        if (table().rowHeadColumns > 1)
            result.append(QRect(0, row, table().rowHeadColumns, 1));
    }
    return result;
}

QModelIndex ProposalModel::anchor(int row, int column) const
{
    if (row < FormTableModel::rowCount())
        return FormTableModel::anchor(row, column);
    if (row >= rowCount() || column < 0 || column >= columnCount())
        return {};
    return index(row, column < table().rowHeadColumns ? 0 : column);
}

PasteTarget::Field ProposalModel::placeAt(int row, int column) const
{
    const bool isSum
        = row >= FormTableModel::rowCount() && row < rowCount() && column >= 0 && column < columnCount();
    return isSum ? Field::Head : FormTableModel::placeAt(row, column);
}

} // namespace nianbao
