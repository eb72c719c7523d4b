// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"

#include "glyphoutline.h"
#include "tableflow.h"
#include "textflow.h"

#include <QDate>
#include <QRegularExpression>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kTitlePitch = 34 * kMmPerPoint; // customary for 2号, GB/T 9704 says nothing
constexpr double kNotePitch = 1.35; // of a table note's size
constexpr int kIndentCells = 2; // 7.3.3
constexpr int kSignatureRight = 2; // cells free at the right, 7.3.5.2

/// Something that stands on the line grid: a heading or a paragraph.
struct TextBlock {
    std::vector<TextLine> lines{};
    InkRole role = InkRole::Paragraph;
    double size = 0;
    int source = -1;
    int bookmark = 0; // level; 0: none
    QString bookmarkText{};
    bool keepWithNext = false;
};

class Paginator {
public:
    Paginator(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts)
        : m_report(report), m_style(style), m_fonts(*fonts)
    {
        m_document.fonts = std::move(fonts);
        m_document.width = style.paperWidth;
        m_document.height = style.paperHeight;
        m_document.title = report.title().simplified();
    }

    PageDocument run(const PageOptions &options)
    {
        newPage();
        placeTitle();
        addText(m_report.fact(fact::kIntroduction), QStringLiteral("introduction"));
        placeWaiting(0);
        for (const SectionSpec &section : m_report.spec().sections)
            placeSection(section);
        placeEnd();
        for (Page &page : m_document.pages) {
            placePageNumber(page);
            placeDraftMark(page, options.draftMark);
        }
        return std::move(m_document);
    }

private:
    // the grid
    void newPage()
    {
        Page page;
        page.number = int(m_document.pages.size()) + 1;
        m_document.pages.push_back(std::move(page));
        m_slot = 0;
    }
    Page &page() { return m_document.pages.back(); }
    int room() const { return m_style.linesPerPage - m_slot; }
    double slotTop(int slot) const { return m_style.top + slot * m_style.linePitch(); }
    double baselineIn(int slot, double size) const
    {
        return slotTop(slot) + (m_style.linePitch() - size) / 2 + kEmAscent * size;
    }
    int sourceIndex(const Source &source)
    {
        if (m_document.sources.empty() || !(m_document.sources.back() == source))
            m_document.sources.push_back(source);
        return int(m_document.sources.size()) - 1;
    }
    TextStyle bodyStyle(FontRole role) const
    {
        return {
            role, m_style.bodySize, m_style.cell(), m_style.typeWidth, kIndentCells * m_style.cell(), true};
    }

    // what waits to be placed: headings and paragraphs in order
    void addHeading(const QString &text, FontRole role, InkRole ink, const QString &section, int level);
    void addText(const QString &text, const QString &section);
    void placeWaiting(int linesAfter);
    void placeAllButHeadings();
    int linesKeptAfter(size_t index, int linesAfter) const;
    int linesThatFit(const TextBlock &block, int needed) const;
    void placeLines(const TextBlock &block, size_t from, size_t to);

    void placeTitle();
    QStringList titleLines() const;
    void placeSection(const SectionSpec &section);
    void placeTable(const SectionSpec &section);
    std::vector<TextLine> tableNote(const TableSpec &table) const;
    void placeTableNote(const TableSpec &table, double &y);
    void placeEnd();
    void placeSignature();
    void placePageNumber(Page &page);
    void placeDraftMark(Page &page, const QString &mark) const;

    const Report &m_report;
    const PageStyle &m_style;
    const FontSet &m_fonts;
    PageDocument m_document;
    std::vector<TextBlock> m_waiting;
    int m_slot = 0; // next free line of the page, 0 to linesPerPage
};

void Paginator::addHeading(const QString &text, FontRole role, InkRole ink, const QString &section, int level)
{
    TextBlock block;
    block.lines = breakLines(m_fonts, text, bodyStyle(role));
    block.role = ink;
    block.size = m_style.bodySize;
    block.source = sourceIndex({{}, section, -1});
    block.bookmark = level;
    block.bookmarkText = text;
    block.keepWithNext = true;
    m_waiting.push_back(std::move(block));
}

void Paginator::addText(const QString &text, const QString &section)
{
    if (text.trimmed().isEmpty())
        return;
    const QStringList paragraphs = text.split(u'\n');
    for (int i = 0; i < paragraphs.size(); ++i) {
        if (paragraphs[i].trimmed().isEmpty())
            continue;
        TextBlock block;
        block.lines = breakLines(m_fonts, paragraphs[i], bodyStyle(FontRole::Body));
        block.size = m_style.bodySize;
        block.source = sourceIndex({{}, section, i});
        m_waiting.push_back(std::move(block));
    }
}

