// SPDX-License-Identifier: MulanPSL-2.0
#include "labels.h"

#include <algorithm>
#include <vector>

namespace nianbao {

namespace {

constexpr qsizetype kLongestLabel = 120; // what is longer is a paragraph
constexpr double kAlike = 0.8;
constexpr double kClearlyBetter = 0.1; // than the next best
constexpr qsizetype kMostComparedTexts = 2'000;

bool isBracket(QChar c) { return QStringView(u"([{〔【《<").contains(c); }

bool isMarkOrBlank(QChar c) { return !c.isLetterOrNumber(); }

bool isHanNumber(QChar c) { return QStringView(u"一二三四五六七八九十").contains(c); }

/// Behind 一、 （一） 1. 3、 (2) at the beginning; `at` where there is none.
qsizetype behindNumber(const QString &text, qsizetype at)
{
    qsizetype end = at;
    const bool isOpen = end < text.size() && text[end] == u'(';
    end += isOpen ? 1 : 0;
    const qsizetype first = end;
    while (end < text.size() && (isHanNumber(text[end]) || text[end].isDigit()))
        ++end;
    if (end == first)
        return at;
    const bool isHan = isHanNumber(text[first]);
    const bool isClosed = end < text.size() && text[end] == u')';
    const bool hasMark = end < text.size() && QStringView(u"、.,:").contains(text[end]);
    if (isOpen && !isClosed)
        return at;
    if (isHan && !isClosed && !hasMark) // 三类 is no number
        return at;
    end += isClosed ? 1 : 0;
    if (end < text.size() && QStringView(u"、.,:").contains(text[end]))
        ++end;
    return end;
}

QString withoutBlanks(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            plain += c;
    }
    return plain;
}

QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (!isMarkOrBlank(c))
            letters += c;
    }
    return letters;
}

} // namespace

QString normalLabel(const QString &text)
{
    if (text.isEmpty() || text.size() > 4 * kLongestLabel)
        return {};
    const QString plain = withoutBlanks(text);
    if (plain.contains(u'=')) // a balance beside a table, and none of its rows
        return lettersOf(plain);
    qsizetype begin = behindNumber(plain, 0);
    if (begin > 0)
        begin = behindNumber(plain, begin);
    const QStringView rest = QStringView(plain).mid(begin);
    const auto bracket = std::find_if(rest.begin(), rest.end(), isBracket);
    const QString label = lettersOf(rest.left(bracket - rest.begin()));
    const QString whole = label.isEmpty() ? lettersOf(rest) : label;
    return whole.size() > kLongestLabel ? QString() : whole;
}

double similarity(const QString &a, const QString &b)
{
    const qsizetype longer = std::max(a.size(), b.size());
    if (longer == 0)
        return 1;
    std::vector<qsizetype> above(size_t(b.size()) + 1);
    std::vector<qsizetype> line(size_t(b.size()) + 1);
    for (size_t j = 0; j < above.size(); ++j)
        above[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        line[0] = i;
        for (size_t j = 1; j < line.size(); ++j) {
            const qsizetype changed = above[j - 1] + (a[i - 1] == b[qsizetype(j) - 1] ? 0 : 1);
            line[j] = std::min({changed, above[j] + 1, line[j - 1] + 1});
        }
        above.swap(line);
    }
    return 1.0 - double(above.back()) / double(longer);
}

LabelMatch TableLabels::find(const Dictionary &dictionary, const QString &normal, bool alike) const
{
    if (normal.isEmpty())
        return {};
    if (const auto found = dictionary.constFind(normal); found != dictionary.constEnd())
        return {LabelMatch::Kind::Exact, *found};
    if (!alike || normal.size() < 4 || m_groups.contains(normal) || m_headWords.contains(normal)
        || m_corners.contains(normal))
        return {};
    if (const auto usual = m_usual.constFind(normal); &dictionary == &m_rows && usual != m_usual.constEnd())
        return usual->isEmpty() ? LabelMatch() : LabelMatch{LabelMatch::Kind::Similar, *usual};
    const QString key = (&dictionary == &m_rows ? u'r' : u'c') + normal;
    if (const auto found = m_alike.constFind(key); found != m_alike.constEnd())
        return *found;
    if (m_alike.size() >= kMostComparedTexts)
        return {};
    double best = 0;
    double second = 0; // of another id
    LabelMatch match;
    for (auto label = dictionary.constBegin(); label != dictionary.constEnd(); ++label) {
        const auto most = double(std::max(label.key().size(), normal.size()));
        const auto least = double(std::min(label.key().size(), normal.size()));
        const double alikeness = least / most < kAlike - kClearlyBetter ? 0 : similarity(label.key(), normal);
        if (alikeness > best) {
            second = match.id == label.value() ? second : best;
            best = alikeness;
            match.id = label.value();
        } else if (match.id != label.value()) {
            second = std::max(second, alikeness);
        }
    }
    match.kind = best >= kAlike && best - second >= kClearlyBetter ? LabelMatch::Kind::Similar
                                                                   : LabelMatch::Kind::None;
    m_alike.insert(key, match);
    return match;
}

