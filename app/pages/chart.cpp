// SPDX-License-Identifier: MulanPSL-2.0
#include "chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kTextSize = 9 * kMmPerPoint; // 小五
constexpr double kLine = kTextSize * 1.3;
constexpr double kStroke = 0.2;
constexpr int kMostBars = 8; // of categories; the rest is 其他
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

std::optional<qint64> wholeOf(const Report &report, const QString &row, const QString &column)
{
    const CellId id(TableId(QStringLiteral("requests")), row, column);
    const auto value = report.spec().cell(id) ? report.value(id) : std::nullopt;
    return value ? std::optional(value->whole()) : std::nullopt;
}

/// Of one outcome or a group of them; 0 when blank.
qint64 outcome(const Report &report, const QString &group)
{
    const TableSpec *table = report.spec().table(TableId(QStringLiteral("requests")));
    const QStringList rows = table->rowGroups.value(group, {group});
    qint64 sum = 0;
    for (const QString &row : rows)
        sum += wholeOf(report, row, QStringLiteral("total")).value_or(0);
    return sum;
}

QString percentOf(qint64 part, qint64 whole)
{
    return QString::number(double(part) * 100 / double(whole), 'f', 1) + u'%';
}

} // namespace

/// Where a chart's ink goes.
struct Chart::Ink {
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

const QStringList &Chart::kinds()
{
    static const QStringList all{QStringLiteral("channels"), QStringLiteral("categories"),
        QStringLiteral("outcomes"), QStringLiteral("applicants"), QStringLiteral("years")};
    return all;
}

QString Chart::title(const QString &kind)
{
    static const QHash<QString, QString> titles{
        {QStringLiteral("channels"), QStringLiteral("各渠道主动公开信息情况")},
        {QStringLiteral("categories"), QStringLiteral("主动公开信息分类情况")},
        {QStringLiteral("outcomes"), QStringLiteral("政府信息公开申请办理结果")},
        {QStringLiteral("applicants"), QStringLiteral("政府信息公开申请人类别")},
        {QStringLiteral("years"), QStringLiteral("依申请公开办理情况与上年比较")}};
    return titles.value(kind);
}

Chart::Chart(const Report &report, const QString &kind) : m_kind(kind), m_year(report.year())
{
    if (kind == u"channels")
        takeChannels(report);
    else if (kind == u"categories")
        takeCategories(report);
    else if (kind == u"outcomes")
        takeOutcomes(report);
    else if (kind == u"applicants")
        takeApplicants(report);
    else if (kind == u"years")
        takeYears(report);
    else
        m_message = QStringLiteral("没有“%1”这种图表").arg(kind);
    if (isDrawable() && m_values.isEmpty())
        m_message = QStringLiteral("还没有可以画成图表的数据");
    else if (isDrawable() && greatest() == 0)
        m_message = QStringLiteral("各项数据均为 0，不需要图表");
}

void Chart::takeChannels(const Report &report)
{
    m_unit = QStringLiteral("条");
    for (const Channel &channel : report.channels())
        m_values.append({channel.name, channelCount(channel).value_or(0)});
    constexpr int kMostColumns = 8; // more do not stand side by side
    if (m_values.size() > kMostColumns)
        m_form = Form::Bars;
}

void Chart::takeCategories(const Report &report)
{
    m_form = Form::Bars;
    m_unit = QStringLiteral("条");
    const auto channel = std::find_if(report.channels().begin(), report.channels().end(),
        [](const Channel &each) { return !each.categories.isEmpty(); });
    if (channel == report.channels().end()) {
        m_message = QStringLiteral("还没有填写渠道的分类数据");
        return;
    }
    for (const Category &category : channel->categories)
        m_values.append({category.name, category.count.value_or(0)});
    gatherSmallOnes();
}

void Chart::takeOutcomes(const Report &report)
{
    m_form = Form::Stack;
    m_unit = QStringLiteral("件");
    const std::array<std::pair<const char *, QString>, 6> groups{
        {{"granted", QStringLiteral("予以公开")}, {"partly_granted", QStringLiteral("部分公开")},
            {"refused", QStringLiteral("不予公开")}, {"unavailable", QStringLiteral("无法提供")},
            {"declined", QStringLiteral("不予处理")}, {"other", QStringLiteral("其他处理")}}};
    for (const auto &[group, label] : groups)
        m_values.append({label, outcome(report, QLatin1String(group))});
}

void Chart::takeApplicants(const Report &report)
{
    m_unit = QStringLiteral("件");
    const TableSpec *table = report.spec().table(TableId(QStringLiteral("requests")));
    for (const QString &column : table->columns) {
        if (column != u"total")
            m_values.append({table->columnLabels.value(column),
                wholeOf(report, QStringLiteral("received"), column).value_or(0)});
    }
}

void Chart::takeYears(const Report &report)
{
    m_form = Form::Pairs;
    m_unit = QStringLiteral("件");
    if (!report.prior()) {
        m_message = QStringLiteral("没有上一年的报告，无从比较");
        return;
    }
    const std::array<std::pair<const char *, QString>, 5> rows{{{"received", QStringLiteral("本年新收")},
        {"total", QStringLiteral("办理结果总计")}, {"granted", QStringLiteral("予以公开")},
        {"refused", QStringLiteral("不予公开")}, {"carried_out", QStringLiteral("结转下年")}}};
    for (const auto &[row, label] : rows)
        m_values.append(
            {label, outcome(report, QLatin1String(row)), outcome(*report.prior(), QLatin1String(row))});
}

void Chart::gatherSmallOnes()
{
    const QString rest = QStringLiteral("其他");
    std::stable_sort(m_values.begin(), m_values.end(), [&](const Value &a, const Value &b) {
        return std::pair(a.label != rest, a.count) > std::pair(b.label != rest, b.count);
    });
    while (!m_values.isEmpty() && m_values.last().count == 0) // nothing to see
        m_values.removeLast();
    if (m_values.size() <= kMostBars)
        return;
    Value other{rest, 0};
    while (m_values.size() >= kMostBars)
        other.count += m_values.takeLast().count;
    m_values.append(other);
}

qint64 Chart::greatest() const
{
    qint64 most = 0;
    for (const Value &value : m_values)
        most = std::max({most, value.count, value.before});
    return most;
}

qint64 Chart::sum() const
{
    qint64 all = 0;
    for (const Value &value : m_values)
        all += value.count;
    return all;
}

QString Chart::alternative() const
{
    if (!isDrawable())
        return m_message;
    QStringList parts;
    for (const Value &value : m_values) {
        const QString now = QStringLiteral("%1%2%3").arg(value.label).arg(value.count).arg(m_unit);
        parts.append(
            m_form == Form::Pairs ? now + QStringLiteral("，上年%1%2").arg(value.before).arg(m_unit) : now);
    }
    return title(m_kind) + u'：' + parts.join(u'；') + u'。';
}

double Chart::height() const
{
    constexpr double kColumns = 62;
    constexpr double kStack = 40;
    if (!isDrawable())
        return 2 * kLine;
    switch (m_form) {
    case Form::Bars: return kBarPitch * double(m_values.size()) + kLine;
    case Form::Stack: return kStack;
    default: return kColumns;
    }
}

void Chart::draw(Page &page, const FontSet &fonts, const QRectF &area, const InkOwner &owner) const
{
    Ink ink{page, fonts, area, owner};
    if (!isDrawable()) {
        page.shapes.push_back({frame(area), QColor(0x80, 0x80, 0x80), owner.element});
        ink.text(
            m_message, area.center().x(), area.center().y() - kLine / 2, Label::Align::Centre, area.width());
        return;
    }
    switch (m_form) {
    case Form::Bars: drawBars(ink); break;
    case Form::Stack: drawStack(ink); break;
    default: drawColumns(ink); break;
    }
}

/// Upright bars, one or two a label; the value above, the label below.
void Chart::drawColumns(Ink &ink) const
{
    const bool paired = m_form == Form::Pairs;
    const QRectF &area = ink.area;
    const double place = area.width() / double(m_values.size());
    const double floor = area.bottom() - 2 * kLine - 0.6;
    const double ceiling = area.top() + 2.4 * kLine;
    const double width = std::min(place * (paired ? 0.3 : 0.5), 16.0);
    const double most = double(greatest());
    const auto column = [&](qint64 count, double x, Pattern pattern) {
        const double height = double(count) / most * (floor - ceiling);
        ink.bar({x, floor - height, width, height}, pattern);
        ink.text(QString::number(count), x + width / 2, floor - height - kLine, Label::Align::Centre,
            paired ? width + place * 0.12 : place * 0.95);
    };
    double middle = area.left() + place / 2;
    for (const Value &value : m_values) {
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
    const QString unit = QStringLiteral("单位：%1").arg(m_unit);
    ink.text(unit, area.left(), area.top(), Label::Align::Left);
    if (!paired)
        return;
    double x = area.right();
    for (const auto &[year, pattern] :
        {std::pair(m_year, Pattern::Solid), std::pair(m_year - 1, Pattern::Rising)}) {
        const QString words = QStringLiteral("%1年").arg(year);
        ink.text(words, x, area.top(), Label::Align::Right);
        x -= ink.widthOf(words) + 6;
        ink.bar({x, area.top() + 0.8, 5, kTextSize - 0.6}, pattern);
        x -= 4;
    }
}

/// Lying bars: label, bar, value.
void Chart::drawBars(Ink &ink) const
{
    const QRectF &area = ink.area;
    double widest = 0;
    for (const Value &value : m_values)
        widest = std::max(widest, ink.widthOf(value.label));
    const double labels = std::min(widest, area.width() * 0.35);
    const double left = area.left() + labels + 2;
    const double values = ink.widthOf(QString::number(greatest())) + 3;
    const double longest = area.right() - values - left;
    ink.text(
        QStringLiteral("单位：%1").arg(m_unit), area.right(), area.bottom() - kLine, Label::Align::Right);
    const double pitch = std::min(kBarPitch, (area.height() - kLine) / double(m_values.size()));
    double top = area.top();
    for (const Value &value : m_values) {
        const double text = top + (pitch - kLine) / 2;
        ink.text(value.label, left - 2, text, Label::Align::Right, labels);
        const double length = double(value.count) / double(greatest()) * longest;
        ink.bar({left, top + pitch * 0.18, length, pitch * 0.64}, Pattern::Solid);
        ink.text(QString::number(value.count), left + length + 1.2, text, Label::Align::Left);
        top += pitch;
    }
    ink.axis({left, area.top()}, {left, top});
}

/// One bar of all parts; under it what each part is, its count and its share.
void Chart::drawStack(Ink &ink) const
{
    const QRectF &area = ink.area;
    const qint64 all = sum();
    constexpr double kThickness = 13;
    double x = area.left();
    const double top = area.top() + 2 * kLine + 0.6;
    ink.text(QStringLiteral("共 %1 %2").arg(all).arg(m_unit), area.left(), area.top(), Label::Align::Left);
    for (int i = 0; i < m_values.size(); ++i) {
        const double width = double(m_values[i].count) / double(all) * area.width();
        ink.bar({x, top, width, kThickness}, kPatterns[size_t(i) % kPatterns.size()]);
        const QString count = QString::number(m_values[i].count);
        if (m_values[i].count > 0 && ink.widthOf(count) < width)
            ink.text(count, x + width / 2, top - kLine, Label::Align::Centre);
        x += width;
    }
    constexpr int kColumns = 3;
    const double column = area.width() / kColumns;
    for (int i = 0; i < m_values.size(); ++i) {
        const double left = area.left() + column * (i % kColumns);
        const double line = top + kThickness + 2.5 + (i / kColumns) * kLine * 1.5;
        ink.bar({left, line + 0.6, 6, kLine - 1.2}, kPatterns[size_t(i) % kPatterns.size()]);
        ink.text(QStringLiteral("%1 %2 %3，%4")
                     .arg(m_values[i].label)
                     .arg(m_values[i].count)
                     .arg(m_unit, percentOf(m_values[i].count, all)),
            left + 7.5, line, Label::Align::Left, column - 8);
    }
}

} // namespace nianbao
