// SPDX-License-Identifier: MulanPSL-2.0
#include "readings.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kMostNotes = 30;
constexpr qsizetype kMostShown = 15;
constexpr qsizetype kLongestShown = 60;

constexpr Sentence kUnknownRow{"The row “%1” is not in the form; its figures (%2) were left out.",
    "表样里没有“%1”这一行，其中的数字（%2）没有采用。"};
constexpr Sentence kNamelessRow{"A row without a label was left out, with its figures: %1.",
    "有一行没有项目名称，其中的数字（%1）没有采用。"};

/// How many of the columns that the heads say are the block's, each once.
int agreement(const TableLabels::Block &block, const QStringList &normals, const QStringList &known)
{
    int agreeing = 0;
    QSet<QString> counted;
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (!known[i].isEmpty() && block.columns.contains(known[i]) && !counted.contains(known[i])) {
            counted.insert(known[i]);
            agreeing += 4;
        }
        // 本年新 of 本年新制作数量: cut off, but of this block
        const QString label = block.labels.value(block.columns.value(i));
        if (known[i].isEmpty() && normals[i].size() > 1 && label.startsWith(normals[i]))
            agreeing += 1;
    }
    return agreeing;
}

} // namespace

void Readings::note(const Phrase &phrase)
{
    if (notes.contains(phrase))
        return;
    if (notes.size() < kMostNotes)
        notes.append(phrase);
    else
        ++leftOut;
}

Phrase Readings::leaveOut(const QString &label, const QStringList &figures)
{
    const QString shown = figures.mid(0, kMostShown).join(QStringLiteral("、"));
    const Phrase said = label.isEmpty() ? Phrase(kNamelessRow, shown)
                                        : Phrase(kUnknownRow, label.left(kLongestShown), shown);
    note(said);
    return said;
}

HeadChoice headsFor(
    const TableLabels &table, const QString &row, const QStringList &normals, const QStringList &known)
{
    HeadChoice choice{known, QList<bool>(known.size(), false), false};
    const TableLabels::Block *best = nullptr;
    int most = -1;
    for (const TableLabels::Block &block : table.blocks) {
        if (!block.rows.contains(row))
            continue;
        const int agreeing = agreement(block, normals, known);
        const bool fits = block.columns.size() == known.size();
        if (2 * agreeing + (fits ? 1 : 0) >= most) { // of equal ones that of the newest form
            most = 2 * agreeing + (fits ? 1 : 0);
            best = &block;
        }
    }
    if (!best)
        return choice;
    QSet<QString> taken;
    for (QString &column : choice.columns) {
        if (!best->columns.contains(column) || taken.contains(column))
            column.clear();
        taken.insert(column);
    }
    const auto isTaken = [&](const QString &column) { return taken.contains(column); };
    choice.isComplete = std::all_of(best->columns.begin(), best->columns.end(), isTaken);
    const bool isNoneKnown = std::all_of(
        choice.columns.begin(), choice.columns.end(), [](const QString &column) { return column.isEmpty(); });
    const bool isSmall = table.blocks.value(0).rows.size() < table.rowOrder.size() && !table.isTransposed;
    if (known.size() != best->columns.size() || !(isNoneKnown || isSmall))
        return choice;
    for (qsizetype i = 0; i < choice.columns.size(); ++i) {
        if (!choice.columns[i].isEmpty() || taken.contains(best->columns[i]))
            continue;
        choice.columns[i] = best->columns[i];
        choice.byOrder[i] = true;
        taken.insert(best->columns[i]);
    }
    choice.isComplete = std::all_of(best->columns.begin(), best->columns.end(), isTaken);
    return choice;
}

} // namespace nianbao