bool TableLabels::isBanner(const QString &text) const
{
    return text.size() <= kLongestLabel && !m_banners.isEmpty()
        && m_banners.contains(lettersOf(withoutBlanks(text)));
}

bool TableLabels::knows(const QString &normal) const
{
    return m_rows.contains(normal) || m_columns.contains(normal) || m_groups.contains(normal)
        || m_headWords.contains(normal) || m_rowHeadWords.contains(normal) || m_corners.contains(normal);
}

namespace {

/// The columns and rows of each run of grid rows with a head of its own.
QList<TableLabels::Block> blocksOf(const TableSpec &table)
{
    QList<TableLabels::Block> blocks;
    for (const GridBlock &run : table.blocks) {
        TableLabels::Block block;
        for (const GridCell &cell : table.grid) {
            if (cell.kind != GridCell::Kind::Figure || cell.row < run.firstRow
                || cell.row >= run.firstRow + run.rows)
                continue;
            if (!block.rows.contains(cell.cell.row()))
                block.rows.append(cell.cell.row());
            if (!block.columns.contains(cell.cell.column()))
                block.columns.append(cell.cell.column());
        }
        for (const QString &column : std::as_const(block.columns))
            block.labels.insert(column, normalLabel(table.columnLabels.value(column)));
        blocks.append(block);
    }
    return blocks;
}

bool isTransposedTable(const TableSpec &table)
{
    return std::none_of(table.grid.begin(), table.grid.end(),
        [](const GridCell &cell) { return cell.kind == GridCell::Kind::RowHead; });
}

} // namespace

FormLabels::FormLabels()
{
    for (const SpecPointer &form : shippedForms()) {
        for (const SectionSpec &section : form->sections)
            m_headings.insert(normalLabel(section.heading()));
        for (const TableSpec &spec : form->tables) {
            auto labels = std::find_if(tables.begin(), tables.end(),
                [&](const TableLabels &known) { return known.table == spec.id; });
            if (labels == tables.end()) {
                tables.append(TableLabels{});
                labels = tables.end() - 1;
                labels->table = spec.id;
                labels->isTransposed = isTransposedTable(spec);
            }
            labels->blocks += blocksOf(spec);
            for (const QString &row : spec.rows) {
                labels->m_rows.insert(normalLabel(spec.rowLabels.value(row).label), row);
                if (!labels->rowOrder.contains(row))
                    labels->rowOrder.append(row);
            }
            for (const QString &column : spec.columns)
                labels->m_columns.insert(normalLabel(spec.columnLabels.value(column)), column);
            for (auto group = spec.rowGroups.begin(); group != spec.rowGroups.end(); ++group) {
                labels->m_groups.insert(normalLabel(spec.rowLabels.value(group.key()).label), group.key());
                for (const QString &row : group.value())
                    labels->m_groupOf.insert(row, group.key());
            }
            for (const Naming &naming : spec.rowWords) {
                const QString row = naming.of.size() == 1 ? naming.of.first() : QString();
                for (const QString &word : naming.words) {
                    const QString normal = normalLabel(word);
                    const bool isRow = spec.rows.contains(row);
                    if (!labels->m_usual.contains(normal))
                        labels->m_usual.insert(normal, isRow ? row : QString());
                    else if (labels->m_usual[normal] != row)
                        labels->m_usual[normal].clear(); // of several
                }
            }
            labels->hasTotals = std::any_of(spec.cells.begin(), spec.cells.end(),
                [&](const CellId &cell) { return form->cell(cell)->isComputed(); });
            for (const GridCell &cell : spec.grid) {
                const QString normal = normalLabel(cell.text);
                if (cell.kind == GridCell::Kind::Banner)
                    labels->m_banners.insert(lettersOf(withoutBlanks(cell.text)));
                else if (cell.kind == GridCell::Kind::Corner)
                    labels->m_corners.insert(normal);
                else if (cell.kind != GridCell::Kind::Figure && !labels->knows(normal))
                    (cell.kind == GridCell::Kind::RowHead ? labels->m_rowHeadWords : labels->m_headWords)
                        .insert(normal);
            }
        }
    }
    for (TableLabels &labels : tables) { // what stands for more than one thing
        for (auto column = labels.m_columns.begin(); column != labels.m_columns.end(); ++column) {
            const auto isElsewhere
                = [&](const TableLabels &other) { return &other != &labels && other.knows(column.key()); };
            if (labels.m_rows.contains(column.key())
                || std::any_of(tables.begin(), tables.end(), isElsewhere))
                labels.m_weak.insert(column.key());
        }
    }
}

const TableLabels *FormLabels::table(const TableId &id) const
{
    const auto found = std::find_if(
        tables.begin(), tables.end(), [&](const TableLabels &labels) { return labels.table == id; });
    return found == tables.end() ? nullptr : &*found;
}

} // namespace nianbao
