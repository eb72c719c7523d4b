// SPDX-License-Identifier: MulanPSL-2.0
#include "pageflow.h"

#include "pagenumbers.h"
#include "radicals.h"
#include "ruledgrids.h"
#include "textlines.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace nianbao {

namespace {

constexpr Sentence kRepeatedLeft{"Left out, for it stands on every page: %1", "每页都有的内容没有读入：%1"};
constexpr Sentence kGuessedTable{
    "A table without lines was put together by where its figures stand; each of them "
    "needs a look.",
    "有一张没有框线的表，是按数字所在的位置拼出来的，请逐格核对。"};
constexpr Sentence kTooCrowded{"Page %1 has more lines or words than any table of a report; tables on it "
                               "were read as mere text. Compare "
                               "them with the file.",
    "第%1页的线条或者文字过多，其中的表格只当作文字读入，请与原文件核对。"};
constexpr Sentence kPicturesLeft{
    "Pictures of a PDF are not read. There are some on page %1.", "PDF 中的图片没有读入，第%1页有图片。"};

QString withoutBlanks(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

/// Puts the pages together, from the first to the last.
class PageFlow {
public:
    PageFlow(const PdfFacts &facts, const Poppler::Pages &pages) : m_facts(facts)
    {
        QList<QList<PageWord>> words = wordsOfPages(pages.words);
        for (qsizetype page = 0; page < words.size(); ++page) {
            addGrids(pages.drawings.value(page), words[page]);
            m_lines.append(linesOfPage(int(page), words.at(page)));
        }
        tellOf(kTooCrowded, m_crowded);
        tellOf(kPicturesLeft, m_withPictures);
        dropFurniture();
        m_measure = TextMeasure::of(m_lines, widthOfPages(pages.words));
    }

    ForeignDocument document()
    {
        m_document.kind = QStringLiteral("pdf");
        m_document.title = withoutRadicals(m_facts.title);
        for (qsizetype page = 0; page < m_lines.size(); ++page) {
            m_isAfterPageEnd = true;
            addPage(page);
        }
        endParagraph();
        endRows();
        endGrid();
        markTitle();
        return std::move(m_document);
    }

private:
    void addGrids(const QByteArray &drawing, QList<PageWord> &words)
    {
        const auto page = m_grids.size() + 1;
        const auto rulings = drawing.isNull() ? std::nullopt : rulingsOf(drawing);
        const auto grids = rulings ? gridsOfPage(*rulings, words) : std::nullopt;
        m_grids.append(grids.value_or(QList<PageGrid>()));
        if (!grids)
            m_crowded.append(QString::number(page));
        if (hasPicture(drawing))
            m_withPictures.append(QString::number(page));
    }

    void tellOf(const Sentence &sentence, const QStringList &pages)
    {
        if (!pages.isEmpty())
            m_document.notices.append(Phrase(sentence, pages.join(u'、')));
    }

    /// Numbers of pages, and headers and footers: lines at the edge that are the same on most pages.
    void dropFurniture()
    {
        QHash<QString, int> atEdge;
        for (QList<TextLineOfPage> &lines : m_lines) {
            if (!lines.isEmpty() && isPageNumber(withoutBlanks(lines.last().text)))
                lines.removeLast();
            if (!lines.isEmpty() && isPageNumber(withoutBlanks(lines.first().text)))
                lines.removeFirst();
            if (lines.size() < 2)
                continue;
            ++atEdge[lines.first().text];
            ++atEdge[lines.last().text];
        }
        QStringList dropped;
        const auto isEverywhere = [&](const QString &text) {
            return atEdge.value(text) >= 3 && atEdge.value(text) * 2 > m_lines.size();
        };
        for (QList<TextLineOfPage> &lines : m_lines) {
            for (const bool isFirst : {true, false}) {
                if (lines.isEmpty() || !isEverywhere((isFirst ? lines.first() : lines.last()).text))
                    continue;
                const TextLineOfPage line = isFirst ? lines.takeFirst() : lines.takeLast();
                if (!dropped.contains(line.text))
                    dropped.append(line.text);
            }
        }
        if (!dropped.isEmpty())
            m_document.notices.append(Phrase(kRepeatedLeft, dropped.join(u'；')));
    }

    void addPage(qsizetype page)
    {
        qsizetype next = 0;
        const QList<PageGrid> &grids = m_grids.at(page);
        for (const TextLineOfPage &line : m_lines.at(page)) {
            while (next < grids.size() && grids.at(next).ys.first() < line.centre())
                addGrid(grids.at(next++));
            addLine(line);
        }
        while (next < grids.size())
            addGrid(grids.at(next++));
    }

    void addGrid(const PageGrid &grid)
    {
        endParagraph();
        endRows();
        // nothing stood between them but the page's end
        const bool isRest = m_grid && std::exchange(m_isAfterPageEnd, false);
        if (isRest && continueGrid(*m_grid, grid))
            return;
        endGrid();
        m_grid = grid;
        m_grid->grid.continuesLast = isRest;
    }

    void addLine(const TextLineOfPage &line)
    {
        endGrid();
        if (looksLikeRow(line)) {
            endParagraph();
            m_rows.append(line);
            return;
        }
        endRows();
        if (m_last && m_measure.beginsParagraph(*m_last, line))
            endParagraph();
        m_paragraph += joinOfLines(m_paragraph, line.text) + line.text;
        m_heights.append(line.height);
        m_last = line;
    }

    void endParagraph()
    {
        const QString text = std::exchange(m_paragraph, {}).trimmed();
        m_last.reset();
        if (!text.isEmpty()) {
            m_document.blocks.append(ForeignParagraph{text});
            m_blockHeights.insert(m_document.blocks.size() - 1, m_heights.first());
        }
        m_heights.clear();
    }

    /// Fewer than three lines with figures side by side are a text that happens to look so.
    void endRows()
    {
        constexpr qsizetype kFewest = 3;
        const QList<TextLineOfPage> rows = std::exchange(m_rows, {});
        if (rows.size() >= kFewest) {
            const Phrase notice(kGuessedTable);
            if (!m_document.notices.contains(notice))
                m_document.notices.append(notice);
            m_document.blocks.append(guessedGrid(rows));
            return;
        }
        for (const TextLineOfPage &row : rows) {
            if (m_last && m_measure.beginsParagraph(*m_last, row))
                endParagraph();
            m_paragraph += joinOfLines(m_paragraph, row.text) + row.text;
            m_heights.append(row.height);
            m_last = row;
        }
    }

    void endGrid()
    {
        if (!m_grid)
            return;
        if (m_grid->isFrame() && !m_grid->grid.continuesLast) {
            for (const ForeignCell &cell : m_grid->grid.cells) {
                if (!cell.text.isEmpty())
                    m_document.blocks.append(ForeignParagraph{cell.text});
            }
        } else {
            m_document.blocks.append(m_grid->grid);
        }
        m_grid.reset();
    }

    /// The first paragraphs that together are the title of the properties, or the first one if it is set
    /// larger.
    void markTitle()
    {
        constexpr double kLarger = 1.15;
        const QString title = withoutBlanks(m_document.title);
        QString start;
        for (qsizetype i = 0; i < std::min<qsizetype>(5, m_document.blocks.size()); ++i) {
            const auto *const paragraph = std::get_if<ForeignParagraph>(&m_document.blocks.at(i));
            if (!paragraph)
                break;
            start += withoutBlanks(paragraph->text);
            const bool isLarge = m_blockHeights.value(i) > kLarger * m_measure.height;
            const bool nextIsLarge = std::abs(m_blockHeights.value(i + 1) - m_blockHeights.value(i)) < 1;
            const bool isTitle = !title.isEmpty() && start == title;
            if (!isTitle && (!isLarge || nextIsLarge)) {
                if (!isLarge && !title.startsWith(start))
                    break;
                continue;
            }
            ForeignParagraph whole = std::get<ForeignParagraph>(m_document.blocks.at(0));
            for (qsizetype k = 1; k <= i; ++k) {
                const QString &more = std::get<ForeignParagraph>(m_document.blocks.at(k)).text;
                whole.text += joinOfLines(whole.text, more) + more;
            }
            if (isTitle)
                whole.text = m_document.title;
            whole.isTitle = true;
            m_document.blocks.remove(0, i + 1);
            m_document.blocks.prepend(whole);
            return;
        }
    }

    const PdfFacts &m_facts;
    QList<QList<PageGrid>> m_grids{};
    QList<QList<TextLineOfPage>> m_lines{};
    QStringList m_crowded{}, m_withPictures{}; // pages
    TextMeasure m_measure{};
    ForeignDocument m_document{};
    std::optional<PageGrid> m_grid{}; // the last one; nothing was read since
    bool m_isAfterPageEnd = true; // no table of the page was read yet
    QList<TextLineOfPage> m_rows{};
    QString m_paragraph{};
    QList<double> m_heights{}; // of its lines
    std::optional<TextLineOfPage> m_last{}; // of the open paragraph
    QHash<qsizetype, double> m_blockHeights{}; // of paragraphs: of their first line
};

} // namespace

ForeignDocument readPages(const PdfFacts &facts, const Poppler::Pages &pages)
{
    return PageFlow(facts, pages).document();
}

} // namespace nianbao
