// SPDX-License-Identifier: MulanPSL-2.0
#include "contentsmodel.h"

#include "appearance.h"
#include "literal.h"
#include "showntext.h"
#include "textplace.h"

#include <algorithm>

namespace nianbao {

namespace {
const QString kOrganisation = QStringLiteral("organisation");
const QString kIntroduction = QStringLiteral("introduction");
const QString kChannels = QStringLiteral("channels");
const QString kYears = QStringLiteral("years");
constexpr qsizetype kMostHeading = 100; // characters
} // namespace

ContentsModel::ContentsModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_entries{kOrganisation, kIntroduction}
{
    for (const SectionSpec &section : session.report().spec().sections)
        m_entries.append(section.id.toString());
    m_entries.append(kChannels);
    m_entries.append(kYears);
    for (const QString &entry : std::as_const(m_entries))
        m_children.append(int(session.report().subSections(SectionId(entry)).size()));
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.structure)
            followStructure();
        repaintAll();
    });
    connect(&session, &Session::findingsChanged, this, &ContentsModel::repaintAll);
}

/// Sub-sections that came or went: rows are added or removed at the end, their words follow with the repaint.
void ContentsModel::followStructure()
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const int wanted = int(m_session.report().subSections(SectionId(m_entries[row])).size());
        const int shown = m_children[row];
        if (wanted > shown) {
            beginInsertRows(index(row, 0), shown, wanted - 1);
            m_children[row] = wanted;
            endInsertRows();
        } else if (wanted < shown) {
            beginRemoveRows(index(row, 0), wanted, shown - 1);
            m_children[row] = wanted;
            endRemoveRows();
        }
    }
}

void ContentsModel::repaintAll()
{
    Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, 0));
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_children[row] > 0) {
            const auto parent = index(row, 0);
            Q_EMIT dataChanged(index(0, 0, parent), index(m_children[row] - 1, 0, parent));
        }
    }
}

QModelIndex ContentsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ContentsModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0
        ? createIndex(int(child.internalId()) - 1, 0, quintptr(0))
        : QModelIndex();
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_entries.size());
    return parent.internalId() == 0 && parent.column() == 0 ? m_children[parent.row()] : 0;
}

int ContentsModel::columnCount(const QModelIndex &) const { return 1; }

QModelIndex ContentsModel::indexOf(const QString &section) const
{
    const QString entry = entryOf(m_session.report(), section);
    const auto row = int(m_entries.indexOf(entry.section(u'/', 0, 0)));
    if (row < 0)
        return {};
    const int child = entry.section(u'/', 1, 1).toInt();
    return child > 0 && child <= m_children[row] ? index(child - 1, 0, index(row, 0)) : index(row, 0);
}

QString ContentsModel::sectionAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return m_entries[index.row()];
    return QStringLiteral("%1/%2").arg(m_entries[int(index.internalId()) - 1]).arg(index.row() + 1);
}

QString ContentsModel::label(const QString &section) const
{
    if (section == kOrganisation)
        return tr("The office");
    if (section == kIntroduction)
        return tr("Title and introduction");
    if (section == kChannels)
        return tr("Channels and categories");
    if (section == kYears)
        return tr("This year beside last year");
    const SectionId id(section.section(u'/', 0, 0));
    const int child = section.section(u'/', 1, 1).toInt();
    if (child == 0)
        return m_session.report().spec().section(id)->heading();
    const QString heading
        = firstCharacters(shownHeadings(m_session.report(), id).value(child - 1), kMostHeading);
    return heading.isEmpty() ? tr("(text without heading)") : heading;
}

Findings ContentsModel::findingsOf(const QString &section) const
{
    Findings result;
    const SectionSpec *spec = m_session.report().spec().section(SectionId(section));
    for (const Finding &finding : m_session.findings()) {
        if (finding.explained)
            continue;
        const bool inTable = spec && spec->kind == SectionSpec::Kind::Table && !finding.cells.isEmpty()
            && finding.section.isEmpty() && finding.cells.first().table() == spec->table;
        const bool inText
            = !finding.section.isEmpty() && entryOf(m_session.report(), finding.section) == section;
        if (inTable || inText)
            result.append(finding);
    }
    return result;
}

Progress ContentsModel::progressOf(const QString &section) const
{
    const Report &report = m_session.report();
    if (section == kOrganisation)
        return organisationProgress(report);
    if (section == kIntroduction)
        return {report.fact(fact::kIntroduction).trimmed().isEmpty() ? 0 : 1, 1};
    if (section == kChannels || section == kYears)
        return {};
    const SectionId id(section.section(u'/', 0, 0));
    const int child = section.section(u'/', 1, 1).toInt();
    if (child == 0)
        return progress(report, id);
    return {report.subSections(id).value(child - 1).text.trimmed().isEmpty() ? 0 : 1, 1};
}

QString ContentsModel::status(const QString &section) const
{
    if (section == kYears)
        return m_session.report().prior() ? QString::number(m_session.report().prior()->year()) : QString();
    const Findings findings = findingsOf(section);
    if (!findings.isEmpty()) {
        const Level worst = findings.first().level;
        return QStringLiteral("%1 %2").arg(appearance::levelMark(worst)).arg(count(findings, worst));
    }
    if (section == kChannels) {
        const auto total = channelsTotal(m_session.report().channels());
        return total ? QString::number(*total) : QString();
    }
    const Progress done = progressOf(section);
    if (done.isComplete())
        return QStringLiteral("✓");
    return done.total == 1 || done.filled == 0 ? tr("empty")
                                               : QStringLiteral("%1/%2").arg(done.filled).arg(done.total);
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    const QString section = sectionAt(index);
    if (section.isEmpty())
        return {};
    switch (role) {
    case Qt::DisplayRole: return label(section);
    case Qt::ToolTipRole: return literal::toolTip(label(section));
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(label(section), status(section));
    case SectionRole: return section;
    case StatusRole: return status(section);
    case LevelRole: {
        const Findings findings = findingsOf(section);
        return findings.isEmpty() ? -1 : int(findings.first().level);
    }
    case CompleteRole: return progressOf(section).isComplete();
    default: return {};
    }
}

} // namespace nianbao
