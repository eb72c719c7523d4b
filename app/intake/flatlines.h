// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "labels.h"

#include <QList>

namespace nianbao {

/// A line of text that may have been a cell.
struct FlatLine {
    QString text{};
    QString normal{};
    int block = -1;
    bool isFigure = false; // or an empty cell
    bool isEmpty = false;
    bool isPart = false; // of a line that held a label and its figures
};

/// A label in one line or in several.
struct FlatLabel {
    enum class Kind { None, Banner, Corner, Head, Column, Row, Group, Section };
    Kind kind = Kind::None;
    QString id{};
    QString group{}; // that it names
    QString text{};
    QString normal{};
    qsizetype lines = 1;
    bool isAlike = false;
};

/// The lines that a paragraph of a document was: a label with its figures behind it becomes one each; else it
/// is one itself.
QList<FlatLine> flatLinesOf(const QString &paragraph, int block);

/// The lines between two grids, in order, and what the form's labels say of each.
class FlatLines {
public:
    FlatLines(const FormLabels &labels, QList<FlatLine> lines) : m_labels(labels), m_lines(std::move(lines))
    { }

    qsizetype size() const { return m_lines.size(); }
    const FlatLine &at(qsizetype line) const { return m_lines[line]; }

    /// The table that alone has such a line: its banner, a head. nullptr: none.
    const TableLabels *anchor(qsizetype line) const;
    /// isInHead: heads of the table may come, so that a word both of heads and rows is one of a head.
    FlatLabel label(const TableLabels &table, qsizetype line, bool isInHead) const;
    /// Whether behind a line that says nothing the table goes on soon.
    bool goesOnBehind(const TableLabels &table, qsizetype line, bool isInHead) const;

private:
    FlatLabel exactLabel(const TableLabels &table, qsizetype line, bool isInHead) const;
    FlatLabel labelIn(
        const TableLabels &table, const QString &text, const QString &normal, bool isInHead) const;
    FlatLabel similarLabel(const TableLabels &table, const FlatLine &line, bool isInHead) const;

    const FormLabels &m_labels;
    QList<FlatLine> m_lines;
};

} // namespace nianbao
