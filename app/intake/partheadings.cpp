// SPDX-License-Identifier: MulanPSL-2.0
#include "partheadings.h"

#include "bounds.h"
#include "intakewords.h"
#include "sectionsplit.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kLostNumber{
    "“%1” stands without a number and was taken for a heading.", "“%1”没有序号，按小标题收入。"};
constexpr Sentence kRunsOn{"“%1” stands at the beginning of its paragraph and was taken for a heading.",
    "“%1”写在段首，按小标题收入。"};
constexpr Sentence kUnstyled{
    "“%1” has a heading's number, but not its style.", "“%1”有小标题的序号，但没有标题样式。"};
constexpr Sentence kWrongNumber{
    "The heading “%1” has the number %2 and is number %3 here.", "小标题“%1”的序号是%2，这里是第%3个。"};
constexpr Sentence kNoNumberHere{"The heading “%1” stands without a number.", "小标题“%1”前面没有序号。"};
constexpr Sentence kListed{
    "“%1” is numbered in another way and was taken for a heading.", "“%1”的编号方式不同，按小标题收入。"};

constexpr qsizetype kLongestLead = 30; // of a heading that its text runs on from
constexpr qsizetype kLongestLoose = 30; // of a heading without number
constexpr qsizetype kLongestStyled = 100; // longer ones with a sentence in them are paragraphs
constexpr double kUsualHeading = 0.8;

} // namespace

PartHeadings::PartHeadings(
    const QList<DocumentLine> &lines, const SectionSplit &split, const ReportSpec &form, IntakeNotes &notes)
    : m_lines(lines), m_form(form), m_notes(notes), m_isStyled(split.level > 0)
{
    for (const LineSection &section : split.sections) {
        const SectionSpec *spec = form.section(section.id);
        if (!spec || spec->kind != SectionSpec::Kind::Narrative)
            continue;
        for (int i = section.first; i < section.end; ++i) {
            const int level = lines[i].level;
            if (lines[i].isText() && level > split.level && (m_level == 0 || level < m_level))
                m_level = level;
        }
    }
}

bool PartHeadings::numberedHeading(int i, int lastNumber, Heading &heading) const
{
    const DocumentLine &line = m_lines[i];
    const QString words = line.words();
    heading.line = i;
    if (m_level > 0 && line.level == m_level && !words.isEmpty() && words.size() <= bounds::kLine) {
        const bool isParagraph = words.size() > kLongestStyled && words.contains(u'。')
            && line.number.style == HeadingNumber::Style::None;
        return !isParagraph;
    }
    if (line.number.style != HeadingNumber::Style::Bracketed)
        return false;
    const bool isNext = line.number.value == lastNumber + 1;
    if (looksLikeHeading(words)) {
        if (m_level > 0 && !isNext)
            return false;
        if (m_level > 0) {
            heading.state = Recognition::Guessed;
            heading.why = Phrase(kUnstyled, quoted(words));
        }
        return line.number.value >= lastNumber;
    }
    const auto end = words.indexOf(u'。');
    if (m_isStyled || m_level > 0 || !isNext || end < 2 || end > kLongestLead || end + 1 >= words.size()
        || !looksLikeHeading(words.left(end)))
        return false;
    heading.state = Recognition::Guessed;
    heading.why = Phrase(kRunsOn, quoted(words.left(end)));
    heading.lead = end + 1;
    return true;
}

/// Lines between two headings that may be ones themselves: short, and a paragraph follows.
QList<int> PartHeadings::looseLines(int from, int to) const
{
    QList<int> loose;
    for (int i = from; i < to; ++i) {
        const DocumentLine &line = m_lines[i];
        if (!line.isText() || line.number.style != HeadingNumber::Style::None
            || !looksLikeHeading(line.text, kLongestLoose) || line.text.size() < 4 || captionOf(line.text))
            continue;
        const bool hasText
            = i + 1 < to && m_lines[i + 1].isText() && !looksLikeHeading(m_lines[i + 1].words());
        if (hasText)
            loose.append(i);
    }
    return loose;
}

