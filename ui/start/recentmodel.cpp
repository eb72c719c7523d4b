// SPDX-License-Identifier: MulanPSL-2.0
#include "recentmodel.h"

#include "checks.h"
#include "clock.h"
#include "literal.h"
#include "reviewwords.h"
#include "shownpath.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

QString whenWords(const QString &iso)
{
    const auto when = QDateTime::fromString(iso, Qt::ISODate);
    if (!when.isValid())
        return {};
    const qint64 days = when.date().daysTo(now().date());
    const QString time = when.time().toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return RecentModel::tr("today %1").arg(time);
    if (days == 1)
        return RecentModel::tr("yesterday %1").arg(time);
    return when.date().toString(Qt::ISODate);
}

QString bodyOf(const RecentReport &report)
{
    if (!report.seen)
        return report.title;
    return report.seen->body.isEmpty() ? RecentModel::tr("Office not stated") : report.seen->body;
}

void RecentModel::setReports(const QList<RecentReport> &reports)
{
    beginResetModel();
    m_reports = reports;
    m_missing.clear();
    m_searched.clear();
    arrangeRows();
    endResetModel();
}

void RecentModel::arrange()
{
    beginResetModel();
    arrangeRows();
    endResetModel();
}

void RecentModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    arrange();
}

void RecentModel::setFilter(const QString &typed)
{
    m_filter = typed;
    arrange();
}

void RecentModel::take(const QString &path, const SeenReport &seen)
{
    for (RecentReport &report : m_reports) {
        if (report.path != path)
            continue;
        const QStringList before{groupOf(report), bodyOf(report)};
        report.seen = seen;
        if (QStringList{groupOf(report), bodyOf(report)} != before || !m_filter.isEmpty())
            arrange();
        else if (const QModelIndex index = indexOf(path); index.isValid())
            Q_EMIT dataChanged(index, index);
        return;
    }
}

void RecentModel::setMissing(const QString &path)
{
    m_missing.insert(path);
    if (const QModelIndex index = indexOf(path); index.isValid())
        Q_EMIT dataChanged(index, index);
}

QString RecentModel::groupOf(const RecentReport &report) const
{
    if (m_grouping == Grouping::ByBody)
        return report.seen && !report.seen->name.isEmpty() ? report.seen->name : bodyOf(report);
    return report.seen ? tr("%1", "a year as the head of a group").arg(report.seen->year) : tr("Other years");
}

/// A body by the short name that its newest report has, if any.
QString RecentModel::headOf(const QString &group, const RecentReport &newest) const
{
    if (m_grouping == Grouping::ByYear)
        return group;
    for (const RecentReport &report : m_reports) {
        if (report.seen && report.seen->name == group && report.seen->body != group)
            return report.seen->body;
    }
    return bodyOf(newest);
}

bool RecentModel::fits(const RecentReport &report) const
{
    QStringList words{report.title, QFileInfo(report.path).fileName()};
    if (report.seen)
        words += {report.seen->body, report.seen->name, QString::number(report.seen->year),
            stateWords(report.seen->state)};
    const QString all = words.join(u'\n');
    const QStringList typed = m_filter.split(u' ', Qt::SkipEmptyParts);
    const bool isThere = std::all_of(typed.begin(), typed.end(),
        [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
    if (isThere || !m_filter.contains(latin)) // pinyin takes its time, and is not asked where it says nothing
        return isThere;
    auto searched = m_searched.constFind(all);
    if (searched == m_searched.constEnd())
        searched = m_searched.insert(all, SearchedName(all));
    return searched->distance(m_filter).has_value();
}

/// Groups in the order of their newest report, years from the newest; pinned ones first in each.
void RecentModel::arrangeRows()
{
    m_rows.clear();
    const auto yearOf = [this](int i) { return m_reports[i].seen ? m_reports[i].seen->year : 0; };
    QStringList heads;
    QHash<QString, QList<int>> below;
    for (int i = 0; i < m_reports.size(); ++i) {
        if (!fits(m_reports[i]))
            continue;
        const QString head = groupOf(m_reports[i]);
        if (!below.contains(head))
            heads.append(head);
        below[head].append(i);
    }
    if (m_grouping == Grouping::ByYear)
        std::stable_sort(heads.begin(), heads.end(), [&](const QString &a, const QString &b) {
            return yearOf(below[a].first()) > yearOf(below[b].first());
        });
    for (const QString &head : std::as_const(heads)) {
        QList<int> &group = below[head];
        std::stable_partition(group.begin(), group.end(), [this](int i) { return m_reports[i].isPinned; });
        m_rows.append({-1, headOf(head, m_reports[group.first()]), int(group.size())});
        for (const int i : std::as_const(group))
            m_rows.append({i, {}, 0});
    }
}

QModelIndex RecentModel::first() const { return m_rows.isEmpty() ? QModelIndex() : index(1); }

QModelIndex RecentModel::indexOf(const QString &path) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].report >= 0 && m_reports[m_rows[row].report].path == path)
            return index(row);
    }
    return {};
}

