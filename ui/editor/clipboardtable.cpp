// SPDX-License-Identifier: MulanPSL-2.0
#include "clipboardtable.h"

#include "closeddocument.h"
#include "errorwords.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace nianbao {

namespace {

using Place = PasteTarget::Place;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Clipboard)
};

bool isBlank(const QString &text) { return text.trimmed().isEmpty(); }

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
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u' ').trimmed();
}

/// Lays the block over the grid, row by row.
class Planner {
public:
    Planner(const TextBlock &block, const PasteTarget &target)
        : m_block(block), m_target(target), m_size(target.gridSize())
    { }

    PastePlan at(int row, int column)
    {
        for (const QStringList &texts : m_block) {
            // A sheet that mirrors the form has the heads too; a bare list of figures has not.
            while (row < m_size.height() && !holdsFigures(row) && holdsNumber(texts))
                ++row;
            if (row >= m_size.height() || holdsFigures(row)) {
                for (int i = 0; i < texts.size(); ++i)
                    put(row, column + i, texts[i]);
            }
            ++row;
        }
        return result();
    }

    PastePlan fill(const QRect &selection, const QString &text)
    {
        for (int row = selection.top(); row <= selection.bottom(); ++row) {
            for (int column = selection.left(); column <= selection.right(); ++column) {
                const Place place = m_target.placeAt(row, column);
                if (place == Place::Typed || place == Place::Computed)
                    put(row, column, text);
            }
        }
        return result();
    }

private:
    bool holdsFigures(int row) const
    {
        for (int column = 0; column < m_size.width(); ++column) {
            const Place place = m_target.placeAt(row, column);
            if (place == Place::Typed || place == Place::Computed)
                return true;
        }
        return false;
    }

    static bool holdsNumber(const QStringList &texts)
    {
        return std::any_of(
            texts.begin(), texts.end(), [](const QString &text) { return Amount::parse(text).has_value(); });
    }

    void put(int row, int column, const QString &text)
    {
        const bool inside = row < m_size.height() && column < m_size.width();
        switch (inside ? m_target.placeAt(row, column) : Place::Outside) {
        case Place::Computed: ++m_plan.skipped; break;
        case Place::Typed: putTyped(row, column, text); break;
        case Place::Outside:
        case Place::Head:
        case Place::Covered:
            if (!isBlank(text))
                refuse(Words::tr("Nothing was pasted: “%1” would stand outside the figures of the table. "
                                 "Begin further up or further left, or copy fewer cells.")
                           .arg(text.trimmed()));
        }
    }

    void putTyped(int row, int column, const QString &text)
    {
        const auto value = m_target.parseAt(row, column, text.trimmed());
        if (value)
            m_plan.values.append({row, column, *value});
        else
            refuse(Words::tr("Nothing was pasted. %1")
                       .arg(describe(
                           {value.error().code, m_target.labelAt(row, column), value.error().detail})));
    }

    void refuse(const QString &sentence)
    {
        if (m_plan.refusal.isEmpty())
            m_plan.refusal = sentence;
    }

    PastePlan result()
    {
        if (m_plan.refusal.isEmpty() && m_plan.values.isEmpty())
            refuse(m_plan.skipped > 0
                    ? Words::tr("Nothing was pasted: the cells there are computed from others.")
                    : Words::tr("Nothing was pasted: the clipboard holds no figures."));
        if (!m_plan.refusal.isEmpty())
            m_plan.values.clear();
        return m_plan;
    }

    const TextBlock &m_block;
    const PasteTarget &m_target;
    const QSize m_size;
    PastePlan m_plan;
};

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

TextBlock blockFrom(const QMimeData &data)
{
    const TextBlock plain = data.hasText() ? trimmed(parseTsv(data.text())) : TextBlock();
    if (!plain.isEmpty() || !data.hasHtml())
        return plain;
    return trimmed(parseHtmlTable(data.html()));
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

QString PastePlan::summary() const
{
    const int count = int(values.size());
    return skipped == 0
        ? Words::tr("%n cell(s) pasted.", nullptr, count)
        : Words::tr("%n cell(s) pasted; computed cells in between (%1) were skipped.", nullptr, count)
              .arg(skipped);
}

PastePlan planPaste(const TextBlock &block, const QRect &selection, const PasteTarget &target)
{
    Planner planner(block, target);
    const bool isSingle = block.size() == 1 && block.first().size() == 1;
    if (isSingle && (selection.width() > 1 || selection.height() > 1))
        return planner.fill(selection, block.first().first());
    return planner.at(selection.top(), selection.left());
}

} // namespace nianbao
