// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"

#include "glyphoutline.h"
#include "pageflow.h"

#include <hb.h>

#include <QDate>
#include <QTransform>

#include <algorithm>
#include <limits>

namespace nianbao {

namespace {

constexpr int kIndent = 2; // cells, 7.3.3
constexpr int kSignatureRight = 2; // 7.3.5.2: 右空二字
constexpr double kDraftAngle = -35; // degrees
constexpr double kDraftSize = 80; // mm, em of the draft mark
constexpr double kDraftWidth = 200; // mm at most, along its baseline

constexpr size_t kMostTitleLines = 5;

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// What it costs the sense of a title to begin a line here: nothing before the year, little after it or
/// behind the name of a place, much elsewhere.
double senseCost(const std::u32string &text, size_t at)
{
    if (isDigit(text[at]) && !isDigit(text[at - 1]))
        return 0;
    const std::u32string_view places = U"省市区县州盟旗镇乡 ";
    if (at > 1 && text[at - 1] == U'年' && isDigit(text[at - 2]))
        return 1;
    return places.find(text[at - 1]) != std::u32string_view::npos ? 2 : 6;
}

struct TitleSplit {
    double cost = std::numeric_limits<double>::max();
    std::vector<size_t> at{};
};

/// The cheapest way to part the title into the given number of lines that fit; 7.3.1: whole in meaning,
/// balanced.
void splitTitle(const std::u32string &text, const std::vector<TextFlow::Break> &breaks, double width,
    size_t lines, size_t from, TitleSplit current, TitleSplit &best)
{
    const double before = from > 0 ? breaks[from - 1].before : 0;
    const double total = breaks.back().before;
    const auto costOf = [&](double line) { return std::abs(line - total / double(lines)) / width; };
    if (current.at.size() + 1 == lines) {
        const double last = total - before;
        current.cost += costOf(last);
        if (last <= width && current.cost < best.cost)
            best = current;
        return;
    }
    for (size_t i = from; i + 1 < breaks.size() && breaks[i].before - before <= width; ++i) {
        TitleSplit next = current;
        next.cost += costOf(breaks[i].before - before) + senseCost(text, breaks[i].index);
        next.at.push_back(breaks[i].index);
        if (next.cost < best.cost)
            splitTitle(text, breaks, width, lines, i + 1, next, best);
    }
}

std::vector<TextLine> titleLines(
    const TextFlow &flow, const QString &title, const TextStyle &style, double width)
{
    std::vector<TextLine> result;
    for (const QString &part : title.split(u'\n')) { // the user's own line ends hold
        const auto breaks = flow.breaks(part, style);
        TitleSplit best;
        for (size_t lines = 1; lines <= kMostTitleLines && best.cost > 1e6; ++lines)
            splitTitle(printable(part), breaks, width, lines, 0, {0, {}}, best);
        const bool isSplit = best.cost < 1e6;
        for (TextLine &line :
            isSplit ? flow.linesAt(part, style, best.at) : flow.lines(part, style, {width, 0, false})) {
            if (!line.letters.empty())
                result.push_back(std::move(line));
        }
    }
    return result;
}

/// Puts one report on pages: decides what is printed, PageFlow decides where.
class Pagination {
public:
    Pagination(const Report &report, const PageStyle &style, PageDocument &document)
        : m_report(report)
        , m_style(style)
        , m_document(document)
        , m_text(document.fonts)
        , m_flow(document, style)
    { }

    void run();

private:
    int source(const QString &section, int paragraph = -1);
    TextStyle bodyStyle(FontRole role) const { return {role, m_style.bodySize, m_style.cell()}; }
    TextBlock block(const QString &text, FontRole role, InkRole ink, int source) const;
    void addTitle();
    void addParagraphs(const QString &text, const QString &section);
    void addHeading(const QString &text, int level, const QString &section);
    void addNarrative(const SectionSpec &section);
    void addParagraph(TextBlock paragraph);
    void flushParagraph(int tail);
    TextBlock signature();

