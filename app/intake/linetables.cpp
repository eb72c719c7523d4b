// SPDX-License-Identifier: MulanPSL-2.0
#include "linetables.h"

#include "digits.h"
#include "values.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kSimilarLine{
    "The label “%1” is only similar to the form's.", "项目名称“%1”与表样只是相近。"};
constexpr Sentence kFewer{
    "Only %1 figures stand behind the label, %2 are due: it is not told which are missing.",
    "项目名称后面只有 %1 个数字，应有 %2 个，看不出缺的是哪几格。"};
constexpr Sentence kMore{
    "%1 figures stand behind the label, %2 are due.", "项目名称后面有 %1 个数字，应有 %2 个。"};
constexpr Sentence kHeadsMissing{
    "Not all heads of the table stand before its figures.", "数字前面的表头不全。"};
constexpr Sentence kHeadsOdd{"The heads stand in another order than in the form.", "表头的次序与表样不同。"};
constexpr Sentence kOneLine{
    "The figures stand behind the label in one line of text.", "数字与项目名称写在同一行文字里。"};
constexpr Sentence kColumnByOrder{
    "The head “%1” does not tell which column it is; it was taken by its order.",
    "表头“%1”看不出是哪一列，按次序认的。"};

constexpr qsizetype kLongestLine = 100;
constexpr qsizetype kMostJoinedLines = 3;
constexpr qsizetype kLookedAheadLines = 4;
constexpr qsizetype kFewestWords = 4; // labels that make a table without a figure

struct Line {
    QString text{};
    QString normal{};
    int block = -1;
    bool isFigure = false; // or an empty cell
    bool isEmpty = false;
    bool isPart = false; // of a line that held a label and its figures
};

/// A label in one line or in several.
struct LineLabel {
    enum class Kind { None, Banner, Corner, Head, Column, Row, Group, Section };
    Kind kind = Kind::None;
    QString id{};
    QString group{}; // that it names
    QString text{};
    QString normal{};
    qsizetype lines = 1;
    bool isAlike = false;
};

class LineReader {
public:
    LineReader(const FormLabels &labels, QList<Line> lines, Readings &out)
        : m_labels(labels), m_lines(std::move(lines)), m_out(out)
    { }
    void read();

private:
    LineLabel labelIn(const TableLabels &table, const QString &text, const QString &normal, bool alike) const;
    LineLabel labelAt(const TableLabels &table, qsizetype at, bool alike = true) const;
    const TableLabels *anchorAt(qsizetype at) const;
    bool goesOnBehind(qsizetype at) const;

    void begin(const TableLabels &table);
    void take(const LineLabel &label);
    void takeOfTransposed(const LineLabel &label);
    LineLabel asRow(LineLabel label) const;
    void flush();
    void flushRow();
    void flushLine();
    void add(const QString &row, const QString &column, const Line *value, const Phrase &doubt);
    void end();

    const FormLabels &m_labels;
    QList<Line> m_lines;
    Readings &m_out;

    const TableLabels *m_table = nullptr;
    bool m_isInHead = true;
    QStringList m_columns{}; // ids of the heads, empty ones unknown
    QStringList m_normals{};
    QStringList m_units{};
    QStringList m_lineRows{}; // of a transposed table, in the order of its heads
    LineLabel m_row{};
    bool m_hasRow = false;
    QString m_group{};
    QString m_lastRow{};
    QList<const Line *> m_values{};
    QSet<int> m_blocks{};
    qsizetype m_words = 0; // labels seen
    bool m_hasFigures = false;
    qsizetype m_firstReading = 0;
    QList<Phrase> m_notesBefore{};
};

LineLabel LineReader::labelIn(
    const TableLabels &table, const QString &text, const QString &normal, bool alike) const
{
    LineLabel label;
    label.text = text.simplified();
    label.normal = normal;
    label.group = table.group(normal);
    const LabelMatch column = table.exactColumn(normal);
    const LabelMatch row = table.exactRow(normal);
    const bool isColumn = column.isFound() && (m_isInHead || !row.isFound());
    if (m_labels.isSectionHeading(normal))
        label.kind = LineLabel::Kind::Section;
    else if (table.isBanner(text))
        label.kind = LineLabel::Kind::Banner;
    else if (table.isCorner(normal))
        label.kind = LineLabel::Kind::Corner;
    else if (isColumn)
        label = {LineLabel::Kind::Column, column.id, {}, label.text, normal, 1, false};
    else if (row.isFound())
        label = {LineLabel::Kind::Row, row.id, label.group, label.text, normal, 1, false};
    else if (!label.group.isEmpty() || table.isRowHeadWord(normal))
        label.kind = LineLabel::Kind::Group;
    else if (table.isHeadWord(normal))
        label.kind = LineLabel::Kind::Head;
    if (label.kind != LineLabel::Kind::None || !alike)
        return label;
    const LabelMatch alikeRow = table.row(normal);
    const LabelMatch alikeColumn = table.column(normal);
    if (alikeRow.isFound())
        label = {LineLabel::Kind::Row, alikeRow.id, {}, label.text, normal, 1, true};
    else if (alikeColumn.isFound() && m_isInHead)
        label = {LineLabel::Kind::Column, alikeColumn.id, {}, label.text, normal, 1, true};
    return label;
}

