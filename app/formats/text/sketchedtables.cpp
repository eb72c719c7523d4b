// SPDX-License-Identifier: MulanPSL-2.0
#include "sketchedtables.h"

#include "digits.h"
#include "raggedrows.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr QStringView kBars = u"|│┃║｜";
constexpr QStringView kRules = u"-=+─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╟╢╤╧╪:—";
constexpr qsizetype kMostRows = GridBuilder::kMostRows;

bool isRule(QStringView line)
{
    bool hasRule = false;
    for (const QChar c : line) {
        const bool isMark = kRules.contains(c);
        hasRule = hasRule || isMark;
        if (!isMark && !kBars.contains(c) && !digits::isBlank(c))
            return false;
    }
    return hasRule;
}

/// The cells between bars; an outer bar is an edge, not a cell.
QStringList barCells(QStringView line)
{
    line = digits::trimmed(line);
    if (!line.isEmpty() && kBars.contains(line.front()))
        line = line.sliced(1);
    if (!line.isEmpty() && kBars.contains(line.back()))
        line.chop(1);
    QStringList cells;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= line.size(); ++at) {
        if (at < line.size() && !kBars.contains(line.at(at)))
            continue;
        cells.append(digits::trimmed(line.sliced(from, at - from)).toString());
        from = at + 1;
    }
    return cells;
}

/// With two cells or more.
bool isBarLine(QStringView line)
{
    return std::any_of(line.begin(), line.end(), [](QChar c) { return kBars.contains(c); }) && !isRule(line)
        && barCells(line).size() > 1;
}

bool hasOuterBar(QStringView line)
{
    line = digits::trimmed(line);
    return kBars.contains(line.front());
}

ForeignGrid gridOf(const QList<QStringList> &rows)
{
    GridBuilder builder;
    for (const QStringList &row : rows) {
        builder.beginRow();
        for (const QString &text : row) {
            ForeignCell cell;
            cell.text = text;
            builder.addCell(std::move(cell));
        }
    }
    return builder.grid(ForeignGrid::Origin::Guessed);
}

/// A line that goes on with the cells of the one above it, between the same rules.
bool goesOn(const QStringList &row, const QStringList &above)
{
    return row.size() == above.size()
        && std::any_of(row.begin(), row.end(), [](const QString &cell) { return cell.isEmpty(); });
}

void addLinesTo(QStringList &row, const QStringList &more)
{
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (!more.at(i).isEmpty())
            row[i] += (row.at(i).isEmpty() ? QString() : QStringLiteral("\n")) + more.at(i);
    }
}

std::optional<SketchedTable> barTableAt(const QStringList &lines, qsizetype at)
{
    constexpr int kRulesOfRuled = 3; // above, under the head, below
    auto end = at;
    int rules = 0;
    for (; end < lines.size() && end - at < 2 * kMostRows; ++end) {
        if (isRule(lines.at(end)))
            ++rules;
        else if (!isBarLine(lines.at(end)))
            break;
    }
    QList<QStringList> rows;
    bool isAfterRule = true;
    bool isEven = true;
    for (auto line = at; line < end; ++line) {
        if (isRule(lines.at(line))) {
            isAfterRule = true;
            continue;
        }
        const QStringList cells = barCells(lines.at(line));
        isEven = isEven && (rows.isEmpty() || cells.size() == rows.first().size());
        if (rules >= kRulesOfRuled && !isAfterRule && goesOn(cells, rows.last()))
            addLinesTo(rows.last(), cells);
        else
            rows.append(cells);
        isAfterRule = false;
    }
    if (rows.size() < 2 || (rules == 0 && !isEven && !hasOuterBar(lines.at(at))))
        return std::nullopt; // a text may have bars too
    return SketchedTable{gridOf(rows), end - at};
}

/// Words parted by two blanks or more.
QStringList spacedCells(QStringView line)
{
    line = digits::trimmed(line);
    QStringList cells;
    qsizetype from = 0;
    for (qsizetype at = 0; at < line.size();) {
        auto blanks = at;
        while (blanks < line.size() && (line.at(blanks) == u' ' || line.at(blanks) == QChar(0x3000)))
            ++blanks;
        if (blanks - at >= 2) {
            cells.append(line.sliced(from, at - from).toString());
            from = blanks;
        }
        at = std::max(blanks, at + 1);
    }
    cells.append(line.sliced(from).toString());
    return cells;
}

std::optional<SketchedTable> spacedTableAt(const QStringList &lines, qsizetype at)
{
    constexpr qsizetype kFewestRows = 3, kLongestCell = 40;
    QList<QStringList> rows;
    for (auto line = at; line < lines.size() && rows.size() < kMostRows; ++line) {
        const QStringList cells = spacedCells(lines.at(line));
        const bool isShort = std::all_of(
            cells.begin(), cells.end(), [](const QString &cell) { return cell.size() <= kLongestCell; });
        if (cells.size() < 2 || !isShort || (!rows.isEmpty() && cells.size() != rows.first().size()))
            break;
        rows.append(cells);
    }
    const auto figures = std::count_if(rows.begin(), rows.end(),
        [](const QStringList &row) { return std::any_of(row.begin() + 1, row.end(), isFigureCell); });
    if (rows.size() < kFewestRows || figures * 2 < rows.size())
        return std::nullopt;
    return SketchedTable{gridOf(rows), rows.size()};
}

} // namespace

std::optional<SketchedTable> sketchedTableAt(const QStringList &lines, qsizetype at)
{
    const QString &line = lines.at(at);
    if (line.contains(u'\t'))
        return std::nullopt;
    if (isBarLine(line) || (isRule(line) && at + 1 < lines.size() && isBarLine(lines.at(at + 1))))
        return barTableAt(lines, at);
    return spacedTableAt(lines, at);
}

} // namespace nianbao
