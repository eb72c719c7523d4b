// SPDX-License-Identifier: MulanPSL-2.0
#include "findingsmodel.h"

#include "appearance.h"
#include "catalogue.h"
#include "literal.h"
#include "placenames.h"

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

Place FindingsModel::placeAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const Finding &finding = m_shown[index.row()];
    return finding.cells.isEmpty() || finding.place.hasRange() ? finding.place
                                                               : Place::cell(finding.cells.first());
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
    const bool isInTable = !finding.cells.isEmpty() && !finding.isInText();
    return said(
        partName(m_session.report(), isInTable ? Place::cell(finding.cells.first()) : finding.place.whole()));
}

/// A code says nothing to who writes a report.
QString FindingsModel::foot(const Finding &finding) const
{
    const Rule *rule = m_session.rules().find(finding.rule);
    const QString name = rule ? said(Phrase(wordingOf(*rule).title)) : QString();
    return name.isEmpty() || name == said(finding.title)
        ? placeName(finding)
        : QStringLiteral("%1　%2").arg(placeName(finding), name);
}

/// For who asks for the rule, or is told its code by telephone.
QString FindingsModel::ruleWords(const Finding &finding) const
{
    const Rule *rule = m_session.rules().find(finding.rule);
    return rule ? tr("Rule %1: %2").arg(finding.rule.toString(), said(Phrase(wordingOf(*rule).text)))
                : finding.rule.toString();
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const Finding &finding = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3")
            .arg(appearance::levelWord(finding.level), said(finding.title), said(finding.message));
    case LevelRole: return int(finding.level);
    case TitleRole: return said(finding.title);
    case MessageRole: return said(finding.message);
    case RuleRole: return finding.rule.toString();
    case FootRole: return foot(finding);
    case Qt::ToolTipRole: return literal::toolTip(ruleWords(finding));
    case ExplainedRole: return finding.explained;
    case ExplanationRole: return finding.explanation;
    default: return {};
    }
}

} // namespace nianbao
