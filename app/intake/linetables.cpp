// SPDX-License-Identifier: MulanPSL-2.0
#include "linetables.h"

#include "flatfigures.h"
#include "rowlabels.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kLongestWordless = 100; // characters of a line within a table that says nothing
constexpr qsizetype kFewestWords = 4; // labels that make a table without a figure

/// Reads the tables of one run of lines.
class LineReader {
public:
    LineReader(FlatLines lines, Readings &out) : m_lines(std::move(lines)), m_out(out) { }
    void read();

private:
    void begin(const TableLabels &table);
    void take(FlatLabel label);
    void takeOfTransposed(const FlatLabel &label);
    void flush();
    void flushRow();
    void end();

    const FlatLines m_lines;
    Readings &m_out;

    const TableLabels *m_table = nullptr;
    bool m_isInHead = true;
    FlatHeads m_heads{};
    FlatLabel m_row{};
    bool m_hasRow = false;
    RowContext m_context{};
    QList<const FlatLine *> m_values{};
    QSet<int> m_blocks{};
    qsizetype m_words = 0; // labels seen
    bool m_hasFigures = false;
    qsizetype m_firstReading = 0;
    QList<Phrase> m_notesBefore{};
};

void LineReader::begin(const TableLabels &table)
{
    if (m_table)
        end();
    m_table = &table;
    m_isInHead = true;
    m_heads = {};
    m_hasRow = false;
    m_context = {};
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
        const FlatLine &line = m_lines.at(at);
        const TableLabels *anchor = m_lines.anchor(at);
        if (anchor && anchor != m_table)
            begin(*anchor);
        if (!m_table)
            continue;
        if (line.isFigure) {
            m_hasFigures = m_hasFigures || !line.isEmpty;
            m_values.append(&line);
            m_blocks.insert(line.block);
            continue;
        }
        FlatLabel label = m_lines.label(*m_table, at, m_isInHead);
        if (label.kind == FlatLabel::Kind::Section) {
            end();
            continue;
        }
        const bool isRemark = line.text.startsWith(u'（') || line.text.startsWith(u'(');
        if (label.kind == FlatLabel::Kind::None
            && (line.text.size() > kLongestWordless || !m_lines.goesOnBehind(*m_table, at, m_isInHead))) {
            end();
            continue;
        }
        for (qsizetype i = at; i < at + label.lines; ++i)
            m_blocks.insert(m_lines.at(i).block);
        at += label.lines - 1;
        if (label.kind == FlatLabel::Kind::None && isRemark && m_values.isEmpty())
            continue; // goes on with the label above
        m_words += label.kind == FlatLabel::Kind::None ? 0 : 1;
        if (m_table->isTransposed)
            takeOfTransposed(label);
        else
            take(label);
    }
    end();
}

void LineReader::take(FlatLabel label)
{
    if (label.kind == FlatLabel::Kind::Row && !m_context.allows(*m_table, label.id, label.normal))
        label.kind = FlatLabel::Kind::None;
    flush();
    switch (label.kind) {
    case FlatLabel::Kind::Banner:
    case FlatLabel::Kind::Corner:
        m_heads = {};
        m_isInHead = true;
        return;
    case FlatLabel::Kind::Head:
    case FlatLabel::Kind::Column:
        if (!m_isInHead) // a head again
            m_heads = {};
        m_isInHead = true;
        if (label.kind == FlatLabel::Kind::Column)
            m_heads.add(label);
        return;
    case FlatLabel::Kind::Group:
        m_isInHead = false;
        m_context.group = label.group;
        return;
    case FlatLabel::Kind::Row:
        m_isInHead = false;
        if (!label.group.isEmpty())
            m_context.group = label.group;
        m_row = label;
        m_hasRow = true;
        return;
    case FlatLabel::Kind::None:
        if (m_isInHead) { // a head that says no column
            m_heads.add(label);
            return;
        }
        m_row = label;
        m_hasRow = true;
        return;
    case FlatLabel::Kind::Section: return;
    }
}

void LineReader::takeOfTransposed(const FlatLabel &label)
{
    const bool hadValues = std::any_of(
        m_values.begin(), m_values.end(), [](const FlatLine *value) { return !value->isEmpty; });
    if (hadValues)
        flush();
    else
        m_values.clear();
    if (label.kind == FlatLabel::Kind::Column) {
        if (hadValues) {
            m_heads.columns.clear();
            m_heads.rows.clear();
        }
        m_heads.columns.append(label.id);
    } else if (label.kind == FlatLabel::Kind::Row) {
        if (hadValues || m_heads.rows.contains(label.id))
            m_heads.rows.clear();
        m_heads.rows.append(label.id);
    }
}

void LineReader::flush()
{
    if (m_table->isTransposed)
        m_out.cells += cellsOfFlatLine(*m_table, m_heads, m_values);
    else
        flushRow();
    m_values.clear();
}

void LineReader::flushRow()
{
    if (!m_hasRow)
        return;
    m_hasRow = false;
    if (m_row.kind != FlatLabel::Kind::Row) {
        QStringList figures;
        for (const FlatLine *value : std::as_const(m_values))
            figures.append(value->text.simplified());
        figures.removeAll(QString());
        if (!figures.isEmpty())
            m_out.leaveOut(m_row.text, figures);
        return;
    }
    m_context.lastRow = m_row.id;
    // A group's own label without figures is no row where the rows of the group follow.
    if (!m_values.isEmpty() || m_row.group.isEmpty())
        m_out.cells += cellsOfFlatRow(*m_table, m_heads, m_row, m_values);
}

} // namespace

void readLineTables(const FormLabels &labels, const ForeignDocument &document, Readings &readings)
{
    QList<FlatLine> lines;
    const auto readRun = [&] {
        LineReader({labels, std::move(lines)}, readings).read();
        lines.clear();
    };
    for (int i = 0; i < document.blocks.size(); ++i) {
        const auto *paragraph = std::get_if<ForeignParagraph>(&document.blocks[i]);
        if (std::holds_alternative<ForeignGrid>(document.blocks[i]))
            readRun();
        if (paragraph)
            lines += flatLinesOf(paragraph->text, i);
    }
    readRun();
}

} // namespace nianbao
