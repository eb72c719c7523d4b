// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "reportmanuscript.h"
#include "testreports.h"

namespace nianbao::test {

/// A manuscript as a reader would give it back: styled, with titles and levels of headings as Word and web
/// pages have them, or plain, without.
class ManuscriptBlocks {
public:
    explicit ManuscriptBlocks(bool isStyled) : m_isStyled(isStyled) { }

    ForeignDocument of(const Manuscript &manuscript)
    {
        m_document.kind = m_isStyled ? QStringLiteral("docx") : QStringLiteral("txt");
        m_document.title = m_isStyled ? manuscript.title : QString();
        for (const Manuscript::Part &part : manuscript.parts) {
            for (const Block &block : part.blocks)
                std::visit([this](const auto &each) { add(each); }, block);
        }
        return m_document;
    }

private:
    void addText(const QString &text, int level = 0, bool isTitle = false)
    {
        if (text.trimmed().isEmpty())
            return;
        ForeignParagraph paragraph{text.trimmed()};
        paragraph.headingLevel = m_isStyled ? level : 0;
        paragraph.isTitle = m_isStyled && isTitle;
        m_document.blocks.append(paragraph);
    }
    void add(const TitleBlock &title)
    {
        for (const QString &line : title.lines)
            addText(line, 0, true);
    }
    void add(const HeadingBlock &heading) { addText(heading.text, heading.level); }
    void add(const ParagraphBlock &paragraph) { addText(paragraph.text); }
    void add(const TableBlock &table)
    {
        ForeignGrid grid;
        grid.rows = table.rows;
        grid.columns = int(table.widths.size());
        for (const TableCell &cell : table.cells)
            grid.cells.append(
                {cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text(), cell.isHead()});
        std::sort(grid.cells.begin(), grid.cells.end(), [](const ForeignCell &a, const ForeignCell &b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        m_document.blocks.append(grid);
        for (const QString &note : table.notes)
            addText(note);
    }
    void add(const IllustrationBlock &illustration)
    {
        if (m_isStyled) // a chart becomes a picture
            m_document.blocks.append(
                ForeignPicture{illustration.chart ? smallPicture() : illustration.picture, illustration.name,
                    illustration.alternative});
        addText(illustration.caption);
    }
    void add(const Signature &signature)
    {
        addText(signature.name);
        const QDate day = signature.date;
        if (day.isValid())
            addText(QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()));
    }

    bool m_isStyled;
    ForeignDocument m_document{};
};

inline ForeignDocument blocksOf(const Manuscript &manuscript, bool isStyled = true)
{
    return ManuscriptBlocks(isStyled).of(manuscript);
}

/// What a reader of the manuscript sees, a line each: for comparing two.
inline QStringList shownLines(const Manuscript &manuscript)
{
    QStringList lines;
    struct Lines {
        QStringList &lines;
        void operator()(const TitleBlock &block) const { lines.append(u'#' + block.lines.join(u'\n')); }
        void operator()(const HeadingBlock &block) const
        {
            lines.append(QString(block.level + 1, u'#') + block.text.trimmed());
        }
        void operator()(const ParagraphBlock &block) const { lines.append(block.text.trimmed()); }
        void operator()(const TableBlock &block) const
        {
            for (const TableCell &cell : block.cells) {
                if (cell.isFigure())
                    lines.append(cell.place.toString() + u'=' + cell.text());
            }
            for (const QString &note : block.notes)
                lines.append(QStringLiteral("注：") + note.trimmed());
        }
        void operator()(const IllustrationBlock &block) const
        {
            lines.append(QStringLiteral("[%1]").arg(block.caption));
        }
        void operator()(const Signature &block) const
        {
            lines.append(block.name + u' ' + block.date.toString(Qt::ISODate));
        }
    };
    for (const Manuscript::Part &part : manuscript.parts) {
        for (const Block &block : part.blocks)
            std::visit(Lines{lines}, block);
    }
    return lines;
}

/// The first line in which they differ, for a test's message; empty: none.
inline QString firstDifference(const QStringList &is, const QStringList &shouldBe)
{
    for (qsizetype i = 0; i < std::max(is.size(), shouldBe.size()); ++i) {
        if (is.value(i) != shouldBe.value(i))
            return QStringLiteral("line %1\n  is        %2\n  should be %3")
                .arg(QString::number(i), is.value(i).left(300), shouldBe.value(i).left(300));
    }
    return {};
}

} // namespace nianbao::test
