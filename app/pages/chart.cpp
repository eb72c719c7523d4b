// SPDX-License-Identifier: MulanPSL-2.0
#include "chart.h"

#include "pagestyle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kTextSize = 9 * kMmPerPoint; // 小五
constexpr double kLine = kTextSize * 1.3;
constexpr double kStroke = 0.2;
constexpr double kBarPitch = 7; // mm from one horizontal bar to the next

enum class Pattern { Solid, Rising, Pale, Crossed, Falling, White, Level };
constexpr std::array kPatterns{Pattern::Solid, Pattern::Rising, Pattern::Pale, Pattern::Crossed,
    Pattern::Falling, Pattern::White, Pattern::Level};
const QColor kDark(0x2B, 0x63, 0xA6);
const QColor kPale(0xBF, 0xD6, 0xEE);

QPainterPath frame(const QRectF &rect)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRect(rect);
    const double inset = std::min({kStroke, rect.width() / 2, rect.height() / 2});
    path.addRect(rect.adjusted(inset, inset, -inset, -inset));
    return path;
}

void addStroke(QPainterPath &path, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (length <= 0)
        return;
    const QPointF side(-along.y() / length * kStroke / 2, along.x() / length * kStroke / 2);
    path.moveTo(from + side);
    path.lineTo(to + side);
    path.lineTo(to - side);
    path.lineTo(from - side);
    path.closeSubpath();
}

/// Strokes at 45 degrees (rising or falling) or level, cut off at the edges of the rect.
void addHatch(QPainterPath &path, const QRectF &rect, Pattern pattern)
{
    constexpr double kStep = 1.6; // mm
    if (pattern == Pattern::Level) {
        for (double y = rect.bottom() - kStep / 2; y > rect.top(); y -= kStep / 2)
            addStroke(path, {rect.left(), y}, {rect.right(), y});
        return;
    }
    const double height = rect.height();
    for (double x = rect.left() - height + kStep / 2; x < rect.right(); x += kStep) {
        const double from = std::clamp((rect.left() - x) / height, 0.0, 1.0);
        const double to = std::clamp((rect.right() - x) / height, 0.0, 1.0);
        const auto at = [&](double part) {
            const double up
                = pattern == Pattern::Rising ? rect.bottom() - part * height : rect.top() + part * height;
            return QPointF(x + part * height, up);
        };
        addStroke(path, at(from), at(to));
    }
}

QString percentOf(qint64 part, qint64 whole)
{
    return QString::number(double(part) * 100 / double(whole), 'f', 1) + u'%';
}

/// Where a chart's ink goes.
struct Ink {
    Page &page;
    const FontSet &fonts;
    QRectF area;
    InkOwner owner;

    void bar(const QRectF &rect, Pattern pattern)
    {
        if (rect.width() <= 0 || rect.height() <= 0)
            return;
        QPainterPath ground;
        ground.addRect(rect);
        const QColor colour = pattern == Pattern::Solid ? kDark
            : pattern == Pattern::Pale                  ? kPale
                                                        : QColor(Qt::white);
        page.shapes.push_back({ground, colour, owner.element});
        QPainterPath lines;
        lines.setFillRule(Qt::WindingFill);
        if (pattern == Pattern::Crossed) {
            addHatch(lines, rect, Pattern::Rising);
            addHatch(lines, rect, Pattern::Falling);
        } else if (pattern == Pattern::Rising || pattern == Pattern::Falling || pattern == Pattern::Level) {
            addHatch(lines, rect, pattern);
        }
        if (!lines.isEmpty())
            page.shapes.push_back({lines, kDark, owner.element});
        page.shapes.push_back({frame(rect), Qt::black, owner.element});
    }

    void axis(QPointF from, QPointF to)
    {
        QPainterPath line;
        addStroke(line, from, to);
        page.shapes.push_back({line, Qt::black, owner.element});
    }

    /// top: of the text's line
    void text(const QString &words, double x, double top, Label::Align align, double most = 0)
    {
        placeLabel(page, fonts, words, {FontRole::Table, kTextSize, align, most},
            {x, top + (kLine - kTextSize) / 2 + kEmAscent * kTextSize}, owner);
    }

    double widthOf(const QString &words) const
    {
        return textWidth(fonts, words, {FontRole::Table, kTextSize, kTextSize, area.width(), 0, false});
    }
};