    const Report &m_report;
    const PageStyle &m_style;
    PageDocument &m_document;
    TextFlow m_text;
    PageFlow m_flow;
    TextBlock m_last; // the last paragraph waits: what follows it may be the signature
};

int Pagination::source(const QString &section, int paragraph)
{
    m_document.sources.push_back({{}, section, paragraph});
    return int(m_document.sources.size()) - 1;
}

TextBlock Pagination::block(const QString &text, FontRole role, InkRole ink, int source) const
{
    TextBlock result;
    result.lines = m_text.lines(text, bodyStyle(role), {m_style.typeWidth, kIndent * m_style.cell(), true});
    result.like.size = m_style.bodySize;
    result.like.role = ink;
    result.like.source = source;
    return result;
}

void Pagination::addTitle()
{
    GlyphRun like;
    like.size = m_style.titleSize;
    like.role = InkRole::Title;
    like.source = source(QStringLiteral("title"));
    const TextStyle style{FontRole::Title, m_style.titleSize, m_style.titleSize};
    m_flow.addTitle(titleLines(m_text, m_report.title(), style, m_style.typeWidth), like);
}

void Pagination::addParagraph(TextBlock paragraph)
{
    if (paragraph.lines.empty())
        return;
    flushParagraph(0);
    m_last = std::move(paragraph);
}

void Pagination::flushParagraph(int tail)
{
    m_flow.addParagraph(m_last, tail);
    m_last = {};
}

void Pagination::addParagraphs(const QString &text, const QString &section)
{
    const QStringList paragraphs = text.split(u'\n');
    for (int i = 0; i < paragraphs.size(); ++i) {
        if (!printable(paragraphs[i]).empty())
            addParagraph(block(paragraphs[i], FontRole::Body, InkRole::Paragraph, source(section, i)));
    }
}

void Pagination::addHeading(const QString &text, int level, const QString &section)
{
    flushParagraph(0);
    const bool first = level == 1;
    TextBlock heading = block(text, first ? FontRole::Heading1 : FontRole::Heading2,
        first ? InkRole::Heading1 : InkRole::Heading2, source(section));
    const std::u32string words = printable(text);
    heading.bookmarkLevel = level;
    heading.bookmark = QString::fromUcs4(words.data(), qsizetype(words.size()));
    m_flow.addHeading(std::move(heading));
}

void Pagination::addNarrative(const SectionSpec &section)
{
    const QList<SubSection> subs = m_report.subSections(section.id);
    const QStringList headings = numberedHeadings(subs);
    for (int i = 0; i < subs.size(); ++i) {
        const QString place = section.id.toString() + u'/' + QString::number(i + 1);
        if (!headings[i].isEmpty())
            addHeading(headings[i], 2, place);
        addParagraphs(subs[i].text, place);
    }
}

/// 7.3.5.2 without a seal: the name two characters from the right edge, the date two characters further in
/// than the name; a date longer than the name stands two characters from the edge and pushes the name left.
TextBlock Pagination::signature()
{
    const QDate date = QDate::fromString(m_report.fact(fact::kDate).trimmed(), Qt::ISODate);
    QString name = m_report.fact(fact::kSignature);
    if (printable(name).empty() && date.isValid())
        name = m_report.fact(fact::kName);
    const TextStyle style = bodyStyle(FontRole::Body);
    const double cell = m_style.cell();
    const double right = m_style.typeWidth - kSignatureRight * cell;
    TextBlock result;
    result.like.size = m_style.bodySize;
    result.like.role = InkRole::Signature;
    result.lines = m_text.lines(name, style, {right, 0, false});
    double nameWidth = 0;
    for (const TextLine &line : result.lines)
        nameWidth = std::max(nameWidth, line.width);
    double dateLeft = 0;
    double nameRight = right;
    if (date.isValid()) {
        const QString words
            = QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
        const TextLine line = m_text.line(words, style);
        dateLeft = right - nameWidth + kSignatureRight * cell;
        if (line.width > nameWidth) {
            dateLeft = right - line.width;
            nameRight = dateLeft - kSignatureRight * cell + nameWidth;
        }
        result.lines.push_back(line);
    }
    for (size_t i = 0; i < result.lines.size(); ++i)
        result.lefts.push_back(
            date.isValid() && i + 1 == result.lines.size() ? dateLeft : nameRight - result.lines[i].width);
    if (!result.lines.empty())
        result.like.source = source(QStringLiteral("organisation"));
    return result;
}

void Pagination::run()
{
    addTitle();
    addParagraphs(m_report.fact(fact::kIntroduction), QStringLiteral("introduction"));
    for (const SectionSpec &section : m_report.spec().sections) {
        addHeading(section.heading(), 1, section.id.toString());
        if (section.kind == SectionSpec::Kind::Narrative) {
            addNarrative(section);
        } else if (m_report.spec().table(section.table)) {
            TableFlow table(m_report, section, m_style, m_text, m_document.sources);
            m_flow.addTable(table);
        }
    }
    const TextBlock signed_ = signature();
    const bool isSigned = !signed_.lines.empty();
    flushParagraph(isSigned ? int(signed_.lines.size()) + 1 : 0);
    if (isSigned)
        m_flow.addTogether(signed_, 1);
    m_flow.finish();
}

/// 7.5: 一字线 left and right, its top 7 mm under the type area; odd pages one character from the right edge,
/// even pages one from the left.
void addPageNumbers(PageDocument &document, const PageStyle &style)
{
    const TextFlow text(document.fonts);
    const double size = style.pageNumberSize;
    const FontSet::Hit dash = document.fonts->find(FontRole::Table, U'—');
    const FontFace &face = document.fonts->face(dash.face);
    hb_glyph_extents_t ink;
    double top = 0.4; // em over the baseline
    if (hb_font_get_glyph_extents(face.font(), dash.glyph, &ink))
        top = ink.y_bearing / double(face.unitsPerEm());
    for (Page &page : document.pages) {
        const TextLine line
            = text.line(QStringLiteral("— %1 —").arg(page.number), {FontRole::Table, size, size});
        GlyphRun like;
        like.size = size;
        like.role = InkRole::PageNumber;
        like.baseline = style.top + style.typeHeight + style.pageNumberDrop + top * size;
        const double x
            = page.number % 2 ? style.left + style.typeWidth - size - line.width : style.left + size;
        appendRuns(page.runs, line, x, like);
    }
}

void addDraftMark(PageDocument &document, const PageStyle &style, const QString &mark)
{
    const std::u32string words = printable(mark);
    if (words.empty())
        return;
    QPainterPath path;
    double pen = 0;
    for (const char32_t c : words) {
        const FontSet::Hit hit = document.fonts->find(FontRole::Heading1, c);
        path.addPath(glyphOutline(document.fonts->face(hit.face), hit.glyph).translated(pen, 0));
        pen += hit.advance;
    }
    const double size = std::min(kDraftSize, kDraftWidth / std::max(pen, 1.0));
    const QPointF middle = path.boundingRect().center();
    QTransform place;
    place.translate(style.paperWidth / 2, style.paperHeight / 2);
    place.rotate(kDraftAngle);
    place.scale(size, size);
    place.translate(-middle.x(), -middle.y());
    const Shape shape{place.map(path), QColor(224, 224, 224)};
    for (Page &page : document.pages)
        page.shapes.push_back(shape);
}

} // namespace

PageDocument paginate(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
    const PageOptions &options)
{
    PageDocument document;
    document.width = style.paperWidth;
    document.height = style.paperHeight;
    document.title = report.title().simplified();
    document.fonts = std::move(fonts);
    Pagination(report, style, document).run();
    addPageNumbers(document, style);
    addDraftMark(document, style, options.draftMark);
    return document;
}

} // namespace nianbao
