// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewalk.h"

#include "textflow.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace nianbao::test {

namespace {

constexpr double kGrid = 0.05; // mm that a baseline may be off
constexpr double kEdge = 0.1; // mm that the edge of a full line may be off
constexpr double kWideFrom = 0.75; // em: such a glyph stands in a cell
constexpr int kIndentCells = 2;

// written out here once more: a slip in the layout's lists must not hide itself
bool isIn(const QString &marks, char32_t c) { return c < 0x10000 && marks.contains(QChar(char16_t(c))); }

bool mayNotStart(char32_t c) { return isIn(QStringLiteral("。，、；：？！”’）〕】》〉」』％‰℃·～"), c); }

bool mayNotEnd(char32_t c) { return isIn(QStringLiteral("“‘（〔【《〈「『"), c); }

bool isUnit(char32_t c) { return isIn(QStringLiteral("年月日条件元万%号"), c); }

bool isDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool isHanzi(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c > 0x20000;
}

bool isLatin(char32_t c) { return c > 0x20 && c < 0x7F; }

class Walk {
public:
    Walk(const PageDocument &document, const PageStyle &style) : m_document(document), m_style(style) { }

    QStringList faults();

private:
    struct Placed {
        Line line{};
        std::u32string text{};
        size_t page = 0;
        bool isFirst = false; // of its paragraph
        const Placed *next = nullptr; // of its paragraph
    };

    void collect();
    void say(const Placed &at, const QString &what);
    void checkGrid();
    void checkEdges(const Placed &at);
    void checkCells(const Placed &at);
    void checkMarks(const Placed &at);
    void checkNumbers(const Placed &at);
    void checkCompany();
    void checkOtherInk();
    bool isTooLongForALine(const Placed &at) const;
    double latinWidth(const Placed &at, bool atEnd) const;
    int gapsOf(const std::u32string &text) const;
    bool isTableUnder(size_t page, double baseline) const;

    const PageDocument &m_document;
    const PageStyle &m_style;
    std::vector<Placed> m_lines{}; // in reading order
    QStringList m_found{};
};

bool sameParagraph(const PageDocument &document, const Line &a, const Line &b)
{
    if (a.role != b.role || a.role == InkRole::Signature || a.source < 0 || b.source < 0)
        return false;
    return document.sources[size_t(a.source)] == document.sources[size_t(b.source)];
}

void Walk::collect()
{
    for (size_t page = 0; page < m_document.pages.size(); ++page) {
        for (Line &line : linesOf(m_document, m_document.pages[page])) {
            const std::u32string text = line.text.toStdU32String();
            m_lines.push_back({std::move(line), text, page});
        }
    }
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool continues = i > 0 && sameParagraph(m_document, m_lines[i - 1].line, m_lines[i].line);
        m_lines[i].isFirst = !continues;
        if (continues)
            m_lines[i - 1].next = &m_lines[i];
    }
}

void Walk::say(const Placed &at, const QString &what)
{
    m_found.append(QStringLiteral("page %1, “%2”: %3").arg(at.page + 1).arg(at.line.text.left(40)).arg(what));
}

void Walk::checkGrid()
{
    const double first
        = m_style.top + (m_style.linePitch() - m_style.bodySize) / 2 + kEmAscent * m_style.bodySize;
    std::map<std::pair<size_t, int>, int> slots;
    for (const Placed &at : m_lines) {
        const double slot = (at.line.baseline - first) / m_style.linePitch();
        const int nearest = int(std::lround(slot));
        if (std::abs(slot - nearest) * m_style.linePitch() > kGrid)
            say(at, QStringLiteral("off the line grid"));
        if (nearest < 0 || nearest >= m_style.linesPerPage)
            say(at, QStringLiteral("outside the lines of the page"));
        if (++slots[{at.page, nearest}] == 2)
            say(at, QStringLiteral("a second line in one place"));
    }
}

