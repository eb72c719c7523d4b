// SPDX-License-Identifier: MulanPSL-2.0
#include "flatlines.h"

#include "digits.h"
#include "values.h"

namespace nianbao {

namespace {

constexpr qsizetype kLongestFlatLine = 100;
constexpr qsizetype kMostJoinedLines = 3;
constexpr qsizetype kLookedAheadLines = 4;

/// A label with its figures in one line becomes the lines that they were.
QList<FlatLine> flatPartsOf(const QString &text, int block)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {};
    qsizetype label = words.size();
    while (label > 0 && looksLikeValue(words[label - 1]))
        --label;
    if (label == 0 || label == words.size())
        return {};
    const QString head = words.mid(0, label).join(u' ');
    QList<FlatLine> lines{{head, normalLabel(head), block, false, false, true}};
    for (qsizetype i = label; i < words.size(); ++i)
        lines.append({words[i], {}, block, true, false, true});
    return lines;
}

} // namespace

QList<FlatLine> flatLinesOf(const QString &paragraph, int block)
{
    const bool isFigure = looksLikeValue(paragraph);
    const bool isShort = paragraph.size() <= kLongestFlatLine;
    if (!isFigure && isShort && !paragraph.back().isLetter()) {
        const QList<FlatLine> parts = flatPartsOf(paragraph, block);
        if (!parts.isEmpty())
            return parts;
    }
    const QString normal = isFigure || !isShort ? QString() : normalLabel(paragraph);
    return {{paragraph, normal, block, isFigure, digits::trimmed(paragraph).isEmpty(), false}};
}

const TableLabels *FlatLines::anchor(qsizetype at) const
{
    const FlatLine &line = m_lines[at];
    if (line.isFigure)
        return nullptr;
    for (const TableLabels &table : m_labels.tables) {
        const bool isStrong = table.isBanner(line.text) || table.isCorner(line.normal)
            || table.isHeadWord(line.normal)
            || (table.exactColumn(line.normal).isFound() && !table.isWeak(line.normal))
            || (table.isTransposed
                && (table.exactRow(line.normal).isFound() || !table.group(line.normal).isEmpty()));
        if (isStrong)
            return &table;
    }
    return nullptr;
}

FlatLabel FlatLines::labelIn(
    const TableLabels &table, const QString &text, const QString &normal, bool isInHead) const
{
    FlatLabel label;
    label.text = text.simplified();
    label.normal = normal;
    label.group = table.group(normal);
    const LabelMatch column = table.exactColumn(normal);
    const LabelMatch row = table.exactRow(normal);
    const bool isColumn = column.isFound() && (isInHead || !row.isFound());
    if (m_labels.isSectionHeading(normal))
        label.kind = FlatLabel::Kind::Section;
    else if (table.isBanner(text))
        label.kind = FlatLabel::Kind::Banner;
    else if (table.isCorner(normal))
        label.kind = FlatLabel::Kind::Corner;
    else if (isColumn)
        label = {FlatLabel::Kind::Column, column.id, {}, label.text, normal, 1, false};
    else if (row.isFound())
        label = {FlatLabel::Kind::Row, row.id, label.group, label.text, normal, 1, false};
    else if (!label.group.isEmpty() || table.isRowHeadWord(normal))
        label.kind = FlatLabel::Kind::Group;
    else if (table.isHeadWord(normal))
        label.kind = FlatLabel::Kind::Head;
    return label;
}

FlatLabel FlatLines::similarLabel(const TableLabels &table, const FlatLine &line, bool isInHead) const
{
    const QString text = line.text.simplified();
    if (const LabelMatch row = table.row(line.normal); row.isFound())
        return {FlatLabel::Kind::Row, row.id, {}, text, line.normal, 1, true};
    const LabelMatch column = table.column(line.normal);
    if (column.isFound() && isInHead)
        return {FlatLabel::Kind::Column, column.id, {}, text, line.normal, 1, true};
    return {FlatLabel::Kind::None, {}, table.group(line.normal), text, line.normal, 1, false};
}

/// 商业 and 企业, （三） and 不予公开: a label may have become several lines.
FlatLabel FlatLines::exactLabel(const TableLabels &table, qsizetype at, bool isInHead) const
{
    QString joined;
    for (qsizetype count = 1; count <= kMostJoinedLines && at + count <= m_lines.size(); ++count) {
        const FlatLine &line = m_lines[at + count - 1];
        if (line.isFigure)
            break;
        joined += line.text;
        FlatLabel label = labelIn(table, joined, count == 1 ? line.normal : normalLabel(joined), isInHead);
        label.lines = count;
        if (label.kind != FlatLabel::Kind::None)
            return label;
    }
    return {};
}

FlatLabel FlatLines::label(const TableLabels &table, qsizetype at, bool isInHead) const
{
    const FlatLabel label = exactLabel(table, at, isInHead);
    return label.kind == FlatLabel::Kind::None ? similarLabel(table, m_lines[at], isInHead) : label;
}

bool FlatLines::goesOnBehind(const TableLabels &table, qsizetype at, bool isInHead) const
{
    for (qsizetype i = at + 1; i < m_lines.size() && i <= at + kLookedAheadLines; ++i) {
        if (m_lines[i].isFigure && !m_lines[i].isEmpty)
            return true;
        const FlatLabel label = exactLabel(table, i, isInHead);
        if (label.kind == FlatLabel::Kind::Section)
            return false;
        if (label.kind != FlatLabel::Kind::None)
            return true;
    }
    return false;
}

} // namespace nianbao