/// 商业 and 企业, （三） and 不予公开: a label may have become several lines.
LineLabel LineReader::labelAt(const TableLabels &table, qsizetype at, bool alike) const
{
    QString joined;
    for (qsizetype count = 1; count <= kMostJoinedLines && at + count <= m_lines.size(); ++count) {
        const Line &line = m_lines[at + count - 1];
        if (line.isFigure)
            break;
        joined += line.text;
        LineLabel label = labelIn(table, joined, count == 1 ? line.normal : normalLabel(joined), false);
        label.lines = count;
        if (label.kind != LineLabel::Kind::None)
            return label;
    }
    return alike ? labelIn(table, m_lines[at].text, m_lines[at].normal, true) : LineLabel{};
}

/// A line that only a statutory table has.
const TableLabels *LineReader::anchorAt(qsizetype at) const
{
    const Line &line = m_lines[at];
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

bool LineReader::goesOnBehind(qsizetype at) const
{
    for (qsizetype i = at + 1; i < m_lines.size() && i <= at + kLookedAheadLines; ++i) {
        if (m_lines[i].isFigure && !m_lines[i].isEmpty)
            return true;
        const LineLabel label = labelAt(*m_table, i, false);
        if (label.kind == LineLabel::Kind::Section)
            return false;
        if (label.kind != LineLabel::Kind::None)
            return true;
    }
    return false;
}

void LineReader::begin(const TableLabels &table)
{
    if (m_table)
        end();
    m_table = &table;
    m_isInHead = true;
    m_columns.clear();
    m_normals.clear();
    m_units.clear();
    m_lineRows.clear();
    m_hasRow = false;
    m_group.clear();
    m_lastRow.clear();
    m_values.clear();
    m_blocks.clear();
    m_words = 0;
    m_hasFigures = false;
    m_firstReading = m_out.cells.size();
    m_notesBefore = m_out.notes;
}

/// What was no table after all is given back to the text.
void LineReader::end()
{
    if (!m_table)
        return;
    flush();
    const bool isTable = m_out.cells.size() > m_firstReading && (m_hasFigures || m_words >= kFewestWords);
    if (isTable) {
        m_out.usedBlocks.unite(m_blocks);
    } else {
        m_out.cells.resize(m_firstReading);
        m_out.notes = m_notesBefore;
    }
    m_table = nullptr;
}

void LineReader::read()
{
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const Line &line = m_lines[at];
        const TableLabels *anchor = anchorAt(at);
        if (anchor && anchor != m_table)
            begin(*anchor);
        if (!m_table)
            continue;
        if (line.isFigure) {
            m_hasFigures = m_hasFigures || !line.isEmpty;
            m_values.append(&m_lines[at]);
            m_blocks.insert(line.block);
            continue;
        }
        LineLabel label = labelAt(*m_table, at);
        if (label.kind == LineLabel::Kind::Section) {
            end();
            continue;
        }
        const bool isRemark = line.text.startsWith(u'（') || line.text.startsWith(u'(');
        if (label.kind == LineLabel::Kind::None && (line.text.size() > kLongestLine || !goesOnBehind(at))) {
            end();
            continue;
        }
        for (qsizetype i = at; i < at + label.lines; ++i)
            m_blocks.insert(m_lines[i].block);
        at += label.lines - 1;
        if (label.kind == LineLabel::Kind::None && isRemark && m_values.isEmpty())
            continue; // goes on with the label above
        m_words += label.kind == LineLabel::Kind::None ? 0 : 1;
        if (m_table->isTransposed)
            takeOfTransposed(label);
        else
            take(label);
    }
    end();
}