/// Places where a line can give way: at full-width characters, but not within numbers and their units.
int Walk::gapsOf(const std::u32string &text) const
{
    int gaps = 0;
    int unitsAfterDigits = 0;
    for (size_t i = 1; i < text.size(); ++i) {
        const bool belongs = isDigit(text[i - 1]) || (unitsAfterDigits > 0 && unitsAfterDigits < 2);
        unitsAfterDigits = belongs && isHanzi(text[i]) ? unitsAfterDigits + 1 : 0;
        const bool isPair = text[i] == text[i - 1] && (text[i] == U'—' || text[i] == U'…');
        const bool inWord = isLatin(text[i]) && isLatin(text[i - 1]);
        gaps += belongs || isPair || inWord ? 0 : 1;
    }
    return gaps;
}

void Walk::checkEdges(const Placed &at)
{
    const double cell = m_style.cell();
    const double left = m_style.left + (at.isFirst ? kIndentCells * cell : 0);
    const double right = m_style.left + m_style.typeWidth;
    const double hangsLeft = mayNotEnd(at.text.front()) ? cell / 2 : 0; // the blank half of a mark
    const double hangsRight = mayNotStart(at.text.back()) ? cell / 2 : 0;
    if (at.line.cellLeft < left - hangsLeft - kEdge || at.line.cellLeft > left + kEdge)
        say(at, QStringLiteral("off the left edge"));
    if (at.line.cellRight > right + hangsRight + kEdge)
        say(at, QStringLiteral("over the right edge"));
    const double missing = right - at.line.cellRight;
    // a line that cannot take a long word stays ragged rather than be torn apart
    constexpr double kMostStretch = 0.15; // cells
    if (at.next && missing > kEdge && missing < gapsOf(at.text) * kMostStretch * cell - kEdge)
        say(at, QStringLiteral("off the right edge"));
}

void Walk::checkCells(const Placed &at)
{
    if (!at.next || !std::all_of(at.text.begin(), at.text.end(), isHanzi))
        return;
    const size_t cells = size_t(m_style.charactersPerLine - (at.isFirst ? kIndentCells : 0));
    if (at.text.size() == cells)
        return;
    // fewer stand there when what comes next could not be parted: a number, a word, a mark and what it
    // follows
    const std::u32string &next = at.next->text;
    const size_t missing = at.text.size() < cells ? cells - at.text.size() : 0;
    bool isExplained = false;
    for (size_t i = 0; missing > 0 && i <= missing && i < next.size(); ++i)
        isExplained = isExplained || !isHanzi(next[i]);
    if (!isExplained)
        say(at, QStringLiteral("%1 cells instead of %2").arg(at.text.size()).arg(cells));
}

void Walk::checkMarks(const Placed &at)
{
    if (!at.isFirst && mayNotStart(at.text.front())) // a paragraph begins and ends as it was typed
        say(at, QStringLiteral("a mark that may not begin a line"));
    if (at.next && mayNotEnd(at.text.back()))
        say(at, QStringLiteral("a mark that may not end a line"));
    if (!at.next || at.text.back() != at.next->text.front())
        return;
    const char32_t mark = at.text.back();
    const auto other
        = std::find_if(at.text.rbegin(), at.text.rend(), [mark](char32_t c) { return c != mark; });
    const bool isOdd = (other - at.text.rbegin()) % 2 == 1;
    if ((mark == U'—' || mark == U'…') && isOdd)
        say(at, QStringLiteral("a mark of two cells is parted"));
}

/// Width of the Latin word at an end of a line.
double Walk::latinWidth(const Placed &at, bool atEnd) const
{
    double width = 0;
    for (const GlyphRun &run : m_document.pages[at.page].runs) {
        if (run.baseline != at.line.baseline || !isBody(run.role))
            continue;
        for (const Glyph &glyph : run.glyphs) {
            const bool latin = isLatin(glyph.character);
            const double advance = m_document.fonts->face(run.face).advance(glyph.glyph) * run.size;
            if (latin)
                width += advance;
            else if (atEnd)
                width = 0;
            else
                return width;
        }
    }
    return width;
}