/// Lines that must follow a block on its page: a heading takes the next heading and two lines of text with
/// it.
int Paginator::linesKeptAfter(size_t index, int linesAfter) const
{
    int lines = 0;
    while (m_waiting[index].keepWithNext) {
        if (++index == m_waiting.size())
            return lines + linesAfter;
        const auto count = int(m_waiting[index].lines.size());
        const bool isLast = index + 1 == m_waiting.size();
        const bool isWhole = count <= 3; // three lines cannot be parted without leaving one alone
        if (m_waiting[index].keepWithNext)
            lines += count;
        else
            lines += isWhole ? count + (isLast ? linesAfter : 0) : 2;
    }
    return lines;
}

/// How many lines of a paragraph this page takes, so that none stands alone at its foot or at the next one's
/// head.
int Paginator::linesThatFit(const TextBlock &block, int needed) const
{
    const auto count = int(block.lines.size());
    if (count + needed <= room())
        return count;
    if (block.keepWithNext)
        return 0;
    int fits = std::min(count, room());
    if (count - fits == 1)
        --fits;
    if (fits == count && needed > 0) // what follows must not stand alone: two lines go along
        fits = count - 2;
    return fits < 2 ? 0 : fits;
}

void Paginator::placeLines(const TextBlock &block, size_t from, size_t to)
{
    if (from == 0 && block.bookmark > 0)
        m_document.bookmarks.push_back(
            {block.bookmarkText, block.bookmark, int(m_document.pages.size()) - 1, slotTop(m_slot)});
    for (size_t i = from; i < to; ++i)
        appendRuns(page(), block.lines[i], m_style.left, baselineIn(m_slot++, block.size), block.size,
            block.role, block.source);
}

/// Places what waits. linesAfter: lines that must stand on the page of the last block (a table's head, a
/// signature).
void Paginator::placeWaiting(int linesAfter)
{
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        const TextBlock &block = m_waiting[i];
        const bool isLast = i + 1 == m_waiting.size();
        const int needed = block.keepWithNext ? linesKeptAfter(i, linesAfter) : isLast ? linesAfter : 0;
        size_t done = 0;
        while (done < block.lines.size()) {
            TextBlock rest = block;
            rest.lines.erase(rest.lines.begin(), rest.lines.begin() + qsizetype(done));
            int fits = linesThatFit(rest, needed);
            if (fits == 0 && m_slot == 0)
                fits = std::min(int(rest.lines.size()), room()); // a whole page is all there is
            if (fits > 0)
                placeLines(block, done, done + size_t(fits));
            done += size_t(fits);
            if (done < block.lines.size())
                newPage();
        }
    }
    m_waiting.clear();
}

/// One line, or broken at sense: after the body's name, or before what kind of paper it is; a long name
/// between the bodies it names.
QStringList Paginator::titleLines() const
{
    const QString stated = m_report.title().trimmed();
    const double em = m_style.titleSize;
    const TextStyle style{FontRole::Title, em, em, m_style.typeWidth, 0, false};
    QStringList lines = stated.split(u'\n', Qt::SkipEmptyParts);
    constexpr double kComfortable = 0.92; // of the type area: fuller lines are broken in two
    const auto fits = [&](const QString &text) {
        return textWidth(m_fonts, text, style) <= m_style.typeWidth * kComfortable;
    };
    if (lines.size() > 1)
        return lines;
    if (fits(stated))
        return {stated};
    static const QRegularExpression year(QStringLiteral("(?<=.)(?=[0-9０-９]{4}年)"));
    const QString paper = m_report.spec().titlePattern.section(QStringLiteral("年"), 1);
    const auto yearAt = year.match(stated).capturedStart();
    const auto cut = yearAt > 0 ? yearAt : stated.indexOf(paper);
    if (cut <= 0)
        return {stated};
    const QString head = stated.left(cut);
    if (fits(head))
        return {head, stated.mid(cut)};
    const auto middle = head.size() / 2; // a name of several bodies: at the border nearest to its middle
    qsizetype best = middle;
    qsizetype distance = head.size();
    for (qsizetype i = 1; i < head.size() - 1; ++i) {
        if (QStringLiteral("省市区县旗州盟").contains(head[i]) && std::abs(i + 1 - middle) < distance) {
            best = i + 1;
            distance = std::abs(i + 1 - middle);
        }
    }
    return {head.left(best), head.mid(best), stated.mid(cut)};
}

