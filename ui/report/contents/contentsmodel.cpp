// SPDX-License-Identifier: MulanPSL-2.0
#include "contentsmodel.h"

#include "appearance.h"
#include "headline.h"
#include "icons.h"
#include "literal.h"
#include "placenames.h"
#include "reportplaces.h"
#include "showntext.h"

#include <algorithm>

namespace nianbao {

namespace {
const Place kIntroduction = Place::fact(QLatin1String(fact::kIntroduction));
const Place kYears = bothYears();
constexpr qsizetype kMostHeading = 100; // characters
} // namespace

ContentsModel::ContentsModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_entries{Place::organisation(), kIntroduction}
{
    for (const SectionSpec &section : session.report().spec().sections)
        m_entries.append(Place::section(section.id));
    m_entries.append(Place::channels());
    m_entries.append(kYears);
    for (const Place &entry : std::as_const(m_entries))
        m_children.append(int(session.report().subSections(entry.sectionId()).size()));
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
        const int wanted = int(m_session.report().subSections(m_entries[row].sectionId()).size());
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

QModelIndex ContentsModel::indexOf(const Place &place) const
{
    const Place entry = entryOf(m_session.report(), place);
    const bool isChild = entry.kind() == Place::Kind::SubSection;
    const auto row = int(m_entries.indexOf(isChild ? Place::section(entry.sectionId()) : entry));
    if (row < 0)
        return {};
    return isChild && entry.index() < m_children[row] ? index(entry.index(), 0, index(row, 0))
                                                      : index(row, 0);
}

Place ContentsModel::placeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return m_entries[index.row()];
    return Place::subSection(m_entries[int(index.internalId()) - 1].sectionId(), index.row());
}

QString ContentsModel::label(const Place &entry) const
{
    if (entry == Place::organisation())
        return tr("The office");
    if (entry == kIntroduction)
        return tr("Title and introduction");
    if (entry == Place::channels())
        return tr("Channels and categories");
    if (entry == kYears)
        return tr("This year beside last year");
    const SectionId id = entry.sectionId();
    if (entry.kind() == Place::Kind::Section)
        return m_session.report().spec().section(id)->heading();
    const QString heading
        = firstCharacters(shownHeadings(m_session.report(), id).value(entry.index()), kMostHeading);
    return heading.isEmpty() ? tr("(text without heading)") : heading;
}

Findings ContentsModel::findingsOf(const Place &entry) const
{
    Findings result;
    if (isNotStarted(m_session.report()))
        return result; // all of it is blank, and nobody has done anything wrong
    const SectionSpec *spec = m_session.report().spec().section(entry.sectionId());
    for (const Finding &finding : m_session.findings()) {
        if (finding.explained)
            continue;
        const bool inTable = spec && spec->kind == SectionSpec::Kind::Table && !finding.cells.isEmpty()
            && !finding.isInText() && finding.cells.first().table() == spec->table;
        const bool inText = finding.isInText() && entryOf(m_session.report(), finding.place) == entry;
        if (inTable || inText)
            result.append(finding);
    }
    return result;
}

Progress ContentsModel::progressOf(const Place &entry) const
{
    const Report &report = m_session.report();
    if (entry == Place::organisation())
        return organisationProgress(report);
    if (entry == kIntroduction)
        return introductionProgress(report);
    if (entry == Place::channels() || entry == kYears)
        return {};
    if (entry.kind() == Place::Kind::Section)
        return progress(report, entry.sectionId());
    return {textAt(report, entry).value_or(QString()).trimmed().isEmpty() ? 0 : 1, 1};
}

QString ContentsModel::status(const Place &entry) const
{
    if (entry == kYears)
        return m_session.report().prior() ? QString::number(m_session.report().prior()->year()) : QString();
    const Findings findings = findingsOf(entry);
    if (!findings.isEmpty()) {
        const Level worst = findings.first().level;
        return QStringLiteral("%1 %2").arg(appearance::levelMark(worst)).arg(count(findings, worst));
    }
    if (entry == Place::channels()) {
        const auto total = channelsTotal(m_session.report().channels());
        return total ? QString::number(*total) : QString();
    }
    const Progress done = progressOf(entry);
    if (done.isComplete())
        return QStringLiteral("✓");
    return done.total == 1 || done.filled == 0 ? tr("empty")
                                               : QStringLiteral("%1/%2").arg(done.filled).arg(done.total);
}

/// Of the office, what it still lacks: its figures alone do not say.
QString ContentsModel::missing(const Place &entry) const
{
    QStringList names;
    if (entry == Place::organisation()) {
        for (const QString &key : missingOrganisationFacts(m_session.report()))
            names.append(said(placeName(m_session.report(), Place::fact(key))));
    }
    return names.isEmpty() ? QString() : tr("Still missing: %1").arg(names.join(QStringLiteral("、")));
}

/// The kind of what stands there; sub-sections are told by where they stand.
QString ContentsModel::pictureOf(const Place &entry) const
{
    if (entry == Place::organisation())
        return QStringLiteral("office");
    if (entry == kIntroduction)
        return QStringLiteral("introduction");
    if (entry == Place::channels())
        return QStringLiteral("channels");
    if (entry == kYears)
        return QStringLiteral("years");
    if (entry.kind() != Place::Kind::Section)
        return {};
    const SectionSpec *spec = m_session.report().spec().section(entry.sectionId());
    return spec && spec->kind == SectionSpec::Kind::Table ? QStringLiteral("table") : QStringLiteral("text");
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    const Place entry = placeAt(index);
    if (entry.isNowhere())
        return {};
    switch (role) {
    case Qt::DisplayRole: return label(entry);
    case Qt::DecorationRole: return icons::icon(pictureOf(entry));
    case Qt::ToolTipRole: return literal::toolTip(QString(label(entry) + u'\n' + missing(entry)).trimmed());
    case Qt::AccessibleDescriptionRole: return missing(entry);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(label(entry), status(entry));
    case PlaceRole: return entry.toString();
    case StatusRole: return status(entry);
    case LevelRole: {
        const Findings findings = findingsOf(entry);
        return findings.isEmpty() ? -1 : int(findings.first().level);
    }
    case CompleteRole: return progressOf(entry).isComplete();
    default: return {};
    }
}

} // namespace nianbao
