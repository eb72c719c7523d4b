// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "namesearch.h"
#include "recentreports.h"

#include <QAbstractListModel>
#include <QSet>

namespace nianbao {

/// "today 10:32", "yesterday 16:05", else the day; empty for what is no time.
QString whenWords(const QString &iso);
/// "张村镇", or what the entry is called while its file was never looked at.
QString bodyOf(const RecentReport &report);

/// The recent reports in groups, each under a line with its head, which cannot be chosen. Holds values; asks
/// no file.
class RecentModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Grouping { ByBody, ByYear };
    enum Role {
        PathRole = Qt::UserRole,
        IsHeadRole,
        HeadCountRole, // reports below the head
        StateRole, // "起草中"; empty: never looked at
        OpenRole, // what is open, or the next step where nothing is: QList<OpenPart>
        DaysRole, // "64 天", to when it is due; empty: nothing is
        FileRole, // its name, without folders and ending
        PinnedRole,
        MissingRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setReports(const QList<RecentReport> &reports);
    const QList<RecentReport> &reports() const { return m_reports; }
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }
    /// Only what fits all of these words: names, years, states, files; names also by their pinyin or its
    /// initials.
    void setFilter(const QString &typed);
    /// What a look at a file said, or that there is none.
    void take(const QString &path, const SeenReport &seen);
    void setMissing(const QString &path);
    bool isMissing(const QString &path) const { return m_missing.contains(path); }

    QModelIndex first() const; // that can be opened; invalid: none
    QModelIndex indexOf(const QString &path) const;
    int shown() const; // reports, without heads

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int report = -1; // -1: a head
        QString head{};
        int count = 0;
    };
    void arrange();
    void arrangeRows();
    QString groupOf(const RecentReport &report) const; // what those of one group have in common
    QString headOf(const QString &group, const RecentReport &newest) const;
    bool fits(const RecentReport &report) const;
    QString nameOf(const RecentReport &report) const;
    QList<OpenPart> openOf(const RecentReport &report) const;
    static QString daysOf(const RecentReport &report);
    QString spoken(const RecentReport &report) const;
    QVariant headData(const Row &row, int role) const;

    QList<RecentReport> m_reports; // newest first
    QSet<QString> m_missing;
    QList<Row> m_rows;
    Grouping m_grouping = Grouping::ByBody;
    QString m_filter;
    mutable QHash<QString, SearchedName> m_searched; // by the words of an entry, made when it is searched
};

} // namespace nianbao