bool PartHeadings::isUsual(const SectionId &section, const QString &words, const QStringList &ends) const
{
    constexpr qsizetype kEnd = 2;
    if (ends.contains(words.right(kEnd)))
        return true;
    const QString core = headingCore(words);
    const SectionSpec *spec = m_form.section(section);
    return spec && std::any_of(spec->aspects.begin(), spec->aspects.end(), [&core](const Aspect &aspect) {
        return titleLikeness(core, headingCore(aspect.heading)) >= kUsualHeading;
    });
}

QList<PartHeadings::Heading> PartHeadings::unnumbered(
    const SectionId &section, int first, int end, const QList<Heading> &known) const
{
    constexpr qsizetype kEnd = 2;
    QList<Heading> all;
    QStringList ends; // of headings that are known: 情况, 方面
    for (const Heading &heading : known)
        ends.append(m_lines[heading.line].words().right(kEnd));
    const auto add = [&](int line) {
        all.append({line, Recognition::Guessed, Phrase(kLostNumber, quoted(m_lines[line].text))});
    };
    int from = first;
    int number = 0;
    for (qsizetype k = 0; k <= known.size(); ++k) {
        const bool isLast = k == known.size();
        const int to = isLast ? end : known[k].line;
        const int next = isLast ? 0 : m_lines[to].number.value;
        const QList<int> loose = looseLines(from, to);
        // as many as there are numbers missing, or such as headings are here
        const bool fillsGap = !isLast && !loose.isEmpty() && loose.size() <= next - number - 1;
        int added = 0;
        for (const int line : loose) {
            if (fillsGap
                || (isUsual(section, m_lines[line].text, ends) && (isLast || added < next - number - 1))) {
                add(line);
                ++added;
            }
        }
        if (isLast)
            break;
        all.append(known[k]);
        number = next;
        from = to + 1;
    }
    return all;
}

/// Headings numbered 1. 2. … in a section without （一）: each with a paragraph behind it.
QList<PartHeadings::Heading> PartHeadings::listed(int first, int end) const
{
    QList<Heading> all;
    HeadingNumber::Style style = HeadingNumber::Style::None;
    for (int i = first; i < end; ++i) {
        const DocumentLine &line = m_lines[i];
        const bool isNext = line.isText() && line.number.style != HeadingNumber::Style::None
            && (style == HeadingNumber::Style::None || line.number.style == style)
            && line.number.value == int(all.size()) + 1;
        if (!isNext)
            continue;
        const bool hasText = i + 1 < end && m_lines[i + 1].isText()
            && m_lines[i + 1].number.style == HeadingNumber::Style::None;
        if (!looksLikeHeading(line.words()) || !hasText)
            return {};
        style = line.number.style;
        all.append({i, Recognition::Guessed, Phrase(kListed, quoted(line.words()))});
    }
    return all.size() > 1 ? all : QList<Heading>();
}

QList<PartHeadings::Heading> PartHeadings::headingsIn(const SectionId &section, int first, int end) const
{
    QList<Heading> headings;
    int number = 0;
    for (int i = first; i < end; ++i) {
        Heading heading;
        if (!m_lines[i].isText() || !numberedHeading(i, number, heading))
            continue;
        headings.append(heading);
        number = m_lines[i].number.style == HeadingNumber::Style::None ? number + 1 : m_lines[i].number.value;
    }
    if (m_level > 0 || m_isStyled)
        return headings;
    if (headings.isEmpty())
        headings = listed(first, end);
    const bool isListed = !headings.isEmpty()
        && m_lines[headings.first().line].number.style != HeadingNumber::Style::Bracketed;
    return isListed ? headings : unnumbered(section, first, end, headings);
}