/// Upright bars, one or two a label; the value above, the label below.
void drawColumns(Ink &ink, const ChartFigures &chart)
{
    const bool paired = chart.form == ChartFigures::Form::Pairs;
    const QRectF &area = ink.area;
    const double place = area.width() / double(chart.values.size());
    const double floor = area.bottom() - 2 * kLine - 0.6;
    const double ceiling = area.top() + 2.4 * kLine;
    const double width = std::min(place * (paired ? 0.3 : 0.5), 16.0);
    const double most = double(chart.greatest());
    const auto column = [&](qint64 count, double x, Pattern pattern) {
        const double height = double(count) / most * (floor - ceiling);
        ink.bar({x, floor - height, width, height}, pattern);
        ink.text(QString::number(count), x + width / 2, floor - height - kLine, Label::Align::Centre,
            paired ? width + place * 0.12 : place * 0.95);
    };
    double middle = area.left() + place / 2;
    for (const ChartFigures::Value &value : chart.values) {
        if (paired) {
            column(value.before, middle - width - 0.4, Pattern::Rising);
            column(value.count, middle + 0.4, Pattern::Solid);
        } else {
            column(value.count, middle - width / 2, Pattern::Solid);
        }
        // a long label on two lines, parted in its middle
        const double room = place * 0.94;
        if (ink.widthOf(value.label) > room && value.label.size() > 3) {
            const auto half = (value.label.size() + 1) / 2;
            ink.text(value.label.left(half), middle, floor + 0.6, Label::Align::Centre, room);
            ink.text(value.label.mid(half), middle, floor + 0.6 + kLine, Label::Align::Centre, room);
        } else {
            ink.text(value.label, middle, floor + 0.6, Label::Align::Centre, room);
        }
        middle += place;
    }
    ink.axis({area.left(), floor}, {area.right(), floor});
    const QString unit = QStringLiteral("单位：%1").arg(chart.unit);
    ink.text(unit, area.left(), area.top(), Label::Align::Left);
    if (!paired)
        return;
    double x = area.right();
    for (const auto &[year, pattern] :
        {std::pair(chart.year, Pattern::Solid), std::pair(chart.year - 1, Pattern::Rising)}) {
        const QString words = QStringLiteral("%1年").arg(year);
        ink.text(words, x, area.top(), Label::Align::Right);
        x -= ink.widthOf(words) + 6;
        ink.bar({x, area.top() + 0.8, 5, kTextSize - 0.6}, pattern);
        x -= 4;
    }
}

/// Lying bars: label, bar, value.
void drawBars(Ink &ink, const ChartFigures &chart)
{
    const QRectF &area = ink.area;
    double widest = 0;
    for (const ChartFigures::Value &value : chart.values)
        widest = std::max(widest, ink.widthOf(value.label));
    const double labels = std::min(widest, area.width() * 0.35);
    const double left = area.left() + labels + 2;
    const double values = ink.widthOf(QString::number(chart.greatest())) + 3;
    const double longest = area.right() - values - left;
    ink.text(
        QStringLiteral("单位：%1").arg(chart.unit), area.right(), area.bottom() - kLine, Label::Align::Right);
    const double pitch = std::min(kBarPitch, (area.height() - kLine) / double(chart.values.size()));
    double top = area.top();
    for (const ChartFigures::Value &value : chart.values) {
        const double text = top + (pitch - kLine) / 2;
        ink.text(value.label, left - 2, text, Label::Align::Right, labels);
        const double length = double(value.count) / double(chart.greatest()) * longest;
        ink.bar({left, top + pitch * 0.18, length, pitch * 0.64}, Pattern::Solid);
        ink.text(QString::number(value.count), left + length + 1.2, text, Label::Align::Left);
        top += pitch;
    }
    ink.axis({left, area.top()}, {left, top});
}

/// One bar of all parts; under it what each part is, its count and its share.
void drawStack(Ink &ink, const ChartFigures &chart)
{
    const QRectF &area = ink.area;
    const qint64 all = chart.sum();
    constexpr double kThickness = 13;
    double x = area.left();
    const double top = area.top() + 2 * kLine + 0.6;
    ink.text(
        QStringLiteral("共 %1 %2").arg(all).arg(chart.unit), area.left(), area.top(), Label::Align::Left);
    for (int i = 0; i < chart.values.size(); ++i) {
        const double width = double(chart.values[i].count) / double(all) * area.width();
        ink.bar({x, top, width, kThickness}, kPatterns[size_t(i) % kPatterns.size()]);
        const QString count = QString::number(chart.values[i].count);
        if (chart.values[i].count > 0 && ink.widthOf(count) < width)
            ink.text(count, x + width / 2, top - kLine, Label::Align::Centre);
        x += width;
    }
    constexpr int kColumns = 3;
    const double column = area.width() / kColumns;
    for (int i = 0; i < chart.values.size(); ++i) {
        const double left = area.left() + column * (i % kColumns);
        const double line = top + kThickness + 2.5 + (i / kColumns) * kLine * 1.5;
        ink.bar({left, line + 0.6, 6, kLine - 1.2}, kPatterns[size_t(i) % kPatterns.size()]);
        ink.text(QStringLiteral("%1 %2 %3，%4")
                     .arg(chart.values[i].label)
                     .arg(chart.values[i].count)
                     .arg(chart.unit, percentOf(chart.values[i].count, all)),
            left + 7.5, line, Label::Align::Left, column - 8);
    }
}

} // namespace

double chartHeight(const ChartFigures &chart)
{
    constexpr double kColumns = 62;
    constexpr double kStack = 40;
    if (!chart.isDrawable())
        return 2 * kLine;
    switch (chart.form) {
    case ChartFigures::Form::Bars: return kBarPitch * double(chart.values.size()) + kLine;
    case ChartFigures::Form::Stack: return kStack;
    default: return kColumns;
    }
}

void drawChart(
    const ChartFigures &chart, Page &page, const FontSet &fonts, const QRectF &area, const InkOwner &owner)
{
    Ink ink{page, fonts, area, owner};
    if (!chart.isDrawable()) {
        page.shapes.push_back({frame(area), QColor(0x80, 0x80, 0x80), owner.element});
        ink.text(chart.message, area.center().x(), area.center().y() - kLine / 2, Label::Align::Centre,
            area.width());
        return;
    }
    switch (chart.form) {
    case ChartFigures::Form::Bars: drawBars(ink, chart); break;
    case ChartFigures::Form::Stack: drawStack(ink, chart); break;
    default: drawColumns(ink, chart); break;
    }
}

} // namespace nianbao
