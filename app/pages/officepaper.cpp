// SPDX-License-Identifier: MulanPSL-2.0
#include "officepaper.h"

#include "inklines.h"

namespace nianbao {

namespace {

constexpr double kTextSize = 12 * kMmPerPoint; // 小四
constexpr double kCellSize = 10.5 * kMmPerPoint; // 五号
constexpr double kPitch = 1.5; // lines of a paragraph, of the size

} // namespace

OfficePaper::OfficePaper(PageDocument &document, const PageStyle &style)
    : PartLayout(document, style, style.top)
{ }

void OfficePaper::place(const Manuscript::Part &part)
{
    newPage();
    for (const Block &block : part.blocks)
        std::visit([this](const auto &each) { placeBlock(each); }, block);
    placePageNumbers();
}

void OfficePaper::newPage()
{
    PartLayout::newPage();
    m_y = m_top;
}

void OfficePaper::makeRoom(double height)
{
    if (m_y + height > bottom() + 1e-6 && m_y > m_top)
        newPage();
}

void OfficePaper::placeLines(
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

void OfficePaper::placeBlock(const TitleBlock &title)
{
    constexpr double kSize = 18 * kMmPerPoint; // 小二
    const InkOwner owner{InkRole::Title, sourceIndex(title.place), addElement(Element::Kind::Title)};
    for (const QString &line : title.lines)
        placeLines(
            line, {FontRole::Title, kSize, kSize, m_style.typeWidth, 0, false}, kSize * kPitch, owner, true);
    m_y += kSize / 2;
}

void OfficePaper::placeBlock(const HeadingBlock &heading)
{
    constexpr double kKept = 25; // mm that follow a heading on its page
    m_y += kTextSize * 0.6;
    makeRoom(kKept);
    m_document.bookmarks.push_back({heading.text, 1, pageIndex(), m_y});
    placeLines(heading.text, {FontRole::Heading1, kTextSize, kTextSize, m_style.typeWidth, 0, false},
        kTextSize * kPitch,
        {InkRole::Heading1, sourceIndex(heading.place), addElement(Element::Kind::Heading1)}, false);
    m_y += kTextSize * 0.3;
}

void OfficePaper::placeBlock(const ParagraphBlock &paragraph)
{
    QString words;
    auto before = ChangedWords::Kind::Kept;
    for (const ChangedWords &each : paragraph.changes) {
        // what went and what came in its place do not run together; a blank has no ink
        if (before != ChangedWords::Kind::Kept && each.kind != ChangedWords::Kind::Kept)
            words += u' ';
        words += each.text;
        before = each.kind;
    }
    const InkOwner owner{
        InkRole::Paragraph, sourceIndex(paragraph.place), addElement(Element::Kind::Paragraph)};
    placeLines(paragraph.changes.isEmpty() ? paragraph.text : words,
        {FontRole::Body, kTextSize, kTextSize, m_style.typeWidth, 2 * kTextSize, true}, kTextSize * kPitch,
        owner, false);
    drawChanges(paragraph.changes, owner.element);
}

/// Struck out and underlined, on a ground of its own colour each: also read where there is no colour.
void OfficePaper::drawChanges(const QList<ChangedWords> &changes, int element)
{
    qsizetype from = 0;
    for (const ChangedWords &each : changes) {
        const qsizetype count = inkCharacters(each.text);
        if (each.kind != ChangedWords::Kind::Kept && count > 0) {
            const bool isDeleted = each.kind == ChangedWords::Kind::Deleted;
            for (const InkLine &line : inkLines(m_document, m_first, element, from, count)) {
                Page &onPage = m_document.pages[size_t(line.page)];
                drawGround(onPage, line.box, isDeleted ? QColor(0xFD, 0xE7, 0xE7) : QColor(0xE2, 0xF3, 0xE6));
                if (isDeleted)
                    drawThrough(onPage, line.box, QColor(0xC0, 0x1C, 0x1C));
                else
                    drawUnder(onPage, line.box, QColor(0x00, 0x70, 0x30));
            }
        }
        from += count;
    }
}

void OfficePaper::placeBlock(const TableBlock &table)
{
    m_y = placeTableRows(table, TableFlow(table, m_style, m_fonts, kCellSize), m_y);
}

void OfficePaper::placePageNumbers()
{
    const size_t all = m_document.pages.size() - m_first;
    for (size_t i = m_first; i < m_document.pages.size(); ++i) {
        placeLabel(m_document.pages[i], m_fonts,
            QStringLiteral("第 %1 页，共 %2 页").arg(i - m_first + 1).arg(all),
            {FontRole::Table, kCellSize, Label::Align::Centre, 0},
            {m_style.left + m_style.typeWidth / 2,
                m_style.top + m_style.typeHeight + 2 * m_style.pageNumberDrop},
            {InkRole::PageNumber, -1, -1});
    }
}

} // namespace nianbao
