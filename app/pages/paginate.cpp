// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"

#include "chart.h"
#include "paginator.h"
#include "pictures.h"
#include "showntext.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kNotePitch = 1.35; // of a table note's size
constexpr int kIndentCells = 2; // 7.3.3
constexpr double kFigureAir = 1.5; // mm above and under a picture or chart
constexpr double kCaptionSize = 12 * kMmPerPoint; // 小四

} // namespace

Paginator::Paginator(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
    const PageOptions &options)
    : m_report(report)
    , m_style([&] {
        PageStyle asked = style;
        asked.fillsArea = asked.fillsArea || options.fillsArea;
        return asked;
    }())
    , m_fonts(*fonts)
    , m_options(options)
{
    m_document.fonts = std::move(fonts);
    m_document.width = style.paperWidth;
    m_document.height = style.paperHeight;
    m_document.title = report.title().simplified();
}

PageDocument Paginator::run()
{
    if (m_options.cover)
        placeCover();
    newPage();
    placeTitle();
    addText(shownText(m_report, m_report.fact(fact::kIntroduction)).text, QStringLiteral("introduction"));
    placeWaiting(0);
    for (const SectionSpec &section : m_report.spec().sections)
        placeSection(section);
    placeEnd();
    for (Page &page : m_document.pages) {
        if (page.number > 0 && m_options.lineNumbers)
            placeLineNumbers(page);
        if (page.number > 0)
            placePageNumber(page);
        placeDraftMark(page, m_options.draftMark);
    }
    return std::move(m_document);
}

void Paginator::newPage()
{
    Page page;
    page.number = m_document.pages.empty() ? 1 : m_document.pages.back().number + 1;
    m_document.pages.push_back(std::move(page));
    m_slot = 0;
}

int Paginator::sourceIndex(const Source &source)
{
    if (m_document.sources.empty() || !(m_document.sources.back() == source))
        m_document.sources.push_back(source);
    return int(m_document.sources.size()) - 1;
}

int Paginator::addElement(Element::Kind kind, int parent)
{
    m_document.elements.push_back({kind, parent, {}, 1, 1, false});
    return int(m_document.elements.size()) - 1;
}

TextStyle Paginator::bodyStyle(FontRole role) const
{
    return {role, m_style.bodySize, m_style.cell(), m_style.typeWidth, kIndentCells * m_style.cell(), true};
}

void Paginator::addHeading(const QString &text, FontRole role, InkRole ink, const QString &section, int level)
{
    TextBlock block;
    block.lines = breakLines(m_fonts, text, bodyStyle(role));
    block.role = ink;
    block.size = m_style.bodySize;
    block.source = sourceIndex({{}, section, -1});
    block.element = addElement(level == 1 ? Element::Kind::Heading1 : Element::Kind::Heading2);
    block.bookmark = level;
    block.bookmarkText = text;
    block.keepWithNext = true;
    m_waiting.push_back(std::move(block));
}

void Paginator::addText(const QString &text, const QString &section)
{
    const QStringList paragraphs = text.split(u'\n');
    for (int i = 0; i < paragraphs.size(); ++i) {
        addFigures(section, i, false);
        if (paragraphs[i].trimmed().isEmpty())
            continue;
        TextBlock block;
        block.lines = breakLines(m_fonts, paragraphs[i], bodyStyle(FontRole::Body));
        block.size = m_style.bodySize;
        block.source = sourceIndex({{}, section, i});
        block.element = addElement(Element::Kind::Paragraph);
        m_waiting.push_back(std::move(block));
    }
    addFigures(section, int(paragraphs.size()), true);
}

/// Figures behind so many paragraphs; andLater: and those whose paragraph is not there any more.
void Paginator::addFigures(const QString &section, int afterParagraph, bool andLater)
{
    for (int i = 0; i < m_report.illustrations().size(); ++i) {
        const Illustration &figure = m_report.illustrations()[i];
        const int after = std::max(0, figure.afterParagraph);
        if (figure.place.toString() != section || after < afterParagraph
            || (after > afterParagraph && !andLater))
            continue;
        TextBlock block;
        block.figure = i;
        block.role = InkRole::ChartText;
        block.source = sourceIndex({{}, section, std::max(0, after - 1)});
        block.element = addElement(Element::Kind::Figure);
        block.figureLines
            = int(std::ceil((figureHeight(figure) + 2 * kFigureAir) / m_style.linePitch() - 1e-6)) + 1;
        block.figureLines = std::min(block.figureLines, m_style.linesPerPage);
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
        const int count = m_waiting[index].count();
        const bool isLast = index + 1 == m_waiting.size();
        // three lines cannot be parted without leaving one alone
        const bool isWhole = count <= 3 || m_waiting[index].figure >= 0;
        if (m_waiting[index].keepWithNext)
            lines += count;
        else
            lines += isWhole ? count + (isLast ? linesAfter : 0) : 2;
    }
    return lines;
}