/// 其他 is a row only in its group.
LineLabel LineReader::asRow(LineLabel label) const
{
    const QString home = m_table->groupOf(label.id);
    if (label.kind != LineLabel::Kind::Row || !m_table->isWeak(label.normal) || home.isEmpty()
        || home == m_group)
        return label;
    const qsizetype at = m_table->rowOrder.indexOf(label.id);
    if (at <= 0 || m_table->rowOrder[at - 1] != m_lastRow)
        label.kind = LineLabel::Kind::None;
    return label;
}

void LineReader::take(const LineLabel &found)
{
    const LineLabel label = asRow(found);
    flush();
    switch (label.kind) {
    case LineLabel::Kind::Banner:
    case LineLabel::Kind::Corner:
        m_columns.clear();
        m_normals.clear();
        m_units.clear();
        m_isInHead = true;
        return;
    case LineLabel::Kind::Head:
    case LineLabel::Kind::Column:
        if (!m_isInHead) { // a head again
            m_columns.clear();
            m_normals.clear();
            m_units.clear();
            m_isInHead = true;
        }
        if (label.kind == LineLabel::Kind::Column) {
            m_columns.append(label.id);
            m_normals.append(label.normal);
            m_units.append(moneyUnitIn(label.text));
        }
        return;
    case LineLabel::Kind::Group:
        m_isInHead = false;
        m_group = label.group;
        return;
    case LineLabel::Kind::Row:
        m_isInHead = false;
        if (!label.group.isEmpty())
            m_group = label.group;
        m_row = label;
        m_hasRow = true;
        return;
    case LineLabel::Kind::None:
        if (m_isInHead) { // a head that says no column
            m_columns.append(QString());
            m_normals.append(label.normal);
            m_units.append(QString());
            return;
        }
        m_row = label;
        m_hasRow = true;
        return;
    case LineLabel::Kind::Section: return;
    }
}

void LineReader::takeOfTransposed(const LineLabel &label)
{
    const bool hadValues
        = std::any_of(m_values.begin(), m_values.end(), [](const Line *value) { return !value->isEmpty; });
    if (hadValues)
        flush();
    else
        m_values.clear();
    if (label.kind == LineLabel::Kind::Column) {
        if (hadValues) {
            m_columns.clear();
            m_lineRows.clear();
        }
        m_columns.append(label.id);
    } else if (label.kind == LineLabel::Kind::Row) {
        if (hadValues || m_lineRows.contains(label.id))
            m_lineRows.clear();
        m_lineRows.append(label.id);
    }
}

void LineReader::add(const QString &row, const QString &column, const Line *value, const Phrase &doubt)
{
    CellText reading;
    reading.cell = CellId(m_table->table, row, column);
    reading.doubt = doubt;
    if (value) {
        reading.text = value->text;
        reading.spot = {value->block, -1};
        if (value->isPart && doubt.isEmpty())
            reading.doubt = Phrase(kOneLine);
    }
    m_out.cells.append(reading);
}

void LineReader::flush()
{
    if (m_table->isTransposed)
        flushLine();
    else
        flushRow();
    m_values.clear();
}

void LineReader::flushRow()
{
    if (!m_hasRow)
        return;
    m_hasRow = false;
    QStringList figures;
    for (const Line *value : std::as_const(m_values))
        figures.append(value->text.simplified());
    if (m_row.kind != LineLabel::Kind::Row) {
        figures.removeAll(QString());
        if (!figures.isEmpty())
            m_out.leaveOut(m_row.text, figures);
        return;
    }
    m_lastRow = m_row.id;
    // A group's own label without figures is no row where the rows of the group follow.
    if (m_values.isEmpty() && !m_row.group.isEmpty())
        return;
    Phrase doubt = m_row.isAlike ? Phrase(kSimilarLine, m_row.text) : Phrase();
    QStringList columns;
    QStringList units = m_units;
    QList<bool> byOrder;
    const TableLabels::Block first = m_table->blocks.value(0);
    if (first.rows.size() == m_table->rowOrder.size() || m_table->hasTotals) { // one head over all rows
        const QSet<QString> told(m_columns.begin(), m_columns.end());
        const QSet<QString> due(first.columns.begin(), first.columns.end());
        columns = first.columns;
        byOrder = QList<bool>(columns.size(), false);
        units = QStringList(columns.size());
        if (doubt.isEmpty() && (told != due || m_columns.size() != columns.size()))
            doubt = Phrase(kHeadsMissing);
        QStringList order = m_columns; // the total stands over the line of the others
        order.removeAll(columns.last());
        if (doubt.isEmpty() && order != columns.mid(0, columns.size() - 1))
            doubt = Phrase(kHeadsOdd);
    } else {
        const HeadChoice choice = headsFor(*m_table, m_row.id, m_normals, m_columns);
        columns = choice.columns;
        byOrder = choice.byOrder;
        if (columns.isEmpty()) {
            const QStringList nothing(m_values.size());
            columns = headsFor(*m_table, m_row.id, nothing, nothing).columns;
            byOrder = QList<bool>(columns.size(), true);
            units = nothing;
        }
    }
    while (m_values.size() > columns.size() && m_values.last()->isEmpty)
        m_values.removeLast();
    const qsizetype given = m_values.size();
    if (given > columns.size())
        doubt = Phrase(kMore, qint64(given), qint64(columns.size()));
    else if (given > 0 && given < columns.size())
        doubt = Phrase(kFewer, qint64(given), qint64(columns.size()));
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].isEmpty())
            continue;
        const Phrase why = doubt.isEmpty() && byOrder[i] ? Phrase(kColumnByOrder, m_normals.value(i)) : doubt;
        add(m_row.id, columns[i], i < given ? m_values[i] : nullptr, why);
        m_out.cells.last().headUnit = units.value(i);
    }
}

