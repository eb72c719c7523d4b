// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "paginate.h"
#include "tableflow.h"
#include "textflow.h"

namespace nianbao {

/// Something that stands on the line grid: a heading, a paragraph, or a figure with its caption.
struct TextBlock {
    std::vector<TextLine> lines{};
    int figureLines = 0; // of a figure: whole lines it takes, caption included; it is never parted
    int figure = -1; // index into Report::figures
    InkRole role = InkRole::Paragraph;
    double size = 0;
    int source = -1;
    int element = -1;
    int bookmark = 0; // level; 0: none
    QString bookmarkText{};
    bool keepWithNext = false;

    int count() const { return figure < 0 ? int(lines.size()) : figureLines; }
};

/// Places a report's parts on pages, top to bottom. Used once, inside output: see paginate().
class Paginator {
public:
    Paginator(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
        const PageOptions &options);
    PageDocument run();

private:
    // the grid
    void newPage();
    Page &page() { return m_document.pages.back(); }
    int room() const { return m_style.linesPerPage - m_slot; }
    double slotTop(int slot) const { return m_style.slotTop(slot); }
    double baselineIn(int slot, double size) const
    {
        return slotTop(slot) + (m_style.linePitch() - size) / 2 + kEmAscent * size;
    }
    double bottom() const { return m_style.top + m_style.typeHeight; }
    int sourceIndex(const Source &source);
    int addElement(Element::Kind kind, int parent = -1);
    TextStyle bodyStyle(FontRole role) const;

    // what waits to be placed: headings, paragraphs and figures in order
    void addHeading(const QString &text, FontRole role, InkRole ink, const QString &section, int level);
    void addText(const QString &text, const QString &section);
    void addFigures(const QString &section, int afterParagraph, bool andLater);
    void placeWaiting(int linesAfter);
    void placeAllButHeadings();
    int linesKeptAfter(size_t index, int linesAfter) const;
    int linesThatFit(const TextBlock &block, int done, int needed) const;
    void placeLines(TextBlock &block, int from, int to);
    double figureHeight(const Illustration &figure) const; // mm, caption not included
    void placeFigure(TextBlock &block);
    void placeBrokenPicture(const QRectF &rect, const Illustration &figure, const InkOwner &owner);

    void placeSection(const SectionSpec &section);
    void placeTable(const SectionSpec &section);
    TableFlow::Owners ownersIn(const TableSpec &table);
    std::vector<TextLine> tableNote(const TableSpec &table) const;
    void placeTableNote(const TableSpec &table, double &y);
    void placeEnd();

    // page furniture: pagefurniture.cpp
    void placeCover();
    void placeTitle();
    QStringList titleLines() const;
    QStringList signatureNames() const;
    void placeSignature();
    int signatureLines() const; // that must stand together, the empty ones above and the seal's included
    void placePageNumber(Page &page);
    void placeLineNumbers(Page &page);
    void placeDraftMark(Page &page, const QString &mark) const;

    const Report &m_report;
    const PageStyle m_style;
    const FontSet &m_fonts;
    const PageOptions &m_options;
    PageDocument m_document;
    std::vector<TextBlock> m_waiting;
    int m_slot = 0; // next free line of the page, 0 to linesPerPage
    int m_figuresPlaced = 0; // 图1, 图2 …
};

} // namespace nianbao
