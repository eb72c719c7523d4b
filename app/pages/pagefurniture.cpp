// SPDX-License-Identifier: MulanPSL-2.0
// What stands around the text: cover, title, signature, page and line numbers, draft mark.
#include "digits.h"
#include "glyphoutline.h"
#include "paginator.h"
#include "titlelines.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <map>

namespace nianbao {

namespace {

constexpr double kTitlePitch = 34 * kMmPerPoint; // customary for 2号, GB/T 9704 says nothing
constexpr int kSealedAbove = 2; // empty lines: the seal's top lies within one line of the text, 7.3.5.1
constexpr int kSealedBelow = 1; // line that a seal of 42 mm covers under the date

} // namespace

/// A first page of its own: the title at a third of its height, body and month at its foot.
void Paginator::placeCover(const TitleBlock &title)
{
    Page cover;
    cover.number = 0;
    m_document.pages.push_back(std::move(cover));
    const double em = m_style.titleSize;
    const double middle = m_style.left + m_style.typeWidth / 2;
    double y = m_style.top + m_style.typeHeight * 0.28;
    const int element = addElement(Element::Kind::Title);
    for (const QString &line : titleLines(title, m_style, m_fonts)) {
        placeLabel(page(), m_fonts, line, {FontRole::Title, em, Label::Align::Centre, m_style.typeWidth},
            {middle, y}, {InkRole::Title, sourceIndex(title.place), element});
        y += kTitlePitch;
    }
    const QDate day = title.publisher.date;
    const QStringList foot = signatureNames(title.publisher, m_style, m_fonts, m_options.seal)
        << (day.isValid() ? QStringLiteral("%1年%2月").arg(day.year()).arg(day.month()) : QString());
    y = m_style.top + m_style.typeHeight * 0.86 - double(foot.size() - 2) * m_style.linePitch();
    for (const QString &line : foot) {
        placeLabel(page(), m_fonts, line,
            {FontRole::Heading2, m_style.bodySize, Label::Align::Centre, m_style.typeWidth}, {middle, y},
            {InkRole::Signature, sourceIndex(title.publisher.place), addElement(Element::Kind::Paragraph)});
        y += m_style.linePitch();
    }
}

void Paginator::placeTitle(const TitleBlock &title)
{
    const double em = m_style.titleSize;
    const TextStyle style{FontRole::Title, em, em, m_style.typeWidth, 0, false};
    std::vector<TextLine> lines;
    for (const QString &text : titleLines(title, m_style, m_fonts)) {
        for (TextLine &line : breakLines(m_fonts, text, style))
            lines.push_back(std::move(line));
    }
    const double height = double(lines.size()) * kTitlePitch;
    const int slots = int(std::ceil(height / m_style.linePitch()));
    double top = m_style.top + (slots * m_style.linePitch() - height) / 2;
    const InkOwner owner{
        InkRole::Title, sourceIndex(title.place), addElement(Element::Kind::Title, -1, title.place)};
    for (const TextLine &line : lines) {
        const double x = m_style.left + (m_style.typeWidth - line.width) / 2;
        appendRuns(page(), line, x, top + (kTitlePitch - em) / 2 + kEmAscent * em, em, owner);
        top += kTitlePitch;
    }
    m_slot = slots + 1; // one empty line under the title
}

void Paginator::placeSignature(const Signature &signature)
{
    const SignatureLines lines = signatureLinesOf(signature, m_style, m_fonts, m_options.seal);
    const TextStyle style = signatureStyle(m_style);
    if (room() < signatureLines(signature))
        newPage();
    else
        m_slot += m_options.seal ? kSealedAbove : 1;
    InkOwner owner{InkRole::Signature, sourceIndex(signature.place),
        addElement(Element::Kind::Paragraph, -1, signature.place)};
    const auto place = [&](const QString &text, double x) {
        for (const TextLine &line : breakLines(m_fonts, text, style)) {
            if (room() <= 0)
                newPage(); // a name of more lines than a page has
            appendRuns(page(), line, std::max(x, m_style.left), baselineIn(m_slot++, m_style.bodySize),
                m_style.bodySize, owner);
        }
    };
    for (const QString &name : lines.names)
        place(name, m_style.left + lines.middle - textWidth(m_fonts, name, style) / 2);
    if (lines.date.isEmpty())
        return;
    owner.element = addElement(Element::Kind::Paragraph, -1, signature.place); // heard as a line of its own
    place(lines.date, m_style.left + lines.dateLeft);
}

int Paginator::signatureLines(const Signature &signature) const
{
    const int dated = int(signatureNames(signature, m_style, m_fonts, m_options.seal).size()) + 1;
    const int all = m_options.seal ? kSealedAbove + dated + kSealedBelow : 1 + dated;
    return std::min(all, m_style.linesPerPage);
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
    appendRuns(onPage, line, x, baseline, em, {InkRole::PageNumber, -1, -1});
}

/// In the corner that the page number leaves free, on its baseline: what tells the signed paper from another.
void Paginator::placeDigest(Page &onPage)
{
    constexpr double kSize = 7.5 * kMmPerPoint; // 六号
    const auto number = std::find_if(onPage.runs.begin(), onPage.runs.end(),
        [](const GlyphRun &run) { return run.role == InkRole::PageNumber; });
    const double em = m_style.pageNumberSize;
    const bool isOdd = onPage.number % 2 == 1;
    placeLabel(onPage, m_fonts, QStringLiteral("SM3 ") + digits::grouped(m_options.digest),
        {FontRole::Table, kSize, isOdd ? Label::Align::Left : Label::Align::Right, 0},
        {isOdd ? m_style.left + em : m_style.left + m_style.typeWidth - em, number->baseline},
        {InkRole::Digest, -1, -1});
}

/// The number of each written line of the grid, in the white beside it.
void Paginator::placeLineNumbers(Page &onPage)
{
    constexpr double kSize = 8 * kMmPerPoint;
    constexpr double kFromText = 5; // mm from the type area
    std::map<int, double> lines; // slot → baseline
    for (const GlyphRun &run : onPage.runs) {
        const bool isText = run.role == InkRole::Heading1 || run.role == InkRole::Heading2
            || run.role == InkRole::Paragraph || run.role == InkRole::Signature;
        if (isText)
            lines.emplace(int((run.baseline - slotTop(0)) / m_style.linePitch()), run.baseline);
    }
    for (const auto &[slot, baseline] : lines)
        placeLabel(onPage, m_fonts, QString::number(slot + 1),
            {FontRole::Table, kSize, Label::Align::Right, 0}, {m_style.left - kFromText, baseline},
            {InkRole::LineNumber, -1, -1});
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
    onPage.ground.push_back({turn.map(words.translated(-middle)), QColor(0xEC, 0xEC, 0xEC), -1});
}

} // namespace nianbao
