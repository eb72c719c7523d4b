// SPDX-License-Identifier: MulanPSL-2.0
#include "marginmarks.h"

#include "inklines.h"
#include "textflow.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <map>

namespace nianbao {

namespace {

// lengths in mm
constexpr double kRadius = 2.6;
constexpr double kApart = 5.7; // centres of two balloons, at least
constexpr double kAway = 12; // their centres from the type area
constexpr double kTop = 20; // they may stand beside the white above and under the type area
constexpr double kFoot = 20;
constexpr double kBar = 1.2; // from the type area
constexpr double kBarWidth = 0.5;
constexpr double kLeader = 0.15;
constexpr double kDrop = 1; // of a leader under the words
constexpr double kRing = 0.2;

const QColor kInk(0xB4, 0x5F, 0x06);
const QColor kGround(0xFF, 0xF2, 0xCC);

/// Where a balloon wants to stand, and from where the line leads to it.
struct Wish {
    int number = 0;
    QPointF from{}; // end of the words
    double y = 0; // of the line, and of the balloon if it has room there
};

class Marker {
public:
    explicit Marker(const LaidOutPart &part) : m_part(part) { }

    void mark(const MarginMark &mark)
    {
        bool isFirst = true;
        for (const MarginMark::Passage &passage : mark.passages) {
            const auto lines = linesOf(passage);
            for (size_t i = 0; i < lines.size(); ++i) {
                draw(lines[i], mark.number, isFirst);
                isFirst = false;
            }
        }
        if (isFirst)
            markTitle(mark.number);
    }

    void placeBalloons()
    {
        for (auto &[page, wishes] : m_wishes)
            place(m_part.document.pages[size_t(page)], wishes);
    }

private:
    enum class Look { Words, Cell, Bar };
    struct Line {
        InkLine ink{}; // of a bar: all lines of a page
        Look look = Look::Bar;
        double middle = 0; // of the first of them
    };

    double edge() const { return m_part.style.left + m_part.style.typeWidth; }

    std::vector<Line> linesOf(const MarginMark::Passage &passage) const
    {
        const auto element = m_part.elements.constFind(passage.place);
        if (element == m_part.elements.cend())
            return {};
        const qsizetype count = inkCharacters(passage.words);
        std::vector<Line> lines;
        if (count == 0 && passage.place.kind() == Place::Kind::Cell)
            return {{cellOf(passage.place), Look::Cell, 0}};
        const qsizetype from = count > 0 ? inkCharacters(passage.before) : 0;
        for (const InkLine &line :
            inkLines(m_part.document, m_part.firstPage, *element, from, count > 0 ? count : -1)) {
            const bool goesOn = count == 0 && !lines.empty() && lines.back().ink.page == line.page;
            if (goesOn)
                lines.back().ink.box |= line.box;
            else
                lines.push_back({line, count > 0 ? Look::Words : Look::Bar, line.box.center().y()});
        }
        return lines;
    }

    /// A blank cell has no ink, but the rect that a click finds.
    InkLine cellOf(const Place &place) const
    {
        const PageDocument &document = m_part.document;
        for (size_t i = m_part.firstPage; i < document.pages.size(); ++i) {
            for (const Fill &fill : document.pages[i].fills) {
                if (fill.source >= 0 && document.sources[size_t(fill.source)] == place)
                    return {int(i), fill.rect};
            }
        }
        Q_ASSERT(false); // each cell with an element was drawn
        return {};
    }

    void draw(const Line &line, int number, bool isFirst)
    {
        Page &page = m_part.document.pages[size_t(line.ink.page)];
        const QRectF &box = line.ink.box;
        Wish wish{number, {}, line.middle};
        switch (line.look) {
        case Look::Words:
            drawGround(page, box, kGround);
            drawUnder(page, box, kInk);
            wish.from = {box.right(), box.bottom()};
            wish.y = box.bottom() + kDrop;
            break;
        case Look::Cell:
            drawGround(page, box, kGround);
            wish.from = {box.right(), box.bottom() - kLeader};
            wish.y = wish.from.y();
            break;
        case Look::Bar: {
            QPainterPath bar;
            bar.addRect(QRectF(edge() + kBar, box.top(), kBarWidth, box.height()));
            page.shapes.push_back({bar, kInk, -1});
            wish.from = {edge() + kBar + kBarWidth, wish.y};
            break;
        }
        }
        if (isFirst)
            m_wishes[line.ink.page].push_back(wish);
    }

    void markTitle(int number)
    {
        for (size_t i = m_part.firstPage; i < m_part.document.pages.size(); ++i) {
            const Page &page = m_part.document.pages[i];
            if (page.number == 0)
                continue;
            const auto title = std::find_if(page.runs.begin(), page.runs.end(),
                [](const GlyphRun &run) { return run.role == InkRole::Title; });
            const double y = title == page.runs.end() ? m_part.style.top
                                                      : title->baseline + (0.5 - kEmAscent) * title->size;
            m_wishes[int(i)].push_back({number, {edge() + kBar, y}, y});
            return;
        }
    }

    /// From top to bottom, each as near to its line as those above let it; what goes beyond the foot moves
    /// up.
    void place(Page &page, std::vector<Wish> &wishes)
    {
        std::stable_sort(
            wishes.begin(), wishes.end(), [](const Wish &one, const Wish &other) { return one.y < other.y; });
        const double room = m_part.style.paperHeight - kTop - kFoot;
        const double apart = std::min(kApart, room / double(wishes.size()));
        std::vector<double> heights;
        for (const Wish &wish : wishes)
            heights.push_back(std::max(wish.y, heights.empty() ? kTop : heights.back() + apart));
        double most = m_part.style.paperHeight - kFoot;
        for (auto height = heights.rbegin(); height != heights.rend() && *height > most; ++height) {
            *height = most;
            most -= apart;
        }
        const double radius = kRadius * apart / kApart;
        for (size_t i = 0; i < wishes.size(); ++i)
            drawBalloon(page, wishes[i], {edge() + kAway, heights[i]}, radius);
    }

    void drawBalloon(Page &page, const Wish &wish, QPointF centre, double radius)
    {
        QPainterPath leader(wish.from);
        leader.lineTo(wish.from.x(), wish.y);
        leader.lineTo(std::max(wish.from.x(), edge() + kBar), wish.y);
        leader.lineTo(centre.x() - radius, centre.y());
        QPainterPathStroker stroker;
        stroker.setWidth(kLeader);
        stroker.setJoinStyle(Qt::MiterJoin);
        QPainterPath line = stroker.createStroke(leader);
        line.setFillRule(Qt::WindingFill);
        page.shapes.push_back({line, kInk, -1});
        QPainterPath ring;
        ring.addEllipse(centre, radius, radius);
        ring.addEllipse(centre, radius - kRing, radius - kRing);
        page.shapes.push_back({ring, kInk, -1});
        const double size = radius * 1.25;
        placeLabel(page, *m_part.document.fonts, QString::number(wish.number),
            {FontRole::Table, size, Label::Align::Centre, radius * 1.6},
            {centre.x(), centre.y() + (kEmAscent - 0.5) * size}, {InkRole::MarginNumber, -1, -1});
        page.balloons.push_back({wish.number, centre, radius});
    }

    const LaidOutPart &m_part;
    std::map<int, std::vector<Wish>> m_wishes{}; // by page
};

} // namespace

void placeMarginMarks(const LaidOutPart &part, const QList<MarginMark> &marks)
{
    Marker marker(part);
    for (const MarginMark &mark : marks)
        marker.mark(mark);
    marker.placeBalloons();
}

} // namespace nianbao
