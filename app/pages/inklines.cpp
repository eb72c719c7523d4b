// SPDX-License-Identifier: MulanPSL-2.0
#include "inklines.h"

#include "textflow.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr double kLineWidth = 0.35; // mm, of what is drawn under or through words

void drawLine(Page &page, const QRectF &box, double y, const QColor &colour)
{
    QPainterPath path;
    path.addRect(QRectF(box.left(), y - kLineWidth / 2, box.width(), kLineWidth));
    page.shapes.push_back({path, colour, -1});
}

} // namespace

std::vector<InkLine> inkLines(
    const PageDocument &document, size_t firstPage, int element, qsizetype from, qsizetype count)
{
    std::vector<InkLine> lines;
    qsizetype at = 0;
    double baseline = -1;
    for (size_t i = firstPage; i < document.pages.size(); ++i) {
        for (const GlyphRun &run : document.pages[i].runs) {
            if (run.element != element)
                continue;
            for (const Glyph &glyph : run.glyphs) {
                if (glyph.character == U' ' || at++ < from || (count >= 0 && at > from + count))
                    continue;
                const double left = double(glyph.x);
                const QRectF box(left, run.baseline - kEmAscent * run.size,
                    document.fonts->face(run.face).advance(glyph.glyph) * run.size, run.size);
                const bool isSame = !lines.empty() && lines.back().page == int(i) && baseline == run.baseline;
                if (isSame)
                    lines.back().box |= box;
                else
                    lines.push_back({int(i), box});
                baseline = run.baseline;
            }
        }
    }
    return lines;
}

namespace {

qsizetype countInk(const GlyphRun &run)
{
    return std::count_if(
        run.glyphs.begin(), run.glyphs.end(), [](const Glyph &glyph) { return glyph.character != U' '; });
}

} // namespace

std::optional<InkSpot> inkAt(const PageDocument &document, int page, QPointF point)
{
    if (page < 0 || page >= int(document.pages.size()))
        return std::nullopt;
    const GlyphRun *found = nullptr;
    double least = 0;
    for (const GlyphRun &run : document.pages[size_t(page)].runs) {
        const bool isSomewhere = run.source >= 0 && run.element >= 0;
        const double distance = isSomewhere ? distanceTo(document, run, point) : -1;
        if (distance >= 0 && (!found || distance < least)) {
            found = &run;
            least = distance;
        }
    }
    if (!found)
        return std::nullopt;
    InkSpot spot{found->element, found->source, 0};
    for (int before = 0; before <= page; ++before) {
        for (const GlyphRun &run : document.pages[size_t(before)].runs) {
            if (&run == found)
                break;
            spot.character += run.element == spot.element ? countInk(run) : 0;
        }
    }
    for (const Glyph &glyph : found->glyphs) {
        const double middle
            = double(glyph.x) + document.fonts->face(found->face).advance(glyph.glyph) * found->size / 2;
        spot.character += glyph.character != U' ' && middle < point.x() ? 1 : 0;
    }
    return spot;
}

void drawGround(Page &page, const QRectF &box, const QColor &colour)
{
    page.fills.push_back({box, colour, -1});
}

void drawUnder(Page &page, const QRectF &box, const QColor &colour)
{
    drawLine(page, box, box.bottom() + kLineWidth, colour);
}

void drawThrough(Page &page, const QRectF &box, const QColor &colour)
{
    drawLine(page, box, box.center().y(), colour);
}

} // namespace nianbao