/// All heads, then all figures; or a few heads with theirs.
void LineReader::flushLine()
{
    while (m_values.size() > m_columns.size() && m_values.last()->isEmpty)
        m_values.removeLast();
    if (m_values.isEmpty() || m_columns.isEmpty() || m_lineRows.isEmpty())
        return;
    const TableLabels::Block block = m_table->blocks.value(0);
    const qsizetype width = block.columns.size();
    QStringList columns = m_columns;
    Phrase doubt;
    if (columns.size() == width && m_lineRows.size() > 1 && m_values.size() == width * m_lineRows.size()) {
        for (qsizetype i = 1; i < m_lineRows.size(); ++i)
            columns += m_columns;
        doubt = Phrase(kHeadsMissing);
    }
    QStringList due;
    for (qsizetype i = 0; i < m_lineRows.size(); ++i)
        due += block.columns;
    QStringList orderedRows = m_lineRows;
    std::sort(orderedRows.begin(), orderedRows.end(),
        [&](const QString &a, const QString &b) { return block.rows.indexOf(a) < block.rows.indexOf(b); });
    if (columns != due || orderedRows != m_lineRows)
        doubt = Phrase(kHeadsMissing);
    const qsizetype given = m_values.size();
    if (given > due.size())
        doubt = Phrase(kMore, qint64(given), qint64(due.size()));
    else if (given < due.size())
        doubt = Phrase(kFewer, qint64(given), qint64(due.size()));
    for (qsizetype i = 0; i < due.size(); ++i)
        add(m_lineRows[i / width], due[i], i < given ? m_values[i] : nullptr, doubt);
}

/// A label with its figures in one line becomes the lines that they were.
QList<Line> partsOfLine(const QString &text, int block)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    qsizetype label = words.size();
    while (label > 0 && looksLikeValue(words[label - 1]))
        --label;
    if (label == 0 || label == words.size())
        return {};
    const QString head = words.mid(0, label).join(u' ');
    QList<Line> lines{{head, normalLabel(head), block, false, false, true}};
    for (qsizetype i = label; i < words.size(); ++i)
        lines.append({words[i], {}, block, true, false, true});
    return lines;
}

} // namespace

void readLineTables(const FormLabels &labels, const ForeignDocument &document, Readings &readings)
{
    QList<Line> lines;
    const auto readRun = [&] {
        LineReader(labels, std::move(lines), readings).read();
        lines.clear();
    };
    for (int i = 0; i < document.blocks.size(); ++i) {
        const auto *paragraph = std::get_if<ForeignParagraph>(&document.blocks[i]);
        if (std::holds_alternative<ForeignGrid>(document.blocks[i]))
            readRun();
        if (!paragraph)
            continue;
        const QString &text = paragraph->text;
        const bool isFigure = looksLikeValue(text);
        const QString normal = isFigure || text.size() > kLongestLine ? QString() : normalLabel(text);
        const bool mayHoldFigures = !isFigure && text.size() <= kLongestLine && !text.back().isLetter();
        const QList<Line> parts = mayHoldFigures ? partsOfLine(text, i) : QList<Line>();
        if (parts.isEmpty())
            lines.append({text, normal, i, isFigure, digits::trimmed(text).isEmpty(), false});
        else
            lines += parts;
    }
    readRun();
}

} // namespace nianbao
