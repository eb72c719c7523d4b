// SPDX-License-Identifier: MulanPSL-2.0
#include "findingsmodel.h"

#include "appearance.h"
#include "showntext.h"
#include "textplace.h"

namespace nianbao {

FindingsModel::FindingsModel(Session &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_shown(session.findings())
{
    connect(&session, &Session::findingsChanged, this, &FindingsModel::follow);
}

/// What stays is told to have changed at most; runs of what goes and comes go and come at once.
void FindingsModel::follow()
{
    const Findings wanted = m_session.findings();
    QHash<QString, Finding> byKey;
    for (const Finding &finding : wanted)
        byKey.insert(finding.key, finding);
    const auto stays = [&](qsizetype row) {
        const auto same = byKey.constFind(m_shown[row].key);
        return same != byKey.constEnd() && same->level == m_shown[row].level;
    };
    for (auto last = m_shown.size() - 1; last >= 0; --last) {
        if (stays(last)) {
            if (const Finding &same = *byKey.constFind(m_shown[last].key); same != m_shown[last]) {
                m_shown[last] = same; // other operands, or explained
                Q_EMIT dataChanged(index(int(last)), index(int(last)));
            }
            continue;
        }
        auto first = last;
        while (first > 0 && !stays(first - 1))
            --first;
        removeRun(first, last + 1);
        last = first;
    }
    // what is left stands in the same order as wanted: both are sorted by level and place
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        if (row < m_shown.size() && m_shown[row] == wanted[row])
            continue;
        auto end = row + 1;
        while (end < wanted.size() && (row >= m_shown.size() || m_shown[row] != wanted[end]))
            ++end;
        beginInsertRows({}, int(row), int(end) - 1);
        m_shown = m_shown.first(row) + wanted.mid(row, end - row) + m_shown.sliced(row);
        endInsertRows();
        row = end - 1;
    }
    if (m_shown.size() > wanted.size())
        removeRun(wanted.size(), m_shown.size());
}

void FindingsModel::removeRun(qsizetype first, qsizetype end)
{
    beginRemoveRows({}, int(first), int(end) - 1);
    m_shown.remove(first, end - first);
    endRemoveRows();
}

Spot FindingsModel::placeAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const Finding &finding = m_shown[index.row()];
    if (finding.cells.isEmpty() || (finding.start >= 0 && !finding.section.isEmpty()))
        return {{}, finding.section, -1, finding.start, finding.length};
    const SectionSpec *section = m_session.report().spec().sectionOfTable(finding.cells.first().table());
    return {finding.cells.first(), section ? section->id.toString() : QString(), -1};
}

const Finding *FindingsModel::findingAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_shown[index.row()] : nullptr;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString FindingsModel::placeName(const Finding &finding) const
{
    const ReportSpec &spec = m_session.report().spec();
    if (!finding.cells.isEmpty() && finding.section.isEmpty())
        return spec.table(finding.cells.first().table())->name;
    const QString entry = entryOf(m_session.report(), finding.section);
    if (entry == u"channels")
        return tr("Channels");
    if (entry == u"organisation")
        return tr("The office");
    if (finding.section == u"title")
        return tr("Title");
    if (finding.section == u"date")
        return tr("Date");
    if (finding.section == u"introduction")
        return tr("Introduction");
    if (entry == u"introduction")
        return tr("Signature and people");
    const SectionSpec *section = spec.section(SectionId(entry.section(u'/', 0, 0)));
    if (!section)
        return tr("Whole report");
    const int child = entry.section(u'/', 1, 1).toInt();
    const QString heading
        = firstCharacters(shownHeadings(m_session.report(), section->id).value(child - 1), 40);
    return heading.isEmpty() ? section->heading() : section->number + heading;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const Finding &finding = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3").arg(appearance::levelWord(finding.level), finding.title, finding.message);
    case LevelRole: return int(finding.level);
    case TitleRole: return finding.title;
    case MessageRole: return finding.message;
    case RuleRole: return finding.rule.toString();
    case PlaceNameRole: return placeName(finding);
    case ExplainedRole: return finding.explained;
    case ExplanationRole: return finding.explanation;
    default: return {};
    }
}

} // namespace nianbao
