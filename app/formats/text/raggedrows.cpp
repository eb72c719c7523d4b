// SPDX-License-Identifier: MulanPSL-2.0
#include "raggedrows.h"

#include "digits.h"

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

using Spans = QList<int>; // of a row's cells, over columns; empty: untold

/// Of figures, or of blanks where they stand.
bool isFigureRow(const QStringList &row)
{
    if (std::any_of(row.begin(), row.end(), isFigureCell))
        return true;
    qsizetype blanks = 0;
    while (blanks < row.size() && digits::trimmed(row.at(row.size() - 1 - blanks)).isEmpty())
        ++blanks;
    return blanks < row.size() && (blanks > 1 || (blanks == 1 && row.size() == 2));
}

bool isBlankCell(const QString &text) { return digits::trimmed(text).isEmpty(); }

int widthOf(const Spans &spans) { return std::accumulate(spans.begin(), spans.end(), 0); }

/// The label before the first figure takes what is missing.
Spans ofFigures(const QStringList &row, int columns)
{
    Spans spans(row.size(), 1);
    qsizetype label = 0;
    for (qsizetype i = 0; i < row.size() && !isFigureCell(row.at(i)); ++i) {
        if (!isBlankCell(row.at(i)))
            label = i;
    }
    spans[label] += columns - int(row.size());
    return spans;
}

/// Lengths of the runs of equal widths among cells from `from` to `to`.
QList<qsizetype> runsOfWidth(const Spans &below, qsizetype from, qsizetype to)
{
    QList<qsizetype> runs;
    for (qsizetype i = from; i < to; ++i) {
        if (i == from || (below.at(i) > 1) != (below.at(i - 1) > 1))
            runs.append(0);
        ++runs.last();
    }
    return runs;
}

/// Shares the cells of a run out among the heads over it: one, or by their kind, or evenly.
QList<qsizetype> shares(const Spans &below, qsizetype from, qsizetype to, qsizetype heads)
{
    if (heads == 1)
        return {to - from};
    const QList<qsizetype> byKind = runsOfWidth(below, from, to);
    if (byKind.size() == heads)
        return byKind;
    return (to - from) % heads == 0 ? QList<qsizetype>(heads, (to - from) / heads) : QList<qsizetype>();
}

/// A head over the row below it, in which an empty cell goes on with the one above and words are its parts.
Spans ofHead(const QStringList &row, const QStringList &under, const Spans &below)
{
    struct Run {
        qsizetype from = 0;
        qsizetype to = 0;
        bool isBlank = false;
    };
    QList<Run> runs;
    for (qsizetype i = 0; i < under.size(); ++i) {
        const bool isBlank = isBlankCell(under.at(i));
        if (isBlank || runs.isEmpty() || runs.last().isBlank)
            runs.append({i, i, isBlank});
        ++runs.last().to;
    }
    const auto parts = std::count_if(runs.begin(), runs.end(), [](const Run &run) { return !run.isBlank; });
    const auto over = row.size() - (runs.size() - parts); // heads over parts
    if (over < parts || (parts != 1 && over != parts))
        return {};
    Spans spans;
    for (const Run &run : runs) {
        const QList<qsizetype> each = shares(below, run.from, run.to, run.isBlank ? 1 : over / parts);
        if (each.isEmpty())
            return {};
        auto at = run.from;
        for (const qsizetype count : each) {
            spans.append(std::accumulate(below.begin() + at, below.begin() + at + count, 0));
            at += count;
        }
    }
    return spans;
}

} // namespace

bool isFigureCell(const QString &text)
{
    constexpr qsizetype kLongest = 24;
    const QStringView words = digits::trimmed(text);
    if (words.isEmpty() || words.size() > kLongest)
        return false;
    const auto isSign = [](QChar c) { return QStringView(u"+-－＋—/／").contains(c); };
    qsizetype at = isSign(words.front()) ? 1 : 0;
    if (at == words.size())
        return true;
    const auto from = at;
    for (; at < words.size(); ++at) {
        if (digits::valueOf(words.at(at)) >= 0)
            continue;
        const bool isInNumber = QStringView(u".．,，").contains(words.at(at)) && at + 1 < words.size()
            && digits::valueOf(words.at(at + 1)) >= 0;
        if (!isInNumber)
            return at > from && QStringView(u"件条元万(（次个项宗").contains(words.at(at));
    }
    return true;
}

QList<QList<int>> RaggedRows::spans() const
{
    qsizetype columns = 0;
    for (const QStringList &row : rows)
        columns = std::max(columns, row.size());
    QList<Spans> all(rows.size());
    for (auto i = rows.size() - 1; i >= 0; --i) {
        const QStringList &row = rows.at(i);
        const bool hasBelow = i + 1 < rows.size() && !all.at(i + 1).isEmpty();
        if (row.size() == columns)
            all[i] = Spans(columns, 1);
        else if (row.size() == 1)
            all[i] = {int(columns)};
        else if (isFigureRow(row))
            all[i] = ofFigures(row, int(columns));
        else if (hasBelow && row.size() == rows.at(i + 1).size())
            all[i] = all.at(i + 1);
        else if (hasBelow)
            all[i] = ofHead(row, rows.at(i + 1), all.at(i + 1));
        if (widthOf(all.at(i)) != columns)
            all[i].clear();
    }
    return all;
}

qsizetype RaggedRows::untold() const
{
    const auto all = spans();
    const auto figures = std::find_if(rows.begin(), rows.end(), isFigureRow) - rows.begin();
    for (auto i = figures - 1; i >= 0; --i) {
        if (all.at(i).isEmpty())
            return i + 1; // what is above hangs over nothing either
    }
    return 0;
}

ForeignGrid RaggedRows::grid() const
{
    const auto all = spans();
    GridBuilder builder;
    for (qsizetype row = untold(); row < rows.size(); ++row) {
        builder.beginRow();
        for (qsizetype i = 0; i < rows.at(row).size(); ++i) {
            ForeignCell cell;
            cell.columnSpan = all.at(row).value(i, 1);
            cell.text = rows.at(row).at(i);
            builder.addCell(std::move(cell));
        }
    }
    return builder.grid(ForeignGrid::Origin::Guessed);
}

} // namespace nianbao
