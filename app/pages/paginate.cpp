// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"

#include "chart.h"
#include "marginmarks.h"
#include "officepaper.h"
#include "paginator.h"
#include "pictures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nianbao {

namespace {

constexpr double kNotePitch = 1.35; // of a table note's size
constexpr int kIndentCells = 2; // 7.3.3
constexpr double kIllustrationAir = 1.5; // mm above and under a picture or chart
constexpr double kCaptionSize = 12 * kMmPerPoint; // 小四

} // namespace

Paginator::Paginator(PageDocument &document, const PageStyle &style, const PageOptions &options)
    : PartLayout(document, style, style.slotTop(0)), m_options(options)
{ }

void Paginator::place(const Manuscript::Part &part, const QList<MarginMark> &marks)
{
    for (const Block &block : part.blocks)
        std::visit([this](const auto &each) { take(each); }, block);
    placeWaiting(0);
    for (size_t i = m_first; i < m_document.pages.size(); ++i) {
        Page &each = m_document.pages[i];
        if (each.number > 0 && m_options.lineNumbers)
            placeLineNumbers(each);
        if (each.number > 0)
            placePageNumber(each);
        if (each.number > 0 && !m_options.digest.isEmpty())
            placeDigest(each);
        placeDraftMark(each, m_options.draftMark);
    }
    placeMarginMarks({m_document, m_style, m_first, m_elements}, marks);
}

void Paginator::newPage()
{
    PartLayout::newPage();
    m_slot = 0;
}

TextStyle Paginator::bodyStyle(FontRole role) const
{
    return {role, m_style.bodySize, m_style.cell(), m_style.typeWidth, kIndentCells * m_style.cell(), true};
}

void Paginator::take(const TitleBlock &title)
{
    if (m_options.cover)
        placeCover(title);
    newPage();
    placeTitle(title);
}

void Paginator::take(const HeadingBlock &heading)
{
    const bool isSection = heading.level == 1;
    if (isSection)
        placeAllButHeadings();
    TextBlock block;
    block.lines
        = breakLines(m_fonts, heading.text, bodyStyle(isSection ? FontRole::Heading1 : FontRole::Heading2));
    block.role = isSection ? InkRole::Heading1 : InkRole::Heading2;
    block.size = m_style.bodySize;
    block.source = sourceIndex(heading.place);
    block.element
        = addElement(isSection ? Element::Kind::Heading1 : Element::Kind::Heading2, -1, heading.place);
    block.bookmark = heading.level;
    block.bookmarkText = heading.text;
    block.keepWithNext = true;
    m_waiting.push_back(std::move(block));
}

void Paginator::take(const ParagraphBlock &paragraph)
{
    TextBlock block;
    block.lines = breakLines(m_fonts, paragraph.text, bodyStyle(FontRole::Body));
    block.size = m_style.bodySize;
    block.source = sourceIndex(paragraph.place);
    block.element = addElement(Element::Kind::Paragraph, -1, paragraph.place);
    m_waiting.push_back(std::move(block));
}

void Paginator::take(const IllustrationBlock &illustration)
{
    TextBlock block;
    block.illustration = &illustration;
    block.role = InkRole::ChartText;
    block.source = sourceIndex(illustration.text);
    block.element = addElement(Element::Kind::Figure);
    const double lines = (heightOf(illustration) + 2 * kIllustrationAir) / m_style.linePitch();
    block.illustrationLines = std::min(int(std::ceil(lines - 1e-6)) + 1, m_style.linesPerPage);
    m_waiting.push_back(std::move(block));
}

void Paginator::take(const Signature &signature)
{
    if (!m_options.signature)
        return;
    placeWaiting(signatureLines(signature));
    placeSignature(signature);
}

/// Lines that must follow a block on its page: a heading takes the next heading and two lines of text with
/// it.
int Paginator::linesKeptAfter(size_t index, int linesAfter) const
{
    int lines = 0;
    while (m_waiting[index].keepWithNext) {
        if (++index == m_waiting.size())
            return lines + linesAfter;
        const int count = m_waiting[index].count();
        const bool isLast = index + 1 == m_waiting.size();
        // three lines cannot be parted without leaving one alone
        const bool isWhole = count <= 3 || m_waiting[index].illustration;
        if (m_waiting[index].keepWithNext)
            lines += count;
        else
            lines += isWhole ? count + (isLast ? linesAfter : 0) : 2;
    }
    return lines;
}