int RecentModel::shown() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.report >= 0; }));
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

/// Below a body its years, below a year its bodies.
QString RecentModel::nameOf(const RecentReport &report) const
{
    if (!report.seen)
        return report.title;
    const QString name
        = m_grouping == Grouping::ByBody ? tr("Report of %1").arg(report.seen->year) : bodyOf(report);
    return report.seen->isSample ? tr("[Sample] %1").arg(name) : name;
}

QList<OpenPart> RecentModel::openOf(const RecentReport &report) const
{
    if (m_missing.contains(report.path))
        return {{tr("The file is not where it was"), Level::Explain}};
    if (!report.seen)
        return {{report.status, std::nullopt}};
    const QList<OpenPart> open = openParts(*report.seen);
    const bool isPublished = report.seen->state == ReviewState::Published;
    return open.isEmpty() || isPublished ? QList<OpenPart>{{nextStep(*report.seen), std::nullopt}} : open;
}

QString RecentModel::daysOf(const RecentReport &report)
{
    const QDate due = report.seen ? dueDate(*report.seen) : QDate();
    if (!due.isValid())
        return {};
    const int days = int(now().date().daysTo(due));
    return days >= 0 ? tr("days left: %1").arg(days) : tr("days late: %1").arg(-days);
}

QString RecentModel::spoken(const RecentReport &report) const
{
    QStringList words{nameOf(report)};
    if (report.seen)
        words.append(stateWords(report.seen->state));
    for (const OpenPart &part : openOf(report))
        words.append(part.words);
    words += {daysOf(report), whenWords(report.when)};
    if (report.isPinned)
        words.append(tr("pinned"));
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariant RecentModel::headData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return row.head;
    case Qt::AccessibleTextRole: return tr("%1, reports: %2").arg(row.head, QString::number(row.count));
    case IsHeadRole: return true;
    case HeadCountRole: return row.count;
    default: return {};
    }
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    if (row.report < 0)
        return headData(row, role);
    const RecentReport &report = m_reports[row.report];
    switch (role) {
    case Qt::DisplayRole: return nameOf(report);
    case Qt::AccessibleTextRole: return spoken(report);
    case Qt::ToolTipRole: return literal::toolTip(shownPath(report.path) + u'\n' + spoken(report));
    case PathRole: return report.path;
    case IsHeadRole: return false;
    case StateRole: return report.seen ? stateWords(report.seen->state) : QString();
    case OpenRole: return QVariant::fromValue(openOf(report));
    case DaysRole: return daysOf(report);
    case FileRole: return QFileInfo(report.path).completeBaseName();
    case PinnedRole: return report.isPinned;
    case MissingRole: return m_missing.contains(report.path);
    default: return {};
    }
}

Qt::ItemFlags RecentModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return Qt::NoItemFlags;
    const Qt::ItemFlags all = QAbstractListModel::flags(index);
    return m_rows[index.row()].report < 0 ? Qt::ItemNeverHasChildren : all;
}

} // namespace nianbao