void PartHeadings::noteNumbers(const QList<Heading> &headings) const
{
    const bool hasNumbers = std::any_of(headings.begin(), headings.end(), [this](const Heading &each) {
        return m_lines[each.line].number.style != HeadingNumber::Style::None;
    });
    for (qsizetype k = 0; k < headings.size(); ++k) {
        const DocumentLine &line = m_lines[headings[k].line];
        if (!headings[k].why.isEmpty())
            m_notes.weighty.append(headings[k].why);
        const bool hasNumber = line.number.style != HeadingNumber::Style::None;
        if (!hasNumber && hasNumbers && headings[k].why.isEmpty())
            m_notes.plain.append(Phrase(kNoNumberHere, quoted(line.words())));
        if (hasNumber && line.number.value != int(k) + 1)
            m_notes.plain.append(
                Phrase(kWrongNumber, quoted(line.words()), qint64(line.number.value), qint64(k + 1)));
    }
}

void PartHeadings::addLine(FoundPart &part, int i) const
{
    const DocumentLine &line = m_lines[i];
    if (line.kind == DocumentLine::Kind::Table)
        return;
    if (line.kind == DocumentLine::Kind::Picture) {
        part.pictures.append({int(part.paragraphs.size()), line.block, {}});
        return;
    }
    const bool isBehindPicture = i > 0 && m_lines[i - 1].kind == DocumentLine::Kind::Picture
        && !part.pictures.isEmpty() && part.pictures.last().block == m_lines[i - 1].block;
    if (const auto caption = captionOf(line.text, isBehindPicture); caption && isBehindPicture) {
        part.pictures.last().caption = *caption;
        return;
    }
    if (part.paragraphs.isEmpty())
        part.block = line.block;
    part.paragraphs.append(line.whole());
}

FoundPart PartHeadings::textOf(int first, int end) const
{
    FoundPart part;
    for (int i = first; i < end; ++i)
        addLine(part, i);
    return part;
}

QList<FoundPart> PartHeadings::partsOf(const SectionId &section, int first, int end) const
{
    const QList<Heading> headings = headingsIn(section, first, end);
    noteNumbers(headings);
    QList<FoundPart> parts;
    const int lead = headings.isEmpty() ? end : headings.first().line;
    if (FoundPart part = textOf(first, lead); !part.isEmpty())
        parts.append(part);
    for (qsizetype k = 0; k < headings.size(); ++k) {
        const Heading &heading = headings[k];
        const DocumentLine &line = m_lines[heading.line];
        const int to = k + 1 < headings.size() ? headings[k + 1].line : end;
        FoundPart part = textOf(heading.line + 1, to);
        part.heading = line.words();
        if (heading.lead >= 0) {
            part.heading = line.words().left(heading.lead - 1);
            part.paragraphs.prepend(line.words().mid(heading.lead).trimmed());
            part.block = line.block;
            for (FoundPart::Picture &picture : part.pictures)
                ++picture.afterParagraph;
        }
        part.heading = part.heading.trimmed();
        part.state = heading.state;
        part.why = heading.why;
        part.headingBlock = line.block;
        parts.append(part);
    }
    return parts;
}

std::optional<QString> captionOf(const QString &text, bool isBehindPicture)
{
    constexpr qsizetype kLongestCaption = 120;
    const QString mark = IntakeWords::shipped().figure;
    if (!text.startsWith(mark) || text.size() > bounds::kLine)
        return std::nullopt;
    qsizetype at = mark.size();
    while (at < text.size() && text[at].isSpace())
        ++at;
    const qsizetype digits = at;
    while (at < text.size() && (text[at].isDigit() || chineseValue(QStringView(text).mid(at, 1)) > 0))
        ++at;
    const bool isParted = at == text.size() || text[at].isSpace();
    const bool isSentence = text.size() > kLongestCaption || text.contains(u'。');
    if (at == digits || at - digits > 3 || (isSentence && !(isBehindPicture && isParted)))
        return std::nullopt;
    static const QString marks = QStringLiteral("：:、.．");
    while (at < text.size() && (text[at].isSpace() || marks.contains(text[at])))
        ++at;
    return text.mid(at);
}

} // namespace nianbao
