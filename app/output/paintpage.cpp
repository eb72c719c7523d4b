// SPDX-License-Identifier: MulanPSL-2.0
#include "paintpage.h"

#include "glyphoutline.h"

#include <QHash>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

/// Outlines of one face in em, for as long as the program runs: a report has some 600 of them.
using Outlines = QHash<quint32, QPainterPath>;

Outlines &outlinesOf(const FontFace &face)
{
    // by file, not by address: a new FontSet may open the same file again
    static QHash<std::pair<QString, int>, Outlines> all;
    return all[{face.file(), face.index()}];
}

const QPainterPath &outline(Outlines &outlines, const FontFace &face, quint32 glyph)
{
    auto known = outlines.find(glyph);
    if (known == outlines.end())
        known = outlines.insert(glyph, glyphOutline(face, glyph));
    return *known;
}

bool isVisible(const QColor &colour) { return colour.isValid() && colour.alpha() > 0; }

/// Upright rules lie on whole device pixels, at least one wide: between two pixels they would turn grey, and
/// thinner than one they would vanish from the screen.
void paintRule(QPainter &painter, const Rule &rule)
{
    const QTransform toDevice = painter.deviceTransform();
    const bool straight = rule.x1 == rule.x2 || rule.y1 == rule.y2;
    const double width = std::max(1.0, std::round(rule.width * std::abs(toDevice.m11())));
    if (!straight || toDevice.type() > QTransform::TxScale) {
        const bool thin = rule.width * std::sqrt(std::abs(toDevice.determinant())) < 1;
        painter.setPen(QPen(Qt::black, thin ? 0 : rule.width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(QPointF(rule.x1, rule.y1), QPointF(rule.x2, rule.y2));
        return;
    }
    const QPointF from = toDevice.map(QPointF(std::min(rule.x1, rule.x2), std::min(rule.y1, rule.y2)));
    const QPointF to = toDevice.map(QPointF(std::max(rule.x1, rule.x2), std::max(rule.y1, rule.y2)));
    const double left = std::round(from.x() - width / 2);
    const double top = std::round(from.y() - width / 2);
    // square ends, so that the rules of a frame meet in its corners
    const QRectF onDevice(QPointF(left, top),
        QPointF(std::max(left + width, std::round(to.x() + width / 2)),
            std::max(top + width, std::round(to.y() + width / 2))));
    painter.fillRect(toDevice.inverted().mapRect(onDevice), Qt::black);
}

void paintRun(QPainter &painter, const QTransform &page, const FontSet &fonts, const GlyphRun &run)
{
    const FontFace &face = fonts.face(run.face);
    Outlines &outlines = outlinesOf(face);
    for (const Glyph &glyph : run.glyphs) {
        const QPainterPath &path = outline(outlines, face, glyph.glyph);
        if (path.isEmpty())
            continue;
        QTransform place = page;
        place.translate(double(glyph.x), run.baseline);
        place.scale(run.size, run.size);
        painter.setTransform(place);
        painter.fillPath(path, Qt::black);
    }
}

} // namespace

void paintPage(const PageDocument &document, int page, QPainter &painter, double pixelsPerMm)
{
    if (page < 0 || page >= int(document.pages.size()) || !document.fonts)
        return;
    const Page &sheet = document.pages[size_t(page)];
    painter.save();
    painter.scale(pixelsPerMm, pixelsPerMm);
    painter.setRenderHint(QPainter::Antialiasing, false); // grounds of neighbouring cells meet without a seam
    for (const Fill &fill : sheet.fills) {
        if (isVisible(fill.colour))
            painter.fillRect(fill.rect, fill.colour);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Shape &shape : sheet.shapes) {
        if (isVisible(shape.colour))
            painter.fillPath(shape.path, shape.colour);
    }
    for (const Rule &rule : sheet.rules)
        paintRule(painter, rule);
    const QTransform toPage = painter.transform();
    for (const GlyphRun &run : sheet.runs)
        paintRun(painter, toPage, *document.fonts, run);
    painter.restore();
}

} // namespace nianbao