void Paginator::placeTitle()
{
    const double em = m_style.titleSize;
    const TextStyle style{FontRole::Title, em, em, m_style.typeWidth, 0, false};
    std::vector<TextLine> lines;
    for (const QString &text : titleLines()) {
        for (TextLine &line : breakLines(m_fonts, text, style))
            lines.push_back(std::move(line));
    }
    const double height = double(lines.size()) * kTitlePitch;
    const int slots = int(std::ceil(height / m_style.linePitch()));
    double top = slotTop(0) + (slots * m_style.linePitch() - height) / 2;
    const int source = sourceIndex({{}, QStringLiteral("title"), -1});
    for (const TextLine &line : lines) {
        const double x = m_style.left + (m_style.typeWidth - line.width) / 2;
        appendRuns(
            page(), line, x, top + (kTitlePitch - em) / 2 + kEmAscent * em, em, InkRole::Title, source);
        top += kTitlePitch;
    }
    m_slot = slots + 1; // one empty line under the title
}

void Paginator::placeSection(const SectionSpec &section)
{
    addHeading(section.heading(), FontRole::Heading1, InkRole::Heading1, section.id.toString(), 1);
    if (section.kind == SectionSpec::Kind::Table) {
        placeTable(section);
        return;
    }
    const auto subSections = m_report.subSections(section.id);
    const QStringList headings = numberedHeadings(subSections);
    for (int i = 0; i < subSections.size(); ++i) {
        const QString id = QStringLiteral("%1/%2").arg(section.id.toString()).arg(i + 1);
        if (!headings[i].isEmpty())
            addHeading(headings[i], FontRole::Heading2, InkRole::Heading2, id, 2);
        addText(subSections[i].text, id);
    }
    if (&section != &m_report.spec().sections.last())
        placeAllButHeadings();
}

/// Headings without text of their own wait for what follows them.
void Paginator::placeAllButHeadings()
{
    auto first = m_waiting.end();
    while (first != m_waiting.begin() && std::prev(first)->keepWithNext)
        --first;
    std::vector<TextBlock> headings(std::make_move_iterator(first), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(first, m_waiting.end());
    placeWaiting(0);
    m_waiting = std::move(headings);
}

void Paginator::placeTable(const SectionSpec &section)
{
    const TableSpec &table = *m_report.spec().table(section.table);
    const double pitch = m_style.linePitch();
    int headingLines = 0;
    for (const TextBlock &heading : m_waiting)
        headingLines += int(heading.lines.size());
    const double notes = double(tableNote(table).size()) * m_style.tableSmallSize * kNotePitch;
    const double whole = (m_style.linesPerPage - headingLines) * pitch - notes;
    // the largest text size with which the table stands on one page; else the smallest, and it is broken
    double size = m_style.tableSize;
    constexpr double kStep = 0.25 * kMmPerPoint;
    TableFlow flow(m_report, table, m_style, m_fonts, size);
    while (flow.height() > whole && size - kStep >= m_style.tableSmallSize - 1e-6) {
        size -= kStep;
        flow = TableFlow(m_report, table, m_style, m_fonts, size);
    }
    const double left = (room() - headingLines) * pitch;
    const bool fitsAPage = flow.height() <= whole;
    const int linesAfter = fitsAPage ? int(std::ceil((flow.height() + notes) / pitch - 1e-6))
                                     : int(std::ceil(flow.heightOf(flow.partFor(0, whole)) / pitch));
    const int least
        = fitsAPage || left < whole / 2 ? linesAfter : 2; // a long table begins where there is room
    placeWaiting(least);
    double y = slotTop(m_slot);
    for (int row = 0; row < flow.rows();) {
        const double bottom = m_style.top + m_style.typeHeight;
        auto part = flow.partFor(row, bottom - y);
        if (part.to == row) {
            if (m_slot > 0) {
                newPage();
                y = slotTop(0);
                continue;
            }
            part.to = row + 1; // one row higher than a page: cut off rather than lost
        }
        flow.draw(
            page(), part, m_style.left, y, [this](const Source &source) { return sourceIndex(source); });
        y += flow.heightOf(part);
        m_slot = m_style.linesPerPage;
        row = part.to;
    }
    placeTableNote(table, y);
    m_slot = std::min(m_style.linesPerPage, int(std::ceil((y - m_style.top) / pitch - 1e-6)));
}

std::vector<TextLine> Paginator::tableNote(const TableSpec &table) const
{
    std::vector<TextLine> lines;
    const QString note = m_report.fact(QLatin1String(fact::kTableNote) + table.id.toString()).trimmed();
    if (note.isEmpty())
        return lines;
    const double size = m_style.tableSmallSize;
    const TextStyle style{FontRole::Table, size, size, m_style.typeWidth, 0, true};
    for (const QString &paragraph : note.split(u'\n')) {
        for (TextLine &line : breakLines(m_fonts, paragraph, style))
            lines.push_back(std::move(line));
    }
    return lines;
}

void Paginator::placeTableNote(const TableSpec &table, double &y)
{
    const double size = m_style.tableSmallSize;
    const auto lines = tableNote(table);
    if (lines.empty())
        return;
    const SectionSpec *section = m_report.spec().sectionOfTable(table.id);
    const int source = sourceIndex({{}, section ? section->id.toString() : QString(), -1});
    for (const TextLine &line : lines) {
        if (y + size * kNotePitch > m_style.top + m_style.typeHeight + 1e-6) {
            newPage();
            y = slotTop(0);
        }
        appendRuns(page(), line, m_style.left, y + size * (kNotePitch - 1) / 2 + kEmAscent * size, size,
            InkRole::TableNote, source);
        y += size * kNotePitch;
    }
}

void Paginator::placeEnd()
{
    const bool hasSignature
        = !m_report.fact(fact::kSignature).isEmpty() || !m_report.fact(fact::kDate).isEmpty();
    placeWaiting(hasSignature ? 3 : 0);
    if (hasSignature)
        placeSignature();
}

/// GB/T 9704 7.3.5.2: after an empty line the name, two cells free at its right; under it the date, beginning
/// two cells right of the name; a date longer than the name stands two cells from the right and the name
/// moves left.
void Paginator::placeSignature()
{
    const QString stated = m_report.fact(fact::kSignature);
    const QString name = stated.isEmpty() ? m_report.fact(fact::kName) : stated;
    const QDate day = QDate::fromString(m_report.fact(fact::kDate), Qt::ISODate);
    const QString date = day.isValid()
        ? QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day())
        : QString();
    TextStyle style = bodyStyle(FontRole::Body);
    style.indent = 0;
    style.justified = false;
    const double cell = m_style.cell();
    const double right = m_style.left + m_style.typeWidth - kSignatureRight * cell;
    const double nameWidth
        = std::min(textWidth(m_fonts, name, style), m_style.typeWidth - kSignatureRight * cell);
    const double dateWidth = textWidth(m_fonts, date, style);
    double nameX = right - nameWidth;
    double dateX = nameX + 2 * cell;
    if (dateWidth > nameWidth || dateX + dateWidth > m_style.left + m_style.typeWidth) {
        dateX = right - dateWidth;
        nameX = std::min(nameX, dateX - 2 * cell);
    }
    if (room() < 3)
        newPage();
    else
        ++m_slot;
    const int source = sourceIndex({{}, QStringLiteral("introduction"), -1});
    const auto place = [&](const QString &text, double x) {
        for (const TextLine &line : breakLines(m_fonts, text, style))
            appendRuns(page(), line, std::max(x, m_style.left), baselineIn(m_slot++, m_style.bodySize),
                m_style.bodySize, InkRole::Signature, source);
    };
    place(name, nameX);
    if (!date.isEmpty())
        place(date, dateX);
}

