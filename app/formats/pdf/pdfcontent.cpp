// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfcontent.h"

#include <cmath>

namespace nianbao {

void PageContent::mark(int element)
{
    if (m_isOpen && m_element == element)
        return;
    endMark();
    m_isOpen = true;
    m_element = element;
    if (element < 0) {
        m_out += "/Artifact BMC\n";
        return;
    }
    const auto kind = m_document.elements[size_t(element)].kind;
    m_out += kind == Element::Kind::Figure ? "/Figure" : "/P";
    m_out += "<</MCID " + QByteArray::number(qint64(m_marked.size())) + ">>BDC\n";
    m_marked.push_back(element);
}

void PageContent::endMark()
{
    if (m_isOpen)
        m_out += "EMC\n";
    m_isOpen = false;
}

/// Grounds lie on the white paper alone, so a translucent colour is mixed with white once and for all.
void PageContent::setColour(const QColor &colour)
{
    const auto mixed = [&](float part) { return 1 - (1 - double(part)) * double(colour.alphaF()); };
    pdf::appendNumbers(m_out, {mixed(colour.redF()), mixed(colour.greenF()), mixed(colour.blueF())}, "rg");
}

void PageContent::addFill(const Fill &fill)
{
    m_out += "q\n";
    setColour(fill.colour);
    const QRectF &rect = fill.rect;
    pdf::appendNumbers(m_out,
        {pdf::points(rect.left()), up(rect.bottom()), pdf::points(rect.width()), pdf::points(rect.height())},
        "re f Q");
}

void PageContent::addShape(const Shape &shape)
{
    if (!shape.colour.isValid() || shape.colour.alpha() == 0 || shape.path.isEmpty())
        return;
    m_out += "q\n";
    setColour(shape.colour);
    const QPainterPath &path = shape.path;
    const auto x = [&](int i) { return pdf::points(path.elementAt(i).x); };
    const auto y = [&](int i) { return up(path.elementAt(i).y); };
    for (int i = 0; i < path.elementCount(); ++i) {
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement: pdf::appendNumbers(m_out, {x(i), y(i)}, "m"); break;
        case QPainterPath::LineToElement: pdf::appendNumbers(m_out, {x(i), y(i)}, "l"); break;
        case QPainterPath::CurveToElement:
            pdf::appendNumbers(m_out, {x(i), y(i), x(i + 1), y(i + 1), x(i + 2), y(i + 2)}, "c");
            i += 2;
            break;
        case QPainterPath::CurveToDataElement: break; // taken with its curve
        }
    }
    m_out += path.fillRule() == Qt::WindingFill ? "f\nQ\n" : "f*\nQ\n";
}

void PageContent::addRules(const std::vector<Stroke> &rules)
{
    if (!rules.empty())
        m_out += "2 J\n"; // square ends, so that the rules of a frame meet in its corners
    double width = -1;
    for (const Stroke &rule : rules) {
        if (rule.width != width)
            pdf::appendNumbers(m_out, {pdf::points(rule.width)}, "w");
        width = rule.width;
        pdf::appendNumbers(m_out, {pdf::points(rule.x1), up(rule.y1)}, "m");
        pdf::appendNumbers(m_out, {pdf::points(rule.x2), up(rule.y2)}, "l S");
    }
}

/// A line of one face or more. Where it was stretched so far that readers would find blanks between its
/// characters, or where glyphs stand for other characters than elsewhere, its text is given in words: around
/// the marked content, not in it, for poppler takes the end of what is nested for the end of the element.
/// Returns the run behind the line.
size_t PageContent::addLine(const std::vector<GlyphRun> &runs, size_t from)
{
    size_t to = from + 1;
    while (to < runs.size() && runs[to].continuesLine && runs[to].element == runs[from].element)
        ++to;
    const qsizetype start = m_out.size();
    const size_t marked = m_marked.size();
    const bool wasOpen = m_isOpen;
    const int before = m_element;
    const auto addRuns = [&] {
        mark(runs[from].element);
        m_endsInBlank = true; // nothing stands before the line
        for (size_t i = from; i < to; ++i) {
            if (!runs[i].glyphs.empty())
                addRun(runs[i]);
        }
    };
    m_isStretched = m_isShared = false;
    addRuns();
    const bool isText = runs[from].element >= 0;
    if (!m_isShared && (!m_isStretched || !isText))
        return to;
    QByteArray words;
    for (size_t i = from; i < to; ++i) {
        for (const Glyph &glyph : runs[i].glyphs)
            words += pdf::hexUtf16(glyph.character);
    }
    m_out.truncate(start);
    m_marked.resize(marked);
    m_isOpen = wasOpen;
    m_element = before;
    if (isText)
        endMark();
    else
        mark(-1);
    m_out += "/Span<</ActualText<FEFF" + words + ">>>BDC\n";
    addRuns();
    if (isText)
        endMark();
    m_out += "EMC\n";
    return to;
}