/// How many lines of a paragraph this page takes, so that none stands alone at its foot or at the next one's
/// head.
int Paginator::linesThatFit(const TextBlock &block, int done, int needed) const
{
    const int count = block.count() - done;
    if (count + needed <= room())
        return count;
    if (block.keepWithNext || block.illustration)
        return 0;
    int fits = std::min(count, room());
    if (count - fits == 1)
        --fits;
    if (fits == count && needed > 0) // what follows must not stand alone: two lines go along
        fits = count - 2;
    return fits < 2 ? 0 : fits;
}

void Paginator::placeLines(TextBlock &block, int from, int to)
{
    if (block.illustration) {
        placeIllustration(block);
        return;
    }
    if (from == 0 && block.bookmark > 0)
        m_document.bookmarks.push_back({block.bookmarkText, block.bookmark, pageIndex(), slotTop(m_slot)});
    for (int i = from; i < to; ++i)
        appendRuns(page(), block.lines[size_t(i)], m_style.left, baselineIn(m_slot++, block.size), block.size,
            {block.role, block.source, block.element});
}

/// Places what waits. linesAfter: lines that must stand on the page of the last block (a table's head, a
/// signature).
void Paginator::placeWaiting(int linesAfter)
{
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        TextBlock &block = m_waiting[i];
        const bool isLast = i + 1 == m_waiting.size();
        const int needed = block.keepWithNext ? linesKeptAfter(i, linesAfter) : isLast ? linesAfter : 0;
        for (int done = 0; done < block.count();) {
            int fits = linesThatFit(block, done, needed);
            if (fits == 0 && m_slot == 0)
                fits = std::min(block.count() - done, room()); // a whole page is all there is
            if (fits > 0)
                placeLines(block, done, done + fits);
            done += fits;
            if (done < block.count())
                newPage();
        }
    }
    m_waiting.clear();
}

double Paginator::heightOf(const IllustrationBlock &illustration) const
{
    if (illustration.chart)
        return chartHeight(*illustration.chart);
    const double most = (m_style.linesPerPage - 1) * m_style.linePitch() - 2 * kIllustrationAir;
    return pictureSize(illustration.picture, m_style.typeWidth, most).height();
}

/// The picture or chart in the middle of its lines, its caption on the last one. A click anywhere finds it.
void Paginator::placeIllustration(TextBlock &block)
{
    const IllustrationBlock &illustration = *block.illustration;
    const double pitch = m_style.linePitch();
    const int own = block.illustrationLines - 1;
    const double height = std::min(heightOf(illustration), own * pitch - 2 * kIllustrationAir);
    const double top = slotTop(m_slot) + (own * pitch - height) / 2;
    const QSizeF size = illustration.chart ? QSizeF(m_style.typeWidth, height)
                                           : pictureSize(illustration.picture, m_style.typeWidth, height);
    const QRectF rect(QPointF(m_style.left + (m_style.typeWidth - size.width()) / 2, top), size);
    const InkOwner owner{InkRole::ChartText, block.source, block.element};
    Element &element = m_document.elements[size_t(block.element)];
    element.alternative = illustration.alternative;
    element.box = rect;
    if (illustration.chart) {
        drawChart(*illustration.chart, page(), m_fonts, rect, owner);
    } else if (!pictureState(illustration.picture, illustration.name)) {
        placeBrokenPicture(rect, illustration.name, owner);
    } else {
        m_document.pictures.push_back({illustration.picture, illustration.name});
        page().pictures.push_back({rect, int(m_document.pictures.size()) - 1, block.element});
    }
    page().fills.push_back({rect, QColor(0, 0, 0, 0), block.source});
    placeLabel(page(), m_fonts, illustration.caption,
        {FontRole::Heading2, kCaptionSize, Label::Align::Centre, m_style.typeWidth},
        {m_style.left + m_style.typeWidth / 2, baselineIn(m_slot + own, kCaptionSize)},
        {InkRole::Caption, block.source,
            addElement(Element::Kind::Caption, block.element, illustration.place)});
    m_slot += block.illustrationLines;
}

/// A box that says in words what should stand there.
void Paginator::placeBrokenPicture(const QRectF &rect, const QString &name, const InkOwner &owner)
{
    m_document.brokenPictures.append(name);
    const double left = rect.left(), right = rect.right(), top = rect.top(), bottom = rect.bottom();
    const double width = m_style.ruleWidth;
    for (const Stroke &edge :
        {Stroke{left, top, right, top, width}, Stroke{left, bottom, right, bottom, width},
            Stroke{left, top, left, bottom, width}, Stroke{right, top, right, bottom, width}})
        page().rules.push_back(edge);
    placeLabel(page(), m_fonts, QStringLiteral("（图片“%1”缺失或无法显示）").arg(name),
        {FontRole::Table, m_style.tableSize, Label::Align::Centre, rect.width()},
        {rect.center().x(), rect.center().y() + (kEmAscent - 0.5) * m_style.tableSize}, owner);
}

