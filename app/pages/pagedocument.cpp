// SPDX-License-Identifier: MulanPSL-2.0
#include "pagedocument.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kAboveBaseline = 0.88; // em box of a Chinese face
constexpr double kReach = 0.5; // em: how far beside the ink of a line a click still means that line

const Place *sourceOf(const PageDocument &document, int index)
{
    return index >= 0 && index < int(document.sources.size()) ? &document.sources[size_t(index)] : nullptr;
}

bool shows(const PageDocument &document, const Page &page, const Place &place)
{
    const auto fits = [&](int index) {
        const Place *source = sourceOf(document, index);
        return source && place.holds(*source);
    };
    return std::any_of(
               page.runs.begin(), page.runs.end(), [&](const GlyphRun &run) { return fits(run.source); })
        || std::any_of(
            page.fills.begin(), page.fills.end(), [&](const Fill &fill) { return fits(fill.source); });
}

const char *roleName(InkRole role)
{
    switch (role) {
    case InkRole::Title: return "title";
    case InkRole::Heading1: return "heading1";
    case InkRole::Heading2: return "heading2";
    case InkRole::Paragraph: return "paragraph";
    case InkRole::HeadCell: return "head";
    case InkRole::Cell: return "cell";
    case InkRole::TableNote: return "note";
    case InkRole::Signature: return "signature";
    case InkRole::Caption: return "caption";
    case InkRole::ChartText: return "chart";
    case InkRole::PageNumber: return "number";
    case InkRole::LineNumber: return "line";
    case InkRole::MarginNumber: return "margin";
    case InkRole::Digest: return "digest";
    }
    return "";
}

} // namespace

double distanceTo(const PageDocument &document, const GlyphRun &run, QPointF point)
{
    if (run.glyphs.empty() || !document.fonts)
        return -1;
    const Glyph &last = run.glyphs.back();
    const double reach = kReach * run.size;
    const double right = double(last.x) + document.fonts->face(run.face).advance(last.glyph) * run.size;
    const double distance = std::abs(point.y() - (run.baseline + (0.5 - kAboveBaseline) * run.size));
    const bool inside = point.x() >= double(run.glyphs.front().x) - reach && point.x() <= right + reach
        && distance <= 0.5 * run.size + reach;
    return inside ? distance : -1;
}

const Place *sourceAt(const PageDocument &document, int page, QPointF point)
{
    if (page < 0 || page >= int(document.pages.size()))
        return nullptr;
    const Page &sheet = document.pages[size_t(page)];
    for (auto fill = sheet.fills.rbegin(); fill != sheet.fills.rend(); ++fill) {
        if (fill->source >= 0 && fill->rect.contains(point))
            return sourceOf(document, fill->source);
    }
    const Place *nearest = nullptr;
    double least = 0;
    for (const GlyphRun &run : sheet.runs) {
        const double distance = run.source >= 0 ? distanceTo(document, run, point) : -1;
        if (distance >= 0 && (!nearest || distance < least)) {
            nearest = sourceOf(document, run.source);
            least = distance;
        }
    }
    return nearest;
}

int balloonAt(const PageDocument &document, int page, QPointF point)
{
    if (page < 0 || page >= int(document.pages.size()))
        return 0;
    for (const Balloon &balloon : document.pages[size_t(page)].balloons) {
        const QPointF away = point - balloon.centre;
        if (std::hypot(away.x(), away.y()) <= balloon.radius)
            return balloon.number;
    }
    return 0;
}

int pageOf(const PageDocument &document, const Place &place)
{
    for (size_t i = 0; i < document.pages.size(); ++i) {
        if (shows(document, document.pages[i], place))
            return int(i);
    }
    return -1;
}

QList<char32_t> missingCharacters(const PageDocument &document)
{
    QList<char32_t> missing;
    const auto add = [&missing](char32_t character) {
        if (!missing.contains(character))
            missing.append(character);
    };
    for (const Page &page : document.pages) {
        for (const char32_t character : page.missing)
            add(character);
        for (const GlyphRun &run : page.runs) {
            for (const Glyph &glyph : run.glyphs) {
                if (glyph.glyph == 0)
                    add(glyph.character);
            }
        }
    }
    return missing;
}

QString dumpPages(const PageDocument &document)
{
    QString out;
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    for (const Page &page : document.pages) {
        out += QStringLiteral("page %1\n").arg(page.number);
        for (const GlyphRun &run : page.runs) {
            QString text;
            for (const Glyph &glyph : run.glyphs)
                text += QString::fromUcs4(&glyph.character, 1);
            const double x = run.glyphs.empty() ? 0 : double(run.glyphs.front().x);
            out += QStringLiteral("%1 %2 %3 %4 %5\n")
                       .arg(number(x), number(run.baseline), number(run.size),
                           QLatin1String(roleName(run.role)), text);
        }
    }
    return out;
}

} // namespace nianbao
