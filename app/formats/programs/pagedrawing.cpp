// SPDX-License-Identifier: MulanPSL-2.0
#include "pagedrawing.h"

#include <QPointF>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace nianbao {

namespace {

constexpr qsizetype kMostRulings = 2'000;
constexpr double kThin = 3; // points; a rectangle that is thinner is a line
constexpr double kStraight = 0.5; // points that a line's ends may differ
constexpr double kShortest = 2; // points

/// Numbers and letters of a path or a matrix, one after the other.
class PathReader {
public:
    explicit PathReader(QByteArrayView text) : m_text(text) { }

    /// The next letter, or 0 where a number or nothing stands.
    char command()
    {
        skip();
        const bool isLetter = m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at]));
        return isLetter ? m_text[m_at++] : '\0';
    }
    bool number(double &value)
    {
        skip();
        const qsizetype from = m_at;
        while (m_at < m_text.size()
            && (std::isdigit(static_cast<unsigned char>(m_text[m_at])) || m_text[m_at] == '.'
                || m_text[m_at] == '-' || m_text[m_at] == 'e'))
            ++m_at;
        bool isRead = false;
        value = m_text.sliced(from, m_at - from).toByteArray().toDouble(&isRead);
        return isRead;
    }
    bool point(QPointF &point) { return number(point.rx()) && number(point.ry()); }

private:
    void skip()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == ','))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

struct Matrix { // as SVG writes it: a b c d e f
    double m[6]{1, 0, 0, 1, 0, 0};

    QPointF map(QPointF p) const
    {
        return {m[0] * p.x() + m[2] * p.y() + m[4], m[1] * p.x() + m[3] * p.y() + m[5]};
    }
};

QByteArrayView attributeOf(QByteArrayView line, QByteArrayView start)
{
    const auto from = line.indexOf(start);
    if (from < 0)
        return {};
    const auto value = from + start.size();
    const auto to = line.indexOf('"', value);
    return to < 0 ? QByteArrayView() : line.sliced(value, to - value);
}

Matrix matrixOf(QByteArrayView line)
{
    PathReader numbers(attributeOf(line, " transform=\"matrix("));
    Matrix matrix;
    for (double &part : matrix.m) {
        if (!numbers.number(part))
            return {};
    }
    return matrix;
}

class Drawing {
public:
    QList<Ruling> rulings{};

    void addPath(QByteArrayView line)
    {
        const QByteArrayView style = attributeOf(line, " style=\"");
        const bool isStroked = style.contains("stroke:rgb(") && !style.contains("stroke:rgb(100%,100%,100%)");
        const bool isFilled = style.contains("fill:rgb(") && !style.contains("fill:rgb(100%,100%,100%)");
        if (!isStroked && !isFilled)
            return;
        const Matrix matrix = matrixOf(line);
        PathReader path(attributeOf(line, " d=\""));
        QList<QPointF> corners;
        bool isCurved = false;
        for (;;) {
            const char command = path.command();
            QPointF point;
            if (command == 'M')
                end(corners, isStroked, isCurved);
            if ((command == 'M' || command == 'L') && path.point(point)) {
                corners.append(matrix.map(point));
            } else if (command == 'C' && path.point(point) && path.point(point) && path.point(point)) {
                isCurved = true;
                corners.append(matrix.map(point));
            } else if (command == 'Z' && !corners.isEmpty()) {
                corners.append(corners.first());
            } else {
                break;
            }
        }
        end(corners, isStroked, isCurved);
    }

private:
    void end(QList<QPointF> &corners, bool isStroked, bool &isCurved)
    {
        if (isStroked && !isCurved) {
            for (qsizetype i = 1; i < corners.size(); ++i)
                add(corners.at(i - 1), corners.at(i));
        } else if (!isStroked && corners.size() >= 4 && !isCurved) {
            const auto [left, right] = std::minmax_element(corners.cbegin(), corners.cend(),
                [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
            const auto [top, bottom] = std::minmax_element(corners.cbegin(), corners.cend(),
                [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
            const double x = (left->x() + right->x()) / 2, y = (top->y() + bottom->y()) / 2;
            if (bottom->y() - top->y() <= kThin)
                add({left->x(), y}, {right->x(), y});
            else if (right->x() - left->x() <= kThin)
                add({x, top->y()}, {x, bottom->y()});
        }
        corners.clear();
        isCurved = false;
    }

    void add(QPointF a, QPointF b)
    {
        const double wide = std::abs(a.x() - b.x()), high = std::abs(a.y() - b.y());
        if (high <= kStraight && wide > kShortest)
            rulings.append({true, (a.y() + b.y()) / 2, std::min(a.x(), b.x()), std::max(a.x(), b.x())});
        else if (wide <= kStraight && high > kShortest)
            rulings.append({false, (a.x() + b.x()) / 2, std::min(a.y(), b.y()), std::max(a.y(), b.y())});
    }
};

} // namespace

std::optional<QList<Ruling>> rulingsOf(const QByteArray &svg)
{
    Drawing drawing;
    bool isDefinition = false; // glyphs, clips
    for (qsizetype from = 0; from < svg.size() && drawing.rulings.size() <= kMostRulings;) {
        auto to = svg.indexOf('\n', from);
        to = to < 0 ? svg.size() : to;
        const QByteArrayView line = QByteArrayView(svg).sliced(from, to - from);
        from = to + 1;
        if (line.startsWith("<defs>"))
            isDefinition = true;
        else if (line.startsWith("</defs>"))
            isDefinition = false;
        else if (!isDefinition && line.startsWith("<path "))
            drawing.addPath(line);
    }
    if (drawing.rulings.size() > kMostRulings)
        return std::nullopt;
    return drawing.rulings;
}

bool hasPicture(const QByteArray &svg) { return svg.contains("<image "); }

} // namespace nianbao
