// SPDX-License-Identifier: MulanPSL-2.0
#include "textreader.h"

#include "digits.h"
#include "raggedrows.h"
#include "sketchedtables.h"
#include "textencoding.h"

#include <algorithm>
#include <optional>

namespace nianbao {

namespace {

constexpr qsizetype kMostMegabytes = 16;
// more than any report needs
constexpr qsizetype kMostLines = 100'000;
constexpr qsizetype kMostTabs = 500'000;

constexpr Sentence kPutTogether{
    "The lines of %1 [1:table|tables] do not say how cells are merged; that was guessed.",
    "有%1张表格的文字没有写明单元格怎样合并，按推测排列。"};

/// The lines of a text; a line break within a paragraph ends one too. Of empty ones no more than two
/// together. nullopt: too many.
std::optional<QStringList> linesOf(const QString &text)
{
    QStringList lines;
    qsizetype from = 0, empty = 0;
    const auto isEnd
        = [](char16_t c) { return (c >= u'\n' && c <= u'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; };
    const char16_t *const characters = QStringView(text).utf16();
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !isEnd(characters[at]))
            continue;
        empty = at == from ? empty + 1 : 0;
        if (empty <= 2)
            lines.append(text.mid(from, at - from));
        if (lines.size() > kMostLines)
            return std::nullopt;
        if (at + 1 < text.size() && characters[at] == u'\r' && characters[at + 1] == u'\n')
            ++at;
        from = at + 1;
    }
    return lines;
}

bool isBlankText(QStringView line) { return digits::trimmed(line).isEmpty(); }

bool isEmptyLine(const QString &line) { return !line.contains(u'\t') && isBlankText(line); }

/// One cell that became a line: a tab before it and no other.
bool isCellLine(const QString &line)
{
    return line.count(u'\t') == 1 && isBlankText(QStringView(line).left(line.indexOf(u'\t')));
}

QStringList tabbedCells(const QString &line)
{
    QStringList cells = line.split(u'\t');
    for (QString &cell : cells)
        cell = digits::trimmed(cell).toString();
    return cells;
}

/// A text that has an empty line after each: they part nothing.
QStringList withoutDoubleSpacing(const QStringList &lines)
{
    qsizetype filled = 0, followed = 0;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (isEmptyLine(lines.at(i)))
            continue;
        ++filled;
        followed += isEmptyLine(lines.at(i + 1)) ? 1 : 0;
    }
    constexpr qsizetype kFewest = 10;
    if (filled < kFewest || followed * 20 < filled * 19)
        return lines;
    QStringList single;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!isEmptyLine(lines.at(i)) || i == 0 || isEmptyLine(lines.at(i - 1)))
            single.append(lines.at(i));
    }
    return single;
}

class TextLines {
public:
    explicit TextLines(QStringList lines) : m_lines(std::move(lines)) { }
    ForeignDocument document();

private:
    void addParagraph(const QString &line);
    void addGrid(const QList<QStringList> &rows);
    void addRagged(RaggedRows rows);
    void addTabbedRun(qsizetype end);
    bool addCellLines();
    bool goesOnInCell(qsizetype at) const;

    QStringList m_lines;
    ForeignDocument m_document{};
    qsizetype m_at = 0;
    qsizetype m_ragged = 0;
};

void TextLines::addParagraph(const QString &line)
{
    const QStringView text = digits::trimmed(line);
    if (text.isEmpty())
        return;
    ForeignParagraph paragraph;
    paragraph.text = text.toString();
    paragraph.isTabbed = line.startsWith(u'\t');
    m_document.blocks.append(std::move(paragraph));
}

void TextLines::addGrid(const QList<QStringList> &rows)
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
    m_document.blocks.append(builder.grid());
}

void TextLines::addRagged(RaggedRows rows)
{
    ++m_ragged;
    const auto untold = rows.untold();
    for (const QStringList &row : rows.rows.mid(0, untold)) {
        for (const QString &cell : row)
            addParagraph(u'\t' + cell);
    }
    if (ForeignGrid grid = rows.grid(); grid.rows > 0)
        m_document.blocks.append(std::move(grid));
}