/// How many lines of a paragraph this page takes, so that none stands alone at its foot or at the next one's
/// head.
int Paginator::linesThatFit(const TextBlock &block, int done, int needed) const
{
    const int count = block.count() - done;
    if (count + needed <= room())
        return count;
    if (block.keepWithNext || block.figure >= 0)
        return 0;
    int fits = std::min(count, room());
    if (count - fits == 1)
        --fits;
    if (fits == count && needed > 0) // what follows must not stand alone: two lines go along
        fits = count - 2;
    return fits < 2 ? 0 : fits;
}

void Paginator::placeLines(TextBlock &block, int from, int to)
{
    if (block.figure >= 0) {
        placeFigure(block);
        return;
    }
    if (from == 0 && block.bookmark > 0)
        m_document.bookmarks.push_back(
            {block.bookmarkText, block.bookmark, int(m_document.pages.size()) - 1, slotTop(m_slot)});
    for (int i = from; i < to; ++i)
        appendRuns(page(), block.lines[size_t(i)], m_style.left, baselineIn(m_slot++, block.size), block.size,
            {block.role, block.source, block.element});
}

/// Places what waits. linesAfter: lines that must stand on the page of the last block (a table's head, a
/// signature).
void Paginator::placeWaiting(int linesAfter)
{
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        TextBlock &block = m_waiting[i];
        const bool isLast = i + 1 == m_waiting.size();
        const int needed = block.keepWithNext ? linesKeptAfter(i, linesAfter) : isLast ? linesAfter : 0;
        for (int done = 0; done < block.count();) {
            int fits = linesThatFit(block, done, needed);
            if (fits == 0 && m_slot == 0)
                fits = std::min(block.count() - done, room()); // a whole page is all there is
            if (fits > 0)
                placeLines(block, done, done + fits);
            done += fits;
            if (done < block.count())
                newPage();
        }
    }
    m_waiting.clear();
}

double Paginator::figureHeight(const Illustration &figure) const
{
    if (figure.kind == u"chart")
        return Chart(m_report, figure.chart).height();
    const double most = (m_style.linesPerPage - 1) * m_style.linePitch() - 2 * kFigureAir;
    return pictureSize(figure.picture, m_style.typeWidth, most).height();
}

/// The figure in the middle of its lines, its caption on the last one.
void Paginator::placeFigure(TextBlock &block)
{
    const Illustration &figure = m_report.illustrations()[block.figure];
    const double pitch = m_style.linePitch();
    const double height = std::min(figureHeight(figure), (block.figureLines - 1) * pitch - 2 * kFigureAir);
    const double top = slotTop(m_slot) + ((block.figureLines - 1) * pitch - height) / 2;
    const QString caption = figure.caption.trimmed().isEmpty() ? Chart::title(figure.chart) : figure.caption;
    const InkOwner owner{InkRole::ChartText, block.source, block.element};
    Element &element = m_document.elements[size_t(block.element)];
    if (figure.kind == u"chart") {
        const Chart chart(m_report, figure.chart);
        element.alternative = chart.alternative();
        const QRectF area(m_style.left, top, m_style.typeWidth, height);
        chart.draw(page(), m_fonts, area, owner);
        page().fills.push_back({area, QColor(0, 0, 0, 0), block.source}); // a click anywhere finds it
        m_document.elements[size_t(block.element)].box = area;
    } else {
        element.alternative = caption.isEmpty() ? figure.file : caption;
        const QSizeF size = pictureSize(figure.picture, m_style.typeWidth, height);
        const QRectF rect(QPointF(m_style.left + (m_style.typeWidth - size.width()) / 2, top), size);
        element.box = rect;
        page().fills.push_back({rect, QColor(0, 0, 0, 0), block.source});
        if (const auto good = pictureState(figure.picture, figure.file); !good) {
            placeBrokenPicture(rect, figure, owner);
        } else {
            m_document.pictures.push_back({figure.picture, figure.file});
            page().pictures.push_back({rect, int(m_document.pictures.size()) - 1, block.element});
        }
    }
    const int line = m_slot + block.figureLines - 1;
    placeLabel(page(), m_fonts, QStringLiteral("图%1 %2").arg(++m_figuresPlaced).arg(caption).trimmed(),
        {FontRole::Heading2, kCaptionSize, Label::Align::Centre, m_style.typeWidth},
        {m_style.left + m_style.typeWidth / 2, baselineIn(line, kCaptionSize)},
        {InkRole::Caption, block.source, addElement(Element::Kind::Caption, block.element)});
    m_slot += block.figureLines;
}