/// 7.5: — 1 —, 4号 宋体; the dash's top 7 mm under the type area; odd pages one em free at the right, even
/// ones at the left.
void Paginator::placePageNumber(Page &onPage)
{
    const double em = m_style.pageNumberSize;
    const TextStyle style{FontRole::Table, em, em, m_style.typeWidth, 0, false};
    const auto lines = breakLines(m_fonts, QStringLiteral("— %1 —").arg(onPage.number), style);
    const TextLine &line = lines.front();
    const auto dash = m_fonts.find(FontRole::Table, U'—');
    const double dashTop = -glyphOutline(m_fonts.face(dash.face), dash.glyph).boundingRect().top() * em;
    const double baseline = m_style.top + m_style.typeHeight + m_style.pageNumberDrop + dashTop;
    const bool isOdd = onPage.number % 2 == 1;
    const double x = isOdd ? m_style.left + m_style.typeWidth - em - line.width : m_style.left + em;
    appendRuns(onPage, line, x, baseline, em, InkRole::PageNumber, -1);
}

/// The mark is drawn as shapes, so that it never gets between the words of a search.
void Paginator::placeDraftMark(Page &onPage, const QString &mark) const
{
    constexpr double kMarkSize = 70; // mm
    constexpr double kAngle = -35;
    QPainterPath words;
    double x = 0;
    for (const QChar c : mark) {
        const auto hit = m_fonts.find(FontRole::Heading1, c.unicode());
        words.addPath(QTransform::fromScale(kMarkSize, kMarkSize)
                          .map(glyphOutline(m_fonts.face(hit.face), hit.glyph))
                          .translated(x, 0));
        x += kMarkSize * 1.1;
    }
    if (words.isEmpty())
        return;
    words.setFillRule(Qt::WindingFill);
    QTransform turn;
    turn.translate(m_style.paperWidth / 2, m_style.paperHeight / 2);
    turn.rotate(kAngle);
    const QPointF middle = words.boundingRect().center();
    onPage.shapes.push_back({turn.map(words.translated(-middle)), QColor(0xEC, 0xEC, 0xEC)});
}

} // namespace

PageDocument paginate(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
    const PageOptions &options)
{
    return Paginator(report, style, std::move(fonts)).run(options);
}

} // namespace nianbao
