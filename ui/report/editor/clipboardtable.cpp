// SPDX-License-Identifier: MulanPSL-2.0
#include "clipboardtable.h"

#include "closeddocument.h"
#include "digits.h"

#include <QMimeData>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace nianbao {

namespace {

bool isBlank(const QString &text) { return digits::trimmed(text).isEmpty(); }

bool isBlankRow(const QStringList &row) { return std::all_of(row.begin(), row.end(), isBlank); }

TextBlock trimmed(TextBlock block)
{
    while (!block.isEmpty() && isBlankRow(block.last()))
        block.removeLast();
    for (QStringList &row : block) {
        while (!row.isEmpty() && isBlank(row.last()))
            row.removeLast();
    }
    return block;
}

QTextTable *firstTable(QTextFrame *frame)
{
    for (QTextFrame *child : frame->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(child))
            return table;
        if (QTextTable *table = firstTable(child))
            return table;
    }
    return nullptr;
}

QString textOf(const QTextTableCell &cell)
{
    QTextCursor cursor = cell.firstCursorPosition();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    return cursor.selectedText()
        .replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n')
        .trimmed();
}

} // namespace

TextBlock parseTsv(const QString &text)
{
    TextBlock block;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endRow = [&] {
        row.append(cell);
        block.append(row);
        cell.clear();
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (quoted) {
            if (c == u'"' && next == u'"')
                cell += text[++i];
            else if (c == u'"')
                quoted = false;
            else
                cell += c;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t') {
            row.append(cell);
            cell.clear();
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && next == u'\n')
                ++i;
            endRow();
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return block;
}

TextBlock parseHtmlTable(const QString &html)
{
    ClosedDocument document;
    document.setHtml(html);
    const QTextTable *table = firstTable(document.rootFrame());
    TextBlock block;
    for (int row = 0; table && row < table->rows(); ++row) {
        QStringList texts;
        for (int column = 0; column < table->columns(); ++column) {
            const QTextTableCell cell = table->cellAt(row, column);
            texts.append(cell.row() == row && cell.column() == column ? textOf(cell) : QString());
        }
        block.append(texts);
    }
    return block;
}

CopiedTable::CopiedTable(const QMimeData &data)
    : text(data.hasText() ? data.text() : QString()), html(data.hasHtml() ? data.html() : QString())
{ }

TextBlock blockFrom(const CopiedTable &copied)
{
    const TextBlock plain = trimmed(parseTsv(copied.text));
    return plain.isEmpty() && !copied.html.isEmpty() ? trimmed(parseHtmlTable(copied.html)) : plain;
}

TextBlock cellsFrom(const CopiedTable &copied)
{
    if (!copied.html.isEmpty()) {
        if (const TextBlock table = trimmed(parseHtmlTable(copied.html)); !table.isEmpty())
            return table;
    }
    const QString &text = copied.text;
    if (text.contains(u'\t'))
        return blockFrom(copied);
    TextBlock block;
    for (const QString &line : text.split(u'\n')) {
        QString cells = line;
        cells.replace(QChar(0x3000), u' ').replace(QChar::Nbsp, u' ');
        block.append(cells.simplified().split(u' '));
    }
    return trimmed(block);
}

QString toTsv(const TextBlock &block)
{
    QString text;
    for (const QStringList &row : block) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString cell = row[i];
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.startsWith(u'"'))
                cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            text += (i > 0 ? QStringLiteral("\t") : QString()) + cell;
        }
        text += u'\n';
    }
    return text;
}

} // namespace nianbao