/// Lines with tabs, from m_at on: a table where they have as many as each other.
void TextLines::addTabbedRun(qsizetype end)
{
    struct Part {
        qsizetype from = 0;
        qsizetype lines = 0;
    };
    QList<Part> parts; // of as many tabs
    bool hasCells = false;
    for (auto i = m_at; i < end; ++i) {
        const QString &line = m_lines.at(i);
        if (parts.isEmpty() || line.count(u'\t') != m_lines.at(i - 1).count(u'\t'))
            parts.append({i, 0});
        ++parts.last().lines;
        const auto word = std::find_if(line.begin(), line.end(), [](QChar c) { return !digits::isBlank(c); });
        hasCells = hasCells || std::find(word, line.end(), u'\t') != line.end();
    }
    const auto tables
        = std::count_if(parts.begin(), parts.end(), [](const Part &part) { return part.lines > 1; });
    const bool areOddOnesOutside = tables == 1
        && std::none_of(parts.begin(), parts.end(),
            [&](const Part &part) { return part.lines == 1 && part.from != m_at && part.from + 1 != end; });
    constexpr qsizetype kFewestRagged = 3;
    const bool isTable = tables > 0 || end - m_at >= kFewestRagged;
    if (hasCells && isTable && tables != parts.size() && !areOddOnesOutside) {
        RaggedRows ragged;
        for (auto i = m_at; i < end; ++i)
            ragged.rows.append(tabbedCells(m_lines.at(i)));
        addRagged(std::move(ragged));
        m_at = end;
        return;
    }
    for (const Part &part : parts) {
        QList<QStringList> rows;
        for (auto i = part.from; i < part.from + part.lines; ++i) {
            if (!hasCells || part.lines == 1)
                addParagraph(m_lines.at(i));
            else
                rows.append(tabbedCells(m_lines.at(i)));
        }
        if (!rows.isEmpty())
            addGrid(rows);
    }
    m_at = end;
}

/// A cell's second line, which stands without its tab between two rows.
bool TextLines::goesOnInCell(qsizetype at) const
{
    constexpr qsizetype kLongest = 20;
    const QString &line = m_lines.at(at);
    return at + 1 < m_lines.size() && isCellLine(m_lines.at(at + 1)) && !isEmptyLine(line)
        && !line.contains(u'\t') && digits::trimmed(line).size() <= kLongest;
}

/// Cells that became lines, each behind a tab; an empty line ends a row. Only the tabs tell blank cells.
bool TextLines::addCellLines()
{
    RaggedRows table;
    bool isRowOpen = false;
    auto at = m_at, end = m_at;
    for (; at < m_lines.size(); ++at) {
        const QString &line = m_lines.at(at);
        if (isCellLine(line)) {
            if (!isRowOpen)
                table.rows.append(QStringList());
            table.rows.last().append(digits::trimmed(line).toString());
            isRowOpen = true;
            end = at + 1;
        } else if (isEmptyLine(line)) {
            isRowOpen = false;
        } else if (goesOnInCell(at) && !table.rows.isEmpty()) {
            table.rows.last().last() += u'\n' + digits::trimmed(line).toString();
            isRowOpen = true;
        } else {
            break;
        }
    }
    const auto longest = std::max_element(table.rows.begin(), table.rows.end(),
        [](const QStringList &a, const QStringList &b) { return a.size() < b.size(); });
    if (table.rows.size() < 2 || longest->size() < 2)
        return false;
    addRagged(std::move(table));
    m_at = end;
    return true;
}

ForeignDocument TextLines::document()
{
    m_document.kind = QStringLiteral("txt");
    while (m_at < m_lines.size()) {
        const QString &line = m_lines.at(m_at);
        if (isEmptyLine(line)) {
            ++m_at;
            continue;
        }
        if (line.contains(u'\t')) {
            auto end = m_at;
            while (end < m_lines.size() && m_lines.at(end).contains(u'\t'))
                ++end;
            if (!std::all_of(m_lines.begin() + m_at, m_lines.begin() + end, isCellLine)) {
                addTabbedRun(end);
                continue;
            }
            if (addCellLines())
                continue;
        } else if (auto table = sketchedTableAt(m_lines, m_at)) {
            m_document.blocks.append(std::move(table->grid));
            m_at += table->lines;
            continue;
        }
        addParagraph(line);
        ++m_at;
    }
    if (m_ragged > 0)
        m_document.notices.append(Phrase(kPutTogether, m_ragged));
    return std::move(m_document);
}

} // namespace

Result<ForeignDocument> readPlainText(const QByteArray &bytes)
{
    if (bytes.size() > (kMostMegabytes << 20))
        return Error{ErrorCode::TooLarge, {}, QString::number(kMostMegabytes)};
    const auto text = decodeText(bytes);
    if (!text)
        return Error{ErrorCode::UnknownEncoding};
    auto lines = linesOf(text->text);
    if (!lines || text->text.count(u'\t') > kMostTabs)
        return Error{ErrorCode::TooCostly};
    return TextLines(withoutDoubleSpacing(*lines)).document();
}

} // namespace nianbao
