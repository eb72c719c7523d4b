// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "spec.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace nianbao {

/// What is compared of a label: NFKC, no white space, no number in front, nothing from the first bracket on,
/// no marks. Of a label that is all in brackets its inside.
QString normalLabel(const QString &text);
/// 1: the same; 0: nothing in common. 1 less the edits over the longer length.
double similarity(const QString &a, const QString &b);

struct LabelMatch {
    enum class Kind { None, Similar, Exact };
    Kind kind = Kind::None;
    QString id{};
    bool isFound() const { return kind != Kind::None; }
    bool isExact() const { return kind == Kind::Exact; }
};

/// The labels of one table as all shipped forms have them: a row or column keeps its id whatever a year calls
/// it. Built once, from the forms alone.
class TableLabels {
public:
    /// Columns that stand under one head, with the rows beneath, in the order of one form.
    struct Block {
        QStringList rows{};
        QStringList columns{};
        QHash<QString, QString> labels{}; // of the columns, in normal form
    };

    TableId table{};
    bool isTransposed = false; // rows stand in the head over one line of figures
    QList<Block> blocks{};
    bool hasTotals = false; // some cells are the sums of others
    QStringList rowOrder{}; // of all forms, one after the other where they differ

    LabelMatch row(const QString &normal) const { return find(m_rows, normal, true); }
    LabelMatch column(const QString &normal) const { return find(m_columns, normal, true); }
    LabelMatch exactRow(const QString &normal) const { return find(m_rows, normal, false); }
    LabelMatch exactColumn(const QString &normal) const { return find(m_columns, normal, false); }
    QString group(const QString &normal) const { return m_groups.value(normal); } // of rows; empty: none
    bool isHeadWord(const QString &normal) const { return m_headWords.contains(normal); } // over columns
    bool isRowHeadWord(const QString &normal) const { return m_rowHeadWords.contains(normal); } // over rows
    QString groupOf(const QString &row) const { return m_groupOf.value(row); } // empty: in none
    bool isCorner(const QString &normal) const { return m_corners.contains(normal); }
    /// 第二十条第（一）项: compared with its bracket.
    bool isBanner(const QString &text) const;
    bool knows(const QString &normal) const;
    /// A label of the table that is also one of another kind or table says little alone: 其他, 总计.
    bool isWeak(const QString &normal) const { return m_weak.contains(normal); }

private:
    friend class FormLabels;
    using Dictionary = QHash<QString, QString>; // normal form → id
    LabelMatch find(const Dictionary &dictionary, const QString &normal, bool alike) const;

    Dictionary m_usual{}; // what texts call a row; empty: more than one, or a group
    Dictionary m_rows{}, m_columns{}, m_groups{}, m_groupOf{};
    QSet<QString> m_headWords{}, m_rowHeadWords{}, m_corners{}, m_banners{}, m_weak{};
    mutable QHash<QString, LabelMatch> m_alike{}; // what was compared before
};

/// All tables of all forms, and the headings of their sections. A value of one recognition: it remembers what
/// it compared, and stops looking for similar labels when there were too many.
class FormLabels {
public:
    FormLabels();
    QList<TableLabels> tables{}; // in the order of the report
    const TableLabels *table(const TableId &id) const;
    bool isSectionHeading(const QString &normal) const { return m_headings.contains(normal); }

private:
    QSet<QString> m_headings{};
};

} // namespace nianbao
