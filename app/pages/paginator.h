// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "paginate.h"
#include "partlayout.h"
#include "textflow.h"

namespace nianbao {

/// Something that stands on the line grid: a heading, a paragraph, or an illustration with its caption.
struct TextBlock {
    std::vector<TextLine> lines{};
    const IllustrationBlock *illustration = nullptr;
    int illustrationLines = 0; // whole lines it takes, caption included; it is never parted
    InkRole role = InkRole::Paragraph;
    double size = 0;
    int source = -1;
    int element = -1;
    int bookmark = 0; // level; 0: none
    QString bookmarkText{};
    bool keepWithNext = false;

    int count() const { return illustration ? illustrationLines : int(lines.size()); }
};

/// Lays out a report on the line grid of GB/T 9704, block by block, top to bottom. Used once: see paginate().
class Paginator final : private PartLayout {
public:
    Paginator(PageDocument &document, const PageStyle &style, const PageOptions &options);
    void place(const Manuscript::Part &part, const QList<MarginMark> &marks);

private:
    // the grid
    void newPage() override;
    int room() const { return m_style.linesPerPage - m_slot; }
    double slotTop(int slot) const { return m_style.slotTop(slot); }
    double baselineIn(int slot, double size) const
    {
        return slotTop(slot) + (m_style.linePitch() - size) / 2 + kEmAscent * size;
    }
    TextStyle bodyStyle(FontRole role) const;

    // headings, paragraphs and illustrations wait, so that what belongs together stands together
    void take(const TitleBlock &title);
    void take(const HeadingBlock &heading);
    void take(const ParagraphBlock &paragraph);
    void take(const IllustrationBlock &illustration);
    void take(const TableBlock &table);
    void take(const Signature &signature);
    void placeWaiting(int linesAfter);
    void placeAllButHeadings();
    int linesKeptAfter(size_t index, int linesAfter) const;
    int linesThatFit(const TextBlock &block, int done, int needed) const;
    void placeLines(TextBlock &block, int from, int to);
    double heightOf(const IllustrationBlock &illustration) const; // mm, caption not included
    void placeIllustration(TextBlock &block);
    void placeBrokenPicture(const QRectF &rect, const QString &name, const InkOwner &owner);
    std::vector<TextLine> noteLines(const TableBlock &table) const;
    double placeNotes(const TableBlock &table, double y);

    // page furniture: pagefurniture.cpp
    void placeCover(const TitleBlock &title);
    void placeTitle(const TitleBlock &title);
    void placeSignature(const Signature &signature);
    int signatureLines(const Signature &signature)
        const; // that must stand together, the empty ones above and the seal's included
    void placePageNumber(Page &page);
    void placeDigest(Page &page);
    void placeLineNumbers(Page &page);
    void placeDraftMark(Page &page, const QString &mark) const;

    const PageOptions &m_options;
    std::vector<TextBlock> m_waiting{};
    int m_slot = 0; // next free line of the page, 0 to linesPerPage
};

} // namespace nianbao
