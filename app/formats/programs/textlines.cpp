// SPDX-License-Identifier: MulanPSL-2.0
#include "textlines.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kGroupGap = 1.2; // em between what stands in two columns

bool isFigureWord(QStringView text)
{
    static const QString marks = QStringLiteral("+-－.,，%/—");
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || marks.contains(c); });
}

/// The value that most have, of those rounded to whole points; the widest lines count by their length.
double mostFrequent(const QList<std::pair<double, qsizetype>> &values)
{
    QHash<int, qsizetype> weights;
    int best = 0;
    for (const auto &[value, weight] : values) {
        const int key = int(std::lround(value));
        weights[key] += weight;
        if (weights.value(key) > weights.value(best))
            best = key;
    }
    return best;
}

/// Words of a line that stand in one column.
QList<PageWord> groupsOfLine(const TextLineOfPage &line)
{
    QList<PageWord> groups;
    for (const PageWord &word : line.words) {
        if (groups.isEmpty() || word.left - groups.last().right > kGroupGap * word.height()) {
            groups.append(word);
            continue;
        }
        PageWord &last = groups.last();
        last.text = textOfLine({last, word});
        last.right = std::max(last.right, word.right);
    }
    return groups;
}

} // namespace

QList<TextLineOfPage> linesOfPage(int page, const QList<PageWord> &words)
{
    QList<TextLineOfPage> lines;
    for (QList<PageWord> &wordsOfLine : linesOfWords(words)) {
        TextLineOfPage line{page, std::move(wordsOfLine)};
        line.text = textOfLine(line.words);
        line.left = line.words.first().left;
        line.top = line.words.first().top;
        const PageWord *longest = &line.words.first();
        for (const PageWord &word : line.words) {
            line.right = std::max(line.right, word.right);
            line.top = std::min(line.top, word.top);
            line.bottom = std::max(line.bottom, word.bottom);
            if (word.text.size() > longest->text.size())
                longest = &word;
        }
        line.height = longest->height();
        lines.append(std::move(line));
    }
    return lines;
}

TextMeasure TextMeasure::of(const QList<QList<TextLineOfPage>> &pages, double pageWidth)
{
    QList<std::pair<double, qsizetype>> lefts, rights, heights, pitches;
    for (const QList<TextLineOfPage> &lines : pages) {
        for (const TextLineOfPage &line : lines) {
            lefts.append({line.left, line.text.size()});
            heights.append({line.height, line.text.size()});
        }
    }
    TextMeasure measure;
    measure.height = std::max(1.0, mostFrequent(heights));
    measure.left = mostFrequent(lefts);
    for (const auto &[left, weight] :
        lefts) { // a paragraph of one line each has no other left than its indent
        if (left < measure.left && left > measure.left - 2.6 * measure.height && weight > 8)
            measure.left = left;
    }
    for (const QList<TextLineOfPage> &lines : pages) {
        for (const TextLineOfPage &line : lines)
            measure.right = std::max(measure.right, line.right);
    }
    constexpr double kFull = 0.7; // of a page's width: no line is full where none comes so far
    measure.right = std::max(measure.right, kFull * pageWidth);
    const double widest = measure.right;
    for (const QList<TextLineOfPage> &lines : pages) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i).right > widest - 4 * measure.height)
                rights.append({lines.at(i).right, 1});
            if (i > 0 && lines.at(i - 1).right > widest - 3 * measure.height
                && std::abs(lines.at(i).left - measure.left) < measure.height)
                pitches.append({lines.at(i).centre() - lines.at(i - 1).centre(), 1});
        }
    }
    if (!rights.isEmpty())
        measure.right = mostFrequent(rights);
    measure.pitch = pitches.isEmpty() ? 0 : mostFrequent(pitches);
    return measure;
}

bool TextMeasure::beginsParagraph(const TextLineOfPage &before, const TextLineOfPage &line) const
{
    const double em = height;
    if (line.left > left + em) // indented, or a signature
        return true;
    // As much as the next line could have given to this one: a character, or a whole word.
    qsizetype word = 0;
    while (word < line.text.size() && line.text.at(word).unicode() < 0x2E80 && !line.text.at(word).isSpace())
        ++word;
    const double room = std::max(1.6, 0.6 * double(std::min<qsizetype>(word, 60)) + 1) * em;
    if (before.right < right - room)
        return true;
    if (std::abs(before.height - line.height) > em / 4)
        return true;
    const double step = line.centre() - before.centre();
    return before.page == line.page && pitch > 0 && step > pitch * 1.3;
}

bool looksLikeRow(const TextLineOfPage &line)
{
    const QList<PageWord> groups = groupsOfLine(line);
    const auto figures = std::count_if(
        groups.cbegin(), groups.cend(), [](const PageWord &group) { return isFigureWord(group.text); });
    return figures >= 2 || (figures == 1 && groups.size() == 2 && isFigureWord(groups.last().text));
}

ForeignGrid guessedGrid(const QList<TextLineOfPage> &rows)
{
    struct Column {
        double left = 0, right = 0;
    };
    QList<Column> columns;
    double labels = 0; // where the figures begin
    for (const TextLineOfPage &row : rows) {
        for (const PageWord &group : groupsOfLine(row)) {
            if (isFigureWord(group.text))
                columns.append({group.left, group.right});
        }
    }
    std::sort(
        columns.begin(), columns.end(), [](const Column &a, const Column &b) { return a.left < b.left; });
    QList<Column> merged;
    for (const Column &column : columns) {
        if (merged.isEmpty() || column.left > merged.last().right)
            merged.append(column);
        else
            merged.last().right = std::max(merged.last().right, column.right);
    }
    labels = merged.isEmpty() ? 0 : merged.first().left;
    ForeignGrid grid;
    grid.origin = ForeignGrid::Origin::Guessed;
    grid.columns = int(std::min<qsizetype>(merged.size() + 1, GridBuilder::kMostColumns));
    for (const TextLineOfPage &row : rows) {
        QStringList texts(grid.columns, QString());
        for (const PageWord &group : groupsOfLine(row)) {
            qsizetype column = 0;
            for (qsizetype i = 0; group.right > labels && i < merged.size(); ++i) {
                const auto distance
                    = [&](const Column &c) { return std::abs((c.left + c.right) / 2 - group.centreX()); };
                if (column == 0 || distance(merged.at(i)) < distance(merged.at(column - 1)))
                    column = i + 1;
            }
            if (group.left < labels && !isFigureWord(group.text))
                column = 0;
            QString &text = texts[std::min<qsizetype>(column, grid.columns - 1)];
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + group.text;
        }
        for (int column = 0; column < grid.columns; ++column)
            grid.cells.append({grid.rows, column, 1, 1, texts.at(column), false});
        ++grid.rows;
    }
    return grid;
}

} // namespace nianbao
