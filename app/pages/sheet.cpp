// SPDX-License-Identifier: MulanPSL-2.0
#include "sheet.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr double kTextSize = 12 * kMmPerPoint; // 小四
constexpr double kCellSize = 10.5 * kMmPerPoint; // 五号
constexpr double kPitch = 1.5; // lines of a paragraph, of the size
constexpr double kCellPitch = 1.3;
constexpr double kPadding = 1; // mm between a rule and text

} // namespace

Sheet::Sheet(PageDocument &document, const PageStyle &style)
    : m_document(document), m_style(style), m_fonts(*document.fonts), m_first(document.pages.size())
{
    newPage();
}

void Sheet::newPage()
{
    Page fresh;
    fresh.number = int(m_document.pages.size() - m_first) + 1;
    m_document.pages.push_back(std::move(fresh));
    m_y = m_style.top;
}

void Sheet::makeRoom(double height)
{
    if (m_y + height > m_style.top + m_style.typeHeight + 1e-6 && m_y > m_style.top)
        newPage();
}

int Sheet::addElement(Element::Kind kind, int parent)
{
    m_document.elements.push_back({kind, parent, {}, 1, 1, false});
    return int(m_document.elements.size()) - 1;
}

void Sheet::addLines(
    const QString &text, const TextStyle &style, double pitch, const InkOwner &owner, bool centred)
{
    for (const TextLine &line : breakLines(m_fonts, text, style)) {
        makeRoom(pitch);
        const double x = m_style.left + (centred ? (m_style.typeWidth - line.width) / 2 : 0);
        appendRuns(
            page(), line, x, m_y + (pitch - style.size) / 2 + kEmAscent * style.size, style.size, owner);
        m_y += pitch;
    }
}

void Sheet::addTitle(const QString &text)
{
    constexpr double kSize = 18 * kMmPerPoint; // 小二
    addLines(text, {FontRole::Title, kSize, kSize, m_style.typeWidth, 0, false}, kSize * kPitch,
        {InkRole::Title, -1, addElement(Element::Kind::Title)}, true);
    m_y += kSize / 2;
}

void Sheet::addHeading(const QString &text)
{
    constexpr double kKept = 25; // mm that follow a heading on its page
    m_y += kTextSize * 0.6;
    makeRoom(kKept);
    m_document.bookmarks.push_back({text, 1, int(m_document.pages.size()) - 1, m_y});
    addLines(text, {FontRole::Heading1, kTextSize, kTextSize, m_style.typeWidth, 0, false},
        kTextSize * kPitch, {InkRole::Heading1, -1, addElement(Element::Kind::Heading1)}, false);
    m_y += kTextSize * 0.3;
}

void Sheet::addParagraph(const QString &text)
{
    addLines(text, {FontRole::Body, kTextSize, kTextSize, m_style.typeWidth, 2 * kTextSize, true},
        kTextSize * kPitch, {InkRole::Paragraph, -1, addElement(Element::Kind::Paragraph)}, false);
}

std::vector<TextLine> Sheet::cellLines(const QString &text, double width) const
{
    std::vector<TextLine> lines;
    const TextStyle style{FontRole::Table, kCellSize, kCellSize, width - 2 * kPadding, 0, false};
    for (const QString &paragraph : text.split(u'\n')) {
        for (TextLine &line : breakLines(m_fonts, paragraph, style))
            lines.push_back(std::move(line));
    }
    return lines;
}

double Sheet::heightOf(const QList<Column> &columns, const QStringList &row, double least) const
{
    double shares = 0;
    for (const Column &column : columns)
        shares += column.share;
    double height = least;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const double width = columns[i].share / shares * m_style.typeWidth;
        height = std::max(
            height, double(cellLines(row.value(i), width).size()) * kCellSize * kCellPitch + 2 * kPadding);
    }
    return height;
}

void Sheet::addRow(
    const QList<Column> &columns, const QStringList &row, double height, int table, bool isHead)
{
    double shares = 0;
    for (const Column &column : columns)
        shares += column.share;
    const int rowElement = table < 0 ? -1 : addElement(Element::Kind::Row, table);
    double x = m_style.left;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const double width = columns[i].share / shares * m_style.typeWidth;
        const QRectF rect(x, m_y, width, height);
        if (isHead)
            page().fills.push_back({rect, m_style.banner, -1});
        const InkOwner owner{isHead ? InkRole::HeadCell : InkRole::Cell, -1,
            table < 0 ? -1 : addElement(isHead ? Element::Kind::HeadCell : Element::Kind::Cell, rowElement)};
        const auto lines = cellLines(row.value(i), width);
        const double pitch = kCellSize * kCellPitch;
        double top = rect.center().y() - double(lines.size()) * pitch / 2;
        for (const TextLine &line : lines) {
            const bool centred = isHead || columns[i].isCentred;
            appendRuns(page(), line, centred ? rect.center().x() - line.width / 2 : x + kPadding,
                top + (pitch - kCellSize) / 2 + kEmAscent * kCellSize, kCellSize, owner);
            top += pitch;
        }
        page().rules.push_back({x, rect.top(), x, rect.bottom(), m_style.ruleWidth});
        x += width;
    }
    page().rules.push_back({x, m_y, x, m_y + height, m_style.ruleWidth});
    for (const double edge : {m_y, m_y + height})
        page().rules.push_back(
            {m_style.left, edge, m_style.left + m_style.typeWidth, edge, m_style.ruleWidth});
    m_y += height;
}

void Sheet::addTable(const QList<Column> &columns, const QList<QStringList> &rows, double least)
{
    QStringList heads;
    for (const Column &column : columns)
        heads.append(column.head);
    const bool hasHead = !heads.join(QString()).isEmpty();
    const double head = hasHead ? heightOf(columns, heads, 0) : 0;
    const int table = addElement(Element::Kind::Table);
    bool isFirst = true;
    for (const QStringList &row : rows) {
        const double height = heightOf(columns, row, least);
        const auto pages = m_document.pages.size();
        makeRoom(height + (isFirst ? head : 0));
        if (hasHead && (isFirst || m_document.pages.size() > pages))
            addRow(columns, heads, head, isFirst ? table : -1, true); // a repeated head is ornament
        addRow(columns, row, height, table, false);
        isFirst = false;
    }
}

void Sheet::finish()
{
    const size_t all = m_document.pages.size() - m_first;
    for (size_t i = m_first; i < m_document.pages.size(); ++i) {
        Page &sheet = m_document.pages[i];
        placeLabel(sheet, m_fonts, QStringLiteral("第 %1 页，共 %2 页").arg(i - m_first + 1).arg(all),
            {FontRole::Table, kCellSize, Label::Align::Centre, 0},
            {m_style.left + m_style.typeWidth / 2,
                m_style.top + m_style.typeHeight + 2 * m_style.pageNumberDrop},
            {InkRole::PageNumber, -1, -1});
    }
}

} // namespace nianbao