/// Glyphs follow each other by their own widths; what differs is corrected in thousandths of an em. The
/// corrections are rounded against the exact place, so the error never adds up.
void PageContent::addRun(const GlyphRun &run)
{
    constexpr qint64 kLooksLikeBlank = 80; // thousandths of an em; readers begin at a tenth
    const FontUse &font = m_fonts.at(run.face);
    const double start = double(run.glyphs.front().x);
    m_isStretched |= !m_endsInBlank && run.glyphs.front().character != U' '
        && (start - m_lineEnd) * 1000 > double(kLooksLikeBlank) * run.size;
    m_endsInBlank = true;
    m_out += "BT\n/F" + QByteArray::number(run.face) + ' ';
    pdf::appendNumbers(m_out, {pdf::points(run.size)}, "Tf");
    pdf::appendNumbers(m_out, {1, 0, 0, 1, pdf::points(start), up(run.baseline)}, "Tm");
    double at = 0;
    bool open = false; // inside <…>
    m_out += '[';
    for (const Glyph &glyph : run.glyphs) {
        const qint64 back = std::llround(at - (double(glyph.x) - start) / run.size * 1000);
        m_isShared |= font.characters.at(glyph.glyph) != glyph.character;
        const bool isBlank = glyph.character == U' ';
        m_isStretched |= -back > kLooksLikeBlank && !m_endsInBlank && !isBlank;
        m_endsInBlank = isBlank;
        if (open && back != 0) {
            m_out += '>';
            open = false;
        }
        if (back != 0)
            m_out += QByteArray::number(back);
        at += font.widths.at(glyph.glyph) - double(back);
        if (!open)
            m_out += '<';
        pdf::appendHex(m_out, font.subset.codes.value(glyph.glyph));
        open = true;
    }
    m_out += open ? ">]TJ\nET\n" : "]TJ\nET\n";
    m_lineEnd = start + at * run.size / 1000;
}

void PageContent::addPicture(const PlacedPicture &placed)
{
    const QRectF &rect = placed.rect;
    m_out += "q\n";
    pdf::appendNumbers(m_out,
        {pdf::points(rect.width()), 0, 0, pdf::points(rect.height()), pdf::points(rect.left()),
            up(rect.bottom())},
        "cm");
    m_out += "/Im" + QByteArray::number(placed.picture) + " Do\nQ\n";
}

QByteArray PageContent::content(const Page &page)
{
    m_out.clear();
    m_marked.clear();
    const auto addShapes = [this](const std::vector<Shape> &shapes) {
        for (const Shape &shape : shapes) {
            mark(shape.element);
            addShape(shape);
        }
    };
    addShapes(page.ground);
    for (const Fill &fill : page.fills) {
        if (!fill.colour.isValid() || fill.colour.alpha() == 0)
            continue;
        mark(-1);
        addFill(fill);
    }
    for (const PlacedPicture &placed : page.pictures) {
        mark(placed.element);
        addPicture(placed);
    }
    addShapes(page.shapes);
    if (!page.rules.empty())
        mark(-1);
    addRules(page.rules);
    for (size_t i = 0; i < page.runs.size();) {
        if (page.runs[i].glyphs.empty()) {
            ++i;
            continue;
        }
        i = addLine(page.runs, i);
    }
    endMark();
    return m_out;
}

} // namespace nianbao
