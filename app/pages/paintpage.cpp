// SPDX-License-Identifier: MulanPSL-2.0
#include "paintpage.h"

#include "glyphoutline.h"
#include "pictures.h"

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

// What was made once is kept for each thread that paints: while one prints, the window paints its own pages.

/// Outlines of one face in em, for as long as its thread runs: a report has some 600 of them.
using Outlines = QHash<quint32, QPainterPath>;

Outlines &outlinesOf(const FontFace &face)
{
    // by file, not by address: a new FontSet may open the same file again
    static thread_local QHash<std::pair<QString, int>, Outlines> all;
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

/// What is painted is shown at another scale later: the preview before printing.
bool isReplayed(const QPainter &painter) { return painter.paintEngine()->type() == QPaintEngine::Picture; }

/// Upright rules lie on whole device pixels, at least one wide: between two pixels they would turn grey, and
/// thinner than one they would vanish from the screen. Where the pixels are not known yet a line of their
/// own width is drawn once more: thinner ones become faint.
void paintRule(QPainter &painter, const Stroke &rule)
{
    const QTransform toDevice = painter.deviceTransform();
    const bool straight = rule.x1 == rule.x2 || rule.y1 == rule.y2;
    const double width = std::max(1.0, std::round(rule.width * std::abs(toDevice.m11())));
    painter.setRenderHint(QPainter::Antialiasing, !straight);
    if (!straight || toDevice.type() > QTransform::TxScale || isReplayed(painter)) {
        const bool thin = rule.width * std::sqrt(std::abs(toDevice.determinant())) < 1;
        painter.setPen(QPen(Qt::black, thin ? 0 : rule.width, Qt::SolidLine, Qt::SquareCap));
        const QLineF line(rule.x1, rule.y1, rule.x2, rule.y2);
        painter.drawLine(line);
        if (isReplayed(painter)) {
            painter.setPen(QPen(Qt::black, 0));
            painter.drawLine(line);
        }
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

/// Small text of a raster device comes from masks that were filled once; larger text and other devices get
/// outlines. Masks know four places within a pixel across and whole pixels down, as screen text does.
constexpr double kLargestMask = 48; // em in pixels
constexpr int kPlaces = 4;
constexpr qsizetype kMostMaskBytes = 24'000'000;

struct Mask {
    QImage image{};
    QPoint offset{}; // of its top left corner from the glyph's origin
};

struct MaskKey {
    QString file{};
    int index = 0;
    int size = 0; // em in 64ths of a pixel
    bool operator==(const MaskKey &) const = default;
    friend size_t qHash(const MaskKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.file, key.index, key.size);
    }
};

using Masks = QHash<quint32, Mask>; // by glyph and place

QHash<MaskKey, Masks> &allMasks()
{
    static thread_local QHash<MaskKey, Masks> all;
    return all;
}

Mask makeMask(const QPainterPath &path, double em, int place)
{
    QTransform toPixels = QTransform::fromTranslate(double(place) / kPlaces, 0);
    toPixels.scale(em, em);
    const QRect box = toPixels.mapRect(path.boundingRect()).toAlignedRect();
    if (box.isEmpty())
        return {};
    Mask mask{QImage(box.size(), QImage::Format_ARGB32_Premultiplied), box.topLeft()};
    mask.image.fill(Qt::transparent);
    QPainter painter(&mask.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(toPixels * QTransform::fromTranslate(-box.left(), -box.top()));
    painter.fillPath(path, Qt::black);
    return mask;
}

void paintMasks(QPainter &painter, const QTransform &toDevice, const FontFace &face, const GlyphRun &run)
{
    static thread_local qsizetype bytes = 0;
    if (bytes > kMostMaskBytes) {
        allMasks().clear();
        bytes = 0;
    }
    const double em = run.size * toDevice.m11();
    Outlines &outlines = outlinesOf(face);
    Masks &masks = allMasks()[{face.file(), face.index(), int(std::lround(em * 64))}];
    for (const Glyph &glyph : run.glyphs) {
        const QPointF at = toDevice.map(QPointF(double(glyph.x), run.baseline));
        const auto places = int(std::lround(at.x() * kPlaces));
        const int place = places & (kPlaces - 1);
        auto known = masks.find(glyph.glyph * kPlaces + unsigned(place));
        if (known == masks.end()) {
            known = masks.insert(glyph.glyph * kPlaces + unsigned(place),
                makeMask(outline(outlines, face, glyph.glyph), em, place));
            bytes += known->image.sizeInBytes() + qsizetype(sizeof(Mask));
        }
        if (!known->image.isNull())
            painter.drawImage(
                QPoint((places - place) / kPlaces, int(std::lround(at.y()))) + known->offset, known->image);
    }
}

void paintOutlines(QPainter &painter, const QTransform &page, const FontFace &face, const GlyphRun &run)
{
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

void paintRuns(QPainter &painter, const FontSet &fonts, const std::vector<GlyphRun> &runs)
{
    const QTransform page = painter.transform();
    const QTransform toDevice = painter.deviceTransform();
    const QTransform pixels = toDevice.inverted() * page; // under it a unit is a pixel of the device
    const bool upright = toDevice.type() <= QTransform::TxScale && toDevice.m11() > 0
        && qFuzzyCompare(toDevice.m11(), toDevice.m22());
    const bool raster = painter.paintEngine()->type() == QPaintEngine::Raster;
    for (const GlyphRun &run : runs) {
        const FontFace &face = fonts.face(run.face);
        if (upright && raster && run.size * toDevice.m11() <= kLargestMask) {
            painter.setTransform(pixels);
            paintMasks(painter, toDevice, face, run);
        } else {
            paintOutlines(painter, page, face, run);
        }
    }
}

void paintShapes(QPainter &painter, const std::vector<Shape> &shapes)
{
    for (const Shape &shape : shapes) {
        if (isVisible(shape.colour))
            painter.fillPath(shape.path, shape.colour);
    }
}

/// Pictures stay decoded while the report is open, as far as memory allows, for all threads once; they are
/// told apart by their bytes, which are shared.
QImage decoded(const Picture &picture)
{
    constexpr qsizetype kMostBytes = 200'000'000;
    static QMutex mutex;
    static QHash<const char *, std::pair<QByteArray, QImage>> known;
    static qsizetype bytes = 0;
    const char *key = picture.bytes.constData();
    {
        const QMutexLocker lock(&mutex);
        if (const auto found = known.constFind(key); found != known.constEnd())
            return found->second;
    }
    const QImage image = decodePicture(picture.bytes); // while others go on painting
    const QMutexLocker lock(&mutex);
    if (bytes > kMostBytes) {
        known.clear();
        bytes = 0;
    }
    if (!known.contains(key)) {
        known.insert(key, {picture.bytes, image});
        bytes += image.sizeInBytes() + picture.bytes.size();
    }
    return image;
}

} // namespace

void paintPage(const PageDocument &document, int page, QPainter &painter, double pixelsPerMm)
{
    if (page < 0 || page >= int(document.pages.size()) || !document.fonts)
        return;
    const Page &sheet = document.pages[size_t(page)];
    painter.save();
    painter.scale(pixelsPerMm, pixelsPerMm);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShapes(painter, sheet.ground);
    painter.setRenderHint(QPainter::Antialiasing, false); // grounds of neighbouring cells meet without a seam
    for (const Fill &fill : sheet.fills) {
        if (isVisible(fill.colour))
            painter.fillRect(fill.rect, fill.colour);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const PlacedPicture &placed : sheet.pictures)
        painter.drawImage(placed.rect, decoded(document.pictures[size_t(placed.picture)]));
    paintShapes(painter, sheet.shapes);
    for (const Stroke &rule : sheet.rules)
        paintRule(painter, rule);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRuns(painter, *document.fonts, sheet.runs);
    painter.restore();
}

} // namespace nianbao