bool Walk::isTooLongForALine(const Placed &at) const
{
    return latinWidth(at, true) + latinWidth(*at.next, false)
        > m_style.typeWidth - kIndentCells * m_style.cell();
}

void Walk::checkNumbers(const Placed &at)
{
    if (!at.next || isTooLongForALine(at))
        return;
    const auto isPoint = [](char32_t c) { return c == U',' || c == U'.'; };
    const std::u32string &next = at.next->text;
    const bool endsInside = at.text.size() > 1 && isPoint(at.text.back())
        && isDigit(at.text[at.text.size() - 2]) && isDigit(next.front());
    const bool startsInside
        = next.size() > 1 && isDigit(at.text.back()) && isPoint(next.front()) && isDigit(next[1]);
    if (endsInside || startsInside || (isDigit(at.text.back()) && isDigit(next.front())))
        say(at, QStringLiteral("a number is broken"));
    if (isDigit(at.text.back()) && isUnit(next.front()))
        say(at, QStringLiteral("a number is parted from its unit"));
}

bool Walk::isTableUnder(size_t page, double baseline) const
{
    const std::vector<GlyphRun> &runs = m_document.pages[page].runs;
    return std::any_of(runs.begin(), runs.end(), [baseline](const GlyphRun &run) {
        return (run.role == InkRole::Cell || run.role == InkRole::HeadCell) && run.baseline > baseline;
    });
}

/// What stands alone: a line of a paragraph, a heading without its text, the signature.
void Walk::checkCompany()
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Placed &at = m_lines[i];
        const bool isHead = i == 0 || m_lines[i - 1].page != at.page;
        const bool isFoot = i + 1 == m_lines.size() || m_lines[i + 1].page != at.page;
        const bool isEnd = at.page + 1 == m_document.pages.size();
        if (isHead && !at.isFirst && (!at.next || at.next->page != at.page))
            say(at, QStringLiteral("one line alone at the head of the page"));
        if (isFoot && at.isFirst && at.next)
            say(at, QStringLiteral("one line alone at the foot of the page"));
        const bool isHeading = at.line.role == InkRole::Heading1 || at.line.role == InkRole::Heading2;
        if (isHeading && isFoot && !isEnd && !isTableUnder(at.page, at.line.baseline))
            say(at, QStringLiteral("a heading at the end of the page"));
        if (isHead && at.line.role == InkRole::Signature && !isTableUnder(at.page, 0))
            say(at, QStringLiteral("the signature alone on the page"));
    }
}

/// Tables, their notes and the title: in the type area, and nothing over the lines of text.
void Walk::checkOtherInk()
{
    const double right = m_style.left + m_style.typeWidth + kEdge;
    const double bottom = m_style.top + m_style.typeHeight + m_style.frameWidth + kEdge;
    for (size_t i = 0; i < m_document.pages.size(); ++i) {
        const Page &page = m_document.pages[i];
        std::vector<std::pair<double, double>> spans; // top and bottom
        for (const Stroke &rule : page.rules)
            spans.emplace_back(std::min(rule.y1, rule.y2), std::max(rule.y1, rule.y2));
        for (const GlyphRun &run : page.runs) {
            if (isBody(run.role) || run.role == InkRole::PageNumber || run.glyphs.empty())
                continue;
            const Glyph &last = run.glyphs.back();
            const double end
                = double(last.x) + m_document.fonts->face(run.face).advance(last.glyph) * run.size;
            const double top = run.baseline - kEmAscent * run.size;
            spans.emplace_back(top, top + run.size);
            if (double(run.glyphs.front().x) < m_style.left - m_style.cell() / 2
                || end > right + m_style.cell() / 2)
                m_found.append(
                    QStringLiteral("page %1, “%2”: beside the type area").arg(i + 1).arg(textOf(run)));
        }
        for (const auto &[top, end] : spans) {
            if (top < m_style.top - kEdge || end > bottom)
                m_found.append(QStringLiteral("page %1: a table or title outside the type area").arg(i + 1));
            for (const Placed &at : m_lines) {
                const double above = at.line.baseline - kEmAscent * m_style.bodySize;
                if (at.page == i && above < end - kEdge && above + m_style.bodySize > top + kEdge)
                    say(at, QStringLiteral("over a table or title"));
            }
        }
    }
}