/// Headings without text of their own wait for what follows them.
void Paginator::placeAllButHeadings()
{
    auto first = m_waiting.end();
    while (first != m_waiting.begin() && std::prev(first)->keepWithNext)
        --first;
    std::vector<TextBlock> headings(std::make_move_iterator(first), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(first, m_waiting.end());
    placeWaiting(0);
    m_waiting = std::move(headings);
}

void Paginator::take(const TableBlock &table)
{
    const double pitch = m_style.linePitch();
    int headingLines = 0;
    for (const TextBlock &heading : m_waiting)
        headingLines += heading.count();
    const double notes = double(noteLines(table).size()) * m_style.tableSmallSize * kNotePitch;
    const double whole = (m_style.linesPerPage - headingLines) * pitch - notes;
    // the largest text size with which the table stands on one page; else the smallest, and it is broken
    double size = m_style.tableSize;
    constexpr double kStep = 0.25 * kMmPerPoint;
    TableFlow flow(table, m_style, m_fonts, size);
    while (flow.height() > whole && size - kStep >= m_style.tableSmallSize - 1e-6) {
        size -= kStep;
        flow = TableFlow(table, m_style, m_fonts, size);
    }
    const double left = (room() - headingLines) * pitch;
    const bool fitsAPage = flow.height() <= whole;
    const int linesAfter = fitsAPage ? int(std::ceil((flow.height() + notes) / pitch - 1e-6))
                                     : int(std::ceil(flow.heightOf(flow.partFor(0, whole)) / pitch));
    const int least
        = fitsAPage || left < whole / 2 ? linesAfter : 2; // a long table begins where there is room
    placeWaiting(least);
    const double y = placeNotes(table, placeTableRows(table, flow, slotTop(m_slot)));
    m_slot = std::min(m_style.linesPerPage, int(std::ceil((y - slotTop(0)) / pitch - 1e-6)));
}

std::vector<TextLine> Paginator::noteLines(const TableBlock &table) const
{
    const double size = m_style.tableSmallSize;
    const TextStyle style{FontRole::Table, size, size, m_style.typeWidth, 0, true};
    std::vector<TextLine> lines;
    for (const QString &paragraph : table.notes) {
        for (TextLine &line : breakLines(m_fonts, paragraph, style))
            lines.push_back(std::move(line));
    }
    return lines;
}

/// The notes under a table that ends at y; returns where they end.
double Paginator::placeNotes(const TableBlock &table, double y)
{
    const auto lines = noteLines(table);
    if (lines.empty())
        return y;
    const double size = m_style.tableSmallSize;
    const InkOwner owner{InkRole::TableNote, sourceIndex(table.notesPlace),
        addElement(Element::Kind::Paragraph, -1, table.notesPlace)};
    for (const TextLine &line : lines) {
        if (y + size * kNotePitch > bottom() + 1e-6) {
            newPage();
            y = m_top;
        }
        appendRuns(
            page(), line, m_style.left, y + size * (kNotePitch - 1) / 2 + kEmAscent * size, size, owner);
        y += size * kNotePitch;
    }
    return y;
}

PageDocument paginate(const Manuscript &manuscript, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts, const PageOptions &options)
{
    PageDocument document;
    document.width = style.paperWidth;
    document.height = style.paperHeight;
    document.title = manuscript.title;
    document.fonts = std::move(fonts);
    PageStyle asked = style;
    asked.fillsArea = asked.fillsArea || options.fillsArea;
    PageOptions draft = options;
    draft.draftMark = QStringLiteral("草稿");
    draft.lineNumbers = true;
    draft.cover = false;
    draft.digest.clear();
    QList<MarginMark> marks = manuscript.marks; // of the first part that is the report
    for (const Manuscript::Part &part : manuscript.parts) {
        switch (part.kind) {
        case Manuscript::Part::Kind::Published:
            Paginator(document, asked, options).place(part, std::exchange(marks, {}));
            break;
        case Manuscript::Part::Kind::Draft:
            Paginator(document, asked, draft).place(part, std::exchange(marks, {}));
            break;
        case Manuscript::Part::Kind::OfficePaper: OfficePaper(document, asked).place(part); break;
        }
    }
    return document;
}

} // namespace nianbao
