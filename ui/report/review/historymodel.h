// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "historyrow.h"
#include "report.h"
#include "textchanges.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>

namespace nianbao {

/// The history of a report as it is read: newest first, by days, and within a day by places, each place where
/// its newest row is. Places are not gathered across a move of the review, which is a line of its own. A head
/// stands before each day and cannot be chosen. Holds what it was given; knows neither file nor session.
class HistoryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole,
        TitleRole, // of a day its name, of an edit its place, of a move the move
        NoteRole, // what was done, where the place does not say it; of a day how many rows it has
        TimeRole,
        PersonRole,
        MoveRole, // the word of the command line
        KeptRole // whether the report as it was then can be given
    };
    enum Kind { Day, Edit, SamePlace, Move }; // SamePlace: as the row before

    /// What is wanted; what says nothing wants all.
    struct Filter {
        QString words{}; // each of them, in places, words, figures and names
        std::optional<QString> person{};
        Place section{}; // or the page of facts, or the channels
        bool movesOnly = false;
    };

    explicit HistoryModel(QObject *parent = nullptr);
    void show(const QList<HistoryRow> &rows, const Report &present);
    void setFilter(const Filter &filter);

    qsizetype size() const { return m_entries.size(); } // of the whole history
    int found() const { return m_found; }
    QDate since() const;
    QStringList people() const; // of the whole history, without repeats, the latest first
    QList<Place> sections() const; // that were changed, in the order of the report

    const HistoryRow *rowAt(const QModelIndex &index) const; // nullptr: none
    QDateTime timeOf(const QModelIndex &index) const; // of this place; invalid: it is not known
    qint64 before(qint64 id) const; // the row before it in time; 0: none
    /// Of a move its number in the review, counted from 1; 0: it is none, or one of an earlier version.
    int moveNumber(qint64 id) const;
    QModelIndex indexOf(qint64 id) const;
    QModelIndex first() const; // the first row that can be chosen

    /// What a row did in a line: what went and what came, words of the move. Made when it is first asked for.
    const QList<TextChange> &excerpt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry {
        HistoryRow row{};
        QDateTime time{};
        QString title{};
        QString note{};
        QString searched{}; // in small letters
        QString day{}; // searched for what is written like a date: a figure is meant as a rule
        QString group{}; // the same: the same place
        QString reason{}; // of a move
        int move = 0;
        QList<Place> sections{};
        mutable std::optional<QList<TextChange>> excerpt{};
    };
    struct Line {
        Kind kind = Day;
        qsizetype entry = 0; // of a day its first
        int rows = 0; // of a day
    };

    Entry entryOf(const HistoryRow &row, const Report &present) const;
    bool isWanted(const Entry &entry) const;
    void arrange();
    void arrangeDay(const QList<qsizetype> &entries);
    const Entry *entryAt(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;

    QList<Entry> m_entries{}; // newest first
    QList<Line> m_lines{};
    QList<Place> m_sections{};
    Filter m_filter{};
    int m_found = 0;
};

/// "今天", "昨天", "1月16日": as it is called from here.
QString dayName(const QDate &day);
/// "今天 16:40"
QString momentName(const QDateTime &time);
/// "1月16日 16:40": for words that are kept.
QString lastingName(const QDateTime &time);

} // namespace nianbao