QStringList Walk::faults()
{
    collect();
    checkGrid();
    for (const Placed &at : m_lines) {
        const bool isText = at.line.role != InkRole::Signature;
        if (isText) {
            checkEdges(at);
            checkCells(at);
            checkNumbers(at);
        } else if (at.line.cellRight > m_style.left + m_style.typeWidth + m_style.cell() / 2
            || at.line.cellLeft < m_style.left - m_style.cell() / 2) {
            say(at, QStringLiteral("beside the type area"));
        }
        checkMarks(at);
    }
    checkCompany();
    checkOtherInk();
    return m_found;
}

} // namespace

QString textOf(const GlyphRun &run)
{
    QString text;
    for (const Glyph &glyph : run.glyphs)
        text += QString::fromUcs4(&glyph.character, 1);
    return text;
}

QString bare(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == QChar(0xFEFF) || c == QChar(0x200B); });
    return text;
}

QString textOf(const PageDocument &document, bool withPageNumbers)
{
    QString all;
    for (const Page &page : document.pages) {
        for (const GlyphRun &run : page.runs) {
            if (withPageNumbers || run.role != InkRole::PageNumber)
                all += textOf(run);
        }
    }
    return bare(all);
}

bool isBody(InkRole role)
{
    return role == InkRole::Heading1 || role == InkRole::Heading2 || role == InkRole::Paragraph
        || role == InkRole::Signature;
}

std::vector<Line> linesOf(const PageDocument &document, const Page &page)
{
    std::vector<Line> lines;
    const double cell = pageStyle().cell();
    for (const GlyphRun &run : page.runs) {
        if (!isBody(run.role) || run.glyphs.empty())
            continue;
        const auto advance
            = [&](const Glyph &glyph) { return document.fonts->face(run.face).advance(glyph.glyph); };
        const auto aside = [&](const Glyph &glyph) { // from the edge of the cell to the glyph
            return advance(glyph) >= kWideFrom ? (cell - advance(glyph) * run.size) / 2 : 0;
        };
        const Glyph &first = run.glyphs.front();
        const auto isInk = [](const Glyph &glyph) { return glyph.character != U' '; };
        const auto end = std::find_if(run.glyphs.rbegin(), run.glyphs.rend(), isInk);
        const auto left = double(first.x);
        const bool isBack = !lines.empty() && left < lines.back().cellRight - cell; // set over another line
        if (lines.empty() || lines.back().baseline != run.baseline || isBack)
            lines.push_back({run.role, run.source, run.baseline, left, left, left - aside(first), left, {}});
        if (end != run.glyphs.rend()) { // the blank at a line's end may stand beyond its edge
            lines.back().right = double(end->x) + advance(*end) * run.size;
            lines.back().cellRight = lines.back().right + aside(*end);
        }
        lines.back().text += textOf(run);
    }
    for (Line &line : lines) {
        while (line.text.endsWith(u' '))
            line.text.chop(1);
    }
    return lines;
}

int slotOf(double baseline)
{
    return int(std::floor((baseline - pageStyle().top) / pageStyle().linePitch()));
}

QStringList faults(const PageDocument &document, const PageStyle &style)
{
    return Walk(document, style).faults();
}

} // namespace nianbao::test