/// A box that says in words what should stand there.
void Paginator::placeBrokenPicture(const QRectF &rect, const Illustration &figure, const InkOwner &owner)
{
    const QString name = figure.file.isEmpty() ? figure.caption : figure.file;
    m_document.brokenPictures.append(name);
    const double left = rect.left(), right = rect.right(), top = rect.top(), bottom = rect.bottom();
    const double width = m_style.ruleWidth;
    for (const Rule &edge : {Rule{left, top, right, top, width}, Rule{left, bottom, right, bottom, width},
             Rule{left, top, left, bottom, width}, Rule{right, top, right, bottom, width}})
        page().rules.push_back(edge);
    placeLabel(page(), m_fonts, QStringLiteral("（图片“%1”缺失或无法显示）").arg(name),
        {FontRole::Table, m_style.tableSize, Label::Align::Centre, rect.width()},
        {rect.center().x(), rect.center().y() + (kEmAscent - 0.5) * m_style.tableSize}, owner);
}

void Paginator::placeSection(const SectionSpec &section)
{
    addHeading(section.heading(), FontRole::Heading1, InkRole::Heading1, section.id.toString(), 1);
    if (section.kind == SectionSpec::Kind::Table) {
        placeTable(section);
        return;
    }
    const auto subSections = m_report.subSections(section.id);
    const QStringList headings = shownHeadings(m_report, section.id);
    for (int i = 0; i < subSections.size(); ++i) {
        const QString id = QStringLiteral("%1/%2").arg(section.id.toString()).arg(i + 1);
        if (!headings[i].isEmpty())
            addHeading(headings[i], FontRole::Heading2, InkRole::Heading2, id, 2);
        addText(shownText(m_report, subSections[i].text).text, id);
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
        headingLines += heading.count();
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
    const TableFlow::Owners owners = ownersIn(table);
    double y = slotTop(m_slot);
    bool isMarked = false;
    for (int row = 0; row < flow.rows();) {
        auto part = flow.partFor(row, bottom() - y);
        if (part.to == row) {
            if (m_slot > 0) {
                newPage();
                y = slotTop(0);
                continue;
            }
            part.to = row + 1; // one row higher than a page: cut off rather than lost
        }
        if (!std::exchange(isMarked, true))
            m_document.bookmarks.push_back({table.name, 2, int(m_document.pages.size()) - 1, y});
        flow.draw(page(), part, m_style.left, y, owners);
        y += flow.heightOf(part);
        m_slot = m_style.linesPerPage;
        row = part.to;
    }
    placeTableNote(table, y);
    m_slot = std::min(m_style.linesPerPage, int(std::ceil((y - slotTop(0)) / pitch - 1e-6)));
}

/// A row element for each row of the grid, and an element for each cell the first time it is drawn: heads
/// that are repeated on another page are ornament.
TableFlow::Owners Paginator::ownersIn(const TableSpec &table)
{
    const int element = addElement(Element::Kind::Table);
    std::vector<int> rows;
    for (int row = 0; row < table.gridRows; ++row)
        rows.push_back(addElement(Element::Kind::Row, element));
    const auto drawn = std::make_shared<QSet<int>>();
    return {[this](const Source &source) { return sourceIndex(source); },
        [this, rows, drawn, &table](int index) {
            if (drawn->contains(index))
                return -1;
            drawn->insert(index);
            const GridCell &cell = table.grid[index];
            const bool isFigure = cell.kind == GridCell::Kind::Figure;
            const int made = addElement(
                isFigure ? Element::Kind::Cell : Element::Kind::HeadCell, rows[size_t(cell.row)]);
            Element &fresh = m_document.elements[size_t(made)];
            fresh.rowSpan = cell.rowSpan;
            fresh.columnSpan = cell.columnSpan;
            fresh.isRowHead = cell.kind == GridCell::Kind::RowHead;
            return made;
        }};
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
    const InkOwner owner{InkRole::TableNote,
        sourceIndex({{}, section ? section->id.toString() : QString(), -1}),
        addElement(Element::Kind::Paragraph)};
    for (const TextLine &line : lines) {
        if (y + size * kNotePitch > bottom() + 1e-6) {
            newPage();
            y = slotTop(0);
        }
        appendRuns(
            page(), line, m_style.left, y + size * (kNotePitch - 1) / 2 + kEmAscent * size, size, owner);
        y += size * kNotePitch;
    }
}

void Paginator::placeEnd()
{
    const bool hasSignature
        = !m_report.fact(fact::kSignature).isEmpty() || !m_report.fact(fact::kDate).isEmpty();
    const bool isSigned = hasSignature && m_options.signature;
    placeWaiting(isSigned ? signatureLines() : 0);
    if (isSigned)
        placeSignature();
}

PageDocument paginate(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
    const PageOptions &options)
{
    return Paginator(report, style, std::move(fonts), options).run();
}

} // namespace nianbao
